/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/published.h"

#include "fact/date.h"
#include "fact/date-context.h"
#include "fact/date-line.h"
#include "fact/date-owner.h"
#include "fact/date-role.h"
#include "fact/published-read.h"
#include "fact/published-year.h"

/* The lead: where the first event date is the article's own. */
#define LEAD_MAX 1500
/* An event lies at most so far from its article; what is farther is
 * background. */
#define BEFORE_DAYS 425		/* 14 months */
#define AFTER_DAYS 30
/* A day without a year may lie so far after the event that stands in for the
 * publication: most of them are of the same year. */
#define AFTER_EVENT_DAYS 62
/* A full day so near tells the year of one without it. */
#define NEAR_DAYS 45
/* Two days of an account of old lie no farther apart. */
#define HISTORY_DAYS 182
/* An article may cite a document dated a little after its event: both are
 * printed by hand. */
#define CITED_AFTER_DAYS 30
/* No Party press on the web before; and a file's time before it is none. */
#define PRESS_START 20000101
#define UTC_TO_LOCAL_SECONDS (7 * 3600)

struct resolver {
	struct tc_article *a;
	const struct tc_scan *scan;
	struct tc_date_list *dates;
	struct tc_date capture;	/* the last possible day; zero: unknown */
	struct tc_date cited;	/* the latest day of a cited document */
	/* days of publication, as tc_date_days(), once it is known */
	int64_t published_first, published_last;
};

/* The day after the capture, for clocks that differ. */
static struct tc_date capture_day(const struct tc_article *a)
{
	const int64_t ns = a->capture.fetched_ns ? a->capture.fetched_ns :
						   a->capture.mtime_ns;
	const int64_t second = ns / 1000000000;
	const struct tc_date d = tc_date_from_days(
		(second + UTC_TO_LOCAL_SECONDS) / 86400 + 1);

	return tc_date_first(d) > PRESS_START ? d : (struct tc_date){ 0 };
}

static bool is_possible(const struct resolver *r, struct tc_date d)
{
	if (!tc_date_known(d) || tc_date_first(d) < PRESS_START)
		return false;
	return !r->capture.year ||
	       tc_date_first(d) <= tc_date_first(r->capture);
}

static void publish(struct resolver *r, struct tc_date d,
		    enum tc_basis basis, bool inferred, const char *rule)
{
	r->a->published = (struct tc_published){
		.date = d, .basis = basis, .inferred = inferred, .rule = rule,
	};
}

/*
 * What the page gives.
 */
static bool by_hint(struct resolver *r, enum tc_hint_kind kind,
		    const char *rule)
{
	for (size_t i = 0; i < r->a->hint_count; i++) {
		const struct tc_hint *hint = &r->a->hints[i];
		struct tc_date d;
		if (hint->kind != kind ||
		    !tc_published_read(hint->value, &d) || !is_possible(r, d))
			continue;
		publish(r, d, TC_BASIS_PAGE, false, rule);
		return true;
	}
	return false;
}

static bool by_mention(struct resolver *r, enum tc_role role,
		       const char *rule)
{
	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->role != role || !d->from.day || d->inferred ||
		    !is_possible(r, d->from))
			continue;
		publish(r, d->from, TC_BASIS_PAGE, false, rule);
		return true;
	}
	return false;
}

static bool is_opener(const struct resolver *r,
		      const struct tc_date_mention *d)
{
	return tc_date_is_opener(r->scan,
				 tc_scan_token_at(r->scan, d->start));
}

/* "/post/201609/" before what tells of 2020: a number, and no month. */
static bool is_number(const struct resolver *r, struct tc_date month)
{
	const int64_t last = tc_date_days(tc_date_last_day(month));

	for (size_t i = 0; !month.day && i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->role == TC_ROLE_EVENT && d->from.day &&
		    is_possible(r, d->from) && is_opener(r, d) &&
		    tc_date_days(d->from) > last + AFTER_DAYS &&
		    !tc_date_days_ahead(r->scan, d))
			return true;
	}
	return false;
}

static bool by_url(struct resolver *r)
{
	struct tc_date d;

	if (!tc_published_url(r->a->url, &d) || !is_possible(r, d) ||
	    is_number(r, d))
		return false;
	publish(r, d, TC_BASIS_URL, false, d.day ? "url-day" : "url-month");
	return true;
}

static bool by_page(struct resolver *r)
{
	return by_hint(r, TC_HINT_METADATA, "metadata") ||
	       by_hint(r, TC_HINT_LABELLED, "labelled-line") ||
	       by_hint(r, TC_HINT_LINE, "line-by-title") ||
	       by_mention(r, TC_ROLE_PUBLISHED, "line-in-text") ||
	       by_hint(r, TC_HINT_UPDATED, "updated-line") ||
	       by_hint(r, TC_HINT_MODIFIED, "modified-metadata") ||
	       by_mention(r, TC_ROLE_UPDATED, "updated-line") || by_url(r);
}

/*
 * The event that stands in.
 */
/* "Từ tháng 6/2020 đến 3/2025" */
static bool is_span(const struct tc_date_mention *d)
{
	return tc_date_first(d->from) != tc_date_first(d->to);
}

/* "Nhận nhiệm vụ từ ngày 5/10/2023": it may be to come. */
static bool is_beginning(const struct tc_scan *s,
			 const struct tc_date_mention *d)
{
	const size_t i = tc_scan_token_at(s, d->start);

	return i && !is_span(d) &&
	       tc_str_is(s->tokens.v[i - 1].exact, "từ");
}

/* "Kế hoạch liên tịch số 165, ngày 1/10/2014" */
static bool is_of_number(const struct tc_scan *s,
			 const struct tc_date_mention *d)
{
	const size_t i = tc_scan_token_at(s, d->start);

	return i >= 2 && s->tokens.v[i - 1].flags & TC_TOKEN_DIGIT &&
	       tc_str_is(s->tokens.v[i - 2].exact, "số");
}

/* But for what is only planned: that takes the longest to ask. */
static bool is_event_of(const struct resolver *r,
			const struct tc_date_mention *d,
			enum tc_precision precision)
{
	if (d->role != TC_ROLE_EVENT || !is_possible(r, d->from) ||
	    tc_date_precision(d->from) != precision ||
	    tc_date_mention_is(d, TC_RULE_UNTIL) ||	/* counted on it */
	    is_beginning(r->scan, d) || is_of_number(r->scan, d))
		return false;
	return !r->cited.year ||
	       tc_date_days(tc_date_last_day(d->to)) + CITED_AFTER_DAYS >=
		       tc_date_days(r->cited);
}

/* "Trong hai ngày 19 và 20/5": told at the end of the second.  Of more days it
 * is not known when among them, and of those of two months not even the
 * month: the last. */
static struct tc_date day_of(const struct tc_date_mention *d)
{
	struct tc_date day = d->to;

	if (d->from.day && tc_date_days(d->to) > tc_date_days(d->from) + 1)
		day.day = 0;
	return day;
}

static void publish_event(struct resolver *r, const struct tc_date_mention *d,
			  const char *rule)
{
	publish(r, day_of(d), TC_BASIS_EVENT, d->inferred,
		d->inferred ? d->rule : rule);
}

static bool is_open(const struct tc_date_mention *d)
{
	return !tc_date_known(d->to) && tc_date_valid(d->to);
}

/* Where it may stand: what is told farther down came before. */
static uint32_t lead_end(const struct resolver *r)
{
	return r->a->title_len + LEAD_MAX;
}

/* A plan; of the same days told twice, where one of the two has "sẽ". */
static bool is_ahead(const struct resolver *r, const struct tc_date_mention *d)
{
	if (tc_date_is_plan(r->scan, d))
		return true;
	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *m = &r->dates->v[i];
		if (m != d && tc_date_same(m->from, d->from) &&
		    tc_date_same(m->to, d->to) &&
		    (tc_date_is_promised(r->scan, m) ||
		     tc_date_is_promised(r->scan, d)))
			return true;
	}
	return false;
}

static bool by_first_event(struct resolver *r, bool opener, const char *rule)
{
	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->start >= lead_end(r))
			break;
		if (!is_event_of(r, d, TC_PRECISION_DAY) ||
		    (opener && !is_opener(r, d)) || is_ahead(r, d))
			continue;
		publish_event(r, d, rule);
		return true;
	}
	return false;
}

/* "Sáng 6/11 ... hồi tháng 7/2018": the month of the article's own day, whose
 * year is left out, for another month is background; 0 where none is told. */
static int own_month(const struct resolver *r)
{
	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->start >= lead_end(r))
			break;
		if (is_open(d) && d->to.day && d->role == TC_ROLE_EVENT &&
		    is_opener(r, d))
			return d->to.month;
	}
	return 0;
}

/* "Nhiệm vụ quý IV": planned before it or reported behind it. */
static bool is_task(const struct tc_scan *s, const struct tc_date_mention *d)
{
	const size_t i = tc_scan_token_at(s, d->start);

	return i >= 2 && tc_str_is(s->tokens.v[i - 1].exact, "vụ") &&
	       tc_str_is(s->tokens.v[i - 2].exact, "nhiệm");
}

/* "Quý I sơ kết ... nhiệm vụ quý II": told at the turn of the two, in either. */
static bool is_at_turn(const struct resolver *r,
		       const struct tc_date_mention *last)
{
	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->start < lead_end(r) && is_task(r->scan, d) &&
		    tc_date_first(d->from) > tc_date_first(last->from))
			return true;
	}
	return false;
}

/* The latest of that precision: the article came after it.  Quarters told one
 * behind the other are a look back, which goes on past the lead. */
static bool by_last_event(struct resolver *r, enum tc_precision precision,
			  const char *rule)
{
	const struct tc_date_mention *last = NULL;
	const int own = own_month(r);

	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->start >= lead_end(r) &&
		    (precision != TC_PRECISION_QUARTER || !last))
			break;
		if (is_event_of(r, d, precision) && !is_task(r->scan, d) &&
		    (!own || own == d->to.month) && !is_span(d) &&
		    (precision != TC_PRECISION_QUARTER || is_opener(r, d)) &&
		    (!last ||
		     tc_date_first(d->from) > tc_date_first(last->from)) &&
		    !tc_date_is_plan(r->scan, d))
			last = d;
	}
	if (!last || is_at_turn(r, last))
		return false;
	publish_event(r, last, rule);
	return true;
}

static bool by_event(struct resolver *r)
{
	return by_first_event(r, true, "event-opener") ||
	       by_first_event(r, false, "event-lead") ||
	       by_last_event(r, TC_PRECISION_MONTH, "event-month") ||
	       by_last_event(r, TC_PRECISION_QUARTER, "event-quarter");
}

/*
 * Years left out.
 */
/* "Sáng 30/8 ... từ ngày 1/9/2021": the day of the article's own event, which
 * opens its sentence, is of the year of the first full day near it, or of the
 * month that is told with its year. */
static void year_of_opener(struct resolver *r, struct tc_date_mention *d)
{
	if (!d->to.day || d->start >= lead_end(r) ||
	    !is_opener(r, d))
		return;
	for (size_t i = 0; i < r->dates->n && is_open(d); i++) {
		const struct tc_date_mention *m = &r->dates->v[i];
		if (m->role != TC_ROLE_CITED && is_possible(r, m->from))
			tc_year_from_near(m, NEAR_DAYS, d);
	}
}

/* Bytes between two days of one account. */
#define ACCOUNT_MAX 400

/* "Ngày 20/3/1930 ... vào ngày 1/9": the account goes on, and no sentence of
 * today's begins with it. */
static void year_of_account(struct resolver *r, size_t i)
{
	struct tc_date_mention *const d = &r->dates->v[i];

	if (!i || !is_open(d) || !d->to.day)
		return;
	const struct tc_date_mention *const before = d - 1;
	const uint32_t gap = d->start - before->end;
	if (gap > ACCOUNT_MAX ||
	    before->role != TC_ROLE_HISTORIC || !before->to.day ||
	    before->to.year >= TC_PRESS_YEAR ||
	    tc_date_mention_is(before, TC_RULE_PAIR) ||
	    memchr(r->scan->text.p + before->end, '\n', gap) ||
	    is_opener(r, d))
		return;
	if (tc_year_from_near(before, HISTORY_DAYS, d))
		d->role = TC_ROLE_HISTORIC;
}

static void years_from_text(struct resolver *r)
{
	for (size_t i = 0; i < r->dates->n; i++) {
		struct tc_date_mention *d = &r->dates->v[i];
		if (!is_open(d) || d->role != TC_ROLE_EVENT ||
		    tc_year_from_span(r->scan, r->dates, i))
			continue;
		if (r->cited.year && r->capture.year &&
		    tc_year_from_weekday(r->scan, r->cited, r->capture, d))
			continue;
		year_of_opener(r, d);
		year_of_account(r, i);
	}
}

/* An event stands in: the article came later. */
static bool is_stand_in(const struct resolver *r)
{
	return r->a->published.basis == TC_BASIS_EVENT;
}

static void years_from_published(struct resolver *r)
{
	const struct tc_date published = r->a->published.date;
	if (!tc_date_known(published))
		return;
	for (size_t i = 0; i < r->dates->n; i++)
		if (is_open(&r->dates->v[i]))
			tc_year_from_published(
				r->scan, published,
				is_stand_in(r) ? AFTER_EVENT_DAYS : 1,
				&r->dates->v[i]);
}

/* "tháng 6" of no year can be neither searched nor shown on a line of time. */
static void drop_open_months(struct resolver *r)
{
	size_t kept = 0;

	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (is_open(d) && !d->to.day)
			continue;
		if (kept < i)
			r->dates->v[kept] = *d;
		kept++;
	}
	r->dates->n = kept;
}

/* Documents that the text cites are older than the text. */
static struct tc_date latest_cited(const struct resolver *r,
				   const struct tc_number_list *numbers)
{
	struct tc_date latest = { 0 };

	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->role == TC_ROLE_CITED && d->from.day &&
		    is_possible(r, d->from) &&
		    tc_date_first(d->from) > tc_date_first(latest))
			latest = d->from;
	}
	for (size_t i = 0; i < numbers->n; i++) {
		const struct tc_date d = numbers->v[i].date;
		if (d.day && is_possible(r, d) &&
		    tc_date_first(d) > tc_date_first(latest))
			latest = d;
	}
	return latest;
}

/*
 * Roles and contradictions, once the day of publication is known.
 */
static bool is_later(const struct resolver *r,
		     const struct tc_date_mention *d)
{
	/* a month that has not begun is a plan, a day may be a misprint */
	const int days = !d->from.day ? 0 :
			 is_stand_in(r) ? AFTER_EVENT_DAYS : AFTER_DAYS;

	return tc_date_days(tc_date_first_day(d->from)) >
	       r->published_last + days;
}

static bool is_earlier(const struct resolver *r,
		       const struct tc_date_mention *d)
{
	return tc_date_days(tc_date_last_day(d->to)) <
	       r->published_first - BEFORE_DAYS;
}

static bool opens_lead(const struct resolver *r,
		       const struct tc_date_mention *d)
{
	return d->from.day && d->start < lead_end(r) &&
	       is_opener(r, d);
}

static void set_role(struct tc_date_mention *d, enum tc_role role,
		     const char *rule)
{
	d->role = role;
	if (!d->inferred)
		d->rule = rule;
}

/* It is to come, and the words say so, or it is hardly a misprint. */
static bool is_announced(const struct resolver *r,
			 const struct tc_date_mention *d)
{
	if (!d->from.day || tc_date_days(d->from) <= r->published_last)
		return false;
	/* hardly two days are misprinted, and one mostly where it opens the
	 * sentence that tells of it */
	if (!is_stand_in(r) &&
	    tc_date_days(d->from) > r->published_last + 1 &&
	    (d->inferred || !tc_date_same(d->from, d->to) ||
	     !is_opener(r, d)))
		return true;
	return tc_date_days_ahead(r->scan, d);
}

/* "đến năm 2023 đã ...", in 2023 */
static bool is_reached(const struct resolver *r,
		       const struct tc_date_mention *d)
{
	return tc_date_precision(d->to) == TC_PRECISION_YEAR &&
	       tc_date_days(tc_date_first_day(d->from)) <= r->published_last &&
	       tc_date_is_done(r->scan, d);
}

static void weigh_event(struct resolver *r, struct tc_date_mention *d)
{
	const bool later = is_later(r, d), earlier = is_earlier(r, d);

	if (tc_date_mention_is(d, TC_RULE_UNTIL) &&
	    tc_date_first(d->from) > tc_date_last(r->a->published.date))
		set_role(d, TC_ROLE_FUTURE, "deadline");
	else if (is_announced(r, d))
		set_role(d, TC_ROLE_FUTURE, later ? "later" : "announced");
	else if ((later || earlier) && opens_lead(r, d))
		d->conflict = true;
	else if (later)
		set_role(d, TC_ROLE_FUTURE, "later");
	else if (earlier)
		set_role(d, TC_ROLE_HISTORIC, "past");
}

static void weigh(struct resolver *r, struct tc_date_mention *d)
{
	if (!tc_date_known(d->from) || !tc_date_known(d->to))
		return;
	if (d->role == TC_ROLE_FUTURE &&
	    (tc_date_last(d->to) < tc_date_first(r->a->published.date) ||
	     is_reached(r, d)))
		set_role(d, TC_ROLE_EVENT, "plain");
	if (tc_date_mention_is(d, TC_RULE_HISTORY) && !is_earlier(r, d))
		set_role(d, TC_ROLE_EVENT, "plain");
	if (d->role == TC_ROLE_EVENT)
		weigh_event(r, d);
}

/* What the article tells of came after it.  A day is let pass: an article of
 * the evening may stand there the next day, and a page's clock may be slow. */
static bool is_after(const struct resolver *r, const struct tc_date_mention *d)
{
	return d->role == TC_ROLE_EVENT && d->from.day &&
	       tc_date_known(d->from) && r->a->published.date.day &&
	       r->a->published.basis != TC_BASIS_EVENT &&
	       tc_date_days(d->from) > r->published_last + 1;
}

/* "Sáng ngày 5/5/2023 ... Lễ chào cờ tháng 6" on a page of 6/6/2023: another
 * month in the same sentence is the page's month, and the day fits there. */
static bool month_is_denied(const struct resolver *r, size_t i)
{
	const struct tc_date_mention *d = &r->dates->v[i];
	const struct tc_date published = r->a->published.date;
	struct tc_date meant = d->from;

	if (d->role != TC_ROLE_EVENT || d->inferred || !published.day ||
	    !opens_lead(r, d) || d->from.month == published.month)
		return false;
	meant.month = published.month;
	meant.year = published.year;
	if (!tc_date_valid(meant))
		return false;
	const int64_t ago = tc_date_days(published) - tc_date_days(meant);
	if (ago < -1 || ago > AFTER_DAYS)
		return false;
	for (size_t k = i + 1; k < r->dates->n; k++) {
		const struct tc_date_mention *m = &r->dates->v[k];
		if (memchr(r->scan->text.p + r->dates->v[k - 1].end, '\n',
			   m->start - r->dates->v[k - 1].end))
			return false;
		if (tc_date_precision(m->from) == TC_PRECISION_MONTH &&
		    m->from.month == published.month)
			return true;
	}
	return false;
}

/* Where no day is known, the words alone tell. */
static void plans_to_come(struct resolver *r)
{
	for (size_t i = 0; i < r->dates->n; i++) {
		struct tc_date_mention *d = &r->dates->v[i];
		if (d->role == TC_ROLE_EVENT && tc_date_known(d->from) &&
		    tc_date_is_plan(r->scan, d))
			set_role(d, TC_ROLE_FUTURE, "announced");
	}
}

/* The article is no older than the latest that it tells of, or than the
 * documents that it cites; days since 1970, INT64_MIN for none. */
static int64_t earliest_day(const struct resolver *r)
{
	int64_t day = INT64_MIN;

	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if ((d->role != TC_ROLE_EVENT &&
		     !tc_date_mention_is(d, TC_RULE_SYMBOL)) ||
		    d->inferred || !is_possible(r, d->from))
			continue;
		const int64_t first = tc_date_days(tc_date_first_day(d->from));
		if (first > day)
			day = first;
	}
	return day;
}

/* "Từ năm 2004 đến nay ... tháng 6/2023": where no day is known, what lies far
 * before the others is history. */
static void past_of_late(struct resolver *r)
{
	const int64_t day = earliest_day(r);

	for (size_t i = 0; day != INT64_MIN && i < r->dates->n; i++) {
		struct tc_date_mention *d = &r->dates->v[i];
		if (d->role == TC_ROLE_EVENT && tc_date_known(d->to) &&
		    tc_date_days(tc_date_last_day(d->to)) < day - BEFORE_DAYS)
			set_role(d, TC_ROLE_HISTORIC, "past");
	}
}

void tc_published_resolve(struct tc_article *a, const struct tc_scan *scan,
			  const struct tc_registry *registry,
			  struct tc_number_list *numbers,
			  struct tc_date_list *dates)
{
	struct resolver r = { .a = a, .scan = scan, .dates = dates };

	a->published = (struct tc_published){ .rule = "none" };
	r.capture = capture_day(a);
	const bool given = by_page(&r);
	tc_date_owners_settle(scan, registry, a->published.date, numbers,
			      dates);
	r.cited = latest_cited(&r, numbers);
	if (!given) {
		years_from_text(&r);
		by_event(&r);
	}
	years_from_published(&r);
	drop_open_months(&r);
	if (!tc_date_known(a->published.date)) {
		plans_to_come(&r);
		past_of_late(&r);
		return;
	}
	r.published_first =
		tc_date_days(tc_date_first_day(a->published.date));
	r.published_last = tc_date_days(tc_date_last_day(a->published.date));
	for (size_t i = 0; i < dates->n; i++)
		weigh(&r, &dates->v[i]);
	for (size_t i = 0; i < dates->n; i++)
		dates->v[i].conflict |= is_after(&r, &dates->v[i]) ||
					month_is_denied(&r, i);
}

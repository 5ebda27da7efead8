/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/published.h"

#include "fact/date-line.h"
#include "fact/date-owner.h"
#include "fact/date-role.h"
#include "fact/published-part.h"
#include "fact/published-read.h"
#include "fact/published-year.h"

/* A full day so near tells the year of one without it. */
#define NEAR_DAYS 45
/* An article may cite a document dated a little after its event: both are
 * printed by hand. */
#define CITED_AFTER_DAYS 30
/* An article comes so soon after the event that it opens with. */
#define CLOCK_AFTER_DAYS 7
/* And so soon after the last document that it tells of, where it tells of no
 * day of its own. */
#define CLOCK_CITED_DAYS 45
/* Or after a day that it tells of below its lead. */
#define CLOCK_TOLD_DAYS 21
#define UTC_TO_LOCAL_SECONDS (7 * 3600)

/* The day after the capture, for clocks that differ. */
static struct tc_date capture_day(const struct tc_article *a)
{
	const int64_t ns = a->capture.fetched_ns ? a->capture.fetched_ns :
						   a->capture.mtime_ns;
	const int64_t second = ns / 1000000000;
	const struct tc_date d = tc_date_from_days(
		(second + UTC_TO_LOCAL_SECONDS) / 86400 + 1);

	return tc_date_first(d) > TC_PRESS_START ? d : (struct tc_date){ 0 };
}

static void publish(struct tc_publication *r, struct tc_date d,
		    enum tc_basis basis, bool inferred, const char *rule)
{
	r->a->published = (struct tc_published){
		.date = d, .basis = basis, .inferred = inferred, .rule = rule,
	};
}

/*
 * What the page gives: since the first Party press on the web.  But a day that
 * was never set is printed by PHP as the 30th of November 1999.
 */
#define PAGE_START 19970101
#define PAGE_UNSET 19991130

static bool page_may_give(const struct tc_publication *r, struct tc_date d)
{
	if (!tc_date_known(d) || tc_date_first(d) < PAGE_START ||
	    tc_date_first(d) == PAGE_UNSET)
		return false;
	return tc_date_first(d) < TC_PRESS_START ||
	       tc_publication_may_be(r, d);
}

static bool by_hint(struct tc_publication *r, enum tc_hint_kind kind,
		    const char *rule)
{
	for (size_t i = 0; i < r->a->hint_count; i++) {
		const struct tc_hint *hint = &r->a->hints[i];
		struct tc_date d;
		if (hint->kind != kind ||
		    !tc_published_read(hint->value, &d) ||
		    !page_may_give(r, d))
			continue;
		publish(r, d, TC_BASIS_PAGE, false, rule);
		return true;
	}
	return false;
}

static bool by_mention(struct tc_publication *r, enum tc_role role,
		       const char *rule)
{
	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->role != role || !d->from.day || d->inferred ||
		    !page_may_give(r, d->from))
			continue;
		publish(r, d->from, TC_BASIS_PAGE, false, rule);
		return true;
	}
	return false;
}

/* "/post/201609/" before what tells of 2020: a number, and no month. */
static bool is_number(const struct tc_publication *r, struct tc_date month)
{
	const int64_t last = tc_date_days(tc_date_last_day(month));

	for (size_t i = 0; !month.day && i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->role == TC_ROLE_EVENT && d->from.day &&
		    tc_publication_may_be(r, d->from) &&
		    tc_publication_opens(r, d) &&
		    tc_date_days(d->from) > last + TC_EVENT_AFTER_DAYS &&
		    !tc_date_days_ahead(r->scan, d))
			return true;
	}
	return false;
}

static bool by_url(struct tc_publication *r)
{
	struct tc_date d;

	if (!tc_published_url(r->a->url, &d) || !tc_publication_may_be(r, d) ||
	    is_number(r, d))
		return false;
	publish(r, d, TC_BASIS_URL, false, d.day ? "url-day" : "url-month");
	return true;
}

static bool by_page(struct tc_publication *r)
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
static bool is_event_of(const struct tc_publication *r,
			const struct tc_date_mention *d,
			enum tc_precision precision)
{
	if (d->role != TC_ROLE_EVENT || !tc_publication_may_be(r, d->from) ||
	    tc_date_precision(d->from) != precision ||
	    tc_date_mention_is(d, TC_RULE_UNTIL) ||	/* counted on it */
	    is_beginning(r->scan, d) || is_of_number(r->scan, d))
		return false;
	/* what a document says of days to come */
	if (r->issued.year &&
	    tc_date_first(d->from) > tc_date_last(r->issued))
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

static void publish_event(struct tc_publication *r,
			  const struct tc_date_mention *d, const char *rule)
{
	publish(r, day_of(d), TC_BASIS_EVENT, d->inferred,
		d->inferred ? d->rule : rule);
}

#define TOLD_MAX 16	/* mentions of the same days that are asked */

/* A plan; of the same days told twice, where one of the two has "sẽ". */
static bool is_ahead(const struct tc_publication *r,
		     const struct tc_date_mention *d)
{
	if (tc_date_is_plan(r->scan, d))
		return true;
	for (size_t i = 0, told = 0; i < r->dates->n && told < TOLD_MAX; i++) {
		const struct tc_date_mention *m = &r->dates->v[i];
		if (m == d || !tc_date_same(m->from, d->from) ||
		    !tc_date_same(m->to, d->to))
			continue;
		if (tc_date_is_promised(r->scan, m) ||
		    (!told && tc_date_is_promised(r->scan, d)))
			return true;
		told++;
	}
	return false;
}

static bool by_first_event(struct tc_publication *r, bool opener,
			   const char *rule)
{
	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->start >= tc_publication_lead_end(r))
			break;
		if (!is_event_of(r, d, TC_PRECISION_DAY) ||
		    (opener && !tc_publication_opens(r, d)) || is_ahead(r, d))
			continue;
		publish_event(r, d, rule);
		return true;
	}
	return false;
}

/* "Sáng 6/11 ... hồi tháng 7/2018": the month of the article's own day, whose
 * year is left out, for another month is background; 0 where none is told. */
static int own_month(const struct tc_publication *r)
{
	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->start >= tc_publication_lead_end(r))
			break;
		if (tc_mention_is_open(d) && d->to.day &&
		    d->role == TC_ROLE_EVENT &&
		    tc_publication_opens(r, d))
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
static bool is_at_turn(const struct tc_publication *r,
		       const struct tc_date_mention *last)
{
	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->start < tc_publication_lead_end(r) && is_task(r->scan, d) &&
		    tc_date_first(d->from) > tc_date_first(last->from))
			return true;
	}
	return false;
}

/* The latest of that precision: the article came after it.  Quarters told one
 * behind the other are a look back, which goes on past the lead. */
static bool by_last_event(struct tc_publication *r, enum tc_precision precision,
			  const char *rule)
{
	const struct tc_date_mention *last = NULL;
	const int own = own_month(r);

	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->start >= tc_publication_lead_end(r) &&
		    (precision != TC_PRECISION_QUARTER || !last))
			break;
		if (is_event_of(r, d, precision) && !is_task(r->scan, d) &&
		    (!own || own == d->to.month) && !is_span(d) &&
		    (precision != TC_PRECISION_QUARTER ||
		     tc_publication_opens(r, d)) &&
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

/* A document that is printed whole: the day it was issued on. */
static bool by_issue(struct tc_publication *r)
{
	if (!r->issued.year)
		return false;
	publish(r, r->issued, TC_BASIS_EVENT, false, "letterhead");
	return true;
}

static bool by_event(struct tc_publication *r)
{
	return by_issue(r) || by_first_event(r, true, "event-opener") ||
	       by_first_event(r, false, "event-lead") ||
	       by_last_event(r, TC_PRECISION_MONTH, "event-month") ||
	       by_last_event(r, TC_PRECISION_QUARTER, "event-quarter");
}

/* The day of `clock`, or one of the days before it, by day and month. */
static bool is_before(const struct tc_date_mention *d, struct tc_date clock,
		      int days)
{
	struct tc_date day = d->to;

	for (int back = 0; back < 2; back++) {
		if (tc_mention_is_open(d))
			day.year = (int16_t)(clock.year - back);
		if (!tc_date_valid(day))
			continue;
		const int64_t apart = tc_date_days(clock) - tc_date_days(day);
		if (apart >= 0 && apart <= days)
			return true;
	}
	return false;
}

static bool clock_of(const struct tc_publication *r, size_t k,
		     struct tc_date *clock)
{
	const struct tc_hint *const hint = &r->a->hints[k];

	return hint->kind == TC_HINT_CLOCK &&
	       tc_published_read(hint->value, clock) &&
	       page_may_give(r, *clock);
}

/* What a page prints above its headline tells when it was rendered, or when
 * the article came: just behind an event of its lead, it is the latter. */
static bool by_clock(struct tc_publication *r)
{
	struct tc_date clock;

	for (size_t i = 0; r->a->hint_count && i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->start >= tc_publication_lead_end(r))
			break;
		if (d->role != TC_ROLE_EVENT || !d->to.day || is_ahead(r, d))
			continue;
		for (size_t k = 0; k < r->a->hint_count; k++) {
			if (!clock_of(r, k, &clock) ||
			    !is_before(d, clock, CLOCK_AFTER_DAYS))
				continue;
			publish(r, clock, TC_BASIS_PAGE, false, "clock-by-event");
			return true;
		}
	}
	return false;
}

/* Where nothing that the article tells stands in for its day, the clock does
 * just behind the last document that it cites. */
static bool by_cited_clock(struct tc_publication *r)
{
	struct tc_date clock;

	for (size_t k = 0; r->cited.year && k < r->a->hint_count; k++) {
		if (!clock_of(r, k, &clock))
			continue;
		const int64_t apart = tc_date_days(clock) -
				      tc_date_days(r->cited);
		if (apart < 0 || apart > CLOCK_CITED_DAYS)
			continue;
		publish(r, clock, TC_BASIS_PAGE, false, "clock-by-document");
		return true;
	}
	return false;
}

/* The newest year that the article names of what is past. */
static int newest_year(const struct tc_publication *r)
{
	int newest = 0;

	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->role != TC_ROLE_FUTURE && d->to.year > newest)
			newest = d->to.year;
	}
	return newest;
}

/* Of an article without a day in its lead: the clock does that is of the
 * newest year told, or the next, and stands in the days behind one of the
 * days that are told without their year. */
static bool by_told_clock(struct tc_publication *r)
{
	const int newest = newest_year(r);
	struct tc_date clock;

	for (size_t k = 0; newest && k < r->a->hint_count; k++) {
		if (!clock_of(r, k, &clock) || clock.year < newest ||
		    clock.year > newest + 1)
			continue;
		for (size_t i = 0; i < r->dates->n; i++) {
			const struct tc_date_mention *d = &r->dates->v[i];
			if (d->role != TC_ROLE_EVENT || !d->to.day ||
			    !tc_mention_is_open(d) ||
			    !is_before(d, clock, CLOCK_TOLD_DAYS))
				continue;
			publish(r, clock, TC_BASIS_PAGE, false, "clock-by-event");
			return true;
		}
	}
	return false;
}

/*
 * Years left out.
 */
/* "Sáng 30/8 ... từ ngày 1/9/2021": the day of the article's own event, which
 * opens its sentence, is of the year of the first full day near it, or of the
 * month that is told with its year. */
static void year_of_opener(struct tc_publication *r, struct tc_date_mention *d)
{
	if (!d->to.day || d->start >= tc_publication_lead_end(r) ||
	    !tc_publication_opens(r, d))
		return;
	for (size_t i = 0; i < r->dates->n && tc_mention_is_open(d); i++) {
		const struct tc_date_mention *m = &r->dates->v[i];
		if (m->role != TC_ROLE_CITED && tc_publication_may_be(r, m->from))
			tc_year_from_near(m, NEAR_DAYS, d);
	}
}

static void years_from_text(struct tc_publication *r,
			    const struct tc_registry *registry,
			    const struct tc_number_list *numbers)
{
	for (size_t i = 0; i < r->dates->n; i++) {
		struct tc_date_mention *d = &r->dates->v[i];
		if (!tc_mention_is_open(d) || d->role != TC_ROLE_EVENT ||
		    tc_year_from_span(r->scan, r->dates, i) ||
		    tc_year_from_known_span(r->scan, registry, numbers,
					    r->capture, d))
			continue;
		if (r->cited.year && r->capture.year &&
		    tc_year_from_weekday(r->scan, r->cited, r->capture, d))
			continue;
		year_of_opener(r, d);
		tc_publication_account(r, i);
	}
	tc_publication_year_said(r);
}

static void years_from_published(struct tc_publication *r)
{
	const struct tc_date published = r->a->published.date;
	const int days = tc_publication_stands_in(r) ? TC_STAND_IN_AFTER_DAYS
						     : 1;

	if (!tc_date_known(published))
		return;
	for (size_t i = 0; i < r->dates->n; i++) {
		if (r->dates->v[i].role == TC_ROLE_EVENT)
			tc_publication_account(r, i);
		if (tc_mention_is_open(&r->dates->v[i]))
			tc_year_from_published(r->scan, published, days,
					       &r->dates->v[i]);
	}
}

/* "tháng 6" of no year can be neither searched nor shown on a line of time. */
static void drop_open_months(struct tc_publication *r)
{
	size_t kept = 0;

	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (tc_mention_is_open(d) && !d->to.day)
			continue;
		if (kept < i)
			r->dates->v[kept] = *d;
		kept++;
	}
	r->dates->n = kept;
}

/* Documents that the text cites are older than the text. */
static struct tc_date latest_cited(const struct tc_publication *r,
				   const struct tc_number_list *numbers)
{
	struct tc_date latest = { 0 };

	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->role == TC_ROLE_CITED && d->from.day &&
		    tc_publication_may_be(r, d->from) &&
		    tc_date_first(d->from) > tc_date_first(latest))
			latest = d->from;
	}
	for (size_t i = 0; i < numbers->n; i++) {
		const struct tc_date d = numbers->v[i].date;
		if (d.day && tc_publication_may_be(r, d) &&
		    tc_date_first(d) > tc_date_first(latest))
			latest = d;
	}
	return latest;
}

/* "Hà Nội, ngày 9 tháng 1 năm 2026" at the head of the text. */
static struct tc_date letterhead_day(const struct tc_publication *r)
{
	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->start >= tc_publication_lead_end(r))
			break;
		if (d->role == TC_ROLE_CITED &&
		    tc_publication_may_be(r, d->from) &&
		    tc_date_is_letterhead(r->scan, d))
			return d->from;
	}
	return (struct tc_date){ 0 };
}

void tc_published_resolve(struct tc_article *a, const struct tc_scan *scan,
			  const struct tc_registry *registry,
			  struct tc_number_list *numbers,
			  struct tc_date_list *dates)
{
	struct tc_publication r = { .a = a, .scan = scan, .dates = dates };

	a->published = (struct tc_published){ .rule = "none" };
	r.capture = capture_day(a);
	const bool given = by_page(&r) || by_clock(&r);
	tc_date_owners_settle(scan, registry, a->published.date, numbers,
			      dates);
	r.cited = latest_cited(&r, numbers);
	if (!given) {
		r.issued = letterhead_day(&r);
		years_from_text(&r, registry, numbers);
		if (!by_event(&r) && !by_cited_clock(&r))
			by_told_clock(&r);
	}
	years_from_published(&r);
	drop_open_months(&r);
	tc_published_roles(&r);
}

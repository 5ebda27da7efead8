/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/published-year.h"

#include "fact/date.h"
#include "fact/date-context.h"
#include "fact/date-role.h"
#include "fact/docnum-part.h"
#include "fact/registry.h"

#include <limits.h>

/* A sentence is searched no farther. */
#define SENTENCE_MAX 600
/* Meetings that look back are held near the day itself. */
#define SPAN_NEAR_DAYS 92
#define SPAN_YEARS_MAX 60
/* Weekdays of a day come again after 5 or 6 years. */
#define WEEKDAY_YEARS_MAX 10

static int month_day(struct tc_date d)
{
	const int month = d.month ? d.month : d.quarter * 3 - 2;

	return month * 100 + d.day;
}

/* The mention with its last day in `year`; false when there is no such
 * day. */
static bool in_year(const struct tc_date_mention *d, int year,
		    struct tc_date *from, struct tc_date *to)
{
	*from = d->from;
	*to = d->to;
	to->year = (int16_t)year;
	from->year = (int16_t)(year - (month_day(*from) > month_day(*to)));
	return year > 0 && tc_date_valid(*from) && tc_date_valid(*to);
}

static void infer(struct tc_date_mention *d, struct tc_date from,
		  struct tc_date to, const char *rule, float confidence)
{
	d->from = from;
	d->to = to;
	d->inferred = true;
	d->rule = rule;
	d->confidence = confidence;
}

bool tc_year_infer(struct tc_date_mention *d, int year, const char *rule)
{
	struct tc_date from, to;

	if (!in_year(d, year, &from, &to))
		return false;
	infer(d, from, to, rule, .5f);
	return true;
}

static int64_t first_day(struct tc_date d)
{
	return tc_date_days(tc_date_first_day(d));
}

static int64_t last_day(struct tc_date d)
{
	return tc_date_days(tc_date_last_day(d));
}

static int printed_weekday(const struct tc_scan *s,
			   const struct tc_date_mention *d)
{
	return d->from.day ?
		       tc_date_weekday_before(s, tc_scan_token_at(s, d->start)) :
		       -1;
}

static int64_t days_apart(struct tc_date from, struct tc_date to,
			  struct tc_date published)
{
	if (last_day(to) < first_day(published))
		return first_day(published) - last_day(to);
	return first_day(from) > last_day(published)
		       ? first_day(from) - last_day(published) : 0;
}

/* A deadline told of late: "xong trước ngày 15/5" in June. */
#define LATE_DAYS 31
/* Of a day without a year that no sentence opens with: it lies in the weeks to
 * come, as a deadline may in those that have gone, and of another year's the
 * year would be printed. */
#define SOON_DAYS 45

/* A month or a quarter may be a plan: "xong trong quý IV" in July; what the
 * words announce, "sẽ họp vào tháng 12", has hardly gone. */
static int nearest_period(const struct tc_scan *s,
			  const struct tc_date_mention *d,
			  struct tc_date published)
{
	const size_t i = tc_scan_token_at(s, d->start);
	const bool gone = i && tc_str_is(s->tokens.v[i - 1].exact, "hồi");
	const bool plan = !gone && tc_date_is_plan(s, d);
	static const int years[] = { 0, -1, 1 };
	struct tc_date from, to;
	int64_t least = INT64_MAX;
	int best = 0;

	for (size_t k = 0; k < sizeof years / sizeof *years; k++) {
		const int year = published.year + years[k];
		if (!in_year(d, year, &from, &to))
			continue;
		const int64_t days = days_apart(from, to, published);
		/* "hồi tháng 4" */
		if (gone && first_day(from) > last_day(published))
			continue;
		if (plan && days > LATE_DAYS && last_day(to) < first_day(published))
			continue;
		if (days < least) {
			least = days;
			best = year;
		}
	}
	return best;
}

/* "Từ tháng 6 đến nay": it has begun. */
static bool is_since(const struct tc_scan *s, const struct tc_date_mention *d)
{
	const size_t i = tc_scan_token_at(s, d->end);

	return i + 1 < s->tokens.n && tc_scan_gap(s, i) == TC_GAP_BLANK &&
	       (tc_str_is(s->tokens.v[i].bare, "den") ||
		tc_str_is(s->tokens.v[i].bare, "toi")) &&
	       tc_str_is(s->tokens.v[i + 1].bare, "nay");
}

/* Whether the day of the next year is meant, which is nearer than that of
 * `year`. */
static bool is_ahead(const struct tc_scan *s,
			 const struct tc_date_mention *d, int year,
			 struct tc_date published)
{
	struct tc_date from, to;

	if (d->role != TC_ROLE_EVENT || !in_year(d, year, &from, &to))
		return false;
	const int64_t since = first_day(published) - first_day(from);
	if (!in_year(d, year + 1, &from, &to))
		return false;
	const int64_t until = first_day(from) - last_day(published);
	if (until <= SOON_DAYS && tc_date_mention_is(d, TC_RULE_PLAIN) &&
	    !tc_date_is_done(s, d))
		return true;
	return until < since && until <= tc_date_days_ahead(s, d);
}

/* "Xong trong tháng 7": as well told of what is done. */
static bool is_within(const struct tc_scan *s, const struct tc_date_mention *d)
{
	const size_t i = tc_scan_token_at(s, d->start);

	return i && tc_date_spells(&s->tokens.v[i - 1], "trong", "trong");
}

/* "Ngày 30/4 này": the nearest. */
static bool is_this(const struct tc_scan *s, const struct tc_date_mention *d)
{
	const size_t i = tc_scan_token_at(s, d->end);

	return i < s->tokens.n && tc_scan_gap(s, i) == TC_GAP_BLANK &&
	       tc_str_is(s->tokens.v[i].exact, "này");
}

/* The year of the nearest such date; 0 when none of the three years has
 * it. */
static int nearest_year(const struct tc_scan *s,
			const struct tc_date_mention *d,
			struct tc_date published, int after_days)
{
	const bool ahead = d->role == TC_ROLE_FUTURE;
	const int step = ahead ? 1 : -1;
	struct tc_date from, to;
	int said;

	if (tc_date_year_said(s, tc_scan_token_at(s, d->end), &said))
		return published.year + said;
	if (!d->to.day && !is_since(s, d) && (!ahead || is_within(s, d)))
		return nearest_period(s, d, published);
	if (d->to.day && is_this(s, d))
		return nearest_period(s, d, published);

	for (int year = published.year - step, k = 0; k < 3;
	     k++, year += step) {
		if (!in_year(d, year, &from, &to))
			continue;
		/* "xong trước ngày 15/5", "hết tháng 5", told in June */
		if (ahead && last_day(to) >= first_day(published) - LATE_DAYS)
			return year;
		if (!ahead &&
		    first_day(from) <= last_day(published) + after_days)
			return year + is_ahead(s, d, year, published);
	}
	return 0;
}

/* Of what is not announced for later: a weekday that fits the year after is
 * rather misprinted. */
#define WEEKDAY_AHEAD_DAYS 62

static bool is_too_late(const struct tc_date_mention *d, struct tc_date from,
			struct tc_date published)
{
	return d->role != TC_ROLE_FUTURE &&
	       first_day(from) > last_day(published) + WEEKDAY_AHEAD_DAYS;
}

void tc_year_from_published(const struct tc_scan *s,
			    struct tc_date published, int after_days,
			    struct tc_date_mention *d)
{
	static const int steps[] = { 0, -1, 1 };
	const int nearest = nearest_year(s, d, published, after_days);
	const int weekday = printed_weekday(s, d);
	struct tc_date from, to;

	if (!nearest)
		return;
	for (size_t k = 0; weekday >= 0 && k < 3; k++) {
		if (!in_year(d, nearest + steps[k], &from, &to) ||
		    tc_date_weekday(from) != weekday ||
		    is_too_late(d, from, published))
			continue;
		infer(d, from, to, k ? TC_YEAR_FROM_WEEKDAY :
				       TC_YEAR_FROM_PUBLISHED, k ? .7f : .85f);
		return;
	}
	d->conflict |= weekday >= 0;
	in_year(d, nearest, &from, &to);
	infer(d, from, to, TC_YEAR_FROM_PUBLISHED, weekday >= 0 ? .4f : .7f);
}

/*
 * The span.
 */
static const struct {
	const char *exact;
	uint32_t value;
} numerals[] = {
	{ "một", 1 }, { "hai", 2 }, { "ba", 3 }, { "bốn", 4 }, { "năm", 5 },
	{ "sáu", 6 }, { "bảy", 7 }, { "tám", 8 }, { "chín", 9 },
	{ "mười", 10 },
};

static uint32_t numeral(const struct tc_token *t)
{
	uint32_t value = 0;

	for (size_t k = 0; k < sizeof numerals / sizeof *numerals; k++)
		if (tc_str_is(t->exact, numerals[k].exact))
			return numerals[k].value;
	if (t->bare.n > 2)
		return 0;
	for (size_t k = 0; k < t->bare.n; k++) {
		const char c = t->bare.p[k];
		if (c < '0' || c > '9')
			return 0;
		value = value * 10 + (uint32_t)(c - '0');
	}
	return value;
}

/* "(sơ|tổng) kết N năm", "sau N năm", "qua N năm", "nhìn lại N năm": N; and
 * where it ends. */
static uint32_t span_years(const struct tc_scan *s, uint32_t from,
			   uint32_t to, uint32_t *end)
{
	const struct tc_token *t = s->tokens.v;

	for (size_t i = tc_scan_token_at(s, from);
	     i + 2 < s->tokens.n && t[i + 2].off < to; i++) {
		if (!tc_str_is(t[i].exact, "kết") &&
		    !tc_str_is(t[i].exact, "sau") &&
		    !tc_str_is(t[i].exact, "qua") &&
		    !tc_str_is(t[i].exact, "lại"))
			continue;
		const uint32_t years = numeral(&t[i + 1]);
		if (!years || years > SPAN_YEARS_MAX ||
		    !tc_str_is(t[i + 2].exact, "năm"))
			continue;
		*end = tc_token_end(&t[i + 2]);
		return years;
	}
	return 0;
}

/* The end of the sentence: a full stop with a blank behind it, or the end
 * of the paragraph. */
static uint32_t sentence_end(const struct tc_scan *s, uint32_t from)
{
	uint32_t i = from;

	while (i < s->text.n && i - from < SENTENCE_MAX) {
		const char c = s->text.p[i++];
		if (c == '\n')
			break;
		if (c == '.' && i < s->text.n &&
		    (s->text.p[i] == ' ' || s->text.p[i] == '\n'))
			break;
	}
	return i;
}

static bool is_cited_day(const struct tc_date_mention *d)
{
	return d->role == TC_ROLE_CITED && d->from.day && d->from.year;
}

/* Whether one may stand in the same sentence, which is worth reading then. */
static bool cites_day_behind(const struct tc_date_list *dates, size_t i)
{
	const uint32_t stop = dates->v[i].end + SENTENCE_MAX;

	while (++i < dates->n && dates->v[i].start < stop)
		if (is_cited_day(&dates->v[i]))
			return true;
	return false;
}

/* The day without a year lies near the one that is so many years behind
 * `then`, and takes its year. */
static bool infer_behind(struct tc_date_mention *d, struct tc_date then,
			 uint32_t years)
{
	struct tc_date from, to;

	then.year = (int16_t)(then.year + (int)years);
	if (!tc_date_valid(then))	/* 29 February */
		then.day--;
	if (!in_year(d, then.year, &from, &to))
		return false;
	const int64_t apart = tc_date_days(from) - tc_date_days(then);
	if (apart > SPAN_NEAR_DAYS || apart < -SPAN_NEAR_DAYS)
		return false;
	infer(d, from, to, TC_YEAR_FROM_SPAN, .8f);
	return true;
}

bool tc_year_from_span(const struct tc_scan *s,
		       const struct tc_date_list *dates, size_t i)
{
	struct tc_date_mention *d = &dates->v[i];

	if (!d->from.day || !cites_day_behind(dates, i))
		return false;
	const uint32_t stop = sentence_end(s, d->end);
	uint32_t behind = 0;
	const uint32_t years = span_years(s, d->end, stop, &behind);
	if (!years)
		return false;
	for (size_t k = i + 1; k < dates->n && dates->v[k].start < stop; k++) {
		const struct tc_date_mention *cited = &dates->v[k];
		if (cited->start >= behind && is_cited_day(cited))
			return infer_behind(d, cited->from, years);
	}
	return false;
}

/* The first number that begins at byte `off` or behind it. */
static size_t first_number(const struct tc_number_list *numbers, uint32_t off)
{
	size_t from = 0, to = numbers->n;

	while (from < to) {
		const size_t half = (from + to) / 2;
		if (numbers->v[half].start < off)
			from = half + 1;
		else
			to = half;
	}
	return from;
}

/* "Chỉ thị 05 của Tỉnh ủy": none that the registry has. */
static bool is_of_other(const struct tc_scan *s, const struct tc_number *n)
{
	return !n->issuer.n && !n->issuer_unit.n &&
	       tc_scan_says(s, tc_scan_token_at(s, n->end), TC_SAYS_CUA);
}

bool tc_year_from_known_span(const struct tc_scan *s,
			     const struct tc_registry *registry,
			     const struct tc_number_list *numbers,
			     struct tc_date until, struct tc_date_mention *d)
{
	uint32_t behind = 0;

	if (!registry || !d->from.day || !numbers->n ||
	    numbers->v[numbers->n - 1].start < d->end)
		return false;
	const uint32_t stop = sentence_end(s, d->end);
	const uint32_t years = span_years(s, d->end, stop, &behind);
	for (size_t k = years ? first_number(numbers, behind) : numbers->n;
	     k < numbers->n && numbers->v[k].start < stop; k++) {
		const struct tc_number *const n = &numbers->v[k];
		if (is_of_other(s, n))
			continue;
		const struct tc_date then = tc_registry_day_near(
			registry, n, d->from, SPAN_NEAR_DAYS,
			until.year ? until.year - (int)years : INT_MAX);
		if (then.year)
			return infer_behind(d, then, years);
	}
	return false;
}

bool tc_year_from_weekday(const struct tc_scan *s, struct tc_date after,
			  struct tc_date until, struct tc_date_mention *d)
{
	const int weekday = printed_weekday(s, d);
	struct tc_date from, to, found_from = { 0 }, found_to = { 0 };

	if (weekday < 0 || until.year - after.year > WEEKDAY_YEARS_MAX)
		return false;
	for (int year = after.year; year <= until.year; year++) {
		if (!in_year(d, year, &from, &to) ||
		    first_day(from) < first_day(after) ||
		    last_day(to) > last_day(until) ||
		    tc_date_weekday(from) != weekday)
			continue;
		if (found_from.year)
			return false;
		found_from = from;
		found_to = to;
	}
	if (!found_from.year)
		return false;
	infer(d, found_from, found_to, TC_YEAR_FROM_WEEKDAY, .6f);
	return true;
}

bool tc_year_from_near(const struct tc_date_mention *m, int days,
		       struct tc_date_mention *d)
{
	struct tc_date from, to;

	if (!m->from.month || !tc_date_known(m->from) || m->inferred ||
	    (!m->from.day && m->from.month != d->from.month))
		return false;
	for (int year = m->from.year - 1; year <= m->from.year + 1; year++) {
		if (!in_year(d, year, &from, &to))
			continue;
		const int64_t apart = first_day(from) - first_day(m->from);
		if (apart > days || apart < -days)
			continue;
		infer(d, from, to, TC_YEAR_FROM_NEAR, .6f);
		return true;
	}
	return false;
}

/* The day of the document that a number without a year beside it means; zero
 * where it is not that of the registry. */
static struct tc_date day_of_document(const struct tc_number *n)
{
	const size_t at = tc_str_find(n->id, TC_STR("@"), 0);
	struct tc_date d = { 0 };

	if (n->date.year || !n->date.day || at == SIZE_MAX ||
	    !tc_date_read(tc_str_from(n->id, at + 1), &d) ||
	    d.day != n->date.day || d.month != n->date.month)
		return (struct tc_date){ 0 };
	return d;
}

/* Between a number and its date: "của Bộ Chính trị, ". */
#define DOCUMENT_GAP_MAX 120

void tc_years_from_documents(const struct tc_number_list *numbers,
			     struct tc_date_list *dates)
{
	for (size_t i = 0, k = 0; i < numbers->n; i++) {
		const struct tc_number *n = &numbers->v[i];
		const struct tc_date day = day_of_document(n);
		while (k < dates->n && dates->v[k].start < n->end)
			k++;
		if (!day.year || k == dates->n)
			continue;
		struct tc_date_mention *const m = &dates->v[k];
		if (m->role == TC_ROLE_CITED && m->from.day == day.day &&
		    m->from.month == day.month &&
		    (m->inferred || !m->from.year) &&
		    m->start - n->end <= DOCUMENT_GAP_MAX)
			infer(m, day, day, TC_YEAR_FROM_DOCUMENT, .9f);
	}
}

static void lend_day(const struct tc_registry *registry, struct tc_number *m,
		     struct tc_date day)
{
	if (m->issuer.n && !m->date.year &&
	    !(m->year.n && tc_docnum_figures(m->year) != day.year) &&
	    (!registry ||
	     tc_registry_date(registry, m, day) == TC_REGISTRY_LACKS))
		m->date = day;
}

/* Between "quyết định số 2804/QĐ-UBND" and "và quyết định số 2805/QĐ-UBND". */
#define PAIR_GAP_MAX 40

/* Whether the next number is of a pair: one type, and nothing ends between. */
static bool is_pair(const struct tc_scan *s, const struct tc_number *m)
{
	const uint32_t n = m[1].start - m->end;

	return m[1].start > m->end && n <= PAIR_GAP_MAX &&
	       tc_str_eq(m->type, m[1].type) &&
	       !memchr(s->text.p + m->end, '.', n) &&
	       !memchr(s->text.p + m->end, '\n', n) &&
	       tc_str_find(tc_str(s->text.p + m->end, n), TC_STR("và"), 0) !=
		       SIZE_MAX;
}

/* "số 31-KH/TU ban hành ngày 15/9": read as its day, without the year. */
static bool is_its_day(const struct tc_number *m,
		       const struct tc_date_mention *d)
{
	return !m->date.year && m->date.day &&
	       m->date.day == d->from.day && m->date.month == d->from.month &&
	       d->start - m->end <= DOCUMENT_GAP_MAX;
}

void tc_years_to_documents(const struct tc_scan *s,
			   const struct tc_registry *registry,
			   struct tc_number_list *numbers,
			   const struct tc_date_list *dates)
{
	size_t k = 0;		/* numbers that end before the date */

	for (size_t i = 0; i < dates->n; i++) {
		const struct tc_date_mention *const d = &dates->v[i];
		while (k < numbers->n && numbers->v[k].end <= d->start)
			k++;
		if (!d->inferred || d->role != TC_ROLE_CITED || !d->from.day ||
		    !tc_date_same(d->from, d->to))
			continue;
		if (k && (tc_date_is_of_document(s, &numbers->v[k - 1], d) ||
			  is_its_day(&numbers->v[k - 1], d)))
			lend_day(registry, &numbers->v[k - 1], d->from);
		else if (k < numbers->n &&
			 tc_date_is_of_document(s, &numbers->v[k], d)) {
			lend_day(registry, &numbers->v[k], d->from);
			if (k + 1 < numbers->n && is_pair(s, &numbers->v[k]))
				lend_day(registry, &numbers->v[k + 1],
					 d->from);
		}
	}
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The year of an article that prints none beside its event, told by what it
 * says of the year it was written in:
 *
 *   "Sáng 12/9 ... mở lớp năm 2022"                 2022
 *   "Sáng 27/3 ... làm xong trong tháng 4/2015"     2015
 *   "Ngày 25/12 ... tổng kết năm 2020, nhiệm vụ
 *    năm 2021"                                      2020
 *   "Ngày 8/1 ... tổng kết năm 2020"                none: it may be either
 *   "Ngày 18/6 ... Đại hội nhiệm kỳ 2020 - 2025"    2020
 */
#include "config.h"

#include "fact/date-line.h"
#include "fact/date-role.h"
#include "fact/published-part.h"
#include "fact/published-year.h"

#include "fact/date.h"

/* The first year of the Party's press on the web. */
#define YEAR_MIN 2000
/* Work of a year is told of from its first days to those of the next. */
#define NEW_YEAR_MONTH 2
#define OLD_YEAR_MONTH 11
/* Of months longer ago than these it may be another year. */
#define PAST_MONTHS 2
#define TERM_YEARS_MAX 5
#define SENTENCE_WORDS 60

/* What the text says of years. */
struct said {
	int last, before;	/* the latest, and one before it; 0: none */
	bool exact;		/* the latest with a month */
	bool sure;		/* by itself, or with no month long past */
};

/* A year of its own: no document's, none of history, no goal of years to
 * come. */
static int year_of(const struct tc_date_mention *m)
{
	if (m->role == TC_ROLE_CITED || m->role == TC_ROLE_HISTORIC ||
	    m->inferred || m->from.year != m->to.year ||
	    m->from.year < YEAR_MIN ||
	    (m->role == TC_ROLE_FUTURE && !m->from.month))
		return 0;
	return m->from.year;
}

static struct said years_said(const struct tc_date_list *dates, int month)
{
	struct said said = { 0 };

	for (size_t i = 0; i < dates->n; i++) {
		const struct tc_date_mention *const m = &dates->v[i];
		const int year = year_of(m);
		if (year > said.last)
			said = (struct said){ .last = year };
		if (!year || year < said.last)
			continue;
		said.exact |= m->from.month != 0;
		said.sure |= !m->from.month ||
			     m->to.month + PAST_MONTHS >= month;
	}
	for (size_t i = 0; i < dates->n; i++)
		if (said.last && year_of(&dates->v[i]) == said.last - 1)
			said.before = said.last - 1;
	return said;
}

/* The one that they leave no doubt of. */
static bool year_from_said(const struct tc_date_list *dates,
			   struct tc_date_mention *d)
{
	const int month = d->to.month;
	const struct said said = years_said(dates, month);
	int year = said.last;

	if (!year || !said.sure)
		return false;
	if (month >= OLD_YEAR_MONTH && !said.exact) {
		if (!said.before)
			return false;
		year = said.before;
	}
	if (month <= NEW_YEAR_MONTH && !said.exact && !said.before)
		return false;
	return tc_year_infer(d, year, TC_YEAR_FROM_SAID);
}

/* The number of a year's four figures; 0: none. */
static int year_at(const struct tc_scan *s, size_t i)
{
	const struct tc_str word = i < s->tokens.n ? s->tokens.v[i].bare
						   : TC_STR("");
	int year = 0;

	if (word.n != 4)
		return 0;
	for (size_t k = 0; k < word.n; k++) {
		if (word.p[k] < '0' || word.p[k] > '9')
			return 0;
		year = year * 10 + (word.p[k] - '0');
	}
	return year;
}

static bool is_word(const struct tc_scan *s, size_t i, const char *word)
{
	return i < s->tokens.n && tc_str_is(s->tokens.v[i].exact, word);
}

/* "nhiệm kỳ 2020 - 2025" at token i: its first year; 0: none. */
static int term_at(const struct tc_scan *s, size_t i)
{
	if (!is_word(s, i, "nhiệm") || !is_word(s, i + 1, "kỳ"))
		return 0;
	const int first = year_at(s, i + 2), last = year_at(s, i + 3);

	return first >= YEAR_MIN && last > first &&
	       last <= first + TERM_YEARS_MAX ? first : 0;
}

/* A congress that is held: no "Nghị quyết Đại hội". */
static bool is_congress(const struct tc_scan *s, size_t i)
{
	return tc_scan_says(s, i, TC_SAYS_DAI) &&
	       tc_scan_says(s, i + 1, TC_SAYS_HOI) &&
	       !(i && is_word(s, i - 1, "quyết"));
}

/* A congress of the sentence is held in the first year of its term. */
static bool year_from_term(const struct tc_scan *s, struct tc_date_mention *d)
{
	const size_t from = tc_scan_token_at(s, d->end);
	bool congress = false;

	for (size_t i = from; i < s->tokens.n && i < from + SENTENCE_WORDS; i++) {
		if (i > from && tc_scan_gap_bits(s, i) & TC_GAP_STOP)
			break;
		congress |= is_congress(s, i);
		const int year = congress ? term_at(s, i) : 0;
		if (year)
			return tc_year_infer(d, year, TC_YEAR_FROM_TERM);
	}
	return false;
}

/* "Vừa qua, ngày 8/5, ...", "Theo kế hoạch, sáng 8/5, ...": a clause begins
 * with it. */
static bool begins_clause(const struct tc_publication *r,
			  const struct tc_date_mention *d)
{
	const size_t i = tc_scan_token_at(r->scan, d->start);

	return tc_publication_opens(r, d) ||
	       tc_scan_gap(r->scan, i) == TC_GAP_COMMA ||
	       (i && tc_date_is_in_day(r->scan, i) &&
		tc_scan_gap(r->scan, i - 1) == TC_GAP_COMMA);
}

void tc_publication_year_said(struct tc_publication *r)
{
	size_t i = 0;

	for (; i < r->dates->n; i++) {
		struct tc_date_mention *const d = &r->dates->v[i];
		if (d->role != TC_ROLE_EVENT || !d->to.day)
			continue;
		if (!tc_mention_is_open(d) ||
		    d->start >= tc_publication_lead_end(r) ||
		    !begins_clause(r, d))
			return;
		break;
	}
	if (i == r->dates->n)
		return;
	struct tc_date_mention said = r->dates->v[i];
	if ((year_from_term(r->scan, &said) ||
	     year_from_said(r->dates, &said)) &&
	    tc_publication_may_be(r, said.to) &&
	    tc_date_first(said.to) >= tc_date_first(r->cited))
		r->dates->v[i] = said;
}

/* Two days of an account of old lie no farther apart. */
#define HISTORY_DAYS 182
/* Bytes between two days of one account. */
#define ACCOUNT_MAX 400

/* Not "thành lập ngày 3/2/1930": a clause begins with the day. */
static bool begins_account(const struct tc_publication *r,
			   const struct tc_date_mention *d)
{
	const size_t i = tc_scan_token_at(r->scan, d->start);

	return tc_publication_opens(r, d) || !i ||
	       tc_scan_gap(r->scan, i) == TC_GAP_COMMA ||
	       tc_str_is(r->scan->tokens.v[i - 1].bare, "sau");
}

/* "Ngày 2/3 vừa qua" */
static bool is_just_past(const struct tc_publication *r,
			 const struct tc_date_mention *d)
{
	const size_t i = tc_scan_token_at(r->scan, d->end);

	return i < r->scan->tokens.n &&
	       (tc_str_is(r->scan->tokens.v[i].exact, "vừa") ||
		tc_str_is(r->scan->tokens.v[i].exact, "này"));
}

void tc_publication_account(const struct tc_publication *r, size_t i)
{
	struct tc_date_mention *const d = &r->dates->v[i];

	if (!i || !tc_mention_is_open(d) || !d->to.day)
		return;
	const struct tc_date_mention *const before = d - 1;
	const uint32_t gap = d->start - before->end;
	/* "Tháng 4/1975 ... Rạng sáng 29/4" */
	const bool month = !before->to.day && before->to.month == d->to.month;
	if (gap > ACCOUNT_MAX ||
	    before->role != TC_ROLE_HISTORIC || !(before->to.day || month) ||
	    !begins_account(r, before) || is_just_past(r, d) ||
	    before->to.year >= TC_PRESS_YEAR ||
	    tc_date_mention_is(before, TC_RULE_PAIR) ||
	    memchr(r->scan->text.p + before->end, '\n', gap) ||
	    (tc_publication_opens(r, d) && !month))
		return;
	if (tc_year_from_near(before, HISTORY_DAYS, d))
		d->role = TC_ROLE_HISTORIC;
}

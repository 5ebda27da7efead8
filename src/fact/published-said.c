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

bool tc_year_from_said(const struct tc_date_list *dates,
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

bool tc_year_from_term(const struct tc_scan *s, struct tc_date_mention *d)
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

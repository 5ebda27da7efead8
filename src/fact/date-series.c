/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/date-match.h"

#include "fact/date.h"

/* Months and quarters differ in their word and in how a value is read. */
struct series {
	enum tc_lex_word keyword;
	bool (*take_value)(struct tc_cursor *c, struct tc_date *d);
};

struct part {
	struct tc_date date;
	bool spoken;		/* "tháng" or "quý" stands before it */
	bool ranged;		/* a dash or "đến" stands before it */
	uint32_t start, end;
};

static bool take_month(struct tc_cursor *c, struct tc_date *d)
{
	return tc_cursor_take_small(c, 12, &d->month) ||
	       tc_cursor_take_month_name(c, &d->month);
}

static bool take_quarter(struct tc_cursor *c, struct tc_date *d)
{
	const struct tc_lex lex = tc_cursor_peek(c);

	if (lex.kind == TC_LEX_NUMBER ? lex.digits > 2 :
					lex.word != TC_WORD_ROMAN)
		return false;
	if (!lex.value || lex.value > 4)
		return false;
	d->quarter = (uint8_t)lex.value;
	c->at = lex.end;
	return true;
}

static const struct series months = { TC_WORD_THANG, take_month };
static const struct series quarters = { TC_WORD_QUY, take_quarter };

static bool take_part(struct tc_cursor *c, const struct series *s,
		      struct part *part)
{
	*part = (struct part){ .start = tc_cursor_peek(c).start };
	part->spoken = tc_cursor_take_word(c, s->keyword);
	if (!s->take_value(c, &part->date))
		return false;
	if (!part->date.year)
		tc_cursor_take_year_tail(c, &part->date.year);
	part->end = c->at;
	return true;
}

static size_t take_parts(struct tc_cursor *c, const struct series *s,
			 struct part *parts)
{
	struct tc_date_link link;
	size_t n = 0;

	if (!take_part(c, s, &parts[n++]) || !parts[0].spoken)
		return 0;
	while (n < TC_DATE_ITEMS_MAX && tc_cursor_take_link(c, &link) &&
	       !link.spoken && take_part(c, s, &parts[n])) {
		if (parts[n - 1].date.year && !link.range)
			break;
		parts[n++].ranged = link.range;
	}
	return n;
}

static int rank(struct tc_date d)
{
	return d.month ? d.month : d.quarter;
}

/* Whether the first n make one mention: "tháng 5, 6/2022", "từ tháng 5 đến
 * tháng 8"; of "tháng 3, 4 đồng chí" only the first does. */
static bool stands(const struct part *parts, size_t n)
{
	const struct part *last = &parts[n - 1];

	if (n == 1)
		return true;
	if (last->date.year)
		return n == 2 || !parts[n - 2].date.year;
	return n == 2 && last->spoken && last->ranged &&
	       !parts[0].date.year && rank(parts[0].date) < rank(last->date);
}

static void inherit_years(struct part *parts, size_t n)
{
	for (size_t i = n - 1; i-- > 0;) {
		struct tc_date *d = &parts[i].date;
		const struct tc_date next = parts[i + 1].date;
		if (!d->year && next.year)
			d->year = (int16_t)(next.year -
					    (rank(*d) > rank(next)));
	}
}

/* "(tháng 11/1929 - tháng 11/2019)": an anniversary, and not the time
 * between. */
static bool is_pair(const struct part *parts, size_t n)
{
	return n == 2 && parts[1].ranged && parts[0].date.year &&
	       parts[0].date.year < parts[1].date.year - 1 &&
	       rank(parts[0].date) == rank(parts[1].date);
}

static bool match_series(struct tc_cursor *c, const struct series *s,
			 struct tc_date_match *m)
{
	struct part parts[TC_DATE_ITEMS_MAX];
	struct tc_cursor try = *c;
	size_t n = take_parts(&try, s, parts);

	if (!n)
		return false;
	while (!stands(parts, n))
		n--;
	inherit_years(parts, n);
	if (tc_date_first(parts[0].date) > tc_date_first(parts[n - 1].date))
		n = 1;
	c->at = parts[n - 1].end;
	m->from = parts[0].date;
	m->to = parts[n - 1].date;
	if (is_pair(parts, n)) {
		c->at = parts[0].end;
		m->to = m->from;
		m->pair = parts[1].start;
		m->pair_end = parts[1].end;
		m->pair_date = parts[1].date;
	}
	return true;
}

/* "Tháng Mười Hai 14, 2017": the English order, as WordPress prints it. */
static void take_english_order(struct tc_cursor *c, struct tc_date_match *m)
{
	struct tc_cursor try = *c;
	struct tc_date d = m->from;

	if (d.year || m->to.month != d.month ||
	    !tc_cursor_take_small(&try, 31, &d.day) ||
	    !tc_cursor_take(&try, TC_LEX_COMMA) ||
	    !tc_cursor_take_year(&try, &d.year))
		return;
	m->from = d;
	m->to = d;
	*c = try;
}

bool tc_date_match_months(struct tc_cursor *c, struct tc_date_match *m)
{
	if (!match_series(c, &months, m))
		return false;
	take_english_order(c, m);
	return true;
}

bool tc_date_match_quarters(struct tc_cursor *c, struct tc_date_match *m)
{
	return match_series(c, &quarters, m);
}

/* Whether year carries on: "2021, 2022 và 2023", "2019 đến năm 2023".  A
 * number that is not the next year is a count ("năm 2023, 2000 đảng viên"). */
static bool year_carries_on(struct tc_date_link link, int16_t last,
			    int16_t year)
{
	return link.range ? year > last : year == last + 1;
}

/* "từ" before byte `at`. */
static bool is_behind_from(struct tc_str text, uint32_t at)
{
	const struct tc_str before = tc_str(text.p, at);

	return tc_str_ends(before, TC_STR("từ ")) ||
	       tc_str_ends(before, TC_STR("Từ "));
}

bool tc_date_match_years(struct tc_cursor *c, struct tc_date_match *m)
{
	const bool from = is_behind_from(c->pieces->text, c->at);

	if (!tc_cursor_take_word(c, TC_WORD_NAM) ||
	    !tc_cursor_take_year(c, &m->from.year))
		return false;
	m->to = m->from;
	for (int i = 0; i < TC_DATE_ITEMS_MAX; i++) {
		struct tc_cursor try = *c;
		struct tc_date_link link;
		int16_t year;
		if (!tc_cursor_take_link(&try, &link) || link.spoken)
			break;
		if (tc_cursor_take_word(&try, TC_WORD_NAM) && !link.range)
			break;
		if (!tc_cursor_take_year(&try, &year) ||
		    !year_carries_on(link, m->to.year, year))
			break;
		/* with a dash it is a term, a plan or a school year */
		m->refused |= link.dash && !from;
		m->to.year = year;
		*c = try;
	}
	return !m->refused;
}

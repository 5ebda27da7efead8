/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/date.h"

#include "base/language.h"
#include "fact/date-match.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <stdio.h>

/* A longer one was not typed by a person. */
#define RANGE_MAX 96

static const char no_day[] = N_("no such day");
static const char no_month[] = N_("no such month");
static const char no_quarter[] = N_("no such quarter");
static const char no_term[] = N_("no such term");
static const char no_year[] = N_("a year of four digits is needed");
static const char not_a_date[] =
	N_("not a date; write 2023, 6/2023, 15/6/2023 or quý 4/2023");
static const char reversed[] = N_("the range ends before it begins");

/* Terms of the Central Committee, from congress to congress. */
static const struct term {
	uint32_t number;
	struct tc_date from, to;	/* to: zero while it lasts */
} terms[] = {
	{ 10, { .year = 2006, .month = 4 }, { .year = 2011, .month = 1 } },
	{ 11, { .year = 2011, .month = 1 }, { .year = 2016, .month = 1 } },
	{ 12, { .year = 2016, .month = 1, .day = 28 },
	  { .year = 2021, .month = 2, .day = 1 } },
	{ 13, { .year = 2021, .month = 2 }, { .year = 2026, .month = 1 } },
	{ 14, { .year = 2026, .month = 1 }, { 0 } },
};

struct range {
	struct tc_date from, to;
};

static bool at_end(const struct tc_cursor *c)
{
	return tc_cursor_peek(c).kind == TC_LEX_END;
}

static bool read_canonical(struct tc_str s, struct range *r)
{
	if (!tc_date_read(s, &r->from) || !tc_date_known(r->from))
		return false;
	r->to = r->from;
	return true;
}

/* "khóa XIII", "khoa 13" */
static bool read_term(struct tc_str s, struct range *r, const char **why)
{
	struct tc_pieces pieces;
	struct tc_cursor c = tc_cursor_start(&pieces, s, 0);

	if (!tc_cursor_take_word(&c, TC_WORD_TERM))
		return false;
	const struct tc_lex lex = tc_cursor_peek(&c);
	c.at = lex.end;
	*why = no_term;
	if ((lex.kind != TC_LEX_NUMBER && lex.word != TC_WORD_ROMAN) ||
	    !at_end(&c))
		return false;
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		if (terms[i].number != lex.value)
			continue;
		*r = (struct range){ terms[i].from, terms[i].to };
		return true;
	}
	return false;
}

/* "2020-2025", "nhiệm kỳ 2020 - 2025" */
static bool read_years(struct tc_str s, struct range *r)
{
	struct tc_pieces pieces;
	struct tc_cursor c = tc_cursor_start(&pieces, s, 0);
	struct range read = { { 0 }, { 0 } };

	while (tc_cursor_take_word(&c, TC_WORD_OFFICE))
		;
	if (!tc_cursor_take_year(&c, &read.from.year) ||
	    !tc_cursor_take(&c, TC_LEX_DASH) ||
	    !tc_cursor_take_year(&c, &read.to.year) || !at_end(&c))
		return false;
	*r = read;
	return true;
}

static bool read_printed(struct tc_str s, struct range *r, const char **why)
{
	struct tc_date_match m;
	static const enum tc_trigger triggers[] = {
		TC_TRIGGER_STRONG, TC_TRIGGER_WEAK
	};

	for (size_t i = 0; i < sizeof triggers / sizeof *triggers; i++) {
		if (!tc_date_match(s, 0, triggers[i], &m) || m.end != s.n)
			continue;
		if (!tc_date_known(m.to) || m.two_digit) {
			*why = no_year;
			return false;
		}
		*r = (struct range){ m.from, m.to };
		return true;
	}
	return false;
}

/* Numbers with one sign between them, the year first or last: "5.2024",
 * "2024-5", "2024/5/15". */
static bool read_numbers(struct tc_str s, struct range *r)
{
	int v[3] = { 0 }, n = 0, digits[3] = { 0 };
	struct tc_date d = { 0 };
	char sign = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] >= '0' && s.p[i] <= '9') {
			if (++digits[n] > 4)
				return false;
			v[n] = v[n] * 10 + (s.p[i] - '0');
			continue;
		}
		if (!digits[n] || ++n > 2 || (sign && s.p[i] != sign) ||
		    (s.p[i] != '.' && s.p[i] != '/' && s.p[i] != '-'))
			return false;
		sign = s.p[i];
	}
	if (!n || !digits[n] || (digits[0] == 4) == (digits[n] == 4))
		return false;
	bool first = digits[0] == 4;
	d.year = (int16_t)v[first ? 0 : n];
	d.month = (uint8_t)(v[n == 1 && !first ? 0 : 1] % 256);
	if (n == 2)
		d.day = (uint8_t)(v[first ? 2 : 0] % 256);
	*r = (struct range){ d, d };
	return d.month && tc_date_valid(d);
}

/* "6 tháng đầu năm 2023", "3 tháng cuối năm 2023" */
static bool read_months(struct tc_str s, struct range *r)
{
	TC_SCOPED_BUF lower = { 0 }, bare = { 0 };
	int months, year, end = 0, start = 0;

	tc_fold_lower(s, &lower);
	tc_fold_bare(tc_buf_str(&lower), &bare);
	if (sscanf(tc_buf_cstr(&bare), "%2d thang %n", &months, &start) != 1 ||
	    !start || months < 1 || months > 12)
		return false;
	const char *rest = bare.p + start;
	bool early = sscanf(rest, "dau nam %4d%n", &year, &end) == 1;
	if (!early && sscanf(rest, "cuoi nam %4d%n", &year, &end) != 1)
		return false;
	if (rest[end] || year < 1000)
		return false;
	*r = (struct range){ { .year = (int16_t)year, .month = 1 },
			     { .year = (int16_t)year, .month = 12 } };
	if (early)
		r->to.month = (uint8_t)months;
	else
		r->from.month = (uint8_t)(13 - months);
	return true;
}

/* What is wrong with what looks like a date: by its numbers. */
static const char *diagnose(struct tc_str s)
{
	struct tc_pieces pieces;
	struct tc_cursor c = tc_cursor_start(&pieces, s, 0);
	uint32_t value[3] = { 0 }, digits[3] = { 0 };
	bool quarter = false;
	size_t n = 0;

	for (;;) {
		const struct tc_lex lex = tc_cursor_peek(&c);
		if (lex.kind == TC_LEX_END)
			break;
		if (lex.kind == TC_LEX_NUMBER && n < 3) {
			value[n] = lex.value;
			digits[n++] = lex.digits;
		}
		quarter |= lex.word == TC_WORD_QUY;
		c.at = lex.end;
	}
	if (n > 1 && digits[0] == 4) {
		const uint32_t swap = value[0];
		value[0] = value[n - 1];
		value[n - 1] = swap;
		digits[n - 1] = 4;
	}
	if (quarter && n)
		return n > 1 && digits[1] == 4 ? no_quarter : no_year;
	if (n < 2)
		return not_a_date;
	if (digits[n - 1] != 4)
		return no_year;
	return n == 2 || value[1] > 12 || !value[1] ? no_month : no_day;
}

static bool read_point(struct tc_str s, struct range *r, const char **why)
{
	*why = NULL;
	if (read_canonical(s, r) || read_term(s, r, why) ||
	    read_years(s, r) || (!*why && read_printed(s, r, why)) ||
	    (!*why && (read_numbers(s, r) || read_months(s, r))))
		return true;
	if (!*why)
		*why = diagnose(s);
	return false;
}

/* A word glued to a numeral ("khóaXIII", "quýIV/2023") is cut from it:
 * writes s with a blank there to out. */
static struct tc_str unglue(struct tc_str s, char out[RANGE_MAX + 1])
{
	static const char *const heads[] = { "khóa", "khoá", "khoa", "quý",
					     "qúy", "quí", "quy", "q" };
	TC_SCOPED_BUF lower = { 0 };

	tc_fold_lower(s, &lower);
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		const struct tc_str head = tc_str0(heads[i]);
		if (lower.n != s.n || s.n <= head.n ||
		    !tc_str_starts(tc_buf_str(&lower), head) ||
		    !strchr("ivx", lower.p[head.n]))
			continue;
		memcpy(out, s.p, head.n);
		out[head.n] = ' ';
		memcpy(out + head.n + 1, s.p + head.n, s.n - head.n);
		return tc_str(out, s.n + 1);
	}
	return s;
}

static bool read_side(struct tc_str s, struct range *r, const char **why)
{
	char apart[RANGE_MAX + 1];

	s = tc_str_trim(s);
	return read_point(unglue(s, apart), r, why);
}

static bool is_reversed(const struct range *r)
{
	return tc_date_known(r->from) && tc_date_known(r->to) &&
	       tc_date_first(r->from) > tc_date_last(r->to);
}

static bool read_range(struct tc_str s, struct range *r, const char **why)
{
	const size_t dots = tc_str_find(s, TC_STR(".."), 0);
	struct range end = { { 0 }, { 0 } };

	if (dots == SIZE_MAX)
		return read_side(s, r, why);
	const struct tc_str left = tc_str_trim(tc_str(s.p, dots));
	const struct tc_str right = tc_str_trim(tc_str_from(s, dots + 2));
	*why = not_a_date;
	if (!left.n && !right.n)
		return false;
	if (left.n && !read_side(left, r, why))
		return false;
	if (right.n && !read_side(right, &end, why))
		return false;
	r->to = end.to;
	return true;
}

bool tc_date_range(struct tc_str s, struct tc_date *from, struct tc_date *to,
		   const char **why)
{
	struct range r = { { 0 }, { 0 } };

	*from = *to = (struct tc_date){ 0 };
	*why = not_a_date;
	s = tc_str_trim(s);
	if (!s.n || s.n > RANGE_MAX || tc_utf8_valid(s) != s.n ||
	    !read_range(s, &r, why))
		return false;
	if (is_reversed(&r)) {
		*why = reversed;
		return false;
	}
	*why = NULL;
	*from = r.from;
	*to = r.to;
	return true;
}

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
static const char cut_short[] =
	N_("no whole date; one of several words goes in quotation marks");
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

/* "khóa XIII", "khoa 13", "nhiệm kỳ XIII", "nhiệm kỳ khóa XIII" */
static bool read_term(struct tc_str s, struct range *r, const char **why)
{
	struct tc_pieces pieces;
	struct tc_cursor c = tc_cursor_start(&pieces, s, 0);
	bool office = false;

	while (tc_cursor_take_word(&c, TC_WORD_OFFICE))
		office = true;
	const bool term = tc_cursor_take_word(&c, TC_WORD_TERM);
	const struct tc_lex lex = tc_cursor_peek(&c);
	c.at = lex.end;
	if (!(term || (office && lex.word == TC_WORD_ROMAN)) ||
	    lex.kind == TC_LEX_END)
		return false;
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

/* How many months a half, or so many, are; what follows them. */
static int count_months(const char *s, const char **rest)
{
	static const struct { const char *words; int months; } spelled[] = {
		{ "nua ", 6 }, { "ba thang ", 3 }, { "sau thang ", 6 },
		{ "chin thang ", 9 },
	};
	int months, start = 0;

	for (size_t i = 0; i < sizeof spelled / sizeof *spelled; i++) {
		const size_t n = strlen(spelled[i].words);
		*rest = s + n;
		if (strncmp(s, spelled[i].words, n) == 0)
			return spelled[i].months;
	}
	if (sscanf(s, "%2d thang %n", &months, &start) != 1 || !start)
		return 0;
	*rest = s + start;
	return months;
}

/* "6 tháng đầu năm 2023", "ba tháng cuối năm 2023", "nửa đầu năm 2023" */
static bool read_months(struct tc_str s, struct range *r)
{
	TC_SCOPED_BUF lower = { 0 }, bare = { 0 };
	int year, end = 0;
	const char *rest;

	tc_fold_lower(s, &lower);
	tc_fold_bare(tc_buf_str(&lower), &bare);
	const int months = count_months(tc_buf_cstr(&bare), &rest);
	if (months < 1 || months > 12)
		return false;
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

/* Words that a number follows. */
static bool is_head(enum tc_lex_word word)
{
	return word == TC_WORD_NGAY || word == TC_WORD_THANG ||
	       word == TC_WORD_QUY || word == TC_WORD_NAM ||
	       word == TC_WORD_TERM || word == TC_WORD_OFFICE;
}

/* What is wrong with what looks like a date: by its numbers. */
static const char *diagnose(struct tc_str s)
{
	struct tc_pieces pieces;
	struct tc_cursor c = tc_cursor_start(&pieces, s, 0);
	uint32_t value[3] = { 0 }, digits[3] = { 0 };
	bool quarter = false, head = false;
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
		head |= is_head(lex.word);
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
	if (!n && head)
		return cut_short;
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

/* Heads of dates that may be glued to their number ("khóaXIII", "quýIV/2023",
 * "T5/2024"): before one of which signs, and what stands for them. */
static const struct {
	const char *glued, *before, *apart;
} heads[] = {
	{ "khóa", "ivx", "khóa " }, { "khoá", "ivx", "khóa " },
	{ "khoa", "ivx", "khóa " }, { "quý", "ivx", "quý " },
	{ "qúy", "ivx", "quý " }, { "quí", "ivx", "quý " },
	{ "quy", "ivx", "quý " }, { "q", "ivx", "quý " },
	{ "nhiệmkỳ", "ivx", "nhiệm kỳ " }, { "nhiemky", "ivx", "nhiệm kỳ " },
	{ "t", "0123456789", "tháng " },
	{ "quý một", " /", "quý 1" }, { "quý hai", " /", "quý 2" },
	{ "quý ba", " /", "quý 3" }, { "quý bốn", " /", "quý 4" },
	{ "quý tư", " /", "quý 4" },
};
#define HEAD_MAX 16

/* Cuts such a head from its number: s, or what it writes to out. */
static struct tc_str unglue(struct tc_str s, char out[RANGE_MAX + HEAD_MAX])
{
	TC_SCOPED_BUF lower = { 0 };

	tc_fold_lower(s, &lower);
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		const struct tc_str head = tc_str0(heads[i].glued);
		const struct tc_str apart = tc_str0(heads[i].apart);
		if (lower.n != s.n || s.n <= head.n ||
		    !tc_str_starts(tc_buf_str(&lower), head) ||
		    !strchr(heads[i].before, lower.p[head.n]))
			continue;
		memcpy(out, apart.p, apart.n);
		memcpy(out + apart.n, s.p + head.n, s.n - head.n);
		return tc_str(out, s.n - head.n + apart.n);
	}
	return s;
}

static bool read_side(struct tc_str s, struct range *r, const char **why)
{
	char apart[RANGE_MAX + HEAD_MAX];

	s = tc_str_trim(s);
	return read_point(unglue(s, apart), r, why);
}

static bool is_reversed(const struct range *r)
{
	return tc_date_known(r->from) && tc_date_known(r->to) &&
	       tc_date_first(r->from) > tc_date_last(r->to);
}

/* Either side may be empty, but not both. */
static bool read_sides(struct tc_str left, struct tc_str right,
		       struct range *r, const char **why)
{
	struct range end = { { 0 }, { 0 } };

	left = tc_str_trim(left);
	right = tc_str_trim(right);
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

/* The word at the beginning of s, in any case; *rest is what follows. */
static bool takes(struct tc_str s, const char *word, struct tc_str *rest)
{
	const size_t n = strlen(word);
	TC_SCOPED_BUF lower = { 0 };

	if (s.n <= n || s.p[n] != ' ')
		return false;
	tc_fold_lower(tc_str(s.p, n), &lower);
	if (!tc_str_is(tc_buf_str(&lower), word))
		return false;
	*rest = tc_str_from(s, n);
	return true;
}

/* "trước năm 2010", "sau 5/2019": without these themselves. */
static bool read_beyond(struct tc_str s, struct range *r, const char **why)
{
	const bool before = takes(s, "trước", &s) || takes(s, "truoc", &s);
	struct range at;

	if ((!before && !takes(s, "sau", &s)) || !read_side(s, &at, why))
		return false;
	*r = (struct range){ { 0 }, { 0 } };
	if (before)
		r->to = tc_date_from_days(
			tc_date_days(tc_date_first_day(at.from)) - 1);
	else if (tc_date_known(at.to))
		r->from = tc_date_from_days(
			tc_date_days(tc_date_last_day(at.to)) + 1);
	return true;
}

static bool is_now(struct tc_str s)
{
	TC_SCOPED_BUF lower = { 0 };

	tc_fold_lower(tc_str_trim(s), &lower);
	return tc_str_is(tc_buf_str(&lower), "nay");
}

/* "từ 1/2021 đến 6/2022", "1/2021 đến 6/2022", "từ 2021", "đến 2015", "từ 2021
 * đến nay" */
static bool read_spoken(struct tc_str s, struct range *r, const char **why)
{
	static const char *const from[] = { "từ", "tu" };
	static const char *const to[] = { "đến", "den", "tới", "toi" };
	struct tc_str left = s, right = { NULL, 0 };
	bool spoken = false;

	for (size_t i = 0; i < sizeof from / sizeof *from; i++)
		spoken |= takes(s, from[i], &left);
	for (size_t at = 0; at < left.n && !right.n; at++)
		for (size_t i = 0; i < sizeof to / sizeof *to; i++)
			if ((!at || left.p[at - 1] == ' ') &&
			    takes(tc_str_from(left, at), to[i], &right)) {
				left.n = at;
				break;
			}
	if (left.n && is_now(right))
		right.n = 0;
	return (spoken || right.p) && read_sides(left, right, r, why);
}

/* "1/2021-6/2022": a dash between two that are whole. */
static bool read_dashed(struct tc_str s, struct range *r)
{
	static const char *const dashes[] = { "-", "–" };
	const char *why;

	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
		const struct tc_str dash = tc_str0(dashes[i]);
		for (size_t at = tc_str_find(s, dash, 0); at != SIZE_MAX;
		     at = tc_str_find(s, dash, at + 1)) {
			const struct tc_str left = tc_str(s.p, at);
			const struct tc_str right =
				tc_str_from(s, at + dash.n);
			if (tc_str_trim(left).n && tc_str_trim(right).n &&
			    read_sides(left, right, r, &why))
				return true;
		}
	}
	return false;
}

static bool read_range(struct tc_str s, struct range *r, const char **why)
{
	const size_t dots = tc_str_find(s, TC_STR(".."), 0);
	const char *spoken_why = NULL;

	if (dots != SIZE_MAX)
		return read_sides(tc_str(s.p, dots), tc_str_from(s, dots + 2),
				  r, why);
	if (read_side(s, r, why) || read_beyond(s, r, &spoken_why) ||
	    (!spoken_why && read_spoken(s, r, &spoken_why)) ||
	    (!spoken_why && read_dashed(s, r)))
		return true;
	if (spoken_why)
		*why = spoken_why;
	return false;
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
	/* up to a term that lasts: all time */
	if (!tc_date_known(r.from) && !tc_date_known(r.to)) {
		*why = not_a_date;
		return false;
	}
	if (is_reversed(&r)) {
		*why = reversed;
		return false;
	}
	*why = NULL;
	*from = r.from;
	*to = r.to;
	return true;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/date-point.h"

#include "base/language.h"
#include "fact/date.h"
#include "fact/date-match.h"
#include "fact/term.h"
#include "text/fold.h"

#include <stdio.h>

static const char no_day[] = N_("no such day");
static const char no_month[] = N_("no such month");
const char tc_date_no_quarter[] = N_("no such quarter");
static const char no_term[] = N_("no such term");
static const char no_year[] = N_("a year of four digits is needed");
static const char which_month[] =
	N_("May or a year? write 5/2023, or năm 2023");
static const char other_weekday[] =
	N_("that day is another day of the week");
static const char cut_short[] =
	N_("no whole date; one of several words goes in quotation marks");
const char tc_date_is_none[] =
	N_("not a date; write 2023, 6/2023, 15/6/2023 or quý 4/2023");

/* ---- words ---- */

static bool is_spelled(struct tc_str typed, struct tc_str word)
{
	TC_SCOPED_BUF lower = { 0 }, bare = { 0 };

	tc_fold_lower(typed, &lower);
	if (tc_str_eq(tc_buf_str(&lower), word))
		return true;
	tc_fold_bare(word, &bare);
	return tc_str_eq(tc_buf_str(&lower), tc_buf_str(&bare));
}

bool tc_date_takes(struct tc_str s, const char *words, struct tc_str *rest)
{
	const struct tc_str word = tc_str0(words);

	for (size_t at = 0; at < s.n && at <= word.n; at++) {
		if ((s.p[at] != ' ' && s.p[at] != ',') ||
		    !is_spelled(tc_str(s.p, at), word))
			continue;
		*rest = tc_str_trim(tc_str_from(s, at));
		return true;
	}
	return false;
}

void tc_date_squeeze(struct tc_str s, struct tc_buf *out)
{
	TC_SCOPED_BUF lower = { 0 }, bare = { 0 };

	tc_fold_lower(s, &lower);
	tc_fold_bare(tc_buf_str(&lower), &bare);
	for (size_t i = 0; i < bare.n; i++)
		if (bare.p[i] != ' ')
			tc_buf_addc(out, bare.p[i]);
}

/* ---- a date by itself ---- */

static bool at_end(const struct tc_cursor *c)
{
	return tc_cursor_peek(c).kind == TC_LEX_END;
}

static bool read_canonical(struct tc_str s, struct tc_span *r)
{
	if (!tc_date_read(s, &r->from) || !tc_date_known(r->from))
		return false;
	r->to = r->from;
	return true;
}

/* "khóa XIII", "khoa 13", "nhiệm kỳ XIII", "nhiệm kỳ khóa XIII" */
static bool read_term(struct tc_str s, struct tc_span *r, const char **why)
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
	return (lex.kind == TC_LEX_NUMBER || lex.word == TC_WORD_ROMAN) &&
	       at_end(&c) && tc_term_days(lex.value, &r->from, &r->to);
}

/* "nhiệm kỳ 2020 - 2025", "giai đoạn 2021-2025" */
static bool read_office(struct tc_str s, struct tc_span *r)
{
	struct tc_span read = { { 0 }, { 0 } };
	struct tc_pieces pieces;
	bool headed = tc_date_takes(s, "giai đoạn", &s);
	struct tc_cursor c = tc_cursor_start(&pieces, s, 0);

	while (tc_cursor_take_word(&c, TC_WORD_OFFICE))
		headed = true;
	if (!headed || !tc_cursor_take_year(&c, &read.from.year) ||
	    !tc_cursor_take(&c, TC_LEX_DASH) ||
	    !tc_cursor_take_year(&c, &read.to.year) || !at_end(&c))
		return false;
	*r = read;
	return true;
}

/* Two are a range, whatever a text means by "quý 3/2022 - 3/2022". */
static size_t count_years(struct tc_str s)
{
	size_t years = 0, digits = 0;

	for (size_t i = 0; i < s.n; i++) {
		digits = s.p[i] >= '0' && s.p[i] <= '9' ? digits + 1 : 0;
		years += digits == 4;
	}
	return years;
}

/* One that a text may print; the ranges and lists of those are read part by
 * part. */
static bool read_printed(struct tc_str s, struct tc_span *r, const char **why)
{
	struct tc_date_match m;
	static const enum tc_trigger triggers[] = {
		TC_TRIGGER_STRONG, TC_TRIGGER_WEAK
	};

	if (count_years(s) > 1)
		return false;
	for (size_t i = 0; i < sizeof triggers / sizeof *triggers; i++) {
		if (!tc_date_match(s, 0, triggers[i], &m) || m.end != s.n ||
		    m.pair_end || m.list || !tc_date_same(m.from, m.to))
			continue;
		if (!tc_date_known(m.to) || m.two_digit) {
			*why = no_year;
			return false;
		}
		*r = (struct tc_span){ m.from, m.to };
		return true;
	}
	return false;
}

/* Numbers with one sign between them, the year first or last: "5.2024",
 * "2024-5", "2024/5/15". */
static bool read_numbers(struct tc_str s, struct tc_span *r)
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
	const int month = v[n == 1 && !first ? 0 : 1];
	const int day = n == 2 ? v[first ? 2 : 0] : 0;
	d.year = (int16_t)v[first ? 0 : n];
	d.month = (uint8_t)month;
	d.day = (uint8_t)day;
	*r = (struct tc_span){ d, d };
	return month && month <= 12 && day <= 31 && tc_date_valid(d);
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
static bool read_months(struct tc_str s, struct tc_span *r)
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
	*r = (struct tc_span){ { .year = (int16_t)year, .month = 1 },
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
	enum tc_lex_word before = TC_WORD_OTHER;
	size_t n = 0;

	for (;;) {
		const struct tc_lex lex = tc_cursor_peek(&c);
		if (lex.kind == TC_LEX_END)
			break;
		if (lex.kind == TC_LEX_NUMBER && n < 3) {
			value[n] = lex.value;
			digits[n++] = lex.digits;
		}
		if (before == TC_WORD_THANG && lex.word == TC_WORD_NAM)
			return which_month;
		before = lex.word;
		quarter |= lex.word == TC_WORD_QUY;
		head |= is_head(lex.word);
		c.at = lex.end;
	}
	if (n > 1 && digits[0] == 4 && digits[1] == 4)
		return tc_date_is_none;
	if (n > 1 && digits[0] == 4) {
		const uint32_t swap = value[0];
		value[0] = value[n - 1];
		value[n - 1] = swap;
		digits[n - 1] = 4;
	}
	if (quarter && n)
		return n > 1 && digits[n - 1] == 4 ? tc_date_no_quarter :
						     no_year;
	if (!n && head)
		return cut_short;
	if (n < 2)
		return tc_date_is_none;
	if (digits[n - 1] != 4)
		return no_year;
	return n == 2 || value[1] > 12 || !value[1] ? no_month : no_day;
}

static bool read_point(struct tc_str s, struct tc_span *r, const char **why)
{
	*why = NULL;
	if (read_canonical(s, r) || read_term(s, r, why) ||
	    read_office(s, r) || (!*why && read_printed(s, r, why)) ||
	    (!*why && (read_numbers(s, r) || read_months(s, r))))
		return true;
	if (!*why)
		*why = diagnose(s);
	return false;
}

/* ---- the day of the week ---- */

/* From Monday, 1. */
static const struct {
	const char *words;
	int day;
} weekdays[] = {
	{ "thứ hai", 1 }, { "thứ ba", 2 }, { "thứ tư", 3 }, { "thứ năm", 4 },
	{ "thứ sáu", 5 }, { "thứ bảy", 6 }, { "thứ bẩy", 6 },
	{ "chủ nhật", 7 }, { "chúa nhật", 7 },
	{ "thứ 2", 1 }, { "thứ 3", 2 }, { "thứ 4", 3 }, { "thứ 5", 4 },
	{ "thứ 6", 5 }, { "thứ 7", 6 },
};

/* Cuts it off; 0: there is none. */
static int take_weekday(struct tc_str *s)
{
	for (size_t i = 0; i < sizeof weekdays / sizeof *weekdays; i++) {
		if (!tc_date_takes(*s, weekdays[i].words, s))
			continue;
		if (s->n && s->p[0] == ',')
			*s = tc_str_trim(tc_str_from(*s, 1));
		return weekdays[i].day;
	}
	return 0;
}

bool tc_date_is_weekday(struct tc_str s)
{
	for (size_t i = 0; i < sizeof weekdays / sizeof *weekdays; i++)
		if (is_spelled(s, tc_str0(weekdays[i].words)))
			return true;
	return false;
}

/* The first of January 1970 was a Thursday. */
static bool is_on(struct tc_date d, int weekday)
{
	return (tc_date_days(d) % 7 + 7 + 3) % 7 + 1 == weekday;
}

/* ---- glued heads ---- */

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
static struct tc_str unglue(struct tc_str s, char out[TC_DATE_TEXT_MAX + HEAD_MAX])
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

/* ---- what stands before another date ---- */

/* "5", "mười" */
static bool take_month(struct tc_cursor *c, uint8_t *month)
{
	return tc_cursor_take_small(c, 12, month) ||
	       tc_cursor_take_month_name(c, month);
}

/* "3", "III", "ba" */
static bool take_quarter(struct tc_cursor *c, uint8_t *quarter)
{
	*quarter = (uint8_t)tc_cursor_peek(c).value;
	return (take_month(c, quarter) ||
		tc_cursor_take_word(c, TC_WORD_ROMAN)) && *quarter <= 4;
}

/* A number alone counts what the date behind it does. */
static bool read_bare(struct tc_cursor c, struct tc_date after,
		      struct tc_date *d)
{
	*d = (struct tc_date){ .year = after.year,
			       .month = after.day ? after.month : 0 };
	return (after.day   ? tc_cursor_take_small(&c, 31, &d->day) :
		after.month ? take_month(&c, &d->month) :
			      take_quarter(&c, &d->quarter)) &&
	       at_end(&c);
}

/* "ngày 5", "5/3", "5 tháng 3", "tháng 3", "quý I", "5", the year and what
 * else is missing to be taken from `after`. */
static bool read_part(struct tc_str s, struct tc_date after,
		      struct tc_span *r)
{
	struct tc_pieces pieces;
	struct tc_cursor c = tc_cursor_start(&pieces, s, 0);
	struct tc_date d = { .year = after.year };
	enum tc_lex_kind sign;
	bool good;

	if (!after.month && !after.quarter)
		return false;
	if (tc_cursor_take_word(&c, TC_WORD_QUY)) {
		good = take_quarter(&c, &d.quarter) && at_end(&c);
	} else if (tc_cursor_take_word(&c, TC_WORD_THANG)) {
		good = take_month(&c, &d.month) && at_end(&c);
	} else {
		const bool day = tc_cursor_take_word(&c, TC_WORD_NGAY);
		const struct tc_cursor start = c;
		good = tc_cursor_take_small(&c, 31, &d.day) &&
		       (tc_cursor_take_word(&c, TC_WORD_THANG) ||
			tc_cursor_take_separator(&c, &sign)) &&
		       take_month(&c, &d.month) && at_end(&c);
		if (!good)
			good = (after.day || !day) &&
			       read_bare(start, after, &d);
	}
	*r = (struct tc_span){ d, d };
	return good && tc_date_valid(d);
}

/* ---- the door ---- */

/* Cuts off what days up to the tenth are counted with; whether it was there. */
static bool take_tenth(struct tc_str *s)
{
	struct tc_str rest = *s;

	tc_date_takes(rest, "ngày", &rest);
	if (!tc_date_takes(rest, "mùng", &rest) &&
	    !tc_date_takes(rest, "mồng", &rest))
		return false;
	*s = rest;
	return true;
}

bool tc_date_point(struct tc_str s, struct tc_date after, struct tc_span *out,
		   const char **why)
{
	char apart[TC_DATE_TEXT_MAX + HEAD_MAX];

	s = tc_str_trim(s);
	const int weekday = take_weekday(&s);
	const bool tenth = take_tenth(&s);
	s = unglue(s, apart);
	if (!read_point(s, out, why) && !read_part(s, after, out))
		return false;
	const bool day = out->from.day && tc_date_same(out->from, out->to);
	*why = no_day;
	if (tenth && (!day || out->from.day > 10))
		return false;
	*why = other_weekday;
	return !weekday || (day && is_on(out->from, weekday));
}

struct tc_str tc_date_head(struct tc_str s, char room[TC_DATE_HEAD_MAX])
{
	char apart[TC_DATE_TEXT_MAX + HEAD_MAX];
	struct tc_pieces pieces;

	s = unglue(tc_str_trim(s), apart);
	struct tc_cursor c = tc_cursor_start(&pieces, s, 0);
	const struct tc_lex lex = tc_cursor_peek(&c);
	if (!is_head(lex.word) || lex.end > TC_DATE_HEAD_MAX)
		return (struct tc_str){ NULL, 0 };
	memcpy(room, s.p, lex.end);
	return tc_str(room, lex.end);
}

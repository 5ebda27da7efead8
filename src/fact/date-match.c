/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/date-match.h"

#include "fact/date.h"
#include "text/fold.h"
#include "text/utf8.h"

static bool take_month(struct tc_cursor *c, struct tc_date *d)
{
	return tc_cursor_take_small(c, 12, &d->month) &&
	       tc_cursor_take(c, TC_LEX_SLASH) &&
	       tc_cursor_take_year(c, &d->year);
}

/* "5/2023" without "tháng", where từ or đến stands before. */
static bool match_bare_month(struct tc_cursor *c, enum tc_trigger trigger,
			     struct tc_date_match *m)
{
	if (trigger == TC_TRIGGER_NONE || !take_month(c, &m->from))
		return false;
	m->to = m->from;
	return true;
}

static bool take_year(struct tc_cursor *c, struct tc_date *d)
{
	return tc_cursor_take_year(c, &d->year);
}

/* Two dates in brackets with a dash between them, each as `take` reads it. */
static bool take_pair(struct tc_cursor *c,
		      bool (*take)(struct tc_cursor *, struct tc_date *),
		      struct tc_date_match *m)
{
	const struct tc_str text = c->pieces->text;

	if (!c->at || text.p[c->at - 1] != '(' || !take(c, &m->from))
		return false;
	m->to = m->from;
	struct tc_cursor try = *c;
	if (!tc_cursor_take(&try, TC_LEX_DASH))
		return false;
	m->pair = tc_cursor_peek(&try).start;
	if (!take(&try, &m->pair_date))
		return false;
	m->pair_end = try.at;
	return try.at < text.n && text.p[try.at] == ')';
}

/* "(11/1929 - 11/2019)": an anniversary, of whose day nothing is known. */
static bool match_month_pair(struct tc_cursor *c, enum tc_trigger trigger,
			     struct tc_date_match *m)
{
	(void)trigger;
	return take_pair(c, take_month, m) &&
	       m->from.month == m->pair_date.month &&
	       m->from.year < m->pair_date.year;
}

/* Bytes before a pair of years in which its line may tell what they are. */
#define TOLD_MAX 1024

static struct tc_str line_before(struct tc_str text, uint32_t at)
{
	const uint32_t near = at > TOLD_MAX ? at - TOLD_MAX : 0;
	const char *const p = memrchr(text.p + near, '\n', at - near);
	const char *const from = p ? p + 1 : text.p + near;

	return tc_str(from, (size_t)(text.p + at - from));
}

/* Whether the words tell this number of two digits or three: "80 năm", "the
 * 80th". */
static bool tells_number(struct tc_str words, int number)
{
	size_t at = words.n;

	while (at) {
		const size_t end = at;
		int n = 0, scale = 1;

		for (; at && tc_char_is_digit((uint8_t)words.p[at - 1]); at--) {
			n += (words.p[at - 1] - '0') * scale;
			scale = end - at < 3 ? scale * 10 : 0;
		}
		if (end - at >= 2 && end - at <= 3 && n == number)
			return true;
		at -= at == end;
	}
	return false;
}

/* "Lịch sử", "giai đoạn" and "thời kỳ", without their first letters. */
static bool tells_period(struct tc_str words)
{
	static const char *const periods[] = {
		"ịch sử", "ỊCH SỬ", "iai đoạn", "hời kỳ", "hời kì",
	};

	for (size_t i = 0; i < sizeof periods / sizeof *periods; i++)
		if (tc_str_find(words, tc_str0(periods[i]), 0) != SIZE_MAX)
			return true;
	return false;
}

/* "80 năm Đề cương (1943 - 2023)": in brackets and with the number of years
 * told, or a round one that is no period's, for otherwise it is a term of
 * office, a plan, a war or what a book of history is about. */
static bool match_year_pair(struct tc_cursor *c, enum tc_trigger trigger,
			    struct tc_date_match *m)
{
	const uint32_t start = c->at;

	(void)trigger;
	if (!take_pair(c, take_year, m))
		return false;
	const int years = m->pair_date.year - m->from.year;
	if (years < 20)
		return false;
	const struct tc_str before = line_before(c->pieces->text, start);
	return tells_number(before, years) ||
	       (years % 5 == 0 && !tells_period(before));
}

/*
 * English: "October 4-11, 2017", "4th October 2017", "Oct. 2017".
 */
static bool take_english_month(struct tc_cursor *c, uint8_t *month)
{
	const struct tc_lex lex = tc_cursor_peek(c);

	if (lex.word != TC_WORD_ENGLISH || !lex.upper)
		return false;
	*month = (uint8_t)lex.value;
	c->at = lex.end;
	if (!tc_cursor_peek(c).apart)
		tc_cursor_take(c, TC_LEX_DOT);
	return true;
}

static bool take_english_day(struct tc_cursor *c, uint8_t *day)
{
	if (!tc_cursor_take_small(c, 31, day))
		return false;
	if (!tc_cursor_peek(c).apart)
		tc_cursor_take_word(c, TC_WORD_ORDINAL);
	return true;
}

static bool take_english_days(struct tc_cursor *c, struct tc_date_match *m)
{
	struct tc_date_link link;
	uint8_t day;

	if (!take_english_day(c, &m->from.day))
		return false;
	m->to.day = m->from.day;
	struct tc_cursor try = *c;
	if (tc_cursor_take_link(&try, &link) && take_english_day(&try, &day) &&
	    day > m->from.day) {
		m->to.day = day;
		*c = try;
	}
	return true;
}

/* "May 10" is a name of the trade as well. */
#define MAY 5

static bool read_english(struct tc_cursor *c, enum tc_trigger trigger,
			 struct tc_date_match *m)
{
	bool plain = trigger == TC_TRIGGER_STRONG;

	if (take_english_month(c, &m->from.month)) {
		take_english_days(c, m);
		plain |= m->from.month != MAY;
	} else if (!take_english_days(c, m) ||
		   !take_english_month(c, &m->from.month)) {
		return false;
	}
	struct tc_cursor try = *c;
	tc_cursor_take(&try, TC_LEX_COMMA);
	if (tc_cursor_take_year(&try, &m->from.year))
		*c = try;
	m->to.month = m->from.month;
	m->to.year = m->from.year;
	return m->from.year || (plain && m->from.day);
}

static bool is_before(struct tc_date a, struct tc_date b)
{
	return a.year != b.year ? a.year < b.year : a.month < b.month;
}

/* "from November 29 to December 1, 2021": to a day of another month; the
 * year may be told once. */
static void take_english_end(struct tc_cursor *c, enum tc_trigger trigger,
			     struct tc_date_match *m)
{
	struct tc_date_match end = { 0 };
	struct tc_date_link link;
	struct tc_cursor try = *c;

	if (!m->from.day || m->to.day != m->from.day ||
	    !tc_cursor_take_link(&try, &link) || !link.range ||
	    !read_english(&try, trigger, &end) || !end.from.day ||
	    end.from.day != end.to.day)
		return;
	struct tc_date from = m->from;
	if (!from.year)
		from.year = end.from.year;
	if (!end.from.year && from.year)
		return;
	if (!is_before(from, end.from) || end.from.year > from.year + 1)
		return;
	m->from = from;
	m->to = end.from;
	*c = try;
}

/* "(May 4, 1950 - May 4, 2020)": the same day, years after. */
static bool match_english(struct tc_cursor *c, enum tc_trigger trigger,
			  struct tc_date_match *m)
{
	struct tc_date_match second = { 0 };

	if (!read_english(c, trigger, m))
		return false;
	take_english_end(c, trigger, m);
	struct tc_cursor try = *c;
	if (!m->from.day || !tc_cursor_take(&try, TC_LEX_DASH))
		return true;
	const uint32_t start = tc_cursor_peek(&try).start;
	if (read_english(&try, trigger, &second) && m->from.year &&
	    m->from.year < second.from.year &&
	    m->from.month == second.from.month &&
	    m->from.day == second.from.day) {
		m->pair = start;
		m->pair_end = try.at;
		m->pair_date = second.from;
	}
	return true;
}

/*
 * What may not follow.
 */
static bool is_alnum(struct tc_lex lex)
{
	return lex.kind == TC_LEX_NUMBER || lex.kind == TC_LEX_WORD;
}

/* "Ngày" of "01/08/2022Ngày hết hiệu lực", where a page lost the blank; no
 * code, whose last letter is a capital as well. */
static bool is_capitalised(const struct tc_cursor *c, struct tc_lex lex)
{
	const char *p = c->pieces->text.p + lex.end;

	return !tc_char_is_upper(tc_utf8_prev(&p, c->pieces->text.p));
}

/* Refuses `05/2025/NQ-HĐND`, `1.5.2020.3`, `5-7 giờ`, `5/3h`. */
static bool right_ok(const struct tc_cursor *c, const struct tc_date_match *m)
{
	const struct tc_lex lex = tc_cursor_peek(c);
	const bool open = !m->to.year;
	struct tc_lex after = { .kind = TC_LEX_END };
	bool glued = false;

	if (lex.kind >= TC_LEX_SLASH && lex.kind <= TC_LEX_DOT) {
		after = tc_cursor_piece(c, lex.end);
		glued = !lex.apart && !after.apart && is_alnum(after);
	}
	switch (lex.kind) {
	case TC_LEX_NUMBER:
		return lex.apart;
	case TC_LEX_WORD:
		if (lex.apart)
			return !open || lex.word != TC_WORD_HOUR;
		return !open && (!lex.upper || is_capitalised(c, lex));
	case TC_LEX_SLASH:
		return !glued && !(open && is_alnum(after));
	case TC_LEX_DOT:
		return !glued || after.kind != TC_LEX_NUMBER;
	case TC_LEX_DASH:
		return !glued || !(open || !m->to.day);
	case TC_LEX_OTHER:
		return !open || c->pieces->text.p[lex.start] != '%';
	default:
		return true;
	}
}

static bool is_lunar(const struct tc_cursor *c)
{
	struct tc_lex lex = tc_cursor_peek(c);

	if (lex.kind == TC_LEX_OPEN || lex.kind == TC_LEX_COMMA)
		lex = tc_cursor_piece(c, lex.end);
	return lex.word == TC_WORD_LUNAR;
}

static bool match_word(struct tc_cursor *c, enum tc_lex_word word,
		       enum tc_trigger trigger, struct tc_date_match *m)
{
	switch (word) {
	case TC_WORD_NGAY:
		return tc_cursor_take_word(c, word) &&
		       tc_date_match_days(c, TC_TRIGGER_STRONG, m);
	case TC_WORD_THANG:
		return tc_date_match_months(c, m);
	case TC_WORD_QUY:
		return tc_date_match_quarters(c, m);
	case TC_WORD_NAM:
		return tc_date_match_years(c, m);
	case TC_WORD_ENGLISH:
		return match_english(c, trigger, m);
	default:
		return false;
	}
}

static bool match_number(struct tc_cursor *c, enum tc_trigger trigger,
			 struct tc_date_match *m)
{
	static bool (*const forms[])(struct tc_cursor *, enum tc_trigger,
				     struct tc_date_match *) = {
		tc_date_match_days, match_month_pair, match_bare_month,
		match_year_pair, match_english,
	};
	const struct tc_cursor start = *c;
	const struct tc_date_match none = *m;

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		*c = start;
		*m = none;
		if (forms[i](c, trigger, m))
			return true;
	}
	*m = none;
	return false;
}

bool tc_date_match(struct tc_str text, uint32_t at, enum tc_trigger trigger,
		   struct tc_date_match *out)
{
	struct tc_pieces pieces;
	struct tc_cursor c = tc_cursor_start(&pieces, text, at);
	const struct tc_lex lex = tc_cursor_peek(&c);

	*out = (struct tc_date_match){ .start = lex.start, .end = lex.end };
	const bool found =
		lex.kind == TC_LEX_NUMBER ?
			match_number(&c, trigger, out) :
			match_word(&c, lex.word, trigger, out);
	if (!found && !out->refused)
		return false;
	out->end = c.at;
	out->refused |= is_lunar(&c);
	return !out->refused && tc_date_valid(out->from) &&
	       tc_date_valid(out->to) && (out->pair_end || right_ok(&c, out));
}

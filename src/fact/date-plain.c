/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What most dates are, told from the tokens: "năm 2023", "tháng 5/2023",
 * "15/5/2016", "ngày 15/5", "ngày 15 tháng 5 năm 2016", where what stands
 * behind can neither go on with the date nor spoil it.
 */
#include "config.h"

#include "fact/date-context.h"

#include "fact/date.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The one or two digits at *p, which moves behind them; 0 for none or more. */
static uint32_t small_at(const char **p, const char *end)
{
	const char *const start = *p;
	uint32_t value = 0;

	while (*p < end && *p - start < 3 && is_digit(**p))
		value = value * 10 + (uint32_t)(*(*p)++ - '0');
	return *p - start < 3 ? value : 0;
}

/* Four digits and no more; 0 for anything else. */
static uint32_t four_at(const char *p, const char *end)
{
	uint32_t value = 0;

	if (end - p < 4 || (end - p > 4 && is_digit(p[4])))
		return 0;
	for (int k = 0; k < 4; k++) {
		if (!is_digit(p[k]))
			return 0;
		value = value * 10 + (uint32_t)(p[k] - '0');
	}
	return value;
}

static bool is_year(uint32_t year)
{
	return year >= TC_DATE_YEAR_MIN && year <= TC_DATE_YEAR_MAX;
}

bool tc_date_digits(struct tc_str text, uint32_t at, struct tc_date *d,
		    uint32_t *behind)
{
	const char *const end = tc_str_end(text), *p = text.p + at;
	const uint32_t day = small_at(&p, end);
	const char sign = p < end ? *p : '\0';
	uint32_t year = 0;

	if (!day || day > 31 || (sign != '/' && sign != '.' && sign != '-'))
		return false;
	p++;
	const uint32_t month = small_at(&p, end);
	if (!month || month > 12)
		return false;
	if (p < end && *p == sign) {
		year = four_at(++p, end);
		if (!is_year(year))
			return false;
		p += 4;
	}
	*d = (struct tc_date){ .year = (int16_t)year, .month = (uint8_t)month,
			       .day = (uint8_t)day };
	*behind = (uint32_t)(p - text.p);
	return true;
}

/* Of the months in words, "tháng tám". */
static bool is_numeral(struct tc_str bare)
{
	static const char words[][8] = { "mot", "hai", "ba", "tu", "nam",
					 "sau", "bay", "tam", "chin", "muoi" };

	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (tc_str_is(bare, words[k]))
			return true;
	return false;
}

bool tc_date_month_follows(const struct tc_scan *s, size_t i)
{
	return i + 1 < s->tokens.n &&
	       (is_digit(s->tokens.v[i + 1].exact.p[0]) ||
		is_numeral(s->tokens.v[i + 1].bare));
}

static bool is_daypart(struct tc_str bare)
{
	static const char words[][8] = { "sang", "trua", "chieu", "toi",
					 "dem" };

	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (tc_str_is(bare, words[k]))
			return true;
	return false;
}

/* What the tokens say. */
struct plain {
	struct tc_date date;
	uint32_t end;		/* byte behind it */
	size_t next;		/* token behind it; 0: there is a doubt */
};

/* A word that begins no further member of a list of dates. */
static bool is_apart(const struct tc_scan *s, size_t i, bool months)
{
	const struct tc_token *const t = &s->tokens.v[i];
	const unsigned flags = tc_scan_flags(s, i);

	return !(t->flags & TC_TOKEN_DIGIT) &&
	       !(flags & TC_WORD_CUE && is_daypart(t->bare)) &&
	       !(flags & (TC_WORD_DATE | TC_WORD_MONTH_NAME)) &&
	       !(months && is_numeral(t->bare));
}

/* "âm", "âl", and figures that a piece ends before ("âm0") */
static bool may_be_lunar(const struct tc_token *t)
{
	return t->bare.n >= 2 && t->bare.p[0] == 'a' &&
	       (t->bare.n == 2 || t->flags & TC_TOKEN_DIGIT);
}

/* A word behind a date that is no part of it, nor "giờ" or "âm lịch". */
static bool is_other_word(const struct tc_scan *s, size_t i,
			  struct tc_date d, bool comma)
{
	const struct tc_token *const t = &s->tokens.v[i];
	const bool link = tc_scan_flags(s, i) & TC_WORD_AFTER_DAY;
	const bool months = !d.day && d.month;

	if (!is_apart(s, i, months && comma) || may_be_lunar(t))
		return false;
	/* "và", "đến" want another date behind them */
	if (link)
		return !comma && i + 1 < s->tokens.n &&
		       tc_scan_gap(s, i + 1) == TC_GAP_BLANK &&
		       !(tc_scan_flags(s, i + 1) & TC_WORD_CUE) &&
		       is_apart(s, i + 1, months);
	return d.year || (t->bare.n > 1 && !tc_str_is(t->bare, "gio"));
}

/* Whether the date ends there without a doubt. */
static bool ends_there(const struct tc_scan *s, const struct plain *d)
{
	const char *const p = s->text.p + d->end;

	if (d->next >= s->tokens.n)
		return d->end == s->text.n || (*p && strchr(".;)", *p));
	const struct tc_token *const next = &s->tokens.v[d->next];
	const uint32_t gap = next->off - d->end;
	switch (*p) {
	case ' ':
		if (gap == 2 && p[1] == '(')
			return !may_be_lunar(next);
		return gap == 1 && is_other_word(s, d->next, d->date, false);
	case ',':
		return gap == 2 && p[1] == ' ' &&
		       is_other_word(s, d->next, d->date, true);
	case '.':
		return (p[1] == ' ' || p[1] == '\n') &&
		       (d->date.year || !(next->flags & TC_TOKEN_DIGIT));
	case ':':
	case ';':
	case ')':
		return true;
	default:
		return false;
	}
}

/* The word, and a blank behind it. */
static bool is_word(const struct tc_scan *s, size_t i, enum tc_word_said word)
{
	return tc_scan_says(s, i, word) &&
	       tc_scan_gap(s, i + 1) == TC_GAP_BLANK;
}

static bool is_figures(const struct tc_scan *s, size_t i)
{
	const struct tc_str t = s->tokens.v[i].exact;

	for (size_t k = 0; k < t.n; k++)
		if (!is_digit(t.p[k]))
			return false;
	return true;
}

/* The year of token i; 0 when it is none. */
static uint32_t year_of(const struct tc_scan *s, size_t i)
{
	const struct tc_token *const t = &s->tokens.v[i];
	const uint32_t year = t->len == 4 ?
		four_at(s->text.p + t->off, tc_str_end(s->text)) : 0;

	return is_year(year) ? year : 0;
}

static uint32_t small_of(const struct tc_scan *s, size_t i, uint32_t max)
{
	const struct tc_token *const t = &s->tokens.v[i];
	const char *p = s->text.p + t->off;
	const uint32_t value = t->len <= 2 ?
		small_at(&p, s->text.p + tc_token_end(t)) : 0;

	return p == s->text.p + tc_token_end(t) && value <= max ? value : 0;
}

static uint32_t end_of(const struct tc_scan *s, size_t i)
{
	return tc_token_end(&s->tokens.v[i]);
}

/* "8", "8/2023", "8 năm 2023" behind "tháng". */
static void take_month(const struct tc_scan *s, size_t i, struct plain *d)
{
	const uint32_t month = small_of(s, i, 12);
	uint32_t year = 0;
	size_t last = i;

	if (!month)
		return;
	if (tc_scan_gap(s, i + 1) == TC_GAP_BLANK && is_word(s, i + 1, TC_SAYS_NAM))
		year = year_of(s, last = i + 2);
	else if (tc_scan_gap(s, i + 1) == TC_GAP_TIGHT &&
		 s->text.p[end_of(s, i)] == '/')
		year = year_of(s, last = i + 1);
	if (last != i && !year)
		return;
	d->date.month = (uint8_t)month;
	d->date.year = (int16_t)year;
	d->end = end_of(s, last);
	d->next = last + 1;
}

/* "15/5/2016", "15/5", "15 tháng 5 năm 2016". */
static void take_day(const struct tc_scan *s, size_t i, struct plain *d)
{
	const uint32_t day = small_of(s, i, 31);

	if (tc_date_digits(s->text, s->tokens.v[i].off, &d->date, &d->end)) {
		d->next = i + (d->date.year ? 3 : 2);
	} else if (day && tc_scan_gap(s, i + 1) == TC_GAP_BLANK &&
		   is_word(s, i + 1, TC_SAYS_THANG)) {
		d->date.day = (uint8_t)day;
		take_month(s, i + 2, d);
	}
}

enum tc_date_said tc_date_plain(const struct tc_scan *s, size_t i,
				enum tc_trigger trigger,
				struct tc_date_match *m)
{
	struct plain d = { .next = 0 };
	bool open = trigger == TC_TRIGGER_STRONG;

	if (is_word(s, i, TC_SAYS_NGAY)) {
		take_day(s, i + 1, &d);
		open = true;
	} else if (is_word(s, i, TC_SAYS_THANG)) {
		take_month(s, i + 1, &d);
		open = true;
	} else if (is_word(s, i, TC_SAYS_NAM)) {
		d.date.year = (int16_t)year_of(s, i + 1);
		if (!d.date.year && is_figures(s, i + 1))
			return TC_DATE_NONE;
		d.end = end_of(s, i + 1);
		d.next = d.date.year ? i + 2 : 0;
	} else if (is_digit(s->text.p[s->tokens.v[i].off])) {
		take_day(s, i, &d);
	}
	if (!d.next || !tc_date_valid(d.date) || !ends_there(s, &d))
		return TC_DATE_IN_DOUBT;
	*m = (struct tc_date_match){ .start = s->tokens.v[i].off,
				     .end = d.end, .from = d.date,
				     .to = d.date };
	return open || d.date.year ? TC_DATE_THERE : TC_DATE_NONE;
}

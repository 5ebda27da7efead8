/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/date-match.h"

#include "fact/date.h"

/* Farther apart, two full dates with a dash are not one event. */
#define RANGE_YEARS_MAX 3

/* One day of a list; month and year are 0 where left out. */
struct item {
	struct tc_date date;
	bool two_digit;
	bool ranged;		/* a dash or "đến" stands before it */
	uint32_t start, end;
};

static bool number_follows(const struct tc_cursor *c)
{
	return tc_cursor_peek(c).kind == TC_LEX_NUMBER;
}

/* "Năm 2023", "Năm, 2023" behind "10 Tháng": the fifth month; not "10 tháng năm
 * 2023". */
static bool take_may(struct tc_cursor *c, const struct tc_cursor *month,
		     struct item *item)
{
	struct tc_cursor try = *month;

	const uint32_t start = tc_cursor_peek(&try).start;

	if (!tc_cursor_take_word(&try, TC_WORD_NAM) ||
	    c->pieces->text.p[start] != 'N')
		return false;
	tc_cursor_take(&try, TC_LEX_COMMA);
	if (!tc_cursor_take_year(&try, &item->date.year))
		return false;
	item->date.month = 5;
	*c = try;
	return true;
}

/* "tháng 02 năm 2017" behind the day. */
static bool take_month_words(struct tc_cursor *c, struct item *item)
{
	struct tc_cursor try = *c;

	tc_cursor_take(&try, TC_LEX_COMMA);
	if (!tc_cursor_take_word(&try, TC_WORD_THANG))
		return false;
	if (take_may(c, &try, item))
		return true;
	if (!tc_cursor_take_small(&try, 12, &item->date.month) &&
	    !tc_cursor_take_month_name(&try, &item->date.month))
		return false;
	tc_cursor_take_year_tail(&try, &item->date.year);
	*c = try;
	return true;
}

/* Two digits of a year, the last of three alike: no page of the web is
 * older than 1990, and few archives speak of days after 2040. */
static bool take_short_year(struct tc_cursor *c, struct item *item)
{
	const struct tc_lex lex = tc_cursor_peek(c);
	struct tc_cursor after = { c->pieces, lex.end };
	enum tc_lex_kind separator;

	if (lex.kind != TC_LEX_NUMBER || lex.digits != 2 || lex.apart)
		return false;
	if (tc_cursor_take_separator(&after, &separator) &&
	    number_follows(&after))
		return false;
	item->date.year = (int16_t)(lex.value + (lex.value <= 40 ? 2000 : 1900));
	item->two_digit = true;
	c->at = lex.end;
	return true;
}

/* "/2019", the line broken behind the slash. */
static bool take_year_below(struct tc_cursor *c, int16_t *year)
{
	struct tc_cursor try = *c;

	if (!tc_cursor_take_broken(&try) || !tc_cursor_take_year(&try, year))
		return false;
	*c = try;
	return true;
}

/* "/10/2019", the line broken behind the first slash. */
static bool take_month_below(struct tc_cursor *c, struct item *item)
{
	struct tc_cursor try = *c;
	struct tc_date d = item->date;

	if (!tc_cursor_take_broken(&try) ||
	    !tc_cursor_take_small(&try, 12, &d.month) ||
	    !tc_cursor_take(&try, TC_LEX_SLASH) ||
	    !tc_cursor_take_year(&try, &d.year))
		return false;
	item->date = d;
	*c = try;
	return true;
}

/* "/5", "/5/2023" behind the day.  False leaves a lone day: the 5 of
 * "5 - 6/3/2024", where the second separator differs, and of "5-6 tháng 3". */
static bool take_month_digits(struct tc_cursor *c, struct item *item)
{
	struct tc_cursor try = *c;
	enum tc_lex_kind first, second;
	uint8_t month;

	if (take_month_below(c, item))
		return true;
	if (!tc_cursor_take_separator(&try, &first) ||
	    !tc_cursor_take_small(&try, 12, &month))
		return false;
	struct tc_cursor third = try;
	if (tc_cursor_take_separator(&third, &second) &&
	    number_follows(&third)) {
		if (second != first && first == TC_LEX_DASH)
			return false;
		if (second == first &&
		    (tc_cursor_take_year(&third, &item->date.year) ||
		     take_short_year(&third, item)))
			try = third;
	} else if (first == TC_LEX_DASH &&
		   tc_cursor_peek(&try).word == TC_WORD_THANG) {
		return false;
	} else if (first != TC_LEX_SLASH ||
		   !take_year_below(&try, &item->date.year)) {
		tc_cursor_take_year_words(&try, &item->date.year);
	}
	item->date.month = month;
	*c = try;
	return true;
}

/* 2023-06-06, in lines that software prints. */
static bool take_iso(struct tc_cursor *c, struct item *item)
{
	struct tc_cursor try = *c;
	struct tc_date d = { 0 };
	enum tc_lex_kind first, second;

	if (!tc_cursor_take_year(&try, &d.year) ||
	    !tc_cursor_take_separator(&try, &first) ||
	    !tc_cursor_take_small(&try, 12, &d.month) ||
	    !tc_cursor_take_separator(&try, &second) ||
	    !tc_cursor_take_small(&try, 31, &d.day) || first != second)
		return false;
	item->date = d;
	*c = try;
	return true;
}

/* Whether a word follows, behind a blank or a comma and a blank, that is
 * neither "năm" nor "tháng". */
static bool other_word_follows(struct tc_str text, uint32_t at)
{
	const char *p = text.p + at, *const end = tc_str_end(text);

	if (p < end && *p == ',')
		p++;
	if (end - p < 2 || *p++ != ' ')
		return false;
	const char lower = (char)(*p | 0x20);
	return lower >= 'a' && lower <= 'z' && lower != 'n' && lower != 't';
}

/* What most days are, "15/5/2016" or "15/5" without a blank inside: read at
 * once, as the pieces below would read it.  False where it takes them. */
static bool take_printed(struct tc_cursor *c, struct item *item)
{
	const struct tc_str text = c->pieces->text;
	const uint32_t start = c->at + (c->at < text.n && text.p[c->at] == ' ');
	uint32_t end;
	struct tc_date d;

	if (!tc_date_digits(text, start, &d, &end) ||
	    (!d.year && !other_word_follows(text, end)))
		return false;
	*item = (struct item){ .date = d, .start = start, .end = end };
	c->at = end;
	return true;
}

static bool take_item(struct tc_cursor *c, struct item *item)
{
	if (take_printed(c, item))
		return true;
	*item = (struct item){ .start = tc_cursor_peek(c).start };
	if (!take_iso(c, item)) {
		if (!tc_cursor_take_small(c, 31, &item->date.day))
			return false;
		if (!take_month_words(c, item))
			take_month_digits(c, item);
	}
	item->end = c->at;
	return true;
}

static int month_day(struct tc_date d)
{
	return d.month * 100 + d.day;
}

/* 15/6/1933 - 15/6/2023: two days and not the time between them. */
static bool is_pair(const struct item *a, const struct item *b)
{
	if (!a->date.year || !b->date.year)
		return false;
	return month_day(a->date) == month_day(b->date) ||
	       b->date.year - a->date.year > RANGE_YEARS_MAX;
}

/* "(20.10.1930 - 2015)": an anniversary, of whose second day the year is
 * enough. */
static bool take_pair_year(struct tc_cursor *c, const struct item *first,
			   struct tc_date_match *m)
{
	const uint32_t start = tc_cursor_peek(c).start;
	struct tc_cursor try = *c;
	int16_t year;

	if (!first->date.year || !tc_cursor_take_year(&try, &year) ||
	    year - first->date.year <= RANGE_YEARS_MAX ||
	    try.at >= c->pieces->text.n || c->pieces->text.p[try.at] != ')')
		return false;
	m->pair = start;
	m->pair_end = try.at;
	m->pair_date = (struct tc_date){ .year = year };
	return true;
}

static void set_pair(struct tc_date_match *m, const struct item *second)
{
	m->pair = second->start;
	m->pair_end = second->end;
	m->pair_date = second->date;
}

/* "(11-3-1948/11-3-2018)" */
static void take_pair_slash(struct tc_cursor *c, const struct item *first,
			    struct tc_date_match *m)
{
	struct tc_cursor try = *c;
	struct item second;

	if (first->date.year && tc_cursor_take(&try, TC_LEX_SLASH) &&
	    take_item(&try, &second) &&
	    month_day(first->date) == month_day(second.date) &&
	    first->date.year < second.date.year)
		set_pair(m, &second);
}

/* Between such, else they are a period: "(từ 1/8/2017 đến 1/8/2018)". */
#define PAIR_YEARS_MIN 5

/* What stands between two days in brackets: marks, blanks or one word. */
static uint32_t behind_joint(struct tc_str text, uint32_t at)
{
	static const char *const words[] = { "đến", "tới", "và" };

	while (at < text.n && text.p[at] == ' ')
		at++;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (tc_str_starts(tc_str_from(text, at), tc_str0(words[i])))
			return at + (uint32_t)strlen(words[i]);
	while (at < text.n && memchr(" *~_,;>-", text.p[at], 8))
		at++;
	return at;
}

/* "(25-8-1947*25-8-2017)", "(1/8/1930 đến 1/8/2018)" */
static bool take_pair_closed(struct tc_cursor *c, const struct item *first,
			     struct tc_date_match *m)
{
	const struct tc_str text = c->pieces->text;
	struct tc_cursor try = *c;
	struct item second;

	if (!first->date.year || c->at >= text.n)
		return false;
	try.at = behind_joint(text, c->at);
	if (try.at == c->at || !take_item(&try, &second) ||
	    month_day(first->date) != month_day(second.date) ||
	    second.date.year - first->date.year < PAIR_YEARS_MIN ||
	    try.at >= text.n || text.p[try.at] != ')')
		return false;
	set_pair(m, &second);
	return true;
}

/* Whether `next` carries on what `last` began. */
static bool carries_on(const struct item *last, struct tc_date_link link,
		       const struct item *next)
{
	if (!last->date.month)
		return next->date.month || next->date.day > last->date.day;
	if (!next->date.month)
		return false;
	if (last->date.year)
		return link.range && next->date.year;
	/* "Sáng 28-8, ngày 6-11": the second stands for itself */
	return next->date.year || link.range || !link.spoken;
}

/* "phòng 12, 15/3/2024" is no list of days, "4-6/3/2024" is: without a word
 * before it a lone day wants a dash right behind. */
static bool may_begin(const struct tc_cursor *c, enum tc_trigger trigger,
		      const struct item *first)
{
	const struct tc_lex lex = tc_cursor_peek(c);

	return trigger != TC_TRIGGER_NONE || first->date.month ||
	       (lex.kind == TC_LEX_DASH && !lex.apart);
}

static size_t take_items(struct tc_cursor *c, enum tc_trigger trigger,
			 struct item *items, struct tc_date_match *m)
{
	struct tc_date_link link;
	size_t n = 0;

	if (!take_item(c, &items[n]) || !may_begin(c, trigger, &items[n]))
		return 0;
	n++;
	while (n < TC_DATE_ITEMS_MAX &&
	       !take_pair_closed(c, &items[n - 1], m)) {
		if (!tc_cursor_take_link(c, &link)) {
			take_pair_slash(c, &items[n - 1], m);
			break;
		}
		if (link.range && take_pair_year(c, &items[n - 1], m))
			break;
		if (!take_item(c, &items[n]))
			break;
		if (link.dash && is_pair(&items[n - 1], &items[n])) {
			set_pair(m, &items[n]);
			break;
		}
		if (!carries_on(&items[n - 1], link, &items[n]))
			break;
		items[n++].ranged = link.range;
		if (n >= TC_DATE_LIST_MAX && items[0].date.month)
			break;
	}
	return n;
}

/* Gives d what the next day has; 28/12 before 3/1/2024 is of the year
 * before.  False when the days would run backwards. */
static bool inherit(struct tc_date *d, struct tc_date next)
{
	const bool open = !d->year;

	if (!d->month)
		d->month = next.month;
	if (open)
		d->year = next.year;
	if (month_day(*d) <= month_day(next))
		return true;
	if (open && d->month - next.month < 9)
		return false;
	if (open && d->year)
		d->year--;
	return true;
}

/* Completes the first n items from the last; false when they make no date. */
static bool complete(struct item *items, size_t n)
{
	for (size_t i = n; i-- > 0;) {
		struct tc_date *d = &items[i].date;
		if (i + 1 < n && !inherit(d, items[i + 1].date))
			return false;
		if (!d->month || !tc_date_valid(*d))
			return false;
	}
	return tc_date_first(items[0].date) <= tc_date_first(items[n - 1].date);
}

/* The longest beginning of the list that makes sense: of "ngày 5/3, 6" the
 * first. */
static size_t complete_items(struct item *items, size_t n)
{
	struct item copy[TC_DATE_ITEMS_MAX];

	for (; n; n--) {
		memcpy(copy, items, n * sizeof *items);
		if (complete(copy, n)) {
			memcpy(items, copy, n * sizeof *items);
			return n;
		}
	}
	return 0;
}

/* How many of the n items are one date; `lone`: the first has no month. */
static size_t joined(const struct item *items, size_t n, bool lone)
{
	size_t used = 1;

	if (lone)
		return n;
	while (used < n && items[used].ranged)
		used++;
	return used;
}

bool tc_date_match_days(struct tc_cursor *c, enum tc_trigger trigger,
			struct tc_date_match *m)
{
	struct item items[TC_DATE_ITEMS_MAX];
	struct tc_cursor try = *c;
	const size_t taken = take_items(&try, trigger, items, m);
	const bool lone = taken && !items[0].date.month;
	const size_t listed = complete_items(items, taken);

	if (!listed)
		return false;
	const size_t n = joined(items, listed, lone);
	m->list = n < listed ? items[n].start : 0;
	if (listed < taken || !tc_date_valid(m->pair_date))
		m->pair_end = 0;
	c->at = items[n - 1].end;
	m->from = items[0].date;
	m->to = items[n - 1].date;
	m->two_digit = items[n - 1].two_digit;
	return trigger == TC_TRIGGER_STRONG || (m->to.year && !m->two_digit);
}

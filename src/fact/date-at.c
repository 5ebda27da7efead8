/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/date.h"

#include "fact/date-context.h"
#include "fact/date-role.h"

static void fill(const struct tc_scan *scan, const struct tc_date_match *m,
		 struct tc_date_mention *out)
{
	*out = (struct tc_date_mention){
		.start = m->start, .end = m->end,
		.printed = tc_str(scan->text.p + m->start, m->end - m->start),
		.from = m->from, .to = m->to,
		.inferred = m->two_digit,
	};
}

bool tc_date_at(const struct tc_scan *scan, size_t i,
		struct tc_date_mention *out)
{
	struct tc_date_match m;

	if (i >= scan->tokens.n ||
	    !tc_date_look(scan, i, scan->tokens.v[i].off, TC_TRIGGER_NONE, &m))
		return false;
	fill(scan, &m, out);
	tc_date_mention_decide(out, TC_RULE_PLAIN);
	return true;
}

/*
 * The whole text.
 */
struct walk {
	const struct tc_scan *scan;
	const struct tc_number_list *numbers;
	size_t number;		/* the first that ends behind here */
	uint32_t off;		/* nothing before it is looked at again */
	uint32_t list;		/* a list that goes on here, or 0 */
	struct tc_date_list *out;
};

/* Bytes of the part of a day that has lost the blank behind it, "Sáng18/5";
 * else 0. */
static uint32_t glued_daypart(const struct tc_token *t)
{
	static const char *const parts[] = { "sáng", "trưa", "chiều", "tối",
					     "đêm" };
	const unsigned glued = TC_TOKEN_DIGIT | TC_TOKEN_MARKED;

	if ((t->flags & glued) != glued)
		return 0;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const struct tc_str part = tc_str0(parts[i]);
		if (tc_str_starts(t->exact, part) &&
		    t->exact.p[part.n] >= '0' && t->exact.p[part.n] <= '9')
			return (uint32_t)part.n;
	}
	return 0;
}

/* The byte in the token where a date may start: "47-QĐ/TWngày 01-11-2011",
 * "Sáng18/5". */
static uint32_t start_in(const struct tc_scan *scan, const struct tc_token *t)
{
	static const struct tc_str tail = { "ngày", sizeof "ngày" - 1 };
	const struct tc_str word = tc_str(scan->text.p + t->off, t->len);

	return tc_str_ends(word, tail) ? tc_token_end(t) - (uint32_t)tail.n :
					 t->off + glued_daypart(t);
}

static bool starts_with_word(const struct tc_token *t)
{
	static const char *const heads[] = { "ngay", "thang", "quy", "qui",
					     "nam" };

	if (!t->bare.n || !strchr("ntq", t->bare.p[0]))
		return false;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		const struct tc_str head = tc_str0(heads[i]);
		if (tc_str_starts(t->bare, head) &&
		    (t->bare.n == head.n || (t->flags & TC_TOKEN_DIGIT)))
			return true;
	}
	return false;
}

static size_t leading_digits(struct tc_str word)
{
	size_t n = 0;

	while (n < word.n && word.p[n] >= '0' && word.p[n] <= '9')
		n++;
	return n;
}

/* Whether it begins as a day, a month or a year does: not "786". */
static inline bool has_date_digits(const struct tc_token *t)
{
	const size_t n = TC_LIKELY(t->place == TC_TOKEN_FIGURES) ?
				 t->bare.n : leading_digits(t->bare);

	const unsigned char *const p = (const unsigned char *)t->bare.p;
	const unsigned two = p[0] << 8 | p[1];	/* or what ends a key */

	return (n == 1) | (n == 4) | ((n == 2) & (two <= ('3' << 8 | '1')));
}

/* Of the tokens where one may begin (scan.h): not "5km", "ba2", "500". */
static bool may_start(const struct tc_token *t)
{
	const char c = t->bare.p[0];

	if (!(t->flags & TC_TOKEN_DIGIT))
		return true;
	if (TC_LIKELY(c >= '0' && c <= '9'))
		return has_date_digits(t);
	if (t->flags & TC_TOKEN_UPPER &&
	    (tc_str_ends(t->exact, TC_STR("ngày")) ||
	     (!(t->flags & TC_TOKEN_MARKED) && strchr("jfmasond", c))))
		return true;
	return starts_with_word(t) || glued_daypart(t);
}

static bool starts_with_digit(const struct tc_token *t)
{
	return t->exact.p[0] >= '0' && t->exact.p[0] <= '9';
}

static bool is_sign(char c)
{
	return c > ' ' && c < 0x7F;
}

/* "ngày", "tháng", "năm", "quý": a date if what they want stands behind, a
 * number, a month in a word, a Roman numeral; and only blanks between. */
static bool word_goes_on(const struct tc_scan *scan, size_t i)
{
	const struct tc_token *t = &scan->tokens.v[i], *next = t + 1;

	if (i + 1 == scan->tokens.n ||
	    is_sign(scan->text.p[tc_token_end(t)]))
		return false;
	switch (t->bare.p[0]) {
	case 't':
		return tc_date_month_follows(scan, i);
	case 'q':
		return starts_with_digit(next) ||
		       strchr("ivx", next->bare.p[0]);
	default:
		return starts_with_digit(next);
	}
}

/* What joins one day to the next, or a day to its month, at token i: "và",
 * "đến", "tháng"; a number or a word of dates behind the former. */
static bool links(const struct tc_scan *scan, size_t i)
{
	const unsigned flags = tc_scan_flags(scan, i);

	if (!(flags & TC_WORD_AFTER_DAY))
		return false;
	if (flags & (TC_WORD_DATE | TC_WORD_MONTH_NAME))
		return true;
	if (i + 1 == scan->tokens.n)
		return false;
	return scan->tokens.v[i + 1].flags & TC_TOKEN_DIGIT ||
	       tc_scan_flags(scan, i + 1) & (TC_WORD_DATE | TC_WORD_CUE);
}

/* Behind "15 ": a link; a second number in a list stands behind a comma. */
static bool blank_goes_on(const struct tc_scan *scan, size_t i)
{
	const struct tc_token *t = &scan->tokens.v[i], *next = t + 1;

	if (tc_scan_gap(scan, i + 1) != TC_GAP_BLANK)
		return !strchr("([{\";:%+", scan->text.p[tc_token_end(t) + 1]);
	/* "15 tháng5": a word that has lost its blank */
	return t->len != 4 &&
	       ((next->flags & TC_TOKEN_DIGIT && !starts_with_digit(next)) ||
		links(scan, i + 1));
}

/* Behind "15,": "24,25/9", but not "56,2%" or "1,4 triệu". */
static bool comma_goes_on(const struct tc_scan *scan, size_t i)
{
	const struct tc_token *t = &scan->tokens.v[i], *next = t + 1;
	const unsigned flags = tc_scan_flags(scan, i + 1);

	if (t->len == 4)
		return false;
	if (!(next->flags & TC_TOKEN_DIGIT))
		return flags & TC_WORD_DATE ||
		       (flags & TC_WORD_CUE && !(flags & TC_WORD_AFTER_DAY)) ||
		       links(scan, i + 1);
	if (i + 2 == scan->tokens.n ||
	    scan->text.p[tc_token_end(next)] == '%')
		return false;
	return scan->text.p[tc_token_end(next)] != ' ' ||
	       tc_scan_gap(scan, i + 2) != TC_GAP_BLANK ||
	       tc_scan_flags(scan, i + 2) & TC_WORD_AFTER_DAY ||
	       scan->tokens.v[i + 2].flags & TC_TOKEN_DIGIT;
}

/* "2023-06-06", "(1943 - 2023)": but for these, no date begins with a year; a
 * period's "2020-2025" is turned away here for speed alone. */
static bool year_goes_on(const struct tc_scan *scan, size_t i)
{
	const struct tc_token *const t = &scan->tokens.v[i], *const next = t + 1;

	return (next->flags & TC_TOKEN_DIGIT && next->len != 4) ||
	       (t->off && scan->text.p[t->off - 1] == '(');
}

/* A number is mostly none: what a date goes on with does not stand behind
 * it.  False is certain; tc_date_match() sees to the rest. */
static bool may_go_on(const struct tc_scan *scan, size_t i)
{
	const struct tc_token *t = &scan->tokens.v[i], *next = t + 1;
	const unsigned word = TC_WORD_AFTER_DAY | TC_WORD_DATE;

	if (tc_scan_flags(scan, i) & TC_WORD_DATE)
		return word_goes_on(scan, i);
	if (TC_UNLIKELY(t->bare.p[0] > '9' || t->bare.p[t->bare.n - 1] > '9'))
		return true;
	if (i + 1 == scan->tokens.n)
		return false;
	if (t->len == 4 && t->place == TC_TOKEN_FIGURES &&
	    !year_goes_on(scan, i))
		return false;
	const unsigned flags = tc_scan_flags(scan, i + 1);
	const bool digit = next->flags & TC_TOKEN_DIGIT;
	switch (scan->text.p[tc_token_end(t)]) {
	case ' ':
		return blank_goes_on(scan, i);
	case ',':
		return comma_goes_on(scan, i);
	case '.':
	case '/':
		return digit && has_date_digits(next);
	case '-':
		return digit || flags & word || flags & TC_WORD_CUE;
	case ':':
	case ';':
	case ')':
	case '%':
	case '+':
	case '(':
		return false;
	default:
		return true;
	}
}

static struct tc_date_mention *add(struct walk *w,
				   const struct tc_date_match *m)
{
	struct tc_date_list *out = w->out;

	out->v = tc_arena_grow(w->scan->arena, out->v, out->n, &out->cap,
			       sizeof *out->v);
	fill(w->scan, m, &out->v[out->n]);
	w->off = m->end;
	w->list = m->list;
	return &out->v[out->n++];
}

/* Moves to the first number that ends behind `start`. */
static void pass_numbers(struct walk *w, uint32_t start)
{
	const struct tc_number_list *list = w->numbers;

	while (w->number < list->n && list->v[w->number].end <= start)
		w->number++;
}

/* Whether the digits belong to a document's symbol, and are not its date. */
static bool inside_number(struct walk *w, const struct tc_date_match *m)
{
	const struct tc_number_list *list = w->numbers;

	pass_numbers(w, m->start);
	if (w->number >= list->n)
		return false;
	const struct tc_number *number = &list->v[w->number];
	return number->start < m->end &&
	       (number->start > m->start || number->end < m->end ||
		!tc_date_known(number->date) ||
		number->date.year != m->from.year);
}

static bool is_weekday_wrong(const struct tc_scan *scan, size_t i,
			     struct tc_date d)
{
	const int printed = tc_date_weekday_before(scan, i);

	return printed >= 0 && d.day && d.year &&
	       printed != tc_date_weekday(d);
}

static void add_pair(struct walk *w, const struct tc_date_match *m)
{
	const struct tc_date_match other = {
		.start = m->pair, .end = m->pair_end,
		.from = m->pair_date, .to = m->pair_date,
	};

	tc_date_mention_decide(add(w, m), TC_RULE_PAIR);
	tc_date_mention_decide(add(w, &other), TC_RULE_PAIR);
}

static void decide(const struct walk *w, size_t i, struct tc_date_mention *d)
{
	tc_date_mention_decide(d, tc_date_role(w->scan, i, w->numbers,
					       w->number, d));
}

/* "Từ ngày 1-8 đến tháng 10-1930": the day is of the month's year. */
static void lend_year(const struct walk *w, struct tc_date_mention *day,
		      struct tc_date until)
{
	const struct tc_str text = w->scan->text;
	const uint32_t start = day[1].start;

	if (day->to.year || !day->to.day || until.day || !until.month ||
	    !until.year || day->from.month > until.month ||
	    !tc_str_is(tc_str(text.p + day->end, start - day->end), " đến "))
		return;
	day->from.year = day->to.year = until.year;
	decide(w, tc_scan_token_at(w->scan, day->start), day);
}

static void take(struct walk *w, size_t i, const struct tc_date_match *m)
{
	if (inside_number(w, m))
		return;
	if (m->pair_end) {
		add_pair(w, m);
		return;
	}
	struct tc_date_mention *d = add(w, m);
	d->conflict = is_weekday_wrong(w->scan, i, m->from);
	decide(w, i, d);
	if (w->out->n > 1)
		lend_year(w, d - 1, d->from);
}

/* Mentions before a day that are asked whether it is theirs. */
#define KNOWN_DAYS 32

/* "còn mười ngày nữa là đến 01/7": the day was named with its year before. */
static bool is_known_day(const struct walk *w, size_t i)
{
	const struct tc_date_list *const out = w->out;
	const struct tc_token *const t = &w->scan->tokens.v[i];
	struct tc_date d;
	uint32_t behind;

	if (!out->n || t->exact.p[0] > '9' ||
	    tc_date_trigger(w->scan, i) != TC_TRIGGER_WEAK ||
	    !tc_date_digits(w->scan->text, t->off, &d, &behind) || d.year)
		return false;
	for (size_t n = out->n, k = 0; n-- && k < KNOWN_DAYS; k++)
		if (out->v[n].from.year && out->v[n].from.day == d.day &&
		    out->v[n].from.month == d.month)
			return true;
	return false;
}

/* "16.6.2025", "8-7": with that sign. */
static bool is_parted(struct tc_str printed, char sign)
{
	const char *const at = memchr(printed.p, sign, printed.n);

	return at && at > printed.p && at + 1 < tc_str_end(printed) &&
	       at[1] >= '0' && at[1] <= '9';
}

/* What is measured, rather than told of the day before token i. */
static bool is_measured(const struct tc_scan *s, size_t i)
{
	static const char *const words[] = {
		"tỷ", "tỉ", "triệu", "nghìn", "ngàn", "điểm", "lần", "ha",
		"km", "m", "m2", "tấn", "tạ", "kg", "lên", "xuống", "đồng",
		"phần", "mét", "giờ", "đến", "độ", "lít",
	};

	return i < s->tokens.n && tc_scan_gap(s, i) == TC_GAP_BLANK &&
	       TC_AMONG(s->tokens.v[i].exact, words);
}

/* Of one or two figures; else 0. */
static int small_figures(const struct tc_token *t)
{
	if (t->place != TC_TOKEN_FIGURES || t->len > 2)
		return 0;
	return t->len == 1 ? t->bare.p[0] - '0' :
			     (t->bare.p[0] - '0') * 10 + t->bare.p[1] - '0';
}

/* "1.7", "1.7." at a sentence's end, "26-4", which counts from no 26 on: where
 * it ends; else 0. */
static uint32_t own_day(struct tc_str text, const struct tc_token *t)
{
	const struct tc_token *const month = t + 1;
	const uint32_t end = tc_token_end(month);
	const int a = small_figures(t), b = small_figures(month);
	const char sign = text.p[tc_token_end(t)];

	if (tc_token_end(t) + 1 != month->off || a < 1 || a > 31 || b < 1 ||
	    b > 12 || (end < text.n && strchr("%/-", text.p[end])) ||
	    (end + 1 < text.n && strchr(".,", text.p[end]) &&
	     text.p[end + 1] >= '0' && text.p[end + 1] <= '9'))
		return 0;
	return sign == '.' || (sign == '-' && a > b) ? end : 0;
}

/* "Sáng 8.7 ... từ 1.7", "Ngày 18-4 ... vào 26-4": so this page prints days. */
static bool is_dotted_day(const struct walk *w, size_t i)
{
	const struct tc_date_list *const out = w->out;
	const struct tc_token *const t = &w->scan->tokens.v[i];
	const struct tc_str text = w->scan->text;
	const uint32_t end = out->n && i + 1 < w->scan->tokens.n ?
				     own_day(text, t) : 0;

	if (!end || tc_date_trigger(w->scan, i) != TC_TRIGGER_WEAK ||
	    is_measured(w->scan, i + 2))
		return false;
	for (size_t n = out->n, k = 0; n-- && k < KNOWN_DAYS; k++)
		if (out->v[n].from.day &&
		    is_parted(out->v[n].printed, text.p[tc_token_end(t)]))
			return true;
	return false;
}

static void walk_token(struct walk *w, size_t i)
{
	const struct tc_token *const t = &w->scan->tokens.v[i];
	const uint32_t off = start_in(w->scan, t);
	const enum tc_trigger trigger =
		(off == w->list && off) || glued_daypart(t) ||
		is_known_day(w, i) || is_dotted_day(w, i) ?
			TC_TRIGGER_STRONG : TC_TRIGGER_NONE;
	struct tc_date_match m;

	if (tc_date_is_other_word(w->scan, i))
		return;
	if (tc_date_english_year(w->scan, i, &m) ||
	    tc_date_english_month(w->scan, i, &m) ||
	    tc_date_look(w->scan, i, off, trigger, &m))
		take(w, i, &m);
	else if (m.refused)
		w->off = m.end;
}

/* "Nghị quyết 18 (2017)": the year that docnum.h has bound to it. */
static bool is_year_of_number(struct walk *w, size_t i,
			      struct tc_date_match *m)
{
	const struct tc_token *const t = &w->scan->tokens.v[i];
	const struct tc_str text = w->scan->text;

	if (t->len != 4 || t->off < 2 || text.p[t->off - 1] != '(' ||
	    tc_token_end(t) >= text.n || text.p[tc_token_end(t)] != ')')
		return false;
	pass_numbers(w, t->off);
	if (!w->number)
		return false;
	const struct tc_number *const n = &w->numbers->v[w->number - 1];
	*m = (struct tc_date_match){ .start = t->off, .end = tc_token_end(t),
				     .from = n->date, .to = n->date };
	return t->off - n->end <= 2 &&
	       tc_date_precision(n->date) == TC_PRECISION_YEAR;
}

/* Where the page labels its date, another in its head is the clock. */
static void unmask_clocks(struct tc_date_list *dates)
{
	const struct tc_date_mention *label = NULL;

	for (size_t i = 0; i < dates->n && !label; i++)
		if (tc_date_mention_is(&dates->v[i], TC_RULE_LABEL))
			label = &dates->v[i];
	for (size_t i = 0; label && i < dates->n; i++)
		if (tc_date_mention_is(&dates->v[i], TC_RULE_LINE) &&
		    tc_date_first(dates->v[i].from) !=
			    tc_date_first(label->from))
			tc_date_mention_decide(&dates->v[i], TC_RULE_CLOCK);
}

void tc_date_scan(const struct tc_scan *scan,
		  const struct tc_number_list *numbers,
		  struct tc_date_list *out)
{
	struct walk w = { .scan = scan, .numbers = numbers, .out = out };
	struct tc_date_match m;

	for (size_t k = 0; k < scan->dates.n; k++) {
		const size_t i = scan->dates.v[k];
		const struct tc_token *t = &scan->tokens.v[i];
		if (t->off < w.off || !may_start(t))
			continue;
		if (may_go_on(scan, i))
			walk_token(&w, i);
		else if (tc_date_english_year(scan, i, &m) ||
			 tc_date_english_month(scan, i, &m) ||
			 is_year_of_number(&w, i, &m) ||
			 tc_date_goal_year(scan, i, &m) ||
			 tc_date_birth_year(scan, i, &m) ||
			 tc_date_law_year(scan, i, &m))
			take(&w, i, &m);
	}
	unmask_clocks(out);
}

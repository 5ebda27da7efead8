/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/scan.h"

#define NEAR 24		/* tokens */
#define GUESSES 4

/* The token from `guess` on or before that starts at `off` or after; false
 * when that is not near. */
static bool find_near(const struct tc_scan *s, uint32_t off, size_t guess,
		      size_t *found)
{
	const struct tc_token *const v = s->tokens.v;
	const size_t n = s->tokens.n;
	size_t i = guess;

	for (; i < n && i - guess < NEAR && v[i].off < off; i++)
		;
	for (; i > 0 && guess - i < NEAR && v[i - 1].off >= off; i--)
		;
	*found = i;
	return (i == n || v[i].off >= off) && (!i || v[i - 1].off < off);
}

static size_t find_anywhere(const struct tc_scan *s, uint32_t off)
{
	size_t low = 0, high = s->tokens.n;

	while (low < high) {
		const size_t mid = low + (high - low) / 2;
		if (s->tokens.v[mid].off < off)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

size_t tc_scan_token_at(const struct tc_scan *s, uint32_t off)
{
	const size_t n = s->tokens.n;
	size_t found;

	if (!n || off >= s->text.n)
		return find_anywhere(s, off);
	/* tokens are about as long everywhere: mostly it is near where it would
	 * be then, or as far from there as the bytes are */
	const double density = (double)n / (double)s->text.n;
	double guess = density * off;
	for (int k = 0; k < GUESSES; k++) {
		const size_t at = guess <= 0 ? 0 :
			guess < (double)(n - 1) ? (size_t)guess : n - 1;
		if (TC_LIKELY(find_near(s, off, at, &found)))
			return found;
		guess = (double)at +
			density * ((double)off - s->tokens.v[at].off);
	}
	return find_anywhere(s, off);
}

/* ------------------------------------------------ between the tokens */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

bool tc_scan_is_dash(struct tc_str mark)
{
	return tc_str_is(mark, "-") || tc_str_is(mark, "–") ||
	       tc_str_is(mark, "—") || tc_str_is(mark, "‑");
}

/* By a mark of ASCII, and whether blanks stand before it and behind it; of a
 * blank for a mark nothing else stands there. */
#define ANY [' '] = TC_GAP_BLANK, ['\t'] = TC_GAP_BLANK, ['\n'] = TC_GAP_STOP
static const unsigned char gaps[2][2][128] = {
	[false][false] = {
		ANY,
		[','] = TC_GAP_COMMA, ['.'] = TC_GAP_DOT, ['('] = TC_GAP_OPEN,
		[')'] = TC_GAP_CLOSE, ['-'] = TC_GAP_TIGHT,
		['/'] = TC_GAP_TIGHT, ['+'] = TC_GAP_TIGHT,
		['\''] = TC_GAP_TIGHT,
	},
	[false][true] = {
		ANY,
		[','] = TC_GAP_COMMA, ['('] = TC_GAP_OPEN,
		[')'] = TC_GAP_CLOSE, ['-'] = TC_GAP_DASH,
		['.'] = TC_GAP_DOT | TC_GAP_STOP,
	},
	[true][false] = {
		ANY,
		[','] = TC_GAP_COMMA, ['('] = TC_GAP_OPEN,
		[')'] = TC_GAP_CLOSE, ['-'] = TC_GAP_DASH,
	},
	[true][true] = {
		ANY,
		[','] = TC_GAP_COMMA, ['('] = TC_GAP_OPEN,
		[')'] = TC_GAP_CLOSE, ['-'] = TC_GAP_DASH,
		['.'] = TC_GAP_STOP,
	},
};
#undef ANY

static unsigned gap_of_mark(struct tc_str mark, bool before, bool after)
{
	const bool tight = !before && !after;

	if (mark.n == 1)
		return gaps[before][after][(unsigned char)*mark.p % 128];
	if (tc_scan_is_dash(mark))
		return tight ? TC_GAP_TIGHT : TC_GAP_DASH;
	return tight && tc_str_is(mark, "’") ? TC_GAP_TIGHT : TC_GAP_HARD;
}

static inline struct tc_str without_blanks(const char *p, const char *end)
{
	while (p < end && is_blank(*p))
		p++;
	while (p < end && is_blank(end[-1]))
		end--;
	return tc_str(p, (size_t)(end - p));
}

static unsigned stop_of(const char *p, const char *end)
{
	for (; p < end; p++)
		if (*p == '\n' || (*p == '.' && p + 1 < end))
			return TC_GAP_STOP;
	return 0;
}

static unsigned gap_of_others(const char *p, const char *end)
{
	if (p == end)
		return TC_GAP_NONE;
	if (*p == '\n')
		return TC_GAP_HARD | TC_GAP_STOP;
	const struct tc_str mark = without_blanks(p, end);

	if (!mark.n)
		return TC_GAP_BLANK | stop_of(p, end);
	return gap_of_mark(mark, mark.p > p, mark.p + mark.n < end) |
	       stop_of(p, end);
}

/* No single blank.  Most are one mark or a line's end, with a blank on either
 * side or none, and which of them cannot be foretold. */
static inline unsigned gap_of(const char *p, const char *end)
{
	const size_t n = (size_t)(end - p);
	const bool before = (n > 1) & (*p == ' ');
	const bool after = (n > 1) & (end[-1] == ' ');

	if (TC_LIKELY(n - before - after == 1))
		return gaps[before][after][(unsigned char)p[before] % 128];
	return gap_of_others(p, end);
}

struct tc_str tc_scan_sign(const struct tc_scan *s, size_t i)
{
	const struct tc_token *before = &s->tokens.v[i - 1];

	return without_blanks(s->text.p + tc_token_end(before),
			      s->text.p + s->tokens.v[i].off);
}

/* ------------------------------------------------ what begins where */

/* "47-QĐ/TWngày 01-11-2011": a word that has lost its blank. */
static inline bool is_glued(const struct tc_token *t)
{
	return t->flags & TC_TOKEN_UPPER && t->flags & TC_TOKEN_MARKED &&
	       tc_str_ends(t->exact, TC_STR("ngày"));
}

/* The index is written always and kept only when it counts. */
static inline size_t add_place(uint32_t *places, size_t n, size_t i, bool kept)
{
	places[n] = (uint32_t)i;
	return n + kept;
}

/* Most tokens are syllables behind a blank, and at most of those nothing
 * begins.  No branches: what cannot be foretold costs more than all of it.
 * The others go into `some`, what stands behind more than a blank into
 * `rough`. */
static void mark_syllables(const struct tc_scan *s, struct tc_places *some,
			   struct tc_places *rough)
{
	struct tc_mark *const marks = s->marks;
	const struct tc_token *const v = s->tokens.v;
	const char *const text = s->text.p;
	const size_t tokens = s->tokens.n;
	uint32_t end = 0;	/* of the last: not before the first */
	size_t n = 0, rough_n = 0;

	memset(s->gaps, TC_GAP_BLANK | TC_GAP_PLAIN, tokens);
	/* the loop itself would be a fifth of this */
#pragma GCC unroll 4
	for (size_t i = 0; i < tokens; i++) {
		const struct tc_mark *const m = tc_word_mark(&v[i]);
		const unsigned odd = (v[i].off - end - 1) |
				     ((unsigned char)text[end] ^ ' ');
		/* whole: by its members it is taken apart and joined again */
		memcpy(&marks[i], m, sizeof *m);
		n = add_place(some->v, n, i, m->what >= TC_BEGINS_ANY);
		rough_n = add_place(rough->v, rough_n, i, odd != 0);
		end = tc_token_end(&v[i]);
	}
	some->n = n;
	rough->n = rough_n;
}

static void mark_gaps(const struct tc_scan *s, const struct tc_places *rough)
{
	const struct tc_token *const v = s->tokens.v;
	const char *const text = s->text.p;

	for (size_t k = 0; k < rough->n; k++) {
		const uint32_t i = rough->v[k];
		if (TC_LIKELY(i))
			s->gaps[i] = (uint8_t)gap_of(
				text + tc_token_end(&v[i - 1]),
				text + v[i].off);
	}
	s->gaps[0] = TC_GAP_HARD;
}

/* "P. Dong Kinh" */
static inline bool is_dotted(const struct tc_scan *s, const struct tc_token *t)
{
	const uint32_t end = tc_token_end(t);

	return end < s->text.n && s->text.p[end] == '.';
}

static void mark_other(const struct tc_scan *s, const struct tc_token *t,
		       struct tc_mark *m)
{
	const uint32_t info = tc_word_info(t->exact.n, t->hash);
	const unsigned form = tc_word_form(t->flags);
	const unsigned any_unit = TC_BEGINS_UNIT | TC_BEGINS_ANY_UNIT;

	m->row = TC_WORD_ROW(info);
	m->begins = TC_WORD_BEGINS(info);
	m->what = (m->begins & ~TC_BEGINS_WORD) | (form & TC_FORM_BEGINS) |
		  (form & m->begins & TC_BEGINS_MONTH ? TC_BEGINS_DATE : 0) |
		  (tc_scan_is_letter(t) && is_dotted(s, t) ? any_unit : 0) |
		  (is_glued(t) ? TC_BEGINS_DATE : 0);
}

static void mark_others(const struct tc_scan *s, const struct tc_places *some,
			uint32_t *unknown)
{
	size_t n = 0;

	for (size_t k = 0; k < some->n; k++)
		n = add_place(unknown, n, some->v[k],
			      s->marks[some->v[k]].what & TC_BEGINS_UNKNOWN);
	for (size_t k = 0; k < n; k++)
		mark_other(s, &s->tokens.v[unknown[k]], &s->marks[unknown[k]]);
}

/* Parts them by what begins there: of the numbers and units that want a
 * certain word behind the first, those that may have it. */
static void list_places(struct tc_scan *s, const struct tc_places *some)
{
	const size_t room = some->n + 1;
	uint32_t *const numbers = tc_arena_room(s->arena, 3 * room *
						sizeof *numbers);
	uint32_t *const dates = numbers + room, *const units = dates + room;
	size_t number_n = 0, date_n = 0, unit_n = 0;

	for (size_t k = 0; k < some->n; k++) {
		const uint32_t i = some->v[k];
		const unsigned what = s->marks[i].what;
		const struct tc_word_seconds *const w =
			&tc_word_seconds[s->marks[i].row];
		const unsigned next = s->marks[i + 1].row;
		number_n = add_place(numbers, number_n, i,
			(what / TC_BEGINS_ANY_NUMBER & 1) |
			tc_word_follows(w->type, next));
		date_n = add_place(dates, date_n, i, what & TC_BEGINS_DATE);
		unit_n = add_place(units, unit_n, i,
			(what / TC_BEGINS_ANY_UNIT & 1) |
			tc_word_follows(w->unit, next));
	}
	s->numbers = (struct tc_places){ numbers, number_n };
	s->dates = (struct tc_places){ dates, date_n };
	s->units = (struct tc_places){ units, unit_n };
}

void tc_scan_mark(struct tc_scan *s)
{
	const size_t room = s->tokens.n + 1;
	uint32_t *const v = tc_arena_room(s->arena, 3 * room * sizeof *v);
	struct tc_places some = { .v = v }, rough = { .v = v + room };

	s->marks = tc_arena_room(s->arena, room * sizeof *s->marks);
	s->marks[s->tokens.n] = (struct tc_mark){ 0 };
	s->gaps = tc_arena_room(s->arena, room);
	mark_syllables(s, &some, &rough);
	mark_gaps(s, &rough);
	mark_others(s, &some, v + 2 * room);
	list_places(s, &some);
}

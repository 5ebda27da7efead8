/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 *   clean ... clean S | dirty dirty dirty | clean clean ...
 *             copied    `-- mapped, decomposed, ordered, composed
 *
 * A character is clean when nothing is to be done about it and NFC never
 * composes it with what comes before.  A run of others is worked on together
 * with the clean character S before it, which is taken back from the output.
 */
#include "config.h"

#include "text/normalize.h"

#include "base/mem.h"
#include "text/block.h"
#include "text/normalize-map.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <stdint.h>
#include <stdlib.h>

#define S_BASE 0xAC00u			/* The Unicode Standard 3.12 */
#define L_BASE 0x1100u
#define V_BASE 0x1161u
#define T_BASE 0x11A7u
#define L_COUNT 19u
#define V_COUNT 21u
#define T_COUNT 28u
#define S_COUNT (L_COUNT * V_COUNT * T_COUNT)

/* Longer runs of marks are ordered by counting. */
#define SHORT_RUN 16

/* The segment at work. */
struct segment {
	uint32_t *v;
	size_t n, cap;
	uint32_t *spare;		/* for the ordering, grown with v */
	size_t spare_cap;
};

static unsigned class_of(uint32_t c)
{
	return c < 0x300 ? 0 : tc_char_record(c)->class;
}

static void push(struct segment *s, uint32_t c)
{
	s->v = tc_grow(s->v, s->n, &s->cap, sizeof *s->v);
	s->v[s->n++] = c;
}

static void push_hangul(struct segment *s, uint32_t c)
{
	const uint32_t i = c - S_BASE, t = i % T_COUNT;

	push(s, L_BASE + i / T_COUNT / V_COUNT);
	push(s, V_BASE + i / T_COUNT % V_COUNT);
	if (t)
		push(s, T_BASE + t);
}

static void push_decomposed(struct segment *s, uint32_t c)
{
	const struct tc_char_record *const r = tc_char_record(c);

	if (r->flags & TC_CHAR_HANGUL) {
		push_hangul(s, c);
	} else if (r->decomposed) {
		const uint32_t *const d = tc_char_pool + r->decomposed;
		for (uint32_t i = 1; i <= d[0]; i++)
			push(s, d[i]);
	} else {
		push(s, c);
	}
}

static void order_short(uint32_t *v, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		const uint32_t c = v[i];
		size_t j = i;
		for (; j && class_of(v[j - 1]) > class_of(c); j--)
			v[j] = v[j - 1];
		v[j] = c;
	}
}

/* Linear, so that a megabyte of marks on one letter costs no more than
 * a megabyte of letters. */
static void order_long(struct segment *s, uint32_t *v, size_t n)
{
	size_t count[256] = { 0 };

	if (s->spare_cap < n) {
		s->spare = tc_realloc(s->spare, n * sizeof *s->spare);
		s->spare_cap = n;
	}
	memcpy(s->spare, v, n * sizeof *v);
	for (size_t i = 0; i < n; i++)
		count[class_of(v[i])]++;
	size_t at = 0;
	for (unsigned k = 0; k < 256; k++) {
		const size_t here = count[k];
		count[k] = at;
		at += here;
	}
	for (size_t i = 0; i < n; i++)
		v[count[class_of(s->spare[i])]++] = s->spare[i];
}

/* Unicode 3.11, D109: each run of characters of a class other than 0. */
static void order(struct segment *s)
{
	for (size_t i = 0; i < s->n; i++) {
		size_t n = 0;
		while (i + n < s->n && class_of(s->v[i + n]))
			n++;
		if (n > SHORT_RUN)
			order_long(s, s->v + i, n);
		else if (n > 1)
			order_short(s->v + i, n);
		i += n;
	}
}

static int pair_cmp(const void *key, const void *item)
{
	const struct tc_char_pair *a = key, *b = item;

	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	return a->second < b->second ? -1 : a->second > b->second;
}

/* The primary composite of two characters, 0 for none. */
static uint32_t compose_pair(uint32_t a, uint32_t b)
{
	if (a - L_BASE < L_COUNT && b - V_BASE < V_COUNT)
		return S_BASE + ((a - L_BASE) * V_COUNT + b - V_BASE) *
				T_COUNT;
	if (a - S_BASE < S_COUNT && (a - S_BASE) % T_COUNT == 0 &&
	    b - T_BASE - 1 < T_COUNT - 1)
		return a + b - T_BASE;
	const struct tc_char_pair key = { a, b, 0 };
	const struct tc_char_pair *const found =
		bsearch(&key, tc_char_pairs, tc_char_pair_count, sizeof key,
			pair_cmp);
	return found ? found->composite : 0;
}

/* Unicode 3.11, D117.  Works in place: the result is never longer. */
static void compose(struct segment *s)
{
	size_t out = 0, starter = SIZE_MAX;
	unsigned last = 0;		/* class of the one before, if kept */

	for (size_t i = 0; i < s->n; i++) {
		const uint32_t c = s->v[i];
		const unsigned class = class_of(c);
		const bool adjacent = starter != SIZE_MAX &&
				      out == starter + 1;
		const bool blocked = !adjacent && last >= class;
		uint32_t both = 0;
		if (starter != SIZE_MAX && !blocked)
			both = compose_pair(s->v[starter], c);
		if (both) {
			s->v[starter] = both;
			continue;
		}
		if (!class)
			starter = out;
		last = class;
		s->v[out++] = c;
	}
	s->n = out;
}

/* A vowel with a tone, before U+0302 or U+0306: the same with both, the tone
 * outside.  Each has class 230, so that NFC keeps a wrong order.  Sorted. */
static const struct tc_char_pair tones_inside[] = {
	{ 0xC0, 0x302, 0x1EA6 }, { 0xC0, 0x306, 0x1EB0 },
	{ 0xC1, 0x302, 0x1EA4 }, { 0xC1, 0x306, 0x1EAE },
	{ 0xC3, 0x302, 0x1EAA }, { 0xC3, 0x306, 0x1EB4 },
	{ 0xC8, 0x302, 0x1EC0 }, { 0xC9, 0x302, 0x1EBE },
	{ 0xD2, 0x302, 0x1ED2 }, { 0xD3, 0x302, 0x1ED0 },
	{ 0xD5, 0x302, 0x1ED6 }, { 0xE0, 0x302, 0x1EA7 },
	{ 0xE0, 0x306, 0x1EB1 }, { 0xE1, 0x302, 0x1EA5 },
	{ 0xE1, 0x306, 0x1EAF }, { 0xE3, 0x302, 0x1EAB },
	{ 0xE3, 0x306, 0x1EB5 }, { 0xE8, 0x302, 0x1EC1 },
	{ 0xE9, 0x302, 0x1EBF }, { 0xF2, 0x302, 0x1ED3 },
	{ 0xF3, 0x302, 0x1ED1 }, { 0xF5, 0x302, 0x1ED7 },
	{ 0x1EA2, 0x302, 0x1EA8 }, { 0x1EA2, 0x306, 0x1EB2 },
	{ 0x1EA3, 0x302, 0x1EA9 }, { 0x1EA3, 0x306, 0x1EB3 },
	{ 0x1EBA, 0x302, 0x1EC2 }, { 0x1EBB, 0x302, 0x1EC3 },
	{ 0x1EBC, 0x302, 0x1EC4 }, { 0x1EBD, 0x302, 0x1EC5 },
	{ 0x1ECE, 0x302, 0x1ED4 }, { 0x1ECF, 0x302, 0x1ED5 },
};

static void swap_tones(struct segment *s)
{
	size_t out = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct tc_char_pair *found = NULL;
		if (out && (s->v[i] == 0x302 || s->v[i] == 0x306)) {
			const struct tc_char_pair key = { s->v[out - 1],
							  s->v[i], 0 };
			found = bsearch(&key, tones_inside,
					sizeof tones_inside / sizeof key,
					sizeof key, pair_cmp);
		}
		if (found)
			s->v[out - 1] = found->composite;
		else
			s->v[out++] = s->v[i];
	}
	s->n = out;
}

/* Maps and decomposes the character at *p; CR LF is one line feed. */
static void take(struct segment *s, const char **p, const char *end)
{
	const uint32_t c = tc_utf8_next(p, end);
	const struct tc_remap *const remap = tc_remap_find(c);

	if (!remap) {
		push_decomposed(s, c);
		return;
	}
	if (c == '\r' && *p < end && **p == '\n')
		++*p;
	struct tc_str to = tc_str0(remap->to);
	for (const char *q = to.p; q < tc_str_end(to);)
		push(s, tc_utf8_next(&q, tc_str_end(to)));
}

static bool is_clean(const char *p, const char *end)
{
	const unsigned char c = (unsigned char)*p;

	if (c < 0x80)
		return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t';
	return tc_char_record(tc_utf8_next(&p, end))->flags & TC_CHAR_CLEAN;
}

/* Whether the 16 bytes at p hold nothing dirty, as far as it is known here:
 * ASCII, U+00A1 to U+01BF, U+1E00 to U+1EFF, dashes, quotes and dots.  Others
 * are not wrong, only slower. */
static inline bool is_clean_block(const char *p)
{
	const tc_block b = tc_block_at(p);
	const tc_block a = tc_block_at(p - 1);		/* before each */
	const tc_block aa = tc_block_at(p - 2);
	const tc_block_mask control =
		(tc_block_mask)(b < tc_block_of(0x20)) &
		~tc_block_is(b, '\n') & ~tc_block_is(b, '\t');
	const tc_block_mask lead =
		~(tc_block_mask)(b < tc_block_of(0xC7)) &
		~tc_block_in(b, 0xE1, 0xE2);
	const tc_block_mask latin1 = (tc_block_is(a, 0xC2) &
		 (tc_block_is(b, 0xAD) | ~tc_block_in(b, 0xA1, 0xBF))) |
		(tc_block_is(a, 0xC3) & tc_block_is(b & 0xDF, 0x90));
	const tc_block_mask african = tc_block_is(a, 0xC6) &
		tc_block_is(b, 0x89);
	const tc_block_mask additional = tc_block_is(a, 0xE1) &
		~tc_block_is(b & 0xFC, 0xB8);
	const tc_block_mask punctuation =
		(tc_block_is(a, 0xE2) & ~tc_block_is(b, 0x80)) |
		(tc_block_is(aa, 0xE2) & ~tc_block_in(b, 0x90, 0xA7));

	return !tc_block_any(control | tc_block_is(b, 0x7F) | lead | latin1 |
			     african | additional | punctuation);
}

/* The end of the clean text that starts at p, in what starts at `start`. */
static const char *skip_clean(const char *p, const char *start,
			      const char *end)
{
	while (p < end) {
		while (p - start >= TC_BLOCK_BEFORE && end - p >= TC_BLOCK &&
		       is_clean_block(p))
			p += TC_BLOCK;
		if (p < end)
			p = tc_block_align(p, start);
		const char *const stop = p + TC_BLOCK;
		while (p < end && p < stop) {
			if (!is_clean(p, end))
				return p;
			tc_utf8_next(&p, end);
		}
	}
	return p;
}

static void put_segment(const struct segment *s, struct tc_buf *out)
{
	char bytes[4];

	for (size_t i = 0; i < s->n; i++)
		tc_buf_add(out, bytes, tc_utf8_put(bytes, s->v[i]));
}

void tc_normalize(struct tc_str in, struct tc_buf *out)
{
	struct segment s = { 0 };
	const char *p = in.p, *const end = tc_str_end(in);

	tc_buf_reserve(out, in.n);
	while (p < end) {
		const char *const start = p;
		p = skip_clean(p, in.p, end);
		if (p == end) {
			tc_buf_add(out, start, (size_t)(p - start));
			break;
		}
		const char *base = p;
		s.n = 0;
		if (p > start)
			push_decomposed(&s, tc_utf8_prev(&base, start));
		tc_buf_add(out, start, (size_t)(base - start));
		while (p < end && !is_clean(p, end))
			take(&s, &p, end);
		order(&s);
		compose(&s);
		swap_tones(&s);
		put_segment(&s, out);
	}
	free(s.v);
	free(s.spare);
}

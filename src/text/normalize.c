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

typedef unsigned char block __attribute__((vector_size(16)));
typedef signed char mask __attribute__((vector_size(16)));

static block every(unsigned char c)
{
	return (block){ 0 } + c;
}

/* Whether all characters that begin in the 16 bytes at p are clean and among
 * the most common: ASCII, U+00C0 to U+01BF, U+1E00 to U+1EFF.  17 bytes are
 * looked at.  No answer for others: not wrong, only slower. */
static bool is_clean_block(const char *p)
{
	block b, next;
	uint64_t half[2];

	memcpy(&b, p, sizeof b);
	memcpy(&next, p + 1, sizeof next);
	const mask control = (mask)(b < every(0x20)) &
			     ~(mask)(b == every('\n')) &
			     ~(mask)(b == every('\t'));
	const mask lead = (mask)(b >= every(0xC0)) &
			  ((mask)(b < every(0xC3)) | (mask)(b > every(0xC6))) &
			  ~(mask)(b == every(0xE1));
	const mask eth = (mask)(b == every(0xC3)) &
			 (mask)((next & every(0xDF)) == every(0x90));
	const mask african = (mask)(b == every(0xC6)) &
			     (mask)(next == every(0x89));
	const mask three = (mask)(b == every(0xE1)) &
			   (mask)((next & every(0xFC)) != every(0xB8));
	const mask dirty = control | (mask)(b == every(0x7F)) | lead | eth |
			   african | three;
	memcpy(half, &dirty, sizeof half);
	return !(half[0] | half[1]);
}

/* The end of the clean text that starts at p. */
static const char *skip_clean(const char *p, const char *end)
{
	while (end - p > (ptrdiff_t)sizeof(block)) {
		const char *q = p + sizeof(block);
		if (!is_clean_block(p)) {
			while (p < q && is_clean(p, end))
				tc_utf8_next(&p, end);
			if (p < q)
				return p;
			continue;
		}
		/* a character that the block cuts was judged whole */
		while (q < end && ((unsigned char)*q & 0xC0) == 0x80)
			q++;
		p = q;
	}
	while (p < end && is_clean(p, end))
		tc_utf8_next(&p, end);
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
		p = skip_clean(p, end);
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

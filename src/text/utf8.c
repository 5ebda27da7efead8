/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "text/utf8.h"

#include "text/block.h"

#define REPLACEMENT "\xEF\xBF\xBD"

/* By lead byte: how long the character is, and the range of the second
 * byte (Unicode 3.9, table 3-7). */
struct lead {
	unsigned char len, low, high;
};

static struct lead lead_of(unsigned char c)
{
	if (c < 0x80)
		return (struct lead){ 1, 0, 0 };
	if (c < 0xC2 || c > 0xF4)
		return (struct lead){ 0, 0, 0 };
	if (c < 0xE0)
		return (struct lead){ 2, 0x80, 0xBF };
	if (c < 0xF0)
		return (struct lead){ 3, c == 0xE0 ? 0xA0 : 0x80,
				      c == 0xED ? 0x9F : 0xBF };
	return (struct lead){ 4, c == 0xF0 ? 0x90 : 0x80,
			      c == 0xF4 ? 0x8F : 0xBF };
}

/* How many bytes at p are the start of a character; *whole says whether they
 * are all of it.  0 when no character starts with *p. */
static size_t prefix(const unsigned char *p, const unsigned char *end,
		     bool *whole)
{
	const struct lead l = lead_of(*p);
	size_t n = l.len != 0;

	for (; n < l.len && p + n < end; n++) {
		const unsigned char low = n == 1 ? l.low : 0x80;
		const unsigned char high = n == 1 ? l.high : 0xBF;
		if (p[n] < low || p[n] > high)
			break;
	}
	*whole = n && n == l.len;
	return n;
}

/* Whether the 16 bytes at p are right behind what is before them: continued
 * where a character began, begun elsewhere.  Leads of which the second byte
 * has another range, and of four bytes, are not known here. */
static inline bool is_valid_block(const char *p)
{
	const tc_block b = tc_block_at(p);
	const tc_block a = tc_block_at(p - 1);		/* before each */
	const tc_block aa = tc_block_at(p - 2);
	const tc_block_mask continues = tc_block_is(b & 0xC0, 0x80);
	const tc_block_mask begun = tc_block_in(a, 0xC0, 0xFF) |
				    tc_block_in(aa, 0xE0, 0xFF);
	const tc_block_mask unknown = tc_block_in(b, 0xC0, 0xC1) |
		tc_block_is(b, 0xE0) | tc_block_is(b, 0xED) |
		tc_block_in(b, 0xF0, 0xFF);

	return !tc_block_any((continues ^ begun) | unknown);
}

/* From p, where a character begins, over the blocks that are right, to where
 * the last character in them begins: it may be cut. */
static const char *skip_blocks(const char *p, const char *start,
			       const char *end)
{
	const char *const from = p;

	while (p - start >= TC_BLOCK_BEFORE && end - p >= TC_BLOCK &&
	       is_valid_block(p))
		p += TC_BLOCK;
	return p == from ? p : tc_block_align(p - 1, from);
}

size_t tc_utf8_valid(struct tc_str s)
{
	const char *p = s.p, *const end = tc_str_end(s);

	while (p < end) {
		p = skip_blocks(p, s.p, end);
		const char *const stop = p + TC_BLOCK;
		while (p < end && p < stop) {
			bool whole;
			if ((unsigned char)*p < 0x80) {
				p++;
				continue;
			}
			const size_t n = prefix((const unsigned char *)p,
						(const unsigned char *)end,
						&whole);
			if (!whole)
				return (size_t)(p - s.p);
			p += n;
		}
	}
	return s.n;
}

size_t tc_utf8_scrub(struct tc_str in, struct tc_buf *out)
{
	size_t replaced = 0;
	bool whole;

	tc_buf_reserve(out, in.n);
	for (;;) {
		const size_t good = tc_utf8_valid(in);
		tc_buf_add(out, in.p, good);
		if (good == in.n)
			return replaced;
		in = tc_str_from(in, good);
		const unsigned char *const p = (const unsigned char *)in.p;
		const size_t bad = prefix(p, p + in.n, &whole);
		tc_buf_puts(out, REPLACEMENT);
		replaced++;
		in = tc_str_from(in, bad ? bad : 1);
	}
}

uint32_t tc_utf8_prev(const char **p, const char *start)
{
	const char *q = *p - 1;

	while (q > start && ((unsigned char)*q & 0xC0) == 0x80)
		q--;
	const char *const at = q;
	const uint32_t c = tc_utf8_next(&q, *p);
	*p = at;
	return c;
}

size_t tc_utf8_put(char out[4], uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

size_t tc_utf8_floor(struct tc_str s, size_t off)
{
	if (off >= s.n)
		return s.n;
	while (off > 0 && !tc_utf8_boundary(s, off))
		off--;
	return off;
}

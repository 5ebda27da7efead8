/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "text/utf8.h"

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

size_t tc_utf8_valid(struct tc_str s)
{
	const unsigned char *const start = (const unsigned char *)s.p;
	const unsigned char *p = start;
	const unsigned char *const end =
		(const unsigned char *)tc_str_end(s);
	bool whole;

	while (p < end) {
		if (*p < 0x80) {
			p++;
			continue;
		}
		const size_t n = prefix(p, end, &whole);
		if (!whole)
			break;
		p += n;
	}
	return s.n ? (size_t)(p - start) : 0;
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

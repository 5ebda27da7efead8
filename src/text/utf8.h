/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * UTF-8 as The Unicode Standard 3.9 (D92) has it: no overlong forms, no
 * surrogates, nothing above U+10FFFF.  Everything behind the door may
 * take valid UTF-8 for granted; tc_utf8_scrub() is that door.
 */
#ifndef TC_TEXT_UTF8_H
#define TC_TEXT_UTF8_H

#include "base/str.h"

#include <stdint.h>

/* How many bytes at the start are valid; s.n when all are. */
size_t tc_utf8_valid(struct tc_str s);

/* Appends `in` with each maximal ill-formed part replaced by U+FFFD (the
 * practice of Unicode 3.9, "U+FFFD Substitution of Maximal Subparts");
 * returns how many were replaced. */
size_t tc_utf8_scrub(struct tc_str in, struct tc_buf *out);

/* Without the byte order mark that editors put before a text file. */
static inline struct tc_str tc_utf8_unmarked(struct tc_str s)
{
	return tc_str_starts(s, TC_STR("\xEF\xBB\xBF")) ?
		       tc_str_from(s, 3) : s;
}

/* The character at *p, which moves behind it.  Valid UTF-8, *p < end. */
static inline uint32_t tc_utf8_next(const char **p, const char *end)
{
	const unsigned char *const s = (const unsigned char *)*p;
	const uint32_t c = *s;

	(void)end;
	if (c < 0x80) {
		*p += 1;
		return c;
	}
	if (c < 0xE0) {
		*p += 2;
		return (c & 0x1F) << 6 | (s[1] & 0x3Fu);
	}
	if (c < 0xF0) {
		*p += 3;
		return (c & 0x0F) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
	}
	*p += 4;
	return (c & 0x07) << 18 | (s[1] & 0x3Fu) << 12 | (s[2] & 0x3Fu) << 6 |
	       (s[3] & 0x3Fu);
}
/* The character before *p, which moves onto it.  start < *p. */
uint32_t tc_utf8_prev(const char **p, const char *start);
/* Writes 1 to 4 bytes and returns how many. */
size_t tc_utf8_put(char out[4], uint32_t c);

/* Whether a character starts at byte `off` (or the text ends there). */
static inline int tc_utf8_boundary(struct tc_str s, size_t off)
{
	return off >= s.n || ((unsigned char)s.p[off] & 0xC0) != 0x80;
}
/* `off` or the nearest character boundary below it. */
size_t tc_utf8_floor(struct tc_str s, size_t off);

/* How many characters begin in it: what columns are counted by. */
static inline uint32_t tc_utf8_count(struct tc_str s)
{
	uint32_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

#endif

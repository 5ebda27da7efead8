/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/pattern.h"

#include "text/fold.h"
#include "text/utf8.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A character as patterns have it: every dash is a hyphen, a central body's
 * U with a horn a W; 0 where it is left out. */
static uint32_t plain(uint32_t c, uint32_t before)
{
	if (c == ' ' || c == 0xA0 || c == '.')
		return 0;
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		return '-';
	if ((c == 0x1AF || c == 0x1B0) && (before == 't' || before == 'T'))
		return 'W';
	return c;
}

bool tc_pattern_read(struct tc_str typed, struct tc_buf *out)
{
	const char *p = typed.p, *end = tc_str_end(typed);
	uint32_t before = 0;
	bool named = false;

	tc_buf_clear(out);
	while (p < end) {
		char bytes[4];
		uint32_t c = plain(tc_utf8_next(&p, end), before);
		bool word = tc_char_is_letter(c) || (c >= '0' && c <= '9');
		if (!c)
			continue;
		if (!word && c != '*' && c != '-' && c != '/')
			return false;
		named |= word;
		tc_buf_add(out, bytes, tc_utf8_put(bytes, c));
		before = c;
	}
	/* numbers have two digits at least */
	if (out->n > 1 && is_digit(out->p[0]) &&
	    (out->p[1] == '-' || out->p[1] == '/')) {
		tc_buf_addc(out, ' ');
		memmove(out->p + 1, out->p, out->n - 1);
		out->p[0] = '0';
	}
	return named;
}

/* Length of what the pattern's first character takes off `s`; 0: it does not
 * fit. */
static size_t taken(char c, struct tc_str s)
{
	const struct tc_str stroke = TC_STR("\u0111");

	if (c == 'd' && tc_str_starts(s, stroke))
		return stroke.n;
	return s.n && s.p[0] == c;
}

/* The usual walk with one place to go back to: the last star. */
static bool fits(struct tc_str pattern, struct tc_str s)
{
	struct tc_str star = { 0 }, again = { 0 };

	while (s.n) {
		size_t n = 0;
		if (pattern.n && pattern.p[0] == '*') {
			pattern = star = tc_str_from(pattern, 1);
			again = s;
			continue;
		}
		if (pattern.n)
			n = taken(pattern.p[0], s);
		if (n) {
			pattern = tc_str_from(pattern, 1);
			s = tc_str_from(s, n);
		} else if (star.p) {
			pattern = star;
			s = again = tc_str_from(again, 1);
		} else {
			return false;
		}
	}
	while (pattern.n && pattern.p[0] == '*')
		pattern = tc_str_from(pattern, 1);
	return !pattern.n;
}

bool tc_pattern_fits(struct tc_str pattern, struct tc_str canonical)
{
	TC_SCOPED_BUF asked = { 0 }, has = { 0 };

	tc_fold_lower(pattern, &asked);
	tc_fold_lower(canonical, &has);
	return fits(tc_buf_str(&asked), tc_buf_str(&has));
}

struct tc_str tc_pattern_head(struct tc_str pattern)
{
	size_t n = 0;

	while (n < pattern.n && is_digit(pattern.p[n]))
		n++;
	return tc_str(pattern.p, n);
}

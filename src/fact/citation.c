/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/citation.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <stdint.h>

static bool is_mark(uint32_t c)
{
	return c == '-' || c == '/' || c == 0x2013;
}

bool tc_citation_in(struct tc_str line)
{
	const char *p = line.p, *end = tc_str_end(line);
	enum { OUTSIDE, DIGITS, MARK } state = OUTSIDE;

	while (p < end) {
		uint32_t c = tc_utf8_next(&p, end);
		if (state == MARK && tc_char_is_upper(c))
			return true;
		if (tc_char_is_digit(c))
			state = DIGITS;
		else if (is_mark(c) && state == DIGITS)
			state = MARK;
		else if (c != ' ')
			state = OUTSIDE;
	}
	return false;
}

/* It ends in a figure and a mark. */
static bool breaks_off(struct tc_str line)
{
	const char *p = tc_str_end(line);

	if (p == line.p || !is_mark(tc_utf8_prev(&p, line.p)))
		return false;
	uint32_t c = p > line.p ? tc_utf8_prev(&p, line.p) : 0;
	if (c == ' ' && p > line.p)
		c = tc_utf8_prev(&p, line.p);
	return tc_char_is_digit(c);
}

/* It begins with capitals and a mark among or before them. */
static bool goes_on(struct tc_str line)
{
	const char *p = line.p, *end = tc_str_end(line);
	size_t marks = 0, letters = 0;

	while (p < end) {
		uint32_t c = tc_utf8_next(&p, end);
		if (is_mark(c))
			marks++;
		else if (tc_char_is_letter(c) && tc_char_is_upper(c))
			letters++;
		else
			break;
	}
	return marks && letters > 1;
}

bool tc_citation_broken(struct tc_str above, struct tc_str below)
{
	return goes_on(below) && breaks_off(above);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words of a line, bare, for rules that read labels and names. */
#ifndef TC_IMPORT_WORD_H
#define TC_IMPORT_WORD_H

#include "base/str.h"

#define TC_WORD_MAX 24		/* a longer word is cut: it is no label */

struct tc_word {
	size_t start, end;	/* bytes in the line */
	char bare[TC_WORD_MAX];	/* lower case, no diacritics, NUL-ended */
	bool digits;		/* a run of digits; else of letters */
	bool upper;		/* begins with an upper-case letter */
};

/* The next run of letters or of digits at or after *off, which moves
 * behind it; false at the end. */
bool tc_word_next(struct tc_str line, size_t *off, struct tc_word *word);

/* How many bytes of `line` the label takes up, whose bare words are
 * separated by one space ("ngay dang"); 0 when the line does not begin with
 * it. */
size_t tc_word_label(struct tc_str line, const char *label);

#endif

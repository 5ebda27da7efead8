/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Paragraphs for a terminal: wrapped by columns, not by bytes. */
#ifndef TC_QUERY_WRAP_H
#define TC_QUERY_WRAP_H

#include "query/snippet.h"

struct tc_wrap {
	size_t columns;		/* width of the terminal; 0: no wrapping */
	size_t indent;		/* of lines after the first */
	size_t at;		/* column that the first line starts in */
	const char *on, *off;	/* around highlights; "" for none */
	const char *base;	/* put on again behind a highlight */
};

/* Appends `text` and a line feed.  What could act on a terminal is
 * escaped (terminal.h).
 * `ranges` are byte ranges of `text`, in order. */
void tc_wrap(const struct tc_wrap *w, struct tc_str text,
	     const struct tc_range *ranges, size_t count, struct tc_buf *out);

/* Parts the lines from byte `from` of `out` on that are wider, at blanks, which
 * stay where they part nothing; what goes on is indented so far.  Sequences of
 * a terminal in them take no columns.  0 columns: no wrapping. */
void tc_wrap_lines(struct tc_buf *out, size_t from, size_t columns,
		   size_t indent);

#endif

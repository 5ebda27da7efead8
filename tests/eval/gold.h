/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The gold set of facts (tests/gold/README): sentences with marks, and the
 * facts of whole articles.  Both become one list of marks on a text.
 */
#ifndef TC_EVAL_GOLD_H
#define TC_EVAL_GOLD_H

#include "base/mem.h"
#include "base/str.h"

#include <stdint.h>

struct gold_mark {
	char kind;		/* N, D, U; M and P have no place */
	uint32_t start, end;	/* in the text */
	struct tc_str canonical; /* without @, ! and ~ */
	struct tc_str id;	/* "SYMBOL@DATE", or empty */
	struct tc_str extra;	/* role, kind of unit, basis */
	bool conflict, inferred;
	bool found;		/* set by who compares */
};

struct gold_text {
	struct tc_str id;	/* of the sentence; an article's file */
	struct tc_str published; /* "2021-09-10", or empty */
	struct tc_str text;
	struct gold_mark *marks;
	size_t n, cap;
};

/* Reads a line of sentences.tsv; false when it is no row.  Ends the program
 * when a mark is broken. */
bool gold_sentence(struct tc_str line, struct tc_arena *arena,
		   struct gold_text *out);

/* The rows of one file of articles.tsv, placed in `text` (a line break counts
 * as a blank).  Ends the program when a row's words are not there. */
void gold_article(struct tc_str table, struct tc_str file, struct tc_str text,
		  struct tc_arena *arena, struct gold_text *out);

/* Cuts the next line off; false at the end. */
bool gold_line(struct tc_str *rest, struct tc_str *line);

#endif

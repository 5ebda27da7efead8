/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The passage of an article that shows best why it was found, in whole
 * syllables, with the words to highlight as byte ranges of the snippet.
 */
#ifndef TC_QUERY_SNIPPET_H
#define TC_QUERY_SNIPPET_H

#include "fact/article.h"
#include "query/plan.h"
#include "text/wordtext.h"

struct tc_range {
	uint32_t start, end;
};

struct tc_snippet {
	struct tc_str text;		/* on one line */
	uint32_t start;			/* byte of the article's text */
	struct tc_range *highlights;	/* in `text`, in order */
	size_t highlight_count;
	bool cut_before, cut_after;	/* more text stands there */
	enum tc_reading reading;	/* how the words were found */
	struct tc_range *title;		/* highlights of the title */
	size_t title_count;
};

/* What a passage is chosen by; false where it takes all of the text. */
bool tc_snippet_wants(const struct tc_plan *plan, struct tc_wanted *out);

/* At most `columns` wide.  The reading is that of the loosest word that the
 * whole article matches by.  The outline is parted at the end of the title;
 * of a text that is unwritten the passage alone is written. */
void tc_snippet_make(const struct tc_article *a,
		     const struct tc_outline *outline,
		     const struct tc_plan *plan, size_t columns,
		     struct tc_arena *arena, struct tc_snippet *out);

/* Every place of the article's text that answers to the query. */
void tc_snippet_marks(const struct tc_article *a,
		      const struct tc_tokens *tokens,
		      const struct tc_plan *plan, struct tc_arena *arena,
		      struct tc_range **ranges, size_t *count);

#endif

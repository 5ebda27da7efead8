/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the program makes of a text, and of a score: for those who wonder why
 * a word is found, or an article stands where it stands.
 */
#ifndef TC_QUERY_ANALYZE_H
#define TC_QUERY_ANALYZE_H

#include "query/output.h"
#include "query/search.h"

/* The tokens of a text with their places, keys and what changed on the way,
 * as a table or as JSON.  `typed` is valid UTF-8 as it came. */
void tc_analyze(const struct tc_output *o, struct tc_str typed, bool json);

/* A term of a query and what it gave one article. */
struct tc_share {
	struct tc_str term;
	const char *what;	/* static: "word", "pair", "title", ... */
	double weight;
};
struct tc_shares {
	struct tc_share *v;
	size_t n;
	double total;
	bool matches;		/* the article answers to the query at all */
};

/* Each term's share of the score that `text` gives the article `id`. */
int tc_explain(struct tc_archive *archive, struct tc_str id,
	       struct tc_str text, const struct tc_search_options *o,
	       struct tc_arena *arena, struct tc_shares *out,
	       struct tc_error *err);
void tc_explain_print(const struct tc_output *o, const struct tc_shares *s,
		      bool json);

#endif

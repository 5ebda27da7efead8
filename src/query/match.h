/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Whether an article really holds what the query asks for: phrases, words of
 * a title and names of units, which the index only narrows.
 */
#ifndef TC_QUERY_MATCH_H
#define TC_QUERY_MATCH_H

#include "index/record.h"
#include "index/xap.h"
#include "query/plan.h"
#include "query/query.h"

struct tc_candidate {
	struct tc_xdb *db;
	const struct tc_plan *plan;
	uint32_t docid;
	const struct tc_record *record;
	struct tc_tokens tokens;	/* of the article's text */
	struct tc_arena *arena;
};

/* The first place at or after token `from` where the phrase stands; tokens.n
 * when there is none.  A phrase does not run over a line break. */
size_t tc_match_phrase(const struct tc_tokens *phrase, struct tc_str text,
		       const struct tc_tokens *tokens, size_t from);

/* The tokens of the title, which stand first. */
struct tc_tokens tc_match_title(const struct tc_article *a,
				const struct tc_tokens *tokens);

/* Whether the parts of a NEAR stand near each other somewhere: then parts[k]
 * has, for each token that the k-th begins with there, how many it takes, and
 * 0 for the others; as many arrays as there are parts, in the arena. */
bool tc_match_near(const struct tc_node *near, struct tc_str text,
		   const struct tc_tokens *tokens, struct tc_arena *arena,
		   uint16_t **parts);

/* Whether a query finds the document, an article of this id: 1, 0, or -1 with
 * an error. */
int tc_match_query(struct tc_xdb *db, const struct tc_xquery *q,
		   struct tc_str id, uint32_t docid, struct tc_error *err);

/* 1 or 0, or -1 with an error from the index.  Only what Xapian could not
 * decide is looked at. */
int tc_match(const struct tc_node *n, const struct tc_candidate *c,
	     struct tc_error *err);

#endif

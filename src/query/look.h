/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Hits put in their last order, block by block (rerank.h), and read with their
 * articles, cut into tokens.
 */
#ifndef TC_QUERY_LOOK_H
#define TC_QUERY_LOOK_H

#include "index/record.h"
#include "query/copies.h"
#include "query/rerank.h"

struct tc_look {
	struct tc_xhit hit;
	struct tc_record record;
	struct tc_outline outline;
	uint32_t copies;	/* other articles of its story */
};

/* The second look at the hits of one part of a query: `{0}` with db, plan,
 * rank and documents before its first block. */
struct tc_looker {
	struct tc_xdb *db;
	struct tc_arena *arena;	/* lives as long as the looker */
	struct tc_rerank rerank;
};

/* A block of at most TC_RERANK_BLOCK hits, weights and order changed.  The
 * first must be the best ones. */
int tc_look_again(struct tc_looker *l, struct tc_xhit *hits, size_t n,
		  struct tc_error *err);

/* Reads one hit, its outline into the other arena: of what is wanted, as
 * tc_record_load_outline() does.  `stories` may be NULL. */
int tc_look(struct tc_xdb *db, const struct tc_xhit *hit,
	    struct tc_arena *arena, struct tc_arena *tokens,
	    const struct tc_wanted *wanted, const struct tc_fold *stories,
	    struct tc_look *out, struct tc_error *err);
/* The row of words of an article (wordrow.h), a view of `stored`. */
int tc_look_row(struct tc_xdb *db, uint32_t docid, struct tc_buf *stored,
		struct tc_str *row, struct tc_error *err);
/* Of the record, the article's id alone. */
int tc_look_id(struct tc_xdb *db, const struct tc_xhit *hit,
	       struct tc_look *out, struct tc_error *err);

#endif

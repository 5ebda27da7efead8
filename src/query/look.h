/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Hits with their articles: read, cut into tokens, and put in their last
 * order block by block (rerank.h).
 */
#ifndef TC_QUERY_LOOK_H
#define TC_QUERY_LOOK_H

#include "index/cluster.h"
#include "index/record.h"
#include "query/rerank.h"

struct tc_look {
	struct tc_xhit hit;
	struct tc_record record;
	struct tc_tokens tokens;
	size_t rank;		/* Xapian's, for equals */
	uint32_t copies;	/* other articles of its story */
};

struct tc_looker {
	struct tc_xdb *db;
	const struct tc_plan *plan;
	const struct tc_rank *rank;
	uint32_t documents;	/* in the archive */
};

/* Reads one hit. */
int tc_look(const struct tc_looker *l, const struct tc_xhit *hit,
	    struct tc_arena *arena, struct tc_look *out,
	    struct tc_error *err);

/* Reads a block of at most TC_RERANK_BLOCK hits; with `again`, in the order
 * of a second look. */
int tc_look_block(const struct tc_looker *l, const struct tc_xhit *hits,
		  size_t n, bool again, struct tc_arena *arena,
		  struct tc_look *out, struct tc_error *err);

#endif

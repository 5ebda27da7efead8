/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Every article that answers a question, in order, read one after another:
 * for exports, concordances and samples.  Memory does not grow with their
 * number (pick.h).
 */
#ifndef TC_QUERY_WALK_H
#define TC_QUERY_WALK_H

#include "query/ask.h"
#include "query/look.h"
#include "query/pick.h"

struct tc_walk_hit {
	const struct tc_look *look;	/* gone after the call */
	struct tc_arena *arena;		/* cleared after the call */
	uint32_t rank;			/* from 1 */
	bool relaxed;			/* has only some of the words */
};

/* 0 to go on, 1 to stop, -1 with an error. */
typedef int tc_walk_fn(void *ctx, const struct tc_walk_hit *hit,
		       struct tc_error *err);

struct tc_walk {
	struct tc_archive *archive;
	const struct tc_search_options *o;	/* offset, limit, deadline */
	const struct tc_answer *answer;		/* of the same options */
	bool sample;		/* `limit` of all, chosen by `seed` */
	uint64_t seed;
	bool ids_only;		/* of the record, only the id is wanted */
	tc_walk_fn *each;
	void *ctx;

	/* what came of it */
	uint32_t given;
	uint32_t total;		/* that have all that was asked for */
	bool exact;		/* of the total */
	bool partial;		/* the time was up */
	bool relaxed;		/* some of the given have only some words */
};

/* TC_E_TEMPORARY when a writer moved the archive on: start again if nothing
 * was given yet. */
int tc_walk(struct tc_walk *w, struct tc_error *err);

/* The hit of an answer, its snippet included (columns 0: none). */
void tc_walk_hit(const struct tc_walk *w, const struct tc_walk_hit *from,
		 size_t columns, struct tc_hit *out);

#endif

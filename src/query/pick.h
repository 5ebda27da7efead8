/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The best K matches behind a place, chosen as the matches go by:
 *
 *   all matches   9 7 7 5 3 3 1     (keys, best first)
 *   K = 3         9 7 7|5 3 3|1     then those behind the last of them
 *
 * Memory is K, whatever the number of matches: an export of all of them reads
 * the postings once for every K.  A search whose time is up keeps what it has
 * seen.  Higher keys come first, then higher weights, then lower docids, as
 * Xapian orders them: no two matches are equal.
 *
 * Where documents stand newest first (struct tc_xrun), the newest of them are
 * found without meeting every match:
 *
 *   docids      1 .. 900       901 .. 1700      1701 ..
 *   dates    2024 .. 2019    2023 .. 2019    in no order
 *   met      ########        ####            ##########
 *
 * Behind a match that is older than the last of K, nothing of its run is among
 * the best.  All are met until `at_least` have been.
 */
#ifndef TC_QUERY_PICK_H
#define TC_QUERY_PICK_H

#include "index/xap.h"

struct tc_place {
	uint64_t key;
	double weight;
	uint32_t docid;
};

enum tc_order { TC_ORDER_RANK, TC_ORDER_DATE, TC_ORDER_SAMPLE };

struct tc_pick {
	struct tc_xdb *db;
	const struct tc_xquery *query;
	double k1, b;		/* of BM25 */
	enum tc_order order;
	uint64_t seed;		/* TC_ORDER_SAMPLE */
	int64_t deadline;	/* CLOCK_MONOTONIC, ns; 0: none */
	const struct tc_xcount *counts;	/* see every match as well */
	size_t count_count;
	/* TC_ORDER_DATE, one database on this machine: in order of docid. */
	const struct tc_xrun *runs;
	size_t run_count;
	bool flat;		/* no match weighs anything */
	uint32_t at_least;	/* matches to be counted; all without runs */

	bool behind;		/* only what stands behind `after` */
	struct tc_place after;

	/* the answer */
	struct tc_place *v;	/* best first, in the arena */
	size_t n, cap;
	uint64_t seen;		/* matches that were met, those before included */
	/* How many match in all; as many as were met when it was stopped. */
	uint32_t lower, estimate, upper;
	bool stopped;		/* the time was up: `v` is not the best */
	bool doubt;		/* as a search's (xap.h) */

	size_t run;		/* where it is */
	uint32_t from;		/* what is numbered lower is passed over */
	bool over;		/* some were */
};

/* Picks at most `cap` matches.  v must be freed with its arena. */
int tc_pick_run(struct tc_pick *p, uint32_t cap, struct tc_arena *arena,
		struct tc_error *err);

/* The answer to a search by rank or by date, as Xapian gives it or of what was
 * seen in time.  Of `p`, the database, the deadline and the runs are asked. */
int tc_pick_search(struct tc_pick *p, const struct tc_xsearch *x,
		   struct tc_arena *arena, struct tc_xresult *out,
		   struct tc_error *err);

/* Whether the time is up; false for 0. */
bool tc_deadline_over(int64_t deadline);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the matches of a query hold, counted behind its page.  The page need
 * not meet every match, and a side column of facets must not make it: past
 * some thousands of matches a part of the archive is counted for the whole.
 *
 *   docids   1..32  33..64  65..96  ...
 *   share      0      1       2     ...  63   0   1 ...
 *
 * Share 0 is counted first.  It says how many shares hold enough matches;
 * those are counted too: all of them, or as many as make a good estimate.
 * Spread like this, an estimate does not hang on the order in which articles
 * came.
 */
#ifndef TC_QUERY_TALLY_H
#define TC_QUERY_TALLY_H

#include "index/xap.h"

#define TC_TALLY_SHARES 64

/* Matches, by what share 0 holds, up to which all are counted; and how many
 * make an estimate of more: a value that one match in ten has comes out right
 * to some 5 in 100.  Three facets of so many cost about a millisecond. */
#define TC_TALLY_EXACT 4000
#define TC_TALLY_ENOUGH 3000

struct tc_tally {
	struct tc_xdb *db;
	const struct tc_xquery *query;
	const struct tc_xcount *counts;
	size_t count_count;
	uint32_t documents;	/* of the archive */
	int64_t deadline;	/* 0: none */

	/* what came of it */
	uint32_t shares;	/* that were counted, of TC_TALLY_SHARES */
	uint32_t matches;	/* in these */
	bool stopped;		/* at the deadline */
};

/* Only what is on this machine can be counted in shares. */
int tc_tally_run(struct tc_tally *t, struct tc_error *err);
/* The whole, by a count in the shares. */
uint32_t tc_tally_whole(const struct tc_tally *t, uint32_t count);

#endif

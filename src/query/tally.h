/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the matches of a query hold, counted behind its page.  The page need
 * not meet every match, and a side column of facets must not make it: past
 * some thousands of matches a part of the archive is counted for the whole.
 *
 *   docids   1..8   9..16  17..24  ...
 *   share      0      1       2    ...  63   0   1 ...
 *
 * As many shares are counted as make a good estimate, or all of them.  They
 * go round the archive 70 times or more, so that an estimate does not hang on the
 * order in which articles came.
 */
#ifndef TC_QUERY_TALLY_H
#define TC_QUERY_TALLY_H

#include "query/search.h"

#define TC_TALLY_SHARES 64

/* Matches up to which all are counted; and how many are counted to estimate
 * more: a value that one match in ten has comes out right to some 9 in 100.
 * Three facets of so many cost about a millisecond. */
#define TC_TALLY_EXACT 3000
#define TC_TALLY_WANTED 1200
/* So many are enough, where there turn out to be fewer than expected. */
#define TC_TALLY_ENOUGH 1000

/* The matches that a page counts one by one are met in the order of docids:
 * how far they reach says how many there are, where Xapian's own estimate
 * takes the words of a phrase for strangers; and where all are to be counted,
 * only those behind are looked for.  tc_tally_meet() is for struct
 * tc_xsearch. */
struct tc_tally_met {
	uint32_t n, cap;
	bool astray;		/* they came in another order */
	uint32_t docids[];	/* the first of all matches; cap of them */
};
/* For so many matches, all of an archive perhaps; no more are kept than are
 * counted one by one. */
struct tc_tally_met *tc_tally_met_new(struct tc_arena *arena, uint32_t matches);
bool tc_tally_meet(void *met, uint32_t docid, double weight,
		   struct tc_str value);

struct tc_tally {
	struct tc_xdb *db;
	const struct tc_xquery *query;
	const struct tc_xcount *counts;
	size_t count_count;
	uint32_t documents;	/* of the archive */
	uint32_t expected;	/* matches, where none were met */
	bool sure;		/* of these; else it is a guess */
	const struct tc_tally_met *met;	/* of the matches, or NULL */
	int64_t deadline;	/* 0: none */

	/* what came of it */
	uint32_t shares;	/* that were counted, of TC_TALLY_SHARES */
	uint32_t matches;	/* in these */
	bool stopped;		/* at the deadline */
};

/* Counts behind the page of an answer: its facets become exact or estimates,
 * and its total exact where all were counted. */
int tc_tally_answer(struct tc_tally *t, struct tc_answer *out,
		    struct tc_error *err);

/* Only what is on this machine can be counted in shares. */
int tc_tally_run(struct tc_tally *t, struct tc_error *err);
/* The whole, by a count in the shares. */
uint32_t tc_tally_whole(const struct tc_tally *t, uint32_t count);

#endif

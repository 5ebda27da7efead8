/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * About how many articles have what each must be looked at for, as a phrase:
 * judged by some of a query's matches that stand evenly in the archive.
 *
 *   docid   1 ....[==].......|.......[==].......|.......[==]....
 *                 stretches, as wide as a few matches
 */
#ifndef TC_QUERY_ABOUT_H
#define TC_QUERY_ABOUT_H

#include "index/xap.h"

/* To two digits, as Xapian rounds what it is not sure of. */
uint32_t tc_about_round(double v);

struct tc_about {
	struct tc_xdb *db;		/* on this machine */
	const struct tc_xquery *query;	/* its rows are last (xap.h) */
	uint32_t documents;
	/* 1 when the article has it, 0; -1, having told the error itself */
	int (*fits)(void *ctx, uint32_t docid);
	void *ctx;
};

/* *count is left as it is where no match stands in a stretch. */
int tc_about_count(const struct tc_about *a, uint32_t *count,
		   struct tc_error *err);

#endif

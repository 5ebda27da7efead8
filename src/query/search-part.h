/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One search as its files share it: search.c settles what is asked for and
 * counted, search-page.c fills a page as Xapian answers, search-verify.c where
 * phrases have to be looked at first. */
#ifndef TC_QUERY_SEARCH_PART_H
#define TC_QUERY_SEARCH_PART_H

#include "query/copies.h"
#include "query/search.h"
#include "query/tally.h"

struct tc_searcher {
	struct tc_archive *archive;
	const struct tc_node *root;
	const struct tc_search_options *o;
	struct tc_arena *arena;
	struct tc_answer *out;
	struct tc_error *err;
	uint32_t documents;
	uint32_t skip;		/* hits still to pass over (the offset) */
	uint32_t limit;		/* hits to give in all */
	struct tc_fold fold;
	struct tc_arena *tokens;	/* of one hit */
	struct tc_xcount counts[1 + TC_COUNTERS_MAX];
	size_t count_count;
	bool tally;		/* counted behind the page, not on its way */
	uint32_t expected;	/* matches, as Xapian estimates them */
	struct tc_tally_met *met;	/* on its way, or NULL */
	const struct tc_xrun *runs;	/* that a search by date leaves early */
	size_t run_count;
};

/* In the order of dates, not of rank. */
bool tc_searcher_by_date(const struct tc_searcher *s);

/* What Xapian is asked, for the query; which places of hits is not settled. */
struct tc_xsearch tc_searcher_request(const struct tc_searcher *s,
				      const struct tc_xquery *q);
/* Xapian's answer; under a deadline, what was seen up to it; in runs, without
 * what need not be seen of them. */
int tc_searcher_find(struct tc_searcher *s, const struct tc_xsearch *x,
		     struct tc_arena *arena, struct tc_xresult *out);

/* Puts one on the page that is wanted there: no copy of a story shown, not
 * before the offset.  `relaxed`: it has only some of the words. */
int tc_searcher_pass(struct tc_searcher *s, const struct tc_xhit *hit,
		     bool relaxed);

/* Fill the page; how many match in all, and whether that is exact.  The first
 * takes Xapian's answer, the second verifies each match. */
int tc_search_plain(struct tc_searcher *s, const struct tc_xquery *q,
		    bool relaxed, uint32_t *total, bool *exact);
int tc_search_verified(struct tc_searcher *s, const struct tc_xquery *q,
		       bool relaxed, uint32_t *total, bool *exact);

#endif

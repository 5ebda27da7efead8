/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A question as a person asks it: the query as typed; where that finds
 * nothing, the query that raw keystrokes were meant to be; where there is
 * little, a suggestion; and where there is nothing, why.
 */
#ifndef TC_QUERY_ASK_H
#define TC_QUERY_ASK_H

#include "query/search.h"

/* As tc_search(), from the text.  TC_E_QUERY when it does not parse, or holds
 * nothing to search for and the options filter nothing either. */
int tc_ask(struct tc_archive *archive, struct tc_str text,
	   const struct tc_search_options *o, struct tc_arena *arena,
	   struct tc_answer *out, struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Counting what the matches hold: numbers, types, units, years, sites. */
#ifndef TC_QUERY_FACET_H
#define TC_QUERY_FACET_H

#include "query/search.h"

/* Fills `counts` with a counter for each facet asked for (bits of 1 << enum
 * tc_facet) that adds to lists[facet]; returns how many.  They live in the
 * arena. */
size_t tc_facet_counters(struct tc_facet_list lists[TC_FACET_COUNT],
			 struct tc_arena *arena, uint32_t asked,
			 struct tc_xcount counts[TC_FACET_COUNT]);

/* Most frequent first, then by value. */
void tc_facet_sort(struct tc_facet_list *list);

#endif

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

/* A counter by itself: what fills a list. */
struct tc_facet_counter;
struct tc_facet_counter *tc_facet_counter(struct tc_facet_list *list,
					  struct tc_arena *arena);
void tc_facet_count_one(struct tc_facet_counter *c, struct tc_str value);
/* All strings of an article's value, for struct tc_xcount. */
void tc_facet_count(void *counter, struct tc_str packed);
/* Takes the first string off a packed value (schema.h); false when there is
 * none left. */
bool tc_facet_next(struct tc_str *packed, struct tc_str *value);
uint32_t tc_facet_slot(enum tc_facet f);

/* Most frequent first, then by value. */
void tc_facet_sort(struct tc_facet_list *list);

#endif

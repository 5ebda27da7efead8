/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Counting what the matches hold: numbers, types, units, years, sites. */
#ifndef TC_QUERY_FACET_H
#define TC_QUERY_FACET_H

#include "query/search.h"

/* What counts the facets asked for (bits of 1 << enum tc_facet) into
 * lists[facet]: one counter or none, as many as it returns.  It lives in the
 * arena. */
size_t tc_facet_counts(struct tc_facet_list lists[TC_FACET_COUNT],
		       struct tc_arena *arena, uint32_t asked,
		       struct tc_xcount *out);

/* A counter by itself: what fills a list. */
struct tc_facet_counter;
struct tc_facet_counter *tc_facet_counter(struct tc_facet_list *list,
					  struct tc_arena *arena);
/* What is not UTF-8 is damaged, and not in the list. */
void tc_facet_count_one(struct tc_facet_counter *c, struct tc_str value);
/* Takes strings off the value of an article (counted.h) up to the first of
 * the facet; false when there is none left.  Damage is noted in the list of
 * the counter. */
bool tc_facet_next(struct tc_facet_counter *c, enum tc_facet facet,
		   struct tc_str *value, struct tc_str *string);

/* Puts it in order: most frequent first, then by value. */
void tc_facet_order(struct tc_facet_list *list);
/* The same of what a counter filled; TC_E_DAMAGED. */
int tc_facet_settle(struct tc_facet_list *list, struct tc_error *err);

#endif

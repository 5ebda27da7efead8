/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Facets inside facets: for each value of one, the values of another among the
 * articles that have it.
 *
 *   year/type   2023 (5)  NQ 4, CT 2
 *               2024 (3)  NQ 3
 */
#ifndef TC_QUERY_NESTED_H
#define TC_QUERY_NESTED_H

#include "query/search.h"

#define TC_NESTED_MAX 4

struct tc_nested {
	enum tc_facet outer, inner;
	struct tc_facet_list outers;	/* most frequent first */
	struct tc_facet_list *inners;	/* one each of them, likewise */
};

/* What counts `n` of them, for tc_search_options: a counter each.  Memory
 * lives in the arena. */
struct tc_nesting {
	struct tc_nested *v;
	size_t n;
	struct tc_xcount counts[TC_NESTED_MAX];
	struct tc_arena *arena;
	struct tc_nested_state *state;
};

void tc_nesting_init(struct tc_nesting *x, struct tc_nested *v, size_t n,
		     struct tc_arena *arena);
void tc_nesting_recount(void *x);	/* struct tc_nesting */
/* Sorts what was counted into v. */
int tc_nesting_settle(struct tc_nesting *x, struct tc_error *err);

#endif

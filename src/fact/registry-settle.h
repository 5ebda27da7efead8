/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Inside the resolver: each kind of mention is settled in a file of its own,
 * full symbols by registry-resolve.c.  Nobody else includes this.
 */
#ifndef TC_FACT_REGISTRY_SETTLE_H
#define TC_FACT_REGISTRY_SETTLE_H

#include "fact/registry-evidence.h"

/* In which full symbols are sorted: by canonical form, or by type and
 * number. */
int tc_resolver_compare(const struct tc_number *a, const struct tc_number *b,
			bool by_short);

/* Mentions around an open one, k, that are asked which document is meant:
 * from the first on, before *end. */
static inline size_t tc_resolver_around(const struct tc_resolver *s, size_t k,
					size_t *end)
{
	enum { NEIGHBOURS = 64 };

	*end = k + NEIGHBOURS < s->numbers->n ? k + NEIGHBOURS : s->numbers->n;
	return k > NEIGHBOURS ? k - NEIGHBOURS : 0;
}

/* Mention k, when full symbols are settled and sorted in s->by_short. */
void tc_resolver_short(const struct tc_resolver *s, size_t k);
/* Short ones that are still open: what the others mean. */
void tc_resolver_open_shorts(const struct tc_resolver *s);
void tc_resolver_plenum(const struct tc_resolver *s, size_t k);

#endif

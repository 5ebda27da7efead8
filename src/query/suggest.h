/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Did you mean: words that articles have, near to those typed, chosen so that
 * neighbours go together.
 */
#ifndef TC_QUERY_SUGGEST_H
#define TC_QUERY_SUGGEST_H

#include "index/xap.h"
#include "query/query.h"

/* Matches up to which a suggestion is worth the look. */
#define TC_SUGGEST_HITS 2

/* The whole query with other words, phrases included, into the arena; NULL
 * when nothing better is known. */
int tc_suggest(struct tc_xdb *db, const struct tc_node *root,
	       struct tc_arena *arena, struct tc_node **out,
	       struct tc_error *err);

#endif

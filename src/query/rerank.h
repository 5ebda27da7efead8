/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A second look at the hits that are read anyway: how near together the words
 * of the query stand in the text, which no posting list tells.  Hits are put
 * in order within blocks of TC_RERANK_BLOCK ranks, so that pages of any size
 * make the same whole, and a first page costs no article more than it shows.
 */
#ifndef TC_QUERY_RERANK_H
#define TC_QUERY_RERANK_H

#include "query/plan.h"
#include "query/rank.h"

#define TC_RERANK_BLOCK 10

/* What to add to a hit's weight.  `documents`: articles in the archive. */
double tc_rerank_bonus(const struct tc_plan *plan,
		       const struct tc_rank *rank,
		       const struct tc_tokens *tokens, uint32_t documents,
		       struct tc_arena *arena);

#endif

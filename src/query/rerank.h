/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A second look at the best hits: which neighbours of the query are neighbours
 * in the article, and how near together its words stand, which no posting list
 * tells.  The rows of words (wordrow.h) are read, not the texts.
 *
 *   Xapian's ranks  1 .. 50 | 51 .. 100 | ...	blocks, each put in order
 *
 * Blocks of TC_RERANK_BLOCK ranks, so that pages of any size make the same
 * whole.  How rare a pair is, the first block tells: the share of its articles
 * that have the pair, of those that have its rarer word, was as good as the
 * true number (MRR@10 of short questions without marks .807 of 50 articles,
 * .796 of 20, .810 by pairs as terms; with marks .845 and .842 against .845).
 * Terms for pairs made the archive twice as large, and its import half as
 * fast.
 */
#ifndef TC_QUERY_RERANK_H
#define TC_QUERY_RERANK_H

#include "query/plan.h"
#include "query/rank.h"

#define TC_RERANK_BLOCK 50

struct tc_rerank {
	const struct tc_plan *plan;
	const struct tc_rank *rank;
	uint32_t documents;	/* in the archive */
	const struct tc_rerank_words *words;	/* what to look for */
	bool settled;		/* the first block was seen */
	double average;		/* words of an article there */
	double *idf;		/* of the plan's pairs */
};

/* What an article's row shows. */
struct tc_rerank_seen {
	double near;		/* share of a passage and of nearness */
	uint32_t words;		/* in the row */
	uint32_t *pairs;	/* how often each of the plan's stands there */
};

/* Whether there is anything to look for. */
bool tc_rerank_wanted(const struct tc_plan *plan);

/* Once, before the first row; the words live in the arena. */
void tc_rerank_prepare(struct tc_rerank *r, struct tc_arena *arena);
void tc_rerank_read(const struct tc_rerank *r, struct tc_str row,
		    struct tc_arena *arena, struct tc_rerank_seen *out);
/* Of the first block; idf goes into the arena. */
void tc_rerank_settle(struct tc_rerank *r, const struct tc_rerank_seen *v,
		      size_t n, struct tc_arena *arena);
/* What a pair adds to a hit's weight, and all of it; once settled. */
double tc_rerank_pair(const struct tc_rerank *r,
		      const struct tc_rerank_seen *seen, size_t pair);
double tc_rerank_bonus(const struct tc_rerank *r,
		       const struct tc_rerank_seen *seen);

#endif

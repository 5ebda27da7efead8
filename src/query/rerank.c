/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/rerank.h"

#include <math.h>

/* Words of a query that are looked at; tokens that make a passage; how far
 * apart two words may stand to be near. */
enum { WORDS_MAX = 32, PASSAGE = 40, NEAR = 8 };

struct word {
	const struct tc_plan_word *w;
	double idf;
	uint32_t last;		/* token where it stood last, plus 1 */
	uint32_t inside;	/* times in the passage */
	double nearest;		/* to the word before it, best so far */
};

struct scorer {
	struct word v[WORDS_MAX];
	size_t n;
	double total;		/* of idf */
};

static void collect(struct scorer *s, const struct tc_plan *plan,
		    uint32_t documents)
{
	for (size_t i = 0; i < plan->word_count && s->n < WORDS_MAX; i++) {
		const struct tc_plan_word *w = &plan->words[i];
		if (w->function || !w->documents)
			continue;
		double idf = log(1 + ((double)documents - w->documents + .5) /
					     (w->documents + .5));
		s->v[s->n++] = (struct word){ .w = w, .idf = idf };
		s->total += idf;
	}
}

/* Which word a token is; n when none. */
static size_t word_of(const struct scorer *s, const struct tc_token *t)
{
	size_t i = 0;

	while (i < s->n && !tc_word_accepts(s->v[i].w, t))
		i++;
	return i;
}

static void note_near(struct scorer *s, size_t i, uint32_t at)
{
	if (i && s->v[i - 1].last) {
		uint32_t gap = at + 1 - s->v[i - 1].last;
		if (gap && gap <= NEAR && 1. / gap > s->v[i].nearest)
			s->v[i].nearest = 1. / gap;
	}
	if (i + 1 < s->n && s->v[i + 1].last) {
		uint32_t gap = at + 1 - s->v[i + 1].last;
		/* the other way round is worth half */
		if (gap && gap <= NEAR && .5 / gap > s->v[i + 1].nearest)
			s->v[i + 1].nearest = .5 / gap;
	}
	s->v[i].last = at + 1;
}

double tc_rerank_bonus(const struct tc_plan *plan,
		       const struct tc_rank *rank,
		       const struct tc_tokens *tokens, uint32_t documents,
		       struct tc_arena *arena)
{
	struct scorer s = { .n = 0 };
	uint8_t *is = tc_arena_alloc(arena, tokens->n + 1);
	double inside = 0, best = 0, near = 0;

	collect(&s, plan, documents);
	if (s.n < 2)
		return 0;
	for (size_t at = 0; at < tokens->n; at++) {
		size_t i = word_of(&s, &tokens->v[at]);
		is[at] = (uint8_t)i;
		if (i < s.n) {
			if (!s.v[i].inside++)
				inside += s.v[i].idf;
			note_near(&s, i, (uint32_t)at);
		}
		if (at >= PASSAGE && is[at - PASSAGE] < s.n &&
		    !--s.v[is[at - PASSAGE]].inside)
			inside -= s.v[is[at - PASSAGE]].idf;
		if (inside > best)
			best = inside;
	}
	for (size_t i = 1; i < s.n; i++)
		near += s.v[i].nearest *
			(s.v[i].idf < s.v[i - 1].idf ? s.v[i].idf :
						       s.v[i - 1].idf);
	return rank->passage * best + rank->near * near;
}

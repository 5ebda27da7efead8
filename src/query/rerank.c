/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/rerank.h"

#include "text/fold.h"

#include <math.h>

/* Words of a query that are looked at; tokens that make a passage; how far
 * apart two words may stand to be near. */
enum { WORDS_MAX = 32, PASSAGE = 40, NEAR = 8 };

struct word {
	const struct tc_plan_word *w;
	struct tc_wordcode forms[TC_WORD_FORMS_MAX];
	double idf;
	uint32_t last;		/* token where it stood last, plus 1 */
	uint32_t inside;	/* times in the passage */
	double nearest;		/* to the word before it, best so far */
};

struct scorer {
	struct word v[WORDS_MAX];
	size_t n;
	uint64_t some[4096 / 64];	/* bare parts of codes to stop at */
};

static double idf_of(double documents, double n)
{
	return log(1 + (documents - n + .5) / (n + .5));
}

static void stop_at(struct scorer *s, struct tc_wordcode c)
{
	s->some[c.code >> 10] |= UINT64_C(1) << (c.code >> 4 & 63);
}

static bool stops(const struct scorer *s, uint16_t code)
{
	return s->some[code >> 10] >> (code >> 4 & 63) & 1;
}

static void add_word(struct scorer *s, const struct tc_plan_word *w,
		     double idf)
{
	struct word *word = &s->v[s->n++];

	word->w = w;
	word->idf = idf;
	word->last = word->inside = 0;
	word->nearest = 0;
	for (size_t i = 0; i < w->form_count; i++) {
		struct tc_str key = w->forms[i].key;
		TC_SCOPED_BUF bare = { 0 };
		if (w->forms[i].bare) {
			word->forms[i] = tc_wordcode_bare(key);
		} else {
			tc_fold_bare(key, &bare);
			word->forms[i] = tc_wordcode_of(key,
							tc_buf_str(&bare));
		}
		stop_at(s, word->forms[i]);
	}
}

static void collect(struct scorer *s, const struct tc_plan *plan,
		    uint32_t documents)
{
	memset(s->some, 0, sizeof s->some);
	s->n = 0;
	for (size_t i = 0; i < plan->word_count && s->n < WORDS_MAX; i++) {
		const struct tc_plan_word *w = &plan->words[i];
		if (!w->function && w->documents)
			add_word(s, w, idf_of(documents, w->documents));
	}
	for (size_t i = 0; i < plan->pair_count; i++)
		stop_at(s, plan->pairs[i].left);
}

/* Which word a code is; n when none. */
static size_t word_of(const struct scorer *s, uint16_t code)
{
	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; k < s->v[i].w->form_count; k++)
			if (tc_wordcode_is(s->v[i].forms[k], code))
				return i;
	return s->n;
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

/* Counts the pairs that begin with this code. */
static void count_pairs(const struct tc_plan *plan, uint16_t code,
			uint16_t next, uint32_t *out)
{
	for (size_t i = 0; i < plan->pair_count; i++) {
		const struct tc_plan_pair *p = &plan->pairs[i];
		if (!tc_wordcode_is(p->left, code))
			continue;
		for (size_t k = 0; k < p->right_count; k++)
			out[i] += tc_wordcode_is(p->right[k], next);
	}
}

/* The best passage, and every two neighbours of the query that are near. */
static double sum_up(const struct tc_rank *rank, const struct scorer *s,
		     double passage)
{
	double near = 0;

	for (size_t i = 1; i < s->n; i++)
		near += s->v[i].nearest *
			(s->v[i].idf < s->v[i - 1].idf ? s->v[i].idf :
							 s->v[i - 1].idf);
	return s->n < 2 ? 0 : rank->passage * passage + rank->near * near;
}

bool tc_rerank_wanted(const struct tc_plan *plan)
{
	return plan->pair_count || plan->word_count > 1;
}

void tc_rerank_read(const struct tc_rerank *r, struct tc_str row,
		    struct tc_arena *arena, struct tc_rerank_seen *out)
{
	struct scorer s;
	size_t n = tc_wordrow_len(row);
	double inside = 0, best = 0;
	uint32_t at = 0;	/* breaks are no words */

	collect(&s, r->plan, r->documents);
	uint8_t *is = tc_arena_alloc(arena, n + 1);
	*out = (struct tc_rerank_seen){
		.pairs = tc_arena_alloc(arena, (r->plan->pair_count + 1) *
						       sizeof *out->pairs),
	};
	for (size_t i = 0; i < n; i++) {
		uint16_t code = tc_wordrow_at(row, i);
		if (code == TC_WORD_BREAK)
			continue;
		size_t w = s.n;
		if (stops(&s, code)) {
			w = word_of(&s, code);
			if (i + 1 < n)
				count_pairs(r->plan, code,
					    tc_wordrow_at(row, i + 1),
					    out->pairs);
		}
		is[at] = (uint8_t)w;
		if (w < s.n) {
			if (!s.v[w].inside++)
				inside += s.v[w].idf;
			note_near(&s, w, at);
		}
		if (at >= PASSAGE && is[at - PASSAGE] < s.n &&
		    !--s.v[is[at - PASSAGE]].inside)
			inside -= s.v[is[at - PASSAGE]].idf;
		if (inside > best)
			best = inside;
		at++;
	}
	out->words = at;
	out->near = sum_up(r->rank, &s, best);
}

void tc_rerank_settle(struct tc_rerank *r, const struct tc_rerank_seen *v,
		      size_t n, struct tc_arena *arena)
{
	const struct tc_plan *plan = r->plan;
	double words = 0;

	r->idf = tc_arena_alloc(arena, (plan->pair_count + 1) *
					       sizeof *r->idf);
	for (size_t i = 0; i < n; i++)
		words += v[i].words;
	r->average = words > 0 ? words / (double)n : 1;
	for (size_t p = 0; p < plan->pair_count; p++) {
		double with = 0;
		for (size_t i = 0; i < n; i++)
			with += v[i].pairs[p] > 0;
		double all = n ? plan->pairs[p].most * with / (double)n : 0;
		r->idf[p] = idf_of(r->documents, all > with ? all : with);
	}
	r->settled = true;
}

double tc_rerank_pair(const struct tc_rerank *r,
		      const struct tc_rerank_seen *seen, size_t pair)
{
	const struct tc_rank *rank = r->rank;
	double n = seen->pairs[pair];
	double length = 1 - rank->b + rank->b * seen->words / r->average;

	return r->plan->pairs[pair].weight * r->idf[pair] * n *
	       (rank->k1 + 1) / (n + rank->k1 * length);
}

double tc_rerank_bonus(const struct tc_rerank *r,
		       const struct tc_rerank_seen *seen)
{
	double bonus = seen->near;

	for (size_t i = 0; i < r->plan->pair_count; i++)
		if (seen->pairs[i])
			bonus += tc_rerank_pair(r, seen, i);
	return bonus;
}

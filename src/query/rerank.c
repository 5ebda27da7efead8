/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/rerank.h"

#include "text/codeset.h"

#include <math.h>

/* Words of a query that are looked at; tokens that make a passage; how far
 * apart two words may stand to be near. */
enum { WORDS_MAX = 32, PASSAGE = 40, NEAR = 8 };

struct word {
	const struct tc_plan_word *w;
	double idf;
};

struct tc_rerank_words {
	struct word v[WORDS_MAX];
	size_t n;
	struct tc_codeset some;		/* codes to stop at */
};

static double idf_of(double documents, double n)
{
	return log(1 + (documents - n + .5) / (n + .5));
}

static void add_word(struct tc_rerank_words *s, const struct tc_plan_word *w,
		     double idf)
{
	struct word *word = &s->v[s->n++];

	word->w = w;
	word->idf = idf;
	for (size_t i = 0; i < w->form_count; i++)
		tc_codeset_add(&s->some, w->forms[i].code.code);
}

void tc_rerank_prepare(struct tc_rerank *r, struct tc_arena *arena)
{
	struct tc_rerank_words *s = tc_arena_alloc(arena, sizeof *s);
	const struct tc_plan *plan = r->plan;

	tc_codeset_add(&s->some, TC_WORD_BREAK);
	for (size_t i = 0; i < plan->word_count && s->n < WORDS_MAX; i++) {
		const struct tc_plan_word *w = &plan->words[i];
		if (!w->function && w->documents)
			add_word(s, w, idf_of(r->documents, w->documents));
	}
	for (size_t i = 0; i < plan->pair_count; i++)
		tc_codeset_add(&s->some, plan->pairs[i].left.code);
	r->words = s;
}

/* Which word a code is; n when none. */
static size_t word_of(const struct tc_rerank_words *s, uint16_t code)
{
	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; k < s->v[i].w->form_count; k++)
			if (tc_wordcode_is(s->v[i].w->forms[k].code, code))
				return i;
	return s->n;
}

/* ---- one row ---- */

/* A word of the query in the passage; that many are never there at once. */
struct place {
	uint32_t at;
	uint32_t word;
};
enum { PLACES = 64 };
_Static_assert(PLACES > PASSAGE + 1, "places of a passage");

struct scorer {
	const struct tc_rerank_words *words;
	struct {
		uint32_t last;		/* token where it stood last, plus 1 */
		uint32_t inside;	/* times in the passage */
		double nearest;		/* to the word before it, best so far */
	} v[WORDS_MAX];
	struct place places[PLACES];	/* from first up to end, in a ring */
	uint32_t first, end;
	double inside, best;		/* weight of the passage */
};

static void note_near(struct scorer *s, size_t i, uint32_t at)
{
	if (i && s->v[i - 1].last) {
		uint32_t gap = at + 1 - s->v[i - 1].last;
		if (gap && gap <= NEAR && 1. / gap > s->v[i].nearest)
			s->v[i].nearest = 1. / gap;
	}
	if (i + 1 < s->words->n && s->v[i + 1].last) {
		uint32_t gap = at + 1 - s->v[i + 1].last;
		/* the other way round is worth half */
		if (gap && gap <= NEAR && .5 / gap > s->v[i + 1].nearest)
			s->v[i + 1].nearest = .5 / gap;
	}
	s->v[i].last = at + 1;
}

/* Words that stand before `from` leave the passage. */
static void leave(struct scorer *s, uint32_t from)
{
	for (; s->first != s->end; s->first++) {
		const struct place *p = &s->places[s->first % PLACES];
		if (p->at >= from)
			return;
		if (!--s->v[p->word].inside)
			s->inside -= s->words->v[p->word].idf;
	}
}

/* The passage that ends with this word. */
static void enter(struct scorer *s, size_t word, uint32_t at)
{
	if (at >= PASSAGE)
		leave(s, at - PASSAGE);
	s->places[s->end++ % PLACES] = (struct place){ at, (uint32_t)word };
	if (!s->v[word].inside++)
		s->inside += s->words->v[word].idf;
	if (at >= PASSAGE)
		leave(s, at - PASSAGE + 1);
	if (s->inside > s->best)
		s->best = s->inside;
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
static double sum_up(const struct tc_rank *rank, const struct scorer *s)
{
	const struct word *v = s->words->v;
	double near = 0;

	for (size_t i = 1; i < s->words->n; i++)
		near += s->v[i].nearest *
			(v[i].idf < v[i - 1].idf ? v[i].idf : v[i - 1].idf);
	return s->words->n < 2 ? 0 :
		       rank->passage * s->best + rank->near * near;
}

bool tc_rerank_wanted(const struct tc_plan *plan)
{
	return plan->pair_count || plan->word_count > 1;
}

void tc_rerank_read(const struct tc_rerank *r, struct tc_str row,
		    struct tc_arena *arena, struct tc_rerank_seen *out)
{
	struct scorer s = { .words = r->words };
	const size_t n = tc_wordrow_len(row);
	size_t breaks = 0;	/* they are no words */

	*out = (struct tc_rerank_seen){
		.pairs = tc_arena_alloc(arena, (r->plan->pair_count + 1) *
						       sizeof *out->pairs),
	};
	for (size_t i = 0; i < n; i++) {
		const uint16_t code = tc_wordrow_at(row, i);
		if (!tc_codeset_has(&r->words->some, code))
			continue;
		if (code == TC_WORD_BREAK) {
			breaks++;
			continue;
		}
		if (i + 1 < n)
			count_pairs(r->plan, code, tc_wordrow_at(row, i + 1),
				    out->pairs);
		const size_t w = word_of(r->words, code);
		if (w == r->words->n)
			continue;
		note_near(&s, w, (uint32_t)(i - breaks));
		enter(&s, w, (uint32_t)(i - breaks));
	}
	out->words = (uint32_t)(n - breaks);
	out->near = sum_up(r->rank, &s);
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

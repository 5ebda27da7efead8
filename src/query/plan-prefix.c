/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A prefix becomes the most frequent words that begin with it, of the whole
 * archive: Xapian's own wildcard chooses and weighs them shard by shard, so
 * that the same articles would have other scores in three shards than in
 * one. */
#include "config.h"

#include "query/plan-part.h"
#include "text/fold.h"
#include "text/syllable.h"
#include "text/wordrow.h"

#include <stdlib.h>

struct candidate {
	struct tc_str term;
	uint32_t documents;
};

struct gathering {
	struct tc_arena arena;
	struct candidate *v;
	size_t n, cap;
};

static bool gather(void *ctx, struct tc_str term, uint32_t documents)
{
	struct gathering *g = ctx;

	g->v = tc_arena_grow(&g->arena, g->v, g->n, &g->cap, sizeof *g->v);
	g->v[g->n++] = (struct candidate){ tc_arena_str(&g->arena, term),
					   documents };
	return true;
}

static int by_documents(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->documents != y->documents)
		return x->documents < y->documents ? 1 : -1;
	return tc_str_cmp(x->term, y->term);
}

static void keep(struct tc_planner *p, const struct tc_node *n,
		 const struct gathering *g)
{
	struct tc_expansion *out = n->expansion;
	size_t most = n->prefix_max ? n->prefix_max : TC_EXPANSION;

	if (g->n)
		qsort(g->v, g->n, sizeof *g->v, by_documents);
	out->n = g->n < most ? g->n : most;
	out->terms = tc_arena_alloc(p->arena, out->n * sizeof *out->terms);
	for (size_t i = 0; i < out->n; i++)
		out->terms[i] = tc_arena_str(p->arena, g->v[i].term);
}

/* ---- the words that begin so ---- */

/* A key of a spelling (wordrow.h) begins with its bare form, which is not how
 * the word begins: such words are looked for among those of the bare prefix. */
struct filter {
	struct tc_str start;	/* of the words, with its marks */
	bool marked;		/* it has some */
	tc_xterm_fn *each;
	void *ctx;
	bool done;
};

static bool spelled_so(void *ctx, struct tc_str term, uint32_t documents)
{
	struct filter *f = ctx;
	char word[TC_SYLLABLE_MAX];
	size_t n;

	if (tc_wordcode_unkey(term, word, &n) &&
	    tc_word_starts(tc_str(word, n), f->start))
		f->done = !f->each(f->ctx, term, documents);
	return !f->done;
}

static bool is_bare(struct tc_str word)
{
	TC_SCOPED_BUF bare = { 0 };

	tc_fold_bare(word, &bare);
	return tc_str_eq(tc_buf_str(&bare), word);
}

/* Of a word that is no syllable both forms are terms: one of them counts. */
static bool as_it_stands(void *ctx, struct tc_str term, uint32_t documents)
{
	struct filter *f = ctx;
	char word[TC_SYLLABLE_MAX];
	size_t n;

	if (!tc_wordcode_unkey(term, word, &n) && (f->marked || is_bare(term)))
		f->done = !f->each(f->ctx, term, documents);
	return !f->done;
}

int tc_plan_each_word(struct tc_xdb *db, const struct tc_token *t,
		      tc_xterm_fn *each, void *ctx, struct tc_error *err)
{
	struct filter f = { .start = t->exact, .each = each, .ctx = ctx,
			    .marked = t->flags & TC_TOKEN_MARKED };
	TC_SCOPED_BUF moved = { 0 };

	if (!f.marked)
		return tc_xdb_terms(db, t->bare, as_it_stands, &f, err);
	if (tc_xdb_terms(db, t->bare, spelled_so, &f, err) != 0 ||
	    (!f.done && tc_xdb_terms(db, t->exact, as_it_stands, &f, err) != 0))
		return -1;
	return f.done || !tc_syllable_moved(t->exact, &moved) ?
		       0 :
		       tc_xdb_terms(db, tc_buf_str(&moved), as_it_stands, &f,
				    err);
}

int tc_plan_expand_prefix(struct tc_planner *p, const struct tc_node *n)
{
	struct gathering g = { 0 };
	int bad = tc_plan_each_word(p->db, &n->tokens.v[0], gather, &g,
				    p->err);

	if (!bad)
		keep(p, n, &g);
	tc_arena_release(&g.arena);
	return bad;
}

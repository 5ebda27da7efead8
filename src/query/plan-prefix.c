/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A prefix becomes the most frequent words that begin with it, of the whole
 * archive: Xapian's own wildcard chooses and weighs them shard by shard, so
 * that the same articles would have other scores in three shards than in
 * one. */
#include "config.h"

#include "query/plan-part.h"

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

int tc_plan_expand_prefix(struct tc_planner *p, const struct tc_node *n)
{
	const struct tc_token *t = &n->tokens.v[0];
	struct gathering g = { 0 };
	int bad = tc_xdb_terms(p->db, t->flags & TC_TOKEN_MARKED ? t->exact :
								   t->bare,
			       gather, &g, p->err);

	if (!bad)
		keep(p, n, &g);
	tc_arena_release(&g.arena);
	return bad;
}

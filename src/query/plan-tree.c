/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Brackets and ORs: their words are looked up in the readings that words at
 * the top are, but all have to be there.  What stands behind a NOT is looked
 * up as typed: a looser reading would exclude what nobody named.
 */
#include "config.h"

#include "query/plan-part.h"

/* What a part was looked up as, for tc_match(), which asks the index again
 * where a phrase stands beside it in an OR. */
static void keep_settled(struct tc_planner *p, const struct tc_node *n,
			 const struct tc_xquery *q)
{
	struct tc_plan *plan = p->plan;

	plan->settled = tc_arena_grow(p->arena, plan->settled,
				      plan->settled_count, &p->settled_cap,
				      sizeof *plan->settled);
	plan->settled[plan->settled_count++] =
		(struct tc_plan_settled){ n, tc_xquery_copy(q) };
}

static int plan_and(struct tc_planner *p, const struct tc_node *n,
		    struct tc_xquery **q)
{
	struct tc_xquery *yes = NULL, *no = NULL;
	size_t run = 0;
	int bad = 0;

	for (size_t i = 0; i < n->kid_count && !bad; i++) {
		const struct tc_node *kid = n->kids[i];
		if (kid->kind == TC_NODE_WORD)
			continue;
		bad = tc_plan_strict_words(p, n, run, i, &yes);
		run = i + 1;
		if (!bad && kid->kind != TC_NODE_NOT)
			bad = tc_plan_tree(p, kid, &yes);
		/* a phrase that must not be there is left to tc_match():
		 * the index would exclude too much */
		else if (!bad && !kid->has_phrase)
			no = tc_xquery_join(TC_X_OR, no,
					    tc_plan_filter(kid->kids[0]));
	}
	if (!bad)
		bad = tc_plan_strict_words(p, n, run, n->kid_count, &yes);
	if (!yes)
		yes = tc_xquery_all();
	if (no)
		yes = tc_xquery_join(TC_X_AND_NOT, yes, no);
	if (n->has_phrase && p->either)
		keep_settled(p, n, yes);
	*q = tc_xquery_join(TC_X_AND, *q, yes);
	return bad ? -1 : 0;
}

static int plan_or(struct tc_planner *p, const struct tc_node *n,
		   struct tc_xquery **q)
{
	struct tc_xquery *any = NULL;
	int bad = 0;

	p->either++;
	for (size_t i = 0; i < n->kid_count && !bad; i++) {
		struct tc_xquery *one = NULL;
		bad = tc_plan_tree(p, n->kids[i], &one);
		if (n->has_phrase && !n->kids[i]->has_phrase && one)
			keep_settled(p, n->kids[i], one);
		any = tc_xquery_join(TC_X_OR, any, one);
	}
	p->either--;
	*q = tc_xquery_join(TC_X_AND, *q, any);
	return bad ? -1 : 0;
}

int tc_plan_tree(struct tc_planner *p, const struct tc_node *n,
		 struct tc_xquery **q)
{
	struct tc_node *one[] = { (struct tc_node *)n };
	const struct tc_node alone = { .kind = TC_NODE_AND, .kids = one,
				       .kid_count = 1 };

	switch (n->kind) {
	case TC_NODE_AND:
		return plan_and(p, n, q);
	case TC_NODE_OR:
		return plan_or(p, n, q);
	case TC_NODE_WORD:
		return tc_plan_strict_words(p, &alone, 0, 1, q);
	case TC_NODE_PHRASE:
		return tc_plan_phrase(p, &n->tokens, q);
	default:
		*q = tc_xquery_join(TC_X_AND, *q, tc_plan_filter(n));
		return 0;
	}
}

struct tc_xquery *tc_plan_query_of(const struct tc_plan *plan,
				   const struct tc_node *n)
{
	for (size_t i = 0; i < plan->settled_count; i++)
		if (plan->settled[i].node == n)
			return tc_xquery_copy(plan->settled[i].query);
	return tc_plan_filter(n);
}

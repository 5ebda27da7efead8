/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/plan-part.h"

#include "base/language.h"

static void add_to(struct tc_xquery **q, enum tc_xop op,
		   struct tc_xquery *more)
{
	*q = tc_xquery_join(op, *q, more);
}

void tc_plan_note(struct tc_planner *p, struct tc_str note)
{
	struct tc_plan *plan = p->plan;

	plan->notes = tc_arena_grow(p->arena, plan->notes, plan->note_count,
				    &p->notes_cap, sizeof *plan->notes);
	plan->notes[plan->note_count++] = note;
}

void tc_plan_keep(struct tc_planner *p, const char *what, struct tc_str text,
		  const struct tc_xquery *q)
{
	struct tc_plan *plan = p->plan;

	if (!p->parts || !q)
		return;
	plan->parts = tc_arena_grow(p->arena, plan->parts, plan->part_count,
				    &p->parts_cap, sizeof *plan->parts);
	plan->parts[plan->part_count++] = (struct tc_plan_part){
		tc_arena_str(p->arena, text), what, tc_xquery_copy(q)
	};
}

void tc_plan_mark(struct tc_planner *p, const struct tc_node *n)
{
	struct tc_plan *plan = p->plan;

	plan->marks = tc_arena_grow(p->arena, plan->marks, plan->mark_count,
				    &p->marks_cap, sizeof *plan->marks);
	plan->marks[plan->mark_count++] = n;
}

/* Whether it is made of filters, or of those and numbers. */
static bool is_made_of(const struct tc_node *n, bool numbers)
{
	switch (n->kind) {
	case TC_NODE_TYPE:
	case TC_NODE_DATE:
	case TC_NODE_EVENT:
	case TC_NODE_SITE:
	case TC_NODE_UNIT:
		return true;
	case TC_NODE_NUMBER:
	case TC_NODE_NOT:	/* what it lacks ranks nothing */
		return numbers;
	case TC_NODE_AND:
	case TC_NODE_OR:
		for (size_t i = 0; i < n->kid_count; i++)
			if (!is_made_of(n->kids[i], numbers))
				return false;
		return true;
	default:
		return false;
	}
}

bool tc_plan_is_filter(const struct tc_node *n)
{
	return is_made_of(n, false);
}

/* Every phrase, number, prefix and NEAR below, for the highlights; other words
 * are marked by what they were looked up as. */
static void collect_marks(struct tc_planner *p, const struct tc_node *n)
{
	if (n->kind == TC_NODE_NOT)
		return;
	if (n->kind == TC_NODE_PHRASE || n->kind == TC_NODE_NUMBER ||
	    n->kind == TC_NODE_TITLE || n->kind == TC_NODE_PREFIX ||
	    n->kind == TC_NODE_NEAR ||
	    (n->kind == TC_NODE_UNIT && !n->kid_count))
		tc_plan_mark(p, n);
	for (size_t i = 0; n->kind != TC_NODE_NEAR && i < n->kid_count; i++)
		collect_marks(p, n->kids[i]);
}

static int plan_kid(struct tc_planner *p, const struct tc_node *kid)
{
	struct tc_xquery *q = NULL;
	TC_SCOPED_BUF text = { 0 };

	collect_marks(p, kid);
	if (kid->kind == TC_NODE_NOT) {
		/* one with a phrase is left to tc_match() */
		if (!kid->has_phrase)
			add_to(&p->exclude, TC_X_OR,
			       tc_plan_filter(kid->kids[0]));
		return 0;
	}
	if (tc_plan_is_filter(kid)) {
		add_to(&p->filters, TC_X_AND, tc_plan_filter(kid));
		return 0;
	}
	int bad = tc_plan_tree(p, kid, &q);
	tc_query_print(kid, &text);
	tc_plan_keep(p, N_("other"), tc_buf_str(&text), q);
	add_to(&p->required, TC_X_AND, q);
	if (kid->kind == TC_NODE_PHRASE)
		tc_plan_phrase_bonus(p, kid);
	return bad;
}

static int plan_list(struct tc_planner *p, const struct tc_node *list)
{
	size_t run = 0;

	for (size_t i = 0; i < list->kid_count; i++) {
		if (list->kids[i]->kind == TC_NODE_WORD)
			continue;
		if (tc_plan_words(p, list, run, i) != 0 ||
		    plan_kid(p, list->kids[i]) != 0)
			return -1;
		run = i + 1;
	}
	return tc_plan_words(p, list, run, list->kid_count);
}

/* Words (all or some) with their bonus, and the conditions around them. */
static struct tc_xquery *whole(const struct tc_planner *p,
			       struct tc_xquery *words)
{
	struct tc_xquery *q = tc_xquery_join(
		TC_X_AND, words, tc_xquery_copy(p->required));

	if (!q) {
		q = p->filters ? tc_xquery_copy(p->filters) :
				 tc_xquery_all();
	} else {
		if (p->bonus)
			add_to(&q, TC_X_AND_MAYBE, tc_xquery_copy(p->bonus));
		if (p->filters)
			add_to(&q, TC_X_FILTER, tc_xquery_copy(p->filters));
	}
	if (p->exclude)
		add_to(&q, TC_X_AND_NOT, tc_xquery_copy(p->exclude));
	return q;
}

static void plan_options(struct tc_planner *p,
			 const struct tc_plan_options *o)
{
	if (o->from.year || o->to.year)
		add_to(&p->filters, TC_X_AND,
		       tc_plan_dates(o->from, o->to, false));
	if (o->undated)
		add_to(&p->filters, TC_X_AND,
		       tc_plan_term(TC_F_YEAR, TC_STR("none")));
}

static void release(struct tc_planner *p)
{
	tc_xquery_free(p->required);
	tc_xquery_free(p->all);
	tc_xquery_free(p->some);
	tc_xquery_free(p->bonus);
	tc_xquery_free(p->filters);
	tc_xquery_free(p->exclude);
}

int tc_plan_make(const struct tc_node *root, const struct tc_plan_options *o,
		 struct tc_xdb *db, struct tc_arena *arena,
		 struct tc_plan *out, struct tc_error *err)
{
	struct tc_planner p = {
		.plan = out, .db = db, .arena = arena, .err = err,
		.parts = o->parts,
		.rank = o->rank ? o->rank : &tc_rank_default,
	};
	struct tc_node *one[] = { (struct tc_node *)root };
	const struct tc_node alone = { .kind = TC_NODE_AND, .list = true,
				       .kids = one, .kid_count = 1 };

	*out = (struct tc_plan){ .keystroke = o->keystroke };
	if (tc_xdb_count(db, &p.documents, err) != 0)
		return -1;
	if (root) {
		bool list = root->kind == TC_NODE_AND;
		if (tc_plan_expand(&p, root) != 0 ||
		    plan_list(&p, list ? root : &alone) != 0) {
			release(&p);
			return -1;
		}
		out->verify = root->has_phrase;
		out->sure = tc_plan_is_sure(root);
	}
	plan_options(&p, o);
	out->filters_only = !p.all && !p.required;
	out->b = !root || is_made_of(root, true) ? 0 : p.rank->b;
	out->strict = whole(&p, tc_xquery_copy(p.all));
	if (p.relaxable > 1)
		out->relaxed = whole(&p, tc_xquery_copy(p.some));
	out->question = p.rank->question && p.relaxable > p.rank->question;
	release(&p);
	return 0;
}

void tc_plan_release(struct tc_plan *p)
{
	tc_xquery_free(p->strict);
	tc_xquery_free(p->relaxed);
	for (size_t i = 0; i < p->part_count; i++)
		tc_xquery_free(p->parts[i].query);
	for (size_t i = 0; i < p->settled_count; i++)
		tc_xquery_free(p->settled[i].query);
	*p = (struct tc_plan){ 0 };
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/analyze.h"

#include "base/json.h"
#include "base/language.h"
#include "query/ask.h"
#include "query/look.h"
#include "text/fold.h"

#include <math.h>
#include <stdlib.h>

struct explainer {
	struct tc_archive *archive;
	const struct tc_rank *rank;
	double b;		/* of the plan */
	struct tc_str id;	/* the article's, whole */
	struct tc_arena *arena;
	struct tc_shares *out;
	size_t cap;
	struct tc_error *err;
};

/* The weight that a query gives the one article; 0 when it does not match. */
static int weigh(struct explainer *x, const struct tc_xquery *q,
		 double *weight, bool *matches)
{
	TC_SCOPED_BUF id = { 0 };
	struct tc_xresult result;
	struct tc_xquery *one = tc_xquery_join(
		TC_X_FILTER, tc_xquery_copy(q),
		tc_xquery_term(tc_schema_term(TC_F_ID, x->id, &id)));
	const struct tc_xsearch s = { .query = one, .max = 1,
				      .sort_slot = TC_NO_SLOT,
				      .collapse_slot = TC_NO_SLOT,
				      .k1 = x->rank->k1, .b = x->b };
	int bad = tc_xdb_search(x->archive->db, &s, x->arena, &result,
				x->err);

	tc_xquery_free(one);
	if (bad)
		return -1;
	*weight = result.n ? result.hits[0].weight : 0;
	if (matches)
		*matches = result.n > 0;
	return 0;
}

/* Below it a weight is printed as none: what all articles have weighs next to
 * nothing. */
#define LEAST 0.00005

static void add(struct explainer *x, struct tc_str term, const char *what,
		double weight)
{
	struct tc_shares *out = x->out;

	if (weight < LEAST)
		return;
	out->v = tc_arena_grow(x->arena, out->v, out->n, &x->cap,
			       sizeof *out->v);
	out->v[out->n++] = (struct tc_share){ term, what, weight };
}

static int by_weight(const void *a, const void *b)
{
	const struct tc_share *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight < y->weight ? 1 : -1;
	return tc_str_cmp(x->term, y->term);
}

static int weigh_parts(struct explainer *x, const struct tc_plan *plan)
{
	for (size_t i = 0; i < plan->part_count; i++) {
		const struct tc_plan_part *part = &plan->parts[i];
		double weight;
		if (weigh(x, part->query, &weight, NULL) != 0)
			return -1;
		add(x, part->text, part->what, weight);
	}
	return 0;
}

/* The order that the article is put in: of those with all the words, or of
 * those with some. */
static const struct tc_xquery *ranked_by(const struct tc_answer *a,
					 const struct tc_search_options *o,
					 bool matches)
{
	const struct tc_plan *plan = &a->plan;
	const bool some = !matches || tc_answer_is_question(a, o);

	return some && plan->relaxed ? plan->relaxed : plan->strict;
}

/* The second look at the first block of that order. */
static int look_first(struct explainer *x, const struct tc_xquery *q,
		      struct tc_looker *l)
{
	const struct tc_xsearch s = { .query = q, .max = TC_RERANK_BLOCK,
				      .sort_slot = TC_NO_SLOT,
				      .collapse_slot = TC_NO_SLOT,
				      .k1 = x->rank->k1, .b = x->b };
	struct tc_xresult first;

	if (tc_xdb_search(x->archive->db, &s, x->arena, &first, x->err) != 0)
		return -1;
	return tc_look_again(l, first.hits, first.n, x->err);
}

/* What the second look adds: neighbours, and nearness. */
static int weigh_row(struct explainer *x, const struct tc_answer *a,
		     const struct tc_search_options *o, bool matches)
{
	const struct tc_plan *plan = &a->plan;
	struct tc_looker l = { .db = x->archive->db, .arena = x->arena,
			       .rerank = { .plan = plan, .rank = x->rank } };
	struct tc_rerank_seen seen;
	TC_SCOPED_BUF id = { 0 }, stored = { 0 };
	struct tc_str row;
	uint32_t docid;

	if (tc_xdb_count(l.db, &l.rerank.documents, x->err) != 0 ||
	    look_first(x, ranked_by(a, o, matches), &l) != 0 ||
	    tc_xdb_find(l.db, tc_schema_term(TC_F_ID, x->id, &id), &docid,
			x->err) < 0 ||
	    tc_look_row(l.db, docid, &stored, &row, x->err) != 0)
		return -1;
	tc_rerank_read(&l.rerank, row, x->arena, &seen);
	for (size_t i = 0; i < plan->pair_count; i++)
		if (seen.pairs[i])
			add(x, plan->pairs[i].text, N_("pair"),
			    tc_rerank_pair(&l.rerank, &seen, i));
	add(x, TC_STR(""), N_("nearness"), seen.near);
	return 0;
}

int tc_explain(struct tc_archive *archive, struct tc_str id,
	       struct tc_str text, const struct tc_search_options *o,
	       struct tc_arena *arena, struct tc_shares *out,
	       struct tc_error *err)
{
	struct explainer x = { .archive = archive, .arena = arena,
			       .rank = o->plan.rank ? o->plan.rank :
						      &tc_rank_default,
			       .out = out, .err = err };
	struct tc_search_options asked = *o;
	struct tc_answer answer;
	struct tc_record record;
	double whole;

	*out = (struct tc_shares){ 0 };
	asked.plan.parts = true;
	asked.limit = asked.facets = 0;
	if (tc_search_id(archive, id, arena, &record, err) != 0 ||
	    tc_ask(archive, text, &asked, arena, &answer, err) != 0)
		return -1;
	const struct tc_plan *plan = &answer.plan;
	x.b = plan->b;
	x.id = tc_arena_str(arena, tc_str0(record.article.id));
	int bad = weigh_parts(&x, plan) != 0 ||
		  weigh(&x, plan->strict, &whole, &out->matches) != 0;
	/* only Xapian's own order is looked at again */
	if (!bad && !plan->verify && !plan->filters_only)
		bad = weigh_row(&x, &answer, o, out->matches);
	for (size_t i = 0; i < out->n; i++)
		out->total += out->v[i].weight;
	if (out->n)
		qsort(out->v, out->n, sizeof *out->v, by_weight);
	tc_answer_release(&answer);
	return bad ? -1 : 0;
}

static void print_json(const struct tc_output *o, const struct tc_shares *s)
{
	struct tc_json *top = tc_json_object(), *list = tc_json_array();

	for (size_t i = 0; i < s->n; i++) {
		struct tc_json *one = tc_json_object();
		tc_json_set_str(one, "term", s->v[i].term);
		tc_json_set_cstr(one, "what", s->v[i].what);
		tc_json_set(one, "weight",
			    tc_json_real(round(s->v[i].weight * 1e4) / 1e4));
		tc_json_push(list, one);
	}
	tc_json_set_int(top, "format_version", TC_FORMAT_VERSION);
	tc_json_set_bool(top, "all_words", s->matches);
	tc_json_set(top, "total", tc_json_real(round(s->total * 1e4) / 1e4));
	tc_json_set(top, "shares", list);
	tc_json_write(top, o->out);
	tc_json_free(top);
	tc_buf_addc(o->out, '\n');
}

static void print_share(const struct tc_output *o, const struct tc_share *s)
{
	const struct tc_str what = tc_str0(_(s->what));

	tc_buf_printf(o->out, "%8.3f  ", s->weight);
	if (s->term.n)
		tc_text_pad(o->out, what, 8);
	else
		tc_buf_addstr(o->out, what);
	tc_buf_printf(o->out, s->term.n ? "  %.*s\n" : "%.*s\n",
		      TC_ARG(s->term));
}

void tc_explain_print(const struct tc_output *o, const struct tc_shares *s,
		      bool json)
{
	if (json) {
		print_json(o, s);
		return;
	}
	tc_buf_printf(o->out, "%8.3f  %s\n", s->total,
		      s->matches ? _("in all") :
				   _("in all (the article does not have all "
				     "that the query asks for)"));
	for (size_t i = 0; i < s->n; i++)
		print_share(o, &s->v[i]);
}

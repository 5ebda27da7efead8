/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/plan.h"

#include "base/host.h"
#include "fact/docnum.h"
#include "index/terms.h"
#include "query/plan-part.h"
#include "text/wordrow.h"

const struct tc_rank tc_rank_default = {
	.k1 = 1.2,
	.b = .75,
	.pair_marked = .5,
	.pair_bare = .7,
	.title = .5,
	.synonym = .5,
	.passage = .5,
	.near = .5,
	.function_word = .25,
	.slogans = true,
	.question = 5,
	.exact = true,
};

/* One in so many articles is without a word that nearly all of them have. */
#define NEARLY_ALL 64

/* ---- terms ---- */

struct tc_xquery *tc_plan_term(enum tc_field field, struct tc_str text)
{
	TC_SCOPED_BUF buf = { 0 };

	return tc_xquery_term(tc_schema_term(field, text, &buf));
}

struct tc_str tc_plan_typed_key(const struct tc_token *t)
{
	return t->flags & TC_TOKEN_MARKED ? t->exact : t->bare;
}

static struct tc_xquery *typed_term(enum tc_field field,
				    const struct tc_token *t)
{
	return tc_plan_term(field, tc_plan_typed_key(t));
}

static struct tc_xquery *all_of(enum tc_field field,
				const struct tc_tokens *t)
{
	struct tc_xquery *q = NULL;

	for (size_t i = 0; i < t->n; i++)
		q = tc_xquery_join(TC_X_AND, q,
				   typed_term(field, &t->v[i]));
	return q;
}

static struct tc_wordcode typed_code(const struct tc_token *t)
{
	return t->flags & TC_TOKEN_MARKED ? tc_wordcode_of(t->exact, t->bare) :
					    tc_wordcode_bare(t->bare);
}

/* The words of the query, and side by side in the row. */
static struct tc_xquery *in_row(struct tc_xquery *words,
				const struct tc_tokens *t)
{
	if (t->n < 2)
		return words;
	TC_SCOPED_FREE struct tc_wordcode *row = tc_alloc(t->n * sizeof *row);
	for (size_t i = 0; i < t->n; i++)
		row[i] = typed_code(&t->v[i]);
	return tc_xquery_join(TC_X_FILTER, words,
			      tc_xquery_row(TC_SLOT_WORDS, row, t->n, 0));
}

struct tc_xquery *tc_plan_narrowed(enum tc_field field,
				   const struct tc_tokens *t)
{
	return in_row(all_of(field, t), t);
}

/* How many articles have the word of a phrase. */
static int frequency(struct tc_planner *p, const struct tc_token *t,
		     uint32_t *n)
{
	TC_SCOPED_BUF term = { 0 };

	return tc_xdb_frequency(p->db,
				tc_schema_term(TC_F_TEXT, tc_plan_typed_key(t),
					       &term),
				n, p->err);
}

/* Its words but for those, or the rarest. */
static int rarer_words(struct tc_planner *p, const struct tc_tokens *t,
		       struct tc_xquery **q)
{
	const uint32_t most = p->documents - p->documents / NEARLY_ALL;
	uint32_t n, least = UINT32_MAX;
	size_t rarest = 0;

	*q = NULL;
	for (size_t i = 0; i < t->n; i++) {
		if (frequency(p, &t->v[i], &n) != 0) {
			tc_xquery_free(*q);
			return -1;
		}
		if (n < most)
			*q = tc_xquery_join(TC_X_AND, *q,
					    typed_term(TC_F_TEXT, &t->v[i]));
		rarest = n < least ? i : rarest;
		least = n < least ? n : least;
	}
	if (!*q && t->n)
		*q = typed_term(TC_F_TEXT, &t->v[rarest]);
	return 0;
}

int tc_plan_phrase(struct tc_planner *p, const struct tc_tokens *t,
		   struct tc_xquery **q)
{
	struct tc_xquery *words;

	/* a server looks at no rows */
	if (tc_xdb_is_remote(p->db))
		words = all_of(TC_F_TEXT, t);
	else if (rarer_words(p, t, &words) != 0)
		return -1;
	*q = tc_xquery_join(TC_X_AND, *q, in_row(words, t));
	return 0;
}

bool tc_plan_is_sure(const struct tc_node *n)
{
	bool sure = n->tokens.n > 0;

	if (!n->has_phrase)
		return true;
	if (n->kind == TC_NODE_PHRASE) {
		for (size_t i = 0; i < n->tokens.n; i++)
			sure &= tc_wordcode_is_sure(typed_code(&n->tokens.v[i]));
		return sure;
	}
	if (n->kind != TC_NODE_AND && n->kind != TC_NODE_OR)
		return false;
	for (size_t i = 0; i < n->kid_count; i++)
		if (!tc_plan_is_sure(n->kids[i]))
			return false;
	return true;
}

/* Names have their pairs in the index. */
static struct tc_xquery *name_query(enum tc_field field,
				    const struct tc_tokens *t)
{
	struct tc_xquery *q = all_of(field, t);

	for (size_t i = 1; i < t->n; i++) {
		TC_SCOPED_BUF pair = { 0 };
		tc_buf_printf(&pair, "%.*s %.*s", TC_ARG(t->v[i - 1].bare),
			      TC_ARG(t->v[i].bare));
		q = tc_xquery_join(TC_X_AND, q,
				   tc_plan_term(field, tc_buf_str(&pair)));
	}
	return q;
}

static struct tc_xquery *number_term(const struct tc_node *n,
				     const struct tc_number *number)
{
	TC_SCOPED_BUF text = { 0 };

	if (n->named && number->id.n && !n->at.n)
		return tc_plan_term(TC_F_NUMBER, number->id);
	if (!number->issuer.n && !number->year.n && !n->at.n &&
	    tc_docnum_key(number, TC_KEY_SHORT, &text))
		return tc_plan_term(TC_F_NUMBER_SHORT, tc_buf_str(&text));
	tc_buf_clear(&text);
	tc_buf_addstr(&text, number->canonical);
	if (n->at.n)
		tc_buf_printf(&text, "@%.*s", TC_ARG(n->at));
	return tc_plan_term(TC_F_NUMBER, tc_buf_str(&text));
}

/* Any of what fits. */
static struct tc_xquery *expansion_query(const struct tc_expansion *e,
					 enum tc_xop op)
{
	TC_SCOPED_FREE struct tc_xquery **terms =
		tc_alloc((e->n + 1) * sizeof(struct tc_xquery *));

	if (!e->n)
		return tc_xquery_none();
	for (size_t i = 0; i < e->n; i++)
		terms[i] = tc_xquery_term(e->terms[i]);
	return tc_xquery_list(op, terms, e->n);
}

static struct tc_xquery *number_query(const struct tc_node *n)
{
	struct tc_xquery *q = NULL;

	if (n->expansion)
		/* one term for the weight */
		q = expansion_query(n->expansion, TC_X_SYNONYM);
	for (size_t i = 0; i < n->number_count; i++)
		q = tc_xquery_join(TC_X_OR, q,
				   number_term(n, &n->numbers[i]));
	if (n->short_form && n->tokens.n)
		q = tc_xquery_join(TC_X_OR, q,
				   tc_plan_narrowed(TC_F_TEXT, &n->tokens));
	return q;
}

static struct tc_xquery *join_kids(const struct tc_node *n, enum tc_xop op)
{
	struct tc_xquery *q = NULL;

	for (size_t i = 0; i < n->kid_count; i++)
		q = tc_xquery_join(op, q, tc_plan_filter(n->kids[i]));
	return q;
}

static struct tc_xquery *and_kids(const struct tc_node *n)
{
	struct tc_xquery *yes = NULL, *no = NULL;

	for (size_t i = 0; i < n->kid_count; i++) {
		const struct tc_node *kid = n->kids[i];
		if (kid->kind != TC_NODE_NOT)
			yes = tc_xquery_join(TC_X_AND, yes,
					     tc_plan_filter(kid));
		else if (!kid->has_phrase)
			no = tc_xquery_join(TC_X_OR, no,
					    tc_plan_filter(kid->kids[0]));
		/* A phrase that must not be there is left to tc_match():
		 * the index would exclude too much. */
	}
	if (!yes)
		yes = tc_xquery_all();
	return no ? tc_xquery_join(TC_X_AND_NOT, yes, no) : yes;
}

static struct tc_xquery *unit_query(const struct tc_node *n)
{
	struct tc_xquery *q = NULL;

	for (size_t i = 0; i < n->kid_count; i++)
		q = tc_xquery_join(TC_X_AND, q, unit_query(n->kids[i]));
	if (q)
		return q;
	q = name_query(TC_F_UNIT, &n->tokens);
	if (!n->today)
		return q;
	return tc_xquery_join(TC_X_OR, q,
			      name_query(TC_F_UNIT_TODAY, &n->tokens));
}

/* The parts of NEAR, and in the row among as many words as they may be apart.
 * A part with a star may be many words: it is left to tc_match(). */
static struct tc_xquery *near_query(const struct tc_node *n)
{
	struct tc_wordcode row[TC_WORDROW_NEAR_MAX];
	size_t words = 0, within = 0;

	for (size_t i = 0; i < n->kid_count; i++) {
		const struct tc_node *kid = n->kids[i];
		if (kid->kind != TC_NODE_WORD && kid->kind != TC_NODE_PHRASE)
			return join_kids(n, TC_X_AND);
		within += kid->tokens.n + (i ? kid->near : 0);
		for (size_t k = 0; k < kid->tokens.n; k++, words++)
			if (words < TC_WORDROW_NEAR_MAX)
				row[words] = typed_code(&kid->tokens.v[k]);
	}
	if (words > TC_WORDROW_NEAR_MAX)
		words = TC_WORDROW_NEAR_MAX;
	return tc_xquery_join(TC_X_FILTER, join_kids(n, TC_X_AND),
			      tc_xquery_row(TC_SLOT_WORDS, row, words,
					    within));
}

/* A host that is named without its face, under each of them. */
static struct tc_xquery *site_query(const struct tc_node *n)
{
	struct tc_xquery *q = tc_plan_term(TC_F_HOST, n->value);
	TC_SCOPED_BUF host = { 0 };

	if (tc_host_plain(n->value).n < n->value.n)
		return q;
	for (size_t i = 0; tc_host_faces[i]; i++) {
		tc_buf_clear(&host);
		tc_buf_printf(&host, "%s%.*s", tc_host_faces[i],
			      TC_ARG(n->value));
		q = tc_xquery_join(TC_X_OR, q,
				   tc_plan_term(TC_F_HOST, tc_buf_str(&host)));
	}
	return q;
}

struct tc_xquery *tc_plan_filter(const struct tc_node *n)
{
	switch (n->kind) {
	case TC_NODE_AND:
		return and_kids(n);
	case TC_NODE_OR:
		return join_kids(n, TC_X_OR);
	case TC_NODE_NEAR:
		return near_query(n);
	case TC_NODE_NOT:
		return n->has_phrase ?
			       tc_xquery_all() :
			       tc_xquery_join(TC_X_AND_NOT, tc_xquery_all(),
					      tc_plan_filter(n->kids[0]));
	case TC_NODE_WORD:
		return typed_term(TC_F_TEXT, &n->tokens.v[0]);
	case TC_NODE_PREFIX:
		return expansion_query(n->expansion, TC_X_OR);
	case TC_NODE_PHRASE:
		return tc_plan_narrowed(TC_F_TEXT, &n->tokens);
	case TC_NODE_TITLE:
		return tc_plan_narrowed(TC_F_TITLE, &n->tokens);
	case TC_NODE_UNIT:
		return unit_query(n);
	case TC_NODE_NUMBER:
		return number_query(n);
	case TC_NODE_TYPE:
		return tc_plan_term(TC_F_TYPE, n->value);
	case TC_NODE_SITE:
		return site_query(n);
	case TC_NODE_DATE:
	case TC_NODE_EVENT:
		return tc_plan_dates(n->from, n->to,
				     n->kind == TC_NODE_EVENT);
	}
	return tc_xquery_none();
}

uint32_t tc_plan_most(const struct tc_plan *plan)
{
	uint32_t most = UINT32_MAX;

	for (size_t i = 0; i < plan->word_count; i++)
		if (!plan->words[i].function && !plan->words[i].optional &&
		    plan->words[i].documents < most)
			most = plan->words[i].documents;
	return most;
}

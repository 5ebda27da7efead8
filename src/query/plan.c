/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/plan.h"

#include "fact/docnum.h"
#include "index/terms.h"
#include "query/rank.h"
#include "text/stopword.h"

/* Terms that a wildcard may stand for. */
#define PREFIX_TERMS_MAX 200

const struct tc_rank tc_rank_default = {
	.k1 = 1.2,
	.b = .75,
	.pair_marked = .5,
	.pair_bare = 1,
	.title = .5,
	.exact = true,
};

const char *tc_reading_name(enum tc_reading r)
{
	static const char *const names[TC_READING_COUNT] = {
		[TC_READING_EXACT] = "exact",
		[TC_READING_BARE] = "bare",
		[TC_READING_TONELESS] = "toneless",
		[TC_READING_FILTER] = "filter",
	};
	return names[r];
}

/* ---- terms ---- */

static struct tc_xquery *term(enum tc_field field, struct tc_str text)
{
	TC_SCOPED_BUF buf = { 0 };

	return tc_xquery_term(tc_schema_term(field, text, &buf));
}

static struct tc_str typed_key(const struct tc_token *t)
{
	return t->flags & TC_TOKEN_MARKED ? t->exact : t->bare;
}

static struct tc_xquery *pair_term(enum tc_field field,
				   const struct tc_token *a,
				   const struct tc_token *b)
{
	TC_SCOPED_BUF pair = { 0 };

	tc_buf_addstr(&pair, a->bare);
	tc_buf_addc(&pair, ' ');
	tc_buf_addstr(&pair, b->bare);
	return term(field, tc_buf_str(&pair));
}

/* A phrase narrowed: its words, and those of its pairs that are indexed. */
static struct tc_xquery *narrowed(enum tc_field field,
				  const struct tc_tokens *t)
{
	struct tc_xquery *q = NULL;

	for (size_t i = 0; i < t->n; i++) {
		const struct tc_token *k = &t->v[i];
		q = tc_xquery_join(TC_X_AND, q, term(field, typed_key(k)));
		bool pair = i && (field == TC_F_UNIT ||
				  !(k[-1].flags & k->flags &
				    TC_TOKEN_FUNCTION));
		if (pair)
			q = tc_xquery_join(TC_X_AND, q,
					   pair_term(field, k - 1, k));
	}
	return q;
}

static struct tc_xquery *number_term(const struct tc_node *n,
				     const struct tc_number *number)
{
	TC_SCOPED_BUF text = { 0 };

	if (!number->issuer.n && !n->at.n &&
	    tc_docnum_key(number, TC_KEY_SHORT, &text))
		return term(TC_F_NUMBER_SHORT, tc_buf_str(&text));
	tc_buf_clear(&text);
	tc_buf_addstr(&text, number->canonical);
	if (n->at.n)
		tc_buf_printf(&text, "@%.*s", TC_ARG(n->at));
	return term(TC_F_NUMBER, tc_buf_str(&text));
}

static struct tc_xquery *number_query(const struct tc_node *n)
{
	struct tc_xquery *q = NULL;

	for (size_t i = 0; i < n->number_count; i++)
		q = tc_xquery_join(TC_X_OR, q,
				   number_term(n, &n->numbers[i]));
	if (n->short_form && n->tokens.n)
		q = tc_xquery_join(TC_X_OR, q,
				   narrowed(TC_F_TEXT, &n->tokens));
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

struct tc_xquery *tc_plan_filter(const struct tc_node *n)
{
	switch (n->kind) {
	case TC_NODE_AND:
		return and_kids(n);
	case TC_NODE_OR:
		return join_kids(n, TC_X_OR);
	case TC_NODE_NOT:
		return n->has_phrase ?
			       tc_xquery_all() :
			       tc_xquery_join(TC_X_AND_NOT, tc_xquery_all(),
					      tc_plan_filter(n->kids[0]));
	case TC_NODE_WORD:
		return term(TC_F_TEXT, typed_key(&n->tokens.v[0]));
	case TC_NODE_PREFIX:
		return tc_xquery_wildcard(typed_key(&n->tokens.v[0]),
					  PREFIX_TERMS_MAX);
	case TC_NODE_PHRASE:
		return narrowed(TC_F_TEXT, &n->tokens);
	case TC_NODE_TITLE:
		return narrowed(TC_F_TITLE, &n->tokens);
	case TC_NODE_UNIT:
		return narrowed(TC_F_UNIT, &n->tokens);
	case TC_NODE_NUMBER:
		return number_query(n);
	case TC_NODE_TYPE:
		return term(TC_F_TYPE, n->value);
	case TC_NODE_SITE:
		return term(TC_F_HOST, n->value);
	case TC_NODE_DATE:
	case TC_NODE_EVENT:
		return tc_plan_dates(n->from, n->to,
				     n->kind == TC_NODE_EVENT);
	}
	return tc_xquery_none();
}

/* ---- words ---- */

struct planner {
	struct tc_plan *plan;
	const struct tc_rank *rank;
	struct tc_xdb *db;
	struct tc_arena *arena;
	struct tc_error *err;
	size_t words_cap, marks_cap, notes_cap;
	struct tc_xquery *required;	/* words that must be there */
	struct tc_xquery *optional;	/* words that may be */
	struct tc_xquery *bonus;	/* pairs and titles: rank only */
	struct tc_xquery *filters, *exclude;
	size_t relaxable;
};

static void add_to(struct tc_xquery **q, enum tc_xop op,
		   struct tc_xquery *more)
{
	*q = tc_xquery_join(op, *q, more);
}

static void add_note(struct planner *p, struct tc_str note)
{
	struct tc_plan *plan = p->plan;

	plan->notes = tc_arena_grow(p->arena, plan->notes, plan->note_count,
				    &p->notes_cap, sizeof *plan->notes);
	plan->notes[plan->note_count++] = note;
}

static void add_mark(struct planner *p, const struct tc_node *n)
{
	struct tc_plan *plan = p->plan;

	plan->marks = tc_arena_grow(p->arena, plan->marks, plan->mark_count,
				    &p->marks_cap, sizeof *plan->marks);
	plan->marks[plan->mark_count++] = n;
}

static struct tc_plan_word *add_word(struct planner *p,
				     const struct tc_token *t)
{
	struct tc_plan *plan = p->plan;
	bool marked = p->rank->exact && (t->flags & TC_TOKEN_MARKED);

	plan->words = tc_arena_grow(p->arena, plan->words, plan->word_count,
				    &p->words_cap, sizeof *plan->words);
	struct tc_plan_word *w = &plan->words[plan->word_count++];
	*w = (struct tc_plan_word){
		.token = t,
		.reading = marked ? TC_READING_EXACT : TC_READING_BARE,
		.function = !p->rank->function_words &&
			    (marked ? (t->flags & TC_TOKEN_FUNCTION) != 0 :
				      tc_stopword_is_bare(t->bare)),
	};
	return w;
}

/* A word typed with marks that no article has is looked up without them, and
 * said to be. */
static int settle_reading(struct planner *p, struct tc_plan_word *w)
{
	if (tc_xdb_frequency(p->db, typed_key(w->token), &w->documents,
			     p->err) != 0)
		return -1;
	if (w->documents || w->reading != TC_READING_EXACT)
		return 0;
	if (tc_xdb_frequency(p->db, w->token->bare, &w->documents,
			     p->err) != 0)
		return -1;
	if (!w->documents)
		return 0;
	w->reading = TC_READING_TONELESS;
	add_note(p, tc_arena_printf(p->arena,
				    "no article has '%.*s'; looked for '%.*s' "
				    "with any marks", TC_ARG(w->token->exact),
				    TC_ARG(w->token->bare)));
	return 0;
}

static struct tc_str word_key(const struct tc_plan_word *w)
{
	return w->reading == TC_READING_EXACT ? w->token->exact :
						w->token->bare;
}

static int plan_word(struct planner *p, const struct tc_node *n)
{
	struct tc_plan_word *w = add_word(p, &n->tokens.v[0]);

	if (settle_reading(p, w) != 0)
		return -1;
	if (n->strict)
		add_to(&p->required, TC_X_AND, term(TC_F_TEXT, word_key(w)));
	return 0;
}

/* Pairs and titles of words that stand side by side. */
static void plan_bonus(struct planner *p, size_t first)
{
	const struct tc_plan *plan = p->plan;

	for (size_t i = first; i < plan->word_count; i++) {
		const struct tc_plan_word *w = &plan->words[i];
		if (!w->function && p->rank->title > 0)
			add_to(&p->bonus, TC_X_OR,
			       tc_xquery_scale(p->rank->title,
					       term(TC_F_TITLE,
						    word_key(w))));
		if (i == first || (w->function && w[-1].function))
			continue;
		bool marked = (w->token->flags | w[-1].token->flags) &
			      TC_TOKEN_MARKED;
		double weight = marked ? p->rank->pair_marked :
					 p->rank->pair_bare;
		if (weight > 0)
			add_to(&p->bonus, TC_X_OR,
			       tc_xquery_scale(weight,
					       pair_term(TC_F_TEXT,
							 w[-1].token,
							 w->token)));
	}
}

static void require_words(struct planner *p, const struct tc_node *list)
{
	const struct tc_plan *plan = p->plan;
	bool content = false;
	size_t at = 0;

	for (size_t i = 0; i < plan->word_count; i++)
		content |= !plan->words[i].function;
	for (size_t i = 0; i < list->kid_count; i++) {
		if (list->kids[i]->kind != TC_NODE_WORD)
			continue;
		const struct tc_plan_word *w = &plan->words[at++];
		if (list->kids[i]->strict || (w->function && content))
			continue;
		add_to(&p->optional, TC_X_AND, term(TC_F_TEXT, word_key(w)));
		p->relaxable++;
	}
}

static bool is_filter(const struct tc_node *n)
{
	switch (n->kind) {
	case TC_NODE_TYPE:
	case TC_NODE_DATE:
	case TC_NODE_EVENT:
	case TC_NODE_SITE:
	case TC_NODE_UNIT:
		return true;
	case TC_NODE_AND:
	case TC_NODE_OR:
		for (size_t i = 0; i < n->kid_count; i++)
			if (!is_filter(n->kids[i]))
				return false;
		return true;
	default:
		return false;
	}
}

/* Every phrase and number below, for the highlights; every word of brackets
 * too. */
static void collect_marks(struct planner *p, const struct tc_node *n)
{
	if (n->kind == TC_NODE_NOT)
		return;
	if (n->kind == TC_NODE_PHRASE || n->kind == TC_NODE_NUMBER ||
	    n->kind == TC_NODE_TITLE || n->kind == TC_NODE_PREFIX)
		add_mark(p, n);
	for (size_t i = 0; i < n->kid_count; i++) {
		const struct tc_node *kid = n->kids[i];
		if (kid->kind == TC_NODE_WORD)
			add_mark(p, kid);
		else
			collect_marks(p, kid);
	}
}

static int plan_kid(struct planner *p, const struct tc_node *kid)
{
	if (kid->kind == TC_NODE_WORD)
		return plan_word(p, kid);
	collect_marks(p, kid);
	if (kid->kind == TC_NODE_NOT) {
		if (!kid->has_phrase)
			add_to(&p->exclude, TC_X_OR,
			       tc_plan_filter(kid->kids[0]));
	} else if (is_filter(kid)) {
		add_to(&p->filters, TC_X_AND, tc_plan_filter(kid));
	} else {
		add_to(&p->required, TC_X_AND, tc_plan_filter(kid));
	}
	return 0;
}

static int plan_list(struct planner *p, const struct tc_node *list)
{
	size_t run = 0;

	for (size_t i = 0; i < list->kid_count; i++) {
		const struct tc_node *kid = list->kids[i];
		if (plan_kid(p, kid) != 0)
			return -1;
		if (kid->kind == TC_NODE_WORD)
			continue;
		plan_bonus(p, run);
		run = p->plan->word_count;
	}
	plan_bonus(p, run);
	require_words(p, list);
	return 0;
}

/* Some of the words: the same terms, joined by OR; function words only where
 * there are no others. */
static struct tc_xquery *some_words(struct planner *p)
{
	const struct tc_plan *plan = p->plan;
	struct tc_xquery *q = NULL;
	bool content = false;

	for (size_t i = 0; i < plan->word_count; i++)
		content |= !plan->words[i].function;
	for (size_t i = 0; i < plan->word_count; i++)
		if (!plan->words[i].function || !content)
			add_to(&q, TC_X_OR,
			       term(TC_F_TEXT, word_key(&plan->words[i])));
	return q;
}

/* Words (all or some) with their bonus, and the conditions around them. */
static struct tc_xquery *whole(struct planner *p, struct tc_xquery *words)
{
	struct tc_xquery *q = tc_xquery_join(
		TC_X_AND, words, tc_xquery_copy(p->required));

	if (!q)
		q = p->filters ? tc_xquery_copy(p->filters) :
				 tc_xquery_all();
	else {
		if (p->bonus)
			q = tc_xquery_join(TC_X_AND_MAYBE, q,
					   tc_xquery_copy(p->bonus));
		if (p->filters)
			q = tc_xquery_join(TC_X_FILTER, q,
					   tc_xquery_copy(p->filters));
	}
	if (p->exclude)
		q = tc_xquery_join(TC_X_AND_NOT, q,
				   tc_xquery_copy(p->exclude));
	return q;
}

static void plan_dates(struct planner *p, const struct tc_plan_options *o)
{
	if (o->from.year || o->to.year)
		add_to(&p->filters, TC_X_AND,
		       tc_plan_dates(o->from, o->to, false));
	if (o->undated)
		add_to(&p->filters, TC_X_AND,
		       term(TC_F_YEAR, TC_STR("none")));
}

int tc_plan_make(const struct tc_node *root, const struct tc_plan_options *o,
		 struct tc_xdb *db, struct tc_arena *arena,
		 struct tc_plan *out, struct tc_error *err)
{
	struct planner p = { .plan = out, .db = db, .arena = arena,
			     .err = err };
	const struct tc_node *one[] = { root };
	struct tc_node alone = { .kind = TC_NODE_AND, .list = true,
				 .kids = (struct tc_node **)one,
				 .kid_count = 1 };

	p.rank = o->rank ? o->rank : &tc_rank_default;
	*out = (struct tc_plan){ 0 };
	if (root) {
		bool list = root->kind == TC_NODE_AND;
		if (plan_list(&p, list ? root : &alone) != 0)
			return -1;
		out->verify = root->has_phrase;
	}
	plan_dates(&p, o);
	out->filters_only = !p.optional && !p.required;
	struct tc_xquery *some = p.relaxable > 1 ? some_words(&p) : NULL;
	out->strict = whole(&p, p.optional);
	if (some)
		out->relaxed = whole(&p, some);
	tc_xquery_free(p.required);
	tc_xquery_free(p.bonus);
	tc_xquery_free(p.filters);
	tc_xquery_free(p.exclude);
	return 0;
}

void tc_plan_release(struct tc_plan *p)
{
	tc_xquery_free(p->strict);
	tc_xquery_free(p->relaxed);
	*p = (struct tc_plan){ 0 };
}

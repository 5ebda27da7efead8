/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/plan-part.h"

#include "query/synonym.h"

#define SYNONYMS_MAX 4

/* Words of the list that stand side by side. */
struct run {
	struct tc_plan_word *words;
	const struct tc_token **tokens;
	bool *strict;
	size_t n;
	bool content;		/* some word is no function word */
};

static struct tc_plan_word *add_word(struct tc_planner *p)
{
	struct tc_plan *plan = p->plan;

	plan->words = tc_arena_grow(p->arena, plan->words, plan->word_count,
				    &p->words_cap, sizeof *plan->words);
	return &plan->words[plan->word_count++];
}

/* What a looser reading took instead. */
static void note_reading(struct tc_planner *p, const struct tc_plan_word *w)
{
	if (w->reading != TC_READING_SPELLING &&
	    w->reading != TC_READING_TONELESS &&
	    w->reading != TC_READING_MARKLESS)
		return;
	tc_plan_note(p, tc_arena_printf(
				p->arena,
				"no article has '%.*s'; looked for '%.*s'%s",
				TC_ARG(w->token->exact),
				TC_ARG(w->forms[0].key),
				w->reading == TC_READING_MARKLESS ?
					" with any marks" :
				w->form_count > 1 ? " and the like" : ""));
}

static int settle(struct tc_planner *p, const struct tc_node *list,
		  size_t first, size_t end, struct run *r)
{
	size_t start = p->plan->word_count;

	r->n = end - first;
	r->tokens = tc_arena_alloc(p->arena, r->n * sizeof *r->tokens);
	r->strict = tc_arena_alloc(p->arena, r->n * sizeof *r->strict);
	for (size_t i = 0; i < r->n; i++) {
		const struct tc_node *kid = list->kids[first + i];
		struct tc_plan_word *w = add_word(p);
		r->tokens[i] = &kid->tokens.v[0];
		r->strict[i] = kid->strict;
		if (tc_word_settle(p->db, r->tokens[i],
				   i ? r->tokens[i - 1] : NULL,
				   p->rank->exact, p->arena, w, p->err) != 0)
			return -1;
		if (p->rank->function_words)
			w->function = false;
		r->content |= !w->function;
		note_reading(p, w);
	}
	r->words = p->plan->words + start;
	return 0;
}

/* ---- what a word asks for ---- */

/* Any of its forms, as one term for the weight. */
static struct tc_xquery *word_query(enum tc_field field,
				    const struct tc_plan_word *w)
{
	struct tc_xquery *forms[TC_WORD_FORMS_MAX];

	for (size_t i = 0; i < w->form_count; i++)
		forms[i] = tc_plan_term(field, w->forms[i].key);
	return w->form_count == 1 ?
		       forms[0] :
		       tc_xquery_list(TC_X_SYNONYM, forms, w->form_count);
}

static struct tc_str bare_of(const struct tc_plan_word *w)
{
	return w->form_count && w->forms[0].bare ? w->forms[0].key :
						   w->token->bare;
}

/* Two neighbours, by the first form of each and by an ordinal's other one. */
static struct tc_xquery *pair_query(const struct tc_plan_word *a,
				    const struct tc_plan_word *b)
{
	struct tc_token left = *a->token, right = *b->token;

	left.bare = bare_of(a);
	right.bare = bare_of(b);
	struct tc_xquery *q = tc_plan_pair(TC_F_TEXT, &left, &right);
	for (size_t i = 1; i < b->form_count; i++) {
		if (!b->forms[i].bare)
			continue;
		right.bare = b->forms[i].key;
		q = tc_xquery_join(TC_X_SYNONYM, q,
				   tc_plan_pair(TC_F_TEXT, &left, &right));
	}
	return q;
}

static void add_bonus(struct tc_planner *p, const char *what,
		      struct tc_str text, double weight, struct tc_xquery *q)
{
	q = tc_xquery_scale(weight, q);
	tc_plan_keep(p, what, text, q);
	p->bonus = tc_xquery_join(TC_X_OR, p->bonus, q);
}

/* Pairs of neighbours, and words that stand in the title. */
static void plan_bonus(struct tc_planner *p, const struct run *r)
{
	for (size_t i = 0; i < r->n; i++) {
		const struct tc_plan_word *w = &r->words[i];
		if (!w->function && p->rank->title > 0)
			add_bonus(p, "title", w->forms[0].key,
				  p->rank->title, word_query(TC_F_TITLE, w));
		if (!i || (w->function && w[-1].function))
			continue;
		bool marked = (w->token->flags | w[-1].token->flags) &
			      TC_TOKEN_MARKED;
		double weight = marked ? p->rank->pair_marked :
					 p->rank->pair_bare;
		TC_SCOPED_BUF text = { 0 };
		tc_buf_printf(&text, "%.*s %.*s", TC_ARG(w[-1].token->bare),
			      TC_ARG(w->token->bare));
		if (weight > 0)
			add_bonus(p, "pair", tc_buf_str(&text), weight,
				  pair_query(w - 1, w));
	}
}

/* ---- groups: a word, or several that have a synonym ---- */

static struct tc_xquery *synonym_query(struct tc_planner *p,
				       const struct tc_tokens *synonyms,
				       size_t n)
{
	struct tc_xquery *q = NULL;

	for (size_t i = 0; i < n; i++) {
		struct tc_node *mark = tc_arena_alloc(p->arena, sizeof *mark);
		mark->kind = synonyms[i].n > 1 ? TC_NODE_PHRASE :
						 TC_NODE_WORD;
		mark->tokens = synonyms[i];
		tc_plan_mark(p, mark);
		p->plan->synonyms = true;
		q = tc_xquery_join(TC_X_OR, q,
				   tc_plan_narrowed(TC_F_TEXT, &synonyms[i]));
	}
	return n ? tc_xquery_scale(p->rank->synonym, q) : NULL;
}

static void plan_group(struct tc_planner *p, const struct run *r, size_t at,
		       size_t count, const struct tc_tokens *synonyms,
		       size_t synonym_count)
{
	struct tc_xquery *all = NULL, *some = NULL;
	bool strict = false;

	for (size_t i = at; i < at + count; i++) {
		const struct tc_plan_word *w = &r->words[i];
		strict |= r->strict[i];
		if (w->function && r->content && !r->strict[i])
			continue;
		struct tc_xquery *q = word_query(TC_F_TEXT, w);
		tc_plan_keep(p, "word", w->forms[0].key, q);
		all = tc_xquery_join(TC_X_AND, all, q);
		some = tc_xquery_join(TC_X_OR, some,
				      word_query(TC_F_TEXT, w));
	}
	if (synonym_count) {
		struct tc_xquery *q = synonym_query(p, synonyms,
						    synonym_count);
		tc_plan_keep(p, "synonym", r->words[at].token->exact, q);
		some = tc_xquery_join(TC_X_OR, some, tc_xquery_copy(q));
		all = tc_xquery_join(TC_X_OR, all, q);
	}
	if (strict) {
		p->required = tc_xquery_join(TC_X_AND, p->required, all);
		tc_xquery_free(some);
		return;
	}
	p->relaxable += all != NULL ? count : 0;
	p->all = tc_xquery_join(TC_X_AND, p->all, all);
	p->some = tc_xquery_join(TC_X_OR, p->some, some);
}

int tc_plan_words(struct tc_planner *p, const struct tc_node *list,
		  size_t first, size_t end)
{
	struct run r = { 0 };

	if (first == end)
		return 0;
	if (settle(p, list, first, end, &r) != 0)
		return -1;
	plan_bonus(p, &r);
	for (size_t at = 0; at < r.n;) {
		struct tc_tokens synonyms[SYNONYMS_MAX];
		size_t count = 0, n = 0;
		if (p->rank->synonym > 0)
			n = tc_synonym_find(r.tokens, r.n, at, p->arena,
					    synonyms, SYNONYMS_MAX, &count);
		if (!n)
			count = 1;
		plan_group(p, &r, at, count, synonyms, n);
		at += count;
	}
	return 0;
}

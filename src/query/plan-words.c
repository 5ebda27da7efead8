/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/plan-part.h"

#include "base/language.h"
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
		w->reading == TC_READING_MARKLESS ?
			_("no article has '%.*s'; looked for '%.*s' with any "
			  "marks") :
		w->form_count > 1 ?
			_("no article has '%.*s'; looked for '%.*s' and the "
			  "like") :
			_("no article has '%.*s'; looked for '%.*s'"),
		TC_ARG(w->token->exact), TC_ARG(w->forms[0].key)));
}

/* The words of a slogan beside others count as function words do: asked for
 * by who pasted it, in articles about anything. */
static void set_slogans_back(struct tc_planner *p, struct run *r)
{
	bool *in = tc_arena_alloc(p->arena, r->n * sizeof *in);
	bool other = false;

	if (!p->rank->slogans || r->n <= TC_SLOGAN_WORDS)
		return;
	for (size_t at = 0; at < r->n;) {
		size_t n = tc_slogan_find(r->tokens, r->n, at, p->arena);
		for (size_t i = 0; i < n; i++)
			in[at + i] = true;
		other |= !n && !r->words[at].function;
		at += n ? n : 1;
	}
	for (size_t i = 0; other && i < r->n; i++)
		r->words[i].function |= in[i];
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
		w->optional = p->either > 0;
		r->content |= !w->function;
		note_reading(p, w);
	}
	r->words = p->plan->words + start;
	set_slogans_back(p, r);
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

/* Two neighbours, by the first form of each and by an ordinal's other ones. */
static void add_pair(struct tc_planner *p, const struct tc_plan_word *a,
		     const struct tc_plan_word *b, double weight)
{
	struct tc_plan *plan = p->plan;

	plan->pairs = tc_arena_grow(p->arena, plan->pairs, plan->pair_count,
				    &p->pairs_cap, sizeof *plan->pairs);
	struct tc_plan_pair *pair = &plan->pairs[plan->pair_count++];
	*pair = (struct tc_plan_pair){
		.left = tc_wordcode_bare(bare_of(a)),
		.right = tc_arena_alloc(p->arena, (b->form_count + 1) *
							  sizeof *pair->right),
		.right_count = 1,
		.most = a->documents < b->documents ? a->documents :
						      b->documents,
		.weight = weight,
		.text = tc_arena_printf(p->arena, "%.*s %.*s",
					TC_ARG(a->token->bare),
					TC_ARG(b->token->bare)),
	};
	pair->right[0] = tc_wordcode_bare(bare_of(b));
	for (size_t i = 1; i < b->form_count; i++)
		if (b->forms[i].bare)
			pair->right[pair->right_count++] =
				tc_wordcode_bare(b->forms[i].key);
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
			add_bonus(p, N_("title"), w->forms[0].key,
				  p->rank->title, word_query(TC_F_TITLE, w));
		if (!i || (w->function && w[-1].function))
			continue;
		bool marked = (w->token->flags | w[-1].token->flags) &
			      TC_TOKEN_MARKED;
		double weight = marked ? p->rank->pair_marked :
					 p->rank->pair_bare;
		if (weight > 0)
			add_pair(p, w - 1, w, weight);
	}
}

/* The title has them all: a phrase is one thing, and what has a word of it in
 * the title may be about anything. */
void tc_plan_phrase_bonus(struct tc_planner *p, const struct tc_node *phrase)
{
	TC_SCOPED_BUF text = { 0 };
	struct tc_xquery *all = NULL;

	if (p->rank->title <= 0)
		return;
	for (size_t i = 0; i < phrase->tokens.n; i++) {
		const struct tc_token *t = &phrase->tokens.v[i];
		struct tc_str key = tc_plan_typed_key(t);
		if (t->flags & TC_TOKEN_FUNCTION)
			continue;
		if (all)
			tc_buf_addc(&text, ' ');
		tc_buf_addstr(&text, key);
		all = tc_xquery_join(TC_X_AND, all,
				     tc_plan_term(TC_F_TITLE, key));
	}
	if (all)
		add_bonus(p, N_("title"),
			  tc_arena_str(p->arena, tc_buf_str(&text)),
			  p->rank->title, all);
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

struct group {
	struct tc_xquery *all, *some;	/* of its words, or a synonym */
	size_t words;
	bool strict;
};

static struct group plan_group(struct tc_planner *p, const struct run *r,
			       size_t at, size_t count,
			       const struct tc_tokens *synonyms,
			       size_t synonym_count)
{
	struct group g = { .words = count };

	for (size_t i = at; i < at + count; i++) {
		const struct tc_plan_word *w = &r->words[i];
		g.strict |= r->strict[i];
		if (w->function && r->content && !r->strict[i]) {
			if (p->rank->function_word > 0 &&
			    w->documents < p->documents / 2)
				add_bonus(p, N_("word"), w->forms[0].key,
					  p->rank->function_word,
					  word_query(TC_F_TEXT, w));
			continue;
		}
		struct tc_xquery *q = word_query(TC_F_TEXT, w);
		tc_plan_keep(p, N_("word"), w->forms[0].key, q);
		g.all = tc_xquery_join(TC_X_AND, g.all, q);
		g.some = tc_xquery_join(TC_X_OR, g.some,
					word_query(TC_F_TEXT, w));
	}
	if (synonym_count) {
		struct tc_xquery *q = synonym_query(p, synonyms,
						    synonym_count);
		tc_plan_keep(p, N_("synonym"), r->words[at].token->exact, q);
		g.some = tc_xquery_join(TC_X_OR, g.some, tc_xquery_copy(q));
		g.all = tc_xquery_join(TC_X_OR, g.all, q);
	}
	return g;
}

/* The group that begins at *at, which moves behind it. */
static struct group next_group(struct tc_planner *p, const struct run *r,
			       size_t *at)
{
	struct tc_tokens synonyms[SYNONYMS_MAX];
	size_t first = *at, count = 0, n = 0;

	if (p->rank->synonym > 0)
		n = tc_synonym_find(r->tokens, r->n, first, p->arena,
				    synonyms, SYNONYMS_MAX, &count);
	if (!n)
		count = 1;
	*at += count;
	return plan_group(p, r, first, count, synonyms, n);
}

static int settle_run(struct tc_planner *p, const struct tc_node *list,
		      size_t first, size_t end, bool strict, struct run *r)
{
	if (settle(p, list, first, end, r) != 0)
		return -1;
	for (size_t i = 0; i < r->n; i++)
		r->strict[i] |= strict;
	plan_bonus(p, r);
	return 0;
}

int tc_plan_words(struct tc_planner *p, const struct tc_node *list,
		  size_t first, size_t end)
{
	struct run r = { 0 };

	if (first == end)
		return 0;
	if (settle_run(p, list, first, end, false, &r) != 0)
		return -1;
	for (size_t at = 0; at < r.n;) {
		struct group g = next_group(p, &r, &at);
		if (g.strict) {
			p->required = tc_xquery_join(TC_X_AND, p->required,
						     g.all);
			tc_xquery_free(g.some);
			continue;
		}
		p->relaxable += g.all ? g.words : 0;
		p->all = tc_xquery_join(TC_X_AND, p->all, g.all);
		p->some = tc_xquery_join(TC_X_OR, p->some, g.some);
	}
	return 0;
}

int tc_plan_strict_words(struct tc_planner *p, const struct tc_node *list,
			 size_t first, size_t end, struct tc_xquery **q)
{
	bool parts = p->parts;
	struct run r = { 0 };

	if (first == end)
		return 0;
	if (settle_run(p, list, first, end, true, &r) != 0)
		return -1;
	/* the whole that they are in is one part */
	p->parts = false;
	for (size_t at = 0; at < r.n;) {
		struct group g = next_group(p, &r, &at);
		*q = tc_xquery_join(TC_X_AND, *q, g.all);
		tc_xquery_free(g.some);
	}
	p->parts = parts;
	return 0;
}

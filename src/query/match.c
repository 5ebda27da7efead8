/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/match.h"

#include "query/plan.h"

bool tc_match_token(const struct tc_token *typed, const struct tc_token *text)
{
	if (typed->flags & TC_TOKEN_MARKED)
		return tc_str_eq(typed->exact, text->exact);
	return tc_str_eq(typed->bare, text->bare);
}

static bool phrase_at(const struct tc_tokens *phrase, struct tc_str text,
		      const struct tc_tokens *tokens, size_t at)
{
	for (size_t i = 0; i < phrase->n; i++) {
		const struct tc_token *t = &tokens->v[at + i];
		if (!tc_match_token(&phrase->v[i], t))
			return false;
		size_t end = i ? t[-1].off + t[-1].len : t->off;
		if (memchr(text.p + end, '\n', t->off - end))
			return false;
	}
	return true;
}

size_t tc_match_phrase(const struct tc_tokens *phrase, struct tc_str text,
		       const struct tc_tokens *tokens, size_t from)
{
	for (size_t at = from; at + phrase->n <= tokens->n; at++)
		if (phrase_at(phrase, text, tokens, at))
			return at;
	return tokens->n;
}

static bool in_title(const struct tc_node *n, const struct tc_candidate *c)
{
	struct tc_tokens title = c->tokens;

	title.n = 0;
	while (title.n < c->tokens.n &&
	       c->tokens.v[title.n].off < c->record->article.title_len)
		title.n++;
	return tc_match_phrase(&n->tokens, c->record->article.text, &title,
			       0) < title.n;
}

static bool in_name(const struct tc_node *n, struct tc_str name,
		    struct tc_arena *arena)
{
	struct tc_tokens tokens;

	tc_tokenize(name, arena, &tokens);
	return tc_match_phrase(&n->tokens, name, &tokens, 0) < tokens.n;
}

static bool in_unit(const struct tc_node *n, const struct tc_candidate *c)
{
	const struct tc_article *a = &c->record->article;

	for (size_t i = 0; i < a->unit_count; i++) {
		const struct tc_unit *u = &a->units[i];
		if (in_name(n, u->canonical, c->arena) ||
		    in_name(n, u->printed, c->arena) ||
		    (n->today && in_name(n, u->today, c->arena)))
			return true;
		for (size_t j = 0; j < u->parent_count; j++)
			if (in_name(n, u->parents[j], c->arena))
				return true;
	}
	return false;
}

/* A part without phrases, alone in an OR or under a NOT: ask the index. */
static int in_index(const struct tc_node *n, const struct tc_candidate *c,
		    struct tc_error *err)
{
	struct tc_xquery *q = tc_plan_query_of(c->plan, n);
	TC_SCOPED_BUF id = { 0 };
	struct tc_xresult result = { 0 };

	tc_schema_term(TC_F_ID, tc_str0(c->record->article.id), &id);
	q = tc_xquery_join(TC_X_FILTER, q, tc_xquery_term(tc_buf_str(&id)));
	const struct tc_xsearch s = { .query = q, .max = 1,
				      .sort_slot = TC_NO_SLOT,
				      .collapse_slot = TC_NO_SLOT,
				      .k1 = 1, .b = 0 };
	int bad = tc_xdb_search(c->db, &s, c->arena, &result, err);
	tc_xquery_free(q);
	return bad ? -1 : result.n > 0;
}

static int match(const struct tc_node *n, const struct tc_candidate *c,
		 bool top, struct tc_error *err);

static int match_and(const struct tc_node *n, const struct tc_candidate *c,
		     bool top, struct tc_error *err)
{
	/* Xapian has seen to the plain parts of an AND at the top; beside an
	 * OR or behind a NOT it may have taken the article for another. */
	int yes = top ? 1 : in_index(n, c, err);

	for (size_t i = 0; yes > 0 && i < n->kid_count; i++)
		if (n->kids[i]->has_phrase)
			yes = match(n->kids[i], c, top, err);
	return yes;
}

static int match_or(const struct tc_node *n, const struct tc_candidate *c,
		    struct tc_error *err)
{
	int yes = 0;

	for (size_t i = 0; !yes && i < n->kid_count; i++)
		yes = match(n->kids[i], c, false, err);
	return yes;
}

static int match(const struct tc_node *n, const struct tc_candidate *c,
		 bool top, struct tc_error *err)
{
	struct tc_str text = c->record->article.text;

	if (!n->has_phrase)
		return in_index(n, c, err);
	switch (n->kind) {
	case TC_NODE_AND:
		return match_and(n, c, top, err);
	case TC_NODE_OR:
		return match_or(n, c, err);
	case TC_NODE_NOT: {
		int yes = match(n->kids[0], c, false, err);
		return yes < 0 ? -1 : !yes;
	}
	case TC_NODE_PHRASE:
		return tc_match_phrase(&n->tokens, text, &c->tokens, 0) <
		       c->tokens.n;
	case TC_NODE_TITLE:
		return in_title(n, c);
	case TC_NODE_UNIT:
		return in_unit(n, c);
	default:
		return 1;
	}
}

int tc_match(const struct tc_node *n, const struct tc_candidate *c,
	     struct tc_error *err)
{
	return match(n, c, true, err);
}

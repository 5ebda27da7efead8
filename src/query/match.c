/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/match.h"

#include "index/archives.h"
#include "query/plan.h"
#include "query/word.h"

/* Whether a typed token accepts a token of the text: a marked one only its
 * own spelling, an unmarked one every spelling. */
static bool match_token(const struct tc_token *typed,
			const struct tc_token *text)
{
	if (typed->flags & TC_TOKEN_MARKED)
		return typed->hash == text->hash &&
		       tc_str_eq(typed->exact, text->exact);
	return tc_str_eq(typed->bare, text->bare);
}

static bool phrase_at(const struct tc_tokens *phrase, struct tc_str text,
		      const struct tc_tokens *tokens, size_t at)
{
	for (size_t i = 0; i < phrase->n; i++) {
		const struct tc_token *t = &tokens->v[at + i];
		if (!match_token(&phrase->v[i], t))
			return false;
		size_t end = i ? tc_token_end(&t[-1]) : t->off;
		if (memchr(text.p + end, '\n', t->off - end))
			return false;
	}
	return true;
}

size_t tc_match_phrase(const struct tc_tokens *phrase, struct tc_str text,
		       const struct tc_tokens *tokens, size_t from)
{
	for (size_t at = from; at + phrase->n <= tokens->n; at++)
		if ((!phrase->n ||
		     match_token(&phrase->v[0], &tokens->v[at])) &&
		    phrase_at(phrase, text, tokens, at))
			return at;
	return tokens->n;
}

/* ---- NEAR ---- */

/* How many tokens the part takes that begins at token `at`; 0: it does not
 * stand there. */
static size_t part_at(const struct tc_node *part, struct tc_str text,
		      const struct tc_tokens *tokens, size_t at)
{
	if (part->kind == TC_NODE_PREFIX)
		return tc_word_begins(&part->tokens.v[0], &tokens->v[at]);
	return at + part->tokens.n <= tokens->n &&
	       phrase_at(&part->tokens, text, tokens, at) ?
		       part->tokens.n : 0;
}

/* Whether no line ends between two tokens. */
static bool same_line(struct tc_str text, const struct tc_tokens *tokens,
		      size_t a, size_t b)
{
	const struct tc_token *from = &tokens->v[a < b ? a : b];
	const struct tc_token *to = &tokens->v[a < b ? b : a];

	return from == to || !memchr(text.p + from->off, '\n',
				     to->off - from->off);
}

/* Where the part before this one stands, as far as what is before it is near
 * too: its length by token, 0 where it does not.  Whether one is near enough
 * to `at`, without sharing a token. */
static bool reaches(const uint16_t *before, struct tc_str text,
		    const struct tc_tokens *tokens, size_t at, size_t n,
		    unsigned near)
{
	enum { PHRASE_MAX = TC_QUERY_NODES_MAX };
	size_t low = at > near + PHRASE_MAX ? at - near - PHRASE_MAX : 0;
	size_t high = at + n + near;

	for (size_t b = low; b < tokens->n && b <= high; b++) {
		if (!before[b])
			continue;
		size_t end = b + before[b];
		bool near_enough = b >= at + n ? b - at - n <= near :
				   end <= at && at - end <= near;
		if (near_enough && same_line(text, tokens, at, b))
			return true;
	}
	return false;
}

/* A part at a time: of its places, those that the places of the part beside
 * it, which are settled, reach. */
static bool keep_reached(uint16_t *part, const uint16_t *beside,
			 struct tc_str text, const struct tc_tokens *tokens,
			 unsigned near)
{
	bool some = false;

	for (size_t at = 0; at < tokens->n; at++) {
		if (part[at] && !reaches(beside, text, tokens, at, part[at],
					 near))
			part[at] = 0;
		some |= part[at] > 0;
	}
	return some;
}

static uint16_t *find_part(const struct tc_node *part, struct tc_str text,
			   const struct tc_tokens *tokens,
			   struct tc_arena *arena)
{
	uint16_t *places = tc_arena_alloc(arena, (tokens->n + 1) *
							 sizeof *places);

	for (size_t at = 0; at < tokens->n; at++)
		places[at] = (uint16_t)part_at(part, text, tokens, at);
	return places;
}

/* From the first part to the last: what is left of that stands behind all. */
static bool find_parts(const struct tc_node *n, struct tc_str text,
		       const struct tc_tokens *tokens, struct tc_arena *arena,
		       uint16_t **parts)
{
	parts[0] = find_part(n->kids[0], text, tokens, arena);
	for (size_t k = 1; k < n->kid_count; k++) {
		parts[k] = find_part(n->kids[k], text, tokens, arena);
		if (!keep_reached(parts[k], parts[k - 1], text, tokens,
				  n->kids[k]->near))
			return false;
	}
	return true;
}

bool tc_match_near(const struct tc_node *n, struct tc_str text,
		   const struct tc_tokens *tokens, struct tc_arena *arena,
		   uint16_t **parts)
{
	if (!find_parts(n, text, tokens, arena, parts))
		return false;
	/* and back: what leads to a last part */
	for (size_t k = n->kid_count - 1; k--;)
		keep_reached(parts[k], parts[k + 1], text, tokens,
			     n->kids[k + 1]->near);
	return true;
}

static bool is_near(const struct tc_node *n, const struct tc_candidate *c)
{
	uint16_t *parts[TC_NEAR_PARTS_MAX];

	return find_parts(n, c->record->article.text, &c->tokens, c->arena,
			  parts);
}

/* ---- fields ---- */

struct tc_tokens tc_match_title(const struct tc_article *a,
				const struct tc_tokens *tokens)
{
	struct tc_tokens title = { tokens->v, 0 };

	while (title.n < tokens->n &&
	       tokens->v[title.n].off < a->title_len)
		title.n++;
	return title;
}

static bool in_title(const struct tc_node *n, const struct tc_candidate *c)
{
	const struct tc_article *a = &c->record->article;
	const struct tc_tokens title = tc_match_title(a, &c->tokens);

	return tc_match_phrase(&n->tokens, a->text, &title, 0) < title.n;
}

static bool in_name(const struct tc_node *n, struct tc_str name,
		    struct tc_arena *arena)
{
	struct tc_tokens tokens;

	tc_tokenize(name, arena, &tokens);
	return tc_match_phrase(&n->tokens, name, &tokens, 0) < tokens.n;
}

/* The unit, or one above it, has that name. */
static bool is_named(const struct tc_node *name, const struct tc_unit *u,
		     struct tc_arena *arena)
{
	if (in_name(name, u->canonical, arena) ||
	    in_name(name, u->printed, arena) ||
	    (name->today && in_name(name, u->today, arena)))
		return true;
	for (size_t j = 0; j < u->parent_count; j++)
		if (in_name(name, u->parents[j], arena))
			return true;
	return false;
}

/* One unit answers to all the names. */
static bool in_unit(const struct tc_node *n, const struct tc_candidate *c)
{
	const struct tc_article *a = &c->record->article;

	for (size_t i = 0; i < a->unit_count; i++) {
		bool named = n->kid_count || is_named(n, &a->units[i], c->arena);
		for (size_t k = 0; named && k < n->kid_count; k++)
			named = is_named(n->kids[k], &a->units[i], c->arena);
		if (named)
			return true;
	}
	return false;
}

/* Of several archives each may hold a state of the article. */
int tc_match_query(struct tc_xdb *db, const struct tc_xquery *q,
		   struct tc_str id, uint32_t docid, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF term = { 0 };
	struct tc_xresult result = { 0 };

	tc_schema_term(TC_F_ID, id, &term);
	struct tc_xquery *one = tc_xquery_join(
		TC_X_FILTER, tc_xquery_copy(q),
		tc_xquery_term(tc_buf_str(&term)));
	const struct tc_xsearch s = { .query = one, .max = TC_ARCHIVES_MAX,
				      .sort_slot = TC_NO_SLOT,
				      .collapse_slot = TC_NO_SLOT,
				      .k1 = 1, .b = 0 };
	int bad = tc_xdb_search(db, &s, &arena, &result, err);
	tc_xquery_free(one);
	if (bad)
		return -1;
	for (size_t i = 0; i < result.n; i++)
		if (result.hits[i].docid == docid)
			return 1;
	return 0;
}

/* A part without phrases, alone in an OR or under a NOT: ask the index. */
static int in_index(const struct tc_node *n, const struct tc_candidate *c,
		    struct tc_error *err)
{
	struct tc_xquery *q = tc_plan_query_of(c->plan, n);
	int yes = tc_match_query(c->db, q, tc_str0(c->record->article.id),
				 c->docid, err);

	tc_xquery_free(q);
	return yes;
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
	case TC_NODE_NEAR:
		return is_near(n, c);
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

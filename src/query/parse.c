/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/parse-part.h"

#include "base/language.h"
#include "query/column.h"
#include "query/names.h"
#include "text/normalize.h"
#include "text/utf8.h"

struct tc_node *tc_parse_node(struct tc_parser *p, enum tc_node_kind kind,
			      const struct tc_lexeme *x)
{
	struct tc_node *n = tc_arena_alloc(p->arena, sizeof *n);

	n->kind = kind;
	n->text = x->text;
	n->column = x->column;
	if (++*p->nodes > TC_QUERY_TREE_MAX && p->err->code == TC_OK)
		tc_fail(p->err, TC_E_QUERY,
			"column %u: more than %d words and operators; ask "
			"for fewer", x->column, TC_QUERY_TREE_MAX);
	return n;
}

void tc_parse_add_kid(struct tc_parser *p, struct tc_node *n,
		      struct tc_node *kid)
{
	n->kids = tc_arena_grow(p->arena, n->kids, n->kid_count,
				&n->kid_cap, sizeof *n->kids);
	n->kids[n->kid_count++] = kid;
	n->has_phrase |= kid->has_phrase;
}

int tc_parse_stars(struct tc_parser *p, const struct tc_lexeme *x,
		   const struct tc_tokens *tokens, bool *prefix)
{
	const struct tc_token *last = &tokens->v[tokens->n - 1];
	const size_t end = tc_token_end(last);
	const bool behind = prefix && end < x->text.n &&
			    x->text.p[end] == '*';

	if (prefix)
		*prefix = behind;
	for (size_t i = 0; i < x->text.n; i++)
		if (x->text.p[i] == '*' && !(behind && i == end))
			return tc_fail(p->err, TC_E_QUERY,
				       "column %u: '*' goes at the end of a "
				       "word outside quotation marks; write "
				       "kron*, chi NEAR/1 b* or so:21-*",
				       tc_parse_column(x, tc_str_from(x->text,
								      i)));
	return 0;
}

/* One of several words of a lexeme. */
static struct tc_node *word_of(struct tc_parser *p, const struct tc_lexeme *x,
			       struct tc_token *t, enum tc_node_kind kind)
{
	struct tc_lexeme word = *x;

	word.text = tc_str(x->text.p + t->off, t->len);
	/* in "x,NQ21" no number: it would be one by itself */
	if (kind == TC_NODE_WORD && t->len < x->text.n &&
	    t->flags & TC_TOKEN_DIGIT && tc_query_is_number(word.text))
		return tc_parse_phrase(p, &word, TC_NODE_PHRASE);
	struct tc_node *n = tc_parse_node(p, kind, &word);
	n->tokens = (struct tc_tokens){ t, 1 };
	if (kind == TC_NODE_PREFIX)
		n->expansion = tc_arena_alloc(p->arena, sizeof *n->expansion);
	return n;
}

/* Every token of a lexeme as a word of its own, side by side: "Covid-19" is
 * asked for as its two words are.  NULL when it has no letter or digit. */
static struct tc_node *words_of(struct tc_parser *p, const struct tc_lexeme *x)
{
	struct tc_tokens tokens;
	bool prefix;

	tc_tokenize(x->text, p->arena, &tokens);
	if (!tokens.n || tc_parse_stars(p, x, &tokens, &prefix) != 0)
		return NULL;
	if (tokens.n == 1)
		return word_of(p, x, tokens.v,
			       prefix ? TC_NODE_PREFIX : TC_NODE_WORD);
	struct tc_node *list = tc_parse_node(p, TC_NODE_AND, x);
	for (size_t i = 0; i < tokens.n; i++)
		tc_parse_add_kid(p, list,
				 word_of(p, x, &tokens.v[i],
					 prefix && i + 1 == tokens.n ?
						 TC_NODE_PREFIX :
						 TC_NODE_WORD));
	list->list = true;
	return list;
}

struct tc_node *tc_parse_phrase(struct tc_parser *p,
				const struct tc_lexeme *x,
				enum tc_node_kind kind)
{
	struct tc_node *n = tc_parse_node(p, kind, x);

	tc_tokenize(x->text, p->arena, &n->tokens);
	if (!n->tokens.n || tc_parse_stars(p, x, &n->tokens, NULL) != 0)
		return NULL;
	n->has_phrase = n->tokens.n > 1;
	n->strict = true;
	return n;
}

/* ---- the grammar ---- */

static struct tc_node *parse_or(struct tc_parser *p, bool top);

/* Marks a word typed with "+" or inside brackets. */
static void make_strict(struct tc_node *n)
{
	n->strict = true;
	if (n->kind != TC_NODE_AND && n->kind != TC_NODE_OR)
		return;
	n->list = false;
	/* a word that is one side of an OR is not required by itself */
	for (size_t i = 0; i < n->kid_count; i++)
		if (n->kind == TC_NODE_AND || n->kids[i]->kid_count)
			make_strict(n->kids[i]);
}

static struct tc_node *parse_bracket(struct tc_parser *p)
{
	const struct tc_lexeme *open = &p->v[p->at++];

	if (++p->depth > TC_QUERY_DEPTH_MAX) {
		tc_fail(p->err, TC_E_QUERY,
			"column %u: brackets more than %d deep", open->column,
			TC_QUERY_DEPTH_MAX);
		return NULL;
	}
	struct tc_node *n = parse_or(p, false);
	p->depth--;
	if (p->err->code != TC_OK)
		return NULL;
	if (p->v[p->at].kind != TC_LEX_CLOSE) {
		tc_fail(p->err, TC_E_QUERY,
			"column %u: the bracket is not closed", open->column);
		return NULL;
	}
	p->at++;
	if (n)
		make_strict(n);
	return n;
}

/* ---- named queries ---- */

/* The queries around the one being read, innermost first. */
struct tc_parse_name {
	struct tc_str name;
	const struct tc_parse_name *outer;
};

static int enter_name(struct tc_parser *p, const struct tc_lexeme *x)
{
	for (const struct tc_parse_name *n = p->inside; n; n = n->outer)
		if (tc_str_eq(n->name, x->text))
			return tc_fail(p->err, TC_E_QUERY,
				       "column %u: '@%.*s' is a part of "
				       "itself", x->column, TC_ARG(x->text));
	if (++p->depth > TC_QUERY_DEPTH_MAX)
		return tc_fail(p->err, TC_E_QUERY,
			       "column %u: named queries more than %d deep",
			       x->column, TC_QUERY_DEPTH_MAX);
	return 0;
}

static int parse_text(struct tc_parser *p, struct tc_str text,
		      struct tc_node **root);

/* @ten stands for its query in brackets. */
static struct tc_node *parse_name(struct tc_parser *p)
{
	const struct tc_lexeme *x = &p->v[p->at++];
	const struct tc_parse_name here = { x->text, p->inside };
	struct tc_parser inner = *p;
	struct tc_node *n;
	struct tc_str text;

	inner.inside = &here;
	if (enter_name(p, x) != 0)
		return NULL;
	inner.depth = p->depth--;
	if (tc_names_find(p->names->file, x->text, p->arena, &text, p->err) != 0) {
		tc_error_context(p->err, "column %u", x->column);
		return NULL;
	}
	if (parse_text(&inner, text, &n) != 0) {
		tc_error_context(p->err, "column %u: in @%.*s", x->column,
				 TC_ARG(x->text));
		return NULL;
	}
	if (n)
		make_strict(n);
	return n;
}

/* NULL without an error: the lexeme held nothing to look up. */
static struct tc_node *parse_primary(struct tc_parser *p)
{
	const struct tc_lexeme *x = &p->v[p->at];

	switch (x->kind) {
	case TC_LEX_OPEN:
		return parse_bracket(p);
	case TC_LEX_FIELD:
		return tc_parse_field(p);
	case TC_LEX_NAME:
		return parse_name(p);
	case TC_LEX_QUOTED:
		p->at++;
		return tc_parse_phrase(p, x, TC_NODE_PHRASE);
	case TC_LEX_WORD: {
		struct tc_node *number = tc_parse_number(p);
		if (number || p->err->code != TC_OK)
			return number;
		p->at++;
		return words_of(p, x);
	}
	case TC_LEX_CLOSE:
		tc_fail(p->err, TC_E_QUERY,
			p->depth ?
				N_("column %u: something to search for is "
				   "missing before the bracket") :
				N_("column %u: a closing bracket without an "
				   "opening one"), x->column);
		return NULL;
	default:
		tc_fail(p->err, TC_E_QUERY,
			x->kind == TC_LEX_END ?
				N_("column %u: something to search for is "
				   "missing at the end") :
				N_("column %u: something to search for is "
				   "missing"), x->column);
		return NULL;
	}
}

/* What may stand beside a NEAR: a word, a word's beginning or a phrase. */
static struct tc_node *near_part(struct tc_parser *p)
{
	const struct tc_lexeme *x = &p->v[p->at];
	struct tc_node *n = parse_primary(p);

	if (p->err->code != TC_OK)
		return NULL;
	/* "Covid-19" is a phrase here */
	if (n && n->kind == TC_NODE_AND && n->list)
		n = tc_parse_phrase(p, x, TC_NODE_PHRASE);
	if (p->err->code != TC_OK)
		return NULL;
	if (n && (n->kind == TC_NODE_WORD || n->kind == TC_NODE_PREFIX ||
		  n->kind == TC_NODE_PHRASE))
		return n;
	tc_fail(p->err, TC_E_QUERY,
		"column %u: NEAR joins words and phrases; put in quotation "
		"marks what is to stand near", x->column);
	return NULL;
}

static struct tc_node *parse_near(struct tc_parser *p)
{
	size_t start = p->at;
	struct tc_node *n = parse_primary(p);

	if (p->err->code != TC_OK || p->v[p->at].kind != TC_LEX_NEAR)
		return n;
	p->at = start;
	n = tc_parse_node(p, TC_NODE_NEAR, &p->v[start]);
	for (unsigned distance = 0;;) {
		struct tc_node *part = near_part(p);
		if (!part)
			return NULL;
		make_strict(part);
		part->near = distance;
		tc_parse_add_kid(p, n, part);
		const struct tc_lexeme *x = &p->v[p->at];
		if (x->kind != TC_LEX_NEAR)
			break;
		if (n->kid_count == TC_NEAR_PARTS_MAX) {
			tc_fail(p->err, TC_E_QUERY,
				"column %u: more than %d parts joined by "
				"NEAR", x->column, TC_NEAR_PARTS_MAX);
			return NULL;
		}
		distance = x->near;
		p->at++;
	}
	n->strict = n->has_phrase = true;
	return n;
}

static struct tc_node *parse_unary(struct tc_parser *p)
{
	const struct tc_lexeme *x = &p->v[p->at];

	if (x->kind == TC_LEX_NOT) {
		unsigned before = p->depth;
		p->at++;
		if (++p->depth > TC_QUERY_DEPTH_MAX) {
			tc_fail(p->err, TC_E_QUERY,
				"column %u: too many NOTs in a row",
				x->column);
			return NULL;
		}
		struct tc_node *kid = parse_unary(p);
		p->depth = before;
		if (!kid)
			return NULL;
		make_strict(kid);
		struct tc_node *n = tc_parse_node(p, TC_NODE_NOT, x);
		tc_parse_add_kid(p, n, kid);
		return n;
	}
	if (x->kind == TC_LEX_PLUS) {
		p->at++;
		struct tc_node *n = parse_near(p);
		if (n)
			make_strict(n);
		return n;
	}
	return parse_near(p);
}

static bool ends_and(const struct tc_lexeme *x)
{
	return x->kind == TC_LEX_END || x->kind == TC_LEX_CLOSE ||
	       x->kind == TC_LEX_OR;
}

/* The words of "Covid-19" join the list that they stand in. */
static void add_flat(struct tc_parser *p, struct tc_node *n, struct tc_node *kid)
{
	if (kid->kind == TC_NODE_AND && kid->list) {
		for (size_t i = 0; i < kid->kid_count; i++)
			tc_parse_add_kid(p, n, kid->kids[i]);
		return;
	}
	tc_parse_add_kid(p, n, kid);
}

static struct tc_node *parse_and(struct tc_parser *p)
{
	struct tc_node *n = tc_parse_node(p, TC_NODE_AND, &p->v[p->at]);
	bool joined = false;

	n->list = true;
	for (;;) {
		struct tc_node *kid = parse_unary(p);
		if (p->err->code != TC_OK)
			return NULL;
		if (kid && joined)
			make_strict(kid);
		if (kid)
			add_flat(p, n, kid);
		joined = p->v[p->at].kind == TC_LEX_AND;
		if (joined) {
			if (n->kid_count)
				make_strict(n->kids[n->kid_count - 1]);
			p->at++;
			continue;
		}
		if (ends_and(&p->v[p->at]))
			break;
	}
	if (!n->kid_count)
		return NULL;
	return n->kid_count == 1 ? n->kids[0] : n;
}

static struct tc_node *parse_or(struct tc_parser *p, bool top)
{
	const struct tc_lexeme *start = &p->v[p->at];
	struct tc_node *first = parse_and(p);

	if (p->err->code != TC_OK || p->v[p->at].kind != TC_LEX_OR)
		return first;
	struct tc_node *n = tc_parse_node(p, TC_NODE_OR, start);
	if (first)
		tc_parse_add_kid(p, n, first);
	while (p->v[p->at].kind == TC_LEX_OR) {
		p->at++;
		struct tc_node *kid = parse_and(p);
		if (p->err->code != TC_OK)
			return NULL;
		if (kid)
			tc_parse_add_kid(p, n, kid);
	}
	if (top)
		for (size_t i = 0; i < n->kid_count; i++)
			make_strict(n->kids[i]);
	if (n->kid_count == 1)
		return n->kids[0];
	/* either will do, "+" or not */
	for (size_t i = 0; i < n->kid_count; i++)
		if (n->kids[i]->kind == TC_NODE_WORD)
			n->kids[i]->strict = false;
	return n->kid_count ? n : NULL;
}

/* ---- the door ---- */

/* Control characters have no place in a query: what pasted one did not mean
 * it, and what is printed again must not act on a terminal. */
static int check_characters(struct tc_str text, struct tc_error *err)
{
	const char *c = text.p, *end = tc_str_end(text);

	while (c < end) {
		const size_t at = (size_t)(c - text.p);
		uint32_t u = tc_utf8_next(&c, end);
		if (tc_column_is_control(u))
			return tc_fail(err, TC_E_QUERY,
				       "column %u: control character U+%04X; "
				       "take it out", tc_column_of(text, at),
				       (unsigned)u);
	}
	return 0;
}

static int parse_text(struct tc_parser *p, struct tc_str text,
		      struct tc_node **root)
{
	TC_SCOPED_BUF normal = { 0 };
	size_t valid = tc_utf8_valid(text);

	*root = NULL;
	if (text.n > TC_QUERY_BYTES_MAX)
		return tc_fail(p->err, TC_E_QUERY,
			       "the query has %zu bytes; %zu are allowed",
			       text.n, TC_QUERY_BYTES_MAX);
	if (valid < text.n)
		return tc_fail(p->err, TC_E_QUERY,
			       "column %u: byte %zu of the query, 0x%02X, is "
			       "not UTF-8", tc_column_of(text, valid), valid + 1,
			       (unsigned char)text.p[valid]);
	if (check_characters(text, p->err) != 0)
		return -1;
	tc_normalize(text, &normal);
	p->at = 0;
	if (tc_lex(tc_arena_str(p->arena, tc_buf_str(&normal)), p->arena,
		   &p->v, &p->n, p->err) != 0)
		return -1;
	if (p->n == 1)
		return 0;
	*root = p->inside ? NULL : tc_parse_whole(p);
	if (*root || p->err->code != TC_OK)
		return p->err->code == TC_OK ? 0 : -1;
	*root = parse_or(p, !p->inside);
	/* brackets around all of it join no more than AND does */
	if (*root && (*root)->kind == TC_NODE_AND && !p->inside)
		(*root)->list = true;
	if (p->err->code == TC_OK && p->v[p->at].kind != TC_LEX_END)
		parse_primary(p);	/* says what is wrong there */
	return p->err->code == TC_OK ? 0 : -1;
}

int tc_query_parse_with(const struct tc_query_names *names,
			struct tc_str text, struct tc_arena *arena,
			struct tc_node **root, struct tc_error *err)
{
	size_t nodes = 0;
	struct tc_parser p = { .arena = arena, .nodes = &nodes,
			       .names = names, .err = err };

	*err = (struct tc_error){ .code = TC_OK };
	return parse_text(&p, text, root);
}

int tc_query_parse(struct tc_str text, struct tc_arena *arena,
		   struct tc_node **root, struct tc_error *err)
{
	const struct tc_query_names none = { 0 };

	return tc_query_parse_with(&none, text, arena, root, err);
}

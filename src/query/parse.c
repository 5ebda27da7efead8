/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/query.h"

#include "fact/date.h"
#include "fact/docnum.h"
#include "fact/unit.h"
#include "query/lex.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/utf8.h"

/* "Nghị quyết số 21 - NQ / TW" is eight lexemes. */
#define NUMBER_LEXEMES_MAX 10

struct parser {
	struct tc_str text;
	struct tc_arena *arena;
	struct tc_lexeme *v;
	size_t n, at;
	unsigned depth;
	struct tc_error *err;
};

static struct tc_node *new_node(struct parser *p, enum tc_node_kind kind,
				const struct tc_lexeme *x)
{
	struct tc_node *n = tc_arena_alloc(p->arena, sizeof *n);

	n->kind = kind;
	n->text = x->text;
	n->column = x->column;
	return n;
}

static void add_kid(struct parser *p, struct tc_node *n, struct tc_node *kid)
{
	struct tc_node **kids = tc_arena_alloc(
		p->arena, (n->kid_count + 1) * sizeof(struct tc_node *));

	for (size_t i = 0; i < n->kid_count; i++)
		kids[i] = n->kids[i];
	kids[n->kid_count++] = kid;
	n->kids = kids;
	n->has_phrase |= kid->has_phrase;
}

static int bad_value(struct parser *p, const struct tc_lexeme *x,
		     const char *why)
{
	return tc_fail(p->err, TC_E_QUERY, "column %u: '%.*s': %s", x->column,
		       TC_ARG(x->text), why);
}

/* ---- primaries ---- */

/* Every token of a lexeme as a word of its own, side by side: "Covid-19" is
 * asked for as its two words are.  NULL when it has no letter or digit. */
static struct tc_node *words_of(struct parser *p, const struct tc_lexeme *x)
{
	struct tc_tokens tokens;
	struct tc_node *list = new_node(p, TC_NODE_AND, x);
	bool prefix = x->text.n > 1 && x->text.p[x->text.n - 1] == '*';

	tc_tokenize(x->text, p->arena, &tokens);
	for (size_t i = 0; i < tokens.n; i++) {
		bool last = i + 1 == tokens.n;
		struct tc_node *w = new_node(
			p, prefix && last ? TC_NODE_PREFIX : TC_NODE_WORD, x);
		w->text = tc_str(x->text.p + tokens.v[i].off, tokens.v[i].len);
		w->tokens = (struct tc_tokens){ &tokens.v[i], 1 };
		add_kid(p, list, w);
	}
	list->list = true;
	if (list->kid_count == 1)
		return list->kids[0];
	return list->kid_count ? list : NULL;
}

static struct tc_node *phrase_of(struct parser *p, const struct tc_lexeme *x,
				 enum tc_node_kind kind)
{
	struct tc_node *n = new_node(p, kind, x);

	tc_tokenize(x->text, p->arena, &n->tokens);
	if (!n->tokens.n)
		return NULL;
	if (n->tokens.n == 1 && kind == TC_NODE_PHRASE) {
		n->kind = TC_NODE_WORD;
		n->text = tc_str(x->text.p + n->tokens.v[0].off,
				 n->tokens.v[0].len);
	}
	n->has_phrase = n->tokens.n > 1;
	n->strict = true;
	return n;
}

static bool has_digit(struct tc_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

/* A number and, where a plain D was typed, what it may stand for. */
static struct tc_node *number_of(struct parser *p, const struct tc_lexeme *x,
				 struct tc_str text)
{
	struct tc_number *readings =
		tc_arena_alloc(p->arena, 2 * sizeof *readings);
	TC_SCOPED_BUF at = { 0 };
	struct tc_str typed_at;

	if (!tc_docnum_parse(text, true, p->arena, &readings[0], &typed_at))
		return NULL;
	if (typed_at.n && !tc_docnum_at(typed_at, &at)) {
		bad_value(p, x, "behind '@' goes a year, a date or a term "
				"(@2016, @2016-10-30, @khóaXII)");
		return NULL;
	}
	struct tc_node *n = new_node(p, TC_NODE_NUMBER, x);
	n->text = text;
	n->numbers = readings;
	n->number_count = 1 + tc_docnum_alternative(&readings[0], p->arena,
						    &readings[1]);
	n->at = tc_arena_str(p->arena, tc_buf_str(&at));
	n->short_form = !readings[0].issuer.n;
	return n;
}

/* A document number that begins at this lexeme and takes as many as it
 * can. */
static struct tc_node *bare_number(struct parser *p)
{
	size_t most = 0;

	while (most < NUMBER_LEXEMES_MAX &&
	       p->v[p->at + most].kind == TC_LEX_WORD)
		most++;
	for (size_t n = most; n; n--) {
		const struct tc_lexeme *first = &p->v[p->at];
		const struct tc_lexeme *last = &p->v[p->at + n - 1];
		struct tc_str span = tc_str(
			first->text.p,
			(size_t)(last->text.p + last->text.n - first->text.p));
		if (!has_digit(span))
			continue;
		struct tc_node *number = number_of(p, first, span);
		if (!number)
			continue;
		if (number->short_form)
			tc_tokenize(span, p->arena, &number->tokens);
		p->at += n;
		return number;
	}
	return NULL;
}

static struct tc_node *date_of(struct parser *p, enum tc_node_kind kind,
			       const struct tc_lexeme *x)
{
	struct tc_node *n = new_node(p, kind, x);
	const char *why = NULL;

	if (tc_date_range(x->text, &n->from, &n->to, &why))
		return n;
	bad_value(p, x, why ? why : "not understood as a date; write 9/2021, "
				    "15/5/2024 or 2021..2023");
	return NULL;
}

static struct tc_node *type_of(struct parser *p, const struct tc_lexeme *x)
{
	TC_SCOPED_BUF lower = { 0 }, bare = { 0 };
	struct tc_node *n = new_node(p, TC_NODE_TYPE, x);

	tc_fold_lower(x->text, &lower);
	tc_fold_bare(tc_buf_str(&lower), &bare);
	const char *type = tc_docnum_type(tc_buf_str(&bare));
	if (!type) {
		bad_value(p, x, "no such type of document; NQ, CT, KL, QĐ, "
				"HD, KH ... or the word in quotation marks");
		return NULL;
	}
	n->value = tc_str0(type);
	return n;
}

static struct tc_node *unit_of(struct parser *p, const struct tc_lexeme *x)
{
	TC_SCOPED_BUF name = { 0 };
	struct tc_node *n = new_node(p, TC_NODE_UNIT, x);

	tc_unit_canonical(x->text, &name);
	tc_tokenize(tc_arena_str(p->arena, tc_buf_str(&name)), p->arena,
		    &n->tokens);
	if (!n->tokens.n) {
		bad_value(p, x, "holds no word");
		return NULL;
	}
	n->has_phrase = true;
	return n;
}

static struct tc_node *site_of(struct parser *p, const struct tc_lexeme *x)
{
	TC_SCOPED_BUF lower = { 0 };
	struct tc_node *n = new_node(p, TC_NODE_SITE, x);

	tc_fold_lower(x->text, &lower);
	n->value = tc_arena_str(p->arena, tc_buf_str(&lower));
	return n;
}

static struct tc_node *field_value(struct parser *p, enum tc_node_kind kind,
				   const struct tc_lexeme *x)
{
	struct tc_node *n = NULL;

	switch (kind) {
	case TC_NODE_NUMBER:
		n = number_of(p, x, x->text);
		if (!n && p->err->code == TC_OK)
			bad_value(p, x, "not understood as a document "
					"number; write 01-KL/TW or "
					"15/2020/NĐ-CP");
		break;
	case TC_NODE_DATE:
	case TC_NODE_EVENT:
		return date_of(p, kind, x);
	case TC_NODE_TYPE:
		return type_of(p, x);
	case TC_NODE_UNIT:
		return unit_of(p, x);
	case TC_NODE_SITE:
		return site_of(p, x);
	default:
		n = phrase_of(p, x, TC_NODE_TITLE);
		if (!n)
			bad_value(p, x, "holds no word");
	}
	return n;
}

/* so:01-KL/TW,21-NQ/TW asks for either. */
static struct tc_node *field(struct parser *p)
{
	const struct tc_lexeme *name = &p->v[p->at++];
	const struct tc_lexeme *x = &p->v[p->at];
	enum tc_node_kind kind = name->field->kind;

	if (x->kind != TC_LEX_WORD && x->kind != TC_LEX_QUOTED) {
		tc_fail(p->err, TC_E_QUERY, "column %u: '%.*s' has no value",
			name->column, TC_ARG(name->text));
		return NULL;
	}
	p->at++;
	if (x->kind == TC_LEX_QUOTED || !memchr(x->text.p, ',', x->text.n))
		return field_value(p, kind, x);
	struct tc_node *either = new_node(p, TC_NODE_OR, name);
	struct tc_str rest = x->text, part;
	while (tc_str_split(&rest, ',', &part)) {
		struct tc_lexeme one = *x;
		one.text = part;
		one.column += (uint32_t)(part.p - x->text.p);
		if (!part.n) {
			bad_value(p, x, "a value is missing in the list");
			return NULL;
		}
		struct tc_node *kid = field_value(p, kind, &one);
		if (!kid)
			return NULL;
		add_kid(p, either, kid);
	}
	return either;
}

/* ---- the grammar ---- */

static struct tc_node *parse_or(struct parser *p, bool top);

/* Marks a word typed with "+" or inside brackets. */
static void make_strict(struct tc_node *n)
{
	n->strict = true;
	if (n->kind != TC_NODE_AND && n->kind != TC_NODE_OR)
		return;
	n->list = false;
	for (size_t i = 0; i < n->kid_count; i++)
		make_strict(n->kids[i]);
}

static struct tc_node *parse_bracket(struct parser *p)
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

/* NULL without an error: the lexeme held nothing to look up. */
static struct tc_node *parse_primary(struct parser *p)
{
	const struct tc_lexeme *x = &p->v[p->at];

	switch (x->kind) {
	case TC_LEX_OPEN:
		return parse_bracket(p);
	case TC_LEX_FIELD:
		return field(p);
	case TC_LEX_QUOTED:
		p->at++;
		return phrase_of(p, x, TC_NODE_PHRASE);
	case TC_LEX_WORD: {
		struct tc_node *number = bare_number(p);
		if (number || p->err->code != TC_OK)
			return number;
		p->at++;
		return words_of(p, x);
	}
	case TC_LEX_CLOSE:
		tc_fail(p->err, TC_E_QUERY,
			"column %u: a closing bracket without an opening one",
			x->column);
		return NULL;
	default:
		tc_fail(p->err, TC_E_QUERY,
			"column %u: something to search for is missing%s",
			x->column,
			x->kind == TC_LEX_END ? " at the end" : "");
		return NULL;
	}
}

static struct tc_node *parse_unary(struct parser *p)
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
		struct tc_node *n = new_node(p, TC_NODE_NOT, x);
		add_kid(p, n, kid);
		return n;
	}
	if (x->kind == TC_LEX_PLUS) {
		p->at++;
		struct tc_node *n = parse_primary(p);
		if (n)
			make_strict(n);
		return n;
	}
	return parse_primary(p);
}

static bool ends_and(const struct tc_lexeme *x)
{
	return x->kind == TC_LEX_END || x->kind == TC_LEX_CLOSE ||
	       x->kind == TC_LEX_OR;
}

/* The words of "Covid-19" join the list that they stand in. */
static void add_flat(struct parser *p, struct tc_node *n, struct tc_node *kid)
{
	if (kid->kind == TC_NODE_AND && kid->list) {
		for (size_t i = 0; i < kid->kid_count; i++)
			add_kid(p, n, kid->kids[i]);
		return;
	}
	add_kid(p, n, kid);
}

static struct tc_node *parse_and(struct parser *p)
{
	struct tc_node *n = new_node(p, TC_NODE_AND, &p->v[p->at]);
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

static struct tc_node *parse_or(struct parser *p, bool top)
{
	const struct tc_lexeme *start = &p->v[p->at];
	struct tc_node *first = parse_and(p);

	if (p->err->code != TC_OK || p->v[p->at].kind != TC_LEX_OR)
		return first;
	struct tc_node *n = new_node(p, TC_NODE_OR, start);
	if (first)
		add_kid(p, n, first);
	while (p->v[p->at].kind == TC_LEX_OR) {
		p->at++;
		struct tc_node *kid = parse_and(p);
		if (p->err->code != TC_OK)
			return NULL;
		if (kid)
			add_kid(p, n, kid);
	}
	if (top)
		for (size_t i = 0; i < n->kid_count; i++)
			make_strict(n->kids[i]);
	if (!n->kid_count)
		return NULL;
	return n->kid_count == 1 ? n->kids[0] : n;
}

int tc_query_parse(struct tc_str text, struct tc_arena *arena,
		   struct tc_node **root, struct tc_error *err)
{
	TC_SCOPED_BUF normal = { 0 };
	struct parser p = { .arena = arena, .err = err };

	*root = NULL;
	*err = (struct tc_error){ .code = TC_OK };
	if (text.n > TC_QUERY_BYTES_MAX)
		return tc_fail(err, TC_E_QUERY,
			       "the query has %zu bytes; %zu are allowed",
			       text.n, TC_QUERY_BYTES_MAX);
	size_t valid = tc_utf8_valid(text);
	if (valid < text.n)
		return tc_fail(err, TC_E_QUERY,
			       "the query is not UTF-8 at byte %zu", valid);
	tc_normalize(text, &normal);
	p.text = tc_arena_str(arena, tc_buf_str(&normal));
	if (tc_lex(p.text, arena, &p.v, &p.n, err) != 0)
		return -1;
	if (p.n == 1)
		return 0;
	*root = parse_or(&p, true);
	/* brackets around all of it join no more than AND does */
	if (*root && (*root)->kind == TC_NODE_AND)
		(*root)->list = true;
	if (err->code == TC_OK && p.v[p.at].kind != TC_LEX_END)
		parse_primary(&p);	/* says what is wrong there */
	return err->code == TC_OK ? 0 : -1;
}

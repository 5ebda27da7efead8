/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/query.h"

#include "fact/date.h"
#include "fact/docnum.h"
#include "query/lex.h"
#include "text/fold.h"

static const char *field_name(enum tc_node_kind kind)
{
	for (size_t i = 0; i < tc_query_field_count; i++)
		if (tc_query_fields[i].kind == kind)
			return tc_query_fields[i].name;
	return NULL;
}

/* A date as the language reads it back; the quarter in our spelling. */
static void print_date(struct tc_date d, struct tc_buf *out)
{
	char text[TC_DATE_MAX];

	if (d.quarter)
		tc_buf_printf(out, "quý%d/%d", d.quarter, d.year);
	else
		tc_buf_puts(out, tc_date_print(d, text));
}

static void print_range(const struct tc_node *n, struct tc_buf *out)
{
	tc_buf_printf(out, "%s:", field_name(n->kind));
	if (n->from.year)
		print_date(n->from, out);
	if (n->from.year && tc_date_same(n->from, n->to))
		return;
	tc_buf_puts(out, "..");
	if (n->to.year)
		print_date(n->to, out);
}

static void print_number(const struct tc_node *n, struct tc_buf *out)
{
	if (n->expansion) {
		tc_buf_printf(out, "%s:%.*s", field_name(n->kind),
			      TC_ARG(n->value));
		if (n->at.n)
			tc_buf_printf(out, "@%.*s", TC_ARG(n->at));
		return;
	}
	struct tc_str canonical = n->numbers[0].canonical;
	bool blank = memchr(canonical.p, ' ', canonical.n);
	const char *quote = blank ? "\"" : "";

	tc_buf_printf(out, "%s:%s%.*s", field_name(n->kind), quote,
		      TC_ARG(canonical));
	if (n->at.n)
		tc_buf_printf(out, "@%.*s", TC_ARG(n->at));
	tc_buf_puts(out, quote);
}

/* Its words alone, as typed: nothing else of it is looked at. */
static void print_phrase(const struct tc_node *n, struct tc_buf *out)
{
	tc_buf_addc(out, '"');
	for (size_t i = 0; i < n->tokens.n; i++)
		tc_buf_printf(out, "%s%.*s", i ? " " : "",
			      TC_ARG(tc_str(n->text.p + n->tokens.v[i].off,
					    n->tokens.v[i].len)));
	tc_buf_addc(out, '"');
}

/* Whether words typed so would be read as a document's number. */
static bool is_number(struct tc_str text)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_number number;
	struct tc_str at;

	return tc_docnum_parse(text, true, &arena, &number, &at);
}

static bool has_digit(const struct tc_node *n)
{
	return n->tokens.v[0].flags & TC_TOKEN_DIGIT;
}

static bool is_quoted(const struct tc_node *word)
{
	return word->strict && has_digit(word) && is_number(word->text);
}

/* A word that would be an operator is printed in small letters; one that
 * would be a number, in quotation marks. */
static void print_word(const struct tc_node *n, struct tc_buf *out)
{
	if (tc_lex_is_operator(n->text))
		tc_fold_lower(n->text, out);
	else if (is_quoted(n))
		tc_buf_printf(out, "\"%.*s\"", TC_ARG(n->text));
	else
		tc_buf_addstr(out, n->text);
}

/* A word that must be there, where quotation marks do not say it. */
static bool is_plus(const struct tc_node *n)
{
	return n->kind == TC_NODE_WORD && n->strict && !is_quoted(n);
}

/* Whether a word of a list ends a run of words, from the first or later, that
 * would be read as a number: "NQ ... 21" is not one, "NQ 21" is. */
static bool ends_number(const struct tc_node *list, size_t i)
{
	TC_SCOPED_BUF run = { 0 };
	bool digit = false;

	for (size_t n = 0; n < TC_NUMBER_WORDS_MAX && n <= i; n++) {
		const struct tc_node *kid = list->kids[i - n];
		TC_SCOPED_BUF longer = { 0 };
		if (kid->kind != TC_NODE_WORD || kid->strict)
			break;
		digit |= has_digit(kid);
		tc_buf_printf(&longer, "%.*s%s%s", TC_ARG(kid->text),
			      n ? " " : "", tc_buf_cstr(&run));
		tc_buf_clear(&run);
		tc_buf_addstr(&run, tc_buf_str(&longer));
		if (digit && is_number(tc_buf_str(&run)))
			return true;
	}
	return false;
}

static void print_node(const struct tc_node *n, bool inner,
		       struct tc_buf *out);

/* "--x" would be a word. */
static void print_not(const struct tc_node *n, struct tc_buf *out)
{
	bool twice = n->kids[0]->kind == TC_NODE_NOT;

	tc_buf_puts(out, twice ? "-(" : "-");
	print_node(n->kids[0], true, out);
	if (twice)
		tc_buf_addc(out, ')');
}

static void print_kids(const struct tc_node *n, const char *between,
		       struct tc_buf *out);
static void print_near(const struct tc_node *n, struct tc_buf *out);

static void print_node(const struct tc_node *n, bool inner,
		       struct tc_buf *out)
{
	bool group = (n->kind == TC_NODE_AND || n->kind == TC_NODE_OR) &&
		     inner;

	if (group)
		tc_buf_addc(out, '(');
	switch (n->kind) {
	case TC_NODE_AND:
		print_kids(n, n->list ? " " : " AND ", out);
		break;
	case TC_NODE_OR:
		print_kids(n, " OR ", out);
		break;
	case TC_NODE_NOT:
		print_not(n, out);
		break;
	case TC_NODE_WORD:
		print_word(n, out);
		break;
	case TC_NODE_PREFIX:
		tc_buf_printf(out, "%.*s*", TC_ARG(n->text));
		break;
	case TC_NODE_PHRASE:
		print_phrase(n, out);
		break;
	case TC_NODE_NEAR:
		print_near(n, out);
		break;
	case TC_NODE_TITLE:
	case TC_NODE_UNIT:
		tc_buf_printf(out, "%s:", field_name(n->kind));
		print_phrase(n, out);
		break;
	case TC_NODE_NUMBER:
		print_number(n, out);
		break;
	case TC_NODE_TYPE:
	case TC_NODE_SITE:
		tc_buf_printf(out, "%s:%.*s", field_name(n->kind),
			      TC_ARG(n->value));
		break;
	case TC_NODE_DATE:
	case TC_NODE_EVENT:
		print_range(n, out);
		break;
	}
	if (group)
		tc_buf_addc(out, ')');
}

static void print_near(const struct tc_node *n, struct tc_buf *out)
{
	for (size_t i = 0; i < n->kid_count; i++) {
		if (i)
			tc_buf_printf(out, " NEAR/%u ", n->kids[i]->near);
		print_node(n->kids[i], true, out);
	}
}

static void print_kids(const struct tc_node *n, const char *between,
		       struct tc_buf *out)
{
	for (size_t i = 0; i < n->kid_count; i++) {
		const struct tc_node *kid = n->kids[i];
		if (i)
			tc_buf_puts(out, between);
		if (n->list && is_plus(kid))
			tc_buf_addc(out, '+');
		/* a comma keeps it from what is before */
		else if (n->list && kid->kind == TC_NODE_WORD &&
			 ends_number(n, i))
			tc_buf_addc(out, ',');
		print_node(kid, true, out);
	}
}

void tc_query_print(const struct tc_node *n, struct tc_buf *out)
{
	if (is_plus(n))
		tc_buf_addc(out, '+');
	print_node(n, false, out);
}

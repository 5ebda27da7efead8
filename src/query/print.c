/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/query.h"

#include "fact/date.h"
#include "query/parse-part.h"
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

/* A short form whose words would do as well, as they were typed: blanks alone
 * are made one. */
static bool is_spoken(const struct tc_node *n)
{
	return n->kind == TC_NODE_NUMBER && n->short_form && n->tokens.n;
}

static void print_spoken(struct tc_str words, struct tc_buf *out)
{
	for (size_t i = 0; i < words.n; i++) {
		const bool blank = tc_lex_is_blank(words.p[i]);
		if (!blank)
			tc_buf_addc(out, words.p[i]);
		else if (out->p[out->n - 1] != ' ')
			tc_buf_addc(out, ' ');
	}
}

static void print_symbol(struct tc_str symbol, struct tc_str at,
			 struct tc_buf *out)
{
	const char *quote = memchr(symbol.p, ' ', symbol.n) ? "\"" : "";

	tc_buf_printf(out, "%s%.*s", quote, TC_ARG(symbol));
	if (at.n)
		tc_buf_printf(out, "@%.*s", TC_ARG(at));
	tc_buf_puts(out, quote);
}

/* Each document that goes by a name. */
static void print_ids(const struct tc_node *n, struct tc_buf *out)
{
	for (size_t i = 0; i < n->number_count; i++) {
		const struct tc_number *one = &n->numbers[i];
		if (i)
			tc_buf_addc(out, ',');
		print_symbol(one->id.n ? one->id : one->canonical, n->at, out);
	}
}

static void print_number(const struct tc_node *n, struct tc_buf *out)
{
	if (is_spoken(n) && n->named) {
		tc_buf_printf(out, "%s:\"", field_name(n->kind));
		print_spoken(n->text, out);
		tc_buf_addc(out, '"');
		return;
	}
	if (is_spoken(n)) {
		print_spoken(n->text, out);
		return;
	}
	if (n->value.n) {
		tc_buf_printf(out, "%s:%.*s", field_name(n->kind),
			      TC_ARG(n->value));
		if (n->at.n)
			tc_buf_printf(out, "@%.*s", TC_ARG(n->at));
		return;
	}
	tc_buf_printf(out, "%s:", field_name(n->kind));
	if (n->named && !n->at.n)
		print_ids(n, out);
	else
		print_symbol(n->numbers[0].canonical, n->at, out);
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

/* A unit's names as they were understood: where one ends, its punctuation
 * says. */
static void print_names(const struct tc_node *n, struct tc_buf *out)
{
	tc_buf_printf(out, "\"%.*s", TC_ARG(n->text));
	for (size_t i = 0; i < n->kid_count; i++)
		tc_buf_printf(out, "%s%.*s", i ? ", " : "",
			      TC_ARG(n->kids[i]->text));
	tc_buf_addc(out, '"');
}

/* A word that would be an operator is printed in small letters. */
static void print_word(const struct tc_node *n, struct tc_buf *out)
{
	if (tc_lex_is_operator(n->text))
		tc_fold_lower(n->text, out);
	else
		tc_buf_addstr(out, n->text);
}

/* A word that must be there. */
static bool is_plus(const struct tc_node *n)
{
	return n->kind == TC_NODE_WORD && n->strict;
}

/* Where the lexeme begins that ends at `end`, blanks before it passed over. */
static size_t lexeme_start(struct tc_str text, size_t end)
{
	while (end && text.p[end - 1] != ' ')
		end--;
	return end;
}

/* What no number goes on over: a field, quotation marks, a bracket, an
 * operator.  "Số:" is a word. */
static bool ends_words(struct tc_str lexeme)
{
	for (size_t i = 0; i < lexeme.n; i++)
		if (strchr("\"()", lexeme.p[i]) ||
		    (lexeme.p[i] == ':' && i + 1 < lexeme.n))
			return true;
	return tc_lex_is_operator(lexeme) ||
	       tc_str_starts(lexeme, TC_STR("NEAR/"));
}

/* Whether a word behind what is printed would be read with it as a number:
 * "NQ ... 21" is none, "NQ 21" is. */
static bool ends_number(struct tc_str before, struct tc_str word)
{
	size_t end = before.n, n = 1;

	while (end && n++ < TC_NUMBER_WORDS_MAX) {
		size_t start = lexeme_start(before, --end);
		struct tc_str one = tc_str(before.p + start, end - start);
		bool sign = one.n && (one.p[0] == '+' || one.p[0] == '-');
		TC_SCOPED_BUF run = { 0 };
		if (ends_words(one))
			return false;
		tc_buf_addstr(&run, tc_str_from(before, start + sign));
		tc_buf_addstr(&run, word);
		if (tc_query_may_be_number(tc_buf_str(&run)) &&
		    tc_query_is_number(tc_buf_str(&run)))
			return true;
		if (sign)
			return false;
		end = start;
	}
	return false;
}

static bool is_bare(const struct tc_node *n)
{
	return n->kind == TC_NODE_WORD || n->kind == TC_NODE_PREFIX;
}

/* What it prints first that a number may end in; empty for none. */
static struct tc_str first_words(const struct tc_node *n)
{
	if (n->kind == TC_NODE_NEAR)
		n = n->kids[0];
	return is_bare(n) || is_spoken(n) ? n->text : tc_str(NULL, 0);
}

/* Whether what is printed would be read as a number with some of these. */
static bool runs_on(struct tc_str before, struct tc_str words)
{
	for (size_t n = 1; n <= words.n; n++)
		if ((n == words.n || words.p[n] == ' ') &&
		    ends_number(before, tc_str(words.p, n)))
			return true;
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
		tc_buf_printf(out, "%s:", field_name(n->kind));
		print_phrase(n, out);
		break;
	case TC_NODE_UNIT:
		tc_buf_printf(out, "%s:", field_name(n->kind));
		print_names(n, out);
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
		/* an empty phrase keeps it from what is before */
		else if (n->list && runs_on(tc_buf_str(out), first_words(kid)))
			tc_buf_puts(out, "\"\" ");
		print_node(kid, true, out);
	}
}

void tc_query_print(const struct tc_node *n, struct tc_buf *out)
{
	if (is_plus(n))
		tc_buf_addc(out, '+');
	/* words that are all asked for stay in their brackets */
	print_node(n, n->kind == TC_NODE_AND && !n->list, out);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/query.h"

#include "fact/date.h"
#include "query/lex.h"

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
	struct tc_str canonical = n->numbers[0].canonical;
	bool blank = memchr(canonical.p, ' ', canonical.n);
	const char *quote = blank ? "\"" : "";

	tc_buf_printf(out, "%s:%s%.*s", field_name(n->kind), quote,
		      TC_ARG(canonical));
	if (n->at.n)
		tc_buf_printf(out, "@%.*s", TC_ARG(n->at));
	tc_buf_puts(out, quote);
}

static void print_site(const struct tc_node *n, struct tc_buf *out)
{
	const char *quote = "";

	for (size_t i = 0; i < n->value.n; i++)
		if (strchr(" \t\n(),", n->value.p[i]))
			quote = "\"";
	tc_buf_printf(out, "%s:%s%.*s%s", field_name(n->kind), quote,
		      TC_ARG(n->value), quote);
}

/* What is quoted is strict by that. */
static void print_word(const struct tc_node *n, bool plus, bool headline,
		       struct tc_buf *out)
{
	if (tc_lex_is_operator(n->text, headline))
		tc_buf_printf(out, "\"%.*s\"", TC_ARG(n->text));
	else
		tc_buf_printf(out, "%s%.*s", plus ? "+" : "",
			      TC_ARG(n->text));
}

static void print_kids(const struct tc_node *n, const char *between,
		       bool headline, struct tc_buf *out);

static void print_node(const struct tc_node *n, bool inner, bool headline,
		       struct tc_buf *out)
{
	bool group = (n->kind == TC_NODE_AND || n->kind == TC_NODE_OR) &&
		     inner;

	if (group)
		tc_buf_addc(out, '(');
	switch (n->kind) {
	case TC_NODE_AND:
		print_kids(n, n->list ? " " : " AND ", headline, out);
		break;
	case TC_NODE_OR:
		print_kids(n, " OR ", headline, out);
		break;
	case TC_NODE_NOT:
		/* two signs in a row are none */
		tc_buf_puts(out, n->kids[0]->kind == TC_NODE_NOT ? "NOT " :
								   "-");
		print_node(n->kids[0], true, headline, out);
		break;
	case TC_NODE_WORD:
		print_word(n, false, headline, out);
		break;
	case TC_NODE_PREFIX:
		tc_buf_printf(out, "%.*s*", TC_ARG(n->text));
		break;
	case TC_NODE_PHRASE:
		tc_buf_printf(out, "\"%.*s\"", TC_ARG(n->text));
		break;
	case TC_NODE_TITLE:
	case TC_NODE_UNIT:
		tc_buf_printf(out, "%s:\"%.*s\"", field_name(n->kind),
			      TC_ARG(n->text));
		break;
	case TC_NODE_NUMBER:
		print_number(n, out);
		break;
	case TC_NODE_TYPE:
		tc_buf_printf(out, "%s:%.*s", field_name(n->kind),
			      TC_ARG(n->value));
		break;
	case TC_NODE_SITE:
		print_site(n, out);
		break;
	case TC_NODE_DATE:
	case TC_NODE_EVENT:
		print_range(n, out);
		break;
	}
	if (group)
		tc_buf_addc(out, ')');
}

static void print_kids(const struct tc_node *n, const char *between,
		       bool headline, struct tc_buf *out)
{
	for (size_t i = 0; i < n->kid_count; i++) {
		const struct tc_node *kid = n->kids[i];
		if (i)
			tc_buf_puts(out, between);
		if (kid->kind == TC_NODE_WORD)
			print_word(kid, n->list && kid->strict, headline,
				   out);
		else
			print_node(kid, true, headline, out);
	}
}

static void print(const struct tc_node *n, bool headline, struct tc_buf *out)
{
	if (n->kind == TC_NODE_WORD)
		print_word(n, n->strict, headline, out);
	else
		print_node(n, false, headline, out);
}

/* Names of fields make a headline none. */
void tc_query_print(const struct tc_node *n, struct tc_buf *out)
{
	const size_t start = out->n;

	print(n, true, out);
	if (tc_lex_is_headline(tc_str_from(tc_buf_str(out), start)))
		return;
	out->n = start;
	print(n, false, out);
}

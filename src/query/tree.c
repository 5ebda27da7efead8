/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A query looked at: its tree, and the place of an error in it. */
#include "config.h"

#include "query/query.h"

#include "base/language.h"
#include "query/column.h"

#include <stdio.h>

static const char *const names[] = {
	[TC_NODE_AND] = N_("all of"),
	[TC_NODE_OR] = N_("any of"),
	[TC_NODE_NOT] = N_("not"),
	[TC_NODE_WORD] = N_("word"),
	[TC_NODE_PREFIX] = N_("words that begin with"),
	[TC_NODE_PHRASE] = N_("phrase"),
	[TC_NODE_NEAR] = N_("near each other"),
	[TC_NODE_TITLE] = N_("title"),
	[TC_NODE_UNIT] = N_("unit"),
	[TC_NODE_NUMBER] = N_("number"),
	[TC_NODE_TYPE] = N_("type"),
	[TC_NODE_DATE] = N_("published"),
	[TC_NODE_EVENT] = N_("event"),
	[TC_NODE_SITE] = N_("site"),
};

/* `plus`: where a word might be relaxed. */
static void put_how(const struct tc_node *n, bool plus, struct tc_buf *out)
{
	const struct tc_token *t = n->tokens.n ? &n->tokens.v[0] : NULL;

	if (n->kind == TC_NODE_AND && n->list)
		tc_buf_puts(out, _(", else some of"));
	if (n->kind == TC_NODE_WORD || n->kind == TC_NODE_PREFIX)
		tc_buf_puts(out, t->flags & TC_TOKEN_MARKED ?
					 _(", its marks as typed") :
					 _(", in every spelling"));
	if (n->kind == TC_NODE_WORD && n->strict && plus)
		tc_buf_puts(out, _(", must be there"));
	if (n->kind == TC_NODE_NUMBER && n->short_form && n->tokens.n)
		tc_buf_puts(out, _(", or the words as typed"));
	if (n->near)
		tc_buf_printf(out,
			      _(", at most %u words from the one before"),
			      n->near);
}

static void put_node(const struct tc_node *n, unsigned depth, bool plus,
		     struct tc_buf *out)
{
	bool leaf = !n->kid_count;

	tc_buf_printf(out, "%*s%s", (int)(2 * depth), "", _(names[n->kind]));
	put_how(n, plus, out);
	if (leaf) {
		/* the number itself, whatever words stand for it */
		struct tc_node plain = *n;
		plain.strict &= plus;
		if (n->kind == TC_NODE_NUMBER)
			plain.tokens.n = 0;
		tc_buf_puts(out, ": ");
		tc_query_print(&plain, out);
	}
	tc_buf_addc(out, '\n');
	for (size_t i = 0; i < n->kid_count; i++)
		put_node(n->kids[i], depth + 1, n->list, out);
}

void tc_query_print_tree(const struct tc_node *n, struct tc_buf *out)
{
	put_node(n, 0, true, out);
}

/* ---- where an error is ---- */

unsigned tc_query_column(const struct tc_error *err)
{
	unsigned column;

	return err->code == TC_E_QUERY &&
	       sscanf(err->message, _("column %u"), &column) == 1 ? column : 0;
}

void tc_query_point(struct tc_str text, const struct tc_error *err,
		    struct tc_buf *out)
{
	const unsigned column = tc_query_column(err);

	if (column)
		tc_column_point(text, column, out);
}

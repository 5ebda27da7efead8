/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Patterns of numbers, numbers that lack their issuer but name a year, those
 * whose issuer may lack a stroke, plenums that lack their term, and congresses,
 * whose organisations may lack their capitals and marks, become the numbers
 * that articles cite: the list of them is short beside the articles, and an
 * exact one needs no verifying. */
#include "config.h"

#include "query/pattern.h"
#include "base/language.h"
#include "fact/docnum.h"
#include "query/number.h"
#include "query/plan-part.h"

/* Numbers that one pattern may stand for. */
#define EXPANSION_MAX 2000

struct expander {
	struct tc_planner *p;
	const struct tc_node *node;
	struct tc_expansion *out;
	size_t cap;
};

static bool is_meant(const struct tc_node *n, struct tc_str symbol)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_number cited;
	struct tc_str at;

	if (n->value.n)
		return tc_pattern_fits(n->value, symbol);
	if (tc_docnum_is_open_plenum(&n->numbers[0]))
		return tc_docnum_is_of_plenum(&n->numbers[0], symbol);
	if (tc_number_is_congress(&n->numbers[0]))
		return tc_number_is_of_congress(&n->numbers[0], symbol);
	if (!tc_docnum_parse(symbol, false, &arena, &cited, &at))
		return false;
	for (size_t i = 0; i < n->number_count; i++)
		if (tc_docnum_means(&n->numbers[i], &cited))
			return true;
	return false;
}

/* 30/2020/NĐ-CP is of 2020 without a date beside it. */
static bool names_year(struct tc_str symbol, struct tc_str year)
{
	struct tc_str part;

	tc_str_split(&symbol, '/', &part);
	tc_str_split(&symbol, '/', &part);
	return year.n && tc_str_eq(part, year);
}

/* Behind @, or in the symbol that was asked for: CT05/2016. */
static struct tc_str asked_time(const struct tc_node *n)
{
	return n->at.n || !n->number_count ? n->at : n->numbers[0].year;
}

/* "XN:21-NQ/TW" fits 21-*, "XN:21-NQ/TW@2022" fits 21-*@2022. */
static bool take(void *ctx, struct tc_str term, uint32_t documents)
{
	struct expander *x = ctx;
	struct tc_str rest = tc_str_from(
		term, strlen(tc_schema[TC_F_NUMBER].prefix)), symbol;

	(void)documents;
	tc_str_split(&rest, '@', &symbol);
	const struct tc_str time = asked_time(x->node);
	if (!tc_str_eq(rest, time) && (rest.n || !names_year(symbol, time)))
		return true;
	if (!is_meant(x->node, symbol))
		return true;
	if (x->out->n == EXPANSION_MAX) {
		tc_plan_note(x->p, tc_arena_printf(
				x->p->arena, _("more than %d numbers are like "
				"'%.*s'; looked for the first of them"),
				EXPANSION_MAX, TC_ARG(x->node->text)));
		return false;
	}
	x->out->terms = tc_arena_grow(x->p->arena, x->out->terms, x->out->n,
				      &x->cap, sizeof *x->out->terms);
	x->out->terms[x->out->n++] = tc_arena_str(x->p->arena, term);
	return true;
}

/* What every symbol that is meant begins with: its digits, two at least; a
 * plenum's whole name; which congress it is. */
static struct tc_str head(const struct tc_node *n, struct tc_buf *room)
{
	if (n->value.n)
		return tc_pattern_head(n->value);
	if (tc_docnum_is_open_plenum(&n->numbers[0]))
		return n->numbers[0].canonical;
	if (tc_number_is_congress(&n->numbers[0])) {
		struct tc_str name = n->numbers[0].canonical, which;
		tc_str_split(&name, '/', &which);
		return which;
	}
	if (n->numbers[0].number.n == 1)
		tc_buf_addc(room, '0');
	tc_buf_addstr(room, n->numbers[0].number);
	return tc_buf_str(room);
}

static int expand(struct tc_planner *p, const struct tc_node *n)
{
	struct expander x = { .p = p, .node = n, .out = n->expansion };
	TC_SCOPED_BUF prefix = { 0 }, room = { 0 };

	*n->expansion = (struct tc_expansion){ 0 };
	tc_schema_term(TC_F_NUMBER, head(n, &room), &prefix);
	return tc_xdb_terms(p->db, tc_buf_str(&prefix), take, &x, p->err);
}

int tc_plan_expand(struct tc_planner *p, const struct tc_node *n)
{
	if (n->kind == TC_NODE_PREFIX)
		return tc_plan_expand_prefix(p, n);
	if (n->expansion)
		return expand(p, n);
	for (size_t i = 0; i < n->kid_count; i++)
		if (tc_plan_expand(p, n->kids[i]) != 0)
			return -1;
	return 0;
}

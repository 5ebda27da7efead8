/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/cites.h"

#include "fact/date.h"
#include "fact/docnum.h"
#include "query/period.h"

#include <stdlib.h>

static void note_date(void *ctx, struct tc_str slot)
{
	struct tc_cites *c = ctx;
	struct tc_date d = tc_period_date(slot);

	if (d.year && (!c->first.year ||
		       tc_date_first(d) < tc_date_first(c->first)))
		c->first = d;
}

static void recount(void *ctx)
{
	struct tc_cites *c = ctx;

	c->first = (struct tc_date){ 0 };
}

static const struct tc_node *find_number(const struct tc_node *n)
{
	if (!n || n->kind == TC_NODE_NUMBER)
		return n;
	for (size_t i = 0; i < n->kid_count; i++) {
		const struct tc_node *found = find_number(n->kids[i]);
		if (found)
			return found;
	}
	return NULL;
}

/* so:"NUMBER", so that whatever stands in it is one value. */
static int make_query(struct tc_str number, struct tc_arena *arena,
		      struct tc_cites *c, struct tc_error *err)
{
	number = tc_str_trim(number);
	if (!number.n)
		return tc_fail(err, TC_E_USAGE,
			       "cites: which document? give its number, such "
			       "as 21-NQ/TW");
	if (memchr(number.p, '"', number.n))
		return tc_fail(err, TC_E_QUERY,
			       "cites: give the number alone, without "
			       "quotation marks");
	if (memchr(number.p, '*', number.n))
		return tc_fail(err, TC_E_USAGE,
			       "cites: '%.*s' stands for many documents; "
			       "'tracuu facets --facets=number QUERY' counts "
			       "them", TC_ARG(number));
	c->query = tc_arena_printf(arena, "so:\"%.*s\"", TC_ARG(number));
	return 0;
}

static bool is_asked(const struct tc_node *asked, struct tc_str number)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_number cited;
	struct tc_str at;

	if (!asked || !tc_docnum_parse(number, false, &arena, &cited, &at))
		return false;
	for (size_t i = 0; i < asked->number_count; i++)
		if (tc_docnum_means(&asked->numbers[i], &cited))
			return true;
	return false;
}

static void keep_others(struct tc_facet_list *list,
			const struct tc_node *asked)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->n; i++)
		if (!is_asked(asked, list->v[i].value))
			list->v[kept++] = list->v[i];
	list->n = kept;
}

static int by_value(const void *a, const void *b)
{
	const struct tc_facet_value *x = a, *y = b;

	return tc_str_cmp(x->value, y->value);
}

static void settle(struct tc_cites *c)
{
	struct tc_facet_list *facets = c->answer.facets;
	const struct tc_node *asked = find_number(c->answer.root);

	c->number = asked && asked->number_count ?
			    asked->numbers[0].canonical : c->query;
	c->by_year = facets[TC_FACET_YEAR];
	c->by_unit = facets[TC_FACET_UNIT];
	c->with = facets[TC_FACET_NUMBER];
	keep_others(&c->with, asked);
	/* most frequent first: the peak; then by time */
	if (c->by_year.n) {
		c->peak = c->by_year.v[0];
		qsort(c->by_year.v, c->by_year.n, sizeof *c->by_year.v,
		      by_value);
	}
}

int tc_cites_make(struct tc_archive *archive, struct tc_str number,
		  const struct tc_search_options *o, struct tc_arena *arena,
		  struct tc_cites *out, struct tc_error *err)
{
	const struct tc_xcount date = { .slot = TC_SLOT_DATE,
					.each = note_date, .ctx = out };

	*out = (struct tc_cites){ .archive = archive, .o = *o };
	if (make_query(number, arena, out, err) != 0)
		return -1;
	out->o.offset = out->o.limit = 0;
	out->o.match = TC_MATCH_ALL;
	struct tc_search_options asked = out->o;
	asked.facets = 1u << TC_FACET_YEAR | 1u << TC_FACET_UNIT |
		       1u << TC_FACET_NUMBER;
	asked.counts = &date;
	asked.count_count = 1;
	asked.recount = recount;
	asked.recount_ctx = out;
	if (tc_ask(archive, out->query, &asked, arena, &out->answer,
		   err) == 0) {
		settle(out);
		return 0;
	}
	/* a column would be one of the query around the number */
	if (err->code == TC_E_QUERY)
		return tc_fail(err, TC_E_QUERY,
			       "cites: '%.*s' is not understood as a document "
			       "number; write 01-KL/TW, 15/2020/NĐ-CP or "
			       "21-NQ/TW@2022", TC_ARG(number));
	return -1;
}

void tc_cites_release(struct tc_cites *c)
{
	tc_answer_release(&c->answer);
}

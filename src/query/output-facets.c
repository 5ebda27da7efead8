/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/output-facets.h"

#include "base/language.h"
#include "fact/docnum.h"
#include "query/export.h"
#include "query/output-json.h"
#include "query/terminal.h"
#include "query/wrap.h"

#include <stdio.h>

#define SHOWN 20	/* values of a facet, in text */
#define SHOWN_INSIDE 5

void tc_facet_put_number(const struct tc_output *o, struct tc_str canonical)
{
	TC_SCOPED_BUF room = { 0 };
	const struct tc_str name = tc_docnum_say(canonical, &room);

	tc_terminal_put(o->out, canonical);
	if (tc_str_eq(name, canonical))
		return;
	tc_buf_puts(o->out, " (");
	tc_terminal_put(o->out, name);
	tc_buf_addc(o->out, ')');
}

/* An estimate has a tilde before it. */
static void put_value(const struct tc_output *o, int margin, bool about,
		      enum tc_facet facet, const struct tc_facet_value *v)
{
	const size_t start = o->out->n;
	char count[16];

	snprintf(count, sizeof count, "%s%u", about ? "~" : "", v->count);
	tc_buf_printf(o->out, "%*s  ", margin, count);
	if (facet == TC_FACET_NUMBER)
		tc_facet_put_number(o, v->value);
	else
		tc_terminal_put(o->out, v->value);
	tc_buf_addc(o->out, '\n');
	tc_wrap_lines(o->out, start, o->columns, (size_t)margin + 2);
}

static void put_more(const struct tc_output *o, int margin, size_t n)
{
	const size_t start = o->out->n;

	tc_buf_printf(o->out, "%*s", margin + 2, "");
	tc_buf_printf(o->out, _("and %zu more (--format=json has all)\n"), n);
	tc_wrap_lines(o->out, start, o->columns, (size_t)margin + 2);
}

static void put_head(const struct tc_output *o, const char *outer,
		     const char *inner)
{
	tc_buf_printf(o->out, "\n%s%s%s%s%s\n", o->color ? "\033[1m" : "",
		      _(outer), *inner ? "/" : "", _(inner),
		      o->color ? "\033[0m" : "");
}

void tc_facets_text(const struct tc_output *o, const struct tc_answer *a)
{
	for (int f = 0; f < TC_FACET_COUNT; f++) {
		const struct tc_facet_list *list = &a->facets[f];
		size_t i = 0;
		if (!list->n)
			continue;
		put_head(o, tc_facet_name((enum tc_facet)f), "");
		for (; i < list->n && i < SHOWN; i++)
			put_value(o, 8, a->facets_about, (enum tc_facet)f,
				  &list->v[i]);
		if (i < list->n)
			put_more(o, 8, list->n - i);
	}
}

static void nested_text(const struct tc_output *o, const struct tc_nested *v)
{
	put_head(o, tc_facet_name(v->outer), tc_facet_name(v->inner));
	for (size_t i = 0; i < v->outers.n && i < SHOWN; i++) {
		const struct tc_facet_list *inner = &v->inners[i];
		size_t k = 0;
		put_value(o, 8, false, v->outer, &v->outers.v[i]);
		for (; k < inner->n && k < SHOWN_INSIDE; k++)
			put_value(o, 16, false, v->inner, &inner->v[k]);
		if (k < inner->n)
			put_more(o, 16, inner->n - k);
	}
	if (v->outers.n > SHOWN)
		put_more(o, 8, v->outers.n - SHOWN);
}

void tc_nested_text(const struct tc_output *o, const struct tc_nested *v,
		    size_t n)
{
	for (size_t i = 0; i < n; i++)
		nested_text(o, &v[i]);
}

/* ---- tables: facet, value, inside, count ---- */

struct table {
	const struct tc_output *o;
	const struct tc_answer *a;
	char between;
	void (*put)(struct tc_buf *out, struct tc_str value);
};

static void put_row(const struct table *t, const char *facet,
		    struct tc_str value, const char *within,
		    const struct tc_facet_value *inside, uint32_t count)
{
	struct tc_buf *out = t->o->out;

	tc_buf_printf(out, "%s%c", facet, t->between);
	t->put(out, value);
	tc_buf_printf(out, "%c%s%c", t->between, within, t->between);
	if (inside)
		t->put(out, inside->value);
	tc_buf_printf(out, "%c%u", t->between, count);
	tc_output_stamp(t->o, t->a, t->between);
	tc_buf_addc(out, '\n');
}

static void nested_rows(const struct table *t, const struct tc_nested *v)
{
	const char *outer = tc_facet_name(v->outer);
	const char *inner = tc_facet_name(v->inner);
	const bool listed = t->a->facets_asked & 1u << v->outer;

	for (size_t i = 0; i < v->outers.n; i++) {
		const struct tc_facet_value *value = &v->outers.v[i];
		/* one may have nothing inside */
		if (!listed)
			put_row(t, outer, value->value, "", NULL,
				value->count);
		for (size_t k = 0; k < v->inners[i].n; k++)
			put_row(t, outer, value->value, inner,
				&v->inners[i].v[k], v->inners[i].v[k].count);
	}
}

void tc_facets_csv(const struct tc_output *o, const struct tc_answer *a,
		   const struct tc_nested *nested, size_t n, char between)
{
	const struct table t = { .o = o, .a = a, .between = between,
				 .put = between == ',' ? tc_csv_put :
							 tc_tsv_put };

	tc_buf_printf(o->out, "facet%cvalue%cinside%cinside_value%ccount",
		      between, between, between, between);
	tc_output_stamp_name(o, between);
	tc_buf_addc(o->out, '\n');
	for (int f = 0; f < TC_FACET_COUNT; f++)
		for (size_t i = 0; i < a->facets[f].n; i++)
			put_row(&t, tc_facet_name((enum tc_facet)f),
				a->facets[f].v[i].value, "", NULL,
				a->facets[f].v[i].count);
	for (size_t i = 0; i < n; i++)
		nested_rows(&t, &nested[i]);
}

/* ---- JSON ---- */

static struct tc_json *nested_json(const struct tc_nested *v)
{
	struct tc_json *one = tc_json_object(), *list = tc_json_array();

	for (size_t i = 0; i < v->outers.n; i++) {
		struct tc_json *outer = tc_json_value(&v->outers.v[i]);
		tc_json_set(outer, "inside", tc_json_values(&v->inners[i]));
		tc_json_push(list, outer);
	}
	tc_json_set_cstr(one, "facet", tc_facet_name(v->outer));
	tc_json_set_cstr(one, "inside", tc_facet_name(v->inner));
	tc_json_set(one, "values", list);
	return one;
}

void tc_facets_json(const struct tc_output *o, const struct tc_answer *a,
		    const struct tc_nested *nested, size_t n)
{
	struct tc_json *top = tc_json_answer(o, a), *list = tc_json_array();

	for (size_t i = 0; i < n; i++)
		tc_json_push(list, nested_json(&nested[i]));
	tc_json_set(top, "facets", tc_json_facets(a));
	tc_json_set(top, "nested", list);
	tc_json_set_bool(top, "exact", !a->partial);
	tc_json_put(o, top);
}

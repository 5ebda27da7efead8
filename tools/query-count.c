/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/query-count.h"

#include "query/cites.h"
#include "query/output-facets.h"
#include "query/output-json.h"
#include "query/timeline.h"
#include "tools/query-tell.h"

/* What is asked when only the number matters: no query at all means every
 * article. */
static struct tc_search_options counting(const struct query_options *o)
{
	struct tc_search_options s = o->search;

	s.limit = s.offset = 0;
	s.everything = true;
	return s;
}

static int status(const struct tc_answer *a)
{
	if (a->partial)
		return tc_code_exit(TC_E_PARTIAL);
	return a->total ? 0 : 1;
}

/* ---- count ---- */

static void ignore(void *ctx, struct tc_str value)
{
	(void)ctx, (void)value;
}

int query_count(const struct query_options *o, struct tc_archive *archive,
		const struct tc_output *output, struct tc_error *err)
{
	/* a counter makes the search verify every phrase */
	const struct tc_xcount each = { .slot = TC_SLOT_DATE, .each = ignore };
	struct tc_search_options s = counting(o);
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_answer a;

	s.counts = &each;
	s.count_count = 1;
	if (tc_ask(archive, output->query, &s, &arena, &a, err) != 0)
		return -1;
	if (o->format == QUERY_JSON)
		tc_json_put(output, tc_json_answer(output, &a));
	else
		tc_buf_printf(output->out, "%u\n", a.total);
	query_tell_answer(o, &a);
	query_tell_partial(o, &a, a.partial);
	int done = status(&a);
	tc_answer_release(&a);
	return done;
}

/* ---- timeline, compare ---- */

static int over_time(const struct query_options *o, struct tc_archive *archive,
		     const struct tc_output *output,
		     const struct tc_str *queries, size_t n, bool compare,
		     struct tc_error *err)
{
	const struct tc_search_options s = counting(o);
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_timeline t;
	int done = 1;

	if (tc_timeline_make(archive, queries, n, o->by, &s, &arena, &t,
			     err) != 0)
		return -1;
	if (o->format == QUERY_JSON)
		tc_timeline_json(output, &t, compare);
	else if (o->format == QUERY_SVG)
		tc_timeline_svg(output, &t);
	else if (o->format == QUERY_TEXT)
		tc_timeline_text(output, &t);
	else
		tc_timeline_csv(output, &t, o->format == QUERY_CSV ? ',' :
								     '\t');
	query_tell_answers(o, t.answer, t.series);
	if (o->format != QUERY_TEXT)	/* which says it of each */
		query_tell_partial(o, t.answer, tc_timeline_partial(&t));
	for (size_t i = 0; i < t.series; i++) {
		int one = status(&t.answer[i]);
		if (one != 1 && done != tc_code_exit(TC_E_PARTIAL))
			done = one;
	}
	tc_timeline_release(&t);
	return done;
}

int query_timeline(const struct query_options *o, struct tc_archive *archive,
		   const struct tc_output *output, struct tc_error *err)
{
	return over_time(o, archive, output, &output->query, 1, false, err);
}

int query_compare(const struct query_options *o, struct tc_archive *archive,
		  const struct tc_output *output, struct tc_error *err)
{
	struct tc_str queries[TC_SERIES_MAX];

	if (o->word_count < 2 || o->word_count > TC_SERIES_MAX)
		return tc_fail(err, TC_E_USAGE,
			       "compare: give 2 to %d queries, each as one "
			       "argument", TC_SERIES_MAX);
	for (size_t i = 0; i < o->word_count; i++)
		queries[i] = tc_str0(o->words[i]);
	return over_time(o, archive, output, queries, o->word_count, true,
			 err);
}

/* ---- facets ---- */

static void put_facets(const struct query_options *o,
		       const struct tc_output *output,
		       const struct tc_answer *a, const struct tc_nesting *x)
{
	if (o->format == QUERY_JSON) {
		tc_facets_json(output, a, x->v, x->n);
	} else if (o->format == QUERY_TEXT) {
		tc_output_total(output, a);
		tc_facets_text(output, a);
		tc_nested_text(output, x->v, x->n);
	} else {
		tc_facets_csv(output, a, x->v, x->n,
			      o->format == QUERY_CSV ? ',' : '\t');
	}
}

int query_facets(const struct query_options *o, struct tc_archive *archive,
		 const struct tc_output *output, struct tc_error *err)
{
	struct tc_search_options s = counting(o);
	struct tc_nested nested[TC_NESTED_MAX];
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_nesting x;
	struct tc_answer a;

	memcpy(nested, o->nested, sizeof nested);
	tc_nesting_init(&x, nested, o->nested_count, &arena);
	if (!s.facets && !x.n)
		s.facets = (1u << TC_FACET_COUNT) - 1;
	s.counts = x.counts;
	s.count_count = x.n;
	s.recount = tc_nesting_recount;
	s.recount_ctx = &x;
	if (tc_ask(archive, output->query, &s, &arena, &a, err) != 0)
		return -1;
	int done = tc_nesting_settle(&x, err);
	if (done == 0) {
		put_facets(o, output, &a, &x);
		query_tell_answer(o, &a);
		query_tell_partial(o, &a, a.partial && o->format != QUERY_TEXT);
		done = status(&a);
	}
	tc_answer_release(&a);
	return done;
}

/* ---- cites ---- */

static int put_cites(const struct query_options *o,
		     const struct tc_output *output, struct tc_cites *c,
		     struct tc_error *err)
{
	static const enum tc_graph graphs[QUERY_FORMAT_COUNT] = {
		[QUERY_DOT] = TC_GRAPH_DOT,
		[QUERY_GRAPHML] = TC_GRAPH_GRAPHML,
		[QUERY_CSV] = TC_GRAPH_CSV,
		[QUERY_TSV] = TC_GRAPH_TSV,
	};

	if (o->format == QUERY_JSON)
		tc_cites_json(output, c);
	else if (o->format == QUERY_TEXT)
		tc_cites_text(output, c);
	else
		return tc_cites_graph(output, c, graphs[o->format], err);
	return 0;
}

int query_cites(const struct query_options *o, struct tc_archive *archive,
		const struct tc_output *output, struct tc_error *err)
{
	const struct tc_search_options s = counting(o);
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_cites c;

	if (tc_cites_make(archive, output->query, &s, &arena, &c, err) != 0)
		return -1;
	struct tc_output named = *output;
	named.query = c.query;
	query_tell_answer(o, &c.answer);
	int done = put_cites(o, &named, &c, err) == 0 ? status(&c.answer) : -1;
	query_tell_partial(o, &c.answer, done >= 0 && c.answer.partial);
	tc_cites_release(&c);
	return done;
}

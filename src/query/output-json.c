/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The shapes that tracuu-json(5) documents: adding a field is free,
 * changing one takes a new format version. */
#include "config.h"

#include "query/output.h"

#include "base/json.h"
#include "fact/json.h"
#include "text/utf8.h"

#include <math.h>

/* Each value once, in the order of the text. */
static void push_once(struct tc_json *array, struct tc_str s)
{
	for (size_t i = 0; i < tc_json_count(array); i++)
		if (tc_str_eq(tc_json_as_str(tc_json_at(array, i)), s))
			return;
	tc_json_push(array, tc_json_string(s));
}

static struct tc_json *names_of_numbers(const struct tc_article *a)
{
	struct tc_json *v = tc_json_array();

	for (size_t i = 0; i < a->number_count; i++)
		push_once(v, a->numbers[i].canonical);
	return v;
}

static struct tc_json *names_of_units(const struct tc_article *a)
{
	struct tc_json *v = tc_json_array();

	for (size_t i = 0; i < a->unit_count; i++)
		push_once(v, a->units[i].canonical);
	return v;
}

static struct tc_json *snippet_json(const struct tc_snippet *s)
{
	struct tc_json *o = tc_json_object(), *marks = tc_json_array();

	for (size_t i = 0; i < s->highlight_count; i++) {
		struct tc_json *pair = tc_json_array();
		tc_json_push(pair, tc_json_int(s->highlights[i].start));
		tc_json_push(pair, tc_json_int(s->highlights[i].end));
		tc_json_push(marks, pair);
	}
	tc_json_set_str(o, "text", s->text);
	tc_json_set_int(o, "start", s->start);
	tc_json_set(o, "highlights", marks);
	return o;
}

/* What an article is known by, in hits and when shown. */
static struct tc_json *head_json(const struct tc_record *r)
{
	const struct tc_article *a = &r->article;
	struct tc_json *o = tc_json_object();

	tc_json_set_cstr(o, "id", a->id);
	tc_json_set_str(o, "title", tc_article_title(a));
	tc_json_set_str_or_null(o, "url", a->url);
	tc_json_set_str(o, "source", a->capture.source);
	tc_json_set_str_or_null(o, "site", a->site);
	tc_json_set_str_or_null(o, "language", a->language);
	tc_json_set(o, "published", tc_fact_json_published(&a->published));
	return o;
}

static struct tc_json *hit_json(const struct tc_hit *h)
{
	const struct tc_article *a = &h->record.article;
	struct tc_json *o = head_json(&h->record);

	tc_json_set_int(o, "rank", h->rank);
	tc_json_set(o, "score", tc_json_real(round(h->score * 1e4) / 1e4));
	tc_json_set_cstr(o, "matched_by", tc_reading_name(h->reading));
	tc_json_set_bool(o, "relaxed", h->relaxed);
	tc_json_set(o, "numbers", names_of_numbers(a));
	tc_json_set(o, "units", names_of_units(a));
	tc_json_set(o, "snippet", snippet_json(&h->snippet));
	tc_json_set_int(o, "copies", (int64_t)h->record.source_count - 1);
	return o;
}

static struct tc_json *facets_json(const struct tc_answer *a)
{
	struct tc_json *o = tc_json_object();

	for (int f = 0; f < TC_FACET_COUNT; f++) {
		const struct tc_facet_list *list = &a->facets[f];
		if (!list->n)
			continue;
		struct tc_json *values = tc_json_array();
		for (size_t i = 0; i < list->n; i++) {
			struct tc_json *v = tc_json_object();
			tc_json_set_str(v, "value", list->v[i].value);
			tc_json_set_int(v, "count", list->v[i].count);
			tc_json_push(values, v);
		}
		tc_json_set(o, tc_facet_name((enum tc_facet)f), values);
	}
	return o;
}

static struct tc_json *clauses_json(const struct tc_answer *a)
{
	struct tc_json *v = tc_json_array();

	for (size_t i = 0; i < a->clause_count; i++) {
		struct tc_json *o = tc_json_object();
		tc_json_set_str(o, "text", a->clauses[i].text);
		tc_json_set_int(o, "alone", a->clauses[i].alone);
		tc_json_set_int(o, "without", a->clauses[i].without);
		tc_json_push(v, o);
	}
	return v;
}

static struct tc_json *query_json(const struct tc_output *o,
				  const struct tc_answer *a)
{
	struct tc_json *q = tc_json_object(), *notes = tc_json_array();

	for (size_t i = 0; i < a->plan.note_count; i++)
		tc_json_push(notes, tc_json_string(a->plan.notes[i]));
	tc_json_set_str(q, "text", o->query);
	tc_json_set_str(q, "understood", a->understood);
	tc_json_set(q, "notes", notes);
	return q;
}

static void put(const struct tc_output *o, struct tc_json *v)
{
	tc_json_write(v, o->out);
	tc_buf_addc(o->out, '\n');
	tc_json_free(v);
}

void tc_output_json(const struct tc_output *o, const struct tc_answer *a)
{
	struct tc_json *top = tc_json_object(), *hits = tc_json_array();
	struct tc_json *total = tc_json_object();

	for (size_t i = 0; i < a->n; i++)
		tc_json_push(hits, hit_json(&a->hits[i]));
	tc_json_set_int(total, "value", a->total);
	tc_json_set_bool(total, "exact", a->exact);
	tc_json_set_int(top, "format_version", TC_FORMAT_VERSION);
	tc_json_set_str(top, "generation", a->generation);
	tc_json_set_bool(top, "partial", false);
	tc_json_set(top, "query", query_json(o, a));
	tc_json_set(top, "total", total);
	tc_json_set_bool(top, "relaxed", a->relaxed);
	tc_json_set(top, "hits", hits);
	tc_json_set(top, "facets", facets_json(a));
	tc_json_set_str_or_null(top, "suggestion", a->suggestion);
	if (!a->total)
		tc_json_set(top, "clauses", clauses_json(a));
	put(o, top);
}

void tc_output_article_json(const struct tc_output *o,
			    const struct tc_record *r)
{
	const struct tc_article *a = &r->article;
	struct tc_json *top = head_json(r), *sources = tc_json_array();

	for (size_t i = 0; i < r->source_count; i++)
		tc_json_push(sources, tc_json_string(r->sources[i]));
	tc_json_set_int(top, "format_version", TC_FORMAT_VERSION);
	tc_json_set(top, "sources", sources);
	tc_json_set_str_or_null(top, "section", a->section);
	tc_json_set_str_or_null(top, "byline", a->byline);
	tc_json_set_str_or_null(top, "credit", a->credit);
	tc_json_set_str(top, "text", a->text);
	tc_fact_json_add(top, a);
	put(o, top);
}

void tc_output_error_json(struct tc_buf *out, const struct tc_error *err)
{
	struct tc_json *top = tc_json_object(), *e = tc_json_object();
	TC_SCOPED_BUF message = { 0 };

	/* a message may quote what was typed, as it was typed */
	tc_utf8_scrub(tc_str0(err->message), &message);
	tc_json_set_cstr(e, "code", tc_code_name(err->code));
	tc_json_set_str(e, "message", tc_buf_str(&message));
	tc_json_set(top, "error", e);
	tc_json_write(top, out);
	tc_buf_addc(out, '\n');
	tc_json_free(top);
}

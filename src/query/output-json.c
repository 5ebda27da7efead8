/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The shapes that tracuu-json(5) documents: adding a field is free,
 * changing one takes a new format version. */
#include "config.h"

#include "query/output-json.h"

#include "query/export.h"
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

static struct tc_json *ranges_json(const struct tc_range *v, size_t n)
{
	struct tc_json *marks = tc_json_array();

	for (size_t i = 0; i < n; i++) {
		struct tc_json *pair = tc_json_array();
		tc_json_push(pair, tc_json_int(v[i].start));
		tc_json_push(pair, tc_json_int(v[i].end));
		tc_json_push(marks, pair);
	}
	return marks;
}

static void push_piece(struct tc_json *pieces, struct tc_str text, bool match)
{
	struct tc_json *piece = tc_json_object();

	tc_json_set_str(piece, "text", text);
	tc_json_set_bool(piece, "match", match);
	tc_json_push(pieces, piece);
}

/* The text cut where a highlight begins or ends, for those who do not want to
 * count bytes. */
static struct tc_json *pieces_json(struct tc_str text,
				   const struct tc_range *v, size_t n)
{
	struct tc_json *pieces = tc_json_array();
	size_t at = 0;

	for (size_t i = 0; i < n; i++) {
		if (v[i].start > at)
			push_piece(pieces, tc_str(text.p + at,
						  v[i].start - at), false);
		push_piece(pieces, tc_str(text.p + v[i].start,
					  v[i].end - v[i].start), true);
		at = v[i].end;
	}
	if (at < text.n)
		push_piece(pieces, tc_str_from(text, at), false);
	return pieces;
}

static struct tc_json *snippet_json(const struct tc_snippet *s)
{
	struct tc_json *o = tc_json_object();

	tc_json_set_str(o, "text", s->text);
	tc_json_set_int(o, "start", s->start);
	tc_json_set(o, "highlights",
		    ranges_json(s->highlights, s->highlight_count));
	tc_json_set(o, "pieces", pieces_json(s->text, s->highlights,
					     s->highlight_count));
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

void tc_json_set_archive(struct tc_json *o, struct tc_str path)
{
	TC_SCOPED_BUF valid = { 0 };

	if (!path.n)
		return;
	tc_utf8_scrub(path, &valid);
	tc_json_set_str(o, "archive", tc_buf_str(&valid));
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
	tc_json_set(o, "title_highlights", ranges_json(h->snippet.title,
						     h->snippet.title_count));
	tc_json_set(o, "snippet", snippet_json(&h->snippet));
	tc_json_set_int(o, "copies", h->copies);
	tc_json_set_archive(o, h->archive);
	return o;
}

struct tc_json *tc_json_value(const struct tc_facet_value *value)
{
	struct tc_json *v = tc_json_object();

	tc_json_set_str(v, "value", value->value);
	tc_json_set_int(v, "count", value->count);
	return v;
}

struct tc_json *tc_json_values(const struct tc_facet_list *list)
{
	struct tc_json *values = tc_json_array();

	for (size_t i = 0; i < list->n; i++)
		tc_json_push(values, tc_json_value(&list->v[i]));
	return values;
}

struct tc_json *tc_json_facets(const struct tc_answer *a)
{
	struct tc_json *o = tc_json_object();

	for (int f = 0; f < TC_FACET_COUNT; f++)
		if (a->facets_asked & 1u << f)
			tc_json_set(o, tc_facet_name((enum tc_facet)f),
				    tc_json_values(&a->facets[f]));
	return o;
}

static struct tc_json *readings_json(uint32_t bits)
{
	struct tc_json *v = tc_json_array();

	for (int r = 0; r < TC_READING_COUNT; r++)
		if (bits & 1u << r)
			tc_json_push(v, tc_json_string(tc_str0(
				tc_reading_name((enum tc_reading)r))));
	return v;
}

static struct tc_json *clauses_json(const struct tc_answer *a)
{
	struct tc_json *v = tc_json_array();

	for (size_t i = 0; i < a->clause_count; i++) {
		const struct tc_clause *c = &a->clauses[i];
		struct tc_json *o = tc_json_object();
		tc_json_set_str(o, "text", c->text);
		tc_json_set_int(o, "alone", c->alone.total);
		tc_json_set_bool(o, "alone_exact", c->alone.exact);
		tc_json_set_int(o, "without", c->without.total);
		tc_json_set_bool(o, "without_exact", c->without.exact);
		tc_json_set_bool(o, "filter", c->filter);
		tc_json_set(o, "tried", readings_json(c->tried));
		tc_json_push(v, o);
	}
	return v;
}

struct tc_json *tc_json_query(const struct tc_output *o, struct tc_str text,
			      const struct tc_answer *a)
{
	struct tc_json *q = tc_json_object(), *notes = tc_json_array();
	struct tc_str rest = o->options, option;

	for (size_t i = 0; i < a->plan.note_count; i++)
		tc_json_push(notes, tc_json_string(a->plan.notes[i]));
	tc_json_set_str(q, "text", text);
	tc_json_set_str(q, "understood", a->understood);
	tc_json_set(q, "notes", notes);
	if (!rest.n)
		return q;
	struct tc_json *options = tc_json_array();
	while (tc_str_split(&rest, ' ', &option))
		tc_json_push(options, tc_json_string(option));
	tc_json_set(q, "options", options);
	return q;
}

struct tc_json *tc_json_total(const struct tc_answer *a)
{
	struct tc_json *total = tc_json_object();

	tc_json_set_int(total, "value", a->total);
	tc_json_set_bool(total, "exact", a->exact);
	if (a->at_least)
		tc_json_set_bool(total, "at_least", true);
	return total;
}

void tc_json_put(const struct tc_output *o, struct tc_json *v)
{
	tc_json_write(v, o->out);
	tc_buf_addc(o->out, '\n');
	tc_json_free(v);
}

void tc_json_set_lost(struct tc_json *top, const struct tc_answer *a)
{
	struct tc_json *list = tc_json_array();

	for (size_t i = 0; i < a->lost_count; i++) {
		struct tc_json *one = tc_json_object();
		tc_json_set_str(one, "shard", a->lost[i].shard);
		tc_json_set_str(one, "message", a->lost[i].why);
		tc_json_push(list, one);
	}
	if (a->lost_count)
		tc_json_set(top, "lost_shards", list);
	else
		tc_json_free(list);
}

struct tc_json *tc_json_answer(const struct tc_output *o,
			       const struct tc_answer *a)
{
	struct tc_json *top = tc_json_object();

	tc_json_set_int(top, "format_version", TC_FORMAT_VERSION);
	tc_json_set_str(top, "generation", a->generation);
	if (o->after.n)
		tc_json_set_str(top, "after_generation", o->after);
	tc_json_set_bool(top, "partial", a->partial);
	tc_json_set_lost(top, a);
	tc_json_set(top, "query", tc_json_query(o, o->query, a));
	tc_json_set(top, "total", tc_json_total(a));
	return top;
}

/* What a page says of the whole, beside its hits. */
static struct tc_json *page_json(const struct tc_output *o,
				 const struct tc_answer *a, struct tc_str next)
{
	struct tc_json *top = tc_json_answer(o, a);

	tc_json_set_bool(top, "relaxed", a->relaxed);
	tc_json_set(top, "facets", tc_json_facets(a));
	tc_json_set_bool(top, "facets_exact", !a->facets_about && !a->partial);
	tc_json_set_str_or_null(top, "suggestion", a->suggestion);
	tc_json_set_str_or_null(top, "next", next);
	if (!a->total)
		tc_json_set(top, "clauses", clauses_json(a));
	return top;
}

/* Hit by hit: a tree of all of them would be most of the memory of a page. */
void tc_output_json(const struct tc_output *o, const struct tc_answer *a,
		    struct tc_str next)
{
	enum { HIT_BYTES = 1600 };	/* of most */
	struct tc_json *top = page_json(o, a, next);

	tc_buf_reserve(o->out, (a->n + 1) * HIT_BYTES);
	tc_json_write_open(top, o->out);
	tc_json_free(top);
	tc_buf_puts(o->out, ",\"hits\":[");
	for (size_t i = 0; i < a->n; i++) {
		struct tc_json *hit = hit_json(&a->hits[i]);
		if (i)
			tc_buf_addc(o->out, ',');
		tc_json_write(hit, o->out);
		tc_json_free(hit);
	}
	tc_buf_puts(o->out, "]}\n");
}

/* ---- JSON Lines: a hit each, then the summary ---- */

static void jsonl_hit(const struct tc_output *o, const struct tc_hit *hit,
		      const struct tc_walk *w)
{
	struct tc_json *one = hit_json(hit);

	(void)w;
	tc_json_set_cstr(one, "type", "hit");
	tc_json_put(o, one);
}

static void jsonl_end(const struct tc_output *o, const struct tc_walk *w,
		      struct tc_str next)
{
	struct tc_answer a = *w->answer;

	a.total = w->total;
	a.exact = w->exact;
	a.at_least &= !w->exact;
	a.partial = w->partial;
	a.relaxed = w->relaxed;
	struct tc_json *one = page_json(o, &a, next);
	tc_json_set_cstr(one, "type", "summary");
	tc_json_set_int(one, "given", w->given);
	tc_json_put(o, one);
}

const struct tc_export tc_export_jsonl = { .snippet = true,
					   .hit = jsonl_hit,
					   .end = jsonl_end };

void tc_output_article_json(const struct tc_output *o,
			    const struct tc_record *r,
			    const struct tc_copies *c)
{
	const struct tc_article *a = &r->article;
	struct tc_json *top = head_json(r), *sources = tc_json_array();
	struct tc_json *copies = tc_json_array();

	for (size_t i = 0; i < c->n; i++)
		tc_json_push(copies, head_json(&c->v[i]));
	tc_json_set(top, "copies", copies);

	for (size_t i = 0; i < r->source_count; i++)
		tc_json_push(sources, tc_json_string(r->sources[i]));
	tc_json_set_int(top, "format_version", TC_FORMAT_VERSION);
	tc_json_set(top, "sources", sources);
	tc_json_set_str_or_null(top, "section", a->section);
	tc_json_set_str_or_null(top, "byline", a->byline);
	tc_json_set_str_or_null(top, "credit", a->credit);
	tc_json_set_str(top, "text", a->text);
	tc_fact_json_add(top, a);
	tc_json_put(o, top);
}

void tc_output_error_json(struct tc_buf *out, const struct tc_error *err,
			  bool line)
{
	struct tc_json *top = tc_json_object(), *e = tc_json_object();
	TC_SCOPED_BUF message = { 0 };

	if (line)
		tc_json_set_cstr(top, "type", "error");
	/* a message may quote what was typed, as it was typed */
	tc_utf8_scrub(tc_str0(err->message), &message);
	tc_json_set_cstr(e, "code", tc_code_name(err->code));
	tc_json_set_str(e, "message", tc_buf_str(&message));
	if (tc_query_column(err))
		tc_json_set_int(e, "column", tc_query_column(err));
	tc_json_set(top, "error", e);
	tc_json_write(top, out);
	tc_buf_addc(out, '\n');
	tc_json_free(top);
}

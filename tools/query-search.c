/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/query-search.h"

#include "base/language.h"
#include "index/again.h"
#include "query/copies.h"
#include "query/cursor.h"
#include "query/export.h"
#include "tools/query-kwic.h"
#include "tools/query-tell.h"

#define PAGE_MAX 100

static const struct tc_export *const exports[QUERY_FORMAT_COUNT] = {
	[QUERY_JSONL] = &tc_export_jsonl,
	[QUERY_CSV] = &tc_export_csv,
	[QUERY_TSV] = &tc_export_tsv,
	[QUERY_IDS] = &tc_export_ids,
	[QUERY_BIBTEX] = &tc_export_bibtex,
	[QUERY_CSL] = &tc_export_csl,
	[QUERY_RIS] = &tc_export_ris,
};

/* The status of an answer of so many. */
static int status(bool partial, size_t hits)
{
	if (partial)
		return tc_code_exit(TC_E_PARTIAL);
	return hits ? 0 : 1;
}

/* A page that was begun on another generation is given, and said to be. */
static void compare_generation(const struct query_options *o,
			       struct tc_str before,
			       const struct tc_answer *a,
			       struct tc_output *output)
{
	if (!before.n || tc_str_eq(before, a->generation))
		return;
	TC_SCOPED_BUF note = { 0 };
	output->after = before;
	if (o->format == QUERY_JSON || o->format == QUERY_JSONL)
		return;
	tc_buf_printf(&note,
		      _("the archive has changed since the page before (%.*s, "
			"now %.*s): hits may be missing or come twice"),
		      TC_ARG(before), TC_ARG(a->generation));
	query_tell(tc_buf_str(&note));
}

static struct tc_str print_next(const struct tc_search_options *search,
				const struct tc_output *output,
				struct tc_str generation, uint32_t next,
				uint32_t total, struct tc_buf *out)
{
	if (next > search->offset && next < total)
		tc_cursor_print(output->query, search, generation, next, out);
	return tc_buf_str(out);
}

/* Those with some of the words are not in the total, nor may be all that an
 * estimate is of: how many there are is seen by a page that they do not
 * fill. */
static uint32_t hits_of(uint32_t total, bool open)
{
	return open ? UINT32_MAX : total;
}

static int page(const struct query_options *o,
		const struct tc_search_options *search,
		struct tc_archive *archive, struct tc_output *output,
		struct tc_str before, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF next = { 0 };
	struct tc_search_options about = *search;
	struct tc_answer a;

	about.facets_about = true;
	if (tc_ask(archive, output->query, &about, &arena, &a, err) != 0)
		return -1;
	compare_generation(o, before, &a, output);
	uint32_t last = search->offset + (uint32_t)a.n;
	/* a page that is not full is the last: copies do not fill places */
	struct tc_str cursor = print_next(
		search, output, a.generation, last,
		a.n < search->limit ? last :
				      hits_of(a.total, a.relaxed || a.more),
		&next);
	if (o->format == QUERY_JSON)
		tc_output_json(output, &a, cursor);
	else
		tc_output_text(output, &a);
	query_tell_answer(o, &a);
	int done = status(a.partial, a.n + a.total);
	tc_answer_release(&a);
	return done;
}

/* ---- exports ---- */

struct exporter {
	const struct tc_output *output;
	const struct tc_export *form;
	const struct tc_walk *walk;
	size_t columns;
};

static int export_hit(void *ctx, const struct tc_walk_hit *from,
		      struct tc_error *err)
{
	struct exporter *e = ctx;
	struct tc_hit hit = { .rank = from->rank,
			      .record = from->look->record };

	if (!e->form->ids_only)
		tc_walk_hit(e->walk, from, e->form->snippet ? e->columns : 0,
			    &hit);
	e->form->hit(e->output, &hit, e->walk);
	return tc_output_drain(e->output, false, err);
}

#define IS(name) (1u << QUERY_##name)

static bool is_reference(const struct query_options *o)
{
	return (1u << o->format) & (IS(BIBTEX) | IS(CSL) | IS(RIS));
}

static const struct tc_export *form_of(const struct query_options *o)
{
	return o->zero ? &tc_export_ids0 : exports[o->format];
}

/* So few that a page of them costs less than a walk, which asks first what
 * there is. */
static bool is_page(const struct query_options *o,
		    const struct tc_search_options *search)
{
	return o->limited && !o->kwic && !o->sample &&
	       search->limit <= PAGE_MAX;
}

/* The hits of the answer, as if they had been walked to. */
static int put_page(struct exporter *e, struct tc_walk *w,
		    struct tc_error *err)
{
	const struct tc_answer *a = w->answer;

	w->total = a->total;
	w->exact = a->exact;
	w->partial = a->partial;
	w->relaxed = a->relaxed;
	for (size_t i = 0; i < a->n; i++) {
		e->form->hit(e->output, &a->hits[i], w);
		w->given++;
		if (tc_output_drain(e->output, false, err) != 0)
			return -1;
	}
	return 0;
}

static int export_all(const struct query_options *o, struct tc_walk *w,
		      const struct tc_output *output, struct tc_error *err)
{
	TC_SCOPED_BUF next = { 0 };
	struct exporter e = { .output = output, .walk = w, .form = form_of(o),
			      .columns = o->search.snippet_columns };

	w->ids_only = e.form->ids_only;
	w->each = export_hit;
	w->ctx = &e;
	if (e.form->begin)
		e.form->begin(output, w);
	int bad = is_page(o, w->o) ? put_page(&e, w, err) : tc_walk(w, err);
	if (bad)
		return -1;
	const bool full = w->given == w->o->limit;
	struct tc_str cursor = print_next(w->o, output, w->answer->generation,
					  w->o->offset + w->given,
					  hits_of(w->total, full &&
						  (w->relaxed || !w->exact)),
					  &next);
	if (e.form->end)
		e.form->end(output, w, w->sample ? TC_STR("") : cursor);
	query_tell_partial(o, w->answer, w->partial);
	if (w->relaxed && e.form->ids_only)
		query_tell(tc_str0(_("some of these articles have only some "
				     "of the words; --match=all leaves them "
				     "out")));
	return status(w->partial, w->given + w->total);
}

static int export_once(const struct query_options *o,
		       const struct tc_search_options *search,
		       struct tc_archive *archive, struct tc_output *output,
		       struct tc_str before, uint32_t *given,
		       struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_search_options first = *search;
	struct tc_answer a;

	/* what there is, before it is walked through; copies are no less of
	 * it than what they are copies of */
	first.no_collapse = true;
	if (!is_page(o, search)) {
		first.limit = first.offset = 0;
	} else {
		first.ids_only = form_of(o)->ids_only;
		if (!form_of(o)->snippet)
			first.snippet_columns = 0;
	}
	if (tc_ask(archive, output->query, &first, &arena, &a, err) != 0)
		return -1;
	compare_generation(o, before, &a, output);
	query_tell_answer(o, &a);
	struct tc_walk w = { .archive = archive, .o = search, .answer = &a,
			     .sample = o->sample > 0, .seed = o->seed };
	int done = o->kwic ? query_kwic_run(o, &w, output, err) :
			     export_all(o, &w, output, err);
	*given = w.given;
	tc_answer_release(&a);
	return done;
}

static int export(const struct query_options *o,
		  struct tc_search_options *search,
		  struct tc_archive *archive, struct tc_output *output,
		  struct tc_str before, struct tc_error *err)
{
	uint32_t given = 0;

	if (!o->limited)
		search->limit = TC_LIMIT_NONE;
	if (o->sample)
		search->limit = o->sample;
	/* a place in an article with some of the words is none of them all, and
	 * a reference has no mark for it */
	if ((o->kwic || is_reference(o)) && search->match == TC_MATCH_AUTO)
		search->match = TC_MATCH_ALL;
	for (int tries = 0;;) {
		int done = export_once(o, search, archive, output, before,
				       &given, err);
		if (done >= 0 || given ||
		    !tc_xdb_again(archive->db, &tries, err))
			return done;
		tc_buf_clear(output->out);
	}
}

/* ---- */

static bool is_exported(const struct query_options *o)
{
	return o->kwic || exports[o->format];
}

/* What the form of the answer has no place for. */
static int check_form(const struct query_options *o, struct tc_error *err)
{
	const uint32_t form = 1u << o->format;

	if (o->search.facets &&
	    (o->kwic || !(form & (IS(TEXT) | IS(JSON) | IS(JSONL)))))
		return tc_fail(err, TC_E_USAGE,
			       "--facets: a page has them in --format=text, "
			       "json and jsonl; 'tracuu facets' makes tables");
	if (o->accessed.year && !is_reference(o))
		return tc_fail(err, TC_E_USAGE,
			       "--accessed: with --format=bibtex, csl or ris");
	if (o->zero && o->format != QUERY_IDS)
		return tc_fail(err, TC_E_USAGE, "-0 is for --format=ids");
	return 0;
}

static int check(const struct query_options *o, struct tc_error *err)
{
	bool exported = is_exported(o);

	if (o->kwic && query_kwic_check(o, err) != 0)
		return -1;

	if (!exported && o->search.limit > TC_LIMIT_MAX)
		return tc_fail(err, TC_E_USAGE,
			       "--limit=%u: a page has at most %d hits; "
			       "--format=jsonl writes any number",
			       o->search.limit, TC_LIMIT_MAX);
	if (!exported && o->sample)
		return tc_fail(err, TC_E_USAGE,
			       "--sample: with --format=jsonl, csv, tsv, ids, "
			       "bibtex, csl or ris");
	if (o->sample && (o->after || o->search.offset))
		return tc_fail(err, TC_E_USAGE,
			       "--sample has no pages: leave --offset and "
			       "--after out");
	if (o->nested_count)
		return tc_fail(err, TC_E_USAGE,
			       "--facets: one facet inside another is for "
			       "'tracuu facets'");
	return check_form(o, err);
}

/* A place among stories is one among articles where there are no copies;
 * exports have all of them. */
static int settle_copies(const struct query_options *o,
			 struct tc_archive *archive,
			 struct tc_search_options *search,
			 struct tc_error *err)
{
	search->no_collapse |= is_exported(o);
	for (int tries = 0; search->no_collapse;) {
		if (tc_copies_any(archive->db, &search->no_collapse,
				  err) == 0)
			return 0;
		search->no_collapse = true;
		if (!tc_xdb_again(archive->db, &tries, err))
			return -1;
	}
	return 0;
}

int query_search(const struct query_options *o, struct tc_archive *archive,
		 const struct tc_output *output, struct tc_error *err)
{
	struct tc_search_options search = o->search;
	struct tc_output to = *output;
	struct tc_str before = { NULL, 0 };

	/* no query, but a count or a choice to make: of every article */
	search.everything = search.facets || o->sample;
	if (check(o, err) != 0 ||
	    settle_copies(o, archive, &search, err) != 0)
		return -1;
	if (o->after && tc_cursor_read(tc_str0(o->after), output->query,
				       &search, &search.offset, &before,
				       err) != 0)
		return -1;
	return is_exported(o) ?
		       export(o, &search, archive, &to, before, err) :
		       page(o, &search, archive, &to, before, err);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-absent.h"

#include "base/json.h"
#include "base/language.h"
#include "import/import.h"
#include "import/url.h"
#include "index/document.h"
#include "index/reject-list.h"
#include "index/roots.h"
#include "text/utf8.h"
#include "tools/import-print.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

struct absent {
	const struct import_options *o;
	struct tc_archive archive;
	struct tc_arena arena;		/* of the whole */
	struct tc_roots roots;
	struct tc_reject_list rejects;
	struct tc_reject_line *by_url;	/* source is the address */
	size_t by_url_count, by_url_cap;
};

/* What is known of a name. */
struct fate {
	const char *status;	/* NULL: it is there */
	char id[17];		/* of the article that has its text */
	struct tc_str reason, detail;
	size_t more;		/* captures of the file besides the first */
};

/* ---- articles ---- */

static int load(struct absent *a, uint32_t docid, struct tc_arena *arena,
		struct tc_record *r, struct tc_error *err)
{
	return tc_record_load(a->archive.db, docid, arena, r, err);
}

/* A file that an article came from, or a record or member of it. */
struct holding {
	struct tc_str name;	/* of the file, behind the term's prefix */
	struct tc_buf term;
};

static bool holds(void *ctx, struct tc_str term, uint32_t documents)
{
	struct holding *h = ctx;
	struct tc_str rest = tc_str_from(term, h->name.n);

	(void)documents;
	if (rest.n && *rest.p != '#' && *rest.p != '!')
		return true;
	tc_buf_addstr(&h->term, term);
	return false;
}

static int find_source(struct absent *a, struct tc_str name, uint32_t *docid,
		       struct tc_error *err)
{
	TC_SCOPED_BUF term = { 0 }, key = { 0 };
	struct holding h = { .name = tc_schema_term(
		TC_F_SOURCE, tc_source_key(name, &key), &term) };

	int bad = tc_xdb_terms(a->archive.db, h.name, holds, &h, err);
	int found = !bad && h.term.n ?
		tc_xdb_find(a->archive.db, tc_buf_str(&h.term), docid, err) :
		bad;
	tc_buf_release(&h.term);
	return found;
}

static int find_url(struct absent *a, struct tc_str url, uint32_t *docid,
		    struct tc_error *err)
{
	TC_SCOPED_BUF term = { 0 };
	struct tc_article article = { .url = url };

	tc_import_identify(&article);
	int found = tc_xdb_find(a->archive.db,
				tc_schema_term(TC_F_ID, tc_str0(article.id),
					       &term), docid, err);
	if (found)
		return found;
	/* an address whose text is that of another one's article */
	return tc_xdb_find(a->archive.db,
			   tc_schema_term(TC_F_ALIAS, tc_str0(article.id),
					  &term), docid, err);
}

/* ---- rejects ---- */

static void tell_reject(struct absent *a, const struct tc_reject_line *e,
			struct fate *fate)
{
	struct tc_json *o = tc_json_read(e->line, NULL);

	fate->status = "rejected";
	if (!o)
		return;
	fate->reason = tc_arena_str(&a->arena, tc_json_get_str(o, "reason"));
	fate->detail = tc_arena_str(&a->arena, tc_json_get_str(o, "detail"));
	tc_json_free(o);
}

static int by_source(const void *x, const void *y)
{
	const struct tc_reject_line *a = x, *b = y;

	return tc_str_cmp(a->source, b->source);
}

static void index_urls(struct absent *a)
{
	for (size_t i = 0; i < a->rejects.n; i++) {
		struct tc_json *o = tc_json_read(a->rejects.v[i].line, NULL);
		struct tc_str url = o ? tc_json_get_str(o, "url") :
					tc_str(NULL, 0);
		struct tc_str whole = tc_url_resolve(&a->arena, url, url);
		if (whole.n) {
			a->by_url = tc_arena_grow(
				&a->arena, a->by_url, a->by_url_count,
				&a->by_url_cap, sizeof *a->by_url);
			a->by_url[a->by_url_count++] =
				(struct tc_reject_line){
					.source = whole,
					.line = a->rejects.v[i].line };
		}
		tc_json_free(o);
	}
	if (a->by_url_count)
		qsort(a->by_url, a->by_url_count, sizeof *a->by_url,
		      by_source);
}

/* The first of a sorted list that is not before the name. */
static size_t place_of(const struct tc_reject_line *v, size_t n,
		       struct tc_str name)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (tc_str_cmp(v[middle].source, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_within(struct tc_str source, struct tc_str name)
{
	struct tc_str rest = tc_str_from(source, name.n);

	return !rest.n || *rest.p == '#' || *rest.p == '!';
}

static void find_reject(struct absent *a, struct tc_str name, bool url,
			struct fate *fate)
{
	const struct tc_reject_line *v = url ? a->by_url : a->rejects.v;
	size_t n = url ? a->by_url_count : a->rejects.n;
	size_t i = place_of(v, n, name);

	for (; i < n && tc_str_starts(v[i].source, name); i++) {
		if (url ? v[i].source.n != name.n :
			  !is_within(v[i].source, name))
			continue;
		if (fate->status)
			fate->more++;
		else
			tell_reject(a, &v[i], fate);
	}
}

/* ---- a name ---- */

static int look_up(struct absent *a, struct tc_str name, bool url,
		   struct fate *fate, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_record r;
	uint32_t docid;
	int found = url ? find_url(a, name, &docid, err) :
			  find_source(a, name, &docid, err);

	*fate = (struct fate){ 0 };
	if (found < 0)
		return -1;
	if (!found) {
		find_reject(a, name, url, fate);
		fate->status = fate->status ? fate->status : "never-seen";
		return 0;
	}
	if (load(a, docid, &arena, &r, err) != 0)
		return -1;
	if (url ? tc_str_eq(r.article.url, name) :
		  tc_str_starts(r.article.capture.source, name))
		return 0;
	fate->status = "duplicate";
	memcpy(fate->id, r.article.id, sizeof fate->id);
	return 0;
}

/* A source as it was named, or the path of one. */
static int look_up_file(struct absent *a, struct tc_str name,
			struct fate *fate, struct tc_error *err)
{
	if (look_up(a, name, false, fate, err) != 0)
		return -1;
	if (!fate->status || strcmp(fate->status, "never-seen") != 0)
		return 0;
	TC_SCOPED_FREE char *path = tc_strdup(name);
	TC_SCOPED_FREE char *real = realpath(path, NULL);
	struct tc_str whole = real ? tc_str0(real) : name;
	for (size_t i = 0; i < a->roots.n; i++) {
		struct tc_str root = tc_str0(a->roots.v[i]);
		if (!tc_str_starts(whole, root) || whole.n <= root.n + 1 ||
		    whole.p[root.n] != '/')
			continue;
		if (look_up(a, tc_str_from(whole, root.n + 1), false, fate,
			    err) != 0)
			return -1;
		if (!fate->status || strcmp(fate->status, "never-seen") != 0)
			return 0;
	}
	return 0;
}

static int print_fate(struct absent *a, struct tc_str name,
		      const struct fate *fate, struct tc_error *err)
{
	TC_SCOPED_BUF out = { 0 }, shown = { 0 }, said = { 0 };

	tc_utf8_scrub(name, &shown);
	if (a->o->json) {
		struct tc_json *o = tc_json_object();
		tc_json_set_str(o, "name", tc_buf_str(&shown));
		tc_json_set_cstr(o, "status", fate->status);
		tc_json_set_str_or_null(o, "id", tc_str0(fate->id));
		tc_json_set_str_or_null(o, "reason", fate->reason);
		tc_json_set_str_or_null(o, "detail", fate->detail);
		tc_json_set_int(o, "more", (int64_t)fate->more);
		return import_print_json(o, err);
	}
	tc_reject_say(fate->detail, &said);
	tc_buf_printf(&out, "%s: ", tc_buf_cstr(&shown));
	if (fate->id[0])
		tc_buf_printf(&out, _("duplicate of %s"), fate->id);
	else if (fate->reason.n)
		tc_buf_printf(&out, _("rejected: %s: %.*s"),
			      _(fate->reason.p), TC_ARG(tc_buf_str(&said)));
	else
		tc_buf_puts(&out, _("never seen"));
	if (fate->more)
		tc_buf_printf(&out, _(" (and %zu more of it)"), fate->more);
	tc_buf_addc(&out, '\n');
	return import_print_text(tc_buf_str(&out), err);
}

static int take_name(struct absent *a, struct tc_str name,
		     struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_str url = tc_url_resolve(&arena, name, tc_str(NULL, 0));
	struct fate fate;
	int bad = url.n ? look_up(a, url, true, &fate, err) :
			  look_up_file(a, name, &fate, err);

	if (bad)
		return -1;
	return fate.status ? print_fate(a, name, &fate, err) : 0;
}

static int take_names(struct absent *a, FILE *in, struct tc_error *err)
{
	TC_SCOPED_FREE char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	while ((n = getline(&line, &cap, in)) >= 0) {
		struct tc_str name = tc_str_trim(tc_str(line, (size_t)n));
		if (name.n && take_name(a, name, err) != 0)
			return -1;
	}
	return 0;
}

static int run(struct absent *a, struct tc_error *err)
{
	bool standard = strcmp(a->o->argument, "-") == 0;

	if (tc_archive_open(&a->archive, a->o->db, err) != 0 ||
	    tc_roots_read(a->archive.db, &a->arena, &a->roots, err) != 0 ||
	    tc_reject_list_load(&a->rejects, &a->archive, err) != 0)
		return -1;
	index_urls(a);
	FILE *in = standard ? stdin : fopen(a->o->argument, "r");
	if (!in)
		return tc_fail(err, TC_E_INPUT, "cannot open '%s': %s",
			       a->o->argument, tc_strerror(errno));
	int bad = take_names(a, in, err);
	if (!standard)
		fclose(in);
	return bad;
}

int import_absent(const struct import_options *o, struct tc_error *err)
{
	struct absent a = { .o = o };
	int bad = run(&a, err);

	tc_reject_list_release(&a.rejects);
	tc_archive_close(&a.archive);
	tc_arena_release(&a.arena);
	return bad;
}

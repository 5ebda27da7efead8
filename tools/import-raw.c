/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-raw.h"

#include "base/language.h"
#include "import/find.h"
#include "import/identify.h"
#include "index/document.h"
#include "index/roots.h"
#include "index/sources.h"
#include "tools/import-print.h"

struct finder {
	struct tc_archive archive;
	struct tc_arena arena;
	struct tc_roots roots;
	struct tc_record record;
	struct tc_buf states;
	struct tc_buf why;	/* what became of each source */
};

/* Of an id, else of a source. */
static int find_document(struct finder *f, struct tc_str name,
			 uint32_t *docid, struct tc_error *err)
{
	TC_SCOPED_BUF term = { 0 }, key = { 0 };
	struct tc_xdb *db = f->archive.db;
	int found = tc_xdb_find(db, tc_schema_term(TC_F_ID, name, &term),
				docid, err);

	if (found)
		return found;
	return tc_xdb_find(db, tc_schema_term(TC_F_SOURCE,
					      tc_source_key(name, &key),
					      &term), docid, err);
}

static int read_document(struct finder *f, uint32_t docid,
			 struct tc_error *err)
{
	if (tc_xdb_value(f->archive.db, docid, TC_SLOT_SOURCES, &f->states,
			 err) != 0)
		return -1;
	return tc_record_load(f->archive.db, docid, &f->arena, &f->record,
			      err);
}

/* 1 when the source was found with the digest that was noted; NULL: any. */
static int try_source(struct finder *f, struct tc_str source,
		      const struct tc_source_state *state,
		      struct tc_buf *bytes)
{
	const char *fate = _("its file is gone");

	for (size_t i = 0; i < f->roots.n; i++) {
		struct tc_error bad;
		uint8_t digest[32];
		tc_buf_clear(bytes);
		int got = tc_find_capture(f->roots.v[i], source, bytes, &bad);
		if (got < 0 || tc_find_file(f->roots.v[i], source))
			fate = _("its file has changed: it is not there");
		if (got <= 0)
			continue;
		tc_identify_digest(tc_buf_str(bytes), digest);
		if (!state || memcmp(digest, state->digest, sizeof digest) == 0)
			return 1;
		fate = _("its file has changed: other bytes are there");
	}
	tc_buf_printf(&f->why, "; %.*s: %s", TC_ARG(source), fate);
	return 0;
}

static const char *list_roots(const struct finder *f, struct tc_buf *out)
{
	for (size_t i = 0; i < f->roots.n; i++)
		tc_buf_printf(out, "%s%s", i ? ", " : "", f->roots.v[i]);
	return out->n ? out->p : _("any directory");
}

static int not_found(struct finder *f, const char *name, struct tc_error *err)
{
	TC_SCOPED_BUF roots = { 0 };

	return tc_fail(err, TC_E_INPUT,
		       "the capture of '%s' cannot be found again below %s%s",
		       name, list_roots(f, &roots), tc_buf_cstr(&f->why));
}

/* No article has that id or source; a reject may have been that file. */
static int unknown(struct finder *f, const char *name, struct tc_error *err)
{
	TC_SCOPED_BUF roots = { 0 };

	return tc_fail(err, TC_E_INPUT,
		       "'%s' is no article's id (16 digits) and no source of "
		       "one, nor a capture below %s", name,
		       list_roots(f, &roots));
}

/* Another source that had the same bytes: of a revisit the page stands in
 * another record, which may be in another file. */
static bool try_same(struct finder *f, const struct tc_source_state *wanted,
		     struct tc_buf *bytes)
{
	struct tc_source_state state;

	for (size_t i = 0; i < f->record.source_count; i++)
		if (tc_source_state_get(tc_buf_str(&f->states), i, &state) &&
		    memcmp(state.digest, wanted->digest,
			   sizeof state.digest) == 0 &&
		    try_source(f, f->record.sources[i], &state, bytes))
			return true;
	return false;
}

/* The first of its sources that is still there, or the one that is named. */
static int find_bytes(struct finder *f, const char *name,
		      struct tc_buf *bytes, struct tc_error *err)
{
	const struct tc_record *r = &f->record;

	for (size_t i = 0; i < r->source_count; i++) {
		struct tc_source_state state;
		if (strcmp(r->article.id, name) != 0 &&
		    !tc_str_is(r->sources[i], name))
			continue;
		bool known = tc_source_state_get(tc_buf_str(&f->states), i,
						 &state);
		if (try_source(f, r->sources[i], known ? &state : NULL,
			       bytes) ||
		    (known && try_same(f, &state, bytes)))
			return 0;
	}
	return not_found(f, name, err);
}

static int print_raw(struct finder *f, const char *name, struct tc_error *err)
{
	TC_SCOPED_BUF bytes = { 0 };
	uint32_t docid;

	if (tc_roots_read(f->archive.db, &f->arena, &f->roots, err) != 0)
		return -1;
	int found = find_document(f, tc_str0(name), &docid, err);
	if (found < 0)
		return -1;
	if (found) {
		if (read_document(f, docid, err) != 0 ||
		    find_bytes(f, name, &bytes, err) != 0)
			return -1;
	} else if (!try_source(f, tc_str0(name), NULL, &bytes)) {
		return unknown(f, name, err);
	}
	return import_print(tc_buf_str(&bytes), err);
}

int import_raw(const struct import_options *o, struct tc_error *err)
{
	struct finder f = { 0 };
	int bad = tc_archive_open(&f.archive, o->db, err) != 0 ||
		  print_raw(&f, o->argument, err) != 0;

	tc_archive_close(&f.archive);
	tc_arena_release(&f.arena);
	tc_buf_release(&f.states);
	tc_buf_release(&f.why);
	return bad ? -1 : 0;
}

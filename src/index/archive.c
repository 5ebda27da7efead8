/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/archive.h"

#include "base/file.h"
#include "base/json.h"
#include "index/schema.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#define STUB "XAPIANDB"
#define STUB_MAX ((size_t)64 * 1024)
#define FIRST_GENERATION "gen-0001"

/* Documents between two writes of Xapian's buffers to its tables: 250 to 500
 * were fastest (500: 32 s, 10,000: 50 s for 100,000 articles). */
#define FLUSH_THRESHOLD "500"

static bool safe_name(struct tc_str name)
{
	return name.n && *name.p != '.' &&
	       !memchr(name.p, '/', name.n) && !memchr(name.p, '\0', name.n);
}

/* The generation that the stub names. */
static int read_stub(struct tc_archive *a, struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 }, text = { 0 };

	tc_buf_printf(&path, "%s/%s", tc_buf_cstr(&a->path), STUB);
	if (tc_file_exists(a->path.p) && !tc_file_is_directory(a->path.p))
		return tc_fail(err, TC_E_USAGE,
			       "'%s' is a file; an archive is a directory",
			       a->path.p);
	if (!tc_file_exists(path.p))
		return tc_fail(err, TC_E_NO_ARCHIVE,
			       "no archive at '%s'; create one with "
			       "tracuu-import --db %s PATH...",
			       a->path.p, a->path.p);
	if (tc_file_read(path.p, STUB_MAX, &text, err) != 0) {
		err->code = TC_E_DAMAGED;
		return -1;
	}
	struct tc_str rest = tc_buf_str(&text), line;
	while (tc_str_split(&rest, '\n', &line)) {
		line = tc_str_trim(line);
		if (!line.n || *line.p == '#')
			continue;
		if (!tc_str_starts(line, TC_STR("auto ")))
			return tc_fail(err, TC_E_DAMAGED,
				       "%s: cannot follow the line '%.*s': "
				       "only generations of this archive are "
				       "opened", path.p, TC_ARG(line));
		struct tc_str name = tc_str_trim(tc_str_from(line, 5));
		if (!safe_name(name))
			return tc_fail(err, TC_E_DAMAGED,
				       "%s: '%.*s' is no generation of this "
				       "archive", path.p, TC_ARG(name));
		tc_buf_printf(&a->live, "%s/%.*s", a->path.p, TC_ARG(name));
		if (tc_str_starts(name, TC_STR("gen-")))
			name = tc_str_from(name, 4);
		tc_buf_addstr(&a->name, name);
		return 0;
	}
	return tc_fail(err, TC_E_DAMAGED,
		       "%s names no generation; write 'auto gen-NNNN' into "
		       "it for the newest gen-NNNN of '%s'", path.p,
		       a->path.p);
}

static int check_setting(struct tc_xdb *db, const char *key,
			 const char *ours, struct tc_error *err)
{
	TC_SCOPED_BUF theirs = { 0 };

	if (tc_xdb_metadata(db, key, &theirs, err) != 0)
		return -1;
	if (tc_str_is(tc_buf_str(&theirs), ours))
		return 0;
	return tc_fail(err, TC_E_SCHEMA,
		       "made by another version (%s is '%s' there, '%s' here); "
		       "import its captures into a new archive", key,
		       tc_buf_cstr(&theirs), ours);
}

static int check_schema(struct tc_xdb *db, struct tc_error *err)
{
	if (check_setting(db, TC_META_SCHEMA, TC_SCHEMA_VERSION, err) != 0)
		return -1;
	return check_setting(db, TC_META_ANALYSIS, TC_SCHEMA_ANALYSIS, err);
}

/* Xapian speaks of databases; say which archive, and what to do. */
static int explain(struct tc_archive *a, struct tc_error *err)
{
	if (err->code == TC_E_NO_ARCHIVE) {
		err->code = TC_E_DAMAGED;
		tc_error_context(err, "the live generation is missing");
	}
	if (err->code == TC_E_LOCKED)
		return tc_fail(err, TC_E_LOCKED,
			       "archive '%s': another import is writing to "
			       "it; try again when it is done", a->path.p);
	tc_error_context(err, "archive '%s'", a->path.p);
	return -1;
}

int tc_archive_open(struct tc_archive *a, const char *path,
		    struct tc_error *err)
{
	*a = (struct tc_archive){ 0 };
	tc_buf_puts(&a->path, path);
	if (read_stub(a, err) != 0)
		return -1;
	const char *live = a->live.p;
	if (tc_xdb_open(&live, 1, &a->db, err) != 0 ||
	    check_schema(a->db, err) != 0)
		return explain(a, err);
	return 0;
}

/* The stub comes last, so that an archive cut off while it was made is none
 * yet rather than a broken one. */
static int make_stub(struct tc_archive *a, struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 };

	tc_buf_printf(&path, "%s/%s", a->path.p, STUB);
	return tc_file_replace(path.p, TC_STR("auto " FIRST_GENERATION "\n"),
			       err);
}

static int make_directory(struct tc_archive *a, struct tc_error *err)
{
	if (mkdir(tc_buf_cstr(&a->path), 0777) != 0 && errno != EEXIST)
		return tc_fail(err, TC_E_OUTPUT, "cannot make '%s': %s",
			       a->path.p, strerror(errno));
	tc_buf_printf(&a->live, "%s/%s", a->path.p, FIRST_GENERATION);
	tc_buf_puts(&a->name, &FIRST_GENERATION[sizeof "gen-" - 1]);
	return 0;
}

/* A new database gets our settings; an old one must have them. */
static int settle_schema(struct tc_archive *a, struct tc_error *err)
{
	struct tc_xdb *db = tc_xwriter_db(a->writer);
	TC_SCOPED_BUF there = { 0 };
	uint32_t documents;

	if (tc_xdb_metadata(db, TC_META_SCHEMA, &there, err) != 0 ||
	    tc_xdb_count(db, &documents, err) != 0)
		return -1;
	if (there.n || documents)
		return check_schema(db, err);
	if (tc_xwriter_set_metadata(a->writer, TC_META_SCHEMA,
				    TC_STR(TC_SCHEMA_VERSION), err) != 0 ||
	    tc_xwriter_set_metadata(a->writer, TC_META_ANALYSIS,
				    TC_STR(TC_SCHEMA_ANALYSIS), err) != 0)
		return -1;
	return tc_xwriter_commit(a->writer, err);
}

int tc_archive_create(struct tc_archive *a, const char *path,
		      struct tc_error *err)
{
	*a = (struct tc_archive){ 0 };
	tc_buf_puts(&a->path, path);
	setenv("XAPIAN_FLUSH_THRESHOLD", FLUSH_THRESHOLD, 0);
	bool fresh = false;
	if (read_stub(a, err) != 0) {
		if (err->code != TC_E_NO_ARCHIVE)
			return -1;
		fresh = true;
		if (make_directory(a, err) != 0)
			return -1;
	} else if (!tc_file_exists(a->live.p)) {
		return tc_fail(err, TC_E_DAMAGED,
			       "archive '%s': its live generation '%s' is "
			       "missing; restore it, or import into a new "
			       "archive", path, a->live.p);
	}
	if (tc_xwriter_open(a->live.p, &a->writer, err) != 0 ||
	    settle_schema(a, err) != 0)
		return explain(a, err);
	return fresh ? make_stub(a, err) : 0;
}

void tc_archive_close(struct tc_archive *a)
{
	tc_xwriter_close(a->writer);
	tc_xdb_close(a->db);
	tc_buf_release(&a->path);
	tc_buf_release(&a->live);
	tc_buf_release(&a->name);
	*a = (struct tc_archive){ 0 };
}

int tc_archive_generation(struct tc_archive *a, struct tc_buf *out,
			  struct tc_error *err)
{
	uint64_t revision;

	if (tc_xdb_revision(a->db, &revision, err) != 0)
		return -1;
	tc_buf_printf(out, "%s:%llu", tc_buf_cstr(&a->name),
		      (unsigned long long)revision);
	return 0;
}

int tc_archive_write_manifest(struct tc_archive *a,
			      const struct tc_manifest *m,
			      struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 }, text = { 0 };
	struct tc_json *o = tc_json_object();

	tc_json_set_cstr(o, "tool", PACKAGE_STRING);
	tc_json_set_cstr(o, "xapian", tc_xap_version());
	tc_json_set_cstr(o, "schema", TC_SCHEMA_VERSION);
	tc_json_set_cstr(o, "analysis", TC_SCHEMA_ANALYSIS);
	tc_json_set_cstr(o, "registry", m->registry);
	tc_json_set_cstr(o, "gazetteer", m->gazetteer);
	tc_json_set_int(o, "documents", m->documents);
	tc_json_write(o, &text);
	tc_json_free(o);
	tc_buf_addc(&text, '\n');
	tc_buf_printf(&path, "%s/manifest.json", a->live.p);
	return tc_file_replace(path.p, tc_buf_str(&text), err);
}

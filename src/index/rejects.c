/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/rejects.h"

#include "base/file.h"
#include "base/json.h"
#include "index/document.h"
#include "index/hashes.h"
#include "index/schema.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Ten million lines of a hundred bytes. */
#define FILE_MAX ((size_t)1024 * 1024 * 1024)
#define RULES_DIGITS 16

/* Of one that waits to be stored; its bytes follow. */
struct head {
	uint32_t source, line;
};

static int by_source(const void *a, const void *b)
{
	const struct tc_rejects_entry *x = a, *y = b;

	return (x->source > y->source) - (x->source < y->source);
}

/* ---- three numbers ---- */

/* Never 0. */
static uint64_t hash(struct tc_str text)
{
	return tc_hash_of(TC_F_SOURCE, text) | 1;
}

static uint64_t state_of(uint64_t size, int64_t mtime_ns, uint64_t rules)
{
	const uint64_t v[] = { size, (uint64_t)mtime_ns, rules };

	return mtime_ns && rules ?
		       hash(tc_str((const char *)v, sizeof v)) : 0;
}

void tc_rejects_path(const char *archive, struct tc_buf *out)
{
	tc_buf_printf(out, "%s/rejects.jsonl", archive);
}

/* ---- reading ---- */

static uint64_t rules_of(struct tc_str digits)
{
	char text[RULES_DIGITS + 1] = "";

	if (digits.n == RULES_DIGITS)
		memcpy(text, digits.p, digits.n);
	return strtoull(text, NULL, 16);
}

static bool take_old(void *ctx, struct tc_str key, struct tc_str line)
{
	struct tc_rejects *r = ctx;
	struct tc_json *v = tc_json_read(line, NULL);

	(void)key;
	if (!v)
		return true;
	r->old = tc_grow(r->old, r->old_count, &r->old_cap, sizeof *r->old);
	r->old[r->old_count++] = (struct tc_rejects_entry){
		.source = hash(tc_json_get_str(v, "source")),
		.line = hash(line),
		.state = state_of((uint64_t)tc_json_get_int(v, "size"),
				  tc_json_get_int(v, "mtime_ns"),
				  rules_of(tc_json_get_str(v, "rules"))),
	};
	tc_json_free(v);
	return true;
}

int tc_rejects_load(struct tc_rejects *r, struct tc_archive *archive,
		    struct tc_error *err)
{
	*r = (struct tc_rejects){ 0 };
	if (tc_xdb_metadata_each(tc_archive_db(archive), TC_META_REJECT,
				 take_old, r, err) != 0)
		return -1;
	if (r->old_count)
		qsort(r->old, r->old_count, sizeof *r->old, by_source);
	return 0;
}

void tc_rejects_release(struct tc_rejects *r)
{
	if (r->fresh)
		fclose(r->fresh);
	free(r->old);
	*r = (struct tc_rejects){ 0 };
}

static struct tc_rejects_entry *find_old(const struct tc_rejects *r,
					 struct tc_str source)
{
	const struct tc_rejects_entry key = { .source = hash(source) };

	return r->old_count ? bsearch(&key, r->old, r->old_count,
				      sizeof *r->old, by_source) : NULL;
}

bool tc_rejects_had(const struct tc_rejects *r, struct tc_str source)
{
	return find_old(r, source) != NULL;
}

bool tc_rejects_known(const struct tc_rejects *r, struct tc_str source,
		      uint64_t size, int64_t mtime_ns, uint64_t rules)
{
	const uint64_t state = state_of(size, mtime_ns, rules);
	const struct tc_rejects_entry *e = state ? find_old(r, source) : NULL;

	return e && e->line && e->state == state;
}

/* ---- what this import says ---- */

/* An empty line takes away what was said before. */
static void note(struct tc_rejects *r, struct tc_str source,
		 struct tc_str line)
{
	const struct head head = { (uint32_t)source.n, (uint32_t)line.n };

	if (!r->fresh)
		r->fresh = tc_file_temporary();
	if (!r->fresh || fwrite(&head, sizeof head, 1, r->fresh) != 1 ||
	    fwrite(source.p, 1, source.n, r->fresh) != source.n ||
	    fwrite(line.p, 1, line.n, r->fresh) != line.n)
		r->failed = errno;
}

void tc_rejects_forget(struct tc_rejects *r, struct tc_str source)
{
	struct tc_rejects_entry *e = find_old(r, source);

	if (!e || !e->line)
		return;
	e->line = 0;
	note(r, source, tc_str("", 0));
}

void tc_rejects_add_line(struct tc_rejects *r, struct tc_str source,
			 struct tc_str line)
{
	struct tc_rejects_entry *e = find_old(r, source);

	if (e && e->line == hash(line))
		return;
	if (e)
		e->line = hash(line);
	note(r, source, line);
}

static void add_text(struct tc_rejects *r, struct tc_str line)
{
	struct tc_json *v = line.n ? tc_json_read(line, NULL) : NULL;

	if (v)
		tc_rejects_add_line(r, tc_json_get_str(v, "source"), line);
	tc_json_free(v);
}

static bool add_metadata(void *ctx, struct tc_str key, struct tc_str line)
{
	(void)key;
	add_text(ctx, line);
	return true;
}

int tc_rejects_add_all(struct tc_rejects *r, struct tc_archive *from,
		       struct tc_error *err)
{
	if (tc_xdb_metadata_each(tc_archive_db(from), TC_META_REJECT,
				 add_metadata, r, err) != 0)
		return -1;
	return r->fresh != NULL;
}

int tc_rejects_add_file(struct tc_rejects *r, const char *path,
			struct tc_error *err)
{
	TC_SCOPED_BUF text = { 0 };
	struct tc_str rest, line;

	if (!tc_file_exists(path))
		return 0;
	if (tc_file_read(path, FILE_MAX, &text, err) != 0)
		return -1;
	rest = tc_buf_str(&text);
	while (tc_str_split(&rest, '\n', &line))
		add_text(r, line);
	return 0;
}

/* The byte of a record in its file; -1 where it has none. */
static int64_t offset_of(const struct tc_rejected *what)
{
	char digits[24];

	if (what->source.n <= what->file.n ||
	    what->source.p[what->file.n] != '#')
		return -1;
	struct tc_str rest = tc_str_from(what->source, what->file.n + 1);
	snprintf(digits, sizeof digits, "%.*s", TC_ARG(rest));
	return (int64_t)strtoull(digits, NULL, 10);
}

/* What it is known by, where it is to be known. */
static void set_state(struct tc_json *o, const struct tc_rejected *what)
{
	char digits[RULES_DIGITS + 1];

	if (!what->rules || !what->mtime_ns)
		return;
	snprintf(digits, sizeof digits, "%016llx",
		 (unsigned long long)what->rules);
	tc_json_set_int(o, "size", (int64_t)what->size);
	tc_json_set_int(o, "mtime_ns", what->mtime_ns);
	tc_json_set_cstr(o, "rules", digits);
}

void tc_rejects_add(struct tc_rejects *r, const struct tc_rejected *what)
{
	struct tc_json *o = tc_json_object();
	struct tc_str source = what->source;
	int64_t offset = offset_of(what);
	TC_SCOPED_BUF line = { 0 };

	tc_json_set_str(o, "source", source);
	tc_json_set_str(o, "file", what->file);
	tc_json_set(o, "offset", offset < 0 ? tc_json_null() :
					      tc_json_int(offset));
	tc_json_set_str_or_null(o, "record", what->record);
	tc_json_set_str_or_null(o, "url", what->url);
	tc_json_set_cstr(o, "reason", what->reason);
	tc_json_set_str(o, "detail", what->detail);
	set_state(o, what);
	tc_json_write(o, &line);
	tc_json_free(o);
	tc_rejects_add_line(r, source, tc_buf_str(&line));
}

/* ---- writing ---- */

static int set_metadata(struct tc_archive *archive, struct tc_str source,
			struct tc_str line, struct tc_error *err)
{
	TC_SCOPED_BUF key = { 0 }, name = { 0 };

	tc_buf_puts(&key, TC_META_REJECT);
	tc_buf_addstr(&key, tc_source_key(source, &name));
	return tc_xwriter_set_metadata(archive->writer, tc_buf_cstr(&key),
				       line, err);
}

static int fresh_failed(int why, struct tc_error *err)
{
	return tc_fail(err, TC_E_OUTPUT, "cannot keep what was rejected in "
		       "a temporary file: %s", tc_strerror(why));
}

/* 1 and the next one, 0 at the end. */
static int read_fresh(FILE *in, struct tc_buf *source, struct tc_buf *line)
{
	struct head head;

	if (fread(&head, sizeof head, 1, in) != 1)
		return ferror(in) ? -1 : 0;
	tc_buf_clear(source);
	tc_buf_clear(line);
	tc_buf_reserve(source, head.source);
	tc_buf_reserve(line, head.line);
	source->n = fread(source->p, 1, head.source, in);
	line->n = fread(line->p, 1, head.line, in);
	return source->n == head.source && line->n == head.line ? 1 : -1;
}

/* Empties the file. */
int tc_rejects_store(struct tc_rejects *r, struct tc_archive *archive,
		     struct tc_error *err)
{
	TC_SCOPED_BUF source = { 0 }, line = { 0 };
	int more;

	if (r->failed)
		return fresh_failed(r->failed, err);
	if (!r->fresh)
		return 0;
	if (fflush(r->fresh) != 0 || fseeko(r->fresh, 0, SEEK_SET) != 0)
		return fresh_failed(errno, err);
	while ((more = read_fresh(r->fresh, &source, &line)) > 0)
		if (set_metadata(archive, tc_buf_str(&source),
				 tc_buf_str(&line), err) != 0)
			return -1;
	if (more < 0 || fseeko(r->fresh, 0, SEEK_SET) != 0 ||
	    ftruncate(fileno(r->fresh), 0) != 0)
		return fresh_failed(errno, err);
	return 0;
}

struct exporting {
	struct tc_archive *archive;
	FILE *out;
	struct tc_error *err;
};

static bool export_one(void *ctx, struct tc_str key, struct tc_str line)
{
	struct exporting *e = ctx;

	(void)key;
	return fwrite(line.p, 1, line.n, e->out) == line.n &&
	       putc('\n', e->out) != EOF;
}

static int export_all(void *ctx, FILE *out)
{
	struct exporting *e = ctx;

	e->out = out;
	return tc_xdb_metadata_each(tc_archive_db(e->archive), TC_META_REJECT,
				    export_one, e, e->err);
}

int tc_rejects_export(struct tc_archive *archive, struct tc_error *err)
{
	struct exporting e = { .archive = archive, .err = err };
	TC_SCOPED_BUF path = { 0 };

	if (archive->building)
		return 0;
	tc_rejects_path(tc_buf_cstr(&archive->path), &path);
	return tc_file_replace_by(path.p, export_all, &e, err);
}

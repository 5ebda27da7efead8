/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-dump.h"

#include "base/file.h"
#include "base/json.h"
#include "base/language.h"
#include "import/identify.h"
#include "index/archive.h"
#include "index/aliases.h"
#include "index/manifest.h"
#include "index/record.h"
#include "index/record-json.h"
#include "index/rejects.h"
#include "index/schema.h"
#include "index/sources.h"
#include "index/takedown.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Bytes that are gathered before they are written. */
#define PIECE ((size_t)64 * 1024)

struct dump {
	struct tc_archive *archive;
	struct tc_digest *digest;
	int fd;
	const char *name;	/* of the file */
	struct tc_buf out, data, states;
	struct tc_arena arena;
	int64_t articles, rejects, takedowns;
	struct tc_error *err;
	bool bad;
};

/* ---- out ---- */

static int flush(struct dump *d)
{
	struct tc_str rest = tc_buf_str(&d->out);

	while (rest.n) {
		ssize_t n = write(d->fd, rest.p, rest.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return tc_fail(d->err, TC_E_OUTPUT,
				       "cannot write '%s': %s", d->name,
				       tc_strerror(errno));
		rest = tc_str_from(rest, (size_t)n);
	}
	tc_buf_clear(&d->out);
	return 0;
}

/* A line; takes `o` over. */
static int put(struct dump *d, struct tc_json *o)
{
	size_t at = d->out.n;

	tc_json_write(o, &d->out);
	tc_json_free(o);
	tc_buf_addc(&d->out, '\n');
	tc_digest_add(d->digest, tc_str(d->out.p + at, d->out.n - at));
	return d->out.n < PIECE ? 0 : flush(d);
}

static struct tc_json *line(const char *type)
{
	struct tc_json *o = tc_json_object();

	tc_json_set_cstr(o, "type", type);
	return o;
}

/* ---- the lines ---- */

static int put_header(struct dump *d)
{
	TC_SCOPED_BUF generation = { 0 };
	struct tc_json *manifest, *o = line("header");
	uint32_t articles;

	if (tc_archive_generation(d->archive, &generation, d->err) != 0 ||
	    tc_xdb_count(d->archive->db, &articles, d->err) != 0 ||
	    tc_manifest_read(d->archive, &manifest, d->err) != 0) {
		tc_json_free(o);
		return -1;
	}
	tc_json_set_int(o, "format", DUMP_FORMAT);
	tc_json_set_cstr(o, "tool", PACKAGE_STRING);
	tc_json_set_str(o, "generation", tc_buf_str(&generation));
	tc_json_set_int(o, "articles", articles);
	if (manifest)
		tc_json_set(o, "manifest", manifest);
	return put(d, o);
}

static struct tc_json *states(struct tc_str packed)
{
	struct tc_json *array = tc_json_array();
	struct tc_source_state s;

	for (size_t i = 0; tc_source_state_get(packed, i, &s); i++) {
		struct tc_json *o = tc_json_object();
		char hex[2 * sizeof s.digest + 1];

		for (size_t j = 0; j < sizeof s.digest; j++)
			snprintf(hex + 2 * j, 3, "%02x", s.digest[j]);
		tc_json_set_int(o, "size", (int64_t)s.size);
		tc_json_set_int(o, "mtime_ns", s.mtime_ns);
		tc_json_set_cstr(o, "sha256", hex);
		tc_json_push(array, o);
	}
	return array;
}

/* The record with its text, which does not depend on how words are coded. */
static int whole_record(struct dump *d, uint32_t docid)
{
	struct tc_record r;

	tc_arena_clear(&d->arena);
	if (tc_record_load(d->archive->db, docid, &d->arena, &r, d->err) != 0)
		return -1;
	r.rest = tc_str(NULL, 0);
	tc_record_write(&r, &d->data);
	return 0;
}

static void set_aliases(struct tc_json *o, const struct tc_aliases *v)
{
	struct tc_json *array = v->n ? tc_json_array() : NULL;

	for (size_t i = 0; i < v->n; i++)
		tc_json_push(array, tc_json_string(v->ids[i]));
	if (array)
		tc_json_set(o, "aliases", array);
}

static int put_article(struct dump *d, uint32_t docid)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_aliases aliases = { .arena = &arena };
	struct tc_json *o = line("article");

	tc_buf_clear(&d->data);
	tc_buf_clear(&d->states);
	if (whole_record(d, docid) != 0 ||
	    tc_xdb_value(d->archive->db, docid, TC_SLOT_SOURCES, &d->states,
			 d->err) != 0 ||
	    tc_aliases_of(&aliases, d->archive->db, docid, d->err) != 0 ||
	    tc_record_to_json(tc_buf_str(&d->data), o, d->err) != 0) {
		tc_error_context(d->err, "article %u", docid);
		tc_json_free(o);
		return -1;
	}
	tc_json_set(o, "states", states(tc_buf_str(&d->states)));
	set_aliases(o, &aliases);
	d->articles++;
	return put(d, o);
}

static bool each_article(void *ctx, uint32_t docid)
{
	struct dump *d = ctx;

	d->bad = put_article(d, docid) != 0;
	return !d->bad;
}

/* Metadata that is JSON already. */
static bool put_metadata(struct dump *d, const char *type, struct tc_str value)
{
	struct tc_json *o = tc_json_read(value, d->err);

	if (!o) {
		d->err->code = TC_E_DAMAGED;
		tc_error_context(d->err, "a %s in the database", type);
		d->bad = true;
		return false;
	}
	tc_json_set_cstr(o, "type", type);
	d->bad = put(d, o) != 0;
	return !d->bad;
}

static bool each_reject(void *ctx, struct tc_str key, struct tc_str value)
{
	struct dump *d = ctx;

	(void)key;
	d->rejects++;
	return put_metadata(d, "reject", value);
}

static bool each_takedown(void *ctx, struct tc_str key, struct tc_str value)
{
	struct dump *d = ctx;

	(void)key;
	d->takedowns++;
	return put_metadata(d, "takedown", value);
}

static int put_end(struct dump *d)
{
	struct tc_json *o = line("end");
	uint8_t digest[32];
	char hex[2 * sizeof digest + 1];

	tc_digest_end(d->digest, digest);
	d->digest = tc_digest_new();	/* of the last line: nobody asks */
	for (size_t i = 0; i < sizeof digest; i++)
		snprintf(hex + 2 * i, 3, "%02x", digest[i]);
	tc_json_set_int(o, "articles", d->articles);
	tc_json_set_int(o, "rejects", d->rejects);
	tc_json_set_int(o, "takedowns", d->takedowns);
	tc_json_set_cstr(o, "sha256", hex);
	return put(d, o) != 0 ? -1 : flush(d);
}

static int put_all(struct dump *d)
{
	struct tc_xdb *db = d->archive->db;

	if (put_header(d) != 0 ||
	    tc_xdb_documents(db, each_article, d, d->err) != 0 || d->bad ||
	    tc_xdb_metadata_each(db, TC_META_REJECT, each_reject, d,
				 d->err) != 0 || d->bad ||
	    tc_xdb_metadata_each(db, TC_META_TAKEDOWN, each_takedown, d,
				 d->err) != 0 || d->bad)
		return -1;
	return put_end(d);
}

static int run(struct tc_archive *archive, int fd, const char *name,
	       struct tc_error *err)
{
	struct dump d = { .archive = archive, .fd = fd, .name = name,
			  .digest = tc_digest_new(), .err = err };
	int bad = put_all(&d);

	tc_digest_end(d.digest, NULL);
	tc_arena_release(&d.arena);
	tc_buf_release(&d.out);
	tc_buf_release(&d.data);
	tc_buf_release(&d.states);
	return bad;
}

/* ---- the file ---- */

/* A device or a pipe: to be written to, not to be replaced. */
static bool is_special(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

static int run_to_special(struct tc_archive *archive, const char *path,
			  struct tc_error *err)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);

	if (fd < 0)
		return tc_fail(err, TC_E_OUTPUT, "cannot write '%s': %s",
			       path, tc_strerror(errno));
	int bad = run(archive, fd, path, err);
	close(fd);
	return bad;
}

/* Beside its place first, so that a dump that is there is whole. */
static int run_to_file(struct tc_archive *archive, const char *path,
		       struct tc_error *err)
{
	if (is_special(path))
		return run_to_special(archive, path, err);
	TC_SCOPED_BUF temp = { 0 };

	tc_buf_printf(&temp, "%s.%ld.tmp", path, (long)getpid());
	int fd = open(temp.p, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		return tc_fail(err, TC_E_OUTPUT, "cannot write '%s': %s",
			       temp.p, tc_strerror(errno));
	int bad = run(archive, fd, path, err);
	if (!bad && (fsync(fd) != 0 || rename(temp.p, path) != 0 ||
		     tc_file_sync_directory_of(path) != 0))
		bad = tc_fail(err, TC_E_OUTPUT, "cannot write '%s': %s", path,
			      tc_strerror(errno));
	close(fd);
	if (bad)
		unlink(temp.p);
	return bad;
}

/* Imports wait meanwhile; where nothing can be written nobody imports. */
int import_dump(const struct import_options *o, struct tc_error *err)
{
	struct tc_archive lock = { 0 }, archive = { 0 };
	int bad = tc_archive_lock(&lock, o->db, o->lock_timeout, err);

	if (bad && err->code == TC_E_OUTPUT)
		bad = 0;
	bad = bad || tc_archive_open(&archive, o->db, err) != 0;
	if (!bad)
		bad = o->argument ? run_to_file(&archive, o->argument, err)
				  : run(&archive, STDOUT_FILENO,
					_("standard output"), err);
	tc_archive_close(&archive);
	tc_archive_close(&lock);
	return bad ? -1 : 0;
}

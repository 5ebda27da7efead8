/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/archive.h"

#include "base/directory.h"
#include "base/file.h"
#include "base/language.h"
#include "index/access.h"
#include "index/archive-build.h"
#include "index/block-read.h"
#include "index/database.h"
#include "index/generation.h"
#include "index/moves.h"
#include "index/order.h"
#include "index/schema.h"
#include "index/shards.h"
#include "index/stub.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Some 8 MB. */
#define WAITING_MAX 4000
/* How often a reader follows a stub that moves on while it opens. */
#define FOLLOW_MAX 20

/* ---- where ---- */

void tc_archive_set_number(struct tc_archive *a, unsigned number,
			   bool building)
{
	tc_buf_clear(&a->live);
	tc_buf_clear(&a->name);
	if (building)
		tc_generation_building_path(a->path.p, number, &a->live);
	else
		tc_generation_path(a->path.p, number, &a->live);
	tc_buf_printf(&a->name, "%04u", number);
	a->number = number;
	a->building = building ? number : 0;
	a->shards = tc_shards_count(a->live.p);
}

/* A first import that was killed before it wrote the stub left a generation
 * that nothing was put into, or that was just filled by its build. */
static bool not_yet_live(struct tc_archive *a, const struct tc_generations *g)
{
	TC_SCOPED_BUF build = { 0 };
	struct tc_archive first = { 0 };
	struct tc_error ignored;
	uint32_t documents = 1;

	tc_archive_build_path(a, &build);
	if (g->n == 1 &&
	    tc_archive_open_generation(&first, a->path.p, g->v[0],
				       &ignored) == 0)
		tc_xdb_count(first.db, &documents, &ignored);
	tc_archive_close(&first);
	return g->n == 1 && (!documents || tc_file_exists(build.p));
}

/* A stub that went away is no reason to begin an archive anew beside what
 * stands there. */
static int read_stub(struct tc_archive *a, struct tc_stub *stub,
		     struct tc_error *err)
{
	TC_SCOPED_GENERATIONS g = { 0 };

	if (tc_stub_read(stub, a->path.p, err) == 0)
		return 0;
	if (err->code != TC_E_NO_ARCHIVE)
		return -1;
	tc_generations_list(&g, a->path.p);
	if (!g.n || not_yet_live(a, &g))
		return -1;
	return tc_fail(err, TC_E_DAMAGED,
		       "archive '%s' has lost its file %s; 'tracuu-import --db "
		       "%s --rollback=%u' makes generation %u live again",
		       a->path.p, TC_STUB_FILE, a->path.p, g.v[g.n - 1],
		       g.v[g.n - 1]);
}

/* ---- reading ---- */

static int open_local(struct tc_archive *a, const struct tc_stub_entry *e,
		      struct tc_xdb **out, struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 };

	tc_buf_printf(&path, "%s/%.*s", a->path.p, TC_ARG(e->at));
	return tc_database_open((const char *[]){ path.p }, 1, out, err);
}

/* The shards that answer, as one; the error is of the last that does not. */
static int join_shards(struct tc_archive *a, const struct tc_stub *stub,
		       struct tc_xdb **shards, struct tc_error *err)
{
	size_t asked = a->remote ? a->remote->asked_count : 0, n = 0;

	for (size_t i = 0; i < stub->n; i++) {
		const struct tc_stub_entry *e = &stub->v[i];
		bool here = e->kind == TC_STUB_LOCAL;
		if (here ? open_local(a, e, &shards[n], err) :
			   tc_remote_open(a->remote, a->path.p, e, &shards[n],
					  err)) {
			if (a->remote)	/* they are closed again */
				a->remote->asked_count = asked;
			return -1;
		}
		if (!shards[n])
			continue;
		a->places[n++] = (uint8_t)i;
	}
	if (n)
		return tc_xdb_join(shards, n, &a->db, err);
	const struct tc_lost *last =
		&a->remote->lost[a->remote->lost_count - 1];
	return tc_fail(err, TC_E_TEMPORARY,
		       "none of its shards answers, the last of them: %.*s",
		       TC_ARG(last->why));
}

static int open_stub(struct tc_archive *a, const struct tc_stub *stub,
		     struct tc_error *err)
{
	struct tc_str name = tc_stub_generation(stub);
	TC_SCOPED_FREE struct tc_xdb **shards =
		tc_zalloc((stub->n + 1) * sizeof *shards);

	tc_buf_clear(&a->live);
	tc_buf_clear(&a->name);
	tc_buf_printf(&a->live, "%s/%.*s", a->path.p, TC_ARG(name));
	a->number = tc_generation_number(name);
	tc_buf_addstr(&a->name, a->number ? tc_str_from(name, 4) :
				name.n	  ? name : TC_STR("remote"));
	a->shards = (unsigned)stub->n;
	if (stub->n == 1 && stub->v[0].kind == TC_STUB_LOCAL)
		return open_local(a, &stub->v[0], &a->db, err);
	int bad = join_shards(a, stub, shards, err);
	for (size_t i = 0; i < stub->n; i++)
		tc_xdb_close(shards[i]);
	return bad;
}

/* Between the reading of the stub and the opening of what it names, another
 * generation may have become live and the old one have gone. */
static int follow_stub(struct tc_archive *a, struct tc_error *err)
{
	TC_SCOPED_STUB stub = { 0 };

	if (read_stub(a, &stub, err) != 0)
		return -1;
	for (int tries = 0; open_stub(a, &stub, err) != 0; tries++) {
		TC_SCOPED_STUB now = { 0 };
		struct tc_error ignored;
		bool moved = tc_stub_read(&now, a->path.p, &ignored) == 0 &&
			     !tc_stub_same(&stub, &now);
		if (tries == FOLLOW_MAX ||
		    (!moved && err->code != TC_E_TEMPORARY))
			return tc_archive_explain(a, err);
		struct tc_stub was = stub;
		stub = now;
		now = was;
	}
	return 0;
}

int tc_archive_open_remote(struct tc_archive *a, const char *path,
			   struct tc_remote *remote, struct tc_error *err)
{
	tc_block_read_check();
	*a = (struct tc_archive){ .remote = remote };
	tc_buf_puts(&a->path, path);
	if (follow_stub(a, err) != 0)
		return -1;
	return tc_archive_check_schema(a, err) == 0 ?
		       0 : tc_archive_explain(a, err);
}

int tc_archive_open(struct tc_archive *a, const char *path,
		    struct tc_error *err)
{
	return tc_archive_open_remote(a, path, NULL, err);
}

/* All databases of the generation. */
static int open_reader(struct tc_archive *a, struct tc_error *err)
{
	TC_SCOPED_SHARDS s = { 0 };

	for (unsigned i = 0; i < a->shards; i++)
		a->places[i] = (uint8_t)i;

	tc_shards_list(&s, a->live.p, a->shards);
	return tc_database_open(s.paths, s.n, &a->db, err) == 0 ?
		       0 : tc_archive_explain(a, err);
}

int tc_archive_open_generation(struct tc_archive *a, const char *path,
			       unsigned number, struct tc_error *err)
{
	*a = (struct tc_archive){ 0 };
	tc_buf_puts(&a->path, path);
	tc_archive_set_number(a, number, false);
	return open_reader(a, err);
}

struct tc_xdb *tc_archive_db(struct tc_archive *a)
{
	return a->db ? a->db : tc_xwriter_db(a->writer);
}

/* ---- writing ---- */

int tc_archive_open_writer(struct tc_archive *a, struct tc_error *err)
{
	TC_SCOPED_SHARDS s = { 0 };

	setenv("XAPIAN_FLUSH_THRESHOLD", TC_FLUSH_THRESHOLD, 0);
	tc_shards_list(&s, a->live.p, a->shards);
	for (size_t i = 0; i < s.n; i++)
		if (tc_access_check_tables(s.paths[i], err) != 0)
			return tc_archive_explain(a, err);
	return tc_xwriter_open(s.paths, s.n, a->building > 0, &a->writer,
			       err) == 0 ?
		       0 : tc_archive_explain(a, err);
}

/* A file that was to be renamed into place by a program that died. */
static void sweep_name(void *ctx, const char *name)
{
	TC_SCOPED_BUF path = { 0 };

	tc_buf_printf(&path, "%s/%s", (const char *)ctx, name);
	if (tc_str_ends(tc_str0(name), TC_STR(".tmp")))
		unlink(path.p);
	else if (tc_generation_number(tc_str0(name)))
		tc_directory_each(path.p, sweep_name, path.p, NULL);
}

static void sweep(const char *archive)
{
	tc_directory_each(archive, sweep_name, (void *)archive, NULL);
}

int tc_archive_lock(struct tc_archive *a, const char *path, double seconds,
		    struct tc_error *err)
{
	*a = (struct tc_archive){ 0 };
	tc_buf_puts(&a->path, path);
	if (!tc_file_is_directory(path)) {
		TC_SCOPED_STUB none = { 0 };
		return tc_stub_read(&none, path, err);
	}
	if (tc_lock_take(&a->lock, path, seconds, err) != 0)
		return -1;
	sweep(path);
	return 0;
}

/* A shard is made by opening it in the directory of its generation. */
int tc_archive_begin(struct tc_archive *a, unsigned shards, unsigned *left,
		     struct tc_error *err)
{
	unsigned number;

	tc_assert(shards >= 1 && shards <= TC_SHARDS_MAX);
	if (tc_generation_begin(a->path.p, &number, left, err) != 0)
		return -1;
	tc_archive_set_number(a, number, true);
	a->shards = shards;
	if (tc_archive_open_writer(a, err) != 0)
		return -1;
	return tc_archive_set_schema(a, err) == 0 ? 0 : tc_archive_explain(a, err);
}

int tc_archive_write_generation(struct tc_archive *a, unsigned number,
				struct tc_error *err)
{
	tc_archive_set_number(a, number, false);
	if (!tc_file_exists(a->live.p))
		return tc_archive_missing(a, err);
	if (tc_archive_open_writer(a, err) != 0)
		return -1;
	return tc_archive_check_schema(a, err) == 0 &&
			       tc_moves_settle(a, err) == 0 ?
		       0 : tc_archive_explain(a, err);
}

int tc_archive_add(struct tc_archive *a, struct tc_str id,
		   const struct tc_xdoc *doc, struct tc_error *err)
{
	return tc_xwriter_add(a->writer, tc_shards_of(id, a->shards), doc,
			      err);
}

int tc_archive_relieve(struct tc_archive *a, struct tc_error *err)
{
	return tc_xwriter_waiting(a->writer) < WAITING_MAX ?
		       0 : tc_xwriter_commit(a->writer, err);
}

bool tc_archive_is_at(const struct tc_archive *a, uint32_t docid,
		      struct tc_str id)
{
	return (docid - 1) % a->shards == tc_shards_of(id, a->shards);
}

int tc_archive_seal(struct tc_archive *a, struct tc_error *err)
{
	if (tc_order_commit(a, err) != 0)
		return tc_archive_explain(a, err);
	tc_xwriter_close(a->writer);
	a->writer = NULL;
	return open_reader(a, err);
}

int tc_archive_compact(struct tc_archive *a, const struct tc_archive *from,
		       struct tc_error *err)
{
	TC_SCOPED_SHARDS source = { 0 }, dest = { 0 };

	tc_assert(a->building && a->shards == from->shards);
	tc_shards_list(&source, from->live.p, from->shards);
	tc_shards_list(&dest, a->live.p, a->shards);
	tc_xdb_close(a->db);
	a->db = NULL;
	for (size_t i = 0; i < dest.n; i++)
		if (tc_directory_remove(dest.paths[i], err) != 0 ||
		    tc_xap_compact(source.paths[i], dest.paths[i], err) != 0)
			return -1;
	if (tc_order_note(a, err) != 0)
		return -1;
	return open_reader(a, err);
}

int tc_archive_finish(struct tc_archive *a, struct tc_error *err)
{
	tc_xdb_close(a->db);
	a->db = NULL;
	if (tc_generation_finish(a->path.p, a->building, err) != 0)
		return -1;
	tc_archive_set_number(a, a->building, false);
	return 0;
}

/* ---- the live generation ---- */

static int write_live(struct tc_archive *a, struct tc_error *err)
{
	TC_SCOPED_GENERATIONS g = { 0 };
	TC_SCOPED_STUB stub = { 0 };

	if (tc_stub_read(&stub, a->path.p, err) != 0)
		return -1;
	for (size_t i = 0; i < stub.n; i++)
		if (stub.v[i].kind != TC_STUB_LOCAL)
			return tc_fail(err, TC_E_USAGE,
				       "archive '%s' has shards on other "
				       "machines, where nothing is written; "
				       "import into the archive that they are "
				       "copies of", a->path.p);
	tc_generations_list(&g, a->path.p);
	return tc_archive_write_generation(a, g.live, err);
}

int tc_archive_change(struct tc_archive *a, const char *path, double seconds,
		      struct tc_error *err)
{
	TC_SCOPED_STUB stub = { 0 };

	if (tc_archive_lock(a, path, seconds, err) != 0 ||
	    read_stub(a, &stub, err) != 0)
		return -1;
	return write_live(a, err);
}

static int check_shards(const struct tc_archive *a, unsigned shards,
			struct tc_error *err)
{
	if (!shards || shards == a->shards)
		return 0;
	return tc_fail(err, TC_E_USAGE,
		       P_("archive '%s' has %u shard, not %u; 'tracuu-import "
			  "--db %s --rebuild --from-archive --shards=%u' makes "
			  "a generation that has",
			  "archive '%s' has %u shards, not %u; 'tracuu-import "
			  "--db %s --rebuild --from-archive --shards=%u' makes "
			  "a generation that has", a->shards),
		       a->path.p, a->shards, shards, a->path.p, shards);
}

/* Opens the archive that is there, or begins one. */
static int open_or_begin(struct tc_archive *a, unsigned shards,
			 struct tc_error *err)
{
	TC_SCOPED_STUB stub = { 0 };
	TC_SCOPED_GENERATIONS g = { 0 };

	if (read_stub(a, &stub, err) != 0) {
		if (err->code != TC_E_NO_ARCHIVE)
			return -1;
		tc_generations_list(&g, a->path.p);
		if (!g.n)
			return tc_archive_begin_first(a, shards, err);
		if (tc_generation_publish(a->path.p, g.v[0], err) != 0)
			return -1;
	}
	if (write_live(a, err) != 0 || check_shards(a, shards, err) != 0)
		return -1;
	return tc_archive_take_up(a, err);
}

int tc_archive_create_building(struct tc_archive *a, const char *path,
			       unsigned shards, double seconds,
			       struct tc_error *err)
{
	if (mkdir(path, 0777) != 0 && errno != EEXIST) {
		*a = (struct tc_archive){ 0 };
		return tc_fail(err, TC_E_OUTPUT, "cannot make '%s': %s",
			       path, tc_strerror(errno));
	}
	if (tc_archive_lock(a, path, seconds, err) != 0)
		return -1;
	return open_or_begin(a, shards, err);
}

int tc_archive_create(struct tc_archive *a, const char *path, double seconds,
		      struct tc_error *err)
{
	if (tc_archive_create_building(a, path, 0, seconds, err) != 0)
		return -1;
	if (!a->first)
		return 0;
	/* live while it is empty */
	if (tc_archive_seal(a, err) != 0 || tc_archive_publish_first(a, err) != 0)
		return -1;
	return tc_archive_open_writer(a, err);
}

void tc_archive_close(struct tc_archive *a)
{
	tc_xwriter_close(a->writer);
	tc_xdb_close(a->db);
	if (a->building && a->lock.held) {
		tc_generation_abandon(a->path.p, a->building, NULL);
		if (!a->first)	/* else the next import takes it up */
			tc_archive_remove_build(a, NULL);
	}
	tc_lock_drop(&a->lock);
	for (size_t i = 0; i < a->part_count; i++)
		tc_archive_close(&a->parts[i]);
	free(a->parts);
	tc_buf_release(&a->path);
	tc_buf_release(&a->live);
	tc_buf_release(&a->name);
	*a = (struct tc_archive){ 0 };
}

int tc_archive_leave(struct tc_archive *a, int bad, struct tc_error *err)
{
	if (bad && a->lock.held && !tc_file_is_directory(a->path.p))
		tc_fail(err, TC_E_OUTPUT,
			"archive '%s' has gone while it was written to: is "
			"everything mounted? What was committed is there when "
			"it is back; run the same command again", a->path.p);
	tc_archive_close(a);
	return bad;
}

/* ---- what it is ---- */

int tc_archive_generation(struct tc_archive *a, struct tc_buf *out,
			  struct tc_error *err)
{
	uint64_t revision;

	if (tc_xdb_revision(tc_archive_db(a), &revision, err) != 0)
		return -1;
	tc_buf_printf(out, "%s:%llu", tc_buf_cstr(&a->name),
		      (unsigned long long)revision);
	return 0;
}

int tc_archive_state(struct tc_archive *a, struct tc_buf *out,
		     struct tc_error *err)
{
	uint32_t lineage;

	if (tc_archive_generation(a, out, err) != 0 ||
	    tc_xdb_lineage(tc_archive_db(a), &lineage, err) != 0)
		return -1;
	tc_buf_printf(out, ":%08x", lineage);
	return 0;
}

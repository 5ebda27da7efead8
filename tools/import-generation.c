/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-generation.h"

#include "base/directory.h"
#include "base/file.h"
#include "base/language.h"
#include "index/blocks.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "index/missing.h"
#include "index/order.h"
#include "index/rejects.h"
#include "index/roots.h"
#include "index/takedown.h"
#include "tools/import-check.h"
#include "tools/import-reread.h"
#include "tools/import-run.h"
#include "tools/tell.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* Room beside what a generation takes up. */
#define ROOM_SPARE ((uint64_t)16 * 1024 * 1024)

int import_say_live(const struct import_options *o, unsigned number,
		    uint32_t documents, struct tc_error *err)
{
	if (o->json) {
		struct tc_json *line = tc_json_object();
		char generation[16];
		snprintf(generation, sizeof generation, "%04u", number);
		tc_json_set_cstr(line, "generation", generation);
		tc_json_set_int(line, "articles", documents);
		return import_print_json(line, err);
	}
	if (!o->quiet)
		printf(P_("generation %04u is live: %u article\n",
			  "generation %04u is live: %u articles\n", documents),
		       number, documents);
	return 0;
}

int import_check_room(const char *archive, unsigned number,
		      struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 };

	tc_generation_path(archive, number, &path);
	uint64_t size = tc_directory_size(path.p);
	uint64_t need = size + size / 10 + ROOM_SPARE;
	uint64_t room = tc_directory_room(archive);

	if (room >= need)
		return 0;
	return tc_fail(err, TC_E_OUTPUT,
		       "archive '%s': another generation takes about %llu MB, "
		       "and %llu MB are free; make room, or see "
		       "--keep-generations", archive,
		       (unsigned long long)(need >> 20),
		       (unsigned long long)(room >> 20));
}

int import_begin(struct tc_archive *a, unsigned shards, struct tc_error *err)
{
	unsigned left;

	if (tc_archive_begin(a, shards, &left, err) != 0)
		return -1;
	if (left)
		fprintf(stderr,
			_("tracuu-import: found generation %04u half made by "
			  "a run that was cut off; starting over\n"), left);
	return 0;
}

int import_publish(const struct import_options *o, struct tc_archive *a,
		   unsigned before, struct tc_error *err)
{
	if (tc_manifest_export(a, err) != 0 ||
	    tc_blocks_note(a, err) != 0 ||
	    tc_archive_finish(a, err) != 0 ||
	    tc_generation_publish(o->db, a->number, err) != 0)
		return -1;
	struct tc_archive live;
	int bad = tc_archive_open_generation(&live, o->db, a->number,
					     err) != 0 ||
		  tc_rejects_export(&live, err) != 0;
	tc_archive_close(&live);
	if (bad)
		return -1;
	return tc_generations_prune(o->db, before, o->keep_generations, err);
}

/* ---- rebuild ---- */

/* Captures make a generation whatever has become of the live one; what was
 * beside its articles is then lost, and said to be. */
static bool do_without(const struct import_options *o, struct tc_archive *live,
		       const struct tc_error *err)
{
	if (err->code != TC_E_DAMAGED || !(o->path_count || o->list))
		return false;
	fprintf(stderr, _("tracuu-import: the live generation cannot be read "
			  "(%s): what was taken down in it is not carried "
			  "over, and nothing is compared with it\n"),
		err->message);
	tc_xdb_close(live->db);
	live->db = NULL;
	return true;
}

/* Locks the archive, opens the live generation for reading, whatever its
 * schema, and begins the next one. */
static int begin_beside(const struct import_options *o, struct tc_archive *a,
			struct tc_archive *live, struct tc_error *err)
{
	TC_SCOPED_GENERATIONS g = { 0 };

	if (tc_archive_lock(a, o->db, o->lock_timeout, err) != 0)
		return -1;
	tc_generations_list(&g, o->db);
	if (!g.live)	/* the error that a reader gets */
		return tc_archive_open(live, o->db, err) == 0 ?
			       tc_fail(err, TC_E_DAMAGED,
				       "archive '%s': its live database is no "
				       "generation", o->db) : -1;
	if ((tc_archive_open_generation(live, o->db, g.live, err) != 0 &&
	     !do_without(o, live, err)) ||
	    import_check_room(o->db, g.live, err) != 0)
		return -1;
	return import_begin(a, o->shards ? o->shards : live->shards, err);
}

/* Metadata that stays as it is. */
static const char *const kept[] = { TC_META_MISSING, TC_META_ROOTS };

struct copy {
	struct tc_archive *to;
	struct tc_error *err;
	bool bad;
};

static bool copy_one(void *ctx, struct tc_str key, struct tc_str value)
{
	struct copy *c = ctx;
	TC_SCOPED_BUF name = { 0 };

	tc_buf_addstr(&name, key);
	c->bad = tc_xwriter_set_metadata(c->to->writer, name.p, value,
					 c->err) != 0;
	return !c->bad;
}

/* What no capture can give back. */
static int carry_over(struct tc_archive *live, struct tc_archive *a,
		      struct tc_error *err)
{
	TC_SCOPED_TAKEDOWNS t = { 0 };

	if (tc_takedowns_load(&t, live, err) != 0 ||
	    tc_takedowns_apply(&t, a, err) != 0)
		return -1;
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		struct copy c = { .to = a, .err = err };
		if (tc_xdb_metadata_each(live->db, kept[i], copy_one, &c,
					 err) != 0 || c.bad)
			return -1;
	}
	return 0;
}

static int fill(const struct import_options *o, struct tc_archive *live,
		struct tc_archive *a, struct import_counts *counts,
		struct tc_error *err)
{
	if (live->db && carry_over(live, a, err) != 0 &&
	    !do_without(o, live, err))
		return -1;
	if (o->from_archive)
		return import_reread(o, live, a, err);
	if (import_into(o, a, counts, err) != 0)
		return -1;
	if (counts->interrupted)
		return tc_fail(err, TC_E_TEMPORARY,
			       "interrupted: generation %04u stays live",
			       live->number);
	if (counts->failed)
		return tc_fail(err, TC_E_INPUT,
			       "a path could not be read to its end: "
			       "generation %04u stays live", live->number);
	return 0;
}

static int rebuild(const struct import_options *o, struct tc_archive *a,
		   struct tc_archive *live, struct tc_error *err)
{
	struct import_counts counts = { 0 };
	TC_SCOPED_BUF rejects = { 0 };
	uint32_t documents;

	if (begin_beside(o, a, live, err) != 0 ||
	    fill(o, live, a, &counts, err) != 0 ||
	    tc_archive_seal(a, err) != 0 ||
	    import_check_generation(o, live, a, err) != 0 ||
	    tc_xdb_count(a->db, &documents, err) != 0)
		return -1;
	unsigned before = live->number;
	tc_archive_close(live);
	if (import_publish(o, a, before, err) != 0)
		return -1;
	if (import_say_live(o, a->number, documents, err) != 0)
		return -1;
	tc_rejects_path(o->db, &rejects);
	return o->from_archive ? 0 : import_print_counts(o, &counts,
							 rejects.p, err);
}

int import_rebuild(const struct import_options *o, struct tc_error *err)
{
	struct tc_archive a = { 0 }, live = { 0 };
	bool paths = o->path_count || o->list;

	if (paths == o->from_archive)
		return tc_fail(err, TC_E_USAGE,
			       "--rebuild reads the captures named by PATH..., "
			       "or the stored articles with --from-archive");
	int bad = rebuild(o, &a, &live, err);
	tc_archive_close(&live);
	return tc_archive_leave(&a, bad, err);
}

/* ---- compact ---- */

static int compact(const struct import_options *o, struct tc_archive *a,
		   struct tc_archive *live, struct tc_error *err)
{
	uint32_t documents;

	if (begin_beside(o, a, live, err) != 0)
		return -1;
	if (tc_archive_check_schema(live, err) != 0 ||
	    tc_archive_seal(a, err) != 0)
		return -1;
	if (tc_archive_compact(a, live, err) != 0 ||
	    import_check_generation(o, live, a, err) != 0 ||
	    tc_xdb_count(a->db, &documents, err) != 0)
		return -1;
	unsigned before = live->number;
	tc_archive_close(live);
	if (import_publish(o, a, before, err) != 0)
		return -1;
	return import_say_live(o, a->number, documents, err);
}

int import_compact(const struct import_options *o, struct tc_error *err)
{
	struct tc_archive a = { 0 }, live = { 0 };
	int bad = compact(o, &a, &live, err);

	tc_archive_close(&live);
	return tc_archive_leave(&a, bad, err);
}

/* ---- rollback ---- */

static int target(const struct import_options *o, unsigned *number,
		  struct tc_error *err)
{
	TC_SCOPED_GENERATIONS g = { 0 };
	char *end = "";

	tc_generations_list(&g, o->db);
	*number = o->argument ? (unsigned)strtoul(o->argument, &end, 10)
			      : tc_generations_before(&g);
	if (*end || (o->argument && !*o->argument))
		return tc_fail(err, TC_E_USAGE,
			       "--rollback=%s: not the number of a generation",
			       o->argument);
	if (!*number && g.live)
		return tc_fail(err, TC_E_NOT_FOUND,
			       "archive '%s': generation %04u is the only one",
			       o->db, g.live);
	if (!tc_generations_have(&g, *number))
		return tc_fail(err, TC_E_NOT_FOUND,
			       "archive '%s' has no generation %04u", o->db,
			       *number);
	return 0;
}

/* What was taken down since stays out. */
static int take_down_again(const struct import_options *o,
			   struct tc_archive *a, struct tc_error *err)
{
	TC_SCOPED_TAKEDOWNS t = { 0 };
	struct tc_archive live;
	struct tc_error why;

	if (tc_archive_open(&live, o->db, &why) != 0 ||
	    tc_takedowns_load(&t, &live, &why) != 0)
		tell("tracuu-import", _("what was taken down since cannot be "
		     "read: %s"), why.message);
	tc_archive_close(&live);
	if (!t.n)
		return 0;
	if (tc_takedowns_apply(&t, a, err) != 0)
		return -1;
	return tc_order_commit(a, err);
}

static int roll_back(const struct import_options *o, struct tc_archive *a,
		     struct tc_error *err)
{
	unsigned number;
	uint32_t documents;

	if (tc_archive_lock(a, o->db, o->lock_timeout, err) != 0 ||
	    target(o, &number, err) != 0 ||
	    tc_archive_write_generation(a, number, err) != 0 ||
	    take_down_again(o, a, err) != 0 ||
	    tc_xdb_count(tc_archive_db(a), &documents, err) != 0 ||
	    tc_generation_publish(o->db, number, err) != 0 ||
	    tc_rejects_export(a, err) != 0)
		return -1;
	return import_say_live(o, number, documents, err);
}

int import_rollback(const struct import_options *o, struct tc_error *err)
{
	struct tc_archive a = { 0 };
	int bad = roll_back(o, &a, err);

	return tc_archive_leave(&a, bad, err);
}

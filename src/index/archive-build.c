/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is built from nothing: the first generation, the next one of an archive
 * without articles, one beside the live one. */
#include "config.h"

#include "index/archive-build.h"

#include "base/directory.h"
#include "base/file.h"
#include "index/generation.h"
#include "index/order.h"
#include "index/schema.h"
#include "index/shards.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static void build_path(const struct tc_archive *a, bool beside,
		       struct tc_buf *out)
{
	tc_buf_printf(out, "%s/%s-" TC_SCHEMA_VERSION, a->path.p,
		      beside ? "rebuild" : "build");
}

static bool is_beside(const struct tc_archive *a)
{
	return a->building && !a->first;
}

void tc_archive_build_path(const struct tc_archive *a, struct tc_buf *out)
{
	build_path(a, is_beside(a), out);
}

static int remove_build(const struct tc_archive *a, bool beside,
			struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 };

	build_path(a, beside, &path);
	return tc_directory_remove(path.p, err);
}

int tc_archive_remove_build(const struct tc_archive *a, struct tc_error *err)
{
	return remove_build(a, is_beside(a), err);
}

/* What is building merged with what was built, in its place. */
static int merge_build(struct tc_archive *a, struct tc_builds *b,
		       struct tc_error *err)
{
	TC_SCOPED_BUF merged = { 0 };

	tc_archive_build_path(a, &merged);
	tc_buf_puts(&merged, "/merged");
	if (tc_builds_merge(b, a->live.p, merged.p, err) != 0 ||
	    tc_directory_remove(a->live.p, err) != 0)
		return -1;
	if (rename(merged.p, a->live.p) != 0)
		return tc_fail(err, TC_E_OUTPUT, "cannot rename '%s': %s",
			       merged.p, tc_strerror(errno));
	return 0;
}

int tc_archive_publish_first(struct tc_archive *a, struct tc_error *err)
{
	if (tc_archive_finish(a, err) != 0 ||
	    tc_generation_publish(a->path.p, a->number, err) != 0)
		return -1;
	a->first = false;
	return 0;
}

/* The next one, in place of the live one, which is empty: with what that says
 * beside articles. */
static int begin_in_place(struct tc_archive *a, struct tc_error *err)
{
	TC_SCOPED_SHARDS from = { 0 }, to = { 0 };
	unsigned number, left, shards = a->shards;

	tc_shards_list(&from, a->live.p, shards);
	if (tc_generation_begin(a->path.p, &number, &left, err) != 0)
		return -1;
	tc_archive_set_number(a, number, true);
	a->shards = shards;
	a->first = true;
	tc_shards_list(&to, a->live.p, shards);
	for (size_t i = 0; i < to.n; i++)
		if (tc_xap_compact(from.paths[i], to.paths[i], err) != 0)
			return -1;
	return tc_archive_open_writer(a, err);
}

static int close_writer(struct tc_archive *a, struct tc_error *err)
{
	tc_assert(a->writer);
	if (tc_xwriter_commit(a->writer, err) != 0)
		return tc_archive_explain(a, err);
	tc_xwriter_close(a->writer);
	a->writer = NULL;
	return 0;
}

/* What is building stays open: Xapian's lock on it may be held by a child
 * that has just begun, too, and could not be taken again. */
int tc_archive_join(struct tc_archive *a, struct tc_builds *b,
		    struct tc_error *err)
{
	TC_SCOPED_SHARDS built = { 0 };

	if (!a->building &&
	    (close_writer(a, err) != 0 || begin_in_place(a, err) != 0))
		return -1;
	if (tc_builds_gather(b, err) != 0)
		return -1;
	tc_builds_list(b, &built);
	return tc_xwriter_open_more(a->writer, built.paths, built.n, err);
}

int tc_archive_fill(struct tc_archive *a, struct tc_builds *b,
		    struct tc_error *err)
{
	TC_SCOPED_GENERATIONS g = { 0 };
	const bool beside = is_beside(a);

	tc_generations_list(&g, a->path.p);
	const unsigned empty = a->first ? g.live : 0;
	if (close_writer(a, err) != 0 || merge_build(a, b, err) != 0 ||
	    tc_order_note(a, err) != 0)
		return -1;
	if ((a->first && tc_archive_publish_first(a, err) != 0) ||
	    (empty && tc_generation_remove(a->path.p, empty, err) != 0) ||
	    tc_archive_open_writer(a, err) != 0)
		return -1;
	return remove_build(a, beside, err);
}

/* ---- the first generation ---- */

/* What an import that was cut off had built, if it was of as many shards;
 * else it stays to be filled. */
static int adopt_build(struct tc_archive *a, const char *path,
		       struct tc_error *err)
{
	struct tc_builds b = { 0 };
	int bad;

	if (!tc_file_exists(path))
		return 0;
	if (tc_shards_count(path) != a->shards)
		return remove_build(a, false, err);
	bad = tc_builds_open(&b, path, a->shards, 1, err) != 0;
	if (!bad)
		bad = tc_builds_found(&b) ?
			      tc_archive_join(a, &b, err) != 0 ||
				      tc_archive_fill(a, &b, err) != 0 :
			      remove_build(a, false, err) != 0;
	tc_builds_close(&b);
	return bad ? -1 : 0;
}

int tc_archive_begin_first(struct tc_archive *a, unsigned shards,
			   struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 };
	unsigned left;

	build_path(a, false, &path);
	if (!shards)
		shards = tc_shards_count(path.p);
	if (tc_archive_begin(a, shards, &left, err) != 0)
		return -1;
	a->first = true;
	return adopt_build(a, path.p, err);
}

int tc_archive_take_up(struct tc_archive *a, struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 };
	uint32_t documents;

	build_path(a, false, &path);
	if (remove_build(a, true, err) != 0 ||
	    tc_xdb_count(tc_archive_db(a), &documents, err) != 0)
		return -1;
	return documents ? remove_build(a, false, err) :
			   adopt_build(a, path.p, err);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/archives.h"

#include "base/mem.h"
#include "index/schema.h"

#include <stdlib.h>

static bool same_place(const char *a, const char *b)
{
	TC_SCOPED_FREE char *x = realpath(a, NULL);
	TC_SCOPED_FREE char *y = realpath(b, NULL);

	return x && y && strcmp(x, y) == 0;
}

/* Twice the same one would count everything twice. */
static int check_paths(const char *const *paths, size_t n,
		       struct tc_error *err)
{
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < i; j++)
			if (same_place(paths[i], paths[j]))
				return tc_fail(err, TC_E_USAGE,
					       "'%s' and '%s' are the same "
					       "archive; give each once",
					       paths[j], paths[i]);
	return 0;
}

/* "0001+0004" */
static void join_names(struct tc_archive *a)
{
	for (size_t i = 0; i < a->part_count; i++) {
		if (i)
			tc_buf_addc(&a->name, '+');
		tc_buf_addstr(&a->name, tc_buf_str(&a->parts[i].name));
	}
}

int tc_archives_open(struct tc_archive *a, const char *const *paths, size_t n,
		     struct tc_remote *remote, struct tc_error *err)
{
	struct tc_xdb *dbs[TC_ARCHIVES_MAX];

	if (n == 1)
		return tc_archive_open_remote(a, paths[0], remote, err);
	tc_assert(n && n <= TC_ARCHIVES_MAX);
	*a = (struct tc_archive){ .remote = remote };
	if (check_paths(paths, n, err) != 0)
		return -1;
	a->parts = tc_alloc(n * sizeof *a->parts);
	while (a->part_count < n) {
		struct tc_archive *part = &a->parts[a->part_count];
		int bad = tc_archive_open_remote(part, paths[a->part_count],
						 remote, err);
		dbs[a->part_count++] = part->db;
		if (bad)
			return -1;
	}
	join_names(a);
	return tc_xdb_join(dbs, n, &a->db, err);
}

bool tc_archives_several(const struct tc_archive *a)
{
	return a->part_count > 0;
}

struct tc_str tc_archives_of(const struct tc_archive *a, uint32_t docid)
{
	size_t all = 0, at;

	for (size_t i = 0; i < a->part_count; i++)
		all += tc_xdb_shards(a->parts[i].db);
	if (!all || !docid)
		return tc_str(NULL, 0);
	at = (docid - 1) % all;
	for (size_t i = 0; i < a->part_count; i++) {
		size_t n = tc_xdb_shards(a->parts[i].db);
		if (at < n)
			return tc_buf_str(&a->parts[i].path);
		at -= n;
	}
	return tc_str(NULL, 0);
}

/* An archive that cannot say so may hold it. */
static bool may_hold(const struct tc_archive *a, struct tc_str id)
{
	TC_SCOPED_BUF term = { 0 };
	struct tc_error err;
	uint32_t docid;

	return tc_xdb_find(a->db, tc_schema_term(TC_F_ID, id, &term), &docid,
			   &err) != 0;
}

void tc_archives_put_name(const struct tc_archive *a, struct tc_str path,
			  struct tc_str id, struct tc_buf *out)
{
	bool again = false;

	tc_buf_addstr(out, id);
	for (size_t i = 0; path.n && i < a->part_count; i++) {
		if (tc_buf_str(&a->parts[i].path).p == path.p) {
			if (again)
				tc_buf_printf(out, "-%zu", i + 1);
			return;
		}
		again = again || may_hold(&a->parts[i], id);
	}
}

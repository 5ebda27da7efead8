/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/database.h"

#include "base/file.h"
#include "base/mem.h"
#include "index/access.h"
#include "index/stub.h"

static bool has_file(const char *directory, const char *name)
{
	TC_SCOPED_BUF path = { 0 };

	tc_buf_printf(&path, "%s/%s", directory, name);
	return tc_file_exists(path.p);
}

/* Where the tables are: there, or in the directory that a copy's list names. */
static int find_tables(const char *path, struct tc_buf *out,
		       struct tc_error *err)
{
	TC_SCOPED_STUB stub = { 0 };

	tc_buf_puts(out, path);
	if (has_file(path, "iamglass") || !has_file(path, TC_STUB_FILE))
		return 0;
	if (tc_stub_read(&stub, path, err) != 0)
		return -1;
	if (stub.n > 1 || stub.v[0].kind != TC_STUB_LOCAL)
		return tc_fail(err, TC_E_DAMAGED,
			       "'%s/%s' has to name one directory of tables "
			       "beside it", path, TC_STUB_FILE);
	tc_buf_printf(out, "/%.*s", TC_ARG(stub.v[0].at));
	return 0;
}

int tc_database_open(const char *const *paths, size_t count,
		     struct tc_xdb **out, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	const char **found = tc_arena_alloc(&arena, count * sizeof *found);

	*out = NULL;
	for (size_t i = 0; i < count; i++) {
		TC_SCOPED_BUF path = { 0 };

		if (find_tables(paths[i], &path, err) != 0 ||
		    tc_access_check_tables(path.p, err) != 0)
			return -1;
		found[i] = tc_arena_str(&arena, tc_buf_str(&path)).p;
	}
	return tc_xdb_open(found, count, out, err);
}

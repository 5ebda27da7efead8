/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/access.h"

#include "base/directory.h"
#include "base/file.h"
#include "index/block-sums.h"

#include <sys/stat.h>
#include <unistd.h>

/* An archive, its generation, a shard and its tables. */
#define DEPTH_MAX 4

static bool find_denied(const char *path, unsigned depth, struct tc_buf *where);

struct look {
	const char *path;
	unsigned depth;
	struct tc_buf *where;
};

static void look_at(void *ctx, const char *name)
{
	const struct look *l = ctx;
	TC_SCOPED_BUF path = { 0 };

	if (l->where->n)
		return;
	tc_buf_printf(&path, "%s/%s", l->path, name);
	find_denied(path.p, l->depth + 1, l->where);
}

/* Puts the first that may not be read. */
static bool find_denied(const char *path, unsigned depth, struct tc_buf *where)
{
	struct look l = { path, depth, where };

	if (tc_file_is_denied(path))
		tc_buf_puts(where, path);
	else if (depth < DEPTH_MAX && tc_file_is_directory(path))
		tc_directory_each(path, look_at, &l, NULL);
	return where->n;
}

int tc_access_check(const char *archive, const char *path,
		    struct tc_error *err)
{
	TC_SCOPED_BUF where = { 0 };

	if (!find_denied(path, 0, &where))
		return 0;
	return tc_fail(err, TC_E_ACCESS,
		       "archive '%s': access to '%s' is denied; its owner has "
		       "to let user %ld read it ('namei -l %s' shows the "
		       "rights on the way)", archive, where.p,
		       (long)geteuid(), where.p);
}

static int check_regular(const char *database, const char *name,
			 struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 };
	struct stat st;

	tc_buf_printf(&path, "%s/%s", database, name);
	if (stat(path.p, &st) != 0 || S_ISREG(st.st_mode))
		return 0;
	return tc_fail(err, TC_E_DAMAGED, "'%s' is no regular file", path.p);
}

int tc_access_check_tables(const char *database, struct tc_error *err)
{
	for (size_t i = 0; i < TC_BLOCK_TABLES; i++)
		if (check_regular(database, tc_block_tables[i], err) != 0)
			return -1;
	return check_regular(database, "iamglass", err);
}

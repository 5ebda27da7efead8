/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/find.h"

#include "base/mem.h"
#include "import/source.h"

#include <stdlib.h>
#include <sys/stat.h>

static bool is_file(const char *root, struct tc_str name)
{
	TC_SCOPED_BUF path = { 0 };
	struct stat st;

	tc_buf_printf(&path, "%s/%.*s", root, TC_ARG(name));
	return stat(path.p, &st) == 0 && S_ISREG(st.st_mode);
}

size_t tc_find_file(const char *root, struct tc_str source)
{
	for (size_t n = source.n; n; n--)
		if ((n == source.n || source.p[n] == '#' ||
		     source.p[n] == '!') && is_file(root, tc_str(source.p, n)))
			return n;
	return 0;
}

static void close_source(struct tc_source **s)
{
	tc_source_close(*s);
}

/* Reads the file from a place on until the capture comes. */
static int scan(const char *root, struct tc_str file, uint64_t from,
		struct tc_str source, struct tc_buf *bytes,
		struct tc_error *err)
{
	TC_SCOPED_FREE char *name = tc_strdup(file);
	char *const paths[] = { name };
	__attribute__((cleanup(close_source))) struct tc_source *s =
		tc_source_open(paths, 1);
	struct tc_capture c;
	int got;

	tc_source_keep_paths(s);
	tc_source_under(s, &root);
	tc_source_start_at(s, from);
	while ((got = tc_source_next(s, &c, err)) != 0) {
		if (got < 0 || !tc_str_eq(c.source, source))
			continue;
		if (c.problem)
			return tc_fail(err, TC_E_INPUT, "%s: %.*s", c.problem,
				       TC_ARG(c.detail));
		return tc_source_read(s, bytes, err) == 0 ? 1 : -1;
	}
	return 0;
}

int tc_find_capture(const char *root, struct tc_str source,
		    struct tc_buf *bytes, struct tc_error *err)
{
	size_t n = tc_find_file(root, source);
	struct tc_str file = tc_str(source.p, n), inside;

	if (!n)
		return 0;
	inside = tc_str_from(source, n);
	/* "#1234": the record is at that byte; what stands in members, and
	 * records that need others, are found from the beginning */
	if (tc_str_starts(inside, TC_STR("#"))) {
		TC_SCOPED_FREE char *digits = tc_strdup(
			tc_str_from(inside, 1));
		uint64_t at = strtoull(digits, NULL, 10);
		struct tc_error unasked;
		if (at && scan(root, file, at, source, bytes, &unasked) == 1)
			return 1;
		tc_buf_clear(bytes);
	}
	return scan(root, file, 0, source, bytes, err);
}

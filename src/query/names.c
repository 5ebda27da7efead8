/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/names.h"

#include "base/file.h"
#include "base/language.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/utf8.h"

/* Far more than anyone writes by hand. */
#define NAMES_FILE_MAX ((size_t)1 << 20)

static void fold(struct tc_str name, struct tc_buf *out)
{
	TC_SCOPED_BUF normal = { 0 };

	tc_normalize(name, &normal);
	tc_buf_clear(out);
	tc_fold_lower(tc_buf_str(&normal), out);
}

static int unknown(const char *path, struct tc_str name, struct tc_str all,
		   struct tc_error *err)
{
	TC_SCOPED_BUF known = { 0 };
	struct tc_str line;

	while (tc_str_split(&all, '\n', &line)) {
		struct tc_str key;
		line = tc_str_trim(line);
		if (line.n && line.p[0] != '#' &&
		    tc_str_split(&line, '=', &key) && known.n < 200)
			tc_buf_printf(&known, " @%.*s",
				      TC_ARG(tc_str_trim(key)));
	}
	if (!known.n)
		return tc_fail(err, TC_E_QUERY, "no query is named '@%.*s'; "
			       "%s has none (in quotation marks it is a "
			       "word)", TC_ARG(name), path);
	return tc_fail(err, TC_E_QUERY, "no query is named '@%.*s'; %s has%s "
		       "(in quotation marks it is a word)", TC_ARG(name),
		       path, known.p);
}

int tc_names_find(const char *path, struct tc_str name,
		  struct tc_arena *arena, struct tc_str *query,
		  struct tc_error *err)
{
	TC_SCOPED_BUF bytes = { 0 }, wanted = { 0 }, key = { 0 };
	struct tc_str rest, line;

	if (!path)
		return tc_fail(err, TC_E_QUERY,
			       "'@%.*s' names a query, and there is no file "
			       "of named queries (in quotation marks it is a "
			       "word)", TC_ARG(name));
	if (tc_file_read(path, NAMES_FILE_MAX, &bytes, err) != 0) {
		tc_error_context(err, "'@%.*s' names a query", TC_ARG(name));
		err->code = TC_E_QUERY;
		return -1;
	}
	rest = tc_buf_str(&bytes);
	if (tc_utf8_valid(rest) < rest.n)
		return tc_fail(err, TC_E_QUERY, "%s is not UTF-8 at byte %zu",
			       path, tc_utf8_valid(rest));
	fold(name, &wanted);
	while (tc_str_split(&rest, '\n', &line)) {
		struct tc_str left;
		line = tc_str_trim(line);
		if (!line.n || line.p[0] == '#' ||
		    !tc_str_split(&line, '=', &left) || !line.p)
			continue;
		fold(tc_str_trim(left), &key);
		if (!tc_str_eq(tc_buf_str(&key), tc_buf_str(&wanted)))
			continue;
		*query = tc_arena_str(arena, tc_str_trim(line));
		return 0;
	}
	return unknown(path, name, tc_buf_str(&bytes), err);
}

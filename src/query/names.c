/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/names.h"

#include "base/file.h"
#include "base/language.h"
#include "query/column.h"
#include "query/lex.h"
#include "query/terminal.h"
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

static bool is_name(struct tc_str name)
{
	TC_SCOPED_BUF normal = { 0 };

	/* the normal form has none */
	for (const char *p = name.p; p < tc_str_end(name);)
		if (tc_column_is_control(tc_utf8_next(&p, tc_str_end(name))))
			return false;
	tc_normalize(name, &normal);
	return tc_lex_is_name(tc_buf_str(&normal));
}

/* The lines of a file that say something. */
struct names {
	const char *path;
	struct tc_str rest;
	unsigned line;
	struct tc_error *err;
};

/* 1: a name and its query; 0: no more; -1: no line of such a file, behind which
 * others may be. */
static int next_name(struct names *n, struct tc_str *name,
		     struct tc_str *query)
{
	struct tc_str line;

	while (tc_str_split(&n->rest, '\n', &line)) {
		n->line++;
		line = tc_str_trim(line);
		if (!line.n || line.p[0] == '#')
			continue;
		tc_str_split(&line, '=', name);
		*name = tc_str_trim(*name);
		*query = tc_str_trim(line);
		if (!name->n || !query->n)
			return tc_fail(n->err, TC_E_QUERY,
				       "%s:%u: a line has a name, '=' and a "
				       "query", n->path, n->line);
		if (!is_name(*name)) {
			TC_SCOPED_BUF shown = { 0 };
			tc_terminal_put(&shown, *name);
			return tc_fail(n->err, TC_E_QUERY,
				       "%s:%u: '%.*s' is no name: letters, "
				       "digits, hyphens and underscores",
				       n->path, n->line,
				       TC_ARG(tc_buf_str(&shown)));
		}
		return 1;
	}
	return 0;
}

static struct names open_names(const char *path, struct tc_str all,
			       struct tc_error *err)
{
	return (struct names){ .path = path, .rest = tc_utf8_unmarked(all),
			       .err = err };
}

static int unknown(const char *path, struct tc_str name, struct tc_str all,
		   struct tc_error *err)
{
	struct names n = open_names(path, all, err);
	TC_SCOPED_BUF known = { 0 };
	struct tc_str key, query;

	while (known.n < 200 && next_name(&n, &key, &query) > 0)
		tc_buf_printf(&known, " @%.*s", TC_ARG(key));
	if (!known.n)
		return tc_fail(err, TC_E_QUERY, "no query is named '@%.*s'; "
			       "%s has none (in quotation marks it is a "
			       "word)", TC_ARG(name), path);
	return tc_fail(err, TC_E_QUERY, "no query is named '@%.*s'; %s has%s "
		       "(in quotation marks it is a word)", TC_ARG(name),
		       path, known.p);
}

/* 1, with the query; 0 when there is none of that name; a name given twice
 * is neither of the two. */
static int look_up(struct names *n, struct tc_str wanted,
		   struct tc_str *query)
{
	TC_SCOPED_BUF key = { 0 };
	struct tc_str name, value;
	unsigned first = 0;
	int more;

	while ((more = next_name(n, &name, &value)) > 0) {
		fold(name, &key);
		if (!tc_str_eq(tc_buf_str(&key), wanted))
			continue;
		if (first)
			return tc_fail(n->err, TC_E_QUERY,
				       "%s:%u: '%.*s' is a name of line %u "
				       "already", n->path, n->line,
				       TC_ARG(name), first);
		first = n->line;
		*query = value;
	}
	return more < 0 ? -1 : first > 0;
}

int tc_names_find(const char *path, struct tc_str name,
		  struct tc_arena *arena, struct tc_str *query,
		  struct tc_error *err)
{
	TC_SCOPED_BUF bytes = { 0 }, wanted = { 0 };
	struct tc_str rest;

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
	struct names n = open_names(path, rest, err);
	int found = look_up(&n, tc_buf_str(&wanted), query);
	if (!found)
		return unknown(path, name, rest, err);
	if (found < 0)
		return -1;
	*query = tc_arena_str(arena, *query);
	return 0;
}

void tc_names_each(const char *path, tc_names_fn *each, void *ctx)
{
	TC_SCOPED_BUF bytes = { 0 };
	struct tc_str name, query;
	struct tc_error err;

	if (!path || tc_file_read(path, NAMES_FILE_MAX, &bytes, &err) != 0)
		return;
	struct names n = open_names(path, tc_buf_str(&bytes), &err);
	int more;
	while ((more = next_name(&n, &name, &query)) != 0)
		if (more > 0 && !each(ctx, name))
			return;
}

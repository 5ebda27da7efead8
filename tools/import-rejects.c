/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-rejects.h"

#include "base/json.h"
#include "base/language.h"
#include "import/url.h"
#include "index/reject-list.h"
#include "tools/import-print.h"

#include <stdlib.h>

/* Of each reason on each site. */
#define EXAMPLES_MAX 3

struct row {
	struct tc_str reason, site, example;	/* in the list's arena */
};

struct group {
	struct tc_str reason, site;
	size_t count, of_reason;
	struct tc_str examples[EXAMPLES_MAX];
};

static struct row read_row(struct tc_arena *arena, struct tc_str line)
{
	struct tc_json *o = tc_json_read(line, NULL);
	struct row row = { 0 };

	if (!o)
		return row;
	struct tc_str url = tc_json_get_str(o, "url");
	row.reason = tc_arena_str(arena, tc_json_get_str(o, "reason"));
	row.site = tc_url_host(tc_url_resolve(arena, url, url));
	row.example = tc_arena_str(arena,
				   url.n ? url : tc_json_get_str(o, "source"));
	tc_json_free(o);
	return row;
}

static int by_group(const void *x, const void *y)
{
	const struct row *a = x, *b = y;
	int c = tc_str_cmp(a->reason, b->reason);

	c = c ? c : tc_str_cmp(a->site, b->site);
	return c ? c : tc_str_cmp(a->example, b->example);
}

/* The most frequent reasons first, and of each the sites with most. */
static int by_count(const void *x, const void *y)
{
	const struct group *a = x, *b = y;

	if (a->of_reason != b->of_reason)
		return a->of_reason < b->of_reason ? 1 : -1;
	int c = tc_str_cmp(a->reason, b->reason);
	if (c)
		return c;
	if (a->count != b->count)
		return a->count < b->count ? 1 : -1;
	return tc_str_cmp(a->site, b->site);
}

static size_t make_groups(const struct row *rows, size_t n, struct group *v)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		if (!count || !tc_str_eq(v[count - 1].reason, rows[i].reason) ||
		    !tc_str_eq(v[count - 1].site, rows[i].site))
			v[count++] = (struct group){ .reason = rows[i].reason,
						     .site = rows[i].site };
		struct group *g = &v[count - 1];
		if (g->count < EXAMPLES_MAX)
			g->examples[g->count] = rows[i].example;
		g->count++;
	}
	for (size_t i = 0, end; i < count; i = end) {
		size_t sum = 0;
		for (end = i; end < count &&
			      tc_str_eq(v[end].reason, v[i].reason); end++)
			sum += v[end].count;
		for (size_t k = i; k < end; k++)
			v[k].of_reason = sum;
	}
	return count;
}

static int print_group(const struct import_options *o, const struct group *g,
		       bool first, struct tc_error *err)
{
	size_t shown = g->count < EXAMPLES_MAX ? g->count : EXAMPLES_MAX;
	TC_SCOPED_BUF out = { 0 };

	if (o->json) {
		struct tc_json *line = tc_json_object();
		struct tc_json *examples = tc_json_array();
		for (size_t i = 0; i < shown; i++)
			tc_json_push(examples, tc_json_string(g->examples[i]));
		tc_json_set_str(line, "reason", g->reason);
		tc_json_set_str_or_null(line, "site", g->site);
		tc_json_set_int(line, "count", (int64_t)g->count);
		tc_json_set(line, "examples", examples);
		return import_print_json(line, err);
	}
	if (first)
		tc_buf_printf(&out, "%7zu  %s\n", g->of_reason,
			      _(g->reason.p));
	tc_buf_printf(&out, "%7zu    %.*s\n", g->count,
		      TC_ARG(g->site.n ? g->site :
					 tc_str0(_("(no address)"))));
	for (size_t i = 0; i < shown; i++)
		tc_buf_printf(&out, "%13s%.*s\n", "", TC_ARG(g->examples[i]));
	return import_print_text(tc_buf_str(&out), err);
}

static int print_groups(const struct import_options *o,
			struct tc_reject_list *r, struct tc_error *err)
{
	size_t n = r->n;
	struct row *rows = tc_arena_alloc(&r->arena, n * sizeof *rows);
	struct group *v = tc_arena_alloc(&r->arena, n * sizeof *v);

	for (size_t i = 0; i < n; i++)
		rows[i] = read_row(&r->arena, r->v[i].line);
	qsort(rows, n, sizeof *rows, by_group);
	size_t count = make_groups(rows, n, v);
	qsort(v, count, sizeof *v, by_count);
	for (size_t i = 0; i < count; i++)
		if (print_group(o, &v[i], !i || !tc_str_eq(v[i].reason,
							   v[i - 1].reason),
				err) != 0)
			return -1;
	return 0;
}

int import_report_rejects(const struct import_options *o,
			  struct tc_archive *archive, struct tc_error *err)
{
	TC_SCOPED_REJECT_LIST r = { 0 };

	return tc_reject_list_load(&r, archive, err) != 0 ?
		       -1 : print_groups(o, &r, err);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-check.h"

#include "base/children.h"
#include "base/file.h"
#include "base/language.h"
#include "index/shards.h"
#include "query/ask.h"

#include <stdlib.h>

#define GOLDEN_MAX ((size_t)16 * 1024 * 1024)
#define FIRST_HITS 10

static int check_child(const void *ctx, unsigned number, struct tc_error *err)
{
	TC_SCOPED_BUF said = { 0 };
	size_t faults;

	(void)number;
	if (tc_xap_check(ctx, &faults, &said, err) != 0)
		return -1;
	return faults ? tc_fail(err, TC_E_DAMAGED, "%zu faults", faults) : 0;
}

/* In a process of its own: some damage makes Xapian's check crash, and that
 * is an answer, too. */
static int check_tables(const char *path, struct tc_error *err)
{
	struct tc_children child;

	tc_children_init(&child, 1);
	if (tc_children_start(&child, check_child, path, 0, err) != 0)
		return -1;
	int bad = tc_children_wait(&child, err);
	tc_children_release(&child);
	if (!bad)
		return 0;
	if (err->code == TC_E_TEMPORARY)
		tc_fail(err, TC_E_DAMAGED, "it cannot be checked to its end");
	tc_error_context(err, "Xapian's check of '%s'", path);
	return -1;
}

int import_check_structure(struct tc_archive *a, struct tc_error *err)
{
	TC_SCOPED_SHARDS s = { 0 };

	tc_shards_list(&s, a->live.p, a->shards);
	for (size_t i = 0; i < s.n; i++)
		if (check_tables(s.paths[i], err) != 0)
			return -1;
	return 0;
}

static int check_count(const struct import_options *o,
		       struct tc_archive *live, struct tc_archive *next,
		       struct tc_error *err)
{
	uint32_t was, is;

	if (!live->db)		/* too damaged to be compared with */
		return 0;
	if (tc_xdb_count(live->db, &was, err) != 0 ||
	    tc_xdb_count(next->db, &is, err) != 0)
		return -1;
	if (is >= was * (1 - o->tolerance / 100))
		return 0;
	return tc_fail(err, TC_E_INPUT,
		       "the new generation has %u articles and the live one "
		       "%u; generation %04u stays live (--tolerance=PERCENT "
		       "lets so many go)", is, was, live->number);
}

/* ---- golden queries ---- */

struct golden {
	struct tc_str query, id;
	uint32_t first;		/* among so many hits */
};

static bool found(const struct tc_answer *a, struct tc_str id)
{
	for (size_t i = 0; i < a->n; i++)
		if (tc_str_is(id, a->hits[i].record.article.id))
			return true;
	return false;
}

static int ask(struct tc_archive *archive, const struct golden *g,
	       struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_search_options o = { .limit = g->first };
	struct tc_answer answer;

	if (tc_ask(archive, g->query, &o, &arena, &answer, err) != 0)
		return -1;
	bool there = found(&answer, g->id);
	tc_answer_release(&answer);
	if (there)
		return 0;
	return tc_fail(err, TC_E_INPUT,
		       "'%.*s' no longer finds %.*s among the first %u; "
		       "generation %s was not made live", TC_ARG(g->query),
		       TC_ARG(g->id), g->first, tc_buf_cstr(&archive->name));
}

/* query TAB id [TAB hits] */
static int read_golden(struct tc_str line, struct golden *g)
{
	struct tc_str hits = { NULL, 0 };

	*g = (struct golden){ .first = FIRST_HITS };
	if (!tc_str_split(&line, '\t', &g->query) ||
	    !tc_str_split(&line, '\t', &g->id) || g->id.n != 16)
		return -1;
	if (!tc_str_split(&line, '\t', &hits))
		return 0;
	g->first = (uint32_t)strtoul(hits.p, NULL, 10);
	return g->first >= 1 && g->first <= TC_LIMIT_MAX ? 0 : -1;
}

int import_check_golden(struct tc_archive *a, struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 }, text = { 0 };
	struct tc_str rest, line;
	struct golden g;

	tc_buf_printf(&path, "%s/golden.tsv", tc_buf_cstr(&a->path));
	if (!tc_file_exists(path.p))
		return 0;
	if (tc_file_read(path.p, GOLDEN_MAX, &text, err) != 0)
		return -1;
	rest = tc_buf_str(&text);
	for (unsigned n = 1; tc_str_split(&rest, '\n', &line); n++) {
		line = tc_str_trim(line);
		if (!line.n || *line.p == '#')
			continue;
		int bad = read_golden(line, &g) != 0 ?
			tc_fail(err, TC_E_INPUT,
				"not a query, a tab, an id of 16 digits and "
				"perhaps a tab and a number of hits") :
			ask(a, &g, err);
		if (bad) {
			tc_error_context(err, "%s:%u", path.p, n);
			return -1;
		}
	}
	return 0;
}

int import_check_generation(const struct import_options *o,
			    struct tc_archive *live, struct tc_archive *next,
			    struct tc_error *err)
{
	if (import_check_structure(next, err) != 0 ||
	    check_count(o, live, next, err) != 0)
		return -1;
	return import_check_golden(next, err);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/generation.h"

#include "base/directory.h"
#include "base/file.h"
#include "base/mem.h"
#include "index/shards.h"
#include "index/stub.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#define PREFIX "gen-"
#define BUILDING ".building"
#define REMOVED ".removed"

void tc_generation_name(unsigned number, struct tc_buf *out)
{
	tc_buf_printf(out, PREFIX "%04u", number);
}

void tc_generation_path(const char *archive, unsigned number,
			struct tc_buf *out)
{
	tc_buf_printf(out, "%s/", archive);
	tc_generation_name(number, out);
}

void tc_generation_building_path(const char *archive, unsigned number,
				 struct tc_buf *out)
{
	tc_generation_path(archive, number, out);
	tc_buf_puts(out, BUILDING);
}

unsigned tc_generation_number(struct tc_str name)
{
	unsigned number = 0;

	if (!tc_str_starts(name, TC_STR(PREFIX)))
		return 0;
	name = tc_str_from(name, sizeof PREFIX - 1);
	if (name.n != 4)
		return 0;
	for (size_t i = 0; i < name.n; i++) {
		if (name.p[i] < '0' || name.p[i] > '9')
			return 0;
		number = number * 10 + (unsigned)(name.p[i] - '0');
	}
	return number;
}

/* ---- the list ---- */

struct listing {
	struct tc_generations *g;
	size_t cap;
};

/* Notes the number of gen-NNNN.SUFFIX. */
static void note_suffixed(struct tc_str name, struct tc_str suffix,
			  unsigned *newest)
{
	if (!tc_str_ends(name, suffix))
		return;
	name.n -= suffix.n;
	unsigned number = tc_generation_number(name);
	if (number > *newest)
		*newest = number;
}

static void take_name(void *ctx, const char *name)
{
	struct listing *l = ctx;
	struct tc_generations *g = l->g;
	unsigned number = tc_generation_number(tc_str0(name));

	note_suffixed(tc_str0(name), TC_STR(BUILDING), &g->building);
	note_suffixed(tc_str0(name), TC_STR(REMOVED), &g->removed);
	if (!number)
		return;
	g->v = tc_grow(g->v, g->n, &l->cap, sizeof *g->v);
	g->v[g->n++] = number;
}

static int by_number(const void *a, const void *b)
{
	unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;

	return (x > y) - (x < y);
}

void tc_generations_list(struct tc_generations *g, const char *archive)
{
	TC_SCOPED_STUB stub = { 0 };
	struct listing l = { .g = g };

	*g = (struct tc_generations){ 0 };
	tc_directory_each(archive, take_name, &l, NULL);
	if (g->n)
		qsort(g->v, g->n, sizeof *g->v, by_number);
	if (tc_stub_read(&stub, archive, NULL) == 0)
		g->live = tc_generation_number(tc_stub_generation(&stub));
}

void tc_generations_release(struct tc_generations *g)
{
	free(g->v);
	*g = (struct tc_generations){ 0 };
}

bool tc_generations_have(const struct tc_generations *g, unsigned number)
{
	for (size_t i = 0; i < g->n; i++)
		if (g->v[i] == number)
			return true;
	return false;
}

unsigned tc_generations_before(const struct tc_generations *g)
{
	unsigned below = 0, other = 0;

	for (size_t i = 0; i < g->n; i++) {
		if (g->v[i] == g->live)
			continue;
		other = g->v[i];
		if (g->v[i] < g->live)
			below = g->v[i];
	}
	return below ? below : other;
}

/* ---- removing ---- */

int tc_generation_abandon(const char *archive, unsigned number,
			  struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 };

	tc_generation_building_path(archive, number, &path);
	return tc_directory_remove(path.p, err);
}

static void removed_path(const char *archive, unsigned number,
			 struct tc_buf *out)
{
	tc_generation_path(archive, number, out);
	tc_buf_puts(out, REMOVED);
}

/* What a program that died left behind: *left is the number of one that it
 * was building. */
static int clean(const char *archive, unsigned *left, struct tc_error *err)
{
	*left = 0;
	for (;;) {
		TC_SCOPED_GENERATIONS g = { 0 };
		TC_SCOPED_BUF path = { 0 };

		tc_generations_list(&g, archive);
		if (g.building)
			tc_generation_building_path(archive,
						    *left = g.building, &path);
		else if (g.removed)
			removed_path(archive, g.removed, &path);
		else
			return 0;
		if (tc_directory_remove(path.p, err) != 0)
			return -1;
	}
}

/* Under another name first, so that what is half removed is no generation. */
int tc_generation_remove(const char *archive, unsigned number,
			 struct tc_error *err)
{
	TC_SCOPED_BUF from = { 0 }, to = { 0 };

	tc_generation_path(archive, number, &from);
	removed_path(archive, number, &to);
	if (tc_directory_remove(to.p, err) != 0)
		return -1;
	if (rename(from.p, to.p) != 0)
		return tc_fail(err, TC_E_OUTPUT, "cannot rename '%s': %s",
			       from.p, tc_strerror(errno));
	return tc_directory_remove(to.p, err);
}

/* ---- a new one ---- */

int tc_generation_begin(const char *archive, unsigned *number,
			unsigned *left, struct tc_error *err)
{
	TC_SCOPED_GENERATIONS g = { 0 };
	TC_SCOPED_BUF path = { 0 };
	unsigned newest;

	if (clean(archive, left, err) != 0)
		return -1;
	tc_generations_list(&g, archive);
	newest = g.n ? g.v[g.n - 1] : 0;
	*number = (newest > g.live ? newest : g.live) + 1;
	if (*number > TC_GENERATION_MAX)
		return tc_fail(err, TC_E_OUTPUT,
			       "archive '%s': there is no number after %u; "
			       "dump it and restore it into a new archive",
			       archive, TC_GENERATION_MAX);
	tc_generation_building_path(archive, *number, &path);
	if (mkdir(path.p, 0777) != 0)
		return tc_fail(err, TC_E_OUTPUT, "cannot make '%s': %s",
			       path.p, tc_strerror(errno));
	return 0;
}

int tc_generation_finish(const char *archive, unsigned number,
			 struct tc_error *err)
{
	TC_SCOPED_BUF from = { 0 }, to = { 0 };

	tc_generation_building_path(archive, number, &from);
	tc_generation_path(archive, number, &to);
	if (tc_directory_sync(from.p, err) != 0)
		return -1;
	if (rename(from.p, to.p) != 0 || tc_file_sync_directory_of(to.p) != 0)
		return tc_fail(err, TC_E_OUTPUT, "cannot rename '%s': %s",
			       from.p, tc_strerror(errno));
	return 0;
}

int tc_generation_publish(const char *archive, unsigned number,
			  struct tc_error *err)
{
	TC_SCOPED_STUB stub = { 0 };
	TC_SCOPED_BUF path = { 0 };

	tc_generation_path(archive, number, &path);
	unsigned count = tc_shards_count(path.p);
	for (unsigned i = 1; i <= count; i++) {
		TC_SCOPED_BUF name = { 0 };

		tc_generation_name(number, &name);
		if (count > 1) {
			tc_buf_addc(&name, '/');
			tc_shards_name(i, &name);
		}
		tc_stub_add(&stub, TC_STUB_LOCAL, tc_buf_str(&name));
	}
	return tc_stub_write(&stub, archive, err);
}

/* ---- old ones ---- */

/* The next to go: the oldest that is neither live nor `before`, at last
 * `before`. */
static unsigned oldest(const struct tc_generations *g, unsigned before)
{
	for (size_t i = 0; i < g->n; i++)
		if (g->v[i] != g->live && g->v[i] != before)
			return g->v[i];
	return tc_generations_have(g, before) ? before : 0;
}

int tc_generations_prune(const char *archive, unsigned before, unsigned keep,
			 struct tc_error *err)
{
	for (;;) {
		TC_SCOPED_GENERATIONS g = { 0 };

		tc_generations_list(&g, archive);
		size_t others = g.n - tc_generations_have(&g, g.live);
		unsigned goes = oldest(&g, before == g.live ? 0 : before);
		if (!g.live || others <= keep || !goes)
			return 0;
		if (tc_generation_remove(archive, goes, err) != 0)
			return -1;
	}
}

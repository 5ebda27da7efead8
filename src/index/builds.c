/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/builds.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* Databases open at once for writing, seven files each. */
#define PARTS_MAX 32

static int make(const char *dir, struct tc_error *err)
{
	if (mkdir(dir, 0777) == 0 || errno == EEXIST)
		return 0;
	return tc_fail(err, TC_E_OUTPUT, "cannot make '%s': %s", dir,
		       tc_strerror(errno));
}

int tc_builds_open(struct tc_builds *b, const char *dir, unsigned shards,
		   unsigned jobs, struct tc_error *err)
{
	TC_SCOPED_SHARDS s = { 0 };

	*b = (struct tc_builds){ .n = shards };
	tc_children_init(&b->children, jobs);
	tc_shards_list(&s, dir, shards);
	if (make(dir, err) != 0)
		return -1;
	for (unsigned i = 0; i < shards; i++) {
		b->v[i] = tc_build_open(s.paths[i], &b->children, err);
		if (!b->v[i])
			return -1;
	}
	return 0;
}

void tc_builds_close(struct tc_builds *b)
{
	tc_children_release(&b->children);
	for (unsigned i = 0; i < b->n; i++)
		tc_build_close(b->v[i]);
	b->n = 0;
}

bool tc_builds_found(const struct tc_builds *b)
{
	for (unsigned i = 0; i < b->n; i++)
		if (tc_build_found(b->v[i]))
			return true;
	return false;
}

int tc_builds_add(struct tc_builds *b, struct tc_str id, struct tc_str packed,
		  struct tc_error *err)
{
	return tc_build_add(b->v[tc_shards_of(id, b->n)], packed, err);
}

int tc_builds_gather(struct tc_builds *b, struct tc_error *err)
{
	unsigned most = PARTS_MAX / b->n ? PARTS_MAX / b->n : 1;

	/* the last documents of all are written side by side */
	for (unsigned i = 0; i < b->n; i++)
		if (tc_build_end(b->v[i], err) != 0)
			return -1;
	for (unsigned i = 0; i < b->n; i++)
		if (tc_build_gather(b->v[i], most, err) != 0)
			return -1;
	return 0;
}

void tc_builds_list(const struct tc_builds *b, struct tc_shards *out)
{
	unsigned rows = 0;

	for (unsigned i = 0; i < b->n; i++)
		if (tc_build_parts(b->v[i]) > rows)
			rows = tc_build_parts(b->v[i]);
	*out = (struct tc_shards){ 0 };
	out->paths = tc_arena_alloc(&out->arena, rows * b->n *
						 sizeof *out->paths);
	for (unsigned row = 1; row <= rows; row++)
		for (unsigned i = 0; i < b->n; i++)
			out->paths[out->n++] =
				tc_build_part(b->v[i], row, &out->arena).p;
}

int tc_builds_merge(struct tc_builds *b, const char *base, const char *dest,
		    struct tc_error *err)
{
	TC_SCOPED_SHARDS from = { 0 }, to = { 0 };

	tc_shards_list(&from, base, b->n);
	tc_shards_list(&to, dest, b->n);
	if (b->n > 1 && make(dest, err) != 0)
		return -1;
	for (unsigned i = 0; i < b->n; i++)
		if (tc_build_merge(b->v[i], from.paths[i], to.paths[i],
				   err) != 0)
			return -1;
	return 0;
}

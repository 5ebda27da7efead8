/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A build (build.h) for each shard of a generation:
 *
 *   DIR/             of one shard: the build itself
 *   DIR/shard-01/    of several: a build each
 */
#ifndef TC_INDEX_BUILDS_H
#define TC_INDEX_BUILDS_H

#include "index/build.h"
#include "index/shards.h"

struct tc_builds {
	struct tc_children children;
	unsigned n;
	struct tc_build *v[TC_SHARDS_MAX];
};

/* `dir` is made when it is not there.  At most `jobs` processes write at
 * once.  *b stays where it is. */
int tc_builds_open(struct tc_builds *b, const char *dir, unsigned shards,
		   unsigned jobs, struct tc_error *err);
void tc_builds_close(struct tc_builds *b);

/* Whether what was finished by a run before was found in the directory. */
bool tc_builds_found(const struct tc_builds *b);

/* Takes a packed document, which has that id. */
int tc_builds_add(struct tc_builds *b, struct tc_str id, struct tc_str packed,
		  struct tc_error *err);

/* No more documents come; what was built is in a few databases for each
 * shard. */
int tc_builds_gather(struct tc_builds *b, struct tc_error *err);
/* Those in such an order that, opened as one behind the databases of the
 * generation itself, document d is of shard (d - 1) mod n as it will be there
 * (shards.h):
 *
 *   (shard 1, shard 2)  1st of shard 1  1st of shard 2  2nd of shard 1 ...
 */
void tc_builds_list(const struct tc_builds *b, struct tc_shards *out);
/* Merges these and the databases of the generation at `base` into one at
 * `dest`, which must not be there; what `base` has comes last. */
int tc_builds_merge(struct tc_builds *b, const char *base, const char *dest,
		    struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A generation in several databases, so that several machines can serve it:
 *
 *   gen-0002/manifest.json
 *   gen-0002/shard-01/       a Xapian database; the metadata of the whole
 *   gen-0002/shard-02/
 *   gen-0002/shard-03/
 *
 * An article is in the shard that its id says, in whatever order articles
 * came.  Read together the docids go round: docid d is in number
 * (d - 1) mod n.  Each knows which one it is of how many ("2/3" under
 * TC_META_SHARD), so that a list with one too few, twice the same or in
 * another order is noticed.  A generation of one is the database itself, and
 * "1/1" is not written.
 */
#ifndef TC_INDEX_SHARDS_H
#define TC_INDEX_SHARDS_H

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

#define TC_SHARDS_MAX 64
#define TC_META_SHARD "tracuu-shard"

/* How many the generation in a directory has; 1 where there is none.  A gap
 * counts, so that it is found. */
unsigned tc_shards_count(const char *generation);

/* The databases of a generation. */
struct tc_shards {
	struct tc_arena arena;
	const char **paths;
	size_t n;
};
void tc_shards_list(struct tc_shards *s, const char *generation,
		    unsigned count);
void tc_shards_release(struct tc_shards *s);

/* Name of one below its generation, from 1 on: "shard-02". */
void tc_shards_name(unsigned number, struct tc_buf *out);
/* From 0 on: where an article of that id goes. */
unsigned tc_shards_of(struct tc_str id, unsigned count);
/* What number `number` of `count` says of itself: "2/3". */
void tc_shards_mark(unsigned number, unsigned count, struct tc_buf *out);

#define TC_SCOPED_SHARDS \
	__attribute__((cleanup(tc_shards_release))) struct tc_shards

#endif

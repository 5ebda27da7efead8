/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A whole database from nothing, on all cores: documents are spooled in their
 * order, each spool of some thousand becomes a shard in a process of its own,
 * and the shards are merged, in order.  So the result does not depend on the
 * number of processes.
 *
 *   DIR/spool-000007        packed documents, each behind its length; of the
 *                           last, which nothing else is done beside, the
 *                           second half becomes one of its own
 *   DIR/shard-000006.part/  being written
 *   DIR/shard-000005/       finished and synced; what an interrupted build
 *                           leaves of these, without a gap, is kept by the
 *                           next one
 *   DIR/merge-1-000001/     32 shards; merge-2-000001/ is 32 of these
 *
 *   shards -> gathered into a few parts -> merged into one
 *
 * In between the parts may be opened and written to: whatever becomes of
 * their blocks, those of the whole are full.  Shards stay until the build is
 * discarded.  Small ones: what Xapian buffers between two flushes stays in
 * the cache.
 */
#ifndef TC_INDEX_BUILD_H
#define TC_INDEX_BUILD_H

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

struct tc_build;

/* `dir` is made when it is not there.  At most `jobs` shards are written at
 * once.  NULL on failure. */
struct tc_build *tc_build_open(const char *dir, unsigned jobs,
			       struct tc_error *err);
/* Stops what is running; the directory stays. */
void tc_build_close(struct tc_build *b);

/* Finished shards that were found in the directory. */
unsigned tc_build_found(const struct tc_build *b);

/* Takes a packed document (document.h). */
int tc_build_add(struct tc_build *b, struct tc_str packed,
		 struct tc_error *err);

/* No more documents come: the last ones are being written when this returns.
 * tc_build_gather() does it by itself. */
int tc_build_end(struct tc_build *b, struct tc_error *err);

/* Everything is in `most` databases or fewer when this returns. */
int tc_build_gather(struct tc_build *b, unsigned most, struct tc_error *err);
/* How many, and where number `number` of them is, from 1 on; behind the last
 * one a place for an empty database. */
unsigned tc_build_parts(const struct tc_build *b);
struct tc_str tc_build_part(const struct tc_build *b, unsigned number,
			    struct tc_arena *arena);

/* Merges them, in order, and the database at `base` behind them into one at
 * `dest`, which must not be there; it is on the disk when this returns. */
int tc_build_merge(struct tc_build *b, const char *base, const char *dest,
		   struct tc_error *err);

#endif

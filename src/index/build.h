/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A whole database from nothing, on all cores.  Documents wait in a window
 * (window.h), which is sorted, newest first, when it is full or no more come;
 * each thousand of it become a shard in a process of its own, while the next
 * window fills; and the shards are merged, in order.  So articles are numbered
 * newest first in runs as long as a window, where a search for the newest need
 * not look at all (order.h), and neighbours in time are neighbours on the disk,
 * where a filter by date passes whole blocks over (the same query takes .68 of
 * the time at 100,000 articles).  Which article comes where depends on the
 * order in which they came, and not on the number of processes.
 *
 *   arrival  | window: 32,000      | window                | ...
 *   shards     1 2 ... 32            33 34 ... 64
 *   dates      2024 ....... 2009     2024 ......... none
 *
 *   DIR/window-000033       documents of shards 33 to 64, until these are there
 *   DIR/window-000065       being filled
 *   DIR/shard-000034.part/  being written
 *   DIR/shard-000033/       finished and synced
 *   DIR/merge-1-000001/     32 shards; merge-2-000001/ is 32 of these
 *
 *   shards -> gathered into a few parts -> merged into one
 *
 * What an interrupted build leaves is kept by the next one: the shards without
 * a gap, and what stands in the windows behind them, where that is a thousand
 * documents at least.
 *
 * In between the parts may be opened and written to: whatever becomes of
 * their blocks, those of the whole are full.  Shards stay until the build is
 * discarded.  Small ones: what Xapian buffers between two flushes stays in
 * the cache.
 */
#ifndef TC_INDEX_BUILD_H
#define TC_INDEX_BUILD_H

#include "base/children.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

struct tc_build;

/* Documents of a window.  Tests take fewer than 32,000. */
extern uint32_t tc_build_window;

/* `dir` is made when it is not there.  Shards are written by the children,
 * which may be those of other builds as well, and are released before the
 * build is closed.  NULL on failure. */
struct tc_build *tc_build_open(const char *dir, struct tc_children *children,
			       struct tc_error *err);
/* The directory stays. */
void tc_build_close(struct tc_build *b);

/* Whether documents were found in the directory. */
bool tc_build_found(const struct tc_build *b);

/* Takes a packed document (document.h). */
int tc_build_add(struct tc_build *b, struct tc_str packed,
		 struct tc_error *err);

/* No more documents come: some of the last ones are being written when this
 * returns.
 * tc_build_gather() does it by itself, and waits. */
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

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where a database has its articles newest first, so that a search for the
 * newest need not look at all of them (xap.h):
 *
 *   docid    1 ......... 32000  32001 ........ 50210  50211 .....
 *   date     2024-06 ... 2009   2024-07 ... (none)    as they came
 *            run                run                   no order
 *
 * A fresh build writes such runs (build.h), but nothing relies on how
 * documents came to their place: at the end of each change the dates are
 * looked at, and what is found is noted in the metadata of each database:
 *
 *   "7d6b5c76-8d2c-4f0c-9a13-2f0c5e0b8f61:42 1-32001 32001-50211"
 *
 * that is the state that the commit makes, and where the runs begin and end.
 * A note of another state is not believed.  So programs that do not know of
 * notes may write, too, and a commit on the way needs none.
 */
#ifndef TC_INDEX_ORDER_H
#define TC_INDEX_ORDER_H

#include "base/error.h"
#include "base/mem.h"
#include "index/archive.h"
#include "index/xap.h"

#define TC_META_ORDER "tracuu-order"

/* The longest ones are noted. */
#define TC_ORDER_RUNS_MAX 64
/* Documents of a run, at least: of a shorter one as good as all are looked at
 * for a page. */
#define TC_ORDER_RUN_MIN 500

/* Notes the runs of every database that has changed or has no note of what it
 * is, and commits. */
int tc_order_commit(struct tc_archive *a, struct tc_error *err);

/* The runs of a database, in order of docid, into the arena; none where it is
 * made of several, is on another machine or has no note of what it is. */
int tc_order_read(struct tc_xdb *db, struct tc_arena *arena,
		  const struct tc_xrun **runs, size_t *count,
		  struct tc_error *err);

#endif

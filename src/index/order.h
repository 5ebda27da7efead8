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
 * documents came to their place: behind each change the dates are looked at,
 * and what is found stands beside the tables:
 *
 *   DATABASE/dates.order
 *     "7d6b5c76-8d2c-4f0c-9a13-2f0c5e0b8f61:42\n"   the state of the database
 *     "1-32001\n"                                   a run, and where it ends
 *     "32001-50211\n"
 *
 * Of another state of the database it is not believed.  So a commit on the way
 * needs no note, nor do programs that do not know of it; where it is lost or
 * cut short, more is looked at.
 */
#ifndef TC_INDEX_ORDER_H
#define TC_INDEX_ORDER_H

#include "base/error.h"
#include "base/mem.h"
#include "index/archive.h"
#include "index/xap.h"

#define TC_ORDER_FILE "dates.order"

/* The longest ones are noted. */
#define TC_ORDER_RUNS_MAX 64
/* Documents of a run, at least: of a shorter one as good as all are looked at
 * for a page. */
#define TC_ORDER_RUN_MIN 500

/* Notes the runs of what is committed, of all databases of the generation,
 * where they are not noted yet. */
int tc_order_note(struct tc_archive *a, struct tc_error *err);
/* Commits, and does that. */
int tc_order_commit(struct tc_archive *a, struct tc_error *err);

/* The runs of a database, in order of docid, into the arena; none where it is
 * made of several, is on another machine or has no note of what it is. */
int tc_order_read(struct tc_xdb *db, struct tc_arena *arena,
		  const struct tc_xrun **runs, size_t *count,
		  struct tc_error *err);

#endif

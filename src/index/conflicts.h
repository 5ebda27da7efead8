/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The contradictions of a whole archive (fact/contradiction.h). */
#ifndef TC_INDEX_CONFLICTS_H
#define TC_INDEX_CONFLICTS_H

#include "fact/contradiction.h"
#include "index/archive.h"

/* 0 to go on, -1 to stop with err. */
typedef int tc_conflict_fn(void *ctx, const struct tc_article *a,
			   const struct tc_contradiction *c,
			   struct tc_error *err);

/* Calls `each` for every contradiction, article by article in the order of
 * the index.  The archive is open for reading. */
int tc_conflicts_each(struct tc_archive *archive, tc_conflict_fn *each,
		      void *ctx, struct tc_error *err);

#endif

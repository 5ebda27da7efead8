/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One hit a story: of the articles of a cluster (index/cluster.h) a page shows
 * the one that ranks best, with the number of the others.  Totals, counts and
 * facets are of articles, copies included; exports have all of them.
 *
 * The hits themselves are folded, not the matches: a value is read for each
 * hit that is shown, where Xapian's collapsing reads one for each match.  No
 * article is chosen beforehand as the one to show: a copy may match where that
 * one does not, by its site or its date.
 */
#ifndef TC_QUERY_COPIES_H
#define TC_QUERY_COPIES_H

#include "index/cluster.h"
#include "index/record.h"
#include "index/xap.h"

/* The stories that were shown.  `{0}` with an arena is none. */
struct tc_fold {
	struct tc_arena *arena;
	char (*names)[TC_CLUSTER_NAME];
	size_t n, cap;
	struct tc_story *known;		/* in order of docids */
	size_t known_count;
};

struct tc_story {
	uint32_t docid;
	struct tc_cluster cluster;
};

/* Reads the stories of the next hits together: one by one, between what else
 * is read of a hit, each would be looked for from the top of the table. */
int tc_fold_read(struct tc_fold *f, struct tc_xdb *db,
		 const struct tc_xhit *hits, size_t n, struct tc_error *err);
/* The story of a hit, read before or not; `f` may be NULL. */
int tc_fold_story(const struct tc_fold *f, struct tc_xdb *db, uint32_t docid,
		  struct tc_cluster *out, struct tc_error *err);
/* 1 when its story was shown before, 0 when it is shown now, -1. */
int tc_fold_seen(struct tc_fold *f, struct tc_xdb *db, uint32_t docid,
		 struct tc_error *err);

/* Whether there are copies in the archive. */
int tc_copies_any(struct tc_xdb *db, bool *any, struct tc_error *err);

struct tc_copies {
	struct tc_record *v;	/* in order of ids */
	size_t n;
};

/* The other articles of its story. */
int tc_copies_of(struct tc_xdb *db, const struct tc_article *a,
		 struct tc_arena *arena, struct tc_copies *out,
		 struct tc_error *err);

#endif

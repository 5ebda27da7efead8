/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Stories that stand in the archive more than once: on several sites, under
 * several addresses, edited, cut, with another title or lead.  Each stays an
 * article of its own; those that resemble each other, directly or by way of
 * others, are one cluster:
 *
 *   value TC_SLOT_SKETCH   64 bytes, of each article that is long enough
 *   value TC_SLOT_CLUSTER  "0123456789abcdef3": the least id in the cluster,
 *                          and how many articles it has; none when alone
 *   term  XK:0123456789abcdef    of each article in it
 *
 * What is a cluster follows from the articles alone, in whatever order and
 * by however many workers they came in; but where sketches of more than
 * TC_COMPARED_MAX articles (cluster-find.h) are like one's and their texts are
 * not, which of them are compared with it depends on what came before.
 */
#ifndef TC_INDEX_CLUSTER_H
#define TC_INDEX_CLUSTER_H

#include "index/archive.h"
#include "text/sketch.h"

/* The shingles of bodies that two articles share, of all that either has.  Of
 * the copies that make eval-copies makes, down to a third of a story, each had
 * .33 or more; two different articles of the corpus had .06 at most. */
#define TC_CLUSTER_RESEMBLANCE .3

#define TC_CLUSTER_NAME 16

struct tc_cluster {
	char name[TC_CLUSTER_NAME + 1];	/* "" when alone */
	uint32_t size;			/* 1 when alone */
};

/* Whether the sketches are enough alike to compare the texts. */
bool tc_cluster_candidate(const struct tc_sketch *a,
			  const struct tc_sketch *b);

void tc_sketch_put(const struct tc_sketch *sketch, struct tc_buf *out);
bool tc_sketch_get(struct tc_str bytes, struct tc_sketch *out);

/* Puts every article into its cluster; `archive` is open for writing.  Unless
 * `whole`, it was settled when it was opened: what was written since is
 * compared with what there is, and what lost a near-duplicate. */
int tc_clusters_settle(struct tc_archive *archive, bool whole,
		       struct tc_error *err);

/* The cluster of a document. */
int tc_cluster_of(struct tc_xdb *db, uint32_t docid, struct tc_cluster *out,
		  struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * An article that goes from one shard to another: its address has become
 * another one, or its page has now what another article has.  A commit is all
 * or nothing in each shard alone, so that in between it could be in neither,
 * or stay in both:
 *
 *   put into the new one, with a note of its sources there | commit of that
 *   taken out of the old one                               | commit of that
 *   note cleared                                           | commit of that
 *
 * Who dies before the first commit has done nothing; who dies later leaves a
 * note, and whoever opens the archive for writing does the rest.  A reader
 * meanwhile may see the article as it was beside the one that it is.
 */
#ifndef TC_INDEX_MOVES_H
#define TC_INDEX_MOVES_H

#include "index/archive.h"

#define TC_META_MOVED "tracuu-moved"

/* The shard of a document, from 0 on. */
unsigned tc_moves_shard(const struct tc_archive *a, uint32_t docid);
/* What these sources brought was put into a shard. */
int tc_moves_begin(struct tc_archive *a, unsigned to,
		   const struct tc_str *sources, size_t n,
		   struct tc_error *err);
/* And was taken out of the other one. */
int tc_moves_end(struct tc_archive *a, unsigned from, unsigned to,
		 struct tc_error *err);
/* What one that died has left; the archive was just opened for writing. */
int tc_moves_settle(struct tc_archive *a, struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Articles into the archive.  What became of a capture is one of:
 *
 *   imported    a new article
 *   replaced    a known source or URL with other content
 *   unchanged   a known source as it was
 *   duplicate   the very content of an article that is there: noted as one
 *               more source of it
 *
 * Nothing is seen by readers before tc_indexer_commit(), but for an article
 * that goes to another shard (moves.h).
 */
#ifndef TC_INDEX_INDEXER_H
#define TC_INDEX_INDEXER_H

#include "fact/article.h"
#include "index/archive.h"
#include "index/document.h"

enum tc_outcome {
	TC_IMPORTED, TC_REPLACED, TC_UNCHANGED, TC_DUPLICATE, TC_OUTCOME_COUNT
};

/* Compares a capture with what the archive has of its source: 1 when nothing
 * changed, 0 when it has to be read, -1 on failure.  Without `digest_known`
 * size and time decide; with it the digest does, and a new time is noted. */
int tc_indexer_known(struct tc_archive *a, const struct tc_capture_info *c,
		     bool digest_known, struct tc_error *err);

/* Puts an article: its document, of one source. */
int tc_indexer_put(struct tc_archive *a, const struct tc_document *d,
		   enum tc_outcome *outcome, struct tc_error *err);

/* Removes the article of a source that has become a reject; 1 when there
 * was one, else 0. */
int tc_indexer_remove_source(struct tc_archive *a, struct tc_str source,
			     struct tc_error *err);

/* Takes a source away from the articles of all other shards. */
int tc_indexer_keep_in(struct tc_archive *a, struct tc_str source,
		       unsigned shard, struct tc_error *err);

/* What duplicates of a document would be called, into one that takes its
 * place. */
int tc_indexer_copy_aliases(struct tc_xdb *db, uint32_t docid,
			    struct tc_xdoc *doc, struct tc_error *err);

int tc_indexer_commit(struct tc_archive *a, struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/look.h"

#include <stdlib.h>

int tc_look(struct tc_xdb *db, const struct tc_xhit *hit,
	    struct tc_arena *arena, struct tc_arena *tokens,
	    const struct tc_wanted *wanted, const struct tc_fold *stories,
	    struct tc_look *out, struct tc_error *err)
{
	struct tc_cluster cluster;

	*out = (struct tc_look){ .hit = *hit };
	if (tc_fold_story(stories, db, hit->docid, &cluster, err) != 0)
		return -1;
	out->copies = cluster.size - 1;
	return tc_record_load_outline(db, hit->docid, arena, &out->record,
				      tokens, wanted, &out->outline, err);
}

int tc_look_id(struct tc_xdb *db, const struct tc_xhit *hit,
	       struct tc_look *out, struct tc_error *err)
{
	TC_SCOPED_BUF value = { 0 };

	*out = (struct tc_look){ .hit = *hit };
	if (tc_xdb_value(db, hit->docid, TC_SLOT_ID, &value, err) != 0)
		return -1;
	/* nothing else vouches for it, as a record's form does for what it
	 * holds */
	if (!tc_article_is_id(tc_buf_str(&value), TC_ID_DIGITS))
		return tc_fail(err, TC_E_DAMAGED, "article %u has no id",
			       hit->docid);
	memcpy(out->record.article.id, value.p, value.n);
	return 0;
}

static bool before(const struct tc_xhit *a, const struct tc_xhit *b)
{
	return a->weight > b->weight;
}

/* By insertion: equals keep their order, and few move far. */
static void sort(struct tc_xhit *v, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct tc_xhit x = v[i];
		size_t at = i;
		for (; at && before(&x, &v[at - 1]); at--)
			v[at] = v[at - 1];
		v[at] = x;
	}
}

int tc_look_row(struct tc_xdb *db, uint32_t docid, struct tc_buf *stored,
		struct tc_str *row, struct tc_error *err)
{
	tc_buf_clear(stored);
	if (tc_xdb_value(db, docid, TC_SLOT_WORDS, stored, err) != 0)
		return -1;
	if (!tc_wordrow_open(tc_buf_str(stored), row))
		return tc_fail(err, TC_E_DAMAGED,
			       "the row of words of document %u is damaged",
			       docid);
	return 0;
}

/* The places of the hits in the order of their documents. */
static void by_docid(const struct tc_xhit *hits, size_t n, uint8_t *order)
{
	for (size_t i = 0; i < n; i++) {
		size_t at = i;
		for (; at && hits[order[at - 1]].docid > hits[i].docid; at--)
			order[at] = order[at - 1];
		order[at] = (uint8_t)i;
	}
}
_Static_assert(TC_RERANK_BLOCK <= UINT8_MAX, "places are bytes");

int tc_look_again(struct tc_looker *l, struct tc_xhit *hits, size_t n,
		  struct tc_error *err)
{
	struct tc_rerank_seen seen[TC_RERANK_BLOCK] = { 0 };
	TC_SCOPED_ARENA scratch = { 0 };
	TC_SCOPED_BUF stored = { 0 };
	uint8_t order[TC_RERANK_BLOCK];
	struct tc_str row;

	if (!l->rerank.words)
		tc_rerank_prepare(&l->rerank, l->arena);
	/* neighbours in the table share blocks: 60 are read instead of 100 */
	by_docid(hits, n, order);
	for (size_t i = 0; i < n; i++) {
		const size_t at = order[i];
		if (tc_look_row(l->db, hits[at].docid, &stored, &row, err) != 0)
			return -1;
		tc_rerank_read(&l->rerank, row, &scratch, &seen[at]);
	}
	if (!l->rerank.settled)
		tc_rerank_settle(&l->rerank, seen, n, l->arena);
	for (size_t i = 0; i < n; i++)
		hits[i].weight += tc_rerank_bonus(&l->rerank, &seen[i]);
	sort(hits, n);
	return 0;
}

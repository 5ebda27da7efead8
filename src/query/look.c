/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/look.h"

#include <stdlib.h>

int tc_look(const struct tc_looker *l, const struct tc_xhit *hit,
	    struct tc_arena *arena, struct tc_look *out, struct tc_error *err)
{
	TC_SCOPED_BUF data = { 0 };
	struct tc_cluster cluster;

	*out = (struct tc_look){ .hit = *hit };
	if (tc_cluster_of(l->db, hit->docid, &cluster, err) != 0)
		return -1;
	out->copies = cluster.size - 1;
	if (tc_xdb_data(l->db, hit->docid, &data, err) != 0 ||
	    tc_record_read(tc_arena_str(arena, tc_buf_str(&data)), arena,
			   &out->record, err) != 0)
		return -1;
	tc_tokenize(out->record.article.text, arena, &out->tokens);
	return 0;
}

static int by_weight(const void *a, const void *b)
{
	const struct tc_look *x = a, *y = b;

	if (x->hit.weight != y->hit.weight)
		return x->hit.weight < y->hit.weight ? 1 : -1;
	return (x->rank > y->rank) - (x->rank < y->rank);
}

int tc_look_block(const struct tc_looker *l, const struct tc_xhit *hits,
		  size_t n, bool again, struct tc_arena *arena,
		  struct tc_look *out, struct tc_error *err)
{
	for (size_t i = 0; i < n; i++) {
		if (tc_look(l, &hits[i], arena, &out[i], err) != 0)
			return -1;
		out[i].rank = i;
		if (again)
			out[i].hit.weight += tc_rerank_bonus(
				l->plan, l->rank, &out[i].tokens,
				l->documents, arena);
	}
	if (again)
		qsort(out, n, sizeof *out, by_weight);
	return 0;
}

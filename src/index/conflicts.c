/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/conflicts.h"

#include "index/record.h"

struct walk {
	struct tc_archive *archive;
	tc_conflict_fn *each;
	void *ctx;
	struct tc_error *err;
	struct tc_arena arena;
	bool bad;
};

static int take_document(struct walk *w, uint32_t docid)
{
	struct tc_contradictions found;
	struct tc_record record;

	tc_arena_clear(&w->arena);
	if (tc_record_load(w->archive->db, docid, &w->arena, &record,
			   w->err) != 0)
		return -1;
	tc_contradictions_find(&record.article, &w->arena, &found);
	for (size_t i = 0; i < found.n; i++)
		if (w->each(w->ctx, &record.article, &found.v[i], w->err) != 0)
			return -1;
	return 0;
}

static bool each_document(void *ctx, uint32_t docid)
{
	struct walk *w = ctx;

	w->bad = take_document(w, docid) != 0;
	return !w->bad;
}

int tc_conflicts_each(struct tc_archive *archive, tc_conflict_fn *each,
		      void *ctx, struct tc_error *err)
{
	struct walk w = { .archive = archive, .each = each, .ctx = ctx,
			  .err = err };
	int bad = tc_xdb_documents(archive->db, each_document, &w, err);

	tc_arena_release(&w.arena);
	return bad || w.bad ? -1 : 0;
}

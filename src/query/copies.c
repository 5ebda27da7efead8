/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/copies.h"

#include "index/schema.h"

#include <stdlib.h>

static int by_docid(const void *a, const void *b)
{
	const struct tc_story *x = a, *y = b;

	return (x->docid > y->docid) - (x->docid < y->docid);
}

int tc_fold_read(struct tc_fold *f, struct tc_xdb *db,
		 const struct tc_xhit *hits, size_t n, struct tc_error *err)
{
	f->known = tc_arena_alloc(f->arena, n * sizeof *f->known);
	f->known_count = 0;
	for (size_t i = 0; i < n; i++)
		f->known[i].docid = hits[i].docid;
	qsort(f->known, n, sizeof *f->known, by_docid);
	for (size_t i = 0; i < n; i++)
		if (tc_cluster_of(db, f->known[i].docid, &f->known[i].cluster,
				  err) != 0)
			return -1;
	f->known_count = n;
	return 0;
}

int tc_fold_story(const struct tc_fold *f, struct tc_xdb *db, uint32_t docid,
		  struct tc_cluster *out, struct tc_error *err)
{
	const struct tc_story key = { .docid = docid };
	const struct tc_story *known = NULL;

	if (f && f->known_count)
		known = bsearch(&key, f->known, f->known_count, sizeof key,
				by_docid);
	if (!known)
		return tc_cluster_of(db, docid, out, err);
	*out = known->cluster;
	return 0;
}

int tc_fold_seen(struct tc_fold *f, struct tc_xdb *db, uint32_t docid,
		 struct tc_error *err)
{
	struct tc_cluster c;

	if (tc_fold_story(f, db, docid, &c, err) != 0)
		return -1;
	if (c.size < 2)
		return 0;
	for (size_t i = 0; i < f->n; i++)
		if (memcmp(f->names[i], c.name, TC_CLUSTER_NAME) == 0)
			return 1;
	f->names = tc_arena_grow(f->arena, f->names, f->n, &f->cap,
				 sizeof *f->names);
	memcpy(f->names[f->n++], c.name, TC_CLUSTER_NAME);
	return 0;
}

int tc_copies_any(struct tc_xdb *db, bool *any, struct tc_error *err)
{
	uint32_t documents = 0;
	int bad = tc_xdb_value_frequency(db, TC_SLOT_CLUSTER, &documents, err);

	*any = documents > 0;
	return bad;
}

/* ---- of one article ---- */

struct gathering {
	struct tc_xdb *db;
	const char *id;		/* that of the article itself */
	struct tc_arena *arena;
	struct tc_copies *out;
	size_t cap;
	struct tc_error *err;
	bool bad;
};

static bool add_copy(void *ctx, uint32_t docid)
{
	struct gathering *g = ctx;
	struct tc_copies *out = g->out;
	struct tc_record r;

	g->bad = tc_record_load(g->db, docid, g->arena, &r, g->err) != 0;
	if (g->bad || strcmp(r.article.id, g->id) == 0)
		return !g->bad;
	out->v = tc_arena_grow(g->arena, out->v, out->n, &g->cap,
			       sizeof *out->v);
	out->v[out->n++] = r;
	return true;
}

static int by_id(const void *a, const void *b)
{
	const struct tc_record *x = a, *y = b;

	return strcmp(x->article.id, y->article.id);
}

int tc_copies_of(struct tc_xdb *db, const struct tc_article *a,
		 struct tc_arena *arena, struct tc_copies *out,
		 struct tc_error *err)
{
	struct gathering g = { .db = db, .id = a->id, .arena = arena,
			       .out = out, .err = err };
	TC_SCOPED_BUF term = { 0 };
	struct tc_cluster c;
	uint32_t docid;

	*out = (struct tc_copies){ 0 };
	int found = tc_xdb_find(db, tc_schema_term(TC_F_ID, tc_str0(a->id),
						   &term), &docid, err);
	if (found <= 0)
		return found;
	if (tc_cluster_of(db, docid, &c, err) != 0)
		return -1;
	if (c.size < 2)
		return 0;
	if (tc_xdb_postings(db, tc_schema_term(TC_F_CLUSTER, tc_str0(c.name),
					       &term), add_copy, &g,
			    err) != 0 || g.bad)
		return -1;
	if (out->n)
		qsort(out->v, out->n, sizeof *out->v, by_id);
	return 0;
}

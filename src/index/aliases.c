/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/aliases.h"

#include "base/mem.h"

#include <stdlib.h>

void tc_aliases_add(struct tc_aliases *v, struct tc_str id)
{
	v->ids = tc_arena_grow(v->arena, v->ids, v->n, &v->cap,
			       sizeof *v->ids);
	v->ids[v->n++] = tc_arena_str(v->arena, id);
}

static bool each_term(void *ctx, struct tc_str term, uint32_t wdf)
{
	const struct tc_str prefix = tc_str0(tc_schema[TC_F_ALIAS].prefix);

	(void)wdf;
	if (tc_str_starts(term, prefix))
		tc_aliases_add(ctx, tc_str_from(term, prefix.n));
	return true;
}

int tc_aliases_of(struct tc_aliases *v, struct tc_xdb *db, uint32_t docid,
		  struct tc_error *err)
{
	return tc_xdb_document_terms(db, docid, each_term, v, err);
}

static int by_term(const void *a, const void *b)
{
	const struct tc_term *x = a, *y = b;

	return tc_str_cmp(x->term, y->term);
}

void tc_aliases_put(const struct tc_aliases *v, struct tc_document *d)
{
	struct tc_term *terms;

	if (!v->n)
		return;
	terms = tc_arena_alloc(v->arena,
			       (d->term_count + v->n) * sizeof *terms);
	memcpy(terms, d->terms, d->term_count * sizeof *terms);
	for (size_t i = 0; i < v->n; i++) {
		TC_SCOPED_BUF term = { 0 };
		terms[d->term_count++] = (struct tc_term){
			.term = tc_arena_str(v->arena, tc_schema_term(
				TC_F_ALIAS, v->ids[i], &term)),
		};
	}
	qsort(terms, d->term_count, sizeof *terms, by_term);
	d->terms = terms;
}

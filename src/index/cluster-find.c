/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/cluster-find.h"

#include "index/cluster.h"
#include "index/record.h"
#include "index/schema.h"

/* Of two texts at the threshold 10 bins are equal, give or take 3; of two
 * that have nothing to do with each other, none. */
#define EQUAL_MIN 5

/* The first band that both have; TC_BANDS when there is none. */
static size_t first_band(const struct tc_sketch *a, const struct tc_sketch *b)
{
	size_t i = 0;

	while (i < TC_BANDS && tc_band_key(a, i) != tc_band_key(b, i))
		i++;
	return i;
}

bool tc_cluster_candidate(const struct tc_sketch *a, const struct tc_sketch *b)
{
	return first_band(a, b) < TC_BANDS &&
	       tc_sketch_equal(a, b) >= EQUAL_MIN;
}

bool tc_sketches_meet(const struct tc_sketch *a, const struct tc_sketch *b,
		      size_t band)
{
	return first_band(a, b) == band && tc_sketch_equal(a, b) >= EQUAL_MIN;
}

int tc_finding_sketch(struct tc_finding *f, uint32_t docid,
		      struct tc_sketch *out)
{
	TC_SCOPED_BUF value = { 0 };

	if (tc_xdb_value(f->db, docid, TC_SLOT_SKETCH, &value, f->err) != 0)
		return -1;
	if (!tc_sketch_get(tc_buf_str(&value), out))
		*out = (struct tc_sketch){ 0 };
	return 0;
}

static int read_body(struct tc_finding *f, uint32_t docid,
		     struct tc_cluster_body *b)
{
	struct tc_tokens tokens;
	struct tc_record r;

	if (b->read && b->docid == docid)
		return 0;
	tc_arena_clear(&b->arena);
	b->read = false;
	if (tc_record_load(f->db, docid, &b->arena, &r, f->err) != 0)
		return -1;
	tc_tokenize(tc_str_from(r.article.text, r.article.title_len),
		    &b->arena, &tokens);
	b->v = tc_arena_alloc(&b->arena, tokens.n * sizeof *b->v);
	b->n = tc_shingles(tokens.v, tokens.n, b->v);
	b->docid = docid;
	b->read = true;
	return 0;
}

int tc_finding_compare(struct tc_finding *f, uint32_t a, uint32_t b)
{
	if (read_body(f, a, &f->left) != 0 || read_body(f, b, &f->right) != 0)
		return -1;
	size_t shared = tc_shingles_shared(f->left.v, f->left.n, f->right.v,
					   f->right.n);
	size_t all = f->left.n + f->right.n - shared;
	if ((double)shared >= TC_CLUSTER_RESEMBLANCE * (double)all)
		tc_sets_join(&f->sets, a, b);
	return 0;
}

void tc_finding_release(struct tc_finding *f)
{
	tc_arena_release(&f->left.arena);
	tc_arena_release(&f->right.arena);
	tc_sets_release(&f->sets);
}

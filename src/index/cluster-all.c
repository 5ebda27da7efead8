/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * For some bands after the others
 *
 *   sketches -> how often a key of a band is there, in small counters
 *            -> (band, key, article) of those that are not alone, sorted
 *            -> those with one key are compared by their texts
 *            -> sets joined
 *
 * so that memory holds what has near-duplicates, not every article; where
 * these are many, a share of the keys after the other.
 */
#include "config.h"

#include "index/cluster-find.h"

#include "index/cluster.h"
#include "index/schema.h"

#include <stdlib.h>

/* Bands of one walk, a byte of an entry's. */
#define AT_ONCE 4
/* Counters of keys: of half a million articles one in ten has a stranger in
 * its counter and is sorted for nothing. */
#define COUNTER_BITS 22
#define COUNTERS_SIZE (((size_t)1 << COUNTER_BITS) / 8)
/* About so many entries in one share: 8 MB, and as much again as they are
 * sorted.  Another share costs another walk, half a second for a million
 * articles. */
#define SHARE ((size_t)1 << 19)
/* One and all that it is looked up against. */
#define SKETCHES (TC_LOOKED_UP_MAX + 1)

struct entry {
	uint32_t key;		/* of the band */
	uint32_t order;		/* of the whole sketch: tells equals apart
				   in the same way whatever their docids */
	uint32_t docid, band;
};

struct gathering {
	struct tc_finding *f;
	struct entry *entries;
	size_t n, cap;
	size_t first;		/* band */
	size_t met;		/* found their counter taken */
	size_t shares, share;
	struct tc_sketch *sketches;	/* of the last entries of a key */
	/* a bit for each counter of each band */
	uint64_t *once[AT_ONCE], *again[AT_ONCE];
};

static struct tc_sketch *sketch_of(struct gathering *g, size_t i)
{
	return &g->sketches[i % SKETCHES];
}

/* Two with one key: compared in the first band that they share. */
static int meet(struct gathering *g, const struct entry *e, size_t a, size_t b)
{
	return tc_sketches_meet(sketch_of(g, a), sketch_of(g, b), e[a].band) ?
		       tc_finding_compare(g->f, e[a].docid, e[b].docid) : 0;
}

/* One with those before it. */
static int take_entry(struct gathering *g, const struct entry *e, size_t i)
{
	struct tc_finding *f = g->f;
	size_t first = i > TC_LOOKED_UP_MAX ? i - TC_LOOKED_UP_MAX : 0;
	size_t compared = 0;

	if (tc_finding_sketch(f, e[i].docid, sketch_of(g, i)) != 0)
		return -1;
	for (size_t k = i; k-- > first && compared < TC_COMPARED_MAX;) {
		if (tc_sets_joined(&f->sets, e[i].docid, e[k].docid))
			continue;
		if (meet(g, e, i, k) != 0)
			return -1;
		compared++;
	}
	return 0;
}

static int take_key(struct gathering *g, const struct entry *e, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (take_entry(g, e, i) != 0)
			return -1;
	return 0;
}

/* The bit of a key's counter, and the word that it is in. */
static size_t counter_of(uint32_t key, uint64_t *bit)
{
	uint32_t i = key * UINT32_C(0x9E3779B1) >> (32 - COUNTER_BITS);

	*bit = UINT64_C(1) << (i & 63);
	return i / 64;
}

static bool count_keys(void *ctx, uint32_t docid, struct tc_str value)
{
	struct gathering *g = ctx;
	struct tc_sketch sketch;
	uint64_t bit;

	(void)docid;
	if (!tc_sketch_get(value, &sketch))
		return true;
	for (size_t i = 0; i < AT_ONCE; i++) {
		uint32_t key = tc_band_key(&sketch, g->first + i);
		size_t at = counter_of(key, &bit);
		g->met += (g->once[i][at] & bit) != 0;
		g->again[i][at] |= g->once[i][at] & bit;
		g->once[i][at] |= bit;
	}
	return true;
}

static bool note_entries(void *ctx, uint32_t docid, struct tc_str value)
{
	struct gathering *g = ctx;
	struct tc_sketch sketch;
	uint64_t bit;

	if (!tc_sketch_get(value, &sketch))
		return true;
	for (size_t i = 0; i < AT_ONCE; i++) {
		uint32_t key = tc_band_key(&sketch, g->first + i);
		size_t at = counter_of(key, &bit);
		if (!(g->again[i][at] & bit) || at % g->shares != g->share)
			continue;
		g->entries = tc_grow(g->entries, g->n, &g->cap,
				     sizeof *g->entries);
		g->entries[g->n++] = (struct entry){
			.key = key, .order = tc_str_hash(value, 1),
			.docid = docid, .band = (uint32_t)(g->first + i) };
	}
	return true;
}

static bool is_same_key(const struct entry *a, const struct entry *b)
{
	return a->band == b->band && a->key == b->key;
}

static int by_key(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	const int cmp = tc_band_cmp(x->band, x->key, y->band, y->key);

	if (cmp)
		return cmp;
	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	return (x->docid > y->docid) - (x->docid < y->docid);
}

/* Which keys of the bands are not alone, and in how many shares. */
static int count(struct gathering *g)
{
	struct tc_finding *f = g->f;

	for (size_t i = 0; i < AT_ONCE; i++) {
		memset(g->once[i], 0, COUNTERS_SIZE);
		memset(g->again[i], 0, COUNTERS_SIZE);
	}
	g->met = 0;
	if (tc_xdb_values(f->db, TC_SLOT_SKETCH, count_keys, g, f->err) != 0)
		return -1;
	g->shares = 1 + 2 * g->met / SHARE;	/* the first ones did not meet */
	return 0;
}

/* The entries of those that have a key of the share together. */
static int gather(struct gathering *g)
{
	struct tc_finding *f = g->f;

	g->n = 0;
	if (tc_xdb_values(f->db, TC_SLOT_SKETCH, note_entries, g, f->err) != 0)
		return -1;
	if (g->n)
		qsort(g->entries, g->n, sizeof *g->entries, by_key);
	return 0;
}

static int take_share(struct gathering *g)
{
	if (gather(g) != 0)
		return -1;
	for (size_t i = 0, end; i < g->n; i = end) {
		for (end = i + 1; end < g->n &&
				  is_same_key(&g->entries[end], &g->entries[i]);)
			end++;
		if (end - i > 1 &&
		    take_key(g, g->entries + i, end - i) != 0)
			return -1;
	}
	return 0;
}

static int take_bands(struct gathering *g)
{
	if (count(g) != 0)
		return -1;
	for (g->share = 0; g->share < g->shares; g->share++)
		if (take_share(g) != 0)
			return -1;
	return 0;
}

int tc_finding_all(struct tc_finding *f)
{
	struct gathering g = {
		.f = f, .sketches = tc_alloc(SKETCHES * sizeof *g.sketches) };
	int bad = 0;

	_Static_assert(TC_BANDS % AT_ONCE == 0, "whole walks");
	for (size_t i = 0; i < AT_ONCE; i++) {
		g.once[i] = tc_alloc(COUNTERS_SIZE);
		g.again[i] = tc_alloc(COUNTERS_SIZE);
	}
	for (g.first = 0; g.first < TC_BANDS && !bad; g.first += AT_ONCE)
		bad = take_bands(&g);
	for (size_t i = 0; i < AT_ONCE; i++) {
		free(g.once[i]);
		free(g.again[i]);
	}
	free(g.entries);
	free(g.sketches);
	return bad;
}

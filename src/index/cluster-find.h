/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Finds near-duplicates and joins them.  Two articles are candidates when two
 * neighbouring bins of their sketches, a band, are equal, and some more; then
 * their texts are compared.
 */
#ifndef TC_INDEX_CLUSTER_FIND_H
#define TC_INDEX_CLUSTER_FIND_H

#include "base/mem.h"
#include "index/sets.h"
#include "index/xap.h"
#include "text/sketch.h"

#define TC_BANDS (TC_SKETCH_BINS / 2)
/* Of many with one key each is compared with so many that are not of its set
 * by then: forms with other names filled in would be compared each with each.
 * And for so many it is looked up whether they are. */
#define TC_COMPARED_MAX 64
#define TC_LOOKED_UP_MAX 4096

/* The shingles of the body that was read last. */
struct tc_cluster_body {
	uint32_t docid;
	bool read;
	uint64_t *v;
	size_t n;
	struct tc_arena arena;
};

struct tc_finding {
	struct tc_xdb *db;
	struct tc_sets sets;	/* what was found */
	struct tc_cluster_body left, right;
	struct tc_error *err;
};

static inline uint32_t tc_band_key(const struct tc_sketch *s, size_t band)
{
	return (uint32_t)s->bin[2 * band] << 16 | s->bin[2 * band + 1];
}

/* The order of two entries of a list that is sorted by band and key. */
static inline int tc_band_cmp(uint32_t a_band, uint32_t a_key, uint32_t b_band,
			      uint32_t b_key)
{
	if (a_band != b_band)
		return a_band < b_band ? -1 : 1;
	return (a_key > b_key) - (a_key < b_key);
}

/* Whether the first band that both have is this one, and they are alike
 * enough to compare the texts. */
bool tc_sketches_meet(const struct tc_sketch *a, const struct tc_sketch *b,
		      size_t band);
/* All zero when the article has none. */
int tc_finding_sketch(struct tc_finding *f, uint32_t docid,
		      struct tc_sketch *out);
/* Joins two whose texts have enough in common. */
int tc_finding_compare(struct tc_finding *f, uint32_t a, uint32_t b);

/* Among all articles. */
int tc_finding_all(struct tc_finding *f);
/* Between these, sorted and each once, and all: memory is in proportion to
 * `n`, time nearly. */
int tc_finding_near(struct tc_finding *f, const uint32_t *docids, size_t n);

void tc_finding_release(struct tc_finding *f);

#endif

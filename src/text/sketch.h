/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How much two texts have in common, told by their shingles: each four
 * neighbouring words, in bare form, so that marks and spelling do not count.
 *
 *   text      "Chi bộ thôn Đông họp"
 *   shingles  hash(chi bo thon dong), hash(bo thon dong hop)
 *
 * Resemblance is the share of shingles that two texts share, of all that
 * either has (Broder 1997).  A sketch estimates it in 64 bytes: the shingles
 * fall into 32 bins by their hashes, and of each bin the least is kept (one
 * permutation hashing; an empty bin borrows from the next, Shrivastava and Li
 * 2014).  The share of equal bins is the estimate.
 */
#ifndef TC_TEXT_SKETCH_H
#define TC_TEXT_SKETCH_H

#include "text/token.h"

#define TC_SHINGLE_WORDS 4
/* Of a shorter text a few shared words would be most. */
#define TC_SHINGLES_MIN 24
#define TC_SKETCH_BINS 32

struct tc_sketch {
	uint16_t bin[TC_SKETCH_BINS];
};

/* Hashes, as the text has them; `out` has room for n.  Returns how many there
 * are. */
size_t tc_shingles_hash(const struct tc_token *v, size_t n, uint64_t *out);

/* The same in ascending order, each once. */
size_t tc_shingles(const struct tc_token *v, size_t n, uint64_t *out);

/* How many stand in both. */
size_t tc_shingles_shared(const uint64_t *a, size_t an, const uint64_t *b,
			  size_t bn);

/* False when there are less than TC_SHINGLES_MIN different ones. */
bool tc_sketch_make(const uint64_t *shingles, size_t n,
		    struct tc_sketch *out);

/* Equal bins, 0 to TC_SKETCH_BINS. */
unsigned tc_sketch_equal(const struct tc_sketch *a,
			 const struct tc_sketch *b);

#endif

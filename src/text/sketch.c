/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "text/sketch.h"

#include <stdlib.h>

#define BIN_BITS 5
_Static_assert(1 << BIN_BITS == TC_SKETCH_BINS, "bins by the top bits");

/* Any 64 bits into as many that look drawn by lot (splitmix64). */
static uint64_t mix(uint64_t x)
{
	x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
	x = (x ^ x >> 27) * 0x94D049BB133111EBu;
	return x ^ x >> 31;
}

static int by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

size_t tc_shingles_hash(const struct tc_token *v, size_t n, uint64_t *out)
{
	uint64_t word[TC_SHINGLE_WORDS] = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		word[i % TC_SHINGLE_WORDS] = tc_str_hash(v[i].bare, 0);
		if (i + 1 < TC_SHINGLE_WORDS)
			continue;
		uint64_t h = 0;
		for (size_t k = 1; k <= TC_SHINGLE_WORDS; k++)
			h = mix(h + word[(i + k) % TC_SHINGLE_WORDS]);
		out[count++] = h;
	}
	return count;
}

size_t tc_shingles(const struct tc_token *v, size_t n, uint64_t *out)
{
	const size_t count = tc_shingles_hash(v, n, out);
	size_t kept = 0;

	if (count)
		qsort(out, count, sizeof *out, by_value);
	for (size_t i = 0; i < count; i++)
		if (!i || out[i] != out[i - 1])
			out[kept++] = out[i];
	return kept;
}

size_t tc_shingles_shared(const uint64_t *a, size_t an, const uint64_t *b,
			  size_t bn)
{
	size_t i = 0, j = 0, shared = 0;

	while (i < an && j < bn) {
		shared += a[i] == b[j];
		uint64_t x = a[i], y = b[j];
		i += x <= y;
		j += y <= x;
	}
	return shared;
}

/* Whether there are that many different ones. */
static bool are_enough(const uint64_t *shingles, size_t n)
{
	uint64_t seen[TC_SHINGLES_MIN];
	size_t count = 0;

	for (size_t i = 0; i < n && count < TC_SHINGLES_MIN; i++) {
		size_t k = 0;
		while (k < count && seen[k] != shingles[i])
			k++;
		if (k == count)
			seen[count++] = shingles[i];
	}
	return count == TC_SHINGLES_MIN;
}

bool tc_sketch_make(const uint64_t *shingles, size_t n, struct tc_sketch *out)
{
	bool full[TC_SKETCH_BINS] = { false };
	uint64_t least[TC_SKETCH_BINS];

	if (!are_enough(shingles, n))
		return false;
	for (size_t i = 0; i < n; i++) {
		const size_t bin = shingles[i] >> (64 - BIN_BITS);
		if (!full[bin] || shingles[i] < least[bin])
			least[bin] = shingles[i];
		full[bin] = true;
	}
	for (size_t i = 0; i < TC_SKETCH_BINS; i++)
		if (full[i])
			out->bin[i] = (uint16_t)mix(least[i]);
	for (size_t i = 0; i < TC_SKETCH_BINS; i++) {
		size_t from = i, steps = 0;
		while (!full[from]) {
			from = (from + 1) % TC_SKETCH_BINS;
			steps++;
		}
		if (steps)
			out->bin[i] = (uint16_t)mix(out->bin[from] +
						    steps * 0x10000u);
	}
	return true;
}

unsigned tc_sketch_equal(const struct tc_sketch *a, const struct tc_sketch *b)
{
	unsigned n = 0;

	for (size_t i = 0; i < TC_SKETCH_BINS; i++)
		n += a->bin[i] == b->bin[i];
	return n;
}

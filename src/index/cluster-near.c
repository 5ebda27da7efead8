/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What some articles have near them, by one walk over all sketches:
 *
 *   the keys of their bands, sorted, behind a bit for each 16 bits of hash
 *   each sketch  -> a bit is set -> the key is there -> candidate
 *   candidates   -> texts compared -> sets joined
 */
#include "config.h"

#include "index/cluster-find.h"

#include "index/cluster.h"
#include "index/schema.h"

#include <stdlib.h>

#define BITS 16

/* A band's key, and whose it is. */
struct entry {
	uint32_t key;
	uint16_t band;
	uint16_t who;		/* in `docids` */
};

struct candidate {
	uint32_t who, docid;
};

struct near {
	const uint32_t *docids;
	struct tc_sketch *sketches;
	size_t n;
	struct entry *entries;
	size_t entry_n;
	struct candidate *candidates;
	size_t candidate_n, candidate_cap;
	uint32_t *found;	/* candidates of each */
	uint8_t bits[TC_BANDS][(1 << BITS) / 8];
};

static int by_key(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	const int cmp = tc_band_cmp(x->band, x->key, y->band, y->key);

	return cmp ? cmp : (x->who > y->who) - (x->who < y->who);
}

static uint32_t bit_of(uint32_t key)
{
	return key * UINT32_C(0x9E3779B1) >> (32 - BITS);
}

static void note_keys(struct near *m, size_t who)
{
	for (size_t band = 0; band < TC_BANDS; band++) {
		uint32_t key = tc_band_key(&m->sketches[who], band);
		uint32_t bit = bit_of(key);
		m->bits[band][bit / 8] |= (uint8_t)(1u << bit % 8);
		m->entries[m->entry_n++] = (struct entry){
			key, (uint16_t)band, (uint16_t)who };
	}
}

static bool is_none(const struct tc_sketch *s)
{
	static const struct tc_sketch none;

	return memcmp(s, &none, sizeof none) == 0;
}

static int note_all(struct tc_finding *f, struct near *m)
{
	for (size_t i = 0; i < m->n; i++) {
		if (tc_finding_sketch(f, m->docids[i], &m->sketches[i]) != 0)
			return -1;
		if (!is_none(&m->sketches[i]))
			note_keys(m, i);
	}
	if (m->entry_n)
		qsort(m->entries, m->entry_n, sizeof *m->entries, by_key);
	return 0;
}

/* The first entry of a key, or where it would be. */
static size_t find_key(const struct near *m, size_t band, uint32_t key)
{
	const struct entry wanted = { key, (uint16_t)band, 0 };
	size_t first = 0, n = m->entry_n;

	while (n) {
		size_t half = n / 2;
		if (by_key(&m->entries[first + half], &wanted) < 0) {
			first += half + 1;
			n -= half + 1;
		} else {
			n = half;
		}
	}
	return first;
}

static void note_candidates(struct near *m, size_t band, uint32_t docid,
			    const struct tc_sketch *sketch)
{
	uint32_t key = tc_band_key(sketch, band);

	for (size_t i = find_key(m, band, key);
	     i < m->entry_n && m->entries[i].key == key &&
	     m->entries[i].band == band; i++) {
		uint16_t who = m->entries[i].who;
		if (m->docids[who] == docid ||
		    m->found[who] == TC_LOOKED_UP_MAX ||
		    !tc_sketches_meet(&m->sketches[who], sketch, band))
			continue;
		m->found[who]++;
		m->candidates = tc_grow(m->candidates, m->candidate_n,
					&m->candidate_cap,
					sizeof *m->candidates);
		m->candidates[m->candidate_n++] =
			(struct candidate){ who, docid };
	}
}

static bool look(void *ctx, uint32_t docid, struct tc_str value)
{
	struct near *m = ctx;
	struct tc_sketch sketch;

	if (!tc_sketch_get(value, &sketch))
		return true;
	for (size_t band = 0; band < TC_BANDS; band++) {
		uint32_t bit = bit_of(tc_band_key(&sketch, band));
		if (m->bits[band][bit / 8] & 1u << bit % 8)
			note_candidates(m, band, docid, &sketch);
	}
	return true;
}

static int by_who(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->who != y->who)
		return x->who < y->who ? -1 : 1;
	return (x->docid > y->docid) - (x->docid < y->docid);
}

static int compare_all(struct tc_finding *f, const struct near *m)
{
	size_t compared = 0;

	if (m->candidate_n)
		qsort(m->candidates, m->candidate_n, sizeof *m->candidates,
		      by_who);
	for (size_t i = 0; i < m->candidate_n; i++) {
		const struct candidate *c = &m->candidates[i];
		uint32_t docid = m->docids[c->who];
		if (i && c->who != c[-1].who)
			compared = 0;
		if (compared == TC_COMPARED_MAX ||
		    tc_sets_joined(&f->sets, docid, c->docid))
			continue;
		if (tc_finding_compare(f, docid, c->docid) != 0)
			return -1;
		compared++;
	}
	return 0;
}

int tc_finding_near(struct tc_finding *f, const uint32_t *docids, size_t n)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct near *m = tc_arena_alloc(&arena, sizeof *m);

	tc_assert(n <= UINT16_MAX);
	m->docids = docids;
	m->n = n;
	m->sketches = tc_arena_alloc(&arena, n * sizeof *m->sketches);
	m->entries = tc_arena_alloc(&arena, n * TC_BANDS * sizeof *m->entries);
	m->found = tc_arena_alloc(&arena, n * sizeof *m->found);
	int bad = note_all(f, m) != 0 ||
		  tc_xdb_values(f->db, TC_SLOT_SKETCH, look, m, f->err) != 0 ||
		  compare_all(f, m) != 0;
	free(m->candidates);
	return bad ? -1 : 0;
}

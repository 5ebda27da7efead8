/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where in a sorted array the entries of a key are: by the key's hash, so
 * that finding them takes one comparison instead of one for each halving.
 *
 *   hash -> [hash | first entry + 1][hash | ...][ empty ]...
 *
 * The owner compares the keys: two of one hash are two entries.
 */
#ifndef TC_BASE_SLOTS_H
#define TC_BASE_SLOTS_H

#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

struct tc_slot {
	uint32_t hash, entry;	/* entry 0: empty */
};
struct tc_slots {
	struct tc_slot *v;
	size_t mask;
};

static inline uint64_t tc_slots_word(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof word);
	return word;
}

/* The hash of a key, for tables of one run of a program: eight bytes at a step,
 * the last of them read more than once, and steps by fours, as how many there
 * are cannot be foretold. */
static inline uint32_t tc_slots_hash(struct tc_str key)
{
	uint64_t hash = key.n;
	uint32_t first, last;

	if (key.n >= 8) {
		const size_t end = key.n - 8;
		for (size_t at = 0; at < key.n; at += 32)
			for (size_t k = at; k < at + 32; k += 8)
				hash = tc_sum_add(hash, tc_slots_word(
					key.p + (k < end ? k : end)));
		return (uint32_t)hash;
	}
	if (key.n >= 4) {
		memcpy(&first, key.p, 4);
		memcpy(&last, key.p + key.n - 4, 4);
		return (uint32_t)tc_sum_add(hash, (uint64_t)first << 32 | last);
	}
	for (size_t i = 0; i < key.n; i++)
		hash = hash << 8 | (unsigned char)key.p[i];
	return (uint32_t)tc_sum_add(0, hash);
}

/* Empty, with room for so many keys; what was in it is gone. */
void tc_slots_init(struct tc_slots *s, size_t keys);
void tc_slots_release(struct tc_slots *s);
void tc_slots_add(struct tc_slots *s, uint32_t hash, uint32_t entry);

/* The entries of a hash, one at each call; UINT32_MAX when there are no more.
 * *step begins at 0. */
static inline uint32_t tc_slots_next(const struct tc_slots *s, uint32_t hash,
				     size_t *step)
{
	while (s->v) {
		const struct tc_slot slot = s->v[(hash + (*step)++) & s->mask];
		if (!slot.entry)
			break;
		if (slot.hash == hash)
			return slot.entry - 1;
	}
	return UINT32_MAX;
}

#endif

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

#include <stddef.h>
#include <stdint.h>

struct tc_slot {
	uint32_t hash, entry;	/* entry 0: empty */
};
struct tc_slots {
	struct tc_slot *v;
	size_t mask;
};

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

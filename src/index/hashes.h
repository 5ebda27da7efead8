/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which strings there are, by 64 bits of hash: two that fall together are
 * taken for one, so that "no" is certain and "yes" is nearly so.  They are
 * gathered, then sorted, then asked for: eight bytes each.
 */
#ifndef TC_INDEX_HASHES_H
#define TC_INDEX_HASHES_H

#include "base/str.h"

#include <stdint.h>

/* `{0}` has none. */
struct tc_hashes {
	uint64_t *v;
	size_t n, cap;
};

uint64_t tc_hash_of(uint32_t kind, struct tc_str text);

void tc_hashes_add(struct tc_hashes *s, uint32_t kind, struct tc_str text);
/* After the last _add, before the first _has. */
void tc_hashes_seal(struct tc_hashes *s);
bool tc_hashes_has(const struct tc_hashes *s, uint32_t kind,
		   struct tc_str text);
void tc_hashes_release(struct tc_hashes *s);

#endif

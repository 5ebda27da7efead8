/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which strings were seen, by 64 bits of hash: two that fall together are
 * taken for one, so that "no" is certain and "yes" is not.  Three million
 * take 34 to 67 MB, and half of that more while it grows.
 */
#ifndef TC_INDEX_HASHES_H
#define TC_INDEX_HASHES_H

#include "base/str.h"

#include <stdint.h>

/* Open addressing; 0 is an empty place.  `{0}` has seen nothing. */
struct tc_hashes {
	uint64_t *v;
	size_t n, cap;
};

/* Notes a string of a kind; whether it may have been there. */
bool tc_hashes_add(struct tc_hashes *s, uint32_t kind, struct tc_str text);
bool tc_hashes_has(const struct tc_hashes *s, uint32_t kind, struct tc_str text);
void tc_hashes_release(struct tc_hashes *s);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which strings were seen, in two bytes a string: "no" is certain, "yes" is
 * wrong once in some thousands.  A Bloom filter whose bits for one string
 * stand in one cache line; when it is full, one of twice the size follows:
 *
 *   [512 KB: 262,144 strings] [1 MB: 524,288] [2 MB] ...
 */
#ifndef TC_INDEX_FILTER_H
#define TC_INDEX_FILTER_H

#include "base/str.h"

#include <stdint.h>

#define TC_FILTER_PARTS 24

/* `{0}` has seen nothing. */
struct tc_filter {
	uint64_t *parts[TC_FILTER_PARTS];	/* each of 8-word lines */
	size_t count;		/* of parts */
	size_t n;		/* strings in the last one */
};

/* Notes a string of a kind; whether it may have been there. */
bool tc_filter_add(struct tc_filter *f, uint32_t kind, struct tc_str text);
bool tc_filter_has(const struct tc_filter *f, uint32_t kind,
		   struct tc_str text);
void tc_filter_release(struct tc_filter *f);

#endif

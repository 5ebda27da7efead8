/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Rows that are found by a hash of 32 bits, which each begins with:
 *
 *   hash -> slots (open addressing) -> rows in the order they were added
 */
#ifndef TC_INDEX_ROWS_H
#define TC_INDEX_ROWS_H

#include <stddef.h>
#include <stdint.h>

/* `{ .size = sizeof(row) }` has none. */
struct tc_rows {
	size_t size;
	void *v;
	size_t n, cap;
	uint32_t *slots;	/* row + 1; 0 is free */
	size_t slot_count;	/* a power of two */
};

/* NULL when there is none. */
void *tc_rows_find(const struct tc_rows *r, uint32_t hash);
/* The row, new and zero but for the hash where there was none; valid until
 * the next one is added. */
void *tc_rows_add(struct tc_rows *r, uint32_t hash);
void *tc_rows_at(const struct tc_rows *r, size_t i);
void tc_rows_release(struct tc_rows *r);

#endif

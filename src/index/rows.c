/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/rows.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

#define SLOTS_MIN 1024

void *tc_rows_at(const struct tc_rows *r, size_t i)
{
	return (char *)r->v + i * r->size;
}

static uint32_t *slot_of(const struct tc_rows *r, uint32_t hash)
{
	size_t i = hash * UINT32_C(0x9E3779B1) >> 8 & (r->slot_count - 1);

	while (r->slots[i] &&
	       memcmp(tc_rows_at(r, r->slots[i] - 1), &hash, sizeof hash) != 0)
		i = (i + 1) & (r->slot_count - 1);
	return &r->slots[i];
}

static void widen(struct tc_rows *r)
{
	free(r->slots);
	r->slot_count = r->slot_count ? 2 * r->slot_count : SLOTS_MIN;
	r->slots = tc_zalloc(r->slot_count * sizeof *r->slots);
	for (size_t i = 0; i < r->n; i++) {
		uint32_t hash;
		memcpy(&hash, tc_rows_at(r, i), sizeof hash);
		*slot_of(r, hash) = (uint32_t)i + 1;
	}
}

void *tc_rows_find(const struct tc_rows *r, uint32_t hash)
{
	uint32_t at = r->n ? *slot_of(r, hash) : 0;

	return at ? tc_rows_at(r, at - 1) : NULL;
}

void *tc_rows_add(struct tc_rows *r, uint32_t hash)
{
	if (2 * (r->n + 1) > r->slot_count)
		widen(r);
	uint32_t *slot = slot_of(r, hash);
	if (!*slot) {
		r->v = tc_grow(r->v, r->n, &r->cap, r->size);
		memset(tc_rows_at(r, r->n), 0, r->size);
		memcpy(tc_rows_at(r, r->n), &hash, sizeof hash);
		*slot = (uint32_t)++r->n;
	}
	return tc_rows_at(r, *slot - 1);
}

void tc_rows_release(struct tc_rows *r)
{
	free(r->v);
	free(r->slots);
	*r = (struct tc_rows){ .size = r->size };
}

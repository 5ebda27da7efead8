/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/hashes.h"

#include "base/mem.h"

#include <stdlib.h>

uint64_t tc_hash_of(uint32_t kind, struct tc_str text)
{
	uint64_t high = tc_str_hash(text, kind);
	uint64_t low = tc_str_hash(text, kind ^ 0x9e3779b9u);

	return high << 32 | low;
}

void tc_hashes_add(struct tc_hashes *s, uint32_t kind, struct tc_str text)
{
	s->v = tc_grow(s->v, s->n, &s->cap, sizeof *s->v);
	s->v[s->n++] = tc_hash_of(kind, text);
}

static int by_number(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

void tc_hashes_seal(struct tc_hashes *s)
{
	if (s->n)
		qsort(s->v, s->n, sizeof *s->v, by_number);
}

bool tc_hashes_has(const struct tc_hashes *s, uint32_t kind,
		   struct tc_str text)
{
	uint64_t key = tc_hash_of(kind, text);

	return s->n && bsearch(&key, s->v, s->n, sizeof key, by_number);
}

void tc_hashes_release(struct tc_hashes *s)
{
	free(s->v);
	*s = (struct tc_hashes){ 0 };
}

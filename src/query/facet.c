/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/facet.h"

#include "base/language.h"

#include <stdlib.h>

static const struct {
	const char *name;
	enum tc_slot slot;
} facets[TC_FACET_COUNT] = {
	[TC_FACET_NUMBER] = { N_("number"), TC_SLOT_NUMBERS },
	[TC_FACET_TYPE] = { N_("type"), TC_SLOT_TYPES },
	[TC_FACET_ISSUER] = { N_("issuer"), TC_SLOT_ISSUERS },
	[TC_FACET_UNIT] = { N_("unit"), TC_SLOT_UNITS },
	[TC_FACET_YEAR] = { N_("year"), TC_SLOT_YEAR },
	[TC_FACET_SITE] = { N_("site"), TC_SLOT_SITE },
};

const char *tc_facet_name(enum tc_facet f)
{
	return facets[f].name;
}

/* A hash table in front of the list: slot of a value, plus 1. */
struct tc_facet_counter {
	struct tc_facet_list *list;
	struct tc_arena *arena;
	size_t cap;
	uint32_t *table;
	size_t table_size;
};

static void rehash(struct tc_facet_counter *c)
{
	c->table_size = c->table_size ? c->table_size * 2 : 64;
	c->table = tc_arena_alloc(c->arena,
				  c->table_size * sizeof *c->table);
	for (size_t i = 0; i < c->list->n; i++) {
		size_t at = tc_str_hash(c->list->v[i].value, 0);
		while (c->table[at & (c->table_size - 1)])
			at++;
		c->table[at & (c->table_size - 1)] = (uint32_t)i + 1;
	}
}

void tc_facet_count_one(struct tc_facet_counter *c, struct tc_str value)
{
	struct tc_facet_list *list = c->list;

	if (list->n * 2 >= c->table_size)
		rehash(c);
	size_t at = tc_str_hash(value, 0);
	for (;; at++) {
		uint32_t i = c->table[at & (c->table_size - 1)];
		if (!i)
			break;
		if (tc_str_eq(list->v[i - 1].value, value)) {
			list->v[i - 1].count++;
			return;
		}
	}
	list->v = tc_arena_grow(c->arena, list->v, list->n, &c->cap,
				sizeof *list->v);
	list->v[list->n++] = (struct tc_facet_value){
		tc_arena_str(c->arena, value), 1
	};
	c->table[at & (c->table_size - 1)] = (uint32_t)list->n;
}

bool tc_facet_next(struct tc_str *packed, struct tc_str *value)
{
	if (!packed->n)
		return false;
	size_t n = (unsigned char)*packed->p;
	*packed = tc_str_from(*packed, 1);
	if (n > packed->n)
		n = packed->n;
	*value = tc_str(packed->p, n);
	*packed = tc_str_from(*packed, n);
	return true;
}

void tc_facet_count(void *counter, struct tc_str packed)
{
	struct tc_str value;

	while (tc_facet_next(&packed, &value))
		tc_facet_count_one(counter, value);
}

struct tc_facet_counter *tc_facet_counter(struct tc_facet_list *list,
					  struct tc_arena *arena)
{
	struct tc_facet_counter *c = tc_arena_alloc(arena, sizeof *c);

	*c = (struct tc_facet_counter){ .list = list, .arena = arena };
	return c;
}

uint32_t tc_facet_slot(enum tc_facet f)
{
	return facets[f].slot;
}

static int by_count(const void *a, const void *b)
{
	const struct tc_facet_value *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return tc_str_cmp(x->value, y->value);
}

void tc_facet_sort(struct tc_facet_list *list)
{
	if (list->n)
		qsort(list->v, list->n, sizeof *list->v, by_count);
}

size_t tc_facet_counters(struct tc_facet_list lists[TC_FACET_COUNT],
			 struct tc_arena *arena, uint32_t asked,
			 struct tc_xcount counts[TC_FACET_COUNT])
{
	size_t n = 0;

	for (int f = 0; f < TC_FACET_COUNT; f++) {
		if (!(asked & 1u << f))
			continue;
		counts[n++] = (struct tc_xcount){
			.slot = facets[f].slot,
			.each = tc_facet_count,
			.ctx = tc_facet_counter(&lists[f], arena)
		};
	}
	return n;
}

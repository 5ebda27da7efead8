/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/sets.h"

#include "base/mem.h"

#include <stdlib.h>

#define SLOTS_MIN 1024

static uint32_t *slot_of(const struct tc_sets *s, uint32_t docid)
{
	size_t i = (docid * UINT32_C(0x9E3779B1)) & (s->slot_count - 1);

	while (s->slots[i] && s->nodes[s->slots[i] - 1].docid != docid)
		i = (i + 1) & (s->slot_count - 1);
	return &s->slots[i];
}

static struct tc_set_node *find_node(const struct tc_sets *s, uint32_t docid)
{
	uint32_t at = s->n ? *slot_of(s, docid) : 0;

	return at ? &s->nodes[at - 1] : NULL;
}

static void widen(struct tc_sets *s)
{
	free(s->slots);
	s->slot_count = s->slot_count ? 2 * s->slot_count : SLOTS_MIN;
	s->slots = tc_zalloc(s->slot_count * sizeof *s->slots);
	for (size_t i = 0; i < s->n; i++)
		*slot_of(s, s->nodes[i].docid) = (uint32_t)i + 1;
}

static uint32_t number_of(struct tc_sets *s, uint32_t docid)
{
	if (2 * (s->n + 1) > s->slot_count)
		widen(s);
	uint32_t *slot = slot_of(s, docid);
	if (!*slot) {
		s->nodes = tc_grow(s->nodes, s->n, &s->cap, sizeof *s->nodes);
		s->nodes[s->n] = (struct tc_set_node){ .docid = docid,
						.parent = (uint32_t)s->n };
		*slot = (uint32_t)++s->n;
	}
	return *slot - 1;
}

struct tc_set_node *tc_sets_node(struct tc_sets *s, uint32_t docid)
{
	uint32_t i = number_of(s, docid);	/* may move the nodes */

	return &s->nodes[i];
}

static uint32_t root_of(struct tc_sets *s, uint32_t i)
{
	while (s->nodes[i].parent != i) {
		s->nodes[i].parent = s->nodes[s->nodes[i].parent].parent;
		i = s->nodes[i].parent;
	}
	return i;
}

bool tc_sets_joined(struct tc_sets *s, uint32_t a, uint32_t b)
{
	const struct tc_set_node *x = find_node(s, a), *y = find_node(s, b);

	return x && y && root_of(s, (uint32_t)(x - s->nodes)) ==
			 root_of(s, (uint32_t)(y - s->nodes));
}

void tc_sets_join(struct tc_sets *s, uint32_t a, uint32_t b)
{
	a = root_of(s, number_of(s, a));
	b = root_of(s, number_of(s, b));
	if (a < b)
		s->nodes[b].parent = a;
	else
		s->nodes[a].parent = b;
}

void tc_sets_flatten(struct tc_sets *s)
{
	for (size_t i = 0; i < s->n; i++)
		s->nodes[i].parent = root_of(s, (uint32_t)i);
}

struct tc_set_node **tc_sets_sorted(const struct tc_sets *s,
				    int (*compare)(const void *,
						   const void *))
{
	struct tc_set_node **v = tc_alloc(s->n * sizeof *v);

	for (size_t i = 0; i < s->n; i++)
		v[i] = &s->nodes[i];
	if (s->n)
		qsort(v, s->n, sizeof *v, compare);
	return v;
}

void tc_sets_release(struct tc_sets *s)
{
	free(s->nodes);
	free(s->slots);
	*s = (struct tc_sets){ 0 };
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/revisit.h"

#include <stdlib.h>

void tc_revisits_release(struct tc_revisits *r)
{
	tc_arena_release(&r->arena);
	free(r->v);
	free(r->keys);
	*r = (struct tc_revisits){ 0 };
}

/* FNV-1a */
static uint64_t hash(struct tc_str s)
{
	uint64_t h = 0xCBF29CE484222325u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 0x100000001B3u;
	return h;
}

static void add_key(struct tc_revisits *r, struct tc_str text)
{
	r->keys = tc_grow(r->keys, r->key_count, &r->key_cap,
			  sizeof *r->keys);
	r->keys[r->key_count++] = (struct tc_revisit_key){
		.hash = hash(text), .revisit = r->n, .text = text };
}

bool tc_revisits_add(struct tc_revisits *r, const struct tc_capture *c,
		     const struct tc_item *item)
{
	struct tc_revisit copy = { .capture = *c };

	if (r->n == TC_REVISITS_MAX)
		return false;
	copy.capture.source = tc_arena_str(&r->arena, c->source);
	copy.capture.file = tc_str(copy.capture.source.p, c->file.n);
	copy.capture.record = tc_arena_str(&r->arena, c->record);
	copy.capture.path = tc_arena_str(&r->arena, c->path);
	copy.capture.url = tc_arena_str(&r->arena, c->url);
	for (size_t i = 0; i < TC_ITEM_KEYS; i++) {
		struct tc_str key = tc_buf_str(&item->keys[i]);
		if (!key.n)
			continue;
		copy.keys[i] = tc_arena_str(&r->arena, key);
		add_key(r, copy.keys[i]);
	}
	r->v = tc_grow(r->v, r->n, &r->cap, sizeof *r->v);
	r->v[r->n++] = copy;
	return true;
}

static int by_hash(const void *a, const void *b)
{
	const struct tc_revisit_key *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->revisit > y->revisit) - (x->revisit < y->revisit);
}

void tc_revisits_seal(struct tc_revisits *r)
{
	if (r->key_count)
		qsort(r->keys, r->key_count, sizeof *r->keys, by_hash);
}

static size_t first_of(const struct tc_revisits *r, uint64_t h)
{
	size_t low = 0, high = r->key_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (r->keys[middle].hash < h)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The first of a run of keys counts those at its head that wait no longer: a
 * record that thousands wait for is passed through once. */
static struct tc_revisit *match_key(struct tc_revisits *r, struct tc_str key)
{
	uint64_t h = hash(key);
	size_t first = first_of(r, h);

	if (first == r->key_count)
		return NULL;
	struct tc_revisit_key *run = &r->keys[first];
	for (size_t i = first + run->done;
	     i < r->key_count && r->keys[i].hash == h; i++) {
		struct tc_revisit *v = &r->v[r->keys[i].revisit];
		if (!v->done && tc_str_eq(r->keys[i].text, key))
			return v;
		if (v->done && i == first + run->done)
			run->done++;
	}
	return NULL;
}

const struct tc_revisit *tc_revisits_match(struct tc_revisits *r,
					   const struct tc_item *item)
{
	for (size_t i = 0; i < TC_ITEM_KEYS; i++) {
		struct tc_str key = tc_buf_str(&item->keys[i]);
		struct tc_revisit *v = key.n ? match_key(r, key) : NULL;
		if (v) {
			v->done = true;
			return v;
		}
	}
	return NULL;
}

const struct tc_revisit *tc_revisits_left(struct tc_revisits *r)
{
	while (r->left < r->n) {
		struct tc_revisit *v = &r->v[r->left++];
		if (v->done)
			continue;
		v->done = true;
		return v;
	}
	return NULL;
}

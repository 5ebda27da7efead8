/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/facet.h"

#include "base/language.h"
#include "text/utf8.h"

#include <stdlib.h>

static const char *const names[TC_FACET_COUNT] = {
	[TC_FACET_NUMBER] = N_("number"),
	[TC_FACET_TYPE] = N_("type"),
	[TC_FACET_ISSUER] = N_("issuer"),
	[TC_FACET_UNIT] = N_("unit"),
	[TC_FACET_YEAR] = N_("year"),
	[TC_FACET_SITE] = N_("site"),
};

const char *tc_facet_name(enum tc_facet f)
{
	return names[f];
}

/* ---- a counter: a hash table in front of a list ---- */

struct place {
	uint32_t hash;
	uint32_t next;		/* the value in the list, plus 1; 0: free */
};

struct tc_facet_counter {
	struct tc_facet_list *list;
	struct tc_arena *arena;
	size_t cap;
	struct place *table;
	size_t size;		/* of the table, a power of 2 */
};

/* The last eight bytes, or all of fewer: four of them from either end, which
 * is less than to copy a length that is not known. */
static inline uint64_t tail_of(struct tc_str s)
{
	uint64_t eight = 0;
	uint32_t from, to;

	if (s.n >= sizeof eight) {
		memcpy(&eight, s.p + s.n - sizeof eight, sizeof eight);
	} else if (s.n >= sizeof from) {
		memcpy(&from, s.p, sizeof from);
		memcpy(&to, s.p + s.n - sizeof to, sizeof to);
		eight = (uint64_t)from << 32 | to;
	} else {
		for (size_t i = 0; i < s.n; i++)
			eight = eight << 8 | (unsigned char)s.p[i];
	}
	return eight;
}

/* Eight bytes at a time: names of units are long. */
static inline uint32_t hash_of(struct tc_str s)
{
	const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
	const uint64_t tail = tail_of(s);
	uint64_t h = s.n, eight;

	for (; s.n > sizeof eight; s = tc_str_from(s, sizeof eight)) {
		memcpy(&eight, s.p, sizeof eight);
		h = (h ^ eight) * factor;
		h ^= h >> 32;
	}
	return (uint32_t)((h ^ tail) * factor >> 32);
}

/* As tc_str_eq(), without a call: a search counts ten thousand of them. */
static inline bool same(struct tc_str a, struct tc_str b)
{
	uint64_t x, y;

	if (a.n != b.n || tail_of(a) != tail_of(b))
		return false;
	for (size_t at = 0; at + sizeof x < a.n; at += sizeof x) {
		memcpy(&x, a.p + at, sizeof x);
		memcpy(&y, b.p + at, sizeof y);
		if (x != y)
			return false;
	}
	return true;
}

/* Where it is, or where it would be. */
static inline struct place *look_up(const struct tc_facet_counter *c,
				    struct tc_str value, uint32_t hash)
{
	for (size_t at = hash;; at++) {
		struct place *p = &c->table[at & (c->size - 1)];
		if (!p->next || (p->hash == hash &&
				 same(c->list->v[p->next - 1].value, value)))
			return p;
	}
}

static void grow(struct tc_facet_counter *c)
{
	const struct tc_facet_list *list = c->list;

	c->size = c->size ? c->size * 2 : 64;
	c->table = tc_arena_alloc(c->arena, c->size * sizeof *c->table);
	for (size_t i = 0; i < list->n; i++) {
		uint32_t hash = hash_of(list->v[i].value);
		*look_up(c, list->v[i].value, hash) =
			(struct place){ hash, (uint32_t)i + 1 };
	}
}

void tc_facet_count_one(struct tc_facet_counter *c, struct tc_str value)
{
	struct tc_facet_list *list = c->list;
	const uint32_t hash = hash_of(value);

	if (list->n * 2 >= c->size)
		grow(c);
	struct place *p = look_up(c, value, hash);
	if (p->next) {
		list->v[p->next - 1].count++;
		return;
	}
	if (tc_utf8_valid(value) != value.n) {
		list->damaged = true;
		return;
	}
	list->v = tc_arena_grow(c->arena, list->v, list->n, &c->cap,
				sizeof *list->v);
	list->v[list->n++] = (struct tc_facet_value){
		tc_arena_str(c->arena, value), 1
	};
	*p = (struct place){ hash, (uint32_t)list->n };
}

bool tc_facet_next(struct tc_facet_counter *c, enum tc_facet facet,
		   struct tc_str *value, struct tc_str *string)
{
	enum tc_facet f;
	int got;

	while ((got = tc_counted_next(value, &f, string)) > 0)
		if (f == facet)
			return true;
	c->list->damaged |= got < 0;
	return false;
}

struct tc_facet_counter *tc_facet_counter(struct tc_facet_list *list,
					  struct tc_arena *arena)
{
	struct tc_facet_counter *c = tc_arena_alloc(arena, sizeof *c);

	*c = (struct tc_facet_counter){ .list = list, .arena = arena };
	return c;
}

static int by_count(const void *a, const void *b)
{
	const struct tc_facet_value *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return tc_str_cmp(x->value, y->value);
}

void tc_facet_order(struct tc_facet_list *list)
{
	if (list->n)
		qsort(list->v, list->n, sizeof *list->v, by_count);
}

int tc_facet_settle(struct tc_facet_list *list, struct tc_error *err)
{
	if (list->damaged)
		return tc_fail(err, TC_E_DAMAGED, "what an article is counted "
						  "by is damaged");
	tc_facet_order(list);
	return 0;
}

/* ---- those that are asked for, of an article at a time ---- */

struct facets {
	struct tc_facet_counter *of[TC_FACET_COUNT];	/* or NULL */
	struct tc_facet_list *first;
};

static void count_article(void *ctx, struct tc_str value)
{
	const struct facets *facets = ctx;
	struct tc_str string;
	enum tc_facet f;
	int got;

	while ((got = tc_counted_next(&value, &f, &string)) > 0)
		if (facets->of[f])
			tc_facet_count_one(facets->of[f], string);
	facets->first->damaged |= got < 0;
}

size_t tc_facet_counts(struct tc_facet_list lists[TC_FACET_COUNT],
		       struct tc_arena *arena, uint32_t asked,
		       struct tc_xcount *out)
{
	struct facets *facets = tc_arena_alloc(arena, sizeof *facets);

	*facets = (struct facets){ .first = lists };
	for (int f = 0; f < TC_FACET_COUNT; f++)
		if (asked & 1u << f)
			facets->of[f] = tc_facet_counter(&lists[f], arena);
	*out = (struct tc_xcount){ .slot = TC_SLOT_COUNTED,
				   .each = count_article, .ctx = facets };
	return asked ? 1 : 0;
}

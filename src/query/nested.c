/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/nested.h"

#include "query/facet.h"

#include <stdlib.h>

/* Pairs are counted as one value, "outer BREAK inner", by the counter of
 * facets. */
#define BREAK '\x1f'

struct tc_nested_state {
	struct tc_nesting *of;
	const struct tc_nested *v;
	struct tc_facet_list outers, pairs;
	struct tc_facet_counter *count_outer, *count_pair;
	struct tc_buf pair;
};

static void count_pairs(struct tc_nested_state *s, struct tc_str outer,
			struct tc_str value)
{
	struct tc_str inner;

	while (tc_facet_next(s->count_pair, s->v->inner, &value, &inner)) {
		tc_buf_clear(&s->pair);
		tc_buf_addstr(&s->pair, outer);
		tc_buf_addc(&s->pair, BREAK);
		tc_buf_addstr(&s->pair, inner);
		tc_facet_count_one(s->count_pair, tc_buf_str(&s->pair));
	}
}

static void count_article(void *ctx, struct tc_str value)
{
	struct tc_nested_state *s = ctx;
	struct tc_str rest = value, outer;

	while (tc_facet_next(s->count_outer, s->v->outer, &rest, &outer)) {
		tc_facet_count_one(s->count_outer, outer);
		count_pairs(s, outer, value);
	}
}

static void reset(struct tc_nested_state *s)
{
	tc_buf_release(&s->pair);
	s->outers = s->pairs = (struct tc_facet_list){ 0 };
	s->count_outer = tc_facet_counter(&s->outers, s->of->arena);
	s->count_pair = tc_facet_counter(&s->pairs, s->of->arena);
}

void tc_nesting_init(struct tc_nesting *x, struct tc_nested *v, size_t n,
		     struct tc_arena *arena)
{
	*x = (struct tc_nesting){ .v = v, .n = n, .arena = arena };
	x->state = tc_arena_alloc(arena, n * sizeof *x->state);
	for (size_t i = 0; i < n; i++) {
		x->state[i].of = x;
		x->state[i].v = &v[i];
		x->counts[i] = (struct tc_xcount){ .slot = TC_SLOT_COUNTED,
						   .each = count_article,
						   .ctx = &x->state[i] };
	}
}

void tc_nesting_recount(void *ctx)
{
	struct tc_nesting *x = ctx;

	for (size_t i = 0; i < x->n; i++)
		reset(&x->state[i]);
}

static struct tc_str outer_of(struct tc_str pair)
{
	struct tc_str head = { NULL, 0 };

	tc_str_split(&pair, BREAK, &head);
	return head;
}

/* By outer value, then as facets are sorted. */
static int by_outer(const void *a, const void *b)
{
	const struct tc_facet_value *x = a, *y = b;
	int order = tc_str_cmp(outer_of(x->value), outer_of(y->value));

	if (order)
		return order;
	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return tc_str_cmp(x->value, y->value);
}

/* The pairs of one outer value: a run of those sorted. */
static void pick_pairs(const struct tc_nested_state *s, struct tc_str outer,
		       struct tc_facet_list *out)
{
	size_t low = 0, high = s->pairs.n;

	while (low < high) {
		size_t mid = (low + high) / 2;
		if (tc_str_cmp(outer_of(s->pairs.v[mid].value), outer) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	out->v = &s->pairs.v[low];
	for (; low < s->pairs.n &&
	       tc_str_eq(outer_of(s->pairs.v[low].value), outer); low++)
		out->n++;
}

/* Leaves the inner values alone. */
static void cut_pairs(struct tc_nested_state *s)
{
	for (size_t i = 0; i < s->pairs.n; i++) {
		struct tc_str *value = &s->pairs.v[i].value;
		*value = tc_str_from(*value, outer_of(*value).n + 1);
	}
}

int tc_nesting_settle(struct tc_nesting *x, struct tc_error *err)
{
	for (size_t i = 0; i < x->n; i++) {
		struct tc_nested_state *s = &x->state[i];
		struct tc_nested *v = &x->v[i];
		tc_buf_release(&s->pair);
		if (tc_facet_settle(&s->outers, err) != 0 ||
		    tc_facet_settle(&s->pairs, err) != 0)
			return -1;
		if (s->pairs.n)
			qsort(s->pairs.v, s->pairs.n, sizeof *s->pairs.v,
			      by_outer);
		v->outers = s->outers;
		v->inners = tc_arena_alloc(x->arena,
					   v->outers.n * sizeof *v->inners);
		for (size_t k = 0; k < v->outers.n; k++)
			pick_pairs(s, v->outers.v[k].value, &v->inners[k]);
		cut_pairs(s);
	}
	return 0;
}

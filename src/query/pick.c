/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/pick.h"

#include "base/mem.h"
#include "index/schema.h"

#include <stdlib.h>
#include <time.h>

/* Matches between two looks at the clock: some 10 microseconds. */
#define CLOCK_EVERY 256

bool tc_deadline_over(int64_t deadline)
{
	struct timespec now;

	if (!deadline)
		return false;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * INT64_C(1000000000) + now.tv_nsec >= deadline;
}

/* Whether a stands before b. */
static bool before(const struct tc_place *a, const struct tc_place *b)
{
	if (a->key != b->key)
		return a->key > b->key;
	if (a->weight != b->weight)
		return a->weight > b->weight;
	return a->docid < b->docid;
}

/* ---- a heap with the last of those kept on top ---- */

static void swap(struct tc_place *a, struct tc_place *b)
{
	struct tc_place t = *a;

	*a = *b;
	*b = t;
}

static void sift_up(struct tc_pick *p, size_t i)
{
	while (i && before(&p->v[(i - 1) / 2], &p->v[i])) {
		swap(&p->v[(i - 1) / 2], &p->v[i]);
		i = (i - 1) / 2;
	}
}

static void sift_down(struct tc_pick *p)
{
	for (size_t i = 0;;) {
		size_t last = i, kid = 2 * i + 1;
		for (size_t k = kid; k < kid + 2 && k < p->n; k++)
			if (before(&p->v[last], &p->v[k]))
				last = k;
		if (last == i)
			return;
		swap(&p->v[last], &p->v[i]);
		i = last;
	}
}

static void keep(struct tc_pick *p, const struct tc_place *place)
{
	if (p->n < p->cap) {
		p->v[p->n] = *place;
		sift_up(p, p->n++);
	} else if (p->n && before(place, &p->v[0])) {
		p->v[0] = *place;
		sift_down(p);
	}
}

/* ---- keys ---- */

/* In the order of the bytes: digits, and behind them perhaps a q. */
static uint64_t date_key(struct tc_str value)
{
	uint64_t n = 0;

	for (size_t i = 0; i < value.n && i < 8; i++)
		n = n * 10 + (unsigned char)value.p[i];
	return n * 2 + (value.n > 8);
}

/* SplitMix64 (Steele, Lea, Flood 2014) over the id: the same article has the
 * same key whatever else is in the archive, and a small sample is part of
 * each larger one. */
static uint64_t sample_key(struct tc_str id, uint64_t seed)
{
	uint64_t x = seed;

	for (size_t i = 0; i < id.n; i++)
		x = x * 257 + (unsigned char)id.p[i];
	x += UINT64_C(0x9E3779B97F4A7C15);
	x = (x ^ x >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	x = (x ^ x >> 27) * UINT64_C(0x94D049BB133111EB);
	return x ^ x >> 31;
}

/* ---- runs ---- */

/* Whether nothing behind the place can be among the best: nothing there is
 * newer, and of the same date only what weighs more stands before them. */
static bool is_settled(const struct tc_pick *p, const struct tc_place *place)
{
	const struct tc_place *last = p->v;

	if (p->seen < p->at_least || p->n < p->cap)
		return false;
	return !p->n || place->key < last->key ||
	       (place->key == last->key && p->flat);
}

/* Leaves the run that the place is in, when it has nothing more. */
static void leave_run(struct tc_pick *p, const struct tc_place *place)
{
	while (p->run < p->run_count && p->runs[p->run].end <= place->docid)
		p->run++;
	if (p->run == p->run_count || p->runs[p->run].first > place->docid ||
	    !is_settled(p, place))
		return;
	p->from = p->runs[p->run].end;
	p->over |= p->from > place->docid + 1;
}

static bool see(void *ctx, uint32_t docid, double weight, struct tc_str value)
{
	struct tc_pick *p = ctx;
	struct tc_place place = { .weight = weight, .docid = docid };

	if (p->order == TC_ORDER_DATE)
		place.key = date_key(value);
	else if (p->order == TC_ORDER_SAMPLE)
		place.key = sample_key(value, p->seed);
	if (!p->behind || before(&p->after, &place))
		keep(p, &place);
	p->seen++;
	leave_run(p, &place);
	return p->seen % CLOCK_EVERY || !tc_deadline_over(p->deadline);
}

static int by_place(const void *a, const void *b)
{
	return before(a, b) ? -1 : 1;
}

static uint32_t slot_of(enum tc_order order)
{
	return order == TC_ORDER_DATE	? (uint32_t)TC_SLOT_DATE :
	       order == TC_ORDER_SAMPLE ? (uint32_t)TC_SLOT_ID :
					  TC_NO_SLOT;
}

/* How many match by what the index says of its terms.  Where that is all there
 * is to know, and nothing looks at each, none need be met for it. */
static int read_bounds(struct tc_pick *p, struct tc_error *err)
{
	TC_SCOPED_ARENA scratch = { 0 };
	struct tc_xresult r;
	const struct tc_xsearch s = { .query = p->query,
				      .sort_slot = TC_NO_SLOT,
				      .collapse_slot = TC_NO_SLOT };

	if (tc_xdb_search(p->db, &s, &scratch, &r, err) != 0)
		return -1;
	p->lower = r.lower;
	p->estimate = r.estimate;
	p->upper = r.upper;
	if (r.lower == r.upper && !p->count_count)
		p->at_least = 0;
	return 0;
}

/* Where some were passed over, what the index says of all, and that those are
 * there that were met. */
static void settle_total(struct tc_pick *p, double fitting)
{
	const uint32_t seen = (uint32_t)p->seen;

	if (!p->over || p->stopped) {
		p->lower = p->estimate = p->upper = seen;
		return;
	}
	p->lower = seen > p->lower ? seen : p->lower;
	p->estimate = (uint32_t)(p->estimate * fitting);
	p->estimate = p->lower > p->estimate ? p->lower : p->estimate;
}

int tc_pick_run(struct tc_pick *p, uint32_t cap, struct tc_arena *arena,
		struct tc_error *err)
{
	TC_SCOPED_ARENA scratch = { 0 };
	struct tc_xresult result;
	uint32_t documents;

	if (tc_xdb_count(p->db, &documents, err) != 0 ||
	    (p->run_count && read_bounds(p, err) != 0))
		return -1;
	p->cap = cap < documents ? cap : documents;
	p->v = tc_arena_alloc(arena, p->cap * sizeof *p->v);
	p->n = p->run = 0;
	p->seen = p->from = 0;
	p->over = false;
	const struct tc_xsearch s = { .query = p->query,
				      .check_at_least = documents,
				      .sort_slot = TC_NO_SLOT,
				      .collapse_slot = TC_NO_SLOT,
				      .k1 = p->k1, .b = p->b,
				      .counts = p->counts,
				      .count_count = p->count_count,
				      .match = see, .match_ctx = p,
				      .match_slot = slot_of(p->order),
				      .from = p->run_count ? &p->from : NULL };
	if (tc_xdb_search(p->db, &s, &scratch, &result, err) != 0)
		return -1;
	p->stopped = result.stopped;
	p->doubt = result.doubt;
	settle_total(p, result.fitting);
	if (p->n)
		qsort(p->v, p->n, sizeof *p->v, by_place);
	return 0;
}

int tc_pick_search(struct tc_pick *p, const struct tc_xsearch *x,
		   struct tc_arena *arena, struct tc_xresult *out,
		   struct tc_error *err)
{
	p->query = x->query;
	p->k1 = x->k1;
	p->b = x->b;
	p->order = x->sort_slot == TC_NO_SLOT ? TC_ORDER_RANK : TC_ORDER_DATE;
	p->counts = x->counts;
	p->count_count = x->count_count;
	p->at_least = x->check_at_least;
	if (tc_pick_run(p, x->first + x->max, arena, err) != 0)
		return -1;
	*out = (struct tc_xresult){ .lower = p->lower,
				    .estimate = p->estimate,
				    .upper = p->upper, .doubt = p->doubt };
	out->hits = tc_arena_alloc(arena, p->n * sizeof *out->hits);
	for (size_t i = x->first; i < p->n; i++)
		out->hits[out->n++] = (struct tc_xhit){
			.docid = p->v[i].docid, .weight = p->v[i].weight
		};
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/timeline.h"

#include "fact/date.h"
#include "index/again.h"

struct series {
	struct tc_timeline *t;
	struct tc_arena *arena;
	size_t i;
};

/* The bucket of a date, made when it is not there; dates come in no order, but
 * often the same ones again. */
static struct tc_bucket *bucket_of(struct tc_buckets *b, struct tc_date from,
				   struct tc_arena *arena)
{
	uint32_t key = tc_date_first(from);
	size_t low = 0, high = b->n;

	while (low < high) {
		size_t mid = (low + high) / 2;
		if (tc_date_first(b->v[mid].from) < key)
			low = mid + 1;
		else
			high = mid;
	}
	/* a year and its first quarter begin on the same day */
	for (; low < b->n && tc_date_first(b->v[low].from) == key; low++)
		if (tc_date_same(b->v[low].from, from))
			return &b->v[low];
	b->v = tc_arena_grow(arena, b->v, b->n, &b->cap, sizeof *b->v);
	memmove(&b->v[low + 1], &b->v[low], (b->n - low) * sizeof *b->v);
	b->n++;
	b->v[low] = (struct tc_bucket){ .from = from };
	return &b->v[low];
}

static void count(void *ctx, struct tc_str slot)
{
	struct series *s = ctx;
	struct tc_timeline *t = s->t;
	struct tc_date date = tc_period_date(slot);
	int32_t number = tc_period_of(date, t->by);

	if (!date.year)
		t->undated[s->i]++;
	else if (number < 0)
		bucket_of(&t->coarser, date, s->arena)->count[s->i]++;
	else
		bucket_of(&t->buckets, tc_period_from(number, t->by),
			  s->arena)->count[s->i]++;
}

static void forget(struct tc_buckets *b, size_t series)
{
	for (size_t i = 0; i < b->n; i++)
		b->v[i].count[series] = 0;
}

static void recount(void *ctx)
{
	struct series *s = ctx;

	forget(&s->t->buckets, s->i);
	forget(&s->t->coarser, s->i);
	s->t->undated[s->i] = 0;
}

static int ask(struct tc_archive *archive, struct series *s,
	       const struct tc_search_options *o, struct tc_error *err)
{
	const struct tc_xcount date = { .slot = TC_SLOT_DATE, .each = count,
					.ctx = s };
	struct tc_search_options asked = *o;

	asked.limit = asked.offset = 0;
	asked.counts = &date;
	asked.count_count = 1;
	asked.recount = recount;
	asked.recount_ctx = s;
	return tc_ask(archive, s->t->query[s->i], &asked, s->arena,
		      &s->t->answer[s->i], err);
}

static int make_once(struct tc_archive *archive,
		     const struct tc_search_options *o, struct tc_arena *arena,
		     struct tc_timeline *t, size_t n, struct tc_error *err)
{
	for (t->series = 0; t->series < n; t->series++) {
		struct series s = { .t = t, .arena = arena, .i = t->series };
		if (ask(archive, &s, o, err) != 0)
			return -1;
	}
	return 0;
}

/* Buckets that a count begun again has left empty go. */
static void drop_empty(struct tc_buckets *b, size_t series)
{
	size_t kept = 0;

	for (size_t i = 0; i < b->n; i++) {
		uint32_t any = 0;
		for (size_t s = 0; s < series; s++)
			any |= b->v[i].count[s];
		if (any)
			b->v[kept++] = b->v[i];
	}
	b->n = kept;
}

static bool one_generation(const struct tc_timeline *t)
{
	for (size_t i = 1; i < t->series; i++)
		if (!tc_str_eq(t->answer[i].generation,
			       t->answer[0].generation))
			return false;
	return true;
}

int tc_timeline_make(struct tc_archive *archive, const struct tc_str *queries,
		     size_t n, enum tc_period by,
		     const struct tc_search_options *o, struct tc_arena *arena,
		     struct tc_timeline *out, struct tc_error *err)
{
	*out = (struct tc_timeline){ .by = by };
	memcpy(out->query, queries, n * sizeof *queries);
	for (int tries = 0; tries <= TC_AGAIN_MAX; tries++) {
		int bad = make_once(archive, o, arena, out, n, err);
		if (!bad && one_generation(out)) {
			drop_empty(&out->buckets, n);
			drop_empty(&out->coarser, n);
			return 0;
		}
		tc_timeline_release(out);
		if (bad)
			return -1;
	}
	return tc_fail(err, TC_E_TEMPORARY,
		       "the archive changes faster than it can be asked; try "
		       "again");
}

void tc_timeline_release(struct tc_timeline *t)
{
	for (size_t i = 0; i < t->series; i++)
		tc_answer_release(&t->answer[i]);
	t->series = 0;
}

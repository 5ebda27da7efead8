/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/order.h"

#include "index/schema.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- looking ---- */

/* A run, and how many documents it has. */
struct found {
	struct tc_xrun run;
	uint32_t documents;
};

/* One database, read from the first document on. */
struct looking {
	uint32_t at;		/* what is before it was looked at */
	struct tc_buf date;	/* of the last one that was */
	struct found now;
	struct found *v;	/* those that are long enough */
	size_t n, cap;
};

/* Of `count` databases document d of number s is (d - 1) * count + s + 1 of
 * all of them. */
struct walk {
	struct looking *v;
	uint32_t count;
	struct tc_buf there;	/* a bit for each number */
	uint32_t last;
};

static bool note_there(void *ctx, uint32_t docid)
{
	struct walk *w = ctx;
	size_t byte = docid / 8;

	if (byte >= w->there.n) {
		size_t more = byte + 1 - w->there.n;
		tc_buf_reserve(&w->there, more);
		memset(w->there.p + w->there.n, 0, more);
		w->there.n += more;
	}
	w->there.p[byte] |= (char)(1 << docid % 8);
	w->last = docid;
	return true;
}

static bool is_there(const struct walk *w, uint32_t docid)
{
	return docid / 8 < w->there.n &&
	       w->there.p[docid / 8] & 1 << docid % 8;
}

static void end_run(struct looking *l, uint32_t end)
{
	l->now.run.end = end;
	if (l->now.documents >= TC_ORDER_RUN_MIN) {
		l->v = tc_grow(l->v, l->n, &l->cap, sizeof *l->v);
		l->v[l->n++] = l->now;
	}
	l->now = (struct found){ .run.first = end };
}

/* Those up to `end` have no date, and stand behind all that have. */
static void pass_undated(const struct walk *w, struct looking *l, uint32_t end)
{
	const uint32_t shard = (uint32_t)(l - w->v);

	for (; l->at < end; l->at++)
		if (is_there(w, (l->at - 1) * w->count + shard + 1)) {
			tc_buf_clear(&l->date);
			l->now.documents++;
		}
}

static bool look(void *ctx, uint32_t docid, struct tc_str date)
{
	const struct walk *w = ctx;
	struct looking *l = &w->v[(docid - 1) % w->count];
	const uint32_t own = (docid - 1) / w->count + 1;

	pass_undated(w, l, own);
	if (l->now.documents && tc_str_cmp(date, tc_buf_str(&l->date)) > 0)
		end_run(l, own);
	tc_buf_clear(&l->date);
	tc_buf_addstr(&l->date, date);
	l->now.documents++;
	l->at = own + 1;
	return true;
}

static int look_at_all(struct walk *w, struct tc_xdb *db,
		       struct tc_error *err)
{
	if (tc_xdb_documents(db, note_there, w, err) != 0 ||
	    tc_xdb_values(db, TC_SLOT_DATE, look, w, err) != 0)
		return -1;
	const uint32_t end = (w->last + w->count - 1) / w->count + 1;
	for (uint32_t i = 0; i < w->count; i++) {
		pass_undated(w, &w->v[i], end);
		end_run(&w->v[i], end);
	}
	return 0;
}

static void walk_init(struct walk *w, size_t count)
{
	*w = (struct walk){ .count = (uint32_t)count };
	w->v = tc_zalloc(count * sizeof *w->v);
	for (size_t i = 0; i < count; i++) {
		w->v[i].at = 1;
		w->v[i].now.run.first = 1;
	}
}

static void walk_release(struct walk *w)
{
	for (uint32_t i = 0; i < w->count; i++) {
		tc_buf_release(&w->v[i].date);
		free(w->v[i].v);
	}
	free(w->v);
	tc_buf_release(&w->there);
}
#define SCOPED_WALK __attribute__((cleanup(walk_release))) struct walk

/* ---- noting ---- */

static int longest_first(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return (x->documents < y->documents) - (x->documents > y->documents);
}

static int in_order(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return (x->run.first > y->run.first) - (x->run.first < y->run.first);
}

static void sort(struct found *v, size_t n,
		 int (*compare)(const void *, const void *))
{
	if (n)
		qsort(v, n, sizeof *v, compare);
}

static void put_state(const struct tc_xstate *s, struct tc_buf *out)
{
	tc_buf_printf(out, "%s:%llu", s->name, (unsigned long long)s->revision);
}

static int note(struct tc_archive *a, size_t shard, struct looking *l,
		struct tc_error *err)
{
	TC_SCOPED_BUF value = { 0 };
	struct tc_xstate state;

	if (tc_xdb_state(tc_archive_db(a), shard, &state, err) != 0)
		return -1;
	state.revision++;
	put_state(&state, &value);
	sort(l->v, l->n, longest_first);
	if (l->n > TC_ORDER_RUNS_MAX)
		l->n = TC_ORDER_RUNS_MAX;
	sort(l->v, l->n, in_order);
	for (size_t i = 0; i < l->n; i++)
		tc_buf_printf(&value, " %u-%u", l->v[i].run.first,
			      l->v[i].run.end);
	return tc_xwriter_set_shard_metadata(a->writer, shard, TC_META_ORDER,
					     tc_buf_str(&value), err);
}

/* 1 and what is noted behind the state, when that is the present one; 0. */
static int read_note(struct tc_xdb *db, size_t shard, struct tc_buf *value,
		     struct tc_str *rest, struct tc_error *err)
{
	TC_SCOPED_BUF now = { 0 };
	struct tc_xstate state;

	if (tc_xdb_shard_metadata(db, shard, TC_META_ORDER, value, err) != 0)
		return -1;
	if (!value->n)
		return 0;
	if (tc_xdb_state(db, shard, &state, err) != 0)
		return -1;
	put_state(&state, &now);
	*rest = tc_buf_str(value);
	struct tc_str noted;
	return tc_str_split(rest, ' ', &noted) &&
	       tc_str_eq(noted, tc_buf_str(&now));
}

/* 1 when nothing would be noted that is not there already. */
static int is_noted(struct tc_archive *a, size_t shard, struct tc_error *err)
{
	TC_SCOPED_BUF value = { 0 };
	struct tc_str rest;

	if (tc_xwriter_changed(a->writer, shard))
		return 0;
	return read_note(tc_archive_db(a), shard, &value, &rest, err);
}

int tc_order_commit(struct tc_archive *a, struct tc_error *err)
{
	struct tc_xdb *db = tc_archive_db(a);
	const size_t count = tc_xdb_shards(db);
	bool due[TC_SHARDS_MAX] = { 0 }, any = false;
	SCOPED_WALK w;

	tc_assert(count <= TC_SHARDS_MAX);
	walk_init(&w, count);
	for (size_t i = 0; i < count; i++) {
		int noted = is_noted(a, i, err);
		if (noted < 0)
			return -1;
		due[i] = !noted;
		any |= due[i];
	}
	if (any && look_at_all(&w, db, err) != 0)
		return -1;
	for (size_t i = 0; i < count; i++)
		if (due[i] && note(a, i, &w.v[i], err) != 0)
			return -1;
	return tc_xwriter_commit(a->writer, err);
}

/* ---- reading ---- */

/* What is not a run ends the list. */
static bool get_run(struct tc_str text, uint32_t from, struct tc_xrun *run)
{
	TC_SCOPED_FREE char *s = tc_strdup(text);
	unsigned long long first, end;

	if (sscanf(s, "%llu-%llu", &first, &end) != 2 || first < from ||
	    first >= end || end > UINT32_MAX)
		return false;
	*run = (struct tc_xrun){ (uint32_t)first, (uint32_t)end };
	return true;
}

int tc_order_read(struct tc_xdb *db, struct tc_arena *arena,
		  const struct tc_xrun **runs, size_t *count,
		  struct tc_error *err)
{
	TC_SCOPED_BUF value = { 0 };
	struct tc_str rest, text;
	struct tc_xrun run = { .end = 1 };

	*count = 0;
	*runs = NULL;
	if (tc_xdb_is_remote(db) || tc_xdb_shards(db) > 1)
		return 0;
	int there = read_note(db, 0, &value, &rest, err);
	if (there <= 0)
		return there;
	struct tc_xrun *v = tc_arena_alloc(arena,
					   TC_ORDER_RUNS_MAX * sizeof *v);
	while (*count < TC_ORDER_RUNS_MAX && tc_str_split(&rest, ' ', &text) &&
	       get_run(text, run.end, &run))
		v[(*count)++] = run;
	*runs = v;
	return 0;
}

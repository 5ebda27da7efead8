/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/order.h"

#include "base/file.h"
#include "index/database.h"
#include "index/schema.h"
#include "index/shards.h"

#include <stdio.h>
#include <stdlib.h>

/* Some more than the longest list. */
#define NOTE_MAX ((size_t)8192)

/* ---- looking ---- */

/* A run, and how many documents it has. */
struct found {
	struct tc_xrun run;
	uint32_t documents;
};

struct looking {
	struct tc_buf there;	/* a bit for each docid */
	uint32_t last;
	uint32_t at;		/* what is before it was looked at */
	struct tc_buf date;	/* of the last one that was */
	struct found now;
	struct found *v;	/* those that are long enough */
	size_t n, cap;
};

static bool note_there(void *ctx, uint32_t docid)
{
	struct looking *l = ctx;
	size_t byte = docid / 8;

	if (byte >= l->there.n) {
		size_t more = byte + 1 - l->there.n;
		tc_buf_reserve(&l->there, more);
		memset(l->there.p + l->there.n, 0, more);
		l->there.n += more;
	}
	l->there.p[byte] |= (char)(1 << docid % 8);
	l->last = docid;
	return true;
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
static void pass_undated(struct looking *l, uint32_t end)
{
	for (; l->at < end; l->at++)
		if (l->there.p[l->at / 8] & 1 << l->at % 8) {
			tc_buf_clear(&l->date);
			l->now.documents++;
		}
}

static bool look(void *ctx, uint32_t docid, struct tc_str date)
{
	struct looking *l = ctx;

	pass_undated(l, docid);
	if (l->now.documents && tc_str_cmp(date, tc_buf_str(&l->date)) > 0)
		end_run(l, docid);
	tc_buf_clear(&l->date);
	tc_buf_addstr(&l->date, date);
	l->now.documents++;
	l->at = docid + 1;
	return true;
}

static int look_at_all(struct looking *l, struct tc_xdb *db,
		       struct tc_error *err)
{
	*l = (struct looking){ .at = 1, .now.run.first = 1 };
	if (tc_xdb_documents(db, note_there, l, err) != 0 ||
	    tc_xdb_values(db, TC_SLOT_DATE, look, l, err) != 0)
		return -1;
	pass_undated(l, l->last + 1);
	end_run(l, l->last + 1);
	return 0;
}

static void looking_release(struct looking *l)
{
	tc_buf_release(&l->there);
	tc_buf_release(&l->date);
	free(l->v);
}
#define SCOPED_LOOKING \
	__attribute__((cleanup(looking_release))) struct looking

/* ---- the note ---- */

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

static void keep_longest(struct looking *l)
{
	if (l->n <= TC_ORDER_RUNS_MAX)
		return;
	qsort(l->v, l->n, sizeof *l->v, longest_first);
	l->n = TC_ORDER_RUNS_MAX;
	qsort(l->v, l->n, sizeof *l->v, in_order);
}

static int put_state(struct tc_xdb *db, struct tc_buf *out,
		     struct tc_error *err)
{
	struct tc_xstate s;

	if (tc_xdb_state(db, &s, err) != 0)
		return -1;
	tc_buf_printf(out, "%s:%llu", s.name, (unsigned long long)s.revision);
	return 0;
}

/* 1 and the runs that are noted of the state that the database is in; 0. */
static int read_note(struct tc_xdb *db, struct tc_buf *note,
		     struct tc_str *runs, struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 }, now = { 0 };
	struct tc_str state;

	tc_buf_printf(&path, "%s/" TC_ORDER_FILE, tc_xdb_path(db));
	if (tc_file_read(path.p, NOTE_MAX, note, NULL) != 0)
		return 0;
	if (put_state(db, &now, err) != 0)
		return -1;
	*runs = tc_buf_str(note);
	return tc_str_split(runs, '\n', &state) &&
	       tc_str_eq(state, tc_buf_str(&now));
}

/* ---- writing ---- */

static int write_note(struct tc_xdb *db, struct tc_error *err)
{
	TC_SCOPED_BUF note = { 0 }, path = { 0 };
	SCOPED_LOOKING l;

	if (look_at_all(&l, db, err) != 0 || put_state(db, &note, err) != 0)
		return -1;
	keep_longest(&l);
	tc_buf_addc(&note, '\n');
	for (size_t i = 0; i < l.n; i++)
		tc_buf_printf(&note, "%u-%u\n", l.v[i].run.first,
			      l.v[i].run.end);
	tc_buf_printf(&path, "%s/" TC_ORDER_FILE, tc_xdb_path(db));
	return tc_file_replace(path.p, tc_buf_str(&note), err);
}

static int note_database(const char *path, struct tc_error *err)
{
	TC_SCOPED_BUF note = { 0 };
	struct tc_str runs;
	struct tc_xdb *db;

	if (tc_database_open(&path, 1, &db, err) != 0)
		return -1;
	int bad = read_note(db, &note, &runs, err);
	if (!bad)
		bad = write_note(db, err);
	tc_xdb_close(db);
	return bad < 0 ? -1 : 0;
}

int tc_order_note(struct tc_archive *a, struct tc_error *err)
{
	TC_SCOPED_SHARDS s = { 0 };

	tc_shards_list(&s, a->live.p, a->shards);
	for (size_t i = 0; i < s.n; i++)
		if (note_database(s.paths[i], err) != 0)
			return -1;
	return 0;
}

int tc_order_commit(struct tc_archive *a, struct tc_error *err)
{
	return tc_xwriter_commit(a->writer, err) != 0 ?
		       -1 : tc_order_note(a, err);
}

/* ---- reading ---- */

/* What is not a run ends the list. */
static bool get_run(struct tc_str line, uint32_t from, struct tc_xrun *run)
{
	TC_SCOPED_FREE char *s = tc_strdup(line);
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
	TC_SCOPED_BUF note = { 0 };
	struct tc_str rest, line;
	struct tc_xrun run = { .end = 1 };

	*count = 0;
	*runs = NULL;
	if (!*tc_xdb_path(db))
		return 0;
	int there = read_note(db, &note, &rest, err);
	if (there <= 0)
		return there;
	struct tc_xrun *v = tc_arena_alloc(arena,
					   TC_ORDER_RUNS_MAX * sizeof *v);
	while (*count < TC_ORDER_RUNS_MAX && tc_str_split(&rest, '\n', &line) &&
	       get_run(line, run.end, &run))
		v[(*count)++] = run;
	*runs = v;
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/missing.h"

#include "base/json.h"
#include "index/document.h"
#include "index/indexer.h"
#include "index/record.h"
#include "index/schema.h"
#include "index/sources.h"

#include <stdlib.h>
#include <time.h>

/* ---- what was met ---- */

/* As states of sources have it (sources.h).  Where two meet by chance, a
 * vanished capture counts as seen. */
static uint64_t hash(struct tc_str source)
{
	return tc_hash_of(TC_F_SOURCE, source);
}

static struct tc_str name_of(struct tc_str source)
{
	size_t n = 0;

	while (n < source.n && !memchr("/#!", source.p[n], 3))
		n++;
	return tc_str(source.p, n);
}

static bool has_name(const struct tc_missing *m, struct tc_str name)
{
	for (size_t i = m->name_count; i-- > 0;)
		if (tc_str_eq(m->names[i], name))
			return true;
	return false;
}

void tc_missing_see(struct tc_missing *m, struct tc_str source)
{
	struct tc_str name = name_of(source);

	m->seen = tc_grow(m->seen, m->n, &m->cap, sizeof *m->seen);
	m->seen[m->n++] = hash(source);
	if (has_name(m, name))
		return;
	m->names = tc_arena_grow(&m->arena, m->names, m->name_count,
				 &m->name_cap, sizeof *m->names);
	m->names[m->name_count++] = tc_arena_str(&m->arena, name);
}

void tc_missing_release(struct tc_missing *m)
{
	free(m->seen);
	tc_arena_release(&m->arena);
	*m = (struct tc_missing){ 0 };
}

static int by_number(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static bool has_hash(const struct tc_missing *m, uint64_t key)
{
	return m->n && bsearch(&key, m->seen, m->n, sizeof key, by_number);
}

static bool was_seen(const struct tc_missing *m, struct tc_str source)
{
	return has_hash(m, hash(source));
}

/* ---- what was not ---- */

struct gone {
	struct tc_str source, id;
};

struct walk {
	const struct tc_missing *m;
	struct tc_archive *archive;
	struct tc_arena arena, record;
	struct gone *v;
	size_t n, cap;
	uint64_t known;		/* captures of these names */
	struct tc_error *err;
	bool bad;
};

static void take_source(struct walk *w, const struct tc_record *r,
			struct tc_str source)
{
	if (!has_name(w->m, name_of(source)))
		return;
	w->known++;
	if (was_seen(w->m, source))
		return;
	w->v = tc_arena_grow(&w->arena, w->v, w->n, &w->cap, sizeof *w->v);
	w->v[w->n++] = (struct gone){
		tc_arena_str(&w->arena, source),
		tc_arena_str(&w->arena, tc_str0(r->article.id)),
	};
}

/* Only records with a source that was not seen are read. */
static bool each_states(void *ctx, uint32_t docid, struct tc_str states)
{
	struct walk *w = ctx;
	struct tc_source_state state;
	size_t n = 0, seen = 0;
	struct tc_record r;

	for (; tc_source_state_get(states, n, &state); n++)
		seen += has_hash(w->m, state.name);
	if (n && seen == n) {
		w->known += n;
		return true;
	}
	tc_arena_clear(&w->record);
	w->bad = tc_record_load(tc_archive_db(w->archive), docid, &w->record,
				&r, w->err) != 0;
	for (size_t i = 0; !w->bad && i < r.source_count; i++)
		take_source(w, &r, r.sources[i]);
	return !w->bad;
}

/* ---- marks ---- */

static void today(char out[16])
{
	time_t now = time(NULL);
	struct tm tm;

	*out = '\0';
	if (gmtime_r(&now, &tm))
		strftime(out, 16, "%Y-%m-%d", &tm);
}

static int mark(struct walk *w, const struct gone *g)
{
	TC_SCOPED_BUF key = { 0 }, name = { 0 }, text = { 0 };
	char date[16];

	tc_buf_puts(&key, TC_META_MISSING);
	tc_buf_addstr(&key, tc_source_key(g->source, &name));
	if (tc_xdb_metadata(tc_archive_db(w->archive), tc_buf_cstr(&key),
			    &text, w->err) != 0)
		return -1;
	if (text.n)
		return 0;	/* since another day */
	struct tc_json *o = tc_json_object();
	today(date);
	tc_json_set_str(o, "source", g->source);
	tc_json_set_str(o, "id", g->id);
	tc_json_set_cstr(o, "since", date);
	tc_json_write(o, &text);
	tc_json_free(o);
	return tc_xwriter_set_metadata(w->archive->writer, tc_buf_cstr(&key),
				       tc_buf_str(&text), w->err);
}

static int drop(struct walk *w, const struct gone *g)
{
	return tc_indexer_remove_source(w->archive, g->source, w->err) < 0 ?
		       -1 : 0;
}

/* The keys of marks whose captures are back, or were deleted. */
struct back {
	const struct tc_missing *m;
	bool all;
	struct tc_arena arena;
	struct tc_str *v;
	size_t n, cap;
};

static bool each_mark(void *ctx, struct tc_str key, struct tc_str value)
{
	struct back *b = ctx;
	struct tc_json *o = tc_json_read(value, NULL);
	struct tc_str source = tc_json_get_str(o, "source");

	if (was_seen(b->m, source) ||
	    (b->all && has_name(b->m, name_of(source)))) {
		b->v = tc_arena_grow(&b->arena, b->v, b->n, &b->cap,
				     sizeof *b->v);
		b->v[b->n++] = tc_arena_str(&b->arena, key);
	}
	tc_json_free(o);
	return true;
}

static int unmark(struct walk *w, bool all)
{
	struct back b = { .m = w->m, .all = all };
	int bad = tc_xdb_metadata_each(tc_archive_db(w->archive),
				       TC_META_MISSING, each_mark, &b,
				       w->err);

	for (size_t i = 0; !bad && i < b.n; i++)
		bad = tc_xwriter_set_metadata(w->archive->writer, b.v[i].p,
					      tc_str("", 0), w->err);
	tc_arena_release(&b.arena);
	return bad;
}

/* ---- the whole ---- */

static int settle(struct walk *w, enum tc_missing_mode mode, double percent)
{
	if (tc_xdb_values(tc_archive_db(w->archive), TC_SLOT_SOURCES,
			  each_states, w, w->err) != 0 || w->bad)
		return -1;
	if ((double)w->n * 100 > percent * (double)w->known)
		return tc_fail(w->err, TC_E_INPUT,
			       "%zu of %llu captures are not there any more; "
			       "is everything mounted? --tolerance=100 lets "
			       "them go", w->n, (unsigned long long)w->known);
	for (size_t i = 0; i < w->n; i++)
		if ((mode == TC_MISSING_MARK ? mark : drop)(w, &w->v[i]) != 0)
			return -1;
	return unmark(w, mode == TC_MISSING_DELETE);
}

int tc_missing_settle(struct tc_missing *m, struct tc_archive *a,
		      enum tc_missing_mode mode, double percent,
		      uint64_t *vanished, struct tc_error *err)
{
	struct walk w = { .m = m, .archive = a, .err = err };
	int bad;

	if (mode == TC_MISSING_KEEP || a->building)
		return 0;
	if (m->n)
		qsort(m->seen, m->n, sizeof *m->seen, by_number);
	bad = settle(&w, mode, percent);
	*vanished = w.n;
	tc_arena_release(&w.arena);
	tc_arena_release(&w.record);
	return bad;
}

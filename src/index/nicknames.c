/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/nicknames.h"

#include <stdlib.h>

#define KEY_MAX 240	/* Xapian takes 252 bytes of a key, some of them twice */

/* "tracuu-named:nghi quyet tam nong"; false when it is too long. */
static bool make_key(const struct tc_tokens *name, struct tc_buf *key)
{
	tc_buf_clear(key);
	tc_buf_puts(key, TC_META_NAMED);
	for (size_t i = 0; i < name->n && key->n <= KEY_MAX; i++) {
		if (i)
			tc_buf_addc(key, ' ');
		tc_buf_addstr(key, name->v[i].bare);
	}
	return key->n <= KEY_MAX;
}

/* ---- writing ---- */

struct entry {
	struct tc_str key, line;
	size_t order;
};

struct entries {
	struct tc_arena arena;
	struct entry *v;
	size_t n, cap;
};

static void add_entry(struct entries *e, const struct tc_registry_name *name)
{
	TC_SCOPED_BUF key = { 0 }, line = { 0 };

	if (!make_key(name->words, &key))
		return;
	tc_buf_addstr(&line, name->id);
	for (size_t i = 0; i < name->words->n; i++) {
		tc_buf_addc(&line, i ? ' ' : '\t');
		tc_buf_addstr(&line, name->words->v[i].exact);
	}
	tc_buf_addc(&line, '\n');
	e->v = tc_arena_grow(&e->arena, e->v, e->n, &e->cap, sizeof *e->v);
	e->v[e->n] = (struct entry){ tc_arena_str(&e->arena, tc_buf_str(&key)),
				     tc_arena_str(&e->arena, tc_buf_str(&line)),
				     e->n };
	e->n++;
}

static int compare(const void *pa, const void *pb)
{
	const struct entry *a = pa, *b = pb;
	const int order = tc_str_cmp(a->key, b->key);

	return order ? order : (a->order > b->order) - (a->order < b->order);
}

static int write_entries(struct tc_archive *a, const struct entries *e,
			 struct tc_error *err)
{
	for (size_t i = 0, end; i < e->n; i = end) {
		TC_SCOPED_BUF value = { 0 };
		for (end = i; end < e->n &&
			      tc_str_eq(e->v[end].key, e->v[i].key); end++)
			tc_buf_addstr(&value, e->v[end].line);
		if (tc_xwriter_set_metadata(a->writer, e->v[i].key.p,
					    tc_buf_str(&value), err) != 0)
			return -1;
	}
	return 0;
}

static bool note_key(void *ctx, struct tc_str key, struct tc_str value)
{
	struct entries *e = ctx;

	(void)value;
	e->v = tc_arena_grow(&e->arena, e->v, e->n, &e->cap, sizeof *e->v);
	e->v[e->n++].key = tc_arena_str(&e->arena, key);
	return true;
}

static int clear(struct tc_archive *a, struct tc_error *err)
{
	struct entries old = { 0 };
	int bad = tc_xdb_metadata_each(tc_archive_db(a), TC_META_NAMED,
				       note_key, &old, err);

	for (size_t i = 0; !bad && i < old.n; i++)
		bad = tc_xwriter_set_metadata(a->writer, old.v[i].key.p,
					      TC_STR(""), err);
	tc_arena_release(&old.arena);
	return bad;
}

int tc_nicknames_set(struct tc_archive *a, const struct tc_registry *r,
		     struct tc_error *err)
{
	const struct tc_str version = tc_registry_version(r);
	TC_SCOPED_BUF was = { 0 };
	struct entries e = { 0 };
	struct tc_registry_name name;

	if (tc_xdb_metadata(tc_archive_db(a), TC_META_NAMED, &was, err) != 0)
		return -1;
	if (tc_str_eq(version, tc_buf_str(&was)))
		return 0;
	for (size_t i = 0; tc_registry_name_at(r, i, &name); i++)
		add_entry(&e, &name);
	if (e.n)
		qsort(e.v, e.n, sizeof *e.v, compare);
	int bad = clear(a, err) != 0 || write_entries(a, &e, err) != 0 ||
		  tc_xwriter_set_metadata(a->writer, TC_META_NAMED, version,
					  err) != 0;
	tc_arena_release(&e.arena);
	return bad ? -1 : 0;
}

/* ---- reading ---- */

/* The bare words are the same. */
static bool is_spelled(const struct tc_tokens *typed, struct tc_str name)
{
	struct tc_str word;

	for (size_t i = 0; i < typed->n; i++) {
		if (!tc_str_split(&name, ' ', &word))
			return false;
		if (typed->v[i].flags & TC_TOKEN_MARKED &&
		    !tc_str_eq(typed->v[i].exact, word))
			return false;
	}
	return !name.p;
}

/* More than anyone calls by one name. */
#define IDS_MAX 16

static bool has_id(const struct tc_str *ids, size_t n, struct tc_str id)
{
	for (size_t i = 0; i < n; i++)
		if (tc_str_eq(ids[i], id))
			return true;
	return false;
}

static void take_ids(const struct tc_tokens *name, struct tc_str value,
		     struct tc_arena *arena, struct tc_str *ids, size_t *n)
{
	struct tc_str line, id;

	while (*n < IDS_MAX && tc_str_split(&value, '\n', &line))
		if (tc_str_split(&line, '\t', &id) && is_spelled(name, line) &&
		    !has_id(ids, *n, id))
			ids[(*n)++] = tc_arena_str(arena, id);
}

int tc_nicknames_find(struct tc_xdb *db, const struct tc_tokens *name,
		      struct tc_arena *arena, struct tc_str **ids, size_t *n,
		      struct tc_error *err)
{
	TC_SCOPED_BUF key = { 0 };

	*n = 0;
	if (name->n < 2 || !make_key(name, &key))
		return 0;
	*ids = tc_arena_alloc(arena, IDS_MAX * sizeof **ids);
	/* each of several archives has its own, in its first database */
	for (size_t i = 0; i < tc_xdb_shards(db); i++) {
		TC_SCOPED_BUF value = { 0 };
		if (tc_xdb_shard_metadata(db, i, tc_buf_cstr(&key), &value,
					  err) != 0)
			return -1;
		take_ids(name, tc_buf_str(&value), arena, *ids, n);
	}
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/takedown.h"

#include "base/json.h"
#include "index/schema.h"

#include <stdlib.h>

static const struct {
	const char *key;
	size_t offset;
} members[] = {
	{ "id", offsetof(struct tc_takedown, id) },
	{ "url", offsetof(struct tc_takedown, url) },
	{ "content", offsetof(struct tc_takedown, content) },
	{ "reason", offsetof(struct tc_takedown, reason) },
	{ "date", offsetof(struct tc_takedown, date) },
};
#define MEMBERS (sizeof members / sizeof *members)

/* ---- reading ---- */

static bool take(void *ctx, struct tc_str key, struct tc_str value)
{
	struct tc_takedowns *t = ctx;
	struct tc_json *o = tc_json_read(value, NULL);

	(void)key;
	if (!o)
		return true;
	t->v = tc_arena_grow(&t->arena, t->v, t->n, &t->cap, sizeof *t->v);
	char *row = (char *)&t->v[t->n++];
	for (size_t i = 0; i < MEMBERS; i++)
		*(struct tc_str *)(void *)(row + members[i].offset) =
			tc_arena_str(&t->arena,
				     tc_json_get_str(o, members[i].key));
	tc_json_free(o);
	return true;
}

static int by_id(const void *a, const void *b)
{
	const struct tc_takedown *x = a, *y = b;

	return tc_str_cmp(x->id, y->id);
}

static int by_content(const void *a, const void *b)
{
	const struct tc_takedown *const *x = a, *const *y = b;

	return tc_str_cmp((*x)->content, (*y)->content);
}

static void sort(struct tc_takedowns *t)
{
	t->by_content = tc_arena_alloc(&t->arena,
				       t->n * sizeof *t->by_content);
	if (!t->n)
		return;
	qsort(t->v, t->n, sizeof *t->v, by_id);
	for (size_t i = 0; i < t->n; i++)
		t->by_content[i] = &t->v[i];
	qsort(t->by_content, t->n, sizeof *t->by_content, by_content);
}

int tc_takedowns_load(struct tc_takedowns *t, struct tc_archive *archive,
		      struct tc_error *err)
{
	*t = (struct tc_takedowns){ 0 };
	if (tc_xdb_metadata_each(tc_archive_db(archive), TC_META_TAKEDOWN,
				 take, t, err) != 0)
		return -1;
	sort(t);
	return 0;
}

void tc_takedowns_release(struct tc_takedowns *t)
{
	tc_arena_release(&t->arena);
	*t = (struct tc_takedowns){ 0 };
}

const struct tc_takedown *tc_takedowns_find(const struct tc_takedowns *t,
					    struct tc_str id,
					    struct tc_str content)
{
	const struct tc_takedown key = { .id = id, .content = content };
	const struct tc_takedown *k = &key, *found;
	struct tc_takedown *const *same;

	if (!t->n)
		return NULL;
	found = bsearch(&key, t->v, t->n, sizeof *t->v, by_id);
	if (found || !content.n)
		return found;
	same = bsearch(&k, t->by_content, t->n, sizeof *t->by_content,
		       by_content);
	return same ? *same : NULL;
}

/* ---- writing ---- */

int tc_delete_term(struct tc_archive *archive, struct tc_str term,
		   struct tc_error *err)
{
	uint32_t docid;
	int found, any = 0;

	while ((found = tc_xdb_find(tc_archive_db(archive), term, &docid,
				    err)) > 0) {
		if (tc_xwriter_delete(archive->writer, docid, err) != 0)
			return -1;
		any = 1;
	}
	return found < 0 ? -1 : any;
}

static int set(struct tc_archive *archive, struct tc_str id,
	       struct tc_str value, struct tc_error *err)
{
	TC_SCOPED_BUF key = { 0 };

	tc_buf_printf(&key, TC_META_TAKEDOWN "%.*s", TC_ARG(id));
	return tc_xwriter_set_metadata(archive->writer, key.p, value, err);
}

int tc_takedown_add(struct tc_archive *archive, const struct tc_takedown *t,
		    struct tc_error *err)
{
	TC_SCOPED_BUF text = { 0 }, term = { 0 };
	struct tc_json *o = tc_json_object();
	const char *row = (const char *)t;

	for (size_t i = 0; i < MEMBERS; i++)
		tc_json_set_str(o, members[i].key,
				*(const struct tc_str *)(const void *)(
					row + members[i].offset));
	tc_json_write(o, &text);
	tc_json_free(o);
	if (set(archive, t->id, tc_buf_str(&text), err) != 0 ||
	    tc_delete_term(archive, tc_schema_term(TC_F_ID, t->id, &term),
			   err) < 0)
		return -1;
	if (!t->content.n)
		return 0;
	return tc_delete_term(archive,
			      tc_schema_term(TC_F_CONTENT, t->content, &term),
			      err) < 0 ? -1 : 0;
}

int tc_takedowns_apply(const struct tc_takedowns *t,
		       struct tc_archive *archive, struct tc_error *err)
{
	for (size_t i = 0; i < t->n; i++)
		if (tc_takedown_add(archive, &t->v[i], err) != 0)
			return -1;
	return 0;
}

int tc_takedown_lift(struct tc_archive *archive, struct tc_str id,
		     struct tc_error *err)
{
	TC_SCOPED_TAKEDOWNS t = { 0 };

	if (tc_takedowns_load(&t, archive, err) != 0)
		return -1;
	if (!tc_takedowns_find(&t, id, tc_str(NULL, 0)))
		return 0;
	return set(archive, id, tc_str("", 0), err) == 0 ? 1 : -1;
}

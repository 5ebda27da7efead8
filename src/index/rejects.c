/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/rejects.h"

#include "base/file.h"
#include "base/json.h"

#include <stdlib.h>

/* Ten million lines of a hundred bytes. */
#define FILE_MAX ((size_t)1024 * 1024 * 1024)

static int by_source(const void *a, const void *b)
{
	const struct tc_rejects_entry *x = a, *y = b;

	return tc_str_cmp(x->source, y->source);
}

int tc_rejects_load(struct tc_rejects *r, const char *path,
		    struct tc_error *err)
{
	TC_SCOPED_BUF text = { 0 };
	struct tc_str rest, line;
	size_t cap = 0;

	*r = (struct tc_rejects){ 0 };
	if (!tc_file_exists(path))
		return 0;
	if (tc_file_read(path, FILE_MAX, &text, err) != 0)
		return -1;
	rest = tc_buf_str(&text);
	while (tc_str_split(&rest, '\n', &line)) {
		struct tc_json *v = line.n ? tc_json_read(line, NULL) : NULL;
		if (!v)
			continue;
		r->old = tc_arena_grow(&r->arena, r->old, r->old_count, &cap,
				       sizeof *r->old);
		r->old[r->old_count++] = (struct tc_rejects_entry){
			.source = tc_arena_str(&r->arena,
					       tc_json_get_str(v, "source")),
			.line = tc_arena_str(&r->arena, line),
		};
		tc_json_free(v);
	}
	if (r->old_count)
		qsort(r->old, r->old_count, sizeof *r->old, by_source);
	return 0;
}

void tc_rejects_release(struct tc_rejects *r)
{
	tc_arena_release(&r->arena);
	*r = (struct tc_rejects){ 0 };
}

void tc_rejects_forget(struct tc_rejects *r, struct tc_str source)
{
	const struct tc_rejects_entry key = { .source = source };
	struct tc_rejects_entry *e =
		r->old_count ? bsearch(&key, r->old, r->old_count,
				       sizeof *r->old, by_source) : NULL;
	if (e)
		e->gone = true;
}

void tc_rejects_add(struct tc_rejects *r, struct tc_str source,
		    struct tc_str url, const char *reason,
		    struct tc_str detail)
{
	struct tc_json *o = tc_json_object();
	TC_SCOPED_BUF line = { 0 };

	tc_rejects_forget(r, source);
	tc_json_set_str(o, "source", source);
	tc_json_set_str_or_null(o, "url", url);
	tc_json_set_cstr(o, "reason", reason);
	tc_json_set_str(o, "detail", detail);
	tc_json_write(o, &line);
	tc_json_free(o);
	r->fresh = tc_arena_grow(&r->arena, r->fresh, r->fresh_count,
				 &r->fresh_cap, sizeof *r->fresh);
	r->fresh[r->fresh_count++] = (struct tc_rejects_entry){
		.source = tc_arena_str(&r->arena, source),
		.line = tc_arena_str(&r->arena, tc_buf_str(&line)),
	};
}

int tc_rejects_save(const struct tc_rejects *r, const char *path,
		    struct tc_error *err)
{
	TC_SCOPED_BUF text = { 0 };
	size_t n = 0, most = r->old_count + r->fresh_count;
	TC_SCOPED_FREE struct tc_rejects_entry *all =
		tc_alloc(most * sizeof *all);

	for (size_t i = 0; i < r->old_count; i++)
		if (!r->old[i].gone)
			all[n++] = r->old[i];
	for (size_t i = 0; i < r->fresh_count; i++)
		all[n++] = r->fresh[i];
	qsort(all, n, sizeof *all, by_source);
	for (size_t i = 0; i < n; i++) {
		tc_buf_addstr(&text, all[i].line);
		tc_buf_addc(&text, '\n');
	}
	return tc_file_replace(path, tc_buf_str(&text), err);
}

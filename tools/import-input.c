/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-input.h"

#include "base/json.h"
#include "import/find.h"
#include "index/reject-list.h"
#include "index/roots.h"

#include <libgen.h>
#include <stdlib.h>

/* ---- the directories that sources are named from ---- */

/* NULL when it is gone: the source says so by itself. */
static char *root_of(const char *path, bool whole)
{
	TC_SCOPED_FREE char *copy = tc_strdup(tc_str0(path));

	if (whole)
		return realpath(*path == '/' ? "/" : ".", NULL);
	const char *name = basename(copy);
	TC_SCOPED_FREE char *again = tc_strdup(tc_str0(path));
	if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0)
		return realpath(dirname(again), NULL);
	TC_SCOPED_FREE char *real = realpath(path, NULL);
	return real ? strdup(dirname(real)) : NULL;
}

static int keep_roots(struct tc_archive *archive, char *const *paths,
		      size_t n, bool whole, struct tc_error *err)
{
	TC_SCOPED_BUF last = { 0 };

	for (size_t i = 0; archive && i < n; i++) {
		TC_SCOPED_FREE char *root = root_of(paths[i], whole);
		/* lists have many files of one directory */
		if (!root || strcmp(root, tc_buf_cstr(&last)) == 0)
			continue;
		tc_buf_clear(&last);
		tc_buf_puts(&last, root);
		if (tc_roots_add(archive, root, err) != 0)
			return -1;
	}
	return 0;
}

/* ---- what was rejected ---- */

struct files {
	struct tc_arena *arena;
	char **paths;
	const char **roots;
	size_t n, cap, root_cap;
};

static void add_file(struct files *f, const struct tc_roots *roots,
		     struct tc_str file)
{
	const char *root = roots->n ? roots->v[0] : ".";

	for (size_t i = 0; i < roots->n; i++)
		if (tc_find_file(roots->v[i], file) == file.n) {
			root = roots->v[i];
			break;
		}
	f->paths = tc_arena_grow(f->arena, f->paths, f->n, &f->cap,
				 sizeof *f->paths);
	f->roots = tc_arena_grow(f->arena, f->roots, f->n, &f->root_cap,
				 sizeof *f->roots);
	f->paths[f->n] = (char *)tc_arena_str(f->arena, file).p;
	f->roots[f->n++] = root;
}

/* Each file once: rejects are sorted by source. */
static int find_files(struct files *f, struct tc_archive *archive,
		      struct tc_error *err)
{
	TC_SCOPED_REJECT_LIST r = { 0 };
	struct tc_roots roots;
	struct tc_str last = { NULL, 0 };

	if (tc_reject_list_load(&r, archive, err) != 0 ||
	    tc_roots_read(tc_xwriter_db(archive->writer), f->arena, &roots,
			  err) != 0)
		return -1;
	for (size_t i = 0; i < r.n; i++) {
		struct tc_json *o = tc_json_read(r.v[i].line, NULL);
		struct tc_str file = tc_arena_str(
			f->arena, o ? tc_json_get_str(o, "file") :
				      tc_str(NULL, 0));
		tc_json_free(o);
		if (!file.n)
			file = tc_arena_str(f->arena, r.v[i].source);
		if (!tc_str_eq(file, last))
			add_file(f, &roots, file);
		last = file;
	}
	return 0;
}

static bool was_rejected(void *ctx, struct tc_str source)
{
	return tc_rejects_had(ctx, source);
}

static int open_rejected(struct import_input *in, struct tc_archive *archive,
			 const struct tc_rejects *rejects,
			 struct tc_error *err)
{
	struct files f = { .arena = &in->arena };

	if (find_files(&f, archive, err) != 0)
		return -1;
	in->source = tc_source_open(f.paths, f.n);
	tc_source_keep_paths(in->source);
	tc_source_under(in->source, f.roots);
	tc_source_only(in->source, was_rejected, (void *)rejects);
	return 0;
}

/* ---- */

int import_input_open(struct import_input *in, const struct import_options *o,
		      struct tc_archive *archive,
		      const struct tc_rejects *rejects, struct tc_error *err)
{
	char *const *paths = o->paths;
	size_t n = o->path_count;

	*in = (struct import_input){ 0 };
	if (o->retry && open_rejected(in, archive, rejects, err) != 0)
		return -1;
	if (o->list && tc_filelist_read(&in->list, o->list, err) != 0)
		return -1;
	if (o->list) {
		paths = in->list.paths;
		n = in->list.count;
	}
	if (!o->retry) {
		if (keep_roots(archive, paths, n, o->list, err) != 0)
			return -1;
		in->source = tc_source_open(paths, n);
		in->paths = paths;
		in->path_count = n;
	}
	if (o->list)
		tc_source_keep_paths(in->source);
	tc_source_json_keys(in->source, &o->json_keys);
	return 0;
}

void import_input_close(struct import_input *in)
{
	tc_source_close(in->source);
	tc_filelist_release(&in->list);
	tc_arena_release(&in->arena);
}

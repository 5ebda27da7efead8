/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/walk.h"

#include "base/mem.h"
#include "text/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>

struct tc_walk_level {
	char *path;		/* to open */
	char *source;		/* to show; "" at the root of all */
	char **names;
	size_t count, next, cap;
};

static void level_release(struct tc_walk_level *l)
{
	for (size_t i = 0; i < l->count; i++)
		free(l->names[i]);
	free(l->names);
	free(l->path);
	free(l->source);
}

void tc_walk_rewind(struct tc_walk *w)
{
	while (w->depth)
		level_release(&w->stack[--w->depth]);
	tc_seen_release(&w->seen);
	w->arg_next = 0;
}

void tc_walk_release(struct tc_walk *w)
{
	tc_walk_rewind(w);
	free(w->stack);
	tc_buf_release(&w->path);
	tc_buf_release(&w->source);
	tc_buf_release(&w->detail);
}

void tc_walk_add_name(struct tc_buf *out, struct tc_str name)
{
	while (name.n) {
		size_t good = tc_utf8_valid(name);
		tc_buf_add(out, name.p, good);
		name = tc_str_from(name, good);
		if (!name.n)
			return;
		tc_buf_printf(out, "%%%02X", (unsigned char)*name.p);
		name = tc_str_from(name, 1);
	}
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static int read_names(struct tc_walk_level *l, DIR *dir)
{
	for (;;) {
		errno = 0;
		const struct dirent *e = readdir(dir);
		if (!e)
			break;
		if (e->d_name[0] == '.')
			continue;
		l->names = tc_grow(l->names, l->count, &l->cap,
				   sizeof *l->names);
		l->names[l->count++] = tc_strdup(tc_str0(e->d_name));
	}
	int why = errno;
	if (l->count)
		qsort(l->names, l->count, sizeof *l->names, by_bytes);
	return why;
}

/* Puts the directory at w->path on the stack; errno's value when it cannot
 * be read to its end. */
static int enter(struct tc_walk *w)
{
	DIR *dir = opendir(tc_buf_cstr(&w->path));

	if (!dir)
		return errno;
	struct tc_walk_level l = { 0 };
	int why = read_names(&l, dir);
	closedir(dir);
	if (why) {
		level_release(&l);
		return why;
	}
	l.path = tc_strdup(tc_buf_str(&w->path));
	l.source = tc_strdup(tc_buf_str(&w->source));
	w->stack = tc_grow(w->stack, w->depth, &w->cap, sizeof *w->stack);
	w->stack[w->depth++] = l;
	return 0;
}

static int refuse(struct tc_walk *w, enum tc_reject_reason reason,
		  const char *detail)
{
	tc_buf_clear(&w->detail);
	tc_buf_puts(&w->detail, detail);
	w->reason = reason;
	return 1;
}

static void describe(struct tc_walk *w, const struct stat *st)
{
	w->reason = TC_REJECT_NONE;
	w->size = 0;
	w->mtime_ns = 0;
	if (!S_ISREG(st->st_mode))
		return;
	w->size = (uint64_t)st->st_size;
	w->mtime_ns = (int64_t)st->st_mtim.tv_sec * 1000000000 +
		      st->st_mtim.tv_nsec;
}

/* What stands at w->path: 1, or 0 and one more level. */
static int visit(struct tc_walk *w)
{
	struct stat st = { 0 };

	if (stat(tc_buf_cstr(&w->path), &st) != 0) {
		int why = errno;
		st.st_mode = 0;
		describe(w, &st);
		return refuse(w, why == ELOOP ? TC_REJECT_LOOP :
			      TC_REJECT_UNREADABLE, strerrordesc_np(why));
	}
	describe(w, &st);
	if (S_ISREG(st.st_mode))
		return 1;
	if (!S_ISDIR(st.st_mode))
		return refuse(w, TC_REJECT_SPECIAL_FILE,
			      "neither a file nor a directory");
	if (!tc_seen_add(&w->seen, st.st_dev, st.st_ino))
		return refuse(w, TC_REJECT_LOOP,
			      "this directory was walked before");
	int why = enter(w);
	return why ? refuse(w, TC_REJECT_UNREADABLE, strerrordesc_np(why)) : 0;
}

static int next_of_level(struct tc_walk *w)
{
	struct tc_walk_level *l = &w->stack[w->depth - 1];

	if (l->next == l->count) {
		level_release(l);
		w->depth--;
		return 0;
	}
	const char *name = l->names[l->next++];
	tc_buf_clear(&w->path);
	tc_buf_puts(&w->path, l->path);
	if (!tc_str_ends(tc_buf_str(&w->path), TC_STR("/")))
		tc_buf_addc(&w->path, '/');
	tc_buf_puts(&w->path, name);
	tc_buf_clear(&w->source);
	tc_buf_puts(&w->source, l->source);
	if (w->source.n)
		tc_buf_addc(&w->source, '/');
	tc_walk_add_name(&w->source, tc_str0(name));
	return visit(w);
}

/* Without what stands for the directory that the program runs in. */
static struct tc_str whole_path(const char *arg)
{
	struct tc_str path = tc_str0(arg);

	while (tc_str_starts(path, TC_STR("./")) && path.n > 2)
		path = tc_str_from(path, 2);
	return path;
}

/* "../crawl/" is crawl; "." and ".." are what they stand for. */
static void name_argument(struct tc_walk *w, const char *arg)
{
	TC_SCOPED_FREE char *copy = tc_strdup(tc_str0(arg));
	TC_SCOPED_FREE char *real = NULL;
	const char *name = basename(copy);

	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0) {
		real = realpath(arg, NULL);
		name = real ? basename(real) : name;
	}
	tc_buf_clear(&w->source);
	if (w->keep_paths)
		tc_walk_add_name(&w->source, whole_path(arg));
	else if (strcmp(name, "/") != 0)
		tc_walk_add_name(&w->source, tc_str0(name));
}

static int next_argument(struct tc_walk *w, struct tc_error *err)
{
	const char *root = w->roots ? w->roots[w->arg_next] : NULL;
	const char *arg = w->args[w->arg_next++];
	struct stat st;

	tc_buf_clear(&w->path);
	if (root)
		tc_buf_printf(&w->path, "%s/", root);
	tc_buf_puts(&w->path, arg);
	name_argument(w, arg);
	arg = tc_buf_cstr(&w->path);
	if (stat(arg, &st) != 0)
		return tc_fail(err, TC_E_INPUT, "cannot open '%s': %s", arg,
			       tc_strerror(errno));
	int got = visit(w);
	if (got && S_ISDIR(st.st_mode) && w->reason == TC_REJECT_UNREADABLE)
		return tc_fail(err, TC_E_INPUT, "cannot read '%s': %s", arg,
			       tc_buf_cstr(&w->detail));
	return got;
}

int tc_walk_next(struct tc_walk *w, struct tc_error *err)
{
	while (w->depth || w->arg_next < w->arg_count) {
		int got = w->depth ? next_of_level(w) : next_argument(w, err);
		if (got)
			return got;
	}
	return 0;
}

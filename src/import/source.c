/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The walk over files and trees.  Each directory that is open stands on the
 * stack with its names sorted by bytes and the place reached in them:
 *
 *   argument "crawl" -> [crawl: a b| c] [b: x| y]      next is b/y
 *
 * Nothing is opened but directories and regular files.
 */
#include "config.h"

#include "import/source.h"

#include "base/file.h"
#include "base/mem.h"
#include "import/import.h"
#include "import/seen.h"
#include "text/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>

struct level {
	char *path;		/* to open */
	char *source;		/* to show; "" at the root of all */
	char **names;
	size_t count, next, cap;
};

struct tc_source {
	char *const *args;
	size_t arg_count, arg_next;
	struct level *stack;
	size_t depth, cap;
	struct tc_seen seen;
	struct tc_buf path, source, detail;	/* of the last capture */
};

struct tc_source *tc_source_open(char *const *paths, size_t count)
{
	struct tc_source *s = tc_zalloc(sizeof *s);

	s->args = paths;
	s->arg_count = count;
	return s;
}

static void level_release(struct level *l)
{
	for (size_t i = 0; i < l->count; i++)
		free(l->names[i]);
	free(l->names);
	free(l->path);
	free(l->source);
}

void tc_source_close(struct tc_source *s)
{
	if (!s)
		return;
	while (s->depth)
		level_release(&s->stack[--s->depth]);
	free(s->stack);
	tc_seen_release(&s->seen);
	tc_buf_release(&s->path);
	tc_buf_release(&s->source);
	tc_buf_release(&s->detail);
	free(s);
}

/* File names are any bytes, sources are UTF-8: what is not becomes %XX. */
static void add_name(struct tc_buf *out, struct tc_str name)
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

static int read_names(struct level *l, DIR *dir)
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

/* Puts the directory of s->path on the stack; errno's value when it cannot
 * be read to its end. */
static int enter(struct tc_source *s)
{
	DIR *dir = opendir(tc_buf_cstr(&s->path));

	if (!dir)
		return errno;
	struct level l = { 0 };
	int why = read_names(&l, dir);
	closedir(dir);
	if (why) {
		level_release(&l);
		return why;
	}
	l.path = tc_strdup(tc_buf_str(&s->path));
	l.source = tc_strdup(tc_buf_str(&s->source));
	s->stack = tc_grow(s->stack, s->depth, &s->cap, sizeof *s->stack);
	s->stack[s->depth++] = l;
	return 0;
}

static void set_problem(struct tc_source *s, struct tc_capture *c,
			enum tc_reject_reason reason, const char *detail)
{
	tc_buf_clear(&s->detail);
	tc_buf_puts(&s->detail, detail);
	c->problem = tc_reject_name(reason);
	c->detail = tc_buf_str(&s->detail);
}

static void describe(struct tc_source *s, const struct stat *st,
		     struct tc_capture *c)
{
	*c = (struct tc_capture){ .source = tc_buf_str(&s->source),
				  .path = tc_buf_str(&s->path) };
	if (!S_ISREG(st->st_mode))
		return;
	c->size = (uint64_t)st->st_size;
	c->mtime_ns = (int64_t)st->st_mtim.tv_sec * 1000000000 +
		      st->st_mtim.tv_nsec;
	if (c->size > TC_CAPTURE_MAX)
		set_problem(s, c, TC_REJECT_TOO_LARGE, "larger than 16 MiB");
}

/* What stands at s->path: 1 and a capture, or 0 and one more level. */
static int visit(struct tc_source *s, struct tc_capture *c)
{
	struct stat st = { 0 };

	if (stat(tc_buf_cstr(&s->path), &st) != 0) {
		int why = errno;
		st.st_mode = 0;
		describe(s, &st, c);
		set_problem(s, c, why == ELOOP ? TC_REJECT_LOOP :
			    TC_REJECT_UNREADABLE, strerror(why));
		return 1;
	}
	describe(s, &st, c);
	if (S_ISREG(st.st_mode))
		return 1;
	if (!S_ISDIR(st.st_mode)) {
		set_problem(s, c, TC_REJECT_SPECIAL_FILE,
			    "neither a file nor a directory");
		return 1;
	}
	if (!tc_seen_add(&s->seen, st.st_dev, st.st_ino)) {
		set_problem(s, c, TC_REJECT_LOOP,
			    "this directory was walked before");
		return 1;
	}
	int why = enter(s);
	if (!why)
		return 0;
	set_problem(s, c, TC_REJECT_UNREADABLE, strerror(why));
	return 1;
}

static int next_of_level(struct tc_source *s, struct tc_capture *c)
{
	struct level *l = &s->stack[s->depth - 1];

	if (l->next == l->count) {
		level_release(l);
		s->depth--;
		return 0;
	}
	const char *name = l->names[l->next++];
	tc_buf_clear(&s->path);
	tc_buf_puts(&s->path, l->path);
	if (!tc_str_ends(tc_buf_str(&s->path), TC_STR("/")))
		tc_buf_addc(&s->path, '/');
	tc_buf_puts(&s->path, name);
	tc_buf_clear(&s->source);
	tc_buf_puts(&s->source, l->source);
	if (s->source.n)
		tc_buf_addc(&s->source, '/');
	add_name(&s->source, tc_str0(name));
	return visit(s, c);
}

/* "../crawl/" is crawl; "." and ".." are what they stand for. */
static void name_argument(struct tc_source *s, const char *arg)
{
	TC_SCOPED_FREE char *copy = tc_strdup(tc_str0(arg));
	TC_SCOPED_FREE char *real = NULL;
	const char *name = basename(copy);

	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0) {
		real = realpath(arg, NULL);
		name = real ? basename(real) : name;
	}
	tc_buf_clear(&s->source);
	if (strcmp(name, "/") != 0)
		add_name(&s->source, tc_str0(name));
}

static int next_argument(struct tc_source *s, struct tc_capture *c,
			 struct tc_error *err)
{
	const char *arg = s->args[s->arg_next++];

	tc_buf_clear(&s->path);
	tc_buf_puts(&s->path, arg);
	name_argument(s, arg);
	struct stat st;
	if (stat(arg, &st) != 0)
		return tc_fail(err, TC_E_INPUT, "cannot open '%s': %s", arg,
			       strerror(errno));
	int got = visit(s, c);
	if (got && S_ISDIR(st.st_mode) &&
	    strcmp(c->problem, tc_reject_name(TC_REJECT_UNREADABLE)) == 0)
		return tc_fail(err, TC_E_INPUT, "cannot read '%s': %s", arg,
			       tc_buf_cstr(&s->detail));
	return got;
}

int tc_source_next(struct tc_source *s, struct tc_capture *c,
		   struct tc_error *err)
{
	while (s->depth || s->arg_next < s->arg_count) {
		int got = s->depth ? next_of_level(s, c) :
				     next_argument(s, c, err);
		if (got)
			return got;
	}
	return 0;
}

int tc_source_read(struct tc_source *s, struct tc_buf *out,
		   struct tc_error *err)
{
	return tc_file_read(tc_buf_cstr(&s->path), TC_CAPTURE_MAX, out, err);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/build.h"

#include "base/children.h"
#include "base/directory.h"
#include "base/file.h"
#include "base/mem.h"
#include "index/document.h"
#include "index/window.h"
#include "index/xap.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Documents of a shard, at most: as many as fit the processor's caches while
 * they are fed; merging many costs little (500 took the same, 2,000 a twentieth
 * more). */
#define SHARD_DOCUMENTS 1000
/* Shards merged at once: each holds five files open. */
#define MERGE_MAX 32

/* Of a window, at most, where documents are long (32,000 of the benchmarks' are
 * 145 MB); two of them stand on the disk at once. */
#define WINDOW_BYTES ((uint64_t)300 << 20)

uint32_t tc_build_window = MERGE_MAX * SHARD_DOCUMENTS;

struct tc_build {
	struct tc_buf dir;
	struct tc_children *children;	/* not its own */
	bool found;
	struct tc_window filling;	/* its first shard is `shards` + 1 */
	struct tc_window cut;		/* sealed, and becoming shards: */
	unsigned first, count, begun;	/* numbered from; how many */
	unsigned shards;	/* of the sealed windows, numbered from 1 */
	unsigned level;		/* of merging: 0 while there are shards */
	unsigned parts;		/* of that level */
};

/* ---- names ---- */

static const char *name(const struct tc_build *b, struct tc_buf *out,
			const char *kind, unsigned number, const char *tail)
{
	tc_buf_clear(out);
	tc_buf_printf(out, "%s/%s-%06u%s", b->dir.p, kind, number, tail);
	return out->p;
}

/* ---- a shard, in a process of its own ---- */

static int add_packed(struct tc_xwriter *w, struct tc_str packed,
		      struct tc_arena *arena, struct tc_error *err)
{
	struct tc_document d;
	struct tc_xdoc *doc = NULL;
	int bad = tc_document_read(packed, arena, &d, err) != 0 ||
		  tc_document_to_xapian(&d, &doc, err) != 0 ||
		  tc_xwriter_add(w, 0, doc, err) != 0;

	tc_xdoc_free(doc);
	return bad ? -1 : 0;
}

/* The documents of the window from one up to another, newest first. */
static int add_documents(struct tc_xwriter *w, const struct tc_window *window,
			 size_t from, size_t to, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF packed = { 0 };
	int fd = open(window->path.p, O_RDONLY | O_CLOEXEC), bad = 0;

	if (fd < 0)
		return tc_fail(err, TC_E_OUTPUT, "cannot open '%s': %s",
			       window->path.p, tc_strerror(errno));
	for (size_t i = from; i < to && !bad; i++) {
		bad = tc_window_read(window, fd, i, &packed, err) != 0 ||
		      add_packed(w, tc_buf_str(&packed), &arena, err) != 0;
		tc_arena_clear(&arena);
	}
	close(fd);
	return bad ? -1 : 0;
}

static int write_shard(const struct tc_build *b, unsigned number,
		       const char *part, struct tc_error *err)
{
	const size_t i = number - b->first, n = b->cut.n;
	struct tc_xwriter *w = NULL;
	int bad = tc_xwriter_open_new(part, &w, err) != 0 ||
		  add_documents(w, &b->cut, n * i / b->count,
				n * (i + 1) / b->count, err) != 0 ||
		  tc_xwriter_commit(w, err) != 0;

	tc_xwriter_close(w);
	return bad ? -1 : tc_directory_sync(part, err);
}

static int shard_child(const void *ctx, unsigned number, struct tc_error *err)
{
	const struct tc_build *b = ctx;
	TC_SCOPED_BUF part = { 0 }, shard = { 0 };

	name(b, &part, "shard", number, ".part");
	name(b, &shard, "shard", number, "");
	if (write_shard(b, number, part.p, err) != 0)
		return -1;
	if (rename(part.p, shard.p) != 0)
		return tc_fail(err, TC_E_OUTPUT, "cannot rename '%s': %s",
			       part.p, tc_strerror(errno));
	return 0;
}

/* ---- windows ---- */

/* How many shards become of so many documents, which depends on nothing else:
 * an even number, of the same size, so that two processors have work to the
 * end. */
static unsigned count_shards(size_t documents)
{
	enum { BOTH = 2 * SHARD_DOCUMENTS };

	return documents <= SHARD_DOCUMENTS / 2 ?
		       1 : 2 * (unsigned)((documents + BOTH - 1) / BOTH);
}

/* Begins as many shards of the window as there is room for; with `wait`, all
 * of them. */
static int begin_shards(struct tc_build *b, bool wait, struct tc_error *err)
{
	while (b->begun < b->count) {
		int full = wait ? 0 : tc_children_full(b->children, err);
		if (full)
			return full < 0 ? -1 : 0;
		if (tc_children_start(b->children, shard_child, b,
				      b->first + b->begun, err) != 0)
			return -1;
		b->begun++;
	}
	return 0;
}

static int finish_shards(struct tc_build *b, struct tc_error *err)
{
	if (begin_shards(b, true, err) != 0 ||
	    tc_children_wait(b->children, err) != 0)
		return -1;
	tc_window_remove(&b->cut);
	return 0;
}

/* The sealed window is the one that is being cut. */
static void take_window(struct tc_build *b, unsigned first)
{
	b->first = first;
	b->count = count_shards(b->cut.n);
	b->begun = 0;
	b->shards = first + b->count - 1;
}

static int end_window(struct tc_build *b, struct tc_error *err)
{
	if (finish_shards(b, err) != 0 || tc_window_seal(&b->filling, err) != 0)
		return -1;
	b->cut = b->filling;
	b->filling = (struct tc_window){ 0 };
	take_window(b, b->shards + 1);
	return 0;
}

static bool is_full(const struct tc_window *w)
{
	return w->n >= tc_build_window || w->end >= WINDOW_BYTES;
}

int tc_build_add(struct tc_build *b, struct tc_str packed,
		 struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 };

	if (is_full(&b->filling) && end_window(b, err) != 0)
		return -1;
	if (!b->filling.file &&
	    tc_window_begin(&b->filling, name(b, &path, "window",
					      b->shards + 1, ""), err) != 0)
		return -1;
	return begin_shards(b, false, err) != 0 ?
		       -1 : tc_window_add(&b->filling, packed, err);
}

int tc_build_end(struct tc_build *b, struct tc_error *err)
{
	if (b->filling.n && end_window(b, err) != 0)
		return -1;
	return begin_shards(b, false, err);
}

/* ---- merging ---- */

static struct tc_str part_path(const struct tc_build *b, unsigned level,
			       unsigned number, struct tc_arena *arena)
{
	const char *dir = b->dir.p;

	return level ? tc_arena_printf(arena, "%s/merge-%u-%06u", dir, level,
				       number)
		     : tc_arena_printf(arena, "%s/shard-%06u", dir, number);
}

/* Merges `count` parts of the level from `first` on, and `base`. */
static int merge(const struct tc_build *b, const char *base, unsigned first,
		 unsigned count, const char *dest, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	const char **paths = tc_arena_alloc(&arena,
					    (count + 1) * sizeof *paths);
	size_t n = 0;

	for (unsigned i = 0; i < count; i++)
		paths[n++] = part_path(b, b->level, first + i, &arena).p;
	if (base)
		paths[n++] = base;
	return tc_xdb_compact(paths, n, dest, err) != 0 ?
		       -1 : tc_directory_sync(dest, err);
}

/* Group `number` of the parts becomes one part of the next level. */
static int merge_child(const void *ctx, unsigned number, struct tc_error *err)
{
	const struct tc_build *b = ctx;
	TC_SCOPED_ARENA arena = { 0 };
	unsigned first = (number - 1) * MERGE_MAX + 1;
	unsigned count = b->parts - first + 1;
	struct tc_str dest = part_path(b, b->level + 1, number, &arena);

	return merge(b, NULL, first, count < MERGE_MAX ? count : MERGE_MAX,
		     dest.p, err);
}

static int merge_level(struct tc_build *b, struct tc_error *err)
{
	unsigned groups = (b->parts + MERGE_MAX - 1) / MERGE_MAX;

	for (unsigned g = 1; g <= groups; g++)
		if (tc_children_start(b->children, merge_child, b, g,
				      err) != 0)
			return -1;
	if (tc_children_wait(b->children, err) != 0)
		return -1;
	b->level++;
	b->parts = groups;
	return 0;
}

int tc_build_gather(struct tc_build *b, unsigned most, struct tc_error *err)
{
	tc_assert(most);
	if (tc_build_end(b, err) != 0 || finish_shards(b, err) != 0)
		return -1;
	b->level = 0;
	b->parts = b->shards;
	while (b->parts > most)
		if (merge_level(b, err) != 0)
			return -1;
	return 0;
}

unsigned tc_build_parts(const struct tc_build *b)
{
	return b->parts;
}

struct tc_str tc_build_part(const struct tc_build *b, unsigned number,
			    struct tc_arena *arena)
{
	if (number <= b->parts)
		return part_path(b, b->level, number, arena);
	return tc_arena_printf(arena, "%s/empty-%06u", b->dir.p, number);
}

int tc_build_merge(struct tc_build *b, const char *base, const char *dest,
		   struct tc_error *err)
{
	return merge(b, base, 1, b->parts, dest, err);
}

/* ---- what an interrupted build left ---- */

static bool is_numbered(const char *entry, const char *kind, unsigned *number)
{
	const size_t n = strlen(kind);
	int end = 0;

	return strncmp(entry, kind, n) == 0 &&
	       sscanf(entry + n, "-%u%n", number, &end) == 1 &&
	       !entry[n + (size_t)end] && *number >= 1;
}

struct tidying {
	const struct tc_build *build;
	unsigned kept;		/* shards without a gap */
	unsigned window;	/* the last one that begins before their end */
};

static void note_window(void *ctx, const char *entry)
{
	struct tidying *t = ctx;
	unsigned number;

	if (is_numbered(entry, "window", &number) &&
	    number <= t->kept + 1 && number > t->window)
		t->window = number;
}

/* False where there is none or it cannot be read. */
static bool take_up(const struct tc_build *b, unsigned first,
		    struct tc_window *w)
{
	TC_SCOPED_BUF path = { 0 };

	name(b, &path, "window", first, "");
	if (tc_file_exists(path.p) && tc_window_take_up(w, path.p, NULL) == 0)
		return true;
	tc_window_release(w);
	return false;
}

/* A sealed window makes the very shards that it began with.  One that is not,
 * though there are shards of it, has lost its end with the power of the
 * machine: they are kept alone. */
static void take_up_windows(struct tc_build *b, const struct tidying *t)
{
	b->shards = t->kept;
	if (!t->window || !take_up(b, t->window, &b->cut))
		return;
	if (b->cut.sealed) {
		const unsigned made = t->kept + 1 - t->window;
		take_window(b, t->window);
		b->begun = made < b->count ? made : b->count;
		if (b->shards < t->kept)
			b->shards = t->kept;
		take_up(b, b->shards + 1, &b->filling);
	} else if (t->window == t->kept + 1) {
		b->filling = b->cut;
		b->cut = (struct tc_window){ 0 };
	} else {
		tc_window_release(&b->cut);
	}
}

static bool is_path(const struct tc_window *w, const char *path)
{
	return w->file && strcmp(w->path.p, path) == 0;
}

static void remove_other(void *ctx, const char *entry)
{
	const struct tidying *t = ctx;
	TC_SCOPED_BUF path = { 0 };
	unsigned number;

	tc_buf_printf(&path, "%s/%s", t->build->dir.p, entry);
	if ((is_numbered(entry, "shard", &number) && number <= t->kept) ||
	    is_path(&t->build->cut, path.p) ||
	    is_path(&t->build->filling, path.p))
		return;
	if (unlink(path.p) != 0)
		tc_directory_remove(path.p, NULL);
}

/* Keeps the finished shards without a gap, what waits behind them, and nothing
 * else. */
static void tidy(struct tc_build *b)
{
	struct tidying t = { .build = b };
	TC_SCOPED_BUF path = { 0 };

	while (tc_file_exists(name(b, &path, "shard", t.kept + 1, "")))
		t.kept++;
	tc_directory_each(b->dir.p, note_window, &t, NULL);
	take_up_windows(b, &t);
	/* the rest of an import goes slower into what was found */
	if (!b->shards && b->filling.n < SHARD_DOCUMENTS)
		tc_window_release(&b->filling);
	b->found = b->shards || b->filling.n;
	tc_directory_each(b->dir.p, remove_other, &t, NULL);
}

struct tc_build *tc_build_open(const char *dir, struct tc_children *children,
			       struct tc_error *err)
{
	if (mkdir(dir, 0777) != 0 && errno != EEXIST) {
		tc_fail(err, TC_E_OUTPUT, "cannot make '%s': %s", dir,
			tc_strerror(errno));
		return NULL;
	}
	struct tc_build *b = tc_zalloc(sizeof *b);
	tc_buf_puts(&b->dir, dir);
	b->children = children;
	tidy(b);
	return b;
}

bool tc_build_found(const struct tc_build *b)
{
	return b->found;
}

void tc_build_close(struct tc_build *b)
{
	if (!b)
		return;
	tc_window_release(&b->cut);
	tc_window_release(&b->filling);
	tc_buf_release(&b->dir);
	free(b);
}

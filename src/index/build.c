/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/build.h"

#include "base/children.h"
#include "base/directory.h"
#include "base/file.h"
#include "base/mem.h"
#include "index/document.h"
#include "index/xap.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Documents of a shard: as many as fit the processor's caches while they are
 * fed, and two are enough for two cores at 2,000; merging many costs little
 * (500 took the same, 2,000 a twentieth more). */
#define SHARD_DOCUMENTS 1000
/* What the last spool has beyond these becomes a shard of its own: nothing else
 * is left to be done beside it. */
#define LAST_DOCUMENTS (SHARD_DOCUMENTS / 2)
/* Shards merged at once: each holds five files open. */
#define MERGE_MAX 32
#define DOCUMENT_MAX ((uint32_t)256 << 20)

struct tc_build {
	struct tc_buf dir;
	struct tc_children children;
	unsigned shards;	/* begun, numbered from 1 */
	unsigned found;
	FILE *spool;		/* of shard `shards`; NULL between two */
	uint32_t spooled;	/* documents in it */
	long last;		/* where those beyond LAST_DOCUMENTS begin */
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

/* 1 and the next document, 0 at the end. */
static int read_packed(FILE *in, struct tc_buf *packed, struct tc_error *err)
{
	uint32_t n;
	size_t got = fread(&n, 1, sizeof n, in);

	if (!got && !ferror(in))
		return 0;
	tc_buf_clear(packed);
	if (got == sizeof n && n <= DOCUMENT_MAX) {
		tc_buf_reserve(packed, n);
		packed->n = fread(packed->p, 1, n, in);
		if (packed->n == n)
			return 1;
	}
	return tc_fail(err, TC_E_DAMAGED, ferror(in) ?
		       "a spool cannot be read" : "a spool is cut short");
}

static int add_spool(struct tc_xwriter *w, FILE *in, uint32_t count,
		     struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF packed = { 0 };
	uint32_t n = 0;
	int more;

	while ((more = read_packed(in, &packed, err)) > 0) {
		if (add_packed(w, tc_buf_str(&packed), &arena, err) != 0)
			return -1;
		tc_arena_clear(&arena);
		n++;
	}
	if (more == 0 && n != count)
		return tc_fail(err, TC_E_DAMAGED, "%u documents in a spool "
			       "of %u", n, count);
	return more;
}

static int write_shard(const char *spool, const char *part, uint32_t count,
		       struct tc_error *err)
{
	FILE *in = fopen(spool, "rb");
	struct tc_xwriter *w = NULL;

	if (!in)
		return tc_fail(err, TC_E_OUTPUT, "cannot open '%s': %s", spool,
			       tc_strerror(errno));
	int bad = tc_xwriter_open_new(part, &w, err) != 0 ||
		  add_spool(w, in, count, err) != 0 ||
		  tc_xwriter_commit(w, err) != 0;
	tc_xwriter_close(w);
	fclose(in);
	return bad ? -1 : tc_directory_sync(part, err);
}

static int shard_child(const void *ctx, unsigned number, struct tc_error *err)
{
	const struct tc_build *b = ctx;
	TC_SCOPED_BUF spool = { 0 }, part = { 0 }, shard = { 0 };

	name(b, &spool, "spool", number, "");
	name(b, &part, "shard", number, ".part");
	name(b, &shard, "shard", number, "");
	if (write_shard(spool.p, part.p, b->spooled, err) != 0)
		return -1;
	if (rename(part.p, shard.p) != 0)
		return tc_fail(err, TC_E_OUTPUT, "cannot rename '%s': %s",
			       part.p, tc_strerror(errno));
	unlink(spool.p);
	return 0;
}

/* ---- spooling ---- */

static int write_failed(struct tc_build *b, struct tc_error *err)
{
	return tc_fail(err, TC_E_OUTPUT, "cannot write to '%s': %s", b->dir.p,
		       tc_strerror(errno));
}

static int begin_spool(struct tc_build *b, struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 };

	b->spooled = 0;
	b->spool = fopen(name(b, &path, "spool", b->shards + 1, ""), "w+b");
	if (!b->spool)
		return write_failed(b, err);
	b->shards++;
	return 0;
}

static int start_shard(struct tc_build *b, FILE *spool, unsigned number,
		       struct tc_error *err)
{
	if (fclose(spool) != 0)
		return write_failed(b, err);
	return tc_children_start(&b->children, shard_child, b, number, err);
}

static int end_spool(struct tc_build *b, struct tc_error *err)
{
	FILE *spool = b->spool;

	b->spool = NULL;
	return start_shard(b, spool, b->shards, err);
}

/* Moves what stands from `at` on in one file to the other. */
static int move_tail(FILE *from, long at, FILE *to)
{
	char bytes[BUFSIZ];
	size_t n;

	if (fseek(from, at, SEEK_SET) != 0)
		return -1;
	while ((n = fread(bytes, 1, sizeof bytes, from)) > 0)
		if (fwrite(bytes, 1, n, to) != n)
			return -1;
	return ferror(from) ? -1 : ftruncate(fileno(from), at);
}

/* The spool keeps LAST_DOCUMENTS; the rest is in the next one, which is left
 * to be ended. */
static int end_first_half(struct tc_build *b, struct tc_error *err)
{
	FILE *whole = b->spool;
	const uint32_t rest = b->spooled - LAST_DOCUMENTS;

	if (begin_spool(b, err) != 0 ||
	    (move_tail(whole, b->last, b->spool) != 0 &&
	     write_failed(b, err))) {
		fclose(whole);
		return -1;
	}
	b->spooled = LAST_DOCUMENTS;
	int bad = start_shard(b, whole, b->shards - 1, err);
	b->spooled = rest;
	return bad;
}

int tc_build_end(struct tc_build *b, struct tc_error *err)
{
	if (!b->spool)
		return 0;
	if (b->spooled > LAST_DOCUMENTS && end_first_half(b, err) != 0)
		return -1;
	return end_spool(b, err);
}

int tc_build_add(struct tc_build *b, struct tc_str packed,
		 struct tc_error *err)
{
	uint32_t n = (uint32_t)packed.n;

	if (packed.n > DOCUMENT_MAX)
		return tc_fail(err, TC_E_INPUT, "a document of %zu bytes",
			       packed.n);
	if (b->spool && b->spooled == SHARD_DOCUMENTS &&
	    end_spool(b, err) != 0)
		return -1;
	if (!b->spool && begin_spool(b, err) != 0)
		return -1;
	if (b->spooled == LAST_DOCUMENTS)
		b->last = ftell(b->spool);
	if (fwrite(&n, sizeof n, 1, b->spool) != 1 ||
	    fwrite(packed.p, 1, n, b->spool) != n)
		return write_failed(b, err);
	b->spooled++;
	return 0;
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
		if (tc_children_start(&b->children, merge_child, b, g,
				      err) != 0)
			return -1;
	if (tc_children_wait(&b->children, err) != 0)
		return -1;
	b->level++;
	b->parts = groups;
	return 0;
}

int tc_build_gather(struct tc_build *b, unsigned most, struct tc_error *err)
{
	tc_assert(most);
	if (tc_build_end(b, err) != 0 || tc_children_wait(&b->children, err) != 0)
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

/* ---- the directory ---- */

static bool is_kept(const char *entry, unsigned kept)
{
	unsigned number;
	int end = 0;

	return sscanf(entry, "shard-%u%n", &number, &end) == 1 &&
	       !entry[end] && number >= 1 && number <= kept;
}

struct tidying {
	const struct tc_build *build;
	unsigned kept;
};

static void remove_other(void *ctx, const char *entry)
{
	const struct tidying *t = ctx;
	TC_SCOPED_BUF path = { 0 };

	if (is_kept(entry, t->kept))
		return;
	tc_buf_printf(&path, "%s/%s", t->build->dir.p, entry);
	if (unlink(path.p) != 0)
		tc_directory_remove(path.p, NULL);
}

/* Keeps the finished shards without a gap, and nothing else. */
static void tidy(struct tc_build *b)
{
	TC_SCOPED_BUF path = { 0 };
	unsigned kept = 0;

	while (tc_file_exists(name(b, &path, "shard", kept + 1, "")))
		kept++;
	b->found = b->shards = kept;
	tc_directory_each(b->dir.p, remove_other,
			  &(struct tidying){ b, kept }, NULL);
}

struct tc_build *tc_build_open(const char *dir, unsigned jobs,
			       struct tc_error *err)
{
	if (mkdir(dir, 0777) != 0 && errno != EEXIST) {
		tc_fail(err, TC_E_OUTPUT, "cannot make '%s': %s", dir,
			tc_strerror(errno));
		return NULL;
	}
	struct tc_build *b = tc_zalloc(sizeof *b);
	tc_buf_puts(&b->dir, dir);
	tc_children_init(&b->children, jobs);
	tidy(b);
	return b;
}

unsigned tc_build_found(const struct tc_build *b)
{
	return b->found;
}

void tc_build_close(struct tc_build *b)
{
	if (!b)
		return;
	tc_children_release(&b->children);
	if (b->spool)
		fclose(b->spool);
	tc_buf_release(&b->dir);
	free(b);
}

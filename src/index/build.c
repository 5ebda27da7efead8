/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/build.h"

#include "base/directory.h"
#include "base/file.h"
#include "base/mem.h"
#include "index/document.h"
#include "index/xap.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Documents of a shard: two are enough for two cores at 4,000, and merging
 * many costs little. */
#define SHARD_DOCUMENTS 2000
/* Shards merged at once: each holds five files open. */
#define MERGE_MAX 32
#define JOBS_MAX 64
#define DOCUMENT_MAX ((uint32_t)256 << 20)

struct tc_build {
	struct tc_buf dir;
	unsigned jobs;
	unsigned shards;	/* begun, numbered from 1 */
	unsigned found;
	FILE *spool;		/* of shard `shards`; NULL between two */
	uint32_t spooled;
	pid_t running[JOBS_MAX];
	unsigned running_count;
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
	uint32_t docid = 0;
	int bad = tc_document_read(packed, arena, &d, err) != 0 ||
		  tc_document_to_xapian(&d, &doc, err) != 0 ||
		  tc_xwriter_put(w, &docid, doc, err) != 0;

	tc_xdoc_free(doc);
	return bad ? -1 : 0;
}

static int add_spool(struct tc_xwriter *w, FILE *in, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF packed = { 0 };
	uint32_t n;

	while (fread(&n, sizeof n, 1, in) == 1) {
		tc_buf_clear(&packed);
		if (n > DOCUMENT_MAX)
			return tc_fail(err, TC_E_DAMAGED, "a broken spool");
		tc_buf_reserve(&packed, n);
		packed.n = fread(packed.p, 1, n, in);
		if (packed.n != n)
			return tc_fail(err, TC_E_DAMAGED, "a spool cut short");
		if (add_packed(w, tc_buf_str(&packed), &arena, err) != 0)
			return -1;
		tc_arena_clear(&arena);
	}
	return 0;
}

static int write_shard(const char *spool, const char *part,
		       struct tc_error *err)
{
	FILE *in = fopen(spool, "rb");
	struct tc_xwriter *w = NULL;

	if (!in)
		return tc_fail(err, TC_E_OUTPUT, "cannot open '%s': %s", spool,
			       strerror(errno));
	int bad = tc_xwriter_open_new(part, &w, err) != 0 ||
		  add_spool(w, in, err) != 0 || tc_xwriter_commit(w, err) != 0;
	tc_xwriter_close(w);
	fclose(in);
	return bad ? -1 : 0;
}

static int shard_process(const struct tc_build *b, unsigned number,
			 struct tc_error *err)
{
	TC_SCOPED_BUF spool = { 0 }, part = { 0 }, shard = { 0 };

	name(b, &spool, "spool", number, "");
	name(b, &part, "shard", number, ".part");
	name(b, &shard, "shard", number, "");
	if (write_shard(spool.p, part.p, err) != 0)
		return -1;
	if (rename(part.p, shard.p) != 0)
		return tc_fail(err, TC_E_OUTPUT, "cannot rename '%s': %s",
			       part.p, strerror(errno));
	unlink(spool.p);
	return 0;
}

/* ---- processes ---- */

/* Where a process leaves the message of its failure. */
static const char *error_path(const struct tc_build *b, struct tc_buf *out)
{
	tc_buf_clear(out);
	tc_buf_printf(out, "%s/error", b->dir.p);
	return out->p;
}

static int failed(const struct tc_build *b, int status, struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 }, message = { 0 };

	if (tc_file_read(error_path(b, &path), TC_MESSAGE_MAX, &message,
			 NULL) == 0 && message.n > 1)
		return tc_fail(err, (enum tc_code)message.p[0], "%s",
			       message.p + 1);
	return tc_fail(err, TC_E_OUTPUT,
		       WIFSIGNALED(status) ?
			       "a process that builds the index was ended by "
			       "signal %d; run the import again" :
			       "a process that builds the index ended with "
			       "status %d; run the import again",
		       WIFSIGNALED(status) ? WTERMSIG(status) :
					     WEXITSTATUS(status));
}

static void leave_error(const struct tc_build *b, const struct tc_error *e)
{
	TC_SCOPED_BUF path = { 0 }, text = { 0 };

	tc_buf_addc(&text, (char)e->code);
	tc_buf_puts(&text, e->message);
	tc_file_replace(error_path(b, &path), tc_buf_str(&text), NULL);
}

/* Waits for one of our processes; others' children are left alone. */
static int wait_one(struct tc_build *b, struct tc_error *err)
{
	int status = 0;
	pid_t pid = waitpid(b->running[0], &status, 0);

	b->running_count--;
	memmove(b->running, b->running + 1,
		b->running_count * sizeof *b->running);
	if (pid < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return failed(b, status, err);
	return 0;
}

typedef int process_fn(const struct tc_build *b, unsigned number,
		       struct tc_error *err);

static int start(struct tc_build *b, process_fn *fn, unsigned number,
		 struct tc_error *err)
{
	if (b->running_count == b->jobs && wait_one(b, err) != 0)
		return -1;
	fflush(NULL);
	pid_t pid = fork();
	if (pid < 0)
		return tc_fail(err, TC_E_TEMPORARY,
			       "cannot start a process: %s", strerror(errno));
	if (pid == 0) {
		struct tc_error bad;
		signal(SIGINT, SIG_IGN);	/* the parent decides */
		signal(SIGTERM, SIG_DFL);
		if (fn(b, number, &bad) == 0)
			_exit(0);
		leave_error(b, &bad);
		_exit(1);
	}
	b->running[b->running_count++] = pid;
	return 0;
}

static int wait_all(struct tc_build *b, struct tc_error *err)
{
	while (b->running_count)
		if (wait_one(b, err) != 0)
			return -1;
	return 0;
}

/* ---- spooling ---- */

static int write_failed(struct tc_build *b, struct tc_error *err)
{
	return tc_fail(err, TC_E_OUTPUT, "cannot write to '%s': %s", b->dir.p,
		       strerror(errno));
}

static int begin_spool(struct tc_build *b, struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 };

	b->spooled = 0;
	b->spool = fopen(name(b, &path, "spool", b->shards + 1, ""), "wb");
	if (!b->spool)
		return write_failed(b, err);
	b->shards++;
	return 0;
}

static int end_spool(struct tc_build *b, struct tc_error *err)
{
	FILE *spool = b->spool;

	b->spool = NULL;
	if (!spool)
		return 0;
	if (fclose(spool) != 0)
		return write_failed(b, err);
	return start(b, shard_process, b->shards, err);
}

int tc_build_add(struct tc_build *b, struct tc_str packed,
		 struct tc_error *err)
{
	uint32_t n = (uint32_t)packed.n;

	if (packed.n > DOCUMENT_MAX)
		return tc_fail(err, TC_E_INPUT, "a document of %zu bytes",
			       packed.n);
	if (!b->spool && begin_spool(b, err) != 0)
		return -1;
	if (fwrite(&n, sizeof n, 1, b->spool) != 1 ||
	    fwrite(packed.p, 1, n, b->spool) != n)
		return write_failed(b, err);
	return ++b->spooled == SHARD_DOCUMENTS ? end_spool(b, err) : 0;
}

/* ---- merging ---- */

static int merge(const struct tc_build *b, const char *kind, unsigned first,
		 unsigned count, const char *dest, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	const char **paths = tc_arena_alloc(&arena, count * sizeof *paths);

	for (unsigned i = 0; i < count; i++)
		paths[i] = tc_arena_printf(&arena, "%s/%s-%06u", b->dir.p,
					   kind, first + i).p;
	if (tc_xdb_compact(paths, count, dest, err) != 0)
		return -1;
	for (unsigned i = 0; i < count; i++)
		tc_directory_remove(paths[i], NULL);
	return 0;
}

/* Group `number` of the shards becomes one shard of the next level. */
static int merge_process(const struct tc_build *b, unsigned number,
			 struct tc_error *err)
{
	TC_SCOPED_BUF dest = { 0 };
	unsigned first = (number - 1) * MERGE_MAX + 1;
	unsigned count = b->shards - first + 1;

	return merge(b, "shard", first, count < MERGE_MAX ? count : MERGE_MAX,
		     name(b, &dest, "merged", number, ""), err);
}

static int merge_level(struct tc_build *b, struct tc_error *err)
{
	unsigned groups = (b->shards + MERGE_MAX - 1) / MERGE_MAX;
	TC_SCOPED_BUF from = { 0 }, to = { 0 };

	for (unsigned g = 1; g <= groups; g++)
		if (start(b, merge_process, g, err) != 0)
			return -1;
	if (wait_all(b, err) != 0)
		return -1;
	for (unsigned g = 1; g <= groups; g++)
		if (rename(name(b, &from, "merged", g, ""),
			   name(b, &to, "shard", g, "")) != 0)
			return write_failed(b, err);
	b->shards = groups;
	return 0;
}

int tc_build_finish(struct tc_build *b, const char *dest,
		    struct tc_error *err)
{
	if (end_spool(b, err) != 0 || wait_all(b, err) != 0)
		return -1;
	if (!b->shards) {
		struct tc_xwriter *w;
		int bad = tc_xwriter_open(dest, &w, err) != 0 ||
			  tc_xwriter_commit(w, err) != 0;
		tc_xwriter_close(w);
		return bad ? -1 : 0;
	}
	while (b->shards > MERGE_MAX)
		if (merge_level(b, err) != 0)
			return -1;
	return merge(b, "shard", 1, b->shards, dest, err);
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
			strerror(errno));
		return NULL;
	}
	struct tc_build *b = tc_zalloc(sizeof *b);
	tc_buf_puts(&b->dir, dir);
	b->jobs = jobs < 1 ? 1 : jobs > JOBS_MAX ? JOBS_MAX : jobs;
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
	for (unsigned i = 0; i < b->running_count; i++) {
		kill(b->running[i], SIGKILL);
		waitpid(b->running[i], NULL, 0);
	}
	if (b->spool)
		fclose(b->spool);
	tc_buf_release(&b->dir);
	free(b);
}

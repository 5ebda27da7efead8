/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/blocks.h"

#include "base/file.h"
#include "index/block-read.h"
#include "index/block-sums.h"
#include "index/database.h"
#include "index/shards.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* ---- the blocks of a table ---- */

struct table {
	int fd;
	struct tc_buf path;
	uint8_t block[TC_BLOCK_SIZE];
};

/* 1; 0 where there is none, as of a table that nothing was put into. */
static int open_table(struct table *t, const char *database, const char *name,
		      struct tc_error *err)
{
	tc_buf_clear(&t->path);
	tc_buf_printf(&t->path, "%s/%s", database, name);
	t->fd = open(t->path.p, O_RDONLY | O_CLOEXEC);
	if (t->fd >= 0)
		return 1;
	if (errno == ENOENT)
		return 0;
	return tc_fail(err, TC_E_DAMAGED, "cannot read '%s': %s", t->path.p,
		       tc_strerror(errno));
}

static void close_table(struct table *t)
{
	if (t->fd >= 0)
		close(t->fd);
	t->fd = -1;
	tc_buf_release(&t->path);
}
#define SCOPED_TABLE __attribute__((cleanup(close_table))) struct table

/* 1: it is in t->block; 0: the table ends before it is whole. */
static int read_block(struct table *t, uint64_t number, struct tc_error *err)
{
	size_t got = 0;

	while (got < TC_BLOCK_SIZE) {
		ssize_t n = tc_block_pread(
			t->fd, t->block + got, TC_BLOCK_SIZE - got,
			(off_t)(number * TC_BLOCK_SIZE + got));
		if (n == 0)
			return 0;
		if (n < 0 && errno != EINTR)
			return tc_fail(err, TC_E_DAMAGED,
				       "cannot read '%s': %s", t->path.p,
				       tc_strerror(errno));
		got += n > 0 ? (size_t)n : 0;
	}
	return 1;
}

/* ---- taking them ---- */

/* Whether a block is one that was summed before. */
static bool is_summed(const struct table *t, uint64_t i, struct tc_str sums,
		      uint64_t revision)
{
	uint8_t head[4];

	return i < sums.n / TC_BLOCK_SUM_SIZE &&
	       tc_block_pread(t->fd, head, sizeof head, (off_t)(i * TC_BLOCK_SIZE)) ==
		       sizeof head &&
	       tc_block_revision(head) <= revision;
}

static int sum_table(const char *database, size_t number,
		     const struct tc_block_sums *before, struct tc_buf *out,
		     struct tc_error *err)
{
	SCOPED_TABLE t = { .fd = -1 };
	const struct tc_str old = before->of[number];
	int more = open_table(&t, database, tc_block_tables[number], err);

	if (more <= 0)
		return more;
	const off_t size = lseek(t.fd, 0, SEEK_END);
	const uint64_t n = size > 0 ? (uint64_t)size / TC_BLOCK_SIZE : 0;
	tc_buf_printf(out, "%s %llu\n", tc_block_tables[number], (unsigned long long)n);
	for (uint64_t i = 0; i < n; i++) {
		if (is_summed(&t, i, old, before->revision)) {
			tc_buf_add(out, old.p + i * TC_BLOCK_SUM_SIZE,
				   TC_BLOCK_SUM_SIZE);
			continue;
		}
		if (read_block(&t, i, err) < 0)
			return -1;
		tc_block_sum_put(out, tc_block_sum(t.block));
	}
	return 0;
}

static int database_revision(const char *path, uint64_t *revision,
			     struct tc_error *err)
{
	struct tc_xdb *db;

	if (tc_database_open((const char *[]){ path }, 1, &db, err) != 0)
		return -1;
	int bad = tc_xdb_revision(db, revision, err);
	tc_xdb_close(db);
	return bad;
}

static int note_database(const char *path, struct tc_error *err)
{
	TC_SCOPED_BUF out = { 0 };
	TC_SCOPED_BLOCK_SUMS before = { 0 };
	uint64_t revision;

	if (database_revision(path, &revision, err) != 0)
		return -1;
	/* where there are none, or bad ones, all are taken */
	if (tc_block_sums_read(&before, path, NULL) > 0 &&
	    revision == before.revision)
		return 0;
	tc_buf_printf(&out, TC_BLOCK_SUMS_MAGIC "\nrevision %llu\n",
		      (unsigned long long)revision);
	for (size_t i = 0; i < TC_BLOCK_TABLES; i++)
		if (sum_table(path, i, &before, &out, err) != 0)
			return -1;
	tc_buf_puts(&out, "end\n");
	tc_block_sum_put(&out, (uint32_t)tc_str_sum(tc_buf_str(&out)));
	return tc_file_replace(before.path.p, tc_buf_str(&out), err);
}

int tc_blocks_note(struct tc_archive *a, struct tc_error *err)
{
	TC_SCOPED_SHARDS s = { 0 };

	tc_shards_list(&s, a->live.p, a->shards);
	for (size_t i = 0; i < s.n; i++)
		if (note_database(s.paths[i], err) != 0)
			return -1;
	return 0;
}

/* ---- comparing them ---- */

/* The blocks of a table that are others than when they were summed. */
struct odd {
	uint64_t n, first;
};

/* Once more where it is another: it may have been written meanwhile. */
static int compare_block(struct table *t, uint64_t i, uint32_t sum,
			 uint64_t revision, struct tc_blocks_counts *counts,
			 struct odd *odd, struct tc_error *err)
{
	for (int tries = 0; tries < 2; tries++) {
		int more = read_block(t, i, err);
		if (more < 0)
			return -1;
		if (more && tc_block_revision(t->block) > revision) {
			counts->newer++;
			return 0;
		}
		if (more && tc_block_sum(t->block) == sum) {
			counts->summed++;
			return 0;
		}
	}
	if (!odd->n++)
		odd->first = i;
	return 0;
}

static int compare_table(const char *database, const char *name,
			 struct tc_str sums, uint64_t revision,
			 struct tc_blocks_counts *counts, struct tc_error *err)
{
	SCOPED_TABLE t = { .fd = -1 };
	struct odd odd = { 0 };
	const size_t n = sums.n / TC_BLOCK_SUM_SIZE;
	int there = open_table(&t, database, name, err);

	if (there < 0)
		return -1;
	if (!there)
		return tc_fail(err, TC_E_DAMAGED, "'%s' is missing", t.path.p);
	for (uint64_t i = 0; i < n; i++)
		if (compare_block(&t, i, tc_block_sum_get(
						 sums.p + i * TC_BLOCK_SUM_SIZE),
				  revision, counts, &odd, err) != 0)
			return -1;
	if (!odd.n)
		return 0;
	return tc_fail(err, TC_E_DAMAGED,
		       "'%s': %llu of its %zu blocks of %zu bytes are not what "
		       "was written, the first one is number %llu", t.path.p,
		       (unsigned long long)odd.n, n, TC_BLOCK_SIZE,
		       (unsigned long long)odd.first);
}

static int check_database(const char *path, struct tc_blocks_counts *counts,
			  struct tc_error *err)
{
	TC_SCOPED_BLOCK_SUMS s = { 0 };
	int there = tc_block_sums_read(&s, path, err);

	for (size_t i = 0; there > 0 && i < TC_BLOCK_TABLES; i++)
		if (s.of[i].p &&
		    compare_table(path, tc_block_tables[i], s.of[i],
				  s.revision, counts, err) != 0)
			return -1;
	return there < 0 ? -1 : 0;
}

int tc_blocks_check(struct tc_archive *a, struct tc_blocks_counts *counts,
		    struct tc_error *err)
{
	TC_SCOPED_SHARDS s = { 0 };

	*counts = (struct tc_blocks_counts){ 0 };
	tc_shards_list(&s, a->live.p, a->shards);
	for (size_t i = 0; i < s.n; i++)
		if (check_database(s.paths[i], counts, err) != 0)
			return -1;
	return 0;
}

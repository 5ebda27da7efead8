/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/blocks.h"

#include "base/file.h"
#include "base/mem.h"
#include "index/shards.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FILE_NAME "tables.sum"
#define FILE_MAX ((size_t)1 << 30)
#define MAGIC "tracuu block sums 1"
/* Of a glass database, unless another size is asked for; nobody does. */
#define BLOCK_SIZE ((size_t)8192)
#define SUM_SIZE 8

static const char *const tables[] = {
	"docdata.glass", "position.glass", "postlist.glass", "spelling.glass",
	"synonym.glass", "termlist.glass",
};

/* Each step is one to one, so that no change of a single word is lost. */
static uint64_t sum_of(const uint8_t *p, size_t n)
{
	uint64_t sum = n, word;

	for (size_t i = 0; i + sizeof word <= n; i += sizeof word) {
		memcpy(&word, p + i, sizeof word);
		sum = (sum ^ word) * UINT64_C(0x9E3779B97F4A7C15);
		sum ^= sum >> 29;
	}
	for (size_t i = n - n % sizeof word; i < n; i++)
		sum = (sum ^ p[i]) * UINT64_C(0x9E3779B97F4A7C15);
	return sum;
}

static uint32_t revision_of(const uint8_t *block)
{
	return (uint32_t)block[0] << 24 | (uint32_t)block[1] << 16 |
	       (uint32_t)block[2] << 8 | block[3];
}

/* ---- the blocks of a table ---- */

struct table {
	int fd;
	struct tc_buf path;
	uint8_t block[BLOCK_SIZE];
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

	while (got < BLOCK_SIZE) {
		ssize_t n = pread(t->fd, t->block + got, BLOCK_SIZE - got,
				  (off_t)(number * BLOCK_SIZE + got));
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

static void put_sum(struct tc_buf *out, uint64_t sum)
{
	for (int i = 0; i < SUM_SIZE; i++)
		tc_buf_addc(out, (char)(sum >> 8 * i));
}

static int sum_table(const char *database, const char *name,
		     struct tc_buf *out, struct tc_error *err)
{
	SCOPED_TABLE t = { .fd = -1 };
	TC_SCOPED_BUF sums = { 0 };
	int more = open_table(&t, database, name, err);

	if (more <= 0)
		return more;
	for (uint64_t i = 0; (more = read_block(&t, i, err)) > 0; i++)
		put_sum(&sums, sum_of(t.block, sizeof t.block));
	tc_buf_printf(out, "%s %zu\n", name, sums.n / SUM_SIZE);
	tc_buf_addstr(out, tc_buf_str(&sums));
	return more;
}

static int database_revision(const char *path, uint64_t *revision,
			     struct tc_error *err)
{
	struct tc_xdb *db;

	if (tc_xdb_open((const char *[]){ path }, 1, &db, err) != 0)
		return -1;
	int bad = tc_xdb_revision(db, revision, err);
	tc_xdb_close(db);
	return bad;
}

static int note_database(const char *path, struct tc_error *err)
{
	TC_SCOPED_BUF out = { 0 }, file = { 0 };
	uint64_t revision;

	if (database_revision(path, &revision, err) != 0)
		return -1;
	tc_buf_printf(&out, MAGIC "\nrevision %llu\n",
		      (unsigned long long)revision);
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		if (sum_table(path, tables[i], &out, err) != 0)
			return -1;
	tc_buf_puts(&out, "end\n");
	put_sum(&out, sum_of((const uint8_t *)out.p, out.n));
	tc_buf_printf(&file, "%s/" FILE_NAME, path);
	return tc_file_replace(file.p, tc_buf_str(&out), err);
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

static uint64_t get_sum(const char *p)
{
	uint64_t sum = 0;

	for (int i = 0; i < SUM_SIZE; i++)
		sum |= (uint64_t)(uint8_t)p[i] << 8 * i;
	return sum;
}

/* The blocks of a table that are others than when they were summed. */
struct odd {
	uint64_t n, first;
};

/* Once more where it is another: it may have been written meanwhile. */
static int compare_block(struct table *t, uint64_t i, uint64_t sum,
			 uint64_t revision, struct tc_blocks_counts *counts,
			 struct odd *odd, struct tc_error *err)
{
	for (int tries = 0; tries < 2; tries++) {
		int more = read_block(t, i, err);
		if (more < 0)
			return -1;
		if (more && revision_of(t->block) > revision) {
			counts->newer++;
			return 0;
		}
		if (more && sum_of(t->block, sizeof t->block) == sum) {
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
	const size_t n = sums.n / SUM_SIZE;
	int there = open_table(&t, database, name, err);

	if (there < 0)
		return -1;
	if (!there)
		return tc_fail(err, TC_E_DAMAGED, "'%s' is missing", t.path.p);
	for (uint64_t i = 0; i < n; i++)
		if (compare_block(&t, i, get_sum(sums.p + i * SUM_SIZE),
				  revision, counts, &odd, err) != 0)
			return -1;
	if (!odd.n)
		return 0;
	return tc_fail(err, TC_E_DAMAGED,
		       "'%s': %llu of its %zu blocks of %zu bytes are not what "
		       "was written, the first one is number %llu", t.path.p,
		       (unsigned long long)odd.n, n, BLOCK_SIZE,
		       (unsigned long long)odd.first);
}

/* "WORD NUMBER", a line. */
static bool take_line(struct tc_str *rest, struct tc_str *word,
		      uint64_t *number)
{
	struct tc_str line;
	char digits[24];

	if (!tc_str_split(rest, '\n', &line) ||
	    !tc_str_split(&line, ' ', word) || !line.n ||
	    line.n >= sizeof digits)
		return false;
	memcpy(digits, line.p, line.n);
	digits[line.n] = '\0';
	char *end;
	*number = strtoull(digits, &end, 10);
	return !*end;
}

/* Whether the file is what was written; *rest is what it has of tables. */
static bool take_head(struct tc_str *rest, uint64_t *revision)
{
	struct tc_str word;

	if (rest->n < SUM_SIZE)
		return false;
	rest->n -= SUM_SIZE;
	return get_sum(rest->p + rest->n) ==
		       sum_of((const uint8_t *)rest->p, rest->n) &&
	       tc_str_split(rest, '\n', &word) && tc_str_is(word, MAGIC) &&
	       take_line(rest, &word, revision);
}

static int check_database(const char *path, struct tc_blocks_counts *counts,
			  struct tc_error *err)
{
	TC_SCOPED_BUF file = { 0 }, text = { 0 };

	tc_buf_printf(&file, "%s/" FILE_NAME, path);
	if (!tc_file_exists(file.p))
		return 0;
	if (tc_file_read(file.p, FILE_MAX, &text, err) != 0)
		return -1;
	struct tc_str rest = tc_buf_str(&text), word;
	uint64_t revision, n;
	if (!take_head(&rest, &revision))
		return tc_fail(err, TC_E_INPUT, "'%s' is not what was written",
			       file.p);
	while (take_line(&rest, &word, &n) && n <= rest.n / SUM_SIZE) {
		TC_SCOPED_BUF name = { 0 };
		struct tc_str sums = tc_str(rest.p, n * SUM_SIZE);
		tc_buf_addstr(&name, word);
		if (compare_table(path, tc_buf_cstr(&name), sums, revision,
				  counts, err) != 0)
			return -1;
		rest = tc_str_from(rest, sums.n);
	}
	return 0;
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

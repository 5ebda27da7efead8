/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/block-read.h"

#include "base/mem.h"
#include "index/block-sums.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Files by number; those behind are not checked. */
#define FILES_MAX 512
/* Where a block is another, it may have been written meanwhile. */
#define TRIES 3
/* Blocks that are kept: 100 of 360 reads of a search with facets are one of
 * so many again, and hardly more with eight times as many. */
#define KEPT 2

/* A table of postings and its sums. */
struct checked {
	struct tc_buf database;
	const char *map;	/* the file of sums */
	size_t size;
	const char *sums;	/* in it */
	uint64_t count, revision;
};

/* A block that was read a moment ago.  As long as its file is open for reading
 * alone, Xapian looks at one state of it, in which a block does not change. */
struct kept {
	bool filled;
	int fd;
	uint64_t block;
};

struct file {
	struct checked *sums;	/* NULL: nothing to check */
	bool known, written;
};

static bool checking;
static size_t oldest;		/* of those kept */
static struct kept kept[KEPT];
static struct file files[FILES_MAX];
/* apart: each page that is touched has to be brought in */
static char kept_bytes[KEPT][TC_BLOCK_SIZE];

void tc_block_read_check(void)
{
	checking = true;
}

ssize_t tc_block_pread(int fd, void *p, size_t n, off_t at)
{
	static ssize_t (*system_pread)(int, void *, size_t, off_t);

	if (!system_pread)
		*(void **)&system_pread = dlsym(RTLD_NEXT, "pread");
	return system_pread(fd, p, n, at);
}

/* ---- which sums a file has ---- */

/* The directory of a table of postings. */
static bool find_database(int fd, char *path, size_t size)
{
	char name[sizeof "/proc/self/fd/" + 12];

	snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
	const ssize_t n = readlink(name, path, size - 1);
	if (n <= 0)
		return false;
	path[n] = '\0';
	char *base = strrchr(path, '/');
	if (!base || strcmp(base + 1, tc_block_tables[0]) != 0)
		return false;
	*base = '\0';
	return true;
}

/* The sums of postings come first. */
static bool read_head(struct checked *c)
{
	struct tc_str rest = tc_str(c->map, c->size), word;

	if (!tc_str_split(&rest, '\n', &word) ||
	    !tc_str_is(word, TC_BLOCK_SUMS_MAGIC) ||
	    !tc_block_line(&rest, &word, &c->revision) ||
	    !tc_block_line(&rest, &word, &c->count) ||
	    !tc_str_is(word, tc_block_tables[0]) ||
	    c->count > rest.n / TC_BLOCK_SUM_SIZE)
		return false;
	c->sums = rest.p;
	return true;
}

static bool map_file(struct checked *c, const char *path)
{
	const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	const off_t size = fd < 0 ? 0 : lseek(fd, 0, SEEK_END);
	void *map = size <= 0 ? MAP_FAILED :
		mmap(NULL, (size_t)size, PROT_READ, MAP_SHARED, fd, 0);

	if (fd >= 0)
		close(fd);
	if (map == MAP_FAILED)
		return false;
	c->map = map;
	c->size = (size_t)size;
	return true;
}

/* The sums of the other tables are never looked at; yet the system maps what
 * lies near what is: 50 kB of 190 with 100,000 articles. */
static void let_go_of_others(struct checked *c)
{
	const size_t page = (size_t)sysconf(_SC_PAGESIZE);
	const size_t end = (size_t)(c->sums - c->map) +
			   c->count * TC_BLOCK_SUM_SIZE;
	const size_t pages = (end + page - 1) / page * page;

	if (pages >= c->size)
		return;
	munmap((char *)c->map + pages, c->size - pages);
	c->size = pages;
}

static void close_sums(struct checked *c)
{
	if (c->map)
		munmap((void *)c->map, c->size);
	tc_buf_release(&c->database);
	free(c);
}

static void forget(int fd)
{
	if (files[fd].sums)
		close_sums(files[fd].sums);
	files[fd] = (struct file){ 0 };
	for (size_t i = 0; i < KEPT; i++)
		kept[i].filled &= kept[i].fd != fd;
}

static struct checked *open_sums(const char *database)
{
	TC_SCOPED_BUF path = { 0 };
	struct checked *c = tc_alloc(sizeof *c);

	memset(c, 0, sizeof *c);
	tc_buf_puts(&c->database, database);
	tc_buf_printf(&path, "%s/" TC_BLOCK_SUMS_FILE, database);
	if (map_file(c, path.p) && read_head(c)) {
		let_go_of_others(c);
		return c;
	}
	close_sums(c);
	return NULL;
}

static void get_to_know(int fd)
{
	char database[PATH_MAX];

	files[fd].known = true;
	files[fd].written = (fcntl(fd, F_GETFL) & O_ACCMODE) != O_RDONLY;
	if (find_database(fd, database, sizeof database))
		files[fd].sums = open_sums(database);
}

/* ---- a block ---- */

static bool is_good(const struct checked *c, uint64_t block, const void *p)
{
	return !c || block >= c->count ||
	       tc_block_revision(p) > c->revision ||
	       tc_block_sum(p) == tc_block_sum_get(
					  c->sums + block * TC_BLOCK_SUM_SIZE);
}

static bool are_sums_good(const struct checked *c)
{
	TC_SCOPED_BLOCK_SUMS s = { 0 };

	return tc_block_sums_read(&s, c->database.p, NULL) > 0;
}

/* Once more: what has this number may be another file by now, the block may
 * have been half written, the sums themselves may have rotted. */
static bool is_good_after_all(int fd, void *p, uint64_t block)
{
	forget(fd);
	get_to_know(fd);
	for (int i = 0; i < TRIES; i++) {
		if (is_good(files[fd].sums, block, p))
			return true;
		if (tc_block_pread(fd, p, TC_BLOCK_SIZE,
				   (off_t)(block * TC_BLOCK_SIZE)) !=
		    (ssize_t)TC_BLOCK_SIZE)
			return true;	/* that is told without us */
	}
	return is_good(files[fd].sums, block, p) ||
	       !are_sums_good(files[fd].sums);
}

static bool is_good_now(int fd, void *p, uint64_t block)
{
	if (!files[fd].known)
		get_to_know(fd);
	return is_good(files[fd].sums, block, p) ||
	       is_good_after_all(fd, p, block);
}

/* ---- blocks that are kept ---- */

static const char *find_kept(int fd, uint64_t block)
{
	for (size_t i = 0; i < KEPT; i++)
		if (kept[i].block == block && kept[i].fd == fd &&
		    kept[i].filled)
			return kept_bytes[i];
	return NULL;
}

static void keep(int fd, uint64_t block, const void *p)
{
	const size_t i = oldest++ % KEPT;

	kept[i] = (struct kept){ true, fd, block };
	memcpy(kept_bytes[i], p, TC_BLOCK_SIZE);
}

/* ---- before the C library's ---- */

ssize_t pread(int fd, void *p, size_t n, off_t at)
{
	const uint64_t block = (uint64_t)at / TC_BLOCK_SIZE;

	if (!checking || n != TC_BLOCK_SIZE || at % (off_t)TC_BLOCK_SIZE ||
	    fd < 0 || fd >= FILES_MAX)
		return tc_block_pread(fd, p, n, at);
	const char *again = find_kept(fd, block);
	if (again) {
		memcpy(p, again, TC_BLOCK_SIZE);
		return (ssize_t)n;
	}
	const ssize_t got = tc_block_pread(fd, p, n, at);
	if (got != (ssize_t)n)
		return got;
	if (!is_good_now(fd, p, block)) {
		errno = EIO;
		return -1;
	}
	if (!files[fd].written)
		keep(fd, block, p);
	return got;
}

/* What has this number next is another file. */
int close(int fd)
{
	static int (*system_close)(int);

	if (!system_close)
		*(void **)&system_close = dlsym(RTLD_NEXT, "close");
	if (checking && fd >= 0 && fd < FILES_MAX)
		forget(fd);
	return system_close(fd);
}

/* As a new process does with those of its parent. */
int close_range(unsigned first, unsigned last, int flags)
{
	static int (*system_close_range)(unsigned, unsigned, int);

	if (!system_close_range)
		*(void **)&system_close_range = dlsym(RTLD_NEXT,
						      "close_range");
	for (unsigned fd = first; checking && fd <= last && fd < FILES_MAX;
	     fd++)
		forget((int)fd);
	return system_close_range(first, last, flags);
}

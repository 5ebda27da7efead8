/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A disk that fills up: preloaded, it lets the first FAIL_AT calls that write
 * pass and fails every one after them, with FAIL_ERRNO (ENOSPC unless set).
 * FAIL_COUNT names a file that gets the number of calls there were, so that a
 * test can fail each of them in turn.  The processes that a program forks count
 * with it.  What is no file is left alone: a pipe, standard output and error.
 *
 * FAIL_SIGNAL: the call behind the first FAIL_AT brings this signal instead, a
 * kill or a crash at that very place.  FAIL_READS: calls that read at a place,
 * as a database does, are counted in place of those that write.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static long *calls;	/* shared with the children */

__attribute__((constructor)) static void begin(void)
{
	void *p = mmap(NULL, sizeof *calls, PROT_READ | PROT_WRITE,
		       MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED)
		abort();
	calls = p;
	/* other programs, as a sanitizer runs, have disks of their own */
	unsetenv("LD_PRELOAD");
}

static int fails(void)
{
	const char *at = getenv("FAIL_AT"), *why = getenv("FAIL_ERRNO");

	if (!calls)
		return 0;	/* before the program begins */
	long now = __atomic_add_fetch(calls, 1, __ATOMIC_SEQ_CST);
	if (!at || now <= atol(at))
		return 0;
	if (getenv("FAIL_SIGNAL"))
		raise(atoi(getenv("FAIL_SIGNAL")));
	errno = why ? atoi(why) : ENOSPC;
	return 1;
}

static int fails_to_write(void)
{
	return !getenv("FAIL_READS") && fails();
}

static int fails_to_read(void)
{
	return getenv("FAIL_READS") && fails();
}

static int is_file(int fd)
{
	struct stat st;

	return fd > 2 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
}

static void real(const char *name, void *out)
{
	*(void **)out = dlsym(RTLD_NEXT, name);
}

#define FAILING(type, name, declared, passed, how) \
	type name declared \
	{ \
		static type (*next) declared; \
		if (!next) \
			real(#name, &next); \
		if (how) \
			return -1; \
		return next passed; \
	}

FAILING(ssize_t, write, (int fd, const void *p, size_t n), (fd, p, n),
	is_file(fd) && fails_to_write())
FAILING(ssize_t, pwrite, (int fd, const void *p, size_t n, off_t at),
	(fd, p, n, at), fails_to_write())
FAILING(ssize_t, pwrite64, (int fd, const void *p, size_t n, off64_t at),
	(fd, p, n, at), fails_to_write())
FAILING(ssize_t, pread, (int fd, void *p, size_t n, off_t at),
	(fd, p, n, at), fails_to_read())
FAILING(ssize_t, pread64, (int fd, void *p, size_t n, off64_t at),
	(fd, p, n, at), fails_to_read())
FAILING(int, fsync, (int fd), (fd), fails_to_write())
FAILING(int, fdatasync, (int fd), (fd), fails_to_write())
FAILING(int, rename, (const char *from, const char *to), (from, to),
	fails_to_write())
FAILING(int, mkdir, (const char *path, mode_t mode), (path, mode),
	fails_to_write())
FAILING(int, ftruncate, (int fd, off_t n), (fd, n), fails_to_write())

__attribute__((destructor)) static void tell(void)
{
	const char *path = getenv("FAIL_COUNT");
	FILE *file;

	unsetenv("FAIL_AT");
	if (path && (file = fopen(path, "we"))) {
		fprintf(file, "%ld\n", *calls);
		fclose(file);
	}
}

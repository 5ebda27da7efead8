/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "base/file.h"

#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
}
#define SCOPED_FD __attribute__((cleanup(close_fd))) int

int tc_file_read(const char *path, size_t limit, struct tc_buf *out,
		 struct tc_error *err)
{
	SCOPED_FD fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;

	if (fd < 0 || fstat(fd, &st) != 0)
		return tc_fail(err, TC_E_INPUT, "cannot open '%s': %s", path,
			       strerror(errno));
	if (S_ISDIR(st.st_mode))
		return tc_fail(err, TC_E_INPUT, "'%s' is a directory", path);
	if (S_ISREG(st.st_mode) && (size_t)st.st_size <= limit)
		tc_buf_reserve(out, (size_t)st.st_size + 1);
	size_t start = out->n;
	for (;;) {
		tc_buf_reserve(out, 4096);
		ssize_t n = read(fd, out->p + out->n, out->cap - out->n - 1);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return tc_fail(err, TC_E_INPUT,
				       "cannot read '%s' at byte %zu: %s",
				       path, out->n - start, strerror(errno));
		out->n += (size_t)n;
		out->p[out->n] = '\0';
		if (n == 0)
			return 0;
		if (out->n - start > limit)
			return tc_fail(err, TC_E_INPUT,
				       "'%s' is larger than %zu bytes", path,
				       limit);
	}
}

static int write_all(int fd, struct tc_str s)
{
	while (s.n) {
		ssize_t n = write(fd, s.p, s.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		s = tc_str_from(s, (size_t)n);
	}
	return 0;
}

int tc_file_sync_directory_of(const char *path)
{
	TC_SCOPED_FREE char *copy = tc_strdup(tc_str0(path));
	SCOPED_FD fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	return fd < 0 ? -1 : fsync(fd);
}

int tc_file_replace(const char *path, struct tc_str bytes,
		    struct tc_error *err)
{
	TC_SCOPED_BUF temp = { 0 };

	tc_buf_printf(&temp, "%s.%ld.tmp", path, (long)getpid());
	int fd = open(temp.p, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		return tc_fail(err, TC_E_OUTPUT, "cannot write '%s': %s",
			       temp.p, strerror(errno));
	int bad = write_all(fd, bytes) != 0 || fsync(fd) != 0;
	int why = errno;
	if (close(fd) != 0 && !bad) {
		bad = 1;
		why = errno;
	}
	if (!bad && (rename(temp.p, path) != 0 ||
		     tc_file_sync_directory_of(path) != 0)) {
		bad = 1;
		why = errno;
	}
	if (!bad)
		return 0;
	unlink(temp.p);
	return tc_fail(err, TC_E_OUTPUT, "cannot write '%s': %s", path,
		       strerror(why));
}

bool tc_file_is_directory(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool tc_file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "base/file.h"

#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <signal.h>
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
		return tc_fail(err, errno == EMFILE || errno == ENFILE ?
					    TC_E_TEMPORARY : TC_E_INPUT,
			       "cannot open '%s': %s", path,
			       tc_strerror(errno));
	if (S_ISDIR(st.st_mode))
		return tc_fail(err, TC_E_INPUT, "'%s' is a directory", path);
	if (S_ISREG(st.st_mode) && (size_t)st.st_size <= limit)
		tc_buf_reserve(out, (size_t)st.st_size + 1);
	/* who writes into a pipe is waited for; one without a writer is empty */
	if (!S_ISREG(st.st_mode))
		fcntl(fd, F_SETFL, O_RDONLY);
	size_t start = out->n;
	for (;;) {
		tc_buf_reserve(out, 4096);
		ssize_t n = read(fd, out->p + out->n, out->cap - out->n - 1);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return tc_fail(err, TC_E_INPUT,
				       "cannot read '%s' at byte %zu: %s",
				       path, out->n - start, tc_strerror(errno));
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

int tc_file_sync_directory_of(const char *path)
{
	TC_SCOPED_FREE char *copy = tc_strdup(tc_str0(path));
	SCOPED_FD fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	return fd < 0 ? -1 : fsync(fd);
}

static int write_file(FILE *f, tc_file_write_fn *write, void *ctx)
{
	int bad = write(ctx, f) != 0 || fflush(f) != 0 || ferror(f) ||
		  fsync(fileno(f)) != 0;
	int why = errno;

	if (fclose(f) != 0 && !bad)
		return -1;
	errno = why;
	return bad ? -1 : 0;
}

int tc_file_replace_by(const char *path, tc_file_write_fn *write, void *ctx,
		       struct tc_error *err)
{
	TC_SCOPED_BUF temp = { 0 };

	tc_buf_printf(&temp, "%s.%ld.tmp", path, (long)getpid());
	FILE *f = fopen(temp.p, "we");
	if (!f)
		return tc_fail(err, TC_E_OUTPUT, "cannot write '%s': %s",
			       temp.p, tc_strerror(errno));
	if (write_file(f, write, ctx) == 0 && rename(temp.p, path) == 0 &&
	    tc_file_sync_directory_of(path) == 0)
		return 0;
	tc_fail(err, TC_E_OUTPUT, "cannot write '%s': %s", path,
		tc_strerror(errno));
	unlink(temp.p);
	return -1;
}

static int write_bytes(void *ctx, FILE *out)
{
	const struct tc_str *bytes = ctx;

	return fwrite(bytes->p, 1, bytes->n, out) == bytes->n ? 0 : -1;
}

int tc_file_replace(const char *path, struct tc_str bytes,
		    struct tc_error *err)
{
	return tc_file_replace_by(path, write_bytes, &bytes, err);
}

bool tc_file_is_directory(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

void tc_file_hold_standard(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		/* the lowest that is free */
		if (fcntl(fd, F_GETFD) < 0 &&
		    open("/dev/null", fd == STDIN_FILENO ? O_WRONLY :
							   O_RDONLY) != fd)
			_exit(tc_code_exit(TC_E_OUTPUT));
	signal(SIGXFSZ, SIG_IGN);
}

bool tc_file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

bool tc_file_is_denied(const char *path)
{
	SCOPED_FD fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	return fd < 0 && (errno == EACCES || errno == EPERM);
}

bool tc_file_beside(const char *name, struct tc_buf *out)
{
	char self[4096];
	const ssize_t n = readlink("/proc/self/exe", self, sizeof self);
	const char *slash = n > 0 ? memrchr(self, '/', (size_t)n) : NULL;

	/* a path that fills the buffer may have been cut */
	if (!slash || (size_t)n == sizeof self)
		return false;
	tc_buf_clear(out);
	tc_buf_add(out, self, (size_t)(slash + 1 - self));
	tc_buf_puts(out, name);
	if (tc_file_exists(tc_buf_cstr(out)))
		return true;
	tc_buf_clear(out);
	return false;
}

FILE *tc_file_temporary(void)
{
	const char *dir = getenv("TMPDIR");
	TC_SCOPED_BUF path = { 0 };

	tc_buf_printf(&path, "%s/tracuu-XXXXXX", dir && *dir ? dir : "/tmp");
	int fd = mkostemp(path.p, O_CLOEXEC);
	if (fd < 0)
		return NULL;
	unlink(path.p);
	return fdopen(fd, "w+");
}

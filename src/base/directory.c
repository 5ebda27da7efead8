/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "base/directory.h"

#include "base/language.h"
#include "base/mem.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

int tc_directory_each(const char *path, tc_directory_fn *each, void *ctx,
		      struct tc_error *err)
{
	DIR *dir = opendir(path);
	struct dirent *entry;

	if (!dir)
		return tc_fail(err, TC_E_INPUT, "cannot open '%s': %s", path,
			       tc_strerror(errno));
	while ((entry = readdir(dir)))
		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0)
			each(ctx, entry->d_name);
	closedir(dir);
	return 0;
}

/* One walk over everything below a directory, files first. */
struct sweep {
	const char *path;
	int (*file)(const char *path, const struct stat *st, void *ctx);
	int (*directory)(const char *path, void *ctx);
	void *ctx;
	int why;		/* errno of the first failure */
	struct tc_buf where;	/* and its place */
};

static int sweep(const char *path, struct sweep *s);

static void note(struct sweep *s, const char *path)
{
	if (s->why)
		return;
	s->why = errno ? errno : EIO;
	tc_buf_puts(&s->where, path);
}

static void sweep_name(void *ctx, const char *name)
{
	struct sweep *s = ctx;
	TC_SCOPED_BUF path = { 0 };
	struct stat st;

	tc_buf_printf(&path, "%s/%s", s->path, name);
	if (lstat(path.p, &st) != 0)
		return;		/* gone meanwhile */
	if (S_ISDIR(st.st_mode))
		sweep(path.p, s);
	else if (s->file(path.p, &st, s->ctx) != 0)
		note(s, path.p);
}

static int sweep(const char *path, struct sweep *s)
{
	const char *above = s->path;

	s->path = path;
	if (tc_directory_each(path, sweep_name, s, NULL) != 0 ||
	    (s->directory && s->directory(path, s->ctx) != 0))
		note(s, path);
	s->path = above;
	return s->why ? -1 : 0;
}

static int fail(struct sweep *s, bool removing, struct tc_error *err)
{
	tc_fail(err, TC_E_OUTPUT,
		removing ? N_("cannot remove '%s': %s") :
			   N_("cannot bring '%s' to the disk: %s"),
		tc_buf_cstr(&s->where), tc_strerror(s->why));
	tc_buf_release(&s->where);
	return -1;
}

/* ---- sync ---- */

static int sync_path(const char *path, int flags)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | flags);

	if (fd < 0)
		return -1;
	int bad = fsync(fd);
	int why = errno;
	close(fd);
	errno = why;
	return bad;
}

static int sync_file(const char *path, const struct stat *st, void *ctx)
{
	(void)ctx;
	return S_ISREG(st->st_mode) ? sync_path(path, 0) : 0;
}

static int sync_directory(const char *path, void *ctx)
{
	(void)ctx;
	return sync_path(path, O_DIRECTORY);
}

int tc_directory_sync(const char *path, struct tc_error *err)
{
	struct sweep s = { .file = sync_file, .directory = sync_directory };

	return sweep(path, &s) == 0 ? 0 : fail(&s, false, err);
}

/* ---- remove ---- */

static int remove_file(const char *path, const struct stat *st, void *ctx)
{
	(void)st, (void)ctx;
	return unlink(path);
}

static int remove_directory(const char *path, void *ctx)
{
	(void)ctx;
	return rmdir(path);
}

int tc_directory_remove(const char *path, struct tc_error *err)
{
	struct sweep s = { .file = remove_file,
			   .directory = remove_directory };
	struct stat st;

	if (lstat(path, &st) != 0 && errno == ENOENT)
		return 0;
	return sweep(path, &s) == 0 ? 0 : fail(&s, true, err);
}

/* ---- size ---- */

static int add_size(const char *path, const struct stat *st, void *ctx)
{
	uint64_t *bytes = ctx;

	(void)path;
	*bytes += (uint64_t)st->st_size;
	return 0;
}

uint64_t tc_directory_size(const char *path)
{
	uint64_t bytes = 0;
	struct sweep s = { .file = add_size, .ctx = &bytes };

	sweep(path, &s);
	tc_buf_release(&s.where);
	return bytes;
}

uint64_t tc_directory_room(const char *path)
{
	struct statvfs fs;

	if (statvfs(path, &fs) != 0)
		return UINT64_MAX;
	return (uint64_t)fs.f_bavail * fs.f_frsize;
}

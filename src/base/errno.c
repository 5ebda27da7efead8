/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "base/error.h"

#include "base/language.h"

#include <errno.h>
#include <string.h>

/* In glibc's words, whose own catalogue is seldom installed. */
static const struct {
	int number;
	const char *words;
} errors[] = {
	{ EACCES, N_("Permission denied") },
	{ EBADF, N_("Bad file descriptor") },
	{ EBUSY, N_("Device or resource busy") },
	{ ECONNREFUSED, N_("Connection refused") },
	{ EDQUOT, N_("Disk quota exceeded") },
	{ EEXIST, N_("File exists") },
	{ EFBIG, N_("File too large") },
	{ EINVAL, N_("Invalid argument") },
	{ EIO, N_("Input/output error") },
	{ EISDIR, N_("Is a directory") },
	{ ELOOP, N_("Too many levels of symbolic links") },
	{ EMFILE, N_("Too many open files") },
	{ ENAMETOOLONG, N_("File name too long") },
	{ ENFILE, N_("Too many open files in system") },
	{ ENOENT, N_("No such file or directory") },
	{ ENOMEM, N_("Cannot allocate memory") },
	{ ENOSPC, N_("No space left on device") },
	{ ENOTDIR, N_("Not a directory") },
	{ ENOTEMPTY, N_("Directory not empty") },
	{ EPERM, N_("Operation not permitted") },
	{ EPIPE, N_("Broken pipe") },
	{ EROFS, N_("Read-only file system") },
	{ ETIMEDOUT, N_("Connection timed out") },
};

const char *tc_strerror(int number)
{
	for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
		if (errors[i].number == number)
			return _(errors[i].words);
	return strerror(number);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lists of files, each name ended by a NUL, as find -print0 writes them. */
#ifndef TC_IMPORT_FILELIST_H
#define TC_IMPORT_FILELIST_H

#include "base/error.h"
#include "base/str.h"

/* Ten million names of a hundred bytes. */
#define TC_FILELIST_MAX ((size_t)1024 * 1024 * 1024)

/* `{0}` is a valid empty one. */
struct tc_filelist {
	struct tc_buf bytes;
	char **paths;
	size_t count, cap;
};

/* Reads a list from a file, or from standard input for "-".  Empty names are
 * passed over. */
int tc_filelist_read(struct tc_filelist *list, const char *from,
		     struct tc_error *err);
void tc_filelist_release(struct tc_filelist *list);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Small directories, such as one with the tables of a database: walked,
 * synced, measured and removed with what stands below them.  Symbolic links
 * are never followed. */
#ifndef TC_BASE_DIRECTORY_H
#define TC_BASE_DIRECTORY_H

#include "base/error.h"
#include "base/str.h"

#include <stdint.h>

/* Calls `each` for the names in a directory, in no order, but for "." and
 * ".."; it may remove what it is given.  0, or -1 when it cannot be read. */
typedef void tc_directory_fn(void *ctx, const char *name);
int tc_directory_each(const char *path, tc_directory_fn *each, void *ctx,
		      struct tc_error *err);

/* All files below it and itself are on the disk when this returns. */
int tc_directory_sync(const char *path, struct tc_error *err);
/* It need not be there. */
int tc_directory_remove(const char *path, struct tc_error *err);
/* Bytes that the files below it take up; 0 where there is none. */
uint64_t tc_directory_size(const char *path);
/* Bytes that may still be written where `path` stands; UINT64_MAX when that
 * cannot be told. */
uint64_t tc_directory_room(const char *path);

#endif

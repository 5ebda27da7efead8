/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Files: read whole with a limit, replaced at one stroke. */
#ifndef TC_BASE_FILE_H
#define TC_BASE_FILE_H

#include "base/error.h"
#include "base/str.h"

#include <stdio.h>

/* Appends the file's bytes.  Fails with TC_E_INPUT when it cannot be opened
 * or read or is larger than `limit`; with TC_E_TEMPORARY where no more files
 * could be opened. */
int tc_file_read(const char *path, size_t limit, struct tc_buf *out,
		 struct tc_error *err);

/* Writes `bytes` beside `path`, syncs, and renames it into place: a reader
 * sees the old file or the new one. */
int tc_file_replace(const char *path, struct tc_str bytes,
		    struct tc_error *err);

/* The same, written piece by piece: `write` fails with -1 and errno. */
typedef int tc_file_write_fn(void *ctx, FILE *out);
int tc_file_replace_by(const char *path, tc_file_write_fn *write, void *ctx,
		       struct tc_error *err);

/* A file without a name, in TMPDIR or /tmp, which goes when it is closed; NULL
 * and errno on failure. */
FILE *tc_file_temporary(void);

/* What was renamed in the directory that `path` stands in stays so. */
int tc_file_sync_directory_of(const char *path);

/* To be called first.  Where a program is started without standard input,
 * output or error, the first file that it opens would be taken for it: an
 * archive's table, with messages in it.  Reading or writing fails there; and
 * writing past a limit on the size of files fails, too, and does not end the
 * program. */
void tc_file_hold_standard(void);

bool tc_file_exists(const char *path);
/* Whether the user may not read it, or may not get there. */
bool tc_file_is_denied(const char *path);
/* Puts the path of what stands under that name beside the running program, as
 * in a build tree; false, and nothing put, when nothing does. */
bool tc_file_beside(const char *name, struct tc_buf *out);
bool tc_file_is_directory(const char *path);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A capture found again by the name of its source. */
#ifndef TC_IMPORT_FIND_H
#define TC_IMPORT_FIND_H

#include "base/error.h"
#include "base/str.h"

/* The file of a source below `root`: its length in the name, the longest of
 * what stands before a record or member; 0 when there is no such file. */
size_t tc_find_file(const char *root, struct tc_str source);

/* The bytes of the capture, as an import read them.  1; 0 when its file is
 * there and it is not in it, or there is no such file; -1 when it is there
 * and cannot be read. */
int tc_find_capture(const char *root, struct tc_str source,
		    struct tc_buf *bytes, struct tc_error *err);

#endif

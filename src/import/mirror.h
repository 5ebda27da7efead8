/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the pages of a wget or HTTrack mirror came from. */
#ifndef TC_IMPORT_MIRROR_H
#define TC_IMPORT_MIRROR_H

#include "base/str.h"

#include <stdint.h>

/*
 * Appends the address of a file by its path: when one of the directories in
 * it is named as a host (example.vn/a/b.html), the first such one.  http,
 * unless the directory above is "https".  What wget appends is taken off:
 * index.html, and ".html" behind a query.
 */
void tc_mirror_url(struct tc_str path, struct tc_buf *url);

/* <!-- Mirrored from HOST/PATH by HTTrack Website Copier/..., DATE --> near
 * the beginning of a page.  Appends the address, sets the time; leaves both
 * when there is no such comment. */
void tc_mirror_comment(struct tc_str page, struct tc_buf *url,
		       int64_t *fetched_ns);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What HTTP does to a body: chunks and content codings (RFC 9110, 8.4; RFC
 * 9112, 7.1). */
#ifndef TC_IMPORT_CODING_H
#define TC_IMPORT_CODING_H

#include "base/str.h"

enum tc_coded {
	TC_CODED_OK,
	TC_CODED_NOT,		/* the bytes are not in this coding */
	TC_CODED_TOO_LARGE,	/* more than `limit` bytes come of it */
};

/* Appends the body without its chunks.  A body that ends too early gives what
 * is there. */
enum tc_coded tc_coding_dechunk(struct tc_str body, struct tc_buf *out);

/* Appends what `body` in the coding of that name (gzip, x-gzip, deflate, br,
 * zstd; case aside) stands for.  The bytes decide where they can: gzip and
 * zstd have magic numbers, so a name that lies among these does no harm.  A
 * body that ends too early gives what is there.  Nothing is appended unless
 * TC_CODED_OK. */
enum tc_coded tc_coding_decode(struct tc_str name, struct tc_str body,
			       size_t limit, struct tc_buf *out);

/* Whether the bytes begin as gzip or zstd do. */
bool tc_coding_is_packed(struct tc_str body);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Compressed streams, by their first bytes. */
#ifndef TC_IMPORT_PEEL_H
#define TC_IMPORT_PEEL_H

#include "import/stream.h"

/* Compression inside compression: more is no archivist's doing. */
#define TC_PEEL_MAX 3

/* The stream below all compression (gzip, zstd, bzip2, xz): `s` itself, or
 * one that stands on it and is closed in its place.  NULL when there is more
 * than TC_PEEL_MAX of it: `s` has been closed then.
 *
 * gzip and zstd are read member by member.  A damaged one ends where it is
 * damaged, and the next one found goes on, with a mark. */
struct tc_stream *tc_peel(struct tc_stream *s);

#endif

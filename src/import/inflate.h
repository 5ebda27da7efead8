/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * zlib and libzstd behind one face: a decoder of one member (gzip) or frame
 * (zstd) after the other, fed piece by piece.
 */
#ifndef TC_IMPORT_INFLATE_H
#define TC_IMPORT_INFLATE_H

#include "base/str.h"

#include <stdint.h>

/* A dictionary of WARC files in zstd; those in use have some 100 kB. */
#define TC_DICTIONARY_MAX ((size_t)16 * 1024 * 1024)

enum tc_codec { TC_GZIP, TC_DEFLATE, TC_ZSTD };

enum tc_inflated {
	TC_INFLATED_MORE,	/* give more input, or take more output */
	TC_INFLATED_END,	/* the member is whole */
	TC_INFLATED_BAD,
};

struct tc_inflate;

struct tc_inflate *tc_inflate_new(enum tc_codec codec);
void tc_inflate_free(struct tc_inflate *d);
/* Before each member. */
void tc_inflate_begin(struct tc_inflate *d);
/* Reads *in and writes to out, moves *in and *made; one of them moves, or
 * the member is at its end or bad. */
enum tc_inflated tc_inflate_run(struct tc_inflate *d, struct tc_str *in,
				char *out, size_t cap, size_t *made);
/* zstd: `dictionary` (itself perhaps a zstd frame) is that of all frames that
 * follow; false when it is none. */
bool tc_inflate_dictionary(struct tc_inflate *d, struct tc_str dictionary);

/* Whether a member may begin here; `bytes` are 4 or more. */
bool tc_inflate_starts(enum tc_codec codec, struct tc_str bytes);

#endif

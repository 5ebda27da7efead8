/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Archives of files (zip, tar) and single compressed streams (bzip2, xz),
 * through libarchive.  Nothing is ever written to disk: a member's name is
 * but a name.
 */
#ifndef TC_IMPORT_UNPACK_H
#define TC_IMPORT_UNPACK_H

#include "import/stream.h"

/* More members than this are a bomb, or a task for several archives. */
#define TC_MEMBERS_MAX 10000000

enum tc_member_kind {
	TC_MEMBER_FILE,
	TC_MEMBER_LINK,		/* and whatever else is no file */
	TC_MEMBER_ENCRYPTED,
};

struct tc_member {
	enum tc_member_kind kind;
	const char *name;	/* any bytes; until the next call */
	uint64_t size;		/* as said; 0 when unknown */
};

struct tc_unpack;

bool tc_unpack_is_zip(struct tc_stream *s);
bool tc_unpack_is_tar(struct tc_stream *s);
/* Reads the archive that `s` holds; `s` stays the caller's. */
struct tc_unpack *tc_unpack_open(struct tc_stream *s);
void tc_unpack_close(struct tc_unpack *u);
/* 1 and the next member that is no directory; 0 at the end; -1: the archive
 * cannot be read on. */
int tc_unpack_next(struct tc_unpack *u, struct tc_member *m,
		   struct tc_error *err);
/* The bytes of the member that _next gave last: to be closed before the next
 * call. */
struct tc_stream *tc_unpack_read(struct tc_unpack *u);

/* bzip2 and xz, by the first 16 bytes. */
bool tc_unpack_is_filter(struct tc_str head);
struct tc_stream *tc_unpack_filter(struct tc_stream *below);

#endif

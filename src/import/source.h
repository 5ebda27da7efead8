/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Captures: what the crawler brought home, one at a time, in a stable order
 * (by bytes of the path) that does not depend on the file system.
 *
 * Files are told by their content, not by their names:
 *
 *   WARC 1.0, 1.1, ARC 1.0        path#1234, a record each: the byte at
 *     plain or compressed         which it begins in the file; path#1234+56,
 *                                 byte 56 of what the gzip member or zstd
 *                                 frame at 1234 decompresses to
 *   zip (WACZ), tar               path!member, and so on inwards
 *   JSON Lines of crawlers        path#1234, a line each, named likewise
 *   RSS and Atom feeds            path#3, the third entry
 *   anything else                 path: a page, or what can be none
 *
 * Each may be compressed (gzip, zstd, bzip2, xz), and stand in an archive
 * that stands in an archive.
 */
#ifndef TC_IMPORT_SOURCE_H
#define TC_IMPORT_SOURCE_H

#include "base/error.h"
#include "base/str.h"

#include <stdint.h>

/* A page larger than this is rejected as "too-large". */
#define TC_CAPTURE_MAX ((size_t)16 * 1024 * 1024)
/* Archives inside archives, the outermost counted. */
#define TC_NEST_MAX 2

struct tc_capture {
	struct tc_str source;	/* path from the argument's last component,
				   and the record or member in it */
	struct tc_str file;	/* of the source: without record or member */
	struct tc_str record;	/* id of a WARC record; else empty */
	struct tc_str path;	/* the file to open */
	struct tc_str url;	/* empty when unknown */
	struct tc_str type;	/* media type as declared, or empty */
	uint64_t size;		/* of the record or file; 0 when unknown */
	int64_t mtime_ns;	/* of the file */
	int64_t fetched_ns;	/* when a crawler got it; 0 when unknown */
	bool known;		/* see tc_source_known(): it was not opened */
	/* The capture itself could not be had: rejected for `problem`. */
	const char *problem;	/* a reject reason's name, or NULL */
	struct tc_str detail;
};

struct tc_json_keys;
struct tc_source;

/* `paths` are files and directories as given; directories are walked
 * recursively, links to directories are followed once (a loop is reported as
 * a reject "loop").  `paths` are used until _close. */
struct tc_source *tc_source_open(char *const *paths, size_t count);
void tc_source_close(struct tc_source *s);
/* Before the first _next: sources are the paths as given, for lists of files
 * whose last components are not enough to tell them apart. */
void tc_source_keep_paths(struct tc_source *s);
/* Likewise: paths are looked for below these directories, one a path, and
 * named without them. */
void tc_source_under(struct tc_source *s, const char *const *roots);
/* Likewise: files are read from this byte on, where a record begins. */
void tc_source_start_at(struct tc_source *s, uint64_t at);
/* Likewise: keys of JSON Lines, which are used until _close. */
void tc_source_json_keys(struct tc_source *s,
			 const struct tc_json_keys *keys);
/* Likewise: whether a file by that name, size and time is known to be a page,
 * so that it need not be opened. */
typedef bool tc_source_known_fn(void *ctx, struct tc_str source,
				uint64_t size, int64_t mtime_ns);
void tc_source_known(struct tc_source *s, tc_source_known_fn *fn, void *ctx);
/* Likewise: only captures whose source is wanted are given. */
void tc_source_only(struct tc_source *s,
		    bool (*wanted)(void *ctx, struct tc_str source),
		    void *ctx);

/* 1 and the next capture (views valid until the next call); 0 at the end;
 * -1 when an argument could not be opened, or a file ends before its time
 * (what stands before that has been given): go on calling.
 *
 * A record that says that the page is that of another one ("revisit") comes
 * after all others, with the other's bytes; where that is not in the input,
 * it is rejected as "revisit-unresolved". */
int tc_source_next(struct tc_source *s, struct tc_capture *c,
		   struct tc_error *err);
/* The bytes of the capture that _next gave last, at most TC_CAPTURE_MAX. */
int tc_source_read(struct tc_source *s, struct tc_buf *out,
		   struct tc_error *err);

#endif

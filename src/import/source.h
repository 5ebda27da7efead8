/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Captures: what the crawler brought home, one at a time, in a stable order
 * (by bytes of the path) that does not depend on the file system.
 */
#ifndef TC_IMPORT_SOURCE_H
#define TC_IMPORT_SOURCE_H

#include "base/error.h"
#include "base/str.h"

#include <stdint.h>

/* A page larger than this is rejected as "too-large". */
#define TC_CAPTURE_MAX ((size_t)16 * 1024 * 1024)

struct tc_capture {
	struct tc_str source;	/* path from the argument's last component */
	struct tc_str path;	/* the file to open */
	struct tc_str url;	/* empty when unknown */
	struct tc_str type;	/* media type as declared, or empty */
	uint64_t size;
	int64_t mtime_ns;
	/* The capture itself could not be had: rejected for `problem`. */
	const char *problem;	/* a reject reason's name, or NULL */
	struct tc_str detail;
};

struct tc_source;

/* `paths` are files and directories as given; directories are walked
 * recursively, links to directories are followed once (a loop is reported as
 * a reject "loop").  Fails when a path given does not exist or cannot be
 * read: the others can still be walked with tc_source_next(). */
struct tc_source *tc_source_open(char *const *paths, size_t count);
void tc_source_close(struct tc_source *s);

/* 1 and the next capture (views valid until the next call); 0 at the end;
 * -1 when an argument could not be opened: go on calling. */
int tc_source_next(struct tc_source *s, struct tc_capture *c,
		   struct tc_error *err);
/* The bytes of the capture that _next gave last, at most TC_CAPTURE_MAX. */
int tc_source_read(struct tc_source *s, struct tc_buf *out,
		   struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The walk over files and trees.  Each directory that is open stands on the
 * stack with its names sorted by bytes and the place reached in them:
 *
 *   argument "crawl" -> [crawl: a b| c] [b: x| y]      next is b/y
 *
 * Nothing is opened but directories.
 */
#ifndef TC_IMPORT_WALK_H
#define TC_IMPORT_WALK_H

#include "import/import.h"
#include "import/seen.h"

struct tc_walk_level;

struct tc_walk {
	char *const *args;
	size_t arg_count, arg_next;
	bool keep_paths;	/* sources are whole paths */
	const char *const *roots;	/* one an argument, or NULL */
	struct tc_walk_level *stack;
	size_t depth, cap;
	struct tc_seen seen;
	/* what _next gave last */
	struct tc_buf path, source, detail;
	enum tc_reject_reason reason;	/* not NONE: it cannot be had */
	uint64_t size;
	int64_t mtime_ns;
};

void tc_walk_release(struct tc_walk *w);
/* From the first argument again. */
void tc_walk_rewind(struct tc_walk *w);
/* 1 and the next file, or something that is none and why; 0 at the end; -1
 * when an argument could not be opened: go on calling. */
int tc_walk_next(struct tc_walk *w, struct tc_error *err);

/* Names of files are any bytes, sources are UTF-8: what is not becomes %XX. */
void tc_walk_add_name(struct tc_buf *out, struct tc_str name);

#endif

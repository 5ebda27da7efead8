/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * ARCHIVE/rejects.jsonl: what was not indexed and why, a line each, sorted
 * by source:
 *
 *   {"source":..,"url":..,"reason":"list-page","detail":..}
 *
 * An import keeps the lines of captures that it did not see.
 */
#ifndef TC_INDEX_REJECTS_H
#define TC_INDEX_REJECTS_H

#include "base/error.h"
#include "base/mem.h"

struct tc_rejects_entry {
	struct tc_str source, line;
	bool gone;
};

struct tc_rejects {
	struct tc_arena arena;
	struct tc_rejects_entry *old;	/* sorted by source */
	size_t old_count;
	struct tc_rejects_entry *fresh;
	size_t fresh_count, fresh_cap;
};

/* Reads the file when it is there; lines that are no JSON are dropped. */
int tc_rejects_load(struct tc_rejects *r, const char *path,
		    struct tc_error *err);
void tc_rejects_release(struct tc_rejects *r);

/* A source seen again: what was said of it no longer holds. */
void tc_rejects_forget(struct tc_rejects *r, struct tc_str source);
/* `reason` is a closed word; all strings are UTF-8. */
void tc_rejects_add(struct tc_rejects *r, struct tc_str source,
		    struct tc_str url, const char *reason,
		    struct tc_str detail);
int tc_rejects_save(const struct tc_rejects *r, const char *path,
		    struct tc_error *err);

#endif

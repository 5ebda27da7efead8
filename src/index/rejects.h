/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What was not indexed and why:
 *
 *   {"source":"warc/a.warc.gz#1234","file":"warc/a.warc.gz","offset":1234,
 *    "record":"urn:uuid:...","url":..,"reason":"list-page","detail":..,
 *    "size":5678,"mtime_ns":..,"rules":"16 digits"}
 *
 * The last three say what was read and by which rules: while they are the
 * same it need not be read again.
 *
 * Each stands in the database as metadata, so that a commit takes it along
 * with the articles; ARCHIVE/rejects.jsonl repeats them, a line each, sorted
 * by source (a name of more than 200 bytes by its hash), and is written anew
 * at the end of an import.  An import keeps those of captures that it did not
 * see, and has three numbers of each in memory; who wants lines lists them
 * (reject-list.h).
 */
#ifndef TC_INDEX_REJECTS_H
#define TC_INDEX_REJECTS_H

#include "base/error.h"
#include "base/mem.h"
#include "index/archive.h"

#include <stdio.h>

/* Hashes: where two fall together by chance, a capture that is rejected is
 * passed over, or its line is not renewed. */
struct tc_rejects_entry {
	uint64_t source;
	uint64_t line;		/* 0: it no longer holds */
	uint64_t state;		/* of size, time and rules; 0: read again */
};

/* `{0}` has none. */
struct tc_rejects {
	struct tc_rejects_entry *old;	/* sorted by source */
	size_t old_count, old_cap;
	/* a head and bytes each, of this import, not yet in the
	 * database: a file without a name, so that memory holds none */
	FILE *fresh;
	int failed;	/* why it could not be written */
};

#define TC_META_REJECT "tracuu-reject:"

void tc_rejects_path(const char *archive, struct tc_buf *out);
/* From the database, whichever way it is open. */
int tc_rejects_load(struct tc_rejects *r, struct tc_archive *archive,
		    struct tc_error *err);
void tc_rejects_release(struct tc_rejects *r);

/* A source seen again: what was said of it no longer holds. */
void tc_rejects_forget(struct tc_rejects *r, struct tc_str source);
/* What is said of one, all of it UTF-8. */
struct tc_rejected {
	struct tc_str source;
	struct tc_str file;	/* what the source begins with */
	struct tc_str record, url;	/* empty when unknown */
	const char *reason;	/* a closed word */
	struct tc_str detail;
	uint64_t size;
	int64_t mtime_ns;	/* 0 when unknown */
	uint64_t rules;		/* a number that stands for them; 0 where the
				   same may fare better another time */
};
void tc_rejects_add(struct tc_rejects *r, const struct tc_rejected *what);
/* The same for a line as the file has it. */
void tc_rejects_add_line(struct tc_rejects *r, struct tc_str source,
			 struct tc_str line);
/* The same for all that another archive has: 1, or 0 when it has none. */
int tc_rejects_add_all(struct tc_rejects *r, struct tc_archive *from,
		       struct tc_error *err);
/* And for those of a file, where an archive's schema kept them there alone;
 * lines that are no JSON are dropped. */
int tc_rejects_add_file(struct tc_rejects *r, const char *path,
			struct tc_error *err);
/* Whether something was said of a source when they were loaded. */
bool tc_rejects_had(const struct tc_rejects *r, struct tc_str source);
/* Whether it was rejected as it is now, by the same rules. */
bool tc_rejects_known(const struct tc_rejects *r, struct tc_str source,
		      uint64_t size, int64_t mtime_ns, uint64_t rules);
/* Into the database, before the commit. */
int tc_rejects_store(struct tc_rejects *r, struct tc_archive *archive,
		     struct tc_error *err);
/* Out of the database into the file, after the commit, unless a generation is
 * building. */
int tc_rejects_export(struct tc_archive *archive, struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which captures an article came from, as the value slot TC_SLOT_SOURCES
 * holds them: what an importer compares with the file on disk before it
 * reads it.  One entry a source, in the order of the record's sources:
 *
 *   name(8) size(8) mtime_ns(8) digest(32)      little-endian
 *
 * name is a hash of the source's, so that a table of what is known by name,
 * size and time is read from here alone.
 */
#ifndef TC_INDEX_SOURCES_H
#define TC_INDEX_SOURCES_H

#include "fact/article.h"
#include "index/archive.h"
#include "index/hashes.h"

#define TC_SOURCE_STATE_SIZE 56

struct tc_source_state {
	uint64_t name;		/* tc_hash_of(TC_F_SOURCE, source) */
	uint64_t size;
	int64_t mtime_ns;
	uint8_t digest[32];
};

void tc_source_state_put(struct tc_buf *out, const struct tc_capture_info *c);
/* The i-th entry; false when there is none. */
bool tc_source_state_get(struct tc_str packed, size_t i,
			 struct tc_source_state *out);

/* Name, size and time of all sources that an archive has; `{0}` is of none.
 * Eight bytes each. */
int tc_known_load(struct tc_hashes *known, struct tc_archive *archive,
		  struct tc_error *err);
/* A file without a time is never known. */
bool tc_known_has(const struct tc_hashes *known, struct tc_str source,
		  uint64_t size, int64_t mtime_ns);

#endif

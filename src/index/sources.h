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

/* Which captures an archive has by name, size and time.  The first ones that
 * are asked for are looked up one by one; after a thousand all that there are
 * get listed, eight bytes each.  `{0}` knows nothing. */
struct tc_known {
	struct tc_archive *archive;
	size_t asked;
	struct tc_hashes listed;
};

/* A file without a time is never known, nor is one where the archive cannot be
 * read: it is looked for by its digest, which says what is wrong. */
bool tc_known_has(struct tc_known *k, struct tc_str source, uint64_t size,
		  int64_t mtime_ns);
void tc_known_release(struct tc_known *k);

#endif

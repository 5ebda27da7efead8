/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/sources.h"

#include "index/schema.h"

#include <endian.h>

/* What stands before the digest. */
#define KEY_SIZE 24

static void put_key(struct tc_buf *out, struct tc_str source, uint64_t size,
		    int64_t mtime_ns)
{
	const uint64_t key[] = { htole64(tc_hash_of(TC_F_SOURCE, source)),
				 htole64(size), htole64((uint64_t)mtime_ns) };

	_Static_assert(sizeof key == KEY_SIZE, "three numbers");
	tc_buf_add(out, key, sizeof key);
}

void tc_source_state_put(struct tc_buf *out, const struct tc_capture_info *c)
{
	put_key(out, c->source, c->size, c->mtime_ns);
	tc_buf_add(out, c->digest, sizeof c->digest);
}

bool tc_source_state_get(struct tc_str packed, size_t i,
			 struct tc_source_state *out)
{
	uint64_t name, size, mtime;

	if (i >= packed.n / TC_SOURCE_STATE_SIZE)
		return false;
	const char *p = packed.p + i * TC_SOURCE_STATE_SIZE;
	memcpy(&name, p, sizeof name);
	memcpy(&size, p + 8, sizeof size);
	memcpy(&mtime, p + 16, sizeof mtime);
	memcpy(out->digest, p + KEY_SIZE, sizeof out->digest);
	out->name = le64toh(name);
	out->size = le64toh(size);
	out->mtime_ns = (int64_t)le64toh(mtime);
	return true;
}

/* ---- known ---- */

static bool note(void *ctx, uint32_t docid, struct tc_str value)
{
	(void)docid;
	for (size_t at = 0; at + TC_SOURCE_STATE_SIZE <= value.n;
	     at += TC_SOURCE_STATE_SIZE)
		tc_hashes_add(ctx, TC_SLOT_SOURCES,
			      tc_str(value.p + at, KEY_SIZE));
	return true;
}

int tc_known_load(struct tc_hashes *known, struct tc_archive *archive,
		  struct tc_error *err)
{
	if (tc_xdb_values(tc_archive_db(archive), TC_SLOT_SOURCES, note,
			  known, err) != 0)
		return -1;
	tc_hashes_seal(known);
	return 0;
}

bool tc_known_has(const struct tc_hashes *known, struct tc_str source,
		  uint64_t size, int64_t mtime_ns)
{
	TC_SCOPED_BUF key = { 0 };

	if (!mtime_ns)
		return false;
	put_key(&key, source, size, mtime_ns);
	return tc_hashes_has(known, TC_SLOT_SOURCES, tc_buf_str(&key));
}

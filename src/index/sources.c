/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/sources.h"

#include "index/document.h"
#include "index/schema.h"

#include <endian.h>

/* What stands before the digest. */
#define KEY_SIZE 24
/* Some 20 us each, where a list of 100,000 takes 40 ms. */
#define LOOKED_UP_MAX 1000

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

static bool list_all(struct tc_known *k)
{
	struct tc_error ignored;

	if (tc_xdb_values(tc_archive_db(k->archive), TC_SLOT_SOURCES, note,
			  &k->listed, &ignored) != 0)
		return false;
	tc_hashes_seal(&k->listed);
	return true;
}

static bool has_key(struct tc_str states, struct tc_str key)
{
	for (size_t at = 0; at + TC_SOURCE_STATE_SIZE <= states.n;
	     at += TC_SOURCE_STATE_SIZE)
		if (memcmp(states.p + at, key.p, key.n) == 0)
			return true;
	return false;
}

static bool look_up(struct tc_known *k, struct tc_str source,
		    struct tc_str key)
{
	TC_SCOPED_BUF name = { 0 }, term = { 0 }, states = { 0 };
	struct tc_xdb *db = tc_archive_db(k->archive);
	struct tc_error ignored;
	uint32_t docid;

	return tc_xdb_find(db, tc_schema_term(TC_F_SOURCE,
					      tc_source_key(source, &name),
					      &term), &docid, &ignored) > 0 &&
	       tc_xdb_value(db, docid, TC_SLOT_SOURCES, &states,
			    &ignored) == 0 &&
	       has_key(tc_buf_str(&states), key);
}

bool tc_known_has(struct tc_known *k, struct tc_str source, uint64_t size,
		  int64_t mtime_ns)
{
	TC_SCOPED_BUF key = { 0 };

	if (!mtime_ns || !k->archive)
		return false;
	put_key(&key, source, size, mtime_ns);
	if (k->asked < LOOKED_UP_MAX) {
		k->asked++;
		return look_up(k, source, tc_buf_str(&key));
	}
	if (k->asked == LOOKED_UP_MAX) {
		k->asked++;
		if (!list_all(k)) {
			k->archive = NULL;
			return false;
		}
	}
	return tc_hashes_has(&k->listed, TC_SLOT_SOURCES, tc_buf_str(&key));
}

void tc_known_release(struct tc_known *k)
{
	tc_hashes_release(&k->listed);
	*k = (struct tc_known){ 0 };
}

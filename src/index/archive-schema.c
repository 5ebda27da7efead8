/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What each database of an archive says of itself. */
#include "config.h"

#include "index/archive.h"
#include "index/schema.h"
#include "index/shards.h"

#include <stdlib.h>

static const struct {
	const char *key, *ours;
} settings[] = {
	{ TC_META_SCHEMA, TC_SCHEMA_VERSION },
	{ TC_META_ANALYSIS, TC_SCHEMA_ANALYSIS },
};
#define SETTINGS (sizeof settings / sizeof *settings)

static int other_schema(struct tc_archive *a, const char *key,
			const char *theirs, const char *ours,
			struct tc_error *err)
{
	bool newer = strcmp(key, TC_META_SCHEMA) == 0 &&
		     strtoul(theirs, NULL, 10) > strtoul(ours, NULL, 10);

	if (newer)
		return tc_fail(err, TC_E_SCHEMA,
			       "made by a newer version of tracuu (schema %s; "
			       "this one reads %s); use that one", theirs,
			       ours);
	return tc_fail(err, TC_E_SCHEMA,
		       "made by another version of tracuu (%s is '%s' there, "
		       "'%s' here); 'tracuu-import --db %s --rebuild "
		       "--from-archive' takes it up", key, theirs, ours,
		       tc_buf_cstr(&a->path));
}

static int check_shard_schema(struct tc_archive *a, size_t shard,
			      struct tc_error *err)
{
	for (size_t i = 0; i < SETTINGS; i++) {
		TC_SCOPED_BUF theirs = { 0 };

		if (tc_xdb_shard_metadata(tc_archive_db(a), shard,
					  settings[i].key, &theirs, err) != 0)
			return -1;
		if (!tc_str_is(tc_buf_str(&theirs), settings[i].ours))
			return other_schema(a, settings[i].key,
					    tc_buf_cstr(&theirs),
					    settings[i].ours, err);
	}
	return 0;
}

/* Each is the one that its place says. */
static int check_mark(struct tc_archive *a, size_t shard, struct tc_error *err)
{
	TC_SCOPED_BUF theirs = { 0 }, ours = { 0 };

	if (tc_xdb_shard_metadata(tc_archive_db(a), shard, TC_META_SHARD,
				  &theirs, err) != 0)
		return -1;
	unsigned place = a->db ? a->places[shard] : (unsigned)shard;
	if (a->shards > 1)
		tc_shards_mark(place + 1, a->shards, &ours);
	if (tc_str_eq(tc_buf_str(&theirs), tc_buf_str(&ours)))
		return 0;
	if (!theirs.n)
		return tc_fail(err, TC_E_DAMAGED,
			       "shard %u of %u is a whole archive: shards are "
			       "missing or mixed up", place + 1, a->shards);
	return tc_fail(err, TC_E_DAMAGED,
		       "shard %u of %u says that it is %s: shards are missing "
		       "or mixed up", place + 1, a->shards, theirs.p);
}

int tc_archive_check_schema(struct tc_archive *a, struct tc_error *err)
{
	size_t n = tc_xdb_shards(tc_archive_db(a));

	for (size_t i = 0; i < n; i++)
		if (check_shard_schema(a, i, err) != 0 ||
		    check_mark(a, i, err) != 0)
			return -1;
	return 0;
}

static int set_mark(struct tc_archive *a, unsigned shard, struct tc_error *err)
{
	TC_SCOPED_BUF mark = { 0 };

	if (a->shards <= 1)
		return 0;
	tc_shards_mark(shard + 1, a->shards, &mark);
	return tc_xwriter_set_shard_metadata(a->writer, shard, TC_META_SHARD,
					     tc_buf_str(&mark), err);
}

int tc_archive_set_schema(struct tc_archive *a, struct tc_error *err)
{
	for (unsigned shard = 0; shard < a->shards; shard++) {
		for (size_t i = 0; i < SETTINGS; i++)
			if (tc_xwriter_set_shard_metadata(
				    a->writer, shard, settings[i].key,
				    tc_str0(settings[i].ours), err) != 0)
				return -1;
		if (set_mark(a, shard, err) != 0)
			return -1;
	}
	return tc_xwriter_commit(a->writer, err);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/moves.h"

#include "index/indexer.h"

unsigned tc_moves_shard(const struct tc_archive *a, uint32_t docid)
{
	return (docid - 1) % a->shards;
}

/* The sources, each ended by a NUL, or nothing. */
static int commit_note(struct tc_archive *a, unsigned shard,
		       struct tc_str note, struct tc_error *err)
{
	if (tc_xwriter_set_shard_metadata(a->writer, shard, TC_META_MOVED,
					  note, err) != 0)
		return -1;
	return tc_xwriter_commit_shard(a->writer, shard, err);
}

int tc_moves_begin(struct tc_archive *a, unsigned to,
		   const struct tc_str *sources, size_t n,
		   struct tc_error *err)
{
	TC_SCOPED_BUF note = { 0 };

	for (size_t i = 0; i < n; i++) {
		tc_buf_addstr(&note, sources[i]);
		tc_buf_addc(&note, '\0');
	}
	return commit_note(a, to, tc_buf_str(&note), err);
}

int tc_moves_end(struct tc_archive *a, unsigned from, unsigned to,
		 struct tc_error *err)
{
	if (tc_xwriter_commit_shard(a->writer, from, err) != 0)
		return -1;
	return commit_note(a, to, tc_str("", 0), err);
}

static int settle_shard(struct tc_archive *a, unsigned shard,
			struct tc_error *err)
{
	TC_SCOPED_BUF note = { 0 };
	struct tc_str rest, source;

	if (tc_xdb_shard_metadata(tc_archive_db(a), shard, TC_META_MOVED,
				  &note, err) != 0)
		return -1;
	if (!note.n)
		return 0;
	rest = tc_str(note.p, note.n - 1);
	while (tc_str_split(&rest, '\0', &source))
		if (tc_indexer_keep_in(a, source, shard, err) != 0)
			return -1;
	for (unsigned i = 0; i < a->shards; i++)
		if (i != shard &&
		    tc_xwriter_commit_shard(a->writer, i, err) != 0)
			return -1;
	return commit_note(a, shard, tc_str("", 0), err);
}

int tc_moves_settle(struct tc_archive *a, struct tc_error *err)
{
	for (unsigned i = 0; a->shards > 1 && i < a->shards; i++)
		if (settle_shard(a, i, err) != 0)
			return -1;
	return 0;
}

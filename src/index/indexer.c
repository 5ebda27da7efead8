/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/indexer.h"

#include "index/aliases.h"
#include "index/moves.h"
#include "index/record.h"
#include "index/schema.h"
#include "index/shards.h"
#include "index/sources.h"

/* ---- sources ---- */

static int find(struct tc_archive *a, enum tc_field field, struct tc_str text,
		uint32_t *docid, struct tc_error *err)
{
	TC_SCOPED_BUF term = { 0 };

	*docid = 0;
	return tc_xdb_find(tc_xwriter_db(a->writer),
			   tc_schema_term(field, text, &term), docid, err);
}

static int find_source(struct tc_archive *a, struct tc_str source,
		       uint32_t *docid, struct tc_error *err)
{
	TC_SCOPED_BUF key = { 0 };

	return find(a, TC_F_SOURCE, tc_source_key(source, &key), docid, err);
}

static size_t source_index(const struct tc_record *r, struct tc_str source)
{
	size_t i = 0;

	while (i < r->source_count && !tc_str_eq(r->sources[i], source))
		i++;
	return i;
}

/* Reads what is stored of a document: the record into the arena. */
static int load(struct tc_archive *a, uint32_t docid, struct tc_arena *arena,
		struct tc_xdoc **doc, struct tc_record *r,
		struct tc_buf *states, struct tc_error *err)
{
	TC_SCOPED_BUF data = { 0 }, row = { 0 };

	if (tc_xdoc_load(tc_xwriter_db(a->writer), docid, doc, err) != 0 ||
	    tc_xdoc_data(*doc, &data, err) != 0 ||
	    tc_xdoc_value(*doc, TC_SLOT_WORDS, &row, err) != 0 ||
	    tc_xdoc_value(*doc, TC_SLOT_SOURCES, states, err) != 0)
		return -1;
	return tc_record_read(tc_arena_str(arena, tc_buf_str(&data)),
			      tc_buf_str(&row), arena, r, err);
}

/* Puts a loaded document back with other sources. */
static int store(struct tc_archive *a, uint32_t docid, struct tc_xdoc *doc,
		 const struct tc_record *r, const struct tc_buf *states,
		 struct tc_error *err)
{
	TC_SCOPED_BUF data = { 0 };

	tc_record_write(r, &data);
	if (tc_xdoc_set_data(doc, tc_buf_str(&data), err) != 0 ||
	    tc_xdoc_set_value(doc, TC_SLOT_SOURCES, tc_buf_str(states),
			      err) != 0)
		return -1;
	return tc_xwriter_put(a->writer, docid, doc, err);
}

static void free_doc(struct tc_xdoc **doc)
{
	tc_xdoc_free(*doc);
}
#define SCOPED_DOC __attribute__((cleanup(free_doc))) struct tc_xdoc

int tc_indexer_known(struct tc_archive *a, const struct tc_capture_info *c,
		     bool digest_known, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF states = { 0 };
	SCOPED_DOC *doc = NULL;
	struct tc_record r;
	struct tc_source_state was;
	uint32_t docid;

	int found = find_source(a, c->source, &docid, err);
	if (found <= 0)
		return found;
	if (load(a, docid, &arena, &doc, &r, &states, err) != 0)
		return -1;
	size_t i = source_index(&r, c->source);
	if (!tc_source_state_get(tc_buf_str(&states), i, &was))
		return 0;
	if (!digest_known)
		return c->mtime_ns && was.size == c->size &&
		       was.mtime_ns == c->mtime_ns;
	if (memcmp(was.digest, c->digest, sizeof was.digest) != 0)
		return 0;
	TC_SCOPED_BUF now = { 0 };
	tc_source_state_put(&now, c);
	memcpy(states.p + i * TC_SOURCE_STATE_SIZE, now.p, now.n);
	return store(a, docid, doc, &r, &states, err) != 0 ? -1 : 1;
}

static int add_source(struct tc_archive *a, uint32_t docid,
		      const struct tc_document *d, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF states = { 0 }, key = { 0 }, term = { 0 };
	SCOPED_DOC *doc = NULL;
	struct tc_record r;

	if (load(a, docid, &arena, &doc, &r, &states, err) != 0)
		return -1;
	struct tc_str *sources = tc_arena_alloc(
		&arena, (r.source_count + 1) * sizeof *sources);
	for (size_t i = 0; i < r.source_count; i++)
		sources[i] = r.sources[i];
	sources[r.source_count++] = d->source;
	r.sources = sources;
	tc_buf_addstr(&states, d->values[TC_SLOT_SOURCES]);
	tc_source_key(d->source, &key);
	if (tc_xdoc_add(doc, tc_schema_term(TC_F_SOURCE, tc_buf_str(&key),
					    &term), 0, err) != 0)
		return -1;
	/* so that its address is known too */
	if (!tc_str_is(d->id, r.article.id) &&
	    tc_xdoc_add(doc, tc_schema_term(TC_F_ALIAS, d->id, &term), 0,
			err) != 0)
		return -1;
	return store(a, docid, doc, &r, &states, err);
}

/* Takes a source away from its document; the last one takes the document
 * along.  *gone says so. */
static int drop_source(struct tc_archive *a, uint32_t docid,
		       struct tc_str source, bool *gone, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF states = { 0 }, key = { 0 }, term = { 0 };
	TC_SCOPED_BUF lines = { 0 };
	SCOPED_DOC *doc = NULL;
	struct tc_record r;

	if (load(a, docid, &arena, &doc, &r, &states, err) != 0)
		return -1;
	size_t i = source_index(&r, source);
	*gone = r.source_count <= 1 || i == r.source_count;
	if (*gone)
		return tc_xwriter_delete(a->writer, docid, err);
	for (size_t j = i + 1; j < r.source_count; j++)
		r.sources[j - 1] = r.sources[j];
	r.source_count--;
	size_t at = i * TC_SOURCE_STATE_SIZE;
	if (at + TC_SOURCE_STATE_SIZE <= states.n) {
		memmove(states.p + at, states.p + at + TC_SOURCE_STATE_SIZE,
			states.n - at - TC_SOURCE_STATE_SIZE);
		states.n -= TC_SOURCE_STATE_SIZE;
	}
	/* lines are counted by the first source, where there is no site */
	r.article.capture.source = r.sources[0];
	tc_document_lines(&r.article, &arena, &lines);
	tc_source_key(source, &key);
	if (tc_xdoc_set_value(doc, TC_SLOT_LINES, tc_buf_str(&lines),
			      err) != 0 ||
	    tc_xdoc_remove(doc, tc_schema_term(TC_F_SOURCE, tc_buf_str(&key),
					       &term), err) != 0)
		return -1;
	return store(a, docid, doc, &r, &states, err);
}

/* ---- putting ---- */

int tc_indexer_copy_aliases(struct tc_xdb *db, uint32_t docid,
			    struct tc_xdoc *doc, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF term = { 0 };
	struct tc_aliases v = { .arena = &arena };

	if (tc_aliases_of(&v, db, docid, err) != 0)
		return -1;
	for (size_t i = 0; i < v.n; i++)
		if (tc_xdoc_add(doc, tc_schema_term(TC_F_ALIAS, v.ids[i],
						    &term), 0, err) != 0)
			return -1;
	return 0;
}

/* Sources of a document that is being replaced by a newer capture of its
 * URL: they stay known, so that they are not read again. */
static int keep_sources(struct tc_archive *a, uint32_t docid,
			const struct tc_document *d, struct tc_arena *arena,
			struct tc_xdoc *doc, struct tc_record *r,
			struct tc_error *err)
{
	TC_SCOPED_BUF states = { 0 }, data = { 0 }, key = { 0 }, term = { 0 };
	TC_SCOPED_BUF old_states = { 0 };
	SCOPED_DOC *old_doc = NULL;
	struct tc_record old;

	if (load(a, docid, arena, &old_doc, &old, &old_states, err) != 0 ||
	    tc_record_read(d->data, d->values[TC_SLOT_WORDS], arena, r,
			   err) != 0)
		return -1;
	tc_buf_addstr(&states, d->values[TC_SLOT_SOURCES]);
	struct tc_str *sources = tc_arena_alloc(
		arena, (old.source_count + 1) * sizeof *sources);
	sources[0] = d->source;
	r->source_count = 1;
	for (size_t i = 0; i < old.source_count; i++) {
		if (tc_str_eq(old.sources[i], sources[0]))
			continue;
		sources[r->source_count++] = old.sources[i];
		size_t at = i * TC_SOURCE_STATE_SIZE;
		if (at + TC_SOURCE_STATE_SIZE <= old_states.n)
			tc_buf_add(&states, old_states.p + at,
				   TC_SOURCE_STATE_SIZE);
		tc_source_key(old.sources[i], &key);
		if (tc_xdoc_add(doc, tc_schema_term(TC_F_SOURCE,
						    tc_buf_str(&key), &term),
				0, err) != 0)
			return -1;
	}
	r->sources = sources;
	tc_record_write(r, &data);
	if (tc_xdoc_set_data(doc, tc_buf_str(&data), err) != 0 ||
	    tc_indexer_copy_aliases(tc_xwriter_db(a->writer), docid, doc,
				    err) != 0)
		return -1;
	return tc_xdoc_set_value(doc, TC_SLOT_SOURCES, tc_buf_str(&states),
				 err);
}

static int put_document(struct tc_archive *a, uint32_t docid,
			const struct tc_document *d, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	SCOPED_DOC *doc = NULL;
	struct tc_record r = { 0 };

	if (tc_document_to_xapian(d, &doc, err) != 0 ||
	    (docid && keep_sources(a, docid, d, &arena, doc, &r, err) != 0))
		return -1;
	if (docid && tc_archive_is_at(a, docid, d->id))
		return tc_xwriter_put(a->writer, docid, doc, err);
	if (tc_archive_add(a, d->id, doc, err) != 0)
		return -1;
	if (!docid)
		return 0;
	/* another id belongs into another shard */
	unsigned to = tc_shards_of(d->id, a->shards);
	if (tc_moves_begin(a, to, r.sources, r.source_count, err) != 0 ||
	    tc_xwriter_delete(a->writer, docid, err) != 0)
		return -1;
	return tc_moves_end(a, tc_moves_shard(a, docid), to, err);
}

/* What a source had before is in another shard than what it has now. */
static int leave(struct tc_archive *a, uint32_t docid, struct tc_str source,
		 unsigned to, struct tc_error *err)
{
	bool gone;

	if (tc_moves_begin(a, to, &source, 1, err) != 0 ||
	    drop_source(a, docid, source, &gone, err) != 0)
		return -1;
	return tc_moves_end(a, tc_moves_shard(a, docid), to, err);
}

int tc_indexer_put(struct tc_archive *a, const struct tc_document *d,
		   enum tc_outcome *outcome, struct tc_error *err)
{
	uint32_t by_source, by_content, by_id;
	bool gone = false;

	if (find_source(a, d->source, &by_source, err) < 0 ||
	    find(a, TC_F_CONTENT, d->content, &by_content, err) < 0 ||
	    find(a, TC_F_ID, d->id, &by_id, err) < 0)
		return -1;
	*outcome = TC_REPLACED;
	if (by_source && by_source == by_content)
		return put_document(a, by_source, d, err);
	unsigned to = by_content ? tc_moves_shard(a, by_content) :
				   tc_shards_of(d->id, a->shards);
	bool leaves = by_source && tc_moves_shard(a, by_source) != to;
	if (by_source && !leaves &&
	    drop_source(a, by_source, d->source, &gone, err) != 0)
		return -1;
	if (gone && by_id == by_source)
		by_id = 0;
	if (by_content)
		*outcome = TC_DUPLICATE;
	else if (!by_source && !by_id)
		*outcome = TC_IMPORTED;
	if (by_content ? add_source(a, by_content, d, err) != 0 :
			 put_document(a, by_id, d, err) != 0)
		return -1;
	return leaves ? leave(a, by_source, d->source, to, err) : 0;
}

struct elsewhere {
	const struct tc_archive *archive;
	unsigned shard;
	uint32_t docid;		/* 0: in no other shard */
};

static bool find_elsewhere(void *ctx, uint32_t docid)
{
	struct elsewhere *e = ctx;

	if (tc_moves_shard(e->archive, docid) != e->shard)
		e->docid = docid;
	return !e->docid;
}

int tc_indexer_keep_in(struct tc_archive *a, struct tc_str source,
		       unsigned shard, struct tc_error *err)
{
	TC_SCOPED_BUF key = { 0 }, term = { 0 };
	struct tc_str sought = tc_schema_term(
		TC_F_SOURCE, tc_source_key(source, &key), &term);
	bool gone;

	for (;;) {
		struct elsewhere e = { .archive = a, .shard = shard };
		if (tc_xdb_postings(tc_xwriter_db(a->writer), sought,
				    find_elsewhere, &e, err) != 0)
			return -1;
		if (!e.docid)
			return 0;
		if (drop_source(a, e.docid, source, &gone, err) != 0)
			return -1;
	}
}

int tc_indexer_remove_source(struct tc_archive *a, struct tc_str source,
			     struct tc_error *err)
{
	uint32_t docid;
	bool gone;
	int found = find_source(a, source, &docid, err);

	if (found <= 0)
		return found;
	return drop_source(a, docid, source, &gone, err) != 0 ? -1 : 1;
}

int tc_indexer_commit(struct tc_archive *a, struct tc_error *err)
{
	return tc_xwriter_commit(a->writer, err);
}

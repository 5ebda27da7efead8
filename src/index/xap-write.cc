/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/xap-guard.hh"

#include <memory>

/* Takes over one that is opened. */
static void take_over(tc_xwriter *w, Xapian::WritableDatabase db)
{
	db.begin_transaction();
	w->dbs.push_back(db);
	w->changed.push_back(false);
	w->view.db.add_database(db);
	w->view.writer = w;
	w->view.shards.clear();
	if (w->dbs.size() > 1)
		w->view.shards.assign(w->dbs.begin(), w->dbs.end());
}

static void open_more(tc_xwriter *w, const char *const *paths, size_t count,
		      bool create)
{
	int flags = create ? Xapian::DB_CREATE_OR_OPEN : Xapian::DB_OPEN;

	flags |= Xapian::DB_BACKEND_GLASS;
	for (size_t i = 0; i < count; i++)
		take_over(w, Xapian::WritableDatabase(paths[i], flags));
}

int tc_xwriter_open(const char *const *paths, size_t count, bool create,
		    struct tc_xwriter **out, struct tc_error *err) noexcept
{
	*out = nullptr;
	return guarded(err, [&] {
		std::unique_ptr<tc_xwriter> w(new tc_xwriter);
		open_more(w.get(), paths, count, create);
		*out = w.release();
		return 0;
	});
}

int tc_xwriter_open_more(struct tc_xwriter *w, const char *const *paths,
			 size_t count, struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		open_more(w, paths, count, true);
		return 0;
	});
}

int tc_xwriter_open_new(const char *path, struct tc_xwriter **out,
			struct tc_error *err) noexcept
{
	*out = nullptr;
	return guarded(err, [&] {
		std::unique_ptr<tc_xwriter> w(new tc_xwriter);
		take_over(w.get(),
			  Xapian::WritableDatabase(
				  path, Xapian::DB_CREATE_OR_OVERWRITE |
						Xapian::DB_BACKEND_GLASS |
						Xapian::DB_NO_SYNC |
						Xapian::DB_DANGEROUS));
		*out = w.release();
		return 0;
	});
}

int tc_xdb_compact(const char *const *paths, size_t count, const char *dest,
		   struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		Xapian::Database all;
		for (size_t i = 0; i < count; i++)
			all.add_database(Xapian::Database(
				paths[i], Xapian::DB_BACKEND_GLASS));
		all.compact(dest);
		return 0;
	});
}

static void close_one(Xapian::WritableDatabase &db) noexcept
{
	struct tc_error err;

	guarded(&err, [&] {
		db.cancel_transaction();
		return 0;
	});
	guarded(&err, [&] {
		db.close();
		return 0;
	});
}

void tc_xwriter_close(struct tc_xwriter *w) noexcept
{
	if (!w)
		return;
	for (auto &db : w->dbs)
		close_one(db);
	delete w;
}

static void commit_one(struct tc_xwriter *w, size_t shard)
{
	Xapian::WritableDatabase &db = w->dbs.at(shard);

	db.commit_transaction();
	w->changed[shard] = false;
	db.begin_transaction();
}

int tc_xwriter_commit(struct tc_xwriter *w, struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		for (size_t i = w->dbs.size(); i-- > 0;)
			commit_one(w, i);
		w->waiting = 0;
		return 0;
	});
}

int tc_xwriter_commit_shard(struct tc_xwriter *w, size_t shard,
			    struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		commit_one(w, shard);
		return 0;
	});
}

/* One of them that is about to be written to. */
static Xapian::WritableDatabase &changing(struct tc_xwriter *w, size_t shard)
{
	Xapian::WritableDatabase &db = w->dbs.at(shard);

	w->changed[shard] = true;
	return db;
}

/* Xapian 1.4 merges values that wait into their streams where a document has
 * changed since postings were flushed last: behind a flush the streams are
 * those of the last commit.  So one document is put as it is; the terms are
 * asked for before, which flushes, so that no flush follows at once. */
static void merge_values(Xapian::WritableDatabase &db)
{
	db.allterms_begin();
	if (!db.get_doccount()) {
		db.delete_document(db.add_document(Xapian::Document()));
		return;
	}
	const Xapian::docid first = *db.postlist_begin("");
	Xapian::Document doc = db.get_document(first);
	doc.set_data(doc.get_data());
	db.replace_document(first, doc);
}

void tc_xwriter_merge_values(struct tc_xwriter *w)
{
	for (size_t i = 0; i < w->dbs.size(); i++)
		if (w->changed[i])
			merge_values(w->dbs[i]);
}

struct tc_xdb *tc_xwriter_db(struct tc_xwriter *w) noexcept
{
	return &w->view;
}

int tc_xwriter_set_metadata(struct tc_xwriter *w, const char *key,
			    struct tc_str value, struct tc_error *err) noexcept
{
	return tc_xwriter_set_shard_metadata(w, 0, key, value, err);
}

int tc_xwriter_set_shard_metadata(struct tc_xwriter *w, size_t shard,
				  const char *key, struct tc_str value,
				  struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		changing(w, shard).set_metadata(key, to_string(value));
		return 0;
	});
}

int tc_xwriter_add(struct tc_xwriter *w, size_t shard,
		   const struct tc_xdoc *doc, struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		uint32_t docid = changing(w, shard).add_document(doc->doc);
		w->written.push_back((uint32_t)((docid - 1) * w->dbs.size() +
						shard + 1));
		return 0;
	});
}

size_t tc_xwriter_waiting(const struct tc_xwriter *w) noexcept
{
	return w->waiting;
}

size_t tc_xwriter_written(const struct tc_xwriter *w,
			  const uint32_t **docids) noexcept
{
	*docids = w->written.data();
	return w->written.size();
}

/* The database that a docid is in, to be written to, and its number there. */
static Xapian::WritableDatabase &home(struct tc_xwriter *w, uint32_t *docid)
{
	size_t n = w->dbs.size();
	size_t shard = (*docid - 1) % n;

	*docid = (uint32_t)((*docid - 1) / n + 1);
	return changing(w, shard);
}

int tc_xwriter_put(struct tc_xwriter *w, uint32_t docid,
		   const struct tc_xdoc *doc, struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		w->written.push_back(docid);
		w->waiting++;
		Xapian::WritableDatabase &db = home(w, &docid);
		db.replace_document(docid, doc->doc);
		return 0;
	});
}

int tc_xwriter_delete(struct tc_xwriter *w, uint32_t docid,
		      struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		Xapian::WritableDatabase &db = home(w, &docid);
		db.delete_document(docid);
		return 0;
	});
}

struct tc_xdoc *tc_xdoc_new(void) noexcept
{
	struct tc_error err;
	struct tc_xdoc *doc = nullptr;

	if (guarded(&err, [&] {
		    doc = new tc_xdoc;
		    return 0;
	    }) != 0)
		tc_bug(err.message);
	return doc;
}

int tc_xdoc_load(struct tc_xdb *db, uint32_t docid, struct tc_xdoc **out,
		 struct tc_error *err) noexcept
{
	*out = nullptr;
	return guarded(err, [&] {
		*out = new tc_xdoc{ db->db.get_document(docid) };
		return 0;
	});
}

void tc_xdoc_free(struct tc_xdoc *doc) noexcept
{
	delete doc;
}

int tc_xdoc_add_all(struct tc_xdoc *doc, const struct tc_term *terms,
		    size_t count, struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		for (size_t i = 0; i < count; i++)
			doc->doc.add_term(to_string(terms[i].term),
					  terms[i].wdf);
		return 0;
	});
}

int tc_xdoc_add(struct tc_xdoc *doc, struct tc_str term, uint32_t wdf,
		struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		doc->doc.add_term(to_string(term), wdf);
		return 0;
	});
}

int tc_xdoc_remove(struct tc_xdoc *doc, struct tc_str term,
		   struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		doc->doc.remove_term(to_string(term));
		return 0;
	});
}

int tc_xdoc_value(struct tc_xdoc *doc, uint32_t slot, struct tc_buf *out,
		  struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		std::string value = doc->doc.get_value(slot);
		tc_buf_add(out, value.data(), value.size());
		return 0;
	});
}

int tc_xdoc_data(struct tc_xdoc *doc, struct tc_buf *out,
		 struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		std::string data = doc->doc.get_data();
		tc_buf_add(out, data.data(), data.size());
		return 0;
	});
}

int tc_xdoc_set_value(struct tc_xdoc *doc, uint32_t slot, struct tc_str value,
		      struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		doc->doc.add_value(slot, to_string(value));
		return 0;
	});
}

int tc_xdoc_set_data(struct tc_xdoc *doc, struct tc_str data,
		     struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		doc->doc.set_data(to_string(data));
		return 0;
	});
}

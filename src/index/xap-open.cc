/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/xap-guard.hh"

int tc_xdb_open(const char *const *paths, size_t count, struct tc_xdb **out,
		struct tc_error *err) noexcept
{
	*out = nullptr;
	return guarded(err, [&] {
		struct tc_xdb db;
		for (size_t i = 0; i < count; i++) {
			Xapian::Database shard(paths[i],
					       Xapian::DB_BACKEND_GLASS);
			db.db.add_database(shard);
			if (count > 1)
				db.shards.push_back(shard);
		}
		if (count == 1)
			db.path = paths[0];
		*out = new tc_xdb(db);
		return 0;
	});
}

static struct tc_xdb *far_db(const Xapian::Database &db)
{
	struct tc_xdb *far = new tc_xdb;

	far->db = db;
	far->remote = true;
	return far;
}

int tc_xdb_open_tcp(const char *host, unsigned port, uint32_t timeout_ms,
		    struct tc_xdb **out, struct tc_error *err) noexcept
{
	*out = nullptr;
	return guarded(err, [&] {
		*out = far_db(Xapian::Remote::open(host, port, timeout_ms,
						   timeout_ms));
		return 0;
	});
}

int tc_xdb_open_program(const char *program, const char *arguments,
			uint32_t timeout_ms, struct tc_xdb **out,
			struct tc_error *err) noexcept
{
	*out = nullptr;
	return guarded(err, [&] {
		*out = far_db(Xapian::Remote::open(program, arguments,
						   timeout_ms));
		return 0;
	});
}

bool tc_xdb_is_remote(const struct tc_xdb *db) noexcept
{
	return db->remote;
}

int tc_xdb_join(struct tc_xdb *const *dbs, size_t count, struct tc_xdb **out,
		struct tc_error *err) noexcept
{
	*out = nullptr;
	return guarded(err, [&] {
		struct tc_xdb db;
		for (size_t i = 0; i < count; i++) {
			db.db.add_database(dbs[i]->db);
			db.remote |= dbs[i]->remote;
			if (dbs[i]->shards.empty())
				db.shards.push_back(dbs[i]->db);
			for (const auto &shard : dbs[i]->shards)
				db.shards.push_back(shard);
		}
		*out = new tc_xdb(db);
		return 0;
	});
}

size_t tc_xdb_shards(const struct tc_xdb *db) noexcept
{
	return db->shards.empty() ? 1 : db->shards.size();
}

void tc_xdb_close(struct tc_xdb *db) noexcept
{
	Inside inside;	/* of damaged tables it may free what is not */

	delete db;
}

int tc_xdb_reopen(struct tc_xdb *db, struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		db->read.clear();
		db->along.clear();
		if (db->db.reopen() || db->remote)
			return 0;
		return tc_fail(err, TC_E_DAMAGED,
			       "its tables are damaged: a block is newer than "
			       "they are");
	});
}

int tc_xdb_count(struct tc_xdb *db, uint32_t *documents,
		 struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		*documents = db->db.get_doccount();
		return 0;
	});
}

/* A server does not tell the revision: what changes with it stands in. */
static uint64_t revision_of(const Xapian::Database &db)
{
	try {
		return db.get_revision();
	} catch (const Xapian::InvalidOperationError &) {
	} catch (const Xapian::UnimplementedError &) {
	}
	double length = db.get_avlength() * db.get_doccount();
	return db.get_lastdocid() + (uint64_t)(length + .5);
}

int tc_xdb_revision(struct tc_xdb *db, uint64_t *revision,
		    struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		if (db->shards.empty()) {
			*revision = revision_of(db->db);
			return 0;
		}
		/* each only grows, and so does the sum */
		*revision = 0;
		for (const auto &shard : db->shards)
			*revision += revision_of(shard);
		return 0;
	});
}

int tc_xdb_lineage(struct tc_xdb *db, uint32_t *out,
		   struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		uint32_t hash = 0;
		const auto add = [&hash](const Xapian::Database &one) {
			const std::string name = one.get_uuid();
			hash = tc_str_hash(tc_str(name.data(), name.size()),
					   hash);
		};
		if (db->shards.empty())
			add(db->db);
		for (const auto &shard : db->shards)
			add(shard);
		*out = hash;
		return 0;
	});
}

int tc_xdb_state(struct tc_xdb *db, struct tc_xstate *out,
		 struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		const std::string name = db->db.get_uuid();
		*out = {};
		name.copy(out->name, sizeof out->name - 1);
		out->revision = db->db.get_revision();
		return 0;
	});
}

const char *tc_xdb_path(const struct tc_xdb *db) noexcept
{
	return db->path.c_str();
}

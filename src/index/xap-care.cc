/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/xap-guard.hh"

#include <sstream>

int tc_xdb_metadata_each(struct tc_xdb *db, const char *prefix,
			 tc_xmeta_fn *each, void *ctx,
			 struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		Xapian::TermIterator end = db->db.metadata_keys_end(prefix);
		for (auto it = db->db.metadata_keys_begin(prefix); it != end;
		     ++it) {
			std::string key = *it;
			std::string value = db->db.get_metadata(key);
			if (!each(ctx, tc_str(key.data(), key.size()),
				  tc_str(value.data(), value.size())))
				break;
		}
		return 0;
	});
}

int tc_xdb_document_terms(struct tc_xdb *db, uint32_t docid, tc_xwdf_fn *each,
			  void *ctx, struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		Xapian::TermIterator end = db->db.termlist_end(docid);
		for (auto it = db->db.termlist_begin(docid); it != end; ++it) {
			std::string term = *it;
			if (!each(ctx, tc_str(term.data(), term.size()),
				  it.get_wdf()))
				break;
		}
		return 0;
	});
}

int tc_xap_check(const char *path, size_t *faults, struct tc_buf *said,
		 struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		std::ostringstream out;
		*faults = Xapian::Database::check(path, 0, &out);
		std::string text = out.str();
		tc_buf_add(said, text.data(), text.size());
		return 0;
	});
}

int tc_xap_compact(const char *from, const char *to,
		   struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		Xapian::Database(from, Xapian::DB_BACKEND_GLASS).compact(
			to, Xapian::DBCOMPACT_NO_RENUMBER |
				    Xapian::Compactor::FULL);
		return 0;
	});
}

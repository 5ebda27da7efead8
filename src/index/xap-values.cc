/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The values of a slot, of one document after another. */
#include "config.h"

#include "index/xap-guard.hh"

int tc_xdb_value_frequency(struct tc_xdb *db, uint32_t slot,
			   uint32_t *documents, struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		*documents = db->db.get_value_freq(slot);
		return 0;
	});
}

int tc_xdb_values(struct tc_xdb *db, uint32_t slot, tc_xvalue_fn *each,
		  void *ctx, struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		if (db->writer)
			tc_xwriter_merge_values(db->writer);
		Xapian::ValueIterator end = db->db.valuestream_end(slot);
		for (auto it = db->db.valuestream_begin(slot); it != end;
		     ++it) {
			std::string value = *it;
			if (!each(ctx, it.get_docid(),
				  tc_str(value.data(), value.size())))
				break;
		}
		return 0;
	});
}

int tc_xdb_values_of(struct tc_xdb *db, const struct tc_xcount *count,
		     const uint32_t *docids, size_t n,
		     struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		const Xapian::ValueIterator end;
		auto it = db->db.valuestream_begin(count->slot);
		for (size_t i = 0; i < n; i++) {
			if (it != end && it.get_docid() < docids[i])
				it.skip_to(docids[i]);
			std::string value;
			if (it != end && it.get_docid() == docids[i])
				value = *it;
			count->each(count->ctx,
				    tc_str(value.data(), value.size()));
		}
		return 0;
	});
}

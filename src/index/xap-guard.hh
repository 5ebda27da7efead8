/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The one guard through which every call into Xapian goes. */
#ifndef TC_INDEX_XAP_GUARD_HH
#define TC_INDEX_XAP_GUARD_HH

#include <xapian.h>

#include <memory>
#include <map>
#include <string>
#include <vector>

extern "C" {
#include "base/crash.h"
#include "index/xap.h"
#include "text/wordrow.h"
}

struct tc_xdb {
	Xapian::Database db;
	std::vector<Xapian::Database> shards;	/* when there are several */
	bool remote = false;			/* some are elsewhere */
	std::string path;			/* of one that is read */
	/* A server sends a document whole, whatever is asked of it: those that
	 * were read last. */
	std::map<Xapian::docid, Xapian::Document> read;
	/* Values of `slot` that came along with hits. */
	std::map<Xapian::docid, std::string> along;
	uint32_t along_slot = TC_NO_SLOT;
	struct tc_xwriter *writer = nullptr;	/* that it is the view of */
};

/* Words that stand side by side, or near each other, in the row of a slot. */
struct tc_xrow {
	uint32_t slot;
	std::vector<tc_wordcode> words;
	size_t within;			/* so many words; 0: side by side */
	std::shared_ptr<bool> cut;	/* some row was, behind which anything
					   may stand */

	bool fits(const std::string &stored) const
	{
		struct tc_str row;
		if (!tc_wordrow_open(tc_str(stored.data(), stored.size()),
				     &row))
			throw Xapian::DatabaseCorruptError(
				"a row of words is damaged");
		if (tc_wordrow_len(row) >= TC_WORDROW_MAX)
			*cut = true;
		return within ? tc_wordrow_near(row, words.data(),
						words.size(), within) :
				tc_wordrow_has(row, words.data(),
					       words.size());
	}
};

/*
 * The question in two forms.  A row of words (xap.h) is dear to look at: where
 * all rows are conditions of the whole (`last`), they are left out of `far`
 * as well and looked at last, for what would be among the hits by all else.
 */
struct tc_xquery {
	Xapian::Query query;
	Xapian::Query far;	/* for servers: what they do not know left out */
	std::vector<tc_xrow> rows;
	bool last = true;
	bool row_only = false;	/* `far` is everything */
};

/* Whether the rows of a document have the words. */
class RowDecider : public Xapian::MatchDecider {
	const std::vector<tc_xrow> &rows;
	mutable double asked = 0, fitted = 0;

    public:
	explicit RowDecider(const std::vector<tc_xrow> &v) : rows(v)
	{
	}
	bool operator()(const Xapian::Document &doc) const override;
	double share() const
	{
		return asked > 0 ? fitted / asked : 1;
	}
};

struct tc_xdoc {
	Xapian::Document doc;
};

struct tc_xwriter {
	std::vector<Xapian::WritableDatabase> dbs;
	std::vector<bool> changed;	/* since the last commit of each */
	tc_xdb view;
	std::vector<uint32_t> written;
	size_t waiting = 0;	/* changes since the last commit */
};

/* What was changed is in the streams of values, though not committed. */
void tc_xwriter_merge_values(struct tc_xwriter *w);

/* Sets err from the exception being handled; returns -1. */
int tc_xap_caught(struct tc_error *err) noexcept;

/* A crash from here on is one of Xapian's. */
struct Inside {
	Inside() noexcept
	{
		tc_crash_inside = tc_crash_inside + 1;
	}
	~Inside()
	{
		tc_crash_inside = tc_crash_inside - 1;
	}
};

template <typename Body> int guarded(struct tc_error *err, Body body) noexcept
{
	Inside inside;

	try {
		return body();
	} catch (...) {
		return tc_xap_caught(err);
	}
}

static inline std::string to_string(struct tc_str s)
{
	return std::string(s.p ? s.p : "", s.n);
}

#endif

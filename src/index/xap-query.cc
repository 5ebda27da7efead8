/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Building a query can only fail for want of memory, or by a bug. */
#include "config.h"

#include "index/xap-guard.hh"

#include <vector>

/* Steps over documents whose row does not have the words. */
class RowSource : public Xapian::ValuePostingSource {
	tc_xrow row;

	bool fits() const
	{
		return row.fits(get_value());
	}

    public:
	explicit RowSource(const tc_xrow &r)
		: ValuePostingSource(r.slot), row(r)
	{
	}
	RowSource *clone() const override
	{
		return new RowSource(row);
	}
	void init(const Xapian::Database &db) override
	{
		ValuePostingSource::init(db);
		set_termfreq_min(0);
	}
	void next(double least) override
	{
		do
			ValuePostingSource::next(least);
		while (!at_end() && !fits());
	}
	void skip_to(Xapian::docid docid, double least) override
	{
		ValuePostingSource::skip_to(docid, least);
		if (!at_end() && !fits())
			next(least);
	}
	bool check(Xapian::docid docid, double least) override
	{
		if (!ValuePostingSource::check(docid, least))
			return false;
		return at_end() || (get_docid() == docid && fits());
	}
};

/* Some of the docids, whether there are such documents or not. */
class ShareSource : public Xapian::PostingSource {
	tc_xshare share;
	Xapian::doccount documents = 0;
	uint64_t at = 0, last = 0;

	/* The first from d on that is in the share. */
	uint64_t in_share(uint64_t d) const
	{
		const uint64_t n = (d - 1) % share.period;

		if (n >= share.first && n < share.end)
			return d;
		return d - n + share.first + (n < share.end ? 0 : share.period);
	}

    public:
	explicit ShareSource(const tc_xshare &s) : share(s)
	{
	}
	ShareSource *clone() const override
	{
		return new ShareSource(share);
	}
	void init(const Xapian::Database &db) override
	{
		documents = db.get_doccount();
		last = db.get_lastdocid();
		at = 0;
	}
	Xapian::doccount get_termfreq_min() const override
	{
		return 0;
	}
	Xapian::doccount get_termfreq_est() const override
	{
		uint64_t wide = share.end - share.first;
		return (Xapian::doccount)(documents * wide / share.period);
	}
	Xapian::doccount get_termfreq_max() const override
	{
		return documents;
	}
	void next(double) override
	{
		at = in_share(at + 1);
	}
	void skip_to(Xapian::docid docid, double) override
	{
		if (docid > at)
			at = in_share(docid);
	}
	bool at_end() const override
	{
		return at > last;
	}
	Xapian::docid get_docid() const override
	{
		return (Xapian::docid)at;
	}
};

static bool fits(const std::vector<tc_xrow> &rows, const Xapian::Document &doc)
{
	for (const auto &row : rows)
		if (!row.fits(doc.get_value(row.slot)))
			return false;
	return true;
}

bool RowDecider::operator()(const Xapian::Document &doc) const
{
	asked++;
	const bool yes = fits(rows, doc);
	fitted += yes;
	return yes;
}

bool tc_xquery_rows_are_last(const struct tc_xquery *q) noexcept
{
	return q->last && !q->rows.empty();
}

int tc_xdb_fits(struct tc_xdb *db, const struct tc_xquery *q, uint32_t docid,
		bool *doubt, struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		const int yes = fits(q->rows, db->db.get_document(
				docid, Xapian::DOC_ASSUME_VALID));
		for (const auto &row : q->rows)
			*doubt |= *row.cut;
		return yes;
	});
}

/* `body` gives the query for one part of struct tc_xquery, or the other. */
typedef Xapian::Query tc_xquery::*Part;

template <typename Body> static struct tc_xquery *built(Body body) noexcept
{
	struct tc_error err;
	struct tc_xquery *q = nullptr;

	if (guarded(&err, [&] {
		    q = new tc_xquery;
		    q->query = body(&tc_xquery::query);
		    q->far = body(&tc_xquery::far);
		    return 0;
	    }) != 0)
		tc_bug(err.message);
	return q;
}

static Xapian::Query::op op_of(enum tc_xop op)
{
	switch (op) {
	case TC_X_AND:
		return Xapian::Query::OP_AND;
	case TC_X_OR:
		return Xapian::Query::OP_OR;
	case TC_X_AND_NOT:
		return Xapian::Query::OP_AND_NOT;
	case TC_X_FILTER:
		return Xapian::Query::OP_FILTER;
	case TC_X_AND_MAYBE:
		return Xapian::Query::OP_AND_MAYBE;
	case TC_X_SYNONYM:
		return Xapian::Query::OP_SYNONYM;
	case TC_X_MAX:
		return Xapian::Query::OP_MAX;
	}
	return Xapian::Query::OP_AND;
}

struct tc_xquery *tc_xquery_term(struct tc_str term) noexcept
{
	return built([&](Part) { return Xapian::Query(to_string(term)); });
}

struct tc_xquery *tc_xquery_all(void) noexcept
{
	return built([](Part) { return Xapian::Query(std::string()); });
}

struct tc_xquery *tc_xquery_none(void) noexcept
{
	return built([](Part) { return Xapian::Query(); });
}

/* The rows of a part, in a whole where they are conditions of it or not. */
static void take_rows(struct tc_xquery *whole, const struct tc_xquery *part,
		      bool condition)
{
	whole->rows.insert(whole->rows.end(), part->rows.begin(),
			   part->rows.end());
	whole->last &= part->last && (condition || part->rows.empty());
}

struct tc_xquery *tc_xquery_join(enum tc_xop op, struct tc_xquery *a,
				 struct tc_xquery *b) noexcept
{
	if (!a || !b)
		return a ? a : b;
	const bool both = op == TC_X_AND || op == TC_X_FILTER;
	const bool first = both || op == TC_X_AND_NOT || op == TC_X_AND_MAYBE;
	struct tc_xquery *q = built([&](Part p) {
		if (p == &tc_xquery::far && both && b->row_only)
			return a->far;
		return Xapian::Query(op_of(op), a->*p, b->*p);
	});
	take_rows(q, a, first);
	take_rows(q, b, both);
	delete a;
	delete b;
	return q;
}

struct tc_xquery *tc_xquery_list(enum tc_xop op, struct tc_xquery **v,
				 size_t n) noexcept
{
	if (n == 0)
		return nullptr;
	struct tc_xquery *q = built([&](Part p) {
		std::vector<Xapian::Query> parts;
		for (size_t i = 0; i < n; i++)
			parts.push_back(v[i]->*p);
		return Xapian::Query(op_of(op), parts.begin(), parts.end());
	});
	for (size_t i = 0; i < n; i++) {
		take_rows(q, v[i], op == TC_X_AND);
		delete v[i];
	}
	return q;
}

struct tc_xquery *tc_xquery_scale(double factor,
				  struct tc_xquery *q) noexcept
{
	if (!q)
		return nullptr;
	struct tc_xquery *scaled = built([&](Part p) {
		return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, q->*p,
				     factor);
	});
	take_rows(scaled, q, true);
	delete q;
	return scaled;
}

struct tc_xquery *tc_xquery_copy(const struct tc_xquery *q) noexcept
{
	if (!q)
		return nullptr;
	struct tc_xquery *copy = built([&](Part p) { return q->*p; });
	take_rows(copy, q, true);
	copy->row_only = q->row_only;
	return copy;
}

struct tc_xquery *tc_xquery_row(uint32_t slot, const struct tc_wordcode *v,
				size_t n, size_t within) noexcept
{
	const tc_xrow row = { slot, std::vector<tc_wordcode>(v, v + n), within,
			      std::make_shared<bool>(false) };
	struct tc_xquery *q = built([&](Part p) {
		if (p == &tc_xquery::far)
			return Xapian::Query(std::string());
		return Xapian::Query((new RowSource(row))->release());
	});
	q->rows.push_back(row);
	q->row_only = true;
	return q;
}

struct tc_xquery *tc_xquery_share(const struct tc_xshare *share) noexcept
{
	return built([&](Part) {
		return Xapian::Query((new ShareSource(*share))->release());
	});
}

void tc_xquery_free(struct tc_xquery *q) noexcept
{
	delete q;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Building a query can only fail for want of memory, or by a bug. */
#include "config.h"

#include "index/xap-guard.hh"

extern "C" {
#include "text/wordrow.h"
}

#include <vector>

/* Steps over documents whose row does not have the words. */
class RowSource : public Xapian::ValuePostingSource {
	std::vector<tc_wordcode> words;

	bool fits() const
	{
		const std::string row = get_value();
		return tc_wordrow_has(tc_str(row.data(), row.size()),
				      words.data(), words.size());
	}

    public:
	RowSource(Xapian::valueno slot, const std::vector<tc_wordcode> &v)
		: ValuePostingSource(slot), words(v)
	{
	}
	RowSource *clone() const override
	{
		return new RowSource(get_slot(), words);
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

/* `body` gives the query for one part of struct tc_xquery, or the other. */
typedef Xapian::Query tc_xquery::*Part;

template <typename Body> static struct tc_xquery *built(Body body) noexcept
{
	struct tc_error err;
	struct tc_xquery *q = nullptr;

	if (guarded(&err, [&] {
		    q = new tc_xquery{ body(&tc_xquery::query),
				       body(&tc_xquery::far) };
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

struct tc_xquery *tc_xquery_join(enum tc_xop op, struct tc_xquery *a,
				 struct tc_xquery *b) noexcept
{
	if (!a || !b)
		return a ? a : b;
	struct tc_xquery *q = built(
		[&](Part p) { return Xapian::Query(op_of(op), a->*p, b->*p); });
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
	for (size_t i = 0; i < n; i++)
		delete v[i];
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
	delete q;
	return scaled;
}

struct tc_xquery *tc_xquery_copy(const struct tc_xquery *q) noexcept
{
	return q ? built([&](Part p) { return q->*p; }) : nullptr;
}

struct tc_xquery *tc_xquery_row(uint32_t slot, const struct tc_wordcode *v,
				size_t n) noexcept
{
	return built([&](Part p) {
		if (p == &tc_xquery::far)
			return Xapian::Query(std::string());
		const std::vector<tc_wordcode> words(v, v + n);
		return Xapian::Query((new RowSource(slot, words))->release());
	});
}

void tc_xquery_free(struct tc_xquery *q) noexcept
{
	delete q;
}

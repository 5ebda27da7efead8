/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/xap-guard.hh"

#include <algorithm>

int tc_xdb_metadata(struct tc_xdb *db, const char *key, struct tc_buf *out,
		    struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		std::string value = db->db.get_metadata(key);
		tc_buf_add(out, value.data(), value.size());
		return 0;
	});
}

int tc_xdb_shard_metadata(struct tc_xdb *db, size_t shard, const char *key,
			  struct tc_buf *out, struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		const Xapian::Database &one =
			db->shards.empty() ? db->db : db->shards.at(shard);
		std::string value = one.get_metadata(key);
		tc_buf_add(out, value.data(), value.size());
		return 0;
	});
}

/* Documents of servers that are kept: some blocks of those looked at again
 * (rerank.h), 10 kB each. */
static const size_t READ_MAX = 128;

static Xapian::Document document_of(struct tc_xdb *db, uint32_t docid)
{
	if (!db->remote)
		return db->db.get_document(docid, Xapian::DOC_ASSUME_VALID);
	auto known = db->read.find(docid);
	if (known != db->read.end())
		return known->second;
	if (db->read.size() == READ_MAX)
		db->read.clear();
	const Xapian::Document doc =
		db->db.get_document(docid, Xapian::DOC_ASSUME_VALID);
	db->read.emplace(docid, doc);
	return doc;
}

int tc_xdb_stored(struct tc_xdb *db, uint32_t docid, struct tc_buf *data,
		  uint32_t slot, struct tc_buf *value,
		  struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		const Xapian::Document doc = document_of(db, docid);
		const std::string d = doc.get_data();
		tc_buf_add(data, d.data(), d.size());
		const std::string v = doc.get_value(slot);
		tc_buf_add(value, v.data(), v.size());
		return 0;
	});
}

int tc_xdb_value(struct tc_xdb *db, uint32_t docid, uint32_t slot,
		 struct tc_buf *out, struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		if (slot == db->along_slot) {
			auto known = db->along.find(docid);
			if (known != db->along.end()) {
				tc_buf_add(out, known->second.data(),
					   known->second.size());
				return 0;
			}
		}
		const std::string value = document_of(db, docid).get_value(slot);
		tc_buf_add(out, value.data(), value.size());
		return 0;
	});
}

int tc_xdb_find(struct tc_xdb *db, struct tc_str term, uint32_t *docid,
		struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		std::string t = to_string(term);
		Xapian::PostingIterator it = db->db.postlist_begin(t);
		if (it == db->db.postlist_end(t))
			return 0;
		*docid = *it;
		return 1;
	});
}

int tc_xdb_frequency(struct tc_xdb *db, struct tc_str term,
		     uint32_t *documents, struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		*documents = db->db.get_termfreq(to_string(term));
		return 0;
	});
}

int tc_xdb_terms(struct tc_xdb *db, struct tc_str prefix, tc_xterm_fn *each,
		 void *ctx, struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		std::string p = to_string(prefix);
		Xapian::TermIterator end = db->db.allterms_end(p);
		for (auto it = db->db.allterms_begin(p); it != end; ++it) {
			std::string term = *it;
			if (!each(ctx, tc_str(term.data(), term.size()),
				  it.get_termfreq()))
				break;
		}
		return 0;
	});
}

int tc_xdb_postings(struct tc_xdb *db, struct tc_str term, tc_xdoc_fn *each,
		    void *ctx, struct tc_error *err) noexcept
{
	return guarded(err, [&] {
		std::string t = to_string(term);
		Xapian::PostingIterator end = db->db.postlist_end(t);
		for (auto it = db->db.postlist_begin(t); it != end; ++it)
			if (!each(ctx, *it))
				break;
		return 0;
	});
}

int tc_xdb_documents(struct tc_xdb *db, tc_xdoc_fn *each, void *ctx,
		     struct tc_error *err) noexcept
{
	/* the empty term stands for all of them */
	return tc_xdb_postings(db, tc_str0(""), each, ctx, err);
}

class ValueSpy : public Xapian::MatchSpy {
	const struct tc_xcount &count;

    public:
	explicit ValueSpy(const struct tc_xcount &c) : count(c)
	{
	}
	void operator()(const Xapian::Document &doc, double) override
	{
		std::string value = doc.get_value(count.slot);
		count.each(count.ctx, tc_str(value.data(), value.size()));
	}
};

struct Stopped {
};

/* A spy is told a document's number in its own database.  Where there are
 * several, this matches all documents, and so knows whose turn it is: they are
 * gone through one after the other, the source being asked last.  Of one, it
 * leaves out what is numbered lower than `from` says at that time. */
class Turn : public Xapian::PostingSource {
	const tc_xdb &db;
	size_t &now;
	const uint32_t *from;
	size_t own = 0;
	Xapian::doccount documents = 0;
	Xapian::docid at = 0, last = 0;

	/* `internal` is how Xapian itself tells databases apart; two may be
	 * copies of each other. */
	static size_t place_of(const Xapian::Database &one, const tc_xdb &all)
	{
		size_t i = 0;

		if (all.shards.empty())
			return 0;
		while (all.shards.at(i).internal.at(0).get() !=
		       one.internal.at(0).get())
			i++;
		return i;
	}

    public:
	Turn(const tc_xdb &all, size_t &turn, const uint32_t *least) :
		db(all), now(turn), from(least)
	{
	}
	Turn *clone() const override
	{
		return new Turn(db, now, from);
	}
	void init(const Xapian::Database &one) override
	{
		own = place_of(one, db);
		documents = one.get_doccount();
		last = one.get_lastdocid();
		at = 0;
	}
	Xapian::doccount get_termfreq_min() const override
	{
		return documents;
	}
	Xapian::doccount get_termfreq_est() const override
	{
		return documents;
	}
	Xapian::doccount get_termfreq_max() const override
	{
		return documents;
	}
	void next(double least) override
	{
		skip_to(at + 1, least);
	}
	void skip_to(Xapian::docid docid, double) override
	{
		at = docid > at ? docid : at;
		if (from && *from > at)
			at = *from;
		now = own;
	}
	bool check(Xapian::docid docid, double least) override
	{
		skip_to(docid, least);
		return true;
	}
	bool at_end() const override
	{
		return at > last;
	}
	Xapian::docid get_docid() const override
	{
		return at;
	}
};

/* Of `count` databases; `turn` is that of the document. */
class MatchCaller : public Xapian::MatchSpy {
	const struct tc_xsearch &s;
	const Xapian::docid count;
	const size_t &turn;

    public:
	MatchCaller(const struct tc_xsearch &search, size_t databases,
		    const size_t &now) :
		s(search), count((Xapian::docid)databases), turn(now)
	{
	}
	void operator()(const Xapian::Document &doc, double weight) override
	{
		std::string value;
		if (s.match_slot != TC_NO_SLOT)
			value = doc.get_value(s.match_slot);
		const Xapian::docid docid = (doc.get_docid() - 1) * count +
					    (Xapian::docid)turn + 1;
		if (!s.match(s.match_ctx, docid, weight,
			     tc_str(value.data(), value.size())))
			throw Stopped();
	}
};

/* A server calls no spy.  So its matches are listed first, and then told; the
 * value comes along as a key, which saves asking for each document. */
static bool tell_matches(Xapian::Enquire &enquire, const struct tc_xsearch *s,
			 Xapian::doccount documents,
			 const Xapian::MatchDecider *rows)
{
	bool keyed = s->match_slot != TC_NO_SLOT;

	if (keyed)
		enquire.set_sort_by_relevance_then_value(s->match_slot, true);
	Xapian::MSet all = enquire.get_mset(0, documents, 0, nullptr, rows);

	for (auto it = all.begin(); it != all.end(); ++it) {
		std::string value;
		if (keyed)
			value = it.get_sort_key();
		if (!s->match(s->match_ctx, *it, it.get_weight(),
			      tc_str(value.data(), value.size())))
			return false;
	}
	return true;
}

/* Counts that a server can send: Xapian's own, told value by value behind
 * the search. */
typedef std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> Counts;

static void add_counts(Xapian::Enquire &enquire, const struct tc_xsearch *s,
		       Counts &counts)
{
	for (size_t i = 0; i < s->count_count; i++) {
		counts.emplace_back(
			new Xapian::ValueCountMatchSpy(s->counts[i].slot));
		enquire.add_matchspy(counts.back().get());
	}
}

static void tell_counts(const struct tc_xsearch *s, const Counts &counts)
{
	for (size_t i = 0; i < counts.size(); i++) {
		const struct tc_xcount *c = &s->counts[i];
		size_t left = counts[i]->get_total();
		for (auto it = counts[i]->values_begin();
		     it != counts[i]->values_end(); ++it) {
			std::string value = *it;
			left -= it.get_termfreq();
			for (size_t n = it.get_termfreq(); n; n--)
				c->each(c->ctx, tc_str(value.data(),
						       value.size()));
		}
		for (; left; left--)	/* those without a value */
			c->each(c->ctx, tc_str("", 0));
	}
}

static void add_spies(Xapian::Enquire &enquire, const struct tc_xdb *db,
		      const struct tc_xsearch *s, const size_t &turn)
{
	const size_t databases = db->shards.empty() ? 1 : db->shards.size();

	for (size_t i = 0; i < s->count_count; i++)
		enquire.add_matchspy((new ValueSpy(s->counts[i]))->release());
	if (s->match)
		enquire.add_matchspy(
			(new MatchCaller(*s, databases, turn))->release());
}

/* Those of the last hits alone.  The hits get the order that they have
 * where nothing comes along: those of the same weight by docid. */
static void keep_along(struct tc_xdb *db, uint32_t slot,
		       const Xapian::MSet &mset, struct tc_xresult *out)
{
	std::sort(out->hits, out->hits + out->n,
		  [](const tc_xhit &a, const tc_xhit &b) {
			  return a.weight != b.weight ? a.weight > b.weight :
							a.docid < b.docid;
		  });
	db->along.clear();
	db->along_slot = slot;
	for (auto it = mset.begin(); it != mset.end(); ++it)
		db->along.emplace(*it, it.get_sort_key());
}

static void put_result(const Xapian::MSet &mset, struct tc_arena *arena,
		       struct tc_xresult *out)
{
	out->n = mset.size();
	out->hits = (struct tc_xhit *)tc_arena_alloc(
		arena, out->n * sizeof *out->hits);
	size_t i = 0;
	for (auto it = mset.begin(); it != mset.end(); ++it, ++i) {
		out->hits[i].docid = *it;
		out->hits[i].weight = it.get_weight();
		out->hits[i].collapsed = it.get_collapse_count();
	}
	out->lower = mset.get_matches_lower_bound();
	out->estimate = mset.get_matches_estimated();
	out->upper = mset.get_matches_upper_bound();
}

static bool in_doubt(const struct tc_xdb *db, const struct tc_xquery *q)
{
	bool doubt = db->remote && !q->rows.empty();

	for (const auto &row : q->rows)
		doubt |= *row.cut;
	return doubt;
}

/* How matches are ranked, sorted and collapsed, and how long. */
static void set_order(Xapian::Enquire &enquire, const struct tc_xsearch *s,
		      bool along)
{
	enquire.set_weighting_scheme(
		Xapian::BM25Weight(s->k1, 0, 1, s->b, 0));
	if (s->sort_slot != TC_NO_SLOT)
		enquire.set_sort_by_value_then_relevance(s->sort_slot, true);
	if (along)
		enquire.set_sort_by_relevance_then_value(s->along - 1, true);
	if (s->collapse_slot != TC_NO_SLOT)
		enquire.set_collapse_key(s->collapse_slot);
	if (s->time_limit > 0)
		enquire.set_time_limit(s->time_limit);
}

int tc_xdb_search(struct tc_xdb *db, const struct tc_xsearch *s,
		  struct tc_arena *arena, struct tc_xresult *out,
		  struct tc_error *err) noexcept
{
	const int bad = guarded(err, [&] {
		Xapian::Enquire enquire(db->db);
		const RowDecider rows(s->query->rows);
		const bool last = !db->remote &&
				  tc_xquery_rows_are_last(s->query);
		const RowDecider *decider =
			last && !s->rows_later ? &rows : nullptr;
		const Xapian::Query &asked = db->remote || last ?
						     s->query->far :
						     s->query->query;
		size_t turn = 0;
		Turn turns(*db, turn, s->from);
		const bool several = !db->shards.empty() && !db->remote;
		enquire.set_query((several && s->match) || s->from ?
					  Xapian::Query(Xapian::Query::OP_FILTER,
							asked,
							Xapian::Query(&turns)) :
					  asked);
		const bool along = db->remote && s->along &&
				   s->sort_slot == TC_NO_SLOT;
		set_order(enquire, s, along);
		Counts counts;
		if (db->remote)
			add_counts(enquire, s, counts);
		else
			add_spies(enquire, db, s, turn);
		*out = tc_xresult();
		try {
			if (db->remote && s->match) {
				out->stopped = !tell_matches(
					enquire, s, db->db.get_doccount(),
					decider);
				tell_counts(s, counts);
				return 0;
			}
			const Xapian::MSet mset =
				enquire.get_mset(s->first, s->max,
						 s->check_at_least, nullptr,
						 decider);
			put_result(mset, arena, out);
			if (along)
				keep_along(db, s->along - 1, mset, out);
			tell_counts(s, counts);
		} catch (const Stopped &) {
			out->stopped = true;
		}
		out->fitting = rows.share();
		return 0;
	});
	out->doubt = in_doubt(db, s->query);
	return bad;
}

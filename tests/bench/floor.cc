/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The least that a program on Xapian does for a query: what tracuu is
 * measured against.  It is told the terms, so that it parses, folds and
 * decides nothing:
 *
 *	floor DATABASE [PART...]
 *
 *   +TERM      required, weighted       =TERM   a filter
 *   F~TERM     a bonus of factor F      |TERM   one of several filters
 *   TERM*      required, a prefix       #SLOT   its values are counted
 *   @SLOT      newest first by it       !       count every match
 *
 * Prints the matches, then the id of each of the first ten.
 */
#include <xapian.h>

#include <cstdlib>
#include <cstring>
#include <iostream>
#include <map>

/* Counts the values of a slot as they are packed: strings behind a byte with
 * their length. */
class Counter : public Xapian::MatchSpy {
	Xapian::valueno slot;

    public:
	std::map<std::string, unsigned> count;
	explicit Counter(Xapian::valueno s) : slot(s)
	{
	}
	void operator()(const Xapian::Document &doc, double) override
	{
		std::string v = doc.get_value(slot);
		for (size_t i = 0; i < v.size(); i += 1 + (unsigned char)v[i])
			count[v.substr(i + 1, (unsigned char)v[i])]++;
	}
};

static void join(Xapian::Query &q, Xapian::Query::op op,
		 const Xapian::Query &more)
{
	q = q.empty() ? more : Xapian::Query(op, q, more);
}

int main(int argc, char **argv)
{
	if (argc < 2)
		return 2;
	Xapian::Database db(argv[1]);
	Xapian::Enquire enquire(db);
	Xapian::Query words, bonus, filters, several;
	Counter *counter = nullptr;
	Xapian::doccount at_least = 0;

	for (int i = 2; i < argc; i++) {
		const char *part = argv[i], *factor = strchr(part, '~');
		size_t n = strlen(part);
		if (*part == '+')
			join(words, Xapian::Query::OP_AND,
			     Xapian::Query(part + 1));
		else if (*part == '=')
			join(filters, Xapian::Query::OP_AND,
			     Xapian::Query(part + 1));
		else if (*part == '|')
			join(several, Xapian::Query::OP_OR,
			     Xapian::Query(part + 1));
		else if (*part == '#')
			enquire.add_matchspy(counter =
					     new Counter(atoi(part + 1)));
		else if (*part == '@')
			enquire.set_sort_by_value_then_relevance(
				atoi(part + 1), true);
		else if (*part == '!')
			at_least = db.get_doccount();
		else if (factor)
			join(bonus, Xapian::Query::OP_OR,
			     Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT,
					   Xapian::Query(factor + 1),
					   atof(part)));
		else if (n && part[n - 1] == '*')
			join(words, Xapian::Query::OP_AND,
			     Xapian::Query(Xapian::Query::OP_WILDCARD,
					   std::string(part, n - 1), 200));
	}
	if (!several.empty())
		join(filters, Xapian::Query::OP_AND, several);
	if (words.empty())
		words = filters;
	else if (!filters.empty())
		words = Xapian::Query(Xapian::Query::OP_FILTER, words,
				      filters);
	if (!bonus.empty())
		words = Xapian::Query(Xapian::Query::OP_AND_MAYBE, words,
				      bonus);
	enquire.set_query(words);
	enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, .75, 0));
	Xapian::MSet hits = enquire.get_mset(0, 10, at_least);
	std::cout << hits.get_matches_estimated() << '\n';
	for (auto it = hits.begin(); it != hits.end(); ++it) {
		/* version, tag and length of the id, then the id */
		std::string data = it.get_document().get_data();
		std::cout << data.substr(3, 16) << '\n';
	}
	if (counter)
		for (auto &c : counter->count)
			std::cerr << c.second << ' ' << c.first << '\n';
	return 0;
}

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
 *   ?TERM      one of several, weighted
 *   TERM*      required, a bare prefix  #FACET  it is counted (counted.h)
 *   @SLOT      newest first by it       !N      count N matches at least
 *   %          the lengths of articles count for nothing
 *   "CODES     the row of words has these side by side: four hexadecimal
 *              digits each (wordrow.h)
 *
 * Prints the matches that were counted, then the id of each of the first ten, then the values.
 */
#include <xapian.h>

extern "C" {
#include "index/counted.h"
#include "index/schema.h"
}

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <map>
#include <vector>

#define PAGE 10

/* Counts the strings of some facets (counted.h). */
class Counter : public Xapian::MatchSpy {
	typedef unsigned char byte;

    public:
	bool asked[TC_FACET_COUNT] = {};
	std::map<std::string, unsigned> count[TC_FACET_COUNT];
	void operator()(const Xapian::Document &doc, double) override
	{
		std::string v = doc.get_value(TC_SLOT_COUNTED);
		for (size_t i = 0; i < v.size(); i += 2 + (byte)v[i + 1])
			if (asked[(byte)v[i]])
				count[(byte)v[i]][v.substr(i + 2,
							   (byte)v[i + 1])]++;
	}
};

struct Question {
	Xapian::Query words, some, bonus, filters, several;
	std::string row;
	Xapian::doccount at_least = 0;
	Counter counter;
	bool counted = false;
};

static void join(Xapian::Query &q, Xapian::Query::op op,
		 const Xapian::Query &more)
{
	q = q.empty() ? more : Xapian::Query(op, q, more);
}

/* Words with marks end in a capital, or are no syllables and have bytes that
 * are not ASCII; each has its bare form beside it. */
static bool is_marked(const std::string &term)
{
	for (unsigned char c : term)
		if (c & 0x80)
			return true;
	return isupper((unsigned char)term.back());
}

static Xapian::Query bare_words(const Xapian::Database &db,
				const std::string &prefix)
{
	std::vector<std::string> words;

	for (auto it = db.allterms_begin(prefix); it != db.allterms_end(prefix);
	     ++it)
		if (!is_marked(*it))
			words.push_back(*it);
	return Xapian::Query(Xapian::Query::OP_OR, words.begin(), words.end());
}

/* As it is stored: two bytes a word, the lower first. */
static std::string row_of(const char *codes)
{
	std::string row;
	unsigned code;

	for (; sscanf(codes, "%4x", &code) == 1; codes += 4) {
		row += (char)(code & 0xff);
		row += (char)(code >> 8);
	}
	return row;
}

static Xapian::BM25Weight weight(double b)
{
	return Xapian::BM25Weight(1.2, 0, 1, b, 0);
}

static void add_part(Question &q, const Xapian::Database &db,
		     Xapian::Enquire &enquire, const char *part)
{
	const char *factor = strchr(part, '~'), *rest = part + 1;
	size_t n = strlen(part);

	if (*part == '+') {
		join(q.words, Xapian::Query::OP_AND, Xapian::Query(rest));
	} else if (*part == '=') {
		join(q.filters, Xapian::Query::OP_AND, Xapian::Query(rest));
	} else if (*part == '|') {
		join(q.several, Xapian::Query::OP_OR, Xapian::Query(rest));
	} else if (*part == '?') {
		join(q.some, Xapian::Query::OP_OR, Xapian::Query(rest));
	} else if (*part == '#') {
		q.counter.asked[atoi(rest) % TC_FACET_COUNT] = true;
		if (!q.counted)
			enquire.add_matchspy(&q.counter);
		q.counted = true;
	} else if (*part == '@') {
		enquire.set_sort_by_value_then_relevance(atoi(rest), true);
	} else if (*part == '%') {
		enquire.set_weighting_scheme(weight(0));
	} else if (*part == '!') {
		q.at_least = atoi(rest);
	} else if (*part == '"') {
		q.row = row_of(rest);
	} else if (factor) {
		join(q.bonus, Xapian::Query::OP_OR,
		     Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT,
				   Xapian::Query(factor + 1), atof(part)));
	} else if (n && part[n - 1] == '*') {
		join(q.words, Xapian::Query::OP_AND,
		     bare_words(db, std::string(part, n - 1)));
	}
}

static Xapian::Query whole(const Question &q)
{
	Xapian::Query words = q.words, filters = q.filters;

	if (!q.some.empty())
		join(words, Xapian::Query::OP_AND, q.some);
	if (!q.several.empty())
		join(filters, Xapian::Query::OP_AND, q.several);
	if (words.empty())
		words = filters;
	else if (!filters.empty())
		words = Xapian::Query(Xapian::Query::OP_FILTER, words,
				      filters);
	if (!q.bonus.empty())
		words = Xapian::Query(Xapian::Query::OP_AND_MAYBE, words,
				      q.bonus);
	return words;
}

static void print_id(const Xapian::Document &doc)
{
	std::cout << doc.get_value(TC_SLOT_ID) << '\n';
}

static bool has(const std::string &row, const std::string &words)
{
	size_t at = row.find(words);

	while (at != std::string::npos && at % 2)
		at = row.find(words, at + 1);
	return at != std::string::npos;
}

/* Articles in the order of rank, looked at until a page of them has it. */
static void answer_row(Xapian::Enquire &enquire, const Question &q)
{
	int found = 0;

	for (Xapian::doccount at = 0; found < PAGE; at += PAGE) {
		Xapian::MSet hits = enquire.get_mset(at, PAGE, q.at_least);
		if (!at)
			std::cout << hits.get_matches_lower_bound() << '\n';
		for (auto it = hits.begin(); it != hits.end(); ++it) {
			Xapian::Document doc = it.get_document();
			if (!has(doc.get_value(TC_SLOT_WORDS), q.row))
				continue;
			if (found++ < PAGE)
				print_id(doc);
		}
		if (hits.size() < PAGE)
			break;
	}
}

static void answer(Xapian::Enquire &enquire, const Question &q)
{
	Xapian::MSet hits = enquire.get_mset(0, PAGE, q.at_least);

	std::cout << hits.get_matches_lower_bound() << '\n';
	for (auto it = hits.begin(); it != hits.end(); ++it)
		print_id(it.get_document());
	for (const auto &count : q.counter.count)
		for (const auto &c : count)
			std::cout << c.second << ' ' << c.first << '\n';
}

int main(int argc, char **argv)
{
	if (argc < 2)
		return 2;
	Xapian::Database db(argv[1]);
	Xapian::Enquire enquire(db);
	Question q;

	enquire.set_weighting_scheme(weight(.75));
	for (int i = 2; i < argc; i++)
		add_part(q, db, enquire, argv[i]);
	enquire.set_query(whole(q));
	if (!q.row.empty())
		answer_row(enquire, q);
	else
		answer(enquire, q);
	return 0;
}

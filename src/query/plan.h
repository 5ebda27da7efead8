/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From the tree to what Xapian is asked.
 *
 *   strict   all words, phrases and filters; ranked by the words, by words
 *            of the title, and at a second look by pairs of neighbours
 *   relaxed  some of the words that stand side by side at the top; phrases,
 *            strict words and filters as before
 *   filters  nothing but filters: newest first
 */
#ifndef TC_QUERY_PLAN_H
#define TC_QUERY_PLAN_H

#include "index/schema.h"
#include "index/xap.h"
#include "query/query.h"
#include "query/word.h"
#include "text/wordrow.h"

/* A term of the query by itself, for explain. */
struct tc_plan_part {
	struct tc_str text;
	const char *what;	/* static: "word", "synonym", "title",
				   "other" */
	struct tc_xquery *query;
};

/* Two neighbours of the query, for the second look (rerank.h). */
struct tc_plan_pair {
	struct tc_wordcode left;
	struct tc_wordcode *right;	/* any of them */
	size_t right_count;
	uint32_t most;		/* articles that can have it */
	double weight;
	struct tc_str text;
};

/* A part beside an OR, and what it was looked up as. */
struct tc_plan_settled {
	const struct tc_node *node;
	struct tc_xquery *query;
};

struct tc_plan {
	struct tc_xquery *strict;
	struct tc_xquery *relaxed;	/* NULL when nothing can be relaxed */
	/* So many words that may be relaxed that hardly anyone means each of
	 * them; what follows from it: tc_answer_is_question(). */
	bool question;
	bool filters_only;
	/* BM25's b.  How often an article cites a number says how far it is
	 * about it, whatever its length; 0 there, which saves a look at the
	 * length of each match: 4.2 ms became 3.1 for a number that half of
	 * 100,000 articles cite. */
	double b;
	bool verify;			/* has phrases: tc_match() decides */
	bool sure;			/* ... but the index tells as well, where
					   it is not in doubt (xap.h) */
	struct tc_plan_word *words;
	size_t word_count;
	struct tc_plan_pair *pairs;
	size_t pair_count;
	/* phrases, document numbers and synonyms, to highlight */
	const struct tc_node **marks;
	size_t mark_count;
	bool synonyms;			/* some of them are */
	bool keystroke;			/* the words are decoded keystrokes */
	struct tc_plan_part *parts;	/* only when asked for */
	size_t part_count;
	struct tc_plan_settled *settled;
	size_t settled_count;
	struct tc_str *notes;		/* what was read otherwise than typed */
	size_t note_count;
};

struct tc_rank;

struct tc_plan_options {
	const struct tc_rank *rank;	/* NULL: tc_rank_default */
	bool keystroke;			/* the query is one decoded */
	bool parts;			/* keep each term by itself */
	struct tc_date from, to;	/* of publication; zero where open */
	bool undated;			/* only articles without a date */
};

/* `root` may be NULL: filters alone, or everything. */
int tc_plan_make(const struct tc_node *root, const struct tc_plan_options *o,
		 struct tc_xdb *db, struct tc_arena *arena,
		 struct tc_plan *out, struct tc_error *err);
void tc_plan_release(struct tc_plan *p);

/* A part of the tree as a condition, its words as typed. */
struct tc_xquery *tc_plan_filter(const struct tc_node *n);
/* The same in the readings that the plan settled on. */
struct tc_xquery *tc_plan_query_of(const struct tc_plan *plan,
				   const struct tc_node *n);
/* No more articles match than have its rarest word; UINT32_MAX: it has none. */
uint32_t tc_plan_most(const struct tc_plan *plan);
/* Whether it only narrows, and ranks nothing. */
bool tc_plan_is_filter(const struct tc_node *n);

/* A range of dates as its years, quarters, months and days. */
struct tc_xquery *tc_plan_dates(struct tc_date from, struct tc_date to,
				bool event);

#endif

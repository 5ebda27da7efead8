/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A search: plan, ask, verify, read.  The answer is of one revision of the
 * archive; when a writer has overwritten it meanwhile, the search is made
 * again on the newest one, a few times.
 */
#ifndef TC_QUERY_SEARCH_H
#define TC_QUERY_SEARCH_H

#include "index/archives.h"
#include "index/counted.h"
#include "index/record.h"
#include "query/plan.h"
#include "query/query.h"
#include "query/snippet.h"

/* Articles that are read to verify a phrase; past it the total is an
 * estimate. */
#define TC_VERIFY_MAX 1000
/* Articles that are enough for that once the page is full: rows of words
 * (wordrow.h) let one in a thousand pass that has no such phrase. */
#define TC_VERIFY_ENOUGH 30

/* Matches that are counted one by one for a total; past it the total says that
 * there may be more, since Xapian need not meet what cannot reach the page:
 * 20 ms became 9 for four common words in 100,000 articles.  (Its own estimate
 * was 10,000 where there were 37,410.) */
#define TC_EXACT_MAX 1000u

#define TC_LIMIT_DEFAULT 10
#define TC_LIMIT_MAX 10000
#define TC_LIMIT_NONE UINT32_MAX	/* for a walk: all of them */

/* Counters of a caller, beside those of facets. */
#define TC_COUNTERS_MAX 8

enum tc_match_mode {
	TC_MATCH_AUTO,	/* all words; when they fill no page, some follow */
	TC_MATCH_ALL,
	TC_MATCH_ANY
};
enum tc_sort { TC_SORT_RELEVANCE, TC_SORT_DATE };

const char *tc_facet_name(enum tc_facet f);

struct tc_search_options {
	const char *names;	/* file of named queries (names.h), or NULL */
	struct tc_plan_options plan;
	enum tc_match_mode match;
	enum tc_sort sort;
	uint32_t offset, limit;
	int as_of;		/* year of the units asked for; 0: any */
	uint32_t facets;	/* bits: 1 << enum tc_facet */
	bool facets_about;	/* they may be estimates (tally.h) */
	/* They see every article that has all that was asked for; `recount`
	 * (may be NULL) before the first, also when a search starts again. */
	const struct tc_xcount *counts;
	size_t count_count;
	void (*recount)(void *ctx);
	void *recount_ctx;
	bool everything;	/* an empty query without a filter: all */
	uint32_t expansion;	/* words that a prefix may stand for; 0: as
				   many as usual */
	int64_t deadline;	/* CLOCK_MONOTONIC, ns; 0: none */
	size_t snippet_columns;	/* 0: no snippets */
	bool ids_only;		/* of a record, its id is enough */
	bool no_collapse;	/* every copy of a story (copies.h) */
};

struct tc_hit {
	uint32_t rank;		/* from 1 */
	uint32_t docid;		/* on a page */
	double score;
	bool relaxed;		/* has only some of the words */
	uint32_t copies;	/* other articles of its story */
	enum tc_reading reading;
	struct tc_str archive;	/* where it is from; empty: only one is open */
	struct tc_record record;	/* on a page: of the text, the title */
	struct tc_snippet snippet;
};

struct tc_facet_value {
	struct tc_str value;
	uint32_t count;
};
struct tc_facet_list {
	struct tc_facet_value *v;	/* most frequent first */
	size_t n;
	bool damaged;			/* what was counted */
};

/* How many articles match. */
struct tc_matching {
	uint32_t total;
	bool exact;		/* else an estimate */
};

/* A part of a query that found nothing. */
struct tc_clause {
	struct tc_str text;
	struct tc_matching alone;	/* it by itself */
	struct tc_matching without;	/* all the other parts */
	bool filter;		/* it only narrows */
	uint32_t tried;		/* readings: bits, 1 << enum tc_reading */
};
#define TC_CLAUSES_MAX 32

struct tc_answer {
	struct tc_hit *hits;
	size_t n;
	uint32_t total;
	bool exact;		/* of the total */
	bool at_least;		/* where it is not: no estimate, there
				   may be more */
	bool more;		/* not all was read: behind a full page may
				   stand others, whatever the total says */
	bool relaxed;		/* hits with some of the words follow */
	bool partial;		/* the time was up before all was seen, or */
	const struct tc_lost *lost;	/* shards did not answer */
	size_t lost_count;
	const struct tc_node *root;	/* the query that it answers */
	struct tc_plan plan;	/* released with the answer */
	struct tc_facet_list facets[TC_FACET_COUNT];
	uint32_t facets_asked;	/* which: bits, 1 << enum tc_facet */
	bool facets_about;	/* their counts are estimates */
	struct tc_str suggestion;	/* a better query, or empty */
	struct tc_clause *clauses;	/* only when nothing was found */
	size_t clause_count;
	struct tc_str understood;
	struct tc_str generation;
};

/* Everything of the answer lives in the arena but the plan. */
int tc_search(struct tc_archive *archive, const struct tc_node *root,
	      const struct tc_search_options *o, struct tc_arena *arena,
	      struct tc_answer *out, struct tc_error *err);
void tc_answer_release(struct tc_answer *a);

/* Whether its articles come by rank, those with some of the words among those
 * with all of them: a question (plan.h) of which fewer than a usual page have
 * all, whatever page is asked for.  Not newest first: there what has one word
 * of many would come before all. */
bool tc_answer_is_question(const struct tc_answer *a,
			   const struct tc_search_options *o);

/* The article of an id or of the start of one (eight digits at least).
 * TC_E_NOT_FOUND when there is none or more than one. */
int tc_search_id(struct tc_archive *archive, struct tc_str id,
		 struct tc_arena *arena, struct tc_record *out,
		 struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How many articles there are over time, for one question or for several
 * beside each other:
 *
 *   buckets   2023-06 [3 1]  2023-09 [0 2]      by period, none empty
 *   coarser   2023    [1 0]                     no finer than a year
 *   undated           [2 0]
 *
 * The sum of a column is the total of its question.
 */
#ifndef TC_QUERY_TIMELINE_H
#define TC_QUERY_TIMELINE_H

#include "query/ask.h"
#include "query/output.h"
#include "query/period.h"

#define TC_SERIES_MAX 6

struct tc_bucket {
	struct tc_date from;
	uint32_t count[TC_SERIES_MAX];
};
struct tc_buckets {
	struct tc_bucket *v;	/* in order of time */
	size_t n, cap;
};

struct tc_timeline {
	enum tc_period by;
	size_t series;
	struct tc_str query[TC_SERIES_MAX];	/* as typed */
	struct tc_answer answer[TC_SERIES_MAX];	/* without hits */
	struct tc_buckets buckets, coarser;
	uint32_t undated[TC_SERIES_MAX];
};

/* Answers all questions from one state of the archive.  Everything lives in
 * the arena but the plans: release it. */
int tc_timeline_make(struct tc_archive *archive, const struct tc_str *queries,
		     size_t n, enum tc_period by,
		     const struct tc_search_options *o, struct tc_arena *arena,
		     struct tc_timeline *out, struct tc_error *err);
void tc_timeline_release(struct tc_timeline *t);

/* Whether any of the answers is: the time was up, or shards did not answer. */
bool tc_timeline_partial(const struct tc_timeline *t);

/* One question; `compare` names the questions and has a count for each. */
void tc_timeline_text(const struct tc_output *o, const struct tc_timeline *t);
void tc_timeline_csv(const struct tc_output *o, const struct tc_timeline *t,
		     char between);
void tc_timeline_json(const struct tc_output *o, const struct tc_timeline *t,
		      bool compare);
void tc_timeline_svg(const struct tc_output *o, const struct tc_timeline *t);

#endif

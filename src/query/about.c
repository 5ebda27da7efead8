/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/about.h"

#include "base/mem.h"

/* Stretches, and matches that each is meant to have: some forty say how many of
 * all fit within a fifth, mostly; where few of these do, ten times as many are
 * looked at.  And as many as are looked at in the end. */
#define STRETCHES 8
#define OF_EACH 5
#define FEW 8
#define OF_EACH_THEN 50
#define MOST 800

uint32_t tc_about_round(double v)
{
	double unit = 1;

	while (v / unit >= 100)
		unit *= 10;
	return (uint32_t)((uint64_t)(v / unit + .5) * (uint64_t)unit);
}

static struct tc_xsearch search_of(const struct tc_xquery *q, uint32_t max)
{
	return (struct tc_xsearch){ .query = q, .rows_later = true,
				    .max = max, .sort_slot = TC_NO_SLOT,
				    .collapse_slot = TC_NO_SLOT };
}

/* The stretches, where so many of the documents match. */
static struct tc_xshare stretches(uint32_t documents, uint32_t matches,
				  unsigned of_each)
{
	const uint32_t period = documents / STRETCHES + 1, from = period / 2;
	const uint64_t wide = (uint64_t)of_each * documents / matches + 1;

	return (struct tc_xshare){
		.period = period, .first = from,
		.end = wide < period - from ? from + (uint32_t)wide : period,
	};
}

/* Of the matches in the stretches those that fit.  Without weights Xapian
 * stops behind the last that is asked for. */
static int look(const struct tc_about *a, const struct tc_xshare *share,
		uint32_t *fit, uint32_t *all, struct tc_error *err)
{
	struct tc_xquery *some = tc_xquery_join(
		TC_X_FILTER, tc_xquery_scale(0, tc_xquery_copy(a->query)),
		tc_xquery_share(share));
	const struct tc_xsearch x = search_of(some, MOST);
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_xresult r;
	int yes = tc_xdb_search(a->db, &x, &arena, &r, err);

	*fit = 0;
	*all = yes < 0 ? 0 : (uint32_t)r.n;
	for (size_t i = 0; i < *all && yes >= 0; i++) {
		yes = a->fits(a->ctx, r.hits[i].docid);
		*fit += yes > 0;
	}
	tc_xquery_free(some);
	return yes < 0 ? -1 : 0;
}

static int look_into(const struct tc_about *a, uint32_t matches,
		     unsigned of_each, uint32_t *fit, uint32_t *count,
		     struct tc_error *err)
{
	const struct tc_xshare share = stretches(a->documents, matches,
						 of_each);
	uint32_t seen;

	if (look(a, &share, fit, &seen, err) != 0)
		return -1;
	const uint32_t wide = STRETCHES * (share.end - share.first);
	/* by the documents that were passed; Xapian takes words for strangers
	 * to each other, so that its estimate of a phrase's is too low */
	if (seen && seen < MOST && tc_xdb_shards(a->db) == 1)
		*count = tc_about_round((double)a->documents * *fit / wide);
	else if (seen)
		*count = tc_about_round((double)matches * *fit / seen);
	return 0;
}

int tc_about_count(const struct tc_about *a, uint32_t *count,
		   struct tc_error *err)
{
	const struct tc_xsearch words = search_of(a->query, 0);
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_xresult r;
	uint32_t fit;

	if (tc_xdb_search(a->db, &words, &arena, &r, err) != 0)
		return -1;
	if (!r.estimate)
		return 0;
	if (look_into(a, r.estimate, OF_EACH, &fit, count, err) != 0)
		return -1;
	return fit >= FEW ? 0 :
	       look_into(a, r.estimate, OF_EACH_THEN, &fit, count, err);
}

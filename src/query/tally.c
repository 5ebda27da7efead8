/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/tally.h"

#include "query/pick.h"

/* Matches between two looks at the clock. */
#define CLOCK_EVERY 256

/* Times that shares go round the archive.  Each gap costs a look into the
 * postings and values anew; longer runs are less of a mixture.  Not a number
 * by which a window of articles in order of date (build.h) is a whole number
 * of rounds: in each of them the same dates would be met.  In 100,000 articles,
 * six queries, the counts of years were .12 off of all with 70, .17 with 64, .25
 * with 80; .12 with 112, which cost a twentieth more. */
#define ROUNDS 70

/* Docids side by side in a share. */
static uint32_t run_length(const struct tc_tally *t)
{
	return t->documents / (TC_TALLY_SHARES * ROUNDS) + 1;
}

static bool see(void *ctx, uint32_t docid, double weight, struct tc_str value)
{
	struct tc_tally *t = ctx;

	(void)docid, (void)weight, (void)value;
	return ++t->matches % CLOCK_EVERY || !tc_deadline_over(t->deadline);
}

/* Of the matches those in a share, or all where it is NULL.  They are weighed,
 * if without their lengths: of a term that all articles have, and that need not
 * be weighed, Xapian 1.4 reads the list of all lengths under the term's name,
 * and where some were deleted takes its second block for damage. */
static int count_matches(struct tc_tally *t, const struct tc_xshare *share,
			 struct tc_error *err)
{
	TC_SCOPED_ARENA scratch = { 0 };
	struct tc_xresult result;
	struct tc_xquery *q = tc_xquery_copy(t->query);

	if (share)
		q = tc_xquery_join(TC_X_FILTER, q, tc_xquery_share(share));
	const struct tc_xsearch s = { .query = q,
				      .check_at_least = t->documents,
				      .sort_slot = TC_NO_SLOT,
				      .collapse_slot = TC_NO_SLOT,
				      .k1 = 1,
				      .counts = t->counts,
				      .count_count = t->count_count,
				      .match = see, .match_ctx = t,
				      .match_slot = TC_NO_SLOT };
	int bad = tc_xdb_search(t->db, &s, &scratch, &result, err);
	tc_xquery_free(q);
	if (bad)
		return -1;
	t->stopped = result.stopped;
	return 0;
}

static int count_shares(struct tc_tally *t, uint32_t first, uint32_t end,
			struct tc_error *err)
{
	const struct tc_xshare share = { run_length(t), TC_TALLY_SHARES, first,
					 end };
	const bool part = end - first < TC_TALLY_SHARES;

	t->shares = end;
	return count_matches(t, part ? &share : NULL, err);
}

/* Those that were met, and those behind the last of them: of runs of so many
 * docids all but the first. */
static int count_from_met(struct tc_tally *t, struct tc_error *err)
{
	const struct tc_tally_met *m = t->met;
	const struct tc_xshare behind = { m->docids[m->n - 1], UINT32_MAX, 1,
					  UINT32_MAX };

	for (size_t i = 0; i < t->count_count; i++)
		if (tc_xdb_values_of(t->db, &t->counts[i], m->docids, m->n,
				     err) != 0)
			return -1;
	t->matches = m->n;
	t->shares = TC_TALLY_SHARES;
	if (t->sure && t->expected == m->n)
		return 0;
	return count_matches(t, &behind, err);
}

/* Shares that hold `wanted` of so many matches. */
static uint32_t shares_for(uint64_t matches, uint32_t wanted)
{
	uint64_t n = matches ? wanted * (uint64_t)TC_TALLY_SHARES / matches :
			       TC_TALLY_SHARES;

	return n + 1 < TC_TALLY_SHARES ? (uint32_t)n + 1 : TC_TALLY_SHARES;
}

static bool has_met(const struct tc_tally *t)
{
	return t->met && t->met->n && !t->met->astray;
}

/* How many there will be, by how dense those stand that were met. */
static void expect(struct tc_tally *t)
{
	const struct tc_tally_met *m = t->met;

	if (!t->sure && has_met(t))
		t->expected = (uint32_t)((uint64_t)m->n * t->documents /
					 m->docids[m->n - 1]);
}

/* A guess may be much too low. */
static uint32_t first_shares(const struct tc_tally *t)
{
	const bool good = t->sure || has_met(t);
	const uint32_t least = good ? 0 : 2 * TC_TALLY_EXACT;

	if (good && t->expected <= TC_TALLY_EXACT)
		return TC_TALLY_SHARES;
	return shares_for(t->expected > least ? t->expected : least,
			  TC_TALLY_WANTED);
}

/* How many to count in all, by what was found in the first. */
static uint32_t shares_wanted(const struct tc_tally *t)
{
	uint32_t all = tc_tally_whole(t, t->matches);

	if (t->stopped)
		return t->shares;
	if (all <= TC_TALLY_EXACT)
		return TC_TALLY_SHARES;
	if (t->matches >= TC_TALLY_ENOUGH)
		return t->shares;
	return shares_for(all, TC_TALLY_WANTED);
}

int tc_tally_run(struct tc_tally *t, struct tc_error *err)
{
	t->shares = t->matches = 0;
	t->stopped = false;
	expect(t);
	const uint32_t first = first_shares(t);
	if (first == TC_TALLY_SHARES && has_met(t))
		return count_from_met(t, err);
	if (count_shares(t, 0, first, err) != 0)
		return -1;
	uint32_t wanted = shares_wanted(t);
	if (wanted <= t->shares)
		return 0;
	return count_shares(t, t->shares, wanted, err);
}

uint32_t tc_tally_whole(const struct tc_tally *t, uint32_t count)
{
	uint64_t n = (uint64_t)count * TC_TALLY_SHARES + t->shares / 2;

	return t->shares ? (uint32_t)(n / t->shares) : count;
}

static void scale(const struct tc_tally *t, struct tc_facet_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		list->v[i].count = tc_tally_whole(t, list->v[i].count);
}

int tc_tally_answer(struct tc_tally *t, struct tc_answer *out,
		    struct tc_error *err)
{
	t->sure = out->exact;
	if (t->sure)
		t->expected = out->total;
	if (tc_tally_run(t, err) != 0)
		return -1;
	out->partial |= t->stopped;
	out->facets_about = t->shares < TC_TALLY_SHARES;
	if (!out->facets_about && !out->partial) {
		out->total = t->matches;
		out->exact = true;
	}
	for (int f = 0; f < TC_FACET_COUNT; f++)
		scale(t, &out->facets[f]);
	return 0;
}

bool tc_tally_meet(void *ctx, uint32_t docid, double weight,
		   struct tc_str value)
{
	struct tc_tally_met *m = ctx;

	(void)weight, (void)value;
	if (m->n == TC_EXACT_MAX)
		return true;
	m->astray |= m->n && m->docids[m->n - 1] >= docid;
	m->docids[m->n++] = docid;
	return true;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/tally.h"

#include "query/pick.h"

/* Matches between two looks at the clock. */
#define CLOCK_EVERY 256

/* Times that shares go round the archive.  Each gap costs a look into the
 * postings and values anew; longer runs are less of a mixture. */
#define ROUNDS 70
/* Docids of a round at most. */
#define ROUND_MAX 2500
#define WINDOW 32000

/* Docids of one round.  Fresh articles stand in windows of so many (build.h),
 * each newest first: a round is no whole part of a window, but leaves a part of
 * itself over by the golden section, so that each window is met at other dates
 * than those before it. */
static uint32_t round_length(const struct tc_tally *t)
{
	uint32_t length = t->documents / ROUNDS;

	if (length < TC_TALLY_SHARES)
		return TC_TALLY_SHARES;
	if (length > ROUND_MAX)
		length = ROUND_MAX;
	return t->documents <= WINDOW ? length :
		       (uint32_t)(WINDOW / (WINDOW / length + .382));
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
	const uint64_t length = round_length(t);
	const struct tc_xshare share = {
		.period = (uint32_t)length,
		.first = (uint32_t)(length * first / TC_TALLY_SHARES),
		.end = (uint32_t)(length * end / TC_TALLY_SHARES),
	};
	const bool part = end - first < TC_TALLY_SHARES;

	t->shares = end;
	return count_matches(t, part ? &share : NULL, err);
}

/* Those that were met, and those behind the last of them. */
static int count_from_met(struct tc_tally *t, struct tc_error *err)
{
	const struct tc_tally_met *m = t->met;
	const struct tc_xshare behind = { .period = UINT32_MAX,
					  .first = m->docids[m->n - 1],
					  .end = UINT32_MAX };

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

struct tc_tally_met *tc_tally_met_new(struct tc_arena *arena, uint32_t matches)
{
	const uint32_t cap = matches < TC_TALLY_EXACT ? matches :
							TC_TALLY_EXACT;
	struct tc_tally_met *m = tc_arena_alloc(
		arena, sizeof *m + cap * sizeof *m->docids);

	m->cap = cap;
	return m;
}

bool tc_tally_meet(void *ctx, uint32_t docid, double weight,
		   struct tc_str value)
{
	struct tc_tally_met *m = ctx;

	(void)weight, (void)value;
	if (m->n == m->cap)
		return true;
	m->astray |= m->n && m->docids[m->n - 1] >= docid;
	m->docids[m->n++] = docid;
	return true;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/tally.h"

#include "query/pick.h"

/* Matches between two looks at the clock. */
#define CLOCK_EVERY 256

/* Docids side by side in a share.  Each gap between them costs a look into
 * the postings and the values anew; longer runs would be less of a mixture. */
#define RUN 32

static bool see(void *ctx, uint32_t docid, double weight, struct tc_str value)
{
	struct tc_tally *t = ctx;

	(void)docid, (void)weight, (void)value;
	return ++t->matches % CLOCK_EVERY || !tc_deadline_over(t->deadline);
}

static int count_shares(struct tc_tally *t, uint32_t first, uint32_t end,
			struct tc_error *err)
{
	const struct tc_xshare share = { RUN, TC_TALLY_SHARES, first, end };
	TC_SCOPED_ARENA scratch = { 0 };
	struct tc_xresult result;
	struct tc_xquery *q =
		tc_xquery_scale(0, tc_xquery_copy(t->query));

	if (end - first < TC_TALLY_SHARES)
		q = tc_xquery_join(TC_X_FILTER, q, tc_xquery_share(&share));
	const struct tc_xsearch s = { .query = q,
				      .check_at_least = t->documents,
				      .sort_slot = TC_NO_SLOT,
				      .collapse_slot = TC_NO_SLOT,
				      .counts = t->counts,
				      .count_count = t->count_count,
				      .match = see, .match_ctx = t,
				      .match_slot = TC_NO_SLOT };
	int bad = tc_xdb_search(t->db, &s, &scratch, &result, err);
	tc_xquery_free(q);
	if (bad)
		return -1;
	t->stopped = result.stopped;
	t->shares = end;
	return 0;
}

/* How many shares in all, by the matches in the first. */
static uint32_t shares_wanted(uint32_t matches)
{
	uint64_t all = (uint64_t)matches * TC_TALLY_SHARES;

	if (all <= TC_TALLY_EXACT)
		return TC_TALLY_SHARES;
	return (TC_TALLY_ENOUGH + matches - 1) / matches;
}

int tc_tally_run(struct tc_tally *t, struct tc_error *err)
{
	t->shares = t->matches = 0;
	t->stopped = false;
	if (t->documents <= TC_TALLY_EXACT)
		return count_shares(t, 0, TC_TALLY_SHARES, err);
	if (count_shares(t, 0, 1, err) != 0)
		return -1;
	uint32_t wanted = shares_wanted(t->matches);
	if (t->stopped || wanted <= 1)
		return 0;
	return count_shares(t, 1, wanted, err);
}

uint32_t tc_tally_whole(const struct tc_tally *t, uint32_t count)
{
	uint64_t n = (uint64_t)count * TC_TALLY_SHARES + t->shares / 2;

	return t->shares ? (uint32_t)(n / t->shares) : count;
}

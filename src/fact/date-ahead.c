/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What is still to come: the words by which a sentence tells of a day ahead,
 * and those by which it tells of what is done.
 */
#include "config.h"

#include "fact/date-context.h"

#include "fact/date.h"
#include "fact/date-ahead-rows.h"
#include "fact/date-cue.h"

/* Words behind a date in which "đã" tells that it is past. */
#define DONE_TOKENS 10

#define CLOCK_TOKENS 4	/* "8 giờ 30 phút" */
#define BEFORE_TOKENS 16
#define BEHIND_TOKENS 16
#define SUBJECT_TOKENS 32	/* "các xã A, B, C và D" */

bool tc_date_ends_before(const struct tc_scan *s, size_t i)
{
	const enum tc_gap gap = tc_scan_gap(s, i);

	if (gap != TC_GAP_HARD && gap != TC_GAP_DOT)
		return false;
	const struct tc_token *const t = &s->tokens.v[i];
	const uint32_t from = tc_token_end(&t[-1]);
	const struct tc_str between = tc_str(s->text.p + from, t->off - from);
	for (size_t k = 0; k < between.n; k++)
		if (strchr("\n!?;", between.p[k]) ||
		    (between.p[k] == '.' && k + 1 < between.n))
			return true;
	return false;
}

/* The days of the row that token k, so many words from the date, is. */
static int days_of(const struct tc_scan *s, size_t k, size_t tokens,
		   const struct ahead *rows, size_t n)
{
	const struct tc_token *const t = &s->tokens.v[k];

	if (TC_LIKELY(!(tc_scan_flags(s, k) & TC_WORD_AHEAD)))
		return 0;
	for (size_t r = 0; r < n; r++)
		if (tokens <= rows[r].tokens &&
		    tc_date_spells(t, rows[r].exact, rows[r].bare) &&
		    (!*rows[r].before ||
		     (k && tc_str_is(t[-1].bare, rows[r].before))))
			return rows[r].days;
	return 0;
}

static int days_before(const struct tc_scan *s, size_t i)
{
	const size_t n = sizeof ahead_before / sizeof *ahead_before;
	int most = 0;

	for (size_t k = i; k && i - k < BEFORE_TOKENS && most < PLAN_DAYS &&
			   !tc_date_ends_before(s, k); k--) {
		const int days = days_of(s, k - 1, i - k + 1, ahead_before, n);
		if (days > most)
			most = days;
	}
	return most;
}

static int days_behind(const struct tc_scan *s, size_t after)
{
	const size_t n = sizeof ahead_behind / sizeof *ahead_behind;

	for (size_t k = after; k < s->tokens.n && k - after < BEHIND_TOKENS &&
			       !tc_date_ends_before(s, k); k++) {
		const int days = days_of(s, k, k - after + 1, ahead_behind, n);
		if (days)
			return days;
	}
	return 0;
}

bool tc_date_is_done(const struct tc_scan *s, const struct tc_date_mention *d)
{
	const size_t after = tc_scan_token_at(s, d->end);

	for (size_t k = after; k < s->tokens.n && k - after < DONE_TOKENS &&
			       !tc_date_ends_before(s, k); k++)
		if (tc_date_spells(&s->tokens.v[k], "đã", "da"))
			return true;
	return false;
}

/* "tháng 10 tới đây", "tháng 10 đến." */
static bool is_coming(const struct tc_scan *s, size_t after)
{
	if (after >= s->tokens.n ||
	    tc_scan_gap(s, after) != TC_GAP_BLANK ||
	    !(tc_str_is(s->tokens.v[after].exact, "tới") ||
	      tc_str_is(s->tokens.v[after].exact, "đến")))
		return false;
	return after + 1 == s->tokens.n ||
	       tc_str_is(s->tokens.v[after + 1].exact, "đây") ||
	       tc_date_ends_before(s, after + 1);
}

/* "Trong quý 2/2017, tỉnh sẽ công nhận thêm": what is done is told of a day,
 * and so is what somebody says that he will do. */
static bool is_to_be_done(const struct tc_scan *s, size_t after)
{
	for (size_t k = after; k < s->tokens.n && k - after < SUBJECT_TOKENS &&
			       !tc_date_ends_before(s, k); k++) {
		if (tc_date_spells(&s->tokens.v[k], "sẽ", "se"))
			return true;
		if (tc_date_spells(&s->tokens.v[k], "đã", "da") ||
		    tc_scan_says(s, k, TC_SAYS_NAM) ||
		    tc_scan_says(s, k, TC_SAYS_THANG) ||
		    tc_scan_says(s, k, TC_SAYS_NGAY))
			return false;
	}
	return false;
}

bool tc_date_is_plan(const struct tc_scan *s, const struct tc_date_mention *d)
{
	const size_t i = tc_scan_token_at(s, d->start);
	const size_t after = tc_scan_token_from(s, i, d->end);

	return days_before(s, i) == PLAN_DAYS || is_coming(s, after) ||
	       (!d->from.day && is_to_be_done(s, after));
}

/* "giờ", "07h00"; in front of a unit, `inside`, the figures that it counts. */
static bool is_of_clock(const struct tc_token *t, bool inside)
{
	if (tc_date_spells(t, "giờ", "gio") || tc_date_spells(t, "phút", "phut"))
		return true;
	return *t->bare.p >= '0' && *t->bare.p <= '9' &&
	       (inside || memchr(t->bare.p, 'h', t->bare.n));
}

/* Before "0 giờ", "07h00'", "8 giờ 30 phút", when such stands before token i,
 * else i. */
static size_t before_clock(const struct tc_scan *s, size_t i)
{
	size_t k = i;

	while (k && i - k < CLOCK_TOKENS && !tc_date_ends_before(s, k) &&
	       is_of_clock(&s->tokens.v[k - 1], k < i))
		k--;
	return k;
}

int tc_date_days_ahead(const struct tc_scan *s,
		       const struct tc_date_mention *d)
{
	const size_t i = tc_scan_token_at(s, d->start);
	const size_t clock = before_clock(s, i);
	int said = days_before(s, clock);
	/* the hour of what has not been is a plan's */
	if (clock < i && said < FROM_DAYS)
		said = FROM_DAYS;
	const bool until = tc_date_cue(s, i) == TC_CUE_UNTIL;

	if (said >= BEGIN_DAYS)
		return said;
	if ((said || until) && !tc_date_is_done(s, d))
		return until ? PLAN_DAYS : said;
	return days_behind(s, tc_scan_token_from(s, i, d->end));
}

bool tc_date_is_promised(const struct tc_scan *s,
			 const struct tc_date_mention *d)
{
	return tc_date_days_ahead(s, d) >= PLAN_DAYS;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Roles and contradictions, once the day of publication is known.
 */
#include "config.h"

#include "fact/published-part.h"

#include "fact/date-role.h"

static bool is_later(const struct tc_publication *r,
		     const struct tc_date_mention *d)
{
	/* a month that has not begun is a plan, a day may be a misprint */
	const int days = !d->from.day		     ? 0 :
			 tc_publication_stands_in(r) ? TC_STAND_IN_AFTER_DAYS :
						       TC_EVENT_AFTER_DAYS;

	return tc_date_days(tc_date_first_day(d->from)) > r->last + days;
}

static bool is_earlier(const struct tc_publication *r,
		       const struct tc_date_mention *d)
{
	return tc_date_days(tc_date_last_day(d->to)) <
	       r->first - TC_EVENT_BEFORE_DAYS;
}

static bool opens_lead(const struct tc_publication *r,
		       const struct tc_date_mention *d)
{
	return d->from.day && d->start < tc_publication_lead_end(r) &&
	       tc_publication_opens(r, d);
}

static void set_role(struct tc_date_mention *d, enum tc_role role,
		     const char *rule)
{
	d->role = role;
	if (!d->inferred)
		d->rule = rule;
}

/* It is to come, and the words say so, or it is hardly a misprint. */
static bool is_announced(const struct tc_publication *r,
			 const struct tc_date_mention *d)
{
	if (!d->from.day || tc_date_days(d->from) <= r->last)
		return false;
	/* hardly two days are misprinted, and one mostly where it opens the
	 * sentence that tells of it */
	if (!tc_publication_stands_in(r) &&
	    tc_date_days(d->from) > r->last + 1 &&
	    (d->inferred || !tc_date_same(d->from, d->to) ||
	     !tc_publication_opens(r, d)))
		return true;
	return tc_date_days_ahead(r->scan, d);
}

/* "đến năm 2023 đã ...", in 2023 */
static bool is_reached(const struct tc_publication *r,
		       const struct tc_date_mention *d)
{
	return tc_date_precision(d->to) == TC_PRECISION_YEAR &&
	       tc_date_days(tc_date_first_day(d->from)) <= r->last &&
	       tc_date_is_done(r->scan, d);
}

static void weigh_event(struct tc_publication *r, struct tc_date_mention *d)
{
	const bool later = is_later(r, d), earlier = is_earlier(r, d);

	if (tc_date_mention_is(d, TC_RULE_UNTIL) &&
	    tc_date_first(d->from) > tc_date_last(r->a->published.date))
		set_role(d, TC_ROLE_FUTURE, "deadline");
	else if (is_announced(r, d))
		set_role(d, TC_ROLE_FUTURE, later ? "later" : "announced");
	else if ((later || earlier) && opens_lead(r, d))
		d->conflict = true;
	else if (later)
		set_role(d, TC_ROLE_FUTURE, "later");
	else if (earlier)
		set_role(d, TC_ROLE_HISTORIC, "past");
}

static void weigh(struct tc_publication *r, struct tc_date_mention *d)
{
	if (!tc_date_known(d->from) || !tc_date_known(d->to))
		return;
	if (d->role == TC_ROLE_FUTURE &&
	    (tc_date_last(d->to) < tc_date_first(r->a->published.date) ||
	     is_reached(r, d)))
		set_role(d, TC_ROLE_EVENT, "plain");
	if (tc_date_mention_is(d, TC_RULE_HISTORY) && !is_earlier(r, d))
		set_role(d, TC_ROLE_EVENT, "plain");
	if (d->role == TC_ROLE_EVENT)
		weigh_event(r, d);
}

/* What the article tells of came after it.  A day is let pass: an article of
 * the evening may stand there the next day, and a page's clock may be slow. */
static bool is_after(const struct tc_publication *r,
		     const struct tc_date_mention *d)
{
	return d->role == TC_ROLE_EVENT && d->from.day &&
	       tc_date_known(d->from) && r->a->published.date.day &&
	       r->a->published.basis != TC_BASIS_EVENT &&
	       tc_date_days(d->from) > r->last + 1;
}

/* "Sáng ngày 5/5/2023 ... Lễ chào cờ tháng 6" on a page of 6/6/2023: another
 * month in the same sentence is the page's month, and the day fits there. */
static bool month_is_denied(const struct tc_publication *r, size_t i)
{
	const struct tc_date_mention *d = &r->dates->v[i];
	const struct tc_date published = r->a->published.date;
	struct tc_date meant = d->from;

	if (d->role != TC_ROLE_EVENT || d->inferred || !published.day ||
	    !opens_lead(r, d) || d->from.month == published.month)
		return false;
	meant.month = published.month;
	meant.year = published.year;
	if (!tc_date_valid(meant))
		return false;
	const int64_t ago = tc_date_days(published) - tc_date_days(meant);
	if (ago < -1 || ago > TC_EVENT_AFTER_DAYS)
		return false;
	for (size_t k = i + 1; k < r->dates->n; k++) {
		const struct tc_date_mention *m = &r->dates->v[k];
		if (memchr(r->scan->text.p + r->dates->v[k - 1].end, '\n',
			   m->start - r->dates->v[k - 1].end))
			return false;
		if (tc_date_precision(m->from) == TC_PRECISION_MONTH &&
		    m->from.month == published.month)
			return true;
	}
	return false;
}

/* The latest year, quarter or month that the article tells of, and plans
 * nothing for; 0 where there is none. */
static uint32_t latest_period(const struct tc_publication *r)
{
	uint32_t latest = 0;

	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if (d->role == TC_ROLE_EVENT && !d->from.day && !d->inferred &&
		    tc_publication_may_be(r, d->from) &&
		    tc_date_first(d->from) > latest &&
		    !tc_date_is_plan(r->scan, d))
			latest = tc_date_first(d->from);
	}
	return latest;
}

/* Where no day is known, the words alone tell: "kế hoạch năm 2020", but for
 * a year that has begun. */
static void plans_to_come(struct tc_publication *r)
{
	const uint32_t latest = latest_period(r);

	for (size_t i = 0; i < r->dates->n; i++) {
		struct tc_date_mention *d = &r->dates->v[i];
		if (d->role == TC_ROLE_EVENT && tc_date_known(d->from) &&
		    (d->from.day || tc_date_first(d->from) > latest) &&
		    tc_date_is_plan(r->scan, d))
			set_role(d, TC_ROLE_FUTURE, "announced");
	}
}

/* What a document says of a day after its own. */
static void plans_of_document(struct tc_publication *r)
{
	for (size_t i = 0; r->issued.year && i < r->dates->n; i++) {
		struct tc_date_mention *d = &r->dates->v[i];
		if (d->role == TC_ROLE_EVENT && tc_date_known(d->from) &&
		    tc_date_first(d->from) > tc_date_last(r->issued))
			set_role(d, TC_ROLE_FUTURE, "later");
	}
}

/* The article is no older than the latest that it tells of, or than the
 * documents that it cites; days since 1970, INT64_MIN for none. */
static int64_t earliest_day(const struct tc_publication *r)
{
	int64_t day = r->issued.year ? tc_date_days(r->issued) : INT64_MIN;

	for (size_t i = 0; i < r->dates->n; i++) {
		const struct tc_date_mention *d = &r->dates->v[i];
		if ((d->role != TC_ROLE_EVENT &&
		     !tc_date_mention_is(d, TC_RULE_SYMBOL)) ||
		    d->inferred || !tc_publication_may_be(r, d->from))
			continue;
		const int64_t first = tc_date_days(tc_date_first_day(d->from));
		if (first > day)
			day = first;
	}
	return day;
}

/* "Từ năm 2004 đến nay ... tháng 6/2023": where no day is known, what lies far
 * before the others is history. */
static void past_of_late(struct tc_publication *r)
{
	const int64_t day = earliest_day(r);

	for (size_t i = 0; day != INT64_MIN && i < r->dates->n; i++) {
		struct tc_date_mention *d = &r->dates->v[i];
		if (d->role == TC_ROLE_EVENT && tc_date_known(d->to) &&
		    tc_date_days(tc_date_last_day(d->to)) <
			    day - TC_EVENT_BEFORE_DAYS)
			set_role(d, TC_ROLE_HISTORIC, "past");
	}
}

void tc_published_roles(struct tc_publication *r)
{
	const struct tc_date published = r->a->published.date;
	struct tc_date_list *const dates = r->dates;

	if (!tc_date_known(published)) {
		plans_to_come(r);
		plans_of_document(r);
		past_of_late(r);
		return;
	}
	r->first = tc_date_days(tc_date_first_day(published));
	r->last = tc_date_days(tc_date_last_day(published));
	for (size_t i = 0; i < dates->n; i++)
		weigh(r, &dates->v[i]);
	for (size_t i = 0; i < dates->n; i++)
		dates->v[i].conflict |= is_after(r, &dates->v[i]) ||
					month_is_denied(r, i);
}

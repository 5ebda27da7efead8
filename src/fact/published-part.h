/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What published.c and published-role.c share: an article whose day of
 * publication is being found, or was.
 */
#ifndef TC_FACT_PUBLISHED_PART_H
#define TC_FACT_PUBLISHED_PART_H

#include "fact/date-context.h"
#include "fact/date.h"

/* The lead: where the first event date is the article's own. */
#define TC_LEAD_MAX 1500
/* An event lies at most so far from its article; what is farther is
 * background. */
#define TC_EVENT_BEFORE_DAYS 425	/* 14 months */
#define TC_EVENT_AFTER_DAYS 30
/* A day without a year may lie so far after the event that stands in for the
 * publication: most of them are of the same year. */
#define TC_STAND_IN_AFTER_DAYS 62
/* Hardly any Party press on the web before: what a text tells of older days is
 * history, a file's time before it is none. */
#define TC_PRESS_START 20000101

struct tc_publication {
	struct tc_article *a;
	const struct tc_scan *scan;
	struct tc_date_list *dates;
	struct tc_date capture;	/* the last possible day; zero: unknown */
	struct tc_date cited;	/* the latest day of a cited document */
	struct tc_date issued;	/* the day in the letterhead of a document that
				 * is printed in full */
	/* days of publication, as tc_date_days(), once it is known */
	int64_t first, last;
};

/* It lies neither before the press nor after the capture. */
static inline bool tc_publication_may_be(const struct tc_publication *r,
					 struct tc_date d)
{
	if (!tc_date_known(d) || tc_date_first(d) < TC_PRESS_START)
		return false;
	return !r->capture.year ||
	       tc_date_first(d) <= tc_date_first(r->capture);
}

/* The date opens its sentence. */
static inline bool tc_publication_opens(const struct tc_publication *r,
					const struct tc_date_mention *d)
{
	return tc_date_is_opener(r->scan,
				 tc_scan_token_at(r->scan, d->start));
}

/* Its year is left out. */
static inline bool tc_mention_is_open(const struct tc_date_mention *d)
{
	return !tc_date_known(d->to) && tc_date_valid(d->to);
}

/* Where it may stand: what is told farther down came before.  A byte.  No
 * headline is longer: of each day before it all others may be asked. */
#define TC_HEADLINE_MAX 1000
static inline uint32_t tc_publication_lead_end(const struct tc_publication *r)
{
	const uint32_t title = r->a->title_len;

	return (title < TC_HEADLINE_MAX ? title : TC_HEADLINE_MAX) +
	       TC_LEAD_MAX;
}

/* An event stands in: the article came later. */
static inline bool tc_publication_stands_in(const struct tc_publication *r)
{
	return r->a->published.basis == TC_BASIS_EVENT;
}

/* The year of the first event that opens a sentence, by what the text says of
 * years, and of the term that a congress begins; later than the documents that
 * it cites. */
void tc_publication_year_said(struct tc_publication *r);

/* "Ngày 20/3/1930 ... vào ngày 1/9": the account goes on, and no sentence of
 * today's begins with it. */
void tc_publication_account(const struct tc_publication *r, size_t i);

/* Sets the roles of the dates, once the day of publication is known or known
 * to be unknown, and the contradictions. */
void tc_published_roles(struct tc_publication *r);

#endif

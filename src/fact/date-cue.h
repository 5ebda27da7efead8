/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Inside the dates: what the words before one are known for.
 */
#ifndef TC_FACT_DATE_CUE_H
#define TC_FACT_DATE_CUE_H

#include "fact/scan.h"

enum {
	STRONG = 1, WEAK = 2,	/* triggers */
	LATER = 4,		/* a trigger behind a part of the day */
	DAYPART = 8,
	OPENS = 16,		/* may stand before the date of an opener */
	PASSED = 32,		/* passed over when looking for a cue */
	ROUND = 64,		/* of awards: never a date */
	FEAST = 128,		/* no date with a feast's day and no year */
	LUNAR = 256,
	PERIOD = 512,
	HISTORIC = 1024, FUTURE = 2048, UNTIL = 4096, ISSUED = 8192,
	DOCUMENT = 16384,	/* the last word of a type of document */
	ISSUES = 32768,		/* a verb that has one for its object */
};

/* What the token before the i-th is known for; 0 for most. */
unsigned tc_date_flags_before(const struct tc_scan *s, size_t i);
/* Whether the token before and the i-th belong to one phrase. */
bool tc_date_is_joined(const struct tc_scan *s, size_t i);
/* Of the first word of the phrase before token i that is no trigger word
 * itself. */
unsigned tc_date_head_flags(const struct tc_scan *s, size_t i);

#endif

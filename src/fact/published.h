/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which date is the article's: metadata, then a labelled line, a line by the
 * title, an update, the URL's day, the URL's month; where the page gives
 * none, the event.  And the years that the text leaves out.
 */
#ifndef TC_FACT_PUBLISHED_H
#define TC_FACT_PUBLISHED_H

#include "fact/scan.h"

/* Sets a->published from a->hints, a->url and `dates`; fills in years left
 * out and marks them inferred (from the publication date; by "so ket 3 nam
 * thuc hien ... ngay 18.5.2021"; by the weekday); gives first-paragraph
 * dates their role; flags contradictions (an event after publication, a
 * month that the text itself denies). */
void tc_published_resolve(struct tc_article *a, const struct tc_scan *scan,
			  const struct tc_number_list *numbers,
			  struct tc_date_list *dates);

/* Reads a date as metadata and CMS lines print it (ISO 8601 with zone, "06-
 * 06-2023 21:21", "Thu Tu, 08/04/2015, 08:11 [GMT+7]", "08/08/2022 10:11
 * SA"): the local day in Vietnam (UTC+7).  False when there is none. */
bool tc_published_read(struct tc_str value, struct tc_date *d);

#endif

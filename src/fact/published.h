/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which date is the article's: metadata, then a labelled line, a line by the
 * title, an update, the URL's day, the URL's month; where the page gives
 * none, the event.  And the years that the text leaves out.
 */
#ifndef TC_FACT_PUBLISHED_H
#define TC_FACT_PUBLISHED_H

#include "fact/registry.h"

/*
 * Sets a->published from a->hints, a->url and `dates`; takes from `numbers`
 * the dates that are an event's (date-owner.h; `registry` may be NULL); fills
 * in years left out and marks them inferred (a month or quarter that stays
 * without is taken out); turns events far from the day of publication into
 * history or future, and those that the words announce; flags contradictions:
 * an event more than a day after publication, one in the lead more than 14
 * months before it, a printed month that the same paragraph denies, a weekday
 * that is another.  What is printed stays as printed.
 *
 * A hint that cannot be read, or lies before 1997-01-01 or after the capture
 * (by the crawler's word, else its file's time, where known), is passed
 * over; so are clock hints, but for one at most 7 days after an event of the
 * lead, 45 after the last document that is cited, or 21 after a day without a
 * year that is told below the lead, in the newest year that is named or the
 * next.  The closed list of rules (a->published.rule), best first:
 *
 *   page   metadata, labelled-line, line-by-title, line-in-text,
 *          updated-line, modified-metadata
 *   url    url-day, url-month
 *   page   clock-by-event, of the lead
 *   event  letterhead     of a document that is printed whole
 *          event-opener   the first in the lead that opens a sentence
 *          event-lead     the first in the lead, wherever it stands
 *          event-month, event-quarter   the latest there, at that precision
 *          year-from-span, year-from-weekday, year-from-near
 *                         as event-*, year inferred
 *   page   clock-by-document, clock-by-event, below the lead
 *   none
 *
 * An event stands in only when the words do not announce it and no cited
 * document is more than 30 days younger.  A year left out is inferred by the
 * first of these that applies:
 *
 *   year-from-weekday     the weekday printed beside it singles it out
 *   year-from-near        a full day at most 45 days from one that opens a
 *                         sentence
 *   year-from-published   the nearest not later than the day after
 *                         publication (62 days after the event that stands
 *                         in); a deadline: not earlier than a month before;
 *                         what the words announce ("sẽ", "tới đây"): the
 *                         nearest; what opens no sentence: in the 45 days
 *                         to come, if any
 *   year-from-span        "sơ kết 3 năm thực hiện ... ngày 18.5.2021", and
 *                         day and month within 92 days; only where the page
 *                         gives no date of its own
 *   year-from-text        there too: the year that the text speaks of as its
 *                         own; in January, February, November and December the
 *                         one of two, "tổng kết năm 2020, nhiệm vụ năm 2021"
 *   year-from-term        there too: the first year of the term that a congress
 *                         begins, "Đại hội ... nhiệm kỳ 2020 - 2025"
 */
void tc_published_resolve(struct tc_article *a, const struct tc_scan *scan,
			  const struct tc_registry *registry,
			  struct tc_number_list *numbers,
			  struct tc_date_list *dates);

/* Reads a date as metadata and CMS lines print it (ISO 8601 with zone, "06-
 * 06-2023 21:21", "Thu Tu, 08/04/2015, 08:11 [GMT+7]", "08/08/2022 10:11
 * SA", RFC 822 of feeds): the local day in Vietnam (UTC+7).  False when
 * there is no full date; nothing is guessed.  Any bytes may come. */
bool tc_published_read(struct tc_str value, struct tc_date *d);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Years that the text leaves out, each by a rule that is named. */
#ifndef TC_FACT_PUBLISHED_YEAR_H
#define TC_FACT_PUBLISHED_YEAR_H

#include "fact/registry.h"
#include "fact/scan.h"

#define TC_YEAR_FROM_PUBLISHED "year-from-published"
#define TC_YEAR_FROM_SPAN "year-from-span"
#define TC_YEAR_FROM_WEEKDAY "year-from-weekday"
#define TC_YEAR_FROM_NEAR "year-from-near"
#define TC_YEAR_FROM_DOCUMENT "year-from-document"
#define TC_YEAR_FROM_SAID "year-from-text"
#define TC_YEAR_FROM_TERM "year-from-term"

/* Sets it, marked as inferred by that rule; false when the year has no such
 * day. */
bool tc_year_infer(struct tc_date_mention *d, int year, const char *rule);

/* Sets the year of d->from and d->to, so that the date is the nearest not
 * later than `after_days` after `published` (for a deadline: not earlier than
 * a month before it; where the words announce it: the nearest; where it opens
 * no sentence: perhaps in the weeks to come; a month or quarter: the nearest
 * before or after it); "năm sau" behind it says the year, a weekday printed
 * beside it decides otherwise, or is contradicted. */
void tc_year_from_published(const struct tc_scan *s,
			    struct tc_date published, int after_days,
			    struct tc_date_mention *d);

/* "sơ kết 3 năm thực hiện Kết luận ... ngày 18.5.2021" in the sentence of
 * the i-th date: that date's year and the span, if day and month are near
 * it. */
bool tc_year_from_span(const struct tc_scan *s,
		       const struct tc_date_list *dates, size_t i);

/* The same where the document's day is not printed, but known: "sơ kết 2 năm
 * thực hiện Chỉ thị 05 của Bộ Chính trị"; it came no later than `until`. */
bool tc_year_from_known_span(const struct tc_scan *s,
			     const struct tc_registry *registry,
			     const struct tc_number_list *numbers,
			     struct tc_date until, struct tc_date_mention *d);

/* The only year from the day `after` to the day `until` in which the date
 * falls on the weekday printed beside it. */
bool tc_year_from_weekday(const struct tc_scan *s, struct tc_date after,
			  struct tc_date until, struct tc_date_mention *d);

/* The year in which the date is at most so many days from m, a full day, or
 * in m, its month. */
bool tc_year_from_near(const struct tc_date_mention *m, int days,
		       struct tc_date_mention *d);

/* Gives documents that the registry lacks the day beside them whose year was
 * inferred: "Kế hoạch số 74-KH/TU ngày 15/1". */
void tc_years_to_documents(const struct tc_scan *s,
			   const struct tc_registry *registry,
			   struct tc_number_list *numbers,
			   const struct tc_date_list *dates);

/* "Nghị quyết 18-NQ/TW ngày 16/6", when the document is decided: the year of
 * its day, for dates that stand right behind such numbers. */
void tc_years_from_documents(const struct tc_number_list *numbers,
			     struct tc_date_list *dates);

#endif

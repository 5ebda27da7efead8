/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The grammar of a printed date, without its surroundings:
 *
 *   days    [ngày] day {link day}       ngày 19 và 20/5, từ ngày 5 - 6/3/2024
 *   day     D | D/M | D/M/Y | D tháng M [năm Y] | Y-M-D
 *   months  tháng M [/Y] {link [tháng] M [/Y]}
 *   quarters and years likewise; English day and month names
 *   link    "," "và" "-" "đến [hết]", then [sáng] [ngày]
 *
 * A part without month or year takes them from the next one.  Lone days of
 * a list and what a dash or "đến" joins are one date; days with a month of
 * their own are several.
 */
#ifndef TC_FACT_DATE_MATCH_H
#define TC_FACT_DATE_MATCH_H

#include "fact/article.h"
#include "fact/date-cursor.h"

/* How much the words before allow: "5.2" is a date only after "ngày". */
enum tc_trigger {
	TC_TRIGGER_NONE,	/* only what carries a year */
	TC_TRIGGER_WEAK,	/* từ, đến, trước: also 5/2023, 5 - 6/3/2024 */
	TC_TRIGGER_STRONG	/* ngày, sáng, thứ ba: also without a year */
};

/* More days or months than this are no list of dates; nor are more days with
 * a month of their own: the list is read again from each of them. */
#define TC_DATE_ITEMS_MAX 31
#define TC_DATE_LIST_MAX 8
/* A year outside is a count ("năm 1500 đại biểu"). */
#define TC_DATE_YEAR_MIN 1800
#define TC_DATE_YEAR_MAX 2100

struct tc_date_match {
	uint32_t start, end;
	struct tc_date from, to;
	/* The other half of an anniversary (15/6/1933 - 15/6/2023), which is
	 * a mention of its own; pair_end is 0 where there is none. */
	uint32_t pair, pair_end;
	struct tc_date pair_date;
	uint32_t list;		/* where the next date of a list starts
				   (30/3 và 1/4/2024); else 0 */
	bool two_digit;		/* the century was guessed */
	bool refused;		/* reads as something else up to `end`: a term
				   of office, a lunar date */
};

/* The date at byte `at`, a character boundary.  When false, `end` is where
 * to go on if `refused`. */
bool tc_date_match(struct tc_str text, uint32_t at, enum tc_trigger trigger,
		   struct tc_date_match *out);

/* The day of figures at byte `at`, "15/5/2016" or "15/5", one sign between
 * them and no blank; and the byte behind it. */
bool tc_date_digits(struct tc_str text, uint32_t at, struct tc_date *d,
		    uint32_t *behind);

/* Its parts; they fill from, to, the pair, two_digit and refused. */
bool tc_date_match_days(struct tc_cursor *c, enum tc_trigger trigger,
			struct tc_date_match *m);
bool tc_date_match_months(struct tc_cursor *c, struct tc_date_match *m);
bool tc_date_match_quarters(struct tc_cursor *c, struct tc_date_match *m);
bool tc_date_match_years(struct tc_cursor *c, struct tc_date_match *m);

#endif

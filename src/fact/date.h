/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Dates as Vietnamese news prints them, always day-month-year: 26/4/2021,
 * 15-5-2016, 18.5.2021, "ngay 06 thang 02 nam 2017", with weekday, clock
 * and time zone, several days, months, quarters, and dates without a year.
 */
#ifndef TC_FACT_DATE_H
#define TC_FACT_DATE_H

#include "fact/scan.h"

enum tc_precision tc_date_precision(struct tc_date d);
bool tc_date_known(struct tc_date d);		/* has a year */
bool tc_date_valid(struct tc_date d);		/* stands in the calendar */
/* The first and last day inside it as yyyymmdd; 0 while the year is open. */
uint32_t tc_date_first(struct tc_date d);
uint32_t tc_date_last(struct tc_date d);
/* Days since 1970-01-01 of a full date, and back. */
int64_t tc_date_days(struct tc_date d);
struct tc_date tc_date_from_days(int64_t days);
/* "2021-09-01", "2021-09", "2023-Q1", "2023", "--05-15": writes at most 11
 * bytes and a NUL, returns out. */
#define TC_DATE_MAX 12
const char *tc_date_print(struct tc_date d, char out[TC_DATE_MAX]);
/* Reads that form back; the whole of s. */
bool tc_date_read(struct tc_str s, struct tc_date *d);

/* The date mention that starts at byte `off` of the scan's text, where a
 * token starts: fills span, from and to.  False when there is none.  For
 * docnum.c, which binds a date to the symbol before it. */
bool tc_date_at(const struct tc_scan *scan, uint32_t off,
		struct tc_date_mention *out);

/* Adds every date of the text with its role.  `numbers` (may be empty)
 * tells which dates are a document's own and which digits are no date. */
void tc_date_scan(const struct tc_scan *scan,
		  const struct tc_number_list *numbers,
		  struct tc_date_list *out);

/* A range as a query gives it: "9/2021", "15/5/2024", "2021..2023",
 * "..2015", "2023-06", "quy1/2023", "quy 1/2023", "khoaXIII",
 * "nhiemky2020-2025", with or without diacritics.  from or to is zero where
 * open.  False: not understood; *why (static) says what is wrong
 * ("no such day"). */
bool tc_date_range(struct tc_str s, struct tc_date *from, struct tc_date *to,
		   const char **why);

#endif

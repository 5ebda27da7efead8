/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Dates as Vietnamese news prints them, always day-month-year: 26/4/2021,
 * 15-5-2016, 18.5.2021, "ngay 06 thang 02 nam 2017", with weekday, clock
 * and time zone, several days, months, quarters, and dates without a year.
 */
#ifndef TC_FACT_DATE_H
#define TC_FACT_DATE_H

#include "fact/scan.h"

#define TC_DATE_YEAR_LAST 9999

static inline enum tc_precision tc_date_precision(struct tc_date d)
{
	if (d.day)
		return TC_PRECISION_DAY;
	if (d.month)
		return TC_PRECISION_MONTH;
	if (d.quarter)
		return TC_PRECISION_QUARTER;
	return d.year ? TC_PRECISION_YEAR : TC_PRECISION_NONE;
}
static inline bool tc_date_known(struct tc_date d)	/* has a year */
{
	return d.year != 0;
}
static inline bool tc_date_same(struct tc_date a, struct tc_date b)
{
	return a.year == b.year && a.quarter == b.quarter &&
	       a.month == b.month && a.day == b.day;
}
/* The same as far as both tell. */
static inline bool tc_date_agree(struct tc_date a, struct tc_date b)
{
	return a.year == b.year &&
	       (!a.month || !b.month || a.month == b.month) &&
	       (!a.day || !b.day || a.day == b.day);
}
int tc_date_month_days(int year, int month);
/* It stands in the calendar; tc_date_valid() asks tc_date_valid_rest() of a
 * day from the 29th on and of parts left open. */
bool tc_date_valid_rest(struct tc_date d);
static inline bool tc_date_valid(struct tc_date d)
{
	return (d.year > 0 && d.month - 1u < 12 && d.day - 1u < 28 &&
		!d.quarter && d.year <= TC_DATE_YEAR_LAST) ||
	       tc_date_valid_rest(d);
}
/* The first and last day inside it; all zero while the year is open. */
static inline struct tc_date tc_date_first_day(struct tc_date d)
{
	if (d.year <= 0)
		return (struct tc_date){ 0 };
	return (struct tc_date){
		.year = d.year,
		.month = d.quarter ? (uint8_t)(d.quarter * 3 - 2) :
			 d.month ? d.month : 1,
		.day = d.day ? d.day : 1,
	};
}
static inline struct tc_date tc_date_last_day(struct tc_date d)
{
	if (d.year <= 0)
		return (struct tc_date){ 0 };
	const int month = d.quarter ? d.quarter * 3 : d.month ? d.month : 12;
	return (struct tc_date){
		.year = d.year, .month = (uint8_t)month,
		.day = d.day ? d.day :
			       (uint8_t)tc_date_month_days(d.year, month),
	};
}
/* The same as yyyymmdd. */
static inline uint32_t tc_date_number(struct tc_date d)
{
	return (uint32_t)(d.year * 10000 + d.month * 100 + d.day);
}
static inline uint32_t tc_date_first(struct tc_date d)
{
	return tc_date_number(tc_date_first_day(d));
}
static inline uint32_t tc_date_last(struct tc_date d)
{
	return tc_date_number(tc_date_last_day(d));
}
/* Days since 1970-01-01 of a full date, and back (all zero outside the years
 * 1 to 9999). */
int64_t tc_date_days(struct tc_date d);
struct tc_date tc_date_from_days(int64_t days);
/* "2021-09-01", "2021-09", "2023-Q1", "2023", and with the year open
 * "--05-15", "--05", "--Q1"; "" for none.  Writes at most 11 bytes and a NUL,
 * returns out. */
#define TC_DATE_MAX 12
const char *tc_date_print(struct tc_date d, char out[TC_DATE_MAX]);
/* Reads that form back; the whole of s, and a day that there is. */
bool tc_date_read(struct tc_str s, struct tc_date *d);

/*
 * The closed list of rules of a mention (its `rule`), which says how role or
 * year were decided:
 *
 *   symbol       stands beside a document's symbol: cited (date-owner.h)
 *   issued       after "ban hành", "ký", "Quyết định", or before "ra Chỉ thị
 *                số": cited
 *   label        after "Ngày đăng:" (published) or "Cập nhật" (updated)
 *   line         a line of its own near the title: published
 *   dateline     inside "(BVBNĐ-22/6/2017)": published
 *   clock        such a line with the weekday and no time, or another day
 *                than the labelled one: clock
 *   pair         one of 15/6/1933 - 15/6/2023: historic
 *   past         before 1995, or over 14 months before publication: historic
 *   history      after "thành lập", "sinh", "kỷ niệm": historic
 *   deadline     after "trước", "hạn", "hết", "tầm nhìn", "đến năm": future
 *   later        over 30 days after publication; a month, quarter or year:
 *                any: future
 *   announced    after publication, with "sẽ", "dự kiến", "tới đây", "từ
 *                ngày" beside it: future
 *   until        after "đến", and not after publication: event
 *   opener       opens a sentence, or follows the dateline: event
 *   plain        any other: event
 *   two-digit-year       the century was guessed: inferred
 *   year-from-published, year-from-span, year-from-weekday, year-from-near,
 *   year-from-document   the year was left out (published.h, published-year.h):
 *                        inferred
 */

/* The date mention that starts with token i: fills span, from and to; a year
 * left out stays 0.  False when there is none, or what stands there is a name,
 * a lunar date or a period.  The span takes in the word "ngày" when it is
 * token i, and no part of the day.  For docnum.c, which binds a date to the
 * symbol before it. */
bool tc_date_at(const struct tc_scan *scan, size_t i,
		struct tc_date_mention *out);

/* Adds every date of the text with its role.  `numbers` (may be empty)
 * tells which dates are a document's own and which digits are no date; its
 * elements are in the order of the text and do not overlap, and so are the
 * dates.  "24, 25/9/2022" and "28/6 đến 14/7" are one mention; "23/9 và
 * 24/9/2025" and an anniversary pair are two. */
void tc_date_scan(const struct tc_scan *scan,
		  const struct tc_number_list *numbers,
		  struct tc_date_list *out);

/* A range of dates, both ends inclusive; one of them is zero where it is open.
 * tc_date_first(from) and tc_date_last(to) are its days. */
struct tc_span {
	struct tc_date from, to;
};
#define TC_SPANS_MAX 32

/* What a query gives for a date: a date, a range or a list of them: "9/2021",
 * "2021..2023", "..2015", "từ tháng 1 đến tháng 6/2020", "quý I và quý III năm
 * 2023", "khóa XI, XII" (from congress to congress), "trước 2010", with or
 * without diacritics.  Nothing of it is passed over.  How many spans were
 * written to v, in the order of the text; 0 when it is not understood: *where
 * is the part of s that is not, and *why (static) says what is wrong with it.
 * s may hold any bytes. */
size_t tc_date_spans(struct tc_str s, struct tc_span v[TC_SPANS_MAX],
		     struct tc_str *where, const char **why);

/* The same where one is wanted; a list is refused. */
bool tc_date_range(struct tc_str s, struct tc_date *from, struct tc_date *to,
		   const char **why);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A date that a query gives, by itself: "15/5/2024", "tháng 5 năm 2023",
 * "quý I/2023", "khóa XIII", "nhiệm kỳ 2020-2025".  date-range.c puts ranges
 * and lists together of these.
 */
#ifndef TC_FACT_DATE_POINT_H
#define TC_FACT_DATE_POINT_H

#include "fact/date.h"

/* A longer one was not typed by a person. */
#define TC_DATE_TEXT_MAX 96
#define TC_DATE_HEAD_MAX 16

/* What is wrong with most, and with "quý 5/2023". */
extern const char tc_date_is_none[], tc_date_no_quarter[];

/* The whole of `s`, at most TC_DATE_TEXT_MAX bytes; what it leaves out is
 * taken from the date behind it ("tháng 5" before "tháng 8/2023"), whose year
 * is 0 where there is none.  On false *why (static) says what is wrong. */
bool tc_date_point(struct tc_str s, struct tc_date after, struct tc_span *out,
		   const char **why);

/* The word that says what a date counts, at its beginning: "quý", "khóa";
 * empty when it begins otherwise.  Written to `room`. */
struct tc_str tc_date_head(struct tc_str s, char room[TC_DATE_HEAD_MAX]);

/* "thứ tư" */
bool tc_date_is_weekday(struct tc_str s);

/* Whether `s` begins with these words, given in small letters with their
 * marks, in any case, with or without marks, and something follows: the rest
 * of it, trimmed. */
bool tc_date_takes(struct tc_str s, const char *words, struct tc_str *rest);

/* Small letters without marks and blanks. */
void tc_date_squeeze(struct tc_str s, struct tc_buf *out);

#endif

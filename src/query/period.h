/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Years, quarters and months as numbers, from the date slot of an article
 * (schema.h) to what is printed:
 *
 *   slot "20230606" -> month 2023 * 12 + 5 -> "2023-06"
 *   slot "20230600q" (a quarter) is coarser than a month: it has none
 */
#ifndef TC_QUERY_PERIOD_H
#define TC_QUERY_PERIOD_H

#include "fact/article.h"

enum tc_period { TC_PERIOD_YEAR, TC_PERIOD_QUARTER, TC_PERIOD_MONTH };

const char *tc_period_name(enum tc_period by);

/* The date that a slot holds; all zero when it is empty. */
struct tc_date tc_period_date(struct tc_str slot);

/* The number of the period that the date lies in, -1 when the date is coarser
 * than that or has no year. */
int32_t tc_period_of(struct tc_date d, enum tc_period by);

/* The date that a number stands for. */
struct tc_date tc_period_from(int32_t number, enum tc_period by);

#endif

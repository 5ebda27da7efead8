/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Terms of office (khoa) of the Central Committee.  Numbers are counted
 * anew in each, so the term tells two documents of one symbol apart.
 */
#ifndef TC_FACT_TERM_H
#define TC_FACT_TERM_H

#include "fact/article.h"

/* The term a date lies in; 0 when it lies in none or is too vague. */
int tc_term_of(struct tc_date d);

/* The first and last day of a term; the last is zero while it lasts.  False:
 * no such term. */
bool tc_term_days(uint32_t term, struct tc_date *from, struct tc_date *to);

/* "XII", "xii", "12": 0 when it is none. */
int tc_term_read(struct tc_str s);

/* "XII" for 12; "" for 0. */
const char *tc_term_name(int term);

#endif

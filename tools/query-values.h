/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What stands behind an option of the query program: a choice, a number, a
 * date.  Each fails with TC_E_USAGE and says what may be given.
 */
#ifndef TOOLS_QUERY_VALUES_H
#define TOOLS_QUERY_VALUES_H

#include "base/error.h"
#include "fact/date.h"

#include <stdint.h>

/* The index of `word` in a NULL-ended list. */
int query_value_choose(const char *option, const char *word,
		       const char *const *list, struct tc_error *err);

/* 0 to `max`. */
int query_value_count(const char *option, const char *text, uint32_t max,
		      uint32_t *out, struct tc_error *err);

/* The first and the last day of "2023", "6/2023", "2023-06-15"; both are
 * known. */
int query_value_date(const char *option, const char *text,
		     struct tc_date *first, struct tc_date *last,
		     struct tc_error *err);

/* A single day that there is. */
int query_value_day(const char *option, const char *text, struct tc_date *out,
		    struct tc_error *err);

/* Four digits. */
int query_value_year(const char *option, const char *text, int *out,
		     struct tc_error *err);

#endif

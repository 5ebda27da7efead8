/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The dates that an archive knows of the documents of one symbol. */
#ifndef TC_QUERY_NUMBER_DATES_H
#define TC_QUERY_NUMBER_DATES_H

#include "index/xap.h"
#include "query/query.h"

/* An id, "18-NQ/TW@2017-10-25", its date, which is an ISO day, month or year,
 * and how many articles have it.  A day comes behind its month and that behind
 * its year. */
typedef void tc_number_date_fn(void *ctx, struct tc_str id, struct tc_str date,
			       uint32_t articles);

/* Calls `each` for every date of the symbols of a NUMBER, whatever time it asks
 * for, in order, and `again` when the archive was written to meanwhile and all
 * begins anew.  Of a short form those of the Party's symbols that it may stand
 * for, in the order of these. */
int tc_number_dates(struct tc_xdb *db, const struct tc_node *number,
		    tc_number_date_fn *each, void (*again)(void *ctx),
		    void *ctx, struct tc_error *err);

/* The days, else the months or years, in order of time, joined by commas; the
 * first few of many. */
int tc_number_dates_list(struct tc_xdb *db, const struct tc_node *number,
			 struct tc_buf *out, struct tc_error *err);

#endif

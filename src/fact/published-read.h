/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates in addresses; those in metadata and lines are in published.h. */
#ifndef TC_FACT_PUBLISHED_READ_H
#define TC_FACT_PUBLISHED_READ_H

#include "fact/article.h"

/* The day or month in the path of a URL: /2019/06/06/, /2021-04-02/,
 * /201504/, -20260311100046896.htm, -185260125153924312.htm (a site's id of
 * three digits, then the year's last two).  False when there is none. */
bool tc_published_url(struct tc_str url, struct tc_date *d);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Facts as JSON: the same shape wherever they are printed. */
#ifndef TC_FACT_JSON_H
#define TC_FACT_JSON_H

#include "base/json.h"
#include "fact/article.h"

/* {"date":..,"precision":..,"inferred":..,"basis":..}, null when unknown. */
struct tc_json *tc_fact_json_published(const struct tc_published *p);

/* Adds numbers, dates and units with spans, rules and confidence. */
void tc_fact_json_add(struct tc_json *object, const struct tc_article *a);

const char *tc_precision_name(struct tc_date d);

#endif

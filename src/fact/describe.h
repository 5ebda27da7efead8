/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Facts in words, a line each, for people who check them.  What was printed
 * is shown on one line and without control characters. */
#ifndef TC_FACT_DESCRIBE_H
#define TC_FACT_DESCRIBE_H

#include "fact/article.h"

/* The name of a rule of any fact as people read it; "" for NULL. */
const char *tc_rule_say(const char *rule);

/* "21-NQ/TW = 21-NQ/TW@2022-06-16, dated 2021-06-16, CONTRADICTS the registry
 * (printed '21-NQ/TW'; date, 0.90)": appended, without a line's end. */
void tc_describe_number(const struct tc_number *n, struct tc_buf *out);
void tc_describe_date(const struct tc_date_mention *d, struct tc_buf *out);
void tc_describe_unit(const struct tc_unit *u, struct tc_buf *out);

/* Every fact of the article behind its byte of the text, or its span: the
 * numbers, the dates, the units. */
void tc_describe_facts(const struct tc_article *a, bool spans,
		       struct tc_buf *out);

#endif

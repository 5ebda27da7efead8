/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a date is the date of, by the words around it.  What depends on the
 * day of publication is decided later (published.h).
 */
#ifndef TC_FACT_DATE_ROLE_H
#define TC_FACT_DATE_ROLE_H

#include "fact/scan.h"

/* The closed list of rules; date.h says what each means. */
enum tc_date_rule {
	TC_RULE_PLAIN, TC_RULE_OPENER, TC_RULE_SYMBOL, TC_RULE_ISSUED,
	TC_RULE_LABEL, TC_RULE_UPDATED, TC_RULE_LINE, TC_RULE_CLOCK,
	TC_RULE_DATELINE,
	TC_RULE_PAIR, TC_RULE_HISTORY, TC_RULE_PAST, TC_RULE_DEADLINE,
	TC_RULE_UNTIL, TC_RULE_COUNT
};

/* The rule for the mention *d, which starts at token i; `number` is the
 * first of the numbers that ends behind its start. */
enum tc_date_rule tc_date_role(const struct tc_scan *s, size_t i,
			       const struct tc_number_list *numbers,
			       size_t number,
			       const struct tc_date_mention *d);

/* The same, where it is not of the document that stands beside it. */
enum tc_date_rule tc_date_role_alone(const struct tc_scan *s, size_t i,
				     const struct tc_number_list *numbers,
				     size_t number,
				     const struct tc_date_mention *d);

/* The day stands right behind the document, or a sentence says that it was
 * issued then. */
bool tc_date_is_of_document(const struct tc_scan *s, const struct tc_number *m,
			    const struct tc_date_mention *d);

/* Sets role, confidence and rule. */
void tc_date_mention_decide(struct tc_date_mention *d,
			    enum tc_date_rule rule);
/* Whether that rule decided it. */
bool tc_date_mention_is(const struct tc_date_mention *d,
			enum tc_date_rule rule);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A document's number in a query, beside those that articles cite. */
#ifndef TC_QUERY_NUMBER_H
#define TC_QUERY_NUMBER_H

#include "query/query.h"

/* Whether a NUMBER asks for a document that is cited: its pattern fits, or one
 * of its numbers is the document's, or the name of the plenum that passed it.
 * The date behind "@" is not looked at. */
bool tc_number_is_asked(const struct tc_node *number,
			const struct tc_number *cited);
/* The same, and the document is of the time behind "@" where one stands. */
bool tc_number_is_meant(const struct tc_node *number,
			const struct tc_number *cited);

#endif

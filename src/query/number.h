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

/* "DH17/Đảng bộ tỉnh Lạng Sơn": the resolution of an organisation's congress. */
bool tc_number_is_congress(const struct tc_number *n);
/* Whether a symbol is that of the same congress: the organisation's name in any
 * case, a word of it that was typed without marks in every spelling. */
bool tc_number_is_of_congress(const struct tc_number *congress,
			      struct tc_str symbol);

#endif

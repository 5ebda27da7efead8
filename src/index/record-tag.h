/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The fields of a stored record (record.h).  A new one gets a row in
 * record-json.c too, or archives that have it cannot be dumped; but T_REST,
 * which stands for T_TEXT, and T_CHECK. */
#ifndef TC_INDEX_RECORD_TAG_H
#define TC_INDEX_RECORD_TAG_H

#include "base/str.h"

#define TC_RECORD_FORM 1

/* On disk: never renumber. */
enum tag {
	T_ID = 1, T_SOURCE, T_URL, T_SITE, T_LANGUAGE, T_SECTION, T_BYLINE,
	T_CREDIT, T_TITLE_LEN, T_TEXT, T_NUMBER, T_DATE_MENTION, T_UNIT,
	T_PUBLISHED, T_FETCHED, T_CONTENT, T_CUT,
	T_HINT = 24,
	T_REST,
	T_CHECK,	/* behind all others: 16 bits of their sum */
	/* in groups */
	T_START = 32, T_LENGTH, T_PRINTED, T_CANONICAL, T_DOC_ID, T_DIGITS,
	T_YEAR, T_TYPE, T_ISSUER, T_ISSUER_UNIT, T_SYSTEM, T_DATE, T_DATE_TO,
	T_CONFLICT, T_CONFIDENCE, T_RULE, T_ROLE, T_INFERRED, T_KIND,
	T_PARENT, T_BASIS, T_PLENUM, T_TODAY, T_LINE,
};

/* What T_CHECK holds, of the bytes before the field: a bit that rots may break
 * no form. */
struct tc_str tc_record_check(struct tc_str before, uint8_t check[2]);

#endif

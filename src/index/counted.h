/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What articles are counted by (facets), all of it in one value,
 * TC_SLOT_COUNTED, since walking through the values of a slot costs more than
 * what is in them:
 *
 *   03 0c "Chi bo khoi 7"   00 08 "01-KL/TW"   04 04 "2021"   ...
 *   |  |  the string        which facet, its length, ...
 *   |  bytes of the string, from 1 on
 *   enum tc_facet
 */
#ifndef TC_INDEX_COUNTED_H
#define TC_INDEX_COUNTED_H

#include "base/mem.h"
#include "base/str.h"
#include "fact/article.h"

enum tc_facet {			/* stored: only add behind the last */
	TC_FACET_NUMBER, TC_FACET_TYPE, TC_FACET_ISSUER, TC_FACET_UNIT,
	TC_FACET_YEAR, TC_FACET_SITE, TC_FACET_COUNT
};

/* Appends the value of an article. */
void tc_counted_put(const struct tc_article *a, struct tc_buf *out);

/* Takes the first string off a value: 1, 0 when there is none left, -1 when
 * the value is damaged. */
static inline int tc_counted_next(struct tc_str *value, enum tc_facet *facet,
				  struct tc_str *string)
{
	const unsigned char *p = (const unsigned char *)value->p;
	enum { HEAD = 2 };

	if (!value->n)
		return 0;
	if (value->n < HEAD || p[0] >= TC_FACET_COUNT || !p[1] ||
	    p[1] > value->n - HEAD)
		return -1;
	*facet = (enum tc_facet)p[0];
	*string = tc_str(value->p + HEAD, p[1]);
	*value = tc_str(string->p + string->n, value->n - HEAD - string->n);
	return 1;
}

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Units: the Party's organisations and those around it, found by their head
 * words (chi bo, dang bo, dang uy, tinh uy, ban to chuc ...), with where the
 * name ends and which unit it belongs to.  A committee and its organisation
 * are one unit under the organisation's name.
 */
#ifndef TC_FACT_UNIT_H
#define TC_FACT_UNIT_H

#include "fact/gazetteer.h"
#include "fact/scan.h"

/* Adds every unit named in the text.  `site` is the host ("langson.gov.vn")
 * or empty.  The subject is marked (headline, lead, site). */
void tc_unit_scan(const struct tc_scan *scan, const struct tc_gazetteer *g,
		  struct tc_str site, struct tc_unit_list *out);

/* The closed list of kinds ("chi-bo", "dang-bo-xa", ...): the i-th, NULL
 * past the end. */
const char *tc_unit_kind(size_t i);

/* The canonical form of a unit's name as a query types it ("Dang uy phuong
 * Dong Kinh" -> "Dang bo phuong Dong Kinh", both with marks): appends it. */
void tc_unit_canonical(struct tc_str name, struct tc_buf *out);

#endif

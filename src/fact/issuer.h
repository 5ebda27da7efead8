/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Whose a symbol is: HU alone is any district's committee; which one, the
 * words behind the symbol, the units of the article or its site tell.
 */
#ifndef TC_FACT_ISSUER_H
#define TC_FACT_ISSUER_H

#include "fact/gazetteer.h"
#include "fact/scan.h"

/* Fills issuer_unit of numbers where it is empty:
 *
 *   1. the unit that "của" joins to the number
 *   2. CB2 is Chi bộ 2
 *   3. the only unit of that level which the article names, or has among
 *      the parents of those it names
 *   4. TU on a province's site (`place`, may be NULL) is that province's, HU
 *      on a district's (`seat`) the district's, and so are their organs'
 *
 * All lists are in the order of the text. */
void tc_issuers_resolve(const struct tc_scan *scan,
			const struct tc_place *place, struct tc_seat seat,
			const struct tc_unit_list *units,
			struct tc_number_list *numbers);

#endif

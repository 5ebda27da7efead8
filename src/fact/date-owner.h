/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Whose a date is that stands behind a document's symbol: mostly the
 * document's; but many a lead goes on from a document to its own event.
 *
 *   Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị, xã ...
 *   Thực hiện Chỉ thị số 05-CT/TW, ngày 4/5/2023, Đảng ủy xã ...
 *
 * A comma stands before the event's date and a clause or its subject behind
 * it; and a word as "Thực hiện" leads, or the year is left out, or the article
 * is of that very day.  The registry may know better.
 */
#ifndef TC_FACT_DATE_OWNER_H
#define TC_FACT_DATE_OWNER_H

#include "fact/registry.h"

/* Makes events of the dates that tc_date_scan() gave to a document and that
 * are none of its own, and takes them from the document in `numbers`.
 * `registry` may be NULL; `published` is what the page says, zero where it says
 * nothing. */
void tc_date_owners_settle(const struct tc_scan *s,
			   const struct tc_registry *registry,
			   struct tc_date published,
			   struct tc_number_list *numbers,
			   struct tc_date_list *dates);

#endif

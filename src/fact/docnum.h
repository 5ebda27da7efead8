/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Document numbers (so va ky hieu): the grammar of a mention, and its
 * canonical form.
 *
 *   Party   NUM-TYPE/BODY          01-KL/TW      (Quy dinh 66-QD/TW, 399-QD/TW)
 *   State   NUM[/YEAR]/TYPE-BODY   15/2020/ND-CP (Nghi dinh 30/2020)
 *           NUM/YEAR/QHn           45/2019/QH14
 *
 * Canonical: two digits at least, D with stroke as U+0110, TW for TU-horn
 * and T.U-horn, the system decided by the body and not by the separators.
 */
#ifndef TC_FACT_DOCNUM_H
#define TC_FACT_DOCNUM_H

#include "fact/scan.h"

/* Adds every mention, short ones and lists included, with the date printed
 * beside it.  Short mentions and plenum names are left unresolved ("CT 5",
 * "NQTW4/XI") for registry.h to resolve. */
void tc_docnum_scan(const struct tc_scan *scan, struct tc_number_list *out);

/* Reads the whole of `text` (a query, valid UTF-8) as one document number,
 * in any spelling; "@2016", "@2016-10-30" or "@khoaXII" may follow and is
 * left in *at.  False when it is none.  `loose` also takes lower-case and
 * space-only forms ("1-kl/tw", "01 KL/TW", "chi thi 05"). */
bool tc_docnum_parse(struct tc_str text, bool loose, struct tc_arena *arena,
		     struct tc_number *out, struct tc_str *at);

/* The canonical type of a type word or code in bare lower case ("nghi
 * quyet", "nq"); NULL when it is none. */
const char *tc_docnum_type(struct tc_str bare);

#endif

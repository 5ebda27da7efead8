/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Lines that cite documents, told by their characters alone: for those who
 * ask what belongs to an article before its facts are known.
 */
#ifndef TC_FACT_CITATION_H
#define TC_FACT_CITATION_H

#include "base/str.h"

#include <stdbool.h>

/* "21-NQ/TW", "15 / 2020 / ND-CP": digits, a mark, capitals. */
bool tc_citation_in(struct tc_str line);

/* "Kết luận số 127-", and "/KL/TW" on the line below it: a symbol that the end
 * of a line breaks. */
bool tc_citation_broken(struct tc_str above, struct tc_str below);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Lines that a scholar signs, and where he works, as journals print them below
 * a headline:
 *
 *	ThS LÊ VĂN AN
 *	Trường Chính trị tỉnh Hà Nam
 */
#ifndef TC_FACT_SCHOLAR_H
#define TC_FACT_SCHOLAR_H

#include "base/str.h"

#include <stdbool.h>

/* "PGS, TS. Lê Văn An": a degree and a name, or also his chair at a school. */
bool tc_scholar_signs(struct tc_str line);
/* A degree stands first, whatever else is in it. */
bool tc_scholar_begins(struct tc_str byline);

#endif

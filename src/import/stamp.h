/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The line with which a content system dates a page:
 *
 *   "06-06-2023 21:21"                        TC_HINT_LINE
 *   "Ngay dang: 29/07/2025 17:46   Ban in"    TC_HINT_LABELLED
 *   "Cap nhat luc: 18:00 |22/05/2022"         TC_HINT_UPDATED
 *   "Thu Bay, ngay 23 thang 11 nam 2024"      TC_HINT_LINE, clock-like
 *
 * Nothing else may stand in it but a label, furniture (a counter, "In
 * trang") and, behind a bar, a byline.
 */
#ifndef TC_IMPORT_STAMP_H
#define TC_IMPORT_STAMP_H

#include "fact/article.h"

struct tc_stamp {
	enum tc_hint_kind kind;
	struct tc_str value;	/* the part of the line that is the date */
	bool clock_like;	/* a weekday without a label */
	struct tc_str head;	/* a byline or tools before it; else empty */
	struct tc_str tail;	/* the same behind it */
};

/* False when the line is none. */
bool tc_stamp_read(struct tc_str line, struct tc_stamp *stamp);

/* So far above a title a date may still be the article's. */
#define TC_STAMP_LINES 3

/* Whether a date without a label, so many lines above the title, tells when
 * the page was rendered: one with a weekday does, unless it stands on the
 * title with a time. */
bool tc_stamp_is_clock(const struct tc_stamp *stamp, size_t above);

/* "Hồng Vân - 10/05/2023": beside who wrote it, and nothing else. */
bool tc_stamp_is_signed(const struct tc_stamp *stamp);

/* "Ha Noi, ngay 10 thang 10 nam 2008" and no more: a document's own date. */
bool tc_stamp_is_letterhead(struct tc_str line);

/* Where a labelled date that something else stands before begins; line.n when
 * there is none: headings that were never closed run into it. */
size_t tc_stamp_glued(struct tc_str line, struct tc_stamp *stamp);

#endif

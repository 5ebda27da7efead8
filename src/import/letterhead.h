/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The head of a document, which a page names above it or not:
 *
 *   Ke hoach 54/KH-UBND nam 2020 ve ...	TITLE
 *   UY BAN NHAN DAN TINH ...		kept
 *   So: 54/KH-UBND				kept
 *   Lang Son, ngay 27 thang 3 nam 2020	kept
 *   KE HOACH				heading, the title where none is above
 *   ve sua hoc duong			heading
 *   Can cu ...				text
 */
#ifndef TC_IMPORT_LETTERHEAD_H
#define TC_IMPORT_LETTERHEAD_H

#include "base/str.h"
#include "import/line.h"

struct tc_letterhead {
	size_t from, to;	/* lines; none when they are the same */
};

/* The head above line `text`, where the text begins. */
struct tc_letterhead tc_letterhead_find(const struct tc_lines *l, size_t text);

/* "DANG CONG SAN VIET NAM" and the like: on all documents, the title of none. */
bool tc_letterhead_is_motto(struct tc_str line);

/* The lines from the document's kind in capitals to what it is about; the same
 * numbers when there are none. */
struct tc_letterhead tc_letterhead_heading(const struct tc_lines *l,
					   const struct tc_letterhead *h,
					   size_t text);

/* Adds the lines of it that are kept, those before line `end`. */
void tc_letterhead_write(const struct tc_lines *l,
			 const struct tc_letterhead *h, size_t end,
			 struct tc_buf *body);

#endif

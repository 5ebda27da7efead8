/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Furniture: the phrases of a page that are not the article.  Looked up
 * without case, diacritics, blanks, digits and punctuation, because pages
 * glue them together ("...giao.Binh luanMuc luc") and print them either
 * way.
 */
#ifndef TC_IMPORT_FURNITURE_H
#define TC_IMPORT_FURNITURE_H

#include "base/str.h"

enum tc_furniture {
	TC_FURNITURE_NONE,
	TC_FURNITURE_BAR,	/* the page's tools: print, font size, share */
	TC_FURNITURE_COUNTER,	/* views, visitors, page numbers */
	TC_FURNITURE_NAV,	/* the way through the site */
	TC_FURNITURE_INLINE,	/* stands inside articles: image texts */
	TC_FURNITURE_TAIL,	/* begins what follows an article */
	TC_FURNITURE_FORM,	/* log-in, comments, polls */
	TC_FURNITURE_FOOT,	/* imprint */
};

/* What the line is when nothing else stands in it; a line of digits and
 * punctuation counts as page numbers. */
enum tc_furniture tc_furniture_whole(struct tc_str line);

/* Where furniture glued behind the last sentence starts; line.n when
 * nothing is. */
size_t tc_furniture_glued(struct tc_str line);

#endif

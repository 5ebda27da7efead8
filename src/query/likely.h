/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The best matches of a phrase.  Whether words stand side by side is told by
 * the row of an article, which is dear to read (xap.h), and Xapian, which
 * goes by docid, has the row of each article read that is better than the
 * twelfth so far.  Where a third of the first dozen have the words it is less
 * to take all for matches, and to read the rows in the order of rank:
 *
 *   rank   1 2 3 4 5 6 7 8 ...  64
 *   row    + + - + + +               enough: the rest is not read
 *
 * 100,000 articles, half of those with four words have the phrase: some 40
 * rows in place of 203.
 */
#ifndef TC_QUERY_LIKELY_H
#define TC_QUERY_LIKELY_H

#include "index/xap.h"

/* As tc_xdb_search(), with the same hits; the estimate may differ. */
int tc_likely_search(struct tc_xdb *db, const struct tc_xsearch *s,
		     struct tc_arena *arena, struct tc_xresult *out,
		     struct tc_error *err);

#endif

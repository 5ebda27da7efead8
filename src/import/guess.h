/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The charset of bytes that declare none, by spelling. */
#ifndef TC_IMPORT_GUESS_H
#define TC_IMPORT_GUESS_H

#include "base/str.h"

/* How Vietnamese a text is: of its words with a diacritic, the share that
 * are syllables; 0 when there are too few to tell.  Measured on five
 * articles: 0.99 in the right charset, at most 0.75 in a wrong one. */
double tc_guess_score(struct tc_str utf8);

/* Of that score and above, the text is taken for Vietnamese. */
#define TC_GUESS_ENOUGH 0.90

#endif

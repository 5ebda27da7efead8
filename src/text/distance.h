/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How far two words are apart for a Vietnamese reader: a tone counts less
 * than a vowel's mark, a mark less than a letter.
 */
#ifndef TC_TEXT_DISTANCE_H
#define TC_TEXT_DISTANCE_H

#include "base/str.h"

#define TC_DISTANCE_TONE .25
#define TC_DISTANCE_MARK .5
#define TC_DISTANCE_LETTER 1.

/* A longer word is far from everything. */
#define TC_DISTANCE_LETTERS_MAX 24
#define TC_DISTANCE_FAR 100.

/* Between two lower-case NFC words: letters put in, left out, exchanged or
 * swapped (Damerau), each at its price.  Symmetric; 0 for equal words. */
double tc_distance(struct tc_str a, struct tc_str b);

#endif

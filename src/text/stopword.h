/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Function words: syllables that carry no meaning of their own in Party
 * news.  They are indexed like all others; ranking and the pair terms treat
 * them apart.  Not the list in common use: that one stops syllables that
 * carry meaning here (bo, nuoc, ngay, so, viec ...).
 */
#ifndef TC_TEXT_STOPWORD_H
#define TC_TEXT_STOPWORD_H

#include "base/str.h"

/* `exact` as in struct tc_token. */
bool tc_stopword_is(struct tc_str exact);
/* Whether a word typed without marks can only be meant as one: every
 * listed word that folds to it ("cua", "nhung", but not "tai" or "la"). */
bool tc_stopword_is_bare(struct tc_str bare);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Raw typing: what a Vietnamese keyboard driver would have turned into
 * letters, met in queries where none was running.
 *
 *            circumflex   breve  horn   d      tones, in the order of
 *   Telex    aa ee oo     aw     ow uw  dd     f r x s j     enum tc_tone
 *   VNI      6            8      7      9      2 3 4 1 5
 *   VIQR     ^            (      +      dd     ` ? ~ ' .
 *
 * Marks may come right after their letter or at the end of the syllable
 * (quyeest, quyeets, quyet61), and one w or 7 makes both letters of uo
 * horned.
 */
#ifndef TC_TEXT_KEYSTROKE_H
#define TC_TEXT_KEYSTROKE_H

#include "base/str.h"

/* A longer word is no syllable. */
#define TC_KEYSTROKE_MAX 16

enum tc_keystroke {
	TC_KEYSTROKE_NONE, TC_KEYSTROKE_TELEX, TC_KEYSTROKE_VNI,
	TC_KEYSTROKE_VIQR
};

/* Without the punctuation around it. */
struct tc_str tc_keystroke_word(struct tc_str word, enum tc_keystroke scheme);

/* Appends the syllable that the keys of one word make, in canonical spelling
 * and the case typed.  False, and nothing appended, when they make none,
 * when there is nothing to decode, and for words in capitals: NQ, TW. */
bool tc_keystroke_decode(struct tc_str word, enum tc_keystroke scheme,
			 struct tc_buf *out);

/* The scheme in which a query was typed, by all its words.  Made to say none
 * when in doubt (khoi7, cb2, "this is"): the decoded reading is an addition
 * to the query as typed. */
enum tc_keystroke tc_keystroke_guess(struct tc_str text);

#endif

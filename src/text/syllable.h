/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The Vietnamese syllable: onset + rime + tone, by the generator table of 23
 * onsets and 160 rimes.
 */
#ifndef TC_TEXT_SYLLABLE_H
#define TC_TEXT_SYLLABLE_H

#include "base/str.h"

#define TC_SYLLABLE_MAX 24	/* bytes of the longest, a NUL included */

enum tc_tone {
	TC_NGANG, TC_HUYEN, TC_HOI, TC_NGA, TC_SAC, TC_NANG
};

struct tc_syllable {
	unsigned char onset;	/* index into the table, 0 for none */
	unsigned char rime;	/* index into the table */
	unsigned char tone;	/* enum tc_tone */
};

/* Takes a word apart: lower case, NFC, the tone mark on whichever vowel it
 * stands.  False when it is not in the table. */
bool tc_syllable_parse(struct tc_str word, struct tc_syllable *s);

/* Spells it canonically: the tone by the old placement (the majority, 93 of
 * 100 in web text), with a NUL behind.  Returns the length in bytes, 0 when
 * there is no such syllable. */
size_t tc_syllable_spell(struct tc_syllable s, char out[TC_SYLLABLE_MAX]);

/* The index key of a lower-case NFC word: a syllable, or a word whose only
 * fault is a misplaced mark or a horn left out of uo + coda, in canonical
 * spelling; any other word as it stands.  Writes to `out` and returns true
 * when the key differs from the word. */
bool tc_syllable_canonical(struct tc_str word, char out[TC_SYLLABLE_MAX],
			   size_t *n);

/* i and y where they are written for each other without a difference in
 * meaning: k and qu always, h (hy sinh, hi sinh), and l, m, s, t under a tone
 * mark; never v, n, th (Vy is a name, vi a syllable).  True for both
 * spellings, with the other one: ky for ki, qui for quy.  `exact` is
 * canonical. */
bool tc_syllable_other(struct tc_str exact, char out[TC_SYLLABLE_MAX],
		       size_t *n);

/* The beginning of words with its tone mark on the other vowel, where it ends
 * in two that place it in two ways: both begin words, "hòa" and "hoàng".
 * Lower case, NFC; appends it, false when there is none. */
bool tc_syllable_moved(struct tc_str start, struct tc_buf *out);

/* Whether some syllable is this word once all its diacritics are off. */
bool tc_syllable_is_bare(struct tc_str bare);

#endif

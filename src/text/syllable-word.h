/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A word as letters and a tone, the way the table of syllables holds it.
 * Only the text floor includes this.
 */
#ifndef TC_TEXT_SYLLABLE_WORD_H
#define TC_TEXT_SYLLABLE_WORD_H

#include "base/str.h"
#include "text/syllable.h"
#include "text/syllable-table.h"

#include <stdint.h>

struct tc_word {
	uint64_t key;			/* letters without the tone */
	unsigned char n;		/* letters */
	unsigned char tone;
	unsigned char position;		/* the letter that bears it */
};

/* False for what cannot be a syllable: other characters, upper case, more
 * than seven letters, two tones. */
bool tc_word_read(struct tc_str s, struct tc_word *w);
/* The slot of the syllable that is meant: its key is that of the word but
 * where the word leaves a horn out.  TC_SLOTS when there is none. */
static inline unsigned tc_word_find(const struct tc_word *w)
{
	const unsigned at = tc_slot_find(w->key);

	if (at == TC_SLOTS || !tc_slot_takes(tc_syllable_slots[at], w->tone))
		return TC_SLOTS;
	const uint64_t slot = tc_syllable_slots[at];
	return slot & TC_SLOT_ALIAS ?
	       tc_syllable_places[tc_slot_onset(slot)][tc_slot_rime(slot)] :
	       at;
}

/* Of letters and a tone, for tables of words: Fibonacci hashing (Knuth, 6.4),
 * the upper half of the product. */
static inline uint32_t tc_word_hash(uint64_t key, unsigned tones)
{
	return (uint32_t)((key << 3 ^ tones) * UINT64_C(0x9E3779B97F4A7C15) >>
			  32);
}

/* The place of a bare form in tc_syllable_bare; false when no syllable is so
 * without its marks. */
bool tc_syllable_bare_number(struct tc_str bare, unsigned *number);

/* Writes letters (tc_slot_find()) without their marks, a byte each; how many
 * there are. */
size_t tc_key_spell_bare(uint64_t key, char out[TC_SLOT_LETTERS]);

/* Spells what is in a slot, with a tone; the length in bytes. */
size_t tc_slot_spell(unsigned at, unsigned tone, char out[TC_SYLLABLE_MAX]);

#endif

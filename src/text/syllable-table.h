/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The generated table of syllables: a perfect hash of every toneless spelling,
 * each found at once or not at all (an open one takes a third of the time of
 * a tokenizer: whether the first place is the right one cannot be foretold).
 *
 *   letters -> bucket -> tc_syllable_shifts[bucket] -> slot
 *
 *   slot   63..60  59     58    57..50  49..45  44..42    41..0
 *          -       alias  stop  rime    onset   position  letters
 *
 * The letters are codes of 6 bits (unicode.h), the last one lowest; position
 * is that of the tone mark by the old placement.  An alias is a wrong
 * spelling whose syllable is known.  Only the text floor includes this.
 */
#ifndef TC_TEXT_SYLLABLE_TABLE_H
#define TC_TEXT_SYLLABLE_TABLE_H

#include "text/unicode.h"

#include <stdbool.h>
#include <stdint.h>

#define TC_SLOT_BITS 13
#define TC_BUCKET_BITS 11
#define TC_BUCKETS (1u << TC_BUCKET_BITS)
#define TC_SLOTS (1u << TC_SLOT_BITS)
#define TC_SLOT_LETTERS 7
#define TC_SLOT_KEY ((UINT64_C(1) << 42) - 1)
#define TC_SLOT_STOP (UINT64_C(1) << 58)
#define TC_SLOT_ALIAS (UINT64_C(1) << 59)

#define TC_ONSETS 24		/* none among them */
#define TC_RIMES 163		/* 160 and three doublets */

extern const uint64_t tc_syllable_slots[TC_SLOTS];
extern const uint16_t tc_syllable_shifts[TC_BUCKETS];
/* By slot: the tones with which it is a function word, as bits. */
extern const uint8_t tc_syllable_function[TC_SLOTS];
/* Where a syllable is in the table; TC_SLOTS where there is none. */
extern const uint16_t tc_syllable_places[TC_ONSETS][TC_RIMES];
/* The letters of every syllable without any diacritic, sorted. */
extern const uint64_t tc_syllable_bare[];
extern const unsigned tc_syllable_bare_count;

/* The syllables that are one without their marks: those of bare form i stand
 * from tc_syllable_first[i] up to tc_syllable_first[i + 1], as slot << 3 |
 * tone, at most TC_FORMS of them. */
#define TC_FORMS 15
extern const uint16_t tc_syllable_forms[];
extern const uint8_t tc_syllable_lengths[];	/* of each of them, in bytes */
extern const uint16_t tc_syllable_first[];
/* Which of them the code of a word tells (wordrow.h); -1 where it tells none,
 * a break among them. */
static inline int tc_code_form(uint16_t code)
{
	const unsigned number = (unsigned)(code >> 4) - 1;

	if (number >= tc_syllable_bare_count)
		return -1;
	const unsigned at = tc_syllable_first[number] + (code & 15);
	return at < tc_syllable_first[number + 1] ? (int)at : -1;
}
/* By slot: the place of its bare form in tc_syllable_bare; and by tone which
 * of its forms it is, TC_FORMS for one that has no room. */
extern const uint16_t tc_syllable_numbers[TC_SLOTS];
extern const uint8_t tc_syllable_form[TC_SLOTS][8];

static inline unsigned tc_key_letters(uint64_t key)
{
	const unsigned bits = 64 - (unsigned)__builtin_clzll(key | 1);

	return key ? (bits + TC_LETTER_BITS - 1) / TC_LETTER_BITS : 0;
}

static inline uint64_t tc_slot_hash(uint64_t key)
{
	return key * UINT64_C(0x9E3779B97F4A7C15);
}

static inline unsigned tc_slot_bucket(uint64_t hash)
{
	return (unsigned)(hash >> (64 - TC_BUCKET_BITS));
}

/* The only slot in which the key may be.  The shift is multiplied, so that two
 * of a bucket part somewhere. */
static inline unsigned tc_slot_place(uint64_t hash, unsigned shift)
{
	return ((unsigned)(hash >> 32) + shift * (unsigned)(hash >> 16)) %
	       TC_SLOTS;
}

/* TC_SLOTS when it is not there. */
static inline unsigned tc_slot_find(uint64_t key)
{
	const uint64_t h = tc_slot_hash(key);
	const unsigned at =
		tc_slot_place(h, tc_syllable_shifts[tc_slot_bucket(h)]);

	/* an empty slot has no letters, and so has no word */
	return (tc_syllable_slots[at] & TC_SLOT_KEY) == key && key ?
	       at : TC_SLOTS;
}

static inline unsigned tc_slot_position(uint64_t slot)
{
	return (unsigned)(slot >> 42) & 7;
}

static inline unsigned tc_slot_onset(uint64_t slot)
{
	return (unsigned)(slot >> 45) & 31;
}

static inline unsigned tc_slot_rime(uint64_t slot)
{
	return (unsigned)(slot >> 50) & 255;
}

/* Whether a syllable bears this tone: a stop coda only acute or dot. */
static inline bool tc_slot_takes(uint64_t slot, unsigned tone)
{
	/* the tones as bits; no branch, which could not be foretold */
	const unsigned stop = (unsigned)(slot >> 58) & 1;

	return (0x3F ^ (0x0F & -stop)) >> tone & 1;
}

#endif

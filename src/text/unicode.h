/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The generated constant tables: what gen-unicode.c takes from ICU at build
 * time, so that no program needs ICU when it runs.
 *
 *   c -> tc_char_blocks[c / 64] -> tc_char_index[...] -> tc_char_records[...]
 *
 * Only the text floor includes this.
 */
#ifndef TC_TEXT_UNICODE_H
#define TC_TEXT_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

#define TC_CHAR_BLOCK 64

enum {
	TC_CHAR_LETTER = 1,	/* general category L */
	TC_CHAR_MARK = 2,	/* M */
	TC_CHAR_DIGIT = 4,	/* Nd */
	TC_CHAR_UPPER = 8,	/* Lu, Lt */
	TC_CHAR_LOWER = 16,	/* Ll */
	TC_CHAR_CASED = 32,	/* for the final sigma: Cased, */
	TC_CHAR_IGNORABLE = 64,	/* Case_Ignorable */
	TC_CHAR_WIDE = 128,	/* two columns */
	TC_CHAR_ZERO = 256,	/* no column */
	TC_CHAR_ALONE = 512,	/* a letter of Han, Kana, Hangul, Bopomofo */
	TC_CHAR_CLEAN = 1024,	/* stays as it is under tc_normalize() and
				   begins a new segment for NFC */
	TC_CHAR_HANGUL = 2048,	/* a precomposed syllable */
	TC_CHAR_SPECIAL = 4096,	/* lower case by rule: U+0130, sigma */
};

struct tc_char_record {
	int32_t lower;		/* to add for the lower-case character */
	int32_t bare;		/* to add for the bare one; or: */
	uint16_t decomposed;	/* place in tc_char_pool, 0 for none */
	uint16_t flags;
	uint8_t class;		/* canonical combining class */
};
/* Values of .bare that are no difference */
#define TC_BARE_GONE 0x7FFFFFFF		/* nothing is left */
#define TC_BARE_POOL 0x200000		/* + place in tc_char_pool */

struct tc_char_pair {
	uint32_t first, second, composite;	/* sorted by the first two */
};

extern const uint16_t tc_char_blocks[];
extern const uint16_t tc_char_index[];
extern const struct tc_char_record tc_char_records[];
/* Strings: their length, then their characters */
extern const uint32_t tc_char_pool[];
extern const struct tc_char_pair tc_char_pairs[];
extern const unsigned tc_char_pair_count;

static inline const struct tc_char_record *tc_char_record(uint32_t c)
{
	const unsigned block = tc_char_blocks[c / TC_CHAR_BLOCK];

	return tc_char_records +
	       tc_char_index[block * TC_CHAR_BLOCK + c % TC_CHAR_BLOCK];
}

/*
 * The letters and digits of a Vietnamese word, in 6 bits: a to z are 1 to 26,
 * then the seven with a diacritic of their own, then 0 to 9.
 */
enum {
	TC_LETTER_A = 1, TC_LETTER_I = 9, TC_LETTER_Y = 25,
	TC_LETTER_A_BREVE = 27, TC_LETTER_A_HAT, TC_LETTER_D_BAR,
	TC_LETTER_E_HAT, TC_LETTER_O_HAT, TC_LETTER_O_HORN,
	TC_LETTER_U_HORN,
	TC_LETTER_ZERO = 34,
	TC_LETTER_COUNT = 44,
};
#define TC_LETTER_BITS 6

/* A character as letter, tone (enum tc_tone) and case; 0 for any other. */
#define TC_LETTER(info) ((info) & 63u)
#define TC_LETTER_TONE(info) ((info) >> 6 & 7u)
#define TC_LETTER_UPPER 512u

extern const uint16_t tc_letter_low[0x200];	/* U+0000 to U+01FF */
extern const uint16_t tc_letter_high[0x100];	/* U+1E00 to U+1EFF */

/* The lower-case letter with a tone: up to 3 bytes, then their number. */
struct tc_letter_bytes {
	char p[3];
	unsigned char n;
};
extern const struct tc_letter_bytes tc_letter_bytes[TC_LETTER_COUNT][6];
extern const char tc_letter_bare[TC_LETTER_COUNT];

static inline unsigned tc_letter_info(uint32_t c)
{
	if (c < 0x200)
		return tc_letter_low[c];
	return c - 0x1E00 < 0x100 ? tc_letter_high[c - 0x1E00] : 0;
}

#endif

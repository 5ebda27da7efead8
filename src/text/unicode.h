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

#include <endian.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

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

/* A character as letter, tone (enum tc_tone) and case; 0 for any other.  The
 * bits from TC_LETTER_TALLY on add up over a word: upper-case letters,
 * digits and tones, five bits each. */
#define TC_LETTER(info) ((info) & 63u)
#define TC_LETTER_TONE(info) ((info) >> 6 & 7u)
#define TC_LETTER_UPPER 512u
#define TC_LETTER_TALLY 16
#define TC_LETTER_WORD_MAX 31
#define TC_TALLY_UPPERS(tally) ((tally) & 31)
#define TC_TALLY_DIGITS(tally) ((tally) >> 5 & 31)
#define TC_TALLY_TONES(tally) ((tally) >> 10 & 31)

/* A lower-case letter in UTF-8: up to 3 bytes, then their number.  A capital
 * has as many. */
struct tc_letter_bytes {
	char p[3];
	unsigned char n;
};
extern const struct tc_letter_bytes tc_letter_bytes[TC_LETTER_COUNT][6];
extern const char tc_letter_bare[TC_LETTER_COUNT];

struct tc_letter {
	uint32_t info;
	struct tc_letter_bytes lower;	/* of any ASCII character too */
};

/* By character: U+0000 to U+007F, U+00C0 to U+01BF, U+1E00 to U+1EFF, and
 * one that is none. */
#define TC_LETTER_LOW 0
#define TC_LETTER_LATIN 128
#define TC_LETTER_HIGH 384
#define TC_LETTER_NONE 640
extern const struct tc_letter tc_letters[TC_LETTER_NONE + 1];

/* How the bytes of a character give its place there, without a branch on
 * their number: base + ((second & mask2) << shift) + (third & mask3). */
struct tc_lead {
	uint16_t base;
	unsigned char mask2, shift, mask3;
	unsigned char want, care;	/* of the second byte */
	unsigned char n;
};
extern const struct tc_lead tc_leads[256];

/* The letter at p, of valid UTF-8 with 3 bytes to be read; *n is its length.
 * An info of 0 is that of no letter, and a lower.n of 0 that of neither
 * a letter nor ASCII. */
static inline const struct tc_letter *tc_letter_at(const char *p, unsigned *n)
{
	const unsigned char *const u = (const unsigned char *)p;
	const struct tc_lead *const l = &tc_leads[u[0]];

	*n = l->n;
	if ((u[1] ^ l->want) & l->care)
		return &tc_letters[TC_LETTER_NONE];
	return &tc_letters[l->base + ((u[1] & l->mask2) << l->shift) +
			   (u[2] & l->mask3)];
}

/* The same for a character that is decoded already. */
static inline const struct tc_letter *tc_letter_of(uint32_t c)
{
	const unsigned i = c < 0x80 ? TC_LETTER_LOW + c :
			   c - 0xC0 < 0x100 ? TC_LETTER_LATIN + c - 0xC0 :
			   c - 0x1E00 < 0x100 ? TC_LETTER_HIGH + c - 0x1E00 :
			   TC_LETTER_NONE;

	return &tc_letters[i];
}

static inline unsigned tc_letter_info(uint32_t c)
{
	return tc_letter_of(c)->info;
}

/* The same for a chunk of text (chunk.h): the letter of the character at p by
 * the bytes of the lead that count, with 4 bytes to be read. */
struct tc_chunk_code {
	unsigned char code;	/* TC_LETTER_..., 0 for none */
	unsigned char mark;	/* the tone, + 8 for a capital */
	char bare;
	unsigned char other;	/* neither ASCII nor a letter with a code */
};
/* ASCII; U+00C0 to U+01BF; all that begin with E1; one for all others, by
 * whatever their second and third byte */
#define TC_CODE_LATIN 128
#define TC_CODE_HIGH 384
#define TC_CODE_NONE (TC_CODE_HIGH + 4096)
#define TC_CODE_COUNT (TC_CODE_NONE + 1)
struct tc_code_lead {
	uint32_t mask;		/* of four bytes, the first lowest */
	int16_t base;
	uint16_t shift;		/* of the second byte */
};
extern const struct tc_chunk_code tc_codes[TC_CODE_COUNT];
extern const struct tc_code_lead tc_code_leads[256];

static inline const struct tc_chunk_code *tc_chunk_code_at(const char *p)
{
	const struct tc_code_lead *const l = &tc_code_leads[(unsigned char)*p];
	uint32_t w;

	memcpy(&w, p, sizeof w);
	w = le32toh(w) & l->mask;
	return &tc_codes[l->base + (int)((w >> 8 & 255) << l->shift) +
			 (int)(w >> 16)];
}

/* The places of the bits that are set in a byte, lowest first. */
extern const uint16_t tc_bit_places[256][8];

/*
 * Eight bytes at a time: where characters start is known for all of them at
 * once, so that the work on one character need not wait for the length of
 * the one before (half the time of a loop that does).
 *
 *	for (starts = tc_window(p); starts; starts &= starts - 1)
 *		... tc_letter_at(p + tc_window_off(starts), &n) ...
 *
 * TC_WINDOW_READ bytes are to be read: a character may begin in the last
 * of eight.
 */
#define TC_WINDOW 8
#define TC_WINDOW_READ 10

static inline uint64_t tc_window(const char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof w);
	w = le64toh(w);
	/* continuation bytes are those with the two upper bits 10 */
	return ~(w & ~(w << 1)) & UINT64_C(0x8080808080808080);
}

static inline unsigned tc_window_off(uint64_t starts)
{
	return (unsigned)__builtin_ctzll(starts) / 8;
}

/* p or, within a character, the next one's start. */
static inline const char *tc_window_align(const char *p, const char *end)
{
	while (p < end && ((unsigned char)*p & 0xC0) == 0x80)
		p++;
	return p;
}

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The words of a text in a row, two bytes each: what is near what, kept beside
 * the index for the second look and for phrases, so that neither has to read
 * and cut the text again.
 *
 *   text   "Chi bộ họp.\nĐảng uỷ"
 *   codes  chi   bộ    họp   break đảng  ủy    check
 *          3a15  5b02  9c1e  0000  07f9  81d4  6e20     (little-endian)
 *          \_/|
 *      bare form, 12 bits; which of its spellings, 4
 *
 * A word typed without marks is held to the twelve bits, one with marks to all
 * of them.  A syllable's bare form is its number in the table of syllables,
 * and so its code tells how it is spelled; any other word's is a hash above
 * those numbers.  What such a hash lets pass is verified on the text, or only
 * ranks.  The last two bytes tell damage, which would else answer otherwise
 * and say nothing.
 */
#ifndef TC_TEXT_WORDROW_H
#define TC_TEXT_WORDROW_H

#include "text/syllable.h"
#include "text/token.h"

/* A longer text is cut: behind this many codes anything may stand. */
#define TC_WORDROW_MAX 65536

#define TC_WORD_BREAK 0		/* between lines: no phrase runs over it */

/* What a code is held to. */
struct tc_wordcode {
	uint16_t code, mask;
};

/* Of a form by itself; `bare` holds for every spelling of it. */
struct tc_wordcode tc_wordcode_of(struct tc_str exact, struct tc_str bare);
struct tc_wordcode tc_wordcode_bare(struct tc_str bare);

/* Whether no other word has what this one is held to. */
bool tc_wordcode_is_sure(struct tc_wordcode w);

/* Of a word of a text, which knows its place in the table. */
uint16_t tc_wordcode_of_token(const struct tc_token *t);

/* The word as a key of the index: in bare form, and behind it a capital letter
 * for the spelling where it is another (dang, dangB), which keeps the keys of
 * one bare form together and short.  A word whose code does not tell its
 * spelling stands as it is.  Writes to `out` and returns true when the key is
 * not the word itself. */
bool tc_wordcode_key(struct tc_str exact, char out[TC_SYLLABLE_MAX],
		     size_t *n);
bool tc_wordcode_token_key(const struct tc_token *t,
			   char out[TC_SYLLABLE_MAX], size_t *n);
/* The word of such a key; false for a key that is the word itself. */
bool tc_wordcode_unkey(struct tc_str key, char out[TC_SYLLABLE_MAX],
		       size_t *n);

/* How the word is spelled, in lower case; the length in bytes, 0 where the
 * code does not tell. */
size_t tc_wordcode_spell(uint16_t code, char out[TC_SYLLABLE_MAX]);
/* Its place as struct tc_token has it; -1 where the code does not tell. */
int tc_wordcode_place(uint16_t code);
bool tc_wordcode_is_spelled(uint16_t code);

static inline bool tc_wordcode_is(struct tc_wordcode w, uint16_t code)
{
	return code != TC_WORD_BREAK && (code & w.mask) == w.code;
}

/* Appends the row of a text, as it is stored; never nothing. */
void tc_wordrow_put(struct tc_str text, const struct tc_tokens *tokens,
		    struct tc_buf *out);
/* The codes of a row that was just made. */
static inline struct tc_str tc_wordrow_codes(struct tc_str stored)
{
	return tc_str(stored.p, stored.n - 2);
}

/* The codes of what is stored; false when that is damaged or not there. */
bool tc_wordrow_open(struct tc_str stored, struct tc_str *row);

static inline size_t tc_wordrow_len(struct tc_str row)
{
	return row.n / 2;
}

static inline uint16_t tc_wordrow_at(struct tc_str row, size_t i)
{
	return (uint16_t)((unsigned char)row.p[2 * i] |
			  (unsigned char)row.p[2 * i + 1] << 8);
}

/* Whether the words stand side by side somewhere; true for a row that was
 * cut. */
bool tc_wordrow_has(struct tc_str row, const struct tc_wordcode *v, size_t n);

/* Whether all of them stand somewhere among `within` words of one line, in
 * any order; true for a row that was cut, and of more words than that. */
#define TC_WORDROW_NEAR_MAX 16
bool tc_wordrow_near(struct tc_str row, const struct tc_wordcode *v, size_t n,
		     size_t within);

#endif

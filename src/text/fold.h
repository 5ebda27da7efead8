/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Case and diacritics by generated constant tables, equal to ICU's root
 * lower-casing and to NFD without nonspacing marks (d with stroke becomes d),
 * composed again, so that a Hangul syllable is its own bare form.
 */
#ifndef TC_TEXT_FOLD_H
#define TC_TEXT_FOLD_H

#include "base/str.h"

#include <stdint.h>

/* Append the lower-case form; the form without diacritics.  Valid UTF-8,
 * NFC. */
void tc_fold_lower(struct tc_str in, struct tc_buf *out);
void tc_fold_bare(struct tc_str in, struct tc_buf *out);

/* The bare words of a name, one blank between any two, as its tokens have them
 * (token.h): how many bytes these are, at most as many as it has; SIZE_MAX
 * when it has other than Vietnamese letters and ASCII, or a word too long:
 * then the tokens are to be made. */
size_t tc_fold_bare_words(struct tc_str name, char *out);

/* Of characters that are not ASCII, which is most of a text and told without
 * a table. */
uint32_t tc_char_lower_wide(uint32_t c);
uint32_t tc_char_bare_wide(uint32_t c);
bool tc_char_is_upper_wide(uint32_t c);
bool tc_char_is_letter_wide(uint32_t c);
bool tc_char_is_digit_wide(uint32_t c);

static inline bool tc_char_is_upper(uint32_t c)
{
	return c < 0x80 ? c - 'A' < 26u : tc_char_is_upper_wide(c);
}

/* General category L. */
static inline bool tc_char_is_letter(uint32_t c)
{
	return c < 0x80 ? (c | 32) - 'a' < 26u : tc_char_is_letter_wide(c);
}

/* General category Nd. */
static inline bool tc_char_is_digit(uint32_t c)
{
	return c < 0x80 ? c - '0' < 10u : tc_char_is_digit_wide(c);
}

/* General category M. */
bool tc_char_is_mark(uint32_t c);

/* One character (the first, where lower-casing gives several). */
static inline uint32_t tc_char_lower(uint32_t c)
{
	return c < 0x80 ? c + 32u * (c - 'A' < 26u) : tc_char_lower_wide(c);
}

/* The character without diacritics: U+1EBF -> 'e'; 0 for a nonspacing mark,
 * of which nothing is left. */
static inline uint32_t tc_char_bare(uint32_t c)
{
	return c < 0x80 ? c : tc_char_bare_wide(c);
}

/* Columns on a terminal: 0 for marks, 2 for wide East Asian characters,
 * else 1 (Unicode Annex 11). */
int tc_char_columns(uint32_t c);
size_t tc_text_columns(struct tc_str s);
/* Appends s, and blanks up to so many columns. */
void tc_text_pad(struct tc_buf *out, struct tc_str s, size_t columns);

#endif

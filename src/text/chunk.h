/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A piece of text as letters, a byte each, so that a word is a few machine
 * words:
 *
 *   text   Đ     ả        n  g  _  u  ỷ
 *   off    0     2        5  6  7  8  9        and the end
 *   code   d-bar a        n  g  0  u  y        TC_LETTER_... of unicode.h
 *   mark   upper hook              hook        TC_CHUNK_UPPER, enum tc_tone
 *   bare   d     a        n  g  .  u  y
 *   lower  đ     ả        n  g  .  u  ỷ        as many bytes as the text
 *
 * One pass makes it, in which no branch depends on the text but for
 * characters that are rare.  Only the text floor includes this.
 */
#ifndef TC_TEXT_CHUNK_H
#define TC_TEXT_CHUNK_H

#include "base/str.h"

#include <stdint.h>

#define TC_CHUNK 1024			/* bytes of text, at most */
/* Bytes written behind the last of `lower` and `bare` */
#define TC_CHUNK_SLACK 16

/* The code of what belongs to words and has none: a foreign letter, a mark,
 * an ideograph. */
#define TC_CHUNK_OTHER 63
#define TC_CHUNK_UPPER 8

struct tc_chunk {
	size_t n;			/* characters */
	uint16_t off[TC_CHUNK + 8];
	/* zeros at the end: what separates has no code */
	unsigned char code[TC_CHUNK + 2 * sizeof(uint64_t)];
	unsigned char mark[TC_CHUNK + 2 * sizeof(uint64_t)];
};

/* How many bytes of a longer text make a chunk: up to a character of ASCII
 * that separates words.  0 when there is none in reach. */
size_t tc_chunk_length(struct tc_str text);

/* `text` is valid UTF-8 of at most TC_CHUNK bytes. */
void tc_chunk_read(struct tc_chunk *c, struct tc_str text, char *lower,
		   char *bare);

#endif

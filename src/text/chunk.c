/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "text/chunk.h"

#include "text/block.h"
#include "text/unicode.h"
#include "text/utf8.h"

size_t tc_chunk_length(struct tc_str text)
{
	if (text.n <= TC_CHUNK)
		return text.n;
	for (size_t n = TC_CHUNK; n; n--) {
		const unsigned char c = (unsigned char)text.p[n - 1];
		if (c < 0x80 && !tc_letters[c].info)
			return n;
	}
	return 0;
}

/* Of zeros and ones in the lowest bits of eight bytes. */
#define ONES UINT64_C(0x0101010101010101)
#define GATHER UINT64_C(0x0102040810204080)

/* Where characters start: eight places at a time are written, and those that
 * are too many written over. */
static void find_starts(struct tc_chunk *c, const char *bytes, size_t size)
{
	size_t n = 0;

	for (size_t i = 0; i < size; i += TC_WINDOW) {
		const uint64_t starts = tc_window(bytes + i) >> 7;
		const uint16_t *const places =
			tc_bit_places[starts * GATHER >> 56];
		for (unsigned k = 0; k < 8; k++)
			c->off[n + k] = (uint16_t)(places[k] + i);
		n += starts * ONES >> 56;
	}
	/* what stands behind the text are characters of one byte */
	n -= (size + TC_WINDOW - 1) / TC_WINDOW * TC_WINDOW - size;
	c->off[n] = (uint16_t)size;
	c->n = n;
}

/* Beyond ASCII, and no letter that has a code. */
static unsigned char code_of_other(const char *p)
{
	const char *q = p;
	const struct tc_char_record *const r =
		tc_char_record(tc_utf8_next(&q, q + 4));

	return r->flags & (TC_CHAR_LETTER | TC_CHAR_MARK | TC_CHAR_DIGIT) ?
	       TC_CHUNK_OTHER : 0;
}

void tc_chunk_read(struct tc_chunk *c, struct tc_str text, char *lower,
		   char *bare)
{
	/* with what is read before and behind */
	char room[TC_BLOCK_BEFORE + TC_CHUNK + TC_CHUNK_SLACK];
	char *const bytes = room + TC_BLOCK_BEFORE;

	memset(room, 0, TC_BLOCK_BEFORE);
	memcpy(bytes, text.p, text.n);
	memset(bytes + text.n, 0, TC_CHUNK_SLACK);
	for (size_t i = 0; i < text.n; i += sizeof(tc_block))
		tc_block_lower(bytes + i, lower + i);
	find_starts(c, bytes, text.n);
	const size_t n = c->n;
	for (size_t i = 0; i < n; i++) {
		const char *const p = bytes + c->off[i];
		const struct tc_chunk_code l = *tc_chunk_code_at(p);
		bare[i] = l.bare;
		c->code[i] = l.code;
		c->mark[i] = l.mark;
		if (__builtin_expect(l.other, 0))
			c->code[i] = code_of_other(p);
	}
	memset(c->code + n, 0, 2 * sizeof(uint64_t));
	memset(c->mark + n, 0, 2 * sizeof(uint64_t));
}

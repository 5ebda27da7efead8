/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sixteen bytes of UTF-8 at a time, wherever characters begin in them:
 *
 *	... x E1 | BB 8D n g _ t h E1 BB AD _ n g h i E1 | BB 87 ...
 *	      two before            block
 *
 * A character is judged at its second byte, by what stands before; so one
 * that a block cuts is judged in the next.  Compilers make the vectors of
 * whatever the machine has.  Only the text floor includes this.
 */
#ifndef TC_TEXT_BLOCK_H
#define TC_TEXT_BLOCK_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef unsigned char tc_block __attribute__((vector_size(16)));
typedef signed char tc_block_mask __attribute__((vector_size(16)));

#define TC_BLOCK ((ptrdiff_t)sizeof(tc_block))
#define TC_BLOCK_BEFORE 2		/* bytes to be read before a block */

static inline tc_block tc_block_at(const char *p)
{
	tc_block b;

	memcpy(&b, p, sizeof b);
	return b;
}

static inline tc_block tc_block_of(unsigned char c)
{
	return (tc_block){ 0 } + c;
}

static inline tc_block_mask tc_block_is(tc_block b, unsigned char c)
{
	return (tc_block_mask)(b == tc_block_of(c));
}

/* low to high, both included */
static inline tc_block_mask tc_block_in(tc_block b, unsigned char low,
					unsigned char high)
{
	return (tc_block_mask)(b - low <=
			       tc_block_of((unsigned char)(high - low)));
}

static inline bool tc_block_any(tc_block_mask m)
{
	uint64_t half[2];

	memcpy(half, &m, sizeof half);
	return half[0] | half[1];
}

/* The start of the character that byte *p belongs to, in a text from `start`
 * on. */
static inline const char *tc_block_align(const char *p, const char *start)
{
	while (p > start && ((unsigned char)*p & 0xC0) == 0x80)
		p--;
	return p;
}

/* The lower case of the 16 bytes at p, as many; false when a character is not
 * known here: beyond ASCII, U+0080 to U+0137, U+014A to U+0177, o and u with
 * horn, U+1E00 to U+1EFF, punctuation. */
static inline bool tc_block_lower(const char *p, char *o)
{
	const tc_block b = tc_block_at(p);
	const tc_block a = tc_block_at(p - 1);		/* before each */
	const tc_block aa = tc_block_at(p - 2);
	const tc_block_mask ext_a = tc_block_is(a, 0xC4);
	const tc_block_mask ext_a2 = tc_block_is(a, 0xC5);
	const tc_block_mask ext_b = tc_block_is(a, 0xC6);
	const tc_block_mask additional = tc_block_is(aa, 0xE1);
	const tc_block_mask u_horn = ext_b & tc_block_is(b, 0xAF);
	const tc_block_mask unknown =
		(~(tc_block_mask)(b < tc_block_of(0xC7)) &
		 ~tc_block_in(b, 0xE1, 0xE2)) |
		(ext_a & (tc_block_is(b, 0xB0) |
			  ~(tc_block_mask)(b < tc_block_of(0xB8)))) |
		(ext_a2 & ~tc_block_in(b, 0x8A, 0xB7)) |
		(ext_b & ~tc_block_in(b, 0xA0, 0xA1) &
		 ~tc_block_in(b, 0xAF, 0xB0)) |
		(tc_block_is(a, 0xE1) & ~tc_block_is(b & 0xFE, 0xBA)) |
		(additional & tc_block_is(a, 0xBA) &
		 tc_block_in(b, 0x96, 0x9F)) |
		(tc_block_is(a, 0xE2) & ~tc_block_in(b, 0x80, 0x83));
	const tc_block_mask by_20 = tc_block_in(b, 'A', 'Z') |
		(tc_block_is(a, 0xC3) & tc_block_in(b, 0x80, 0x9E) &
		 ~tc_block_is(b, 0x97));
	/* capitals are the even ones */
	const tc_block_mask by_1 = ext_a | ext_a2 | additional |
		(ext_b & tc_block_is(b, 0xA0));
	const tc_block lower = (b | ((tc_block)by_20 & 0x20) |
				((tc_block)by_1 & 1)) - (tc_block)u_horn;

	memcpy(o, &lower, sizeof lower);
	return !tc_block_any(unknown);
}

#endif

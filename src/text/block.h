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

/* The start of the character that byte *p belongs to. */
static inline const char *tc_block_align(const char *p)
{
	while (((unsigned char)*p & 0xC0) == 0x80)
		p--;
	return p;
}

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which codes of words (wordrow.h) may be meant, by their bare parts: most
 * words of a text are none of a query's, and this passes over them. */
#ifndef TC_TEXT_CODESET_H
#define TC_TEXT_CODESET_H

#include "text/wordrow.h"

struct tc_codeset {
	uint64_t bits[4096 / 64];
};

static inline void tc_codeset_add(struct tc_codeset *s, uint16_t code)
{
	s->bits[code >> 10] |= UINT64_C(1) << (code >> 4 & 63);
}

static inline bool tc_codeset_has(const struct tc_codeset *s, uint16_t code)
{
	return s->bits[code >> 10] >> (code >> 4 & 63) & 1;
}

#endif

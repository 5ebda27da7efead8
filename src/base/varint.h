/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers of 7 bits a byte, the lowest first; the high bit says that more
 * follow. */
#ifndef TC_BASE_VARINT_H
#define TC_BASE_VARINT_H

#include "base/str.h"

static inline void tc_varint_put(struct tc_buf *out, uint64_t n)
{
	while (n >= 0x80) {
		tc_buf_addc(out, (char)(n | 0x80));
		n >>= 7;
	}
	tc_buf_addc(out, (char)n);
}

/* Takes a number off the front; false when it is cut short or too long. */
static inline bool tc_varint_get(struct tc_str *rest, uint64_t *n)
{
	*n = 0;
	for (unsigned shift = 0; shift < 64 && rest->n; shift += 7) {
		unsigned char c = (unsigned char)*rest->p;
		*rest = tc_str_from(*rest, 1);
		*n |= (uint64_t)(c & 0x7F) << shift;
		if (!(c & 0x80))
			return true;
	}
	return false;
}

#endif

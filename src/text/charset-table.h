/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Only the text floor includes this. */
#ifndef TC_TEXT_CHARSET_TABLE_H
#define TC_TEXT_CHARSET_TABLE_H

#include <stdint.h>

enum {
	TC_HIGH_CP1252, TC_HIGH_TCVN3, TC_HIGH_TCVN5712, TC_HIGH_VISCII,
	TC_HIGH_VPS, TC_HIGH_CP1258, TC_HIGH_COUNT
};

/* Characters of the bytes 80 to FF. */
extern const uint16_t tc_charset_high[TC_HIGH_COUNT][128];

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What normalisation changes beyond NFC, character by character; read by
 * normalize.c and by the generator of its tables.  Sorted, disjoint.
 */
#ifndef TC_TEXT_NORMALIZE_MAP_H
#define TC_TEXT_NORMALIZE_MAP_H

#include <stdint.h>

struct tc_remap {
	uint32_t first, last;
	const char *to;		/* UTF-8; "" when they go */
};

static const struct tc_remap tc_remaps[] = {
	{ 0x0000, 0x0008, "" },		/* controls */
	{ 0x000B, 0x000D, "\n" },	/* VT, FF, CR; CR LF is one */
	{ 0x000E, 0x001F, "" },
	{ 0x007F, 0x0084, "" },
	{ 0x0085, 0x0085, "\n" },	/* NEL */
	{ 0x0086, 0x009F, "" },
	{ 0x00A0, 0x00A0, " " },	/* no-break space */
	{ 0x00AD, 0x00AD, "" },		/* soft hyphen */
	{ 0x00D0, 0x00D0, "\xC4\x90" },	/* eth */
	{ 0x00F0, 0x00F0, "\xC4\x91" },
	{ 0x0189, 0x0189, "\xC4\x90" },	/* African d */
	{ 0x0256, 0x0256, "\xC4\x91" },
	{ 0x1680, 0x1680, " " },
	{ 0x2000, 0x200A, " " },
	{ 0x200B, 0x200F, "" },		/* zero-width, directions */
	{ 0x2028, 0x2029, "\n" },
	{ 0x202A, 0x202E, "" },
	{ 0x202F, 0x202F, " " },
	{ 0x205F, 0x205F, " " },
	{ 0x2060, 0x2064, "" },
	{ 0x2066, 0x2069, "" },
	{ 0x2160, 0x2160, "I" },	/* Roman numerals */
	{ 0x2161, 0x2161, "II" },
	{ 0x2162, 0x2162, "III" },
	{ 0x2163, 0x2163, "IV" },
	{ 0x2164, 0x2164, "V" },
	{ 0x2165, 0x2165, "VI" },
	{ 0x2166, 0x2166, "VII" },
	{ 0x2167, 0x2167, "VIII" },
	{ 0x2168, 0x2168, "IX" },
	{ 0x2169, 0x2169, "X" },
	{ 0x216A, 0x216A, "XI" },
	{ 0x216B, 0x216B, "XII" },
	{ 0x216C, 0x216C, "L" },
	{ 0x216D, 0x216D, "C" },
	{ 0x216E, 0x216E, "D" },
	{ 0x216F, 0x216F, "M" },
	{ 0x2170, 0x2170, "i" },
	{ 0x2171, 0x2171, "ii" },
	{ 0x2172, 0x2172, "iii" },
	{ 0x2173, 0x2173, "iv" },
	{ 0x2174, 0x2174, "v" },
	{ 0x2175, 0x2175, "vi" },
	{ 0x2176, 0x2176, "vii" },
	{ 0x2177, 0x2177, "viii" },
	{ 0x2178, 0x2178, "ix" },
	{ 0x2179, 0x2179, "x" },
	{ 0x217A, 0x217A, "xi" },
	{ 0x217B, 0x217B, "xii" },
	{ 0x217C, 0x217C, "l" },
	{ 0x217D, 0x217D, "c" },
	{ 0x217E, 0x217E, "d" },
	{ 0x217F, 0x217F, "m" },
	{ 0x3000, 0x3000, " " },
	{ 0xFEFF, 0xFEFF, "" },
};

/* NULL when nothing is said of c. */
static inline const struct tc_remap *tc_remap_find(uint32_t c)
{
	unsigned low = 0, high = sizeof tc_remaps / sizeof *tc_remaps;

	while (low < high) {
		const unsigned mid = (low + high) / 2;
		if (c > tc_remaps[mid].last)
			low = mid + 1;
		else if (c < tc_remaps[mid].first)
			high = mid;
		else
			return &tc_remaps[mid];
	}
	return 0;
}

#endif

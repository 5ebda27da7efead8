/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/scan.h"

size_t tc_scan_token_at(const struct tc_scan *s, uint32_t off)
{
	size_t low = 0, high = s->tokens.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (s->tokens.v[mid].off < off)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What every scanner of facts reads: the text and its tokens, made once.
 * Scanners add to growing lists in the arena, in the order of the text.
 * Each is linear in the text.
 */
#ifndef TC_FACT_SCAN_H
#define TC_FACT_SCAN_H

#include "fact/article.h"
#include "text/token.h"

struct tc_scan {
	struct tc_str text;
	uint32_t title_len;
	struct tc_tokens tokens;
	struct tc_arena *arena;
};

struct tc_number_list {
	struct tc_number *v;
	size_t n, cap;
};
struct tc_date_list {
	struct tc_date_mention *v;
	size_t n, cap;
};
struct tc_unit_list {
	struct tc_unit *v;
	size_t n, cap;
};

/* The token that starts at or after byte `off` (binary search); tokens.n
 * when there is none. */
size_t tc_scan_token_at(const struct tc_scan *s, uint32_t off);

#endif

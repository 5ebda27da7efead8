/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Abbreviations of the genre and their long forms, two-way; and a few names
 * that stand for a longer one, one-way.  Pairs that only look alike are not
 * here: TU is not TW, HD not HĐ, BTC is three different bodies.
 */
#ifndef TC_QUERY_SYNONYM_H
#define TC_QUERY_SYNONYM_H

#include "text/token.h"

/* The synonyms of the words that begin at `at`: fills `out` (room for `max`)
 * and returns how many; *taken is how many words they stand for, the longest
 * run that is known.  0 when none is. */
size_t tc_synonym_find(const struct tc_token *const *words, size_t count,
		       size_t at, struct tc_arena *arena,
		       struct tc_tokens *out, size_t max, size_t *taken);

/* A slogan of that many words, at least: fewer are left as they are. */
#define TC_SLOGAN_WORDS 8

/* How many of the words, from `at` on, are a slogan; 0: none begins there. */
size_t tc_slogan_find(const struct tc_token *const *words, size_t count,
		      size_t at, struct tc_arena *arena);

#endif

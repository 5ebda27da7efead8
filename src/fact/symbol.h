/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One full symbol, read from its first digit on:
 *
 *   Party   NUM JOINT TYPE JOINT BODY
 *   State   NUM [JOINT YEAR] JOINT TYPE JOINT BODY {-BODY}
 *           NUM JOINT YEAR JOINT QHn
 *           NUM/BODY[-UNIT]             a letter (cong van)
 *
 * A joint is a hyphen or dash of any kind, a slash, a blank, a line break,
 * or nothing, as far as the codes around it leave no doubt.  Reading looks
 * at a bounded number of bytes, whatever they are.
 */
#ifndef TC_FACT_SYMBOL_H
#define TC_FACT_SYMBOL_H

#include "fact/doctype.h"

#define TC_SYMBOL_NUMBER_MAX 8	/* "12345B" and a NUL */
#define TC_SYMBOL_CODE_MAX 24	/* characters of one code */
#define TC_SYMBOL_ISSUER_MAX 96	/* bytes, a NUL included */
#define TC_SYMBOL_PARTS_MAX 5	/* bodies of a joint document */

enum {
	TC_SYMBOL_LOOSE = 1,	/* a query: lower case, blanks for joints */
	TC_SYMBOL_WORD = 2,	/* a type word or "so" stands before it */
};

struct tc_symbol {
	size_t start, end;
	char number[TC_SYMBOL_NUMBER_MAX];	/* without leading zeros */
	int year;				/* 0 when there is none */
	char type[16];				/* "" when there is none */
	char issuer[TC_SYMBOL_ISSUER_MAX];
	const char *issuer_name;		/* NULL or "" unless known */
	enum tc_system system;
	bool letter;				/* NUM/BODY, a letter's form */
	float confidence;
};

/* `word` is the type that the word before it tells ("" or NULL: none); it
 * decides between codes that look alike.  False when no symbol starts at
 * `off`. */
bool tc_symbol_read(struct tc_str text, size_t off, unsigned flags,
		    const char *word, struct tc_symbol *out);

/* Writes the canonical form, without a NUL, and returns its length. */
#define TC_SYMBOL_PRINT_MAX \
	(TC_SYMBOL_NUMBER_MAX + TC_SYMBOL_ISSUER_MAX + 16 + 8)
size_t tc_symbol_print(const struct tc_symbol *s,
		       char out[TC_SYMBOL_PRINT_MAX]);

/* The number at `off` alone: digits, and a letter behind them that belongs
 * to it (30a, 205B).  Zero bytes when there is none. */
size_t tc_symbol_number(struct tc_str text, size_t off,
			char number[TC_SYMBOL_NUMBER_MAX]);

#endif

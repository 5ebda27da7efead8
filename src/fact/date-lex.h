/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The pieces of a printed date: numbers, words that dates are made of, and
 * separators.  Works on bytes and not on tokens, so that "ngày28/3" and
 * "quý1/2023" fall apart into letters and digits.
 *
 *   Thứ Tư, ngày 06 tháng 02 năm 2017
 *           WORD NUMBER WORD NUMBER WORD NUMBER
 *           NGAY 6      THANG 2     NAM  2017
 */
#ifndef TC_FACT_DATE_LEX_H
#define TC_FACT_DATE_LEX_H

#include "base/str.h"

#include <stdint.h>

/* Limits that keep each look ahead short whatever the text holds. */
#define TC_LEX_BLANKS_MAX 16	/* blanks between two pieces */
#define TC_LEX_DIGITS_MAX 9	/* digits read of a number */
#define TC_LEX_WORD_MAX 24	/* bytes read of a word */

enum tc_lex_kind {
	TC_LEX_END,		/* of the text, or too many blanks */
	TC_LEX_NUMBER, TC_LEX_WORD,
	TC_LEX_SLASH, TC_LEX_DASH, TC_LEX_DOT,
	TC_LEX_COMMA, TC_LEX_OPEN, TC_LEX_COLON, TC_LEX_OTHER
};

enum tc_lex_word {
	TC_WORD_OTHER,
	TC_WORD_NGAY, TC_WORD_THANG, TC_WORD_QUY, TC_WORD_NAM,
	TC_WORD_TO,		/* đến, tới */
	TC_WORD_AND,
	TC_WORD_UNTIL,		/* hết, in "đến hết ngày" */
	TC_WORD_DAYPART,	/* sáng, chiều, ... */
	TC_WORD_MONTH,		/* a number word, after tháng */
	TC_WORD_TEN,		/* mười, alone or before một, hai */
	TC_WORD_ROMAN,
	TC_WORD_ENGLISH,	/* January */
	TC_WORD_ORDINAL,	/* st, nd, rd, th */
	TC_WORD_HOUR,		/* giờ, h */
	TC_WORD_LUNAR,		/* âm (lịch), AL */
	TC_WORD_TERM,		/* khóa */
	TC_WORD_OFFICE,		/* nhiệm kỳ, its first or second word */
};

struct tc_lex {
	uint32_t start, end;	/* bytes */
	uint32_t value;		/* of the number, month or numeral */
	uint8_t kind;		/* enum tc_lex_kind */
	uint8_t word;		/* enum tc_lex_word */
	uint8_t digits;
	bool apart;		/* blanks stand before it */
	bool line;		/* a line feed is among them */
	bool upper;		/* a word's first letter is upper-case */
};

/* The piece at byte `at` (a character boundary) or after the blanks there. */
void tc_date_lex(struct tc_str text, uint32_t at, struct tc_lex *lex);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The words that dates are made of: included by date-lex.c, which looks them
 * up, and by gen-words.c, which makes the table that leads to them.
 */
#ifndef TC_FACT_DATE_LEX_ROWS_H
#define TC_FACT_DATE_LEX_ROWS_H

#include "fact/date-lex.h"

/* Both spellings stand here, because a text typed without marks is to be
 * read as well, while "thắng 3-2" (won by 3 to 2) is no month. */
static const struct tc_lex_row {
	char spelling[12];
	enum tc_lex_word word;
	uint32_t value;
} lex_rows[] = {
	{ "ngày", TC_WORD_NGAY, 0 }, { "ngay", TC_WORD_NGAY, 0 },
	{ "tháng", TC_WORD_THANG, 0 }, { "thang", TC_WORD_THANG, 0 },
	{ "thg", TC_WORD_THANG, 0 },
	{ "quý", TC_WORD_QUY, 0 }, { "qúy", TC_WORD_QUY, 0 },
	{ "quí", TC_WORD_QUY, 0 }, { "quy", TC_WORD_QUY, 0 },
	{ "q", TC_WORD_QUY, 0 },
	{ "năm", TC_WORD_NAM, 5 }, { "nam", TC_WORD_NAM, 5 },
	{ "đến", TC_WORD_TO, 0 }, { "den", TC_WORD_TO, 0 },
	{ "tới", TC_WORD_TO, 0 }, { "to", TC_WORD_TO, 0 },
	{ "và", TC_WORD_AND, 0 }, { "va", TC_WORD_AND, 0 },
	{ "and", TC_WORD_AND, 0 },
	{ "hết", TC_WORD_UNTIL, 0 }, { "het", TC_WORD_UNTIL, 0 },
	{ "sáng", TC_WORD_DAYPART, 0 }, { "sang", TC_WORD_DAYPART, 0 },
	{ "trưa", TC_WORD_DAYPART, 0 }, { "trua", TC_WORD_DAYPART, 0 },
	{ "chiều", TC_WORD_DAYPART, 0 }, { "chieu", TC_WORD_DAYPART, 0 },
	{ "tối", TC_WORD_DAYPART, 0 }, { "đêm", TC_WORD_DAYPART, 0 },
	{ "một", TC_WORD_MONTH, 1 }, { "hai", TC_WORD_MONTH, 2 },
	{ "ba", TC_WORD_MONTH, 3 }, { "tư", TC_WORD_MONTH, 4 },
	{ "sáu", TC_WORD_MONTH, 6 }, { "bảy", TC_WORD_MONTH, 7 },
	{ "bẩy", TC_WORD_MONTH, 7 }, { "tám", TC_WORD_MONTH, 8 },
	{ "chín", TC_WORD_MONTH, 9 }, { "mười", TC_WORD_TEN, 10 },
	{ "i", TC_WORD_ROMAN, 1 }, { "ii", TC_WORD_ROMAN, 2 },
	{ "iii", TC_WORD_ROMAN, 3 }, { "iv", TC_WORD_ROMAN, 4 },
	{ "v", TC_WORD_ROMAN, 5 }, { "vi", TC_WORD_ROMAN, 6 },
	{ "vii", TC_WORD_ROMAN, 7 }, { "viii", TC_WORD_ROMAN, 8 },
	{ "ix", TC_WORD_ROMAN, 9 }, { "x", TC_WORD_ROMAN, 10 },
	{ "xi", TC_WORD_ROMAN, 11 }, { "xii", TC_WORD_ROMAN, 12 },
	{ "xiii", TC_WORD_ROMAN, 13 }, { "xiv", TC_WORD_ROMAN, 14 },
	{ "january", TC_WORD_ENGLISH, 1 }, { "jan", TC_WORD_ENGLISH, 1 },
	{ "february", TC_WORD_ENGLISH, 2 }, { "feb", TC_WORD_ENGLISH, 2 },
	{ "march", TC_WORD_ENGLISH, 3 }, { "mar", TC_WORD_ENGLISH, 3 },
	{ "april", TC_WORD_ENGLISH, 4 }, { "apr", TC_WORD_ENGLISH, 4 },
	{ "may", TC_WORD_ENGLISH, 5 },
	{ "june", TC_WORD_ENGLISH, 6 }, { "jun", TC_WORD_ENGLISH, 6 },
	{ "july", TC_WORD_ENGLISH, 7 }, { "jul", TC_WORD_ENGLISH, 7 },
	{ "august", TC_WORD_ENGLISH, 8 }, { "aug", TC_WORD_ENGLISH, 8 },
	{ "september", TC_WORD_ENGLISH, 9 }, { "sep", TC_WORD_ENGLISH, 9 },
	{ "sept", TC_WORD_ENGLISH, 9 },
	{ "october", TC_WORD_ENGLISH, 10 }, { "oct", TC_WORD_ENGLISH, 10 },
	{ "november", TC_WORD_ENGLISH, 11 }, { "nov", TC_WORD_ENGLISH, 11 },
	{ "december", TC_WORD_ENGLISH, 12 }, { "dec", TC_WORD_ENGLISH, 12 },
	{ "st", TC_WORD_ORDINAL, 0 }, { "nd", TC_WORD_ORDINAL, 0 },
	{ "rd", TC_WORD_ORDINAL, 0 }, { "th", TC_WORD_ORDINAL, 0 },
	{ "giờ", TC_WORD_HOUR, 0 }, { "gio", TC_WORD_HOUR, 0 },
	{ "h", TC_WORD_HOUR, 0 },
	{ "âm", TC_WORD_LUNAR, 0 }, { "âl", TC_WORD_LUNAR, 0 },
	{ "al", TC_WORD_LUNAR, 0 },
	{ "khóa", TC_WORD_TERM, 0 }, { "khoá", TC_WORD_TERM, 0 },
	{ "khoa", TC_WORD_TERM, 0 },
	{ "nhiệm", TC_WORD_OFFICE, 1 }, { "nhiem", TC_WORD_OFFICE, 1 },
	{ "kỳ", TC_WORD_OFFICE, 2 }, { "kì", TC_WORD_OFFICE, 2 },
	{ "ky", TC_WORD_OFFICE, 2 },
	{ "nhiệmkỳ", TC_WORD_OFFICE, 3 }, { "nhiệmkì", TC_WORD_OFFICE, 3 },
	{ "nhiemky", TC_WORD_OFFICE, 3 },
};

#endif

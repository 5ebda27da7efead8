/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Words that are known for a flag of their own (word.h): included by
 * gen-words.c only.
 */
#ifndef TC_FACT_WORD_FLAG_ROWS_H
#define TC_FACT_WORD_FLAG_ROWS_H

#include "fact/word.h"

/* What may begin or go on a date, beside digits. */
static const struct {
	const char *word;
	unsigned flags;
} date_words[] = {
	{ "ngày", TC_WORD_DATE }, { "ngay", TC_WORD_DATE },
	{ "tháng", TC_WORD_DATE | TC_WORD_AFTER_DAY },
	{ "thang", TC_WORD_DATE | TC_WORD_AFTER_DAY },
	{ "quý", TC_WORD_DATE }, { "quí", TC_WORD_DATE },
	{ "quy", TC_WORD_DATE },
	{ "năm", TC_WORD_DATE }, { "nam", TC_WORD_DATE },
	{ "đến", TC_WORD_AFTER_DAY }, { "den", TC_WORD_AFTER_DAY },
	{ "tới", TC_WORD_AFTER_DAY }, { "to", TC_WORD_AFTER_DAY },
	{ "và", TC_WORD_AFTER_DAY }, { "va", TC_WORD_AFTER_DAY },
	{ "and", TC_WORD_AFTER_DAY },
};
static const char *const months[] = {
	"january", "jan", "february", "feb", "march", "mar", "april", "apr",
	"may", "june", "jun", "july", "jul", "august", "aug", "september",
	"sep", "sept", "october", "oct", "november", "nov", "december", "dec",
};
/* What may stand between a type word and what makes it a document's name. */
static const char *const after_types[] = {
	"số", "so", "no", "nos", "hội", "hoi", "trung", "tw", "tư", "tu", "t",
	"đại", "dai", "của", "cua", "of", "adopted", "passed", "approved",
	"chuyên", "liên", "phối",
};

static const char *const ofs[] = { "của", "cua", "do", "of" };
static const char *const abouts[] = { "về", "ve" };

static const char *const several[] = {
	"các", "những", "mỗi", "từng", "mọi", "nhiều", "hai", "ba", "bốn",
	"sáu", "bảy", "tám", "chín", "mười", "số", "hình",
};
static const char *const activities[] = {
	"hoạt", "hội", "họp", "loại", "hình", "xuất",
};

#endif

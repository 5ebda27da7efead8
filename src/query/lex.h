/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The query's text as lexemes. */
#ifndef TC_QUERY_LEX_H
#define TC_QUERY_LEX_H

#include "query/query.h"

enum tc_lexeme_kind {
	TC_LEX_END,
	TC_LEX_WORD,		/* up to a blank, bracket or quote */
	TC_LEX_QUOTED,		/* text: between the quotes */
	TC_LEX_FIELD,		/* field; the lexemes of its values follow */
	TC_LEX_COMMA,		/* between two values */
	TC_LEX_NAME,		/* text: behind the "@" */
	TC_LEX_OPEN, TC_LEX_CLOSE,
	TC_LEX_AND, TC_LEX_OR, TC_LEX_NOT,
	TC_LEX_NEAR,		/* near */
	TC_LEX_PLUS		/* "+" before a primary */
};

struct tc_lexeme {
	enum tc_lexeme_kind kind;
	struct tc_str text;
	const struct tc_query_field *field;
	uint32_t column;
	unsigned near;		/* words that may stand between */
	bool minus;		/* a NOT written as "-" */
};

/* "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII" is 15
 * lexemes. */
#define TC_NUMBER_WORDS_MAX 16

/* What parts the words of a query. */
static inline bool tc_lex_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Whether a word typed so is an operator, somewhere. */
bool tc_lex_is_operator(struct tc_str word);

/* Whether a mark stands in it that ends what is in plain quotation marks. */
bool tc_lex_has_quote(struct tc_str text);

/* Whether it may stand behind "@": letters, digits, hyphens and underscores, of
 * normal text. */
bool tc_lex_is_name(struct tc_str name);

/* All lexemes of a query, TC_LEX_END last, in the arena. */
int tc_lex(struct tc_str text, struct tc_arena *arena,
	   struct tc_lexeme **out, size_t *count, struct tc_error *err);

#endif

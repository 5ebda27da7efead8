/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The query's text as lexemes. */
#ifndef TC_QUERY_LEX_H
#define TC_QUERY_LEX_H

#include "query/query.h"

enum tc_lexeme_kind {
	TC_LEX_END,
	TC_LEX_WORD,		/* up to a blank, bracket or quote */
	TC_LEX_QUOTED,		/* text: between the quotes */
	TC_LEX_FIELD,		/* field; the value's lexeme follows */
	TC_LEX_OPEN, TC_LEX_CLOSE,
	TC_LEX_AND, TC_LEX_OR, TC_LEX_NOT,
	TC_LEX_PLUS		/* "+" before a primary */
};

struct tc_lexeme {
	enum tc_lexeme_kind kind;
	struct tc_str text;
	const struct tc_query_field *field;
	uint32_t column;
	bool minus;		/* a NOT written as "-" */
};

/* All lexemes of a query, TC_LEX_END last, in the arena. */
int tc_lex(struct tc_str text, struct tc_arena *arena,
	   struct tc_lexeme **out, size_t *count, struct tc_error *err);

/* No lower-case letter in it: Vietnamese operators are words there. */
bool tc_lex_is_headline(struct tc_str text);

/* Whether a word is to be quoted where it is meant as one: "AND". */
bool tc_lex_is_operator(struct tc_str word, bool headline);

#endif

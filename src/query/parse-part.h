/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the parts of the parser share: parse.c has the grammar, parse-value.c
 * the values of fields and the numbers among words. */
#ifndef TC_QUERY_PARSE_PART_H
#define TC_QUERY_PARSE_PART_H

#include "query/lex.h"

struct tc_parse_name;		/* a named query being read */

struct tc_parser {
	struct tc_arena *arena;
	struct tc_lexeme *v;
	size_t n, at;
	unsigned depth;
	size_t *nodes;		/* made so far, by named queries too */
	const struct tc_query_names *names;
	const struct tc_parse_name *inside;
	struct tc_error *err;
};

/* Fails, by p->err, when the tree gets too large; never NULL. */
struct tc_node *tc_parse_node(struct tc_parser *p, enum tc_node_kind kind,
			      const struct tc_lexeme *x);
void tc_parse_add_kid(struct tc_parser *p, struct tc_node *n,
		      struct tc_node *kid);

/* The column of what a lexeme holds from `part` on. */
uint32_t tc_parse_column(const struct tc_lexeme *x, struct tc_str part);

/* No star of a lexeme that holds words is passed over: 0, or -1 with an error.
 * One may stand behind the last word unless prefix is NULL; *prefix: whether
 * it does. */
int tc_parse_stars(struct tc_parser *p, const struct tc_lexeme *x,
		   const struct tc_tokens *tokens, bool *prefix);

/* These return NULL with p->err set; a phrase also where it holds no word. */
struct tc_node *tc_parse_phrase(struct tc_parser *p,
				const struct tc_lexeme *x,
				enum tc_node_kind kind);
struct tc_node *tc_parse_field(struct tc_parser *p);

/* Whether words typed so are read as a document's number. */
bool tc_query_is_number(struct tc_str text);
/* Whether that need be asked: figures, or a meeting that numbers may name in
 * letters, "Nghị quyết Đại hội XIII". */
bool tc_query_may_be_number(struct tc_str text);

/* A document number that begins at this lexeme and takes as many as it can;
 * NULL without an error where there is none. */
struct tc_node *tc_parse_number(struct tc_parser *p);

/* The documents that go by that name, or by its words, or those of a time
 * behind "@"; NULL without an error where the archive knows none. */
struct tc_node *tc_parse_nickname(struct tc_parser *p,
				  const struct tc_lexeme *x,
				  struct tc_str typed);
/* The same of a query that is nothing but such words: "nghị quyết tam nông". */
struct tc_node *tc_parse_whole(struct tc_parser *p);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The query language, as a tree.
 *
 *   query   := or
 *   or      := and { ("OR" | "HOẶC") and }
 *   and     := unary { ["AND" | "VÀ"] unary }
 *   unary   := ("NOT" | "KHÔNG" | "-") unary | ["+"] near
 *   near    := primary { "NEAR" ["/" n] primary }
 *   primary := word | "phrase" | field ":" list | "@" name | "(" or ")"
 *   list    := value { "," value }
 *   value   := word | "phrase"
 *
 * Words that merely stand side by side at the top may be relaxed; words
 * joined by AND, + or inside brackets are strict.  The Vietnamese operators
 * count only in a query that also has lower-case letters: a pasted headline
 * is not an expression.
 *
 *   "chi bộ" -mẫu so:01-KL/TW
 *
 *        AND(list)
 *       /    |    \
 *   PHRASE  NOT   NUMBER
 *            |
 *          WORD
 */
#ifndef TC_QUERY_QUERY_H
#define TC_QUERY_QUERY_H

#include "base/error.h"
#include "base/mem.h"
#include "fact/article.h"
#include "text/token.h"

struct tc_xdb;

#define TC_QUERY_BYTES_MAX ((size_t)16 * 1024)
#define TC_QUERY_NODES_MAX 1024	/* words, operators, brackets, values */
#define TC_QUERY_TREE_MAX 2048	/* nodes, those of named queries too */
#define TC_QUERY_DEPTH_MAX 64
#define TC_EXPANSION 200	/* terms that a prefix stands for as a rule */
/* And all of a query together: Xapian's time grows with the square of them,
 * and 500 that stand for 60 terms each took it 15 s on 66 articles. */
#define TC_EXPANSION_ALL 10000
#define TC_NEAR_PARTS_MAX 16
#define TC_NEAR_DEFAULT 10	/* words between, of a plain NEAR */
#define TC_NEAR_MAX 100

enum tc_node_kind {
	TC_NODE_AND,		/* kids; `list` when only side by side */
	TC_NODE_OR,		/* kids */
	TC_NODE_NOT,		/* one kid */
	TC_NODE_WORD,		/* one token */
	TC_NODE_PREFIX,		/* one token, then anything */
	TC_NODE_PHRASE,		/* tokens */
	TC_NODE_NEAR,		/* kids: words, prefixes, phrases */
	TC_NODE_TITLE,		/* tokens, in the title */
	TC_NODE_UNIT,		/* tokens, in the name of a unit; or kids, such
				   names of one unit and of those above it */
	TC_NODE_NUMBER,		/* number, at */
	TC_NODE_TYPE,		/* value: canonical type */
	TC_NODE_DATE,		/* from, to */
	TC_NODE_EVENT,		/* from, to */
	TC_NODE_SITE,		/* value: host */
};

/* The numbers that articles cite and that a pattern or a part of a number
 * stands for, the words of a prefix; filled by the planner. */
struct tc_expansion {
	struct tc_str *terms;
	size_t n;
};

struct tc_node {
	enum tc_node_kind kind;
	bool list;		/* kids that may be relaxed */
	bool strict;		/* typed with "+": never relaxed */
	bool named;		/* NUMBER asked for by a name that people gave
				   it: `text`; of several documents each
				   reading has its id */
	bool short_form;	/* NUMBER typed as words ("chi thi 05"): the
				   words themselves will do as well */
	uint32_t prefix_max;	/* PREFIX: terms it may stand for; 0: as
				   many as usual */
	bool today;		/* UNIT: by the provinces of today as well */
	bool has_phrase;	/* a phrase, title or unit is in it: Xapian's
				   answer has to be verified */
	uint32_t column;	/* in characters, from 1 */
	struct tc_str text;	/* as typed */
	struct tc_tokens tokens;
	struct tc_str value;	/* of a NUMBER: its pattern (pattern.h) */
	struct tc_expansion *expansion;	/* of a pattern, of a number that is
					   short of its issuer but has a date,
					   or whose issuer may lack a stroke,
					   of a plenum that is short of its
					   term, of a prefix; else NULL */
	unsigned near;		/* words between the kid before and this */
	struct tc_number *numbers;	/* readings of what was typed */
	size_t number_count;
	struct tc_str at;	/* "2016", "2016-10-30", "XII"; or empty */
	struct tc_date from, to;
	struct tc_node **kids;
	size_t kid_count, kid_cap;
};

/* A field of the language; both names are found, in any case and with or
 * without diacritics. */
struct tc_query_field {
	const char *name, *english;
	enum tc_node_kind kind;
	const char *what;
};
extern const struct tc_query_field tc_query_fields[];
extern const size_t tc_query_field_count;
/* "đơn-vị" and "DONVI" are "donvi".  Valid UTF-8. */
bool tc_query_is_name(struct tc_str typed, const char *name);
/* NULL: no field has that name. */
const struct tc_query_field *tc_query_field_find(struct tc_str typed);

/* What the names in a query are looked up in; either may be NULL. */
struct tc_query_names {
	const char *file;	/* named queries (names.h) */
	struct tc_xdb *db;	/* documents' names (index/nicknames.h) */
};

/* Reads a query; NULL root when it is empty or holds nothing to look up.
 * Valid UTF-8 is checked here, and that no control character is in it.  On
 * failure TC_E_QUERY; the message names the column ("column 5: ..."), in
 * characters of the normalised text. */
int tc_query_parse_with(const struct tc_query_names *names,
			struct tc_str text, struct tc_arena *arena,
			struct tc_node **root, struct tc_error *err);
int tc_query_parse(struct tc_str text, struct tc_arena *arena,
		   struct tc_node **root, struct tc_error *err);

/* The column that a message of tc_query_parse() names, from 1; 0: none. */
unsigned tc_query_column(const struct tc_error *err);

/* The query in one line and, where a message of tc_query_parse() names a
 * column, a caret under it on the next; nothing when it names none. */
void tc_query_point(struct tc_str text, const struct tc_error *err,
		    struct tc_buf *out);

/* Units are looked up as they were at the end of that year: since 2025 an
 * article of a merged province answers for the new one too. */
void tc_query_as_of(struct tc_node *root, int year);

/* Sets what a prefix may stand for. */
void tc_query_expand(struct tc_node *root, uint32_t most);

/* Prints the tree with a node a line, and what each is. */
void tc_query_print_tree(const struct tc_node *n, struct tc_buf *out);

/* Prints the tree as a query that parses to the same. */
void tc_query_print(const struct tc_node *n, struct tc_buf *out);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How a word of the query is looked up: as typed, and where no article has it
 * so, by ever looser readings, each of them said.
 */
#ifndef TC_QUERY_WORD_H
#define TC_QUERY_WORD_H

#include "index/xap.h"
#include "text/wordrow.h"

/* Closed list, in order of faith. */
enum tc_reading {
	TC_READING_EXACT,	/* as typed, marks and all */
	TC_READING_BARE,	/* typed without marks: every spelling */
	TC_READING_SYNONYM,	/* an abbreviation or its long form */
	TC_READING_KEYSTROKE,	/* raw Telex, VNI or VIQR */
	TC_READING_SPELLING,	/* i for y or y for i */
	TC_READING_TONELESS,	/* another tone */
	TC_READING_MARKLESS,	/* any marks at all */
	TC_READING_FILTER,	/* no word in the query */
	TC_READING_COUNT
};
const char *tc_reading_name(enum tc_reading r);

/* A term that answers to a word. */
struct tc_word_form {
	struct tc_str key;
	bool bare;		/* compared with the token's bare form */
	struct tc_wordcode code;
};

#define TC_WORD_FORMS_MAX 16

struct tc_plan_word {
	const struct tc_token *token;
	enum tc_reading reading;
	struct tc_word_form *forms;
	size_t form_count;
	uint32_t documents;	/* that have the commonest form */
	uint32_t tried;		/* readings looked up: bits */
	bool function;
	bool optional;		/* beside an OR: need not be there */
	bool before_ordinal;	/* "khoa", "lan thu": XIII is 13 behind it */
};

/* Looks up `token`, which follows `before` (NULL at the start).  With `exact`
 * false marks are not looked at. */
int tc_word_settle(struct tc_xdb *db, const struct tc_token *token,
		   const struct tc_token *before, bool exact,
		   struct tc_arena *arena, struct tc_plan_word *out,
		   struct tc_error *err);

/* Whether a token of a text answers to the word. */
bool tc_word_accepts(const struct tc_plan_word *w, const struct tc_token *t);

/* Whether a word, spelled canonically, begins as `start` does, wherever that
 * has its tone mark: both "hòa" and "hoàng" do as "hoà". */
bool tc_word_starts(struct tc_str word, struct tc_str start);

/* Whether a token of a text begins as one that was typed before a star. */
bool tc_word_begins(const struct tc_token *typed, const struct tc_token *t);

/* "xiii" -> 13 and 13 -> "xiii", 1 to 50; false when it is neither. */
bool tc_word_ordinal(struct tc_str word, struct tc_arena *arena,
		     struct tc_str *other);

#endif

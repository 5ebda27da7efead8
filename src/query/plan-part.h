/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the parts of the planner share: plan.c makes terms and conditions,
 * plan-words.c words, plan-whole.c puts them together. */
#ifndef TC_QUERY_PLAN_PART_H
#define TC_QUERY_PLAN_PART_H

#include "query/plan.h"
#include "query/rank.h"

struct tc_planner {
	struct tc_plan *plan;
	const struct tc_rank *rank;
	struct tc_xdb *db;
	struct tc_arena *arena;
	struct tc_error *err;
	size_t words_cap, marks_cap, notes_cap, parts_cap, pairs_cap;
	bool parts;
	struct tc_xquery *required;	/* strict words, phrases, numbers */
	struct tc_xquery *all;		/* every word that may be relaxed */
	struct tc_xquery *some;		/* any of them */
	struct tc_xquery *bonus;	/* titles: rank only */
	struct tc_xquery *filters, *exclude;
	size_t relaxable;
	uint32_t documents;		/* in the archive */
	unsigned either;		/* how many ORs stand around */
	size_t settled_cap;
};

struct tc_str tc_plan_typed_key(const struct tc_token *t);
struct tc_xquery *tc_plan_term(enum tc_field field, struct tc_str text);
/* A phrase of the text narrowed: its words, side by side in the row (of the
 * whole text, whatever the field). */
struct tc_xquery *tc_plan_narrowed(enum tc_field field,
				   const struct tc_tokens *t);

/* The same of the text, joined to *q by AND.  Words that nearly all articles
 * have are left to the row: they narrow nothing and rank next to nothing, and
 * their postings are the longest. */
int tc_plan_phrase(struct tc_planner *p, const struct tc_tokens *t,
		   struct tc_xquery **q);

/* Whether rows of words tell all that tc_match() does. */
bool tc_plan_is_sure(const struct tc_node *n);

void tc_plan_note(struct tc_planner *p, struct tc_str note);
void tc_plan_mark(struct tc_planner *p, const struct tc_node *n);
/* Keeps a copy of a part of the query when parts are asked for. */
void tc_plan_keep(struct tc_planner *p, const char *what, struct tc_str text,
		  const struct tc_xquery *q);

/* Looks up what every pattern of a number and every prefix below stands for. */
int tc_plan_expand(struct tc_planner *p, const struct tc_node *n);
int tc_plan_expand_prefix(struct tc_planner *p, const struct tc_node *n);
/* The terms of the words that begin as this one does, held to its marks where
 * it has any. */
int tc_plan_each_word(struct tc_xdb *db, const struct tc_token *t,
		      tc_xterm_fn *each, void *ctx, struct tc_error *err);

/* The words of a list that stand side by side, from kid `first` up to kid
 * `end` (not included): settles their readings, adds what they ask for. */
int tc_plan_words(struct tc_planner *p, const struct tc_node *list,
		  size_t first, size_t end);
/* The words of a phrase, all of them in the title as well: rank only. */
void tc_plan_phrase_bonus(struct tc_planner *p, const struct tc_node *phrase);
/* As tc_plan_words(), all of them in one condition, joined to *q by AND. */
int tc_plan_strict_words(struct tc_planner *p, const struct tc_node *list,
			 size_t first, size_t end, struct tc_xquery **q);

/* A part of the tree, its words in their readings, joined to *q by AND. */
int tc_plan_tree(struct tc_planner *p, const struct tc_node *n,
		 struct tc_xquery **q);

#endif

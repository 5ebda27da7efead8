/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the parts of a snippet share: snippet.c marks the tokens that answer to
 * the query, snippet-passage.c chooses the passage where most are. */
#ifndef TC_QUERY_SNIPPET_PART_H
#define TC_QUERY_SNIPPET_PART_H

#include "query/snippet.h"

/* Which words of the query an article's tokens answer to. */
#define NO_MARK UINT8_MAX
#define MARKS_MAX 200

/* A token that is marked: a place with the one before, where these are near;
 * the first or the next one of a phrase or a number, which is a place however
 * printed. */
enum { NEAR, FIRST, NEXT };

struct tc_marking {
	const struct tc_plan *plan;
	struct tc_tokens tokens;
	const uint32_t *at;	/* which token of the text each is; NULL: the
				   tokens are all of the text's from `base` on */
	uint32_t base;
	uint8_t *mark;		/* per token: index of a word, or NO_MARK */
	uint8_t *edge;		/* per token: how it stands to the one before */
	const struct tc_number **cited;	/* per token: the number asked for that
					   it is of; NULL: none is asked for */
	double weight[MARKS_MAX + 1];
	size_t count;
};

/* Which token of the text behind the base the i-th is. */
static inline size_t tc_marking_place(const struct tc_marking *m, size_t i)
{
	return m->at ? m->at[i] - m->base : i;
}

static inline bool tc_is_line_blank(uint32_t c)
{
	return c == '\n' || c == '\t' || c == ' ';
}

/* Behind a word that ends there, as far as the next blank: where the last mark
 * ends that belongs to it, as in "việc chung.»", "38%" and "450 m²". */
uint32_t tc_passage_past_word(struct tc_str text, uint32_t end, uint32_t limit);

/* The passage of so many columns that begins at the first mark of the best
 * window: its place in the text, and which token of the body it begins with. */
size_t tc_passage_choose(const struct tc_marking *m,
			 const struct tc_article *a,
			 const struct tc_outline *o, size_t columns,
			 uint32_t *start, uint32_t *end);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Teasers: the entries of lists of articles, beside an article or instead of
 * one.  An entry is a box with one linked headline and a little text, and
 * stands beside others of its kind:
 *
 *   div                     article
 *     div  [headline] text    p    text
 *     div  [headline] text    div  [headline]        no entry: text alone
 *     div  [headline] text    p    text              stands beside it
 */
#include "config.h"

#include "import/content.h"
#include "import/listing.h"

#define ENTRY_LINES_MAX 7
#define ENTRY_CHARS_MAX 700
#define ENTRIES_MIN 2
/* How far outward the box is looked for. */
#define STEPS_MAX 6

struct boxes {
	struct tc_tree *tree;
	struct tc_lines *lines;
	uint32_t *headlines;	/* linked ones in the lines before i */
	uint32_t *entries;	/* boxes directly inside an element */
	size_t *box;		/* of line i; tree->n for none */
};

static bool is_linked_headline(const struct tc_line *line)
{
	return line->words >= TC_HEADLINE_WORDS && tc_line_is_linked(line);
}

/* Headline and image of one entry both link, with the same words. */
static void count_headlines(struct boxes *b)
{
	const struct tc_lines *l = b->lines;

	for (size_t i = 0; i < l->n; i++) {
		bool again = i && tc_str_eq(l->v[i].text, l->v[i - 1].text);
		b->headlines[i + 1] = b->headlines[i] +
			(is_linked_headline(&l->v[i]) && !again);
	}
}

static size_t headlines_in(const struct boxes *b, const struct tc_element *e)
{
	return b->headlines[e->line_end] - b->headlines[e->line];
}

static bool is_box(const struct boxes *b, const struct tc_element *e)
{
	return e->line_end - e->line <= ENTRY_LINES_MAX &&
	       e->chars <= ENTRY_CHARS_MAX && headlines_in(b, e) == 1;
}

static bool has_text(const struct boxes *b, const struct tc_element *e)
{
	for (size_t i = e->line; i < e->line_end; i++)
		if (b->lines->v[i].kind == TC_LINE_TEXT &&
		    !tc_line_is_linked(&b->lines->v[i]))
			return true;
	return false;
}

/* The largest box around the headline on line i. */
static size_t find_box(const struct boxes *b, size_t i)
{
	const struct tc_element *v = b->tree->v;
	size_t e = b->lines->v[i].node, best = b->tree->n;

	for (int step = 0; e && step < STEPS_MAX && is_box(b, &v[e]);
	     step++, e = v[e].parent)
		best = e;
	return best < b->tree->n && has_text(b, &v[best]) ? best :
							    b->tree->n;
}

static void mark_box(struct boxes *b, const struct tc_element *e)
{
	for (size_t i = e->line; i < e->line_end; i++)
		b->lines->v[i].teaser = true;
}

void tc_teaser_mark(struct tc_tree *t, struct tc_lines *l)
{
	struct boxes b = {
		.tree = t, .lines = l,
		.headlines = tc_arena_alloc(l->arena, (l->n + 1) *
					    sizeof *b.headlines),
		.entries = tc_arena_alloc(l->arena, t->n * sizeof *b.entries),
		.box = tc_arena_alloc(l->arena, l->n * sizeof *b.box),
	};

	count_headlines(&b);
	for (size_t i = 0; i < l->n; i++) {
		b.box[i] = b.headlines[i + 1] > b.headlines[i] ?
			   find_box(&b, i) : t->n;
		if (b.box[i] < t->n)
			b.entries[t->v[b.box[i]].parent]++;
	}
	for (size_t i = 0; i < l->n; i++)
		if (b.box[i] < t->n &&
		    b.entries[t->v[b.box[i]].parent] >= ENTRIES_MIN)
			mark_box(&b, &t->v[b.box[i]]);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The body is the element whose children are paragraphs.  Each line of
 * running text gives its length to the element that it stands in and to
 * those around it, less with each step outward:
 *
 *   div 150 + 130 + 160 = body      aside 60 = no body
 *     p 150   p 130   p 160           ul 30 ...
 *
 * Links count against an element, the words of its class for or against it.
 */
#include "config.h"

#include "import/content.h"

#include <libxml/tree.h>
#include <stdint.h>

/* A step outward halves, then divides by 3, 4 ...; further is nothing. */
#define STEPS 6
/* Long paragraphs are no better than several. */
#define LINE_CHARS_MAX 1200
#define BODY_BONUS 1.3
#define ASIDE_FACTOR 0.3
/* The element around is the body when it holds so much more text. */
#define WIDEN_PERCENT 125
#define WRAPPERS 5

bool tc_line_is_linked(const struct tc_line *line)
{
	return line->linked * 10 > line->chars * 6;
}

static bool counts(const struct tc_line *line, bool verse)
{
	return tc_line_is_body(line, verse) && !line->aside &&
	       !line->teaser && !tc_line_is_linked(line);
}

static double link_share(const struct tc_element *e)
{
	return e->chars ? (double)e->linked / e->chars : 0;
}

static double class_factor(const struct tc_element *e)
{
	double factor = e->hints & TC_CLASS_BODY ? BODY_BONUS : 1;

	if (tc_tree_is(e, "article") || tc_tree_is(e, "main"))
		factor *= BODY_BONUS;
	if (e->hints & TC_CLASS_ASIDE)
		factor *= ASIDE_FACTOR;
	return factor;
}

static void give(struct tc_tree *t, const struct tc_line *line)
{
	double chars = line->chars < LINE_CHARS_MAX ? line->chars :
		       LINE_CHARS_MAX;
	size_t i = line->node;

	t->v[i].score += chars;
	for (int step = 1; i && step <= STEPS; step++) {
		i = t->v[i].parent;
		t->v[i].score += chars / step;
	}
}

static size_t best_element(const struct tc_tree *t)
{
	size_t best = 0;
	double most = 0;

	for (size_t i = 0; i < t->n; i++) {
		const struct tc_element *e = &t->v[i];
		double score = e->score * (1 - link_share(e)) *
			       class_factor(e);
		if (score > most) {
			most = score;
			best = i;
		}
	}
	return most > 0 ? best : t->n;
}

static size_t text_in(const struct tc_lines *l, bool verse, size_t from,
		      size_t to)
{
	size_t n = 0;

	for (size_t i = from; i < to; i++)
		if (counts(&l->v[i], verse))
			n += l->v[i].chars;
	return n;
}

static bool is_page(const struct tc_element *e)
{
	return tc_tree_is(e, "body") || tc_tree_is(e, "html");
}

/* Another element of the same name and class beside it has text too: rows,
 * sections, wrappers of one paragraph each. */
static bool has_twin(const struct tc_tree *t, const struct tc_lines *l,
		     bool verse, size_t child)
{
	const struct tc_element *e = &t->v[child];
	struct tc_str class = tc_tree_attr(e->node, "class");
	const struct tc_element *up = &t->v[e->parent];

	for (size_t i = e->parent + 1u; i < up->end; i = t->v[i].end) {
		const struct tc_element *twin = &t->v[i];
		if (i != child &&
		    tc_tree_is(twin, (const char *)e->node->name) &&
		    tc_str_eq(tc_tree_attr(twin->node, "class"), class) &&
		    text_in(l, verse, twin->line, twin->line_end))
			return true;
	}
	return false;
}

/* A cell or box that holds half the article: the other half is beside it, or
 * beside one of the boxes around that hold nothing more. */
static size_t widen(const struct tc_tree *t, const struct tc_lines *l,
		    bool verse, size_t i)
{
	/* one paragraph is no body: what stands beside it may be */
	while (i && (tc_tree_is(&t->v[i], "p") || tc_tree_is(&t->v[i], "li")))
		i = t->v[i].parent;
	while (i) {
		size_t inner = text_in(l, verse, t->v[i].line,
				       t->v[i].line_end), outer = inner;
		size_t child = i, up = i;
		for (int step = 0; up && outer == inner && step < WRAPPERS;
		     step++) {
			child = up;
			up = t->v[up].parent;
			outer = text_in(l, verse, t->v[up].line,
					t->v[up].line_end);
		}
		if (!up || outer * 100 < inner * WIDEN_PERCENT ||
		    link_share(&t->v[up]) > 0.25 || is_page(&t->v[up]) ||
		    (child != i && !has_twin(t, l, verse, child)))
			return i;
		i = up;
	}
	return i;
}

size_t tc_content_text(const struct tc_lines *l, bool verse, size_t from,
		       size_t to)
{
	while (from < to && !counts(&l->v[from], verse))
		from++;
	return from;
}

bool tc_content_find(struct tc_tree *t, const struct tc_lines *l, bool verse,
		     size_t *from, size_t *to)
{
	for (size_t i = 0; i < t->n; i++)
		t->v[i].score = 0;
	for (size_t i = 0; i < l->n; i++)
		if (counts(&l->v[i], verse))
			give(t, &l->v[i]);
	size_t best = best_element(t);
	if (best == t->n)
		return false;
	best = widen(t, l, verse, best);
	*from = t->v[best].line;
	*to = t->v[best].line_end;
	return *from < *to;
}

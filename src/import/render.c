/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The tree as lines: text is gathered in `raw` until a block begins or ends.
 */
#include "config.h"

#include "import/tree.h"

#include "text/normalize.h"

#include <libxml/tree.h>
#include <stdint.h>

#define DATE_CHARS 60
#define LABEL_BYTES 40
#define TERM_CHARS 40
/* What an inline element says of the line that it stands in. */
#define INLINE_HINTS (TC_CLASS_TITLE | TC_CLASS_AUTHOR | TC_CLASS_CREDIT | \
		      TC_CLASS_META)

struct render {
	struct tc_tree *tree;
	struct tc_lines *lines;
	struct tc_buf raw, normal;
	uint32_t linked;
	uint32_t hints;		/* of inline elements in the line */
	bool term;		/* a <dt> ended last */
	bool cell;		/* a cell of a row of data began */
	uint32_t bold;		/* characters */
	uint32_t largest;	/* characters of the longest piece of text */
	uint8_t px;		/* and its size */
};

static struct tc_str squeezed(struct render *r)
{
	tc_buf_clear(&r->normal);
	tc_normalize(tc_buf_str(&r->raw), &r->normal);
	r->normal.n = tc_lines_squeeze(r->normal.p, r->normal.n);
	return tc_str_trim(tc_buf_str(&r->normal));
}

static void flush(struct render *r, size_t element)
{
	const struct tc_element *e = &r->tree->v[element];
	struct tc_str text = squeezed(r);

	if (text.n) {
		struct tc_line *line = tc_lines_add(r->lines,
			tc_arena_str(r->lines->arena, text));
		if (line) {
			line->linked = r->linked;
			line->node = (uint32_t)element;
			line->heading = e->heading;
			line->hints = (uint16_t)(e->hints | r->hints);
			line->aside = e->aside;
			line->bold = r->bold &&
				     r->bold * 10 >= tc_node_chars(text.p) * 9;
			line->px = r->px;
			line->row = e->in_row;
			/* what parts its cells is no menu's */
			if (line->row && line->kind == TC_LINE_MENU)
				line->kind = TC_LINE_SHORT;
		}
	}
	tc_buf_clear(&r->raw);
	r->cell = false;
	r->linked = r->hints = r->bold = r->largest = 0;
	r->px = 0;
}

/* The element whose line the text of `i` stands in. */
static size_t block_of(const struct tc_tree *t, size_t i)
{
	while (i && !(t->v[i].flags & (TC_TAG_BLOCK | TC_TAG_CELL)))
		i = t->v[i].parent;
	return i;
}

static size_t heading_of(const struct tc_tree *t, size_t i)
{
	for (; i; i = t->v[i].parent)
		if (t->v[i].heading || (t->v[i].hints & TC_CLASS_TITLE))
			return i;
	return 0;
}

/* Links side by side without a word between are entries, not prose. */
static bool is_entry(const struct tc_element *e)
{
	const xmlNode *before = e->node->prev;

	return (e->flags & TC_TAG_LINK) && before && tc_node_is_element(before) &&
	       strcmp((const char *)before->name, "a") == 0;
}

static bool breaks(const struct tc_tree *t, const struct tc_element *e)
{
	const struct tc_element *up = &t->v[e->parent];

	if (up->in_row)
		return false;
	return (e->flags & (TC_TAG_BLOCK | TC_TAG_CELL)) ||
	       (e->aside && !up->aside);
}

/* A break inside a heading is a blank: headlines are one line. */
static void take_break(struct render *r, size_t i)
{
	const struct tc_tree *t = r->tree;
	size_t heading = heading_of(t, i);

	if (t->v[i].in_row ||
	    (heading && t->v[heading].chars <= TC_ELEMENT_SMALL))
		tc_buf_addc(&r->raw, ' ');
	else
		flush(r, block_of(t, t->v[i].parent));
}

/* A small element that is a date by its name or class ends the line, and
 * begins one unless a label stands before it: tools and counters follow it
 * without a break. */
static bool is_date(const struct tc_element *e)
{
	return e->chars <= DATE_CHARS && e->chars &&
	       (tc_tree_is(e, "time") || (e->hints & TC_CLASS_DATE));
}

static const xmlNode *next_element(const xmlNode *node)
{
	do
		node = node->next;
	while (node && !tc_node_is_element(node));
	return node;
}

static bool is_named(const xmlNode *node, const char *name)
{
	return node && strcmp((const char *)node->name, name) == 0;
}

/* "<dt>Ngay dang<dd>1/2/2023" is one line; a term that heads several is
 * not of the first. */
static bool is_term(const struct tc_element *e)
{
	const xmlNode *next = next_element(e->node);

	return tc_tree_is(e, "dt") && e->chars && e->chars <= TERM_CHARS &&
	       is_named(next, "dd") && !is_named(next_element(next), "dd");
}

/* A question stands in a line of its own. */
static bool ends_in_question(const struct render *r)
{
	struct tc_str s = tc_str_trim(tc_buf_str(&r->raw));

	return tc_str_ends(s, TC_STR("?")) || tc_str_ends(s, TC_STR("?\xE2\x80\x9D"));
}

static bool stands_behind_term(const struct render *r,
			       const struct tc_element *e)
{
	return tc_tree_is(e, "dd") && r->term &&
	       e->chars <= TC_ELEMENT_SMALL;
}

static void enter(struct render *r, size_t i)
{
	struct tc_element *e = &r->tree->v[i];

	/* author and date side by side are parted by style sheets */
	if (is_date(e) && r->raw.n)
		tc_buf_addc(&r->raw, ' ');
	if (e->in_row && (e->flags & TC_TAG_CELL))
		r->cell = true;
	if (e->flags & TC_TAG_BREAK)
		take_break(r, i);
	else if (stands_behind_term(r, e))
		tc_buf_addc(&r->raw, ' ');
	else if (breaks(r->tree, e) ||
		 (!e->in_row && (is_entry(e) ||
				 (is_date(e) && r->raw.n > LABEL_BYTES))))
		flush(r, block_of(r->tree, e->parent));
	else if (e->flags & (TC_TAG_CELL | TC_TAG_BLOCK))
		tc_buf_addc(&r->raw, ' ');
	e->line = (uint32_t)r->lines->n;
}

static void leave(struct render *r, size_t i)
{
	struct tc_element *e = &r->tree->v[i];

	r->term = is_term(e) && !ends_in_question(r);
	if (r->term)
		tc_buf_puts(&r->raw, ":");
	else if (breaks(r->tree, e))
		flush(r, i);
	else if (e->flags & (TC_TAG_CELL | TC_TAG_BLOCK))
		tc_buf_addc(&r->raw, ' ');
	else if (!(e->flags & TC_TAG_BREAK))
		r->hints |= e->hints & INLINE_HINTS;
	if (!(e->flags & (TC_TAG_BREAK | TC_TAG_BLOCK)) && !e->in_row &&
	    is_date(e))
		flush(r, block_of(r->tree, e->parent));
	e->line_end = (uint32_t)r->lines->n;
}

static void look(struct render *r, const struct tc_element *e, uint32_t chars)
{
	if (e->bold)
		r->bold += chars;
	if (chars > r->largest) {
		r->largest = chars;
		r->px = e->px;
	}
}

static bool is_blank(struct tc_str s)
{
	return !tc_str_trim(s).n;
}

/* Cells of a row are parted where both have a text: names side by side are
 * not one name. */
static void part_cells(struct render *r, struct tc_str text)
{
	if (!r->cell || is_blank(text))
		return;
	r->cell = false;
	if (!is_blank(tc_buf_str(&r->raw)))
		tc_buf_puts(&r->raw, " | ");
}

static bool is_in_pre(const struct tc_tree *t, size_t i)
{
	for (; i; i = t->v[i].parent)
		if (tc_tree_is(&t->v[i], "pre"))
			return true;
	return false;
}

/* Where a blank line begins; s.n when there is none. */
static size_t find_blank_line(struct tc_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		size_t k = i + 1;
		if (s.p[i] != '\n')
			continue;
		while (k < s.n && (s.p[k] == ' ' || s.p[k] == '\t' ||
				   s.p[k] == '\r'))
			k++;
		if (k < s.n && s.p[k] == '\n')
			return i;
	}
	return s.n;
}

#define PRE_LINE_MAX 200	/* bytes; longer lines are paragraphs */

static size_t find_line_end(struct tc_str s)
{
	const char *const end = s.n ? memchr(s.p, '\n', s.n) : NULL;

	return end ? (size_t)(end - s.p) : s.n;
}

static bool has_long_line(struct tc_str s)
{
	struct tc_str line;

	while (tc_str_split(&s, '\n', &line))
		if (line.n > PRE_LINE_MAX)
			return true;
	return false;
}

/* In <pre> blank lines part paragraphs, and where these are not broken at a
 * column all lines are. */
static void add_text(struct render *r, size_t i, struct tc_str text)
{
	size_t at = find_line_end(text);
	const bool pre = at < text.n && is_in_pre(r->tree, i);
	size_t (*const find)(struct tc_str) =
		pre && has_long_line(text) ? find_line_end : find_blank_line;

	if (pre)
		for (at = find(text); at < text.n; at = find(text)) {
			tc_buf_addstr(&r->raw, tc_str(text.p, at));
			flush(r, block_of(r->tree, i));
			text = tc_str_from(text, at + 1);
		}
	part_cells(r, text);
	tc_buf_addstr(&r->raw, text);
}

static void take_text(struct render *r, const xmlNode *node)
{
	size_t i = tc_node_index(node->parent);
	const char *text = (const char *)node->content;

	add_text(r, i, tc_str0(text));
	look(r, &r->tree->v[i], tc_node_chars(text));
	for (size_t up = i; up; up = r->tree->v[up].parent) {
		const struct tc_element *e = &r->tree->v[up];
		if (e->flags & TC_TAG_LINK)
			r->linked += tc_node_chars(text);
		if (e->flags & (TC_TAG_LINK | TC_TAG_BLOCK))
			return;
	}
}

void tc_tree_render(struct tc_tree *t, struct tc_lines *lines)
{
	struct render r = { .tree = t, .lines = lines };
	xmlNode *root = t->v[0].node, *node = root;

	for (;;) {
		bool into = false;
		if (tc_node_is_element(node) && !t->v[tc_node_index(node)].hidden) {
			enter(&r, tc_node_index(node));
			into = node->children;
		} else if (tc_node_is_text(node)) {
			take_text(&r, node);
		}
		if (into) {
			node = node->children;
			continue;
		}
		for (;;) {
			if (tc_node_is_element(node) && !t->v[tc_node_index(node)].hidden)
				leave(&r, tc_node_index(node));
			if (node == root || node->next)
				break;
			node = node->parent;
		}
		if (node == root)
			break;
		node = node->next;
	}
	flush(&r, 0);
	tc_buf_release(&r.raw);
	tc_buf_release(&r.normal);
}

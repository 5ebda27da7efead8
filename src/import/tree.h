/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A parsed page: libxml2's tree, and a table of its elements in document
 * order with what is known of each.  The table makes walks loops:
 *
 *   v[0] html, v[1] head, ... v[i] div, v[i+1] its first child, ...
 *   v[i].parent < i;  the descendants of i are i+1 .. v[i].end-1
 */
#ifndef TC_IMPORT_TREE_H
#define TC_IMPORT_TREE_H

#include "base/mem.h"
#include "import/line.h"
#include "import/tag.h"

/* Pages of more elements, or nested deeper, are no articles. */
#define TC_ELEMENTS_MAX 200000

/* Of one element, words in quotes counted; half a second of parsing. */
#define TC_ATTRIBUTES_MAX 10000

/* A class speaks for the lines below it when the element is small. */
#define TC_ELEMENT_SMALL 400

struct _xmlNode;

struct tc_element {
	struct _xmlNode *node;
	uint32_t parent;	/* of the root: itself */
	uint32_t end;
	uint32_t chars, linked;	/* of text below, and of it in links */
	uint32_t prose;		/* and of it in long stretches */
	uint32_t flags;		/* enum tc_tag_flag */
	uint32_t hints;		/* enum tc_class_hint */
	uint8_t heading;
	uint8_t px;		/* size of letters, where said; else 0 */
	bool bold;
	bool in_row;		/* inside a row of short cells */
	bool hidden;		/* never shown, or inside such */
	bool aside;		/* not of the article, or inside such */
	bool row;		/* a row of short cells: one line */
	uint32_t line, line_end; /* its lines */
	double score;		/* as the body (content.c) */
};

struct tc_tree {
	struct tc_arena *arena;
	struct _xmlDoc *doc;
	struct tc_element *v;
	size_t n, cap;
};

/* Parses UTF-8.  False: *why (static) says what the parser gave up at. */
bool tc_tree_parse(struct tc_tree *t, struct tc_str text, const char **why);
void tc_tree_release(struct tc_tree *t);

/* An attribute's value; empty when absent. */
struct tc_str tc_tree_attr(const struct _xmlNode *node, const char *name);
/* All text below, squeezed, in normal form, at most `limit` bytes. */
struct tc_str tc_tree_text(const struct tc_tree *t, size_t element,
			   size_t limit);
bool tc_tree_is(const struct tc_element *e, const char *name);

/* Of libxml2's nodes. */
bool tc_node_is_element(const struct _xmlNode *node);
bool tc_node_is_text(const struct _xmlNode *node);
uint32_t tc_node_index(const struct _xmlNode *element);
uint32_t tc_node_chars(const char *text);	/* without blanks */

/* False when an element has more attributes (markup.c). */
bool tc_markup_is_bounded(struct tc_str text);
/* The text without declarations, in `out`. */
struct tc_str tc_markup_strip(struct tc_str text, struct tc_buf *out);

/* The tree of a page that was composed of plain text, without parsing; NULL for
 * any other (tree-composed.c). */
struct _xmlDoc *tc_tree_compose(struct tc_str page);

/* Reads size and weight of letters off an element (look.c). */
uint8_t tc_look_px(const struct _xmlNode *node, uint8_t above);
bool tc_look_bold(const struct _xmlNode *node);

/* The lines of the page in document order, and for each element its
 * stretch of them. */
void tc_tree_render(struct tc_tree *t, struct tc_lines *lines);

#endif

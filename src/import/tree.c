/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/tree.h"

#include "text/normalize.h"
#include "text/utf8.h"

#include <libxml/HTMLparser.h>
#include <stdint.h>
#include <strings.h>

/* Fragments of a text node of more bytes are attack, not news. */
#define ATTRIBUTE_MAX ((size_t)64 * 1024)
#define CELL_CHARS 100
#define ROW_CHARS 400
/* A text node of so many characters is no menu entry. */
#define PROSE_CHARS 60
/* What holds more of the page's prose than this is not beside the article,
 * whatever its class says ("print-content"). */
#define ASIDE_PERCENT 50
/* With so much prose beside them comments are comments. */
#define TALK_BESIDE 120

struct tc_str tc_tree_attr(const struct _xmlNode *node, const char *name)
{
	for (const xmlAttr *a = node->properties; a; a = a->next) {
		if (strcasecmp((const char *)a->name, name) != 0 ||
		    !a->children || !a->children->content)
			continue;
		struct tc_str s = tc_str0((const char *)a->children->content);
		if (s.n > ATTRIBUTE_MAX)
			s.n = tc_utf8_floor(s, ATTRIBUTE_MAX);
		return s;
	}
	return (struct tc_str){ NULL, 0 };
}

bool tc_tree_is(const struct tc_element *e, const char *name)
{
	return strcmp((const char *)e->node->name, name) == 0;
}

bool tc_node_is_element(const struct _xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE;
}

bool tc_node_is_text(const struct _xmlNode *node)
{
	return (node->type == XML_TEXT_NODE ||
		node->type == XML_CDATA_SECTION_NODE) && node->content;
}

/* libxml2 leaves _private to its caller: the element's index. */
uint32_t tc_node_index(const struct _xmlNode *node)
{
	return (uint32_t)(uintptr_t)node->_private;
}

uint32_t tc_node_chars(const char *s)
{
	size_t n = 0;

	for (; *s; s++)
		n += (*s & 0xC0) != 0x80 && (unsigned char)*s > ' ';
	return n > UINT32_MAX / 4 ? UINT32_MAX / 4 : (uint32_t)n;
}

static bool is_nocase(struct tc_str s, const char *name)
{
	return s.n == strlen(name) && strncasecmp(s.p, name, s.n) == 0;
}

static bool has_no_display(const xmlNode *node)
{
	struct tc_str style = tc_tree_attr(node, "style");
	struct tc_str none = TC_STR("none"), display = TC_STR("display");

	if (xmlHasProp(node, (const xmlChar *)"hidden"))
		return true;
	size_t at = tc_str_find(style, display, 0);
	if (at == SIZE_MAX)
		return false;
	style = tc_str_from(style, at + display.n);
	while (style.n && (*style.p == ':' || *style.p == ' '))
		style = tc_str_from(style, 1);
	return tc_str_starts(style, none);
}

/* Bylines stand at the right margin, by style or by the align of old. */
static bool is_right(const xmlNode *node)
{
	struct tc_str style = tc_tree_attr(node, "style");

	return is_nocase(tc_tree_attr(node, "align"), "right") ||
	       tc_str_find(style, TC_STR("text-align:right"), 0) != SIZE_MAX ||
	       tc_str_find(style, TC_STR("text-align: right"), 0) != SIZE_MAX;
}

static void add_element(struct tc_tree *t, xmlNode *node)
{
	t->v = tc_arena_grow(t->arena, t->v, t->n, &t->cap, sizeof *t->v);
	struct tc_element *e = &t->v[t->n];
	const char *name = (const char *)node->name;
	*e = (struct tc_element){
		.node = node,
		.parent = t->n ? tc_node_index(node->parent) : 0,
		.flags = tc_tag_flags(name),
		.heading = tc_tag_heading(name),
		.hints = tc_class_hints(tc_tree_attr(node, "class")) |
			 tc_class_hints(tc_tree_attr(node, "id")) |
			 tc_tag_hints(name),
	};
	e->hidden = (e->flags & TC_TAG_SKIP) || has_no_display(node) ||
		    (t->n && t->v[e->parent].hidden);
	if (is_right(node))
		e->hints |= TC_CLASS_RIGHT;
	/* a full <body class="..."> speaks of the page */
	if (tc_tree_is(e, "body") || tc_tree_is(e, "html"))
		e->hints = 0;
	node->_private = (void *)(uintptr_t)t->n++;
}

/* Document order without recursion; NULL behind the last. */
static xmlNode *next_node(xmlNode *node, const xmlNode *root, bool into)
{
	if (into && tc_node_is_element(node) && node->children)
		return node->children;
	while (node != root && !node->next)
		node = node->parent;
	return node == root ? NULL : node->next;
}

static void count_text(struct tc_element *e, const char *text)
{
	if (e->hidden)
		return;
	uint32_t n = tc_node_chars(text);
	e->chars += n;
	if (n >= PROSE_CHARS && !(e->flags & TC_TAG_LINK))
		e->prose += n;
}

static bool index_elements(struct tc_tree *t, xmlNode *root)
{
	for (xmlNode *node = root; node; node = next_node(node, root, true)) {
		if (tc_node_is_element(node)) {
			if (t->n == TC_ELEMENTS_MAX)
				return false;
			add_element(t, node);
		} else if (tc_node_is_text(node) && node->parent &&
			   tc_node_is_element(node->parent)) {
			count_text(&t->v[tc_node_index(node->parent)],
				   (const char *)node->content);
		}
	}
	return true;
}

/* Children stand behind their parents: from the end upward. */
static void sum_up(struct tc_tree *t)
{
	for (size_t i = t->n; i-- > 0;) {
		struct tc_element *e = &t->v[i], *up = &t->v[e->parent];
		if (e->end < i + 1)
			e->end = (uint32_t)i + 1;
		if (e->flags & TC_TAG_LINK)
			e->linked = e->chars;
		if (!i)
			return;
		if (up->end < e->end)
			up->end = e->end;
		up->chars += e->chars;
		up->linked += e->linked;
		up->prose += e->prose;
	}
}

/* Cells of a few words each, in a row of its own: a table of data, not of
 * layout. */
static bool is_data_row(const struct tc_tree *t, size_t row)
{
	size_t cells = 0;

	if (!(t->v[row].flags & TC_TAG_ROW) || t->v[row].chars > ROW_CHARS)
		return false;
	for (size_t i = row + 1; i < t->v[row].end; i++) {
		const struct tc_element *e = &t->v[i];
		if (e->flags & TC_TAG_ROW)
			return false;
		if (!(e->flags & TC_TAG_CELL) || !e->chars)
			continue;
		if (e->chars > CELL_CHARS || e->linked * 2 > e->chars)
			return false;
		cells++;
	}
	return cells > 1;
}

/* Comments may be longer than what they comment on; anything else that
 * holds most of the page is the page. */
static bool is_aside(const struct tc_element *e, uint64_t all)
{
	if (!(e->flags & TC_TAG_ASIDE) && !(e->hints & TC_CLASS_ASIDE))
		return false;
	if ((e->hints & TC_CLASS_TALK) && all - e->prose >= TALK_BESIDE)
		return true;
	return (uint64_t)e->prose * 100 <= all * ASIDE_PERCENT;
}

/* Downward: what is inherited. */
static void pass_down(struct tc_tree *t)
{
	uint64_t all = t->v[0].prose;

	for (size_t i = 1; i < t->n; i++) {
		struct tc_element *e = &t->v[i];
		const struct tc_element *up = &t->v[e->parent];
		e->aside = up->aside || is_aside(e, all);
		e->hidden = e->hidden || up->hidden ||
			    ((e->hints & TC_CLASS_HIDDEN) &&
			     (uint64_t)e->prose * 100 <= all * ASIDE_PERCENT);
		if (up->chars <= TC_ELEMENT_SMALL || (up->hints & TC_CLASS_TRAIL))
			e->hints |= up->hints & ~(uint32_t)TC_CLASS_HIDDEN;
		e->bold = up->bold || tc_look_bold(e->node);
		e->px = tc_look_px(e->node, up->px);
		e->row = is_data_row(t, i);
		e->in_row = e->row || up->in_row;
	}
}

static bool parse(struct tc_tree *t, struct tc_str text, const char **why)
{
	htmlParserCtxtPtr ctxt = htmlNewParserCtxt();

	if (!ctxt)
		tc_out_of_memory();
	t->doc = htmlCtxtReadMemory(ctxt, text.p, (int)text.n, NULL, "UTF-8",
				    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
				    HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
				    HTML_PARSE_IGNORE_ENC);
	bool halted = ctxt->lastError.code == XML_ERR_INTERNAL_ERROR ||
		      ctxt->lastError.code == XML_ERR_NO_MEMORY;
	htmlFreeParserCtxt(ctxt);
	if (halted)
		*why = "elements nested too deep, or one too large";
	else if (!t->doc)
		*why = "no document";
	return !halted && t->doc;
}

bool tc_tree_parse(struct tc_tree *t, struct tc_str text, const char **why)
{
	TC_SCOPED_BUF stripped = { 0 };

	*why = "an element with too many attributes";
	t->doc = tc_tree_compose(text);
	if (!t->doc && (!tc_markup_is_bounded(text) ||
			!parse(t, tc_markup_strip(text, &stripped), why)))
		return false;
	xmlNode *root = xmlDocGetRootElement(t->doc);
	*why = "no element";
	if (!root)
		return false;
	*why = "too many elements";
	if (!index_elements(t, root))
		return false;
	sum_up(t);
	pass_down(t);
	return true;
}

void tc_tree_release(struct tc_tree *t)
{
	if (t->doc)
		xmlFreeDoc(t->doc);
	t->doc = NULL;
}

struct tc_str tc_tree_text(const struct tc_tree *t, size_t element,
			   size_t limit)
{
	xmlNode *root = t->v[element].node;
	TC_SCOPED_BUF raw = { 0 }, normal = { 0 };

	for (xmlNode *node = root; node && raw.n < limit;
	     node = next_node(node, root, true))
		if (tc_node_is_text(node))
			tc_buf_puts(&raw, (const char *)node->content);
	if (raw.n > limit)
		raw.n = tc_utf8_floor(tc_buf_str(&raw), limit);
	tc_normalize(tc_buf_str(&raw), &normal);
	normal.n = tc_lines_squeeze(normal.p, normal.n);
	return tc_arena_str(t->arena, tc_str_trim(tc_buf_str(&normal)));
}

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
/* A class speaks for the lines below it when the element is small. */
#define SMALL_CHARS 400
#define CELL_CHARS 100
#define ROW_CHARS 400
#define DATE_CHARS 60
#define LABEL_BYTES 40
/* What an inline element says of the line that it stands in. */
#define INLINE_HINTS (TC_CLASS_TITLE | TC_CLASS_AUTHOR | TC_CLASS_CREDIT | \
		      TC_CLASS_META)
/* An element that holds more of the page than this is not beside it. */
#define ASIDE_PERCENT 50

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

static bool is_element(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE;
}

static bool is_text(const xmlNode *node)
{
	return (node->type == XML_TEXT_NODE ||
		node->type == XML_CDATA_SECTION_NODE) && node->content;
}

/* libxml2 leaves _private to its caller: the element's index. */
static uint32_t index_of(const xmlNode *node)
{
	return (uint32_t)(uintptr_t)node->_private;
}

static uint32_t count_chars(const char *s)
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
	*e = (struct tc_element){
		.node = node,
		.parent = t->n ? index_of(node->parent) : 0,
		.flags = tc_tag_flags((const char *)node->name),
		.heading = tc_tag_heading((const char *)node->name),
		.hints = tc_class_hints(tc_tree_attr(node, "class")) |
			 tc_class_hints(tc_tree_attr(node, "id")),
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
	if (into && is_element(node) && node->children)
		return node->children;
	while (node != root && !node->next)
		node = node->parent;
	return node == root ? NULL : node->next;
}

static bool index_elements(struct tc_tree *t, xmlNode *root)
{
	for (xmlNode *node = root; node; node = next_node(node, root, true)) {
		if (is_element(node)) {
			if (t->n == TC_ELEMENTS_MAX)
				return false;
			add_element(t, node);
		} else if (is_text(node) && node->parent &&
			   is_element(node->parent)) {
			struct tc_element *e = &t->v[index_of(node->parent)];
			if (!e->hidden)
				e->chars += count_chars(
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

/* Downward: what is inherited. */
static void pass_down(struct tc_tree *t)
{
	uint32_t all = t->v[0].chars;

	for (size_t i = 1; i < t->n; i++) {
		struct tc_element *e = &t->v[i];
		const struct tc_element *up = &t->v[e->parent];
		bool aside = (e->flags & TC_TAG_ASIDE) ||
			     (e->hints & TC_CLASS_ASIDE);
		e->aside = up->aside ||
			   (aside && (uint64_t)e->chars * 100 <
				     (uint64_t)all * ASIDE_PERCENT);
		if (up->chars <= SMALL_CHARS || (up->hints & TC_CLASS_TRAIL))
			e->hints |= up->hints;
		e->row = is_data_row(t, i);
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
	if (!parse(t, text, why))
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

/*
 * Rendering: text is gathered in `raw` until a block begins or ends.
 */
struct render {
	struct tc_tree *tree;
	struct tc_lines *lines;
	struct tc_buf raw, normal;
	uint32_t linked;
	uint32_t hints;		/* of inline elements in the line */
};

/* Squeezes blanks and hands back a view of r->normal. */
static struct tc_str squeezed(struct render *r)
{
	size_t n = 0;

	tc_buf_clear(&r->normal);
	tc_normalize(tc_buf_str(&r->raw), &r->normal);
	for (size_t i = 0; i < r->normal.n; i++) {
		char c = r->normal.p[i];
		bool blank = c == ' ' || c == '\n' || c == '\t';
		if (!blank)
			r->normal.p[n++] = c;
		else if (n && r->normal.p[n - 1] != ' ')
			r->normal.p[n++] = ' ';
	}
	return tc_str_trim(tc_str(r->normal.p, n));
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
		}
	}
	tc_buf_clear(&r->raw);
	r->linked = 0;
	r->hints = 0;
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

	return (e->flags & TC_TAG_LINK) && before && is_element(before) &&
	       strcmp((const char *)before->name, "a") == 0;
}

static bool breaks(const struct tc_tree *t, const struct tc_element *e)
{
	const struct tc_element *up = &t->v[e->parent];

	if (e->flags & TC_TAG_CELL)
		return !up->row;
	return (e->flags & TC_TAG_BLOCK) || (e->aside && !up->aside);
}

/* A break inside a heading is a blank: headlines are one line. */
static void take_break(struct render *r, size_t i)
{
	const struct tc_tree *t = r->tree;
	size_t heading = heading_of(t, i);

	if (heading && t->v[heading].chars <= SMALL_CHARS)
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

static void enter(struct render *r, size_t i)
{
	struct tc_element *e = &r->tree->v[i];

	if (e->flags & TC_TAG_BREAK)
		take_break(r, i);
	else if (breaks(r->tree, e) || is_entry(e) ||
		 (is_date(e) && r->raw.n > LABEL_BYTES))
		flush(r, block_of(r->tree, e->parent));
	else if (e->flags & TC_TAG_CELL)
		tc_buf_addc(&r->raw, ' ');
	e->line = (uint32_t)r->lines->n;
}

static void leave(struct render *r, size_t i)
{
	struct tc_element *e = &r->tree->v[i];

	if (breaks(r->tree, e))
		flush(r, i);
	else if (e->flags & TC_TAG_CELL)
		tc_buf_addc(&r->raw, ' ');
	else if (!(e->flags & TC_TAG_BREAK))
		r->hints |= e->hints & INLINE_HINTS;
	if (!(e->flags & (TC_TAG_BREAK | TC_TAG_BLOCK)) && is_date(e))
		flush(r, block_of(r->tree, e->parent));
	e->line_end = (uint32_t)r->lines->n;
}

static void take_text(struct render *r, const xmlNode *node)
{
	size_t i = index_of(node->parent);
	const char *text = (const char *)node->content;

	tc_buf_puts(&r->raw, text);
	for (size_t up = i; up; up = r->tree->v[up].parent) {
		const struct tc_element *e = &r->tree->v[up];
		if (e->flags & TC_TAG_LINK)
			r->linked += count_chars(text);
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
		if (is_element(node) && !t->v[index_of(node)].hidden) {
			enter(&r, index_of(node));
			into = node->children;
		} else if (is_text(node)) {
			take_text(&r, node);
		}
		if (into) {
			node = node->children;
			continue;
		}
		for (;;) {
			if (is_element(node) && !t->v[index_of(node)].hidden)
				leave(&r, index_of(node));
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

struct tc_str tc_tree_text(const struct tc_tree *t, size_t element,
			   size_t limit)
{
	xmlNode *root = t->v[element].node;
	struct render r = { 0 };

	for (xmlNode *node = root; node && r.raw.n < limit;
	     node = next_node(node, root, true))
		if (is_text(node))
			tc_buf_puts(&r.raw, (const char *)node->content);
	if (r.raw.n > limit)
		r.raw.n = tc_utf8_floor(tc_buf_str(&r.raw), limit);
	struct tc_str s = tc_arena_str(t->arena, squeezed(&r));
	tc_buf_release(&r.raw);
	tc_buf_release(&r.normal);
	return s;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The tree of a page that was composed of plain text (compose.h), as the parser
 * makes it:
 *
 *   html - head - meta, title, meta
 *        \ body - article - h1, p, p ...	a line feed behind each
 *
 * It takes a quarter of the parser's time.
 */
#include "config.h"

#include "import/tree.h"

#include "import/compose.h"

#include <libxml/HTMLtree.h>

/* Longer texts are left to the parser and its limits. */
#define PAGE_MAX ((size_t)4 << 20)

struct builder {
	xmlDoc *doc;
	xmlNode *head, *in;	/* where the next element goes */
	struct tc_buf text;
};

static const xmlChar *chars(const char *s)
{
	return (const xmlChar *)s;
}

static void *made(void *node)
{
	if (!node)
		tc_out_of_memory();
	return node;
}

static xmlNode *add(xmlDoc *doc, xmlNode *up, const char *name)
{
	xmlNode *node = made(xmlNewDocNode(doc, NULL, chars(name), NULL));

	return made(xmlAddChild(up, node));
}

static void add_text(xmlDoc *doc, xmlNode *up, struct tc_str s)
{
	made(xmlAddChild(up, made(xmlNewDocTextLen(doc, chars(s.p),
						   (int)s.n))));
}

static void begin(struct builder *b)
{
	b->doc = made(htmlNewDocNoDtD(NULL, NULL));
	xmlNode *html = made(xmlNewDocNode(b->doc, NULL, chars("html"), NULL));
	xmlDocSetRootElement(b->doc, html);
	b->head = b->in = add(b->doc, html, "head");
	made(xmlNewProp(add(b->doc, b->in, "meta"), chars("charset"),
			chars("utf-8")));
}

static void add_date(struct builder *b)
{
	xmlNode *node = add(b->doc, b->in, "meta");

	made(xmlNewProp(node, chars("property"),
			chars("article:published_time")));
	made(xmlNewProp(node, chars("content"),
			chars(tc_buf_cstr(&b->text))));
}

/* Text in the head has no line feed behind it: parsers drop blanks there. */
static void add_element(struct builder *b, const char *name)
{
	add_text(b->doc, add(b->doc, b->in, name), tc_buf_str(&b->text));
	if (b->in != b->head)
		add_text(b->doc, b->in, TC_STR("\n"));
}

static void take(struct builder *b, enum tc_piece piece)
{
	switch (piece) {
	case TC_PIECE_HEAD:
		begin(b);
		break;
	case TC_PIECE_TITLE:
		add_element(b, "title");
		break;
	case TC_PIECE_DATE:
		add_date(b);
		break;
	case TC_PIECE_BODY:
		b->in = add(b->doc, add(b->doc, b->in->parent, "body"),
			    "article");
		break;
	case TC_PIECE_HEADING:
		add_element(b, "h1");
		break;
	case TC_PIECE_PARAGRAPH:
		add_element(b, "p");
		break;
	default:
		break;
	}
}

struct _xmlDoc *tc_tree_compose(struct tc_str page)
{
	struct builder b = { 0 };
	enum tc_piece piece = TC_PIECE_NONE;
	struct tc_str text;
	int more = page.n > PAGE_MAX ? -1 : 1;

	while (more > 0 && (more = tc_compose_next(&page, &piece, &text)) > 0) {
		tc_buf_clear(&b.text);
		tc_compose_plain(text, &b.text);
		take(&b, piece);
	}
	tc_buf_release(&b.text);
	if (more == 0)
		return b.doc;
	if (b.doc)
		xmlFreeDoc(b.doc);
	return NULL;
}

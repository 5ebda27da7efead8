/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * RSS 0.9x, 1.0, 2.0 and Atom, through libxml2's push parser: a chunk goes in,
 * the entries that end in it come out.  No tree is built; no entity is
 * declared, so none expands; nothing is loaded.
 */
#include "config.h"

#include "import/shape.h"

#include "base/mem.h"
#include "import/compose.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <strings.h>

#define CHUNK 4096
/* An XML declaration, a comment, a style sheet, then the root. */
#define ROOT_WITHIN ((size_t)4096)

enum what { TITLE, LINK, ID, PUBLISHED, UPDATED, CONTENT, SUMMARY, WHATS };

/* Direct children of an entry; modules by their usual prefixes. */
static const struct {
	const char *name;
	enum what what;
} fields[] = {
	{ "title", TITLE },
	{ "link", LINK },
	{ "guid", ID },
	{ "id", ID },
	{ "pubDate", PUBLISHED },
	{ "published", PUBLISHED },
	{ "issued", PUBLISHED },	/* Atom 0.3 */
	{ "dc:date", PUBLISHED },
	{ "updated", UPDATED },
	{ "modified", UPDATED },
	{ "content:encoded", CONTENT },
	{ "content", CONTENT },
	{ "description", SUMMARY },
	{ "summary", SUMMARY },
};

static const struct {
	const char *uri, *prefix;
} modules[] = {
	{ "http://purl.org/rss/1.0/modules/content/", "content:" },
	{ "http://purl.org/dc/elements/1.1/", "dc:" },
	{ "http://purl.org/rss/1.0/", "" },
	{ "http://my.netscape.com/rdf/simple/0.9/", "" },
	{ "http://www.w3.org/2005/Atom", "" },
	{ "http://purl.org/atom/ns#", "" },
};

enum markup { PLAIN, ESCAPED, XHTML };

struct entry {
	struct tc_buf value[WHATS];
	enum markup markup[WHATS];
	bool too_large;
	bool torn[WHATS];
};

struct feed {
	struct tc_stream *s;
	xmlParserCtxt *parser;
	size_t depth, entry_depth;	/* 0: in none */
	bool ended;
	struct entry now;
	int field;			/* enum what, or -1 */
	struct entry *done;		/* ended in the last chunk */
	size_t done_count, done_next, done_cap;
	uint64_t given;
	xmlEntity entity;		/* what on_entity() gave last */
	xmlChar entity_text[8];
};

static void entry_release(struct entry *e)
{
	for (size_t i = 0; i < WHATS; i++)
		tc_buf_release(&e->value[i]);
	*e = (struct entry){ 0 };
}

/* ---- what the parser says ---- */

static void append(struct feed *f, const char *p, size_t n, bool escape)
{
	struct tc_buf *out = &f->now.value[f->field];

	if (out->n + n > TC_CAPTURE_MAX) {
		f->now.too_large = true;
		return;
	}
	if (escape)
		tc_compose_escape(tc_str(p, n), out);
	else
		tc_buf_add(out, p, n);
}

static void append_tag(struct feed *f, const char *open, const xmlChar *name)
{
	append(f, open, strlen(open), false);
	append(f, (const char *)name, strlen((const char *)name), false);
	append(f, ">", 1, false);
}

/* SAX2 gives attributes in fives: name, prefix, URI, value, its end. */
static struct tc_str attribute(int n, const xmlChar **attributes,
			       const char *name)
{
	for (int i = 0; i < n; i++) {
		const xmlChar **a = &attributes[5 * i];
		if (strcmp((const char *)a[0], name) == 0)
			return tc_str((const char *)a[3],
				      (size_t)(a[4] - a[3]));
	}
	return (struct tc_str){ NULL, 0 };
}

static bool qualify(const xmlChar *name, const xmlChar *uri, char *out,
		    size_t n)
{
	if (!uri) {
		snprintf(out, n, "%s", (const char *)name);
		return true;
	}
	for (size_t i = 0; i < sizeof modules / sizeof *modules; i++)
		if (strcmp((const char *)uri, modules[i].uri) == 0) {
			snprintf(out, n, "%s%s", modules[i].prefix,
				 (const char *)name);
			return true;
		}
	return false;
}

static bool is_entry(const char *name)
{
	return strcmp(name, "item") == 0 || strcmp(name, "entry") == 0;
}

/* RFC 4287, 3.1.1: Atom says what markup a text has; RSS is escaped HTML. */
static enum markup markup_of(struct tc_str type, bool atom)
{
	if (!type.n)
		return atom ? PLAIN : ESCAPED;
	if (tc_str_is(type, "xhtml") ||
	    tc_str_is(type, "application/xhtml+xml"))
		return XHTML;
	return tc_str_is(type, "text") || tc_str_is(type, "text/plain") ?
		       PLAIN : ESCAPED;
}

/* Atom has several links of an entry; RSS one, as text. */
static bool is_other_link(int n, const xmlChar **attributes)
{
	struct tc_str rel = attribute(n, attributes, "rel");

	return rel.n && !tc_str_is(rel, "alternate");
}

static void begin_field(struct feed *f, const char *name, int n,
			const xmlChar **attributes)
{
	bool atom = strcmp(name, "content") == 0 ||
		    strcmp(name, "summary") == 0;

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		if (strcmp(name, fields[i].name) != 0)
			continue;
		enum what what = fields[i].what;
		if (f->now.value[what].n ||
		    (what == LINK && is_other_link(n, attributes)))
			return;
		f->field = (int)what;
		f->now.markup[what] = markup_of(
			attribute(n, attributes, "type"), atom);
	}
	if (f->field == LINK) {
		struct tc_str href = attribute(n, attributes, "href");
		append(f, href.p, href.n, false);
	}
	/* an id that says it is none */
	if (f->field == ID &&
	    tc_str_is(attribute(n, attributes, "isPermaLink"), "false"))
		f->field = -1;
}

static void on_start(void *ctx, const xmlChar *name, const xmlChar *prefix,
		     const xmlChar *uri, int namespaces, const xmlChar **ns,
		     int n, int defaulted, const xmlChar **attributes)
{
	struct feed *f = ctx;
	char full[64] = "";

	(void)prefix, (void)namespaces, (void)ns, (void)defaulted;
	f->depth++;
	if (f->field >= 0) {
		if (f->now.markup[f->field] == XHTML)
			append_tag(f, "<", name);
		return;
	}
	if (!qualify(name, uri, full, sizeof full))
		return;
	if (!f->entry_depth && is_entry(full)) {
		f->entry_depth = f->depth;
		entry_release(&f->now);
	} else if (f->entry_depth && f->depth == f->entry_depth + 1) {
		begin_field(f, full, n, attributes);
	}
}

static void on_end(void *ctx, const xmlChar *name, const xmlChar *prefix,
		   const xmlChar *uri)
{
	struct feed *f = ctx;

	(void)prefix, (void)uri;
	if (f->entry_depth && f->depth == f->entry_depth + 1)
		f->field = -1;
	else if (f->field >= 0 && f->now.markup[f->field] == XHTML)
		append_tag(f, "</", name);
	if (f->entry_depth && f->depth == f->entry_depth) {
		f->done = tc_grow(f->done, f->done_count, &f->done_cap,
				  sizeof *f->done);
		f->done[f->done_count++] = f->now;
		f->now = (struct entry){ 0 };
		f->entry_depth = 0;
	}
	if (f->depth)
		f->depth--;
	f->ended = !f->depth;
}

static void on_text(void *ctx, const xmlChar *p, int n)
{
	struct feed *f = ctx;

	/* a parser that has seen an error drops "&lt;" from then on */
	f->parser->wellFormed = 1;
	if (f->field >= 0)
		append(f, (const char *)p, (size_t)n,
		       f->now.markup[f->field] == XHTML);
}

/* Feeds use the names of HTML ("&nbsp;"), which XML does not know: they get
 * what they mean, and others nothing. */
static xmlEntity *on_entity(void *ctx, const xmlChar *name)
{
	struct feed *f = ctx;
	const htmlEntityDesc *html = htmlEntityLookup(name);
	int n = html ? xmlCopyCharMultiByte(f->entity_text,
					    (int)html->value) : 0;

	f->entity_text[n] = '\0';
	f->entity = (xmlEntity){
		.type = XML_ENTITY_DECL, .name = name,
		.etype = XML_INTERNAL_PREDEFINED_ENTITY,
		.content = f->entity_text, .length = n,
	};
	return &f->entity;
}

/* "?a=1&b=2" without "amp;" loses its "&b": no address is better than a
 * wrong one. */
static void on_error(void *ctx, xmlError *error)
{
	struct feed *f = ctx;

	(void)error;
	if (f->field == LINK || f->field == ID)
		f->now.torn[f->field] = true;
}

/* ---- an entry ---- */

static struct tc_str first_of(struct entry *e, enum what a, enum what b)
{
	return tc_str_trim(tc_buf_str(&e->value[e->value[a].n ? a : b]));
}

static int take_entry(struct feed *f, struct entry *e, struct tc_item *item)
{
	enum what body = e->value[CONTENT].n ? CONTENT : SUMMARY;
	struct tc_str text = tc_buf_str(&e->value[body]);
	bool plain = e->markup[body] == PLAIN;
	struct tc_parts parts = {
		.title = first_of(e, TITLE, TITLE),
		.date = first_of(e, PUBLISHED, UPDATED),
		.html = plain ? tc_str(NULL, 0) : text,
		.text = plain ? text : tc_str(NULL, 0),
	};

	tc_item_clear(item);
	tc_buf_printf(&item->name, "#%llu", (unsigned long long)++f->given);
	for (int i = LINK; i <= ID; i++)
		if (e->torn[i])
			tc_buf_clear(&e->value[i]);
	tc_buf_addstr(&item->url, first_of(e, LINK, ID));
	if (e->too_large)
		return tc_item_reject(item, TC_REJECT_TOO_LARGE,
				      "more than %zu bytes", TC_CAPTURE_MAX);
	tc_compose_page(&parts, &item->bytes);
	tc_buf_puts(&item->type, "text/html; charset=utf-8");
	item->held = true;
	item->size = item->bytes.n;
	return 1;
}

static void drop_done(struct feed *f)
{
	for (size_t i = f->done_next; i < f->done_count; i++)
		entry_release(&f->done[i]);
	f->done_count = f->done_next = 0;
}

/* ---- the shape ---- */

static int cut(struct feed *f, struct tc_error *err)
{
	if (f->ended || f->s->state == TC_STREAM_BOMB)
		return 0;
	f->ended = true;
	return tc_fail(err, TC_E_INPUT, "ends, or is no XML any more, behind "
		       "entry %llu; everything before that was read",
		       (unsigned long long)f->given);
}

static int next(void *state, struct tc_item *item, struct tc_error *err)
{
	struct feed *f = state;

	while (f->done_next == f->done_count) {
		drop_done(f);
		struct tc_str view = tc_stream_peek(f->s, CHUNK);
		size_t n = view.n < CHUNK ? view.n : CHUNK;
		if (!n || f->parser->disableSAX)
			return cut(f, err);
		xmlParseChunk(f->parser, view.p, (int)n, 0);
		tc_stream_skip(f->s, n);
	}
	struct entry *e = &f->done[f->done_next++];
	int got = take_entry(f, e, item);
	entry_release(e);
	return got;
}

static bool is_feed(struct tc_stream *s)
{
	static const char *const roots[] = { "<rss", "<feed", "<rdf:RDF",
					     "<atom:feed" };
	struct tc_str b = tc_stream_peek(s, ROOT_WITHIN);

	b.n = b.n < ROOT_WITHIN ? b.n : ROOT_WITHIN;
	if (tc_str_starts(b, TC_STR("\xEF\xBB\xBF")))
		b = tc_str_from(b, 3);
	if (!tc_str_starts(tc_str_trim(b), TC_STR("<")))
		return false;
	for (size_t i = 0; i + 1 < b.n; i++) {
		if (b.p[i] != '<' || b.p[i + 1] == '?' || b.p[i + 1] == '!')
			continue;
		struct tc_str at = tc_str_from(b, i);
		for (size_t r = 0; r < sizeof roots / sizeof *roots; r++)
			if (at.n > strlen(roots[r]) &&
			    strncasecmp(at.p, roots[r],
					strlen(roots[r])) == 0)
				return true;
		return false;
	}
	return false;
}

static void *open_feed(struct tc_stream *s)
{
	xmlSAXHandler sax = {
		.initialized = XML_SAX2_MAGIC,
		.startElementNs = on_start, .endElementNs = on_end,
		.characters = on_text, .cdataBlock = on_text,
		.ignorableWhitespace = on_text, .getEntity = on_entity,
		.serror = on_error,
	};
	struct feed *f = tc_zalloc(sizeof *f);
	struct tc_str head = tc_stream_peek(s, ROOT_WITHIN);

	/* blanks before the declaration are an error, but a common one */
	tc_stream_skip(s, (size_t)(tc_str_trim(head).p - head.p));
	f->s = s;
	f->field = -1;
	f->parser = xmlCreatePushParserCtxt(&sax, f, NULL, 0, NULL);
	if (!f->parser)
		tc_out_of_memory();
	xmlCtxtUseOptions(f->parser, XML_PARSE_NONET | XML_PARSE_RECOVER |
			  XML_PARSE_NOENT);
	return f;
}

static void close_feed(void *state)
{
	struct feed *f = state;

	if (f->parser->myDoc)
		xmlFreeDoc(f->parser->myDoc);
	xmlFreeParserCtxt(f->parser);
	drop_done(f);
	entry_release(&f->now);
	free(f->done);
	free(f);
}

const struct tc_shape tc_shape_feed = {
	.name = "feed", .is = is_feed, .open = open_feed,
	.close = close_feed, .next = next,
};

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/metadata.h"

#include "text/normalize.h"
#include "text/utf8.h"

#include <libxml/tree.h>
#include <strings.h>

#define VALUE_MAX 1000
#define SCRIPT_MAX ((size_t)512 * 1024)

enum what {
	TITLE, SITE, SECTION, AUTHOR, URL, TYPE, LANGUAGE, PUBLISHED, MODIFIED
};

/* By name, property or itemprop, case aside. */
static const struct {
	const char *name;
	enum what what;
} metas[] = {
	{ "og:title", TITLE },
	{ "twitter:title", TITLE },
	{ "dc.title", TITLE },
	{ "headline", TITLE },
	{ "og:site_name", SITE },
	{ "application-name", SITE },
	{ "article:section", SECTION },
	{ "author", AUTHOR },
	{ "article:author", AUTHOR },
	{ "dc.creator", AUTHOR },
	{ "og:url", URL },
	{ "og:type", TYPE },
	{ "content-language", LANGUAGE },
	{ "og:locale", LANGUAGE },
	{ "article:published_time", PUBLISHED },
	{ "article:published", PUBLISHED },
	{ "og:article:published_time", PUBLISHED },
	{ "datepublished", PUBLISHED },
	{ "pubdate", PUBLISHED },
	{ "publishdate", PUBLISHED },
	{ "publish-date", PUBLISHED },
	{ "publish_date", PUBLISHED },
	{ "published_date", PUBLISHED },
	{ "date", PUBLISHED },
	{ "dc.date", PUBLISHED },
	{ "dc.date.issued", PUBLISHED },
	{ "dc.date.created", PUBLISHED },
	{ "dcterms.created", PUBLISHED },
	{ "dcterms.issued", PUBLISHED },
	{ "datecreated", PUBLISHED },
	{ "article:modified_time", MODIFIED },
	{ "og:updated_time", MODIFIED },
	{ "datemodified", MODIFIED },
	{ "lastmod", MODIFIED },
	{ "last-modified", MODIFIED },
	{ "dc.date.modified", MODIFIED },
	{ "dcterms.modified", MODIFIED },
};

static bool is_nocase(struct tc_str s, const char *name)
{
	return s.n == strlen(name) && strncasecmp(s.p, name, s.n) == 0;
}

struct tc_str tc_metadata_text(struct tc_arena *arena, struct tc_str s)
{
	TC_SCOPED_BUF out = { 0 };

	if (s.n > VALUE_MAX)
		s.n = tc_utf8_floor(s, VALUE_MAX);
	tc_normalize(s, &out);
	out.n = tc_lines_squeeze(out.p, out.n);
	return tc_arena_str(arena, tc_str_trim(tc_buf_str(&out)));
}

void tc_metadata_title(struct tc_metadata *m, struct tc_str title)
{
	if (!title.n || m->title_count == TC_META_TITLES_MAX)
		return;
	for (size_t i = 0; i < m->title_count; i++)
		if (tc_line_same(m->titles[i], title))
			return;
	m->titles[m->title_count++] = title;
}

static void set_once(struct tc_str *field, struct tc_str value)
{
	if (!field->n)
		*field = value;
}

static void take(enum what what, struct tc_str value, struct tc_page *page,
		 struct tc_metadata *m)
{
	value = tc_metadata_text(page->lines.arena, value);
	switch (what) {
	case TITLE:
		tc_metadata_title(m, value);
		break;
	case SITE:
		set_once(&m->site_name, value);
		break;
	case SECTION:
		set_once(&m->section, value);
		break;
	case AUTHOR:
		set_once(&m->author, value);
		break;
	case URL:
		set_once(&m->og_url, value);
		break;
	case TYPE:
		set_once(&m->og_type, value);
		m->is_article = m->is_article ||
				is_nocase(m->og_type, "article");
		break;
	case LANGUAGE:
		set_once(&m->language, value);
		break;
	case PUBLISHED:
		tc_page_hint(page, TC_HINT_METADATA, value);
		break;
	case MODIFIED:
		tc_page_hint(page, TC_HINT_MODIFIED, value);
		break;
	}
}

static void take_named(struct tc_str name, struct tc_str value,
		       struct tc_page *page, struct tc_metadata *m)
{
	for (size_t i = 0; i < sizeof metas / sizeof *metas; i++)
		if (is_nocase(name, metas[i].name))
			take(metas[i].what, value, page, m);
}

static void read_meta(const xmlNode *node, struct tc_page *page,
		      struct tc_metadata *m)
{
	static const char *const keys[] = {
		"property", "name", "itemprop", "http-equiv"
	};
	struct tc_str value = tc_tree_attr(node, "content");

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		take_named(tc_tree_attr(node, keys[i]), value, page, m);
}

static bool is_jsonld(const xmlNode *node)
{
	struct tc_str type = tc_tree_attr(node, "type");

	return is_nocase(tc_str_trim(type), "application/ld+json");
}

static void read_script(const xmlNode *node, struct tc_page *page,
			struct tc_metadata *m)
{
	TC_SCOPED_BUF text = { 0 };

	for (const xmlNode *c = node->children; c; c = c->next)
		if (c->content && text.n < SCRIPT_MAX)
			tc_buf_puts(&text, (const char *)c->content);
	if (text.n < SCRIPT_MAX)
		tc_jsonld_read(tc_buf_str(&text), page, m);
}

static struct tc_str value_of(const struct tc_tree *t, size_t i)
{
	static const char *const attributes[] = { "datetime", "content" };
	const struct tc_element *e = &t->v[i];

	for (size_t k = 0; k < sizeof attributes / sizeof *attributes; k++) {
		struct tc_str value = tc_tree_attr(e->node, attributes[k]);
		if (value.n)
			return value;
	}
	struct tc_str title = tc_tree_is(e, "abbr") ?
		tc_tree_attr(e->node, "title") : (struct tc_str){ NULL, 0 };
	return title.n ? title : tc_tree_text(t, i, 100);
}

/* itemprop of microdata and property of RDFa ("dc:date dc:created") on
 * elements that are no meta. */
static void read_microdata(const struct tc_tree *t, size_t i,
			   struct tc_page *page, struct tc_metadata *m)
{
	static const struct {
		const char *name;
		enum what what;
	} props[] = {
		{ "datePublished", PUBLISHED }, { "dateCreated", PUBLISHED },
		{ "dc:date", PUBLISHED }, { "dc:created", PUBLISHED },
		{ "dc:issued", PUBLISHED }, { "schema:datePublished", PUBLISHED },
		{ "dateModified", MODIFIED }, { "dc:modified", MODIFIED },
		{ "author", AUTHOR },
	};
	const xmlNode *node = t->v[i].node;
	struct tc_str names = tc_tree_attr(node, "itemprop"), name;

	if (!names.n)
		names = tc_tree_attr(node, "property");
	while (names.n && tc_str_split(&names, ' ', &name))
		for (size_t k = 0; k < sizeof props / sizeof *props; k++)
			if (is_nocase(name, props[k].name)) {
				take(props[k].what, value_of(t, i), page, m);
				return;
			}
}

void tc_metadata_read(const struct tc_tree *t, struct tc_page *page,
		      struct tc_metadata *m)
{
	m->language = tc_tree_attr(t->v[0].node, "lang");
	for (size_t i = 0; i < t->n; i++) {
		const struct tc_element *e = &t->v[i];
		if (tc_tree_is(e, "meta"))
			read_meta(e->node, page, m);
		else if (tc_tree_is(e, "title") && !m->document_title.n)
			m->document_title = tc_tree_text(t, i, VALUE_MAX);
		else if (tc_tree_is(e, "link") &&
			 is_nocase(tc_tree_attr(e->node, "rel"), "canonical"))
			set_once(&m->canonical, tc_tree_attr(e->node, "href"));
		else if (tc_tree_is(e, "script") && is_jsonld(e->node))
			read_script(e->node, page, m);
		else
			read_microdata(t, i, page, m);
	}
}

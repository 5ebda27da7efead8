/* SPDX-License-Identifier: GPL-2.0-or-later */
/* schema.org in JSON-LD: the article's headline, dates, author. */
#include "config.h"

#include "base/json.h"
#include "import/metadata.h"

/* Objects looked at, in arrays and @graph: pages hold a handful. */
#define OBJECTS_MAX 64

static const char *const article_types[] = {
	"NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle",
	"Report", "WebPage",
};

/* jansson is strict, pages are not: raw controls inside strings become
 * blanks, comment marks around the whole go. */
static void clean(struct tc_str text, struct tc_buf *out)
{
	text = tc_str_trim(text);
	while (text.n && *text.p != '{' && *text.p != '[')
		text = tc_str_from(text, 1);
	while (text.n && text.p[text.n - 1] != '}' &&
	       text.p[text.n - 1] != ']')
		text.n--;
	for (size_t i = 0; i < text.n; i++)
		tc_buf_addc(out, (unsigned char)text.p[i] < ' ' ? ' ' :
				 text.p[i]);
}

static struct tc_str name_of(const struct tc_json *v)
{
	if (tc_json_count(v))
		v = tc_json_at(v, 0);
	struct tc_str plain = tc_json_as_str(v);
	return plain.n ? plain : tc_json_get_str(v, "name");
}

static bool is_article(const struct tc_json *o)
{
	const struct tc_json *types = tc_json_get(o, "@type");
	struct tc_str type = tc_json_get_str(o, "@type");

	if (tc_json_get_str(o, "headline").n)
		return true;
	if (!type.n && tc_json_count(types))	/* several: trust them */
		return true;
	for (size_t i = 0; i < sizeof article_types / sizeof *article_types;
	     i++)
		if (tc_str_is(type, article_types[i]))
			return true;
	return false;
}

static bool is_news(const struct tc_json *o)
{
	struct tc_str type = tc_json_get_str(o, "@type");

	return tc_str_ends(type, TC_STR("Article")) ||
	       tc_str_ends(type, TC_STR("BlogPosting"));
}

static void take_object(const struct tc_json *o, struct tc_page *page,
			struct tc_metadata *m)
{
	struct tc_arena *arena = page->lines.arena;

	if (!is_article(o))
		return;
	m->is_article = m->is_article || is_news(o);
	tc_metadata_title(m, tc_metadata_text(arena,
		tc_json_get_str(o, "headline")));
	tc_page_hint(page, TC_HINT_METADATA, tc_metadata_text(arena,
		tc_json_get_str(o, "datePublished")));
	tc_page_hint(page, TC_HINT_MODIFIED, tc_metadata_text(arena,
		tc_json_get_str(o, "dateModified")));
	if (!m->body.n)
		m->body = tc_arena_str(arena,
			tc_json_get_str(o, "articleBody"));
	if (!m->description.n)
		m->description = tc_metadata_text(arena,
			tc_json_get_str(o, "description"));
	if (!m->author.n)
		m->author = tc_metadata_text(arena,
			name_of(tc_json_get(o, "author")));
	if (!m->site_name.n)
		m->site_name = tc_metadata_text(arena,
			name_of(tc_json_get(o, "publisher")));
	if (!m->section.n)
		m->section = tc_metadata_text(arena,
			tc_json_get_str(o, "articleSection"));
}

static void take_list(const struct tc_json *list, struct tc_page *page,
		      struct tc_metadata *m)
{
	size_t n = tc_json_count(list);

	for (size_t i = 0; i < n && i < OBJECTS_MAX; i++)
		take_object(tc_json_at(list, i), page, m);
}

void tc_jsonld_read(struct tc_str text, struct tc_page *page,
		    struct tc_metadata *m)
{
	TC_SCOPED_BUF json = { 0 };

	clean(text, &json);
	struct tc_json *v = tc_json_read(tc_buf_str(&json), NULL);
	if (!v)
		return;
	take_object(v, page, m);
	take_list(v, page, m);
	take_list(tc_json_get(v, "@graph"), page, m);
	tc_json_free(v);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/tag.h"

#include <stdlib.h>

#define CLASS_WORD_MAX 40
/* What of an article a class may name. */
#define PARTS (TC_CLASS_BODY | TC_CLASS_TITLE | TC_CLASS_AUTHOR | \
	       TC_CLASS_CREDIT | TC_CLASS_DATE)

/* Sorted by name: looked up by bisection. */
static const struct tag {
	const char *name;
	uint32_t flags;
} tags[] = {
	{ "a", TC_TAG_LINK },
	{ "address", TC_TAG_BLOCK },
	{ "applet", TC_TAG_SKIP },
	{ "article", TC_TAG_BLOCK },
	{ "aside", TC_TAG_BLOCK | TC_TAG_ASIDE },
	{ "audio", TC_TAG_SKIP },
	{ "blockquote", TC_TAG_BLOCK },
	{ "body", TC_TAG_BLOCK },
	{ "br", TC_TAG_BREAK },
	{ "button", TC_TAG_SKIP },
	{ "canvas", TC_TAG_SKIP },
	{ "caption", TC_TAG_BLOCK },
	{ "center", TC_TAG_BLOCK },
	{ "dd", TC_TAG_BLOCK },
	{ "details", TC_TAG_BLOCK },
	{ "dir", TC_TAG_BLOCK },
	{ "div", TC_TAG_BLOCK },
	{ "dl", TC_TAG_BLOCK },
	{ "dt", TC_TAG_BLOCK },
	{ "embed", TC_TAG_SKIP },
	{ "fieldset", TC_TAG_BLOCK },
	{ "figcaption", TC_TAG_BLOCK },
	{ "figure", TC_TAG_BLOCK },
	{ "footer", TC_TAG_BLOCK | TC_TAG_ASIDE },
	{ "form", TC_TAG_BLOCK | TC_TAG_ASIDE },
	{ "frameset", TC_TAG_BLOCK },
	{ "h1", TC_TAG_BLOCK },
	{ "h2", TC_TAG_BLOCK },
	{ "h3", TC_TAG_BLOCK },
	{ "h4", TC_TAG_BLOCK },
	{ "h5", TC_TAG_BLOCK },
	{ "h6", TC_TAG_BLOCK },
	{ "head", TC_TAG_SKIP },
	{ "header", TC_TAG_BLOCK },
	{ "hr", TC_TAG_BREAK },
	{ "html", TC_TAG_BLOCK },
	{ "iframe", TC_TAG_SKIP },
	{ "input", TC_TAG_SKIP },
	{ "legend", TC_TAG_BLOCK },
	{ "li", TC_TAG_BLOCK },
	{ "main", TC_TAG_BLOCK },
	{ "map", TC_TAG_SKIP },
	{ "marquee", TC_TAG_BLOCK | TC_TAG_ASIDE },
	{ "menu", TC_TAG_BLOCK | TC_TAG_ASIDE },
	{ "nav", TC_TAG_BLOCK | TC_TAG_ASIDE },
	{ "noframes", TC_TAG_SKIP },
	{ "noscript", TC_TAG_SKIP },
	{ "object", TC_TAG_SKIP },
	{ "ol", TC_TAG_BLOCK },
	{ "option", TC_TAG_SKIP },
	{ "p", TC_TAG_BLOCK },
	{ "pre", TC_TAG_BLOCK },
	{ "script", TC_TAG_SKIP },
	{ "section", TC_TAG_BLOCK },
	{ "select", TC_TAG_SKIP },
	{ "style", TC_TAG_SKIP },
	{ "summary", TC_TAG_BLOCK },
	{ "svg", TC_TAG_SKIP },
	{ "table", TC_TAG_BLOCK },
	{ "tbody", TC_TAG_BLOCK },
	{ "td", TC_TAG_CELL },
	{ "template", TC_TAG_SKIP },
	{ "textarea", TC_TAG_SKIP },
	{ "tfoot", TC_TAG_BLOCK },
	{ "th", TC_TAG_CELL },
	{ "thead", TC_TAG_BLOCK },
	{ "title", TC_TAG_SKIP },
	{ "tr", TC_TAG_BLOCK | TC_TAG_ROW },
	{ "ul", TC_TAG_BLOCK },
	{ "video", TC_TAG_SKIP },
};

/* Words of class and id attributes, from the templates of the systems that
 * Vietnamese portals run on.  A '*' ends a word that may go on; one in
 * front, a word that may stand behind another ("newsdetail"). */
static const struct {
	const char *word;
	uint32_t hints;
} words[] = {
	{ "article*", TC_CLASS_BODY },
	{ "*content", TC_CLASS_BODY },
	{ "*detail", TC_CLASS_BODY },
	{ "*details", TC_CLASS_BODY },
	{ "*detailed", TC_CLASS_BODY },
	{ "chitiet*", TC_CLASS_BODY },
	{ "noidung*", TC_CLASS_BODY },
	{ "*body", TC_CLASS_BODY },
	{ "*bodyhtml", TC_CLASS_BODY },
	{ "*bodytext", TC_CLASS_BODY },
	{ "baiviet", TC_CLASS_BODY },
	{ "entry", TC_CLASS_BODY },
	{ "story", TC_CLASS_BODY },
	{ "maincontent", TC_CLASS_BODY },
	{ "fulltext", TC_CLASS_BODY },
	{ "hometext", TC_CLASS_BODY },
	{ "sapo", TC_CLASS_BODY },

	{ "title*", TC_CLASS_TITLE },
	{ "*title", TC_CLASS_TITLE },
	{ "tieude*", TC_CLASS_TITLE },
	{ "headline*", TC_CLASS_TITLE },
	{ "contentheading", TC_CLASS_TITLE },

	{ "author*", TC_CLASS_AUTHOR },
	{ "tacgia*", TC_CLASS_AUTHOR },
	{ "byline*", TC_CLASS_AUTHOR },
	{ "butdanh*", TC_CLASS_AUTHOR },
	{ "credit*", TC_CLASS_CREDIT },
	{ "nguon*", TC_CLASS_CREDIT },
	{ "source*", TC_CLASS_CREDIT },

	{ "date*", TC_CLASS_DATE },
	{ "*date", TC_CLASS_DATE },
	{ "time*", TC_CLASS_DATE },
	{ "*time", TC_CLASS_DATE },
	{ "ngay*", TC_CLASS_DATE },
	{ "thoigian*", TC_CLASS_DATE },

	{ "meta*", TC_CLASS_META },
	{ "*meta", TC_CLASS_META },
	{ "articleinfo*", TC_CLASS_META },
	{ "postinfo*", TC_CLASS_META },
	{ "newsinfo*", TC_CLASS_META },
	{ "postedon", TC_CLASS_META },
	{ "postmetadata*", TC_CLASS_META | TC_CLASS_ASIDE },

	{ "breadcrumb*", TC_CLASS_TRAIL | TC_CLASS_ASIDE },
	{ "pathway*", TC_CLASS_TRAIL | TC_CLASS_ASIDE },
	{ "sitemappath*", TC_CLASS_TRAIL | TC_CLASS_ASIDE },
	{ "duongdan*", TC_CLASS_TRAIL | TC_CLASS_ASIDE },

	{ "clock*", TC_CLASS_CLOCK | TC_CLASS_ASIDE },
	{ "dongho*", TC_CLASS_CLOCK | TC_CLASS_ASIDE },
	{ "today*", TC_CLASS_CLOCK | TC_CLASS_ASIDE },

	{ "menu*", TC_CLASS_ASIDE },
	{ "*menu", TC_CLASS_ASIDE },
	{ "nav*", TC_CLASS_ASIDE },
	{ "topbar*", TC_CLASS_ASIDE },
	{ "sidebar*", TC_CLASS_ASIDE },
	{ "footer*", TC_CLASS_ASIDE },
	{ "*footer", TC_CLASS_ASIDE },
	{ "foot", TC_CLASS_ASIDE },
	{ "chantrang*", TC_CLASS_ASIDE },
	{ "banner*", TC_CLASS_ASIDE },
	{ "comment*", TC_CLASS_TALK | TC_CLASS_ASIDE },
	{ "*comment", TC_CLASS_TALK | TC_CLASS_ASIDE },
	{ "*comments", TC_CLASS_TALK | TC_CLASS_ASIDE },
	{ "cmt*", TC_CLASS_TALK | TC_CLASS_ASIDE },
	{ "binhluan*", TC_CLASS_TALK | TC_CLASS_ASIDE },
	{ "feedback*", TC_CLASS_TALK | TC_CLASS_ASIDE },
	{ "phanhoi*", TC_CLASS_TALK | TC_CLASS_ASIDE },
	{ "ykien*", TC_CLASS_TALK | TC_CLASS_ASIDE },
	{ "respond*", TC_CLASS_TALK | TC_CLASS_ASIDE },
	{ "reply*", TC_CLASS_TALK | TC_CLASS_ASIDE },
	{ "relate*", TC_CLASS_ASIDE },
	{ "lienquan*", TC_CLASS_ASIDE },
	{ "tinlienquan*", TC_CLASS_ASIDE },
	{ "tinkhac*", TC_CLASS_ASIDE },
	{ "other", TC_CLASS_ASIDE },
	{ "others", TC_CLASS_ASIDE },
	{ "othernews*", TC_CLASS_ASIDE },
	{ "hotnews*", TC_CLASS_ASIDE },
	{ "latestnews*", TC_CLASS_ASIDE },
	{ "breaking*", TC_CLASS_ASIDE },
	{ "ticker*", TC_CLASS_ASIDE },
	{ "recommend*", TC_CLASS_ASIDE },
	{ "popular*", TC_CLASS_ASIDE },
	{ "mostread*", TC_CLASS_ASIDE },
	{ "mostview*", TC_CLASS_ASIDE },
	{ "docnhieu*", TC_CLASS_ASIDE },
	{ "xemnhieu*", TC_CLASS_ASIDE },
	{ "tag", TC_CLASS_ASIDE },
	{ "tags", TC_CLASS_ASIDE },
	{ "taglist*", TC_CLASS_ASIDE },
	{ "tagcloud*", TC_CLASS_ASIDE },
	{ "keyword*", TC_CLASS_ASIDE },
	{ "tukhoa*", TC_CLASS_ASIDE },
	{ "share*", TC_CLASS_ASIDE },
	{ "social*", TC_CLASS_ASIDE },
	{ "chiase*", TC_CLASS_ASIDE },
	{ "print", TC_CLASS_PRINT },
	{ "printer*", TC_CLASS_ASIDE },
	{ "noprint", TC_CLASS_ASIDE },
	{ "tool", TC_CLASS_ASIDE },
	{ "tools", TC_CLASS_ASIDE },
	{ "toolbar*", TC_CLASS_ASIDE },
	{ "button*", TC_CLASS_ASIDE },
	{ "rating*", TC_CLASS_ASIDE },
	{ "vote*", TC_CLASS_ASIDE },
	{ "danhgia*", TC_CLASS_ASIDE },
	{ "pagination*", TC_CLASS_ASIDE },
	{ "pager*", TC_CLASS_ASIDE },
	{ "paging*", TC_CLASS_ASIDE },
	{ "pagenav*", TC_CLASS_ASIDE },
	{ "phantrang*", TC_CLASS_ASIDE },
	{ "counter*", TC_CLASS_ASIDE },
	{ "thongke*", TC_CLASS_ASIDE },
	{ "statistic*", TC_CLASS_ASIDE },
	{ "login*", TC_CLASS_ASIDE },
	{ "newsletter*", TC_CLASS_ASIDE },
	{ "subscribe*", TC_CLASS_ASIDE },
	{ "popup*", TC_CLASS_ASIDE },
	{ "modal*", TC_CLASS_ASIDE },
	{ "cookie*", TC_CLASS_ASIDE },
	{ "widget*", TC_CLASS_ASIDE },
	{ "ads*", TC_CLASS_ASIDE },
	{ "adv", TC_CLASS_ASIDE },
	{ "advert*", TC_CLASS_ASIDE },
	{ "quangcao*", TC_CLASS_ASIDE },
	{ "sponsor*", TC_CLASS_ASIDE },
	{ "weather*", TC_CLASS_ASIDE },
	{ "calendar*", TC_CLASS_ASIDE },
	{ "search*", TC_CLASS_ASIDE },
	{ "poll*", TC_CLASS_ASIDE },
	{ "survey*", TC_CLASS_ASIDE },
	{ "skip*", TC_CLASS_ASIDE },
	{ "toc", TC_CLASS_ASIDE },
	{ "mucluc*", TC_CLASS_ASIDE },
	{ "audio*", TC_CLASS_ASIDE },
	{ "player*", TC_CLASS_ASIDE },
	{ "copyright*", TC_CLASS_ASIDE },
	{ "hitcount*", TC_CLASS_ASIDE },
	{ "luotxem*", TC_CLASS_ASIDE },
};

/* Whole names that keep an element from being shown. */
static const char *const hidden_names[] = {
	"hidden", "hide", "d-none", "invisible", "sr-only", "visually-hidden",
	"visuallyhidden", "element-invisible", "screen-reader-text",
	"hide-accessible", "hidden-accessible",
};

static int by_name(const void *name, const void *row)
{
	return strcmp(name, ((const struct tag *)row)->name);
}

/* HTML, 4.13.2: elements that a site defines have a hyphen in their name. */
static bool is_custom(const char *name)
{
	return strchr(name, '-') != NULL;
}

uint32_t tc_tag_flags(const char *name)
{
	const struct tag *t = bsearch(name, tags, sizeof tags / sizeof *tags,
				      sizeof *tags, by_name);

	if (t)
		return t->flags;
	return is_custom(name) ? TC_TAG_BLOCK : 0;
}

uint32_t tc_tag_hints(const char *name)
{
	return is_custom(name) ? tc_class_hints(tc_str0(name)) : 0;
}

uint8_t tc_tag_heading(const char *name)
{
	if (name[0] != 'h' || name[1] < '1' || name[1] > '6' || name[2])
		return 0;
	return (uint8_t)(name[1] - '0');
}

static bool fits(struct tc_str word, const char *rule)
{
	struct tc_str r = tc_str0(rule);

	if (*rule == '*')
		return tc_str_ends(word, tc_str_from(r, 1));
	if (r.p[r.n - 1] == '*')
		return tc_str_starts(word, tc_str(r.p, r.n - 1));
	return tc_str_eq(word, r);
}

static uint32_t hints_of(struct tc_str word)
{
	uint32_t hints = 0;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (fits(word, words[i].word))
			hints |= words[i].hints;
	return hints;
}

/* One name of a class attribute: its words, parted by - and _ and by
 * capitals ("titleDetail"), and two neighbours as one ("noi-dung"). */
static uint32_t hints_of_name(struct tc_str name)
{
	char word[2 * CLASS_WORD_MAX + 1];
	size_t last = 0, n = 0;		/* where the last word starts */
	uint32_t hints = 0;

	for (size_t i = 0; i <= name.n; i++) {
		char c = i < name.n ? name.p[i] : '-';
		bool upper = c >= 'A' && c <= 'Z';
		bool lower_before = n > last && word[n - 1] >= 'a';
		bool end = c == '-' || c == '_' || c == '$' || c == ':';
		if ((end || (upper && lower_before)) && n > last) {
			hints |= hints_of(tc_str(word + last, n - last));
			hints |= hints_of(tc_str(word, n));
			memmove(word, word + last, n - last);
			last = n -= last;
		}
		if (!end && n - last < CLASS_WORD_MAX)
			word[n++] = upper ? (char)(c + 32) : c;
	}
	if ((hints & TC_CLASS_PRINT) && !(hints & PARTS))
		hints |= TC_CLASS_ASIDE;
	return hints;
}

static bool is_hidden_name(struct tc_str name)
{
	for (size_t i = 0; i < sizeof hidden_names / sizeof *hidden_names;
	     i++)
		if (tc_str_is(name, hidden_names[i]))
			return true;
	return false;
}

uint32_t tc_class_hints(struct tc_str attribute)
{
	struct tc_str name;
	uint32_t hints = 0, not = 0;

	while (tc_str_split(&attribute, ' ', &name)) {
		name = tc_str_trim(name);
		/* Blogger's posts stand in a "widget Blog" */
		if (tc_str_is(name, "Blog"))
			not = TC_CLASS_ASIDE;
		/* a builder that calls each part of a page a widget */
		if (tc_str_starts(name, TC_STR("elementor-widget")))
			name = tc_str_from(name, strlen("elementor-widget"));
		hints |= is_hidden_name(name) ? TC_CLASS_HIDDEN :
						hints_of_name(name);
	}
	return hints & ~not;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* HTML pages: parse, find title and body, hand the lines between them to
 * body.c. */
#include "config.h"

#include "import/page.h"

#include "import/byline.h"
#include "import/content.h"
#include "import/listing.h"
#include "import/site.h"
#include "import/stamp.h"
#include "import/state.h"
#include "import/url.h"

#include <stdint.h>

#define TEXT_MIN 120		/* characters that make an article */
#define SHORT_ARTICLE 400	/* introductions of sections are shorter */
#define VERSE_LINES 6		/* and lines, where they are short */
/* The title stands at most so many lines above the body. */
#define TITLE_GAP 25
/* Credits stand within so many lines behind the body. */
#define CREDIT_LINES 8
#define AUTHOR_WORDS 12
#define SECTION_CHARS 90
#define NAME_WORDS 5
#define SIGNATURE_WORDS 10
#define RULE_ELEMENTS 1000	/* that a rule for the body may name */

struct reading {
	struct tc_tree tree;
	struct tc_metadata meta;
	struct tc_page page;
	struct tc_lines all;	/* of the page */
	size_t title;		/* line; all.n when metadata gave it */
	size_t from, to;	/* of the body */
	size_t text;		/* its first line of running text */
	const struct tc_site *site;	/* rules for it, or NULL */
};

static bool is_above(const struct reading *r, size_t i)
{
	return i < (r->title < r->all.n ? r->title : r->from);
}

static void read_stamp(struct reading *r, size_t i)
{
	size_t title = r->title < r->all.n ? r->title : r->from;
	const struct tc_line *line = &r->all.v[i];
	struct tc_stamp stamp;

	if (!tc_stamp_read(line->text, &stamp))
		return;
	enum tc_hint_kind kind = stamp.kind;
	/* by the title as its date even with a weekday */
	bool dated = (line->hints & TC_CLASS_DATE) && title - i <= 2;
	bool far = (tc_stamp_is_clock(&stamp, title - i) && !dated) ||
		   line->aside || (line->hints & TC_CLASS_CLOCK);
	if (kind == TC_HINT_LINE && is_above(r, i) && far)
		kind = TC_HINT_CLOCK;
	else if (!line->aside || i < r->text)
		tc_page_credit_stamp(&r->page, &stamp);
	tc_page_hint(&r->page, kind, stamp.value);
}

/* Dates that the body's lines will not give: above the title, which may stand
 * in the same element as the body, and beside the way from it to the body. */
static void read_stamps(struct reading *r)
{
	const size_t end = r->title > r->from && r->title < r->to ? r->title :
								    r->from;

	for (size_t i = 0; i < end; i++) {
		const struct tc_line *line = &r->all.v[i];
		if (line->kind != TC_LINE_STAMP)
			continue;
		if (is_above(r, i) || line->aside)
			read_stamp(r, i);
	}
}

/* <time datetime> between title and end of the body. */
static void read_times(struct reading *r)
{
	size_t first = r->title < r->all.n ? r->title : r->from;

	for (size_t i = 0; i < r->tree.n; i++) {
		const struct tc_element *e = &r->tree.v[i];
		if (e->hidden || e->aside || !tc_tree_is(e, "time") ||
		    e->line + TC_STAMP_LINES < first || e->line > r->to)
			continue;
		tc_page_hint(&r->page, TC_HINT_METADATA, tc_metadata_text(
			r->all.arena, tc_tree_attr(e->node, "datetime")));
	}
}

/* What stands behind the last mark of a trail. */
static struct tc_str last_of_trail(struct tc_str s)
{
	static const char *const marks[] = {
		" > ", " >> ", " » ", " › ", " / ", " | ",
	};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		struct tc_str mark = tc_str0(marks[i]);
		for (size_t at = tc_str_find(s, mark, 0); at != SIZE_MAX;
		     at = tc_str_find(s, mark, 0))
			s = tc_str_from(s, at + mark.n);
	}
	return tc_str_trim(s);
}

static void read_section(struct reading *r)
{
	struct tc_page *page = &r->page;

	for (size_t i = 0; i < r->from && is_above(r, i); i++) {
		const struct tc_line *line = &r->all.v[i];
		if (!(line->hints & TC_CLASS_TRAIL) ||
		    line->kind == TC_LINE_FURNITURE)
			continue;
		struct tc_str part = last_of_trail(line->text);
		if (part.n && !tc_line_same(part, page->title) &&
		    line->chars <= SECTION_CHARS)
			page->section = part;
	}
	if (!page->section.n)
		page->section = r->meta.section;
}

/* Behind the last text a short line at the right margin is the author. */
static bool is_signature(const struct reading *r, const struct tc_line *line)
{
	if (!(line->hints & TC_CLASS_RIGHT) || line->kind != TC_LINE_SHORT)
		return false;
	for (const struct tc_line *l = line + 1; l < r->all.v + r->to; l++)
		if (l->kind == TC_LINE_TEXT && !l->aside)
			return false;
	return line >= r->all.v + r->from;
}

static bool ends_in_colon(struct tc_str s)
{
	return tc_str_ends(s, TC_STR(":"));
}

/* Takes a line of an author's or source's class; true when it is one. */
static bool take_credit(struct reading *r, const struct tc_line *line)
{
	bool signature = is_signature(r, line);
	struct tc_page *page = &r->page;
	struct tc_byline b;

	if ((!(line->hints & (TC_CLASS_AUTHOR | TC_CLASS_CREDIT)) &&
	     !signature) ||
	    line->words > AUTHOR_WORDS || line->kind == TC_LINE_TEXT ||
	    line->kind == TC_LINE_STAMP)
		return false;
	if (line->kind == TC_LINE_FURNITURE || ends_in_colon(line->text))
		return true;
	if (tc_byline_read(line->text, &b) ||
	    (line->hints & TC_CLASS_AUTHOR) ||
	    (signature && line->words <= SIGNATURE_WORDS)) {
		tc_page_credit(page, line->text, signature ||
			       (line->hints & TC_CLASS_AUTHOR));
		return true;
	}
	if (!page->credit.n && !signature)
		page->credit = line->text;
	return !signature;
}

static void keep(struct reading *r, const struct tc_line *line)
{
	struct tc_lines *l = &r->page.lines;

	l->v = tc_arena_grow(l->arena, l->v, l->n, &l->cap, sizeof *l->v);
	l->v[l->n++] = *line;
}

/* Of a menu, a comment, a list.  What stands as running text between title
 * and body is the lead, whatever its class says ("ArticleInMenuSummary"). */
static bool is_beside(const struct reading *r, size_t i)
{
	const struct tc_line *line = &r->all.v[i];
	bool lead = r->title < i && i < r->text &&
		    line->kind == TC_LINE_TEXT && !tc_line_is_linked(line);

	return line->teaser || (line->aside && !lead);
}

/* The lines of the article, in order, without what is beside it. */
static void gather(struct reading *r, size_t first)
{
	for (size_t i = first; i < r->to; i++) {
		const struct tc_line *line = &r->all.v[i];
		if (is_beside(r, i) || take_credit(r, line))
			continue;
		if (tc_line_is_linked(line) && line->kind != TC_LINE_STAMP)
			continue;
		if (i < r->from && (line->hints & TC_CLASS_TRAIL))
			continue;
		if (i < r->from && (line->hints & TC_CLASS_META) &&
		    line->kind == TC_LINE_SHORT)
			continue;
		keep(r, line);
	}
}

/* Of a document that the page prints in full, whose title stands below its
 * number: "Số: 54/KH-UBND", "Sơn Hạ, ngày 27 tháng 3 năm 2020". */
static void gather_letterhead(struct reading *r)
{
	for (size_t i = r->from; i < r->title && r->title < r->to; i++) {
		const struct tc_line *line = &r->all.v[i];
		if (tc_line_is_letterhead(line->text) && !is_beside(r, i) &&
		    !tc_line_is_linked(line))
			keep(r, line);
	}
}

/* Behind the body: its author, source or labelled date, nothing else. */
static void gather_credits(struct reading *r)
{
	for (size_t i = r->to; i < r->to + CREDIT_LINES && i < r->all.n; i++) {
		const struct tc_line *line = &r->all.v[i];
		struct tc_stamp stamp;
		struct tc_byline b;
		if (line->aside || line->kind == TC_LINE_FURNITURE)
			continue;
		if (tc_line_is_linked(line) || line->heading)
			return;
		if (take_credit(r, line))
			continue;
		bool name = i == r->to && line->words <= NAME_WORDS &&
			    tc_byline_is_name(line->text);
		if (tc_byline_read(line->text, &b) || name)
			keep(r, line);
		else if (line->kind != TC_LINE_STAMP)
			return;
		else if (tc_stamp_read(line->text, &stamp) &&
			 (stamp.kind != TC_HINT_LINE ||
			  (i == r->to && (tc_stamp_is_signed(&stamp) ||
					  line->hints & TC_CLASS_DATE))))
			tc_page_hint(&r->page, stamp.kind, stamp.value);
	}
}

static void read_author(struct reading *r)
{
	if (!tc_line_same(r->meta.author, r->meta.site_name))
		tc_page_credit(&r->page, r->meta.author, false);
}

static void read_url(struct reading *r, struct tc_str url,
		     struct tc_article *a)
{
	struct tc_arena *arena = r->all.arena;
	struct tc_str own = tc_url_resolve(arena, url, url);
	struct tc_str said = tc_url_resolve(arena, r->meta.canonical, own);

	if (!said.n)
		said = tc_url_resolve(arena, r->meta.og_url, own);
	/* templates that name the first page, or another site, on each page */
	if (own.n && said.n &&
	    ((tc_url_is_home(said) && !tc_url_is_home(own)) ||
	     !tc_url_same_site(own, said)))
		said = own;
	a->url = said.n ? said : own;
	a->site = tc_url_host(a->url);
}

static bool named_by_rule(struct reading *r)
{
	struct tc_str title = r->site && r->site->title ?
		tc_site_text(&r->tree, r->site->title) :
		(struct tc_str){ NULL, 0 };
	uint32_t element;

	if (!title.n)
		return false;
	r->page.title = title;
	r->title = r->all.n;
	if (tc_site_elements(&r->tree, r->site->title, &element, 1))
		r->title = r->tree.v[element].line;
	return true;
}

static void find_title(struct reading *r)
{
	r->text = tc_content_text(&r->all, r->page.verse, r->from, r->to);
	if (named_by_rule(r))
		return;
	r->page.title = tc_headline_find(&r->all, &r->meta, r->text, r->to,
					 &r->title);
	struct tc_stamp stamp;
	size_t n = tc_stamp_glued(r->page.title, &stamp);
	if (n == r->page.title.n)
		return;
	tc_page_hint(&r->page, stamp.kind, stamp.value);
	r->page.title = tc_str_trim(tc_str(r->page.title.p, n));
}

static size_t first_line(const struct reading *r)
{
	if (r->title < r->from && r->from - r->title > TITLE_GAP)
		return r->from;
	return r->title < r->to ? r->title + 1 : r->from;
}

static size_t text_chars(const struct reading *r)
{
	size_t n = 0;

	for (size_t i = r->text; i < r->to; i++)
		if (r->all.v[i].kind == TC_LINE_TEXT && !is_beside(r, i))
			n += r->all.v[i].chars;
	return n;
}

/* What no list has: a headline that metadata or <title> name too, which is no
 * link, and under it a date or running text; where much else is linked, also
 * the word of the metadata. */
static bool is_article(const struct reading *r)
{
	const struct tc_line *title = &r->all.v[r->title];

	if (r->title >= r->all.n || r->title > r->text || title->teaser ||
	    title->words < TC_HEADLINE_WORDS || tc_line_is_linked(title) ||
	    !tc_headline_is_named(title, &r->meta))
		return false;
	if (r->meta.is_article)
		return true;
	for (size_t i = r->title; i < r->text && i <= r->title + TC_STAMP_LINES;
	     i++)
		if (r->all.v[i].kind == TC_LINE_STAMP)
			return true;
	if (tc_listing_entries(&r->all, 0, r->all.n) > TC_LISTING_MIN &&
	    text_chars(r) < SHORT_ARTICLE)
		return false;
	return tc_listing_links(&r->all) < TC_LISTING_LINKS;
}

/* The first page of a site, which may well show one article whole. */
static bool is_front(const struct reading *r, const struct tc_article *a)
{
	return tc_url_is_home(a->url) &&
	       tc_listing_links(&r->all) >= TC_LISTING_LINKS;
}

static int reject_page(const struct reading *r, const struct tc_article *a,
		       struct tc_reject *reject)
{
	struct tc_arena *arena = r->all.arena;

	if (tc_listing_is_home(&r->meta, a->url))
		return tc_reject_set(reject, arena, TC_REJECT_HOME_PAGE,
				     "the first page of a site");
	if (tc_listing_entries(&r->all, 0, r->all.n) >= TC_LISTING_MIN ||
	    tc_listing_links(&r->all) >= TC_LISTING_LINKS)
		return tc_reject_set(reject, arena, TC_REJECT_LIST_PAGE,
				     "headlines and teasers");
	return tc_reject_set(reject, arena, TC_REJECT_NO_ARTICLE,
			     "no running text");
}

/* Where one article stands below another the first is the page's: its
 * <article> ends, or a heading like its own begins. */
static void cut_at_next(struct reading *r)
{
	const struct tc_line *v = r->all.v;
	size_t chars = 0;

	if (r->title >= r->all.n)
		return;
	for (size_t i = r->text; i < r->to; i++) {
		if (chars >= TEXT_MIN && v[i].heading &&
		    v[i].heading == v[r->title].heading && i + 1 < r->to &&
		    (v[i].heading == 1 || v[i + 1].kind == TC_LINE_STAMP)) {
			r->to = i;
			return;
		}
		if (tc_line_is_body(&v[i], r->page.verse))
			chars += v[i].chars;
	}
}

/* A body of short lines stands under a headline; menus, forms and tables of
 * figures do as well, but their lines are few or have labels. */
static bool is_verse(const struct reading *r)
{
	size_t lines = 0, labelled = 0;

	if (r->title >= r->all.n || r->title >= r->text ||
	    r->all.v[r->title].words < TC_HEADLINE_WORDS)
		return false;
	for (size_t i = r->text; i < r->to; i++) {
		const struct tc_line *line = &r->all.v[i];
		if (!tc_line_is_body(line, true) || is_beside(r, i) ||
		    line->row)
			continue;
		lines++;
		labelled += line->linked * 3 > line->chars ||
			    tc_str_find(line->text, TC_STR(":"), 0) !=
				    SIZE_MAX;
	}
	return lines >= VERSE_LINES && labelled * 3 <= lines;
}

static size_t write_body(struct reading *r, size_t first, struct tc_buf *body)
{
	read_stamps(r);
	read_times(r);
	read_section(r);
	gather_letterhead(r);
	gather(r, first);
	gather_credits(r);
	tc_buf_clear(body);
	return tc_body_write(&r->page, 0, r->page.lines.n, body);
}

/* Finds the body, of running text or else of short lines, and writes it. */
static bool read_body(struct reading *r, bool verse, struct tc_buf *body)
{
	size_t hints = r->page.hint_count;

	r->page.verse = verse;
	r->page.lines.n = 0;
	if (!tc_content_find(&r->tree, &r->all, verse, &r->from, &r->to))
		return false;
	find_title(r);
	/* among short lines nothing but the title tells where they begin */
	if (verse && r->title >= r->from && r->title < r->to) {
		r->from = r->title + 1;
		r->text = tc_content_text(&r->all, true, r->from, r->to);
	}
	if (verse ? !is_verse(r) : !is_article(r) &&
	    tc_listing_is(&r->all, r->from, r->to))
		return false;
	cut_at_next(r);
	if (write_body(r, first_line(r), body) >= TEXT_MIN)
		return true;
	r->page.hint_count = hints;
	return false;
}

/* ---- rules for the site (site.h) ---- */

static void use_date(struct reading *r)
{
	struct tc_str date = r->site->date ?
		tc_site_text(&r->tree, r->site->date) :
		(struct tc_str){ NULL, 0 };

	if (!date.n)
		return;
	r->page.hint_count = 0;
	tc_page_hint(&r->page, TC_HINT_METADATA,
		     tc_site_date(date, r->site->order, r->all.arena));
}

/* Dates that the page prints, in the order that the rule says. */
static void use_order(struct reading *r)
{
	for (size_t i = 0; i < r->page.hint_count; i++) {
		struct tc_hint *hint = &r->page.hints[i];
		if (hint->kind != TC_HINT_METADATA &&
		    hint->kind != TC_HINT_MODIFIED)
			hint->value = tc_site_date(hint->value,
						   r->site->order,
						   r->all.arena);
	}
}

/* What the elements hold is the body, what lies between them is not. */
static bool use_body(struct reading *r)
{
	uint32_t elements[RULE_ELEMENTS];
	size_t n = r->site->body ? tc_site_elements(&r->tree, r->site->body,
						    elements, RULE_ELEMENTS) : 0;

	r->from = r->all.n;
	r->to = 0;
	for (size_t i = 0; i < n; i++) {
		const struct tc_element *e = &r->tree.v[elements[i]];
		r->from = e->line < r->from ? e->line : r->from;
		r->to = e->line_end > r->to ? e->line_end : r->to;
	}
	for (size_t i = r->from; i < r->to; i++)
		r->all.v[i].teaser = true;
	for (size_t i = 0; i < n; i++) {
		const struct tc_element *e = &r->tree.v[elements[i]];
		for (size_t k = e->line; k < e->line_end; k++)
			r->all.v[k].teaser = r->all.v[k].aside = false;
	}
	return r->from < r->to;
}

/* Between title and body only the date and the author are of use. */
static void read_between(struct reading *r)
{
	for (size_t i = r->title + 1; i < r->from; i++) {
		if (r->all.v[i].kind == TC_LINE_STAMP)
			read_stamp(r, i);
		else
			take_credit(r, &r->all.v[i]);
	}
}

/* As read_body(), where the rules for the site tell where the body is. */
static bool read_ruled(struct reading *r, struct tc_buf *body)
{
	if (!r->site || !use_body(r))
		return false;
	find_title(r);
	r->text = r->from;
	for (int verse = 0; verse < 2; verse++) {
		r->page.verse = verse;
		r->page.lines.n = 0;
		read_between(r);
		size_t chars = write_body(r, r->title >= r->from &&
					     r->title < r->to ? r->title + 1 :
					     r->from, body);
		if (chars >= TEXT_MIN || (verse && body->n))
			return true;
	}
	return false;
}

/* The article out of the page's scripts, read as a page of its own. */
static bool read_state(struct reading *r, struct tc_buf *body)
{
	struct reading own = { .tree.arena = r->tree.arena,
			       .all.arena = r->all.arena, .meta = r->meta,
			       .page = r->page };
	TC_SCOPED_BUF html = { 0 };
	struct tc_state state;
	const char *why;

	if (!tc_state_find(&r->tree, &r->meta, &state))
		return false;
	tc_state_page(&state, &html);
	tc_metadata_title(&own.meta, state.title);
	tc_page_hint(&own.page, TC_HINT_METADATA, tc_metadata_text(
		r->all.arena, state.date));
	bool got = tc_tree_parse(&own.tree, tc_buf_str(&html), &why);
	if (got) {
		tc_tree_render(&own.tree, &own.all);
		got = read_body(&own, false, body) ||
		      read_body(&own, true, body);
	}
	tc_tree_release(&own.tree);
	if (!got)
		return false;
	r->page = own.page;
	tc_page_credit(&r->page, state.author, false);
	return true;
}

static int read_tree(struct reading *r, struct tc_str url,
		     struct tc_article *a, struct tc_reject *reject)
{
	TC_SCOPED_BUF body = { 0 };

	tc_metadata_read(&r->tree, &r->page, &r->meta);
	read_url(r, url, a);
	tc_tree_render(&r->tree, &r->all);
	tc_teaser_mark(&r->tree, &r->all);
	r->site = tc_site_find(a->site);
	if (r->site)
		use_date(r);
	if (!read_ruled(r, &body) && (is_front(r, a) ||
	    (!read_body(r, false, &body) && !read_body(r, true, &body) &&
	     !read_state(r, &body))))
		return reject_page(r, a, reject);
	if (r->site)
		use_order(r);
	if (r->site && r->site->unit.n)
		a->default_unit = tc_arena_str(r->all.arena, r->site->unit);
	read_author(r);
	r->page.language = r->meta.language;
	tc_page_to_article(&r->page, tc_buf_str(&body), a);
	return 1;
}

int tc_html_read(struct tc_str text, struct tc_str url,
		 struct tc_arena *arena, struct tc_article *a,
		 struct tc_reject *reject)
{
	struct reading r = { .tree.arena = arena, .all.arena = arena,
			     .page.lines.arena = arena };
	const char *why = "";
	int got = tc_tree_parse(&r.tree, text, &why) ?
		  read_tree(&r, url, a, reject) :
		  tc_reject_set(reject, arena, TC_REJECT_MALFORMED, "%s", why);

	tc_tree_release(&r.tree);
	return got;
}

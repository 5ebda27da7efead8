/* SPDX-License-Identifier: GPL-2.0-or-later */
/* HTML pages: parse, find title and body, hand the lines between them to
 * body.c. */
#include "config.h"

#include "import/page.h"

#include "import/byline.h"
#include "import/content.h"
#include "import/listing.h"
#include "import/stamp.h"
#include "import/url.h"

#include <stdint.h>

#define TEXT_MIN 120		/* characters that make an article */
/* The title stands at most so many lines above the body. */
#define TITLE_GAP 25
/* Credits stand within so many lines behind the body. */
#define CREDIT_LINES 8
#define AUTHOR_WORDS 12
#define SECTION_CHARS 90
/* A date so near above the title is the article's, not the page's clock. */
#define STAMP_LINES 3

struct reading {
	struct tc_tree tree;
	struct tc_metadata meta;
	struct tc_page page;
	struct tc_lines all;	/* of the page */
	size_t title;		/* line; all.n when metadata gave it */
	size_t from, to;	/* of the body */
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
	/* a weekday is a clock's, unless it stands on the title with a time */
	bool clock = stamp.clock_like &&
		     (title - i > 1 ||
		      tc_str_find(stamp.value, TC_STR(":"), 0) == SIZE_MAX);
	bool far = clock || title - i > STAMP_LINES || line->aside ||
		   (line->hints & TC_CLASS_CLOCK);
	if (kind == TC_HINT_LINE && is_above(r, i) && far)
		kind = TC_HINT_CLOCK;
	tc_page_hint(&r->page, kind, stamp.value);
}

/* Dates that the body's lines will not give: above the title, and beside
 * the way from it to the body. */
static void read_stamps(struct reading *r)
{
	for (size_t i = 0; i < r->from; i++) {
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
		    e->line + STAMP_LINES < first || e->line > r->to)
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
	if (line->kind == TC_LINE_FURNITURE)
		return true;
	if (tc_byline_read(line->text, &b)) {
		if (b.author.n && !page->byline.n)
			page->byline = b.author;
		if (b.credit.n && !page->credit.n)
			page->credit = b.credit;
		return true;
	}
	bool author = signature || (line->hints & TC_CLASS_AUTHOR);
	struct tc_str *field = author ? &page->byline : &page->credit;
	if (!field->n)
		*field = line->text;
	return true;
}

static void keep(struct reading *r, const struct tc_line *line)
{
	struct tc_lines *l = &r->page.lines;

	l->v = tc_arena_grow(l->arena, l->v, l->n, &l->cap, sizeof *l->v);
	l->v[l->n++] = *line;
}

/* The lines of the article, in order, without what is beside it. */
static void gather(struct reading *r, size_t first)
{
	for (size_t i = first; i < r->to; i++) {
		const struct tc_line *line = &r->all.v[i];
		if (line->aside || take_credit(r, line))
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

/* Behind the body: its author, source or labelled date, nothing else. */
static void gather_credits(struct reading *r)
{
	size_t end = r->to + CREDIT_LINES;

	for (size_t i = r->to; i < end && i < r->all.n; i++) {
		const struct tc_line *line = &r->all.v[i];
		struct tc_stamp stamp;
		struct tc_byline b;
		if (line->aside || line->kind == TC_LINE_FURNITURE)
			continue;
		if (tc_line_is_linked(line) || line->heading)
			return;
		if (take_credit(r, line))
			continue;
		if (tc_byline_read(line->text, &b))
			keep(r, line);
		else if (line->kind != TC_LINE_STAMP)
			return;
		else if (tc_stamp_read(line->text, &stamp) &&
			 stamp.kind != TC_HINT_LINE)
			tc_page_hint(&r->page, stamp.kind, stamp.value);
	}
}

static void read_author(struct reading *r)
{
	struct tc_str author = r->meta.author;

	if (!r->page.byline.n && tc_byline_is_name(author) &&
	    !tc_line_same(author, r->meta.site_name))
		r->page.byline = author;
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
	     !tc_str_eq(tc_url_host(own), tc_url_host(said))))
		said = own;
	a->url = said.n ? said : own;
	a->site = tc_url_host(a->url);
}

static void find_title(struct reading *r)
{
	struct tc_str title = tc_headline_find(&r->all, &r->meta, r->from,
					       r->to, &r->title);

	r->page.title = title;
}

static size_t first_line(const struct reading *r)
{
	if (r->title < r->from && r->from - r->title > TITLE_GAP)
		return r->from;
	return r->title < r->to ? r->title + 1 : r->from;
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

static int read_tree(struct reading *r, struct tc_str url,
		     struct tc_article *a, struct tc_reject *reject)
{
	TC_SCOPED_BUF body = { 0 };

	tc_metadata_read(&r->tree, &r->page, &r->meta);
	read_url(r, url, a);
	tc_tree_render(&r->tree, &r->all);
	if (!tc_content_find(&r->tree, &r->all, &r->from, &r->to) ||
	    tc_listing_is(&r->all, r->from, r->to))
		return reject_page(r, a, reject);
	find_title(r);
	read_stamps(r);
	read_times(r);
	read_section(r);
	gather(r, first_line(r));
	gather_credits(r);
	if (tc_body_write(&r->page, 0, r->page.lines.n, &body) < TEXT_MIN)
		return reject_page(r, a, reject);
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

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/compose.h"

#include "base/error.h"

#include <stdint.h>
#include <strings.h>

/* A whole page says so in its first lines. */
#define OPENING_WITHIN 1024

#define WORDS(literal) { literal, sizeof(literal) - 1 }

/* What stands around the text of a piece. */
static const struct {
	struct tc_str open, close;
	bool optional;
} pieces[] = {
	[TC_PIECE_HEAD] = { WORDS("<!DOCTYPE html>\n<html><head>"
				  "<meta charset=\"utf-8\">\n"),
			    WORDS(""), false },
	[TC_PIECE_TITLE] = { WORDS("<title>"), WORDS("</title>\n"), true },
	[TC_PIECE_DATE] = { WORDS("<meta property=\"article:published_time\" "
				  "content=\""), WORDS("\">\n"), true },
	[TC_PIECE_BODY] = { WORDS("</head><body><article>\n"), WORDS(""),
			    false },
	[TC_PIECE_HEADING] = { WORDS("<h1>"), WORDS("</h1>\n"), true },
	[TC_PIECE_PARAGRAPH] = { WORDS("<p>"), WORDS("</p>\n"), true },
	[TC_PIECE_END] = { WORDS("\n</article></body></html>\n"), WORDS(""),
			   false },
};

static const struct {
	char c;
	struct tc_str entity;
} entities[] = {
	{ '"', WORDS("&quot;") }, { '&', WORDS("&amp;") },
	{ '<', WORDS("&lt;") }, { '>', WORDS("&gt;") },
};
#define ENTITIES (sizeof entities / sizeof *entities)

/* ---- writing ---- */

static size_t entity_of(char c)
{
	size_t e = 0;

	if (c < '"' || c > '>')		/* most of text */
		return ENTITIES;
	while (e < ENTITIES && entities[e].c != c)
		e++;
	return e;
}

void tc_compose_escape(struct tc_str s, struct tc_buf *out)
{
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		const size_t e = entity_of(s.p[i]);
		if (e == ENTITIES)
			continue;
		tc_buf_add(out, s.p + from, i - from);
		tc_buf_addstr(out, entities[e].entity);
		from = i + 1;
	}
	tc_buf_add(out, s.p + from, s.n - from);
}

static bool is_whole_page(struct tc_str html)
{
	static const char *const openings[] = { "<!doctype", "<html",
						"<head", "<body" };
	size_t end = html.n < OPENING_WITHIN ? html.n : OPENING_WITHIN;

	for (size_t i = 0; i < end; i++)
		for (size_t o = 0; o < 4; o++)
			if (html.n - i >= strlen(openings[o]) &&
			    strncasecmp(html.p + i, openings[o],
					strlen(openings[o])) == 0)
				return true;
	return false;
}

static void put(enum tc_piece piece, struct tc_str text, struct tc_buf *out)
{
	tc_buf_addstr(out, pieces[piece].open);
	tc_compose_escape(text, out);
	tc_buf_addstr(out, pieces[piece].close);
}

static void put_date(struct tc_str date, struct tc_buf *out)
{
	if (date.n)
		put(TC_PIECE_DATE, date, out);
}

/* Titles come with "&amp;" as often as with "&": both stay for the parser. */
static void put_title(enum tc_piece piece, struct tc_str title,
		      struct tc_buf *out)
{
	if (!title.n)
		return;
	tc_buf_addstr(out, pieces[piece].open);
	for (size_t i = 0; i < title.n; i++)
		if (title.p[i] == '&')
			tc_buf_addc(out, '&');
		else
			tc_compose_escape(tc_str(title.p + i, 1), out);
	tc_buf_addstr(out, pieces[piece].close);
}

static void put_paragraphs(struct tc_str text, struct tc_buf *out)
{
	struct tc_str line;

	while (text.n && tc_str_split(&text, '\n', &line)) {
		line = tc_str_trim(line);
		if (line.n)
			put(TC_PIECE_PARAGRAPH, line, out);
	}
}

void tc_compose_page(const struct tc_parts *parts, struct tc_buf *out)
{
	if (is_whole_page(parts->html)) {
		tc_buf_addstr(out, parts->html);
		put_date(parts->date, out);
		return;
	}
	tc_buf_addstr(out, pieces[TC_PIECE_HEAD].open);
	put_title(TC_PIECE_TITLE, parts->title, out);
	put_date(parts->date, out);
	tc_buf_addstr(out, pieces[TC_PIECE_BODY].open);
	put_title(TC_PIECE_HEADING, parts->title, out);
	if (parts->html.n)
		tc_buf_addstr(out, parts->html);
	else
		put_paragraphs(parts->text, out);
	tc_buf_addstr(out, pieces[TC_PIECE_END].open);
}

/* ---- reading ---- */

static bool skip(struct tc_str *s, struct tc_str head)
{
	if (!tc_str_starts(*s, head))
		return false;
	*s = tc_str_from(*s, head.n);
	return true;
}

static size_t entity_at(struct tc_str s)
{
	size_t e = 0;

	while (e < ENTITIES && !tc_str_starts(s, entities[e].entity))
		e++;
	return e;
}

/* How many bytes of s are plain text: up to what closes a piece, or to what a
 * parser may drop or warn of. */
static size_t plain_length(struct tc_str s)
{
	size_t n = 0;

	for (; n < s.n; n++) {
		const unsigned char c = (unsigned char)s.p[n];
		if (c < ' ' || c == '<' || c == '>' || c == '"' || c == 0xEF ||
		    (c == '&' && entity_at(tc_str_from(s, n)) == ENTITIES))
			return n;
	}
	return n;
}

/* Nothing but blanks is no text to a parser: so none may begin with one. */
static bool read_text(struct tc_str *page, struct tc_str *text)
{
	*text = tc_str(page->p, plain_length(*page));
	*page = tc_str_from(*page, text->n);
	return text->n && *text->p != ' ';
}

int tc_compose_next(struct tc_str *page, enum tc_piece *piece,
		    struct tc_str *text)
{
	int i = *piece + (*piece != TC_PIECE_PARAGRAPH);

	*text = (struct tc_str){ 0 };
	if (*piece == TC_PIECE_END)
		return page->n ? -1 : 0;
	while (!skip(page, pieces[i].open))
		if (!pieces[i++].optional)
			return -1;
	*piece = (enum tc_piece)i;
	if (pieces[i].optional && !read_text(page, text))
		return -1;
	return skip(page, pieces[i].close) ? 1 : -1;
}

void tc_compose_plain(struct tc_str text, struct tc_buf *out)
{
	while (text.n) {
		const char *at = memchr(text.p, '&', text.n);
		size_t n = at ? (size_t)(at - text.p) : text.n;
		tc_buf_add(out, text.p, n);
		text = tc_str_from(text, n);
		if (!text.n)
			return;
		size_t e = entity_at(text);
		tc_assert(e < ENTITIES);
		tc_buf_addc(out, entities[e].c);
		text = tc_str_from(text, entities[e].entity.n);
	}
}

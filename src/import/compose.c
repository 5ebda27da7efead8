/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/compose.h"

#include <stdint.h>
#include <strings.h>

/* A whole page says so in its first lines. */
#define OPENING_WITHIN 1024

static const char *entity_of(char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	default: return NULL;
	}
}

void tc_compose_escape(struct tc_str s, struct tc_buf *out)
{
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		const char *const entity = entity_of(s.p[i]);
		if (!entity)
			continue;
		tc_buf_add(out, s.p + from, i - from);
		tc_buf_puts(out, entity);
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

static void put_date(struct tc_str date, struct tc_buf *out)
{
	if (!date.n)
		return;
	tc_buf_puts(out, "<meta property=\"article:published_time\" "
		    "content=\"");
	tc_compose_escape(date, out);
	tc_buf_puts(out, "\">\n");
}

/* Titles come with "&amp;" as often as with "&": both stay for the parser. */
static void put_title(struct tc_str title, const char *open,
		      const char *close, struct tc_buf *out)
{
	if (!title.n)
		return;
	tc_buf_puts(out, open);
	for (size_t i = 0; i < title.n; i++)
		if (title.p[i] == '&')
			tc_buf_addc(out, '&');
		else
			tc_compose_escape(tc_str(title.p + i, 1), out);
	tc_buf_puts(out, close);
}

static void put_paragraphs(struct tc_str text, struct tc_buf *out)
{
	struct tc_str line;

	while (text.n && tc_str_split(&text, '\n', &line)) {
		line = tc_str_trim(line);
		if (!line.n)
			continue;
		tc_buf_puts(out, "<p>");
		tc_compose_escape(line, out);
		tc_buf_puts(out, "</p>\n");
	}
}

void tc_compose_page(const struct tc_parts *parts, struct tc_buf *out)
{
	if (is_whole_page(parts->html)) {
		tc_buf_addstr(out, parts->html);
		put_date(parts->date, out);
		return;
	}
	tc_buf_puts(out, "<!DOCTYPE html>\n<html><head>"
		    "<meta charset=\"utf-8\">\n");
	put_title(parts->title, "<title>", "</title>\n", out);
	put_date(parts->date, out);
	tc_buf_puts(out, "</head><body><article>\n");
	put_title(parts->title, "<h1>", "</h1>\n", out);
	if (parts->html.n)
		tc_buf_addstr(out, parts->html);
	else
		put_paragraphs(parts->text, out);
	tc_buf_puts(out, "\n</article></body></html>\n");
}

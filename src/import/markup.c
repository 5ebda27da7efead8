/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A look at the markup before the parser.  libxml2 compares each attribute of
 * an element with those before it, so that 100,000 of them (1 MB) take more
 * than half a minute; and it takes declarations for text that browsers take
 * for comments: "<![if !supportLists]>" of Word, "<!ENTITY ...>".
 */
#include "config.h"

#include "import/tree.h"

#include <stdint.h>
#include <strings.h>

struct scan {
	const char *p, *end;
};

static bool starts(const struct scan *s, const char *with)
{
	size_t n = strlen(with);

	return (size_t)(s->end - s->p) >= n &&
	       strncasecmp(s->p, with, n) == 0;
}

static void skip_to(struct scan *s, const char *mark)
{
	size_t at = tc_str_find(tc_str(s->p, (size_t)(s->end - s->p)),
				tc_str0(mark), 0);

	s->p = at == SIZE_MAX ? s->end : s->p + at;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* Blanks part attributes, quotes and slashes may.  Counts what could begin
 * one up to the end of the tag. */
static size_t attributes(struct scan *s)
{
	size_t n = 0;
	bool between = false;

	for (; s->p < s->end && *s->p != '>'; s->p++) {
		char c = *s->p;
		if (is_blank(c) || c == '/') {
			between = true;
			continue;
		}
		n += between;
		between = c == '"' || c == '\'';
	}
	return n;
}

/* HTML, 13.2.5.42: what begins so and is neither a comment nor a DOCTYPE is
 * none of the page. */
static bool is_declaration(const struct scan *s)
{
	return starts(s, "<!") && !starts(s, "<!--") &&
	       !starts(s, "<!doctype") && !starts(s, "<![CDATA[");
}

/* To the end of a declaration. */
static void skip_declaration(struct scan *s)
{
	skip_to(s, ">");
	if (s->p < s->end)
		s->p++;
}

/* The first one with what is declared inside it. */
static void skip_doctype(struct scan *s, bool first)
{
	const char *from = s->p;
	struct scan inside = *s;

	skip_declaration(s);
	if (!first || !memchr(from, '[', (size_t)(s->p - from)))
		return;
	skip_to(&inside, "]>");
	if (inside.p < inside.end)
		s->p = inside.p + 2;
}

struct tc_str tc_markup_strip(struct tc_str text, struct tc_buf *out)
{
	struct scan s = { text.p, tc_str_end(text) };
	bool first = true;

	while (s.p < s.end) {
		const char *from = s.p;
		bool code = starts(&s, "<script") || starts(&s, "<style");
		if (starts(&s, "<!doctype")) {
			skip_doctype(&s, first);
			first = false;
			continue;
		}
		if (is_declaration(&s)) {
			skip_declaration(&s);
			continue;
		}
		if (starts(&s, "<!--"))
			skip_to(&s, "-->");
		else if (code)
			skip_to(&s, "</");
		else
			s.p++;
		skip_to(&s, "<");
		tc_buf_add(out, from, (size_t)(s.p - from));
	}
	return tc_buf_str(out);
}

bool tc_markup_is_bounded(struct tc_str text)
{
	struct scan s = { text.p, tc_str_end(text) };

	while (s.p < s.end) {
		skip_to(&s, "<");
		if (starts(&s, "<!--")) {
			skip_to(&s, "-->");
			continue;
		}
		bool code = starts(&s, "<script") || starts(&s, "<style");
		if (s.p < s.end)
			s.p++;
		if (s.p < s.end && ((*s.p | 32) < 'a' || (*s.p | 32) > 'z'))
			continue;
		if (attributes(&s) > TC_ATTRIBUTES_MAX)
			return false;
		if (code)
			skip_to(&s, "</");
	}
	return true;
}

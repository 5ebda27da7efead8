/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/listing.h"

#include "import/content.h"
#include "import/url.h"

/* A teaser and its date stand within so many lines of the headline. */
#define ENTRY_LINES 3
/* Lists have no run of text longer than a teaser. */
#define TEASER_MAX 500

static bool is_linked_headline(const struct tc_line *line)
{
	return !line->aside && line->words >= TC_HEADLINE_WORDS &&
	       line->kind != TC_LINE_FURNITURE && tc_line_is_linked(line);
}

static bool is_entry(const struct tc_lines *l, size_t i, size_t to)
{
	if (!is_linked_headline(&l->v[i]))
		return false;
	for (size_t k = i + 1; k < to && k <= i + ENTRY_LINES; k++) {
		if (is_linked_headline(&l->v[k]))
			return false;
		if (l->v[k].kind == TC_LINE_TEXT ||
		    l->v[k].kind == TC_LINE_STAMP)
			return true;
	}
	return false;
}

size_t tc_listing_entries(const struct tc_lines *l, size_t from, size_t to)
{
	size_t n = 0;

	for (size_t i = from; i < to; i++)
		n += is_entry(l, i, to);
	return n;
}

size_t tc_listing_links(const struct tc_lines *l)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		n += is_linked_headline(&l->v[i]);
	return n;
}

static size_t longest_run(const struct tc_lines *l, size_t from, size_t to)
{
	size_t run = 0, longest = 0;

	for (size_t i = from; i < to; i++) {
		const struct tc_line *line = &l->v[i];
		if (is_linked_headline(line))
			run = 0;
		else if (line->kind == TC_LINE_TEXT && !line->aside)
			run += line->chars;
		longest = run > longest ? run : longest;
	}
	return longest;
}

bool tc_listing_is(const struct tc_lines *l, size_t from, size_t to)
{
	size_t longest = longest_run(l, from, to);

	if (longest > TEASER_MAX)
		return false;
	if (tc_listing_entries(l, from, to) >= TC_LISTING_MIN)
		return true;
	/* one teaser of many looks like a short article */
	return longest < TEASER_MAX / 2 &&
	       tc_listing_entries(l, 0, l->n) > TC_LISTING_MIN;
}

bool tc_listing_is_home(const struct tc_metadata *m, struct tc_str url)
{
	static const char *const names[] = {
		"Trang chủ", "Trang nhất", "Home", "Homepage"
	};
	struct tc_str title = m->document_title, part;

	if (tc_url_is_home(url))
		return true;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct tc_str rest = title;
		while (tc_str_split(&rest, '-', &part))
			if (tc_line_same(part, tc_str0(names[i])))
				return true;
	}
	return false;
}

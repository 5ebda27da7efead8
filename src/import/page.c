/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/page.h"

void tc_page_hint(struct tc_page *page, enum tc_hint_kind kind,
		  struct tc_str value)
{
	if (!value.n || page->hint_count == TC_HINTS_MAX)
		return;
	page->hints = tc_arena_grow(page->lines.arena, page->hints,
				    page->hint_count, &page->hint_cap,
				    sizeof *page->hints);
	page->hints[page->hint_count++] =
		(struct tc_hint){ .kind = kind, .value = value };
}

void tc_page_to_article(const struct tc_page *page, struct tc_str body,
			struct tc_article *a)
{
	tc_article_set_text(a, page->lines.arena, page->title, body);
	a->section = page->section;
	a->byline = page->byline;
	a->credit = page->credit;
	a->hints = page->hints;
	a->hint_count = page->hint_count;
	a->language = tc_language_of(a->text, page->language);
}

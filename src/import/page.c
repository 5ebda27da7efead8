/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/page.h"

#include "import/byline.h"
#include "import/stamp.h"
#include "import/word.h"

#define AFFILIATED_MAX 500	/* bytes of an author and where he works */

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

/* Whoever put the page on the site, not who wrote it. */
static bool is_account(struct tc_str name)
{
	static const char *const accounts[] = {
		"admin", "administrator", "webmaster", "super user",
		"superuser", "bientap", "bbt", "quantri", "quan tri",
		"quan tri vien", "editor", "guest", "root", "user", "host",
		"bien tap vien", "ban quan tri",
	};

	for (size_t i = 0; i < sizeof accounts / sizeof *accounts; i++)
		if (tc_line_same(name, tc_str0(accounts[i])))
			return true;
	return false;
}

void tc_page_credit(struct tc_page *page, struct tc_str line, bool sure)
{
	struct tc_byline b;

	if (tc_byline_is_signature(line))
		return;
	if (!tc_byline_read(line, &b) && (sure || tc_byline_is_name(line)))
		b.author = tc_byline_unlabelled(line);
	if (b.author.n && !page->byline.n && !is_account(b.author))
		page->byline = b.author;
	if (b.credit.n && !page->credit.n)
		page->credit = b.credit;
}

void tc_page_affiliate(struct tc_page *page, struct tc_str where)
{
	while (tc_str_ends(where, TC_STR(",")))
		where = tc_str_trim(tc_str(where.p, where.n - 1));
	const struct tc_str parts[] = { page->byline, TC_STR(", "), where };

	if (page->byline.n && page->byline.n + where.n <= AFFILIATED_MAX)
		page->byline = tc_arena_join(page->lines.arena, parts, 3);
}

static void credit_beside(struct tc_page *page, struct tc_str part)
{
	struct tc_byline b;
	struct tc_word w;
	size_t off = 0;
	bool two = tc_word_next(part, &off, &w) &&
		   tc_word_next(part, &off, &w);

	if (tc_byline_read(part, &b) || (two && !tc_furniture_whole(part)))
		tc_page_credit(page, part, false);
}

void tc_page_credit_stamp(struct tc_page *page, const struct tc_stamp *stamp)
{
	credit_beside(page, stamp->head);
	credit_beside(page, stamp->tail);
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

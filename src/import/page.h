/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A page on its way to an article: its lines, and what has been found in
 * them.  Dumps and HTML differ in how they find the title and the stretch
 * of lines that is the body; what comes then is the same (body.c).
 */
#ifndef TC_IMPORT_PAGE_H
#define TC_IMPORT_PAGE_H

#include "import/import.h"
#include "import/line.h"

struct tc_page {
	struct tc_lines lines;
	struct tc_str title, section, byline, credit;
	struct tc_str language;		/* as declared; may be empty */
	bool verse;		/* the body is short lines: poems, lists */
	struct tc_hint *hints;
	size_t hint_count, hint_cap;
};

/* A page says its dates a few times, not thousands of times. */
#define TC_HINTS_MAX 64

/* `value` lives as long as the page's arena; an empty one is dropped. */
void tc_page_hint(struct tc_page *page, enum tc_hint_kind kind,
		  struct tc_str value);

/* Takes the author or source out of a line that is one ("Tac gia: X", "boi
 * X", "X"; when `sure` whatever stands there); the first counts.  Names of
 * accounts ("admin") are none. */
void tc_page_credit(struct tc_page *page, struct tc_str line, bool sure);
/* Where the author works, a line below his name: goes with it. */
void tc_page_affiliate(struct tc_page *page, struct tc_str where);

/* The same of what stands beside a date, where it is a name of two words or
 * more, or labelled. */
struct tc_stamp;
void tc_page_credit_stamp(struct tc_page *page, const struct tc_stamp *stamp);

/* The lines [from, to) are what follows the title: writes the paragraphs of
 * the body, one a line, without furniture; takes dates, byline and credit
 * out of them.  Returns the characters of running text in it. */
size_t tc_body_write(struct tc_page *page, size_t from, size_t to,
		     struct tc_buf *out);

/* Hands everything over. */
void tc_page_to_article(const struct tc_page *page, struct tc_str body,
			struct tc_article *a);

/* "vi" or "en", by what stands in the text; `declared` decides where that
 * is undecided. */
struct tc_str tc_language_of(struct tc_str text, struct tc_str declared);

/* Sets *r; always 0, so that `return tc_reject_set(...)` reads well. */
int tc_reject_set(struct tc_reject *r, struct tc_arena *arena,
		  enum tc_reject_reason reason, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* The two kinds of page.  As tc_import_read(); `text` is valid UTF-8. */
int tc_dump_read(struct tc_str text, struct tc_arena *arena,
		 struct tc_article *a, struct tc_reject *r);
int tc_html_read(struct tc_str text, struct tc_str url,
		 struct tc_arena *arena, struct tc_article *a,
		 struct tc_reject *r);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A page made of the parts in which feeds and crawlers keep an article, so
 * that there is one way from a page to an article.
 */
#ifndef TC_IMPORT_COMPOSE_H
#define TC_IMPORT_COMPOSE_H

#include "base/str.h"

#include <stdbool.h>

/* All UTF-8, any of them empty. */
struct tc_parts {
	struct tc_str title, date;
	struct tc_str html;	/* a whole page, or a piece of one */
	struct tc_str text;	/* plain: a paragraph a line */
};

/* Appends the page.  A whole page stays as it is, with the date behind it. */
void tc_compose_page(const struct tc_parts *parts, struct tc_buf *out);

/* Of a page of plain text, in their order. */
enum tc_piece {
	TC_PIECE_NONE, TC_PIECE_HEAD, TC_PIECE_TITLE, TC_PIECE_DATE,
	TC_PIECE_BODY, TC_PIECE_HEADING, TC_PIECE_PARAGRAPH, TC_PIECE_END
};

/* Such a page is read without a parser: 1 and the piece behind *piece, its
 * text as it stands there; 0 at the end; -1 where the page goes on otherwise
 * or holds what a parser has to judge: control characters, other entities
 * than below. */
int tc_compose_next(struct tc_str *page, enum tc_piece *piece,
		    struct tc_str *text);
/* Appends a piece's text without its entities. */
void tc_compose_plain(struct tc_str text, struct tc_buf *out);

/* Appends s with &, <, > and " as entities. */
void tc_compose_escape(struct tc_str s, struct tc_buf *out);

#endif

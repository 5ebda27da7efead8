/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A page made of the parts in which feeds and crawlers keep an article, so
 * that there is one way from a page to an article.
 */
#ifndef TC_IMPORT_COMPOSE_H
#define TC_IMPORT_COMPOSE_H

#include "base/str.h"

/* All UTF-8, any of them empty. */
struct tc_parts {
	struct tc_str title, date;
	struct tc_str html;	/* a whole page, or a piece of one */
	struct tc_str text;	/* plain: a paragraph a line */
};

/* Appends the page.  A whole page stays as it is, with the date behind it. */
void tc_compose_page(const struct tc_parts *parts, struct tc_buf *out);

/* Appends s with &, <, > and " as entities. */
void tc_compose_escape(struct tc_str s, struct tc_buf *out);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Pages that are empty until a script fills them carry the article in JSON:
 * in JSON-LD (articleBody) or in the state that the script starts from
 * (__NEXT_DATA__, window.__INITIAL_STATE__ = {...}, ng-state).
 */
#ifndef TC_IMPORT_STATE_H
#define TC_IMPORT_STATE_H

#include "import/metadata.h"

/* A script of more bytes is not looked at. */
#define TC_STATE_MAX ((size_t)8 << 20)

struct tc_state {
	struct tc_str title, lead, date, author;
	struct tc_str content;	/* HTML, or paragraphs parted by line feeds */
};

/* Of the objects in the page's scripts the one that has most running text,
 * with a title that the page names before others.  False when none has. */
bool tc_state_find(const struct tc_tree *tree, const struct tc_metadata *m,
		   struct tc_state *state);

/* An article alone in a page, to be read as any other. */
void tc_state_page(const struct tc_state *state, struct tc_buf *out);

#endif

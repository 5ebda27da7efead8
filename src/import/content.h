/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where on a page the article stands. */
#ifndef TC_IMPORT_CONTENT_H
#define TC_IMPORT_CONTENT_H

#include "import/metadata.h"

/* The lines [from, to) that hold the body; false when no element holds
 * running text (short lines too, for `verse`). */
bool tc_content_find(struct tc_tree *tree, const struct tc_lines *lines,
		     bool verse, size_t *from, size_t *to);

/* The first line of [from, to) that is running text of the article; to when
 * none is. */
size_t tc_content_text(const struct tc_lines *lines, bool verse, size_t from,
		       size_t to);

/* The line of the title of the text that starts at line `body`, and the
 * title; the line is lines->n when only metadata give one.  The title is
 * empty when there is none. */
struct tc_str tc_headline_find(const struct tc_lines *lines,
			       const struct tc_metadata *m, size_t body,
			       size_t end, size_t *at);

/* Whether metadata or <title> hold the line. */
bool tc_headline_is_named(const struct tc_line *line,
			  const struct tc_metadata *m);

/* Whether most of the line is links. */
bool tc_line_is_linked(const struct tc_line *line);

#endif

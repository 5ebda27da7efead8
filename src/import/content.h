/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where on a page the article stands. */
#ifndef TC_IMPORT_CONTENT_H
#define TC_IMPORT_CONTENT_H

#include "import/metadata.h"

/* The lines [from, to) that hold the body; false when no element holds
 * running text. */
bool tc_content_find(struct tc_tree *tree, const struct tc_lines *lines,
		     size_t *from, size_t *to);

/* The line of the title of the body that starts at line `body`, and the
 * title; the line is lines->n when only metadata give one.  The title is
 * empty when there is none. */
struct tc_str tc_headline_find(const struct tc_lines *lines,
			       const struct tc_metadata *m, size_t body,
			       size_t end, size_t *at);

/* Whether most of the line is links. */
bool tc_line_is_linked(const struct tc_line *line);

#endif

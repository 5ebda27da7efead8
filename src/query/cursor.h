/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where the next page begins, for --after:
 *
 *   1-20-9f3a2b1c-0001:42:7d6b5c76
 *   | |  |        state of the archive (archive.h), the answer's generation
 *   | |  digest of the question: query, order, filters
 *   | hits before the next one
 *   form
 *
 * Within a generation the order of hits is fixed, equal scores included (by
 * docid), so that a count is a place.
 */
#ifndef TC_QUERY_CURSOR_H
#define TC_QUERY_CURSOR_H

#include "query/search.h"

void tc_cursor_print(struct tc_str query, const struct tc_search_options *o,
		     struct tc_str generation, uint32_t next,
		     struct tc_buf *out);

/* The offset of a cursor and the generation that it was made by (a view of
 * `text`).  TC_E_USAGE when it is none, or one of another question. */
int tc_cursor_read(struct tc_str text, struct tc_str query,
		   const struct tc_search_options *o, uint32_t *offset,
		   struct tc_str *generation, struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lists whose items are read as if the head before the first stood before each:
 * neighbourhoods (unit-hood-list.c) and bodies (unit-item.c). */
#ifndef TC_FACT_UNIT_ITEM_H
#define TC_FACT_UNIT_ITEM_H

#include "fact/unit-walk.h"

struct tc_unit_parts;

struct tc_unit_items {
	struct tc_unit_walk *w;
	const struct tc_unit_word *head;
	const struct tc_unit_word *noun; /* said once before all; or NULL */
	bool several;	/* of cells: behind "các", places' names as well */
	bool colon;	/* the first item stands behind one */
	bool told;	/* cells, behind "gồm:": that no row knows, too */
	bool placed;	/* a larger place stands behind the name before */
	bool named;	/* that has a mention, before the list's */
	bool namesakes;	/* schools, whose names are persons' */
};

/* How the name of an item goes on; `item` is filled but for its places. */
bool tc_unit_item_read(const struct tc_unit_items *l, size_t at,
		       struct tc_unit_name *item,
		       bool (*read)(const struct tc_unit_items *,
				    struct tc_unit_parts *));
/* "thôn 5" among the bodies of "các chi bộ: Trạm Y tế, thôn 5" */
bool tc_unit_item_hood(const struct tc_unit_items *l, size_t at,
		       struct tc_unit_name *item);
/* The cells from token `first` on, 0 when there is none; the token behind the
 * last, `end` when there is none. */
size_t tc_unit_items_cells(const struct tc_unit_items *l, size_t first,
			   size_t end);
/* What a full name begins a list of: its number, or its hood's; its words stand
 * from token `start` on. */
size_t tc_unit_items_more_cells(struct tc_unit_items *l,
				const struct tc_unit_name *name, size_t start);

static inline bool tc_unit_walk_digit(const struct tc_unit_walk *w, size_t i)
{
	return i < w->namer.scan->tokens.n &&
	       tc_unit_walk_token(w, i)->flags & TC_TOKEN_DIGIT;
}

#endif

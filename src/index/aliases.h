/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What duplicates of an article would be called: the ids of addresses under
 * which its very content came, as terms of its document (TC_F_ALIAS).  Its
 * record does not have them, so whoever makes the document anew takes them
 * along.
 */
#ifndef TC_INDEX_ALIASES_H
#define TC_INDEX_ALIASES_H

#include "index/document.h"

struct tc_aliases {
	struct tc_str *ids;	/* sorted; they live in the arena */
	size_t n, cap;
	struct tc_arena *arena;
};

/* Those of a document of an archive. */
int tc_aliases_of(struct tc_aliases *v, struct tc_xdb *db, uint32_t docid,
		  struct tc_error *err);
void tc_aliases_add(struct tc_aliases *v, struct tc_str id);
/* Into a document that was made of the record. */
void tc_aliases_put(const struct tc_aliases *v, struct tc_document *d);

#endif

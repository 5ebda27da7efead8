/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The terms of one article, counted before Xapian sees them: adding a term
 * twice to a Xapian document walks its map again, and text repeats itself.
 */
#ifndef TC_INDEX_TERMS_H
#define TC_INDEX_TERMS_H

#include "base/mem.h"
#include "fact/article.h"
#include "index/schema.h"
#include "index/xap.h"
#include "text/token.h"

/* Open addressing, a power of two, at most half full.  `{0}` with an arena
 * is an empty one. */
struct tc_terms {
	struct tc_arena *arena;
	struct tc_term *v;
	size_t n, cap;
};

/* wdf 0 makes a term that only filters. */
void tc_terms_add(struct tc_terms *t, enum tc_field field, struct tc_str text,
		  uint32_t wdf);

/* All terms of the article: its words and its facts. */
void tc_terms_of_article(struct tc_terms *t, const struct tc_article *a,
			 const struct tc_tokens *tokens);

/* Calls `each` for the terms of a date at its precision. */
typedef void tc_date_term_fn(void *ctx, enum tc_field field,
			     struct tc_str text);
void tc_terms_of_date(struct tc_date d, bool event, tc_date_term_fn *each,
		      void *ctx);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The text of a record out of its row of words, and what follows from it. */
#ifndef TC_INDEX_RECORD_TEXT_H
#define TC_INDEX_RECORD_TEXT_H

#include "index/record.h"

/* Tokens that are wanted of the text, and the arena for them.  What is NULL
 * is everything: all tokens, and the text with them. */
struct tc_record_words {
	const struct tc_wanted *wanted;
	struct tc_outline *out;
	struct tc_arena *arena;
};

/* Puts the text together; with its tokens, but for NULL. */
int tc_record_read_text(struct tc_str stored, struct tc_arena *arena,
			struct tc_record *r, const struct tc_record_words *w,
			struct tc_error *err);
/* The rest of an outline that has all tokens. */
void tc_record_outline_all(const struct tc_article *a, struct tc_outline *out);
/* Printed forms that were not stored are what stands in the text. */
void tc_record_fill_spans(struct tc_article *a);

#endif

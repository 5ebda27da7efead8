/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The text of a record out of its row of words, and what follows from it. */
#ifndef TC_INDEX_RECORD_TEXT_H
#define TC_INDEX_RECORD_TEXT_H

#include "index/record.h"

/* Tokens that are wanted of the text, and the arena for them. */
struct tc_record_words {
	struct tc_tokens *tokens;
	struct tc_arena *arena;
	/* these alone, and the text not yet; NULL: all of both */
	const struct tc_codeset *wanted;
	struct tc_wordtext *unwritten;
};

/* Puts the text together; with its tokens, but for NULL. */
int tc_record_read_text(struct tc_str stored, struct tc_arena *arena,
			struct tc_record *r, const struct tc_record_words *w,
			struct tc_error *err);
/* Printed forms that were not stored are what stands in the text. */
void tc_record_fill_spans(struct tc_article *a);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The stored form of an article: what a result shows without the page.
 *
 *   record := version(1 byte) field*
 *   field  := tag(1 byte) length(varint) bytes
 *   group  := field whose bytes are fields again (a number, a date, a unit)
 *   varint := 7 bits a byte, low first, the high bit says that more follow
 *
 * In the archive the text of a record stands in its row of words, and only
 * the rest of it (wordtext.h) in the record; what a fact's printed form is,
 * its place in the text tells.  A record by itself has all of them.
 *
 * Unknown tags are passed over, so that a later version may add some.  A
 * record that breaks this form is reported as damage, never followed.
 */
#ifndef TC_INDEX_RECORD_H
#define TC_INDEX_RECORD_H

#include "base/error.h"
#include "fact/article.h"
#include "text/token.h"
#include "text/wordtext.h"

struct tc_record {
	struct tc_article article;	/* capture is that of the first source */
	struct tc_str *sources;		/* every source of the same content */
	size_t source_count;
	struct tc_str rest;		/* of the text, beside its row of
					   words; empty: the text is kept */
};

void tc_record_write(const struct tc_record *r, struct tc_buf *out);

/* `row` is the row of words as it is stored, empty where the record keeps the
 * text.  Strings point into `bytes`, arrays live in the arena.  Rules, kinds
 * and a text put together point into the arena as well. */
int tc_record_read(struct tc_str bytes, struct tc_str row,
		   struct tc_arena *arena, struct tc_record *r,
		   struct tc_error *err);

/* Reads what an archive has of a document; everything lives in the arena. */
struct tc_xdb;
int tc_record_load(struct tc_xdb *db, uint32_t docid, struct tc_arena *arena,
		   struct tc_record *r, struct tc_error *err);
/* And the text's tokens, into the other arena; they point into both.  With
 * some `wanted` (NULL: all are), what a passage takes: their outline, parted
 * at the end of the title, and of the text, which is in the other arena then,
 * the title. */
int tc_record_load_outline(struct tc_xdb *db, uint32_t docid,
			   struct tc_arena *arena, struct tc_record *r,
			   struct tc_arena *scratch,
			   const struct tc_wanted *wanted,
			   struct tc_outline *out, struct tc_error *err);
int tc_record_load_tokens(struct tc_xdb *db, uint32_t docid,
			  struct tc_arena *arena, struct tc_record *r,
			  struct tc_arena *scratch, struct tc_tokens *tokens,
			  struct tc_error *err);

#endif

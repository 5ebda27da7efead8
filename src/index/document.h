/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What Xapian is given of one article, made before Xapian sees it, so that it
 * can be made in another process than the one that writes.  Everything in it
 * follows from the record, the states of its sources and the text, so that a
 * rebuild from stored articles, a restored dump and a check make the very
 * document that the import made.  Packed:
 *
 *   form(1) tag...
 *   'K'  source, id, content     what decides whether it is known
 *   'D'  bytes                   the stored record (record.h)
 *   'V'  slot bytes              a value, one a slot that is set
 *   'T'  count, then each term: bytes shared with the term before, bytes that
 *        follow, the bytes, wdf; sorted by bytes
 *
 * Numbers are varints, 7 bits each, the lowest first; bytes stand behind
 * their length.
 */
#ifndef TC_INDEX_DOCUMENT_H
#define TC_INDEX_DOCUMENT_H

#include "index/record.h"
#include "index/schema.h"
#include "index/terms.h"
#include "index/xap.h"

struct tc_document {
	struct tc_str source;		/* the first of its sources */
	struct tc_str id;		/* 16 hexadecimal digits */
	struct tc_str content;		/* 32 of the digest of its text */
	struct tc_str data;
	struct tc_str values[TC_SLOT_COUNT];
	struct tc_term *terms;		/* sorted by bytes */
	size_t term_count;
};

/* Everything for the index of a record: `states` are those of its sources
 * (sources.h), `tokens` those of its text.  The document lives in the arena. */
void tc_document_of_record(const struct tc_record *r, struct tc_str states,
			   const struct tc_tokens *tokens,
			   struct tc_arena *arena, struct tc_document *out);
/* The same for an article of one source, its capture's. */
void tc_document_of_article(const struct tc_article *a,
			    const struct tc_tokens *tokens,
			    struct tc_arena *arena, struct tc_document *out);

void tc_document_write(const struct tc_document *d, struct tc_buf *out);
/* Strings point into `bytes` or live in the arena.  TC_E_DAMAGED when they
 * break the form, which is never followed. */
int tc_document_read(struct tc_str bytes, struct tc_arena *arena,
		     struct tc_document *out, struct tc_error *err);

/* Its source, id, content and date (TC_SLOT_DATE) alone. */
int tc_document_peek(struct tc_str bytes, struct tc_document *out,
		     struct tc_error *err);

/* The document as Xapian takes it; *out is the caller's, also on failure. */
int tc_document_to_xapian(const struct tc_document *d, struct tc_xdoc **out,
			  struct tc_error *err);
/* Both at once. */
int tc_document_make(const struct tc_record *r, struct tc_str states,
		     const struct tc_tokens *tokens, struct tc_xdoc **out,
		     struct tc_error *err);

/* The value TC_SLOT_LINES of an article (line-marks.h). */
void tc_document_lines(const struct tc_article *a, struct tc_arena *arena,
		       struct tc_buf *out);
/* Its terms alone. */
void tc_document_terms(struct tc_terms *terms, const struct tc_record *r,
		       const struct tc_tokens *tokens);

/* What TC_F_SOURCE holds of a source's name: a long one is told from others
 * by its end and a hash. */
struct tc_str tc_source_key(struct tc_str source, struct tc_buf *buf);
/* What TC_F_CONTENT holds: the first half of the digest as text. */
struct tc_str tc_digest_text(const uint8_t digest[32], char out[33]);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The Xapian document of an article: its terms, its values, its record.
 * Everything in it follows from the record, the states of its sources and the
 * text, so that a rebuild from stored articles, a restored dump and a check
 * make the very document that the import made.
 */
#ifndef TC_INDEX_DOCUMENT_H
#define TC_INDEX_DOCUMENT_H

#include "index/record.h"
#include "index/terms.h"
#include "index/xap.h"
#include "text/token.h"

/* `states` as TC_SLOT_SOURCES has them, `tokens` those of the article's text;
 * r->article.content is set.  *out is the caller's, also on failure. */
int tc_document_make(const struct tc_record *r, struct tc_str states,
		     const struct tc_tokens *tokens, struct tc_xdoc **out,
		     struct tc_error *err);
/* Its terms alone. */
void tc_document_terms(struct tc_terms *terms, const struct tc_record *r,
		       const struct tc_tokens *tokens);

/* What TC_F_SOURCE holds of a source's name: a long one is told from others
 * by its end and a hash. */
struct tc_str tc_source_key(struct tc_str source, struct tc_buf *buf);
/* What TC_F_CONTENT holds: the first half of the digest as text. */
struct tc_str tc_digest_text(const uint8_t digest[32], char out[33]);

#endif

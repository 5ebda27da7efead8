/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the importer and its parsing children say to each other.  A message
 * goes through a pipe as
 *
 *   form(1) kind(1) length(4, little-endian) body
 *
 *   'C'  a capture: its fields, its digest, its bytes      to the child
 *   'A'  an article: a packed document (index/document.h)  from the child
 *   'R'  a reject: reason, detail                          from the child
 *
 * A child may have gone mad: what it says is checked, and never followed
 * where it breaks this form.
 */
#ifndef TOOLS_IMPORT_MESSAGE_H
#define TOOLS_IMPORT_MESSAGE_H

#include "import/source.h"

#define IMPORT_MESSAGE_HEAD 6
/* The page itself, and what is made of it. */
#define IMPORT_MESSAGE_MAX ((uint32_t)128 << 20)

enum import_message_kind {
	IMPORT_CAPTURE = 'C', IMPORT_ARTICLE = 'A', IMPORT_REJECT = 'R',
};

/* What an import needs to know of a capture behind its source. */
struct import_capture {
	struct tc_capture capture;
	uint8_t digest[32];
	struct tc_str bytes;
};

struct import_reject {
	struct tc_str reason, detail;
};

/* Append a whole message. */
void import_message_capture(struct tc_buf *out,
			    const struct import_capture *c);
void import_message_reject(struct tc_buf *out, struct tc_str reason,
			   struct tc_str detail);
void import_message_article(struct tc_buf *out, struct tc_str document);

/* 1: a whole message stands at the front of *in; its body is a view of it,
 * and *in moves on behind it.  0: more bytes are needed.  -1: this is no
 * message. */
int import_message_next(struct tc_str *in, enum import_message_kind *kind,
			struct tc_str *body);

/* Views of the body; false when it breaks the form. */
bool import_message_read_capture(struct tc_str body,
				 struct import_capture *out);
bool import_message_read_reject(struct tc_str body,
				struct import_reject *out);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who wrote it, and where it was taken from. */
#ifndef TC_IMPORT_BYLINE_H
#define TC_IMPORT_BYLINE_H

#include "base/str.h"

struct tc_byline {
	struct tc_str author;	/* empty unless labelled as one */
	struct tc_str credit;	/* empty unless labelled as a source */
};

/* A labelled line: "Tin, anh: X", "Nguon: Y", "(Theo Y)". */
bool tc_byline_read(struct tc_str line, struct tc_byline *out);

/* Without a label of an author in front, colon or not. */
struct tc_str tc_byline_unlabelled(struct tc_str line);

/* Whether a short line looks like the name of a person or an office: mostly
 * capitalised words, no sentence. */
bool tc_byline_is_name(struct tc_str line);
/* "T/M BAN THƯỜNG VỤ": above the name of who signs a document. */
bool tc_byline_is_signature(struct tc_str line);
/* Of a person: two to five words, each with a capital, not all capitals. */
bool tc_byline_is_person(struct tc_str line);
/* Below such a name: begins as that of a school, an institute or an office does,
 * where he works. */
bool tc_byline_is_institution(struct tc_str line);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From the bytes of a capture to an article without facts, or to a reject.
 */
#ifndef TC_IMPORT_IMPORT_H
#define TC_IMPORT_IMPORT_H

#include "base/error.h"
#include "fact/article.h"
#include "import/source.h"

/* Closed list; reject.c has the names ("list-page"). */
enum tc_reject_reason {
	TC_REJECT_NONE,
	TC_REJECT_EMPTY,
	TC_REJECT_TOO_LARGE,
	TC_REJECT_UNREADABLE,
	TC_REJECT_BINARY,
	TC_REJECT_UNSUPPORTED_TYPE,	/* detail names the type: PDF, Word */
	TC_REJECT_CHARSET,		/* undecidable or broken encoding */
	TC_REJECT_MALFORMED,		/* the parser gave up */
	TC_REJECT_NO_ARTICLE,
	TC_REJECT_LIST_PAGE,
	TC_REJECT_HOME_PAGE,
	TC_REJECT_LOOP,
	TC_REJECT_SPECIAL_FILE,		/* a socket, a device; a link in an
					   archive */
	TC_REJECT_HTTP_STATUS,		/* not 200; detail has the code */
	TC_REJECT_REVISIT_UNRESOLVED,	/* its original is not in the input */
	TC_REJECT_BROKEN_RECORD,	/* of a WARC, ARC, JSON Lines file */
	TC_REJECT_ENCRYPTED,		/* a member of an archive */
	TC_REJECT_NESTED_TOO_DEEP,	/* archives in archives in archives */
	TC_REJECT_DECOMPRESSION_BOMB,
	TC_REJECT_PARSER_CRASHED,	/* the process that parsed it */
	TC_REJECT_PARSER_TIMEOUT,
	TC_REJECT_PARSER_MEMORY,
	TC_REJECT_TAKEN_DOWN,		/* by the archivist, for good */
	TC_REJECT_COUNT
};

struct tc_reject {
	enum tc_reject_reason reason;
	struct tc_str detail;		/* in the arena */
};

const char *tc_reject_name(enum tc_reject_reason reason);
/* Whether it is the name of one: the list is closed. */
bool tc_reject_is_name(struct tc_str name);
/* Appends what a detail says, in the user's language; what is not ours (a
 * type, the words of a library) stays. */
void tc_reject_say(struct tc_str detail, struct tc_buf *out);
/* Whether the same bytes are rejected another time, too. */
bool tc_reject_is_lasting(const char *name);

/* Reads one capture.  1: *a has source data, title, text, url, site,
 * language, hints, section, byline, credit (no facts, no id).  0: *r says
 * why it is none.  Everything lives in the arena.  Never fails: a page that
 * cannot be read is a reject. */
int tc_import_read(const struct tc_capture *c, struct tc_str bytes,
		   struct tc_arena *arena, struct tc_article *a,
		   struct tc_reject *r);

/* Sets a->id, the first 16 hexadecimal digits of the SHA-256 of the canonical
 * URL, or of the source where there is none; and a->content. */
void tc_import_identify(struct tc_article *a);

#endif

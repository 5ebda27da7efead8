/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Records of WARC (ISO 28500:2017 and 2009) and ARC (Internet Archive, 1996)
 * files: a header that says how long the content is, the content, blank
 * lines, the next record.
 *
 *   WARC/1.1 ... Content-Length: 5 ..  <blank line> hello <2 blank lines>
 *   http://a.vn/ 10.0.0.1 20200102030405 text/html 5      hello <line end>
 *
 * Lengths lie and files are damaged, so a record is believed only when
 * behind it comes another one or the end; else the next is searched for, at
 * the start of a line or of a gzip member.
 */
#ifndef TC_IMPORT_RECORD_H
#define TC_IMPORT_RECORD_H

#include "import/source.h"
#include "import/stream.h"

/* The content: a page and the HTTP headers above it. */
#define TC_RECORD_MAX (TC_CAPTURE_MAX + (size_t)256 * 1024)
/* A record's own header. */
#define TC_RECORD_HEAD_MAX ((size_t)64 * 1024)

enum tc_record_state {
	TC_RECORD_WHOLE,
	TC_RECORD_TOO_LARGE,	/* was passed over */
	TC_RECORD_BROKEN,	/* damaged: fields and content are empty */
};

enum tc_record_field {
	TC_RECORD_TYPE, TC_RECORD_URL, TC_RECORD_DATE, TC_RECORD_MEDIA,
	TC_RECORD_ID, TC_RECORD_DIGEST, TC_RECORD_REFERS_ID,
	TC_RECORD_REFERS_URL, TC_RECORD_REFERS_DATE, TC_RECORD_LENGTH,
	TC_RECORD_FIELDS
};

/* What _next gave last; views until the next call. */
struct tc_record {
	enum tc_record_state state;
	struct tc_str place;	/* as tc_stream_place() */
	struct tc_str field[TC_RECORD_FIELDS];
	struct tc_str content;
	uint64_t length;	/* of the content, as said */
	const char *why;	/* static; of a broken one */
};

struct tc_records;

bool tc_records_is_warc(struct tc_stream *s);
bool tc_records_is_arc(struct tc_stream *s);
/* `s` stays the caller's. */
struct tc_records *tc_records_open(struct tc_stream *s, bool arc);
void tc_records_close(struct tc_records *w);
/* 1 and the next record, broken ones included; 0 at the end; -1 once: the
 * file ends in the middle of a record. */
int tc_records_next(struct tc_records *w, struct tc_record *r,
		    struct tc_error *err);

#endif

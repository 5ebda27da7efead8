/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An HTTP response as crawlers record it (RFC 9112). */
#ifndef TC_IMPORT_HTTP_H
#define TC_IMPORT_HTTP_H

#include "base/str.h"

struct tc_http {
	int status;		/* 200 */
	struct tc_str type;	/* Content-Type, charset and all */
	struct tc_str location;
	struct tc_str coding;	/* Content-Encoding, perhaps several */
	bool chunked;
	struct tc_str body;	/* as it was sent */
};

/* Views into `block`.  False when it begins with no status line. */
bool tc_http_parse(struct tc_str block, struct tc_http *h);

/* Appends the body without chunks and codings.  Where the headers lie, what
 * was sent stands.  False when more than `limit` bytes come of it. */
bool tc_http_body(const struct tc_http *h, size_t limit, struct tc_buf *out);

/* One header line "Name: value"; case and blanks aside.  Moves *rest behind
 * it; false at the blank line (passed over too) or the end. */
bool tc_http_header(struct tc_str *rest, struct tc_str *name,
		    struct tc_str *value);
bool tc_http_is(struct tc_str name, const char *wanted);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/import.h"

#include "import/decode.h"
#include "import/identify.h"
#include "import/page.h"
#include "import/sniff.h"

static enum tc_reject_reason reason_of(const char *name)
{
	for (int r = 0; r < TC_REJECT_COUNT; r++)
		if (strcmp(name, tc_reject_name((enum tc_reject_reason)r)) == 0)
			return (enum tc_reject_reason)r;
	tc_bug(name);
}

static void copy_capture(const struct tc_capture *c, struct tc_str bytes,
			 struct tc_arena *arena, struct tc_article *a)
{
	*a = (struct tc_article){
		.capture = { .source = tc_arena_str(arena, c->source),
			     .size = bytes.n, .mtime_ns = c->mtime_ns },
		.url = tc_arena_str(arena, c->url),
	};
	tc_identify_digest(bytes, a->capture.digest);
}

static int read_text(struct tc_str text, const struct tc_capture *c,
		     struct tc_arena *arena, struct tc_article *a,
		     struct tc_reject *r)
{
	const char *type;

	switch (tc_sniff(text, &type)) {
	case TC_SNIFF_EMPTY:
		return tc_reject_set(r, arena, TC_REJECT_EMPTY,
				     "nothing but blanks");
	case TC_SNIFF_HTML:
		return tc_html_read(text, c->url, arena, a, r);
	default:
		return tc_dump_read(text, arena, a, r);
	}
}

int tc_import_read(const struct tc_capture *c, struct tc_str bytes,
		   struct tc_arena *arena, struct tc_article *a,
		   struct tc_reject *r)
{
	TC_SCOPED_BUF text = { 0 };
	const char *type = NULL;

	copy_capture(c, bytes, arena, a);
	if (c->problem)
		return tc_reject_set(r, arena, reason_of(c->problem), "%.*s",
				     TC_ARG(c->detail));
	if (bytes.n > TC_CAPTURE_MAX)
		return tc_reject_set(r, arena, TC_REJECT_TOO_LARGE,
				     "%zu bytes", bytes.n);
	switch (tc_sniff(bytes, &type)) {
	case TC_SNIFF_EMPTY:
		return tc_reject_set(r, arena, TC_REJECT_EMPTY, "%s",
				     bytes.n ? "nothing but blanks" :
				     "no bytes");
	case TC_SNIFF_BINARY:
		return tc_reject_set(r, arena, TC_REJECT_BINARY,
				     "control characters");
	case TC_SNIFF_FOREIGN:
		return tc_reject_set(r, arena, TC_REJECT_UNSUPPORTED_TYPE,
				     "%s", type);
	default:
		break;
	}
	if (!tc_decode(bytes, c->type, &text))
		return tc_reject_set(r, arena, TC_REJECT_CHARSET,
				     "not UTF-8, and no charset that fits");
	return read_text(tc_buf_str(&text), c, arena, a, r);
}

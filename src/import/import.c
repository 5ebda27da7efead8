/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/import.h"

#include "import/decode.h"
#include "import/identify.h"
#include "import/page.h"
#include "import/sniff.h"
#include "import/url.h"

#include <strings.h>

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
			     .size = bytes.n, .mtime_ns = c->mtime_ns,
			     .fetched_ns = c->fetched_ns },
		.url = tc_arena_str(arena, c->url),
	};
	tc_identify_digest(bytes, a->capture.digest);
}

/* What is declared as neither page nor text and does not look like a page:
 * scripts and style sheets. */
static bool is_declared_foreign(struct tc_str type)
{
	static const char *const read[] = {
		"text/html", "text/plain", "application/xhtml+xml",
		"text/xml", "application/xml", "application/octet-stream",
		"application/http", "unknown/unknown",
	};
	const char *end = type.n ? memchr(type.p, ';', type.n) : NULL;
	struct tc_str media = tc_str_trim(
		tc_str(type.p, end ? (size_t)(end - type.p) : type.n));

	/* a type has a slash: what has none is no type */
	if (!media.n || !memchr(media.p, '/', media.n))
		return false;
	for (size_t i = 0; i < sizeof read / sizeof *read; i++)
		if (media.n == strlen(read[i]) &&
		    strncasecmp(media.p, read[i], media.n) == 0)
			return false;
	return true;
}

static int read_dump(struct tc_str text, const struct tc_capture *c,
		     struct tc_arena *arena, struct tc_article *a,
		     struct tc_reject *r)
{
	if (is_declared_foreign(c->type))
		return tc_reject_set(r, arena, TC_REJECT_UNSUPPORTED_TYPE,
				     "%.*s", TC_ARG(c->type));
	a->url = tc_url_resolve(arena, c->url, c->url);
	a->site = tc_url_host(a->url);
	return tc_dump_read(text, arena, a, r);
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
		return read_dump(text, c, arena, a, r);
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

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A server's answer, or a page, from any bytes.  Whatever they are: reading
 * ends in an article or in a reject with a reason; the body of an answer keeps
 * its limit; an article has a title inside its text, and all of it is UTF-8;
 * the same bytes make the same article; and a page that is composed of them is
 * read without the parser as with it (each looked at once in eight times, as
 * most of the time is spent on reading).
 */
#include "config.h"

#include "import/compose.h"
#include "import/http.h"
#include "import/import.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define BODY_MAX ((size_t)1 << 20)

static void fail(const char *what, struct tc_str where)
{
	fprintf(stderr, "fuzz-page: %s: '%.*s'\n", what, TC_ARG(where));
	abort();
}

static void check_utf8(const char *what, struct tc_str s)
{
	if (tc_utf8_valid(s) != s.n)
		fail(what, s);
}

static void check_article(const struct tc_article *a)
{
	check_utf8("a text that is no UTF-8", a->text);
	check_utf8("an address that is no UTF-8", a->url);
	check_utf8("a byline that is no UTF-8", a->byline);
	check_utf8("a section that is no UTF-8", a->section);
	if (a->title_len > a->text.n ||
	    tc_utf8_floor(a->text, a->title_len) != a->title_len)
		fail("a title that is not in the text", a->text);
	for (size_t i = 0; i < a->hint_count; i++)
		check_utf8("a date that is no UTF-8", a->hints[i].value);
}

static void read_page(struct tc_str bytes, struct tc_str url,
		      struct tc_str type, struct tc_buf *out)
{
	TC_SCOPED_ARENA arena = { 0 };
	const struct tc_capture c = { .source = TC_STR("page"), .url = url,
				      .type = type, .size = bytes.n };
	struct tc_reject why = { 0 };
	struct tc_article a;

	if (tc_import_read(&c, bytes, &arena, &a, &why)) {
		check_article(&a);
		tc_buf_addstr(out, a.text);
		return;
	}
	if (why.reason == TC_REJECT_NONE || why.reason >= TC_REJECT_COUNT)
		fail("a reject without a reason", why.detail);
	check_utf8("a detail that is no UTF-8", why.detail);
	tc_buf_puts(out, tc_reject_name(why.reason));
}

/* The first line as the title, the others as the text.  A blank at the end is
 * what no composed page has. */
static void read_composed(struct tc_str bytes, struct tc_str url)
{
	const struct tc_str type = TC_STR("text/html; charset=utf-8");
	TC_SCOPED_BUF text = { 0 }, page = { 0 };
	TC_SCOPED_BUF composed = { 0 }, parsed = { 0 };
	struct tc_parts parts = { 0 };

	tc_utf8_scrub(bytes, &text);
	parts.text = tc_buf_str(&text);
	tc_str_split(&parts.text, '\n', &parts.title);
	tc_compose_page(&parts, &page);
	read_page(tc_buf_str(&page), url, type, &composed);
	page.p[page.n - 1] = ' ';
	read_page(tc_buf_str(&page), url, type, &parsed);
	if (!tc_str_eq(tc_buf_str(&composed), tc_buf_str(&parsed)))
		fail("a composed page read otherwise", tc_buf_str(&page));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct tc_str bytes = tc_str((const char *)data, size);
	struct tc_str url = TC_STR("http://a.vn/tin/1.html");
	TC_SCOPED_BUF body = { 0 }, first = { 0 }, second = { 0 };
	TC_SCOPED_BUF type = { 0 };
	struct tc_http http;

	if (tc_http_parse(bytes, &http)) {
		if (tc_http_body(&http, BODY_MAX, &body) &&
		    body.n > BODY_MAX)
			fail("too long a body", http.type);
		tc_utf8_scrub(http.type, &type);
		bytes = tc_buf_str(&body);
	}
	read_page(bytes, url, tc_buf_str(&type), &first);
	if (size % 8 == 4)
		read_composed(bytes, url);
	if (size % 8)
		return 0;
	read_page(bytes, url, tc_buf_str(&type), &second);
	if (!tc_str_eq(tc_buf_str(&first), tc_buf_str(&second)))
		fail("another article", tc_buf_str(&second));
	return 0;
}

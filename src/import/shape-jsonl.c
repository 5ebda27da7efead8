/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * JSON Lines as crawlers and scrapers write them: an object a line.
 *
 *   {"url":"http://a.vn/1","title":"...","date":"2024-03-05","body":"..."}
 */
#include "config.h"

#include "import/shape.h"

#include "base/json.h"
#include "base/language.h"
#include "base/mem.h"
#include "import/compose.h"
#include "import/json-keys.h"
#include "import/sniff.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* What tells JSON Lines from other text stands in the first lines. */
#define FIRST_LINES 8
/* Milliseconds since 1970 have more digits than seconds. */
#define SECONDS_MAX 100000000000

/* Of several keys with a value the one that stands first here counts.
 * trafilatura, newspaper, news-please, Scrapy items, WordPress exports. */
static const struct tc_json_key known[] = {
	{ "url", TC_JSON_URL },
	{ "link", TC_JSON_URL },
	{ "canonical_url", TC_JSON_URL },
	{ "source_url", TC_JSON_URL },
	{ "uri", TC_JSON_URL },
	{ "title", TC_JSON_TITLE },
	{ "headline", TC_JSON_TITLE },
	{ "date", TC_JSON_DATE },
	{ "pub_date", TC_JSON_DATE },
	{ "pubDate", TC_JSON_DATE },
	{ "published", TC_JSON_DATE },
	{ "published_at", TC_JSON_DATE },
	{ "publish_date", TC_JSON_DATE },
	{ "date_publish", TC_JSON_DATE },
	{ "datePublished", TC_JSON_DATE },
	{ "html", TC_JSON_HTML },
	{ "raw_html", TC_JSON_HTML },
	{ "body_html", TC_JSON_HTML },
	{ "content_html", TC_JSON_HTML },
	{ "body", TC_JSON_TEXT },
	{ "content", TC_JSON_TEXT },
	{ "text", TC_JSON_TEXT },
	{ "articleBody", TC_JSON_TEXT },
	{ "maintext", TC_JSON_TEXT },
	{ "raw_text", TC_JSON_TEXT },
	{ "fetched", TC_JSON_FETCHED },
	{ "fetched_at", TC_JSON_FETCHED },
	{ "crawled_at", TC_JSON_FETCHED },
	{ "date_download", TC_JSON_FETCHED },
	{ "timestamp", TC_JSON_FETCHED },
};

struct lines {
	struct tc_stream *s;
	uint64_t number;	/* of the line last read, from 1 */
	struct tc_buf value[TC_JSON_WHATS];
};

/* The i-th key, those that the archivist names first; NULL behind the last. */
static const struct tc_json_key *key_at(const struct tc_stream *s, size_t i)
{
	size_t own = s->keys ? s->keys->n : 0;

	if (i < own)
		return &s->keys->v[i];
	i -= own;
	return i < sizeof known / sizeof *known ? &known[i] : NULL;
}

/* ---- a line's values ---- */

/* A text, a list of them (a paragraph each), a time in numbers. */
static void add_value(const struct tc_json *v, struct tc_buf *out)
{
	tc_buf_addstr(out, tc_json_as_str(v));
	for (size_t i = 0; i < tc_json_count(v); i++) {
		tc_buf_addstr(out, tc_json_as_str(tc_json_at(v, i)));
		tc_buf_addc(out, '\n');
	}
}

static void add_time(int64_t t, struct tc_buf *out)
{
	time_t seconds = (time_t)(t > SECONDS_MAX ? t / 1000 : t);
	struct tm tm;
	char text[32];

	if (t > 0 && gmtime_r(&seconds, &tm) &&
	    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm))
		tc_buf_puts(out, text);
}

static void read_values(const struct lines *l, const struct tc_json *o,
			struct tc_buf *value)
{
	const struct tc_json_key *k;

	for (size_t i = 0; i < TC_JSON_WHATS; i++)
		tc_buf_clear(&value[i]);
	for (size_t i = 0; (k = key_at(l->s, i)); i++) {
		struct tc_buf *out = &value[k->what];
		const struct tc_json *v = tc_json_get(o, k->key);
		if (!v || out->n)
			continue;
		add_value(v, out);
		if (!out->n && (k->what == TC_JSON_DATE ||
				k->what == TC_JSON_FETCHED))
			add_time(tc_json_get_int(o, k->key), out);
	}
}

static bool is_html(struct tc_str s)
{
	const char *type;

	return s.n && memchr(s.p, '<', s.n) &&
	       tc_sniff(s, &type) == TC_SNIFF_HTML;
}

static void take_values(struct tc_buf *value, struct tc_item *item)
{
	struct tc_str text = tc_buf_str(&value[TC_JSON_TEXT]);
	struct tc_str html = tc_buf_str(&value[TC_JSON_HTML]);
	struct tc_parts parts = {
		.title = tc_buf_str(&value[TC_JSON_TITLE]),
		.date = tc_buf_str(&value[TC_JSON_DATE]),
		.html = html.n ? html : is_html(text) ? text : html,
		.text = text,
	};

	tc_compose_page(&parts, &item->bytes);
	item->held = true;
	tc_buf_addstr(&item->url, tc_buf_str(&value[TC_JSON_URL]));
	item->fetched_ns = tc_fetch_time(tc_buf_str(&value[TC_JSON_FETCHED]));
	tc_buf_puts(&item->type, "text/html; charset=utf-8");
}

/* ---- lines ---- */

/* The next line without its end: its length, and that it is all there.
 * *whole is false when it is longer than a capture may be. */
static struct tc_str peek_line(struct tc_stream *s, bool *whole)
{
	size_t seen = 0;

	for (size_t want = 64 * 1024;; want *= 2) {
		struct tc_str view = tc_stream_peek(s, want);
		const char *nl = seen < view.n ?
			memchr(view.p + seen, '\n', view.n - seen) : NULL;
		*whole = nl || view.n < want;
		if (*whole || view.n > TC_CAPTURE_MAX)
			return nl ? tc_str(view.p, (size_t)(nl - view.p)) :
				    view;
		seen = view.n;
	}
}

/* Over the line's end, or to the next line of one that is too long. */
static void skip_line(struct tc_stream *s, size_t n, bool whole)
{
	tc_stream_skip(s, n);
	while (!whole) {
		struct tc_str view = tc_stream_peek(s, 1);
		const char *nl = view.n ? memchr(view.p, '\n', view.n) : NULL;
		whole = nl || !view.n;
		tc_stream_skip(s, nl ? (size_t)(nl - view.p) : view.n);
	}
	if (tc_stream_peek(s, 1).n)
		tc_stream_skip(s, 1);
}

static int bad_line(const struct lines *l, struct tc_item *item,
		    const char *why)
{
	return tc_item_reject(item, TC_REJECT_BROKEN_RECORD, "line %llu: %s",
			      (unsigned long long)l->number, why);
}

static int read_line(struct lines *l, struct tc_str line,
		     struct tc_item *item)
{
	struct tc_error why;
	const bool before = tc_language_use(false);
	struct tc_json *o = tc_json_read(line, &why);

	tc_language_use(before);
	if (!o)
		return bad_line(l, item, why.message);
	read_values(l, o, l->value);
	tc_json_free(o);
	if (!l->value[TC_JSON_HTML].n && !l->value[TC_JSON_TEXT].n)
		return bad_line(l, item, "it has no body");
	if (l->value[TC_JSON_HTML].n + l->value[TC_JSON_TEXT].n > TC_CAPTURE_MAX)
		return tc_item_reject(item, TC_REJECT_TOO_LARGE,
				      "line %llu",
				      (unsigned long long)l->number);
	take_values(l->value, item);
	return 1;
}

static int next(void *state, struct tc_item *item, struct tc_error *err)
{
	struct lines *l = state;
	bool whole;

	(void)err;
	for (;;) {
		struct tc_str line = peek_line(l->s, &whole);
		if (!line.n && !tc_stream_peek(l->s, 1).n)
			return 0;
		size_t n = line.n;
		l->number++;
		tc_item_clear(item);
		tc_buf_addc(&item->name, '#');
		tc_stream_place(l->s, 0, &item->name);
		item->size = n;
		line = tc_str_trim(line);
		int got = !line.n ? 0 : whole ? read_line(l, line, item) :
			tc_item_reject(item, TC_REJECT_TOO_LARGE, "line %llu",
				       (unsigned long long)l->number);
		skip_line(l->s, n, whole);
		if (got)
			return 1;
	}
}

/* ---- the shape ---- */

static bool has_body(const struct tc_stream *s, struct tc_str line)
{
	struct tc_json *o = tc_json_read(line, NULL);
	const struct tc_json_key *k;
	bool yes = false;

	for (size_t i = 0; o && (k = key_at(s, i)); i++)
		if (k->what == TC_JSON_HTML || k->what == TC_JSON_TEXT)
			yes |= tc_json_get(o, k->key) != NULL;
	tc_json_free(o);
	return yes;
}

static struct tc_str without_mark(struct tc_str s)
{
	bool mark = tc_str_starts(s, TC_STR("\xEF\xBB\xBF"));

	return tc_str_from(s, mark ? 3 : 0);
}

/* One of the first lines is an object that holds a page. */
static bool is_jsonl(struct tc_stream *s)
{
	struct tc_str rest = without_mark(tc_stream_peek(s, 1024)), line;
	bool whole;

	if (!tc_str_starts(tc_str_trim(rest), TC_STR("{")))
		return false;
	peek_line(s, &whole);
	if (!whole)
		return false;
	rest = without_mark(tc_stream_peek(s, 1));
	for (int i = 0; i < FIRST_LINES && tc_str_split(&rest, '\n', &line);
	     i++)
		if (has_body(s, tc_str_trim(line)))
			return true;
	return false;
}

static void *open_lines(struct tc_stream *s)
{
	struct lines *l = tc_zalloc(sizeof *l);

	l->s = s;
	struct tc_str head = tc_stream_peek(s, 3);
	tc_stream_skip(s, head.n - without_mark(head).n);
	return l;
}

static void close_lines(void *state)
{
	struct lines *l = state;

	for (size_t i = 0; i < TC_JSON_WHATS; i++)
		tc_buf_release(&l->value[i]);
	free(l);
}

const struct tc_shape tc_shape_jsonl = {
	.name = "JSON Lines", .is = is_jsonl, .open = open_lines,
	.close = close_lines, .next = next,
};

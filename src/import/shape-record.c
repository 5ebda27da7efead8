/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Captures out of WARC and ARC records. */
#include "config.h"

#include "import/shape.h"

#include "import/http.h"
#include "import/record.h"
#include "text/utf8.h"

static bool is_warc(struct tc_stream *s)
{
	return tc_records_is_warc(s);
}

static bool is_arc(struct tc_stream *s)
{
	return tc_records_is_arc(s);
}

static void *open_warc(struct tc_stream *s)
{
	return tc_records_open(s, false);
}

static void *open_arc(struct tc_stream *s)
{
	return tc_records_open(s, true);
}

static void close_records(void *state)
{
	tc_records_close(state);
}

/* Record headers are any bytes; what is shown of them is UTF-8. */
static void add_text(struct tc_buf *out, struct tc_str s)
{
	tc_utf8_scrub(s, out);
}

static int too_large(struct tc_item *item)
{
	return tc_item_reject(item, TC_REJECT_TOO_LARGE, "%llu bytes",
			      (unsigned long long)item->size);
}

static void set_bytes(struct tc_item *item, struct tc_str bytes)
{
	tc_buf_addstr(&item->bytes, bytes);
	item->held = true;
}

static int take_http(const struct tc_http *h, struct tc_item *item)
{
	TC_SCOPED_BUF location = { 0 };

	add_text(&item->type, h->type);
	if (h->status != 200) {
		add_text(&location, h->location);
		return tc_item_reject(item, TC_REJECT_HTTP_STATUS, "%d%s%.300s",
				      h->status, h->location.n ? " to " : "",
				      tc_buf_cstr(&location));
	}
	item->held = true;
	if (!tc_http_body(h, TC_CAPTURE_MAX, &item->bytes))
		return tc_item_reject(item, TC_REJECT_TOO_LARGE,
				      "its body decodes to more than %zu "
				      "bytes", TC_CAPTURE_MAX);
	return 1;
}

/* Blocks that are no HTTP: answers of the DNS, of ftp servers. */
static int take_response(const struct tc_record *r, struct tc_item *item)
{
	struct tc_http http;

	if (tc_http_parse(r->content, &http))
		return take_http(&http, item);
	TC_SCOPED_BUF type = { 0 };
	add_text(&type, r->field[TC_RECORD_MEDIA]);
	return tc_item_reject(item, TC_REJECT_UNSUPPORTED_TYPE,
			      "a response without HTTP%s%.100s",
			      type.n ? ": " : "", tc_buf_cstr(&type));
}

static int take_resource(const struct tc_record *r, struct tc_item *item)
{
	if (r->content.n > TC_CAPTURE_MAX)
		return too_large(item);
	add_text(&item->type, r->field[TC_RECORD_MEDIA]);
	set_bytes(item, r->content);
	return 1;
}

/* What crawlers write of themselves as resources: wget its arguments
 * (metadata://gnu.org/...), Browsertrix what it saw (urn:pageinfo:...). */
static bool is_about_crawl(struct tc_str url)
{
	return tc_str_starts(url, TC_STR("metadata:")) ||
	       tc_str_starts(url, TC_STR("urn:"));
}

static int take_revisit(const struct tc_record *r, struct tc_item *item)
{
	(void)r;
	item->kind = TC_ITEM_REVISIT;
	return 1;
}

static int take_continuation(const struct tc_record *r, struct tc_item *item)
{
	(void)r;
	return tc_item_reject(item, TC_REJECT_UNSUPPORTED_TYPE,
			      "a segment of a record in several");
}

/* Types that are not here say something about captures, or about the file;
 * a conversion is another form of one (its text, a picture of it). */
static const struct {
	const char *type;
	int (*take)(const struct tc_record *r, struct tc_item *item);
} types[] = {
	{ "response", take_response },
	{ "resource", take_resource },
	{ "revisit", take_revisit },
	{ "continuation", take_continuation },
};

static void add_key(struct tc_buf *key, char kind, struct tc_str a,
		    struct tc_str b)
{
	if (!a.n)
		return;
	tc_buf_printf(key, "%c%.*s %.*s", kind, TC_ARG(a), TC_ARG(b));
}

static void add_keys(const struct tc_record *r, struct tc_item *item)
{
	const struct tc_str *f = r->field, none = { NULL, 0 };
	bool revisit = tc_http_is(f[TC_RECORD_TYPE], "revisit");
	struct tc_str url = f[revisit && f[TC_RECORD_REFERS_URL].n ?
			      TC_RECORD_REFERS_URL : TC_RECORD_URL];
	struct tc_str date = f[revisit ? TC_RECORD_REFERS_DATE :
			       TC_RECORD_DATE];

	add_key(&item->keys[0], 'd', f[TC_RECORD_DIGEST], none);
	add_key(&item->keys[1], 'i', f[revisit ? TC_RECORD_REFERS_ID :
				       TC_RECORD_ID], none);
	if (date.n)
		add_key(&item->keys[2], 'u', url, date);
}

static void describe(const struct tc_record *r, struct tc_item *item)
{
	tc_item_clear(item);
	tc_buf_addc(&item->name, '#');
	tc_buf_addstr(&item->name, r->place);
	add_text(&item->url, r->field[TC_RECORD_URL]);
	add_text(&item->record, r->field[TC_RECORD_ID]);
	item->size = r->length;
	item->fetched_ns = tc_fetch_time(r->field[TC_RECORD_DATE]);
	add_keys(r, item);
}

static int take_record(const struct tc_record *r, struct tc_item *item)
{
	describe(r, item);
	if (r->state == TC_RECORD_BROKEN)
		return tc_item_reject(item, TC_REJECT_BROKEN_RECORD,
				      "byte %.*s: %s", TC_ARG(r->place),
				      r->why);
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		if (!tc_http_is(r->field[TC_RECORD_TYPE], types[i].type) ||
		    (types[i].take == take_resource &&
		     is_about_crawl(r->field[TC_RECORD_URL])))
			continue;
		return r->state == TC_RECORD_TOO_LARGE ? too_large(item) :
							 types[i].take(r, item);
	}
	return 0;
}

static int next(void *state, struct tc_item *item, struct tc_error *err)
{
	struct tc_record r;
	int got;

	while ((got = tc_records_next(state, &r, err)) > 0)
		if (take_record(&r, item))
			return 1;
	return got;
}

const struct tc_shape tc_shape_warc = {
	.name = "WARC", .is = is_warc, .open = open_warc,
	.close = close_records, .next = next,
};

const struct tc_shape tc_shape_arc = {
	.name = "ARC", .is = is_arc, .open = open_arc,
	.close = close_records, .next = next,
};

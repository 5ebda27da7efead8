/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Files of captures from any bytes: WARC, ARC, JSON Lines and feeds, plain or
 * compressed.  Whatever the bytes: the reader comes to an end, what it gives
 * is within its limits and is UTF-8 where it must be, and how much of the
 * file arrives at a time makes no difference.
 */
#include "config.h"

#include "import/peel.h"
#include "import/shape.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct memory {
	struct tc_str rest;
	size_t piece;
};

static const struct tc_shape *const shapes[] = {
	&tc_shape_warc, &tc_shape_arc, &tc_shape_feed, &tc_shape_jsonl,
};

static void fail(const char *what, struct tc_str where)
{
	fprintf(stderr, "fuzz-sources: %s: '%.*s'\n", what, TC_ARG(where));
	abort();
}

static size_t memory_read(struct tc_stream *s, char *buf, size_t n)
{
	struct memory *m = s->ctx;

	n = n < m->piece ? n : m->piece;
	n = n < m->rest.n ? n : m->rest.n;
	if (n)
		memcpy(buf, m->rest.p, n);
	m->rest = tc_str_from(m->rest, n);
	return n;
}

static void memory_close(struct tc_stream *s)
{
	(void)s;
}

static void check_item(const struct tc_item *item)
{
	const struct tc_str shown[] = {
		tc_buf_str(&item->name), tc_buf_str(&item->url),
		tc_buf_str(&item->type), tc_buf_str(&item->detail),
	};

	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		if (tc_utf8_valid(shown[i]) != shown[i].n)
			fail("no UTF-8", shown[0]);
	if (item->kind == TC_ITEM_PAGE && item->bytes.n > 2 * TC_CAPTURE_MAX)
		fail("too much", shown[0]);
	if ((item->kind == TC_ITEM_REJECT) == (item->reason == TC_REJECT_NONE))
		fail("a reject without a reason", shown[0]);
}

static void put_item(const struct tc_item *item, struct tc_buf *out)
{
	tc_buf_printf(out, "%d %d %lld ", (int)item->kind, (int)item->reason,
		      (long long)item->fetched_ns);
	tc_buf_addstr(out, tc_buf_str(&item->name));
	tc_buf_addstr(out, tc_buf_str(&item->url));
	tc_buf_addstr(out, tc_buf_str(&item->detail));
	tc_buf_addstr(out, tc_buf_str(&item->bytes));
	tc_buf_addc(out, '\n');
}

static void read_shape(const struct tc_shape *shape, struct tc_stream *s,
		       struct tc_buf *out)
{
	struct tc_item item = { 0 };
	struct tc_error err;
	void *state = shape->open(s);
	int got;

	while ((got = shape->next(state, &item, &err)) > 0) {
		check_item(&item);
		put_item(&item, out);
	}
	if (got < 0)
		tc_buf_printf(out, "%s\n", err.message);
	shape->close(state);
	tc_item_release(&item);
}

static void read_file(struct tc_str bytes, size_t piece, struct tc_buf *out)
{
	static const struct tc_stream_ops ops = {
		.read = memory_read, .close = memory_close,
	};
	struct memory m = { bytes, piece };
	struct tc_stream *s = tc_peel(tc_stream_new(&ops, &m, NULL));

	for (size_t i = 0; s && i < sizeof shapes / sizeof *shapes; i++) {
		if (!shapes[i]->is(s))
			continue;
		read_shape(shapes[i], s, out);
		break;
	}
	tc_stream_close(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct tc_str bytes = tc_str((const char *)data, size);
	TC_SCOPED_BUF whole = { 0 }, pieces = { 0 };

	read_file(bytes, SIZE_MAX, &whole);
	read_file(bytes, 113, &pieces);
	if (!tc_str_eq(tc_buf_str(&whole), tc_buf_str(&pieces)))
		fail("pieces make a difference", tc_buf_str(&pieces));
	return 0;
}

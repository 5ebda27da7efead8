/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The shapes that a stream of captures comes in.  A shape looks at the
 * beginning of a stream, and if that is of its kind takes items out of it.
 */
#ifndef TC_IMPORT_SHAPE_H
#define TC_IMPORT_SHAPE_H

#include "import/import.h"
#include "import/stream.h"

enum tc_item_kind {
	TC_ITEM_PAGE,		/* bytes are a page */
	TC_ITEM_REJECT,		/* no page, for `reason` */
	TC_ITEM_STREAM,		/* a stream with a shape of its own */
	TC_ITEM_REVISIT,	/* the page is in another record */
};

/* The names by which a revisit knows its original: payload digest, record
 * id, address and date. */
#define TC_ITEM_KEYS 3

/* Cleared by tc_item_clear() before each _next; the buffers are kept. */
struct tc_item {
	enum tc_item_kind kind;
	struct tc_buf name;	/* "#1234", "!a/b.html"; empty: the file */
	struct tc_buf url, type;
	struct tc_buf record;	/* id of a WARC record */
	struct tc_buf bytes;
	bool held;		/* `bytes` has the page; else it is read from
				   the stream when asked for */
	uint64_t size;		/* 0 when unknown */
	int64_t fetched_ns;	/* since 1970, UTC; 0 when unknown */
	enum tc_reject_reason reason;
	struct tc_buf detail;
	struct tc_stream *stream;	/* the taker closes it */
	struct tc_buf keys[TC_ITEM_KEYS];
};

void tc_item_clear(struct tc_item *item);
void tc_item_release(struct tc_item *item);
/* Makes it a reject; 1, so that `return tc_item_reject(...)` reads well. */
int tc_item_reject(struct tc_item *item, enum tc_reject_reason reason,
		   const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

struct tc_shape {
	const char *name;
	bool (*is)(struct tc_stream *s);
	void *(*open)(struct tc_stream *s);
	void (*close)(void *state);
	/* 1 and an item; 0 at the end (the stream may say that it came too
	 * early); -1 once, when it came too early: what there was has been
	 * given. */
	int (*next)(void *state, struct tc_item *item, struct tc_error *err);
	bool archive;		/* counts for TC_NEST_MAX */
};

extern const struct tc_shape tc_shape_warc, tc_shape_arc, tc_shape_zip,
	tc_shape_tar, tc_shape_feed, tc_shape_jsonl, tc_shape_page;

/* A time as crawlers write it (2020-01-02T03:04:05Z, 20200102030405) in
 * nanoseconds since 1970; 0 when it is none. */
int64_t tc_fetch_time(struct tc_str s);

#endif

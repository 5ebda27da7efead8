/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A stream of bytes with a lookahead: what every reader of a file stands on.
 * Streams are stacked (a file, its decompression, a member of an archive).
 *
 *   passed | lookahead ........... | not yet read
 *          ^ taken                 ^ made
 *
 * Memory is the lookahead: as much as the reader last asked for.
 *
 * Compressed streams are mostly many members (gzip) or frames (zstd), each of
 * which can be read alone.  Marks say where they begin, so that a reader can
 * name a place in the file, and start again behind a damaged one.
 */
#ifndef TC_IMPORT_STREAM_H
#define TC_IMPORT_STREAM_H

#include "base/error.h"
#include "base/str.h"

#include <stdint.h>

/* A stream that makes more than RATIO bytes of each that it takes is a bomb;
 * small ones may (a page of blanks), and none may make more than MAX. */
#define TC_STREAM_RATIO 500
#define TC_STREAM_RATIO_FROM ((uint64_t)64 * 1024 * 1024)
#define TC_STREAM_MAX ((uint64_t)1 << 42)
/* Marks kept inside the lookahead; further ones are forgotten, and places
 * are named from the last one kept. */
#define TC_STREAM_MARKS 4096

enum tc_stream_state {
	TC_STREAM_OPEN,
	TC_STREAM_END,
	TC_STREAM_CUT,		/* the file ends too early */
	TC_STREAM_BROKEN,	/* cannot be read on */
	TC_STREAM_BOMB,
};

enum tc_mark_kind {
	TC_MARK_START,		/* a member begins */
	TC_MARK_BAD,		/* the member that ends here is damaged */
	TC_MARK_JUNK,		/* bytes between members were passed over */
};

struct tc_mark {
	uint64_t pos;		/* in this stream */
	uint64_t at;		/* of a start: in the stream below */
	enum tc_mark_kind kind;
};

struct tc_stream;

struct tc_stream_ops {
	/* Up to n bytes into buf.  0 is the end, for the reason that `state`
	 * was set to, TC_STREAM_END if it was not. */
	size_t (*read)(struct tc_stream *s, char *buf, size_t n);
	/* NULL where it cannot: to a place from the beginning. */
	bool (*seek)(struct tc_stream *s, uint64_t to);
	void (*close)(struct tc_stream *s);
};

struct tc_stream {
	const struct tc_stream_ops *ops;
	void *ctx;
	struct tc_stream *below;	/* closed with this one; may be NULL */
	struct tc_buf buf;
	size_t start;			/* of the lookahead in buf */
	uint64_t taken;
	uint64_t read_bytes;		/* in all, seeks included */
	uint64_t below_from;		/* what others read of `below` */
	uint64_t size;			/* of a file */
	struct tc_mark member;		/* that `taken` is in */
	struct tc_mark *marks;		/* in the lookahead, by pos */
	size_t mark_count, mark_cap;
	bool members;			/* the stream has marks */
	bool damaged;			/* one of them was BAD */
	bool heeds_marks;		/* the reader tells of these itself */
	enum tc_stream_state state;
	char why[256];			/* the state is BROKEN: how */
	const struct tc_json_keys *keys;	/* what the archivist says of
						   it; may be NULL */
};

struct tc_stream *tc_stream_new(const struct tc_stream_ops *ops, void *ctx,
				struct tc_stream *below);
/* NULL: errno says why. */
struct tc_stream *tc_stream_open_file(const char *path);
void tc_stream_close(struct tc_stream *s);

/* The lookahead: at least n bytes of it, fewer only when the stream ends
 * there.  The view lives until the next call. */
struct tc_str tc_stream_peek(struct tc_stream *s, size_t n);
/* Passes over n bytes of the lookahead. */
void tc_stream_skip(struct tc_stream *s, size_t n);
/* Drops the lookahead, goes to a place; false when it cannot. */
bool tc_stream_seek(struct tc_stream *s, uint64_t to);

/* Takes what a stream below stopped for. */
void tc_stream_inherit(struct tc_stream *s, const struct tc_stream *below);
void tc_stream_break(struct tc_stream *s, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* For the streams that have them: a mark at what was made so far. */
void tc_stream_mark(struct tc_stream *s, enum tc_mark_kind kind, uint64_t at);
/* Appends the name of the place `ahead` bytes into the lookahead: "1234", or
 * "1234+56", byte 56 of what the member at 1234 decompresses to. */
void tc_stream_place(const struct tc_stream *s, size_t ahead,
		     struct tc_buf *out);

/* What ended a stream too early, or was missing inside it, for people; fails
 * with TC_E_INPUT.  0 when nothing did. */
int tc_stream_check(const struct tc_stream *s, struct tc_error *err);
/* That has been said: the stream just ends. */
void tc_stream_said(struct tc_stream *s);

#endif

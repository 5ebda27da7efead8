/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Captures out of files: each file, and each member of an archive, is a
 * stream; what it begins with says its shape; streams inside streams stand
 * on a stack.
 *
 *   crawl/a.wacz   [zip] -> !archive/data.warc.gz  [gzip] [WARC] -> #1234
 */
#include "config.h"

#include "import/source.h"

#include "base/language.h"
#include "base/mem.h"
#include "import/mirror.h"
#include "import/peel.h"
#include "import/revisit.h"
#include "import/shape.h"
#include "import/walk.h"

#include <errno.h>
#include <stdlib.h>

/* The innermost stream is no archive. */
#define FRAMES_MAX (TC_NEST_MAX + 1)

/* The first that fits. */
static const struct tc_shape *const shapes[] = {
	&tc_shape_warc, &tc_shape_arc, &tc_shape_zip, &tc_shape_tar,
	&tc_shape_feed, &tc_shape_jsonl, &tc_shape_page,
};

struct frame {
	const struct tc_shape *shape;
	struct tc_stream *stream;
	void *state;
	size_t source_n, member;	/* of s->source: its length, and where
					   the innermost name begins */
	uint64_t size;
};

enum pass {
	PASS_READ,
	PASS_REVISIT,	/* once more, for the revisits */
	PASS_LEFT,	/* those that were not resolved */
	PASS_DONE,
};

struct tc_source {
	struct tc_walk walk;
	struct frame frames[FRAMES_MAX];
	size_t depth;
	enum pass pass;
	struct tc_revisits revisits;
	bool matching;		/* more revisits may wait for `item` */
	struct tc_item item;	/* what was given last */
	uint64_t start;		/* of what is read of a file */
	const struct tc_json_keys *keys;
	bool (*wanted)(void *ctx, struct tc_str source);
	void *wanted_ctx;
	tc_source_known_fn *known;
	void *known_ctx;
	struct tc_buf source, url;
};

struct tc_source *tc_source_open(char *const *paths, size_t count)
{
	struct tc_source *s = tc_zalloc(sizeof *s);

	s->walk.args = paths;
	s->walk.arg_count = count;
	return s;
}

void tc_source_keep_paths(struct tc_source *s)
{
	s->walk.keep_paths = true;
}

void tc_source_under(struct tc_source *s, const char *const *roots)
{
	s->walk.roots = roots;
}

void tc_source_start_at(struct tc_source *s, uint64_t at)
{
	s->start = at;
}

void tc_source_json_keys(struct tc_source *s, const struct tc_json_keys *keys)
{
	s->keys = keys;
}

void tc_source_only(struct tc_source *s,
		    bool (*wanted)(void *ctx, struct tc_str source), void *ctx)
{
	s->wanted = wanted;
	s->wanted_ctx = ctx;
}

void tc_source_known(struct tc_source *s, tc_source_known_fn *fn, void *ctx)
{
	s->known = fn;
	s->known_ctx = ctx;
}

static void pop(struct tc_source *s)
{
	struct frame *f = &s->frames[--s->depth];

	f->shape->close(f->state);
	tc_stream_close(f->stream);
}

void tc_source_close(struct tc_source *s)
{
	if (!s)
		return;
	while (s->depth)
		pop(s);
	tc_walk_release(&s->walk);
	tc_revisits_release(&s->revisits);
	tc_item_release(&s->item);
	tc_buf_release(&s->source);
	tc_buf_release(&s->url);
	free(s);
}

/* ---- what is given ---- */

/* s->source up to the frame's own name, and the item's behind it. */
static void name_source(struct tc_source *s, const struct frame *f)
{
	s->source.n = f->source_n;
	tc_buf_addstr(&s->source, tc_buf_str(&s->item.name));
}

/* A page that does not say where it is from may stand in a mirror. */
static void find_url(struct tc_source *s, const struct frame *f)
{
	struct tc_str inner = tc_str_from(tc_buf_str(&s->source), f->member);

	tc_buf_clear(&s->url);
	tc_buf_addstr(&s->url, tc_buf_str(&s->item.url));
	if (s->url.n || f->shape != &tc_shape_page)
		return;
	tc_mirror_url(inner, &s->url);
	if (!s->url.n && !f->member)
		tc_mirror_url(tc_buf_str(&s->walk.path), &s->url);
}

static void describe(struct tc_source *s, const struct frame *f,
		     struct tc_capture *c)
{
	const struct tc_item *item = &s->item;

	name_source(s, f);
	find_url(s, f);
	*c = (struct tc_capture){
		.source = tc_buf_str(&s->source),
		.file = tc_str(s->source.p, s->walk.source.n),
		.record = tc_buf_str(&item->record),
		.path = tc_buf_str(&s->walk.path),
		.url = tc_buf_str(&s->url),
		.type = tc_buf_str(&item->type),
		.size = item->size ? item->size : f->size,
		.mtime_ns = s->walk.mtime_ns,
		.fetched_ns = item->fetched_ns,
	};
	if (item->kind != TC_ITEM_REJECT)
		return;
	c->problem = tc_reject_name(item->reason);
	c->detail = tc_buf_str(&item->detail);
}

static int give_reject(struct tc_source *s, const struct frame *f,
		       struct tc_capture *c, enum tc_reject_reason reason,
		       const char *detail)
{
	if (s->pass != PASS_READ)
		return 0;
	tc_item_reject(&s->item, reason, "%s", detail);
	describe(s, f, c);
	return 1;
}

/* ---- streams ---- */

static const struct tc_shape *shape_of(struct tc_stream *stream)
{
	size_t i = 0;

	while (!shapes[i]->is(stream))
		i++;
	return shapes[i];
}

static size_t archives(const struct tc_source *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->depth; i++)
		n += s->frames[i].shape->archive;
	return n;
}

/* Takes the stream over.  1 and a capture when it cannot be gone into. */
static int push(struct tc_source *s, struct tc_stream *stream,
		struct frame f, struct tc_capture *c)
{
	f.shape = &tc_shape_page;
	f.stream = tc_peel(stream);
	if (!f.stream)
		return give_reject(s, &f, c, TC_REJECT_NESTED_TOO_DEEP,
				   "compressed again and again");
	f.stream->keys = s->keys;
	f.shape = shape_of(f.stream);
	if (f.shape->archive && archives(s) == TC_NEST_MAX) {
		tc_stream_close(f.stream);
		return give_reject(s, &f, c, TC_REJECT_NESTED_TOO_DEEP,
				   "an archive in an archive in an archive");
	}
	tc_assert(s->depth < FRAMES_MAX);
	f.state = f.shape->open(f.stream);
	s->frames[s->depth++] = f;
	return 0;
}

static int push_member(struct tc_source *s, const struct frame *f,
		       struct tc_capture *c)
{
	struct tc_stream *stream = s->item.stream;

	name_source(s, f);
	struct frame inner = { .source_n = s->source.n,
			       .member = f->source_n + 1,
			       .size = s->item.size };
	tc_item_clear(&s->item);
	return push(s, stream, inner, c);
}

static bool is_known(const struct tc_source *s)
{
	return s->known && s->known(s->known_ctx, tc_buf_str(&s->walk.source),
				    s->walk.size, s->walk.mtime_ns);
}

static int give_known(struct tc_source *s, const struct frame *f,
		      struct tc_capture *c)
{
	if (s->pass != PASS_READ)
		return 0;
	describe(s, f, c);
	c->known = true;
	return 1;
}

static int push_file(struct tc_source *s, struct tc_capture *c)
{
	struct frame f = { .source_n = s->walk.source.n,
			   .size = s->walk.size,
			   .shape = &tc_shape_page };

	tc_item_clear(&s->item);
	tc_buf_clear(&s->source);
	tc_buf_addstr(&s->source, tc_buf_str(&s->walk.source));
	if (s->walk.reason)
		return give_reject(s, &f, c, s->walk.reason,
				   tc_buf_cstr(&s->walk.detail));
	if (is_known(s))
		return give_known(s, &f, c);
	struct tc_stream *stream = tc_stream_open_file(
		tc_buf_cstr(&s->walk.path));
	if (!stream)
		return give_reject(s, &f, c, TC_REJECT_UNREADABLE,
				   strerrordesc_np(errno));
	if (s->start)
		tc_stream_seek(stream, s->start);
	return push(s, stream, f, c);
}

/* ---- the end of a stream ---- */

/* Puts the path of the file and the names inside it before the message. */
static int fail_in(struct tc_source *s, const struct frame *f,
		   struct tc_error *err)
{
	size_t top = s->walk.source.n;

	if (s->pass != PASS_READ)
		return 0;
	s->source.n = f->source_n;
	struct tc_str inside = tc_str_from(tc_buf_str(&s->source), top);
	tc_error_context(err, "'%s%.*s'", tc_buf_cstr(&s->walk.path),
			 TC_ARG(inside));
	return -1;
}

/* Nothing more comes of the innermost stream: has it come to its end? */
static int end_stream(struct tc_source *s, struct tc_capture *c,
		      struct tc_error *err)
{
	struct frame f = s->frames[s->depth - 1];
	struct tc_error why;
	TC_SCOPED_BUF place = { 0 }, said = { 0 };
	enum tc_stream_state state = f.stream->state;
	/* what a reject says is the same in every language */
	const bool before = tc_language_use(false);
	int bad = tc_stream_check(f.stream, &why);
	tc_language_use(before);

	tc_stream_place(f.stream, 0, &place);
	pop(s);
	tc_item_clear(&s->item);
	if (!bad)
		return 0;
	if (state == TC_STREAM_BOMB)
		return give_reject(s, &f, c, TC_REJECT_DECOMPRESSION_BOMB,
				   why.message);
	tc_reject_say(tc_str0(why.message), &said);
	tc_fail(err, TC_E_INPUT, "%s at byte %s; everything before it was "
		"read", tc_buf_cstr(&said), tc_buf_cstr(&place));
	return fail_in(s, &f, err);
}

/* ---- revisits ---- */

static int give_revisit(const struct tc_revisit *revisit, struct tc_source *s,
			struct tc_capture *c)
{
	*c = revisit->capture;
	c->type = tc_buf_str(&s->item.type);
	if (s->item.kind != TC_ITEM_REJECT)
		return 1;
	c->problem = tc_reject_name(s->item.reason);
	c->detail = tc_buf_str(&s->item.detail);
	return 1;
}

static int give_match(struct tc_source *s, struct tc_capture *c)
{
	const struct tc_revisit *revisit =
		tc_revisits_match(&s->revisits, &s->item);

	s->matching = revisit != NULL;
	return revisit ? give_revisit(revisit, s, c) : 0;
}

static int give_left(struct tc_source *s, struct tc_capture *c)
{
	const struct tc_revisit *revisit = tc_revisits_left(&s->revisits);

	if (!revisit)
		return 0;
	tc_item_clear(&s->item);
	tc_item_reject(&s->item, TC_REJECT_REVISIT_UNRESOLVED,
		       "the record that has its page is not in the input");
	return give_revisit(revisit, s, c);
}

static int keep_revisit(struct tc_source *s, const struct frame *f,
			struct tc_capture *c)
{
	if (s->pass != PASS_READ)
		return 0;
	describe(s, f, c);
	if (tc_revisits_add(&s->revisits, c, &s->item))
		return 0;
	return give_reject(s, f, c, TC_REJECT_REVISIT_UNRESOLVED,
			   "too many revisits in the input");
}

/* ---- one after the other ---- */

static int take_item(struct tc_source *s, struct tc_capture *c)
{
	const struct frame *f = &s->frames[s->depth - 1];

	switch (s->item.kind) {
	case TC_ITEM_STREAM:
		return push_member(s, f, c);
	case TC_ITEM_REVISIT:
		return keep_revisit(s, f, c);
	default:
		break;
	}
	if (s->pass == PASS_REVISIT)
		return give_match(s, c);
	describe(s, f, c);
	return 1;
}

static int next_of_stream(struct tc_source *s, struct tc_capture *c,
			  struct tc_error *err)
{
	const struct frame f = s->frames[s->depth - 1];
	int got = f.shape->next(f.state, &s->item, err);

	if (got < 0) {
		pop(s);		/* so that it is said once */
		return fail_in(s, &f, err);
	}
	return got ? take_item(s, c) : end_stream(s, c, err);
}

static int next_file(struct tc_source *s, struct tc_capture *c,
		     struct tc_error *err)
{
	int got = tc_walk_next(&s->walk, err);

	if (got < 0)
		return s->pass == PASS_READ ? -1 : 0;
	if (got)
		return push_file(s, c);
	if (s->pass == PASS_READ && s->revisits.n) {
		tc_revisits_seal(&s->revisits);
		tc_walk_rewind(&s->walk);
		s->pass = PASS_REVISIT;
	} else {
		s->pass = PASS_LEFT;
	}
	return 0;
}

static int next(struct tc_source *s, struct tc_capture *c,
		struct tc_error *err)
{
	if (s->matching)
		return give_match(s, c);
	if (s->pass == PASS_LEFT) {
		int got = give_left(s, c);
		s->pass = got ? PASS_LEFT : PASS_DONE;
		return got;
	}
	return s->depth ? next_of_stream(s, c, err) : next_file(s, c, err);
}

int tc_source_next(struct tc_source *s, struct tc_capture *c,
		   struct tc_error *err)
{
	struct tc_error unasked;

	while (s->pass != PASS_DONE) {
		int got = next(s, c, err ? err : &unasked);
		if (got > 0 && s->wanted &&
		    !s->wanted(s->wanted_ctx, c->source))
			continue;
		if (got)
			return got;
	}
	return 0;
}

int tc_source_read(struct tc_source *s, struct tc_buf *out,
		   struct tc_error *err)
{
	if (s->item.held) {
		tc_buf_addstr(out, tc_buf_str(&s->item.bytes));
		return 0;
	}
	tc_assert(s->depth > 0);
	struct tc_stream *stream = s->frames[s->depth - 1].stream;
	struct tc_str all = tc_stream_peek(stream, TC_CAPTURE_MAX + 1);
	if (all.n > TC_CAPTURE_MAX)
		return tc_fail(err, TC_E_INPUT, "larger than %zu bytes",
			       TC_CAPTURE_MAX);
	if (tc_stream_check(stream, err) != 0) {
		tc_stream_said(stream);
		return -1;
	}
	tc_buf_addstr(out, all);
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/peel.h"

#include "base/mem.h"
#include "import/inflate.h"
#include "import/unpack.h"

#include <stdlib.h>

#define CHUNK ((size_t)64 * 1024)
/* A damaged member may seem to go on into the next one before its bytes make
 * no sense: the search for the next goes back so far. */
#define GO_BACK ((size_t)2048)
#define DICTIONARY_MAGIC "\x5D\x2A\x4D\x18"

struct members {
	enum tc_codec codec;
	struct tc_inflate *d;
	bool inside, damaged;
	bool begun;		/* the first member was seen */
	size_t held;		/* bytes of the member that were decoded, but
				   are still in the lookahead below */
	bool head_held;		/* its first byte is one of them */
};

/* WARC in zstd: the first frame may be one to skip that holds a dictionary.
 * Draft "WARC zstd compression" of the IIPC, 2. */
static bool read_dictionary(struct tc_stream *s, struct members *m)
{
	struct tc_str head = tc_stream_peek(s->below, 8);

	if (m->codec != TC_ZSTD || head.n < 8 ||
	    !tc_str_starts(head, TC_STR(DICTIONARY_MAGIC)))
		return true;
	const unsigned char *p = (const unsigned char *)head.p + 4;
	size_t n = p[0] | (size_t)p[1] << 8 | (size_t)p[2] << 16 |
		   (size_t)p[3] << 24;
	if (n > TC_DICTIONARY_MAX) {
		tc_stream_break(s, "its dictionary claims %zu bytes", n);
		return false;
	}
	struct tc_str frame = tc_stream_peek(s->below, n + 8);
	if (frame.n < n + 8) {
		s->state = TC_STREAM_CUT;
		return false;
	}
	if (!tc_inflate_dictionary(m->d, tc_str(frame.p + 8, n))) {
		tc_stream_break(s, "its dictionary cannot be read");
		return false;
	}
	tc_stream_skip(s->below, n + 8);
	return true;
}

/* Where in `bytes` a member may begin; n where none does. */
static size_t find_start(enum tc_codec codec, struct tc_str bytes)
{
	for (size_t i = 0; i + 4 <= bytes.n; i++)
		if (tc_inflate_starts(codec, tc_str_from(bytes, i)))
			return i;
	return bytes.n;
}

static bool is_zeros(struct tc_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i])
			return false;
	return true;
}

/* Too few bytes to be a member, but they may begin one. */
static bool is_cut_start(enum tc_codec codec, struct tc_str b)
{
	struct tc_str magic = codec == TC_GZIP ? TC_STR("\x1F\x8B\x08") :
						 TC_STR("\x28\xB5\x2F\xFD");

	return b.n && b.n < 4 &&
	       tc_str_starts(magic, tc_str(b.p, b.n < magic.n ? b.n :
					   magic.n));
}

/* To the next member, over what is none; false at the end.  Files on tape
 * are filled up with zeros, which are nothing to speak of. */
static bool find_member(struct tc_stream *s, struct members *m)
{
	for (;;) {
		struct tc_str b = tc_stream_peek(s->below, CHUNK);
		size_t n = find_start(m->codec, b);
		bool found = n < b.n;
		if (is_cut_start(m->codec, b)) {
			s->state = TC_STREAM_CUT;
			return false;
		}
		/* the last bytes may be a beginning */
		if (!found && n > 3 && s->below->state == TC_STREAM_OPEN)
			n -= 3;
		if (n && !m->damaged && !is_zeros(tc_str(b.p, n)))
			tc_stream_mark(s, TC_MARK_JUNK, s->below->taken);
		tc_stream_skip(s->below, n);
		if (found)
			return true;
		if (s->below->state != TC_STREAM_OPEN && n == b.n)
			return false;
	}
}

static bool next_member(struct tc_stream *s, struct members *m)
{
	if (!m->begun && !read_dictionary(s, m))
		return false;
	m->begun = true;
	if (m->damaged)
		tc_stream_mark(s, TC_MARK_BAD, s->below->taken);
	if (!find_member(s, m)) {
		if (s->state == TC_STREAM_OPEN &&
		    s->below->state != TC_STREAM_END)
			tc_stream_inherit(s, s->below);
		return false;
	}
	m->damaged = false;
	tc_stream_mark(s, TC_MARK_START, s->below->taken);
	tc_inflate_begin(m->d);
	m->inside = true;
	m->head_held = true;
	return true;
}

/* n more bytes below were decoded. */
static void hold(struct tc_stream *s, struct members *m, size_t n)
{
	m->held += n;
	if (m->held <= GO_BACK)
		return;
	tc_stream_skip(s->below, m->held - GO_BACK);
	m->held = GO_BACK;
	m->head_held = false;
}

static void end_member(struct tc_stream *s, struct members *m,
		       enum tc_inflated how)
{
	m->inside = false;
	m->damaged = how == TC_INFLATED_BAD;
	if (!m->damaged)
		tc_stream_skip(s->below, m->held);
	else if (m->head_held)	/* not found again */
		tc_stream_skip(s->below, 1);
	m->held = 0;
}

/* The file ends inside a member: it is cut, or damage has hidden the end of
 * one and the beginning of the next.  True to go on with that. */
static bool end_early(struct tc_stream *s, struct members *m)
{
	struct tc_str held = tc_stream_peek(s->below, 0);
	size_t head = m->head_held;

	if (find_start(m->codec, tc_str_from(held, head)) < held.n - head) {
		end_member(s, m, TC_INFLATED_BAD);
		return true;
	}
	tc_stream_inherit(s, s->below);
	if (s->state == TC_STREAM_END)
		s->state = TC_STREAM_CUT;
	return false;
}

static size_t members_read(struct tc_stream *s, char *buf, size_t cap)
{
	struct members *m = s->ctx;

	for (;;) {
		if (!m->inside && !next_member(s, m))
			return 0;
		struct tc_str in = tc_str_from(
			tc_stream_peek(s->below, m->held + 1), m->held);
		size_t had = in.n, made = 0;
		enum tc_inflated how = tc_inflate_run(m->d, &in, buf, cap,
						      &made);
		if (had && in.n == had && !made && how == TC_INFLATED_MORE)
			how = TC_INFLATED_BAD;	/* it would stand still */
		hold(s, m, had - in.n);
		if (how != TC_INFLATED_MORE)
			end_member(s, m, how);
		if (made)
			return made;
		if (!had && m->inside && !end_early(s, m))
			return 0;
	}
}

static void members_close(struct tc_stream *s)
{
	struct members *m = s->ctx;

	tc_inflate_free(m->d);
	free(m);
}

static struct tc_stream *open_members(enum tc_codec codec,
				      struct tc_stream *below)
{
	static const struct tc_stream_ops ops = {
		.read = members_read, .close = members_close,
	};
	struct members *m = tc_zalloc(sizeof *m);

	m->codec = codec;
	m->d = tc_inflate_new(codec);
	return tc_stream_new(&ops, m, below);
}

static struct tc_stream *peel_one(struct tc_stream *s)
{
	struct tc_str head = tc_stream_peek(s, 16);

	if (tc_inflate_starts(TC_GZIP, head))
		return open_members(TC_GZIP, s);
	if (tc_inflate_starts(TC_ZSTD, head))
		return open_members(TC_ZSTD, s);
	if (tc_unpack_is_filter(head))
		return tc_unpack_filter(s);
	return NULL;
}

struct tc_stream *tc_peel(struct tc_stream *s)
{
	for (int depth = 0;; depth++) {
		struct tc_stream *inner = peel_one(s);
		if (!inner)
			return s;
		s = inner;
		if (depth == TC_PEEL_MAX) {
			tc_stream_close(s);
			return NULL;
		}
	}
}

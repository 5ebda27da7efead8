/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/stream.h"

#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK ((size_t)64 * 1024)

struct tc_stream *tc_stream_new(const struct tc_stream_ops *ops, void *ctx,
				struct tc_stream *below)
{
	struct tc_stream *s = tc_zalloc(sizeof *s);

	s->ops = ops;
	s->ctx = ctx;
	s->below = below;
	s->below_from = below ? below->taken : 0;
	return s;
}

void tc_stream_close(struct tc_stream *s)
{
	while (s) {
		struct tc_stream *below = s->below;
		s->ops->close(s);
		tc_buf_release(&s->buf);
		free(s->marks);
		free(s);
		s = below;
	}
}

/* ---- a file ---- */

static int fd_of(const struct tc_stream *s)
{
	return (int)(intptr_t)s->ctx;
}

static size_t file_read(struct tc_stream *s, char *buf, size_t n)
{
	ssize_t got;

	do
		got = read(fd_of(s), buf, n);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		tc_stream_break(s, "%s", strerrordesc_np(errno));
	return got < 0 ? 0 : (size_t)got;
}

static bool file_seek(struct tc_stream *s, uint64_t to)
{
	return to <= INT64_MAX &&
	       lseek(fd_of(s), (off_t)to, SEEK_SET) == (off_t)to;
}

static void file_close(struct tc_stream *s)
{
	close(fd_of(s));
}

struct tc_stream *tc_stream_open_file(const char *path)
{
	static const struct tc_stream_ops ops = {
		.read = file_read, .seek = file_seek, .close = file_close,
	};
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat st;

	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
		close(fd);
		errno = EINVAL;
		return NULL;
	}
	struct tc_stream *s = tc_stream_new(&ops, (void *)(intptr_t)fd, NULL);
	s->size = (uint64_t)st.st_size;
	return s;
}

/* ---- the lookahead ---- */

static uint64_t made(const struct tc_stream *s)
{
	return s->taken + (s->buf.n - s->start);
}

static void check_ratio(struct tc_stream *s)
{
	if (!s->below)
		return;
	uint64_t from = s->below->taken > s->below_from ?
			s->below->taken - s->below_from : 0;
	if (s->read_bytes > TC_STREAM_MAX ||
	    (s->read_bytes > TC_STREAM_RATIO_FROM &&
	     s->read_bytes / TC_STREAM_RATIO > from))
		s->state = TC_STREAM_BOMB;
}

/* Moves the lookahead to the front when that pays: half of the buffer at
 * least has been passed, so that each byte moves once or twice. */
static void compact(struct tc_stream *s)
{
	size_t n = s->buf.n - s->start;

	if (!s->start || s->start < n)
		return;
	memmove(s->buf.p, s->buf.p + s->start, n);
	s->buf.n = n;
	s->start = 0;
}

static bool fill(struct tc_stream *s)
{
	if (s->state != TC_STREAM_OPEN)
		return false;
	compact(s);
	tc_buf_reserve(&s->buf, CHUNK);
	size_t n = s->ops->read(s, s->buf.p + s->buf.n, CHUNK);
	if (!n && s->state == TC_STREAM_OPEN)
		s->state = TC_STREAM_END;
	s->buf.n += n;
	s->read_bytes += n;
	check_ratio(s);
	return n > 0;
}

struct tc_str tc_stream_peek(struct tc_stream *s, size_t n)
{
	while (s->buf.n - s->start < n && fill(s))
		;
	return tc_str_from(tc_buf_str(&s->buf), s->start);
}

static void pass_marks(struct tc_stream *s)
{
	size_t i = 0;

	for (; i < s->mark_count && s->marks[i].pos <= s->taken; i++)
		if (s->marks[i].kind == TC_MARK_START)
			s->member = s->marks[i];
	/* a mark of damage counts until its place has been passed */
	while (i && s->marks[i - 1].pos == s->taken)
		i--;
	s->mark_count -= i;
	if (i)
		memmove(s->marks, s->marks + i,
			s->mark_count * sizeof *s->marks);
}

void tc_stream_skip(struct tc_stream *s, size_t n)
{
	tc_assert(n <= s->buf.n - s->start);
	s->start += n;
	s->taken += n;
	if (s->start == s->buf.n) {
		s->start = 0;
		tc_buf_clear(&s->buf);
	}
	pass_marks(s);
}

bool tc_stream_seek(struct tc_stream *s, uint64_t to)
{
	if (!s->ops->seek || !s->ops->seek(s, to))
		return false;
	tc_buf_clear(&s->buf);
	s->start = 0;
	s->taken = to;
	s->state = TC_STREAM_OPEN;
	return true;
}

/* ---- states and places ---- */

void tc_stream_break(struct tc_stream *s, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(s->why, sizeof s->why, fmt, ap);
	va_end(ap);
	s->state = TC_STREAM_BROKEN;
}

void tc_stream_inherit(struct tc_stream *s, const struct tc_stream *below)
{
	s->state = below->state;
	memcpy(s->why, below->why, sizeof s->why);
}

void tc_stream_mark(struct tc_stream *s, enum tc_mark_kind kind, uint64_t at)
{
	const struct tc_mark mark = { .pos = made(s), .at = at, .kind = kind };
	struct tc_mark *last = s->mark_count ?
			       &s->marks[s->mark_count - 1] : NULL;

	s->members = true;
	s->damaged |= kind == TC_MARK_BAD;
	if (last && last->kind == kind && last->pos == mark.pos) {
		last->at = at;
	} else if (s->mark_count < TC_STREAM_MARKS) {
		s->marks = tc_grow(s->marks, s->mark_count, &s->mark_cap,
				   sizeof *s->marks);
		s->marks[s->mark_count++] = mark;
	} else if (kind != TC_MARK_START) {
		*last = mark;	/* a start may be forgotten, damage not */
	}
}

void tc_stream_place(const struct tc_stream *s, size_t ahead,
		     struct tc_buf *out)
{
	struct tc_mark member = s->member;
	uint64_t pos = s->taken + ahead;

	for (size_t i = 0; i < s->mark_count && s->marks[i].pos <= pos; i++)
		if (s->marks[i].kind == TC_MARK_START)
			member = s->marks[i];
	if (!s->members) {
		tc_buf_printf(out, "%llu", (unsigned long long)pos);
		return;
	}
	tc_buf_printf(out, "%llu", (unsigned long long)member.at);
	if (pos > member.pos)
		tc_buf_printf(out, "+%llu",
			      (unsigned long long)(pos - member.pos));
}

int tc_stream_check(const struct tc_stream *s, struct tc_error *err)
{
	switch (s->state) {
	case TC_STREAM_CUT:
		return tc_fail(err, TC_E_INPUT, "the file ends too early");
	case TC_STREAM_BROKEN:
		return tc_fail(err, TC_E_INPUT, "%s", s->why);
	case TC_STREAM_BOMB:
		return tc_fail(err, TC_E_INPUT, "decompresses to more than "
			       "%d times its size", TC_STREAM_RATIO);
	default:
		if (!s->damaged || s->heeds_marks)
			return 0;
		return tc_fail(err, TC_E_INPUT, "its bytes are damaged");
	}
}

void tc_stream_said(struct tc_stream *s)
{
	s->state = TC_STREAM_END;
	s->damaged = false;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/record.h"

#include "base/mem.h"
#include "import/record-head.h"

#include <stdlib.h>

#define WINDOW ((size_t)64 * 1024)
/* So much is looked at to tell whether a record begins: an ARC line. */
#define START_MAX ((size_t)8 * 1024)
#define NOWHERE SIZE_MAX

struct tc_records {
	struct tc_stream *s;
	const struct tc_record_format *format;
	struct tc_buf head, place;
	size_t pending;		/* of the lookahead, for the last record */
	bool lost;		/* told of damage: the next record is sought */
	bool ended;
	uint64_t told;		/* damage between members: 1 + its place */
};

static bool begins(struct tc_stream *s, const struct tc_record_format *f)
{
	return f->starts(tc_stream_peek(s, START_MAX));
}

bool tc_records_is_warc(struct tc_stream *s)
{
	return begins(s, &tc_record_warc);
}

bool tc_records_is_arc(struct tc_stream *s)
{
	return tc_str_starts(tc_stream_peek(s, START_MAX),
			     TC_STR("filedesc://")) &&
	       begins(s, &tc_record_arc);
}

struct tc_records *tc_records_open(struct tc_stream *s, bool arc)
{
	struct tc_records *w = tc_zalloc(sizeof *w);

	w->s = s;
	s->heeds_marks = true;
	w->format = arc ? &tc_record_arc : &tc_record_warc;
	return w;
}

void tc_records_close(struct tc_records *w)
{
	if (!w)
		return;
	tc_buf_release(&w->head);
	tc_buf_release(&w->place);
	free(w);
}

/* ---- where records begin ---- */

/* The first member in [from, end) of the lookahead that begins with a
 * record. */
static size_t member_start(const struct tc_records *w, struct tc_str view,
			   size_t from, size_t end)
{
	for (size_t i = 0; i < w->s->mark_count; i++) {
		const struct tc_mark *m = &w->s->marks[i];
		uint64_t at = m->pos - w->s->taken;
		if (at >= end || at >= view.n)
			break;
		if (m->kind == TC_MARK_START && at >= from &&
		    w->format->starts(tc_str_from(view, (size_t)at)))
			return (size_t)at;
	}
	return NOWHERE;
}

/* The first line that a record begins with, behind a line feed at or behind
 * `from`. */
static size_t line_start(const struct tc_records *w, struct tc_str view,
			 size_t from)
{
	while (from < view.n) {
		const char *nl = memchr(view.p + from, '\n', view.n - from);
		if (!nl)
			break;
		from = (size_t)(nl - view.p) + 1;
		if (w->format->starts(tc_str_from(view, from)))
			return from;
	}
	return NOWHERE;
}

static size_t next_start(const struct tc_records *w, struct tc_str view,
			 size_t from)
{
	size_t line = line_start(w, view, from);
	size_t member = member_start(w, view, from + 1, line);

	return member < line ? member : line;
}

/* Moves to the next record; false when there is none. */
static bool seek_record(struct tc_records *w)
{
	for (;;) {
		struct tc_str view = tc_stream_peek(w->s, WINDOW);
		bool last = view.n < WINDOW;
		if (w->format->starts(view))
			return true;
		size_t at = next_start(w, view, 0);
		/* what stands at the edge is seen whole in the next round */
		if (at != NOWHERE && (last || at + START_MAX <= view.n)) {
			tc_stream_skip(w->s, at);
			return true;
		}
		tc_stream_skip(w->s, last ? view.n : view.n - START_MAX - 1);
		if (last)
			return false;
	}
}

/* ---- damage ---- */

static int broken(struct tc_records *w, struct tc_record *r, size_t pending,
		  const char *why)
{
	*r = (struct tc_record){ .state = TC_RECORD_BROKEN, .why = why,
				 .place = tc_buf_str(&w->place) };
	w->pending = pending;
	w->lost = true;
	return 1;
}

/* Damage in the members that the lookahead up to `end` comes from: where;
 * NOWHERE if there is none.  A member that is bad from its first byte holds
 * nothing of the record. */
static size_t damage(const struct tc_records *w, size_t content_end,
		     size_t end)
{
	const uint64_t taken = w->s->taken;
	uint64_t member = 0;

	for (size_t i = 0; i < w->s->mark_count; i++) {
		const struct tc_mark *m = &w->s->marks[i];
		if (m->pos > taken + end)
			break;
		if (m->kind == TC_MARK_START)
			member = m->pos;
		else if (m->pos > taken &&
			 (m->kind == TC_MARK_BAD ? m->pos > member :
			  m->pos < taken + content_end))
			return (size_t)(m->pos - taken);
	}
	return NOWHERE;
}

/* Damage between records, where the lookahead begins: told of once. */
static bool is_damaged_here(struct tc_records *w)
{
	const uint64_t taken = w->s->taken;

	if (w->told == taken + 1)
		return false;
	for (size_t i = 0; i < w->s->mark_count; i++) {
		const struct tc_mark *m = &w->s->marks[i];
		if (m->pos > taken)
			break;
		bool apart = m->kind == TC_MARK_JUNK ||
			     (m->kind == TC_MARK_BAD && i &&
			      w->s->marks[i - 1].kind == TC_MARK_START);
		if (!apart)
			continue;
		w->told = taken + 1;
		tc_buf_clear(&w->place);
		tc_buf_printf(&w->place, "%llu", (unsigned long long)
			      (m->kind == TC_MARK_JUNK ? m->at :
			       w->s->marks[i - 1].at));
		return true;
	}
	return false;
}

static int cut(struct tc_records *w, struct tc_error *err)
{
	w->ended = true;
	w->pending = 0;
	if (w->s->state == TC_STREAM_BOMB)
		return 0;
	if (w->s->state == TC_STREAM_BROKEN)
		return tc_fail(err, TC_E_INPUT, "cannot be read on in the "
			       "record at byte %s: %s", w->place.p, w->s->why);
	return tc_fail(err, TC_E_INPUT, "ends inside the record at byte %s; "
		       "everything before it was read", w->place.p);
}

/* ---- one record ---- */

/* The header, copied: looking at the content moves the lookahead.  Its
 * length; 0 when its end is not in reach. */
static size_t read_head(struct tc_records *w)
{
	struct tc_str view;
	size_t n = 0;

	for (size_t want = 4096; want <= TC_RECORD_HEAD_MAX; want *= 2) {
		view = tc_stream_peek(w->s, want);
		n = w->format->head(view);
		if (n || view.n < want)
			break;
	}
	tc_buf_clear(&w->head);
	if (n && n <= TC_RECORD_HEAD_MAX)
		tc_buf_add(&w->head, view.p, n);
	return w->head.n;
}

/* Passes over content that is too large to hold; where another record begins
 * in it the length was a lie. */
static int pass_over(struct tc_records *w, struct tc_record *r,
		     struct tc_error *err)
{
	uint64_t left = r->length;

	tc_stream_skip(w->s, w->head.n);
	while (left) {
		struct tc_str view = tc_stream_peek(w->s, WINDOW);
		bool last = view.n < WINDOW;
		if (left < view.n)
			view.n = (size_t)left;
		size_t at = next_start(w, view, 0);
		if (at != NOWHERE)
			return broken(w, r, at, "its length is a lie");
		if (last && view.n < left)
			return cut(w, err);
		size_t n = view.n == left ? view.n : view.n - START_MAX;
		tc_stream_skip(w->s, n);
		left -= n;
	}
	r->state = TC_RECORD_TOO_LARGE;
	return 1;
}

static size_t blanks_at(struct tc_str view, size_t at)
{
	size_t n = 0;

	while (at + n < view.n && (view.p[at + n] == '\r' ||
				   view.p[at + n] == '\n'))
		n++;
	return n;
}

static bool is_member_start(const struct tc_records *w, size_t ahead)
{
	const uint64_t pos = w->s->taken + ahead;

	for (size_t i = 0; i < w->s->mark_count && w->s->marks[i].pos <= pos;
	     i++)
		if (w->s->marks[i].kind == TC_MARK_START &&
		    w->s->marks[i].pos == pos)
			return true;
	return false;
}

/* What shows that a record is not what its header says: 1 and *r when there
 * is something, 0 when there is nothing. */
static int doubt(struct tc_records *w, struct tc_record *r,
		 struct tc_str view, size_t whole)
{
	size_t behind = whole + blanks_at(view, whole);
	size_t lie = member_start(w, view, 1, whole);
	size_t bad = damage(w, whole, behind);

	if (bad != NOWHERE && bad <= lie)
		return broken(w, r, bad, "its bytes are damaged");
	if (lie != NOWHERE)
		return broken(w, r, lie, "its length is a lie");
	struct tc_str rest = tc_str_from(view, behind);
	if (!rest.n || is_member_start(w, behind) || w->format->starts(rest) ||
	    (view.n < whole + START_MAX && w->format->may_start(rest)))
		return 0;
	/* the line feed before a record may be the last byte of the header */
	lie = next_start(w, view.n < behind + START_MAX ? view :
			 tc_str(view.p, behind + START_MAX), w->head.n - 1);
	return broken(w, r, lie < whole ? lie : whole,
		      "no record follows where its length ends");
}

static int read_content(struct tc_records *w, struct tc_record *r,
			struct tc_error *err)
{
	size_t head = w->head.n, whole = head + (size_t)r->length;
	struct tc_str view = tc_stream_peek(w->s, whole + START_MAX);

	if (view.n < whole) {
		size_t bad = damage(w, view.n, view.n);
		size_t at = next_start(w, view, head - 1);
		if (bad < at)
			return broken(w, r, bad, "its bytes are damaged");
		return at == NOWHERE ? cut(w, err) :
				       broken(w, r, at, "its length is a lie");
	}
	if (doubt(w, r, view, whole))
		return 1;
	r->content = tc_str(view.p + head, (size_t)r->length);
	w->pending = whole;
	return 1;
}

static int read_record(struct tc_records *w, struct tc_record *r,
		       struct tc_error *err)
{
	*r = (struct tc_record){ .place = tc_buf_str(&w->place) };
	size_t head = read_head(w);
	struct tc_str view = tc_stream_peek(w->s, head ? head :
					    TC_RECORD_HEAD_MAX);
	size_t seen = head ? head : view.n;
	size_t bad = damage(w, seen, seen);
	size_t next = member_start(w, view, 1, seen);
	if (bad != NOWHERE || next != NOWHERE)
		return broken(w, r, bad < next ? bad : next,
			      "its header is damaged");
	if (!head && view.n < TC_RECORD_HEAD_MAX)
		return cut(w, err);
	if (!head)
		return broken(w, r, TC_RECORD_HEAD_MAX,
			      "its header does not end");
	if (!w->format->parse(tc_buf_str(&w->head), r))
		return broken(w, r, w->head.n, "its header gives no length");
	w->lost = false;
	return r->length > TC_RECORD_MAX ? pass_over(w, r, err) :
					   read_content(w, r, err);
}

static void skip_blanks(struct tc_records *w)
{
	size_t n;

	do {
		struct tc_str view = tc_stream_peek(w->s, 1);
		n = blanks_at(view, 0);
		tc_stream_skip(w->s, n);
	} while (n);
}

static void name_place(struct tc_records *w)
{
	tc_buf_clear(&w->place);
	tc_stream_place(w->s, 0, &w->place);
}

int tc_records_next(struct tc_records *w, struct tc_record *r,
		    struct tc_error *err)
{
	if (w->ended)
		return 0;
	tc_stream_skip(w->s, w->pending);
	w->pending = 0;
	skip_blanks(w);
	struct tc_str view = tc_stream_peek(w->s, START_MAX);
	if (is_damaged_here(w))
		return broken(w, r, 0, "no record but other bytes");
	name_place(w);
	if (!view.n)
		return 0;
	if (w->format->starts(view))
		return read_record(w, r, err);
	if (view.n < START_MAX && w->format->may_start(view))
		return cut(w, err);
	if (!w->lost)
		return broken(w, r, 0, "no record but other bytes");
	if (!seek_record(w))
		return 0;
	name_place(w);
	return read_record(w, r, err);
}

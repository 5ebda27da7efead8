/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/document.h"

#include "base/varint.h"
#include "fact/date.h"
#include "index/cluster.h"
#include "index/counted.h"
#include "index/line-marks.h"
#include "index/sources.h"
#include "text/wordtext.h"

#include <endian.h>
#include <stdio.h>

enum { FORM = 1 };

/* ---- making ---- */

struct tc_str tc_digest_text(const uint8_t digest[32], char out[33])
{
	for (int i = 0; i < 16; i++)
		snprintf(out + 2 * i, 3, "%02x", digest[i]);
	return tc_str(out, 32);
}

struct tc_str tc_source_key(struct tc_str source, struct tc_buf *buf)
{
	enum { KEEP = 200 };

	tc_buf_clear(buf);
	if (source.n > KEEP) {
		uint64_t h = 14695981039346656037u;	/* FNV-1a */
		for (size_t i = 0; i < source.n; i++)
			h = (h ^ (unsigned char)source.p[i]) * 1099511628211u;
		tc_buf_printf(buf, "%016llx", (unsigned long long)h);
		source = tc_str_from(source, source.n - KEEP);
	}
	tc_buf_addstr(buf, source);
	return tc_buf_str(buf);
}

/* A term to be sorted: most of it is told by the first eight bytes, as a
 * number of the same order. */
struct order {
	uint64_t head;
	const struct tc_term *term;
};

static uint64_t head_of(struct tc_str term)
{
	uint64_t head = 0;

	memcpy(&head, term.p, term.n < sizeof head ? term.n : sizeof head);
	return be64toh(head);
}

/* Merges v[i..mid) and v[mid..end) into out[i..end): by sums, not by a branch
 * that nobody can foretell, but where heads are equal. */
static void merge(const struct order *v, size_t i, size_t mid, size_t end,
		  struct order *out)
{
	size_t j = mid, at = i;

	while (i < mid && j < end) {
		size_t second = v[j].head < v[i].head;
		if (v[j].head == v[i].head)
			second = tc_str_cmp(v[j].term->term,
					    v[i].term->term) < 0;
		out[at++] = v[i + (j - i) * second];
		i += 1 - second;
		j += second;
	}
	memcpy(out + at, v + i, (mid - i) * sizeof *v);
	memcpy(out + at + (mid - i), v + j, (end - j) * sizeof *v);
}

/* Sorts v by runs of twice the length, back and forth between v and `other`;
 * where they ended up.  qsort() took three times as long, a twentieth of all
 * that is done to make a document. */
static struct order *sort(struct order *v, struct order *other, size_t n)
{
	for (size_t run = 1; run < n; run *= 2) {
		for (size_t i = 0; i < n; i += 2 * run) {
			size_t mid = i + run < n ? i + run : n;
			size_t end = mid + run < n ? mid + run : n;
			merge(v, i, mid, end, other);
		}
		struct order *sorted = other;
		other = v;
		v = sorted;
	}
	return v;
}

/* The terms of a table, sorted. */
static void take_terms(struct tc_document *d, const struct tc_terms *t)
{
	TC_SCOPED_FREE struct order *room = tc_alloc(2 * t->n * sizeof *room);
	size_t n = 0;

	for (size_t i = 0; i < t->cap; i++)
		if (t->v[i].term.p)
			room[n++] = (struct order){ head_of(t->v[i].term),
						    &t->v[i] };
	const struct order *v = sort(room, room + n, n);
	d->terms = tc_arena_room(t->arena, n * sizeof *d->terms);
	for (size_t i = 0; i < n; i++)
		d->terms[i] = *v[i].term;
	d->term_count = n;
}

static void set_value(struct tc_document *d, enum tc_slot slot,
		      struct tc_str value, struct tc_arena *arena)
{
	d->values[slot] = tc_arena_str(arena, value);
}

static void set_date(struct tc_document *d, struct tc_date date,
		     struct tc_arena *arena)
{
	if (!tc_date_known(date))
		return;
	unsigned month = date.month ? date.month : date.quarter * 3u;
	d->values[TC_SLOT_DATE] = tc_arena_printf(
		arena, "%04u%02u%02u%s", (unsigned)date.year, month, date.day,
		date.quarter && !date.month ? "q" : "");
}

static void set_counted(struct tc_document *d, const struct tc_article *a,
			struct tc_arena *arena)
{
	TC_SCOPED_BUF value = { 0 };

	tc_counted_put(a, &value);
	set_value(d, TC_SLOT_COUNTED, tc_buf_str(&value), arena);
}

/* By which its near-duplicates are found: of the body, since titles are what
 * others change. */
static void set_sketch(struct tc_document *d, const struct tc_article *a,
		       const struct tc_tokens *tokens, struct tc_arena *arena)
{
	TC_SCOPED_BUF value = { 0 };
	struct tc_sketch sketch;
	size_t body = 0;

	while (body < tokens->n && tokens->v[body].off < a->title_len)
		body++;
	size_t n = tokens->n - body;
	TC_SCOPED_FREE uint64_t *shingles = tc_alloc(n * sizeof *shingles);
	n = tc_shingles_hash(tokens->v + body, n, shingles);
	if (!tc_sketch_make(shingles, n, &sketch))
		return;
	tc_sketch_put(&sketch, &value);
	set_value(d, TC_SLOT_SKETCH, tc_buf_str(&value), arena);
}

void tc_document_lines(const struct tc_article *a, struct tc_arena *arena,
		       struct tc_buf *out)
{
	struct tc_learn_lines lines;

	tc_learn_lines(a, arena, &lines);
	tc_line_marks_put(&lines, out);
}

static void set_lines(struct tc_document *d, const struct tc_article *a,
		      struct tc_arena *arena)
{
	TC_SCOPED_BUF value = { 0 };

	tc_document_lines(a, arena, &value);
	set_value(d, TC_SLOT_LINES, tc_buf_str(&value), arena);
}

/* What phrases and the second look are read from, and most of the text; the
 * rest of it goes into the record. */
static void set_text(struct tc_document *d, const struct tc_record *record,
		     const struct tc_tokens *tokens, struct tc_arena *arena)
{
	TC_SCOPED_BUF row = { 0 }, rest = { 0 }, data = { 0 };
	const struct tc_str text = record->article.text;
	struct tc_record r = *record;

	tc_wordrow_put(text, tokens, &row);
	set_value(d, TC_SLOT_WORDS, tc_buf_str(&row), arena);
	tc_wordtext_put(text, tokens, tc_wordrow_codes(tc_buf_str(&row)),
			&rest);
	r.rest = tc_buf_str(&rest);
	tc_record_write(&r, &data);
	d->data = tc_arena_str(arena, tc_buf_str(&data));
}

void tc_document_terms(struct tc_terms *terms, const struct tc_record *r,
		       const struct tc_tokens *tokens)
{
	TC_SCOPED_BUF key = { 0 };
	char hex[33];

	tc_terms_of_article(terms, &r->article, tokens);
	tc_terms_add(terms, TC_F_CONTENT,
		     tc_digest_text(r->article.content, hex), 0);
	for (size_t i = 0; i < r->source_count; i++)
		tc_terms_add(terms, TC_F_SOURCE,
			     tc_source_key(r->sources[i], &key), 0);
}

void tc_document_of_record(const struct tc_record *r, struct tc_str states,
			   const struct tc_tokens *tokens,
			   struct tc_arena *arena, struct tc_document *out)
{
	const struct tc_article *a = &r->article;
	struct tc_terms terms = { .arena = arena };
	char hex[33];

	*out = (struct tc_document){
		.source = r->source_count ? r->sources[0] : a->capture.source,
		.id = tc_arena_str(arena, tc_str0(a->id)),
		.content = tc_arena_str(arena, tc_digest_text(a->content,
							      hex)),
	};
	tc_document_terms(&terms, r, tokens);
	take_terms(out, &terms);
	out->values[TC_SLOT_ID] = out->id;
	set_value(out, TC_SLOT_SOURCES, states, arena);
	set_date(out, a->published.date, arena);
	set_counted(out, a, arena);
	set_sketch(out, a, tokens, arena);
	set_lines(out, a, arena);
	set_text(out, r, tokens, arena);
}

void tc_document_of_article(const struct tc_article *a,
			    const struct tc_tokens *tokens,
			    struct tc_arena *arena, struct tc_document *out)
{
	struct tc_str source = a->capture.source;
	struct tc_record r = { .article = *a, .sources = &source,
			       .source_count = 1 };
	TC_SCOPED_BUF states = { 0 };

	tc_source_state_put(&states, &a->capture);
	tc_document_of_record(&r, tc_buf_str(&states), tokens, arena, out);
	out->source = tc_arena_str(arena, source);
}

/* ---- packing ---- */

static void put_bytes(struct tc_buf *out, struct tc_str s)
{
	tc_varint_put(out, s.n);
	tc_buf_addstr(out, s);
}

static void put_terms(const struct tc_document *d, struct tc_buf *out)
{
	struct tc_str last = { 0 };

	tc_buf_addc(out, 'T');
	tc_varint_put(out, d->term_count);
	for (size_t i = 0; i < d->term_count; i++) {
		struct tc_str term = d->terms[i].term;
		size_t shared = 0;
		while (shared < last.n && shared < term.n &&
		       last.p[shared] == term.p[shared])
			shared++;
		tc_varint_put(out, shared);
		put_bytes(out, tc_str_from(term, shared));
		tc_varint_put(out, d->terms[i].wdf);
		last = term;
	}
}

void tc_document_write(const struct tc_document *d, struct tc_buf *out)
{
	tc_buf_addc(out, FORM);
	tc_buf_addc(out, 'K');
	put_bytes(out, d->source);
	put_bytes(out, d->id);
	put_bytes(out, d->content);
	tc_buf_addc(out, 'D');
	put_bytes(out, d->data);
	for (int slot = 0; slot < TC_SLOT_COUNT; slot++) {
		if (!d->values[slot].n)
			continue;
		tc_buf_addc(out, 'V');
		tc_varint_put(out, (uint64_t)slot);
		put_bytes(out, d->values[slot]);
	}
	put_terms(d, out);
}

/* ---- unpacking ---- */

struct reader {
	struct tc_str rest;
	bool bad;
};

static uint64_t get_number(struct reader *in)
{
	uint64_t n = 0;

	if (!tc_varint_get(&in->rest, &n))
		in->bad = true;
	return n;
}

static struct tc_str get_bytes(struct reader *in, uint64_t n)
{
	if (in->bad || n > in->rest.n) {
		in->bad = true;
		return (struct tc_str){ 0 };
	}
	struct tc_str s = tc_str(in->rest.p, (size_t)n);
	in->rest = tc_str_from(in->rest, (size_t)n);
	return s;
}

static struct tc_str get_string(struct reader *in)
{
	return get_bytes(in, get_number(in));
}

static int get_tag(struct reader *in)
{
	struct tc_str tag = get_bytes(in, 1);

	return tag.n ? (unsigned char)*tag.p : -1;
}

static void get_terms(struct reader *in, struct tc_arena *arena,
		      struct tc_document *out)
{
	uint64_t count = get_number(in);
	struct tc_str last = { 0 };

	/* a term takes three bytes at least */
	if (in->bad || count > in->rest.n / 3) {
		in->bad = true;
		return;
	}
	out->terms = tc_arena_alloc(arena, (size_t)count * sizeof *out->terms);
	for (uint64_t i = 0; i < count; i++) {
		uint64_t shared = get_number(in);
		struct tc_str tail = get_string(in);
		uint64_t wdf = get_number(in);
		if (in->bad || shared > last.n ||
		    shared + tail.n > TC_TERM_MAX || wdf > UINT32_MAX) {
			in->bad = true;
			return;
		}
		char *p = tc_arena_alloc(arena, shared + tail.n);
		if (shared)
			memcpy(p, last.p, shared);
		if (tail.n)
			memcpy(p + shared, tail.p, tail.n);
		last = tc_str(p, shared + tail.n);
		out->terms[i] = (struct tc_term){ .term = last,
						  .wdf = (uint32_t)wdf };
	}
	out->term_count = (size_t)count;
}

static void get_value(struct reader *in, struct tc_document *out)
{
	uint64_t slot = get_number(in);
	struct tc_str value = get_string(in);

	if (slot < TC_SLOT_COUNT)
		out->values[slot] = value;
	else
		in->bad = true;
}

static void get_key(struct reader *in, struct tc_document *out)
{
	out->source = get_string(in);
	out->id = get_string(in);
	out->content = get_string(in);
}

int tc_document_peek(struct tc_str bytes, struct tc_document *out,
		     struct tc_error *err)
{
	struct reader in = { .rest = bytes };

	*out = (struct tc_document){ 0 };
	if (get_tag(&in) != FORM || get_tag(&in) != 'K')
		in.bad = true;
	get_key(&in, out);
	if (get_tag(&in) != 'D')
		in.bad = true;
	get_string(&in);
	if (get_tag(&in) == 'V')	/* the first one */
		get_value(&in, out);
	if (in.bad)
		return tc_fail(err, TC_E_DAMAGED,
			       "a packed document breaks its form");
	return 0;
}

int tc_document_read(struct tc_str bytes, struct tc_arena *arena,
		     struct tc_document *out, struct tc_error *err)
{
	struct reader in = { .rest = bytes };

	*out = (struct tc_document){ 0 };
	if (get_tag(&in) != FORM)
		in.bad = true;
	while (!in.bad && in.rest.n) {
		switch (get_tag(&in)) {
		case 'K':
			get_key(&in, out);
			break;
		case 'D':
			out->data = get_string(&in);
			break;
		case 'V':
			get_value(&in, out);
			break;
		case 'T':
			get_terms(&in, arena, out);
			break;
		default:
			in.bad = true;
		}
	}
	if (in.bad || !out->id.n || !out->data.n)
		return tc_fail(err, TC_E_DAMAGED,
			       "a packed document breaks its form at byte %zu",
			       bytes.n - in.rest.n);
	return 0;
}

int tc_document_to_xapian(const struct tc_document *d, struct tc_xdoc **out,
			  struct tc_error *err)
{
	*out = tc_xdoc_new();
	if (tc_xdoc_add_all(*out, d->terms, d->term_count, err) != 0 ||
	    tc_xdoc_set_data(*out, d->data, err) != 0)
		return -1;
	for (uint32_t slot = 0; slot < TC_SLOT_COUNT; slot++)
		if (d->values[slot].n &&
		    tc_xdoc_set_value(*out, slot, d->values[slot], err) != 0)
			return -1;
	return 0;
}

int tc_document_make(const struct tc_record *r, struct tc_str states,
		     const struct tc_tokens *tokens, struct tc_xdoc **out,
		     struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_document d;

	tc_document_of_record(r, states, tokens, &arena, &d);
	return tc_document_to_xapian(&d, out, err);
}

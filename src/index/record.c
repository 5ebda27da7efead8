/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/record.h"

#include "base/varint.h"
#include "fact/unit.h"
#include "index/record-tag.h"
#include "index/record-text.h"
#include "index/schema.h"
#include "index/xap.h"

#include <inttypes.h>

/* ---- writing ---- */

static void put_bytes(struct tc_buf *out, enum tag tag, struct tc_str s)
{
	if (!s.n)
		return;
	tc_buf_addc(out, (char)tag);
	tc_varint_put(out, s.n);
	tc_buf_addstr(out, s);
}

/* Zero is what a reader assumes for a field that is not there. */
static void put_uint(struct tc_buf *out, enum tag tag, uint64_t n)
{
	TC_SCOPED_BUF digits = { 0 };

	if (!n)
		return;
	tc_varint_put(&digits, n);
	put_bytes(out, tag, tc_buf_str(&digits));
}

static void put_cstr(struct tc_buf *out, enum tag tag, const char *s)
{
	put_bytes(out, tag, tc_str0(s));
}

static void put_date(struct tc_buf *out, enum tag tag, struct tc_date d)
{
	put_uint(out, tag, (uint64_t)(uint16_t)d.year << 24 |
				   (uint64_t)d.quarter << 16 |
				   (uint64_t)d.month << 8 | d.day);
}

static void put_confidence(struct tc_buf *out, float confidence)
{
	put_uint(out, T_CONFIDENCE, (uint64_t)(confidence * 1000 + .5f));
}

/* Where a fact is, and what stands there, unless the text tells. */
static void put_span(struct tc_buf *out, const struct tc_record *r,
		     uint32_t start, uint32_t end, struct tc_str printed)
{
	const struct tc_str text = r->article.text;

	put_uint(out, T_START, start);
	put_uint(out, T_LENGTH, end - start);
	if (!r->rest.n || end > text.n ||
	    !tc_str_eq(printed, tc_str(text.p + start, end - start)))
		put_bytes(out, T_PRINTED, printed);
}

static void put_number(struct tc_buf *out, const struct tc_record *r,
		       const struct tc_number *n)
{
	put_span(out, r, n->start, n->end, n->printed);
	put_bytes(out, T_CANONICAL, n->canonical);
	put_bytes(out, T_DOC_ID, n->id);
	put_bytes(out, T_PLENUM, n->plenum);
	put_bytes(out, T_DIGITS, n->number);
	put_bytes(out, T_YEAR, n->year);
	put_bytes(out, T_TYPE, n->type);
	put_bytes(out, T_ISSUER, n->issuer);
	put_bytes(out, T_ISSUER_UNIT, n->issuer_unit);
	put_uint(out, T_SYSTEM, n->system);
	put_date(out, T_DATE, n->date);
	put_uint(out, T_CONFLICT, n->conflict);
	put_confidence(out, n->confidence);
	put_cstr(out, T_RULE, n->rule);
}

static void put_mention(struct tc_buf *out, const struct tc_record *r,
			const struct tc_date_mention *d)
{
	put_span(out, r, d->start, d->end, d->printed);
	put_date(out, T_DATE, d->from);
	put_date(out, T_DATE_TO, d->to);
	put_uint(out, T_ROLE, d->role);
	put_uint(out, T_INFERRED, d->inferred);
	put_uint(out, T_CONFLICT, d->conflict);
	put_confidence(out, d->confidence);
	put_cstr(out, T_RULE, d->rule);
}

static void put_unit(struct tc_buf *out, const struct tc_record *r,
		     const struct tc_unit *u)
{
	put_span(out, r, u->start, u->end, u->printed);
	put_bytes(out, T_CANONICAL, u->canonical);
	put_cstr(out, T_KIND, u->kind);
	for (size_t i = 0; i < u->parent_count; i++)
		put_bytes(out, T_PARENT, u->parents[i]);
	put_bytes(out, T_TODAY, u->today);
	put_uint(out, T_ROLE, u->role);
	put_confidence(out, u->confidence);
	put_cstr(out, T_RULE, u->rule);
}

/* The date is read from them again when the rules change. */
static void put_hint(struct tc_buf *out, const struct tc_hint *h)
{
	put_uint(out, T_ROLE, h->kind);
	put_bytes(out, T_PRINTED, h->value);
}

static void put_published(struct tc_buf *out, const struct tc_published *p)
{
	put_date(out, T_DATE, p->date);
	put_uint(out, T_BASIS, p->basis);
	put_uint(out, T_INFERRED, p->inferred);
	put_cstr(out, T_RULE, p->rule);
}

static void put_cut(struct tc_buf *out, const struct tc_cut *c)
{
	put_uint(out, T_LINE, c->line);
	put_bytes(out, T_PRINTED, c->text);
}

static void put_group(struct tc_buf *out, enum tag tag, struct tc_buf *group)
{
	put_bytes(out, tag, tc_buf_str(group));
	tc_buf_clear(group);
}

/* Of the bytes before the field: a bit that rots may break no form. */
static struct tc_str check_of(const char *p, size_t n, uint8_t check[2])
{
	uint64_t sum = tc_str_sum(tc_str(p, n));

	check[0] = (uint8_t)(sum >> 56);
	check[1] = (uint8_t)(sum >> 48);
	return tc_str((const char *)check, 2);
}

void tc_record_write(const struct tc_record *r, struct tc_buf *out)
{
	const struct tc_article *a = &r->article;
	const size_t start = out->n;
	TC_SCOPED_BUF group = { 0 };
	uint8_t check[2];

	tc_buf_addc(out, TC_RECORD_FORM);
	put_cstr(out, T_ID, a->id);
	for (size_t i = 0; i < r->source_count; i++)
		put_bytes(out, T_SOURCE, r->sources[i]);
	put_bytes(out, T_URL, a->url);
	put_bytes(out, T_SITE, a->site);
	put_bytes(out, T_LANGUAGE, a->language);
	put_bytes(out, T_SECTION, a->section);
	put_bytes(out, T_BYLINE, a->byline);
	put_bytes(out, T_CREDIT, a->credit);
	put_uint(out, T_TITLE_LEN, a->title_len);
	put_uint(out, T_FETCHED, a->capture.fetched_ns > 0 ?
			  (uint64_t)a->capture.fetched_ns : 0);
	put_published(&group, &a->published);
	put_group(out, T_PUBLISHED, &group);
	for (size_t i = 0; i < a->hint_count; i++) {
		put_hint(&group, &a->hints[i]);
		put_group(out, T_HINT, &group);
	}
	for (size_t i = 0; i < a->number_count; i++) {
		put_number(&group, r, &a->numbers[i]);
		put_group(out, T_NUMBER, &group);
	}
	for (size_t i = 0; i < a->date_count; i++) {
		put_mention(&group, r, &a->dates[i]);
		put_group(out, T_DATE_MENTION, &group);
	}
	for (size_t i = 0; i < a->unit_count; i++) {
		put_unit(&group, r, &a->units[i]);
		put_group(out, T_UNIT, &group);
	}
	for (size_t i = 0; i < a->cut_count; i++) {
		put_cut(&group, &a->cuts[i]);
		put_group(out, T_CUT, &group);
	}
	put_bytes(out, T_CONTENT, tc_str((const char *)a->content,
					 sizeof a->content));
	if (r->rest.n)
		put_bytes(out, T_REST, r->rest);
	else
		put_bytes(out, T_TEXT, a->text);
	put_bytes(out, T_CHECK, check_of(out->p + start, out->n - start,
					 check));
}

/* ---- reading ---- */

/* 1 and the next field, 0 at the end, -1 where the form breaks. */
static int next_field(struct tc_str *in, unsigned *tag, struct tc_str *value)
{
	uint64_t n;

	if (!in->n)
		return 0;
	*tag = (unsigned char)*in->p;
	*in = tc_str_from(*in, 1);
	if (!tc_varint_get(in, &n) || n > in->n)
		return -1;
	*value = tc_str(in->p, (size_t)n);
	*in = tc_str_from(*in, (size_t)n);
	return 1;
}

static uint64_t as_uint(struct tc_str v)
{
	uint64_t n;

	return tc_varint_get(&v, &n) ? n : 0;
}

static uint64_t as_uint_below(struct tc_str v, uint64_t limit)
{
	uint64_t n = as_uint(v);

	return n < limit ? n : 0;
}

static struct tc_date as_date(struct tc_str v)
{
	uint64_t n = as_uint(v);

	return (struct tc_date){ .year = (int16_t)(n >> 24),
				 .quarter = (uint8_t)(n >> 16),
				 .month = (uint8_t)(n >> 8),
				 .day = (uint8_t)n };
}

static float as_confidence(struct tc_str v)
{
	return (float)as_uint(v) / 1000;
}

static const char *as_cstr(struct tc_str v, struct tc_arena *arena)
{
	return tc_arena_str(arena, v).p;
}

static int get_number(struct tc_str in, struct tc_arena *arena,
		      struct tc_number *n)
{
	struct tc_str v;
	unsigned tag;
	int more;

	n->rule = "";
	while ((more = next_field(&in, &tag, &v)) > 0) {
		switch (tag) {
		case T_START: n->start = (uint32_t)as_uint(v); break;
		case T_LENGTH: n->end = n->start + (uint32_t)as_uint(v); break;
		case T_PRINTED: n->printed = v; break;
		case T_CANONICAL: n->canonical = v; break;
		case T_DOC_ID: n->id = v; break;
		case T_PLENUM: n->plenum = v; break;
		case T_DIGITS: n->number = v; break;
		case T_YEAR: n->year = v; break;
		case T_TYPE: n->type = v; break;
		case T_ISSUER: n->issuer = v; break;
		case T_ISSUER_UNIT: n->issuer_unit = v; break;
		case T_SYSTEM:
			n->system = (enum tc_system)as_uint_below(
				v, TC_SYSTEM_OTHER + 1);
			break;
		case T_DATE: n->date = as_date(v); break;
		case T_CONFLICT: n->conflict = as_uint(v) != 0; break;
		case T_CONFIDENCE: n->confidence = as_confidence(v); break;
		case T_RULE: n->rule = as_cstr(v, arena); break;
		}
	}
	return more;
}

static int get_mention(struct tc_str in, struct tc_arena *arena,
		       struct tc_date_mention *d)
{
	struct tc_str v;
	unsigned tag;
	int more;

	d->rule = "";
	while ((more = next_field(&in, &tag, &v)) > 0) {
		switch (tag) {
		case T_START: d->start = (uint32_t)as_uint(v); break;
		case T_LENGTH: d->end = d->start + (uint32_t)as_uint(v); break;
		case T_PRINTED: d->printed = v; break;
		case T_DATE: d->from = as_date(v); break;
		case T_DATE_TO: d->to = as_date(v); break;
		case T_ROLE:
			d->role = (enum tc_role)as_uint_below(v, TC_ROLE_COUNT);
			break;
		case T_INFERRED: d->inferred = as_uint(v) != 0; break;
		case T_CONFLICT: d->conflict = as_uint(v) != 0; break;
		case T_CONFIDENCE: d->confidence = as_confidence(v); break;
		case T_RULE: d->rule = as_cstr(v, arena); break;
		}
	}
	return more;
}

/* One that a later version has added stays as it is. */
static const char *kind_of(struct tc_str v, struct tc_arena *arena)
{
	const char *kind = tc_unit_kind_find(v);

	return kind ? kind : as_cstr(v, arena);
}

static int get_unit(struct tc_str in, struct tc_arena *arena,
		    struct tc_unit *u)
{
	struct tc_str v;
	unsigned tag;
	size_t cap = 0;
	int more;

	u->rule = u->kind = "";
	while ((more = next_field(&in, &tag, &v)) > 0) {
		switch (tag) {
		case T_START: u->start = (uint32_t)as_uint(v); break;
		case T_LENGTH: u->end = u->start + (uint32_t)as_uint(v); break;
		case T_PRINTED: u->printed = v; break;
		case T_CANONICAL: u->canonical = v; break;
		case T_KIND: u->kind = kind_of(v, arena); break;
		case T_TODAY: u->today = v; break;
		case T_PARENT:
			u->parents = tc_arena_grow(arena, u->parents,
						   u->parent_count, &cap,
						   sizeof *u->parents);
			u->parents[u->parent_count++] = v;
			break;
		case T_ROLE:
			u->role = (enum tc_unit_role)as_uint_below(
				v, TC_UNIT_MENTION + 1);
			break;
		case T_CONFIDENCE: u->confidence = as_confidence(v); break;
		case T_RULE: u->rule = as_cstr(v, arena); break;
		}
	}
	return more;
}

static int get_published(struct tc_str in, struct tc_arena *arena,
			 struct tc_published *p)
{
	struct tc_str v;
	unsigned tag;
	int more;

	while ((more = next_field(&in, &tag, &v)) > 0) {
		switch (tag) {
		case T_DATE: p->date = as_date(v); break;
		case T_BASIS:
			p->basis = (enum tc_basis)as_uint_below(v,
								TC_BASIS_COUNT);
			break;
		case T_INFERRED: p->inferred = as_uint(v) != 0; break;
		case T_RULE: p->rule = as_cstr(v, arena); break;
		}
	}
	return more;
}

static int get_hint(struct tc_str in, struct tc_hint *h)
{
	struct tc_str v;
	unsigned tag;
	int more;

	while ((more = next_field(&in, &tag, &v)) > 0) {
		if (tag == T_ROLE)
			h->kind = (enum tc_hint_kind)as_uint_below(
				v, TC_HINT_CLOCK + 1);
		else if (tag == T_PRINTED)
			h->value = v;
	}
	return more;
}

static int get_cut(struct tc_str in, struct tc_cut *c)
{
	struct tc_str v;
	unsigned tag;
	int more;

	while ((more = next_field(&in, &tag, &v)) > 0) {
		if (tag == T_LINE)
			c->line = (uint32_t)as_uint(v);
		else if (tag == T_PRINTED)
			c->text = v;
	}
	return more;
}

/* The growing arrays of one reading. */
struct reader {
	struct tc_arena *arena;
	struct tc_record *r;
	size_t sources_cap, numbers_cap, dates_cap, units_cap, cuts_cap,
		hints_cap;
};

static int get_fact(struct reader *in, unsigned tag, struct tc_str v)
{
	struct tc_article *a = &in->r->article;

	switch (tag) {
	case T_NUMBER:
		a->numbers = tc_arena_grow(in->arena, a->numbers,
					   a->number_count, &in->numbers_cap,
					   sizeof *a->numbers);
		return get_number(v, in->arena,
				  &a->numbers[a->number_count++]);
	case T_DATE_MENTION:
		a->dates = tc_arena_grow(in->arena, a->dates, a->date_count,
					 &in->dates_cap, sizeof *a->dates);
		return get_mention(v, in->arena, &a->dates[a->date_count++]);
	case T_UNIT:
		a->units = tc_arena_grow(in->arena, a->units, a->unit_count,
					 &in->units_cap, sizeof *a->units);
		return get_unit(v, in->arena, &a->units[a->unit_count++]);
	case T_HINT:
		a->hints = tc_arena_grow(in->arena, a->hints, a->hint_count,
					 &in->hints_cap, sizeof *a->hints);
		return get_hint(v, &a->hints[a->hint_count++]);
	case T_CUT:
		a->cuts = tc_arena_grow(in->arena, a->cuts, a->cut_count,
					&in->cuts_cap, sizeof *a->cuts);
		return get_cut(v, &a->cuts[a->cut_count++]);
	case T_PUBLISHED:
		return get_published(v, in->arena, &a->published);
	}
	return 0;
}

static void get_plain(struct reader *in, unsigned tag, struct tc_str v)
{
	struct tc_record *r = in->r;
	struct tc_article *a = &r->article;

	switch (tag) {
	case T_ID:
		if (v.n == sizeof a->id - 1)
			memcpy(a->id, v.p, v.n);
		break;
	case T_SOURCE:
		r->sources = tc_arena_grow(in->arena, r->sources,
					   r->source_count, &in->sources_cap,
					   sizeof *r->sources);
		r->sources[r->source_count++] = v;
		break;
	case T_URL: a->url = v; break;
	case T_SITE: a->site = v; break;
	case T_LANGUAGE: a->language = v; break;
	case T_SECTION: a->section = v; break;
	case T_BYLINE: a->byline = v; break;
	case T_CREDIT: a->credit = v; break;
	case T_TITLE_LEN: a->title_len = (uint32_t)as_uint(v); break;
	case T_FETCHED: a->capture.fetched_ns = (int64_t)as_uint(v); break;
	case T_CONTENT:
		if (v.n == sizeof a->content)
			memcpy(a->content, v.p, v.n);
		break;
	case T_TEXT: a->text = v; break;
	case T_REST: r->rest = v; break;
	}
}

/* A span that left the text would be followed by highlights: refuse it. */
static bool spans_fit(const struct tc_article *a)
{
	size_t n = a->text.n;

	if (a->title_len > n)
		return false;
	for (size_t i = 0; i < a->number_count; i++)
		if (a->numbers[i].start > a->numbers[i].end ||
		    a->numbers[i].end > n)
			return false;
	for (size_t i = 0; i < a->date_count; i++)
		if (a->dates[i].start > a->dates[i].end ||
		    a->dates[i].end > n)
			return false;
	for (size_t i = 0; i < a->unit_count; i++)
		if (a->units[i].start > a->units[i].end ||
		    a->units[i].end > n)
			return false;
	return true;
}

static int read_record(struct tc_str bytes, struct tc_str row,
		       struct tc_arena *arena, struct tc_record *r,
		       const struct tc_record_words *w, struct tc_error *err)
{
	struct reader in = { .arena = arena, .r = r };
	struct tc_str rest = bytes, v;
	const char *at;
	uint8_t check[2];
	unsigned tag;
	int more;

	*r = (struct tc_record){ 0 };
	r->article.published.rule = "";
	if (!rest.n || *rest.p != TC_RECORD_FORM)
		return tc_fail(err, TC_E_DAMAGED,
			       "a stored article has an unknown form");
	rest = tc_str_from(rest, 1);
	while (at = rest.p, (more = next_field(&rest, &tag, &v)) > 0) {
		get_plain(&in, tag, v);
		if (get_fact(&in, tag, v) < 0)
			break;
		if (tag == T_CHECK &&
		    !tc_str_eq(v, check_of(bytes.p, (size_t)(at - bytes.p),
					   check)))
			return tc_fail(err, TC_E_DAMAGED,
				       "a stored article is damaged");
	}
	if (r->rest.n &&
	    tc_record_read_text(row, arena, r, w, err) != 0)
		return -1;
	if (rest.n || more < 0 || !spans_fit(&r->article))
		return tc_fail(err, TC_E_DAMAGED,
			       "a stored article is broken at byte %zu",
			       bytes.n - rest.n);
	if (r->rest.n)
		tc_record_fill_spans(&r->article);
	if (r->source_count)
		r->article.capture.source = r->sources[0];
	return 0;
}

int tc_record_read(struct tc_str bytes, struct tc_str row,
		   struct tc_arena *arena, struct tc_record *r,
		   struct tc_error *err)
{
	return read_record(bytes, row, arena, r, NULL, err);
}

static int load(struct tc_xdb *db, uint32_t docid, struct tc_arena *arena,
		struct tc_record *r, const struct tc_record_words *w,
		struct tc_error *err)
{
	TC_SCOPED_BUF data = { 0 }, row = { 0 };

	if (tc_xdb_stored(db, docid, &data, TC_SLOT_WORDS, &row, err) != 0)
		return -1;
	return read_record(tc_arena_str(arena, tc_buf_str(&data)),
			   tc_buf_str(&row), arena, r, w, err);
}

int tc_record_load(struct tc_xdb *db, uint32_t docid, struct tc_arena *arena,
		   struct tc_record *r, struct tc_error *err)
{
	return load(db, docid, arena, r, NULL, err);
}

int tc_record_load_outline(struct tc_xdb *db, uint32_t docid,
			   struct tc_arena *arena, struct tc_record *r,
			   struct tc_arena *scratch,
			   const struct tc_wanted *wanted,
			   struct tc_outline *out, struct tc_error *err)
{
	const struct tc_record_words w = { wanted, out, scratch };

	*out = (struct tc_outline){ .arena = scratch };
	if (load(db, docid, arena, r, &w, err) != 0)
		return -1;
	if (!r->rest.n)
		tc_tokenize(r->article.text, scratch, &out->tokens);
	if (!out->at)
		tc_record_outline_all(&r->article, out);
	return 0;
}

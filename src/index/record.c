/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/record.h"

#include "base/varint.h"
#include "fact/unit.h"
#include "index/record-tag.h"
#include "index/record-text.h"
#include "index/schema.h"
#include "index/xap.h"

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
		    !tc_str_eq(v, tc_record_check(
					  tc_str(bytes.p,
						 (size_t)(at - bytes.p)),
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

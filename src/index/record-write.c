/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/record.h"

#include "base/varint.h"
#include "index/record-tag.h"

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

struct tc_str tc_record_check(struct tc_str before, uint8_t check[2])
{
	uint64_t sum = tc_str_sum(before);

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
	put_bytes(out, T_CHECK,
		  tc_record_check(tc_str(out->p + start, out->n - start),
				  check));
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/document.h"

#include "fact/date.h"
#include "index/cluster.h"
#include "index/schema.h"
#include "index/terms.h"

#include <stdio.h>
#include <stdlib.h>

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

static int by_bytes(const void *a, const void *b)
{
	const struct tc_term *x = a, *y = b;

	return tc_str_cmp(x->term, y->term);
}

/* Packs the table and hands its terms over in order. */
static int add_terms(struct tc_xdoc *doc, struct tc_terms *t,
		     struct tc_error *err)
{
	size_t n = 0;

	for (size_t i = 0; i < t->cap; i++)
		if (t->v[i].term.p)
			t->v[n++] = t->v[i];
	qsort(t->v, n, sizeof *t->v, by_bytes);
	for (size_t i = 0; i < n; i++)
		if (tc_xdoc_add(doc, t->v[i].term, t->v[i].wdf, err) != 0)
			return -1;
	return 0;
}

/* Adds a string to a value for counting (schema.h), once. */
static void pack(struct tc_buf *value, struct tc_str s)
{
	if (!s.n || s.n > 255)
		return;
	for (size_t at = 0; at < value->n;) {
		size_t n = (unsigned char)value->p[at];
		if (tc_str_eq(tc_str(value->p + at + 1, n), s))
			return;
		at += 1 + n;
	}
	tc_buf_addc(value, (char)s.n);
	tc_buf_addstr(value, s);
}

static int set_value(struct tc_xdoc *doc, enum tc_slot slot,
		     struct tc_buf *value, struct tc_error *err)
{
	int bad = tc_xdoc_set_value(doc, slot, tc_buf_str(value), err);

	tc_buf_clear(value);
	return bad;
}

static int set_date(struct tc_xdoc *doc, struct tc_date d,
		    struct tc_error *err)
{
	char key[32];

	if (!tc_date_known(d))
		return 0;
	unsigned month = d.month ? d.month : d.quarter ? d.quarter * 3u : 0;
	snprintf(key, sizeof key, "%04u%02u%02u%s", (unsigned)d.year, month,
		 d.day, d.quarter && !d.month ? "q" : "");
	return tc_xdoc_set_value(doc, TC_SLOT_DATE, tc_str0(key), err);
}

static int set_counted(struct tc_xdoc *doc, const struct tc_article *a,
		       struct tc_error *err)
{
	TC_SCOPED_BUF numbers = { 0 }, types = { 0 }, issuers = { 0 };
	TC_SCOPED_BUF units = { 0 }, site = { 0 }, year = { 0 };
	char text[TC_DATE_MAX];

	for (size_t i = 0; i < a->number_count; i++) {
		pack(&numbers, a->numbers[i].canonical);
		pack(&types, a->numbers[i].type);
		pack(&issuers, a->numbers[i].issuer);
	}
	for (size_t i = 0; i < a->unit_count; i++)
		pack(&units, a->units[i].canonical);
	pack(&site, a->site);
	if (tc_date_known(a->published.date))
		pack(&year, tc_str0(tc_date_print((struct tc_date){
			.year = a->published.date.year }, text)));
	if (tc_xdoc_set_value(doc, TC_SLOT_ID, tc_str0(a->id), err) != 0 ||
	    set_value(doc, TC_SLOT_NUMBERS, &numbers, err) != 0 ||
	    set_value(doc, TC_SLOT_TYPES, &types, err) != 0 ||
	    set_value(doc, TC_SLOT_ISSUERS, &issuers, err) != 0 ||
	    set_value(doc, TC_SLOT_UNITS, &units, err) != 0 ||
	    set_value(doc, TC_SLOT_YEAR, &year, err) != 0 ||
	    set_value(doc, TC_SLOT_SITE, &site, err) != 0)
		return -1;
	return 0;
}

/* By which its near-duplicates are found: of the body, since titles are what
 * others change. */
static int set_sketch(struct tc_xdoc *doc, const struct tc_article *a,
		      const struct tc_tokens *tokens, struct tc_error *err)
{
	TC_SCOPED_BUF value = { 0 };
	struct tc_sketch sketch;
	size_t body = 0;

	while (body < tokens->n && tokens->v[body].off < a->title_len)
		body++;
	size_t n = tokens->n - body;
	TC_SCOPED_FREE uint64_t *shingles = tc_alloc(n * sizeof *shingles);
	n = tc_shingles(tokens->v + body, n, shingles);
	if (!tc_sketch_make(shingles, n, &sketch))
		return 0;
	tc_sketch_put(&sketch, &value);
	return tc_xdoc_set_value(doc, TC_SLOT_SKETCH, tc_buf_str(&value), err);
}

static void add_sources(struct tc_terms *terms, const struct tc_record *r)
{
	TC_SCOPED_BUF key = { 0 };

	for (size_t i = 0; i < r->source_count; i++)
		tc_terms_add(terms, TC_F_SOURCE,
			     tc_source_key(r->sources[i], &key), 0);
}

void tc_document_terms(struct tc_terms *terms, const struct tc_record *r,
		       const struct tc_tokens *tokens)
{
	char hex[33];

	tc_terms_of_article(terms, &r->article, tokens);
	tc_terms_add(terms, TC_F_CONTENT,
		     tc_digest_text(r->article.content, hex), 0);
	add_sources(terms, r);
}

int tc_document_make(const struct tc_record *r, struct tc_str states,
		     const struct tc_tokens *tokens, struct tc_xdoc **out,
		     struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF data = { 0 };
	struct tc_terms terms = { .arena = &arena };
	struct tc_xdoc *doc = *out = tc_xdoc_new();

	tc_document_terms(&terms, r, tokens);
	tc_record_write(r, &data);
	if (add_terms(doc, &terms, err) != 0 ||
	    set_date(doc, r->article.published.date, err) != 0 ||
	    set_counted(doc, &r->article, err) != 0 ||
	    set_sketch(doc, &r->article, tokens, err) != 0 ||
	    tc_xdoc_set_value(doc, TC_SLOT_SOURCES, states, err) != 0 ||
	    tc_xdoc_set_data(doc, tc_buf_str(&data), err) != 0)
		return -1;
	return 0;
}

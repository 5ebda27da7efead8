/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/terms.h"

#include "fact/date.h"
#include "fact/docnum.h"
#include "index/xap.h"
#include "text/utf8.h"
#include "text/wordrow.h"

static bool is_term(const struct tc_term *e, const char *prefix,
		    size_t prefix_n, struct tc_str text)
{
	return e->term.n == prefix_n + text.n &&
	       memcmp(e->term.p, prefix, prefix_n) == 0 &&
	       memcmp(e->term.p + prefix_n, text.p, text.n) == 0;
}

static void make_room(struct tc_terms *t)
{
	if (t->n * 2 < t->cap)
		return;
	size_t cap = t->cap ? t->cap * 2 : 1024;
	struct tc_term *v = tc_arena_alloc(t->arena, cap * sizeof *v);
	for (size_t i = 0; i < t->cap; i++) {
		if (!t->v[i].term.p)
			continue;
		size_t at = t->v[i].hash & (cap - 1);
		while (v[at].term.p)
			at = (at + 1) & (cap - 1);
		v[at] = t->v[i];
	}
	t->v = v;
	t->cap = cap;
}

void tc_terms_add(struct tc_terms *t, enum tc_field field, struct tc_str text,
		  uint32_t wdf)
{
	const char *prefix = tc_schema[field].prefix;
	size_t prefix_n = strlen(prefix);

	if (!text.n)
		return;
	if (prefix_n + text.n > TC_TERM_MAX)
		text.n = tc_utf8_floor(text, TC_TERM_MAX - prefix_n);
	make_room(t);
	uint32_t hash = tc_str_hash(text, (uint32_t)field);
	size_t at = hash & (t->cap - 1);
	while (t->v[at].term.p &&
	       !(t->v[at].hash == hash &&
		 is_term(&t->v[at], prefix, prefix_n, text)))
		at = (at + 1) & (t->cap - 1);
	struct tc_term *e = &t->v[at];
	if (!e->term.p) {
		char *p = tc_arena_alloc(t->arena, prefix_n + text.n);
		memcpy(p, prefix, prefix_n);
		memcpy(p + prefix_n, text.p, text.n);
		*e = (struct tc_term){ .term = tc_str(p, prefix_n + text.n),
				       .hash = hash };
		t->n++;
	}
	e->wdf += wdf;
}

static void add_pair(struct tc_terms *t, enum tc_field field,
		     struct tc_str a, struct tc_str b, uint32_t wdf)
{
	char pair[2 * TC_TOKEN_MAX + 1];

	memcpy(pair, a.p, a.n);
	pair[a.n] = ' ';
	memcpy(pair + a.n + 1, b.p, b.n);
	tc_terms_add(t, field, tc_str(pair, a.n + 1 + b.n), wdf);
}

static void add_words(struct tc_terms *t, const struct tc_article *a,
		      const struct tc_tokens *tokens)
{
	for (size_t i = 0; i < tokens->n; i++) {
		const struct tc_token *k = &tokens->v[i];
		const bool differs = k->exact.p != k->bare.p;
		char key[TC_SYLLABLE_MAX];
		struct tc_str exact = k->exact;

		if (differs && tc_wordcode_token_key(k, key, &exact.n))
			exact.p = key;
		tc_terms_add(t, TC_F_TEXT, k->bare, 1);
		if (differs)
			tc_terms_add(t, TC_F_TEXT, exact, 1);
		if (k->off >= a->title_len)
			continue;
		tc_terms_add(t, TC_F_TITLE, k->bare, 1);
		if (differs)
			tc_terms_add(t, TC_F_TITLE, exact, 1);
	}
}

/* Which part of a number goes where; a document is found by all of them, and
 * ranked by its symbol alone. */
static const struct {
	enum tc_docnum_key key;
	enum tc_field field;
	uint32_t wdf;
} number_terms[] = {
	{ TC_KEY_CANONICAL, TC_F_NUMBER, 1 },
	{ TC_KEY_DATED, TC_F_NUMBER, 0 },
	{ TC_KEY_MONTH, TC_F_NUMBER, 0 },
	{ TC_KEY_YEAR, TC_F_NUMBER, 0 },
	{ TC_KEY_TERM, TC_F_NUMBER, 0 },
	{ TC_KEY_SHORT, TC_F_NUMBER_SHORT, 1 },
	{ TC_KEY_NUMBER, TC_F_NUMBER_DIGITS, 0 },
	{ TC_KEY_TYPE, TC_F_TYPE, 0 },
	{ TC_KEY_ISSUER, TC_F_ISSUER, 0 },
};

static void add_number(struct tc_terms *t, const struct tc_number *n)
{
	TC_SCOPED_BUF key = { 0 };

	for (size_t i = 0; i < sizeof number_terms / sizeof *number_terms;
	     i++)
		if (tc_docnum_key(n, number_terms[i].key, &key))
			tc_terms_add(t, number_terms[i].field,
				     tc_buf_str(&key), number_terms[i].wdf);
	tc_terms_add(t, TC_F_NUMBER, n->plenum, 1);
}

void tc_terms_of_date(struct tc_date d, bool event, tc_date_term_fn *each,
		      void *ctx)
{
	static const enum tc_field fields[2][4] = {
		{ TC_F_YEAR, TC_F_QUARTER, TC_F_MONTH, TC_F_DAY },
		{ TC_F_EVENT_YEAR, TC_F_EVENT_QUARTER, TC_F_EVENT_MONTH,
		  TC_F_EVENT_DAY },
	};
	const enum tc_field *f = fields[event];
	char text[TC_DATE_MAX];

	if (!tc_date_known(d))
		return;
	tc_date_print((struct tc_date){ .year = d.year }, text);
	each(ctx, f[0], tc_str0(text));
	if (d.quarter) {
		tc_date_print(d, text);
		each(ctx, f[1], tc_str0(text));
	}
	if (d.month) {
		tc_date_print((struct tc_date){ .year = d.year,
						.month = d.month }, text);
		each(ctx, f[2], tc_str0(text));
	}
	if (d.day) {
		tc_date_print(d, text);
		each(ctx, f[3], tc_str0(text));
	}
}

static void add_date_term(void *ctx, enum tc_field field, struct tc_str text)
{
	tc_terms_add(ctx, field, text, 0);
}

/* Several days are each of them, as far as anyone would ask for. */
static void add_event(struct tc_terms *t, const struct tc_date_mention *d)
{
	enum { DAYS_MAX = 62 };
	bool days = d->from.day && d->to.day && tc_date_known(d->from) &&
		    tc_date_known(d->to);

	if (!days) {
		tc_terms_of_date(d->from, true, add_date_term, t);
		tc_terms_of_date(d->to, true, add_date_term, t);
		return;
	}
	int64_t first = tc_date_days(d->from), last = tc_date_days(d->to);
	for (int64_t day = first; day <= last && day < first + DAYS_MAX; day++)
		tc_terms_of_date(tc_date_from_days(day), true, add_date_term,
				 t);
}

static void add_name(struct tc_terms *t, enum tc_field field,
		     struct tc_str name)
{
	struct tc_tokens k;

	tc_tokenize(name, t->arena, &k);
	for (size_t i = 0; i < k.n; i++) {
		tc_terms_add(t, field, k.v[i].bare, 0);
		if (k.v[i].exact.p != k.v[i].bare.p)
			tc_terms_add(t, field, k.v[i].exact, 0);
		if (i)
			add_pair(t, field, k.v[i - 1].bare, k.v[i].bare,
				 0);
	}
}

static bool same_names(const struct tc_unit *a, const struct tc_unit *b)
{
	if (!tc_str_eq(a->canonical, b->canonical) ||
	    !tc_str_eq(a->today, b->today) || strcmp(a->kind, b->kind) != 0 ||
	    a->parent_count != b->parent_count)
		return false;
	for (size_t i = 0; i < a->parent_count; i++)
		if (!tc_str_eq(a->parents[i], b->parents[i]))
			return false;
	return true;
}

/* An article names its units again and again, and has their terms already. */
#define UNITS_BACK 32

static void add_unit(struct tc_terms *t, const struct tc_unit *units, size_t i)
{
	const struct tc_unit *const u = &units[i];
	bool named = false, printed = false;

	for (size_t k = i > UNITS_BACK ? i - UNITS_BACK : 0; k < i; k++) {
		named = named || same_names(&units[k], u);
		printed = printed || tc_str_eq(units[k].printed, u->printed);
	}
	if (!printed)
		add_name(t, TC_F_UNIT, u->printed);
	if (named)
		return;
	add_name(t, TC_F_UNIT, u->canonical);
	for (size_t p = 0; p < u->parent_count; p++)
		add_name(t, TC_F_UNIT, u->parents[p]);
	add_name(t, TC_F_UNIT_TODAY, u->today);
	tc_terms_add(t, TC_F_UNIT_KIND, tc_str0(u->kind), 0);
}

void tc_terms_of_article(struct tc_terms *t, const struct tc_article *a,
			 const struct tc_tokens *tokens)
{
	add_words(t, a, tokens);
	tc_terms_add(t, TC_F_ID, tc_str0(a->id), 0);
	tc_terms_add(t, TC_F_HOST, a->site, 0);
	tc_terms_add(t, TC_F_LANGUAGE, a->language, 0);
	if (tc_date_known(a->published.date))
		tc_terms_of_date(a->published.date, false, add_date_term, t);
	else
		tc_terms_add(t, TC_F_YEAR, TC_STR("none"), 0);
	for (size_t i = 0; i < a->number_count; i++)
		add_number(t, &a->numbers[i]);
	for (size_t i = 0; i < a->date_count; i++)
		if (a->dates[i].role == TC_ROLE_EVENT)
			add_event(t, &a->dates[i]);
	for (size_t i = 0; i < a->unit_count; i++)
		add_unit(t, a->units, i);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/cites.h"

#include "fact/date.h"
#include "fact/docnum.h"
#include "query/facet.h"
#include "query/lex.h"
#include "query/number.h"
#include "query/number-dates.h"
#include "query/period.h"
#include "text/normalize.h"
#include "text/utf8.h"

#include <stdlib.h>

static void note_date(void *ctx, struct tc_str slot)
{
	struct tc_cites *c = ctx;
	struct tc_date d = tc_period_date(slot);

	if (d.year && (!c->first.year ||
		       tc_date_first(d) < tc_date_first(c->first)))
		c->first = d;
}

static void recount(void *ctx)
{
	struct tc_cites *c = ctx;

	c->first = (struct tc_date){ 0 };
}

static const struct tc_node *find_number(const struct tc_node *n)
{
	if (!n || n->kind == TC_NODE_NUMBER)
		return n;
	for (size_t i = 0; i < n->kid_count; i++) {
		const struct tc_node *found = find_number(n->kids[i]);
		if (found)
			return found;
	}
	return NULL;
}

/* ---- the number, and conditions behind it ---- */

static bool is_condition(struct tc_str word)
{
	struct tc_str name;

	while (word.n && strchr("-+(", *word.p))
		word = tc_str_from(word, 1);
	tc_str_split(&word, ':', &name);
	return word.p && tc_query_field_find(name);
}

/* Where they begin: with the first word behind another that names a field. */
static size_t number_length(struct tc_str text)
{
	size_t at = 0, end;

	if (tc_utf8_valid(text) < text.n)
		return text.n;	/* and what is no text is no number */
	for (; at < text.n; at = end + 1) {
		for (end = at; end < text.n && !tc_lex_is_blank(text.p[end]);)
			end++;
		if (at && is_condition(tc_str(text.p + at, end - at)))
			return at - 1;
	}
	return text.n;
}

static int check_number(struct tc_str number, struct tc_error *err)
{
	if (!number.n)
		return tc_fail(err, TC_E_USAGE,
			       "cites: which document? give its number, such "
			       "as 21-NQ/TW");
	if (tc_lex_has_quote(number))
		return tc_fail(err, TC_E_QUERY,
			       "cites: give the number alone, without "
			       "quotation marks");
	if (memchr(number.p, '*', number.n))
		return tc_fail(err, TC_E_USAGE,
			       "cites: '%.*s' stands for many documents; "
			       "'tracuu facets --facets=number QUERY' counts "
			       "them", TC_ARG(number));
	return 0;
}

/* They have to parse by themselves, where they stand: the number before them
 * is blank, so that columns are those of what was typed. */
static int check_conditions(const struct tc_query_names *names,
			    struct tc_str number,
			    struct tc_str conditions, struct tc_arena *arena,
			    struct tc_error *err)
{
	TC_SCOPED_BUF before = { 0 }, text = { 0 };
	struct tc_node *ignored;

	if (!conditions.n)
		return 0;
	tc_normalize(tc_str(number.p, (size_t)(conditions.p - number.p)),
		     &before);
	tc_buf_printf(&text, "%*s", (int)tc_utf8_count(tc_buf_str(&before)),
		      "");
	tc_buf_addstr(&text, conditions);
	return tc_query_parse_with(names, tc_buf_str(&text), arena, &ignored,
				   err);
}

/* so:"NUMBER" (CONDITIONS): whatever stands in the number is one value. */
static struct tc_str query_of(struct tc_str number, struct tc_str conditions,
			      struct tc_arena *arena)
{
	if (!conditions.n)
		return tc_arena_printf(arena, "so:\"%.*s\"", TC_ARG(number));
	return tc_arena_printf(arena, "so:\"%.*s\" (%.*s)", TC_ARG(number),
			       TC_ARG(conditions));
}

/* ---- what was counted ---- */

static bool is_asked(const struct tc_node *asked, struct tc_str number)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_number cited;
	struct tc_str at;

	return asked && tc_docnum_parse(number, false, &arena, &cited, &at) &&
	       tc_number_is_asked(asked, &cited);
}

bool tc_cites_asks(const struct tc_cites *c, const struct tc_number *mention)
{
	return c->asked && tc_number_is_meant(c->asked, mention);
}

static void keep_others(struct tc_facet_list *list,
			const struct tc_node *asked)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->n; i++)
		if (!is_asked(asked, list->v[i].value))
			list->v[kept++] = list->v[i];
	list->n = kept;
}

static int by_value(const void *a, const void *b)
{
	const struct tc_facet_value *x = a, *y = b;

	return tc_str_cmp(x->value, y->value);
}

static struct tc_str name_of(const struct tc_node *asked,
			     struct tc_arena *arena)
{
	struct tc_str canonical = asked->numbers[0].canonical;

	return asked->at.n ? tc_arena_printf(arena, "%.*s@%.*s",
					     TC_ARG(canonical),
					     TC_ARG(asked->at)) : canonical;
}

static uint32_t undated(const struct tc_cites *c)
{
	uint32_t dated = 0;

	for (size_t i = 0; i < c->by_year.n; i++)
		dated += c->by_year.v[i].count;
	return c->answer.total > dated ? c->answer.total - dated : 0;
}

static void settle(struct tc_cites *c, struct tc_arena *arena)
{
	struct tc_facet_list *facets = c->answer.facets;
	const struct tc_node *asked = find_number(c->answer.root);

	c->asked = asked && asked->number_count ? asked : NULL;
	c->number = c->asked ? name_of(asked, arena) : c->query;
	c->by_year = facets[TC_FACET_YEAR];
	c->by_unit = facets[TC_FACET_UNIT];
	c->with = facets[TC_FACET_NUMBER];
	keep_others(&c->with, asked);
	c->undated = undated(c);
	/* most frequent first: the peak; then by time */
	if (c->by_year.n) {
		c->peak = c->by_year.v[0];
		qsort(c->by_year.v, c->by_year.n, sizeof *c->by_year.v,
		      by_value);
	}
}

/* ---- documents of one number ---- */

/* Those of the archive, with the whole date of each; more are of committees
 * whose numbers begin anew every year. */
#define DOCUMENTS_MAX 20

/* Years of all documents of one number. */
#define YEARS_MAX 100

struct dated {
	struct tc_cites *c;
	struct tc_arena *arena;
	size_t cap;
	struct tc_buf decided;	/* " -so:\"18-NQ/TW@2017\"" for each year */
	size_t years;
};

/* What was asked for may name the year or the term. */
static void note_date_of(void *ctx, struct tc_str id, struct tc_str date,
			 uint32_t articles)
{
	struct dated *d = ctx;
	struct tc_facet_list *list = &d->c->documents;
	struct tc_number number;
	struct tc_str at;

	if (date.n != strlen("2017-10-25") && date.n != strlen("2017"))
		return;
	if (!tc_docnum_parse(id, false, d->arena, &number, &at))
		return;
	number.id = id;
	if (!tc_cites_asks(d->c, &number))
		return;
	if (date.n == strlen("2017")) {
		if (d->years++ < YEARS_MAX)
			tc_buf_printf(&d->decided, " -so:\"%.*s\"",
				      TC_ARG(id));
		return;
	}
	list->v = tc_arena_grow(d->arena, list->v, list->n, &d->cap,
				sizeof *list->v);
	list->v[list->n++] = (struct tc_facet_value){
		tc_arena_str(d->arena, id), articles
	};
}

static void note_again(void *ctx)
{
	struct dated *d = ctx;

	d->c->documents.n = 0;
	d->years = 0;
	tc_buf_clear(&d->decided);
}

static void ignore(void *ctx, struct tc_str value)
{
	(void)ctx, (void)value;
}

static int count(struct tc_cites *c, struct tc_str query,
		 struct tc_arena *arena, uint32_t *articles,
		 struct tc_error *err)
{
	const struct tc_xcount none = { .slot = TC_SLOT_DATE,
					.each = ignore };
	struct tc_search_options o = c->o;
	struct tc_answer a;

	o.counts = &none;
	o.count_count = 1;
	if (tc_ask(c->archive, query, &o, arena, &a, err) != 0)
		return -1;
	*articles = a.total;
	c->answer.partial |= a.partial;
	tc_answer_release(&a);
	return 0;
}

static int count_undecided(struct dated *d, struct tc_error *err)
{
	struct tc_cites *const c = d->c;
	uint32_t articles = 0;

	if (!c->answer.total || c->undecided == TC_CITES_UNTOLD ||
	    c->asked->numbers[0].year.n) /* it tells itself: 30/2020/NĐ-CP */
		return 0;
	if (count(c, tc_arena_printf(d->arena, "%.*s%.*s", TC_ARG(c->query),
				     TC_ARG(tc_buf_str(&d->decided))),
		  d->arena, &articles, err) != 0)
		return -1;
	c->undecided = articles;
	return 0;
}

static int count_documents(struct dated *d, struct tc_str conditions,
			   struct tc_error *err)
{
	struct tc_facet_list *list = &d->c->documents;
	size_t kept = 0;

	tc_facet_order(list);
	if (list->n > DOCUMENTS_MAX)
		list->n = DOCUMENTS_MAX;
	for (size_t i = 0; i < list->n; i++)
		if (count(d->c, query_of(list->v[i].value, conditions,
					 d->arena), d->arena,
			  &list->v[i].count, err) != 0)
			return -1;
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i].count)
			list->v[kept++] = list->v[i];
	list->n = kept;
	tc_facet_order(list);
	return 0;
}

static int tell_apart(struct tc_cites *c, struct tc_str conditions,
		      struct tc_arena *arena, struct tc_error *err)
{
	struct dated d = { .c = c, .arena = arena };
	int status = 0;

	if (!c->asked)
		return 0;
	if (c->answer.total)
		status = tc_number_dates(tc_archive_db(c->archive), c->asked,
					 note_date_of, note_again, &d, err);
	if (!c->asked->at.n && !c->asked->short_form && d.years <= YEARS_MAX)
		c->undecided = 0;
	if (status == 0)
		status = count_documents(&d, conditions, err);
	if (status == 0)
		status = count_undecided(&d, err);
	tc_buf_release(&d.decided);
	return status;
}

/* ---- */

static int ask(struct tc_cites *c, struct tc_arena *arena,
	       struct tc_error *err)
{
	const struct tc_xcount date = { .slot = TC_SLOT_DATE,
					.each = note_date, .ctx = c };
	struct tc_search_options asked = c->o;

	asked.facets = 1u << TC_FACET_YEAR | 1u << TC_FACET_UNIT |
		       1u << TC_FACET_NUMBER;
	asked.counts = &date;
	asked.count_count = 1;
	asked.recount = recount;
	asked.recount_ctx = c;
	return tc_ask(c->archive, c->query, &asked, arena, &c->answer, err);
}

int tc_cites_make(struct tc_archive *archive, struct tc_str text,
		  const struct tc_search_options *o, struct tc_arena *arena,
		  struct tc_cites *out, struct tc_error *err)
{
	const struct tc_query_names names = { o->names,
					      tc_archive_db(archive) };

	text = tc_str_trim(text);
	const size_t n = number_length(text);
	const struct tc_str number = tc_str_trim(tc_str(text.p, n));
	const struct tc_str conditions = tc_str_trim(tc_str_from(text, n));

	*out = (struct tc_cites){ .archive = archive, .o = *o,
				  .undecided = TC_CITES_UNTOLD };
	if (check_number(number, err) != 0 ||
	    check_conditions(&names, number, conditions, arena, err) != 0)
		return -1;
	out->query = query_of(number, conditions, arena);
	out->o.offset = out->o.limit = 0;
	out->o.match = TC_MATCH_ALL;
	if (ask(out, arena, err) == 0) {
		settle(out, arena);
		if (tell_apart(out, conditions, arena, err) == 0)
			return 0;
		tc_cites_release(out);
		return -1;
	}
	/* a column would be one of the query around the number */
	if (err->code == TC_E_QUERY)
		return tc_fail(err, TC_E_QUERY,
			       "cites: '%.*s' is not understood as a document "
			       "number; write 01-KL/TW, 15/2020/NĐ-CP or "
			       "21-NQ/TW@2022, and conditions such as "
			       "ngay:2023 behind it", TC_ARG(number));
	return -1;
}

void tc_cites_release(struct tc_cites *c)
{
	tc_answer_release(&c->answer);
}

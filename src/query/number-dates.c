/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/number-dates.h"

#include "fact/date.h"
#include "fact/docnum.h"
#include "index/again.h"
#include "index/schema.h"

#define LISTED_MAX 10

struct reader {
	tc_number_date_fn *each;
	void *ctx;
};

static bool read_term(void *ctx, struct tc_str term, uint32_t articles)
{
	const struct reader *r = ctx;
	const struct tc_str id = tc_str_from(
		term, strlen(tc_schema[TC_F_NUMBER].prefix));
	struct tc_str date = id, symbol;
	struct tc_date ignored;

	tc_str_split(&date, '@', &symbol);
	if (tc_date_read(date, &ignored)) /* and no "khoaXII" */
		r->each(r->ctx, id, date, articles);
	return true;
}

int tc_number_dates(struct tc_xdb *db, const struct tc_node *number,
		    tc_number_date_fn *each, void (*again)(void *ctx),
		    void *ctx, struct tc_error *err)
{
	TC_SCOPED_BUF symbol = { 0 }, key = { 0 }, prefix = { 0 };
	struct reader r = { each, ctx };
	int tries = 0;

	for (size_t i = 0; i < number->number_count; i++) {
		tc_buf_clear(&symbol);
		tc_buf_printf(&symbol, "%.*s@", TC_ARG(tc_docnum_canonical_key(
				number->numbers[i].canonical, &key)));
		tc_schema_term(TC_F_NUMBER, tc_buf_str(&symbol), &prefix);
		if (tc_xdb_terms(db, tc_buf_str(&prefix), read_term, &r,
				 err) == 0)
			continue;
		if (!tc_xdb_again(db, &tries, err))
			return -1;
		again(ctx);
		i = SIZE_MAX;	/* from the first once more */
	}
	return 0;
}

struct list {
	struct tc_buf *out;
	char last[TC_DATE_MAX];	/* to be put if it is not said more exactly */
	size_t n;
};

static void put_last(struct list *l)
{
	if (!*l->last)
		return;
	if (l->n < LISTED_MAX)
		tc_buf_printf(l->out, "%s%s", l->n ? ", " : "", l->last);
	else if (l->n == LISTED_MAX)
		tc_buf_puts(l->out, ", ...");
	l->n++;
	*l->last = '\0';
}

static void list_date(void *ctx, struct tc_str id, struct tc_str date,
		      uint32_t articles)
{
	struct list *l = ctx;

	(void)id, (void)articles;
	if (!tc_str_starts(date, tc_str0(l->last)))
		put_last(l);
	if (date.n < sizeof l->last) {
		memcpy(l->last, date.p, date.n);
		l->last[date.n] = '\0';
	}
}

static void list_again(void *ctx)
{
	struct list *l = ctx;

	tc_buf_clear(l->out);
	l->n = 0;
	*l->last = '\0';
}

int tc_number_dates_list(struct tc_xdb *db, const struct tc_node *number,
			 struct tc_buf *out, struct tc_error *err)
{
	struct list l = { .out = out };

	tc_buf_clear(out);
	if (tc_number_dates(db, number, list_date, list_again, &l, err) != 0)
		return -1;
	put_last(&l);
	return 0;
}

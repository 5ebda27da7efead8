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

/* What the ids of its documents begin with: "18-NQ/TW@"; of a short form
 * "18-NQ/", whoever issued it. */
static void id_head(const struct tc_number *n, struct tc_buf *out)
{
	TC_SCOPED_BUF key = { 0 };

	if (tc_docnum_is_short(n))
		tc_docnum_symbol_head(n, out);
	else
		tc_buf_printf(out, "%.*s@", TC_ARG(tc_docnum_canonical_key(
						n->canonical, &key)));
}

int tc_number_dates(struct tc_xdb *db, const struct tc_node *number,
		    tc_number_date_fn *each, void (*again)(void *ctx),
		    void *ctx, struct tc_error *err)
{
	TC_SCOPED_BUF head = { 0 }, prefix = { 0 };
	struct reader r = { each, ctx };
	int tries = 0;

	for (size_t i = 0; i < number->number_count; i++) {
		tc_buf_clear(&head);
		id_head(&number->numbers[i], &head);
		tc_schema_term(TC_F_NUMBER, tc_buf_str(&head), &prefix);
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

/* The earliest of them, each as exactly as the archive knows it. */
struct list {
	char v[LISTED_MAX][TC_DATE_MAX];
	size_t n;
	bool more;
	char last[TC_DATE_MAX];	/* to be put if it is not said more exactly */
};

static void put_last(struct list *l)
{
	size_t at = l->n;

	if (!*l->last)
		return;
	while (at && strcmp(l->v[at - 1], l->last) > 0)
		at--;
	if (at && strcmp(l->v[at - 1], l->last) == 0)
		return;
	l->more |= l->n == LISTED_MAX;
	if (at == LISTED_MAX)
		return;
	l->n += l->n < LISTED_MAX;
	memmove(l->v[at + 1], l->v[at], (l->n - at - 1) * sizeof *l->v);
	memcpy(l->v[at], l->last, sizeof l->last);
}

static void list_date(void *ctx, struct tc_str id, struct tc_str date,
		      uint32_t articles)
{
	struct list *l = ctx;

	(void)id, (void)articles;
	if (!tc_str_starts(date, tc_str0(l->last)))
		put_last(l);
	if (date.n < sizeof l->last) {
		memset(l->last, 0, sizeof l->last);
		memcpy(l->last, date.p, date.n);
	}
}

static void list_again(void *ctx)
{
	*(struct list *)ctx = (struct list){ .n = 0 };
}

int tc_number_dates_list(struct tc_xdb *db, const struct tc_node *number,
			 struct tc_buf *out, struct tc_error *err)
{
	struct list l = { .n = 0 };

	tc_buf_clear(out);
	if (tc_number_dates(db, number, list_date, list_again, &l, err) != 0)
		return -1;
	put_last(&l);
	for (size_t i = 0; i < l.n; i++)
		tc_buf_printf(out, "%s%s", i ? ", " : "", l.v[i]);
	if (l.more)
		tc_buf_puts(out, ", ...");
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rows of one file, and which rows of earlier files they replace. */
#include "config.h"

#include "fact/date.h"
#include "fact/docnum.h"
#include "fact/registry-rows.h"
#include "fact/term.h"

#include "base/language.h"
#include "base/slots.h"

/* Four digits that are a year. */
#define YEAR_FIRST 1900
#define YEAR_LAST 2100

enum column {
	COL_SYMBOL, COL_DATE, COL_ISSUER, COL_TERM, COL_SUBJECT, COL_SHORT,
	COL_PLENUM, COL_SOURCE, COL_CONFIRMED, COL_COUNT
};
static const char *const column_names[COL_COUNT] = {
	"symbol", "date", "issuer", "term", "subject", "short", "plenum",
	"source", "confirmed",
};

/* A row on its way. */
struct reading {
	const struct tc_registry *registry;	/* of the earlier files */
	struct tc_arena *arena;
	struct tc_tsv *table;
	struct tc_known row;
};

/* Symbol-less documents keep their id; the others get their date. */
static struct tc_str make_id(struct tc_arena *a, const struct tc_number *n,
			     struct tc_date d)
{
	char date[TC_DATE_MAX];

	if (n->id.n)
		return tc_arena_str(a, n->id);
	return tc_arena_printf(a, "%.*s@%s", TC_ARG(n->canonical),
			       tc_date_print(d, date));
}

static struct tc_str key_of(struct tc_arena *a, const struct tc_number *n,
			    enum tc_docnum_key part)
{
	TC_SCOPED_BUF key = { 0 };

	if (!tc_docnum_key(n, part, &key))
		return TC_STR("");
	return tc_arena_str(a, tc_buf_str(&key));
}

static bool read_date(struct reading *r)
{
	struct tc_date *const date = &r->row.date;

	if (tc_date_read(r->table->cell[COL_DATE], date) &&
	    date->year >= YEAR_FIRST && date->year <= YEAR_LAST)
		return true;
	tc_tsv_bad_cell(r->table, COL_DATE,
			N_("a date such as 2022-06-16, 2022-06 or 2022, from "
			   "1900 to 2100"));
	return false;
}

/* Behind the date, which is part of the id. */
static bool read_symbol(struct reading *r)
{
	struct tc_known *const k = &r->row;
	struct tc_number n;
	struct tc_str at;

	if (!tc_docnum_parse(r->table->cell[COL_SYMBOL], false, r->arena, &n,
			     &at) || at.n || (!n.issuer.n && !n.id.n)) {
		tc_tsv_bad_cell(r->table, COL_SYMBOL,
				N_("a document number such as 21-NQ/TW"));
		return false;
	}
	k->symbol = tc_arena_str(r->arena, n.canonical);
	k->id = make_id(r->arena, &n, k->date);
	k->symbol_key = key_of(r->arena, &n, TC_KEY_CANONICAL);
	k->short_key = key_of(r->arena, &n, TC_KEY_SHORT);
	return true;
}

static bool read_term(struct reading *r)
{
	const struct tc_str cell = r->table->cell[COL_TERM];

	r->row.term = cell.n ? tc_term_read(cell) : tc_term_of(r->row.date);
	if (r->row.term || !cell.n)
		return true;
	tc_tsv_bad_cell(r->table, COL_TERM, N_("a term such as XIII"));
	return false;
}

static bool read_plenum(struct reading *r)
{
	const struct tc_str cell = r->table->cell[COL_PLENUM];
	struct tc_number n;
	struct tc_str at;

	r->row.plenum = TC_STR("");
	if (!cell.n)
		return true;
	if (tc_docnum_parse(cell, false, r->arena, &n, &at)) {
		r->row.plenum = n.canonical;
		return true;
	}
	tc_tsv_bad_cell(r->table, COL_PLENUM,
			N_("a plenum's name such as NQTW5/XIII"));
	return false;
}

static void read_words(struct reading *r)
{
	const struct tc_str *cell = r->table->cell;
	struct tc_known *const k = &r->row;

	k->issuer = tc_arena_str(r->arena, cell[COL_ISSUER]);
	k->names = tc_arena_str(r->arena, cell[COL_SHORT]);
	tc_tokenize(tc_arena_str(r->arena, cell[COL_SUBJECT]), r->arena,
		    &k->subject);
	k->hashes = tc_arena_alloc(r->arena,
				   k->subject.n * sizeof *k->hashes);
	for (size_t i = 0; i < k->subject.n; i++) {
		k->hashes[i][0] = k->subject.v[i].hash;
		k->hashes[i][1] = tc_token_hash(k->subject.v[i].bare);
		k->subject_words |= tc_known_word(k->hashes[i][0]) |
				    tc_known_word(k->hashes[i][1]);
	}
	k->with = tc_arena_alloc(r->arena, k->subject.n);
}

/* The row of an earlier file that speaks of the same document: that of the
 * same id, else the only one of the symbol whose date agrees as far as both
 * tell; NULL when there is none. */
static const struct tc_known *earlier_row(const struct reading *r)
{
	const struct tc_known *found = NULL;
	size_t n, agree = 0;
	const struct tc_known *const *rows = tc_registry_rows(
		r->registry, TC_BY_SYMBOL, r->row.symbol_key, &n);

	for (size_t i = 0; i < n; i++) {
		if (tc_str_eq(rows[i]->id, r->row.id))
			return rows[i];
		if (!tc_date_agree(rows[i]->date, r->row.date))
			continue;
		found = rows[i];
		agree++;
	}
	return agree == 1 ? found : NULL;
}

/* An empty cell keeps what the earlier row says, and so does a date that tells
 * less. */
static void take_over(struct reading *r, const struct tc_known *earlier)
{
	const struct tc_str *cell = r->table->cell;
	struct tc_known *const k = &r->row;

	k->earlier = earlier;
	if (tc_date_precision(earlier->date) > tc_date_precision(k->date)) {
		k->date = earlier->date;
		k->id = earlier->id;
	}
	if (!cell[COL_TERM].n && earlier->term)
		k->term = earlier->term;
	if (!cell[COL_ISSUER].n)
		k->issuer = earlier->issuer;
	if (!cell[COL_SHORT].n)
		k->names = earlier->names;
	if (!cell[COL_PLENUM].n)
		k->plenum = earlier->plenum;
	if (!cell[COL_CONFIRMED].n)
		k->confirmed = earlier->confirmed;
	if (!cell[COL_SUBJECT].n) {
		k->subject = earlier->subject;
		k->subject_words = earlier->subject_words;
		k->with = earlier->with;
		k->hashes = earlier->hashes;
	}
}

static bool read_row(struct reading *r)
{
	r->row = (struct tc_known){ .line = r->table->line };
	if (!read_date(r) || !read_symbol(r) || !read_term(r) ||
	    !read_plenum(r) ||
	    !tc_tsv_yes(r->table, COL_CONFIRMED, &r->row.confirmed))
		return false;
	read_words(r);
	const struct tc_known *const earlier = earlier_row(r);
	if (earlier)
		take_over(r, earlier);
	return true;
}

static void tell_doubled(struct tc_tsv *table, const struct tc_known_list *l)
{
	struct tc_slots ids = { 0 };

	tc_slots_init(&ids, l->n);
	for (size_t i = 0; i < l->n; i++) {
		const uint32_t hash = tc_str_hash(l->v[i].id, 0);
		size_t step = 0;
		uint32_t at;
		do
			at = tc_slots_next(&ids, hash, &step);
		while (at != UINT32_MAX && !tc_str_eq(l->v[at].id, l->v[i].id));
		if (at == UINT32_MAX)
			tc_slots_add(&ids, hash, (uint32_t)i);
		else
			tc_tsv_doubled(table, l->v[i].line, l->v[at].line);
	}
	tc_slots_release(&ids);
}

int tc_known_read(const struct tc_registry *registry, struct tc_arena *arena,
		  struct tc_tsv *table, struct tc_str bytes,
		  struct tc_known_list *out, struct tc_error *err)
{
	struct reading r = {
		.registry = registry, .arena = arena, .table = table,
	};

	table->columns = column_names;
	table->count = COL_COUNT;
	int status = tc_tsv_open(table, bytes, err);
	while (!status && tc_tsv_next(table)) {
		if (!read_row(&r))
			continue;
		out->v = tc_grow(out->v, out->n, &out->cap, sizeof *out->v);
		out->v[out->n++] = r.row;
	}
	if (!status)
		tell_doubled(table, out);
	tc_tsv_close(table);
	return status;
}

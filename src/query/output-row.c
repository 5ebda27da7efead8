/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows for spreadsheets and shells: CSV, TSV, and ids alone. */
#include "config.h"

#include "query/export.h"

#include "fact/date.h"
#include "query/terminal.h"

#include <stdio.h>

/* ---- values ---- */

/* What spreadsheets take for a formula (OWASP, "CSV Injection"), and the
 * full-width forms that some of them fold. */
static bool looks_like_formula(struct tc_str value)
{
	static const char *const heads[] = { "=", "+", "-", "@", "\t", "\r",
					     "\n", "＝", "＋", "－", "＠" };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (tc_str_starts(value, tc_str0(heads[i])))
			return true;
	return false;
}

void tc_csv_put(struct tc_buf *out, struct tc_str given)
{
	TC_SCOPED_BUF room = { 0 };
	const struct tc_str value = tc_terminal_value(given, false, &room);
	bool quoted = false;

	for (size_t i = 0; i < value.n && !quoted; i++)
		quoted = strchr(",\"\n", value.p[i]) != NULL;
	if (quoted)
		tc_buf_addc(out, '"');
	if (looks_like_formula(given))
		tc_buf_addc(out, '\'');
	for (size_t i = 0; i < value.n; i++) {
		if (value.p[i] == '"')
			tc_buf_addc(out, '"');
		tc_buf_addc(out, value.p[i]);
	}
	if (quoted)
		tc_buf_addc(out, '"');
}

void tc_tsv_put(struct tc_buf *out, struct tc_str value)
{
	TC_SCOPED_BUF room = { 0 };

	if (looks_like_formula(value))
		tc_buf_addc(out, '\'');
	tc_buf_addstr(out, tc_terminal_value(value, true, &room));
}

/* ---- columns ---- */

struct row {
	const struct tc_hit *hit;
	const struct tc_walk *walk;
	struct tc_buf text;	/* room for a value */
};

typedef struct tc_str column_fn(struct row *r);

static const struct tc_article *article(const struct row *r)
{
	return &r->hit->record.article;
}

static struct tc_str yes_or_no(bool b)
{
	return b ? TC_STR("true") : TC_STR("false");
}

static struct tc_str rank(struct row *r)
{
	tc_buf_printf(&r->text, "%u", r->hit->rank);
	return tc_buf_str(&r->text);
}

static struct tc_str id(struct row *r)
{
	return tc_str0(article(r)->id);
}

static struct tc_str date(struct row *r)
{
	char text[TC_DATE_MAX];

	tc_buf_puts(&r->text, tc_date_print(article(r)->published.date, text));
	return tc_buf_str(&r->text);
}

static struct tc_str inferred(struct row *r)
{
	return yes_or_no(article(r)->published.inferred);
}

static struct tc_str basis(struct row *r)
{
	enum tc_basis b = article(r)->published.basis;

	return b == TC_BASIS_NONE ? tc_str0("") : tc_str0(tc_basis_name(b));
}

static struct tc_str title(struct row *r)
{
	return tc_article_title(article(r));
}

static struct tc_str site(struct row *r)
{
	return article(r)->site;
}

static struct tc_str url(struct row *r)
{
	return article(r)->url;
}

static struct tc_str source(struct row *r)
{
	return article(r)->capture.source;
}

/* Adds to a list "a; b", each once. */
static void join_once(struct tc_buf *list, struct tc_str value)
{
	struct tc_str rest = tc_buf_str(list);
	size_t at = 0;

	while ((at = tc_str_find(rest, value, at)) != SIZE_MAX) {
		size_t end = at + value.n;
		if ((!at || (at > 1 && rest.p[at - 2] == ';')) &&
		    (end == rest.n || rest.p[end] == ';'))
			return;
		at = end;
	}
	if (list->n)
		tc_buf_puts(list, "; ");
	tc_buf_addstr(list, value);
}

static struct tc_str numbers(struct row *r)
{
	for (size_t i = 0; i < article(r)->number_count; i++)
		join_once(&r->text, article(r)->numbers[i].canonical);
	return tc_buf_str(&r->text);
}

static struct tc_str units(struct row *r)
{
	for (size_t i = 0; i < article(r)->unit_count; i++)
		join_once(&r->text, article(r)->units[i].canonical);
	return tc_buf_str(&r->text);
}

static struct tc_str matched_by(struct row *r)
{
	return tc_str0(tc_reading_name(r->hit->reading));
}

static struct tc_str relaxed(struct row *r)
{
	return yes_or_no(r->hit->relaxed);
}

static struct tc_str score(struct row *r)
{
	tc_buf_printf(&r->text, "%.4f", r->hit->score);
	return tc_buf_str(&r->text);
}

static struct tc_str snippet(struct row *r)
{
	return r->hit->snippet.text;
}

static struct tc_str generation(struct row *r)
{
	return r->walk->answer->generation;
}

static struct tc_str archive(struct row *r)
{
	return r->hit->archive;
}

/* In the order of tracuu(1); more may follow, none goes.  The last is only
 * there when several archives are searched. */
static const struct {
	const char *name;
	column_fn *value;
} columns[] = {
	{ "rank", rank }, { "id", id }, { "date", date },
	{ "inferred", inferred }, { "basis", basis }, { "title", title },
	{ "site", site }, { "url", url }, { "source", source },
	{ "numbers", numbers }, { "units", units },
	{ "matched_by", matched_by }, { "relaxed", relaxed },
	{ "score", score }, { "snippet", snippet },
	{ "generation", generation }, { "archive", archive },
};

static size_t column_count(const struct tc_walk *w)
{
	return sizeof columns / sizeof *columns -
	       !tc_archives_several(w->archive);
}

static void put_head(const struct tc_output *o, const struct tc_walk *w,
		     char between)
{
	const size_t n = column_count(w);

	for (size_t i = 0; i < n; i++) {
		if (i)
			tc_buf_addc(o->out, between);
		tc_buf_puts(o->out, columns[i].name);
	}
	tc_buf_addc(o->out, '\n');
}

static void put_row(const struct tc_output *o, const struct tc_hit *hit,
		    const struct tc_walk *w, char between,
		    void (*put)(struct tc_buf *out, struct tc_str value))
{
	struct row r = { .hit = hit, .walk = w };
	const size_t n = column_count(w);

	for (size_t i = 0; i < n; i++) {
		if (i)
			tc_buf_addc(o->out, between);
		tc_buf_clear(&r.text);
		put(o->out, columns[i].value(&r));
	}
	tc_buf_addc(o->out, '\n');
	tc_buf_release(&r.text);
}

/* ---- the forms ---- */

static void csv_begin(const struct tc_output *o, const struct tc_walk *w)
{
	put_head(o, w, ',');
}

static void csv_hit(const struct tc_output *o, const struct tc_hit *hit,
		    const struct tc_walk *w)
{
	put_row(o, hit, w, ',', tc_csv_put);
}

static void tsv_begin(const struct tc_output *o, const struct tc_walk *w)
{
	put_head(o, w, '\t');
}

static void tsv_hit(const struct tc_output *o, const struct tc_hit *hit,
		    const struct tc_walk *w)
{
	put_row(o, hit, w, '\t', tc_tsv_put);
}

static void ids_hit(const struct tc_output *o, const struct tc_hit *hit,
		    const struct tc_walk *w)
{
	(void)w;
	tc_buf_puts(o->out, hit->record.article.id);
	tc_buf_addc(o->out, '\n');
}

static void ids0_hit(const struct tc_output *o, const struct tc_hit *hit,
		     const struct tc_walk *w)
{
	(void)w;
	tc_buf_puts(o->out, hit->record.article.id);
	tc_buf_addc(o->out, '\0');
}

const struct tc_export tc_export_csv = { .snippet = true, .begin = csv_begin,
					 .hit = csv_hit };
const struct tc_export tc_export_tsv = { .snippet = true, .begin = tsv_begin,
					 .hit = tsv_hit };
const struct tc_export tc_export_ids = { .ids_only = true, .hit = ids_hit };
const struct tc_export tc_export_ids0 = { .ids_only = true, .hit = ids0_hit };

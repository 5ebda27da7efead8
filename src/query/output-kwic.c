/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/kwic.h"

#include "fact/date.h"
#include "query/export.h"
#include "query/output-json.h"
#include "query/terminal.h"
#include "text/fold.h"

#define SHORT_ID 8	/* digits that tell an article on a terminal */

/* ---- text: hits begin in one column ---- */

static void put_text(const struct tc_kwic *k, const struct tc_kwic_line *line)
{
	struct tc_buf *out = k->o->out;
	TC_SCOPED_BUF left = { 0 };

	tc_terminal_put(&left, line->left);
	size_t columns = tc_text_columns(tc_buf_str(&left));
	tc_buf_printf(out, "%.*s  ", SHORT_ID, line->id);
	for (; columns < k->columns; columns++)
		tc_buf_addc(out, ' ');
	tc_buf_addstr(out, tc_buf_str(&left));
	tc_buf_puts(out, k->o->color ? "  \033[1;31m" : "  ");
	tc_terminal_put(out, line->hit);
	tc_buf_puts(out, k->o->color ? "\033[0m" : "");
	tc_buf_puts(out, line->right.n ? "  " : "");
	tc_terminal_put(out, line->right);
	if (line->archive.n) {
		tc_buf_puts(out, "  [");
		tc_terminal_put(out, line->archive);
		tc_buf_addc(out, ']');
	}
	tc_buf_addc(out, '\n');
}

/* ---- tables ---- */

static const char *const columns[] = { "id", "date", "left", "hit", "right",
				       "start", "end", "generation" };

static void put_names(const struct tc_kwic *k, char between)
{
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		tc_buf_printf(k->o->out, "%.*s%s", i > 0, &between,
			      columns[i]);
	if (tc_archives_several(k->walk->archive))
		tc_buf_printf(k->o->out, "%carchive", between);
	tc_buf_addc(k->o->out, '\n');
}

static void put_row(const struct tc_kwic *k, const struct tc_kwic_line *line,
		    char between, void (*put)(struct tc_buf *, struct tc_str))
{
	struct tc_buf *out = k->o->out;
	char date[TC_DATE_MAX];
	const struct tc_str cells[] = {
		tc_str0(line->id), tc_str0(tc_date_print(line->date, date)),
		line->left, line->hit, line->right
	};

	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		put(out, cells[i]);
		tc_buf_addc(out, between);
	}
	tc_buf_printf(out, "%u%c%u%c%.*s", line->start, between, line->end,
		      between, TC_ARG(k->walk->answer->generation));
	if (line->archive.n) {
		tc_buf_addc(out, between);
		put(out, line->archive);
	}
	tc_buf_addc(out, '\n');
}

/* ---- JSON ---- */

static void put_json(const struct tc_kwic *k, const struct tc_kwic_line *line)
{
	struct tc_json *one = tc_json_object();
	char date[TC_DATE_MAX];

	if (k->form == TC_KWIC_JSONL)
		tc_json_set_cstr(one, "type", "line");
	else if (k->count > 1)
		tc_buf_addc(k->o->out, ',');
	tc_json_set_cstr(one, "id", line->id);
	tc_json_set_str_or_null(one, "date",
				tc_str0(tc_date_print(line->date, date)));
	tc_json_set_str(one, "left", line->left);
	tc_json_set_str(one, "hit", line->hit);
	tc_json_set_str(one, "right", line->right);
	tc_json_set_int(one, "start", line->start);
	tc_json_set_int(one, "end", line->end);
	tc_json_set_archive(one, line->archive);
	if (k->form == TC_KWIC_JSONL) {
		tc_json_put(k->o, one);
		return;
	}
	tc_json_write(one, k->o->out);
	tc_json_free(one);
}

static struct tc_json *summary(const struct tc_kwic *k)
{
	struct tc_answer a = *k->walk->answer;

	a.total = k->walk->total;
	a.exact = k->walk->exact;
	a.partial = k->walk->partial;
	struct tc_json *top = tc_json_answer(k->o, &a);
	tc_json_set_int(top, "articles", k->walk->given);
	tc_json_set_int(top, "count", k->count);
	return top;
}

/* The lines were written already, as the first member of the object. */
static void close_json(const struct tc_kwic *k)
{
	TC_SCOPED_BUF rest = { 0 };
	struct tc_json *top = summary(k);

	tc_json_write(top, &rest);
	tc_json_free(top);
	tc_buf_puts(k->o->out, "],");
	tc_buf_add(k->o->out, rest.p + 1, rest.n - 1);
	tc_buf_addc(k->o->out, '\n');
}

/* ---- */

void tc_kwic_put_head(const struct tc_kwic *k)
{
	if (k->form == TC_KWIC_CSV)
		put_names(k, ',');
	else if (k->form == TC_KWIC_TSV)
		put_names(k, '\t');
	else if (k->form == TC_KWIC_JSON)
		tc_buf_puts(k->o->out, "{\"lines\":[");
}

void tc_kwic_put(const struct tc_kwic *k, const struct tc_kwic_line *line)
{
	if (k->form == TC_KWIC_CSV)
		put_row(k, line, ',', tc_csv_put);
	else if (k->form == TC_KWIC_TSV)
		put_row(k, line, '\t', tc_tsv_put);
	else if (k->form == TC_KWIC_TEXT)
		put_text(k, line);
	else
		put_json(k, line);
}

void tc_kwic_put_tail(const struct tc_kwic *k)
{
	if (k->form == TC_KWIC_JSON) {
		close_json(k);
	} else if (k->form == TC_KWIC_JSONL) {
		struct tc_json *last = summary(k);
		tc_json_set_cstr(last, "type", "summary");
		tc_json_put(k->o, last);
	}
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/output.h"

#include "base/language.h"
#include "fact/describe.h"
#include "fact/docnum.h"
#include "fact/json.h"
#include "query/output-facets.h"
#include "query/terminal.h"
#include "query/wrap.h"
#include "text/fold.h"

#include <stdio.h>
#include <stdlib.h>

/* SGR sequences of ECMA-48. */
#define BOLD "\033[1m"
#define DIM "\033[2m"
#define MATCH "\033[1;31m"
#define RESET "\033[0m"

#define INDENT 4
#define UNITS_SHOWN 3
#define NUMBERS_SHOWN 6

static const char *color(const struct tc_output *o, const char *sequence)
{
	return o->color ? sequence : "";
}

/* A date as Vietnamese readers write it. */
static void add_date(struct tc_date d, struct tc_buf *out)
{
	if (d.day && d.year)
		tc_buf_printf(out, "%d/%d/%d", d.day, d.month, d.year);
	else if (d.day)
		tc_buf_printf(out, "%d/%d", d.day, d.month);
	else if (d.month)
		tc_buf_printf(out, "%d/%d", d.month, d.year);
	else if (d.quarter)
		tc_buf_printf(out, "quý %d/%d", d.quarter, d.year);
	else if (d.year)
		tc_buf_printf(out, "%d", d.year);
}

void tc_output_published(const struct tc_published *p, struct tc_buf *out)
{
	if (!p->date.year && !p->date.day) {
		tc_buf_puts(out, _("no date"));
		return;
	}
	add_date(p->date, out);
	if (p->inferred)
		tc_buf_puts(out, _(" (year inferred)"));
	else if (p->basis == TC_BASIS_EVENT)
		tc_buf_puts(out, _(" (date of the event)"));
}

static bool is_new_number(const struct tc_article *a, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (tc_str_eq(a->numbers[j].canonical,
			      a->numbers[i].canonical))
			return false;
	return true;
}

static void add_numbers(const struct tc_article *a, struct tc_buf *out)
{
	TC_SCOPED_BUF room = { 0 };
	size_t shown = 0;

	for (size_t i = 0; i < a->number_count; i++) {
		if (!is_new_number(a, i))
			continue;
		if (shown == NUMBERS_SHOWN) {
			tc_buf_puts(out, " ...");
			return;
		}
		tc_buf_puts(out, shown++ ? ", " : " | ");
		tc_buf_addstr(out, tc_docnum_say(a->numbers[i].canonical,
						 &room));
	}
}

static bool is_new_unit(const struct tc_article *a, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (tc_str_eq(a->units[j].canonical, a->units[i].canonical))
			return false;
	return true;
}

/* The subject first, then others that are named. */
static void add_units(const struct tc_article *a, struct tc_buf *out)
{
	size_t shown = 0;

	for (int subject = 1; subject >= 0; subject--)
		for (size_t i = 0; i < a->unit_count; i++) {
			bool is = a->units[i].role == TC_UNIT_SUBJECT;
			if (is != subject || !is_new_unit(a, i) ||
			    shown == UNITS_SHOWN)
				continue;
			tc_buf_puts(out, shown++ ? ", " : " | ");
			tc_buf_addstr(out, a->units[i].canonical);
		}
}

static void put_line(const struct tc_output *o, const char *base,
		     struct tc_str text)
{
	const struct tc_wrap w = { .columns = o->columns, .indent = INDENT,
				   .at = INDENT, .on = "",
				   .off = color(o, RESET),
				   .base = color(o, base) };

	tc_buf_printf(o->out, "%*s", INDENT, "");
	tc_wrap(&w, text, NULL, 0, o->out);
}

static void put_title(const struct tc_output *o, const struct tc_hit *h)
{
	struct tc_str title = tc_article_title(&h->record.article);
	const struct tc_wrap w = { .columns = o->columns, .indent = INDENT,
				   .at = INDENT, .on = color(o, MATCH),
				   .off = color(o, RESET),
				   .base = color(o, BOLD) };

	tc_buf_printf(o->out, "%*u. ", INDENT - 2, h->rank);
	bool linked = o->hyperlinks &&
		      tc_terminal_link(o->out, h->record.article.url);
	tc_wrap(&w, title, h->snippet.title,
		o->color ? h->snippet.title_count : 0, o->out);
	if (linked) {
		o->out->n--;	/* the link ends before its line */
		tc_terminal_link_end(o->out);
		tc_buf_addc(o->out, '\n');
	}
}

static void put_snippet(const struct tc_output *o,
			const struct tc_snippet *s)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF text = { 0 };
	struct tc_range *ranges = tc_arena_alloc(
		&arena, s->highlight_count * sizeof *ranges);
	const struct tc_wrap w = { .columns = o->columns, .indent = INDENT,
				   .at = INDENT, .on = color(o, MATCH),
				   .off = color(o, RESET), .base = "" };

	if (s->cut_before)
		tc_buf_puts(&text, "... ");
	for (size_t i = 0; i < s->highlight_count; i++) {
		ranges[i].start = s->highlights[i].start + (uint32_t)text.n;
		ranges[i].end = s->highlights[i].end + (uint32_t)text.n;
	}
	tc_buf_addstr(&text, s->text);
	if (s->cut_after)
		tc_buf_puts(&text, " ...");
	tc_buf_printf(o->out, "%*s", INDENT, "");
	tc_wrap(&w, tc_buf_str(&text), ranges,
		o->color ? s->highlight_count : 0, o->out);
}

static void put_hit(const struct tc_output *o, const struct tc_hit *h)
{
	const struct tc_article *a = &h->record.article;
	TC_SCOPED_BUF line = { 0 };

	put_title(o, h);
	tc_output_published(&a->published, &line);
	add_units(a, &line);
	add_numbers(a, &line);
	put_line(o, DIM, tc_buf_str(&line));
	if (h->snippet.text.n)
		put_snippet(o, &h->snippet);
	tc_buf_clear(&line);
	tc_buf_printf(&line, "%s  %.*s", a->id,
		      TC_ARG(a->url.n ? a->url : a->capture.source));
	if (h->copies)
		tc_buf_printf(&line, P_("  (%u other copy)",
					"  (%u other copies)", h->copies),
			      h->copies);
	if (h->archive.n)
		tc_buf_printf(&line, "  [%.*s]", TC_ARG(h->archive));
	put_line(o, DIM, tc_buf_str(&line));
}

void tc_output_total(const struct tc_output *o, const struct tc_answer *a)
{
	const size_t start = o->out->n;

	tc_output_articles(a, o->out);
	if (a->n && (a->n < a->total || a->hits[0].rank > 1))
		tc_buf_printf(o->out, _(", %u to %u shown"), a->hits[0].rank,
			      a->hits[a->n - 1].rank);
	if (a->lost_count)
		tc_buf_puts(o->out, _(" (not all: a shard did not answer)"));
	else if (a->partial)
		tc_buf_puts(o->out, _(" (not all: the time was up)"));
	tc_buf_addc(o->out, '\n');
	tc_wrap_lines(o->out, start, o->columns, INDENT);
}

/* What a word that nothing has was looked up as. */
static void put_tried(const struct tc_output *o, uint32_t tried)
{
	/* TRANSLATORS: a list of readings and ")" follow */
	const char *between = _(" (tried ");

	for (int r = 0; r < TC_READING_COUNT; r++) {
		if (!(tried & 1u << r))
			continue;
		tc_buf_printf(o->out, "%s%s", between,
			      _(tc_reading_name((enum tc_reading)r)));
		between = ", ";
	}
	if (tried)
		tc_buf_addc(o->out, ')');
}

/* Which part of a query kept it from finding anything. */
static void put_clauses(const struct tc_output *o, const struct tc_answer *a)
{
	for (size_t i = 0; i < a->clause_count; i++) {
		const struct tc_clause *c = &a->clauses[i];
		const size_t start = o->out->n;
		tc_buf_puts(o->out, "  ");
		tc_terminal_put(o->out, c->text);
		tc_buf_printf(o->out, c->alone.exact ? _(": %u alone") :
						       _(": about %u alone"),
			      c->alone.total);
		if (a->clause_count > 1)
			tc_buf_printf(o->out, c->without.exact ?
					      _("; %u without it") :
					      _("; about %u without it"),
				      c->without.total);
		if (!c->alone.total)
			put_tried(o, c->tried);
		if (c->filter && c->without.total)
			tc_buf_puts(o->out, _("; this filter empties the "
					      "answer"));
		tc_buf_addc(o->out, '\n');
		tc_wrap_lines(o->out, start, o->columns, INDENT);
	}
}

static void put_suggestion(const struct tc_output *o, struct tc_str better)
{
	const size_t start = o->out->n;

	tc_buf_printf(o->out, _("Did you mean: %s"), color(o, BOLD));
	tc_terminal_put(o->out, better);
	tc_buf_printf(o->out, "%s\n", color(o, RESET));
	tc_wrap_lines(o->out, start, o->columns, INDENT);
}

void tc_output_text(const struct tc_output *o, const struct tc_answer *a)
{
	bool some = false;

	tc_output_total(o, a);
	put_clauses(o, a);
	if (a->suggestion.n)
		put_suggestion(o, a->suggestion);
	for (size_t i = 0; i < a->n; i++) {
		if (a->hits[i].relaxed != some)
			tc_buf_printf(o->out, "\n%s\n",
				      some ? _("With all of the words:") :
					     _("With some of the words:"));
		some = a->hits[i].relaxed;
		tc_buf_addc(o->out, '\n');
		put_hit(o, &a->hits[i]);
	}
	tc_facets_text(o, a);
}

/* ---- one article ---- */

/* Where facts stand: by their start, those that overlap as one. */
struct marks {
	struct tc_range *v;
	size_t n;
};

static int range_cmp(const void *a, const void *b)
{
	const struct tc_range *x = a, *y = b;

	return (x->start > y->start) - (x->start < y->start);
}

static struct marks marks_of(const struct tc_article *a, struct tc_arena *arena)
{
	struct marks m = { tc_arena_alloc(arena, sizeof *m.v *
		(a->number_count + a->date_count + a->unit_count + 1)), 0 };
	size_t all = 0;

	for (size_t i = 0; i < a->number_count; i++)
		m.v[all++] = (struct tc_range){ a->numbers[i].start,
						a->numbers[i].end };
	for (size_t i = 0; i < a->date_count; i++)
		m.v[all++] = (struct tc_range){ a->dates[i].start,
						a->dates[i].end };
	for (size_t i = 0; i < a->unit_count; i++)
		m.v[all++] = (struct tc_range){ a->units[i].start,
						a->units[i].end };
	qsort(m.v, all, sizeof *m.v, range_cmp);
	for (size_t i = 0; i < all; i++) {
		struct tc_range *last = m.n ? &m.v[m.n - 1] : NULL;
		if (!last || m.v[i].start >= last->end)
			m.v[m.n++] = m.v[i];
		else if (m.v[i].end > last->end)
			last->end = m.v[i].end;
	}
	return m;
}

/* A line of the article with the marks in it, which are taken off the list. */
static void put_marked(const struct tc_output *o, const struct tc_article *a,
		       struct tc_str line, const char *base, struct marks *m)
{
	const char *on = color(o, MATCH);
	const struct tc_wrap w = {
		.columns = o->columns, .on = *on ? on : "[",
		.off = *on || *base ? color(o, RESET) : "]", .base = base,
	};
	const uint32_t from = (uint32_t)(line.p - a->text.p);
	size_t n = 0;

	while (n < m->n && m->v[n].start < from + line.n) {
		m->v[n].start -= from;
		m->v[n].end -= from;
		n++;
	}
	tc_wrap(&w, line, m->v, n, o->out);
	if (n)
		m->v += n;
	m->n -= n;
}

static void put_paragraphs(const struct tc_output *o,
			   const struct tc_article *a, struct marks *m)
{
	struct tc_str text = tc_str_from(a->text, a->title_len), line;

	while (tc_str_split(&text, '\n', &line)) {
		line = tc_str_trim(line);
		if (!line.n)
			continue;
		tc_buf_addc(o->out, '\n');
		put_marked(o, a, line, "", m);
	}
}

static void put_field(const struct tc_output *o, const char *name,
		      struct tc_str value)
{
	const size_t start = o->out->n;

	if (!value.n)
		return;
	tc_buf_printf(o->out, "%s ", name);
	tc_terminal_put(o->out, value);
	tc_buf_addc(o->out, '\n');
	tc_wrap_lines(o->out, start, o->columns,
		      tc_text_columns(tc_str0(name)) + 1);
}

/* "also:   ID  SITE  TITLE" */
static void put_copies(const struct tc_output *o, const struct tc_copies *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct tc_article *a = &c->v[i].article;
		TC_SCOPED_BUF line = { 0 };
		tc_buf_printf(&line, "%s  %.*s  %.*s", a->id,
			      TC_ARG(a->url.n ? a->url : a->capture.source),
			      TC_ARG(tc_article_title(a)));
		put_field(o, _("also:  "), tc_buf_str(&line));
	}
}

/* What goes on stands below the canonical form, behind byte and kind. */
static void put_facts(const struct tc_output *o, const struct tc_article *a)
{
	enum { BEHIND_KIND = 17 };
	const size_t start = o->out->n;
	TC_SCOPED_BUF text = { 0 };

	tc_buf_printf(o->out, "\n%s\n",
		      _("Facts, by the byte of the text:"));
	tc_describe_facts(a, false, &text);
	tc_terminal_put(o->out, tc_buf_str(&text));
	tc_wrap_lines(o->out, start, o->columns, BEHIND_KIND);
}

void tc_output_article_text(const struct tc_output *o,
			    const struct tc_record *r,
			    const struct tc_copies *c, bool facts)
{
	const struct tc_article *a = &r->article;
	TC_SCOPED_BUF published = { 0 };
	TC_SCOPED_ARENA arena = { 0 };
	struct marks m = { 0 };

	if (facts)
		m = marks_of(a, &arena);
	put_marked(o, a, tc_article_title(a), color(o, BOLD), &m);
	tc_output_published(&a->published, &published);
	/* TRANSLATORS: these labels, as wide as each other */
	put_field(o, _("date:  "), tc_buf_str(&published));
	put_field(o, _("id:    "), tc_str0(a->id));
	put_field(o, _("url:   "), a->url);
	for (size_t i = 0; i < r->source_count; i++)
		put_field(o, _("source:"), r->sources[i]);
	put_field(o, _("by:    "), a->byline);
	put_field(o, _("credit:"), a->credit);
	put_copies(o, c);
	put_paragraphs(o, a, &m);
	if (facts)
		put_facts(o, a);
}

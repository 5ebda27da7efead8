/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One article as a page of its own, its facts marked where they stand.  Facts
 * of one kind never overlap, those of two may, so the text is cut wherever
 * one begins or ends, or a line does:
 *
 *   ... | Nghi quyet Dai hoi | Dang bo xa X | ...
 *         `-- number --------------------'
 *                              `- unit ---'
 *
 * and each piece becomes one <mark> with the classes of all that cover it.
 * Every byte of the article is escaped; the page needs no script.
 */
#include "config.h"

#include "query/output.h"

#include "base/language.h"
#include "fact/describe.h"

enum kind { NUMBER, DATE, UNIT, KINDS };

static const char *const kind_names[KINDS] = { "number", "date", "unit" };

static const char style[] =
	"body{max-width:45em;margin:2em auto;padding:0 1em;"
	"font-family:sans-serif;line-height:1.5}"
	"mark{background:none;border-bottom:2px solid}"
	"mark.number{border-color:#b02020}mark.date{border-color:#2060b0}"
	"mark.unit{border-color:#207040}"
	"mark.conflict{background:#ffe08a}mark.subject{font-weight:bold}";

/* Where the writing is, with the next fact of each kind. */
struct cursor {
	const struct tc_article *a;
	struct tc_buf *out;
	uint32_t at;
	size_t next[KINDS];
};

static bool span_of(const struct tc_article *a, enum kind k, size_t i,
		    uint32_t *start, uint32_t *end)
{
	switch (k) {
	case NUMBER:
		if (i >= a->number_count)
			return false;
		*start = a->numbers[i].start;
		*end = a->numbers[i].end;
		return true;
	case DATE:
		if (i >= a->date_count)
			return false;
		*start = a->dates[i].start;
		*end = a->dates[i].end;
		return true;
	default:
		if (i >= a->unit_count)
			return false;
		*start = a->units[i].start;
		*end = a->units[i].end;
		return true;
	}
}

/* Whether a fact of the kind covers the cursor; *stop comes down to where
 * that changes. */
static bool covered(struct cursor *c, enum kind k, uint32_t *stop)
{
	uint32_t start, end;

	while (span_of(c->a, k, c->next[k], &start, &end)) {
		if (end <= c->at) {
			c->next[k]++;
			continue;
		}
		uint32_t change = start > c->at ? start : end;
		if (change < *stop)
			*stop = change;
		return start <= c->at;
	}
	return false;
}

static bool in_conflict(const struct cursor *c, enum kind k)
{
	if (k == NUMBER)
		return c->a->numbers[c->next[k]].conflict;
	return k == DATE && c->a->dates[c->next[k]].conflict;
}

static void describe(const struct cursor *c, enum kind k, struct tc_buf *out)
{
	if (k == NUMBER)
		tc_describe_number(&c->a->numbers[c->next[k]], out);
	else if (k == DATE)
		tc_describe_date(&c->a->dates[c->next[k]], out);
	else
		tc_describe_unit(&c->a->units[c->next[k]], out);
}

/* <mark class="number conflict" title="21-NQ/TW = ..."> */
static void open_mark(const struct cursor *c, const bool on[KINDS])
{
	TC_SCOPED_BUF classes = { 0 }, title = { 0 };

	for (int k = 0; k < KINDS; k++) {
		if (!on[k])
			continue;
		tc_buf_printf(&classes, "%s%s", classes.n ? " " : "",
			      kind_names[k]);
		if (in_conflict(c, (enum kind)k))
			tc_buf_puts(&classes, " conflict");
		if (k == UNIT && c->a->units[c->next[k]].role ==
					 TC_UNIT_SUBJECT)
			tc_buf_puts(&classes, " subject");
		if (title.n)
			tc_buf_puts(&title, "; ");
		describe(c, (enum kind)k, &title);
	}
	tc_buf_printf(c->out, "<mark class=\"%s\" title=\"",
		      tc_buf_cstr(&classes));
	tc_xml_put(c->out, tc_buf_str(&title));
	tc_buf_puts(c->out, "\">");
}

/* One line of the text, from the cursor to `end`. */
static void put_pieces(struct cursor *c, uint32_t end)
{
	while (c->at < end) {
		bool on[KINDS], any = false;
		uint32_t stop = end;
		for (int k = 0; k < KINDS; k++)
			any |= on[k] = covered(c, (enum kind)k, &stop);
		if (any)
			open_mark(c, on);
		tc_xml_put(c->out, tc_str(c->a->text.p + c->at,
					  stop - c->at));
		if (any)
			tc_buf_puts(c->out, "</mark>");
		c->at = stop;
	}
}

static void put_lines(struct cursor *c, uint32_t end, const char *element)
{
	while (c->at < end) {
		struct tc_str rest = tc_str(c->a->text.p + c->at, end - c->at);
		size_t n = tc_str_find(rest, TC_STR("\n"), 0);
		uint32_t stop = n == SIZE_MAX ? end : c->at + (uint32_t)n;
		if (stop > c->at) {
			tc_buf_printf(c->out, "<%s>", element);
			put_pieces(c, stop);
			tc_buf_printf(c->out, "</%s>\n", element);
		}
		c->at = stop + 1;
	}
	c->at = end;
}

static void put_term(struct tc_buf *out, const char *name, struct tc_str value)
{
	if (!value.n)
		return;
	tc_buf_printf(out, "<dt>%s</dt><dd>", name);
	tc_xml_put(out, value);
	tc_buf_puts(out, "</dd>\n");
}

void tc_output_article_html(const struct tc_output *o,
			    const struct tc_record *r)
{
	const struct tc_article *a = &r->article;
	struct cursor c = { .a = a, .out = o->out };
	TC_SCOPED_BUF published = { 0 };

	tc_buf_puts(o->out, "<!DOCTYPE html>\n<html lang=\"");
	tc_xml_put(o->out, a->language);
	tc_buf_puts(o->out, "\">\n<head><meta charset=\"utf-8\"><title>");
	tc_xml_put(o->out, tc_article_title(a));
	tc_buf_printf(o->out, "</title>\n<style>%s</style></head>\n"
			      "<body><article>\n", style);
	put_lines(&c, a->title_len, "h1");
	tc_buf_puts(o->out, "<dl>\n");
	tc_output_published(&a->published, &published);
	put_term(o->out, _("date"), tc_buf_str(&published));
	put_term(o->out, _("id"), tc_str0(a->id));
	put_term(o->out, _("address"), a->url);
	for (size_t i = 0; i < r->source_count; i++)
		put_term(o->out, _("source"), r->sources[i]);
	put_term(o->out, _("author"), a->byline);
	put_term(o->out, _("credit"), a->credit);
	tc_buf_puts(o->out, "</dl>\n");
	put_lines(&c, (uint32_t)a->text.n, "p");
	tc_buf_puts(o->out, "</article></body>\n</html>\n");
}

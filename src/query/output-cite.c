/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Articles as references: BibTeX, CSL-JSON (the schema of
 * citation-style-language 1.0.2) and RIS.  The day of access is that on which
 * the crawler fetched the page, else what the caller says, else left out.
 */
#include "config.h"

#include "query/export.h"

#include "base/json.h"
#include "fact/date.h"
#include "query/output-json.h"
#include "query/terminal.h"
#include "text/utf8.h"

static struct tc_date accessed(const struct tc_output *o,
			       const struct tc_article *a)
{
	enum { SECONDS_A_DAY = 86400 };
	int64_t fetched = a->capture.fetched_ns / 1000000000;

	return fetched > 0 ? tc_date_from_days(fetched / SECONDS_A_DAY) :
			     o->accessed;
}

/* No format of references has quarters: the months of one, from its first to
 * its last; of any other date, the date twice. */
static struct tc_span months(struct tc_date d)
{
	struct tc_span s = { d, d };

	if (!d.quarter)
		return s;
	s.from.quarter = s.to.quarter = 0;
	s.from.month = (uint8_t)(d.quarter * 3 - 2);
	s.to.month = (uint8_t)(d.quarter * 3);
	return s;
}

/* What the date is, where it is not printed as that of the article; NULL where
 * it is. */
static const char *doubt(const struct tc_published *p)
{
	if (!tc_date_known(p->date))
		return NULL;
	return p->inferred ? "year inferred" :
	       p->basis == TC_BASIS_EVENT ? "date of the event" : NULL;
}

/* What it was drawn from. */
static void put_note(const struct tc_hit *hit, const struct tc_walk *w,
		     struct tc_buf *out)
{
	const char *date = doubt(&hit->record.article.published);

	tc_buf_printf(out, "archive %.*s", TC_ARG(w->answer->generation));
	if (hit->archive.n)
		tc_buf_printf(out, " (%.*s)", TC_ARG(hit->archive));
	tc_buf_printf(out, ": %.*s",
		      TC_ARG(hit->record.article.capture.source));
	if (date)
		tc_buf_printf(out, "; %s", date);
}

/* ---- BibTeX ---- */

/* BibTeX counts braces and knows no escape: each written has its partner. */
static void put_tex(struct tc_buf *out, struct tc_str given)
{
	static const struct {
		char c;
		const char *tex;
	} special[] = {
		{ '\\', "\\textbackslash{}" }, { '{', "\\textbraceleft{}" },
		{ '}', "\\textbraceright{}" },
		{ '~', "\\textasciitilde{}" }, { '^', "\\textasciicircum{}" },
		{ '#', "\\#" }, { '$', "\\$" }, { '%', "\\%" }, { '&', "\\&" },
		{ '_', "\\_" },
	};
	const size_t count = sizeof special / sizeof *special;
	TC_SCOPED_BUF room = { 0 };
	const struct tc_str value = tc_terminal_value(given, true, &room);

	for (size_t i = 0; i < value.n; i++) {
		size_t k = 0;
		while (k < count && special[k].c != value.p[i])
			k++;
		if (k < count)
			tc_buf_puts(out, special[k].tex);
		else
			tc_buf_addc(out, value.p[i]);
	}
}

static void bibtex_field(struct tc_buf *out, const char *name,
			 struct tc_str value)
{
	if (!value.n)
		return;
	tc_buf_printf(out, "  %s = {", name);
	put_tex(out, value);
	tc_buf_puts(out, "},\n");
}

/* As it is printed: inside braces, styles make no small letter of the C in "Cao
 * Bằng" in a title, and BibTeX takes nothing of a byline, which is no list of
 * names, for a first name, and no comma or "and" for the end of one. */
static void bibtex_as_printed(struct tc_buf *out, const char *name,
			      struct tc_str value)
{
	if (!value.n)
		return;
	tc_buf_printf(out, "  %s = {{", name);
	put_tex(out, value);
	tc_buf_puts(out, "}},\n");
}

/* Styles print it as it stands, inside \url: nothing is written for TeX, and
 * what no address has, braces too, is escaped as addresses have it. */
static void bibtex_url(struct tc_buf *out, struct tc_str url)
{
	if (!url.n)
		return;
	tc_buf_puts(out, "  url = {");
	tc_terminal_put_url(out, url, "{}\\^`|<>\"");
	tc_buf_puts(out, "},\n");
}

/* A day, a month or a year, and a quarter as a range: biblatex (its manual,
 * "Date and Time Specifications") reads ISO 8601-2 up to level 1, which has
 * "2023-10/2023-12" and no quarters. */
static void bibtex_when(struct tc_buf *out, const char *name, struct tc_date d)
{
	const struct tc_span s = months(d);
	TC_SCOPED_BUF value = { 0 };
	char text[TC_DATE_MAX];

	tc_buf_puts(&value, tc_date_print(s.from, text));
	if (!tc_date_same(s.from, s.to))
		tc_buf_printf(&value, "/%s", tc_date_print(s.to, text));
	bibtex_field(out, name, tc_buf_str(&value));
}

/* BibTeX itself reads year and month, biblatex the date before these. */
static void bibtex_date(struct tc_buf *out, struct tc_date d)
{
	if (!tc_date_known(d))
		return;
	tc_buf_printf(out, "  year = {%d},\n", d.year);
	if (d.month)
		tc_buf_printf(out, "  month = {%d},\n", d.month);
	bibtex_when(out, "date", d);
}

/* Between entries all is comment but what follows an "@", for BibTeX. */
static void put_outside(struct tc_buf *out, struct tc_str text)
{
	TC_SCOPED_BUF room = { 0 };
	struct tc_str rest = tc_terminal_value(text, true, &room), part;

	for (bool first = true; tc_str_split(&rest, '@', &part); first = false)
		tc_buf_printf(out, "%s%.*s", first ? "" : "\\x40",
			      TC_ARG(part));
}

static void bibtex_begin(const struct tc_output *o, const struct tc_walk *w)
{
	struct tc_str rest = o->query, line;

	tc_buf_printf(o->out, "%% archive %.*s%s%.*s, query:\n",
		      TC_ARG(w->answer->generation), o->options.n ? ", " : "",
		      TC_ARG(o->options));
	while (tc_str_split(&rest, '\n', &line)) {
		tc_buf_puts(o->out, "%   ");
		put_outside(o->out, line);
		tc_buf_addc(o->out, '\n');
	}
}

static void bibtex_hit(const struct tc_output *o, const struct tc_hit *hit,
		       const struct tc_walk *w)
{
	const struct tc_article *a = &hit->record.article;
	TC_SCOPED_BUF note = { 0 };

	tc_buf_puts(o->out, "\n@misc{tracuu-");
	tc_archives_put_name(w->archive, hit->archive, tc_str0(a->id), o->out);
	tc_buf_puts(o->out, ",\n");
	bibtex_as_printed(o->out, "title", tc_article_title(a));
	bibtex_as_printed(o->out, "author", a->byline);
	bibtex_date(o->out, a->published.date);
	bibtex_field(o->out, "howpublished", a->site);
	bibtex_url(o->out, a->url);
	bibtex_when(o->out, "urldate", accessed(o, a));
	put_note(hit, w, &note);
	tc_buf_puts(o->out, "  note = {");
	put_tex(o->out, tc_buf_str(&note));
	tc_buf_puts(o->out, "}\n}\n");
}

/* ---- CSL-JSON: an array, an article a line ---- */

static struct tc_json *csl_parts(struct tc_date d)
{
	struct tc_json *parts = tc_json_array();

	tc_json_push(parts, tc_json_int(d.year));
	if (d.month)
		tc_json_push(parts, tc_json_int(d.month));
	if (d.month && d.day)
		tc_json_push(parts, tc_json_int(d.day));
	return parts;
}

/* One list of parts, or the two ends of a range: "date-variable" of
 * csl-data.json. */
static void csl_date(struct tc_json *o, const char *key, struct tc_date d)
{
	const struct tc_span s = months(d);
	struct tc_json *list, *date;

	if (!tc_date_known(d))
		return;
	list = tc_json_array();
	tc_json_push(list, csl_parts(s.from));
	if (!tc_date_same(s.from, s.to))
		tc_json_push(list, csl_parts(s.to));
	date = tc_json_object();
	tc_json_set(date, "date-parts", list);
	tc_json_set(o, key, date);
}

static void csl_string(struct tc_json *o, const char *key, struct tc_str s)
{
	if (s.n)
		tc_json_set_str(o, key, s);
}

static void csl_author(struct tc_json *o, struct tc_str byline)
{
	struct tc_json *name, *list;

	if (!byline.n)
		return;
	name = tc_json_object();
	tc_json_set_str(name, "literal", byline);
	list = tc_json_array();
	tc_json_push(list, name);
	tc_json_set(o, "author", list);
}

static void csl_begin(const struct tc_output *o, const struct tc_walk *w)
{
	(void)w;
	tc_buf_puts(o->out, "[\n");
}

static void csl_hit(const struct tc_output *o, const struct tc_hit *hit,
		    const struct tc_walk *w)
{
	const struct tc_article *a = &hit->record.article;
	struct tc_json *one = tc_json_object();
	TC_SCOPED_BUF name = { 0 }, note = { 0 }, valid = { 0 };

	if (w->given)
		tc_buf_puts(o->out, ",");
	tc_archives_put_name(w->archive, hit->archive, tc_str0(a->id), &name);
	tc_json_set_str(one, "id", tc_buf_str(&name));
	tc_json_set_cstr(one, "type", "webpage");
	csl_string(one, "title", tc_article_title(a));
	csl_author(one, a->byline);
	csl_string(one, "container-title", a->site);
	csl_string(one, "URL", a->url);
	csl_string(one, "language", a->language);
	csl_date(one, "issued", a->published.date);
	csl_date(one, "accessed", accessed(o, a));
	put_note(hit, w, &note);
	tc_utf8_scrub(tc_buf_str(&note), &valid);
	tc_json_set_str(one, "note", tc_buf_str(&valid));
	tc_json_put(o, one);
}

static void csl_end(const struct tc_output *o, const struct tc_walk *w,
		    struct tc_str next)
{
	(void)w, (void)next;
	tc_buf_puts(o->out, "]\n");
}

/* ---- RIS ---- */

static void ris_field(struct tc_buf *out, const char *tag, struct tc_str value)
{
	TC_SCOPED_BUF room = { 0 };

	if (!value.n)
		return;
	value = tc_terminal_value(value, true, &room);
	tc_buf_printf(out, "%s  - %.*s\n", tag, TC_ARG(value));
}

/* "YYYY/MM/DD/other", the slashes also where nothing stands between them; the
 * last part, as "1998///Spring", is letters, blanks and hyphens (RIS Format
 * Specifications, "Year and Free Text Fields"). */
static void ris_date(struct tc_buf *out, const char *tag, struct tc_date d)
{
	static const char *const quarters[] = { "", "quý I", "quý II",
						"quý III", "quý IV" };

	if (!tc_date_known(d))
		return;
	tc_buf_printf(out, "%s  - %04d/", tag, d.year);
	if (d.month)
		tc_buf_printf(out, "%02d", d.month);
	tc_buf_addc(out, '/');
	if (d.month && d.day)
		tc_buf_printf(out, "%02d", d.day);
	tc_buf_printf(out, "/%s\n", quarters[d.quarter]);
}

static void ris_hit(const struct tc_output *o, const struct tc_hit *hit,
		    const struct tc_walk *w)
{
	const struct tc_article *a = &hit->record.article;
	const char *date = doubt(&a->published);

	tc_buf_puts(o->out, "TY  - ELEC\n");
	ris_field(o->out, "ID", tc_str0(a->id));
	ris_field(o->out, "TI", tc_article_title(a));
	ris_field(o->out, "AU", a->byline);
	if (tc_date_known(a->published.date))
		tc_buf_printf(o->out, "PY  - %04d\n", a->published.date.year);
	ris_date(o->out, "DA", a->published.date);
	ris_field(o->out, "T2", a->site);
	ris_field(o->out, "UR", a->url);
	ris_date(o->out, "Y2", accessed(o, a));
	ris_field(o->out, "LA", a->language);
	ris_field(o->out, "N1", a->capture.source);
	if (date)
		tc_buf_printf(o->out, "N1  - %s\n", date);
	ris_field(o->out, "DB", hit->archive);
	tc_buf_printf(o->out, "DP  - archive %.*s\nER  - \n\n",
		      TC_ARG(w->answer->generation));
}

const struct tc_export tc_export_bibtex = { .begin = bibtex_begin,
					    .hit = bibtex_hit };
const struct tc_export tc_export_csl = { .begin = csl_begin, .hit = csl_hit,
					 .end = csl_end };
const struct tc_export tc_export_ris = { .hit = ris_hit };

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/cites.h"

#include "base/language.h"
#include "fact/date.h"
#include "query/export.h"
#include "query/facet.h"
#include "query/output-facets.h"
#include "query/output-json.h"
#include "query/terminal.h"
#include "query/wrap.h"

#include <inttypes.h>

#define SHOWN 10	/* of each list, in text */
#define VALUE 10	/* the column of a value, behind its count */

/* ---- text and JSON ---- */

static void put_plain(const struct tc_output *o, struct tc_str value)
{
	tc_terminal_put(o->out, value);
}

static void put_list(const struct tc_output *o, const char *name,
		     const struct tc_facet_list *list, size_t most,
		     void (*put)(const struct tc_output *o, struct tc_str value))
{
	const size_t start = o->out->n;

	if (!list->n)
		return;
	tc_buf_printf(o->out, "\n%s\n", name);
	for (size_t i = 0; i < list->n && i < most; i++) {
		tc_buf_printf(o->out, "%8u  ", list->v[i].count);
		put(o, list->v[i].value);
		tc_buf_addc(o->out, '\n');
	}
	if (list->n > most) {
		tc_buf_printf(o->out, "%*s", VALUE, "");
		tc_buf_printf(o->out,
			      _("and %zu more (--format=json has all)\n"),
			      list->n - most);
	}
	tc_wrap_lines(o->out, start, o->columns, VALUE);
}

/* Where more than one is meant, or it is open which. */
static void put_documents(const struct tc_output *o, const struct tc_cites *c)
{
	const bool open = c->undecided > 0;

	if (c->documents.n + open < 2)
		return;
	put_list(o, c->documents.n > 1 ?
			    _("several documents have this number") :
			    _("by document"),
		 &c->documents, SHOWN, tc_facet_put_number);
	if (!open)
		return;
	const size_t start = o->out->n;
	tc_buf_printf(o->out, "%8" PRId64 "  %s\n", c->undecided,
		      _("of no known date"));
	tc_wrap_lines(o->out, start, o->columns, VALUE);
}

void tc_cites_text(const struct tc_output *o, const struct tc_cites *c)
{
	const struct tc_answer *a = &c->answer;
	const size_t start = o->out->n;
	char first[TC_DATE_MAX];

	tc_facet_put_number(o, c->number);
	/* TRANSLATORS: a number of articles follows */
	tc_buf_puts(o->out, _(": cited by "));
	tc_output_articles(a, o->out);
	if (c->undated)
		tc_buf_printf(o->out, _(", %u without a date"), c->undated);
	if (c->first.year)
		tc_buf_printf(o->out, _(", first %s"),
			      tc_date_print(c->first, first));
	if (c->peak.count)
		tc_buf_printf(o->out, _(", most in %.*s (%u)"),
			      TC_ARG(c->peak.value), c->peak.count);
	tc_buf_addc(o->out, '\n');
	tc_wrap_lines(o->out, start, o->columns, 4);
	put_documents(o, c);
	put_list(o, _("by year"), &c->by_year, SIZE_MAX, put_plain);
	put_list(o, _("units named"), &c->by_unit, SHOWN, put_plain);
	put_list(o, _("together with"), &c->with, SHOWN, tc_facet_put_number);
}

void tc_cites_json(const struct tc_output *o, const struct tc_cites *c)
{
	struct tc_json *top = tc_json_answer(o, &c->answer);
	char first[TC_DATE_MAX];

	tc_json_set_str(top, "number", c->number);
	tc_json_set(top, "documents", tc_json_values(&c->documents));
	tc_json_set(top, "undecided", c->undecided == TC_CITES_UNTOLD ?
					      tc_json_null() :
					      tc_json_int(c->undecided));
	tc_json_set_str_or_null(top, "first",
				tc_str0(tc_date_print(c->first, first)));
	tc_json_set_int(top, "undated", c->undated);
	tc_json_set(top, "peak", c->peak.count ? tc_json_value(&c->peak) :
						 tc_json_null());
	tc_json_set(top, "by_year", tc_json_values(&c->by_year));
	tc_json_set(top, "by_unit", tc_json_values(&c->by_unit));
	tc_json_set(top, "with", tc_json_values(&c->with));
	tc_json_put(o, top);
}

/* ---- the graph ---- */

/* Nodes are documents, not numbers: 18-NQ/TW is one of 2017 and one of 2022.
 * A mention that says no date is of a node without one. */
struct grapher {
	const struct tc_output *o;
	const struct tc_cites *c;
	const struct graph_form *form;
	struct tc_facet_list named;	/* documents that have their node */
	struct tc_facet_counter *names;
	bool has_asked;		/* one that was asked for is among them */
	struct tc_str archive;	/* of several, that of the article */
	struct tc_str name;	/* of the article's node */
};

struct graph_form {
	void (*begin)(const struct grapher *g);
	void (*article)(const struct grapher *g, const struct tc_article *a);
	void (*document)(const struct grapher *g, struct tc_str name,
			 bool asked);
	void (*edge)(const struct grapher *g, const struct tc_article *a,
		     const struct tc_number *n);
	void (*end)(const struct grapher *g);
};

static struct tc_str document_of(const struct tc_number *n)
{
	return n->id.n ? n->id : n->canonical;
}

/* Of the mentions of one document that one which prints its date, best the one
 * that contradicts the registry: a row stands for all of them. */
static const struct tc_number *stated_by(const struct tc_article *a,
					 const struct tc_number *n)
{
	const struct tc_str document = document_of(n);

	for (size_t i = 0; i < a->number_count; i++) {
		const struct tc_number *other = &a->numbers[i];
		if (!tc_str_eq(document_of(other), document))
			continue;
		if (other->conflict)
			return other;
		if (tc_date_known(other->date) && !tc_date_known(n->date))
			n = other;
	}
	return n;
}

/* The unit that the article is about; empty when that is not known. */
static struct tc_str subject_of(const struct tc_article *a)
{
	for (size_t i = 0; i < a->unit_count; i++)
		if (a->units[i].role == TC_UNIT_SUBJECT)
			return a->units[i].canonical;
	return TC_STR("");
}

/* Graphviz reads "&#8238;" in a string as HTML has it. */
static void put_quoted(struct tc_buf *out, struct tc_str value)
{
	TC_SCOPED_BUF room = { 0 };
	const struct tc_str s = tc_terminal_value(value, true, &room);

	tc_buf_addc(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			tc_buf_addc(out, '\\');
		tc_buf_addc(out, s.p[i]);
		if (s.p[i] == '&')
			tc_buf_puts(out, "amp;");
	}
	tc_buf_addc(out, '"');
}

/* What the graph was drawn from. */
static void put_source(const struct grapher *g, struct tc_buf *out)
{
	const struct tc_str options = g->o->options;

	tc_buf_printf(out, "%s%.*s, archive %.*s", options.n ? ", " : "",
		      TC_ARG(options), TC_ARG(g->c->answer.generation));
}

static void dot_begin(const struct grapher *g)
{
	struct tc_buf *out = g->o->out;

	tc_buf_puts(out, "digraph citations {\n  graph [label=");
	TC_SCOPED_BUF label = { 0 };
	tc_buf_printf(&label, "%.*s", TC_ARG(g->c->query));
	put_source(g, &label);
	put_quoted(out, tc_buf_str(&label));
	tc_buf_puts(out, "];\n  node [shape=box];\n");
}

static void dot_document(const struct grapher *g, struct tc_str name,
			 bool asked)
{
	if (!asked)	/* an edge is enough */
		return;
	tc_buf_puts(g->o->out, "  ");
	put_quoted(g->o->out, name);
	tc_buf_puts(g->o->out, " [style=bold];\n");
}

static void dot_article(const struct grapher *g, const struct tc_article *a)
{
	tc_buf_printf(g->o->out, "  \"%.*s\" [shape=ellipse, label=",
		      TC_ARG(g->name));
	put_quoted(g->o->out, tc_article_title(a));
	tc_buf_puts(g->o->out, "];\n");
}

static void dot_edge(const struct grapher *g, const struct tc_article *a,
		     const struct tc_number *n)
{
	(void)a;
	tc_buf_printf(g->o->out, "  \"%.*s\" -> ", TC_ARG(g->name));
	put_quoted(g->o->out, document_of(n));
	tc_buf_puts(g->o->out, ";\n");
}

static void dot_end(const struct grapher *g)
{
	tc_buf_puts(g->o->out, "}\n");
}

static void put_data(struct tc_buf *out, const char *key, struct tc_str value)
{
	if (!value.n)
		return;
	tc_buf_printf(out, "<data key=\"%s\">", key);
	tc_xml_put(out, value);
	tc_buf_puts(out, "</data>");
}

static void graphml_node(struct tc_buf *out, struct tc_str id,
			 const char *kind, struct tc_str title,
			 struct tc_date date, struct tc_str unit)
{
	char text[TC_DATE_MAX];

	tc_buf_puts(out, "<node id=\"");
	tc_xml_put(out, id);
	tc_buf_puts(out, "\">");
	put_data(out, "kind", tc_str0(kind));
	put_data(out, "title", title);
	put_data(out, "date", tc_str0(tc_date_print(date, text)));
	put_data(out, "unit", unit);
	tc_buf_puts(out, "</node>\n");
}

static void graphml_begin(const struct grapher *g)
{
	static const char *const keys[] = { "kind", "title", "date", "unit" };
	struct tc_buf *out = g->o->out;

	tc_buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			 "<graphml xmlns="
			 "\"http://graphml.graphdrawing.org/xmlns\">\n");
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		tc_buf_printf(out, "<key id=\"%s\" for=\"node\" "
			      "attr.name=\"%s\" attr.type=\"string\"/>\n",
			      keys[i], keys[i]);
	tc_buf_puts(out, "<graph edgedefault=\"directed\">\n<desc>");
	tc_xml_put(out, g->c->query);
	put_source(g, out);
	tc_buf_puts(out, "</desc>\n");
}

static void graphml_document(const struct grapher *g, struct tc_str name,
			     bool asked)
{
	(void)asked;
	graphml_node(g->o->out, name, "document", name, (struct tc_date){ 0 },
		     TC_STR(""));
}

static void graphml_article(const struct grapher *g,
			    const struct tc_article *a)
{
	graphml_node(g->o->out, g->name, "article", tc_article_title(a),
		     a->published.date, subject_of(a));
}

static void graphml_edge(const struct grapher *g, const struct tc_article *a,
			 const struct tc_number *n)
{
	(void)a;
	tc_buf_printf(g->o->out, "<edge source=\"%.*s\" target=\"",
		      TC_ARG(g->name));
	tc_xml_put(g->o->out, document_of(n));
	tc_buf_puts(g->o->out, "\"/>\n");
}

static void graphml_end(const struct grapher *g)
{
	tc_buf_puts(g->o->out, "</graph>\n</graphml>\n");
}

static const char *const columns[] = {
	"article", "date", "title", "number", "document", "printed", "stated",
	"conflict", "unit",
};

static void row_begin(const struct grapher *g, char between)
{
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		tc_buf_printf(g->o->out, "%.*s%s", i > 0, &between,
			      columns[i]);
	tc_output_stamp_name(g->o, between);
	if (tc_archives_several(g->c->archive))
		tc_buf_printf(g->o->out, "%carchive", between);
	tc_buf_addc(g->o->out, '\n');
}

static void row_edge(const struct grapher *g, const struct tc_article *a,
		     const struct tc_number *n, char between,
		     void (*put)(struct tc_buf *, struct tc_str))
{
	char date[TC_DATE_MAX], stated[TC_DATE_MAX];
	const struct tc_number *const told = stated_by(a, n);
	const struct tc_str cells[] = {
		tc_str0(a->id), tc_str0(tc_date_print(a->published.date, date)),
		tc_article_title(a), n->canonical, n->id, n->printed,
		tc_str0(tc_date_print(told->date, stated)),
		tc_str0(told->conflict ? "true" : "false"), subject_of(a),
	};

	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		if (i)
			tc_buf_addc(g->o->out, between);
		put(g->o->out, cells[i]);
	}
	tc_output_stamp(g->o, &g->c->answer, between);
	if (g->archive.n) {
		tc_buf_addc(g->o->out, between);
		put(g->o->out, g->archive);
	}
	tc_buf_addc(g->o->out, '\n');
}

static void csv_begin(const struct grapher *g)
{
	row_begin(g, ',');
}

static void csv_edge(const struct grapher *g, const struct tc_article *a,
		     const struct tc_number *n)
{
	row_edge(g, a, n, ',', tc_csv_put);
}

static void tsv_begin(const struct grapher *g)
{
	row_begin(g, '\t');
}

static void tsv_edge(const struct grapher *g, const struct tc_article *a,
		     const struct tc_number *n)
{
	row_edge(g, a, n, '\t', tc_tsv_put);
}

static const struct graph_form forms[] = {
	[TC_GRAPH_DOT] = { dot_begin, dot_article, dot_document, dot_edge,
			   dot_end },
	[TC_GRAPH_GRAPHML] = { graphml_begin, graphml_article,
			       graphml_document, graphml_edge, graphml_end },
	[TC_GRAPH_CSV] = { csv_begin, NULL, NULL, csv_edge, NULL },
	[TC_GRAPH_TSV] = { tsv_begin, NULL, NULL, tsv_edge, NULL },
};

/* Each document once; a mention without a date is one of a document that the
 * article tells the date of elsewhere. */
static bool is_new(const struct tc_article *a, size_t i)
{
	const struct tc_number *n = &a->numbers[i];

	for (size_t j = 0; j < a->number_count; j++) {
		const struct tc_number *other = &a->numbers[j];
		if (!tc_str_eq(other->canonical, n->canonical))
			continue;
		if (j < i && tc_str_eq(other->id, n->id))
			return false;
		if (other->id.n && !n->id.n)
			return false;
	}
	return true;
}

static void name_document(struct grapher *g, struct tc_str name, bool asked)
{
	const size_t before = g->named.n;

	if (!g->form->document)
		return;
	g->has_asked |= asked;
	tc_facet_count_one(g->names, name);
	if (g->named.n > before)
		g->form->document(g, name, asked);
}

static int put_article(void *ctx, const struct tc_walk_hit *hit,
		       struct tc_error *err)
{
	struct grapher *g = ctx;
	const struct tc_article *a = &hit->look->record.article;
	TC_SCOPED_BUF name = { 0 };

	g->archive = tc_archives_of(g->c->archive, hit->look->hit.docid);
	tc_archives_put_name(g->c->archive, g->archive, tc_str0(a->id), &name);
	g->name = tc_buf_str(&name);
	if (g->form->article)
		g->form->article(g, a);
	for (size_t i = 0; i < a->number_count; i++) {
		const struct tc_number *n = &a->numbers[i];
		if (!is_new(a, i))
			continue;
		name_document(g, document_of(n), tc_cites_asks(g->c, n));
		g->form->edge(g, a, n);
	}
	return tc_output_drain(g->o, false, err);
}

int tc_cites_graph(const struct tc_output *o, struct tc_cites *c,
		   enum tc_graph form, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct grapher g = { .o = o, .c = c, .form = &forms[form] };
	struct tc_search_options all = c->o;
	struct tc_walk w = { .archive = c->archive, .o = &all,
			     .answer = &c->answer, .each = put_article,
			     .ctx = &g };

	g.names = tc_facet_counter(&g.named, &arena);
	all.limit = TC_LIMIT_NONE;
	g.form->begin(&g);
	if (tc_walk(&w, err) != 0)
		return -1;
	if (!g.has_asked)
		name_document(&g, c->number, true);
	if (g.form->end)
		g.form->end(&g);
	c->answer.partial |= w.partial;
	return 0;
}

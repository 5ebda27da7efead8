/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/timeline.h"

#include "base/language.h"
#include "fact/date.h"
#include "query/export.h"
#include "query/output-json.h"
#include "query/terminal.h"
#include "query/wrap.h"
#include "text/utf8.h"

#include <stdio.h>

/* Of no query at all, every article is counted. */
static struct tc_str named(struct tc_str query)
{
	return query.n ? query : TC_STR("all articles");
}

static uint32_t highest(const struct tc_timeline *t)
{
	uint32_t top = 1;

	for (size_t i = 0; i < t->buckets.n; i++)
		for (size_t s = 0; s < t->series; s++)
			if (t->buckets.v[i].count[s] > top)
				top = t->buckets.v[i].count[s];
	return top;
}

/* ---- text ---- */

/* A bar in eighths of a column (U+2588 to U+258F), at least one. */
static void put_bar(struct tc_buf *out, uint32_t count, uint32_t top,
		    size_t columns)
{
	static const char *const parts[] = { "", "▏", "▎", "▍", "▌", "▋", "▊",
					     "▉" };
	uint64_t eighths = (uint64_t)count * columns * 8 / top;

	if (!eighths)
		eighths = 1;
	for (; eighths >= 8; eighths -= 8)
		tc_buf_puts(out, "█");
	tc_buf_puts(out, parts[eighths]);
}

static void put_row(const struct tc_output *o, const struct tc_timeline *t,
		    const struct tc_bucket *b, uint32_t top)
{
	enum { LABEL = 8, COUNT = 8 };
	char from[TC_DATE_MAX];
	size_t left = o->columns > LABEL + COUNT + 12 ?
			      o->columns - LABEL - COUNT - 1 : 12;

	tc_date_print(b->from, from);
	for (size_t s = 0; s < t->series; s++) {
		tc_buf_printf(o->out, "%-*s", LABEL, s ? "" : from);
		if (t->series > 1)
			tc_buf_printf(o->out, "%zu", s + 1);
		tc_buf_printf(o->out, "%*u", COUNT - (t->series > 1 ? 2 : 1),
			      b->count[s]);
		if (b->count[s]) {
			tc_buf_addc(o->out, ' ');
			put_bar(o->out, b->count[s], top, left);
		}
		tc_buf_addc(o->out, '\n');
	}
}

static void put_total(const struct tc_output *o, const struct tc_answer *a)
{
	tc_output_articles(a, o->out);
	if (a->lost_count)
		tc_buf_puts(o->out, _(" in the shards that answer"));
	else if (a->partial)
		tc_buf_puts(o->out, _(" when the time was up"));
}

static void put_totals(const struct tc_output *o, const struct tc_timeline *t)
{
	const size_t start = o->out->n;

	for (size_t s = 0; s < t->series; s++) {
		if (t->series > 1) {
			tc_buf_printf(o->out, "%zu  ", s + 1);
			tc_terminal_put(o->out,
					t->query[s].n ? t->query[s] :
						tc_str0(_("everything")));
			tc_buf_puts(o->out, ": ");
		}
		put_total(o, &t->answer[s]);
		if (t->undated[s])
			tc_buf_printf(o->out, _(", %u without a date"),
				      t->undated[s]);
		tc_buf_addc(o->out, '\n');
	}
	tc_wrap_lines(o->out, start, o->columns, 4);
}

void tc_timeline_text(const struct tc_output *o, const struct tc_timeline *t)
{
	uint32_t top = highest(t);

	put_totals(o, t);
	for (size_t i = 0; i < t->buckets.n; i++)
		put_row(o, t, &t->buckets.v[i], top);
	if (t->coarser.n)
		tc_buf_puts(o->out, _("no finer than\n"));
	for (size_t i = 0; i < t->coarser.n; i++)
		put_row(o, t, &t->coarser.v[i], top);
}

/* ---- tables ---- */

static void put_counts(const struct tc_output *o, const struct tc_timeline *t,
		       const char *from, const uint32_t *count, char between)
{
	tc_buf_puts(o->out, from);
	for (size_t s = 0; s < t->series; s++)
		tc_buf_printf(o->out, "%c%u", between, count[s]);
	tc_output_stamp(o, &t->answer[0], between);
	tc_buf_addc(o->out, '\n');
}

void tc_timeline_csv(const struct tc_output *o, const struct tc_timeline *t,
		     char between)
{
	const struct tc_buckets *lists[] = { &t->buckets, &t->coarser };
	char from[TC_DATE_MAX];

	tc_buf_puts(o->out, "from");
	for (size_t s = 0; s < t->series; s++) {
		tc_buf_addc(o->out, between);
		if (t->series == 1)
			tc_buf_puts(o->out, "count");
		else if (between == ',')
			tc_csv_put(o->out, named(t->query[s]));
		else
			tc_tsv_put(o->out, named(t->query[s]));
	}
	tc_output_stamp_name(o, between);
	tc_buf_addc(o->out, '\n');
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < lists[k]->n; i++) {
			const struct tc_bucket *b = &lists[k]->v[i];
			put_counts(o, t, tc_date_print(b->from, from),
				   b->count, between);
		}
	put_counts(o, t, "", t->undated, between);
}

/* ---- JSON ---- */

static struct tc_json *bucket_json(const struct tc_bucket *b, size_t series,
				   bool compare)
{
	struct tc_json *one = tc_json_object(), *counts;
	char from[TC_DATE_MAX];

	tc_json_set_cstr(one, "from", tc_date_print(b->from, from));
	if (!compare) {
		tc_json_set_int(one, "count", b->count[0]);
		return one;
	}
	counts = tc_json_array();
	for (size_t s = 0; s < series; s++)
		tc_json_push(counts, tc_json_int(b->count[s]));
	tc_json_set(one, "counts", counts);
	return one;
}

static struct tc_json *buckets_json(const struct tc_buckets *b, size_t series,
				    bool compare)
{
	struct tc_json *list = tc_json_array();

	for (size_t i = 0; i < b->n; i++)
		tc_json_push(list, bucket_json(&b->v[i], series, compare));
	return list;
}

static struct tc_json *series_json(const struct tc_output *o,
				    const struct tc_timeline *t)
{
	struct tc_json *list = tc_json_array();

	for (size_t s = 0; s < t->series; s++) {
		const struct tc_answer *a = &t->answer[s];
		struct tc_json *one = tc_json_object();
		tc_json_set(one, "query", tc_json_query(o, t->query[s], a));
		tc_json_set(one, "total", tc_json_total(a));
		tc_json_set_int(one, "undated", t->undated[s]);
		tc_json_push(list, one);
	}
	return list;
}

bool tc_timeline_partial(const struct tc_timeline *t)
{
	for (size_t s = 0; s < t->series; s++)
		if (t->answer[s].partial)
			return true;
	return false;
}

void tc_timeline_json(const struct tc_output *o, const struct tc_timeline *t,
		      bool compare)
{
	struct tc_json *top;

	if (compare) {
		top = tc_json_object();
		tc_json_set_int(top, "format_version", TC_FORMAT_VERSION);
		tc_json_set_str(top, "generation", t->answer[0].generation);
		tc_json_set_bool(top, "partial", tc_timeline_partial(t));
		tc_json_set_lost(top, &t->answer[0]);
		tc_json_set(top, "queries", series_json(o, t));
	} else {
		top = tc_json_answer(o, &t->answer[0]);
		tc_json_set_int(top, "undated", t->undated[0]);
	}
	tc_json_set_cstr(top, "by", tc_period_name(t->by));
	tc_json_set(top, "buckets",
		    buckets_json(&t->buckets, t->series, compare));
	tc_json_set(top, "coarser",
		    buckets_json(&t->coarser, t->series, compare));
	tc_json_put(o, top);
}

/* ---- SVG: time to the right at its true scale, a bar a period ---- */

enum { WIDTH = 960, LEFT = 60, BOTTOM = 40, FIELD = 240, LINE = 16 };

/* Told apart by those who see no red or green (Okabe and Ito). */
static const char *const colors[TC_SERIES_MAX] = {
	"#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"
};

struct scale {
	int32_t first, last;	/* periods */
	uint32_t top;
	int ground;		/* the axis, below a line for each query */
	double step;		/* pixels a period */
};

static struct scale scale_of(const struct tc_timeline *t)
{
	const struct tc_buckets *b = &t->buckets;
	struct scale s = { .top = highest(t),
			   .ground = 24 + LINE * (int)t->series + FIELD };

	if (b->n) {
		s.first = tc_period_of(b->v[0].from, t->by);
		s.last = tc_period_of(b->v[b->n - 1].from, t->by);
	}
	s.step = (double)(WIDTH - LEFT - 20) / (s.last - s.first + 1);
	return s;
}

static void svg_bar(const struct tc_output *o, const struct tc_timeline *t,
		    const struct scale *s, const struct tc_bucket *b,
		    size_t series)
{
	double width = s->step * .9 / (double)t->series;
	double height = (double)b->count[series] * FIELD / s->top;
	double x = LEFT + s->step * (tc_period_of(b->from, t->by) - s->first) +
		   width * (double)series;
	char from[TC_DATE_MAX];

	if (!b->count[series])
		return;
	tc_buf_printf(o->out,
		      "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" "
		      "height=\"%.2f\" fill=\"%s\"><title>%s: %u</title>"
		      "</rect>\n", x, s->ground - height,
		      width < .5 ? .5 : width, height, colors[series],
		      tc_date_print(b->from, from), b->count[series]);
}

static void svg_axis(const struct tc_output *o, const struct tc_timeline *t,
		     const struct scale *s)
{
	enum { LABELS = 12 };
	int32_t count = s->last - s->first + 1;
	int32_t every = (count + LABELS - 1) / LABELS;
	char from[TC_DATE_MAX];

	tc_buf_printf(o->out,
		      "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" "
		      "stroke=\"#444\"/>\n<text x=\"%d\" y=\"%d\" "
		      "text-anchor=\"end\">%u</text>\n",
		      LEFT, s->ground, WIDTH - 20, s->ground,
		      LEFT - 6, s->ground - FIELD + 10, s->top);
	for (int32_t i = 0; t->buckets.n && i < count; i += every)
		tc_buf_printf(o->out, "<text x=\"%.2f\" y=\"%d\">%s</text>\n",
			      LEFT + s->step * i, s->ground + 18,
			      tc_date_print(tc_period_from(s->first + i,
							   t->by), from));
}

/* As much of a query as fits the width; <title> has all of it. */
static void svg_query(const struct tc_output *o, struct tc_str query)
{
	enum { CHARACTERS = 110 };
	const char *p = query.p;

	for (int i = 0; i < CHARACTERS && p < tc_str_end(query); i++)
		tc_utf8_next(&p, tc_str_end(query));
	tc_xml_put(o->out, tc_str_trim(tc_str(query.p,
					      (size_t)(p - query.p))));
	if (p < tc_str_end(query))
		tc_buf_puts(o->out, " ...");
}

/* A line each: side by side they would run into each other.  What has no bar
 * is told. */
static void svg_legend(const struct tc_output *o, const struct tc_timeline *t)
{
	for (size_t s = 0; s < t->series; s++) {
		uint32_t coarser = 0;
		for (size_t i = 0; i < t->coarser.n; i++)
			coarser += t->coarser.v[i].count[s];
		tc_buf_printf(o->out,
			      "<text x=\"%d\" y=\"%zu\" fill=\"%s\">",
			      LEFT, 24 + s * LINE, colors[s]);
		svg_query(o, named(t->query[s]));
		tc_buf_printf(o->out, " (%u", t->answer[s].total);
		if (coarser)
			tc_buf_printf(o->out, ", %u no finer than a %s", coarser,
				      t->by == TC_PERIOD_MONTH ? "quarter" :
								 "year");
		if (t->undated[s])
			tc_buf_printf(o->out, ", %u without a date",
				      t->undated[s]);
		tc_buf_puts(o->out, ")</text>\n");
	}
}

void tc_timeline_svg(const struct tc_output *o, const struct tc_timeline *t)
{
	struct scale s = scale_of(t);

	tc_buf_printf(o->out,
		      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
		      "height=\"%d\" viewBox=\"0 0 %d %d\" "
		      "font-family=\"sans-serif\" font-size=\"12\">\n<title>",
		      WIDTH, s.ground + BOTTOM, WIDTH, s.ground + BOTTOM);
	for (size_t i = 0; i < t->series; i++) {
		tc_buf_puts(o->out, i ? " / " : "");
		tc_xml_put(o->out, named(t->query[i]));
	}
	tc_buf_puts(o->out, "</title>\n<desc>archive ");
	tc_xml_put(o->out, t->answer[0].generation);
	tc_buf_printf(o->out, ", by %s", tc_period_name(t->by));
	if (o->options.n)
		tc_buf_printf(o->out, ", %.*s", TC_ARG(o->options));
	tc_buf_puts(o->out, "</desc>\n");
	svg_legend(o, t);
	svg_axis(o, t, &s);
	for (size_t i = 0; i < t->buckets.n; i++)
		for (size_t k = 0; k < t->series; k++)
			svg_bar(o, t, &s, &t->buckets.v[i], k);
	tc_buf_puts(o->out, "</svg>\n");
}

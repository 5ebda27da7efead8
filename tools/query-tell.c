/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/query-tell.h"

#include "base/language.h"
#include "fact/date.h"
#include "query/output.h"
#include "tools/tell.h"

#include <inttypes.h>
#include <stdio.h>

void query_tell(struct tc_str message)
{
	tell("tracuu", "%.*s", TC_ARG(message));
}

static bool has_note(const struct tc_answer *a, struct tc_str note)
{
	for (size_t i = 0; i < a->plan.note_count; i++)
		if (tc_str_eq(a->plan.notes[i], note))
			return true;
	return false;
}

/* Those that none of the answers before has. */
static void tell_notes(const struct tc_answer *answers,
		       const struct tc_answer *a)
{
	for (size_t i = 0; i < a->plan.note_count; i++) {
		const struct tc_answer *told = answers;
		while (told < a && !has_note(told, a->plan.notes[i]))
			told++;
		if (told == a)
			query_tell(a->plan.notes[i]);
	}
}

static void add_option(struct tc_buf *out, const char *name, const char *value)
{
	tc_buf_printf(out, "%s--%s%s%s", out->n ? " " : "", name,
		      *value ? "=" : "", value);
}

static void add_number(struct tc_buf *out, const char *name, uint64_t n)
{
	char value[24];

	snprintf(value, sizeof value, "%" PRIu64, n);
	add_option(out, name, value);
}

static void add_date(struct tc_buf *out, const char *name, struct tc_date d)
{
	char value[TC_DATE_MAX];

	if (tc_date_known(d))
		add_option(out, name, tc_date_print(d, value));
}

void query_tell_options(const struct query_options *o, struct tc_buf *out)
{
	const struct tc_search_options *s = &o->search;

	add_date(out, "from", s->plan.from);
	add_date(out, "to", s->plan.to);
	if (s->plan.undated)
		add_option(out, "undated", "");
	if (s->as_of)
		add_number(out, "as-of", (uint64_t)s->as_of);
	if (s->match != TC_MATCH_AUTO)
		add_option(out, "match",
			   s->match == TC_MATCH_ANY ? "any" : "all");
	if (s->expansion)
		add_number(out, "max-expansion", s->expansion);
	if (o->sample) {
		add_number(out, "sample", o->sample);
		add_number(out, "seed", o->seed);
	}
}

static void tell_stamp(const struct query_options *o, const struct tc_answer *a)
{
	TC_SCOPED_BUF options = { 0 };
	TC_SCOPED_BUF stamp = { 0 }, articles = { 0 };

	tc_output_articles(a, &articles);
	tc_buf_printf(&stamp, _("archive %.*s, %s, query: %.*s"),
		      TC_ARG(a->generation), tc_buf_cstr(&articles),
		      TC_ARG(a->understood));
	query_tell_options(o, &options);
	if (options.n)
		tc_buf_printf(&stamp, _("; options: %s"),
			      tc_buf_cstr(&options));
	query_tell(tc_buf_str(&stamp));
}

/* Whether the format holds what is to be said. */
static bool is_held(const struct query_options *o)
{
	return o->format == QUERY_JSON || o->format == QUERY_JSONL;
}

void query_tell_partial(const struct query_options *o,
			const struct tc_answer *a, bool partial)
{
	if (partial && !a->lost_count && !is_held(o))
		query_tell(tc_str0(_("the time was up: what is printed is not "
				     "all")));
}

void query_tell_answers(const struct query_options *o,
			const struct tc_answer *a, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!is_held(o))
			tell_notes(a, &a[i]);
		if (o->stamp)
			tell_stamp(o, &a[i]);
	}
}

void query_tell_answer(const struct query_options *o,
		       const struct tc_answer *a)
{
	query_tell_answers(o, a, 1);
}

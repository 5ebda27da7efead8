/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/describe.h"

#include "base/language.h"
#include "fact/date.h"
#include "text/fold.h"

static void add_flat(struct tc_str s, struct tc_buf *out)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		tc_buf_addc(out, c < 0x20 || c == 0x7F ? ' ' : s.p[i]);
	}
}

static void add_why(struct tc_str printed, const char *rule, float confidence,
		    struct tc_buf *out)
{
	/* TRANSLATORS: how a fact is printed, the rule that found it, and a
	 * confidence follow: (printed '21-NQ/TW'; rule, 0.90) */
	tc_buf_puts(out, _(" (printed '"));
	add_flat(printed, out);
	tc_buf_printf(out, "'; %s, %.2f)", tc_rule_say(rule),
		      (double)confidence);
}

void tc_describe_number(const struct tc_number *n, struct tc_buf *out)
{
	char date[TC_DATE_MAX];

	add_flat(n->canonical, out);
	if (n->id.n && !tc_str_eq(n->id, n->canonical)) {
		tc_buf_puts(out, " = ");
		add_flat(n->id, out);
	}
	if (n->date.day || n->date.year)
		tc_buf_printf(out, _(", dated %s"), tc_date_print(n->date, date));
	if (n->conflict)
		tc_buf_puts(out, _(", CONTRADICTS the registry"));
	if (n->issuer_unit.n) {
		/* TRANSLATORS: a unit follows */
		tc_buf_puts(out, _(", of "));
		add_flat(n->issuer_unit, out);
	}
	add_why(n->printed, n->rule, n->confidence, out);
}

void tc_describe_date(const struct tc_date_mention *d, struct tc_buf *out)
{
	char from[TC_DATE_MAX], to[TC_DATE_MAX];

	tc_date_print(d->from, from);
	tc_date_print(d->to, to);
	tc_buf_puts(out, from);
	if (strcmp(from, to) != 0)
		tc_buf_printf(out, "/%s", to);
	tc_buf_printf(out, ", %s%s%s", _(tc_role_name(d->role)),
		      d->inferred ? _(", year inferred") : "",
		      d->conflict ? _(", CONTRADICTS another date") : "");
	add_why(d->printed, d->rule, d->confidence, out);
}

void tc_describe_unit(const struct tc_unit *u, struct tc_buf *out)
{
	add_flat(u->canonical, out);
	tc_buf_printf(out, " [%s]", _(u->kind));
	for (size_t i = 0; i < u->parent_count; i++) {
		tc_buf_puts(out, " < ");
		add_flat(u->parents[i], out);
	}
	if (u->today.n) {
		/* TRANSLATORS: the name of the province follows */
		tc_buf_puts(out, _(", today "));
		add_flat(u->today, out);
	}
	if (u->role == TC_UNIT_SUBJECT)
		tc_buf_puts(out, _(", subject"));
	add_why(u->printed, u->rule, u->confidence, out);
}

static void begin_line(uint32_t start, uint32_t end, bool spans,
		       const char *what, struct tc_buf *out)
{
	tc_buf_printf(out, "%6u", start);
	if (spans)
		tc_buf_printf(out, "-%-6u", end);
	tc_buf_puts(out, "  ");
	tc_text_pad(out, tc_str0(what), 7);
	tc_buf_puts(out, "  ");
}

void tc_describe_facts(const struct tc_article *a, bool spans,
		       struct tc_buf *out)
{
	for (size_t i = 0; i < a->number_count; i++) {
		const struct tc_number *n = &a->numbers[i];
		begin_line(n->start, n->end, spans, _("number"), out);
		tc_describe_number(n, out);
		tc_buf_addc(out, '\n');
	}
	for (size_t i = 0; i < a->date_count; i++) {
		const struct tc_date_mention *d = &a->dates[i];
		begin_line(d->start, d->end, spans, _("date"), out);
		tc_describe_date(d, out);
		tc_buf_addc(out, '\n');
	}
	for (size_t i = 0; i < a->unit_count; i++) {
		const struct tc_unit *u = &a->units[i];
		begin_line(u->start, u->end, spans, _("unit"), out);
		tc_describe_unit(u, out);
		tc_buf_addc(out, '\n');
	}
}

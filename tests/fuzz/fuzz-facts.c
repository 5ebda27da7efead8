/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Facts of any bytes.  Whatever the text: the facts of a kind stand in its
 * order, inside it, on character boundaries and beside each other; what they
 * say prints to a form that reads back as the same; a date that the tokens
 * tell at once is the one that the grammar of pieces reads; the tables come
 * from TRACUU_DATADIR.
 */
#include "config.h"

#include "fact/date.h"
#include "fact/date-context.h"
#include "fact/docnum.h"
#include "fact/extract.h"
#include "fact/unit.h"
#include "text/normalize.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct tc_rules rules;

static void fail(const char *what, struct tc_str where)
{
	fprintf(stderr, "fuzz-facts: %s: '%.*s'\n", what, TC_ARG(where));
	abort();
}

static void load_rules(void)
{
	const char *dir = getenv("TRACUU_DATADIR");
	TC_SCOPED_BUF path = { 0 };
	struct tc_error err;
	struct tc_registry *registry = tc_registry_new();
	struct tc_gazetteer *gazetteer = tc_gazetteer_new();

	tc_buf_printf(&path, "%s/registry.tsv", dir ? dir : "src/fact");
	if (tc_registry_load(registry, path.p, NULL, NULL, &err) != 0)
		fail(err.message, tc_buf_str(&path));
	tc_buf_clear(&path);
	tc_buf_printf(&path, "%s/gazetteer.tsv", dir ? dir : "src/fact");
	if (tc_gazetteer_load(gazetteer, path.p, NULL, NULL, &err) != 0)
		fail(err.message, tc_buf_str(&path));
	rules = (struct tc_rules){ registry, gazetteer };
}

static bool on_boundary(struct tc_str text, uint32_t at)
{
	return at == text.n || (text.p[at] & 0xC0) != 0x80;
}

/* The span of a fact behind the one that ended at *last. */
static void check_span(const struct tc_article *a, uint32_t start,
		       uint32_t end, struct tc_str printed, uint32_t *last)
{
	if (start >= end || end > a->text.n)
		fail("a span leaves the text", printed);
	if (start < *last)
		fail("two facts of a kind overlap", printed);
	if (!on_boundary(a->text, start) || !on_boundary(a->text, end))
		fail("a span cuts a character", printed);
	if (!tc_str_eq(printed, tc_str(a->text.p + start, end - start)))
		fail("what is printed is not in the span", printed);
	*last = end;
}

static void check_number(const struct tc_number *n, struct tc_arena *arena)
{
	struct tc_number again = { 0 };
	struct tc_str at;

	if (!tc_docnum_parse(n->canonical, false, arena, &again, &at) &&
	    !tc_docnum_parse(n->canonical, true, arena, &again, &at))
		fail("a canonical number does not parse", n->canonical);
	if (!tc_str_eq(n->canonical, again.canonical))
		fail("a canonical number parses to another", n->canonical);
}

static bool same_date(struct tc_date a, struct tc_date b)
{
	return a.year == b.year && a.quarter == b.quarter &&
	       a.month == b.month && a.day == b.day;
}

static void check_date(struct tc_date d, struct tc_str printed)
{
	char text[TC_DATE_MAX];
	struct tc_date again;

	if (!tc_date_valid(d))
		fail("there is no such date", printed);
	if (!tc_date_read(tc_str0(tc_date_print(d, text)), &again) ||
	    !same_date(d, again))
		fail("a date prints to another", printed);
}

/* The key by which a query finds it is one, and the kind is of the list. */
static void check_unit(const struct tc_unit *u)
{
	TC_SCOPED_BUF key = { 0 };

	tc_unit_key_add(u->canonical, &key);
	if (!key.n)
		fail("a unit without a name", u->printed);
	if (!tc_unit_kind_find(tc_str0(u->kind)))
		fail("a kind that is not of the list", u->printed);
}

static void check_numbers(const struct tc_article *a, struct tc_arena *arena)
{
	uint32_t last = 0;

	for (size_t i = 0; i < a->number_count; i++) {
		const struct tc_number *n = &a->numbers[i];
		check_span(a, n->start, n->end, n->printed, &last);
		check_number(n, arena);
	}
}

static void check_dates(const struct tc_article *a)
{
	uint32_t last = 0;

	for (size_t i = 0; i < a->date_count; i++) {
		const struct tc_date_mention *d = &a->dates[i];
		check_span(a, d->start, d->end, d->printed, &last);
		check_date(d->from, d->printed);
		check_date(d->to, d->printed);
	}
}

static void check_units(const struct tc_article *a)
{
	size_t subjects = 0;
	uint32_t last = 0;

	for (size_t i = 0; i < a->unit_count; i++) {
		const struct tc_unit *u = &a->units[i];
		check_span(a, u->start, u->end, u->printed, &last);
		check_unit(u);
		subjects += u->role == TC_UNIT_SUBJECT;
		if (u->parent_count > TC_UNIT_PARENTS_MAX)
			fail("too many parents", u->printed);
	}
	if (subjects > 1)
		fail("two subjects", tc_article_title(a));
}

static void check_plain(const struct tc_scan *s, size_t i,
			enum tc_trigger trigger)
{
	const struct tc_str here = tc_str_from(s->text, s->tokens.v[i].off);
	struct tc_date_match plain = { 0 }, m;
	const enum tc_date_said said = tc_date_plain(s, i, trigger, &plain);

	if (said == TC_DATE_IN_DOUBT)
		return;
	const bool found = tc_date_match(s->text, s->tokens.v[i].off, trigger,
					 &m);
	if (found != (said == TC_DATE_THERE) || (!found && m.refused))
		fail("tokens and pieces do not agree that it is a date", here);
	if (found && (m.start != plain.start || m.end != plain.end ||
		      !same_date(m.from, plain.from) ||
		      !same_date(m.to, plain.to) || m.list || m.pair_end ||
		      m.two_digit))
		fail("tokens and pieces read two dates", here);
}

static void check_plain_dates(const struct tc_article *a,
			      struct tc_tokens tokens, struct tc_arena *arena)
{
	struct tc_scan scan = { .text = a->text, .tokens = tokens,
				.arena = arena };

	tc_scan_mark(&scan);
	for (size_t i = 0; i < tokens.n; i++)
		for (int t = TC_TRIGGER_NONE; t <= TC_TRIGGER_STRONG; t++)
			check_plain(&scan, i, (enum tc_trigger)t);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF valid = { 0 }, normal = { 0 };
	struct tc_tokens tokens;

	if (!rules.registry)
		load_rules();
	tc_utf8_scrub(tc_str((const char *)data, size), &valid);
	tc_normalize(tc_buf_str(&valid), &normal);
	struct tc_article a = { .text = tc_buf_str(&normal),
				.site = TC_STR("langson.gov.vn") };
	size_t line = tc_str_find(a.text, TC_STR("\n"), 0);
	a.title_len = line == SIZE_MAX ? 0 : (uint32_t)line;
	tc_extract(&a, &rules, &arena, &tokens);
	check_numbers(&a, &arena);
	check_dates(&a);
	check_units(&a);
	check_plain_dates(&a, tokens, &arena);
	return 0;
}

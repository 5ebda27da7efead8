/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/extract.h"

#include "fact/date.h"
#include "fact/docnum.h"
#include "fact/issuer.h"
#include "fact/published-year.h"
#include "fact/published.h"
#include "fact/registry-owner.h"
#include "fact/unit.h"

struct site {
	const struct tc_place *place;	/* NULL: of no province */
	struct tc_seat seat;
};

static bool is_local_congress(const struct tc_number *n)
{
	return n->rule == tc_rule_congress_level ||
	       n->rule == tc_rule_congress_local;
}

/* The unit that the resolution's words name, completed by the article or the
 * site; one that stays a mere level makes no document of its own. */
static void units_of_congresses(struct tc_arena *arena,
				struct tc_number_list *numbers,
				const struct tc_unit_list *units)
{
	size_t u = 0;

	for (size_t i = 0; i < numbers->n; i++) {
		struct tc_number *n = &numbers->v[i];
		if (!is_local_congress(n))
			continue;
		while (u < units->n && units->v[u].start < n->start)
			u++;
		const struct tc_unit *unit = u < units->n ? &units->v[u] : NULL;
		if (unit && unit->start < n->end &&
		    tc_str_starts(unit->canonical, n->issuer_unit)) {
			size_t slash = tc_str_find(n->canonical, TC_STR("/"), 0);
			const struct tc_str parts[] = {
				tc_str(n->canonical.p, slash + 1),
				unit->canonical,
			};
			n->canonical = tc_arena_join(arena, parts, 2);
			n->issuer_unit = unit->canonical;
			n->rule = tc_rule_congress_local;
		}
		n->id = n->rule == tc_rule_congress_local ? n->canonical
							  : TC_STR("");
	}
}

/* The subject is told by another mention than units->v[i]. */
static void pass_subject_on(struct tc_unit_list *units, size_t i)
{
	for (size_t k = 0; units->v[i].role == TC_UNIT_SUBJECT && k < units->n;
	     k++)
		if (k != i && tc_str_eq(units->v[k].canonical,
					units->v[i].canonical)) {
			units->v[k].role = TC_UNIT_SUBJECT;
			return;
		}
}

/* "12-HD/BTC TW": the letters of a symbol are no mention of whose it is. */
static void drop_in_symbols(const struct tc_number_list *numbers,
			    struct tc_unit_list *units)
{
	size_t kept = 0;

	for (size_t i = 0, k = 0; i < units->n; i++) {
		while (k < numbers->n && numbers->v[k].end < units->v[i].end)
			k++;
		const struct tc_number *const n =
			k < numbers->n ? &numbers->v[k] : NULL;
		if (n && n->start < units->v[i].start && n->printed.n &&
		    *n->printed.p >= '0' && *n->printed.p <= '9') {
			pass_subject_on(units, i);
			continue;
		}
		if (kept < i)
			units->v[kept] = units->v[i];
		kept++;
	}
	units->n = kept;
}

/* The unit that a rule for the site names stands in where the text has no
 * subject: without a place in it. */
static void add_default(struct tc_article *a, const struct tc_rules *rules,
			const struct site *site, struct tc_arena *arena,
			struct tc_unit_list *units)
{
	struct tc_scan scan = { .text = a->default_unit, .arena = arena };
	struct tc_unit_list named = { 0 };

	for (size_t i = 0; i < units->n; i++)
		if (units->v[i].role == TC_UNIT_SUBJECT)
			return;
	tc_tokenize(scan.text, arena, &scan.tokens);
	tc_scan_mark(&scan);
	tc_unit_scan(&scan, rules->gazetteer, site->place, site->seat, &named);
	if (!named.n)
		return;
	units->v = tc_arena_grow(arena, units->v, units->n, &units->cap,
				 sizeof *units->v);
	memmove(units->v + 1, units->v, units->n++ * sizeof *units->v);
	units->v[0] = named.v[0];
	units->v[0].start = units->v[0].end = 0;
	units->v[0].printed = (struct tc_str){ NULL, 0 };
	units->v[0].role = TC_UNIT_SUBJECT;
	units->v[0].rule = TC_RULE_SITE;
}

/* The day is written as the gazetteer's are. */
static bool is_after(struct tc_date d, struct tc_str day)
{
	char text[TC_DATE_MAX];

	return tc_str_cmp(tc_str0(tc_date_print(d, text)), day) > 0;
}

static const struct tc_place *on_day(const struct tc_gazetteer *g,
				     const struct tc_place *place,
				     struct tc_date day)
{
	char text[TC_DATE_MAX];

	return tc_gazetteer_on(g, place, tc_str0(tc_date_print(day, text)));
}

/* Its first, where no day is known. */
static struct tc_str day_text(struct tc_date date, struct tc_arena *arena)
{
	const struct tc_date day = tc_date_first_day(date);
	char text[TC_DATE_MAX];

	if (!tc_date_known(day))
		return TC_STR("");
	return tc_arena_str(arena, tc_str0(tc_date_print(day, text)));
}

/* The day on which the last districts were. */
#define DISTRICTS_UNTIL "2025-06-30"

/* The province and the district of the site, as they were on the article's
 * day; of an article from after the province's end, the one that it is part of
 * since. */
static struct site site_of(const struct tc_article *a,
			   const struct tc_gazetteer *g)
{
	const struct tc_date day = tc_date_first_day(a->published.date);
	struct site site = { .place = tc_gazetteer_site(g, a->site) };
	const struct tc_place *into;

	if (!site.place)
		site.place = tc_gazetteer_path(g, a->url);
	site.seat = tc_gazetteer_seat(g, a->site, &site.place);
	if (!tc_date_known(day))
		return site;
	if (is_after(day, TC_STR(DISTRICTS_UNTIL)))
		site.seat.n = 0;
	if (site.place)
		site.place = on_day(g, site.place, day);
	if (!site.place || !site.place->until.n ||
	    !is_after(day, site.place->until))
		return site;
	into = tc_gazetteer_into(g, site.place);
	if (into)
		site.place = into;
	return site;
}

void tc_extract(struct tc_article *a, const struct tc_rules *rules,
		struct tc_arena *arena, struct tc_tokens *tokens)
{
	struct tc_number_list numbers = { 0 };
	struct tc_date_list dates = { 0 };
	struct tc_unit_list units = { 0 };
	struct site site;

	tc_tokenize(a->text, arena, tokens);
	struct tc_scan scan = {
		.text = a->text, .title_len = a->title_len,
		.byline = a->byline, .tokens = *tokens, .arena = arena,
	};
	tc_scan_mark(&scan);
	tc_docnum_scan(&scan, &numbers);
	tc_date_scan(&scan, &numbers, &dates);
	tc_published_resolve(a, &scan, rules->registry, &numbers, &dates);
	scan.day = day_text(a->published.date, arena);
	site = site_of(a, rules->gazetteer);
	tc_years_to_documents(&scan, rules->registry, &numbers, &dates);
	if (rules->registry) {
		tc_registry_resolve(rules->registry, &scan, a->published.date,
				    &numbers);
		tc_years_from_documents(&numbers, &dates);
	}
	if (rules->gazetteer)
		tc_unit_scan(&scan, rules->gazetteer, site.place, site.seat,
			     &units);
	drop_in_symbols(&numbers, &units);
	units_of_congresses(arena, &numbers, &units);
	tc_issuers_resolve(&scan, site.place, site.seat, &units, &numbers);
	if (rules->registry)
		tc_owners_check(&(struct tc_owners){
				rules->registry, rules->gazetteer, site.place,
				a->published.date }, arena, &numbers);
	if (rules->gazetteer && a->default_unit.n)
		add_default(a, rules, &site, arena, &units);
	a->numbers = numbers.v;
	a->number_count = numbers.n;
	a->dates = dates.v;
	a->date_count = dates.n;
	a->units = units.v;
	a->unit_count = units.n;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/extract.h"

#include "fact/date.h"
#include "fact/docnum.h"
#include "fact/published.h"
#include "fact/unit.h"

/* Words between a number and the unit that issued it: a date and "cua". */
#define ISSUER_GAP_MAX 120

/* Whether a full stop, a line's end or another number parts them. */
static bool parted(struct tc_str between)
{
	return tc_str_find(between, TC_STR("\n"), 0) != SIZE_MAX ||
	       tc_str_find(between, TC_STR(". "), 0) != SIZE_MAX ||
	       tc_str_find(between, TC_STR(";"), 0) != SIZE_MAX;
}

/* "cua" stands right before the unit, and no subject ("ve ...") between. */
static bool behind_of(struct tc_str between)
{
	struct tc_str b = tc_str_trim(between);

	if (tc_str_find(b, TC_STR(" về "), 0) != SIZE_MAX)
		return false;
	return tc_str_ends(b, TC_STR("của")) || tc_str_ends(b, TC_STR("do"));
}

/* The first unit behind each number that "cua" joins to it.  Both lists are
 * in the order of the text. */
static void units_behind(const struct tc_scan *scan,
			 struct tc_number_list *numbers,
			 const struct tc_unit_list *units)
{
	size_t u = 0;

	for (size_t i = 0; i < numbers->n; i++) {
		struct tc_number *n = &numbers->v[i];
		uint32_t limit = i + 1 < numbers->n ? numbers->v[i + 1].start
						    : (uint32_t)scan->text.n;
		while (u < units->n && units->v[u].start < n->end)
			u++;
		/* TW is the centre's, whatever committee acts on it */
		if (u == units->n || units->v[u].start >= limit ||
		    n->issuer_unit.n || tc_str_is(n->issuer, "TW") ||
		    units->v[u].start - n->end > ISSUER_GAP_MAX)
			continue;
		struct tc_str between = tc_str(scan->text.p + n->end,
					       units->v[u].start - n->end);
		if (!parted(between) && behind_of(between))
			n->issuer_unit = units->v[u].canonical;
	}
}

static bool is_cell(struct tc_str issuer)
{
	if (issuer.n < 3 || !tc_str_starts(issuer, TC_STR("CB")))
		return false;
	for (size_t i = 2; i < issuer.n; i++)
		if (issuer.p[i] < '0' || issuer.p[i] > '9')
			return false;
	return true;
}

/* What the symbol itself or the site tells: CB2 is Chi bo 2; TU on a
 * province's site is that province's. */
static void units_of_symbols(const struct tc_article *a,
			     const struct tc_rules *rules,
			     struct tc_arena *arena,
			     struct tc_number_list *numbers)
{
	const struct tc_place *place = rules->gazetteer && a->site.n
		? tc_gazetteer_site(rules->gazetteer, a->site) : NULL;

	for (size_t i = 0; i < numbers->n; i++) {
		struct tc_number *n = &numbers->v[i];
		if (n->issuer_unit.n)
			continue;
		if (is_cell(n->issuer))
			n->issuer_unit = tc_arena_printf(
				arena, "Chi bộ %.*s",
				TC_ARG(tc_str_from(n->issuer, 2)));
		else if (place && tc_str_is(n->issuer, "TU"))
			n->issuer_unit = tc_arena_printf(
				arena, "Đảng bộ %s %.*s",
				!strcmp(place->kind, "tinh") ? "tỉnh"
							     : "thành phố",
				TC_ARG(place->name));
	}
}

/* The names that queries use for what the text prints as a symbol. */
static void name_plenums(const struct tc_registry *registry,
			 struct tc_number_list *numbers)
{
	for (size_t i = 0; i < numbers->n; i++)
		if (numbers->v[i].id.n)
			numbers->v[i].plenum = tc_registry_plenum(
				registry, numbers->v[i].id);
}

void tc_extract(struct tc_article *a, const struct tc_rules *rules,
		struct tc_arena *arena, struct tc_tokens *tokens)
{
	struct tc_number_list numbers = { 0 };
	struct tc_date_list dates = { 0 };
	struct tc_unit_list units = { 0 };

	tc_tokenize(a->text, arena, tokens);
	struct tc_scan scan = {
		.text = a->text, .title_len = a->title_len,
		.tokens = *tokens, .arena = arena,
	};
	tc_scan_mark(&scan);
	tc_docnum_scan(&scan, &numbers);
	tc_date_scan(&scan, &numbers, &dates);
	tc_published_resolve(a, &scan, &numbers, &dates);
	if (rules->registry) {
		tc_registry_resolve(rules->registry, &scan, a->published.date,
				    &numbers);
		name_plenums(rules->registry, &numbers);
	}
	if (rules->gazetteer)
		tc_unit_scan(&scan, rules->gazetteer, a->site, &units);
	units_behind(&scan, &numbers, &units);
	units_of_symbols(a, rules, arena, &numbers);
	a->numbers = numbers.v;
	a->number_count = numbers.n;
	a->dates = dates.v;
	a->date_count = dates.n;
	a->units = units.v;
	a->unit_count = units.n;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/issuer.h"

#include "base/mem.h"

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

/* ------------------------------------------------ what the symbol tells */

/* Codes and the units that they may stand for: by the beginning of the name,
 * or by the kind. */
#define N(name) { name, sizeof name - 1 }
static const struct level {
	const char *code;
	struct tc_str name;	/* empty when the kind alone tells */
	const char *kind;	/* NULL when the name alone tells */
} levels[] = {
	{ "TU", N("Đảng bộ tỉnh "), NULL }, { "TU", N("Đảng bộ thành phố "), NULL },
	{ "HU", N("Đảng bộ huyện "), NULL }, { "QU", N("Đảng bộ quận "), NULL },
	{ "ThU", N("Đảng bộ thị xã "), NULL }, { "TXU", N("Đảng bộ thị xã "), NULL },
	{ "ĐU", N("Đảng bộ xã "), NULL }, { "ĐU", N("Đảng bộ phường "), NULL },
	{ "ĐU", N("Đảng bộ thị trấn "), NULL }, { "ĐU", N("Đảng bộ đặc khu "), NULL },
	{ "ĐU", N(""), "dang-bo-co-so" }, { "ĐUK", N(""), "dang-bo-khoi" },
	{ "CB", N(""), "chi-bo" }, { "UBND", N(""), "ubnd" }, { "HĐND", N(""), "hdnd" },
	{ "UBKTTU", N("Ủy ban Kiểm tra Tỉnh ủy"), "organ" },
	{ "UBKTTU", N("Ủy ban Kiểm tra Thành ủy"), "organ" },
	{ "UBKTHU", N("Ủy ban Kiểm tra Huyện ủy"), "organ" },
	{ "BTCTU", N("Ban Tổ chức Tỉnh ủy"), "organ" },
	{ "BTCTU", N("Ban Tổ chức Thành ủy"), "organ" },
	{ "BTGTU", N("Ban Tuyên giáo Tỉnh ủy"), "organ" },
	{ "BTGTU", N("Ban Tuyên giáo Thành ủy"), "organ" },
	{ "BTGDVTU", N("Ban Tuyên giáo và Dân vận Tỉnh ủy"), "organ" },
	{ "BTGDVTU", N("Ban Tuyên giáo và Dân vận Thành ủy"), "organ" },
	{ "BDVTU", N("Ban Dân vận Tỉnh ủy"), "organ" },
	{ "BNCTU", N("Ban Nội chính Tỉnh ủy"), "organ" },
	{ "VPTU", N("Văn phòng Tỉnh ủy"), "organ" },
	{ "VPHU", N("Văn phòng Huyện ủy"), "organ" },
};
#undef N
#define LEVELS (sizeof levels / sizeof *levels)

/* The only unit of each level: empty name and seen when there are several. */
struct only {
	struct tc_str name;
	bool seen;
};

static void note(struct only *o, struct tc_str name)
{
	if (o->seen && !tc_str_eq(o->name, name))
		o->name = TC_STR("");
	else if (!o->seen)
		o->name = name;
	o->seen = true;
}

static bool fits(const struct level *l, struct tc_str name, const char *kind)
{
	const size_t n = l->name.n;

	/* many begin alike: the last letter first */
	if (n)
		return name.n >= n && name.p[n - 2] == l->name.p[n - 2] &&
		       memcmp(name.p, l->name.p, n) == 0;
	return kind && strcmp(kind, l->kind) == 0;
}

static void note_unit(struct only *only, struct tc_str name, const char *kind)
{
	for (size_t i = 0; i < LEVELS; i++)
		if (fits(&levels[i], name, kind))
			note(&only[i], name);
}

/* Mentions of one unit share their name: whether it was seen lately. */
#define SEEN 64
static bool is_seen(const char **seen, struct tc_str name)
{
	const char **slot = &seen[(uintptr_t)name.p / 16 % SEEN];
	const bool same = *slot == name.p;

	*slot = name.p;
	return same;
}

static void note_units(struct only *only, const struct tc_unit_list *units)
{
	/* a parent is told by its name alone, a mention by its kind as well */
	const char *seen[SEEN] = { NULL }, *parents[SEEN] = { NULL };

	for (size_t u = 0; u < units->n; u++) {
		const struct tc_unit *unit = &units->v[u];
		if (is_seen(seen, unit->canonical))
			continue;
		note_unit(only, unit->canonical, unit->kind);
		for (size_t p = 0; p < unit->parent_count; p++)
			if (!is_seen(parents, unit->parents[p]))
				note_unit(only, unit->parents[p], NULL);
	}
}

/* Over all levels of a code; empty when none or several are named. */
static struct tc_str only_of(const struct only *only, struct tc_str code)
{
	struct only all = { { 0 }, false };

	for (size_t i = 0; i < LEVELS; i++)
		if (only[i].seen && tc_str_is(code, levels[i].code))
			note(&all, only[i].name);
	return all.name;
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

static struct tc_str unit_of_site(const struct tc_place *site,
				  struct tc_arena *arena)
{
	const struct tc_str parts[] = {
		strcmp(site->kind, "tinh") == 0 ? TC_STR("Đảng bộ tỉnh ")
						: TC_STR("Đảng bộ thành phố "),
		site->name,
	};

	return tc_arena_join(arena, parts, 2);
}

static struct tc_str unit_of(const struct tc_number *n,
			     const struct only *only,
			     const struct tc_place *site,
			     struct tc_arena *arena)
{
	if (is_cell(n->issuer)) {
		const struct tc_str parts[] = { TC_STR("Chi bộ "),
						tc_str_from(n->issuer, 2) };
		return tc_arena_join(arena, parts, 2);
	}
	struct tc_str name = only_of(only, n->issuer);
	if (!name.n && site && tc_str_is(n->issuer, "TU"))
		return unit_of_site(site, arena);
	return name;
}

void tc_issuers_resolve(const struct tc_scan *scan,
			const struct tc_place *site,
			const struct tc_unit_list *units,
			struct tc_number_list *numbers)
{
	struct only only[LEVELS] = { { { 0 }, false } };
	bool noted = false;

	units_behind(scan, numbers, units);
	for (size_t i = 0; i < numbers->n; i++) {
		struct tc_number *n = &numbers->v[i];
		if (n->issuer_unit.n || !n->issuer.n)
			continue;
		if (!noted)
			note_units(only, units);
		noted = true;
		n->issuer_unit = unit_of(n, only, site, scan->arena);
	}
}

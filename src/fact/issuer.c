/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/issuer.h"

#include "base/mem.h"

/* Words between a number and the unit that issued it: a date and "cua". */
#define ISSUER_GAP_MAX 120
/* Bytes behind a number in which a body's level is looked for. */
#define LEVEL_GAP_MAX 64

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
#define CODE_MAX 8		/* bytes: compared at once */
#define N(name) { name, sizeof name - 1 }
static const struct level {
	char code[CODE_MAX];
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
	{ "BDVTU", N("Ban Dân vận Thành ủy"), "organ" },
	{ "BNCTU", N("Ban Nội chính Tỉnh ủy"), "organ" },
	{ "BNCTU", N("Ban Nội chính Thành ủy"), "organ" },
	{ "VPTU", N("Văn phòng Tỉnh ủy"), "organ" },
	{ "VPTU", N("Văn phòng Thành ủy"), "organ" },
	{ "BTCHU", N("Ban Tổ chức Huyện ủy"), "organ" },
	{ "BTGHU", N("Ban Tuyên giáo Huyện ủy"), "organ" },
	{ "VPHU", N("Văn phòng Huyện ủy"), "organ" },
};
#undef N
#define LEVELS (sizeof levels / sizeof *levels)

/* As in the table; false when none there is so long. */
static bool pad_code(struct tc_str code, char said[CODE_MAX])
{
	if (code.n > CODE_MAX)
		return false;
	memset(said, 0, CODE_MAX);
	memcpy(said, code.p, code.n);
	return true;
}

/* The only unit of each level: empty name and seen when there are several. */
struct only {
	struct tc_str name;
	bool seen;
	bool noted;		/* the units were asked */
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

static void note_unit(struct only *only, const struct level *l,
		      const struct tc_unit *u)
{
	if (fits(l, u->canonical, u->kind))
		note(only, u->canonical);
	/* a parent is told by its name alone */
	for (size_t p = 0; p < u->parent_count; p++)
		if (fits(l, u->parents[p], NULL))
			note(only, u->parents[p]);
}

/* Over all levels of a code; empty when none or several are named. */
static struct tc_str only_of(struct only *only, struct tc_str code,
			     const struct tc_unit_list *units)
{
	struct only all = { { 0 }, false, false };
	char said[CODE_MAX];

	if (!pad_code(code, said))
		return TC_STR("");
	for (size_t i = 0; i < LEVELS; i++) {
		if (TC_LIKELY(memcmp(said, levels[i].code, CODE_MAX)))
			continue;
		for (size_t u = 0; u < units->n && !only[i].noted; u++)
			note_unit(&only[i], &levels[i], &units->v[u]);
		only[i].noted = true;
		if (only[i].seen)
			note(&all, only[i].name);
	}
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

/* Whose site an article is of. */
struct own_site {
	const struct tc_place *place;	/* NULL: no province's */
	struct tc_seat seat;
};

/* The province, or the district of a kind, whose name ends the unit's;
 * empty: it is not theirs. */
static struct tc_str owner_of(const struct own_site *site, struct tc_str unit)
{
	static const struct {
		const char *end, *kind;
	} ends[] = {
		{ "Đảng bộ tỉnh ", "tinh" }, { "Tỉnh ủy", "tinh" },
		{ "Đảng bộ thành phố ", "thanh-pho" },
		{ "Thành ủy", "thanh-pho" },
		{ "Đảng bộ huyện ", "huyen" }, { "Huyện ủy", "huyen" },
		{ "Đảng bộ quận ", "quan" }, { "Đảng bộ thị xã ", "thi-xa" },
	};
	const char *kind = "";

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (tc_str_ends(unit, tc_str0(ends[i].end)))
			kind = ends[i].kind;
	if (site->place && strcmp(site->place->kind, kind) == 0)
		return site->place->name;
	for (size_t i = 0; i < site->seat.n; i++)
		if (strcmp(site->seat.v[i].kind, kind) == 0)
			return site->seat.v[i].name;
	return TC_STR("");
}

/* On the site of a city below a province TU is either's. */
static bool is_either(const struct own_site *site, struct tc_str code)
{
	for (size_t i = 0; i < site->seat.n; i++)
		if (strcmp(site->seat.v[i].kind, "thanh-pho-tinh") == 0)
			return tc_str_ends(code, TC_STR("TU"));
	return false;
}

static struct tc_str unit_of_site(const struct own_site *site,
				  struct tc_str code, struct tc_arena *arena)
{
	char said[CODE_MAX];

	if (is_either(site, code) || !pad_code(code, said))
		return TC_STR("");
	for (size_t i = 0; i < LEVELS; i++) {
		const struct tc_str unit = levels[i].name;
		if (TC_LIKELY(memcmp(said, levels[i].code, CODE_MAX)))
			continue;
		const struct tc_str owner = owner_of(site, unit);
		const struct tc_str parts[] = {
			unit, tc_str_ends(unit, TC_STR(" ")) ? TC_STR("")
							     : TC_STR(" "),
			owner,
		};
		if (owner.n)
			return tc_arena_join(arena, parts, 3);
	}
	return TC_STR("");
}

static struct tc_str unit_of(const struct tc_number *n,
			     struct only *only,
			     const struct tc_unit_list *units,
			     const struct own_site *site,
			     struct tc_arena *arena)
{
	if (is_cell(n->issuer)) {
		const struct tc_str parts[] = { TC_STR("Chi bộ "),
						tc_str_from(n->issuer, 2) };
		return tc_arena_join(arena, parts, 2);
	}
	const struct tc_str name = only_of(only, n->issuer, units);
	return name.n ? name : unit_of_site(site, n->issuer, arena);
}

/* "41/KH-UBND ngày 31/01/2021 của UBND tỉnh": of a level that no unit of the
 * article is; where one is, units_behind() has found it. */
static bool is_of_level(const struct tc_scan *scan, const struct tc_number *n)
{
	static const char *const bodies[] = {
		"của UBND ", "của HĐND ", "của Ủy ban nhân dân ",
		"của Uỷ ban nhân dân ", "của Hội đồng nhân dân ",
	};
	const size_t left = scan->text.n - n->end;
	struct tc_str behind = tc_str(scan->text.p + n->end,
				      left < LEVEL_GAP_MAX ? left
							   : LEVEL_GAP_MAX);

	if (!tc_str_is(n->issuer, "UBND") && !tc_str_is(n->issuer, "HĐND"))
		return false;
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		const size_t at = tc_str_find(behind, tc_str0(bodies[i]), 0);
		if (at != SIZE_MAX && !parted(tc_str(behind.p, at)))
			return true;
	}
	return false;
}

/* The units of those that "cua" names none for. */
static void units_of_codes(const struct tc_scan *scan,
			   const struct own_site *site,
			   const struct tc_unit_list *units,
			   struct tc_number_list *numbers)
{
	struct only only[LEVELS] = { { { 0 }, false, false } };

	for (size_t i = 0; i < numbers->n; i++) {
		struct tc_number *n = &numbers->v[i];
		/* most are the centre's, and tell no unit */
		if (n->issuer_unit.n || !n->issuer.n ||
		    tc_str_is(n->issuer, "TW") || is_of_level(scan, n))
			continue;
		n->issuer_unit = unit_of(n, only, units, site, scan->arena);
	}
}

void tc_issuers_resolve(const struct tc_scan *scan,
			const struct tc_place *place, struct tc_seat seat,
			const struct tc_unit_list *units,
			struct tc_number_list *numbers)
{
	const struct own_site site = { place, seat };

	if (!numbers->n)
		return;
	units_behind(scan, numbers, units);
	units_of_codes(scan, &site, units, numbers);
}

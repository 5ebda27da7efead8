/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Provinces, districts and communes number their documents alike: 08-NQ/TU is
 * one of each province.  Where a row says whose its document is ("Tỉnh ủy Bắc
 * Ninh") and the article, its words or its site say that the mention is
 * another's, the row does not count.
 */
#include "config.h"

#include "fact/registry-owner.h"

#include "fact/date.h"
#include "fact/docnum.h"
#include "fact/registry-rows.h"
#include "fact/unit.h"

typedef const struct tc_known *known_row;

/* Behind which words of a key a name begins, and those that may stand first in
 * it. */
static const char *const heads[] = {
	" uy ", " bo ", "ubnd ", "hdnd ", "uy ban nhan dan ",
	"hoi dong nhan dan ",
};
static const char *const levels[] = {
	"tinh ", "thanh pho ", "huyen ", "quan ", "thi xa ", "xa ", "phuong ",
	"thi tran ", "dac khu ",
};

/* Of the bare key of a committee or council the place, "bac ninh"; empty where
 * none is named. */
static struct tc_str place_in(struct tc_str key)
{
	size_t from = SIZE_MAX;

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		const struct tc_str head = tc_str0(heads[i]);
		const size_t at = tc_str_find(key, head, 0);
		if (at != SIZE_MAX && at + head.n < from)
			from = at + head.n;
	}
	if (from == SIZE_MAX)
		return TC_STR("");
	struct tc_str place = tc_str_from(key, from);
	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
		const struct tc_str level = tc_str0(levels[i]);
		if (tc_str_starts(place, level))
			return tc_str_from(place, level.n);
	}
	return place;
}

/* Whose it is, as far as a place tells; appended to `room`. */
static struct tc_str place_of(struct tc_str unit, struct tc_buf *room)
{
	struct tc_str name;

	tc_buf_clear(room);
	if (!unit.n)
		return TC_STR("");
	tc_str_split(&unit, ',', &name);	/* "xã Lim, tỉnh Bắc Ninh" */
	tc_unit_key_add(name, room);
	return place_in(tc_buf_str(room));
}

static bool is_of(known_row row, struct tc_str place)
{
	TC_SCOPED_BUF room = { 0 };

	return tc_str_eq(place_of(row->issuer, &room), place);
}

static bool names_place(known_row row)
{
	TC_SCOPED_BUF room = { 0 };

	return place_of(row->issuer, &room).n;
}

struct rows {
	const known_row *v;
	size_t n;
};

static struct rows rows_of(const struct tc_registry *r,
			   const struct tc_number *m)
{
	TC_SCOPED_BUF room = { 0 };
	struct rows rows;

	rows.v = tc_registry_rows(r, TC_BY_SYMBOL,
				  tc_docnum_canonical_key(m->canonical, &room),
				  &rows.n);
	return rows;
}

static known_row row_meant(struct rows rows, const struct tc_number *m)
{
	for (size_t i = 0; i < rows.n; i++)
		if (tc_str_eq(rows.v[i]->id, m->id))
			return rows.v[i];
	return NULL;
}

/* Of that place: the one of the printed date, else the latest before the day,
 * which 0 leaves open. */
static known_row own_row(struct rows rows, struct tc_str place,
			 struct tc_date printed, uint32_t day)
{
	known_row best = NULL;

	for (size_t i = 0; i < rows.n; i++) {
		if (!is_of(rows.v[i], place))
			continue;
		if (tc_date_same(rows.v[i]->date, printed))
			return rows.v[i];
		if (!day || tc_date_first(rows.v[i]->date) <= day)
			best = rows.v[i];
	}
	return best;
}

/* As if the registry did not have the row that was taken. */
static void take_back(struct tc_number *m, struct tc_arena *arena)
{
	char date[TC_DATE_MAX];

	m->conflict = false;
	m->plenum = TC_STR("");
	m->term = 0;
	m->id = TC_STR("");
	m->rule = "symbol";
	if (!m->date.year)
		return;
	const struct tc_str parts[] = {
		m->canonical, TC_STR("@"), tc_str0(tc_date_print(m->date, date)),
	};
	m->id = tc_arena_join(arena, parts, 3);
}

static void take_own(struct tc_number *m, known_row row)
{
	m->id = row->id;
	m->term = (uint8_t)row->term;
	m->conflict = tc_date_known(m->date) &&
		      !tc_date_same(m->date, row->date);
	m->rule = "issuer";
}

/* Whether the registry has it of two places. */
static bool is_of_several(struct rows rows)
{
	TC_SCOPED_BUF room = { 0 };
	struct tc_str first = { NULL, 0 };

	for (size_t i = 0; i < rows.n; i++) {
		if (first.n && names_place(rows.v[i]) && !is_of(rows.v[i], first))
			return true;
		if (!first.n)
			first = place_of(rows.v[i]->issuer, &room);
	}
	return false;
}

/* The row is a province's, and the site another's, which it did not become part
 * of. */
static bool is_of_other_province(const struct tc_owners *o, known_row row)
{
	TC_SCOPED_BUF room = { 0 };
	const struct tc_str name = place_of(row->issuer, &room);
	const struct tc_place *p =
		tc_gazetteer_behind(o->gazetteer, name, "tinh");

	if (!p)
		p = tc_gazetteer_find_as(o->gazetteer, name, "thanh-pho");
	return p && o->site && !tc_str_eq(p->name, o->site->name) &&
	       !tc_str_eq(p->into, o->site->name) &&
	       !tc_str_eq(p->name, o->site->into);
}

/* Only the calendar chose the row. */
static bool is_guess(const struct tc_number *m)
{
	return strcmp(m->rule, "latest") == 0 ||
	       strcmp(m->rule, "only") == 0 || strcmp(m->rule, "year") == 0;
}

/* The names that the column short gives say themselves which one is meant. */
static bool is_told_by_figures(struct tc_str printed)
{
	for (size_t i = 0; i < printed.n; i++)
		if (printed.p[i] >= '0' && printed.p[i] <= '9')
			return true;
	return false;
}

/* Whether the row that was taken is another's; the own one takes its place. */
static bool is_others(const struct tc_owners *o, struct tc_number *m,
		      uint32_t day)
{
	TC_SCOPED_BUF room = { 0 };
	const struct rows rows = rows_of(o->registry, m);
	const known_row row = row_meant(rows, m);

	if (!row || !names_place(row) || !is_told_by_figures(m->printed))
		return false;
	const struct tc_str place = place_of(m->issuer_unit, &room);
	if (!place.n)
		return is_guess(m) && (is_of_several(rows) ||
				       is_of_other_province(o, row));
	if (is_of(row, place))
		return false;
	const known_row own = own_row(rows, place, m->date, day);
	if (!own || (m->date.year && m->date.year != own->date.year))
		return true;
	take_own(m, own);
	return false;
}

/* Symbols of which a mention was taken back; more are hardly in one text. */
#define GONE_MAX 16

struct gone {
	struct tc_str v[GONE_MAX];
	size_t n;
};

static bool is_gone(const struct gone *g, struct tc_str symbol)
{
	for (size_t i = 0; i < g->n; i++)
		if (tc_str_eq(g->v[i], symbol))
			return true;
	return false;
}

void tc_owners_check(const struct tc_owners *o, struct tc_arena *arena,
		     struct tc_number_list *numbers)
{
	const uint32_t day = tc_date_known(o->published) ?
				     tc_date_last(o->published) : 0;
	struct gone gone = { .n = 0 };

	for (size_t i = 0; i < numbers->n; i++) {
		struct tc_number *m = &numbers->v[i];
		/* the centre's are not numbered by place */
		if (!m->id.n || !m->issuer.n || tc_str_is(m->issuer, "TW") ||
		    !is_others(o, m, day))
			continue;
		take_back(m, arena);
		if (gone.n < GONE_MAX && !is_gone(&gone, m->canonical))
			gone.v[gone.n++] = m->canonical;
	}
	/* the mentions that say no place mean the same document */
	for (size_t i = 0; gone.n && i < numbers->n; i++) {
		struct tc_number *m = &numbers->v[i];
		if (m->id.n && !m->issuer_unit.n && is_guess(m) &&
		    is_gone(&gone, m->canonical))
			take_back(m, arena);
	}
}

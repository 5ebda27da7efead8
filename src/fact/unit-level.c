/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Heads that say their level, "Tỉnh ủy", "Huyện Đoàn", whose place may stand
 * anywhere near. */
#include "config.h"

#include "fact/unit-part.h"

#define AHEAD_MAX 4		/* items of a list behind a committee */

/* "toàn huyện đoàn kết" and "xã Đoàn Kết", "phường Đoàn Tùng": a verb, or a
 * commune's name, most of which have two syllables. */
bool tc_namer_league(const struct tc_unit_namer *n,
		     const struct tc_unit_word *w, size_t after)
{
	if (after < n->limit && tc_namer_joined(n, after) &&
	    tc_str_is(tc_namer_token(n, after)->exact, "kết"))
		return false;
	if (w->area != TC_AREA_XA && w->area != TC_AREA_PHUONG)
		return true;
	if (tc_namer_case_tells(n) && !tc_namer_upper(n, after - 1))
		return true;
	return !tc_namer_joined(n, after) ||
	       tc_namer_proper_run(n, after, 2) != 1;
}

/* "và giữ chức" */
static size_t past_taking_office(const struct tc_unit_namer *n, size_t i)
{
	static const struct tc_str words[] = {
		{ "và", sizeof "và" - 1 }, { "giữ", sizeof "giữ" - 1 },
		{ "chức", sizeof "chức" - 1 }, { "vụ", sizeof "vụ" - 1 },
	};

	for (size_t k = 0; k < sizeof words / sizeof *words && i < n->limit;
	     k++)
		/* their first letters turn most away */
		if (TC_UNLIKELY(*tc_namer_token(n, i)->exact.p == *words[k].p) &&
		    tc_str_eq(tc_namer_token(n, i)->exact, words[k]) &&
		    tc_namer_joined(n, i))
			i++;
	return i;
}

/* The other office of the same person's tells the place: "Phó Bí thư Thành
 * ủy, Chủ tịch UBND thành phố X", "tham gia Ban Thường vụ Huyện ủy và giữ
 * chức Bí thư Huyện ủy X".  Empty when it does not. */
static struct tc_str read_ahead(struct tc_unit_parts *p, enum tc_area_word word)
{
	struct tc_unit_namer *const n = p->n;
	size_t i = past_taking_office(n, p->at), after, end;
	struct tc_area area = { 0 };

	if (!tc_namer_word(n, i, TC_UNIT_OFFICE, &after) ||
	    (i == p->at && tc_scan_gap(n->scan, i) != TC_GAP_COMMA &&
	     tc_scan_gap(n->scan, i) != TC_GAP_DASH) ||
	    !tc_namer_joined(n, after))
		return area.name;
	const struct tc_unit_word *const h = tc_namer_word(
		n, after, TC_UNIT_STATE | TC_UNIT_LEVEL, &end);
	if (!h || !tc_namer_joined(n, end))
		return area.name;
	if (h->cls == TC_UNIT_LEVEL)
		return h->area == word && tc_unit_word_committee(h) ?
			       tc_namer_area_name(n, word, &end) : area.name;
	if (tc_unit_kind_authority(h->kind) &&
	    tc_unit_area_read(n, &end, false, &area) && area.word == word)
		return area.name;
	return tc_str(NULL, 0);
}

static bool is_list_mark(enum tc_gap gap)
{
	return gap == TC_GAP_COMMA || gap == TC_GAP_DASH || gap == TC_GAP_TIGHT;
}

/* "Thành ủy, HĐND, UBND thành phố X", "Huyện ủy-UBND huyện X" */
static struct tc_str list_ahead(struct tc_unit_parts *p, enum tc_area_word word)
{
	struct tc_unit_namer *const n = p->n;
	const struct tc_str none = { 0 };
	struct tc_area area;
	size_t i = p->at;

	for (int items = 0; items < AHEAD_MAX; items++) {
		if (i >= n->limit)
			return none;
		if (tc_str_is(tc_namer_token(n, i)->exact, "và") &&
		    tc_namer_joined(n, i))
			i++;
		else if (!(tc_scan_units(n->scan, i) & TC_UNIT_STATE) ||
			 !is_list_mark(tc_scan_gap(n->scan, i)))
			return none;
		if (!tc_namer_word(n, i, TC_UNIT_STATE, &i))
			return none;
		size_t at = i;
		if (tc_namer_joined(n, i) &&
		    tc_unit_area_read(n, &at, false, &area))
			return area.word == word ? area.name : none;
	}
	return none;
}

/* What stands behind, and is no part of this name, tells its place. */
static struct tc_str area_ahead(struct tc_unit_parts *p,
				const struct tc_unit_word *w)
{
	const size_t limit = p->n->limit;
	struct tc_str name = { 0 };

	if (p->n->query || w->cls != TC_UNIT_LEVEL)
		return name;
	p->n->limit = p->n->scan->tokens.n;
	name = list_ahead(p, w->area);
	if (!name.n && (past_taking_office(p->n, p->at) != p->at ||
			tc_namer_office(p->n)))
		name = read_ahead(p, w->area);
	p->n->limit = limit;
	return name;
}

/* "Thành ủy TP": the word for the place, which is not named. */
static bool bare_area(const struct tc_unit_namer *n, size_t i)
{
	size_t after;

	return tc_namer_token(n, i)->flags & TC_TOKEN_CAPS &&
	       tc_namer_word(n, i, TC_UNIT_AREA | TC_UNIT_CITY, &after);
}

struct tc_str tc_part_level_name(struct tc_unit_parts *p,
				 const struct tc_unit_word *w)
{
	struct tc_area area = { w->area, { 0 } };
	struct tc_area again;
	const bool goes_on = tc_part_goes_on(p);
	size_t at = p->at;

	if (goes_on && tc_unit_area_read(p->n, &at, false, &again) &&
	    again.word == w->area) {
		p->at = at;
		return again.name;
	}
	if (goes_on && !bare_area(p->n, p->at)) {
		area.name = tc_namer_area_name(p->n, w->area, &p->at);
		if (!area.name.n && tc_namer_digit(p->n, p->at) &&
		    w->area == TC_AREA_QUAN)
			area.name = tc_namer_run_text(p->n, p->at, p->at + 1);
	}
	if (area.name.n) {
		tc_namer_remember(p->n, &area);
	} else {
		area.name = area_ahead(p, w);
		if (!area.name.n)
			area.name = tc_namer_area_known(p->n, w->area);
		p->name->completed = area.name.n > 0;
	}
	return area.name;
}

struct tc_str tc_namer_level_name(struct tc_unit_namer *n,
				  const struct tc_unit_word *w, size_t after)
{
	struct tc_unit_name name;
	struct tc_unit_parts p = { .n = n, .name = &name, .at = after };

	return tc_part_level_name(&p, w);
}

const char *tc_part_area_kind(const struct tc_unit_parts *p)
{
	switch (tc_area_rank(p->n->gazetteer, &p->name->own)) {
	case 2:
		return "dang-bo-tinh";
	case 3:
		return "dang-bo-huyen";
	default:
		return "dang-bo-xa";
	}
}

void tc_unit_level_read(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	struct tc_area *const own = &p->name->own;

	own->name = tc_part_level_name(p, w);
	own->word = w->area;
	p->name->proper = own->name.n > 0;
	if (tc_unit_word_committee(w)) {
		p->name->kind = tc_part_area_kind(p);
		p->text.n = 0;
		tc_part_add(p, TC_STR("Đảng bộ"));
		tc_part_add_area(p, own);
	} else if (own->name.n) {
		tc_part_add(p, own->name);
	}
}

bool tc_part_level(struct tc_unit_parts *p, const struct tc_unit_word *w,
		   size_t after)
{
	p->at = after;
	tc_part_add(p, tc_unit_word_print(w));
	const struct tc_str name = tc_part_level_name(p, w);
	/* the one city that is never named without the word */
	if (w->area == TC_AREA_THANH_PHO && tc_str_is(name, "Hồ Chí Minh"))
		tc_part_add(p, TC_STR("Thành phố"));
	if (name.n)
		tc_part_add(p, name);
	if (tc_unit_word_committee(w)) {
		p->name->owner_area = (struct tc_area){ w->area, name };
	} else if (name.n) {
		p->name->owner = tc_unit_join(p->n->scan->arena,
					      tc_unit_word_print(w), name);
		p->name->owner_kind = w->kind;
	}
	return true;
}

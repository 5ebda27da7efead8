/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-part.h"

/* "(UBKT)" between an organ and its committee. */
static void skip_short_form(struct tc_unit_parts *p)
{
	const struct tc_unit_namer *n = p->n;
	size_t i = p->at;

	if (i + 1 < n->limit && tc_unit_gap(n->scan, i) == TC_GAP_OPEN &&
	    tc_unit_gap(n->scan, i + 1) == TC_GAP_CLOSE)
		p->at = p->closed = i + 1;
}

/* After a LEVEL head: the place alone, the area said once more, or what the
 * context knows. */
static struct tc_area level_area(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	struct tc_area area = { w->area, { 0 } };
	struct tc_area again;
	size_t at = p->at;

	if (tc_part_goes_on(p) && tc_unit_area_read(p->n, &at, false, &again) &&
	    again.word == w->area) {
		p->at = at;
		return again;
	}
	if (tc_part_goes_on(p)) {
		area.name = tc_namer_area_name(p->n, w->area, &p->at);
		if (!area.name.n && tc_namer_digit(p->n, p->at) &&
		    w->area == TC_AREA_QUAN)
			area.name = tc_namer_run_text(p->n, p->at, p->at + 1);
	}
	if (area.name.n) {
		tc_namer_remember(p->n, area);
	} else {
		area.name = tc_namer_area_known(p->n, w->area);
		p->name->completed = area.name.n > 0;
	}
	return area;
}

bool tc_unit_word_committee(const struct tc_unit_word *w)
{
	return w->cls == TC_UNIT_LEVEL &&
	       strncmp(w->kind, "dang-bo", strlen("dang-bo")) == 0;
}

const char *tc_part_area_kind(const struct tc_unit_parts *p)
{
	switch (tc_area_rank(p->n->gazetteer, p->name->own)) {
	case 2:
		return "dang-bo-tinh";
	case 3:
		return "dang-bo-huyen";
	default:
		return "dang-bo-xa";
	}
}

static void read_level(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	struct tc_area area = level_area(p, w);

	p->name->own = area;
	p->name->proper = area.name.n > 0;
	if (tc_unit_word_committee(w)) {
		p->name->kind = tc_part_area_kind(p);
		p->text.n = 0;
		tc_part_add_str(p, tc_area_party(p->n->scan->arena, area));
	} else if (area.name.n) {
		tc_part_add_str(p, area.name);
	}
}

static bool add_centre(struct tc_unit_parts *p)
{
	tc_part_add(p, "Trung ương");
	p->name->owner = TC_STR("Trung ương");
	p->name->central = true;
	return true;
}

/* The organ's owner: a committee, a Party organisation, the centre, an
 * authority, or an area alone (a school of the province). */
static bool add_owner(struct tc_unit_parts *p)
{
	const unsigned int mask = TC_UNIT_LEVEL | TC_UNIT_PARTY |
		TC_UNIT_STATE;
	size_t after;
	const struct tc_unit_word *w = tc_part_word(p, mask, &after);

	if (w && w->cls == TC_UNIT_LEVEL) {
		p->at = after;
		tc_part_add(p, tc_unit_word_print(w));
		struct tc_area area = level_area(p, w);
		if (area.name.n)
			tc_part_add_str(p, area.name);
		p->name->owner_area = area;
		return true;
	}
	if (w) {
		bool party = w->cls == TC_UNIT_PARTY;
		p->at = after;
		tc_part_add(p, party ? "Đảng ủy" : tc_unit_word_print(w));
		const struct tc_unit_word *b = party
			? tc_part_word(p, TC_UNIT_BLOCK, &after) : NULL;
		if (b) {
			p->at = after;
			tc_part_add(p, tc_unit_word_print(b));
		}
		bool area = tc_part_area(p, true);
		if (party && area && !b)
			p->name->owner_area = p->name->own;
		return area || b;
	}
	if (tc_part_goes_on(p) && p->at + 1 < p->n->limit &&
	    tc_str_is(tc_namer_token(p->n, p->at)->bare, "trung") &&
	    tc_str_is(tc_namer_token(p->n, p->at + 1)->bare, "uong")) {
		p->at += 2;
		return add_centre(p);
	}
	if (tc_part_goes_on(p) && tc_str_is(tc_namer_token(p->n, p->at)->exact, "tw")) {
		p->at++;
		return add_centre(p);
	}
	return false;
}

/* A district's hospital is printed with and without the area word. */
static bool add_hospital_area(struct tc_unit_parts *p)
{
	size_t at = p->at;
	struct tc_area area;

	if (tc_part_goes_on(p) && tc_unit_area_read(p->n, &at, false, &area) &&
	    tc_area_rank(p->n->gazetteer, area) == 3) {
		p->at = at;
		p->name->own = area;
		p->name->proper = true;
		tc_part_add_str(p, area.name);
		return true;
	}
	return tc_part_area(p, true);
}

static bool read_body(struct tc_unit_parts *p, const char *kind)
{
	bool any = tc_part_number(p);

	any |= tc_part_words(p, kind);
	if (!any && strcmp(kind, "benh-vien") == 0)
		return add_hospital_area(p);
	if (strcmp(kind, "truong") != 0 || !any)
		any |= tc_part_area(p, true);
	return any;
}

static bool read_organ(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	bool office = strcmp(w->words, "văn phòng") == 0;

	skip_short_form(p);
	if (add_owner(p))
		return true;
	if (strcmp(w->kind, "organ") != 0)
		return read_body(p, w->kind);
	if (!office)
		return false;
	size_t after;
	const struct tc_unit_word *d = tc_part_word(p, TC_UNIT_DEPT, &after);
	p->name->kind = "phong";
	if (d) {
		p->at = after;
		tc_part_add(p, tc_unit_word_print(d));
		const struct tc_unit_word *f =
			tc_part_word(p, TC_UNIT_FIELD, &after);
		if (!f)
			return false;
		p->at = after;
		tc_part_add(p, tc_unit_word_print(f));
		return true;
	}
	return read_body(p, "phong");
}

/* "Cong an Ha Noi": a province without its area word. */
static bool add_province(struct tc_unit_parts *p)
{
	const struct tc_place *place = NULL;

	if (!tc_part_goes_on(p))
		return false;
	size_t run = tc_namer_province_at(p->n, p->at, NULL, &place);
	if (!run)
		return false;
	p->at += run;
	tc_part_add_str(p, place->name);
	p->name->proper = true;
	return true;
}

static bool read_state(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	skip_short_form(p);
	if (w->area != TC_AREA_NONE) {
		struct tc_area area = level_area(p, w);
		p->name->own = area;
		if (area.name.n)
			tc_part_add_str(p, area.name);
		p->name->proper = area.name.n > 0;
		return area.name.n > 0;
	}
	return tc_part_area(p, true) || add_province(p);
}

static bool read_dept(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	size_t after;
	const struct tc_unit_word *f = tc_part_word(p, TC_UNIT_FIELD, &after);

	if (f && (!tc_namer_case_tells(p->n) || tc_namer_upper(p->n, p->at))) {
		p->at = after;
		tc_part_add(p, tc_unit_word_print(f));
		p->name->proper = true;
		p->name->central = strcmp(w->words, "bộ") == 0;
		tc_part_area(p, true);
		return true;
	}
	if (strcmp(w->words, "bộ") == 0 || !tc_namer_upper(p->n, p->at - 1))
		return false;
	if (!tc_part_words(p, w->kind))
		return false;
	tc_part_area(p, true);
	return true;
}

/* What stands behind any head but a Party one.  False: the head alone. */
bool tc_unit_head_read(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	tc_part_add(p, tc_unit_word_print(w));
	switch (w->cls) {
	case TC_UNIT_LEVEL:
		read_level(p, w);
		return p->name->proper || !tc_unit_word_committee(w);
	case TC_UNIT_ORGAN:
		return read_organ(p, w);
	case TC_UNIT_STATE:
	case TC_UNIT_HOST:
		return read_state(p, w);
	case TC_UNIT_DEPT:
		return read_dept(p, w);
	case TC_UNIT_BODY:
		return read_body(p, w->kind);
	default:
		p->name->central = strcmp(w->kind, "phong") != 0;
		return true;
	}
}

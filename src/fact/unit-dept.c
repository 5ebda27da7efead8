/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Departments: "Phòng Nội vụ huyện X", "Thanh tra Sở Y tế", "Phòng PC67". */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"

/* "Văn phòng Sở Nội vụ"; of one department a place has the office, "Văn phòng
 * Sở" */
bool tc_part_office_of(struct tc_unit_parts *p,
		       const struct tc_unit_word *dept, size_t after)
{
	p->at = after;
	tc_part_add(p, tc_unit_word_print(dept));
	const struct tc_unit_word *const f =
		tc_part_word(p, TC_UNIT_FIELD, &after);
	if (!f)
		return tc_unit_word_is(dept, "sở");
	p->at = after;
	tc_part_add(p, tc_unit_word_print(f));
	if (!tc_part_area_behind(p))
		tc_part_province(p);
	return true;
}

/* A field of work has its capital, or its place behind it: "phòng nội vụ huyện
 * X", "Trưởng Phòng nội vụ huyện", "Phòng lao động thương binh xã hội huyện". */
static bool is_field_here(const struct tc_unit_parts *p, size_t after)
{
	return !tc_namer_case_tells(p->n) || tc_namer_upper(p->n, p->at) ||
	       (tc_namer_area(p->n, after) &&
		(tc_namer_upper(p->n, p->at - 1) || tc_namer_office(p->n) ||
		 tc_namer_names_area(p->n, after)));
}

/* "Sở Chỉ huy phòng, chống dịch" */
static bool at_command(const struct tc_unit_parts *p,
		       const struct tc_unit_word *w)
{
	return tc_unit_word_is(w, "sở") && tc_part_goes_on(p) &&
	       tc_str_is(tc_namer_token(p->n, p->at)->exact, "chỉ");
}

/* "Phòng Hội đồng", "Phòng Truyền thống" */
static bool named_room(const struct tc_unit_namer *n, size_t i)
{
	static const struct {
		const char *first, *second;
	} rooms[] = {
		{ "hội", "đồng" }, { "hội", "thảo" }, { "truyền", "thống" },
	};

	for (size_t k = 0; k < sizeof rooms / sizeof *rooms; k++)
		if (tc_str_is(tc_namer_token(n, i)->exact, rooms[k].first) &&
		    tc_namer_joined(n, i + 1) &&
		    tc_str_is(tc_namer_token(n, i + 1)->exact, rooms[k].second))
			return true;
	return false;
}

/* "Phòng 104": departments have numbers of one or two figures. */
static bool is_room(const struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	if (!tc_unit_word_is(w, "phòng") || !tc_part_goes_on(p))
		return false;
	return named_room(p->n, p->at) ||
	       (tc_namer_digit(p->n, p->at) &&
		!(tc_namer_token(p->n, p->at)->flags & TC_TOKEN_UPPER) &&
		tc_namer_token(p->n, p->at)->len > 2);
}

/* "và Chính trị tư tưởng" behind "Tổ chức cán bộ": a field that no row knows,
 * and which therefore no other department has. */
static void add_other_field(struct tc_unit_parts *p)
{
	const struct tc_unit_namer *const n = p->n;
	const size_t at = p->at, length = p->text.n;
	const unsigned int others = TC_UNIT_HEADS | TC_UNIT_FIELD |
				    TC_UNIT_OFFICE | TC_UNIT_PLURAL;
	size_t after;

	if (!tc_part_goes_on(p) ||
	    TC_LIKELY(!tc_str_is(tc_namer_token(n, at)->exact, "và")) ||
	    !tc_namer_joined(n, at + 1) || !tc_namer_common(n, at + 1) ||
	    tc_namer_word(n, at + 1, others, &after))
		return;
	tc_part_add(p, TC_STR("và"));
	p->at++;
	if (!tc_part_words(p, "phong"))
		tc_part_give_back(p, at, length);
}

bool tc_part_department(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	const unsigned int party = TC_UNIT_CELL | TC_UNIT_PARTY;
	size_t after;
	const struct tc_unit_word *f = tc_part_word(p, TC_UNIT_FIELD, &after);

	if (!f && tc_part_alias_body(p))
		return true;	/* "Phòng PC67" */
	if (f && is_field_here(p, after)) {
		p->at = after;
		tc_part_add(p, tc_unit_word_print(f));
		add_other_field(p);
		p->name->proper = true;
		p->name->central = tc_unit_word_is(w, "bộ");
		if (tc_part_organ(p) || tc_part_area_behind(p))
			return true;
		if (!tc_unit_word_is(w, "phòng"))
			tc_part_province(p);
		else
			tc_part_members_place(p);
		return true;
	}
	if (tc_unit_word_is(w, "thanh tra")) {
		const struct tc_unit_word *const d =
			tc_part_word(p, TC_UNIT_DEPT, &after);
		if (d && tc_unit_word_is(d, "sở"))
			return tc_part_office_of(p, d, after);
		if (tc_part_area(p, true))
			return true;
	}
	if (tc_unit_word_is(w, "bộ") || at_command(p, w) ||
	    is_room(p, w) ||
	    !(tc_namer_upper(p->n, p->at - 1) || tc_namer_office(p->n) ||
	      p->name->head->cls & party || tc_namer_work(p->n, p->at) ||
	      tc_unit_words_before(p->n->scan, p->name->first, "lãnh đạo")))
		return false;
	const size_t end = tc_namer_past_lower_field(p->n, p->at);
	if (end > p->at)
		tc_part_run(p, end);
	else if (!tc_part_words(p, w->kind))
		return false;
	if (!tc_part_organ(p))
		tc_part_area(p, true);
	return true;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The cities of universities, and where campuses, branches and the bodies of a
 * region are. */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"

static bool is_university(const struct tc_unit_word *w)
{
	static const char *const heads[] = {
		"trường đại học", "đại học", "học viện", "trường cao đẳng",
		"trường đh", "đại học quốc gia", "đhqg",
		"phân hiệu đại học", "phân hiệu trường đại học",
	};

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (tc_unit_word_is(w, heads[i]))
			return true;
	return false;
}

/* "ĐHQG-HCM", "ĐHQG HCM" */
bool tc_part_city_letters(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	if (!is_university(w) || !tc_part_goes_on(p) ||
	    !tc_str_is(tc_namer_token(p->n, p->at)->exact, "hcm"))
		return false;
	tc_part_add(p, TC_STR("thành phố Hồ Chí Minh"));
	p->at++;
	return p->name->proper = true;
}

/* "Đại học Quốc gia TP Hồ Chí Minh": no area that it would be below. */
static void add_city(struct tc_unit_parts *p)
{
	struct tc_area area;
	size_t at = p->at;

	if (tc_part_goes_on(p) && tc_unit_area_read(p->n, &at, false, &area) &&
	    tc_area_rank(p->n->gazetteer, &area) == 2 &&
	    area.word == TC_AREA_THANH_PHO)
		tc_part_area(p, false);
}

/* "Chi nhánh Công ty Lương thực miền Nam tại Ninh Thuận": where it is. */
bool tc_part_at(struct tc_unit_parts *p)
{
	const size_t at = p->at, length = p->text.n;

	if (!tc_part_goes_on(p) ||
	    !tc_str_is(tc_namer_token(p->n, at)->exact, "tại"))
		return false;
	p->at++;
	tc_part_add(p, TC_STR("tại"));
	return tc_part_area(p, false) || tc_part_province(p) ||
	       tc_part_give_back(p, at, length);
}

/* "- Đại học Đà Nẵng" behind "Trường Đại học Sư phạm": the university that it is
 * a member of, by its name. */
static void add_university(struct tc_unit_parts *p)
{
	static const char *const members[] = {
		"đà nẵng", "huế", "thái nguyên", "quốc gia hà nội",
		"quốc gia thành phố hồ chí minh", "quốc gia tp hồ chí minh",
		"quốc gia tphcm",
	};
	const struct tc_unit_namer *const n = p->n;
	const size_t at = p->at;
	size_t after;

	if (TC_LIKELY(tc_scan_gap(n->scan, at) != TC_GAP_DASH) ||
	    !tc_namer_upper(n, at))
		return;
	const struct tc_unit_word *const w =
		tc_namer_word(n, at, TC_UNIT_BODY, &after);
	if (!w || !(tc_unit_word_is(w, "đại học") ||
		    tc_unit_word_is(w, "đại học quốc gia") ||
		    tc_unit_word_is(w, "đh")))
		return;
	for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
		const bool whole = tc_unit_word_is(w, "đại học quốc gia");
		const size_t end = tc_unit_words_past(
			n->scan, whole ? after - 2 : after, members[i]);
		if (!end)
			continue;
		tc_part_add(p, TC_STR("- Đại học"));
		tc_part_add(p, tc_namer_run_text(p->n, whole ? after - 2 : after,
						 end));
		p->at = end;
		return;
	}
}

/* "KHU VỰC 5 - ANH SƠN": the district or province that is known. */
static void add_seat_in_caps(struct tc_unit_parts *p)
{
	const struct tc_place *place;
	size_t run = tc_namer_province_at(p->n, p->at, NULL, &place);

	if (!run && p->at + 2 <= p->n->limit &&
	    tc_namer_joined(p->n, p->at + 1) &&
	    tc_gazetteer_district(p->n->gazetteer,
		    tc_namer_run_text(p->n, p->at, p->at + 2),
		    tc_str(NULL, 0)))
		run = 2;
	if (!run)
		return;
	tc_part_add(p, TC_STR("-"));
	tc_part_run(p, p->at + run);
}

void tc_part_seat(struct tc_unit_parts *p)
{
	const struct tc_unit_namer *const n = p->n;
	size_t after = p->at;
	struct tc_area city;

	if (n->query || p->at >= n->limit ||
	    tc_scan_gap(n->scan, p->at) != TC_GAP_DASH)
		return;
	if (n->caps) {
		add_seat_in_caps(p);
		return;
	}
	if (tc_unit_area_read(p->n, &after, false, &city) &&
	    city.word == TC_AREA_THANH_PHO) {
		tc_part_add(p, TC_STR("-"));
		tc_part_add(p, tc_area_plain(n->scan->arena, city));
		p->at = after;
		return;
	}
	if (tc_namer_word(n, p->at, TC_UNIT_HEADS | TC_UNIT_OFFICE, &after))
		return;
	const size_t run = tc_namer_person_at(
		n, p->at, tc_namer_proper_run(n, p->at, 8));
	if (run != 2 && run != 3)
		return;
	tc_part_add(p, TC_STR("-"));
	tc_part_add(p, tc_namer_run_text(p->n, p->at, p->at + run));
	p->at += run;
}

void tc_part_campus(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	if (is_university(w)) {
		add_city(p);
		add_university(p);
	}
	if (tc_str_starts(tc_unit_word_print(w), TC_STR("Phân hiệu ")))
		tc_part_at(p);
}

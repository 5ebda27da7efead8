/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The cities of universities, and where their campuses and bodies' branches
 * are. */
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

void tc_part_campus(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	if (is_university(w))
		add_city(p);
	if (tc_str_starts(tc_unit_word_print(w), TC_STR("Phân hiệu ")))
		tc_part_at(p);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-part.h"

/* "Đảng ủy Khối", "Đảng bộ Quân khu", "Đảng ủy Tổng Công ty": a level that it
 * is enough to name, for which a longer name may have stood before. */
static bool tells_level(const struct tc_unit_name *name)
{
	return name->open && (!name->host.n ||
			      tc_unit_kind_armed(name->host_kind) ||
			      tc_unit_kind_is(name->host_kind, "doanh-nghiep"));
}

/* "Dang uy phuong X", "Dang uy Khoi cac co quan tinh": under the word that
 * is printed, while the owner is the organisation. */
static bool add_party_owner(struct tc_unit_parts *p,
			    const struct tc_unit_word *w, size_t after)
{
	struct tc_unit_name name;
	struct tc_unit_parts owner = {
		.n = p->n,
		.name = &name,
		.at = after,
		.nested = true,
	};
	const struct tc_str org = TC_STR("Đảng bộ");

	tc_unit_name_init(&name, w);
	tc_part_begin(&owner);
	tc_part_add(&owner, tc_unit_word_print(w));
	bool named = w->cls == TC_UNIT_FIXED || tc_unit_party_read(&owner);
	bool level = name.own.word != TC_AREA_NONE;
	const bool told = tells_level(&name);
	named &= !name.open || name.function || told;
	if (named || level) {
		struct tc_str text = tc_arena_str(p->n->scan->arena,
						  tc_buf_str(&owner.text));
		p->at = owner.at;
		p->name->own = name.own;
		p->name->completed |= name.completed;
		p->name->open |= told;
		p->name->function |= told;
		p->name->central |= w->cls == TC_UNIT_FIXED;
		p->name->owner = named ? text : tc_str(NULL, 0);
		p->name->owner_kind = name.kind;
		tc_part_add(p, tc_unit_word_dang_uy(w) ? TC_STR("Đảng ủy")
						       : org);
		if (text.n > org.n)
			tc_part_add(p, tc_str_from(text, org.n + 1));
	}
	tc_part_end(&owner);
	return named || level;
}

static bool at_centre(const struct tc_unit_parts *p, size_t *after)
{
	const struct tc_unit_namer *n = p->n;
	size_t i = p->at;

	if (!tc_part_goes_on(p))
		return false;
	*after = i + 1;
	if (tc_str_is(tc_namer_token(n, i)->exact, "tw") ||
	    (tc_str_is(tc_namer_token(n, i)->exact, "tư") &&
	     tc_namer_token(n, i)->flags & TC_TOKEN_CAPS))
		return true;
	*after = i + 2;
	if (i + 1 < n->limit && tc_str_is(tc_namer_token(n, i)->exact, "t") &&
	    tc_scan_gap(n->scan, i + 1) == TC_GAP_DOT &&
	    tc_str_is(tc_namer_token(n, i + 1)->exact, "ư"))
		return true;
	return i + 1 < n->limit &&
	       tc_str_is(tc_namer_token(n, i)->bare, "trung") &&
	       tc_str_is(tc_namer_token(n, i + 1)->bare, "uong");
}

/* "Ban Chấp hành Đoàn xã": the level is enough. */
static bool add_league(struct tc_unit_parts *p, const struct tc_unit_word *w,
		       size_t after)
{
	if (w->area == TC_AREA_NONE)
		return false;
	p->at = after;
	tc_part_add(p, tc_unit_word_print(w));
	return true;
}

/* "Ban Chấp hành Hội Nông dân tỉnh X" */
static bool add_society(struct tc_unit_parts *p, const struct tc_unit_word *w,
			size_t after)
{
	const size_t before = p->text.n;

	if (!tc_part_body(p, w, after) && !add_league(p, w, after))
		return false;
	const struct tc_str whose = tc_str_from(tc_buf_str(&p->text), before);
	p->name->owner = tc_arena_str(p->n->scan->arena, tc_str_trim(whose));
	p->name->owner_kind = w->kind;
	return true;
}

/* "Ban Chỉ đạo Trung ương về phòng, chống thiên tai": its name ends in what it
 * does, which stands at token i and has no known end. */
static bool tells_task(const struct tc_unit_parts *p, size_t i)
{
	static const char *const words[] = { "về", "các" };

	return tc_unit_word_is(p->name->head, "ban chỉ đạo") &&
	       tc_namer_joined(p->n, i) &&
	       (tc_namer_upper(p->n, i) ||
		TC_AMONG(tc_namer_token(p->n, i)->exact, words));
}

/* The city under the centre whose site it is, or whose committee "TU" may be. */
static bool in_city(const struct tc_unit_namer *n)
{
	return n->context && n->context->site &&
	       strcmp(n->context->site->kind, "thanh-pho") == 0;
}

/* "Ban Dân vận HU", "BTV TU": the committee in letters. */
static bool add_letters(struct tc_unit_parts *p)
{
	static const struct tc_unit_word
		province = TC_UNIT_ROW("tỉnh ủy", "Tỉnh ủy", "dang-bo-tinh",
				       LEVEL, TINH),
		city = TC_UNIT_ROW("thành ủy", "Thành ủy", "dang-bo-huyen",
				   LEVEL, THANH_PHO),
		district = TC_UNIT_ROW("huyện ủy", "Huyện ủy", "dang-bo-huyen",
				       LEVEL, HUYEN);
	const struct tc_unit_namer *const n = p->n;

	if (!tc_part_goes_on(p) ||
	    !(tc_namer_token(n, p->at)->flags & TC_TOKEN_CAPS))
		return false;
	if (tc_str_is(tc_namer_token(n, p->at)->exact, "hu"))
		return tc_part_level(p, &district, p->at + 1);
	return tc_str_is(tc_namer_token(n, p->at)->exact, "tu") &&
	       tc_part_level(p, in_city(n) ? &city : &province, p->at + 1);
}

/* "Ban Tuyên giáo huyện X": its committee's, whose word is left out. */
static bool add_place(struct tc_unit_parts *p)
{
	static const struct tc_unit_word committees[TC_AREA_COUNT] = {
		[TC_AREA_TINH] = TC_UNIT_ROW("tỉnh ủy", "Tỉnh ủy",
					     "dang-bo-tinh", LEVEL, TINH),
		[TC_AREA_THANH_PHO] = TC_UNIT_ROW("thành ủy", "Thành ủy",
			"dang-bo-huyen", LEVEL, THANH_PHO),
		[TC_AREA_HUYEN] = TC_UNIT_ROW("huyện ủy", "Huyện ủy",
					      "dang-bo-huyen", LEVEL, HUYEN),
		[TC_AREA_QUAN] = TC_UNIT_ROW("quận ủy", "Quận ủy",
					     "dang-bo-huyen", LEVEL, QUAN),
		[TC_AREA_THI_XA] = TC_UNIT_ROW("thị ủy", "Thị ủy",
					       "dang-bo-huyen", LEVEL, THI_XA),
	};
	static const char *const organs[] = {
		"Ban Dân vận", "Ban Nội chính", "Ban Tuyên giáo",
		"Ban Tuyên giáo và Dân vận", "Ủy ban Kiểm tra",
	};
	const struct tc_unit_namer *const n = p->n;
	const struct tc_place *place;
	size_t after;
	const struct tc_unit_word *const area =
		tc_part_word(p, TC_UNIT_AREA, &after);

	if (!area || !committees[area->area].words_n ||
	    !tc_namer_joined(n, after) || !tc_namer_upper(n, after) ||
	    !TC_AMONG(tc_unit_word_print(p->name->head), organs))
		return false;
	/* "Ủy ban Kiểm tra tỉnh Hủa Phăn (Lào)" */
	if (area->area == TC_AREA_TINH &&
	    !tc_namer_province_at(n, after, NULL, &place))
		return false;
	return tc_part_level(p, &committees[area->area], after);
}

bool tc_part_owner(struct tc_unit_parts *p)
{
	const unsigned int mask = TC_UNIT_LEVEL | TC_UNIT_PARTY |
				  TC_UNIT_STATE | TC_UNIT_FIXED |
				  TC_UNIT_BODY | TC_UNIT_DEPT;
	size_t after, past;
	const struct tc_unit_word *w = tc_part_word(p, mask, &after);

	/* "Ban Tổ chức Ban Chấp hành Trung ương" */
	const bool whole = w && w->cls == TC_UNIT_FIXED &&
		tc_str_is(tc_unit_word_print(w), "Ban Chấp hành Trung ương");
	/* "Ban Tổ chức Trung ương Cục miền Nam" */
	const bool south = w && tc_unit_word_is(w, "trung ương cục miền nam");
	if (whole)
		past = after;
	if (whole || (!south && at_centre(p, &past))) {
		if (tells_task(p, past))
			return false;
		p->at = past;
		tc_part_add(p, TC_STR("Trung ương"));
		/* "Chánh Văn phòng Trung ương" */
		if (tc_unit_word_is(p->name->head, "văn phòng") &&
		    !(tc_part_goes_on(p) && tc_namer_upper(p->n, p->at)))
			tc_part_add(p, TC_STR("Đảng"));
		p->name->owner = TC_STR("Trung ương");
		p->name->owner_kind = "trung-uong";
		p->name->central = true;
		return true;
	}
	if (!w)
		return add_letters(p) || tc_part_alias_owner(p) || add_place(p);
	if (w->cls == TC_UNIT_LEVEL)
		return tc_part_level(p, w, after);
	if (south ||
	    tc_str_starts(tc_unit_word_print(w), TC_STR("Quân ủy")) ||
	    (w->cls == TC_UNIT_FIXED && (tc_unit_kind_is(w->kind, "organ") ||
					 tc_unit_kind_is(w->kind, "mat-tran")))) {
		p->at = after;
		p->name->owner = tc_unit_word_print(w);
		p->name->owner_kind = w->kind;
		p->name->central = true;
		tc_part_add(p, p->name->owner);
		return true;
	}
	if (tc_unit_kind_is(w->kind, "doan-the") && w->cls != TC_UNIT_FIXED)
		return add_society(p, w, after);
	if (w->cls & (TC_UNIT_BODY | TC_UNIT_DEPT))
		return false;
	if (w->cls != TC_UNIT_STATE)
		return tc_str_starts(tc_unit_word_print(w), TC_STR("Đảng bộ")) &&
		       add_party_owner(p, w, after);
	p->at = after;
	tc_part_add(p, tc_unit_word_print(w));
	tc_part_skip_short_form(p);
	return tc_part_area(p, true);
}

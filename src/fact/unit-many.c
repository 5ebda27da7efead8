/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names that are none of one unit, but those of many. */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"
#include "fact/unit-walk.h"

bool tc_unit_several(const struct tc_unit_walk *w, size_t i)
{
	const uint32_t kind = TC_TOKEN_MARKED | TC_TOKEN_UPPER | TC_TOKEN_DIGIT;

	if (tc_unit_follows(w, i, TC_WORD_SEVERAL))
		return true;
	return i > 0 &&
	       !(i > 1 && tc_str_is(tc_unit_walk_token(w, i - 2)->exact,
				    "số")) &&
	       (tc_unit_walk_token(w, i - 1)->flags & kind) == TC_TOKEN_DIGIT &&
	       tc_unit_walk_token(w, i - 1)->len <= 3 &&
	       tc_scan_gap(w->namer.scan, i) == TC_GAP_BLANK;
}

/* "Hội Nông dân huyện, Huyện đoàn": the word before is of another's name. */
static bool of_other(const struct tc_unit_walk *w,
		     const struct tc_unit_name *name,
		     const struct tc_unit_word *area)
{
	const size_t i = name->first;

	return tc_unit_walk_token(w, i)->flags & TC_TOKEN_UPPER &&
	       (area->area == name->head->area ||
		(w->n && w->seen[w->n - 1].end == i));
}

/* "bí thư tỉnh, thành ủy", "các huyện, thị ủy": those of many places. */
static bool of_many(const struct tc_unit_walk *w,
		    const struct tc_unit_name *name)
{
	const size_t i = name->first;
	size_t after;

	if (!(name->level || !name->proper) || !i ||
	    name->head->cls != TC_UNIT_LEVEL ||
	    tc_scan_gap(w->namer.scan, i) != TC_GAP_COMMA)
		return false;
	const struct tc_unit_word *const area = tc_unit_word_at(
		w->namer.scan, i - 1, TC_UNIT_AREA, false, &after);
	return area ? !of_other(w, name, area) :
	       (tc_str_is(tc_unit_walk_token(w, i - 1)->exact, "thành") ||
		tc_str_is(tc_unit_walk_token(w, i - 1)->exact, "thị"));
}

/* "các Huyện đoàn" */
static bool of_each_level(const struct tc_unit_walk *w,
			  const struct tc_unit_name *name)
{
	return name->head->cls == TC_UNIT_LEVEL &&
	       (name->completed || !name->proper) &&
	       tc_unit_follows(w, name->first, TC_WORD_SEVERAL);
}

/* "Ban Thường vụ Huyện ủy, Thành ủy": the organ of many places' committees. */
static bool of_many_committees(const struct tc_unit_walk *w,
			       const struct tc_unit_name *name)
{
	const struct tc_scan *s = w->namer.scan;
	const size_t i = name->end;
	size_t after, end;

	if (name->head->cls != TC_UNIT_ORGAN || i < 2 ||
	    tc_scan_gap(s, i) != TC_GAP_COMMA)
		return false;
	const struct tc_unit_word *const one =
		tc_unit_word_at(s, i - 2, TC_UNIT_LEVEL, false, &after);
	const struct tc_unit_word *const other =
		tc_unit_word_at(s, i, TC_UNIT_LEVEL, false, &end);
	return one && after == i && other && tc_unit_word_committee(one) &&
	       tc_unit_word_committee(other) && one->area != other->area &&
	       !(tc_scan_gap(s, end) == TC_GAP_BLANK &&
		 s->tokens.v[end].flags & TC_TOKEN_UPPER);
}

/* "18 xã" */
static bool counts_areas(const struct tc_scan *s, size_t i)
{
	size_t after;

	return tc_scan_gap(s, i) == TC_GAP_BLANK &&
	       tc_scan_gap(s, i + 1) == TC_GAP_BLANK &&
	       tc_unit_word_at(s, i + 1, TC_UNIT_AREA, false, &after);
}

/* "Chi bộ Quân sự xã, phường, thị trấn", "Chi bộ Quân sự 18 xã" */
static bool of_all_areas(const struct tc_unit_walk *w,
			 const struct tc_unit_name *name)
{
	const struct tc_scan *s = w->namer.scan;
	const size_t i = name->end;
	size_t after;

	if (i < s->tokens.n && s->tokens.v[i].flags & TC_TOKEN_DIGIT)
		return counts_areas(s, i);
	return tc_unit_word_at(s, i, TC_UNIT_AREA, false, &after) &&
	       (name->completed || !name->own.name.n) &&
	       tc_scan_gap(s, i) == TC_GAP_COMMA &&
	       !(s->tokens.v[i].flags & TC_TOKEN_UPPER) &&
	       !(tc_scan_gap(s, after) == TC_GAP_BLANK &&
		 s->tokens.v[after].flags & TC_TOKEN_UPPER) &&
	       tc_unit_word_at(s, i - 1, TC_UNIT_AREA, false, &after);
}

/* "chi bộ các cơ quan, đơn vị": of any of them */
static bool of_all_offices(const struct tc_unit_walk *w,
			   const struct tc_unit_name *name)
{
	const struct tc_scan *const s = w->namer.scan;
	const size_t i = name->end;
	size_t after;

	return name->head->cls & (TC_UNIT_CELL | TC_UNIT_PARTY) &&
	       tc_scan_gap(s, i) == TC_GAP_COMMA &&
	       tc_unit_words_before(s, i, "cơ quan") &&
	       !(s->tokens.v[i].flags & TC_TOKEN_UPPER) &&
	       !tc_unit_word_at(s, i, TC_UNIT_HEADS, false, &after);
}

/* "Phòng Lịch sử Đảng của 63 tỉnh", "Ban Tuyên giáo của các huyện" */
static bool of_areas_behind(const struct tc_unit_walk *w,
			    const struct tc_unit_name *name)
{
	const unsigned int heads = TC_UNIT_DEPT | TC_UNIT_BODY | TC_UNIT_ORGAN;
	const struct tc_scan *const s = w->namer.scan;
	const size_t i = name->end;
	size_t after;

	if (!(name->head->cls & heads) || i >= s->tokens.n ||
	    !tc_str_is(s->tokens.v[i].exact, "của") || name->own.name.n ||
	    (name->owner_area.name.n && !name->completed))
		return false;
	const size_t areas = tc_unit_past_count(w, i + 1);
	return areas && tc_unit_word_at(s, areas, TC_UNIT_AREA, false, &after);
}

bool tc_unit_of_each_area(const struct tc_unit_walk *w,
			  const struct tc_unit_name *name)
{
	const size_t i = name->end;
	size_t after;

	if (!(name->head->cls & (TC_UNIT_DEPT | TC_UNIT_BODY)))
		return false;
	const size_t areas = tc_unit_past_count(w, i);
	return areas && tc_unit_word_at(w->namer.scan, areas, TC_UNIT_AREA,
					false, &after);
}

/* "Chi bộ Công an", "Chi bộ Quân sự" */
static bool of_arms(const struct tc_unit_name *name)
{
	return name->host.n && tc_unit_kind_armed(name->host_kind);
}

static bool lacks_area(const struct tc_unit_name *name)
{
	return name->completed || !name->own.name.n;
}

/* Behind "các", "02": "Đảng bộ Khối cơ quan", "Chi bộ Quân sự", "chi bộ Công an
 * xã", "chi bộ khối cơ quan huyện X". */
static bool names_several(const struct tc_unit_name *name)
{
	if (name->head->cls == TC_UNIT_PARTY)
		return tc_unit_kind_is(name->kind, "dang-bo-khoi") &&
		       name->own.word == TC_AREA_NONE && !name->host.n;
	/* "13 Chi hội Nông dân phường", "Trạm Y tế xã" */
	if (name->head->cls == TC_UNIT_BODY)
		return name->own.word != TC_AREA_NONE && lacks_area(name);
	if (name->head->cls != TC_UNIT_CELL)
		return false;
	if (name->own.word != TC_AREA_NONE &&
	    (!name->host.n || (of_arms(name) && lacks_area(name))))
		return true;
	return name->host.n && !name->own.name.n &&
	       tc_unit_kind_is(name->host_kind, "quan-doi");
}

/* "thành lập chi bộ Công an xã": any commune's, but of "bí thư chi bộ Công an
 * xã" one, and behind "và" one of those listed. */
static bool of_any_area(const struct tc_unit_walk *w,
			const struct tc_unit_name *name)
{
	const size_t i = name->first;

	return name->head->cls == TC_UNIT_CELL && i &&
	       tc_scan_gap(w->namer.scan, i) == TC_GAP_BLANK &&
	       !tc_str_is(tc_unit_walk_token(w, i - 1)->exact, "và") &&
	       (!(tc_unit_walk_token(w, i)->flags & TC_TOKEN_UPPER) ||
		tc_unit_words_before(w->namer.scan, i, "thành lập")) &&
	       of_arms(name) && lacks_area(name) &&
	       !tc_namer_office(&w->namer);
}

/* "các ban xây dựng Đảng Tỉnh ủy" */
static bool of_organs(const struct tc_unit_walk *w,
		      const struct tc_unit_name *name)
{
	return name->head->cls == TC_UNIT_ORGAN &&
	       (!(tc_unit_walk_token(w, name->first)->flags & TC_TOKEN_UPPER) ||
		tc_unit_word_is(name->head, "ban xây dựng đảng"));
}

bool tc_unit_of_many(const struct tc_unit_walk *w,
		     const struct tc_unit_name *name, bool several)
{
	return of_any_area(w, name) || of_many(w, name) ||
	       of_each_level(w, name) || of_all_areas(w, name) ||
	       of_many_committees(w, name) || of_all_offices(w, name) ||
	       of_areas_behind(w, name) ||
	       (several && (of_organs(w, name) || names_several(name)));
}

size_t tc_unit_list_provinces(struct tc_unit_walk *w,
			      const struct tc_unit_name *name)
{
	const size_t before = w->n;
	const struct tc_place *place;
	size_t i = name->link, own, run;
	bool and = false;

	if (!tc_unit_word_at(w->namer.scan, name->first, name->head->cls,
			     false, &own) || own >= name->end ||
	    own + tc_namer_province_at(&w->namer, own, NULL, &place) !=
		    name->end)
		return i;
	for (int items = 0; items < TC_UNIT_LIST_MAX && !and; items++) {
		const size_t at = tc_unit_past_and(w, i);
		run = at ? tc_namer_province_at(&w->namer, at, NULL, &place) : 0;
		if (!run || run != tc_namer_proper_run(&w->namer, at, 8))
			break;
		and = at != i;
		i = at + run;
		tc_unit_walk_add(w, at, i, tc_unit_node_get(&w->nodes,
			tc_unit_join(w->namer.scan->arena,
				     tc_unit_word_print(name->head),
				     place->name), name->kind),
			0.7f, "elided-head");
	}
	if (and || w->n > before + 1)
		return i;
	w->n = before;	/* "Công an Hà Nam, Ninh Bình" */
	return name->link;
}

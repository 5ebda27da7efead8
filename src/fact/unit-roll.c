/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A roll of Party organisations of all kinds, each head of which is said once
 * for those behind it:
 *
 *   21 tổ chức cơ sở đảng gồm Đảng bộ xã A; B; Trung tâm Y tế huyện; Chi bộ
 *   Hạt Kiểm lâm; Kho bạc Nhà nước.
 */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"
#include "fact/unit-walk.h"

#define CALL_TOKENS_MAX 16 /* "tổ chức cơ sở đảng đạt trong sạch vững mạnh" */

/* "tổ chức cơ sở đảng ... gồm" stands before token i. */
static bool is_called(const struct tc_unit_walk *w, size_t i)
{
	static const char *const all[] = {
		"cơ sở đảng", "tổ chức đảng", "chi bộ, đảng bộ",
		"chi, đảng bộ",
	};
	const size_t least = i > CALL_TOKENS_MAX ? i - CALL_TOKENS_MAX : 0;

	if (TC_LIKELY(!i || !tc_str_is(tc_unit_exact(w, i - 1), "gồm")))
		return false;
	for (size_t k = i - 1; k > least && tc_unit_gap(w, k) != TC_GAP_HARD;
	     k--)
		if (TC_UNIT_ANY_BEFORE(w->namer.scan, k, all))
			return true;
	return false;
}

/* "B" behind "Đảng bộ xã A;", or an area with its word: moves *i. */
static bool next_area(struct tc_unit_walk *w, size_t *i, struct tc_area *area)
{
	const unsigned int others = TC_UNIT_HEADS | TC_UNIT_OFFICE |
				    TC_UNIT_HOST | TC_UNIT_BLOCK;
	struct tc_area next;
	size_t at = *i, after;

	if (tc_unit_area_read(&w->namer, &at, false, &next)) {
		*area = next;
	} else {
		if (tc_unit_word_at(w->namer.scan, at, others, false, &after) ||
		    tc_unit_begins_person(w, at))
			return false;
		area->name = tc_unit_place_read(&w->namer, &at);
	}
	*i = at;
	return area->name.n > 0;
}

static size_t roll_areas(struct tc_unit_walk *w,
			 const struct tc_unit_name *name)
{
	struct tc_area area = name->own;
	size_t i = name->link;

	tc_unit_list_begin(w);
	w->namer.caps = false;
	for (int items = 0; items < TC_UNIT_LIST_MAX; items++) {
		const size_t first = tc_unit_past_mark(w, i);
		size_t at = first;
		if (!at || !next_area(w, &at, &area))
			break;
		tc_unit_walk_add(w, first, at,
				 tc_unit_walk_area(w, name->head, area), 0.8f,
				 "elided-head");
		i = at;
	}
	return i;
}

size_t tc_unit_list_roll(struct tc_unit_walk *w,
			 const struct tc_unit_name *name)
{
	const unsigned int party = TC_UNIT_CELL | TC_UNIT_PARTY;

	if (TC_LIKELY(!(name->head->cls & party)) || name->caps || !w->n)
		return name->link;
	/* once for each sentence, which may be as long as the text */
	if (name->first >= w->roll_end && is_called(w, name->first))
		w->roll_end = tc_unit_sentence_end(w->namer.scan, name->first);
	if (TC_LIKELY(name->first >= w->roll_end))
		return name->link;
	if (name->head->cls == TC_UNIT_PARTY && name->own.name.n &&
	    !name->host.n)
		return roll_areas(w, name);
	/* as of several, but that the head is the first one's */
	const size_t mention = w->n - 1;
	const struct tc_unit_seen first = w->seen[mention];
	const size_t end = tc_unit_list_items(w, name, true);
	w->seen[mention] = first;
	return end;
}

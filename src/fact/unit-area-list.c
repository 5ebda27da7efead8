/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Areas that are listed behind a head, by their number or their word: "Đảng ủy
 * hai xã A và B", "Ban Thường vụ các Huyện ủy: A, B". */
#include "config.h"

#include "fact/unit-part.h"
#include "fact/unit-walk.h"

uint32_t tc_unit_areas_node(struct tc_unit_walk *w,
			    const struct tc_unit_areas *of, struct tc_area area)
{
	static const char *const committees[TC_AREA_COUNT] = {
		[TC_AREA_TINH] = "Tỉnh ủy ", [TC_AREA_THANH_PHO] = "Thành ủy ",
		[TC_AREA_HUYEN] = "Huyện ủy ", [TC_AREA_QUAN] = "Quận ủy ",
		[TC_AREA_THI_XA] = "Thị ủy ",
	};
	struct tc_arena *const arena = w->namer.scan->arena;
	const char *const committee = committees[area.word];

	if (!of->stem.n)
		return tc_unit_walk_area(w, of->head, area);
	const struct tc_str parts[] = {
		of->stem, tc_str0(of->organ && committee ? committee : ""),
		of->organ || of->named ? area.name
				       : tc_area_plain(arena, area),
	};
	return tc_unit_node_link(&w->nodes,
		tc_unit_node_get(&w->nodes, tc_arena_join(arena, parts, 3),
				 of->kind),
		tc_unit_node_area(&w->nodes, w->namer.gazetteer, area));
}

void tc_unit_areas_add(struct tc_unit_walk *w, const struct tc_unit_areas *of,
		       size_t first, size_t end, struct tc_area area)
{
	tc_unit_walk_add(w, first, end, tc_unit_areas_node(w, of, area), 0.8f,
			 "elided-head");
}

struct tc_unit_areas tc_unit_areas_of(const struct tc_unit_walk *w,
				      const struct tc_unit_name *name,
				      bool plural)
{
	const struct tc_unit_word *const organ =
		plural ? tc_unit_list_organ_of(w, name) : NULL;

	if (!organ)
		return (struct tc_unit_areas){ .head = name->head };
	return (struct tc_unit_areas){
		.head = name->head, .kind = organ->kind, .organ = true,
		.stem = tc_unit_join(w->namer.scan->arena,
				     tc_unit_word_print(organ), TC_STR("")),
	};
}

struct tc_unit_areas tc_unit_areas_organ(const struct tc_unit_walk *w,
					 const struct tc_unit_name *name)
{
	return (struct tc_unit_areas){
		.head = name->head, .kind = name->kind, .organ = true,
		.stem = tc_unit_join(w->namer.scan->arena,
				     tc_unit_word_print(name->head),
				     TC_STR("")),
	};
}

/* The word of the place, of which there are several kinds in the list, as the
 * gazetteer knows it; else the last one's. */
static enum tc_area_word known_word(const struct tc_unit_walk *w,
				    struct tc_area area)
{
	const struct tc_district *const d = tc_gazetteer_district(
		w->namer.gazetteer, area.name,
		tc_namer_area_known(&w->namer, TC_AREA_TINH));
	const enum tc_area_word word = d ? tc_district_word(d->kind) :
					   TC_AREA_NONE;

	return word == TC_AREA_NONE ? area.word : word;
}

/* One area of the list: its word said again or the last one's. */
static bool counted_item(struct tc_unit_walk *w,
			 const struct tc_unit_areas *of, size_t *i,
			 struct tc_area *area)
{
	size_t at = *i, after;
	struct tc_area own;

	if (tc_unit_area_read(&w->namer, &at, false, &own)) {
		/* "các xã (huyện X, tỉnh Y)": where they are */
		if (area->word != TC_AREA_NONE &&
		    tc_area_rank(w->namer.gazetteer, &own) <
			    tc_area_rank(w->namer.gazetteer, area))
			return false;
		*area = own;
	} else {
		if (area->word == TC_AREA_NONE ||
		    tc_unit_word_at(w->namer.scan, at, TC_UNIT_HEADS |
				    TC_UNIT_OFFICE, false, &after))
			return false;
		area->name = tc_namer_area_name(&w->namer, area->word, &at);
		if (of->mixed)
			area->word = known_word(w, *area);
	}
	*i = at;
	return area->name.n > 0;
}

/* Past ", thị xã, thành phố" behind "các huyện", ", Thành ủy" behind "các
 * Huyện ủy": other words for a district. */
static size_t past_other_words(const struct tc_unit_walk *w, size_t i,
			       struct tc_unit_areas *of,
			       const struct tc_area *area)
{
	size_t at, after;

	if (tc_area_rank(w->namer.gazetteer, area) != 3)
		return i;
	while ((at = tc_unit_past_and(w, i)) != 0) {
		const struct tc_unit_word *const word =
			tc_unit_word_at(w->namer.scan, at, TC_UNIT_AREA |
					TC_UNIT_LEVEL, false, &after);
		if (!word ||
		    (word->cls == TC_UNIT_LEVEL && !tc_unit_word_committee(word)))
			break;
		const struct tc_area other = { word->area, { 0 } };
		if (tc_area_rank(w->namer.gazetteer, &other) > 3)
			break;
		of->mixed = true;
		i = after;
	}
	return i;
}

/* "hai xã" of "Đảng ủy hai xã A và B", also "của hai xã"; the token behind, 0
 * when it is no such thing. */
static size_t past_count_of(const struct tc_unit_walk *w, size_t i,
			    struct tc_unit_areas *of, struct tc_area *area)
{
	const bool whose = tc_unit_gap(w, i) == TC_GAP_BLANK &&
			   tc_str_is(tc_unit_walk_token(w, i)->exact, "của");
	size_t first = tc_unit_past_count(w, i + whose);
	const struct tc_unit_word *const word =
		first ? tc_unit_word_at(w->namer.scan, first, TC_UNIT_AREA,
					false, &first) : NULL;

	if (!word)
		return 0;
	area->word = word->area;
	first = past_other_words(w, first, of, area);
	const size_t colon = tc_unit_past_colon(w, first);
	return colon || tc_unit_gap(w, first) != TC_GAP_BLANK ? colon : first;
}

/* "tỉnh:" of "2 đảng bộ tỉnh: A và B", also the colon alone. */
static size_t past_area_colon(const struct tc_unit_walk *w, size_t i,
			      struct tc_unit_areas *of, struct tc_area *area)
{
	size_t after = i;
	const struct tc_unit_word *const word =
		tc_unit_gap(w, i) == TC_GAP_BLANK ?
			tc_unit_word_at(w->namer.scan, i, TC_UNIT_AREA, false,
					&after) : NULL;

	if (word)
		area->word = word->area;
	return tc_unit_past_colon(w, past_other_words(w, word ? after : i, of,
						      area));
}

/* "; các xã:" behind "các phường: A, B", of the same rank; the token behind, 0
 * when it is no such thing. */
static size_t past_next_kind(const struct tc_unit_walk *w, size_t i,
			     struct tc_area *area)
{
	const size_t at = tc_unit_past_mark(w, i);
	size_t after;
	const struct tc_unit_word *const word =
		at && tc_str_is(tc_unit_exact(w, at), "các") ?
			tc_unit_word_at(w->namer.scan, at + 1, TC_UNIT_AREA,
					false, &after) : NULL;

	if (!word)
		return 0;
	const struct tc_area next = { word->area, { 0 } };
	if (tc_area_rank(w->namer.gazetteer, &next) !=
	    tc_area_rank(w->namer.gazetteer, area))
		return 0;
	area->word = word->area;
	const size_t colon = tc_unit_past_colon(w, after);
	return colon || tc_unit_gap(w, after) != TC_GAP_BLANK ? colon : after;
}

size_t tc_unit_areas_committees(struct tc_unit_walk *w,
				const struct tc_unit_areas *of, size_t i)
{
	size_t first, at;

	for (int items = 0; of->organ && items < TC_UNIT_LIST_MAX; items++) {
		first = tc_unit_past_mark(w, i);
		const struct tc_unit_word *const word =
			first ? tc_unit_word_at(w->namer.scan, first,
						TC_UNIT_LEVEL, false, &at)
			      : NULL;
		if (!word || !tc_unit_word_committee(word) ||
		    tc_unit_gap(w, at) != TC_GAP_BLANK)
			break;
		const struct tc_area area = {
			word->area,
			tc_namer_area_name(&w->namer, word->area, &at),
		};
		if (!area.name.n)
			break;
		tc_unit_areas_add(w, of, first, at, area);
		i = at;
	}
	return i;
}

bool tc_unit_list_whole(struct tc_unit_walk *w, const struct tc_area *inner,
			size_t from, size_t *i)
{
	struct tc_area up[TC_UNIT_UP_MAX];
	const size_t count = tc_unit_up_read(&w->namer, i, inner, up);

	if (!count)
		return false;
	const uint32_t parent = tc_unit_walk_chain(w, up, count);
	for (size_t k = from; k < w->n; k++)
		w->seen[k].node = tc_unit_node_link(&w->nodes, w->seen[k].node,
						    parent);
	return true;
}

/* The areas from token `first` on, two at least; the token behind the last,
 * `end` when there are none. */
static size_t counted_areas(struct tc_unit_walk *w,
			    const struct tc_unit_areas *of,
			    struct tc_area area, size_t first, size_t end)
{
	const size_t before = w->n, none = end;
	size_t placed = before;

	if (!first)
		return end;
	tc_unit_list_begin(w);
	for (int items = 0; items < TC_UNIT_LIST_MAX && first; items++) {
		size_t at = first;
		if (!counted_item(w, of, &at, &area))
			break;
		tc_unit_areas_add(w, of, first, at, area);
		end = at;
		const size_t next = past_next_kind(w, at, &area);
		first = next ? next : tc_unit_past_and(w, at);
		if (!first && (first = tc_unit_past_remark(w, at)) != 0) {
			tc_unit_list_whole(w, &area, placed, &at);
			placed = w->n;
		}
	}
	if (w->n > before)
		end = tc_unit_areas_committees(w, of, end);
	return tc_unit_list_two(w, before, end, none);
}

size_t tc_unit_list_areas(struct tc_unit_walk *w,
			  const struct tc_unit_name *name, bool several)
{
	struct tc_unit_areas of = tc_unit_areas_of(w, name, several);
	struct tc_area area = {
		name->head->area != TC_AREA_NONE ? name->head->area :
						   name->own.word, { 0 },
	};
	size_t first = past_count_of(w, name->end, &of, &area);

	if (!first && several)
		first = past_area_colon(w, name->end, &of, &area);
	return counted_areas(w, &of, area, first, name->end);
}

/* Past the word behind an organ's head that tells whose it is: "Đảng ủy" of
 * "Ban Thường vụ Đảng ủy các xã"; its form in a name. */
static struct tc_str owner_word(const struct tc_unit_walk *w, size_t *i)
{
	const struct tc_unit_word *const word =
		tc_unit_gap(w, *i) == TC_GAP_BLANK ?
			tc_unit_word_at(w->namer.scan, *i, TC_UNIT_PARTY |
					TC_UNIT_STATE, false, i) : NULL;

	if (!word)
		return tc_str(NULL, 0);
	return tc_unit_word_dang_uy(word) ? TC_STR("Đảng ủy") :
					    tc_unit_word_print(word);
}

size_t tc_unit_list_owned(struct tc_unit_walk *w,
			  const struct tc_unit_name *name)
{
	struct tc_area area = { 0 };
	size_t i = name->end;
	const struct tc_str owner = name->bare ? owner_word(w, &i) :
						 tc_str(NULL, 0);
	struct tc_unit_areas of = { .kind = name->kind };
	/* "Trung tâm Chính trị các huyện A, B" */
	const bool whole = tc_unit_kind_is(name->kind, "trung-tam");
	const size_t first = name->bare && !owner.n && !whole ? 0 :
			     past_count_of(w, i, &of, &area);
	if (!first)
		return name->end;
	const struct tc_str parts[] = {
		name->canonical, tc_str(" ", owner.n > 0), owner, TC_STR(" "),
	};
	of.stem = tc_arena_join(w->namer.scan->arena, parts, 4);
	return counted_areas(w, &of, area, first, name->end);
}

size_t tc_unit_list_committees(struct tc_unit_walk *w,
			       const struct tc_unit_name *name)
{
	struct tc_unit_areas of = tc_unit_areas_organ(w, name);
	struct tc_area area = { name->owner_area.word, { 0 } };
	size_t first = past_count_of(w, name->end, &of, &area);

	if (!first)
		first = past_area_colon(w, name->end, &of, &area);
	return counted_areas(w, &of, area, first, name->end);
}

size_t tc_unit_list_each(struct tc_unit_walk *w,
			 const struct tc_unit_word *head, size_t i)
{
	struct tc_area area = { 0 };
	struct tc_unit_areas of = { .head = head, .kind = head->kind };
	const size_t first = past_count_of(w, i, &of, &area);

	if (first)
		of.stem = tc_unit_join(w->namer.scan->arena,
				       tc_unit_word_print(head), TC_STR(""));

	return counted_areas(w, &of, area, first, i);
}

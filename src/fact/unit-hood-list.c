/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Neighbourhoods in a list: "Chi bộ thôn 1, 2 và 3", "các chi bộ thôn A và B". */
#include "config.h"

#include "fact/unit-item.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"

bool tc_unit_item_read(const struct tc_unit_items *l, size_t at,
		       struct tc_unit_name *item,
		       bool (*read)(const struct tc_unit_items *,
				    struct tc_unit_parts *))
{
	struct tc_unit_parts p = {
		.n = &l->w->namer,
		.name = item,
		.at = at,
		.closed = at,	/* behind a comma it goes on */
	};

	tc_unit_name_init(item, l->head);
	tc_part_begin(&p);
	const bool named = read(l, &p);
	item->first = at;
	item->end = item->link = p.at;
	item->canonical = tc_arena_str(p.n->scan->arena, tc_buf_str(&p.text));
	tc_part_end(&p);
	return named && item->end > at;
}

/* "5", "thôn 5", or without the word that was said: "5", "Bãi Màu". */
static bool read_cell(const struct tc_unit_items *l, struct tc_unit_parts *p)
{
	tc_part_add(p, tc_unit_word_print(l->head));
	if (tc_part_hood(p))
		return true;
	if (l->noun)
		tc_part_add(p, tc_unit_word_print(l->noun));
	return tc_part_number(p) ||
	       (l->noun && l->several && tc_part_place(p));
}

bool tc_unit_list_number(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;
	const enum tc_gap gap = tc_unit_gap(w, i + 1);
	size_t after;

	if (!tc_unit_walk_digit(w, i) || gap == TC_GAP_TIGHT ||
	    gap == TC_GAP_DOT)
		return false;
	const uint32_t end = tc_token_end(tc_unit_walk_token(w, i));
	if (end < s->text.n && s->text.p[end] == '%')
		return false;
	/* "và 2 chi bộ A, B" */
	if (gap == TC_GAP_BLANK && !tc_namer_upper(&w->namer, i + 1) &&
	    tc_unit_word_at(s, i + 1, TC_UNIT_CELL | TC_UNIT_PARTY, false,
			    &after))
		return false;
	return !tc_namer_counts(&w->namer, i) || tc_unit_verb_behind(s, i + 1);
}

/* "Bãi Màu" behind "các thôn", but no other unit, place or person. */
static bool may_be_place(const struct tc_unit_items *l, size_t at)
{
	const unsigned int others = TC_UNIT_HEADS | TC_UNIT_AREA |
				    TC_UNIT_OFFICE;
	const struct tc_scan *const s = l->w->namer.scan;
	size_t after;

	return l->several && l->noun && at < s->tokens.n &&
	       s->tokens.v[at].flags & TC_TOKEN_UPPER &&
	       !tc_unit_word_at(s, at, others, false, &after) &&
	       !tc_unit_begins_person(l->w, at);
}

/* "Khối Chính quyền", no hamlet */
static bool is_block(const struct tc_unit_items *l, size_t at)
{
	size_t after;

	return tc_unit_word_at(l->w->namer.scan, at, TC_UNIT_BLOCK, false,
			       &after) && after > at + 1;
}

/* "bản Pom" behind "thôn Đông (xã A)" */
static bool begins_hood(const struct tc_unit_items *l, size_t at)
{
	size_t after;

	return l->noun && !is_block(l, at) &&
	       tc_unit_word_at(l->w->namer.scan, at, TC_UNIT_HOOD, false,
			       &after);
}

static bool may_be_cell(const struct tc_unit_items *l, size_t at)
{
	size_t after;

	if (tc_unit_walk_digit(l->w, at))
		return tc_unit_list_number(l->w, at);
	if (tc_str_is(tc_unit_exact(l->w, at), "số"))
		return true;
	/* "thôn 1, thôn 2", but not "khối 7, tổ 5" */
	const struct tc_unit_word *const hood = tc_unit_word_at(
		l->w->namer.scan, at, TC_UNIT_HOOD, false, &after);
	if (hood && is_block(l, at))
		return false;
	return hood ? l->several || hood == l->noun : may_be_place(l, at);
}

/* Behind "thôn 1, xã A," is no cell of the list but one that has a place of its
 * own: whether token `at` begins one. */
static bool may_be_placed(const struct tc_unit_items *l, size_t i, size_t at)
{
	size_t after;

	return tc_unit_past_place(l->w, i) || at != i ||
	       tc_unit_word_at(l->w->namer.scan, at, TC_UNIT_HOOD, false,
			       &after);
}

size_t tc_unit_items_cells(const struct tc_unit_items *l, size_t first,
			   size_t end)
{
	const struct tc_area own = { 0 };
	struct tc_unit_walk *const w = l->w;
	struct tc_unit_name item;
	size_t from = w->n - (l->named && !l->placed);
	bool placed = l->placed;

	if (!first)
		return end;
	tc_unit_list_begin(w);
	for (int items = 0; items < TC_UNIT_LIST_MAX && first; items++) {
		if (!(may_be_cell(l, first) ||
		      (placed && begins_hood(l, first))) ||
		    (placed && !may_be_placed(l, end, first)) ||
		    !tc_unit_item_read(l, first, &item, read_cell))
			break;
		const bool told = placed && first == end &&
				  !tc_unit_past_place(w, end);
		size_t at = item.end;
		tc_unit_walk_add(w, first, at,
			tc_unit_node_get(&w->nodes, item.canonical,
					 l->head->kind),
			0.8f, "elided-head");
		placed = tc_unit_list_whole(w, &own, from, &at);
		if (told && !placed) {
			w->n--;
			break;
		}
		from = placed ? w->n : from;
		end = at;
		first = tc_unit_list_next(w, end);
	}
	return end;
}

/* "5", "số 5", "thôn 5" */
static bool begins_cell(const struct tc_unit_walk *w, size_t i)
{
	size_t after;

	return tc_unit_walk_digit(w, i) || tc_str_is(tc_unit_exact(w, i), "số") ||
	       tc_unit_word_at(w->namer.scan, i, TC_UNIT_HOOD, false, &after);
}

bool tc_unit_list_is_cell(const struct tc_unit_walk *w,
			  const struct tc_unit_name *name)
{
	size_t start;

	return name->head->cls == TC_UNIT_CELL && !name->free &&
	       !name->own.name.n && !name->host.n &&
	       tc_unit_word_at(w->namer.scan, name->first, TC_UNIT_CELL, false,
			       &start) && begins_cell(w, start);
}

/* A larger place has that name: it is where the hamlet is. */
static bool names_larger(struct tc_unit_walk *w, size_t first, size_t end)
{
	const struct tc_place *place;

	return tc_namer_province_at(&w->namer, first, NULL, &place) ==
		       end - first ||
	       tc_gazetteer_district(w->namer.gazetteer,
		       tc_namer_run_text(&w->namer, first, end),
		       tc_str(NULL, 0));
}

/* "Chi bộ thôn Bãi Màu, Nà Pán và Tà Dô": names without the word, of which the
 * last has "và" before it, or two at least; the token behind, `end` else. */
static size_t more_places(const struct tc_unit_items *l, size_t end)
{
	struct tc_unit_walk *const w = l->w;
	const struct tc_unit_items all = { .w = w, .head = l->head, .noun = l->noun,
				  .several = true };
	const size_t before = w->n, none = end;
	struct tc_unit_name item;
	size_t at, after;
	bool and = false;

	tc_unit_list_begin(w);
	while (!and && w->n < before + TC_UNIT_LIST_MAX &&
	       (at = tc_unit_past_and(w, end)) != 0) {
		if (tc_unit_word_at(w->namer.scan, at, TC_UNIT_HOOD, false,
				    &after) ||
		    !may_be_place(&all, at) ||
		    !tc_unit_item_read(&all, at, &item, read_cell))
			break;
		and = at != end;
		if (!and && names_larger(w, at, item.end))
			break;
		tc_unit_walk_add(w, at, item.end,
			tc_unit_node_get(&w->nodes, item.canonical,
					 l->head->kind),
			0.8f, "elided-head");
		end = item.end;
	}
	if (and || w->n > before + 1)
		return end;
	w->n = before;
	return none;
}

size_t tc_unit_items_more_cells(struct tc_unit_items *l,
				const struct tc_unit_name *name, size_t start)
{
	struct tc_unit_walk *const w = l->w;
	const size_t seen = w->n;
	size_t after, end;

	l->noun = tc_unit_word_at(w->namer.scan, start, TC_UNIT_HOOD, false,
				  &after);
	if (!l->noun && !tc_unit_walk_digit(w, name->end - 1))
		return name->link;
	l->placed = name->up_count;
	l->named = seen && w->seen[seen - 1].first == name->first;
	const size_t last = l->placed ? name->link : name->end;
	end = tc_unit_items_cells(l, tc_unit_list_next(w, last), last);
	if (end == last)
		end = name->end;
	if (end == name->end && l->noun && !tc_unit_walk_digit(w, end - 1))
		end = more_places(l, end);
	if (end == name->end)
		return name->link;
	tc_unit_list_up(w, name, seen, &end);
	return end;
}

size_t tc_unit_list_hoods(struct tc_unit_walk *w,
			  const struct tc_unit_name *name)
{
	struct tc_unit_items l = { .w = w, .head = name->head };
	size_t start, after;

	if (!tc_unit_walk_digit(w, name->end - 1) || !tc_unit_past_mark(w, name->end) ||
	    !tc_unit_word_at(w->namer.scan, name->first, name->head->cls, false,
			     &start) ||
	    !tc_unit_word_at(w->namer.scan, start, TC_UNIT_HOOD, false, &after))
		return name->link;
	return tc_unit_items_more_cells(&l, name, start);
}

bool tc_unit_item_hood(const struct tc_unit_items *l, size_t at,
		      struct tc_unit_name *item)
{
	size_t after;

	return l->several && l->head->cls == TC_UNIT_CELL && !l->noun &&
	       !is_block(l, at) &&
	       tc_unit_word_at(l->w->namer.scan, at, TC_UNIT_HOOD, false,
			       &after) &&
	       tc_unit_item_read(l, at, item, read_cell) && item->end > after;
}

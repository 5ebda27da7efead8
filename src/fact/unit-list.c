/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-part.h"
#include "fact/unit-walk.h"

#define LIST_MAX 32	/* items that share one head */
#define COMMUNE_WINDOW 64 /* tokens back to "các phường" */
#define AREA_TOKENS_MAX 6 /* "thị trấn Nông trường Mộc Châu" */

/* The larger areas behind the list hold for all of it. */
static void area_list_up(struct tc_unit_walk *w,
			 const struct tc_unit_name *name, size_t seen,
			 size_t *i)
{
	struct tc_area up[TC_UNIT_UP_MAX];
	size_t count = tc_unit_up_read(&w->namer, i, &name->own, up);

	if (!count)
		return;
	uint32_t parent = tc_unit_walk_chain(w, up, count);
	if (seen && w->seen[seen - 1].first == name->first)
		seen--;
	for (size_t k = seen; k < w->n; k++)
		w->seen[k].node = tc_unit_node_link(&w->nodes, w->seen[k].node,
						    parent);
}

struct item {
	size_t first, end;
	struct tc_str name;
};

/* One name of a list without heads: two or three capitals that are neither
 * a person (of three) nor another head. */
static bool free_item(struct tc_unit_walk *w, size_t at, struct item *item)
{
	size_t end = at, after;

	if (tc_unit_word_at(w->namer.scan, at, TC_UNIT_HEADS | TC_UNIT_AREA |
			    TC_UNIT_OFFICE | TC_UNIT_FIELD, false, &after))
		return false;
	*item = (struct item){ .first = at };
	item->name = tc_unit_place_read(&w->namer, &end);
	item->end = end;
	return end - at == 2 ||
	       (end - at == 3 && !tc_scan_surname(w->namer.scan, at));
}

/* "Đảng ủy phường Diên Hồng, Hòa Hưng và Vườn Lài": of these the last has
 * "và" before it, and none is a province; the token behind it, `i` when it is
 * no such list. */
static size_t short_area_list(struct tc_unit_walk *w,
			      const struct tc_unit_name *name, size_t i)
{
	struct item items[LIST_MAX];
	const struct tc_place *place;
	size_t count = 0, end = i;
	bool and = false;

	while (count < LIST_MAX && !and) {
		const size_t at = tc_unit_past_and(w, end);
		if (!at || !free_item(w, at, &items[count]) ||
		    tc_namer_province_at(&w->namer, at, NULL, &place))
			break;
		and = at != end;
		end = items[count++].end;
	}
	if (!and || count < 2)
		return i;
	for (size_t k = 0; k < count; k++)
		tc_unit_walk_add(w, items[k].first, items[k].end,
			tc_unit_walk_area(w, name->head, (struct tc_area){
				name->own.word, items[k].name }),
			0.7f, "elided-head");
	return end;
}

static size_t area_list(struct tc_unit_walk *w,
			const struct tc_unit_name *name)
{
	const struct tc_gazetteer *g = w->namer.gazetteer;
	size_t i = name->link, seen = w->n;

	for (int items = 0; items < LIST_MAX; items++) {
		size_t at = tc_unit_past_and(w, i), first = at;
		struct tc_area area;
		if (!at || !tc_unit_area_read(&w->namer, &at, false, &area) ||
		    area.word == TC_AREA_NONE ||
		    tc_area_rank(g, &area) != tc_area_rank(g, &name->own))
			break;
		uint32_t node = tc_unit_walk_area(w, name->head, area);
		tc_unit_walk_add(w, first, at, node, 0.8f, "elided-head");
		i = at;
	}
	if (i == name->link && tc_area_rank(g, &name->own) >= 3)
		i = short_area_list(w, name, i);
	if (i != name->link)
		area_list_up(w, name, seen, &i);
	return i;
}

/* The area that the name ends in. */
static bool last_area(struct tc_unit_walk *w, const struct tc_unit_name *name,
		      struct tc_area *area)
{
	for (size_t back = 2; back <= AREA_TOKENS_MAX &&
			      name->first + back < name->end; back++) {
		size_t at = name->end - back;
		if (tc_scan_units(w->namer.scan, at) & TC_UNIT_AREA)
			return tc_unit_area_read(&w->namer, &at, false, area) &&
			       at == name->end;
	}
	return false;
}

/* "Ban Chấp hành Đảng bộ xã Phú Cát và xã Phú Mãn": the areas are part of a
 * longer name. */
static size_t owned_list(struct tc_unit_walk *w,
			 const struct tc_unit_name *name)
{
	struct tc_arena *const arena = w->namer.scan->arena;
	struct tc_area own;
	size_t i = name->link;

	if (!tc_unit_past_and(w, i) || !last_area(w, name, &own))
		return i;
	const struct tc_str tail = tc_area_plain(arena, own);
	if (!tc_str_ends(name->canonical, tail))
		return i;
	const struct tc_str stem = tc_str(name->canonical.p,
					  name->canonical.n - tail.n);
	for (int items = 0; items < LIST_MAX; items++) {
		size_t at = tc_unit_past_and(w, i), first = at;
		struct tc_area area;
		if (!at || !tc_unit_area_read(&w->namer, &at, false, &area) ||
		    area.word != own.word)
			break;
		const struct tc_str parts[] = {
			stem, tc_area_plain(arena, area),
		};
		tc_unit_walk_add(w, first, at,
			tc_unit_node_get(&w->nodes,
					 tc_arena_join(arena, parts, 2),
					 name->kind),
			0.8f, "elided-head");
		i = at;
	}
	return i;
}

static size_t field_list(struct tc_unit_walk *w,
			 const struct tc_unit_name *name)
{
	const struct tc_tokens *t = &w->namer.scan->tokens;
	size_t i = name->link;

	for (int items = 0; items < LIST_MAX; items++) {
		size_t at = tc_unit_past_and(w, i), after;
		if (!at || at >= t->n || !(t->v[at].flags & TC_TOKEN_UPPER))
			break;
		size_t end = 0;
		const struct tc_unit_word *f = tc_unit_word_at(w->namer.scan,
			at, TC_UNIT_FIELD, false, &after);
		/* "Sở Y tế, Công an tỉnh" */
		if (!f || (tc_unit_word_at(w->namer.scan, at, TC_UNIT_HEADS,
					   false, &end) && end >= after))
			break;
		struct tc_str text = tc_unit_join(w->namer.scan->arena,
			tc_unit_word_print(name->head), tc_unit_word_print(f));
		uint32_t node = tc_unit_node_get(&w->nodes, text, name->kind);
		tc_unit_walk_add(w, at, after, node, 0.8f, "elided-head");
		i = after;
	}
	return i;
}

/* The commune's word that the text used last: after "các phường", "3 đảng bộ
 * Tân Dân" are those of wards. */
static enum tc_area_word last_commune_word(const struct tc_unit_walk *w,
					   size_t i)
{
	size_t after, least = i > COMMUNE_WINDOW ? i - COMMUNE_WINDOW : 0;

	while (i-- > least) {
		const struct tc_unit_word *a = tc_unit_word_at(
			w->namer.scan, i, TC_UNIT_AREA, false, &after);
		struct tc_area area = { a ? a->area : TC_AREA_NONE, { 0 } };
		if (a && tc_area_rank(w->namer.gazetteer, &area) == 4)
			return a->area;
	}
	return TC_AREA_NONE;
}

static uint32_t item_node(struct tc_unit_walk *w,
			  const struct tc_unit_name *name, struct tc_str item,
			  enum tc_area_word word)
{
	if (word != TC_AREA_NONE)
		return tc_unit_walk_area(w, name->head,
					 (struct tc_area){ word, item });
	return tc_unit_node_get(&w->nodes,
		tc_unit_join(w->namer.scan->arena,
			     tc_unit_word_print(name->head), item),
		name->kind);
}

/* "3 dang bo Tan Dan, Duu Lau va Nong Trang": taken for a list when a number
 * stands before it or two more names follow.  Behind a number each name is a
 * mention of its own, the head none. */
static size_t free_list(struct tc_unit_walk *w,
			const struct tc_unit_name *name, bool plural)
{
	struct item items[LIST_MAX];
	size_t count = 0, i = name->link;
	enum tc_area_word word = TC_AREA_NONE;

	while (count < LIST_MAX) {
		size_t at = tc_unit_past_and(w, i);
		if (!at || !free_item(w, at, &items[count]))
			break;
		i = items[count++].end;
	}
	if (count < 2 && !(plural && count))
		return name->link;
	if (plural && name->head->cls == TC_UNIT_PARTY && w->n &&
	    w->seen[w->n - 1].first == name->first) {
		struct tc_unit_seen *first = &w->seen[w->n - 1];
		word = last_commune_word(w, name->first);
		first->first = name->free_at;
		first->rule = "elided-head";
		first->node = item_node(w, name, name->free_name, word);
	}
	for (size_t k = 0; k < count; k++)
		tc_unit_walk_add(w, items[k].first, items[k].end,
				 item_node(w, name, items[k].name, word), 0.7f,
				 "elided-head");
	return i;
}

/* "các Đồn Biên phòng 815, 817 và 821": behind the plural each number is a
 * mention. */
static size_t number_list(struct tc_unit_walk *w,
			  const struct tc_unit_name *name)
{
	const struct tc_token *const v = w->namer.scan->tokens.v;
	size_t i = name->end;

	for (int items = 0; items < LIST_MAX; items++) {
		const size_t at = tc_unit_past_and(w, i);
		if (!at || at >= w->namer.limit ||
		    !(v[at].flags & TC_TOKEN_DIGIT) ||
		    v[at].len != v[name->end - 1].len)
			break;
		const struct tc_str text = tc_unit_join(w->namer.scan->arena,
			tc_unit_word_print(name->head), v[at].exact);
		tc_unit_walk_add(w, at, at + 1,
				 tc_unit_node_get(&w->nodes, text, name->kind),
				 0.8f, "elided-head");
		if (i == name->end && w->n > 1)	/* its own number alone */
			w->seen[w->n - 2].first = name->end - 1;
		i = at + 1;
	}
	return i == name->end ? name->link : i;
}

/* The head and a number are all of the name. */
static bool is_numbered(const struct tc_unit_walk *w,
			const struct tc_unit_name *name)
{
	size_t after;

	return name->head->cls & (TC_UNIT_BODY | TC_UNIT_CELL) &&
	       name->end == name->link &&
	       w->namer.scan->tokens.v[name->end - 1].flags & TC_TOKEN_DIGIT &&
	       tc_unit_word_at(w->namer.scan, name->first, name->head->cls,
			       false, &after) && after + 1 == name->end;
}

size_t tc_unit_list_rest(struct tc_unit_walk *w,
			 const struct tc_unit_name *name, bool plural)
{
	const unsigned int area_heads = TC_UNIT_PARTY | TC_UNIT_STATE;

	w->namer.limit = w->namer.scan->tokens.n;
	if (plural && is_numbered(w, name))
		return number_list(w, name);
	if (name->free)
		return free_list(w, name, plural);
	if (name->head->cls == TC_UNIT_DEPT)
		return field_list(w, name);
	if (name->head->cls & area_heads && name->own.name.n && !name->host.n &&
	    !name->completed && !name->up_count)
		return area_list(w, name);
	if (name->completed || name->up_count)
		return name->link;
	if (name->head->cls == TC_UNIT_ORGAN ||
	    (name->head->cls == TC_UNIT_CELL && name->own.name.n &&
	     name->host.n && tc_unit_kind_is(name->host_kind, "cong-an")))
		return owned_list(w, name);
	return name->link;
}

/* "các", "hai", "2" before an area word; the token behind, 0 when it is no
 * number of areas. */
static size_t past_count(const struct tc_unit_walk *w, size_t i)
{
	size_t after;

	if (tc_unit_gap(w, i) != TC_GAP_BLANK)
		return 0;
	if (!tc_unit_word_at(w->namer.scan, i, TC_UNIT_PLURAL, false, &after)) {
		if (!(w->namer.scan->tokens.v[i].flags & TC_TOKEN_DIGIT))
			return 0;
		after = i + 1;
	}
	return tc_unit_gap(w, after) == TC_GAP_BLANK ? after : 0;
}

/* One area of the list: its word said again or the last one's. */
static bool counted_item(struct tc_unit_walk *w, size_t *i,
			 struct tc_area *area)
{
	size_t at = *i, after;
	struct tc_area own;

	if (tc_unit_area_read(&w->namer, &at, false, &own)) {
		*area = own;
	} else {
		if (area->word == TC_AREA_NONE ||
		    tc_unit_word_at(w->namer.scan, at, TC_UNIT_HEADS |
				    TC_UNIT_OFFICE, false, &after))
			return false;
		area->name = tc_namer_area_name(&w->namer, area->word, &at);
	}
	*i = at;
	return area->name.n > 0;
}

/* "hai xã" of "Đảng ủy hai xã A và B"; the token behind, 0 when it is no such
 * thing. */
static size_t past_count_of(const struct tc_unit_walk *w, size_t i,
			    struct tc_area *area)
{
	size_t first = past_count(w, i);
	const struct tc_unit_word *const word =
		first ? tc_unit_word_at(w->namer.scan, first, TC_UNIT_AREA,
					false, &first) : NULL;

	if (!word || word->area == TC_AREA_TINH ||
	    tc_unit_gap(w, first) != TC_GAP_BLANK)
		return 0;
	area->word = word->area;
	return first;
}

/* "tỉnh:" of "2 đảng bộ tỉnh: A và B", also the colon alone. */
static size_t past_colon(const struct tc_unit_walk *w, size_t i,
			 struct tc_area *area)
{
	size_t after = i;
	const struct tc_unit_word *const word =
		tc_unit_gap(w, i) == TC_GAP_BLANK ?
			tc_unit_word_at(w->namer.scan, i, TC_UNIT_AREA, false,
					&after) : NULL;

	if (word)
		area->word = word->area;
	else
		after = i;
	return after < w->namer.scan->tokens.n &&
	       tc_str_is(tc_scan_sign(w->namer.scan, after), ":") ? after : 0;
}

size_t tc_unit_list_areas(struct tc_unit_walk *w,
			  const struct tc_unit_name *name, bool several)
{
	struct tc_area area = { TC_AREA_NONE, { 0 } };
	size_t first, i = name->end, before = w->n;

	if (!(first = past_count_of(w, i, &area)) &&
	    !(several && (first = past_colon(w, i, &area))))
		return name->end;
	w->namer.limit = w->namer.scan->tokens.n;
	w->namer.head = 0;	/* no office counts */
	for (int items = 0; items < LIST_MAX && first; items++) {
		size_t end = first;
		if (!counted_item(w, &end, &area))
			break;
		tc_unit_walk_add(w, first, end,
				 tc_unit_walk_area(w, name->head, area), 0.8f,
				 "elided-head");
		i = end;
		first = tc_unit_past_and(w, end);
	}
	if (w->n < before + 2)
		w->n = before;	/* of the areas, none or one is named */
	return w->n == before ? name->end : i;
}

/* "5", "Bãi Màu" behind "các thôn"; "5" behind "các chi bộ". */
static bool add_hood_name(struct tc_unit_parts *p,
			  const struct tc_unit_word *hood)
{
	if (hood)
		tc_part_add(p, tc_unit_word_print(hood));
	return tc_part_number(p) || (hood && tc_part_place(p));
}

/* One neighbourhood at *i, without its word where that is `hood`: its cell's
 * name, empty when there is none. */
static struct tc_str cell_item(struct tc_unit_walk *w,
			       const struct tc_unit_name *name,
			       const struct tc_unit_word *hood, size_t *i)
{
	struct tc_unit_name item;
	struct tc_unit_parts p = {
		.n = &w->namer,
		.name = &item,
		.at = *i,
		.closed = *i,	/* behind a comma it goes on */
	};
	struct tc_str text = { 0 };

	tc_unit_name_init(&item, name->head);
	tc_part_begin(&p);
	tc_part_add(&p, tc_unit_word_print(name->head));
	if (tc_part_hood(&p) || add_hood_name(&p, hood)) {
		text = tc_arena_str(w->namer.scan->arena, tc_buf_str(&p.text));
		*i = p.at;
	}
	tc_part_end(&p);
	return text;
}

/* The list that begins at token `first`; the token behind it. */
static size_t list_cells(struct tc_unit_walk *w,
			 const struct tc_unit_name *name,
			 const struct tc_unit_word *hood, size_t first)
{
	size_t i = first, before = w->n;

	w->namer.limit = w->namer.scan->tokens.n;
	w->namer.head = 0;	/* no office counts */
	for (int items = 0; items < LIST_MAX && first; items++) {
		size_t end = first;
		struct tc_str text = cell_item(w, name, hood, &end);
		if (!text.n)
			break;
		tc_unit_walk_add(w, first, end,
				 tc_unit_node_get(&w->nodes, text, name->kind),
				 0.8f, "elided-head");
		i = end;
		first = tc_unit_past_and(w, end);
	}
	if (w->n < before + 2)
		w->n = before;	/* a number of cells, and no list */
	return i > name->end ? i : name->end;
}

size_t tc_unit_list_cells(struct tc_unit_walk *w,
			  const struct tc_unit_name *name)
{
	size_t first;

	if (!tc_unit_word_at(w->namer.scan, name->first, TC_UNIT_CELL, false,
			     &first))
		return name->end;
	return list_cells(w, name, NULL, first);
}

size_t tc_unit_list_hoods(struct tc_unit_walk *w,
			  const struct tc_unit_name *name)
{
	size_t first = past_count(w, name->end);
	const size_t before = w->n;
	const struct tc_unit_word *const hood =
		first ? tc_unit_word_at(w->namer.scan, first, TC_UNIT_HOOD,
					false, &first) : NULL;

	if (!hood || tc_unit_gap(w, first) != TC_GAP_BLANK)
		return name->end;
	const size_t end = list_cells(w, name, hood, first);
	return w->n == before ? name->end : end;
}

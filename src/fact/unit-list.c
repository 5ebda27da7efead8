/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-item.h"
#include "fact/unit-part.h"

#define COMMUNE_WINDOW 64 /* tokens back to "các phường" */
#define AREA_TOKENS_MAX 6 /* "thị trấn Nông trường Mộc Châu" */

void tc_unit_list_up(struct tc_unit_walk *w, const struct tc_unit_name *name,
		     size_t seen, size_t *i)
{
	if (seen && w->seen[seen - 1].first == name->first)
		seen--;
	tc_unit_list_whole(w, &name->own, seen, i);
}

void tc_unit_list_names(struct tc_unit_walk *w,
			const struct tc_unit_name *name, size_t seen,
			size_t start)
{
	struct tc_unit_seen *const first = &w->seen[seen - 1];

	if (seen && first->first == name->first) {
		first->first = start;
		if (strcmp(first->rule, "completed") != 0)
			first->rule = "elided-head";
	}
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

/* "Kim Sơn" behind "Huyện ủy Yên Khánh", no province; "Thái Bình" behind
 * "Tỉnh ủy Nam Định". */
static bool short_area(struct tc_unit_walk *w, const struct tc_area *before,
		       size_t at, struct item *item, struct tc_area *area)
{
	const struct tc_place *place;
	const size_t run = tc_namer_province_at(&w->namer, at, NULL, &place);

	if (tc_area_rank(w->namer.gazetteer, before) == 2) {
		*item = (struct item){ .first = at, .end = at + run };
		if (run)
			*area = (struct tc_area){
				tc_place_word(place),
				tc_arena_str(w->namer.scan->arena, place->name),
			};
		return run && run == tc_namer_proper_run(&w->namer, at, 8);
	}
	if (run || !free_item(w, at, item))
		return false;
	*area = (struct tc_area){ before->word, item->name };
	return true;
}

/* "..., Thành ủy Tam Điệp", "... và Đảng ủy Quân sự tỉnh" */
static bool committee_behind(const struct tc_unit_walk *w, size_t i)
{
	const size_t at = tc_unit_past_and(w, i);
	size_t after;
	const struct tc_unit_word *const word =
		at ? tc_unit_word_at(w->namer.scan, at, TC_UNIT_LEVEL |
				     TC_UNIT_PARTY, false, &after) : NULL;

	return word != NULL;
}

/* A district of the province spoken of, if it is known, has that name. */
static bool is_district(const struct tc_unit_walk *w, struct tc_str name)
{
	return tc_gazetteer_district(w->namer.gazetteer, name,
		tc_namer_area_known(&w->namer, TC_AREA_TINH)) != NULL;
}

/* "Đảng ủy xã Tà Dô, Nà Pán", but not "xã Tà Dô, Quan Hóa", whose last is the
 * district around them: *count without it. */
static bool are_communes(const struct tc_unit_walk *w,
			 const struct item *items, size_t *count)
{
	if (is_district(w, items[*count - 1].name))
		--*count;
	for (size_t k = 0; k < *count; k++)
		if (is_district(w, items[k].name) ||
		    (tc_scan_surname(w->namer.scan, items[k].first) &&
		     tc_namer_office(&w->namer)))
			return false;
	return *count;
}

/* Whether names without the word for their kind are no larger places and no
 * persons: they are several ones' ("các huyện ủy"), two provinces, the last
 * has "và" before it, they stand behind and before a committee, or are known;
 * *count: those that are. */
static bool are_areas(const struct tc_unit_walk *w,
		      const struct tc_unit_areas *of, int rank, bool plural,
		      const struct item *items, size_t *count, bool and)
{
	const struct item *const last = &items[*count - 1];

	if (plural || (*count > 1 && rank == 2) ||
	    (and && (*count > 1 || rank == 2)))
		return true;
	if (and)
		return last->end == last->first + 2 &&
		       !tc_scan_surname(w->namer.scan, last->first);
	if (rank == 4)
		return are_communes(w, items, count);
	return (of->organ || of->head->cls == TC_UNIT_LEVEL) && rank == 3 &&
	       (*count > 1 || committee_behind(w, last->end) ||
		is_district(w, last->name));
}

/* "Đảng ủy phường Diên Hồng, Hòa Hưng và Vườn Lài"; the token behind the
 * list, `i` when it is none. */
static size_t short_area_list(struct tc_unit_walk *w,
			      const struct tc_unit_areas *of, bool plural,
			      const struct tc_area *before, size_t i)
{
	struct item items[TC_UNIT_LIST_MAX];
	struct tc_area areas[TC_UNIT_LIST_MAX];
	size_t count = 0, end = i;
	bool and = false;

	while (count < TC_UNIT_LIST_MAX && !and) {
		const size_t at = tc_unit_past_and(w, end);
		if (!at || !short_area(w, before, at, &items[count],
				       &areas[count]))
			break;
		and = at != end;
		end = items[count++].end;
	}
	const int rank = tc_area_rank(w->namer.gazetteer, before);
	if (!count || !are_areas(w, of, rank, plural, items, &count, and))
		return i;
	end = items[count - 1].end;
	for (size_t k = 0; k < count; k++)
		tc_unit_areas_add(w, of, items[k].first, items[k].end,
				  areas[k]);
	return end;
}

/* The next area of a list: of the same rank, or a number behind one. */
static bool next_area(struct tc_unit_walk *w, struct tc_area *area, size_t *i)
{
	const struct tc_gazetteer *const g = w->namer.gazetteer;
	struct tc_area next;
	size_t at = *i;

	if (tc_unit_area_read(&w->namer, &at, false, &next)) {
		if (next.word == TC_AREA_NONE ||
		    tc_area_rank(g, &next) != tc_area_rank(g, area))
			return false;
		*area = next;
	} else if (*area->name.p >= '0' && *area->name.p <= '9' &&
		   tc_unit_list_number(w, at)) {
		area->name = tc_namer_area_name(&w->namer, area->word, &at);
	}
	if (at == *i)
		return false;
	*i = at;
	return true;
}

/* Past the head, and "cơ sở" behind it. */
static size_t head_end(const struct tc_unit_walk *w,
		       const struct tc_unit_name *name)
{
	size_t after = name->first;

	tc_unit_word_at(w->namer.scan, name->first, name->head->cls, false,
			&after);
	return after + 2 * tc_unit_words_at(w->namer.scan, after, "cơ sở");
}

/* The area that the name ends in, which begins at token *at, its own name at
 * *from. */
static bool last_area(struct tc_unit_walk *w, const struct tc_unit_name *name,
		      struct tc_area *area, size_t *at, size_t *from)
{
	for (size_t back = 2; back <= AREA_TOKENS_MAX &&
			      name->first + back < name->end; back++) {
		size_t i = *at = name->end - back;
		if (tc_unit_word_at(w->namer.scan, i, TC_UNIT_AREA, false,
				    from))
			return tc_unit_area_read(&w->namer, &i, false, area) &&
			       i == name->end;
	}
	return false;
}

/* Where the first of several begins: with its own name where the word for the
 * place is said once for all, "các đảng bộ phường A, B". */
static size_t first_start(struct tc_unit_walk *w,
			  const struct tc_unit_name *name, bool once)
{
	struct tc_area area;
	size_t at, from;

	return once && last_area(w, name, &area, &at, &from) &&
	       !tc_unit_walk_digit(w, from) ? from : head_end(w, name);
}

size_t tc_unit_past_place(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;
	const uint32_t end = tc_token_end(&s->tokens.v[i - 1]);

	if (end + 1 >= s->text.n || s->text.p[end] != ')')
		return 0;
	if (s->text.p[end + 1] == ',' || s->text.p[end + 1] == ';')
		return i;
	return tc_str_is(tc_unit_exact(w, i), "và") ? i + 1 : 0;
}

size_t tc_unit_list_next(const struct tc_unit_walk *w, size_t i)
{
	const size_t place = tc_unit_past_place(w, i);
	const size_t mark = place ? place : tc_unit_past_mark(w, i);

	return mark ? mark : tc_unit_past_remark(w, i);
}

/* "Hòa Sơn (huyện Yên Dũng)" behind "xã Tân Lập (huyện Lục Nam)", which ends
 * before token i: without the word for its kind. */
static bool next_placed(struct tc_unit_walk *w, struct tc_area *area, size_t i,
			size_t *at)
{
	struct item item;

	if (!(tc_unit_past_place(w, i) || tc_unit_past_remark(w, i)) ||
	    tc_area_rank(w->namer.gazetteer, area) < 3 ||
	    !short_area(w, area, *at, &item, area) ||
	    tc_unit_gap(w, item.end) != TC_GAP_OPEN)
		return false;
	*at = item.end;
	return true;
}

/* "và Hà Trung", no person's name: two syllables behind token i. */
static bool and_place(const struct tc_unit_walk *w, size_t i)
{
	return tc_str_is(tc_unit_exact(w, i - 1), "và") &&
	       tc_namer_proper_run(&w->namer, i, 3) == 2 &&
	       !tc_scan_surname(w->namer.scan, i);
}

/* "Hà Trung" behind several, or the last one, in a longer name. */
static bool next_owned(struct tc_unit_walk *w, bool plural,
		       struct tc_area *area, size_t *at)
{
	struct item item;

	if (!(plural || and_place(w, *at)) ||
	    tc_area_rank(w->namer.gazetteer, area) < 3 ||
	    !short_area(w, area, *at, &item, area))
		return false;
	*at = item.end;
	return true;
}

/* The areas behind the name's, with the larger place of each, or of all those
 * before it, which tells whether one was `placed`; the token behind the last. */
static size_t more_areas(struct tc_unit_walk *w, const struct tc_unit_areas *of,
			 const struct tc_unit_name *name, bool plural,
			 struct tc_area *area, bool *placed)
{
	size_t i = name->link, from = w->n;

	*placed = name->up_count;
	if (!*placed && from && w->seen[from - 1].first == name->first)
		from--;
	for (int items = 0; items < TC_UNIT_LIST_MAX; items++) {
		const size_t first = tc_unit_list_next(w, i);
		size_t at = first;
		if (!at || !(next_area(w, area, &at) ||
			     next_placed(w, area, i, &at) ||
			     (of->stem.n && !of->organ &&
			      next_owned(w, plural, area, &at))))
			break;
		/* "xã A, huyện X, xã B" is none without its own */
		const bool told = *placed && first == i &&
				  !tc_unit_past_place(w, i);
		tc_unit_areas_add(w, of, first, at, *area);
		*placed = tc_unit_list_whole(w, area, from, &at);
		if (told && !*placed) {
			w->n--;
			break;
		}
		from = *placed ? w->n : from;
		i = at;
	}
	return i;
}

/* The word for the area stands before the first of the list alone, behind which
 * the mentions from `seen` on are. */
static bool said_once(const struct tc_unit_walk *w, size_t seen)
{
	size_t after;

	while (seen < w->n)
		if (tc_unit_word_at(w->namer.scan, w->seen[seen++].first,
				    TC_UNIT_AREA, false, &after))
			return false;
	return true;
}

static size_t area_list(struct tc_unit_walk *w,
			const struct tc_unit_name *name, bool plural)
{
	const struct tc_unit_areas of = tc_unit_areas_of(w, name, plural);
	struct tc_area area = name->own;
	const size_t seen = w->n;
	bool placed;
	size_t i = more_areas(w, &of, name, plural, &area, &placed);

	if (!placed) {
		const size_t end = short_area_list(w, &of, plural, &area, i);
		if (end != i) {
			i = end;
			tc_unit_list_up(w, name, seen, &i);
		}
	}
	i = tc_unit_areas_committees(w, &of, i);
	if (i == name->link)
		return i;
	if (plural)
		tc_unit_list_names(w, name, seen,
				   first_start(w, name, said_once(w, seen)));
	if (of.organ && seen && w->seen[seen - 1].end == name->end)
		w->seen[seen - 1].node = tc_unit_areas_node(w, &of, name->own);
	return i;
}

/* "Ban Chấp hành Đảng bộ xã Phú Cát và xã Phú Mãn", "hai Chi bộ Điện lực
 * huyện Nga Sơn và Hà Trung", "Trạm Y tế xã Tà Dô, Nà Pán và Bãi Màu": the
 * areas are part of a longer name. */
static size_t owned_list(struct tc_unit_walk *w,
			 const struct tc_unit_name *name, bool plural)
{
	struct tc_area own;
	const size_t seen = w->n;
	size_t i = name->link, word, from;
	bool placed;

	if (!tc_unit_list_next(w, i) || !last_area(w, name, &own, &word, &from))
		return i;
	const struct tc_str plain = tc_area_plain(w->namer.scan->arena, own);
	const bool named = !tc_str_ends(name->canonical, plain);
	const struct tc_str tail = named ? own.name : plain;
	if (named && (!tc_unit_kind_is(name->kind, "benh-vien") ||
		      !tc_str_ends(name->canonical, tail)))
		return i;
	const struct tc_unit_areas of = {
		.head = name->head, .kind = name->kind, .named = named,
		.stem = tc_str(name->canonical.p, name->canonical.n - tail.n),
	};
	i = more_areas(w, &of, name, plural, &own, &placed);
	if (i == name->link && !placed)
		i = short_area_list(w, &of, plural, &own, i);
	if (plural && i != name->link)
		tc_unit_list_names(w, name, seen,
				   said_once(w, seen) ? from : word);
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
		if (a && tc_area_rank(w->namer.gazetteer, &area) == 4 &&
		    !(i && tc_str_is(tc_unit_exact(w, i - 1), "thị")))
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
	struct item items[TC_UNIT_LIST_MAX];
	size_t count = 0, i = name->link;
	enum tc_area_word word = TC_AREA_NONE;

	while (count < TC_UNIT_LIST_MAX) {
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

size_t tc_unit_list_rest(struct tc_unit_walk *w,
			 const struct tc_unit_name *name, bool plural)
{
	const unsigned int area_heads =
		TC_UNIT_PARTY | TC_UNIT_STATE | TC_UNIT_LEVEL;
	const unsigned int party = TC_UNIT_CELL | TC_UNIT_PARTY;

	w->namer.limit = w->namer.scan->tokens.n;
	if (plural && tc_unit_list_is_numbered(w, name))
		return tc_unit_list_numbers(w, name);
	if (name->head->cls == TC_UNIT_BODY) {
		size_t end = tc_unit_list_placed(w, name, plural);
		if (end == name->link)
			end = tc_unit_list_hoods(w, name);
		return end == name->link ? owned_list(w, name, plural) : end;
	}
	if (name->free && !(plural && name->head->cls == TC_UNIT_CELL))
		return free_list(w, name, plural);
	if (name->head->cls == TC_UNIT_DEPT) {
		const size_t end = tc_unit_list_more_fields(w, name);
		return end == name->link ? owned_list(w, name, plural) : end;
	}
	if (name->head->cls & area_heads &&
	    name->own.name.n && !name->host.n && !name->completed)
		return area_list(w, name, plural);
	if (name->head->cls == TC_UNIT_STATE && !name->own.name.n &&
	    !name->host.n && !name->completed &&
	    tc_unit_past_and(w, name->link))
		return tc_unit_list_provinces(w, name);
	if (name->head->cls & party) {
		size_t end = name->link;
		if (name->own.name.n && name->host.n && !name->completed)
			end = owned_list(w, name, plural);
		return end == name->link ? tc_unit_list_items(w, name, plural)
					 : end;
	}
	if (name->head->cls != TC_UNIT_ORGAN || name->completed ||
	    (name->up_count && name->owner_area.name.n))
		return name->link;
	if (name->owner_area.name.n) {
		const struct tc_unit_areas of = tc_unit_areas_organ(w, name);
		return short_area_list(w, &of, plural, &name->owner_area,
				       name->link);
	}
	return owned_list(w, name, plural);
}

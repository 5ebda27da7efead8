/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"

#define LINE_TOKENS_MIN 5 /* "Chi bộ Trạm Y tế", but not "Chi bộ Trường" */
#define PERSON_SYLLABLES_MAX 5 /* "Nguyễn Thị Minh Khai" */

static size_t token_count(const struct tc_unit_walk *w)
{
	return w->namer.scan->tokens.n;
}

static size_t read_area(struct tc_unit_walk *w, size_t i)
{
	const uint32_t both = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE;
	struct tc_area up[1 + TC_UNIT_UP_MAX];
	size_t at = i;

	w->namer.limit = token_count(w);
	w->namer.caps = (tc_unit_walk_token(w, i)->flags & both) == both;
	w->namer.head = 0;
	if (!tc_unit_area_read(&w->namer, &at, false, &up[0]))
		return i + 1;
	size_t count = tc_unit_up_read(&w->namer, &at, up, up + 1);
	tc_unit_walk_chain(w, up, count + 1);
	return at;
}

/* "giáo dục huyện X" behind "phòng" */
static bool names_field(struct tc_unit_walk *w, size_t i)
{
	size_t after;

	if (i >= token_count(w) ||
	    !tc_unit_word_at(w->namer.scan, i, TC_UNIT_FIELD, false, &after))
		return false;
	w->namer.limit = token_count(w);
	w->namer.caps = false;
	w->namer.head = 0;
	return tc_namer_names_area(&w->namer, after);
}

/* "xã đã", "cán bộ về": area words and departments in prose, which want a
 * capital or a number behind them. */
static bool lacks_name(struct tc_unit_walk *w, size_t i,
		       const struct tc_unit_word *word, size_t after)
{
	const uint32_t flags = tc_unit_walk_token(w, i)->flags;
	const bool prose = word->cls == TC_UNIT_AREA ||
			   (word->cls == TC_UNIT_DEPT && after == i + 1 &&
			    !(flags & TC_TOKEN_UPPER));

	w->namer.limit = token_count(w);
	return prose && !(flags & TC_TOKEN_CAPS) &&
	       (after == token_count(w) ||
		!(tc_unit_walk_token(w, after)->flags &
		  (TC_TOKEN_UPPER | TC_TOKEN_DIGIT))) &&
	       !(word->cls == TC_UNIT_DEPT &&
		 (names_field(w, after) || tc_unit_begins_fields(w, after) ||
		  tc_namer_past_lower_field(&w->namer, after) > after));
}

/* "giao ban Thường trực Tỉnh ủy": they meet, and are no "ban". */
static bool ends_word(const struct tc_unit_walk *w, size_t i)
{
	return tc_str_is(tc_unit_walk_token(w, i)->exact, "ban") && i &&
	       !(tc_unit_walk_token(w, i)->flags & TC_TOKEN_UPPER) &&
	       tc_str_is(tc_unit_walk_token(w, i - 1)->exact, "giao") &&
	       tc_scan_gap(w->namer.scan, i) == TC_GAP_BLANK;
}

/* Of the tokens where a unit may begin (scan.h), those where its first words
 * stand: these in *word (NULL for "P. Dong Kinh"), *after behind them. */
static inline bool begins_any(struct tc_unit_walk *w, size_t i,
		       const struct tc_unit_word **word, size_t *after)
{
	/* in lines of capitals the areas were read already */
	const unsigned int mask = TC_UNIT_HEADS |
		(w->caps ? 0 : TC_UNIT_AREA | TC_UNIT_CITY);
	const bool letter = tc_scan_is_letter(tc_unit_walk_token(w, i));

	*word = tc_unit_word_at(w->namer.scan, i, mask, false, after);
	if (*word)
		return letter || !(lacks_name(w, i, *word, *after) ||
				   ends_word(w, i));
	return letter && !w->caps &&
	       tc_scan_gap(w->namer.scan, i + 1) == TC_GAP_DOT;
}

/* The name whose first words are those; they may be an area's, and a head
 * among them. */
static bool read_name(struct tc_unit_walk *w, size_t i,
		      const struct tc_unit_word *word, size_t after,
		      struct tc_unit_name *name)
{
	if (!word)
		return false;
	return word->cls & TC_UNIT_HEADS ?
		       tc_unit_name_read_behind(&w->namer, i, word, after,
						name) :
		       tc_unit_name_read(&w->namer, i, name);
}

/* "Lài Thị Miên, Bí thư Chi bộ Nà Hin": who leads it was named before the
 * office at token i, and so is not named behind it. */
static bool is_led(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;
	size_t first = i;

	if (tc_unit_gap(w, i) != TC_GAP_COMMA && tc_unit_gap(w, i) != TC_GAP_DASH)
		return false;
	while (first && i - first < PERSON_SYLLABLES_MAX &&
	       tc_namer_upper(&w->namer, first - 1) &&
	       (first == i || tc_unit_gap(w, first) == TC_GAP_BLANK))
		first--;
	for (; first + 3 <= i; first++)	/* "Ông Lài Thị Miên" */
		if (tc_scan_surname(s, first) ||
		    tc_namer_middle(&w->namer, first + 1))
			return true;
	return false;
}

/* "Bí thư Chi bộ Thào A Lử": who leads it, unless a unit of that name was
 * there before, or it is no person's ("Đảng ủy EVN"). */
static bool names_secretary(struct tc_unit_walk *w,
			    const struct tc_unit_name *name)
{
	const struct tc_token *t;

	if (!name->free || name->caps || !tc_namer_office(&w->namer))
		return false;
	if (tc_unit_walk_token(w, name->end - 1)->flags & TC_TOKEN_DIGIT)
		return false;	/* "Chi bộ Bãi Màu 2" */
	if (tc_namer_case_tells(&w->namer) &&
	    tc_namer_joined(&w->namer, name->end) &&
	    tc_namer_upper(&w->namer, name->end))
		return false;	/* the person is behind it */
	t = tc_unit_walk_token(w, name->free_at);
	if (!tc_scan_surname(w->namer.scan, name->free_at) &&
	    is_led(w, tc_namer_office_at(&w->namer)))
		return false;
	return !(t->flags & TC_TOKEN_CAPS) &&
	       tc_unit_node_find(&w->nodes, name->canonical) ==
		       TC_UNIT_NODE_NONE;
}

/* "Chi bộ Trung tâm Y tế" on a line of a list: not short for another, but all
 * that is printed of the unit. */
static bool fills_line(const struct tc_unit_walk *w,
		       const struct tc_unit_name *name)
{
	return name->end - name->first >= LINE_TOKENS_MIN &&
	       tc_unit_fills_line(w->namer.scan, name->first, name->end);
}

/* A department's or body's word behind which no name stands, but perhaps a
 * list of them; the token from where to go on. */
static size_t add_unnamed(struct tc_unit_walk *w, size_t i,
			  const struct tc_unit_word *word, size_t after)
{
	if (word->cls == TC_UNIT_DEPT)
		return tc_unit_begins_fields(w, after) ?
			       tc_unit_list_fields(w, word, after) :
			       read_area(w, i);
	if (tc_unit_kind_is(word->kind, "doan-the") &&
	    tc_namer_upper(&w->namer, i)) {
		const uint32_t node = tc_unit_list_league(w, word, after);
		if (node != TC_UNIT_NODE_NONE) {	/* "Công đoàn, Đoàn ..." */
			tc_unit_walk_add(w, i, after, node, 0.8f,
					 "shared-tail");
			return after;
		}
	}
	const size_t end = tc_unit_list_each(w, word, after);
	if (end != after)
		return end;
	return tc_unit_several(w, i) ? tc_unit_list_bodies(w, word, after) :
				 read_area(w, i);
}

/* What begins_any() found at i; the token from where to go on. */
static size_t read_at(struct tc_unit_walk *w, size_t i,
		      const struct tc_unit_word *word, size_t after)
{
	struct tc_unit_name name;

	w->namer.head = i;
	if (!read_name(w, i, word, after, &name)) {
		if (w->caps)
			return i + 1;
		return word && word->cls & (TC_UNIT_DEPT | TC_UNIT_BODY) ?
			       add_unnamed(w, i, word, after) :
			       read_area(w, i);
	}
	if (TC_UNLIKELY(name.caps != w->caps))
		return name.end;
	if (names_secretary(w, &name)) {
		name.end = name.free_at;
		return tc_unit_add_bare(w, &name);
	}
	if (name.bare)
		return tc_unit_add_bare(w, &name);
	if (name.caps && name.free && tc_unit_node_find(&w->nodes,
			name.canonical) == TC_UNIT_NODE_NONE)
		return name.end; /* "CHI BỘ THU HOẠCH": the text has no such */
	if (name.open && (tc_unit_add_short(w, &name) ||
			  !(name.function || fills_line(w, &name))))
		return tc_unit_list_owned(w, &name);
	return tc_unit_add_full(w, &name);
}

static void read_pass(struct tc_unit_walk *w, bool caps)
{
	w->caps = caps;
	w->open.child = TC_UNIT_NODE_NONE;
	/* the second pass wants the heads of lines in capitals alone */
	const struct tc_places *places = caps ? &w->caps_places
					     : &w->namer.scan->units;
	for (size_t k = 0, i = 0; k < places->n; k++) {
		const size_t at = places->v[k];
		const struct tc_unit_word *word;
		size_t after;
		if (TC_LIKELY(at >= i && w->n < TC_UNIT_MENTIONS_MAX) &&
		    begins_any(w, at, &word, &after))
			i = read_at(w, at, word, after);
	}
}

/* Whether the head at token i may stand in a line of capitals: it or a
 * neighbour is a word of such a line, where "UBND" alone is none. */
static bool may_be_in_caps(const struct tc_scan *s, size_t i)
{
	const unsigned both = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE;
	const struct tc_token *const t = &s->tokens.v[i];

	return (t->flags & both) == both ||
	       (i && (t[-1].flags & both) == both) ||
	       (i + 1 < s->tokens.n && (t[1].flags & both) == both);
}

/* Where names may begin in lines of capitals; and other heads in capitals
 * before them, of whose names they may be a part. */
static void find_caps(struct tc_unit_walk *w)
{
	const struct tc_scan *s = w->namer.scan;
	uint32_t *const v = tc_arena_room(s->arena, s->units.n * sizeof *v);
	size_t count = 0;

	for (size_t k = 0; k < s->units.n; k++) {
		const uint32_t i = s->units.v[k];
		v[count] = i;
		count += (tc_unit_walk_token(w, i)->flags & TC_TOKEN_CAPS) != 0;
	}
	size_t from = count;
	for (size_t k = count; k-- > 0;)
		if (may_be_in_caps(s, v[k]) ||
		    (from < count && v[from] - v[k] <= TC_UNIT_TOKENS_MAX))
			v[--from] = v[k];
	w->caps_places = (struct tc_places){ v + from, count - from };
}

/* The names of the site's own district, by its word. */
static void read_seat(struct tc_unit_context *c, struct tc_seat seat)
{
	for (size_t i = 0; i < seat.n; i++) {
		const enum tc_area_word word = tc_district_word(seat.v[i].kind);
		if (word != TC_AREA_NONE)
			c->seat[word] = seat.v[i].name;
	}
}

void tc_unit_scan(const struct tc_scan *scan, const struct tc_gazetteer *g,
		  const struct tc_place *site, struct tc_seat seat,
		  struct tc_unit_list *out)
{
	struct tc_unit_walk w = {
		.namer = { .scan = scan, .gazetteer = g },
		.context = { .site = site },
		.last_cell = TC_UNIT_NODE_NONE,
		.last_group = TC_UNIT_NODE_NONE,
		.last_party = TC_UNIT_NODE_NONE,
		.last_dept = TC_UNIT_NODE_NONE,
	};

	w.namer.context = &w.context;
	read_seat(&w.context, seat);
	tc_unit_nodes_init(&w.nodes, scan->arena);
	find_caps(&w);
	read_pass(&w, false);
	read_pass(&w, true);
	if (w.context.alias_count)
		tc_unit_alias_mentions(&w);
	tc_unit_walk_put(&w, out);
	tc_unit_nodes_release(&w.nodes);
	tc_unit_namer_release(&w.namer);
}

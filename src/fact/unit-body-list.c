/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Lists of bodies outside the Party that share what is said once: "các sở: Nội
 * vụ, Y tế", "các Đồn Biên phòng 815, 817", "5 ban quản lý rừng gồm: A, B".
 */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"
#include "fact/unit-walk.h"

#define REST_MAX 4	/* words in lower case behind the head */
#define PLACE_MAX 4	/* syllables of a place's name */
#define REMARK_MAX 6	/* tokens in brackets: "(huyện Đức Thọ)" */
#define CLAUSE_MAX 14	/* tokens of it before "là" */
#define COLON_WINDOW 14	/* tokens between "trường" and its colon */

size_t tc_unit_list_numbers(struct tc_unit_walk *w,
			    const struct tc_unit_name *name)
{
	const struct tc_token *const v = w->namer.scan->tokens.v;
	size_t i = name->end;

	for (int items = 0; items < TC_UNIT_LIST_MAX; items++) {
		const size_t at = tc_unit_past_and(w, i);
		if (!at || !tc_unit_list_number(w, at) ||
		    v[at].len > v[name->end - 1].len + 1)
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

bool tc_unit_list_is_numbered(const struct tc_unit_walk *w,
			      const struct tc_unit_name *name)
{
	size_t after;

	return name->head->cls & (TC_UNIT_BODY | TC_UNIT_CELL) &&
	       name->end == name->link &&
	       w->namer.scan->tokens.v[name->end - 1].flags & TC_TOKEN_DIGIT &&
	       tc_unit_word_at(w->namer.scan, name->first, name->head->cls,
			       false, &after) && after + 1 == name->end;
}

/* The head's own name is no more than a place's: "Đồn Biên phòng Pù Nhi". */
static bool is_placed(const struct tc_unit_walk *w,
		      const struct tc_unit_name *name, size_t *start)
{
	return tc_unit_word_at(w->namer.scan, name->first, TC_UNIT_BODY, false,
			       start) && *start < name->end &&
	       !name->own.name.n &&
	       (name->end == name->link ||
		tc_unit_past_place(w, name->link)) &&
	       tc_namer_proper_run(&w->namer, *start, PLACE_MAX + 1) ==
		       name->end - *start &&
	       !tc_unit_kind_is(name->kind, "doan-the") &&
	       !tc_unit_kind_is(name->kind, "phong");
}

/* How a list goes on behind a body's name. */
struct placed {
	struct tc_unit_walk *w;
	const struct tc_unit_name *name;
	bool school;
	bool several;	/* the name is one of several, as the text says */
	bool bare;	/* names without a head may follow */
};

/* "thị trấn Xuân An" behind a grade, or a place's name; *at behind it. */
static struct tc_str read_seat(const struct placed *l, bool grade, size_t *at)
{
	struct tc_unit_namer *const n = &l->w->namer;
	struct tc_area area;

	return grade && tc_namer_area(n, *at) &&
	       tc_unit_area_read(n, at, false, &area) ?
		       tc_area_plain(n->scan->arena, area) :
		       tc_unit_place_read(n, at);
}

/* Schools are named after persons, and their places have names of two
 * syllables: "Trường Mầm non A, B và Văn Lộc". */
static bool names_person(const struct placed *l, size_t at)
{
	return !(l->school && l->several) &&
	       tc_unit_begins_person(l->w, at) &&
	       !(l->school && tc_namer_proper_run(&l->w->namer, at, 3) == 2);
}

/* "Tiểu học Nga Lĩnh" behind "Trường THCS Nga An", and `bare` "Nga Lĩnh" behind
 * "Trạm Nga An": the name at *at, which is moved behind it; empty when there is
 * none. */
static struct tc_str next_placed(const struct placed *l, size_t *at)
{
	const unsigned int others = TC_UNIT_HEADS | TC_UNIT_AREA |
				    TC_UNIT_OFFICE | TC_UNIT_FIELD;
	const struct tc_scan *const s = l->w->namer.scan;
	size_t after = *at;
	const struct tc_unit_word *const grade =
		tc_unit_word_at(s, *at, TC_UNIT_HOST, false, &after);

	if (grade && !(l->school && tc_unit_kind_is(grade->kind, "truong")))
		return tc_str(NULL, 0);
	if (!grade && (!l->bare ||
		       tc_unit_word_at(s, *at, others, false, &after) ||
		       names_person(l, *at)))
		return tc_str(NULL, 0);
	*at = grade ? after : *at;
	const struct tc_str place = read_seat(l, grade, at);
	return place.n ? tc_unit_join(s->arena, tc_unit_word_print(grade ?
					grade : l->name->head), place)
		       : place;
}

size_t tc_unit_past_remark(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;

	if (tc_unit_gap(w, i) != TC_GAP_OPEN)
		return 0;
	for (size_t k = i; k < i + REMARK_MAX && k < s->tokens.n; k++) {
		const uint32_t end = tc_token_end(&s->tokens.v[k]);
		if (end + 1 < s->text.n && s->text.p[end] == ')') {
			if (s->text.p[end + 1] == ',' ||
			    s->text.p[end + 1] == ';')
				return k + 1;
			return tc_str_is(tc_unit_exact(w, k + 1), "và") ?
				       k + 2 : 0;
		}
		if (tc_scan_gap_bits(s, k + 1) & TC_GAP_STOP)
			return 0;
	}
	return 0;
}

static size_t past_placed_mark(const struct placed *l, size_t i)
{
	if (!l->school)
		return tc_unit_past_and(l->w, i);
	const size_t place = tc_unit_past_place(l->w, i);

	return place || i != l->name->link || !l->name->up_count ?
		       tc_unit_list_next(l->w, i) : 0;
}

/* "4 trường gồm: Trường A, B": told to be several before the colon */
static bool told_several(const struct tc_unit_walk *w, size_t i)
{
	if (!tc_scan_is_sign(w->namer.scan, i, ":"))
		return false;
	for (size_t k = i; k-- > 0 && i - k <= COLON_WINDOW;)
		if (tc_str_is(tc_unit_exact(w, k), "trường"))
			return true;
	return false;
}

/* Adds what follows the name; the token behind the last. */
static size_t add_placed(const struct placed *l, bool *and)
{
	struct tc_unit_walk *const w = l->w;
	size_t i = l->name->link;

	for (int items = 0; items < TC_UNIT_LIST_MAX; items++) {
		const size_t first = past_placed_mark(l, i);
		size_t at = first;
		const struct tc_str text =
			first ? next_placed(l, &at) : tc_str(NULL, 0);
		if (!text.n)
			break;
		*and = first != i;
		tc_unit_walk_add(w, first, at, tc_unit_node_get(&w->nodes, text,
				 l->name->kind), 0.7f, "elided-head");
		i = at;
	}
	return i;
}

size_t tc_unit_list_placed(struct tc_unit_walk *w,
			   const struct tc_unit_name *name, bool plural)
{
	struct placed l = {
		.w = w, .name = name, .several = plural, .bare = plural,
		.school = tc_unit_kind_is(name->kind, "truong"),
	};
	const size_t seen = w->n;
	size_t start;
	bool and = false;

	l.bare |= tc_unit_kind_is(name->kind, "quan-doi");
	if (!(l.bare || l.school))
		return name->link;
	tc_unit_list_begin(w);
	if (!past_placed_mark(&l, name->link))
		return name->link;
	if (l.school && !plural)
		l.several = told_several(w, name->first);
	/* "Trường Mầm non A, B và C" */
	const bool loose = l.school && !plural && !l.several;
	l.bare |= l.school;
	if (l.bare && !is_placed(w, name, &start)) {
		if (!loose)
			return name->link;
		l.bare = false;
	}
	size_t i = add_placed(&l, &and);
	if (l.bare && !l.several && !(and && w->n > seen + 1)) {
		w->n = seen;	/* "Đồn Biên phòng A, B": where it is */
		if (!loose)
			return name->link;
		l.bare = false;
		i = add_placed(&l, &and);
	}
	if (!plural || i == name->link)
		return i;
	/* the school's kind is a part of its name */
	if (l.school && tc_namer_upper(&w->namer, name->first + 1))
		start = name->first + 1;
	tc_unit_list_names(w, name, seen, start);
	return i;
}

/* "rừng phòng hộ" behind "ban quản lý": up to the colon. */
static size_t past_trade(const struct tc_unit_walk *w, size_t i)
{
	const unsigned int others = TC_UNIT_HEADS | TC_UNIT_AREA;
	size_t end = i, after;

	while (end < i + REST_MAX && !tc_unit_past_colon(w, end) &&
	       tc_namer_joined(&w->namer, end) &&
	       !tc_namer_upper(&w->namer, end) &&
	       !tc_unit_word_at(w->namer.scan, end, others, false, &after))
		end++;
	return end;
}

/* Where the names begin behind "3 trường THPT đạt chuẩn quốc gia mức độ 1 là",
 * 0 where they do not: a clause that is in none of them. */
static size_t past_clause(const struct tc_unit_walk *w, size_t i)
{
	static const char *const begins[] = { "đạt", "được", "vừa", "có" };
	const struct tc_scan *const s = w->namer.scan;
	size_t after;

	if (i >= s->tokens.n || !TC_AMONG(tc_unit_exact(w, i), begins))
		return 0;
	for (size_t k = i + 1; k < i + CLAUSE_MAX && k < s->tokens.n &&
			       tc_unit_gap(w, k) == TC_GAP_BLANK; k++) {
		if (tc_unit_past_colon(w, k))
			return tc_unit_past_colon(w, k);
		if (tc_str_is(tc_unit_exact(w, k), "là") ||
		    tc_str_is(tc_unit_exact(w, k), "gồm"))
			return tc_unit_gap(w, k + 1) == TC_GAP_BLANK ||
					       tc_scan_is_sign(s, k + 1, ":") ?
				       k + 1 : 0;
		if (tc_unit_word_at(s, k, TC_UNIT_HEADS, false, &after))
			return 0;
	}
	return 0;
}

/* The name behind the stem, "Đa khoa tỉnh" of "các bệnh viện: Đa khoa tỉnh, Bạch
 * Mai", at token *at, which is moved behind it; the whole, empty: none. */
static struct tc_str next_named(struct tc_unit_walk *w,
				const struct tc_unit_word *head,
				struct tc_str stem, size_t *at)
{
	const unsigned int others = TC_UNIT_HEADS | TC_UNIT_AREA |
				    TC_UNIT_OFFICE;
	struct tc_unit_name item;
	struct tc_unit_parts p = {
		.n = &w->namer, .name = &item, .at = *at, .closed = *at,
	};
	struct tc_str text = { 0 };
	size_t after;

	const struct tc_unit_word *const other =
		tc_unit_word_at(w->namer.scan, *at, others, false, &after);
	/* "THCS" of "các trường: Tiểu học A, THCS B" */
	const bool grade = other && tc_unit_kind_is(other->kind, "truong") &&
			   tc_str_starts(tc_str(other->words, other->words_n),
					 TC_STR("th")) &&
			   tc_unit_word_is(head, "trường");
	if (!tc_namer_upper(&w->namer, *at) || (other && !grade &&
	     !tc_unit_word_at(w->namer.scan, *at, TC_UNIT_FIELD |
			      TC_UNIT_TASK, false, &after)) ||
	    (!tc_unit_kind_is(head->kind, "truong") &&
	     tc_unit_begins_person(w, *at)))
		return text;
	tc_unit_name_init(&item, head);
	tc_part_begin(&p);
	tc_part_add(&p, stem);
	/* as a school's name: "và" goes on none but fields of work */
	if (tc_part_words(&p, "truong")) {
		tc_part_area(&p, true);
		text = tc_arena_str(w->namer.scan->arena, tc_buf_str(&p.text));
		*at = p.at;
	}
	tc_part_end(&p);
	return text;
}

size_t tc_unit_list_bodies(struct tc_unit_walk *w,
			   const struct tc_unit_word *head, size_t i)
{
	struct tc_arena *const arena = w->namer.scan->arena;
	const size_t before = w->n;
	struct tc_str stem = tc_unit_word_print(head);

	tc_unit_list_begin(w);
	const bool school = tc_unit_kind_is(head->kind, "truong");
	const size_t clause = school ? past_clause(w, i) : 0;
	const size_t trade = past_trade(w, i);
	size_t at = clause ? clause : tc_unit_past_colon(w, trade);
	if (at && !clause && trade > i)
		stem = tc_unit_join(arena, stem,
				    tc_namer_run_text(&w->namer, i, trade));
	for (int items = 0; items < TC_UNIT_LIST_MAX && at; items++) {
		const size_t first = at;
		const struct tc_str name = next_named(w, head, stem, &at);
		if (!name.n)
			break;
		tc_unit_walk_add(w, first, at, tc_unit_node_get(&w->nodes,
				 name, head->kind), 0.7f, "elided-head");
		i = at;
		at = tc_unit_past_mark(w, at);
		if (!at && school)
			at = tc_unit_past_remark(w, i);
	}
	return tc_unit_list_two(w, before, i, trade);
}

/* ------------------------------------------------------------- departments */

/* A field of work at token i, but not "Công an tỉnh"; NULL where there is
 * none. */
static const struct tc_unit_word *field_at(const struct tc_unit_walk *w,
					   size_t i, size_t *after)
{
	const struct tc_scan *const s = w->namer.scan;
	size_t end = 0;

	if (!i || i >= s->tokens.n || !(s->tokens.v[i].flags & TC_TOKEN_UPPER))
		return NULL;
	const struct tc_unit_word *const f =
		tc_unit_word_at(s, i, TC_UNIT_FIELD, false, after);
	return f && !(tc_unit_word_at(s, i, TC_UNIT_HEADS, false, &end) &&
		      end >= *after) ? f : NULL;
}

/* The fields of work from token `at` on, 0 when there is none; the token behind
 * the last, `end` when there is none. */
static size_t add_fields(struct tc_unit_walk *w,
			 const struct tc_unit_word *dept, size_t at, size_t end)
{
	const struct tc_unit_word *f;
	size_t after;

	for (int items = 0;
	     items < TC_UNIT_LIST_MAX && (f = field_at(w, at, &after));
	     items++) {
		const struct tc_str text = tc_unit_join(w->namer.scan->arena,
			tc_unit_word_print(dept), tc_unit_word_print(f));
		tc_unit_walk_add(w, at, after, tc_unit_node_get(&w->nodes, text,
				 dept->kind), 0.8f, "elided-head");
		end = after;
		at = tc_unit_past_and(w, after);
	}
	return end;
}

/* Past "ngành:" of "các sở, ngành: Nội vụ, Tài chính", and the colon of "các
 * sở: Nội vụ, Tài chính"; 0 when no such list follows. */
static size_t past_departments(const struct tc_unit_walk *w, size_t i)
{
	static const char *const others[] = { "ban", "phòng", "ngành" };

	for (size_t k = 0; k < sizeof others / sizeof *others; k++)
		if (tc_unit_gap(w, i) == TC_GAP_COMMA &&
		    tc_unit_words_at(w->namer.scan, i, others[k]))
			i++;
	return tc_scan_is_sign(w->namer.scan, i, ":") ? i : 0;
}

/* "huyện X" behind the last of the departments from mention `before` on is that
 * of all of them; the token behind it, `end` when no area stands there. */
static size_t add_fields_area(struct tc_unit_walk *w, size_t before, size_t end)
{
	struct tc_arena *const arena = w->namer.scan->arena;
	struct tc_area area;
	size_t at = end;

	if (w->n < before + 2 || tc_unit_gap(w, end) != TC_GAP_BLANK ||
	    !tc_unit_area_read(&w->namer, &at, false, &area))
		return end;
	for (size_t k = before; k < w->n; k++) {
		const struct tc_unit_node *const node =
			&w->nodes.v[w->seen[k].node];
		const struct tc_str text = tc_unit_join(arena, node->canonical,
			tc_area_plain(arena, area));
		w->seen[k].node = tc_unit_node_link(&w->nodes,
			tc_unit_node_get(&w->nodes, text, node->kind),
			tc_unit_node_area(&w->nodes, w->namer.gazetteer, area));
	}
	w->seen[w->n - 1].end = at;
	return at;
}

/* "Phòng Nội vụ Tam Kỳ, Phú Ninh và Bắc Trà My": two more places at least; the
 * token behind the last, name->link when there are fewer. */
static size_t add_places(struct tc_unit_walk *w,
			 const struct tc_unit_name *name, struct tc_str stem)
{
	const struct placed l = { .w = w, .name = name, .bare = true };
	const size_t before = w->n;
	size_t i = name->link;

	for (int items = 0; items < TC_UNIT_LIST_MAX; items++) {
		const size_t first = tc_unit_past_and(w, i);
		size_t at = first;
		const struct tc_str text =
			first ? next_placed(&l, &at) : tc_str(NULL, 0);
		if (!text.n || at < first + 2)
			break;
		const struct tc_str place = tc_str_from(text,
			tc_unit_word_print(name->head).n + 1);
		tc_unit_walk_add(w, first, at, tc_unit_node_get(&w->nodes,
			tc_unit_join(w->namer.scan->arena, stem, place),
			name->kind), 0.7f, "elided-head");
		i = at;
	}
	return tc_unit_list_two(w, before, i, name->link);
}

/* What stands before the place's name of two syllables in the department's;
 * empty when it ends in none. */
static struct tc_str before_place(struct tc_unit_walk *w,
				  const struct tc_unit_name *name)
{
	const size_t at = name->end - 2;
	size_t after;

	if (name->own.word != TC_AREA_NONE || name->end < name->first + 4 ||
	    tc_namer_proper_run(&w->namer, at, 3) != 2 ||
	    tc_unit_word_at(w->namer.scan, at, TC_UNIT_FIELD | TC_UNIT_TASK,
			    false, &after))
		return tc_str(NULL, 0);
	const struct tc_str place = tc_namer_run_text(&w->namer, at, name->end);
	return tc_str_ends(name->canonical, place) ?
		       tc_str(name->canonical.p,
			      name->canonical.n - place.n - 1) :
		       tc_str(NULL, 0);
}

size_t tc_unit_list_more_fields(struct tc_unit_walk *w,
				const struct tc_unit_name *name)
{
	const size_t before = w->n;
	const size_t end = add_fields(w, name->head,
		tc_unit_past_and(w, name->link), name->link);

	if (end == name->link && tc_unit_past_and(w, end)) {
		const struct tc_str stem = before_place(w, name);
		return stem.n ? add_places(w, name, stem) : end;
	}
	if (!before || name->own.word != TC_AREA_NONE ||
	    w->seen[before - 1].first != name->first)
		return end;
	return add_fields_area(w, before - 1, end);
}

bool tc_unit_begins_fields(const struct tc_unit_walk *w, size_t i)
{
	size_t after;

	return field_at(w, past_departments(w, i), &after) != NULL;
}

size_t tc_unit_list_fields(struct tc_unit_walk *w,
			   const struct tc_unit_word *dept, size_t i)
{
	const size_t before = w->n;
	const size_t end = add_fields(w, dept, past_departments(w, i), i);

	return tc_unit_list_two(w, before, add_fields_area(w, before, end), i);
}

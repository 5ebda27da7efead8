/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Lists whose items are read as if the head before the first stood before
 * each:
 *
 *   các chi bộ Văn phòng, Tuyên giáo        the head is several ones'
 *   các đảng bộ: Sở Nội vụ, Sở Y tế
 *   chi bộ các trường Tiểu học A, THCS B    so is a word behind it
 *   Chi bộ thôn 1, 2 và 3                   numbers tell that they are cells
 */
#include "config.h"

#include "fact/unit-item.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"

#define REST_MAX 4	/* words in lower case at the end of an item */
#define LEAD_MAX 5	/* "Kinh tế - Hạ tầng", before items that are known */
#define TOLD_MAX 6	/* tokens of an item behind what was read of it */

size_t tc_unit_past_mark(const struct tc_unit_walk *w, size_t i)
{
	if (tc_scan_is_sign(w->namer.scan, i, ";"))
		return i;
	return tc_unit_past_and(w, i);
}

bool tc_unit_begins_list(const struct tc_unit_walk *w, size_t i)
{
	return i + 1 < w->n &&
	       tc_unit_past_mark(w, w->seen[i].end) == w->seen[i + 1].first &&
	       w->nodes.v[w->seen[i + 1].node].kind ==
		       w->nodes.v[w->seen[i].node].kind;
}

bool tc_unit_begins_person(const struct tc_unit_walk *w, size_t at)
{
	return tc_scan_surname(w->namer.scan, at) &&
	       tc_namer_proper_run(&w->namer, at, 3) >= 2;
}

/* ------------------------------------------------------------------ bodies */

static bool read_host(const struct tc_unit_items *l, struct tc_unit_parts *p)
{
	return tc_unit_party_head_read(p, l->head) &&
	       (!p->name->open || p->name->function);
}

/* Behind the word that was said once: "Nội" behind "các khoa". */
static bool read_under(const struct tc_unit_items *l, struct tc_unit_parts *p)
{
	struct tc_unit_parts host = {
		.n = p->n, .name = p->name, .at = p->at, .closed = p->at,
	};

	tc_part_add(p, tc_unit_word_print(l->head));
	tc_part_begin(&host);
	const bool named = tc_unit_head_read(&host, l->noun);
	p->name->kind = l->head->kind;
	p->name->host = tc_arena_str(p->n->scan->arena, tc_buf_str(&host.text));
	p->name->host_kind = l->noun->kind;
	tc_part_end(&host);
	tc_part_add(p, p->name->host);
	p->at = host.at;
	return named;
}

/* The first word of a body that has a Party organisation, which also stands
 * for itself where it is an authority. */
static bool begins_body(const struct tc_unit_items *l,
			const struct tc_unit_word *w)
{
	if (tc_unit_kind_authority(w->kind) ||
	    tc_unit_kind_is(w->kind, "mat-tran"))
		return l->colon;
	if (w->cls == TC_UNIT_FIXED)
		return tc_unit_kind_is(w->kind, "phong");
	return !(w->cls & (TC_UNIT_CELL | TC_UNIT_PARTY | TC_UNIT_OFFICE)) &&
	       !tc_unit_word_committee(w);
}

/* "huyện X" among the items of "các Đảng bộ trực thuộc: Công an tỉnh, ..." */
static bool names_area(const struct tc_unit_items *l, size_t at)
{
	struct tc_area area;

	return l->colon && l->head->cls == TC_UNIT_PARTY && !l->noun &&
	       tc_unit_area_read(&l->w->namer, &at, false, &area) &&
	       area.name.n;
}

/* "Cựu chiến binh" of "các chi bộ: Cựu chiến binh, Trạm Y tế": words up to the
 * next item, which is known. */
static bool leads_list(const struct tc_unit_items *l, size_t at)
{
	const unsigned int known = TC_UNIT_HEADS | TC_UNIT_HOST |
				   TC_UNIT_BLOCK | TC_UNIT_HOOD | TC_UNIT_FIELD;
	const struct tc_scan *const s = l->w->namer.scan;
	size_t end = at + 1, after;

	if (!l->colon || l->head->cls != TC_UNIT_CELL ||
	    tc_unit_word_at(s, at, TC_UNIT_STOP, false, &after))
		return false;
	while (end < at + LEAD_MAX && !tc_unit_past_mark(l->w, end) &&
	       (tc_unit_gap(l->w, end) == TC_GAP_BLANK ||
		tc_unit_gap(l->w, end) == TC_GAP_DASH))
		end++;
	const size_t next = tc_unit_past_mark(l->w, end);
	return next && next < s->tokens.n &&
	       tc_unit_word_at(s, next, known, false, &after);
}

/* A body stands at token i; behind one that is known, also the name of one
 * that is not: "Tuyên giáo". */
static bool may_be_body(const struct tc_unit_items *l, size_t at, bool first)
{
	const unsigned int begins = TC_UNIT_HEADS | TC_UNIT_HOST |
				    TC_UNIT_BLOCK | TC_UNIT_OFFICE;
	const struct tc_scan *const s = l->w->namer.scan;
	size_t after;

	if (at >= s->tokens.n)
		return false;
	const struct tc_unit_word *const w =
		tc_unit_word_at(s, at, begins, false, &after);
	if (w)
		return begins_body(l, w);
	if (names_area(l, at))
		return true;
	return (!first || l->noun || l->told || leads_list(l, at)) &&
	       s->tokens.v[at].flags & TC_TOKEN_UPPER &&
	       !(tc_scan_units(s, at) & (TC_UNIT_PLURAL | TC_UNIT_LINK)) &&
	       (l->namesakes || !tc_unit_begins_person(l->w, at));
}

static bool read_body(const struct tc_unit_items *l, size_t at,
		      struct tc_unit_name *item)
{
	const unsigned int known = TC_UNIT_HEADS | TC_UNIT_HOST;
	size_t after;

	if (l->noun && !tc_unit_word_at(l->w->namer.scan, at, known, false,
					&after))
		return tc_unit_item_read(l, at, item, read_under);
	return tc_unit_item_read(l, at, item, read_host);
}

/* "tự nhiên" of "Khoa Khoa học tự nhiên, Khoa Luật": in lower case up to the
 * next item. */
static void read_rest(struct tc_unit_walk *w, struct tc_unit_name *item)
{
	const unsigned int others = TC_UNIT_AREA | TC_UNIT_STOP | TC_UNIT_LINK;
	const struct tc_scan *const s = w->namer.scan;
	size_t end = item->end, after;

	while (end < item->end + REST_MAX && tc_namer_joined(&w->namer, end) &&
	       !tc_namer_upper(&w->namer, end) &&
	       !tc_unit_word_at(s, end, others, false, &after))
		end++;
	if (end == item->end || tc_unit_past_mark(w, end) != end ||
	    !(tc_namer_upper(&w->namer, end) ||
	      tc_unit_word_at(s, end, TC_UNIT_HEADS, false, &after)))
		return;
	item->canonical = tc_unit_join(w->namer.scan->arena, item->canonical,
		tc_namer_run_text(&w->namer, item->end, end));
	item->end = item->link = end;
}

/* "Vũ trang - kiểm soát", "Hậu cần đảm bảo" in a list that was told to be one:
 * all up to the next item. */
static void read_told(struct tc_unit_walk *w, struct tc_unit_name *item)
{
	const size_t most = item->end + TOLD_MAX;
	size_t end = item->end;

	while (end < most && !tc_unit_past_mark(w, end) &&
	       (tc_unit_gap(w, end) == TC_GAP_BLANK ||
		tc_unit_gap(w, end) == TC_GAP_DASH))
		end++;
	if (end == item->end || !tc_unit_past_mark(w, end))
		return;
	item->canonical = tc_unit_join(w->namer.scan->arena,
		tc_unit_word_print(item->head),
		tc_namer_run_text(&w->namer, item->first, end));
	item->end = item->link = end;
}

static void add_body(struct tc_unit_walk *w, size_t first,
		     const struct tc_unit_name *item)
{
	tc_unit_walk_add(w, first, item->end, tc_unit_walk_node(w, item), 0.8f,
			 item->completed ? "completed" : "elided-head");
}

/* The school's grade at token `at`, which those behind have as well: "THCS" of
 * "Chi bộ các trường THCS A, B"; else the word that was said. */
static const struct tc_unit_word *grade_said(const struct tc_unit_items *l,
					     size_t at)
{
	size_t after;
	const struct tc_unit_word *const grade =
		l->noun && tc_unit_kind_is(l->noun->kind, "truong") ?
			tc_unit_word_at(l->w->namer.scan, at, TC_UNIT_HOST,
					false, &after) : NULL;

	return grade && tc_unit_kind_is(grade->kind, "truong") ? grade : l->noun;
}

/* The bodies from token `first` on, as tc_unit_items_cells() has it. */
static size_t list_bodies(const struct tc_unit_items *of, size_t first,
			  size_t end)
{
	struct tc_unit_items one = *of;
	const struct tc_unit_items *const l = &one;
	struct tc_unit_walk *const w = l->w;
	struct tc_unit_name item;
	const size_t before = w->n;

	if (!first)
		return end;
	tc_unit_list_begin(w);
	w->namer.caps = false;
	for (int items = 0; items < TC_UNIT_LIST_MAX && first; items++) {
		const bool hood = tc_unit_item_hood(l, first, &item);
		if (!hood &&
		    (!may_be_body(l, first, l->colon && w->n == before) ||
		     !read_body(l, first, &item)))
			break;
		if (hood)
			;	/* all of it is read */
		else if (l->told)
			read_told(w, &item);
		else if (l->several)
			read_rest(w, &item);
		add_body(w, first, &item);
		one.noun = grade_said(l, first);
		end = item.end;
		first = tc_unit_list_next(w, end);
	}
	return end;
}

/* "Nam Hòa" of "các chi bộ thôn Nam Hòa và Trung Hòa": the word for the place,
 * at token `first`, is said once for all from mention `before` on, and in no
 * mark. */
static void leave_noun(const struct tc_unit_items *l, size_t before, size_t first)
{
	struct tc_unit_walk *const w = l->w;
	size_t after;

	if (!l->noun || w->n < before + 2 || w->seen[before].first != first ||
	    tc_unit_word_at(w->namer.scan, w->seen[before + 1].first,
			    TC_UNIT_HOOD, false, &after))
		return;
	tc_unit_word_at(w->namer.scan, first, TC_UNIT_HOOD, false, &after);
	/* "thôn 5" of "ba chi bộ thôn 5, 6 và 8" */
	if (!tc_unit_walk_digit(w, w->seen[before].end - 1))
		w->seen[before].first = after;
}

/* Bodies that stand in a list behind neighbourhoods, "Trường Tiểu học X" behind
 * "các chi bộ thôn 5": those that have a cell of their own. */
static bool begins_office(const struct tc_unit_walk *w, size_t at)
{
	const unsigned int heads = TC_UNIT_BODY | TC_UNIT_STATE | TC_UNIT_HOST;
	static const char *const kinds[] = {
		"truong", "benh-vien", "cong-an", "quan-doi",
	};
	size_t after;
	const struct tc_unit_word *const word =
		at ? tc_unit_word_at(w->namer.scan, at, heads, false, &after)
		   : NULL;

	for (size_t i = 0; word && i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(word->kind, kinds[i]) == 0)
			return true;
	return false;
}

size_t tc_unit_list_cells(struct tc_unit_walk *w,
			  const struct tc_unit_name *name)
{
	struct tc_unit_items l = { .w = w, .head = name->head, .several = true };
	const size_t before = w->n;
	size_t first, after;

	if (!tc_unit_word_at(w->namer.scan, name->first, TC_UNIT_CELL, false,
			     &first))
		return name->end;
	l.noun = tc_unit_word_at(w->namer.scan, first, TC_UNIT_HOOD, false,
				 &after);
	size_t end = tc_unit_items_cells(&l, first, name->end);
	leave_noun(&l, before, first);
	l.noun = NULL;
	const size_t next = w->n > before ? tc_unit_past_and(w, end) : 0;
	if (begins_office(w, next))
		end = list_bodies(&l, next, end);
	return tc_unit_list_two(w, before, end, name->end);
}

/* "Phạm Ngũ Lão" of "hai chi bộ trường THPT Quang Trung và Phạm Ngũ Lão": the
 * school's word, at token `start`, is said once for all; the token behind the
 * list, name->link when it is none. */
static size_t more_schools(const struct tc_unit_items *l,
			   const struct tc_unit_name *name, size_t start)
{
	struct tc_unit_walk *const w = l->w;
	const unsigned int known = TC_UNIT_HEADS | TC_UNIT_HOST |
				   TC_UNIT_HOOD | TC_UNIT_AREA;
	struct tc_unit_items all = *l;
	const size_t seen = w->n, first = tc_unit_past_and(w, name->link);
	size_t after, end;

	all.noun = tc_unit_word_at(w->namer.scan, start, TC_UNIT_BODY, false,
				   &after);
	if (!first || !all.noun || !tc_unit_kind_is(all.noun->kind, "truong") ||
	    after >= name->end ||
	    tc_unit_word_at(w->namer.scan, first, known, false, &end) ||
	    tc_namer_proper_run(&w->namer, first, 5) < 2 ||
	    tc_namer_proper_run(&w->namer, first, 5) > 4)
		return name->link;
	all.namesakes = true;
	end = list_bodies(&all, first, name->link);
	if (end != name->link)
		tc_unit_list_names(w, name, seen, after);
	return end;
}

/* "Tư pháp" of "các chi bộ Phòng Nội vụ, Tư pháp", "Ngoại" of "các chi bộ Khoa
 * Nội, Ngoại": the word, at token `start`, is said once for all; the token
 * behind the list, name->link when it is none. */
static size_t more_rooms(const struct tc_unit_items *l,
			 const struct tc_unit_name *name, size_t start)
{
	struct tc_unit_walk *const w = l->w;
	const struct tc_scan *const s = w->namer.scan;
	struct tc_unit_items all = *l;
	const size_t seen = w->n, first = tc_unit_past_and(w, name->link);
	size_t after, end;

	all.noun = tc_unit_word_at(s, start, TC_UNIT_BODY | TC_UNIT_DEPT, false,
				   &after);
	if (!first || !all.noun || after >= name->end ||
	    !(tc_unit_word_is(all.noun, "phòng") ||
	      tc_unit_word_is(all.noun, "khoa")) ||
	    !(s->tokens.v[first].flags & TC_TOKEN_UPPER) ||
	    tc_unit_word_at(s, first, TC_UNIT_HEADS | TC_UNIT_HOST | TC_UNIT_HOOD |
				    TC_UNIT_AREA | TC_UNIT_BLOCK, false, &end) ||
	    (all.noun->cls == TC_UNIT_DEPT &&
	     !tc_unit_word_at(s, first, TC_UNIT_FIELD, false, &end)))
		return name->link;
	end = list_bodies(&all, first, name->link);
	if (end != name->link)
		tc_unit_list_names(w, name, seen, after);
	return end;
}

/* Bodies behind a name of one of several. */
static size_t more_bodies(const struct tc_unit_items *l,
			  const struct tc_unit_name *name, size_t start)
{
	struct tc_unit_walk *const w = l->w;
	struct tc_unit_name one = *name;
	const size_t seen = w->n, schools = more_schools(l, name, start);
	const size_t once = schools != name->link ? schools :
						    more_rooms(l, name, start);

	if (once != name->link)
		return once;
	if (!tc_unit_past_mark(w, one.link))
		read_rest(w, &one);
	const size_t first = tc_unit_past_mark(w, one.link);
	const size_t end = list_bodies(l, first, one.link);
	if (end == one.link)
		return name->link;
	if (one.end != name->end && w->seen[seen - 1].first == name->first) {
		w->seen[seen - 1].end = one.end;
		w->seen[seen - 1].node = tc_unit_walk_node(w, &one);
	}
	tc_unit_list_names(w, name, seen, start);
	return end;
}

/* "Đảng ủy Công an tỉnh, Quân sự tỉnh": a word that no body but one in a Party
 * organisation begins with. */
static size_t more_arms(const struct tc_unit_items *l, const struct tc_unit_name *name)
{
	struct tc_unit_walk *const w = l->w;
	unsigned int classes = TC_UNIT_HOST;
	size_t end = name->link, after;
	struct tc_unit_name item;

	for (int items = 0; items < TC_UNIT_LIST_MAX; items++) {
		const size_t at = tc_unit_past_and(w, end);
		const struct tc_unit_word *const arms =
			at ? tc_unit_word_at(w->namer.scan, at, classes, false,
					     &after) : NULL;
		if (!arms || !tc_unit_kind_is(arms->kind, "quan-doi") ||
		    !tc_namer_area(&w->namer, after) ||
		    !tc_unit_item_read(l, at, &item, read_host))
			break;
		add_body(w, at, &item);
		end = item.end;
		classes |= TC_UNIT_STATE;	/* "Bộ đội Biên phòng tỉnh" */
	}
	return end;
}

/* "Sở Y tế" of "Đảng bộ Sở Nội vụ, Sở Y tế, Đảng bộ Bệnh viện X": between two
 * that have the head; the token behind, name->link when there is none. */
static size_t one_between(const struct tc_unit_items *l,
			  const struct tc_unit_name *name)
{
	const unsigned int party = TC_UNIT_CELL | TC_UNIT_PARTY;
	struct tc_unit_walk *const w = l->w;
	const struct tc_scan *const s = w->namer.scan;
	struct tc_unit_name item;
	size_t after;

	const size_t at = tc_unit_past_and(w, name->link);
	const struct tc_unit_word *const body = at == name->link ?
		tc_unit_word_at(s, at, TC_UNIT_BODY | TC_UNIT_DEPT, false,
				&after) : NULL;
	if (!body || strcmp(body->kind, name->host_kind) != 0 ||
	    !tc_unit_item_read(l, at, &item, read_host))
		return name->link;
	const size_t next = tc_unit_past_and(w, item.end);
	if (!next || !tc_unit_word_at(s, next, party, false, &after))
		return name->link;
	add_body(w, at, &item);
	return item.end;
}

/* "Chi bộ Đại đội 7 và Đại đội 11": more of that word, by their numbers; the
 * token behind, name->link when there are none. */
static size_t more_numbered(const struct tc_unit_items *l,
			    const struct tc_unit_name *name, size_t start)
{
	const unsigned int hosts = TC_UNIT_BODY | TC_UNIT_HOST;
	struct tc_unit_walk *const w = l->w;
	const struct tc_scan *const s = w->namer.scan;
	size_t end = name->link, at, after;
	struct tc_unit_name item;
	const struct tc_unit_word *const first =
		tc_unit_word_at(s, start, hosts, false, &after);

	if (!first || !tc_unit_walk_digit(w, after) || after + 1 != name->end)
		return end;
	while ((at = tc_unit_past_and(w, end)) != 0) {
		if (tc_unit_word_at(s, at, hosts, false, &after) != first ||
		    !tc_unit_walk_digit(w, after) || !tc_unit_item_read(l, at, &item, read_host))
			break;
		add_body(w, at, &item);
		end = item.end;
	}
	return end;
}

size_t tc_unit_list_items(struct tc_unit_walk *w,
			  const struct tc_unit_name *name, bool several)
{
	struct tc_unit_items l = { .w = w, .head = name->head, .several = several };
	size_t start;

	if ((!several && !tc_unit_past_mark(w, name->end) &&
	     !(name->up_count && tc_unit_list_next(w, name->link))) ||
	    !tc_unit_word_at(w->namer.scan, name->first, name->head->cls, false,
			     &start))
		return name->link;
	w->namer.limit = w->namer.scan->tokens.n;
	if (tc_unit_list_is_cell(w, name))
		return tc_unit_items_more_cells(&l, name, start);
	if (several && (name->host.n || name->head->cls == TC_UNIT_CELL))
		return more_bodies(&l, name, start);
	if (!name->host.n)
		return name->link;
	size_t end = more_numbered(&l, name, start);
	if (end == name->link)
		end = one_between(&l, name);
	if (end != name->link)
		return end;
	if (name->own.word != TC_AREA_NONE)
		return name->head->cls == TC_UNIT_PARTY ? more_arms(&l, name)
							: end;
	return tc_unit_kind_armed(name->host_kind) ?
		       tc_unit_list_arms(w, name) : name->link;
}

/* The word that is said once before all, at token *i; behind "các trường Tiểu
 * học" the school's kind is a part of its name.  Moves *i behind it. */
static const struct tc_unit_word *shared_noun(const struct tc_unit_walk *w,
					      size_t *i)
{
	static const struct tc_unit_word school =
		TC_UNIT_ROW("trường", "Trường", "truong", BODY, NONE);
	const unsigned int nouns = TC_UNIT_HOOD | TC_UNIT_BODY | TC_UNIT_DEPT;
	const size_t first = *i;
	const struct tc_unit_word *const noun = first ?
		tc_unit_word_at(w->namer.scan, first, nouns, false, i) : NULL;

	if (!noun || *i == first + 1 || !tc_unit_kind_is(noun->kind, "truong") ||
	    !(tc_unit_walk_token(w, first + 1)->flags & TC_TOKEN_UPPER))
		return noun;
	*i = first + 1;
	return &school;
}

size_t tc_unit_list_plural(struct tc_unit_walk *w,
			   const struct tc_unit_name *name)
{
	size_t at = tc_unit_past_count(w, name->end);
	struct tc_unit_items l = { .w = w, .head = name->head, .several = true };
	const size_t before = w->n, offices = at ? tc_unit_past_offices(w, at) : 0;

	l.colon = offices;
	l.noun = offices ? tc_unit_word_at(w->namer.scan, at, TC_UNIT_DEPT,
					   false, &at) : shared_noun(w, &at);
	if (!offices && (!l.noun || (tc_unit_gap(w, at) != TC_GAP_BLANK &&
				     !tc_unit_past_colon(w, at))))
		return name->end;
	const size_t end = l.noun && l.noun->cls == TC_UNIT_HOOD ?
		tc_unit_items_cells(&l, at, name->end) :
		list_bodies(&l, offices ? offices : at, name->end);
	return tc_unit_list_two(w, before, end, name->end);
}

size_t tc_unit_list_offices(struct tc_unit_walk *w,
			    const struct tc_unit_name *name)
{
	const unsigned int party = TC_UNIT_CELL | TC_UNIT_PARTY;
	struct tc_unit_name bare = *name;

	if (!(name->head->cls & party) ||
	    !tc_unit_word_at(w->namer.scan, name->first, party, false,
			     &bare.end))
		return name->end;
	const size_t end = tc_unit_list_plural(w, &bare);
	return end == bare.end ? name->end : end;
}

size_t tc_unit_list_colon(struct tc_unit_walk *w,
			  const struct tc_unit_name *name, size_t end)
{
	struct tc_unit_items l = {
		.w = w, .head = name->head, .several = true, .colon = true,
	};
	const size_t before = w->n;
	size_t colon = tc_unit_past_colon(w, name->end);
	const bool goes_on = end != name->end;
	if (!colon && !goes_on)
		colon = tc_unit_past_clause(w, end);
	l.told = name->head->cls == TC_UNIT_CELL && colon &&
		 tc_str_is(tc_unit_exact(w, colon - 1), "gồm");
	size_t at = goes_on ? tc_unit_past_mark(w, end) : colon;

	if (!colon || !at)
		return end;
	if (name->head->cls == TC_UNIT_CELL)
		end = tc_unit_items_cells(&l, at, end);
	if (end != at && w->n > before)
		at = tc_unit_list_next(w, end);
	end = list_bodies(&l, at, end);
	return goes_on ? end : tc_unit_list_two(w, before, end, name->end);
}

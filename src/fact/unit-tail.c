/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What heads of a list share behind the last of them: the area, the owner; and
 * the marks between and before items. */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"
#include "fact/unit-walk.h"

#define CLAUSE_MAX 12	/* tokens between a head and "gồm:" */
#define TAIL_MAX 10	/* heads that share one tail */

/* "và" before a blank, and no surname "Và" */
static bool is_and(const struct tc_unit_walk *w, size_t i)
{
	const uint32_t cases = TC_TOKEN_UPPER | TC_TOKEN_CAPS;

	return tc_str_is(tc_unit_exact(w, i), "và") &&
	       (tc_unit_walk_token(w, i)->flags & cases) != TC_TOKEN_UPPER &&
	       tc_unit_gap(w, i + 1) == TC_GAP_BLANK;
}

size_t tc_unit_past_and(const struct tc_unit_walk *w, size_t i)
{
	if (tc_unit_gap(w, i) == TC_GAP_COMMA)
		return i + is_and(w, i);
	return tc_unit_gap(w, i) == TC_GAP_BLANK && is_and(w, i) ? i + 1 : 0;
}

size_t tc_unit_past_count(const struct tc_unit_walk *w, size_t i)
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

/* Past "Tỉnh ủy", "Đảng bộ huyện", "Đảng ủy" behind "trực thuộc" at token i, no
 * place said; i when it is another. */
static size_t past_committee(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;
	size_t after, end;
	const struct tc_unit_word *const word = tc_unit_word_at(
		s, i, TC_UNIT_LEVEL | TC_UNIT_PARTY, false, &after);

	if (!word || tc_unit_gap(w, i) != TC_GAP_BLANK)
		return i;
	if (word->cls == TC_UNIT_LEVEL)
		return tc_unit_word_committee(word) ? after : i;
	return tc_unit_word_at(s, after, TC_UNIT_AREA, false, &end) ? end
								    : after;
}

size_t tc_unit_past_colon(const struct tc_unit_walk *w, size_t i)
{
	static const char *const before[] = {
		"trực thuộc", "cơ sở", "bao gồm", "gồm", "gồm có",
	};

	for (size_t k = 0; k < sizeof before / sizeof *before; k++)
		if (tc_unit_words_at(w->namer.scan, i, before[k]) &&
		    (tc_unit_gap(w, i) == TC_GAP_BLANK ||
		     tc_unit_gap(w, i) == TC_GAP_COMMA))
			i = past_committee(w, tc_unit_words_past(
				w->namer.scan, i, before[k]));
	return tc_scan_is_sign(w->namer.scan, i, ":") ||
	       tc_unit_gap(w, i) == TC_GAP_OPEN ? i : 0;
}

size_t tc_unit_past_dash(const struct tc_unit_walk *w, size_t i)
{
	const enum tc_gap gap = tc_unit_gap(w, i);

	return gap == TC_GAP_DASH || gap == TC_GAP_TIGHT ?
		       i : tc_unit_past_and(w, i);
}

size_t tc_unit_past_offices(const struct tc_unit_walk *w, size_t i)
{
	static const char *const offices[] = {
		"cơ quan", "ban", "sở", "ngành", "đơn vị", "doanh nghiệp",
	};
	size_t end = i;

	for (size_t k = 0; end && k < sizeof offices / sizeof *offices; k++) {
		const size_t at = end == i ? i : tc_unit_past_and(w, end);
		const size_t after = at ? tc_unit_words_past(
			w->namer.scan, at, offices[k]) : 0;
		end = after ? after : end;
	}
	return end == i ? 0 : tc_unit_past_colon(w, end);
}

size_t tc_unit_past_clause(const struct tc_unit_walk *w, size_t i)
{
	size_t after;

	for (size_t at = i; at < i + CLAUSE_MAX; at++) {
		const enum tc_gap gap = tc_unit_gap(w, at);
		if ((gap != TC_GAP_BLANK && gap != TC_GAP_COMMA) ||
		    tc_unit_word_at(w->namer.scan, at, TC_UNIT_HEADS, false,
				    &after))
			return 0;
		if (tc_str_is(tc_unit_exact(w, at), "gồm"))
			return tc_unit_past_colon(w, at);
	}
	return 0;
}

/* What a list of authorities ends in before the area. */
static const char *const and_others[] = {
	"các đoàn thể", "đoàn thể", "các ban ngành", "các ngành",
	"các tổ chức đoàn thể", "các tổ chức chính trị xã hội",
	"cả hệ thống chính trị", "các ban", "ban ngành", "cán bộ", "công chức",
	"chính quyền", "nhân dân", "nhân dân các dân tộc", "quân", "dân",
	"các tầng lớp nhân dân",
};

static size_t past_others(const struct tc_unit_walk *w, size_t i)
{
	size_t best = 0;

	for (size_t k = 0; k < sizeof and_others / sizeof *and_others; k++) {
		size_t after = tc_unit_words_past(w->namer.scan, i,
						  and_others[k]);
		if (after > best)
			best = after;
	}
	return best;
}

/* "Chi cục Thuế", "Trạm Y tế", "Phòng Nội vụ": of each kind a place has one;
 * the token behind, 0 when it is none of them. */
static size_t past_body(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;
	size_t after, end;
	const struct tc_unit_word *const b =
		tc_unit_word_at(s, i, TC_UNIT_BODY | TC_UNIT_DEPT, false,
				&after);

	if (!b || !(s->tokens.v[i].flags & TC_TOKEN_UPPER))
		return 0;
	if (b->cls == TC_UNIT_DEPT)
		return tc_unit_gap(w, after) == TC_GAP_BLANK &&
		       tc_unit_word_at(s, after, TC_UNIT_FIELD, false, &end) ?
			       end : 0;
	return tc_unit_head_whole(b) ||
	       (after > i + 1 && (tc_unit_kind_is(b->kind, "benh-vien") ||
				  tc_unit_kind_is(b->kind, "trung-tam"))) ?
		       after : 0;
}

static size_t past_item(const struct tc_unit_walk *w, size_t i)
{
	const unsigned int heads = TC_UNIT_PARTY | TC_UNIT_STATE;
	size_t after;

	if (tc_unit_word_at(w->namer.scan, i, heads, false, &after))
		return after;
	after = past_body(w, i);
	return after ? after : past_others(w, i);
}

/* "Bí thư Đảng ủy, Chủ tịch HĐND phường X": another office of the same
 * person's, in an authority beside the committee; 0 when it is none. */
static size_t past_office(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *s = w->namer.scan;
	size_t after, end;

	if (!tc_unit_word_at(s, i, TC_UNIT_OFFICE, false, &after) ||
	    tc_unit_gap(w, after) != TC_GAP_BLANK ||
	    !tc_namer_office(&w->namer))
		return 0;
	const struct tc_unit_word *h =
		tc_unit_word_at(s, after, TC_UNIT_STATE, false, &end);
	return h && tc_unit_kind_authority(h->kind) ? end : 0;
}

bool tc_unit_list_tail(struct tc_unit_walk *w, const struct tc_unit_name *name,
		       struct tc_area *area, const char **rule)
{
	size_t i = name->end;

	*rule = "shared-tail";
	for (int items = 0; items < TAIL_MAX; items++) {
		size_t at = tc_unit_past_dash(w, i);
		size_t end = at ? past_item(w, at) : 0;
		const bool office = at && !end;
		if (office) {
			end = past_office(w, at);
			*rule = "bare-level";
		}
		if (!end)
			return false;
		i = end;
		w->namer.limit = w->namer.scan->tokens.n;
		if (tc_unit_gap(w, i) == TC_GAP_BLANK &&
		    tc_unit_area_read(&w->namer, &end, true, area))
			/* a province's committee is no city's */
			return !office || tc_unit_kind_authority(name->kind) ||
			       tc_area_rank(w->namer.gazetteer, area) == 4;
	}
	return false;
}

/* "Đảng ủy, Bộ Tư lệnh Quân khu 5": what the staff leads. */
static uint32_t led_by_staff(struct tc_unit_walk *w,
			     const struct tc_unit_name *name,
			     const struct tc_unit_name *staff)
{
	const struct tc_str leads = TC_STR("Bộ Tư lệnh ");

	if (!tc_str_starts(staff->canonical, leads))
		return TC_UNIT_NODE_NONE;
	return tc_unit_node_get(&w->nodes,
		tc_unit_join(w->namer.scan->arena,
			     tc_unit_word_print(name->head),
			     tc_str_from(staff->canonical, leads.n)),
		staff->kind);
}

/* "Đảng ủy, Bộ Chỉ huy Quân sự tỉnh X": not the province's. */
uint32_t tc_unit_list_armed(struct tc_unit_walk *w,
			    const struct tc_unit_name *name)
{
	struct tc_unit_name next;
	const size_t at = tc_unit_past_and(w, name->end);

	if (!at || !tc_unit_name_read(&w->namer, at, &next) || next.bare)
		return TC_UNIT_NODE_NONE;
	if (tc_unit_kind_is(next.kind, "quan-doi") && !next.own.name.n)
		return led_by_staff(w, name, &next);
	if (next.head->cls != TC_UNIT_STATE || !next.own.name.n ||
	    next.caps != name->caps ||
	    !tc_unit_kind_armed(next.kind))
		return TC_UNIT_NODE_NONE;
	struct tc_arena *const arena = w->namer.scan->arena;
	const struct tc_str work = tc_str_ends(tc_unit_word_print(next.head),
					       TC_STR("Quân sự"))
					   ? TC_STR("Quân sự")
					   : tc_unit_word_print(next.head);
	const struct tc_str head = tc_unit_join(arena,
		tc_unit_word_print(name->head), work);
	const uint32_t node = tc_unit_node_get(&w->nodes,
		tc_unit_join(arena, head, tc_area_plain(arena, next.own)),
		next.kind);
	return tc_unit_node_link(&w->nodes, node,
		tc_unit_node_area(&w->nodes, w->namer.gazetteer, next.own));
}

/* The area behind a list of arms from token *i on, "Quân sự, Biên phòng tỉnh
 * X": moves *i before the last of them that stands for itself as well ("Công
 * an huyện Y"), or behind the area. */
static bool arms_area(struct tc_unit_walk *w, size_t *i, struct tc_area *area)
{
	const unsigned int arms = TC_UNIT_HOST | TC_UNIT_STATE;
	size_t end = *i, after;

	for (int items = 0; items < TC_UNIT_LIST_MAX; items++) {
		const size_t at = tc_unit_past_and(w, end);
		const struct tc_unit_word *const arm =
			at ? tc_unit_word_at(w->namer.scan, at, arms, false,
					     &after) : NULL;
		if (!arm || !tc_unit_kind_armed(arm->kind))
			return false;
		const size_t before = end;
		end = after;
		if (tc_unit_gap(w, end) == TC_GAP_BLANK &&
		    tc_unit_area_read(&w->namer, &end, true, area)) {
			*i = arm->cls == TC_UNIT_STATE ? before : end;
			return true;
		}
	}
	return false;
}

/* "Đảng bộ Quân sự" + "tỉnh X" */
static uint32_t arms_node(struct tc_unit_walk *w, struct tc_str arms,
			  const struct tc_area *area, const char *kind)
{
	const uint32_t node = tc_unit_node_get(&w->nodes,
		tc_unit_join(w->namer.scan->arena, arms,
			     tc_area_plain(w->namer.scan->arena, *area)), kind);

	return area->name.n ? tc_unit_node_link(&w->nodes, node,
		tc_unit_node_area(&w->nodes, w->namer.gazetteer, *area)) : node;
}

/* The area of "Đảng ủy Công an tỉnh X" behind "Đảng ủy Quân sự và": of both. */
static bool next_arms_area(struct tc_unit_walk *w, size_t i, unsigned int cls,
			   struct tc_area *area)
{
	const struct tc_scan *const s = w->namer.scan;
	size_t after, end;

	i = tc_unit_past_and(w, i);
	if (!i || !tc_unit_word_at(s, i, cls, false, &after))
		return false;
	const struct tc_unit_word *const arm = tc_unit_word_at(
		s, after, TC_UNIT_HOST | TC_UNIT_STATE, false, &end);
	return arm && tc_unit_kind_armed(arm->kind) &&
	       tc_unit_gap(w, end) == TC_GAP_BLANK &&
	       tc_unit_area_read(&w->namer, &end, true, area);
}

/* "Đảng ủy Công an, Quân sự, Biên phòng tỉnh X", "Chi bộ Quân sự, Công an xã
 * Y": each of that area. */
size_t tc_unit_list_arms(struct tc_unit_walk *w,
			 const struct tc_unit_name *name)
{
	struct tc_area area;
	size_t end = name->end, after;

	if (!w->n || w->seen[w->n - 1].first != name->first)
		return name->link;
	const bool headed = next_arms_area(w, end, name->head->cls,
					   &area);
	if (!headed && !arms_area(w, &end, &area))
		return name->link;
	struct tc_unit_seen *const first = &w->seen[w->n - 1];
	const bool known = !area.name.n;
	/* "Chi bộ Quân sự, Chi bộ Công an xã": of a list */
	if (known && name->head->cls == TC_UNIT_CELL)
		return name->link;
	if (known)
		area.name = tc_namer_area_known(&w->namer, area.word);
	const char *const rule = known ? "completed" : "shared-tail";
	first->node = arms_node(w, name->canonical, &area, name->kind);
	first->rule = rule;
	if (headed)
		return name->link;
	for (size_t i = tc_unit_past_and(w, name->end); i && i < end;
	     i = tc_unit_past_and(w, after)) {
		const struct tc_unit_word *const arm = tc_unit_word_at(
			w->namer.scan, i, TC_UNIT_HOST | TC_UNIT_STATE, false,
			&after);
		const struct tc_str head = tc_unit_join(w->namer.scan->arena,
			tc_unit_word_print(name->head),
			tc_unit_word_print(arm));
		const bool last = !tc_unit_past_and(w, after);
		tc_unit_walk_add(w, i, last ? end : after,
			arms_node(w, head, &area,
				  name->head->cls == TC_UNIT_CELL ?
					  name->kind : arm->kind),
			0.8f, rule);
	}
	return end;
}

/* Past "Ban Giám đốc "; 0 when no board stands at i. */
static size_t past_board(const struct tc_unit_walk *w, size_t i)
{
	static const char *const boards[] = {
		"ban chỉ huy", "ban giám đốc", "ban giám hiệu",
		"ban lãnh đạo", "ban tổng giám đốc", "chỉ huy",
	};

	for (size_t k = 0; k < sizeof boards / sizeof *boards; k++) {
		const size_t after = tc_unit_words_past(w->namer.scan, i,
							boards[k]);
		if (after && tc_unit_gap(w, after) == TC_GAP_BLANK)
			return after;
	}
	return 0;
}

/* "Đảng ủy, Ban Giám đốc Bệnh viện X": the committee is the hospital's. */
uint32_t tc_unit_list_board(struct tc_unit_walk *w,
			    const struct tc_unit_name *name)
{
	const unsigned int bodies = TC_UNIT_STATE | TC_UNIT_BODY |
				    TC_UNIT_DEPT | TC_UNIT_FIXED;
	struct tc_unit_name next;
	size_t at = tc_unit_past_dash(w, name->end);

	at = at ? past_board(w, at) : 0;
	if (!at || !tc_unit_name_read(&w->namer, at, &next) || next.bare ||
	    !(next.head->cls & bodies) || next.caps != name->caps ||
	    tc_unit_kind_authority(next.kind))
		return TC_UNIT_NODE_NONE;
	const uint32_t node = tc_unit_node_get(&w->nodes,
		tc_unit_join(w->namer.scan->arena,
			     tc_unit_word_print(name->head), next.canonical),
		name->head->cls == TC_UNIT_CELL ? name->head->kind :
		tc_unit_kind_armed(next.kind) ? next.kind : "dang-bo-co-so");
	const uint32_t parent = tc_unit_walk_told_parent(w, &next);
	return parent == TC_UNIT_NODE_NONE || parent == node ? node :
		tc_unit_node_link(&w->nodes, node, parent);
}

/* Behind the head at token `at` stands a body, not a place: "Đại học X". */
static bool of_body(const struct tc_unit_walk *w, size_t at)
{
	const unsigned int bodies = TC_UNIT_BODY | TC_UNIT_STATE | TC_UNIT_DEPT;
	size_t after, end;

	return tc_unit_word_at(w->namer.scan, at, TC_UNIT_HEADS, false,
			       &after) &&
	       tc_unit_gap(w, after) == TC_GAP_BLANK &&
	       tc_unit_word_at(w->namer.scan, after, bodies, false, &end);
}

uint32_t tc_unit_list_league(struct tc_unit_walk *w,
			     const struct tc_unit_word *head, size_t after)
{
	struct tc_unit_name next;
	size_t at = tc_unit_past_dash(w, after);

	for (int items = 0; at && items < TAIL_MAX; items++) {
		if (!tc_unit_name_read(&w->namer, at, &next) ||
		    !tc_unit_kind_is(next.kind, "doan-the"))
			break;
		const struct tc_str said = tc_unit_word_print(next.head);
		if (next.bare) {
			at = tc_unit_past_dash(w, next.end);
			continue;
		}
		if (!of_body(w, at) || !tc_str_starts(next.canonical, said))
			break;
		const uint32_t node = tc_unit_node_get(&w->nodes,
			tc_unit_join(w->namer.scan->arena,
				     tc_unit_word_print(head),
				     tc_str_from(next.canonical, said.n + 1)),
			head->kind);
		const uint32_t parent = tc_unit_walk_told_parent(w, &next);
		return parent == TC_UNIT_NODE_NONE || parent == node ? node :
			tc_unit_node_link(&w->nodes, node, parent);
	}
	return TC_UNIT_NODE_NONE;
}

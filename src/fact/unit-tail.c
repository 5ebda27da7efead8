/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What heads of a list share behind the last of them: the area, the owner; and
 * the marks between and before items. */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"
#include "fact/unit-walk.h"

#define ORGAN_TOKENS_MAX 6 /* "Ban Tuyên giáo và Dân vận" */
#define TAIL_MAX 10	/* heads that share one tail */

size_t tc_unit_past_and(const struct tc_unit_walk *w, size_t i)
{
	if (tc_unit_gap(w, i) == TC_GAP_COMMA)
		return i;
	if (tc_unit_gap(w, i) == TC_GAP_BLANK &&
	    tc_str_is(tc_unit_exact(w, i), "và") &&
	    tc_unit_gap(w, i + 1) == TC_GAP_BLANK)
		return i + 1;
	return 0;
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

static size_t past_list_mark(const struct tc_unit_walk *w, size_t i)
{
	enum tc_gap g = tc_unit_gap(w, i);

	if (g == TC_GAP_DASH || g == TC_GAP_TIGHT)
		return i;
	return tc_unit_past_and(w, i);
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
		size_t at = past_list_mark(w, i);
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

/* "Đảng ủy Công an, Quân sự, Biên phòng tỉnh X": each of that area. */
size_t tc_unit_list_arms(struct tc_unit_walk *w,
			 const struct tc_unit_name *name)
{
	struct tc_area area;
	size_t end = name->end, after;

	if (!w->n || w->seen[w->n - 1].first != name->first ||
	    !arms_area(w, &end, &area))
		return name->link;
	struct tc_unit_seen *const first = &w->seen[w->n - 1];
	const bool known = !area.name.n;
	if (known)
		area.name = tc_namer_area_known(&w->namer, area.word);
	const char *const rule = known ? "completed" : "shared-tail";
	first->node = arms_node(w, name->canonical, &area, name->kind);
	first->rule = rule;
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
			arms_node(w, head, &area, arm->kind), 0.8f, rule);
	}
	return end;
}

/* Past ", " or the dash of "Đảng ủy - Ban Giám đốc"; 0: no other follows. */
static size_t past_mark(const struct tc_unit_walk *w, size_t i)
{
	const enum tc_gap gap = tc_unit_gap(w, i);

	return gap == TC_GAP_DASH || gap == TC_GAP_TIGHT ?
		       i : tc_unit_past_and(w, i);
}

/* Past "Ban Giám đốc "; 0 when no board stands at i. */
static size_t past_board(const struct tc_unit_walk *w, size_t i)
{
	static const char *const boards[] = {
		"ban giám đốc", "ban giám hiệu", "ban lãnh đạo",
		"ban tổng giám đốc",
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
	size_t at = past_mark(w, name->end);

	at = at ? past_board(w, at) : 0;
	if (!at || !tc_unit_name_read(&w->namer, at, &next) || next.bare ||
	    !(next.head->cls & bodies) || next.caps != name->caps ||
	    tc_unit_kind_authority(next.kind))
		return TC_UNIT_NODE_NONE;
	const uint32_t node = tc_unit_node_get(&w->nodes,
		tc_unit_join(w->namer.scan->arena,
			     tc_unit_word_print(name->head), next.canonical),
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
	size_t at = past_mark(w, after);

	for (int items = 0; at && items < TAIL_MAX; items++) {
		if (!tc_unit_name_read(&w->namer, at, &next) ||
		    !tc_unit_kind_is(next.kind, "doan-the"))
			break;
		const struct tc_str said = tc_unit_word_print(next.head);
		if (next.bare) {
			at = past_mark(w, next.end);
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

/* The commissions as a list of them has it, the longest first. */
static const struct tc_unit_word commissions[] = {
	TC_UNIT_ROW("tuyên giáo và dân vận", "Ban Tuyên giáo và Dân vận",
		    "organ", ORGAN, NONE),
	TC_UNIT_ROW("tuyên giáo", "Ban Tuyên giáo", "organ", ORGAN, NONE),
	TC_UNIT_ROW("tổ chức", "Ban Tổ chức", "organ", ORGAN, NONE),
	TC_UNIT_ROW("dân vận", "Ban Dân vận", "organ", ORGAN, NONE),
	TC_UNIT_ROW("nội chính", "Ban Nội chính", "organ", ORGAN, NONE),
};

/* "Dân vận Tỉnh ủy" */
static bool read_commission(struct tc_unit_walk *w, size_t at,
			    struct tc_unit_name *out)
{
	struct tc_unit_parts p = { .n = &w->namer, .name = out };

	if (at >= w->namer.scan->tokens.n || !tc_namer_upper(&w->namer, at))
		return false;
	for (size_t k = 0; k < sizeof commissions / sizeof *commissions; k++) {
		p.at = tc_unit_words_past(w->namer.scan, at,
					  commissions[k].words);
		if (!p.at)
			continue;
		tc_unit_name_init(out, &commissions[k]);
		tc_part_begin(&p);
		out->bare = !tc_unit_head_read(&p, out->head);
		out->canonical = tc_arena_str(w->namer.scan->arena,
					      tc_buf_str(&p.text));
		out->first = at;
		out->end = out->link = p.at;
		tc_part_end(&p);
		return true;
	}
	return false;
}

/* The next organ of the list at token `at`, its head said or not. */
static bool next_organ(struct tc_unit_walk *w, const struct tc_unit_name *name,
		       size_t at, struct tc_unit_name *next)
{
	if (!at)
		return false;
	w->namer.limit = w->namer.scan->tokens.n;
	return tc_unit_name_read(&w->namer, at, next) ?
		       next->head->cls == TC_UNIT_ORGAN &&
			       next->caps == name->caps :
		       read_commission(w, at, next);
}

/* Past "Đảng ủy" behind an organ's head, where the next of the list follows it;
 * its form in a name.  `i`, and empty, when it does not stand there. */
static size_t past_own_party(const struct tc_unit_walk *w, size_t i,
			     struct tc_str *party)
{
	size_t after;
	const struct tc_unit_word *const word =
		tc_unit_gap(w, i) == TC_GAP_BLANK ?
			tc_unit_word_at(w->namer.scan, i, TC_UNIT_PARTY, false,
					&after) : NULL;

	*party = tc_str(NULL, 0);
	if (!word || !tc_unit_past_and(w, after) ||
	    !tc_str_is(tc_unit_word_print(word), "Đảng bộ"))
		return i;
	*party = tc_unit_word_dang_uy(word) ? TC_STR(" Đảng ủy") :
					      TC_STR(" Đảng bộ");
	return after;
}

/* " xã X" of "Ban Chấp hành Đảng bộ xã X"; empty where no such place is
 * printed. */
static struct tc_str party_place(const struct tc_unit_name *last)
{
	const struct tc_str words[] = {
		TC_STR(" Đảng ủy"), TC_STR(" Đảng bộ"),
	};
	const struct tc_str tail = tc_str_from(last->canonical,
		tc_unit_word_print(last->head).n);

	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (tc_str_starts(tail, words[k]) && last->own.name.n &&
		    !last->completed)
			return tc_str_from(tail, words[k].n);
	return tc_str(NULL, 0);
}

/* An organ of whom the last of the list serves; `party` may be its own word
 * for that. */
static void add_organ(struct tc_unit_walk *w, const struct tc_unit_word *head,
		      size_t first, size_t end, struct tc_str party,
		      const struct tc_unit_name *last)
{
	const struct tc_str parts[] = {
		tc_unit_word_print(head), party,
		party.n ? party_place(last) :
			  tc_str_from(last->canonical,
				      tc_unit_word_print(last->head).n),
	};

	if (party.n && !parts[2].n)
		return;
	uint32_t node = tc_unit_node_get(&w->nodes,
		tc_arena_join(w->namer.scan->arena, parts, 3), head->kind);
	const uint32_t parent = tc_unit_walk_told_parent(w, last);

	if (parent != TC_UNIT_NODE_NONE)
		node = tc_unit_node_link(&w->nodes, node, parent);
	tc_unit_walk_add(w, first, end, node, 0.8f, "shared-tail");
}

/* "Phó Chánh Văn phòng, Ban Tuyên giáo Tỉnh ủy": the office of that one. */
static bool heads_one(const struct tc_unit_walk *w,
		      const struct tc_unit_name *name)
{
	return tc_unit_gap(w, name->end) == TC_GAP_COMMA && name->first &&
	       tc_str_is(tc_unit_exact(w, name->first - 1), "chánh");
}

/* "Ban Tuyên giáo và Ban Dân vận Tỉnh ủy", "các Ban Tuyên giáo, Dân vận Tỉnh
 * ủy": whom the last of the list serves, the others serve as well; so in "Ban
 * Thường vụ Đảng ủy, Ban Chấp hành Đảng bộ xã X". */
size_t tc_unit_list_organ(struct tc_unit_walk *w,
			  const struct tc_unit_name *name)
{
	struct tc_unit_name items[1 + TAIL_MAX];
	struct tc_str party[1 + TAIL_MAX];
	size_t count = 1, end = past_own_party(w, name->end, party);

	if (heads_one(w, name))
		return name->end;
	items[0] = *name;
	items[0].link = end;
	do {
		struct tc_unit_name *const next = &items[count];
		const size_t at = tc_unit_past_and(w, end);
		if (count > TAIL_MAX || !next_organ(w, name, at, next))
			return name->end;
		party[count] = tc_str(NULL, 0);
		end = next->bare ? past_own_party(w, next->end, &party[count]) :
				   next->end;
		next->link = end;
	} while (items[count++].bare);
	const struct tc_unit_name *const last = &items[count - 1];
	if (!tc_str_starts(last->canonical, tc_unit_word_print(last->head)) ||
	    !tc_unit_kind_is(last->kind, "organ"))
		return name->end;
	for (size_t k = 0; k < count; k++) {
		const bool said = tc_scan_units(w->namer.scan, items[k].first) &
				  TC_UNIT_ORGAN;
		if (k + 1 == count && said)
			break;	/* it is read as any other */
		add_organ(w, items[k].head, items[k].first, items[k].link,
			  party[k], last);
		end = items[k].link;
	}
	return end;
}

const struct tc_unit_word *
tc_unit_list_organ_of(const struct tc_unit_walk *w,
		      const struct tc_unit_name *name)
{
	const struct tc_scan *const s = w->namer.scan;
	const size_t each = name->first - 1;
	size_t after;

	if (!name->first || !tc_unit_word_committee(name->head) ||
	    !tc_str_is(tc_unit_walk_token(w, each)->exact, "các") ||
	    tc_scan_gap(s, each) != TC_GAP_BLANK)
		return NULL;
	const struct tc_unit_word *organ = NULL;
	for (size_t back = 1; back <= ORGAN_TOKENS_MAX && back <= each; back++) {
		/* the longest: "Ủy ban Kiểm tra", not "Ban Kiểm tra" */
		const struct tc_unit_word *const longer = tc_unit_word_at(
			s, each - back, TC_UNIT_ORGAN, false, &after);
		if (!longer || after != each)
			continue;
		/* "Phó Bí thư Thường trực các Huyện ủy" */
		if (tc_unit_words_before(s, each - back, "bí thư"))
			return NULL;
		organ = longer;
	}
	return organ;
}

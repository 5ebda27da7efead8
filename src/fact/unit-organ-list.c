/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lists of the organs of one committee: "Ban Tuyên giáo và Ban Dân vận Tỉnh
 * ủy", "Thường trực Đảng ủy, HĐND, UBND xã X". */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"
#include "fact/unit-walk.h"

#define ORGAN_TOKENS_MAX 6 /* "Ban Tuyên giáo và Dân vận" */
#define ORGANS_MAX 10	/* that share one committee */

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
	if (!word || !tc_unit_past_dash(w, after) ||
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

/* "Thường trực Đảng ủy, HĐND, UBND xã X": the commune's; the token behind its
 * words, name->end when it is none. */
static size_t list_with_authorities(struct tc_unit_walk *w,
				    const struct tc_unit_name *name)
{
	struct tc_arena *const arena = w->namer.scan->arena;
	struct tc_unit_name of = *name;
	struct tc_area area;
	struct tc_str party;
	const char *rule;

	of.end = past_own_party(w, name->end, &party);
	if (!party.n || tc_unit_words_before(w->namer.scan, name->first,
					     "bí thư") ||
	    !tc_unit_list_tail(w, &of, &area, &rule) ||
	    tc_area_rank(w->namer.gazetteer, &area) != 4)
		return name->end;
	if (!area.name.n)
		area.name = w->context.last[area.word];
	if (!area.name.n)
		return name->end;
	const struct tc_str parts[] = {
		tc_unit_word_print(name->head), party, TC_STR(" "),
		tc_area_plain(arena, area),
	};
	const uint32_t node = tc_unit_node_get(&w->nodes,
		tc_arena_join(arena, parts, 4), name->head->kind);
	tc_unit_walk_add(w, name->first, of.end, tc_unit_node_link(&w->nodes,
		node, tc_unit_node_area(&w->nodes, w->namer.gazetteer, area)),
		0.8f, rule);
	return of.end;
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
	struct tc_unit_name items[1 + ORGANS_MAX];
	struct tc_str party[1 + ORGANS_MAX];
	size_t count = 1, end = past_own_party(w, name->end, party);

	if (heads_one(w, name))
		return name->end;
	items[0] = *name;
	items[0].link = end;
	do {
		struct tc_unit_name *const next = &items[count];
		const size_t at = tc_unit_past_and(w, end);
		if (count > ORGANS_MAX || !next_organ(w, name, at, next))
			return count == 1 ? list_with_authorities(w, name) :
					    name->end;
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

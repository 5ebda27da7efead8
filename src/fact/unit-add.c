/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Notes what the walk over a text has read: a name with the unit that it is of,
 * the list that it begins, what it stands for where it is not whole. */
#include "config.h"

#include "fact/unit.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"
#include "fact/unit-walk.h"

#define PREFIX_NODES_MAX 64 /* how far back "Chi bo Trung tam" looks */

void tc_unit_walk_add(struct tc_unit_walk *w, size_t first, size_t end,
		      uint32_t node, float confidence, const char *rule)
{
	if (w->n >= TC_UNIT_MENTIONS_MAX || node == TC_UNIT_NODE_NONE)
		return;
	if (w->n == w->cap)
		w->seen = tc_arena_grow(w->namer.scan->arena, w->seen, w->n,
					&w->cap, sizeof *w->seen);
	w->seen[w->n++] = (struct tc_unit_seen){
		first, end, node, confidence, rule,
	};
}

uint32_t tc_unit_walk_area(struct tc_unit_walk *w,
			   const struct tc_unit_word *head, struct tc_area area)
{
	struct tc_arena *arena = w->namer.scan->arena;

	if (head->cls == TC_UNIT_PARTY || tc_unit_word_committee(head))
		return tc_unit_node_area(&w->nodes, w->namer.gazetteer, area);
	/* "Huyện Đoàn Di Linh" */
	const struct tc_str plain = head->cls == TC_UNIT_LEVEL ?
		area.name : tc_area_plain(arena, area);
	struct tc_str text = tc_unit_join(arena, tc_unit_word_print(head),
					  plain);
	return tc_unit_node_link(
		&w->nodes, tc_unit_node_get(&w->nodes, text, head->kind),
		tc_unit_node_area(&w->nodes, w->namer.gazetteer, area));
}

/* ------------------------------------------------- names of earlier units */

static uint32_t last_of_kind(const struct tc_unit_walk *w,
			     const struct tc_unit_name *name)
{
	if (name->head->cls == TC_UNIT_PARTY)
		return w->last_party;
	if (tc_unit_kind_is(name->kind, "to-dang"))
		return w->last_group;
	return tc_unit_kind_is(name->kind, "chi-bo") ? w->last_cell
						     : TC_UNIT_NODE_NONE;
}

/* "Chi bo" alone means the last full name, when it has its capital and is no
 * activity or quality. */
static void add_anaphora(struct tc_unit_walk *w,
			 const struct tc_unit_name *name)
{
	size_t after;

	if (name->caps || name->own.word != TC_AREA_NONE ||
	    !(tc_unit_walk_token(w, name->first)->flags & TC_TOKEN_UPPER) ||
	    tc_unit_follows(w, name->first, TC_WORD_ACTIVITY) ||
	    (tc_scan_gap(w->namer.scan, name->end) == TC_GAP_BLANK &&
	     tc_unit_word_at(w->namer.scan, name->end,
			     TC_UNIT_GENERIC | TC_UNIT_BLOCK, false, &after)))
		return;
	tc_unit_walk_add(w, name->first, name->end, last_of_kind(w, name), 0.6f,
			 "anaphora");
}

/* The only body among the last nodes whose name begins with the key and a blank;
 * NONE: there is none, or another. */
static uint32_t only_body(const struct tc_unit_walk *w, struct tc_str key,
			  size_t least)
{
	uint32_t found = TC_UNIT_NODE_NONE;

	for (size_t i = w->nodes.n; i-- > least;) {
		const struct tc_unit_node *const n = &w->nodes.v[i];
		if (n->key.n <= key.n || n->key.p[key.n] != ' ' ||
		    !tc_str_starts(n->key, key))
			continue;
		if (found != TC_UNIT_NODE_NONE &&
		    !tc_str_eq(w->nodes.v[found].key, n->key))
			return TC_UNIT_NODE_NONE;
		found = (uint32_t)i;
	}
	return found;
}

/* "Đảng ủy Công ty", of the one company that was named; false: of none. */
static bool add_of_body(struct tc_unit_walk *w, const struct tc_unit_name *name,
			size_t least)
{
	TC_SCOPED_BUF key = { 0 };

	if (!(name->head->cls & (TC_UNIT_PARTY | TC_UNIT_CELL)) ||
	    !name->host.n || !tc_str_ends(name->canonical, name->host))
		return false;
	tc_unit_key_add(name->host, &key);
	const uint32_t body = only_body(w, tc_buf_str(&key), least);
	if (body == TC_UNIT_NODE_NONE)
		return false;
	const struct tc_str parts[] = {
		tc_str(name->canonical.p, name->canonical.n - name->host.n),
		w->nodes.v[body].canonical,
	};
	const uint32_t node = tc_unit_node_get(
		&w->nodes, tc_arena_join(w->namer.scan->arena, parts, 2),
		name->kind);
	tc_unit_walk_add(w, name->first, name->end, node, 0.7f, "short-name");
	return true;
}

/* "Chi bo Trung tam": the last unit whose name begins so; false when none
 * does. */
bool tc_unit_add_short(struct tc_unit_walk *w, const struct tc_unit_name *name)
{
	struct tc_buf *const key = &w->nodes.key;
	size_t least = w->nodes.n > PREFIX_NODES_MAX
			       ? w->nodes.n - PREFIX_NODES_MAX
			       : 0;

	tc_buf_clear(key);
	tc_unit_key_add(name->canonical, key);
	tc_buf_addc(key, ' ');
	for (size_t i = w->nodes.n; i-- > least;)
		if (tc_str_starts(w->nodes.v[i].key, tc_buf_str(key))) {
			tc_unit_walk_add(w, name->first, name->end, (uint32_t)i,
					 0.7f, "short-name");
			return true;
		}
	return add_of_body(w, name, least);
}

/* ---------------------------------------------------------- one name */

static void remember_unit(struct tc_unit_walk *w,
			  const struct tc_unit_name *name, uint32_t node)
{
	if (tc_unit_kind_is(name->kind, "chi-bo"))
		w->last_cell = node;
	else if (tc_unit_kind_is(name->kind, "to-dang"))
		w->last_group = node;
	else if (name->head->cls == TC_UNIT_PARTY && !name->completed)
		w->last_party = node;
	if (tc_unit_kind_is(name->kind, "so"))
		w->last_dept = node;
}

uint32_t tc_unit_walk_node(struct tc_unit_walk *w,
			   const struct tc_unit_name *name)
{
	uint32_t node =
		tc_unit_node_get(&w->nodes, name->canonical, name->kind);
	const uint32_t parent = tc_unit_walk_told_parent(w, name);

	if (parent != TC_UNIT_NODE_NONE && parent != node)
		node = tc_unit_node_link(&w->nodes, node, parent);
	w->nodes.v[node].head = name->head;
	w->nodes.v[node].kind = name->kind;
	w->nodes.v[node].central = name->central;
	if (w->nodes.v[node].own.word == TC_AREA_NONE)
		w->nodes.v[node].own = name->own;
	return node;
}

/* "(ĐHQG-HCM)" behind the same name in full */
static bool gives_short_form(const struct tc_unit_walk *w,
			     const struct tc_unit_name *name, uint32_t node)
{
	if (TC_LIKELY(tc_scan_gap(w->namer.scan, name->first) !=
		      TC_GAP_OPEN) || !w->n)
		return false;
	const struct tc_unit_seen *const before = &w->seen[w->n - 1];
	return before->end == name->first && before->node == node;
}

#define DOCUMENT_TOKENS 12	/* from "05-CT/TW" to who issued it */

/* "Chỉ thị số 05-CT/TW của BCT", "của BBT khóa XI": else the letters are also a
 * ministry's and an editor's. */
static bool is_other_in_letters(const struct tc_unit_walk *w,
				const struct tc_unit_name *name)
{
	const size_t i = name->first;

	if (TC_LIKELY(name->head->words_n != strlen("bct")) ||
	    !tc_unit_kind_is(name->kind, "trung-uong"))
		return false;
	if (!i || !tc_str_is(tc_unit_exact(w, i - 1), "của"))
		return true;
	if (tc_str_is(tc_unit_exact(w, name->end), "khóa"))
		return false;
	for (size_t k = i - 1; k && i - k <= DOCUMENT_TOKENS; k--)
		if (tc_str_is(tc_unit_exact(w, k - 1), "tw"))
			return false;
	return true;
}

/* "các Huyện ủy: A, B", "BTV Tỉnh ủy các tỉnh A, B", "hai chi bộ xóm 2 và xóm
 * 11": what the name says is said of each of a list, which is added; the token
 * behind, 0 when it is the name of one. */
static size_t add_each(struct tc_unit_walk *w, const struct tc_unit_name *name,
		       bool several)
{
	size_t end = name->end;

	if (name->level && name->head->cls & (TC_UNIT_LEVEL | TC_UNIT_STATE)) {
		end = tc_unit_list_areas(w, name, several);
		if (end == name->end &&
		    tc_unit_follows(w, name->first, TC_WORD_SEVERAL))
			return end;
	}
	if (name->head->cls == TC_UNIT_ORGAN &&
	    name->owner_area.word != TC_AREA_NONE &&
	    (name->completed || !name->owner_area.name.n))
		end = tc_unit_list_committees(w, name);
	if (end != name->end)
		return end;
	if (several && tc_unit_list_is_cell(w, name))
		return tc_unit_list_cells(w, name);
	return tc_unit_of_each_area(w, name) ? tc_unit_list_owned(w, name) : 0;
}

/* Behind "các ban xây dựng Đảng" the committee is read, "Thị ủy X". */
static size_t past_organ(const struct tc_unit_walk *w,
			 const struct tc_unit_name *name)
{
	size_t after;

	return name->owner_area.name.n && !name->completed &&
	       tc_unit_word_at(w->namer.scan, name->first, TC_UNIT_ORGAN, false,
			       &after) &&
	       tc_unit_word_at(w->namer.scan, after, TC_UNIT_LEVEL |
			       TC_UNIT_PARTY, false, &(size_t){ 0 }) ?
		       after : name->end;
}

/* "Bí thư chi bộ, trưởng ban công tác mặt trận thôn X": who leads the board, whose
 * name is read, leads the cell of the same place. */
static void add_cell_beside(struct tc_unit_walk *w,
			    const struct tc_unit_name *name, uint32_t board)
{
	const struct tc_str head = TC_STR("Ban Công tác Mặt trận ");
	const struct tc_scan *const s = w->namer.scan;
	size_t i = name->first;

	if (!tc_str_starts(name->canonical, head) ||
	    !tc_unit_words_before(s, i, "trưởng"))
		return;
	i--;
	i -= tc_unit_words_before(s, i, "kiêm");
	if (!tc_unit_words_before(s, i, "bí thư chi bộ"))
		return;
	const uint32_t cell = tc_unit_node_get(
		&w->nodes, tc_unit_join(s->arena, TC_STR("Chi bộ"),
					tc_str_from(name->canonical, head.n)),
		"chi-bo");
	const uint32_t parent = w->nodes.v[board].parent;
	const uint32_t node = parent == TC_UNIT_NODE_NONE ? cell :
		tc_unit_node_link(&w->nodes, cell, parent);
	/* it was taken for the cell that was named before */
	if (w->n > 1 && w->seen[w->n - 2].first == i - 2) {
		w->seen[w->n - 2].node = node;
		w->seen[w->n - 2].rule = "short-name";
		return;
	}
	tc_unit_walk_add(w, i - 2, i, node, 0.7f, "short-name");
}

#define PLACE_OF_PRINT_TOKENS 5	/* "Thành phố Hồ Chí Minh" */

/* "Nxb Chính trị quốc gia, H.2008, tr.61": in a note, where a book was printed,
 * behind which the year stands. */
static bool cites_book(const struct tc_unit_walk *w,
		       const struct tc_unit_name *name)
{
	const size_t i = name->end;

	if (TC_LIKELY(!tc_str_is(tc_unit_word_print(name->head),
				 "Nhà xuất bản")) ||
	    tc_unit_gap(w, i) != TC_GAP_COMMA)
		return false;
	for (size_t k = i + 1; k <= i + PLACE_OF_PRINT_TOKENS &&
			       k < w->namer.scan->tokens.n; k++)
		if (tc_unit_walk_token(w, k)->flags & TC_TOKEN_DIGIT)
			return tc_unit_walk_token(w, k)->len == 4;
	return false;
}

/* "Đảng bộ phường An L...", "Trường Tiểu học Kim Đ…": cut within a syllable. */
static bool is_cut(const struct tc_unit_walk *w, size_t end)
{
	const struct tc_scan *const s = w->namer.scan;
	const struct tc_token *const t = &s->tokens.v[end - 1];
	const struct tc_str rest = tc_str_from(s->text, tc_token_end(t));

	return TC_UNLIKELY(tc_str_starts(rest, TC_STR("...")) ||
			   tc_str_starts(rest, TC_STR("…"))) &&
	       !(t->flags & (TC_TOKEN_SYLLABLE | TC_TOKEN_DIGIT)) &&
	       (t->exact.n <= 2 || !(t->flags & TC_TOKEN_CAPS));
}

size_t tc_unit_add_full(struct tc_unit_walk *w, struct tc_unit_name *name)
{
	const bool several = tc_unit_several(w, name->first);

	const bool many = tc_unit_of_many(w, name, several);
	if (many && name->head->cls == TC_UNIT_ORGAN)
		return past_organ(w, name);
	if (many && !(name->head->cls & (TC_UNIT_LEVEL | TC_UNIT_STATE))) {
		const size_t end = tc_unit_list_offices(w, name);
		return end == name->end && name->own.word == TC_AREA_NONE ?
			       tc_unit_list_owned(w, name) : end;
	}
	const size_t each = add_each(w, name, several);
	if (each || many)
		return each ? each : name->end;
	if (is_other_in_letters(w, name) || cites_book(w, name) ||
	    is_cut(w, name->end))
		return name->end;
	const uint32_t node = tc_unit_walk_node(w, name);
	if (gives_short_form(w, name, node))
		return name->end;
	tc_unit_walk_add(w, name->first, name->end, node,
			 name->caps || name->completed ? 0.8f : 0.9f,
			 name->level	   ? "bare-level" :
			 name->completed ? "completed" : "full-name");
	if (TC_UNLIKELY(tc_unit_kind_is(name->kind, "mat-tran")))
		add_cell_beside(w, name, node);
	tc_unit_alias_define(w, name);
	tc_unit_walk_close_link(w, name, node);
	remember_unit(w, name, node);
	size_t end = tc_unit_list_rest(w, name, several);
	if (end == name->link)
		end = tc_unit_list_roll(w, name);
	tc_unit_walk_open_link(w, node, end == name->link ? name->link : end);
	return end;
}

/* "UBKT các cấp", "UBKT cấp tỉnh", "UBKT đảng ủy cơ sở" */
static bool of_others(const struct tc_unit_walk *w,
		      const struct tc_unit_name *name)
{
	const unsigned int owners =
		TC_UNIT_PLURAL | TC_UNIT_PARTY | TC_UNIT_LEVEL;
	const struct tc_scan *s = w->namer.scan;
	size_t after;

	return tc_scan_gap(s, name->end) == TC_GAP_BLANK &&
	       (tc_str_is(s->tokens.v[name->end].exact, "cấp") ||
		tc_unit_word_at(s, name->end, owners, false, &after));
}

/* "Hội LHPN Việt Nam" before "Hội LHPN tỉnh X": none of the province's */
static bool of_country(const struct tc_unit_name *name)
{
	const struct tc_unit_word *const w = name->head;

	return tc_unit_kind_is(w->kind, "doan-the") &&
	       tc_str_ends(tc_str(w->words, w->words_n), TC_STR("việt nam"));
}

/* "các xã A, B", ": Sở A, Sở B" behind a head alone; the token behind the
 * list, name->end when there is none. */
static size_t add_bare_list(struct tc_unit_walk *w,
			    const struct tc_unit_name *name)
{
	const unsigned int listed = TC_UNIT_PARTY | TC_UNIT_STATE;
	const bool several = tc_unit_several(w, name->first);
	size_t end = name->end;

	if (name->head->cls & (listed | TC_UNIT_LEVEL))
		end = tc_unit_list_areas(w, name, several);
	if (!(name->head->cls & (TC_UNIT_CELL | TC_UNIT_PARTY)))
		return end;
	if (end == name->end)
		end = tc_unit_list_plural(w, name);
	return several ? tc_unit_list_colon(w, name, end) : end;
}

/* Mention `above` fills the line before token i; the pass that reads capitals
 * comes behind the other's mentions. */
static bool is_line_above(const struct tc_unit_walk *w,
			  const struct tc_unit_seen *above, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;

	if (above->end > i)
		return false;
	const uint32_t from = s->tokens.v[above->first].off;
	const char *const end = s->text.p + s->tokens.v[i].off;
	const char *const line = memchr(s->text.p + from, '\n',
					s->tokens.v[i].off - from);

	return tc_scan_begins_line(s, above->first) && line &&
	       !memchr(line + 1, '\n', (size_t)(end - line - 1));
}

/* "Huyện ủy X", "Đảng ủy xã Y" of the node; empty when it was not read as that. */
static struct tc_str committee_name(const struct tc_unit_walk *w, uint32_t node)
{
	const struct tc_unit_node *const n = &w->nodes.v[node];
	const struct tc_str organisation = TC_STR("Đảng bộ ");
	struct tc_arena *const arena = w->namer.scan->arena;

	if (!n->head)
		return tc_str(NULL, 0);
	if (tc_unit_word_committee(n->head) && n->own.name.n)
		return tc_unit_join(arena, tc_unit_word_print(n->head),
				    n->own.name);
	if (tc_unit_word_dang_uy(n->head) &&
	    tc_str_starts(n->canonical, organisation))
		return tc_unit_join(arena, TC_STR("Đảng ủy"),
				    tc_str_from(n->canonical, organisation.n));
	return tc_str(NULL, 0);
}

/* "HUYỆN ỦY X", and "BAN TỔ CHỨC" on the line below: a document's head.  False:
 * it is none. */
static bool add_below_committee(struct tc_unit_walk *w,
				const struct tc_unit_name *name)
{
	const struct tc_scan *const s = w->namer.scan;
	const struct tc_unit_seen *const above = w->n ? &w->seen[w->n - 1] : NULL;

	if (!above || !tc_unit_fills_line(s, name->first, name->end) ||
	    !is_line_above(w, above, name->first))
		return false;
	const struct tc_str committee = committee_name(w, above->node);
	if (!committee.n)
		return false;
	const uint32_t organ = tc_unit_node_get(
		&w->nodes, tc_unit_join(s->arena, tc_unit_word_print(name->head),
					committee), "organ");
	tc_unit_walk_add(w, name->first, name->end,
			 tc_unit_node_link(&w->nodes, organ, above->node), 0.8f,
			 "completed");
	return true;
}

size_t tc_unit_add_bare(struct tc_unit_walk *w, struct tc_unit_name *name)
{
	const unsigned int listed = TC_UNIT_PARTY | TC_UNIT_STATE;
	struct tc_area area;
	const char *rule;

	if (name->head->cls == TC_UNIT_ORGAN) {
		size_t end = tc_unit_list_owned(w, name);
		const bool several = tc_unit_several(w, name->first);
		if (tc_unit_kind_is(name->kind, "trung-tam"))
			return end;
		/* "các Ban xây dựng Đảng": the organs of a committee */
		if (end == name->end &&
		    !(several && tc_unit_word_is(name->head,
						 "ban xây dựng đảng")))
			end = tc_unit_list_organ(w, name);
		if (end == name->end && !several &&
		    add_below_committee(w, name))
			return end;
		/* "UBKT" alone is short for an earlier one */
		if (end == name->end && !several &&
		    !strchr(name->head->words, ' ') && !of_others(w, name))
			tc_unit_add_short(w, name);
		return end;
	}
	const size_t list = add_bare_list(w, name);
	if (list != name->end)
		return list;
	uint32_t other = TC_UNIT_NODE_NONE;
	if (name->head->cls & (TC_UNIT_PARTY | TC_UNIT_CELL)) {
		if (name->head->cls == TC_UNIT_PARTY)
			other = tc_unit_list_armed(w, name);
		if (other == TC_UNIT_NODE_NONE)
			other = tc_unit_list_board(w, name);
	} else if (tc_unit_kind_is(name->kind, "doan-the")) {
		other = tc_unit_list_league(w, name->head, name->end);
	}
	if (other != TC_UNIT_NODE_NONE) {
		tc_unit_walk_add(w, name->first, name->end, other, 0.8f,
				 "shared-tail");
	} else if (name->head->cls & listed && !of_country(name) &&
	    tc_unit_list_tail(w, name, &area, &rule)) {
		if (!area.name.n) {
			area.name = w->context.last[area.word];
			rule = "bare-level";
		}
		if (area.name.n)
			tc_unit_walk_add(w, name->first, name->end,
					 tc_unit_walk_area(w, name->head, area),
					 0.8f, rule);
	} else if (!tc_unit_several(w, name->first)) {
		add_anaphora(w, name);
	}
	return name->end;
}

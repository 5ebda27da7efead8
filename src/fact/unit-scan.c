/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"

#define LINE_TOKENS_MIN 5 /* "Chi bộ Trạm Y tế", but not "Chi bộ Trường" */
#define PERSON_SYLLABLES_MAX 5 /* "Nguyễn Thị Minh Khai" */
#define PREFIX_NODES_MAX 64 /* how far back "Chi bo Trung tam" looks */

static size_t token_count(const struct tc_unit_walk *w)
{
	return w->namer.scan->tokens.n;
}

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

/* "Chi bo Trung tam": the last unit whose name begins so; false when none
 * does. */
static bool add_short(struct tc_unit_walk *w, const struct tc_unit_name *name)
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
	return false;
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

static size_t add_full(struct tc_unit_walk *w, struct tc_unit_name *name)
{
	const bool several = tc_unit_several(w, name->first);

	const bool many = tc_unit_of_many(w, name, several);
	if (many && name->head->cls == TC_UNIT_ORGAN)
		return past_organ(w, name);
	if (many && !(name->head->cls & (TC_UNIT_LEVEL | TC_UNIT_STATE)))
		return tc_unit_list_offices(w, name);
	const size_t each = add_each(w, name, several);
	if (each || many)
		return each ? each : name->end;
	if (is_other_in_letters(w, name))
		return name->end;
	const uint32_t node = tc_unit_walk_node(w, name);
	if (gives_short_form(w, name, node))
		return name->end;
	tc_unit_walk_add(w, name->first, name->end, node,
			 name->caps || name->completed ? 0.8f : 0.9f,
			 name->level	   ? "bare-level" :
			 name->completed ? "completed" : "full-name");
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

static size_t add_bare(struct tc_unit_walk *w, struct tc_unit_name *name)
{
	const unsigned int listed = TC_UNIT_PARTY | TC_UNIT_STATE;
	struct tc_area area;
	const char *rule;

	if (name->head->cls == TC_UNIT_ORGAN) {
		size_t end = tc_unit_list_owned(w, name);
		const bool several = tc_unit_several(w, name->first);
		/* "các Ban xây dựng Đảng": the organs of a committee */
		if (end == name->end &&
		    !(several && tc_unit_word_is(name->head,
						 "ban xây dựng đảng")))
			end = tc_unit_list_organ(w, name);
		/* "UBKT" alone is short for an earlier one */
		if (end == name->end && !several &&
		    !strchr(name->head->words, ' ') && !of_others(w, name))
			add_short(w, name);
		return end;
	}
	const size_t list = add_bare_list(w, name);
	if (list != name->end)
		return list;
	uint32_t other = TC_UNIT_NODE_NONE;
	if (name->head->cls == TC_UNIT_PARTY) {
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
		return add_bare(w, &name);
	}
	if (name.bare)
		return add_bare(w, &name);
	if (name.caps && name.free && tc_unit_node_find(&w->nodes,
			name.canonical) == TC_UNIT_NODE_NONE)
		return name.end; /* "CHI BỘ THU HOẠCH": the text has no such */
	if (name.open && (add_short(w, &name) ||
			  !(name.function || fills_line(w, &name))))
		return tc_unit_list_owned(w, &name);
	return add_full(w, &name);
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
	static const struct {
		const char *kind;
		enum tc_area_word word;
	} words[] = {
		{ "huyen", TC_AREA_HUYEN }, { "quan", TC_AREA_QUAN },
		{ "thi-xa", TC_AREA_THI_XA },
		{ "thanh-pho-tinh", TC_AREA_THANH_PHO },
	};

	for (size_t i = 0; i < seat.n; i++)
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			if (strcmp(seat.v[i].kind, words[k].kind) == 0)
				c->seat[words[k].word] = seat.v[i].name;
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

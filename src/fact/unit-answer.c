/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit.h"

#include "fact/unit-clause.h"
#include "fact/unit-walk.h"

#include <stdlib.h>

static int seen_cmp(const void *a, const void *b)
{
	const struct tc_unit_seen *x = a, *y = b;

	return (x->first > y->first) - (x->first < y->first);
}

/* They are, but for what the second pass added. */
static bool in_order(const struct tc_unit_walk *w)
{
	for (size_t i = 1; i < w->n; i++)
		if (w->seen[i - 1].first > w->seen[i].first)
			return false;
	return true;
}

static void add_parent(struct tc_unit *u, struct tc_str name)
{
	if (u->parent_count == TC_UNIT_PARENTS_MAX || !name.n)
		return;
	u->parents[u->parent_count++] = name;
}

/* What a province's name stands behind. */
#define HEAD_BYTES 7	/* the first word of each, and a blank */
#define ROW(words, kind) { { words, sizeof words - 1 }, kind }
static const struct {
	struct tc_str words;
	const char *kind;
} before_provinces[] = {
	ROW("tỉnh ", "tinh"), ROW("Tỉnh ủy ", "tinh"),
	ROW("Tỉnh Đoàn ", "tinh"), ROW("thành phố ", "thanh-pho"),
	ROW("Thành ủy ", "thanh-pho"), ROW("Thành Đoàn ", "thanh-pho"),
};
#undef ROW
#define BEFORE_PROVINCES (sizeof before_provinces / sizeof *before_provinces)

/* "tỉnh " or "thành " ends at p, or few other words; 4 bytes are read. */
static inline bool is_behind_head(const char *p)
{
	return (memcmp(p - 4, &"ỉnh "[2], 4) == 0) |
	       (memcmp(p - 4, &"ành "[1], 4) == 0);
}

/* Where in the name each of them ends first; 0: nowhere.  Whether any does. */
static bool find_before(struct tc_str name, size_t ends[BEFORE_PROVINCES])
{
	const char *const end = tc_str_end(name);
	bool any = false;

	for (const char *p = name.p + HEAD_BYTES; p < end; p++) {
		if (TC_LIKELY(!is_behind_head(p)))
			continue;
		const size_t from = (size_t)(p - name.p) - HEAD_BYTES;
		for (size_t i = 0; i < BEFORE_PROVINCES; i++) {
			const struct tc_str words = before_provinces[i].words;
			if (ends[i] ||
			    !tc_str_starts(tc_str_from(name, from), words))
				continue;
			ends[i] = from + words.n;
			any = true;
		}
	}
	return any;
}

/* The province that a name ends in: "Đảng bộ tỉnh Bình Thuận", "Tỉnh Đoàn
 * Bình Thuận"; NULL when it names none. */
static const struct tc_place *province_of(struct tc_unit_walk *w,
					  struct tc_str name)
{
	size_t ends[BEFORE_PROVINCES] = { 0 };
	struct tc_buf *const key = &w->nodes.key;

	if (!find_before(name, ends))
		return NULL;
	for (size_t i = 0; i < BEFORE_PROVINCES; i++) {
		if (!ends[i])
			continue;
		tc_buf_clear(key);
		tc_unit_key_add(tc_str_from(name, ends[i]), key);
		const struct tc_place *p =
			tc_gazetteer_behind(w->namer.gazetteer,
					    tc_buf_str(key),
					    before_provinces[i].kind);
		if (p)
			return p;
	}
	return NULL;
}

/* What the site puts on top of a unit of the Party or of another; the same for
 * all of them. */
static const struct tc_unit_top *top_of(struct tc_unit_walk *w, bool party)
{
	const struct tc_place *site = w->context.site;
	struct tc_unit_top *top = &w->tops[party];

	if (top->name.n)
		return top;
	struct tc_area area = { tc_place_word(site), site->name };
	if (w->context.headline)
		area = (struct tc_area){ TC_AREA_TINH, w->context.province };
	struct tc_arena *arena = w->namer.scan->arena;
	top->name = party ? tc_area_party(arena, area)
			  : tc_area_plain(arena, area);
	top->place = province_of(w, top->name);
	return top;
}

/* Above the last node: the site's province, and the centre.  The place of the
 * former, NULL where it does not stand there. */
static const struct tc_place *add_top(struct tc_unit_walk *w, struct tc_unit *u,
				      bool party, int top, bool central)
{
	const struct tc_place *place = NULL;

	if (central)
		return NULL;
	if (w->context.site && top > 2) {
		const struct tc_unit_top *site = top_of(w, party);
		if (u->parent_count < TC_UNIT_PARENTS_MAX)
			place = site->place;
		add_parent(u, site->name);
		top = 2;
	}
	if (party && top == 2)
		add_parent(u, TC_STR("Trung ương"));
	return place;
}

/* The nodes that gave the parents, the first of them all the unit's own, and
 * the province that the site put on top. */
struct above {
	uint32_t nodes[TC_UNIT_PARENTS_MAX + 1];
	size_t n;
	const struct tc_place *top;
};

/* What acts for a committee of which no more than the level is known is its
 * organisation's: "Ban Thường vụ Tỉnh ủy". */
static void add_level(struct tc_unit *u)
{
	static const struct {
		struct tc_str committee, organisation;
	} levels[] = {
		{ TC_STR("Tỉnh ủy"), TC_STR("Đảng bộ tỉnh") },
		{ TC_STR("Thành ủy"), TC_STR("Đảng bộ thành phố") },
		{ TC_STR("Huyện ủy"), TC_STR("Đảng bộ huyện") },
		{ TC_STR("Quận ủy"), TC_STR("Đảng bộ quận") },
		{ TC_STR("Thị ủy"), TC_STR("Đảng bộ thị xã") },
	};

	const size_t acting = tc_unit_past_acting(u->canonical);
	const struct tc_str whose = tc_str_from(u->canonical, acting);

	for (size_t i = 0; acting && i < sizeof levels / sizeof *levels; i++)
		if (tc_str_eq(whose, levels[i].committee) ||
		    tc_str_eq(whose, levels[i].organisation))
			add_parent(u, levels[i].organisation);
}

static void fill_parents(struct tc_unit_walk *w, struct tc_unit *u,
			 uint32_t node, struct above *above)
{
	bool party = tc_unit_kind_party(u->kind) ||
		     tc_unit_kind_is(u->kind, "organ") ||
		     tc_str_starts(u->canonical, TC_STR("Đảng bộ "));
	bool central = w->nodes.v[node].central;
	int top = tc_unit_kind_is(u->kind, "dang-bo-tinh") ? 2 : 9;

	u->parents = tc_arena_room(w->namer.scan->arena,
				   TC_UNIT_PARENTS_MAX * sizeof *u->parents);
	above->nodes[0] = node;
	above->n = 1;
	node = w->nodes.v[node].parent;
	if (node == TC_UNIT_NODE_NONE && tc_unit_kind_is(u->kind, "organ"))
		add_level(u);
	for (int i = 0; i < TC_UNIT_PARENTS_MAX && node != TC_UNIT_NODE_NONE;
	     i++) {
		const struct tc_unit_node *p = &w->nodes.v[node];
		bool plain = p->plain.n && !party;
		/* "UBND xã Sơn Tân" says its area itself */
		if (!plain || !tc_str_ends(u->canonical, p->plain)) {
			add_parent(u, plain ? p->plain : p->canonical);
			above->nodes[above->n++] = node;
		}
		central |= p->central || tc_unit_kind_is(p->kind, "trung-uong");
		if (p->plain.n)
			top = tc_area_rank(w->namer.gazetteer, &p->own);
		node = p->parent;
	}
	above->top = add_top(w, u, party, top, central);
}

/* The same of a node, looked for once.  An area's own name ends as that of
 * its organisation does. */
static const struct tc_place *place_of(struct tc_unit_walk *w, uint32_t node)
{
	struct tc_unit_node *n = &w->nodes.v[node];

	if (!n->placed) {
		n->place = province_of(w, n->canonical);
		n->placed = true;
	}
	return n->place;
}

/* The province of the unit or of what is above it. */
static const struct tc_place *place_above(struct tc_unit_walk *w,
					  const struct above *above)
{
	const struct tc_place *p = NULL;

	for (size_t i = 0; !p && i < above->n; i++)
		p = place_of(w, above->nodes[i]);
	return p ? p : above->top;
}

/* What a merger made of the unit's province, or its becoming a city; empty when
 * it has none or is the same today. */
static struct tc_str today_of(struct tc_unit_walk *w, const struct tc_place *p)
{
	if (!p || !p->into.n)
		return tc_str(NULL, 0);
	const struct tc_place *into = tc_gazetteer_into(w->namer.gazetteer, p);
	if (tc_str_eq(p->into, p->name) && (!into || into->kind == p->kind))
		return tc_str(NULL, 0);
	struct tc_area area = { into ? tc_place_word(into) : TC_AREA_TINH,
				p->into };
	return tc_area_party(w->namer.scan->arena, area);
}

/* Once for a node: its mentions share it. */
static void fill_above(struct tc_unit_walk *w, uint32_t node,
		       struct tc_unit *u)
{
	struct tc_unit_node *n = &w->nodes.v[node];
	struct above above;

	if (n->answered) {
		u->parents = n->parents;
		u->parent_count = n->parent_count;
		u->today = n->today;
		return;
	}
	fill_parents(w, u, node, &above);
	const struct tc_str today = today_of(w, place_above(w, &above));
	n->parents = u->parents;
	n->parent_count = u->parent_count;
	n->today = today;
	u->today = today;
	n->answered = true;
}

/* u is all zero. */
static void put_unit(struct tc_unit_walk *w, const struct tc_unit_seen *s,
		     bool subject, struct tc_unit *u)
{
	const struct tc_unit_node *node = &w->nodes.v[s->node];
	const struct tc_token *last = tc_unit_walk_token(w, s->end - 1);

	u->start = tc_unit_walk_token(w, s->first)->off;
	u->end = tc_token_end(last);
	u->canonical = node->canonical;
	u->kind = node->kind;
	u->role = subject ? TC_UNIT_SUBJECT : TC_UNIT_MENTION;
	u->confidence = s->confidence;
	u->rule = s->rule;
	u->printed = tc_str(w->namer.scan->text.p + u->start,
			    u->end - u->start);
	fill_above(w, s->node, u);
}

void tc_unit_walk_put(struct tc_unit_walk *w, struct tc_unit_list *out)
{
	size_t kept = 0;

	if (!w->n)
		return;
	if (!in_order(w))
		qsort(w->seen, w->n, sizeof *w->seen, seen_cmp);
	for (size_t i = 0; i < w->n; i++)
		if (!kept || w->seen[i].first >= w->seen[kept - 1].end)
			w->seen[kept++] = w->seen[i];
	w->n = kept;
	const size_t title_end = tc_scan_token_at(w->namer.scan,
						  w->namer.scan->title_len);
	w->title_end = tc_unit_headline_end(w, title_end);
	w->title_from = w->title_end == title_end ? 0 : title_end;
	size_t subject = tc_unit_subject(w);
	out->v = tc_arena_alloc(w->namer.scan->arena, w->n * sizeof *out->v);
	out->n = out->cap = w->n;
	for (size_t i = 0; i < w->n; i++)
		put_unit(w, &w->seen[i], i == subject, &out->v[i]);
}

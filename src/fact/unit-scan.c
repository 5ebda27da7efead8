/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit.h"

#include "fact/unit-walk.h"

#include <stdlib.h>

#define REMARK_MAX 8	/* tokens in brackets before "truc thuoc" */
#define PREFIX_NODES_MAX 64	/* how far back "Chi bo Trung tam" looks */

static const struct tc_token *token(const struct tc_unit_walk *w, size_t i)
{
	return &w->namer.scan->tokens.v[i];
}

static size_t token_count(const struct tc_unit_walk *w)
{
	return w->namer.scan->tokens.n;
}

void tc_unit_walk_add(struct tc_unit_walk *w, size_t first, size_t end,
		      uint32_t node, float confidence, const char *rule)
{
	if (w->n >= TC_UNIT_MENTIONS_MAX || node == TC_UNIT_NODE_NONE)
		return;
	w->seen = tc_grow(w->seen, w->n, &w->cap, sizeof *w->seen);
	w->seen[w->n++] = (struct tc_unit_seen){
		first, end, node, confidence, rule,
	};
}

uint32_t tc_unit_walk_area(struct tc_unit_walk *w,
			   const struct tc_unit_word *head,
			   struct tc_area area)
{
	struct tc_arena *arena = w->namer.scan->arena;

	if (head->cls == TC_UNIT_PARTY)
		return tc_unit_node_area(&w->nodes, w->namer.gazetteer, area);
	struct tc_str plain = tc_area_plain(arena, area);
	struct tc_str text = tc_arena_printf(arena, "%s %.*s",
					     tc_unit_word_print(head),
					     TC_ARG(plain));
	return tc_unit_node_link(&w->nodes,
		tc_unit_node_get(&w->nodes, text, head->kind),
		tc_unit_node_area(&w->nodes, w->namer.gazetteer, area));
}

/* ----------------------------------------------------------- parents */

uint32_t tc_unit_walk_chain(struct tc_unit_walk *w, const struct tc_area *up,
			    size_t count)
{
	uint32_t below = TC_UNIT_NODE_NONE;

	for (size_t i = count; i-- > 0;) {
		uint32_t node = tc_unit_node_area(&w->nodes,
						  w->namer.gazetteer, up[i]);
		if (below != TC_UNIT_NODE_NONE)
			node = tc_unit_node_link(&w->nodes, node, below);
		below = node;
	}
	return below;
}

static uint32_t host_node(struct tc_unit_walk *w,
			  const struct tc_unit_name *name)
{
	uint32_t host = tc_unit_node_get(&w->nodes, name->host,
					 name->host_kind);

	if (strcmp(name->host_kind, "so") == 0)
		w->last_dept = host;
	return host;
}

/* "Van phong So, Thanh tra So va Phong Quan ly Cong nghiep": the last
 * department, for those that say so and for what stands beside them. */
static uint32_t dept_parent(const struct tc_unit_walk *w,
			    const struct tc_unit_name *name)
{
	const struct tc_unit_seen *before = w->n ? &w->seen[w->n - 1] : NULL;

	if (name->head->cls == TC_UNIT_FIXED)
		return w->last_dept;
	if (before && before->end <= name->first &&
	    name->first - before->end <= 1 &&
	    w->nodes.v[before->node].parent == w->last_dept)
		return w->last_dept;
	return TC_UNIT_NODE_NONE;
}

/* "Dang bo Chinh phu", "Quan uy Trung uong": directly under the centre. */
static bool below_centre(const struct tc_unit_name *name)
{
	return tc_str_starts(name->canonical, TC_STR("Đảng bộ ")) ||
	       tc_str_starts(name->canonical, TC_STR("Quân ủy "));
}

/* The parent that the name itself tells. */
static uint32_t told_parent(struct tc_unit_walk *w,
			    const struct tc_unit_name *name)
{
	const struct tc_gazetteer *g = w->namer.gazetteer;
	bool cell = tc_unit_kind_rank(name->kind) >= 5 &&
		    tc_unit_kind_party(name->kind);
	bool inside = name->host.n ||
		      strncmp(name->kind, "dang-bo-khoi", 12) == 0;
	uint32_t host = name->host.n ? host_node(w, name) : TC_UNIT_NODE_NONE;
	uint32_t own = TC_UNIT_NODE_NONE;

	if (name->own.name.n)
		own = tc_unit_node_area(&w->nodes, g, name->own);
	if (name->up_count)
		return tc_unit_walk_chain(w, name->up, name->up_count);
	if (name->owner_area.name.n)
		return tc_unit_node_area(&w->nodes, g, name->owner_area);
	if (name->owner.n)
		return tc_unit_node_get(&w->nodes, name->owner, "trung-uong");
	if (cell && host != TC_UNIT_NODE_NONE &&
	    tc_area_rank(g, name->own) != 4) {
		if (own != TC_UNIT_NODE_NONE)
			tc_unit_node_link(&w->nodes, host, own);
		return host;
	}
	if (own != TC_UNIT_NODE_NONE &&
	    (cell || inside || !tc_unit_kind_party(name->kind)))
		return own;
	if (name->head->cls == TC_UNIT_FIXED && below_centre(name))
		return tc_unit_node_get(&w->nodes, TC_STR("Trung ương"),
					"trung-uong");
	return strcmp(name->kind, "phong") == 0 ? dept_parent(w, name)
						: TC_UNIT_NODE_NONE;
}

/* A parent in words outweighs the body that the cell is in. */
static uint32_t link_said(struct tc_unit_walk *w, uint32_t child,
			  uint32_t parent)
{
	struct tc_unit_node *node = &w->nodes.v[child];

	if (node->parent != TC_UNIT_NODE_NONE && node->parent != parent &&
	    !tc_unit_kind_party(w->nodes.v[node->parent].kind))
		node->parent = TC_UNIT_NODE_NONE;
	return tc_unit_node_link(&w->nodes, child, parent);
}

static void close_link(struct tc_unit_walk *w,
		       const struct tc_unit_name *name, uint32_t parent)
{
	if (w->open.child == TC_UNIT_NODE_NONE || w->open.at != name->first)
		return;
	int small = tc_unit_kind_rank(w->nodes.v[w->open.child].kind);
	int large = tc_unit_kind_rank(name->kind);
	bool fits = large < small && small < 9 &&
		    (!w->open.comma || small >= 5);
	if (!fits && !(w->open.said && (large < small || small == 9)))
		return;
	uint32_t child = link_said(w, w->open.child, parent);
	for (size_t i = w->n; i-- > 0;)
		if (w->seen[i].node == w->open.child) {
			w->seen[i].node = child;
			break;
		}
}

/* Past "(khoa lam sang)" when the parent is said behind it; `at` itself when
 * not. */
static size_t past_remark(const struct tc_unit_walk *w, size_t at)
{
	size_t after;

	if (tc_unit_gap(w->namer.scan, at) != TC_GAP_OPEN)
		return at;
	for (size_t i = at + 1; i < at + REMARK_MAX; i++)
		if (tc_unit_gap(w->namer.scan, i) == TC_GAP_CLOSE)
			return tc_unit_word_at(w->namer.scan, i, TC_UNIT_LINK,
					       false, &after) ? i : at;
	return at;
}

static void open_link(struct tc_unit_walk *w, uint32_t child, size_t at)
{
	size_t after;

	at = past_remark(w, at);
	enum tc_gap gap = tc_unit_gap(w->namer.scan, at);

	w->open.child = TC_UNIT_NODE_NONE;
	if (gap != TC_GAP_BLANK && gap != TC_GAP_COMMA && gap != TC_GAP_OPEN &&
	    gap != TC_GAP_CLOSE)
		return;
	w->open.child = child;
	w->open.comma = gap == TC_GAP_COMMA;
	w->open.said = tc_unit_word_at(w->namer.scan, at, TC_UNIT_LINK, false,
				       &after) != NULL;
	w->open.at = w->open.said ? after : at;
}

/* ------------------------------------------------- names of earlier units */

static bool word_before(const struct tc_unit_walk *w, size_t i,
			const char *const *list, size_t count)
{
	if (i == 0 || tc_unit_gap(w->namer.scan, i) != TC_GAP_BLANK)
		return false;
	for (size_t k = 0; k < count; k++)
		if (tc_str_is(token(w, i - 1)->exact, list[k]))
			return true;
	return false;
}

static bool is_plural(const struct tc_unit_walk *w, size_t i)
{
	static const char *const markers[] = {
		"các", "những", "mỗi", "từng", "mọi", "nhiều", "hai", "ba",
		"bốn", "sáu", "bảy", "tám", "chín", "mười", "số", "hình",
	};
	const uint32_t letters = TC_TOKEN_MARKED | TC_TOKEN_UPPER;

	if (word_before(w, i, markers, sizeof markers / sizeof *markers))
		return true;
	return i > 0 && tc_unit_gap(w->namer.scan, i) == TC_GAP_BLANK &&
	       token(w, i - 1)->flags & TC_TOKEN_DIGIT &&
	       !(token(w, i - 1)->flags & letters) &&
	       token(w, i - 1)->len <= 3;
}

static bool is_activity(const struct tc_unit_walk *w, size_t i)
{
	static const char *const ends[] = {
		"hoạt", "hội", "họp", "loại", "hình", "xuất",
	};

	return word_before(w, i, ends, sizeof ends / sizeof *ends);
}

static uint32_t last_of_kind(const struct tc_unit_walk *w,
			     const struct tc_unit_name *name)
{
	if (name->head->cls == TC_UNIT_PARTY)
		return w->last_party;
	if (name->head->cls != TC_UNIT_CELL)
		return TC_UNIT_NODE_NONE;
	return strcmp(name->kind, "to-dang") == 0 ? w->last_group
						  : w->last_cell;
}

/* "Chi bo" alone means the last full name, when it has its capital and is no
 * activity or quality. */
static void add_anaphora(struct tc_unit_walk *w,
			 const struct tc_unit_name *name)
{
	size_t after;

	if (name->caps || name->own.word != TC_AREA_NONE ||
	    !(token(w, name->first)->flags & TC_TOKEN_UPPER) ||
	    is_activity(w, name->first) ||
	    (tc_unit_gap(w->namer.scan, name->end) == TC_GAP_BLANK &&
	     tc_unit_word_at(w->namer.scan, name->end, TC_UNIT_GENERIC, false,
			     &after)))
		return;
	tc_unit_walk_add(w, name->first, name->end, last_of_kind(w, name),
			 0.6f, "anaphora");
}

/* "Chi bo Trung tam": the last unit whose name begins so. */
static void add_short(struct tc_unit_walk *w, const struct tc_unit_name *name)
{
	TC_SCOPED_BUF key = { 0 };
	size_t least = w->nodes.n > PREFIX_NODES_MAX
		? w->nodes.n - PREFIX_NODES_MAX : 0;

	tc_arena_clear(&w->nodes.scratch);
	tc_unit_key_add(name->canonical, &w->nodes.scratch, &key);
	tc_buf_addc(&key, ' ');
	for (size_t i = w->nodes.n; i-- > least;)
		if (tc_str_starts(w->nodes.v[i].key, tc_buf_str(&key))) {
			tc_unit_walk_add(w, name->first, name->end,
					 (uint32_t)i, 0.7f, "short-name");
			return;
		}
}

/* ---------------------------------------------------------- one name */

static void remember_unit(struct tc_unit_walk *w,
			  const struct tc_unit_name *name, uint32_t node)
{
	if (strcmp(name->kind, "chi-bo") == 0)
		w->last_cell = node;
	else if (strcmp(name->kind, "to-dang") == 0)
		w->last_group = node;
	else if (name->head->cls == TC_UNIT_PARTY && !name->completed)
		w->last_party = node;
	if (strcmp(name->kind, "so") == 0)
		w->last_dept = node;
}

static size_t add_full(struct tc_unit_walk *w, struct tc_unit_name *name)
{
	bool plural = is_plural(w, name->first);

	if (plural && !name->free && name->head->cls == TC_UNIT_CELL &&
	    !name->own.name.n && !name->host.n)
		return name->end;
	uint32_t node = tc_unit_node_get(&w->nodes, name->canonical,
					 name->kind);
	uint32_t parent = told_parent(w, name);
	if (parent != TC_UNIT_NODE_NONE && parent != node)
		node = tc_unit_node_link(&w->nodes, node, parent);
	w->nodes.v[node].head = name->head;
	w->nodes.v[node].kind = name->kind;
	w->nodes.v[node].central = name->central;
	tc_unit_walk_add(w, name->first, name->end, node,
			 name->caps || name->completed ? 0.8f : 0.9f,
			 name->completed ? "completed" : "full-name");
	close_link(w, name, node);
	remember_unit(w, name, node);
	size_t end = tc_unit_list_rest(w, name, plural);
	open_link(w, node, end == name->link ? name->link : end);
	return end;
}

static size_t add_bare(struct tc_unit_walk *w, struct tc_unit_name *name)
{
	const unsigned int listed = TC_UNIT_PARTY | TC_UNIT_STATE;
	struct tc_area area;

	if (name->head->cls & listed &&
	    tc_unit_list_tail(w, name->end, &area)) {
		if (!area.name.n)
			area.name = w->context.last[area.word];
		if (area.name.n)
			tc_unit_walk_add(w, name->first, name->end,
				tc_unit_walk_area(w, name->head, area), 0.8f,
				"shared-tail");
	} else if (!is_plural(w, name->first)) {
		add_anaphora(w, name);
	}
	return name->end;
}

/* An office stands before the name: a person may stand behind it. */
static bool office_before(const struct tc_unit_walk *w, size_t i)
{
	size_t after;

	for (size_t back = 1; back <= 4 && back <= i; back++)
		if (tc_unit_word_at(w->namer.scan, i - back, TC_UNIT_OFFICE,
				    false, &after) && after == i)
			return true;
	return false;
}

static size_t read_area(struct tc_unit_walk *w, size_t i)
{
	const uint32_t both = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE;
	struct tc_area up[1 + TC_UNIT_UP_MAX];
	size_t at = i;

	w->namer.limit = token_count(w);
	w->namer.caps = (token(w, i)->flags & both) == both;
	w->namer.office = false;
	if (!tc_unit_area_read(&w->namer, &at, false, &up[0]))
		return i + 1;
	size_t count = tc_unit_up_read(&w->namer, &at, up[0], up + 1);
	tc_unit_walk_chain(w, up, count + 1);
	return at;
}

static size_t read_at(struct tc_unit_walk *w, size_t i)
{
	struct tc_unit_name name;

	w->namer.office = office_before(w, i);
	if (!tc_unit_name_read(&w->namer, i, &name))
		return w->caps ? i + 1 : read_area(w, i);
	if (name.caps != w->caps)
		return name.end;
	if (name.bare)
		return add_bare(w, &name);
	if (name.open) {
		add_short(w, &name);
		return name.end;
	}
	return add_full(w, &name);
}

static void read_pass(struct tc_unit_walk *w, bool caps)
{
	w->caps = caps;
	w->open.child = TC_UNIT_NODE_NONE;
	for (size_t i = 0; i < token_count(w) && w->n < TC_UNIT_MENTIONS_MAX;)
		i = read_at(w, i);
}

/* ------------------------------------------------------- the provinces */

static void note_province(struct tc_unit_context *c, struct tc_str name)
{
	if (!name.n)
		return;
	if (!c->province.n)
		c->province = name;
	else if (!tc_str_eq(c->province, name))
		c->provinces = true;
}

/* Before anything is completed: which provinces does the text name? */
static void find_provinces(struct tc_unit_walk *w)
{
	struct tc_unit_namer n = w->namer;
	const uint32_t both = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE;
	struct tc_unit_name name;
	struct tc_area area;

	n.context = NULL;
	for (size_t i = 0; i < token_count(w); i++) {
		size_t at = i;
		if (!tc_str_is(token(w, i)->exact, "tỉnh"))
			continue;
		n.limit = token_count(w);
		n.caps = (token(w, i)->flags & both) == both;
		if (tc_unit_area_read(&n, &at, false, &area))
			note_province(&w->context, area.name);
		else if (tc_unit_name_read(&n, i, &name))
			note_province(&w->context, name.own.name);
	}
}

/* ---------------------------------------------------------- the answer */

static int seen_cmp(const void *a, const void *b)
{
	const struct tc_unit_seen *x = a, *y = b;

	return (x->first > y->first) - (x->first < y->first);
}

static void add_parent(struct tc_unit *u, struct tc_str name)
{
	if (u->parent_count == TC_UNIT_PARENTS_MAX || !name.n)
		return;
	u->parents[u->parent_count++] = name;
}

/* Above the last node: the site's province, and the centre. */
static void add_top(const struct tc_unit_walk *w, struct tc_unit *u,
		    bool party, int top, bool central)
{
	const struct tc_place *site = w->context.site;

	if (central)
		return;
	if (site && top > 2) {
		struct tc_area area = { strcmp(site->kind, "tinh") == 0
			? TC_AREA_TINH : TC_AREA_THANH_PHO, site->name };
		struct tc_arena *arena = w->namer.scan->arena;
		add_parent(u, party ? tc_area_party(arena, area)
				    : tc_area_plain(arena, area));
		top = 2;
	}
	if (party && top == 2)
		add_parent(u, TC_STR("Trung ương"));
}

static void fill_parents(const struct tc_unit_walk *w, struct tc_unit *u,
			 uint32_t node)
{
	bool party = tc_unit_kind_party(u->kind) ||
		     strcmp(u->kind, "organ") == 0 ||
		     tc_str_starts(u->canonical, TC_STR("Đảng bộ "));
	bool central = w->nodes.v[node].central;
	int top = strcmp(u->kind, "dang-bo-tinh") == 0 ? 2 : 9;

	u->parents = tc_arena_alloc(w->namer.scan->arena, TC_UNIT_PARENTS_MAX *
				    sizeof *u->parents);
	node = w->nodes.v[node].parent;
	for (int i = 0; i < TC_UNIT_PARENTS_MAX && node != TC_UNIT_NODE_NONE;
	     i++) {
		const struct tc_unit_node *p = &w->nodes.v[node];
		bool plain = p->plain.n && !party;
		/* "UBND xã Sơn Tân" says its area itself */
		if (!plain || !tc_str_ends(u->canonical, p->plain))
			add_parent(u, plain ? p->plain : p->canonical);
		central |= p->central || strcmp(p->kind, "trung-uong") == 0;
		if (p->plain.n)
			top = tc_area_rank(w->namer.gazetteer, p->own);
		node = p->parent;
	}
	add_top(w, u, party, top, central);
}

static void put_unit(const struct tc_unit_walk *w,
		     const struct tc_unit_seen *s, bool subject,
		     struct tc_unit_list *out)
{
	const struct tc_unit_node *node = &w->nodes.v[s->node];
	const struct tc_token *last = token(w, s->end - 1);
	struct tc_unit u = {
		.start = token(w, s->first)->off,
		.end = last->off + last->len,
		.canonical = node->canonical,
		.kind = node->kind,
		.role = subject ? TC_UNIT_SUBJECT : TC_UNIT_MENTION,
		.confidence = s->confidence,
		.rule = s->rule,
	};

	u.printed = tc_str(w->namer.scan->text.p + u.start, u.end - u.start);
	fill_parents(w, &u, s->node);
	out->v = tc_arena_grow(w->namer.scan->arena, out->v, out->n, &out->cap,
			       sizeof *out->v);
	out->v[out->n++] = u;
}

static void put_all(struct tc_unit_walk *w, struct tc_unit_list *out)
{
	size_t kept = 0;

	if (!w->n)
		return;
	qsort(w->seen, w->n, sizeof *w->seen, seen_cmp);
	for (size_t i = 0; i < w->n; i++)
		if (!kept || w->seen[i].first >= w->seen[kept - 1].end)
			w->seen[kept++] = w->seen[i];
	w->n = kept;
	size_t subject = tc_unit_subject(w, w->namer.scan->title_len);
	for (size_t i = 0; i < w->n; i++)
		put_unit(w, &w->seen[i], i == subject, out);
}

void tc_unit_scan(const struct tc_scan *scan, const struct tc_gazetteer *g,
		  struct tc_str site, struct tc_unit_list *out)
{
	struct tc_unit_walk w = {
		.namer = { .scan = scan, .gazetteer = g },
		.context = { .site = tc_gazetteer_site(g, site) },
		.last_cell = TC_UNIT_NODE_NONE,
		.last_group = TC_UNIT_NODE_NONE,
		.last_party = TC_UNIT_NODE_NONE,
		.last_dept = TC_UNIT_NODE_NONE,
	};

	w.namer.context = &w.context;
	tc_unit_nodes_init(&w.nodes, scan->arena);
	find_provinces(&w);
	read_pass(&w, false);
	read_pass(&w, true);
	put_all(&w, out);
	free(w.seen);
	tc_unit_nodes_release(&w.nodes);
}

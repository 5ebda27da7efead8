/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-walk.h"

#define REMARK_MAX 8 /* tokens in brackets before "truc thuoc" */

uint32_t tc_unit_walk_chain(struct tc_unit_walk *w, const struct tc_area *up,
			    size_t count)
{
	uint32_t below = TC_UNIT_NODE_NONE;

	for (size_t i = count; i-- > 0;) {
		uint32_t node =
			tc_unit_node_area(&w->nodes, w->namer.gazetteer, up[i]);
		if (below != TC_UNIT_NODE_NONE)
			node = tc_unit_node_link(&w->nodes, node, below);
		below = node;
	}
	return below;
}

static uint32_t host_node(struct tc_unit_walk *w,
			  const struct tc_unit_name *name)
{
	uint32_t host =
		tc_unit_node_get(&w->nodes, name->host, name->host_kind);

	if (tc_unit_kind_is(name->host_kind, "so"))
		w->last_dept = host;
	return host;
}

/* "Van phong So, Thanh tra So va Phong Quan ly Cong nghiep": the last
 * department, for those that say so and for what stands beside them. */
static uint32_t dept_parent(const struct tc_unit_walk *w,
			    const struct tc_unit_name *name)
{
	const struct tc_unit_seen *before = w->n ? &w->seen[w->n - 1] : NULL;

	if (tc_str_ends(name->canonical, TC_STR(" Sở")) ||
	    name->head->cls == TC_UNIT_FIXED)
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

static uint32_t owner_node(struct tc_unit_walk *w,
			   const struct tc_unit_name *name)
{
	if (name->owner_area.name.n)
		return tc_unit_node_area(&w->nodes, w->namer.gazetteer,
					 name->owner_area);
	if (!name->owner.n)
		return TC_UNIT_NODE_NONE;
	uint32_t owner =
		tc_unit_node_get(&w->nodes, name->owner, name->owner_kind);
	if (!name->own.name.n)
		return owner;
	uint32_t area =
		tc_unit_node_area(&w->nodes, w->namer.gazetteer, name->own);
	return area == owner ? owner
			     : tc_unit_node_link(&w->nodes, owner, area);
}

/* The parent that the name itself tells. */
uint32_t tc_unit_walk_told_parent(struct tc_unit_walk *w,
				  const struct tc_unit_name *name)
{
	const struct tc_gazetteer *g = w->namer.gazetteer;
	bool cell = tc_unit_kind_rank(name->kind) >= 5 &&
		    tc_unit_kind_party(name->kind);
	bool inside =
		name->host.n || tc_unit_kind_is(name->kind, "dang-bo-khoi");
	uint32_t host = name->host.n ? host_node(w, name) : TC_UNIT_NODE_NONE;
	uint32_t own = TC_UNIT_NODE_NONE;

	if (name->own.name.n)
		own = tc_unit_node_area(&w->nodes, g, name->own);
	uint32_t owner = owner_node(w, name);
	if (name->up_count) {
		uint32_t up = tc_unit_walk_chain(w, name->up, name->up_count);
		return owner == TC_UNIT_NODE_NONE
			       ? up
			       : tc_unit_node_link(&w->nodes, owner, up);
	}
	if (owner != TC_UNIT_NODE_NONE)
		return owner;
	if (cell && host != TC_UNIT_NODE_NONE &&
	    tc_area_rank(g, &name->own) != 4) {
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
	return tc_unit_kind_is(name->kind, "phong") ? dept_parent(w, name)
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

/* "Đảng ủy Sở X, Đảng ủy bộ phận Y, Đảng ủy Bệnh viện Z": behind the comma
 * after the larger X, Y is the next of a list, not the first of a chain. */
static bool in_list(const struct tc_unit_walk *w)
{
	if (w->n < 3)
		return false;
	const struct tc_unit_seen *const child = &w->seen[w->n - 2];

	return child->node == w->open.child &&
	       child[-1].end == child->first &&
	       tc_scan_gap(w->namer.scan, child->first) == TC_GAP_COMMA &&
	       tc_unit_kind_rank(w->nodes.v[child[-1].node].kind) <
		       tc_unit_kind_rank(w->nodes.v[child->node].kind);
}

void tc_unit_walk_close_link(struct tc_unit_walk *w,
			     const struct tc_unit_name *name, uint32_t parent)
{
	if (w->open.child == TC_UNIT_NODE_NONE || w->open.at != name->first)
		return;
	int small = tc_unit_kind_rank(w->nodes.v[w->open.child].kind);
	int large = tc_unit_kind_rank(name->kind);
	/* "Đảng ủy xã X, Huyện ủy Y tổ chức": behind a comma a chain is told by
	   its cell, or by the verb at its end */
	bool fits = large < small && small < 9 &&
		    !(w->open.comma && in_list(w)) &&
		    (!w->open.comma || small >= 5 || w->open.chain ||
		     tc_unit_verb_behind(w->namer.scan, name->link));
	if (!fits && !(w->open.said && (large < small || small == 9)))
		return;
	w->open.linked = w->open.comma;
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

	for (size_t i = at + 1; i < at + REMARK_MAX; i++)
		if (tc_scan_gap(w->namer.scan, i) == TC_GAP_CLOSE)
			return tc_unit_word_at(w->namer.scan, i, TC_UNIT_LINK,
					       false, &after)
				       ? i
				       : at;
	return at;
}

void tc_unit_walk_open_link(struct tc_unit_walk *w, uint32_t child, size_t at)
{
	size_t after;

	enum tc_gap gap = tc_scan_gap(w->namer.scan, at);

	if (gap == TC_GAP_OPEN) {
		at = past_remark(w, at);
		gap = tc_scan_gap(w->namer.scan, at);
	}
	w->open.child = TC_UNIT_NODE_NONE;
	if (gap != TC_GAP_BLANK && gap != TC_GAP_COMMA && gap != TC_GAP_OPEN &&
	    gap != TC_GAP_CLOSE && gap != TC_GAP_DASH) {
		w->open.linked = false;
		return;
	}
	w->open.child = child;
	w->open.chain = w->open.linked;
	w->open.linked = false;
	w->open.comma = gap == TC_GAP_COMMA || gap == TC_GAP_DASH;
	w->open.said = tc_unit_word_at(w->namer.scan, at, TC_UNIT_LINK, false,
				       &after) != NULL;
	w->open.at = w->open.said ? after : at;
}

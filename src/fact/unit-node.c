/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-node.h"

#include "base/slots.h"
#include "fact/unit.h"

/* How far above all others each kind is, by its first letter and one more:
 * that behind "dang-bo-" and "trung-", else the second. */
static const unsigned char kind_ranks[32][32] = {
	['d' & 31] = {		/* not doan-the, doanh-nghiep */
		['t' & 31] = 9 - 2, ['h' & 31] = 9 - 3, ['k' & 31] = 9 - 3,
		['x' & 31] = 9 - 4, ['c' & 31] = 9 - 4, ['b' & 31] = 9 - 5,
	},
	['c' & 31] = { ['h' & 31] = 9 - 6 },	/* chi-bo, not cong-an */
	['t' & 31] = {		/* trung-uong, to-dang; not trung-tam, truong */
		['u' & 31] = 9 - 1, ['o' & 31] = 9 - 7,
	},
};

/* Of a closed list (unit.c), or empty: a table, for what a branch would ask
 * here cannot be foretold. */
int tc_unit_kind_rank(const char *kind)
{
	const bool committee = (kind[0] == 'd') & (kind[1] == 'a');
	const bool central = (kind[0] == 't') & (kind[1] == 'r');
	const unsigned at = 1 + committee * 7u + central * 5u;

	return 9 - kind_ranks[kind[0] & 31][kind[at] & 31];
}

bool tc_unit_kind_party(const char *kind)
{
	return tc_unit_kind_rank(kind) < 9;
}

bool tc_unit_names_party(struct tc_str canonical)
{
	return tc_str_starts(canonical, TC_STR("Đảng bộ ")) ||
	       tc_str_starts(canonical, TC_STR("Chi bộ "));
}

size_t tc_unit_past_acting(struct tc_str canonical)
{
	static const struct tc_str acting[] = {
		TC_STR("Ban Thường vụ "), TC_STR("Ban Chấp hành "),
		TC_STR("Thường trực "),
	};

	for (size_t i = 0; i < sizeof acting / sizeof *acting; i++)
		if (tc_str_starts(canonical, acting[i]))
			return acting[i].n;
	return 0;
}

void tc_unit_nodes_init(struct tc_unit_nodes *nodes, struct tc_arena *arena)
{
	nodes->arena = arena;
	memset(nodes->recent, 0xFF, sizeof nodes->recent);
}

void tc_unit_nodes_release(struct tc_unit_nodes *nodes)
{
	tc_buf_release(&nodes->key);
}

/* The slot of the key, or the empty one where it would stand. */
static uint32_t *slot_of(const struct tc_unit_nodes *nodes, struct tc_str key)
{
	size_t mask = nodes->slot_count - 1;
	size_t i = tc_slots_hash(key) & mask;

	while (TC_UNLIKELY(nodes->slots[i] != TC_UNIT_NODE_NONE) &&
	       !tc_str_eq(nodes->v[nodes->slots[i]].key, key))
		i = (i + 1) & mask;
	return &nodes->slots[i];
}

/* Keeps a quarter free at least. */
static void make_slots(struct tc_unit_nodes *nodes)
{
	if (nodes->slot_count && nodes->n + 1 <= nodes->slot_count / 4 * 3)
		return;
	nodes->slot_count = nodes->slot_count ? nodes->slot_count * 2 : 64;
	const size_t size = nodes->slot_count * sizeof *nodes->slots;
	nodes->slots = tc_arena_room(nodes->arena, size);
	memset(nodes->slots, 0xFF, size);	/* NONE */
	/* in order, so that the newest of a key is left in its slot */
	for (size_t i = 0; i < nodes->n; i++)
		*slot_of(nodes, nodes->v[i].key) = (uint32_t)i;
}

/* Of the name, until the next one is asked for. */
static struct tc_str key_of(struct tc_unit_nodes *nodes,
			    struct tc_str canonical)
{
	tc_buf_clear(&nodes->key);
	tc_unit_key_add(canonical, &nodes->key);
	return tc_buf_str(&nodes->key);
}

uint32_t tc_unit_node_find(struct tc_unit_nodes *nodes,
			   struct tc_str canonical)
{
	make_slots(nodes);
	return *slot_of(nodes, key_of(nodes, canonical));
}

/* A node like `like`, or all zero where that is NONE, of that key, whose slot
 * it is. */
static uint32_t add_node(struct tc_unit_nodes *nodes, struct tc_str key,
			 uint32_t *slot, uint32_t like)
{
	const uint32_t index = (uint32_t)nodes->n++;

	nodes->v = tc_arena_grow(nodes->arena, nodes->v, index, &nodes->cap,
				 sizeof *nodes->v);
	if (like != TC_UNIT_NODE_NONE)
		nodes->v[index] = nodes->v[like];
	struct tc_unit_node *const node = &nodes->v[index];
	node->key = key;
	node->same = *slot;
	node->first = *slot == TC_UNIT_NODE_NONE ? index
						 : nodes->v[*slot].first;
	nodes->v[node->first].last = index;
	*slot = index;
	return index;
}

static uint32_t newest(const struct tc_unit_nodes *nodes, uint32_t node)
{
	return nodes->v[nodes->v[node].first].last;
}

uint32_t tc_unit_node_get(struct tc_unit_nodes *nodes,
			  struct tc_str canonical, const char *kind)
{
	uint32_t *const recent =
		&nodes->recent[tc_slots_hash(canonical) % TC_UNIT_RECENT];

	if (*recent != TC_UNIT_NODE_NONE &&
	    tc_str_eq(nodes->v[*recent].canonical, canonical))
		return newest(nodes, *recent);
	make_slots(nodes);
	const struct tc_str key = key_of(nodes, canonical);
	uint32_t *const slot = slot_of(nodes, key);

	if (*slot != TC_UNIT_NODE_NONE)
		return *recent = *slot;
	*recent = add_node(nodes, tc_arena_str(nodes->arena, key), slot,
			   TC_UNIT_NODE_NONE);
	struct tc_unit_node *const node = &nodes->v[*recent];
	node->canonical = canonical;
	node->kind = kind;
	node->parent = TC_UNIT_NODE_NONE;
	return *recent;
}

/* Of the areas seen lately; NONE when it is not among them. */
static uint32_t recent_area(const struct tc_unit_nodes *nodes,
			    struct tc_area area)
{
	for (size_t i = 0; i < TC_UNIT_AREAS && i < nodes->area_count; i++)
		if (nodes->areas[i].area.word == area.word &&
		    tc_str_eq(nodes->areas[i].area.name, area.name))
			return newest(nodes, nodes->areas[i].node);
	return TC_UNIT_NODE_NONE;
}

/* And its own name, with which that of the organisation ends. */
static uint32_t get_area(struct tc_unit_nodes *nodes,
			 const struct tc_gazetteer *g, struct tc_area area,
			 struct tc_str *plain)
{
	static const char *const kinds[] = {
		[2] = "dang-bo-tinh", [3] = "dang-bo-huyen",
		[4] = "dang-bo-xa",
	};
	const struct tc_str party = tc_area_party(nodes->arena, area);
	const uint32_t i = tc_unit_node_get(nodes, party,
					    kinds[tc_area_rank(g, &area)]);
	const size_t at = nodes->area_count++ % TC_UNIT_AREAS;

	*plain = tc_str_from(party, TC_STR("Đảng bộ ").n);
	nodes->areas[at].area = area;
	nodes->areas[at].node = i;
	return i;
}

uint32_t tc_unit_node_area(struct tc_unit_nodes *nodes,
			   const struct tc_gazetteer *g, struct tc_area area)
{
	uint32_t i = recent_area(nodes, area);
	struct tc_str plain = { 0 };

	if (i == TC_UNIT_NODE_NONE)
		i = get_area(nodes, g, area, &plain);
	if (!nodes->v[i].plain.n) {
		nodes->v[i].plain = plain.n ? plain
					    : tc_area_plain(nodes->arena, area);
		nodes->v[i].own = area;
	}
	return i;
}

/* A parent chain must not come back to its start. */
static bool reaches(const struct tc_unit_nodes *nodes, uint32_t from,
		    uint32_t to)
{
	for (int steps = 0; from != TC_UNIT_NODE_NONE; steps++) {
		if (from == to || steps > 16)
			return true;
		from = nodes->v[from].parent;
	}
	return false;
}

uint32_t tc_unit_node_link(struct tc_unit_nodes *nodes, uint32_t child,
			   uint32_t parent)
{
	uint32_t newest = child;

	if (reaches(nodes, parent, child))
		return child;
	for (int twins = 0; child != TC_UNIT_NODE_NONE && twins < 8; twins++) {
		struct tc_unit_node *node = &nodes->v[child];
		if (node->parent == parent)
			return child;
		if (node->parent == TC_UNIT_NODE_NONE) {
			node->parent = parent;
			return child;
		}
		child = node->same;
	}
	make_slots(nodes);
	const struct tc_str key = nodes->v[newest].key;
	child = add_node(nodes, key, slot_of(nodes, key), newest);
	nodes->v[child].parent = parent;
	return child;
}

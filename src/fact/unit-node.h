/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The distinct units of one article, each with its parent:
 *
 *   [Chi bo khoi 7+10] -> [Dang bo phuong Dong Kinh] -> [Dang bo thanh pho
 *   Lang Son] -> none
 *
 * Found by key (unit.h).  Two cells of the same number with different
 * parents are two nodes.
 */
#ifndef TC_FACT_UNIT_NODE_H
#define TC_FACT_UNIT_NODE_H

#include "fact/unit-name.h"

#define TC_UNIT_NODE_NONE UINT32_MAX

struct tc_unit_node {
	struct tc_str key, canonical;
	struct tc_str plain;	/* an area's own name, for parents of bodies
				   outside the Party; else empty */
	const char *kind;
	const struct tc_unit_word *head;	/* NULL for areas */
	struct tc_area own;
	/* as of struct tc_unit, when `answered` */
	struct tc_str *parents;
	size_t parent_count;
	struct tc_str today;
	bool answered;
	bool placed;		/* `place` was looked for */
	const struct tc_place *place; /* the province that the name ends in */
	bool central;		/* below no province */
	uint32_t parent;
	uint32_t same;		/* an older node of the same key */
	uint32_t first;		/* the first one of that key; and, kept in that
				   one, the last: */
	uint32_t last;
};

/* What was looked up lately: most names come again. */
#define TC_UNIT_RECENT 64	/* canonical names, by their hash */
#define TC_UNIT_AREAS 8		/* areas, the oldest is replaced */

struct tc_unit_nodes {
	struct tc_arena *arena;		/* of the article */
	struct tc_buf key;		/* for looking up */
	struct tc_unit_node *v;
	size_t n, cap;
	uint32_t *slots;		/* the newest node of each key */
	size_t slot_count;
	uint32_t recent[TC_UNIT_RECENT];
	struct {
		struct tc_area area;
		uint32_t node;
	} areas[TC_UNIT_AREAS];
	size_t area_count;		/* ever seen */
};

/* They are all zero. */
void tc_unit_nodes_init(struct tc_unit_nodes *nodes, struct tc_arena *arena);
void tc_unit_nodes_release(struct tc_unit_nodes *nodes);

/* The newest node of that name, or NONE. */
uint32_t tc_unit_node_find(struct tc_unit_nodes *nodes,
			   struct tc_str canonical);
/* The same; added when absent. */
uint32_t tc_unit_node_get(struct tc_unit_nodes *nodes,
			  struct tc_str canonical, const char *kind);
/* The area's Party organisation. */
uint32_t tc_unit_node_area(struct tc_unit_nodes *nodes,
			   const struct tc_gazetteer *g, struct tc_area area);
/* Gives the node that parent.  A node that has another one already stays;
 * the answer is then a twin with the new parent. */
uint32_t tc_unit_node_link(struct tc_unit_nodes *nodes, uint32_t child,
			   uint32_t parent);

/* Party organisations by size: 1 the centre, 2 province, 3 district and
 * block, 4 base, 5 part, 6 cell, 7 group; 9 for all others. */
int tc_unit_kind_rank(const char *kind);
bool tc_unit_kind_party(const char *kind);
/* "Đảng bộ Công an huyện X", "Chi bộ Trường Y": an organisation of the Party's by
 * its name, of whatever kind the place is where it works. */
bool tc_unit_names_party(struct tc_str canonical);
/* The bytes before the committee's name in what acts for it: "Ban Thường vụ " of
 * "Ban Thường vụ Tỉnh ủy"; 0 of others. */
size_t tc_unit_past_acting(struct tc_str canonical);

#endif

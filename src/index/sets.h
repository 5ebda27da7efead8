/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sets of articles that are joined two by two: a forest over those that were
 * named, and nothing for all the others.
 *
 *   docid -> slots (open addressing) -> nodes[i] -> .parent -> ... root
 */
#ifndef TC_INDEX_SETS_H
#define TC_INDEX_SETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* An article that is in a cluster, or was. */
struct tc_set_node {
	uint32_t docid;
	uint32_t parent;	/* a node's number; of a root its own */
	uint64_t name;		/* of the cluster that it was put into; else 0 */
	uint32_t size;		/* of that */
};

/* `{0}` is a valid empty one. */
struct tc_sets {
	struct tc_set_node *nodes;
	size_t n, cap;
	uint32_t *slots;	/* node + 1; 0 is free */
	size_t slot_count;	/* a power of two */
};

/* An article's node, valid until the next one is made; where there is none it
 * is made, a set of its own. */
struct tc_set_node *tc_sets_node(struct tc_sets *s, uint32_t docid);
void tc_sets_join(struct tc_sets *s, uint32_t a, uint32_t b);
bool tc_sets_joined(struct tc_sets *s, uint32_t a, uint32_t b);
/* Makes each node's parent its root. */
void tc_sets_flatten(struct tc_sets *s);
/* All nodes in an order; the caller frees the array. */
struct tc_set_node **tc_sets_sorted(const struct tc_sets *s,
				    int (*compare)(const void *,
						   const void *));
void tc_sets_release(struct tc_sets *s);

#endif

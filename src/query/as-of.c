/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/query.h"

/* The 63 provinces became 34 on 1 July 2025 (202/2025/QH15). */
#define MERGER_YEAR 2025

void tc_query_as_of(struct tc_node *root, int year)
{
	if (!root || year < MERGER_YEAR)
		return;
	root->today = root->kind == TC_NODE_UNIT;
	for (size_t i = 0; i < root->kid_count; i++)
		tc_query_as_of(root->kids[i], year);
}

static size_t count_prefixes(const struct tc_node *n)
{
	size_t count = n->kind == TC_NODE_PREFIX;

	for (size_t i = 0; i < n->kid_count; i++)
		count += count_prefixes(n->kids[i]);
	return count;
}

static void set_prefix_max(struct tc_node *n, uint32_t most)
{
	n->prefix_max = most;
	for (size_t i = 0; i < n->kid_count; i++)
		set_prefix_max(n->kids[i], most);
}

void tc_query_expand(struct tc_node *root, uint32_t most)
{
	const size_t prefixes = root ? count_prefixes(root) : 0;

	if (!prefixes)
		return;
	most = most ? most : TC_EXPANSION;
	if (prefixes * most > TC_EXPANSION_ALL)
		most = prefixes > TC_EXPANSION_ALL ?
			       1 : (uint32_t)(TC_EXPANSION_ALL / prefixes);
	set_prefix_max(root, most);
}

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

void tc_query_expand(struct tc_node *root, uint32_t most)
{
	if (!root)
		return;
	root->prefix_max = most;
	for (size_t i = 0; i < root->kid_count; i++)
		tc_query_expand(root->kids[i], most);
}

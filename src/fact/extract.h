/* SPDX-License-Identifier: GPL-2.0-or-later */
/* All facts of an article. */
#ifndef TC_FACT_EXTRACT_H
#define TC_FACT_EXTRACT_H

#include "fact/gazetteer.h"
#include "fact/registry.h"
#include "fact/scan.h"

struct tc_rules {
	const struct tc_registry *registry;
	const struct tc_gazetteer *gazetteer;
};

/* The rule of a unit that a->default_unit gave. */
#define TC_RULE_SITE "site-rule"

/* Tokenises a->text once into *tokens (for the index as well) and fills the
 * facts of *a. */
void tc_extract(struct tc_article *a, const struct tc_rules *rules,
		struct tc_arena *arena, struct tc_tokens *tokens);

#endif

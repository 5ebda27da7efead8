/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-settle.h"

#include "index/cluster.h"
#include "index/learn.h"

typedef int settle_fn(struct tc_archive *archive,
		      const struct tc_rules *rules, struct tc_error *err);

/* Lines that stand in many articles of a site (index/learn.h). */
static int learn(struct tc_archive *archive, const struct tc_rules *rules,
		 struct tc_error *err)
{
	const struct tc_learn_rules none = { 0 };
	uint64_t changed = 0;

	return tc_learn(archive, rules, &none, &changed, err);
}

/* Near-duplicates. */
static int settle_clusters(struct tc_archive *archive,
			   const struct tc_rules *rules, struct tc_error *err)
{
	(void)rules;
	return tc_clusters_settle(archive, err);
}

static settle_fn *const steps[] = {
	learn,		/* writes texts, which clusters are made of */
	settle_clusters,
	NULL,
};

int import_settle(struct tc_archive *archive, const struct tc_rules *rules,
		  struct tc_error *err)
{
	for (size_t i = 0; steps[i]; i++)
		if (steps[i](archive, rules, err) != 0)
			return -1;
	return 0;
}

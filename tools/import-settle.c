/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-settle.h"

#include "import/site.h"
#include "index/cluster.h"
#include "index/learn.h"

typedef int settle_fn(struct tc_archive *archive,
		      const struct tc_rules *rules, struct tc_error *err);

/* Lines that stand in many articles of a site (index/learn.h). */
static int learn(struct tc_archive *archive, const struct tc_rules *rules,
		 struct tc_error *err)
{
	const struct tc_sites *sites = tc_sites_used();
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_learn_rules lines = { .n = sites ? sites->line_count : 0 };
	struct tc_learn_rule *v = tc_arena_alloc(&arena,
						 lines.n * sizeof *v);
	uint64_t changed = 0;

	for (size_t i = 0; i < lines.n; i++)
		v[i] = (struct tc_learn_rule){
			.host = sites->lines[i].host,
			.line = sites->lines[i].line,
			.keep = sites->lines[i].keep };
	lines.v = v;
	return tc_learn(archive, rules, &lines, &changed, err);
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

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-settle.h"

#include "import/site.h"
#include "index/cluster.h"
#include "index/learn.h"

#define META_SETTLED "tracuu-settled"

typedef int settle_fn(struct tc_archive *archive,
		      const struct tc_rules *rules, bool whole,
		      struct tc_error *err);

/* Lines that stand in many articles of a site (index/learn.h). */
static int learn(struct tc_archive *archive, const struct tc_rules *rules,
		 bool whole, struct tc_error *err)
{
	const struct tc_sites *sites = tc_sites_used();
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_learn_rules lines = { .n = sites ? sites->line_count : 0 };
	struct tc_learn_rule *v = tc_arena_alloc(&arena,
						 lines.n * sizeof *v);
	uint64_t changed = 0;

	(void)whole;
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
			   const struct tc_rules *rules, bool whole,
			   struct tc_error *err)
{
	(void)rules;
	return tc_clusters_settle(archive, whole, err);
}

static settle_fn *const steps[] = {
	learn,		/* writes texts, which clusters are made of */
	settle_clusters,
	NULL,
};

/* Commits on the way: who dies behind one leaves the archive unsettled. */
int import_settle(struct tc_archive *archive, const struct tc_rules *rules,
		  bool whole, struct tc_error *err)
{
	if (import_note_settled(archive, NULL, err) != 0)
		return -1;
	for (size_t i = 0; steps[i]; i++)
		if (steps[i](archive, rules, whole, err) != 0)
			return -1;
	return 0;
}

/* ---- whether it is due ---- */

/* By which rules, of how many articles; empty where there are no rules. */
static int mark(struct tc_archive *archive, const struct import_rules *rules,
		struct tc_buf *out, struct tc_error *err)
{
	uint32_t articles;

	if (!rules)
		return 0;
	if (tc_xdb_count(tc_archive_db(archive), &articles, err) != 0)
		return -1;
	tc_buf_addstr(out, tc_registry_version(rules->registry));
	tc_buf_addc(out, ' ');
	tc_buf_addstr(out, tc_gazetteer_version(rules->gazetteer));
	tc_buf_printf(out, " %016llx %u",
		      (unsigned long long)rules->sites.hash, articles);
	return 0;
}

bool import_is_settled(struct tc_archive *archive,
		       const struct import_rules *rules)
{
	TC_SCOPED_BUF now = { 0 }, noted = { 0 };

	return mark(archive, rules, &now, NULL) == 0 && now.n &&
	       tc_xdb_metadata(tc_archive_db(archive), META_SETTLED, &noted,
			       NULL) == 0 &&
	       tc_str_eq(tc_buf_str(&now), tc_buf_str(&noted));
}

int import_note_settled(struct tc_archive *archive,
			const struct import_rules *rules,
			struct tc_error *err)
{
	TC_SCOPED_BUF now = { 0 };

	if (mark(archive, rules, &now, err) != 0)
		return -1;
	return tc_xwriter_set_metadata(archive->writer, META_SETTLED,
				       tc_buf_str(&now), err);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/query-commands.h"

#include "base/language.h"
#include "query/analyze.h"
#include "query/contract.h"
#include "query/output.h"
#include "text/utf8.h"
#include "tools/query-complete.h"
#include "tools/query-count.h"
#include "tools/query-limits.h"
#include "tools/query-options.h"
#include "tools/query-search.h"
#include "tools/query-show.h"
#include "tools/query-understand.h"

#include <stdio.h>

/* How often an archive may be replaced under a query. */
#define SWAPS_MAX 3

static int run_explain(const struct query_options *o,
		       struct tc_archive *archive,
		       const struct tc_output *output, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_str query = output->query, id;
	struct tc_shares shares;

	if (!tc_str_split(&query, ' ', &id) || !id.n)
		return tc_fail(err, TC_E_USAGE,
			       "explain: which article? give an id, as "
			       "--format=ids prints them, and a query");
	if (tc_explain(archive, id, query, &o->search, &arena, &shares,
		       err) != 0)
		return -1;
	tc_explain_print(output, &shares, o->format == QUERY_JSON);
	return shares.n || shares.matches ? 0 : 1;
}

static int run_analyze(const struct query_options *o,
		       struct tc_archive *archive,
		       const struct tc_output *output, struct tc_error *err)
{
	size_t valid = tc_utf8_valid(output->query);

	(void)archive;
	if (valid < output->query.n)
		return tc_fail(err, TC_E_USAGE,
			       "analyze: the text is not UTF-8 at byte %zu",
			       valid);
	if (!output->query.n)
		return tc_fail(err, TC_E_USAGE, "analyze: give a text");
	tc_analyze(output, output->query, o->format == QUERY_JSON);
	return 0;
}

static int print_schema(const struct query_options *o,
			struct tc_archive *archive,
			const struct tc_output *output, struct tc_error *err)
{
	(void)archive;
	return tc_contract_print(o->schema, output->out, err);
}

#define FORMAT(name) (1u << QUERY_##name)
#define READABLE (FORMAT(TEXT) | FORMAT(JSON))
#define TABLES (FORMAT(CSV) | FORMAT(TSV))
#define EXPORTS \
	(FORMAT(JSONL) | TABLES | FORMAT(IDS) | \
	 FORMAT(BIBTEX) | FORMAT(CSL) | FORMAT(RIS))

const struct query_command query_commands[] = {
	{ "search", NULL, true, READABLE | EXPORTS, query_search },
	{ "count", N_("QUERY"), true, READABLE, query_count },
	{ "timeline", N_("QUERY"), true, READABLE | TABLES | FORMAT(SVG),
	  query_timeline },
	{ "compare", N_("QUERY QUERY..."), true,
	  READABLE | TABLES | FORMAT(SVG), query_compare },
	{ "facets", N_("QUERY"), true, READABLE | TABLES, query_facets },
	{ "cites", N_("NUMBER"), true,
	  READABLE | TABLES | FORMAT(DOT) | FORMAT(GRAPHML), query_cites },
	{ "show", N_("ID..."), true, READABLE | FORMAT(IDS) | FORMAT(HTML),
	  query_show },
	{ "explain", N_("ID QUERY"), true, READABLE, run_explain },
	{ "analyze", N_("TEXT"), false, READABLE, run_analyze },
	{ "complete", NULL, false, FORMAT(TEXT), query_complete },
};
const size_t query_command_count =
	sizeof query_commands / sizeof *query_commands;

const struct query_command query_schema_command = {
	.word = "--print-schema", .formats = READABLE, .run = print_schema
};

const struct query_command *query_command_find(const char *word)
{
	for (size_t i = 0; i < query_command_count; i++)
		if (strcmp(word, query_commands[i].word) == 0)
			return &query_commands[i];
	return NULL;
}

static int check_format(const struct query_options *o, struct tc_error *err)
{
	TC_SCOPED_BUF known = { 0 };

	if (o->command->formats & 1u << o->format)
		return 0;
	for (int f = 0; f < QUERY_FORMAT_COUNT; f++)
		if (o->command->formats & 1u << f)
			tc_buf_printf(&known, "%s%s", known.n ? ", " : "",
				      query_format_name((enum query_format)f));
	return tc_fail(err, TC_E_USAGE, "--format=%s: tracuu %s prints %s",
		       query_format_name(o->format), o->command->word,
		       known.p);
}

/* One attempt; `name` gets the generation that it was of. */
static int run_once(const struct query_options *o,
		    const struct tc_output *output, struct tc_buf *name,
		    struct tc_error *err)
{
	struct tc_archive archive;
	int status = tc_archives_open(&archive, o->dbs, o->db_count,
				      err);

	tc_buf_clear(name);
	tc_buf_addstr(name, tc_buf_str(&archive.name));
	if (status == 0)
		status = o->command->run(o, &archive, output, err);
	if (status < 0 && err->code == TC_E_DAMAGED)
		tc_archive_explain(&archive, err);
	tc_archive_close(&archive);
	return status;
}

/* Whether another generation is live by now. */
static bool is_replaced(const struct query_options *o,
			const struct tc_buf *name)
{
	struct tc_archive archive;
	struct tc_error ignored;

	tc_archives_open(&archive, o->dbs, o->db_count, &ignored);
	bool other = archive.name.n && !tc_str_eq(tc_buf_str(&archive.name),
						  tc_buf_str(name));
	tc_archive_close(&archive);
	return other;
}

/* What looks like damage may be a generation that was taken away for another
 * one while it was read: then that one is asked, unless something was written
 * already. */
static int run_archive(const struct query_options *o,
		       struct tc_output *output, struct tc_error *err)
{
	TC_SCOPED_BUF name = { 0 };
	bool drained = false;

	output->drained = &drained;
	for (int tries = 0;; tries++) {
		int status = run_once(o, output, &name, err);
		if (status >= 0 || err->code != TC_E_DAMAGED ||
		    !is_replaced(o, &name))
			return status;
		if (drained || tries == SWAPS_MAX)
			return tc_fail(err, TC_E_TEMPORARY,
				       "the archive was replaced while it was "
				       "read; try again");
		tc_buf_clear(output->out);
	}
}

int query_command_run(const struct query_options *o,
		      const struct tc_output *output, struct tc_error *err)
{
	if (check_format(o, err) != 0 || query_limits_check(o, err) != 0)
		return -1;
	if (o->explain_query)
		return query_understand(o, output, err);
	if (!o->command->needs_archive)
		return o->command->run(o, NULL, output, err);
	struct tc_output to = *output;
	return run_archive(o, &to, err);
}

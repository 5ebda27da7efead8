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
#include "tools/query-tell.h"
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
	const char *const word = o->word_count ? o->words[0] : NULL;

	(void)archive;
	if (word && !o->schema)
		return tc_fail(err, TC_E_USAGE,
			       "what --%s takes stands behind '=': --%s=%s",
			       "print-schema", "print-schema", word);
	if (tc_contract_print(TC_CONTRACT_TRACUU, o->schema, output->out,
			      err) != 0)
		return -1;
	if (!word)
		return 0;
	tc_buf_clear(output->out);
	return tc_fail(err, TC_E_USAGE,
		       "--print-schema searches nothing; leave out '%s'", word);
}

#define FORMAT(name) (1u << QUERY_##name)
#define READABLE (FORMAT(TEXT) | FORMAT(JSON))
#define TABLES (FORMAT(CSV) | FORMAT(TSV))
#define EXPORTS \
	(FORMAT(JSONL) | TABLES | FORMAT(IDS) | \
	 FORMAT(BIBTEX) | FORMAT(CSL) | FORMAT(RIS))

const struct query_command query_commands[] = {
	[QUERY_ON_SEARCH] = { "search", NULL, true, READABLE | EXPORTS,
			      query_search },
	[QUERY_ON_COUNT] = { "count", N_("QUERY"), true, READABLE,
			     query_count },
	[QUERY_ON_TIMELINE] = { "timeline", N_("QUERY"), true,
				READABLE | TABLES | FORMAT(SVG),
				query_timeline },
	[QUERY_ON_COMPARE] = { "compare", N_("QUERY QUERY..."), true,
			       READABLE | TABLES | FORMAT(SVG),
			       query_compare },
	[QUERY_ON_FACETS] = { "facets", N_("QUERY"), true, READABLE | TABLES,
			      query_facets },
	[QUERY_ON_CITES] = { "cites", N_("NUMBER"), true,
			     READABLE | TABLES | FORMAT(DOT) | FORMAT(GRAPHML),
			     query_cites },
	[QUERY_ON_SHOW] = { "show", N_("ID..."), true,
			    READABLE | FORMAT(IDS) | FORMAT(HTML), query_show },
	[QUERY_ON_EXPLAIN] = { "explain", N_("ID QUERY"), true, READABLE,
			       run_explain },
	[QUERY_ON_ANALYZE] = { "analyze", N_("TEXT"), false, READABLE,
			       run_analyze },
	[QUERY_ON_COMPLETE] = { "complete", NULL, false, FORMAT(TEXT),
				query_complete },
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
	const uint32_t formats = o->explain_query ? READABLE :
						    o->command->formats;
	TC_SCOPED_BUF known = { 0 };

	if (formats & 1u << o->format)
		return 0;
	for (int f = 0; f < QUERY_FORMAT_COUNT; f++)
		if (formats & 1u << f)
			tc_buf_printf(&known, "%s%s", known.n ? ", " : "",
				      query_format_name((enum query_format)f));
	return tc_fail(err, TC_E_USAGE, "--format=%s: tracuu %s prints %s",
		       query_format_name(o->format),
		       o->explain_query ? "--explain-query" :
					  o->command->word, known.p);
}

/* An exchange with a shard where the query sets no time. */
#define SHARD_TIMEOUT_MS 10000

/* The end of a program that has said all: the system takes the memory and the
 * files of an archive back at once, which one by one would take a fiftieth of
 * a short query.  -1 when the output cannot be written. */
static int leave(const struct tc_output *output, int status,
		 struct tc_error *err)
{
	if (tc_output_drain(output, true, err) != 0)
		return -1;
	query_limits_leave(status);
	return status;
}

/* One attempt; `name` gets the generation that it was of, *blamed whether a
 * shard was lost on the way. */
static int run_once(const struct query_options *o, struct tc_remote *remote,
		    const struct tc_output *output, struct tc_buf *name,
		    bool *blamed, struct tc_error *err)
{
	struct tc_archive archive;

	remote->asked_count = 0;
	int status = tc_archives_open(&archive, o->dbs, o->db_count, remote,
				      err);

	tc_buf_clear(name);
	tc_buf_addstr(name, tc_buf_str(&archive.name));
	if (status == 0)
		status = o->command->run(o, &archive, output, err);
	/* servers are taken leave of, and those that were lost are told */
	if (status >= 0 && !remote->asked_count)
		status = leave(output, status, err);
	if (status < 0 && (err->code == TC_E_DAMAGED ||
			   err->code == TC_E_TEMPORARY))
		tc_archive_explain(&archive, err);
	*blamed = status < 0 && tc_remote_blame(remote, err);
	tc_archive_close(&archive);
	return status;
}

/* Whether another generation is live by now. */
static bool is_replaced(const struct query_options *o,
			struct tc_remote *remote, const struct tc_buf *name)
{
	struct tc_archive archive;
	struct tc_error ignored;

	tc_archives_open(&archive, o->dbs, o->db_count, remote, &ignored);
	bool other = archive.name.n && !tc_str_eq(tc_buf_str(&archive.name),
						  tc_buf_str(name));
	tc_archive_close(&archive);
	return other;
}

/* 1: ask again, of what is there now; 0: the error stands.  What looks like
 * damage may be a generation that was taken away for another one
 * while it was read; a shard that is lost is left out. */
static int again(const struct query_options *o, struct tc_remote *remote,
		 const struct tc_buf *name, bool blamed, bool drained,
		 int tries, struct tc_error *err)
{
	if (blamed) {
		if (!drained)
			return 1;
		tc_fail(err, TC_E_PARTIAL,
			"a shard was lost on the way: what was written is not "
			"all");
		return 0;
	}
	if (err->code != TC_E_DAMAGED || !is_replaced(o, remote, name))
		return 0;
	if (!drained && tries < SWAPS_MAX)
		return 1;
	tc_fail(err, TC_E_TEMPORARY,
		"the archive was replaced while it was read; try again");
	return 0;
}

/* What is not found may be where nobody answers. */
static int tell_lost(const struct tc_remote *r, int status,
		     struct tc_error *err)
{
	for (size_t i = 0; i < r->lost_count; i++) {
		TC_SCOPED_BUF line = { 0 };

		tc_buf_printf(&line, _("shard %.*s did not answer, and its "
				       "articles are missing: %.*s"),
			      TC_ARG(r->lost[i].shard), TC_ARG(r->lost[i].why));
		query_tell(tc_buf_str(&line));
	}
	if (!r->lost_count)
		return status;
	if (status < 0 && err->code == TC_E_NOT_FOUND)
		err->code = TC_E_PARTIAL;
	return status == 0 || status == 1 ? tc_code_exit(TC_E_PARTIAL) :
					    status;
}

static int run_archive(const struct query_options *o,
		       struct tc_output *output, struct tc_error *err)
{
	struct tc_remote remote = { .allowed = o->remote,
				    .timeout_ms = SHARD_TIMEOUT_MS };
	TC_SCOPED_BUF name = { 0 };
	static bool drained;
	bool blamed;
	int status;

	/* so that the others can be asked when one hangs */
	if (o->timeout_ms)
		remote.timeout_ms = o->timeout_ms / 3 + 1;
	output->drained = &drained;
	query_limits_crash(o, &drained);
	for (int tries = 0;; tries++) {
		status = run_once(o, &remote, output, &name, &blamed, err);
		if (status >= 0 || !again(o, &remote, &name, blamed, drained,
					  tries, err))
			break;
		tc_buf_clear(output->out);
	}
	status = tell_lost(&remote, status, err);
	tc_remote_release(&remote);
	return status;
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

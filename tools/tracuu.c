/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * tracuu: the query program.  A map of the tree:
 *
 *   tools/tracuu.c         this program: arguments in, one answer out
 *   tools/query-*.c        its options (one table), the reading of their
 *                          values, its subcommands (one table)
 *   tools/settings.c       configuration files, of both programs
 *   tools/tracuu-import.c  the importer
 *   tools/import-*.c       its options and modes (tables); run (the pipeline),
 *                          input, pool and parse (processes that parse),
 *                          settle (the stage over the whole), print, report;
 *                          generation, verify, dump, delete (keeping it)
 *   tools/tracuu-crawl     a shell program: wget, then the importer
 *   src/query    ask (a question, from its text), parse (the language), plan
 *                (to Xapian), word and synonym (readings), search, rerank,
 *                match (phrases), suggest, analyze, explain, snippet, walk
 *                and pick (all hits, in constant memory), copies, facet,
 *                timeline, cites, kwic, cursor, contract (the schema),
 *                output-*
 *   src/index    archive, generation, stub and lock (on disk), schema (terms),
 *                terms, document, record (stored articles), indexer, sink and
 *                build (on all cores), learn (furniture), cluster (copies),
 *                rejects, missing, takedown, verify, xap-*.cc (Xapian, the
 *                only C++)
 *   src/import   source and shape-* (trees, WARC, archives, JSON Lines,
 *                feeds), html, dump, body and headline (the article out of
 *                the page), furniture, metadata, site (rules), language
 *   src/fact     docnum, symbol, registry, date, published, unit, gazetteer,
 *                contradiction, extract
 *   src/text     charset, normalize, fold, syllable, token, stopword,
 *                keystroke, distance, sketch; gen-* make tables
 *   src/base     error, mem, str, file, directory, json, children (processes)
 *
 * A floor includes only itself and those below it; import and index do not
 * see each other.  This program links neither libxml2 nor libarchive.
 */
#include "config.h"

#include "base/file.h"
#include "query/output.h"
#include "tools/query-limits.h"
#include "tools/query-options.h"
#include "tools/query-tell.h"
#include "tools/query-understand.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

/* The message and, where it names a column of the query, a look at it. */
static void tell(const struct query_options *o, const struct tc_error *err)
{
	TC_SCOPED_BUF place = { 0 };

	query_tell(tc_str0(err->message));
	tc_query_point(query_understand_text(o), err, &place);
	if (place.n)
		fprintf(stderr, "%s", tc_buf_cstr(&place));
}

/* An error in the form that was asked for; its exit status. */
static int report(const struct query_options *o, struct tc_buf *out,
		  const struct tc_error *err)
{
	bool lines = o->format == QUERY_JSONL;

	/* one object or the other */
	if (o->format == QUERY_JSON)
		tc_buf_clear(out);
	if (o->format == QUERY_JSON || lines)
		tc_output_error_json(out, err, lines);
	else
		tell(o, err);
	return tc_code_exit(err->code);
}

/* Output that could not be written; a reader that went away knows why. */
static int report_output(const struct tc_error *err)
{
	if (errno != EPIPE)
		query_tell(tc_str0(err->message));
	return tc_code_exit(TC_E_OUTPUT);
}

static int run(const struct query_options *o, struct tc_buf *out)
{
	TC_SCOPED_BUF options = { 0 };

	query_tell_options(o, &options);
	const struct tc_output output = { .out = out,
					  .fd = STDOUT_FILENO,
					  .query = tc_buf_str(&o->query),
					  .options = tc_buf_str(&options),
					  .color = o->color,
					  .hyperlinks = o->hyperlinks,
					  .stamp = o->stamp,
					  .columns = o->columns,
					  .accessed = o->accessed };
	struct tc_error err = { .code = TC_OK };
	int status = query_command_run(o, &output, &err);

	if (status < 0 && err.code == TC_E_OUTPUT)
		return report_output(&err);
	if (status < 0)
		status = report(o, out, &err);
	return tc_output_drain(&output, true, &err) == 0 ?
		       status : report_output(&err);
}

/* What the help and the version have written through stdio. */
static int finish_help(void)
{
	struct tc_error err;

	if (fflush(stdout) == 0 && !ferror(stdout))
		return 0;
	tc_fail(&err, TC_E_OUTPUT, "cannot write the output: %s",
		tc_strerror(errno));
	return report_output(&err);
}

/* A wrong command line, as run() would say it. */
static int refuse(const struct query_options *o, struct tc_buf *out,
		  struct tc_error *err)
{
	const struct tc_output output = { .out = out, .fd = STDOUT_FILENO };
	int status = report(o, out, err);

	return tc_output_drain(&output, true, err) == 0 ?
		       status : report_output(err);
}

int main(int argc, char **argv)
{
	TC_SCOPED_BUF out = { 0 };
	struct tc_error err = { .code = TC_OK };
	struct query_options o;

	tc_file_hold_standard();
	int done = query_options_read(&o, argc, argv, &err);
	if (done == 0)
		query_limits_set(&o);
	int status = done > 0 ? finish_help() :
		     done < 0 ? refuse(&o, &out, &err) :
				run(&o, &out);
	query_options_release(&o);
	return status;
}

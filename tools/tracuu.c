/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * tracuu: the query program.  A map of the tree:
 *
 *   tools/tracuu.c         this program: arguments in, one answer out
 *   tools/query-*.c        its options (one table), the reading of their
 *                          values, its subcommands (one table)
 *   tools/tracuu-import.c  the importer
 *   src/query    ask (a question, from its text), parse (the language), plan
 *                (to Xapian), word and synonym (readings), search, rerank,
 *                match (phrases), suggest, analyze, explain, snippet, output
 *   src/index    archive (on disk), schema (terms), terms, record (stored
 *                articles), indexer, xap-*.cc (Xapian, the only C++)
 *   src/import   source (trees, WARC, archives, JSON Lines, feeds), html and
 *                dump (the article out of the page)
 *   src/fact     docnum, registry, date, published, unit, gazetteer, extract
 *   src/text     normalize, fold, syllable, token, keystroke, charset
 *   src/base     error, mem, str, file, json
 *
 * A floor includes only itself and those below it; import and index do not
 * see each other.  This program links neither libxml2 nor libarchive.
 */
#include "config.h"

#include "query/output.h"
#include "tools/query-options.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>

/* An error in the form that was asked for; its exit status. */
static int report(const struct query_options *o, struct tc_buf *out,
		  const struct tc_error *err)
{
	if (o->format == QUERY_JSON)
		tc_output_error_json(out, err);
	else
		fprintf(stderr, "tracuu: %s\n", err->message);
	return tc_code_exit(err->code);
}

static int flush(const struct tc_buf *out)
{
	if ((out->n && fwrite(out->p, 1, out->n, stdout) != out->n) ||
	    fflush(stdout) != 0 || ferror(stdout)) {
		fprintf(stderr, "tracuu: cannot write the output: %s\n",
			strerror(errno));
		return tc_code_exit(TC_E_OUTPUT);
	}
	return 0;
}

static int run(const struct query_options *o, struct tc_buf *out,
	       struct tc_error *err)
{
	const struct tc_output output = { .out = out,
					  .query = tc_buf_str(&o->query),
					  .color = o->color,
					  .columns = o->columns };

	return query_command_run(o, &output, err);
}

int main(int argc, char **argv)
{
	TC_SCOPED_BUF out = { 0 };
	struct tc_error err = { .code = TC_OK };
	struct query_options o;
	int status = 0;

	setlocale(LC_CTYPE, "");
	int done = query_options_read(&o, argc, argv, &err);
	if (done <= 0) {
		status = done < 0 ? -1 : run(&o, &out, &err);
		if (status < 0)
			status = report(&o, &out, &err);
	}
	query_options_release(&o);
	int bad = flush(&out);
	return bad ? bad : status;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * tracuu: the query program.  A map of the tree:
 *
 *   tools/tracuu.c         this program: arguments in, one answer out
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

#include "base/error.h"
#include "fact/date.h"
#include "query/analyze.h"
#include "query/ask.h"
#include "query/output.h"
#include "text/utf8.h"

#include <errno.h>
#include <getopt.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define SNIPPET_COLUMNS 220
#define COLUMNS_DEFAULT 80
#define COLUMNS_MAX 200

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_IDS, FORMAT_HTML };
enum command {
	COMMAND_SEARCH, COMMAND_SHOW, COMMAND_ANALYZE, COMMAND_EXPLAIN
};

struct options {
	const char *db;
	enum format format;
	enum command command;
	bool color, facts;
	size_t columns;
	struct tc_search_options search;
	struct tc_buf query;
};

static void put_help(void)
{
	fputs("Usage: tracuu [OPTION]... [--] QUERY\n"
	      "       tracuu [OPTION]... show ID\n"
	      "       tracuu [OPTION]... explain ID QUERY\n"
	      "       tracuu [OPTION]... analyze TEXT\n"
	      "Search an archive of Vietnamese Party news.\n"
	      "\n"
	      "  --db=DIR             the archive (else TRACUU_DB, else "
	      "./archive)\n"
	      "  --from=DATE          published on or after (2023, 6/2023, "
	      "2023-06-15)\n"
	      "  --to=DATE            published on or before\n"
	      "  --as-of=YEAR         units as of that year: since 2025 also "
	      "those of the\n"
	      "                       provinces merged into one\n"
	      "  --undated            only articles without a date\n"
	      "  --match=MODE         auto (all words, then some), all, any\n"
	      "  --sort=ORDER         relevance, date (newest first)\n"
	      "  --limit=N            hits to show (10)\n"
	      "  --offset=N           hits to pass over (0)\n"
	      "  --facets=LIST        count number,type,issuer,unit,year,site\n"
	      "  --format=FORMAT      text, json, ids; show: html as "
	      "well\n"
	      "  --format-version=N   of the JSON (1)\n"
	      "  --facts              show: print the facts of the article\n"
	      "  --color=WHEN         auto, always, never\n"
	      "  --help, --version\n"
	      "\n"
	      "  tracuu sinh hoạt chi bộ        words, with accents or without\n"
	      "  tracuu '\"chi bộ mẫu\" -họp'     a phrase, and a word not to "
	      "be there\n"
	      "  tracuu so:21-NQ/TW ngay:2023   a document's number, a year\n"
	      "  tracuu 'donvi:\"Đông Kinh\"'     a unit by words of its name\n"
	      "\n"
	      "Exit status: 0 results, 1 none, 2 bad query or usage, 4 no "
	      "archive,\n6 archive damaged, 7 of another version, 20 and 21 "
	      "JSON version too old or\ntoo new, 70 bug, 71 out of memory, "
	      "74 cannot write, 75 try again.\nSee tracuu(1), "
	      "tracuu-query(7).\n",
	      stdout);
}

/* ---- arguments ---- */

enum { OPT_DB = 256, OPT_FROM, OPT_TO, OPT_AS_OF, OPT_UNDATED, OPT_MATCH,
       OPT_SORT,
       OPT_LIMIT, OPT_OFFSET, OPT_FACETS, OPT_FORMAT, OPT_FORMAT_VERSION,
       OPT_FACTS, OPT_COLOR, OPT_HELP, OPT_VERSION };

static const struct option long_options[] = {
	{ "db", required_argument, NULL, OPT_DB },
	{ "from", required_argument, NULL, OPT_FROM },
	{ "to", required_argument, NULL, OPT_TO },
	{ "as-of", required_argument, NULL, OPT_AS_OF },
	{ "undated", no_argument, NULL, OPT_UNDATED },
	{ "match", required_argument, NULL, OPT_MATCH },
	{ "sort", required_argument, NULL, OPT_SORT },
	{ "limit", required_argument, NULL, OPT_LIMIT },
	{ "offset", required_argument, NULL, OPT_OFFSET },
	{ "facets", required_argument, NULL, OPT_FACETS },
	{ "format", required_argument, NULL, OPT_FORMAT },
	{ "format-version", required_argument, NULL, OPT_FORMAT_VERSION },
	{ "facts", no_argument, NULL, OPT_FACTS },
	{ "color", required_argument, NULL, OPT_COLOR },
	{ "help", no_argument, NULL, OPT_HELP },
	{ "version", no_argument, NULL, OPT_VERSION },
	{ NULL, 0, NULL, 0 },
};

/* The index of `word` in a NULL-ended list, or -1 with an error that names
 * them all. */
static int choose(const char *option, const char *word,
		  const char *const *list, struct tc_error *err)
{
	TC_SCOPED_BUF known = { 0 };

	for (int i = 0; list[i]; i++) {
		if (strcmp(word, list[i]) == 0)
			return i;
		tc_buf_printf(&known, "%s%s", i ? ", " : "", list[i]);
	}
	return tc_fail(err, TC_E_USAGE, "--%s=%s: choose one of %s", option,
		       word, known.p);
}

static int read_count(const char *option, const char *text, uint32_t max,
		      uint32_t *out, struct tc_error *err)
{
	char *end;

	errno = 0;
	unsigned long n = strtoul(text, &end, 10);
	if (*text < '0' || *text > '9' || *end || errno || n > max)
		return tc_fail(err, TC_E_USAGE,
			       "--%s=%s: give a number from 0 to %u", option,
			       text, max);
	*out = (uint32_t)n;
	return 0;
}

/* The first day of --from, the last of --to: "2023", "6/2023". */
static int read_date(const char *option, const char *text,
		     struct tc_date *first, struct tc_date *last,
		     struct tc_error *err)
{
	struct tc_str s = tc_str0(text);
	const char *why = NULL;

	if (tc_utf8_valid(s) == s.n && !strstr(text, "..") &&
	    tc_date_range(s, first, last, &why))
		return 0;
	return tc_fail(err, TC_E_USAGE, "--%s=%s: %s", option, text,
		       why ? why : "not understood as a date; write 2023, "
				   "6/2023 or 2023-06-15");
}

static int read_year(const char *option, const char *text, int *out,
		     struct tc_error *err)
{
	uint32_t n;

	if (strlen(text) != 4 ||
	    read_count(option, text, 9999, &n, NULL) != 0 || n < 1000)
		return tc_fail(err, TC_E_USAGE,
			       "--%s=%s: give a year of four digits", option,
			       text);
	*out = (int)n;
	return 0;
}

static int read_facets(const char *text, uint32_t *out, struct tc_error *err)
{
	static const char *names[TC_FACET_COUNT + 1];
	struct tc_str rest = tc_str0(text), part;

	for (int f = 0; f < TC_FACET_COUNT; f++)
		names[f] = tc_facet_name((enum tc_facet)f);
	while (tc_str_split(&rest, ',', &part)) {
		TC_SCOPED_FREE char *word = tc_strdup(part);
		int f = choose("facets", word, names, err);
		if (f < 0)
			return -1;
		*out |= 1u << f;
	}
	return 0;
}

/* 20 and 21 tell a front end which of the two is too old. */
static int read_format_version(const char *text, struct tc_error *err)
{
	uint32_t n;

	if (read_count("format-version", text, 1000000, &n, err) != 0)
		return -1;
	if (n < TC_FORMAT_VERSION)
		return tc_fail(err, TC_E_FORMAT_OLD,
			       "format version %u is no longer written; this "
			       "is version %d", n, TC_FORMAT_VERSION);
	if (n > TC_FORMAT_VERSION)
		return tc_fail(err, TC_E_FORMAT_NEW,
			       "format version %u is not known; this is "
			       "version %d", n, TC_FORMAT_VERSION);
	return 0;
}

static int read_color(const char *text, struct options *o,
		      struct tc_error *err)
{
	static const char *const list[] = { "auto", "always", "never", NULL };
	int i = choose("color", text, list, err);

	if (i > 0)
		o->color = i == 1;
	return i < 0 ? -1 : 0;
}

static int read_option(int c, const char *arg, struct options *o,
		       struct tc_error *err)
{
	static const char *const matches[] = { "auto", "all", "any", NULL };
	static const char *const sorts[] = { "relevance", "date", NULL };
	static const char *const formats[] = { "text", "json", "ids", "html",
					       NULL };
	struct tc_date other;
	int i = 0;

	switch (c) {
	case OPT_DB:
		o->db = arg;
		return 0;
	case OPT_FROM:
		return read_date("from", arg, &o->search.plan.from, &other,
				 err);
	case OPT_TO:
		return read_date("to", arg, &other, &o->search.plan.to, err);
	case OPT_AS_OF:
		return read_year("as-of", arg, &o->search.as_of, err);
	case OPT_UNDATED:
		o->search.plan.undated = true;
		return 0;
	case OPT_MATCH:
		i = choose("match", arg, matches, err);
		o->search.match = (enum tc_match_mode)i;
		return i < 0 ? -1 : 0;
	case OPT_SORT:
		i = choose("sort", arg, sorts, err);
		o->search.sort = (enum tc_sort)i;
		return i < 0 ? -1 : 0;
	case OPT_LIMIT:
		return read_count("limit", arg, TC_LIMIT_MAX,
				  &o->search.limit, err);
	case OPT_OFFSET:
		return read_count("offset", arg, 1000000000,
				  &o->search.offset, err);
	case OPT_FACETS:
		return read_facets(arg, &o->search.facets, err);
	case OPT_FORMAT:
		i = choose("format", arg, formats, err);
		o->format = (enum format)i;
		return i < 0 ? -1 : 0;
	case OPT_FORMAT_VERSION:
		return read_format_version(arg, err);
	case OPT_FACTS:
		o->facts = true;
		return 0;
	case OPT_COLOR:
		return read_color(arg, o, err);
	}
	return tc_fail(err, TC_E_USAGE, "see 'tracuu --help'");
}

static size_t terminal_columns(void)
{
	struct winsize size;
	const char *env = getenv("COLUMNS");
	size_t n = env ? strtoul(env, NULL, 10) : 0;

	if (!n && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		n = size.ws_col;
	if (n < 20)
		n = COLUMNS_DEFAULT;
	return n < COLUMNS_MAX ? n : COLUMNS_MAX;
}

static void set_defaults(struct options *o)
{
	const char *no_color = getenv("NO_COLOR");

	*o = (struct options){ .db = getenv("TRACUU_DB"),
			       .columns = terminal_columns() };
	if (!o->db || !*o->db)
		o->db = "archive";
	o->color = isatty(STDOUT_FILENO) && !(no_color && *no_color);
	o->search.limit = TC_LIMIT_DEFAULT;
	o->search.snippet_columns = SNIPPET_COLUMNS;
}

static void add_word(struct tc_buf *query, const char *word)
{
	if (query->n)
		tc_buf_addc(query, ' ');
	tc_buf_puts(query, word);
}

/* A front end that asked for JSON gets its errors so, also those of options
 * that stand before --format. */
static void foresee_format(int argc, char **argv, struct options *o)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--format=json") == 0 ||
		    (strcmp(argv[i], "--format") == 0 && i + 1 < argc &&
		     strcmp(argv[i + 1], "json") == 0))
			o->format = FORMAT_JSON;
}

/* A first word that is a subcommand is one. */
static bool read_command(const char *word, enum command *out)
{
	static const struct {
		const char *word;
		enum command command;
	} commands[] = {
		{ "search", COMMAND_SEARCH },
		{ "show", COMMAND_SHOW },
		{ "analyze", COMMAND_ANALYZE },
		{ "explain", COMMAND_EXPLAIN },
	};

	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		if (strcmp(word, commands[i].word) != 0)
			continue;
		*out = commands[i].command;
		return true;
	}
	return false;
}

/* "-máy" is a word to exclude more often than an option. */
static int unknown_option(const char *arg, struct tc_error *err)
{
	if (arg[0] == '-' && arg[1] != '-')
		return tc_fail(err, TC_E_USAGE,
			       "'%s' is no option; a query with a word to "
			       "exclude goes behind '--': tracuu -- ... %s",
			       arg, arg);
	return tc_fail(err, TC_E_USAGE,
		       "unknown or incomplete option '%s'; see 'tracuu "
		       "--help'", arg);
}

/* 1: the program is done (--help); 0: go on; -1: err.  Words come in the order
 * typed: only one that stands before "--" can be a subcommand. */
static int read_arguments(int argc, char **argv, struct options *o,
			  struct tc_error *err)
{
	bool first = true;
	int at, c;

	opterr = 0;
	while (at = optind, c = getopt_long(argc, argv, "-", long_options,
					    NULL), c != -1) {
		if (c == OPT_HELP) {
			put_help();
			return 1;
		}
		if (c == OPT_VERSION) {
			puts(PACKAGE_STRING);
			return 1;
		}
		if (c == '?')
			return unknown_option(argv[at], err);
		if (c != 1) {
			if (read_option(c, optarg, o, err) != 0)
				return -1;
			continue;
		}
		if (!first || !read_command(optarg, &o->command))
			add_word(&o->query, optarg);
		first = false;
	}
	for (; optind < argc; optind++)
		add_word(&o->query, argv[optind]);
	return 0;
}

/* ---- commands ---- */

static int run_search(const struct options *o, struct tc_archive *archive,
		      const struct tc_output *output, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_answer answer;

	if (o->format == FORMAT_HTML)
		return tc_fail(err, TC_E_USAGE,
			       "--format=html is for 'tracuu show ID'");
	if (tc_ask(archive, output->query, &o->search, &arena, &answer,
		   err) != 0)
		return -1;
	if (o->format == FORMAT_JSON)
		tc_output_json(output, &answer);
	else if (o->format == FORMAT_IDS)
		tc_output_ids(output, &answer);
	else
		tc_output_text(output, &answer);
	if (o->format != FORMAT_JSON)
		for (size_t i = 0; i < answer.plan.note_count; i++)
			fprintf(stderr, "tracuu: %.*s\n",
				TC_ARG(answer.plan.notes[i]));
	int status = answer.n || answer.total ? 0 : 1;
	tc_answer_release(&answer);
	return status;
}

static int run_show(const struct options *o, struct tc_archive *archive,
		    const struct tc_output *output, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_record record;

	if (!output->query.n)
		return tc_fail(err, TC_E_USAGE,
			       "show: which article? give an id, as "
			       "--format=ids prints them");
	if (tc_search_id(archive, output->query, &arena, &record, err) != 0)
		return -1;
	if (o->format == FORMAT_JSON)
		tc_output_article_json(output, &record);
	else if (o->format == FORMAT_IDS)
		tc_buf_printf(output->out, "%s\n", record.article.id);
	else if (o->format == FORMAT_HTML)
		tc_output_article_html(output, &record);
	else
		tc_output_article_text(output, &record, o->facts);
	return 0;
}

static int run_explain(const struct options *o, struct tc_archive *archive,
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
	tc_explain_print(output, &shares, o->format == FORMAT_JSON);
	return shares.n || shares.matches ? 0 : 1;
}

/* Needs no archive. */
static int run_analyze(const struct options *o,
		       const struct tc_output *output, struct tc_error *err)
{
	size_t valid = tc_utf8_valid(output->query);

	if (valid < output->query.n)
		return tc_fail(err, TC_E_USAGE,
			       "analyze: the text is not UTF-8 at byte %zu",
			       valid);
	if (!output->query.n)
		return tc_fail(err, TC_E_USAGE, "analyze: give a text");
	tc_analyze(output, output->query, o->format == FORMAT_JSON);
	return 0;
}

static int run_command(const struct options *o, struct tc_archive *archive,
		       const struct tc_output *output, struct tc_error *err)
{
	switch (o->command) {
	case COMMAND_SHOW:
		return run_show(o, archive, output, err);
	case COMMAND_EXPLAIN:
		return run_explain(o, archive, output, err);
	default:
		return run_search(o, archive, output, err);
	}
}

static int run(struct options *o, struct tc_buf *out, struct tc_error *err)
{
	struct tc_archive archive;
	const struct tc_output output = { .out = out,
					  .query = tc_buf_str(&o->query),
					  .color = o->color,
					  .columns = o->columns };
	if (o->command == COMMAND_ANALYZE)
		return run_analyze(o, &output, err);
	int status = tc_archive_open(&archive, o->db, err);
	if (status == 0)
		status = run_command(o, &archive, &output, err);
	tc_archive_close(&archive);
	return status;
}

/* An error in the form that was asked for; its exit status. */
static int report(const struct options *o, struct tc_buf *out,
		  const struct tc_error *err)
{
	if (o->format == FORMAT_JSON)
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

int main(int argc, char **argv)
{
	TC_SCOPED_BUF out = { 0 };
	struct tc_error err = { .code = TC_OK };
	struct options o;
	int status;

	setlocale(LC_CTYPE, "");
	set_defaults(&o);
	foresee_format(argc, argv, &o);
	int done = read_arguments(argc, argv, &o, &err);
	if (done > 0)
		return flush(&out);
	status = done < 0 ? -1 : run(&o, &out, &err);
	if (status < 0)
		status = report(&o, &out, &err);
	tc_buf_release(&o.query);
	int bad = flush(&out);
	return bad ? bad : status;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/query-options.h"

#include "base/mem.h"
#include "query/output.h"
#include "tools/query-values.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define SNIPPET_COLUMNS 220
#define SNIPPET_MAX 10000
#define KWIC_MAX 1000
#define COLUMNS_DEFAULT 80
#define COLUMNS_MAX 200
#define LIMIT_MAX 1000000000	/* of hits, and of hits passed over */

static const char *const format_names[QUERY_FORMAT_COUNT + 1] = {
	[QUERY_TEXT] = "text",
	[QUERY_JSON] = "json",
	[QUERY_JSONL] = "jsonl",
	[QUERY_CSV] = "csv",
	[QUERY_TSV] = "tsv",
	[QUERY_IDS] = "ids",
	[QUERY_HTML] = "html",
	[QUERY_BIBTEX] = "bibtex",
	[QUERY_CSL] = "csl",
	[QUERY_RIS] = "ris",
	[QUERY_SVG] = "svg",
	[QUERY_DOT] = "dot",
	[QUERY_GRAPHML] = "graphml",
};

const char *query_format_name(enum query_format f)
{
	return format_names[f];
}

/* ---- readers, one an option ---- */

#define READER(name) \
	static int name(const struct query_option *row, const char *arg, \
			struct query_options *o, struct tc_error *err)

READER(read_db)
{
	(void)row, (void)err;
	o->db = arg;
	return 0;
}

READER(read_from)
{
	struct tc_date last;

	return query_value_date(row->name, arg, &o->search.plan.from, &last,
				err);
}

READER(read_to)
{
	struct tc_date first;

	return query_value_date(row->name, arg, &first, &o->search.plan.to,
				err);
}

READER(read_as_of)
{
	return query_value_year(row->name, arg, &o->search.as_of, err);
}

READER(read_undated)
{
	(void)row, (void)arg, (void)err;
	o->search.plan.undated = true;
	return 0;
}

READER(read_no_collapse)
{
	(void)row, (void)arg, (void)err;
	o->search.no_collapse = true;
	return 0;
}

READER(read_match)
{
	static const char *const names[] = { "auto", "all", "any", NULL };
	int i = query_value_choose(row->name, arg, names, err);

	o->search.match = (enum tc_match_mode)i;
	return i < 0 ? -1 : 0;
}

READER(read_sort)
{
	static const char *const names[] = { "relevance", "date", NULL };
	int i = query_value_choose(row->name, arg, names, err);

	o->search.sort = (enum tc_sort)i;
	return i < 0 ? -1 : 0;
}

READER(read_limit)
{
	o->limited = true;
	return query_value_count(row->name, arg, LIMIT_MAX,
				 &o->search.limit, err);
}

READER(read_offset)
{
	return query_value_count(row->name, arg, LIMIT_MAX,
				 &o->search.offset, err);
}

READER(read_after)
{
	(void)row, (void)err;
	o->after = arg;
	return 0;
}

READER(read_sample)
{
	return query_value_count(row->name, arg, LIMIT_MAX, &o->sample, err);
}

READER(read_seed)
{
	uint32_t seed;
	int bad = query_value_count(row->name, arg, UINT32_MAX, &seed, err);

	o->seed = seed;
	return bad;
}

READER(read_snippet)
{
	uint32_t columns;
	int bad = query_value_count(row->name, arg, SNIPPET_MAX, &columns, err);

	o->search.snippet_columns = columns;
	return bad;
}

READER(read_accessed)
{
	struct tc_date first;

	return query_value_date(row->name, arg, &first, &o->accessed, err);
}

READER(read_hyperlinks)
{
	(void)row, (void)arg, (void)err;
	o->hyperlinks = true;
	return 0;
}

READER(read_zero)
{
	(void)row, (void)arg, (void)err;
	o->zero = true;
	o->format = QUERY_IDS;
	return 0;
}

/* A facet by its name, or -1. */
static int facet_named(const struct query_option *row, struct tc_str name,
		       struct tc_error *err)
{
	const char *names[TC_FACET_COUNT + 1] = { NULL };
	TC_SCOPED_FREE char *word = tc_strdup(name);

	for (int f = 0; f < TC_FACET_COUNT; f++)
		names[f] = tc_facet_name((enum tc_facet)f);
	return query_value_choose(row->name, word, names, err);
}

/* "year/type": one inside another. */
static int read_nested(const struct query_option *row, struct tc_str outer,
		       struct tc_str inner, struct query_options *o,
		       struct tc_error *err)
{
	int out = facet_named(row, outer, err);
	int in = out < 0 ? -1 : facet_named(row, inner, err);

	if (in < 0)
		return -1;
	if (o->nested_count == TC_NESTED_MAX)
		return tc_fail(err, TC_E_USAGE,
			       "--facets: at most %d pairs of facets",
			       TC_NESTED_MAX);
	o->nested[o->nested_count++] = (struct tc_nested){
		.outer = (enum tc_facet)out, .inner = (enum tc_facet)in
	};
	return 0;
}

READER(read_facets)
{
	struct tc_str rest = tc_str0(arg), part, outer;

	while (tc_str_split(&rest, ',', &part)) {
		struct tc_str inner = part;
		tc_str_split(&inner, '/', &outer);
		if (inner.p) {
			if (read_nested(row, outer, inner, o, err) != 0)
				return -1;
			continue;
		}
		int f = facet_named(row, part, err);
		if (f < 0)
			return -1;
		o->search.facets |= 1u << f;
	}
	return 0;
}

READER(read_kwic)
{
	if (query_value_count(row->name, arg, KWIC_MAX, &o->kwic, err) != 0)
		return -1;
	if (!o->kwic)
		return tc_fail(err, TC_E_USAGE,
			       "--kwic=0: give the columns of each side, 1 to "
			       "%d", KWIC_MAX);
	return 0;
}

READER(read_kwic_sort)
{
	static const char *const names[] = { "doc", "left", "right", NULL };
	int i = query_value_choose(row->name, arg, names, err);

	o->kwic_sort = (enum tc_kwic_sort)i;
	return i < 0 ? -1 : 0;
}

READER(read_by)
{
	static const char *const names[] = { "year", "quarter", "month",
					     NULL };
	int i = query_value_choose(row->name, arg, names, err);

	o->by = (enum tc_period)i;
	return i < 0 ? -1 : 0;
}

READER(read_format)
{
	int i = query_value_choose(row->name, arg, format_names, err);

	if (i >= 0)
		o->format = (enum query_format)i;
	return i < 0 ? -1 : 0;
}

/* 20 and 21 tell a front end which of the two is too old. */
READER(read_format_version)
{
	uint32_t n;

	(void)o;
	if (query_value_count(row->name, arg, 1000000, &n, err) != 0)
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

READER(read_facts)
{
	(void)row, (void)arg, (void)err;
	o->facts = true;
	return 0;
}

READER(read_color)
{
	static const char *const names[] = { "auto", "always", "never", NULL };
	int i = query_value_choose(row->name, arg, names, err);

	if (i > 0)
		o->color = i == 1;
	return i < 0 ? -1 : 0;
}

READER(read_queries)
{
	(void)row, (void)err;
	o->search.names = arg;
	return 0;
}

/* --queries stands, wherever it was given. */
READER(read_no_config)
{
	(void)row, (void)arg, (void)err;
	if (o->search.names == o->names.p)
		o->search.names = NULL;
	return 0;
}

READER(read_explain_query)
{
	(void)row, (void)arg, (void)err;
	o->explain_query = true;
	return 0;
}

/* A row without a reader ends the program well: the help, the version. */
static const struct query_option options[] = {
	{ "db", "DIR", read_db,
	  "the archive (else TRACUU_DB, else ./archive)" },
	{ "from", "DATE", read_from,
	  "published on or after (2023, 6/2023, 2023-06-15)" },
	{ "to", "DATE", read_to, "published on or before" },
	{ "as-of", "YEAR", read_as_of,
	  "units as of that year: since 2025 also those of the\n"
	  "provinces merged into one" },
	{ "undated", NULL, read_undated, "only articles without a date" },
	{ "no-collapse", NULL, read_no_collapse,
	  "show every copy of a story, not one" },
	{ "match", "MODE", read_match, "auto (all words, then some), all, any" },
	{ "sort", "ORDER", read_sort, "relevance, date (newest first)" },
	{ "limit", "N", read_limit,
	  "hits to show (10; all of them where they are\nwritten as they are "
	  "read: jsonl, csv, tsv, ids, ...)" },
	{ "offset", "N", read_offset, "hits to pass over (0)" },
	{ "after", "CURSOR", read_after,
	  "the page behind the one whose \"next\" this is" },
	{ "sample", "N", read_sample, "N of all, chosen by chance" },
	{ "seed", "N", read_seed, "another choice (0)" },
	{ "snippet", "N", read_snippet, "columns of the passage shown (220)" },
	{ "facets", "LIST", read_facets,
	  "count number,type,issuer,unit,year,site; facets: one\n"
	  "inside another too, year/type" },
	{ "kwic", "N", read_kwic,
	  "every place that answers, N columns on each side" },
	{ "kwic-sort", "ORDER", read_kwic_sort,
	  "doc (as the articles), left, right (by neighbours)" },
	{ "by", "PERIOD", read_by,
	  "timeline, compare: year, quarter, month (month)" },
	{ "format", "FORMAT", read_format,
	  "text, json, jsonl, csv, tsv, ids, bibtex, csl, ris;\n"
	  "show: html; timeline, compare: svg; cites: dot, graphml" },
	{ "null", NULL, read_zero, "ids that end in NUL; also -0" },
	{ "format-version", "N", read_format_version, "of the JSON (1)" },
	{ "facts", NULL, read_facts, "show: print the facts of the article" },
	{ "accessed", "DATE", read_accessed,
	  "for citations: when the pages were read, where the\ncrawl did not "
	  "say" },
	{ "color", "WHEN", read_color, "auto, always, never" },
	{ "hyperlinks", NULL, read_hyperlinks,
	  "titles lead to their pages, in terminals that can" },
	{ "queries", "FILE", read_queries,
	  "named queries, for @name (else tracuu/queries in the\n"
	  "configuration directory)" },
	{ "no-config", NULL, read_no_config,
	  "no file of the configuration directory is read" },
	{ "explain-query", NULL, read_explain_query,
	  "print how the query is understood, and stop" },
	{ "help", NULL, NULL, NULL },
	{ "version", NULL, NULL, NULL },
};

enum { OPTION_COUNT = sizeof options / sizeof *options };

/* ---- help ---- */

static void put_option(const struct query_option *row)
{
	enum { MARGIN = 23 };
	struct tc_str rest = tc_str0(row->help), line;
	int n = printf("  --%s%s%s", row->name, row->argument ? "=" : "",
		       row->argument ? row->argument : "");

	while (tc_str_split(&rest, '\n', &line)) {
		printf("%*s%.*s\n", n < MARGIN ? MARGIN - n : 0, "",
		       TC_ARG(line));
		n = 0;
	}
}

static void put_help(void)
{
	fputs("Usage: tracuu [OPTION]... [--] QUERY\n", stdout);
	for (size_t i = 0; i < query_command_count; i++)
		if (query_commands[i].arguments)
			printf("       tracuu [OPTION]... %s %s\n",
			       query_commands[i].word,
			       query_commands[i].arguments);
	fputs("Search an archive of Vietnamese Party news.\n\n", stdout);
	for (size_t i = 0; i < OPTION_COUNT; i++)
		if (options[i].help)
			put_option(&options[i]);
	fputs("  --help, --version\n"
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

/* The named queries of the XDG Base Directory Specification's place; read when
 * a query names one. */
static void name_queries(struct query_options *o)
{
	const char *config = getenv("XDG_CONFIG_HOME");
	const char *home = getenv("HOME");

	if (config && *config == '/')
		tc_buf_printf(&o->names, "%s/tracuu/queries", config);
	else if (home && *home)
		tc_buf_printf(&o->names, "%s/.config/tracuu/queries", home);
	o->search.names = o->names.p;
}

static void set_defaults(struct query_options *o)
{
	const char *no_color = getenv("NO_COLOR");

	*o = (struct query_options){ .command = &query_commands[0],
				     .db = getenv("TRACUU_DB"),
				     .columns = terminal_columns() };
	if (!o->db || !*o->db)
		o->db = "archive";
	o->color = isatty(STDOUT_FILENO) && !(no_color && *no_color);
	o->by = TC_PERIOD_MONTH;
	o->search.limit = TC_LIMIT_DEFAULT;
	o->search.snippet_columns = SNIPPET_COLUMNS;
	name_queries(o);
}

static void add_word(struct query_options *o, const char *word)
{
	if (o->word_count)
		tc_buf_addc(&o->query, ' ');
	tc_buf_puts(&o->query, word);
	o->words[o->word_count++] = word;
}

/* A front end that asked for JSON gets its errors so, also those of options
 * that stand before --format. */
static void foresee_format(int argc, char **argv, struct query_options *o)
{
	const struct tc_str option = TC_STR("--format");

	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		struct tc_str name = tc_str0(argv[i]);
		if (!tc_str_starts(name, option))
			continue;
		const char *value = argv[i][option.n] == '=' ?
					    &argv[i][option.n + 1] :
				    name.n == option.n && i + 1 < argc ?
					    argv[i + 1] : "";
		for (int f = QUERY_JSON; f <= QUERY_JSONL; f++)
			if (strcmp(value, format_names[f]) == 0)
				o->format = (enum query_format)f;
	}
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

static const struct query_option *find_option(const char *name)
{
	for (int i = 0; i < OPTION_COUNT; i++)
		if (strcmp(options[i].name, name) == 0)
			return &options[i];
	return NULL;
}

/* 1: done, it was the help or the version. */
static int take_option(const struct query_option *row, const char *arg,
		       struct query_options *o, struct tc_error *err)
{
	if (row->read)
		return row->read(row, arg, o, err);
	if (strcmp(row->name, "help") == 0)
		put_help();
	else
		puts(PACKAGE_STRING);
	return 1;
}

/* Only a first word that stands before "--" can be a subcommand. */
static void take_word(const char *word, bool first, struct query_options *o)
{
	const struct query_command *command =
		first ? query_command_find(word) : NULL;

	if (command)
		o->command = command;
	else
		add_word(o, word);
}

int query_options_read(struct query_options *o, int argc, char **argv,
		       struct tc_error *err)
{
	enum { WORD = 1, FIRST_OPTION = 256 };
	struct option longs[OPTION_COUNT + 1] = { { 0 } };
	bool first = true;
	int at, c;

	set_defaults(o);
	o->words = tc_alloc((size_t)argc * sizeof *o->words);
	foresee_format(argc, argv, o);
	for (int i = 0; i < OPTION_COUNT; i++)
		longs[i] = (struct option){
			.name = options[i].name,
			.has_arg = options[i].argument ? required_argument :
							 no_argument,
			.val = FIRST_OPTION + i
		};
	opterr = 0;
	while (at = optind, c = getopt_long(argc, argv, "-0", longs, NULL),
	       c != -1) {
		if (c == '?')
			return unknown_option(argv[at], err);
		if (c == WORD) {
			take_word(optarg, first, o);
			first = false;
			continue;
		}
		const struct query_option *row =
			c == '0' ? find_option("null") :
				   &options[c - FIRST_OPTION];
		int done = take_option(row, optarg, o, err);
		if (done != 0)
			return done;
	}
	for (; optind < argc; optind++)
		add_word(o, argv[optind]);
	return 0;
}

void query_options_release(struct query_options *o)
{
	tc_buf_release(&o->query);
	tc_buf_release(&o->names);
	free(o->words);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/query-options.h"

#include "base/language.h"
#include "base/mem.h"
#include "query/output.h"
#include "query/terminal.h"
#include "text/fold.h"
#include "tools/query-values.h"
#include "tools/unheeded.h"
#include "tools/unknown.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define SNIPPET_COLUMNS 220
#define MEMORY_DEFAULT 1024	/* MB of address space; 30 are usual */
#define COLUMNS_DEFAULT 80
#define COLUMNS_MIN 20
#define COLUMNS_MAX 200

/* getopt's own table, made of ours. */
#define OPTIONS_MAX 64
#define OPTSTRING "-0"	/* words and options as they come */
enum { WORD = 1, FIRST_OPTION = 256 };

/* ---- help ---- */

static void put_option(const struct query_option *row)
{
	enum { MARGIN = 23 };
	TC_SCOPED_BUF left = { 0 };
	struct tc_str rest = tc_str0(_(row->help)), line;
	const char *argument = row->argument ? _(row->argument) : "";
	bool may = *argument == '[';	/* "[NAME]" is put as "[=NAME]" */

	tc_buf_printf(&left, "  --%s%s%s%s", row->name, may ? "[" : "",
		      *argument ? "=" : "", argument + may);
	int n = (int)tc_text_columns(tc_buf_str(&left));
	while (tc_str_split(&rest, '\n', &line)) {
		printf("%s%*s%.*s\n", tc_buf_cstr(&left),
		       n < MARGIN ? MARGIN - n : 1, "", TC_ARG(line));
		tc_buf_clear(&left);
		n = 0;
	}
}

static void put_help(void)
{
	fputs(_("Usage: tracuu [OPTION]... [--] QUERY\n"), stdout);
	for (size_t i = 0; i < query_command_count; i++)
		if (query_commands[i].arguments)
			printf(_("       tracuu [OPTION]... %s %s\n"),
			       query_commands[i].word,
			       _(query_commands[i].arguments));
	fputs(_("Search an archive of Vietnamese Party news.\n\n"), stdout);
	for (size_t i = 0; i < query_option_count; i++)
		if (query_option_table[i].help)
			put_option(&query_option_table[i]);
	fputs("  --help, --version\n\n", stdout);
	fputs(_("  tracuu sinh hoạt chi bộ        words, with accents or "
		"without\n"
		"  tracuu '\"chi bộ mẫu\" -họp'     a phrase, and a word not "
		"to be there\n"
		"  tracuu so:21-NQ/TW ngay:2023   a document's number, a "
		"year\n"
		"  tracuu 'donvi:\"Đông Kinh\"'     a unit by words of its "
		"name\n"),
	      stdout);
	fputs(_("\nExit status: 0 results, 1 none, 2 bad query or usage, 3 "
		"not all in time,\n4 no archive, 6 archive damaged, 7 of "
		"another version, 20 and 21 JSON\nversion too old or too new, "
		"70 bug, 71 out of memory, 74 cannot write,\n75 try again.\n"
		"See tracuu(1), tracuu-query(7).\n"),
	      stdout);
}

/* ---- arguments ---- */

static size_t terminal_columns(void)
{
	struct winsize size;
	const char *env = getenv("COLUMNS");
	size_t n = env && *env >= '0' && *env <= '9' ?
			   strtoul(env, NULL, 10) : 0;

	if (!n && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		n = size.ws_col;
	if (!n)
		return COLUMNS_DEFAULT;
	return n < COLUMNS_MIN ? COLUMNS_MIN :
	       n > COLUMNS_MAX ? COLUMNS_MAX : n;
}

static void set_defaults(struct query_options *o)
{
	*o = (struct query_options){ .command = &query_commands[0],
				     .columns = terminal_columns() };
	o->color = tc_terminal_wants_color(STDOUT_FILENO);
	o->by = TC_PERIOD_MONTH;
	o->memory_mb = MEMORY_DEFAULT;
	o->query_bytes = TC_QUERY_BYTES_MAX;
	o->search.limit = TC_LIMIT_DEFAULT;
	o->search.snippet_columns = SNIPPET_COLUMNS;
	o->dbs[o->db_count++] = "archive";
}

static void read_environment(struct query_options *o)
{
	const char *db = getenv("TRACUU_DB");
	const char *no_color = getenv("NO_COLOR");

	if (db && *db) {
		o->dbs[0] = db;
		o->db_count = 1;
	}
	if (no_color && *no_color)
		o->color = false;
}

static void add_word(struct query_options *o, const char *word)
{
	if (o->word_count)
		tc_buf_addc(&o->query, ' ');
	tc_buf_puts(&o->query, word);
	o->words[o->word_count++] = word;
}

/* What programs read is the same in every language. */
static void choose_language(const struct query_options *o)
{
	tc_language_use(o->format != QUERY_JSON && o->format != QUERY_JSONL);
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
			if (strcmp(value,
				   query_format_name((enum query_format)f)) == 0)
				o->format = (enum query_format)f;
	}
	choose_language(o);
}

/* "-máy" is a word to exclude more often than an option. */
static int refuse_option(const char *arg, const struct option *longs,
			 struct tc_error *err)
{
	if (arg[0] == '-' && arg[1] != '-' && strcmp(arg, "-h") != 0)
		return tc_fail(err, TC_E_USAGE,
			       "'%s' is no option; a query with a word to "
			       "exclude goes behind '--': tracuu -- ... %s",
			       arg, arg);
	return unknown_option("tracuu", arg, longs, err);
}

static const struct query_option *find_option(const char *name)
{
	for (size_t i = 0; i < query_option_count; i++)
		if (strcmp(query_option_table[i].name, name) == 0)
			return &query_option_table[i];
	return NULL;
}

static int set_from_file(void *options, const char *key, const char *value,
			 bool first, struct tc_error *err)
{
	struct query_options *o = options;
	const struct query_option *row = find_option(key);

	o->db_over = first;
	tc_assert(row && row->read);
	return row->read(row, value, o, err);
}

/* What the command line says of the files, before it is read itself; who asks
 * for help gets it whatever stands in them. */
static void choose_config(struct query_options *o, int argc, char **argv,
			  const struct option *longs)
{
	int c;

	while ((c = getopt_long(argc, argv, OPTSTRING, longs, NULL)) != -1) {
		if (c < FIRST_OPTION)
			continue;
		const char *name = longs[c - FIRST_OPTION].name;
		if (strcmp(name, "config") == 0)
			o->config.file = optarg;
		else if (strcmp(name, "no-config") == 0 ||
			 strcmp(name, "help") == 0 ||
			 strcmp(name, "version") == 0)
			o->config.none = true;
	}
	optind = 0;	/* GNU: from the beginning, once more */
}

static int read_config(struct query_options *o, struct tc_error *err)
{
	const struct settings_reader r = { .program = SETTINGS_TRACUU,
					 .set = set_from_file,
					 .options = o,
					 .arena = &o->arena };

	/* read when a query names one of them */
	o->search.names = o->config.none ?
				  NULL : settings_path(&o->arena, "queries");
	if (settings_read(&r, &o->config, err) != 0)
		return -1;
	/* of a page, not of an export */
	o->limited = false;
	return 0;
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
		first && o->command != &query_schema_command ?
			query_command_find(word) : NULL;

	if (command)
		o->command = command;
	else
		add_word(o, word);
}

/* ---- what goes together ---- */

static bool is_given(const struct query_options *o,
		     const struct query_option *row)
{
	return o->given >> (row - query_option_table) & 1;
}

/* A configuration file may say what is for some commands only. */
static int check_given(const struct query_options *o, struct tc_error *err)
{
	/* who completes a line is no one to be told of */
	const char *names[QUERY_ON_COMPLETE + 1];
	const struct heeders commands = { names, QUERY_ON_COMPLETE };
	int bad = 0;

	/* --print-schema stands above all commands */
	if (o->command == &query_schema_command)
		return 0;
	for (size_t i = 0; i <= QUERY_ON_COMPLETE; i++)
		names[i] = query_commands[i].word;
	for (size_t i = 0; i < query_option_count && !bad; i++)
		if (is_given(o, &query_option_table[i]))
			bad = refuse_unheeded(
				query_option_table[i].name,
				query_option_table[i].commands, &commands,
				(size_t)(o->command - query_commands), err);
	return bad;
}

/* Options that only say how another one is meant. */
static const struct {
	const char *option, *other;
} followers[] = {
	{ "seed", "sample" },
	{ "kwic-sort", "kwic" },
};

static int check_followers(const struct query_options *o,
			   struct tc_error *err)
{
	for (size_t i = 0; i < sizeof followers / sizeof *followers; i++)
		if (is_given(o, find_option(followers[i].option)) &&
		    !is_given(o, find_option(followers[i].other)))
			return tc_fail(err, TC_E_USAGE,
				       "--%s says nothing without --%s",
				       followers[i].option,
				       followers[i].other);
	return 0;
}

/* Options of which one would not be heeded. */
static const struct {
	const char *option, *other;
} rivals[] = {
	{ "undated", "from" },
	{ "undated", "to" },
	{ "after", "offset" },
	{ "sample", "limit" },
};

static int check_rivals(const struct query_options *o, struct tc_error *err)
{
	for (size_t i = 0; i < sizeof rivals / sizeof *rivals; i++)
		if (is_given(o, find_option(rivals[i].option)) &&
		    is_given(o, find_option(rivals[i].other)))
			return tc_fail(err, TC_E_USAGE,
				       "--%s and --%s do not go together",
				       rivals[i].option, rivals[i].other);
	return 0;
}

/* What single options cannot know. */
static int check(const struct query_options *o, struct tc_error *err)
{
	const struct tc_date from = o->search.plan.from;
	const struct tc_date to = o->search.plan.to;

	if (check_given(o, err) != 0 || check_followers(o, err) != 0 ||
	    check_rivals(o, err) != 0)
		return -1;
	if (!from.year || !to.year || tc_date_first(from) <= tc_date_last(to))
		return 0;
	return tc_fail(err, TC_E_USAGE, "--from, --to: the range ends before "
		       "it begins");
}

static void fill(struct option longs[OPTIONS_MAX + 1])
{
	tc_assert(query_option_count <= OPTIONS_MAX);
	for (size_t i = 0; i < query_option_count; i++)
		longs[i] = (struct option){
			.name = query_option_table[i].name,
			.has_arg = !query_option_table[i].argument ? no_argument :
				   *query_option_table[i].argument == '[' ?
						      optional_argument :
						      required_argument,
			.val = FIRST_OPTION + (int)i
		};
}

static int read_arguments(struct query_options *o, int argc, char **argv,
			  const struct option *longs, struct tc_error *err)
{
	bool first = true;
	int at, c;

	while (at = optind ? optind : 1,
	       c = getopt_long(argc, argv, OPTSTRING, longs, NULL), c != -1) {
		if (c == '?')
			return refuse_option(argv[at], longs, err);
		if (c == WORD) {
			take_word(optarg, first, o);
			first = false;
			continue;
		}
		const struct query_option *row =
			c == '0' ? find_option("null") :
				   &query_option_table[c - FIRST_OPTION];
		int done = take_option(row, optarg, o, err);
		o->given |= UINT64_C(1) << (row - query_option_table);
		if (done != 0)
			return done;
	}
	for (; optind < argc; optind++)
		add_word(o, argv[optind]);
	return 0;
}

int query_options_read(struct query_options *o, int argc, char **argv,
		       struct tc_error *err)
{
	struct option longs[OPTIONS_MAX + 1] = { { 0 } };

	set_defaults(o);
	o->words = tc_alloc((size_t)argc * sizeof *o->words);
	foresee_format(argc, argv, o);
	fill(longs);
	opterr = 0;
	choose_config(o, argc, argv, longs);
	if (read_config(o, err) != 0)
		return -1;
	read_environment(o);
	o->db_over = true;
	int done = read_arguments(o, argc, argv, longs, err);
	choose_language(o);
	return done != 0 ? done : check(o, err);
}

void query_options_release(struct query_options *o)
{
	tc_buf_release(&o->query);
	tc_arena_release(&o->arena);
	free(o->words);
}

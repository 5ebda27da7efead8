/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-options.h"

#include "base/language.h"
#include "base/mem.h"
#include "text/fold.h"
#include "tools/unheeded.h"
#include "tools/unknown.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define PAGE_TIMEOUT 30

/* getopt's own table, made of ours. */
#define OPTIONS_MAX 64

/* ---- the help ---- */

#define HELP_COLUMN 23

static void put_row(const struct import_option *row)
{
	TC_SCOPED_BUF left = { 0 };
	struct tc_str rest = tc_str0(_(row->help)), line;

	bool optional = row->argument && *row->argument == '[';
	tc_buf_printf(&left, "  --%s%s%s", row->name,
		      optional ? "[=" : row->argument ? "=" : "",
		      row->argument ? _(row->argument) + optional : "");
	if (tc_text_columns(tc_buf_str(&left)) > HELP_COLUMN - 2) {
		puts(left.p);
		tc_buf_clear(&left);
	}
	for (; tc_str_split(&rest, '\n', &line); tc_buf_clear(&left)) {
		size_t n = tc_text_columns(tc_buf_str(&left));
		printf("%s%*s%.*s\n", tc_buf_cstr(&left),
		       (int)(HELP_COLUMN - n), "", TC_ARG(line));
	}
}

static void put_help(void)
{
	fputs(_("Usage: tracuu-import [OPTION]... PATH...\n"
		"Import crawled pages (HTML, text dumps, WARC, ARC, zip, tar, "
		"JSON Lines, feeds)\ninto an archive that tracuu searches.\n"
		"\n"),
	      stdout);
	for (size_t i = 0; i < import_option_count; i++)
		put_row(&import_option_table[i]);
	fputs("  --help, --version\n", stdout);
	fputs(_("\nWhat was not indexed, and why, stands in DIR/rejects.jsonl.  "
		"Importing again\nskips what did not change.\n"
		"\n"
		"Exit status: 0 done, 2 bad usage, 3 a PATH could not be read, "
		"4 no archive,\n5 locked, 6 archive damaged, 7 of another "
		"version, 70 bug, 71 out of\nmemory, 74 cannot write, 75 try "
		"again.\n"),
	      stdout);
}

/* For the completion of shells: an option a line, and each with what it may
 * be given. */
static void put_names(void)
{
	for (size_t i = 0; i < import_option_count; i++) {
		const struct import_option *row = &import_option_table[i];
		printf("--%s%s\n", row->name,
		       row->argument && *row->argument != '[' ? "=" : "");
		for (size_t k = 0; row->choices && row->choices[k]; k++)
			printf("--%s=%s\n", row->name, row->choices[k]);
	}
	puts("--help\n--version");
}

static void put_version(void)
{
	puts(PACKAGE_STRING);
}

/* ---- arguments ---- */

/* Options that print something and end the program. */
static const struct {
	const char *name;
	void (*put)(void);
} endings[] = {
	{ "help", put_help },
	{ "version", put_version },
	{ "complete", put_names },
};
#define ENDINGS (sizeof endings / sizeof *endings)

enum { OPT_FIRST = 256, OPT_ENDING = OPT_FIRST + OPTIONS_MAX };

static int argument_kind(const struct import_option *row)
{
	if (!row->argument)
		return no_argument;
	return *row->argument == '[' ? optional_argument : required_argument;
}

static void fill(struct option out[OPTIONS_MAX + 1])
{
	size_t n = 0;

	tc_assert(import_option_count + ENDINGS <= OPTIONS_MAX);
	for (; n < import_option_count; n++)
		out[n] = (struct option){
			import_option_table[n].name,
			argument_kind(&import_option_table[n]), NULL,
			OPT_FIRST + (int)n
		};
	for (size_t i = 0; i < ENDINGS; i++)
		out[n++] = (struct option){ endings[i].name, no_argument, NULL,
					    OPT_ENDING + (int)i };
	out[n] = (struct option){ 0 };
}

/* ---- what goes together ---- */

static enum import_mode_name mode_of(const struct import_options *o)
{
	if (o->from_archive && o->mode && o->mode->name == IMPORT_ON_REBUILD)
		return IMPORT_ON_FROM_ARCHIVE;
	if (o->mode)
		return o->mode->name;
	return o->dry_run ? IMPORT_ON_DRY_RUN :
	       o->retry	  ? IMPORT_ON_RETRY :
			    IMPORT_ON_PATHS;
}

/* A configuration file may say what is for some modes only. */
static int check_given(const struct import_options *o, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	const char *names[IMPORT_ON_COUNT] = {
		[IMPORT_ON_PATHS] = N_("an import"),
		[IMPORT_ON_DRY_RUN] = "--dry-run",
		[IMPORT_ON_RETRY] = "--retry-rejected",
		[IMPORT_ON_FROM_ARCHIVE] = "--rebuild --from-archive",
	};
	const struct heeders all = { names, IMPORT_ON_COUNT };
	int bad = 0;

	for (size_t i = 0; i < import_mode_count; i++)
		names[import_modes[i].name] = tc_arena_printf(
			&arena, "--%s", import_modes[i].option).p;
	for (size_t i = 0; i < import_option_count && !bad; i++)
		if (o->given >> i & 1)
			bad = refuse_unheeded(import_option_table[i].name,
					      import_option_table[i].modes,
					      &all, mode_of(o), err);
	return bad;
}

static const struct import_option *find_option(const char *name)
{
	const struct import_option *row = import_option_table;

	while (strcmp(row->name, name) != 0)
		row++;
	return row;
}

static bool is_given(const struct import_options *o, const char *name)
{
	return o->given >> (find_option(name) - import_option_table) & 1;
}

/* "--rollback 3" for --rollback=3 */
static int refuse_path(const struct import_options *o, struct tc_error *err)
{
	const char *mode = o->mode->option, *path = o->paths[0];
	const struct import_option *row = find_option(mode);

	if (row->argument && *row->argument == '[' && !o->argument)
		return tc_fail(err, TC_E_USAGE, "what --%s takes stands "
			       "behind '=': --%s=%s", mode, mode, path);
	return tc_fail(err, TC_E_USAGE, "--%s imports nothing; leave out '%s'",
		       mode, path);
}

/* What does not go together, and what is missing. */
static int check(const struct import_options *o, struct tc_error *err)
{
	if (!*o->db)
		return tc_fail(err, TC_E_USAGE,
			       "the name of the archive is empty; see --db");
	if ((o->dry_run || o->retry) && o->mode)
		return tc_fail(err, TC_E_USAGE,
			       "--%s and --%s do not go together",
			       o->dry_run ? "dry-run" : "retry-rejected",
			       o->mode->option);
	if (check_given(o, err) != 0)
		return -1;
	if (is_given(o, "tolerance") && mode_of(o) == IMPORT_ON_PATHS &&
	    !o->missing)
		return tc_fail(err, TC_E_USAGE,
			       "--%s says nothing without --%s", "tolerance",
			       "missing");
	if (o->missing && o->list)
		return tc_fail(err, TC_E_USAGE,
			       "--missing goes with an import of PATH...");
	if (o->mode && !o->mode->takes_paths && o->path_count)
		return refuse_path(o, err);
	if (o->list && o->path_count)
		return tc_fail(err, TC_E_USAGE,
			       "--files0-from names all the paths; leave out "
			       "'%s'", o->paths[0]);
	if (o->retry && (o->path_count || o->list || o->dry_run))
		return tc_fail(err, TC_E_USAGE,
			       "--retry-rejected knows what to read, and "
			       "imports it; leave out paths and --dry-run");
	if (!o->path_count && !o->mode && !o->list && !o->retry)
		return tc_fail(err, TC_E_USAGE,
			       "nothing to import; name files or directories "
			       "(see 'tracuu-import --help')");
	return 0;
}

/* ---- files, environment ---- */

/* What is said nearer to the user stands for all that was said before. */
static void forget_files(struct import_options *o, const char *key)
{
	if (strcmp(key, "registry") == 0)
		o->registry.n = 0;
	else if (strcmp(key, "gazetteer") == 0)
		o->gazetteer.n = 0;
}

static int set_from_file(void *options, const char *key, const char *value,
			 bool first, struct tc_error *err)
{
	if (first)
		forget_files(options, key);
	for (size_t i = 0; i < import_option_count; i++) {
		const struct import_option *row = &import_option_table[i];
		if (strcmp(row->name, key) == 0)
			return row->read(row, value, options, err);
	}
	tc_bug(key);
}

/* What the command line says of the files, before it is read itself; who asks
 * for help gets it whatever stands in them. */
static void choose_config(struct import_options *o, int argc, char **argv,
			  const struct option *options)
{
	int c;

	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (c >= OPT_ENDING)
			o->config.none = true;
		if (c < OPT_FIRST || c >= OPT_ENDING)
			continue;
		const char *name = import_option_table[c - OPT_FIRST].name;
		if (strcmp(name, "config") == 0)
			o->config.file = optarg;
		else if (strcmp(name, "no-config") == 0)
			o->config.none = true;
		else if (strcmp(name, "json") == 0)
			o->json = true;	/* an error is to be said in it */
	}
	optind = 0;	/* GNU: from the beginning, once more */
}

static int read_files(struct import_options *o, struct tc_error *err)
{
	const struct settings_reader r = { .program = SETTINGS_IMPORT,
					 .set = set_from_file,
					 .options = o,
					 .arena = &o->arena };

	return settings_read(&r, &o->config, err);
}

static void read_environment(struct import_options *o)
{
	const char *db = getenv("TRACUU_DB");

	if (db && *db)
		o->db = db;
}

static uint32_t processors(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : n > IMPORT_JOBS_MAX ? IMPORT_JOBS_MAX : (uint32_t)n;
}

/* Of letters, which there are none of, getopt_long() keeps the one. */
static int refuse_option(char **argv, const struct option *options,
			 struct tc_error *err)
{
	const char letter[] = { '-', (char)optopt, '\0' };
	const bool is_letter = optopt > 0 && optopt < OPT_FIRST;

	return unknown_option("tracuu-import",
			      is_letter ? letter : argv[optind - 1], options,
			      err);
}

static int read_arguments(struct import_options *o, int argc, char **argv,
			  const struct option *options, struct tc_error *err)
{
	int c;

	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (c >= OPT_ENDING) {
			endings[c - OPT_ENDING].put();
			return 1;
		}
		if (c < OPT_FIRST)
			return refuse_option(argv, options, err);
		const struct import_option *row = &import_option_table[c - OPT_FIRST];
		const uint64_t bit = UINT64_C(1) << (c - OPT_FIRST);
		if (!(o->given & bit))
			forget_files(o, row->name);
		if (row->read(row, optarg, o, err) != 0)
			return -1;
		o->given |= bit;
	}
	o->paths = argv + optind;
	o->path_count = (size_t)(argc - optind);
	return 0;
}

int import_options_read(struct import_options *o, int argc, char **argv,
			struct tc_error *err)
{
	struct option options[OPTIONS_MAX + 1];

	*o = (struct import_options){ .db = "archive",
				      .jobs = processors(),
				      .page_timeout = PAGE_TIMEOUT,
				      .tolerance = 5,
				      .keep_generations = 1 };
	fill(options);
	opterr = 0;
	choose_config(o, argc, argv, options);
	if (read_files(o, err) != 0)
		return -1;
	read_environment(o);
	int status = read_arguments(o, argc, argv, options, err);
	/* what programs read is the same in every language */
	tc_language_use(!o->json);
	return status ? status : check(o, err);
}

void import_options_release(struct import_options *o)
{
	tc_arena_release(&o->arena);
}

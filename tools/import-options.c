/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-options.h"

#include "base/language.h"
#include "base/mem.h"
#include "index/generation.h"
#include "index/shards.h"
#include "text/fold.h"
#include "tools/unknown.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define JOBS_MAX 64
#define PAGE_TIMEOUT 30

struct row {
	const char *name;
	const char *argument;	/* its name in the help; NULL: takes none;
				   in brackets: may be left out */
	int (*read)(const struct row *row, const char *argument,
		    struct import_options *o, struct tc_error *err);
	const char *help;	/* '\n' breaks a line */
};

/* ---- readers, one an option ---- */

#define READER(name) \
	static int name(const struct row *row, const char *arg, \
			struct import_options *o, struct tc_error *err)

/* An option that sets one member. */
#define SETTER(name, member, value) \
	READER(name) \
	{ \
		(void)row, (void)arg, (void)err; \
		o->member = (value); \
		return 0; \
	}

SETTER(read_db, db, arg)
SETTER(read_dry_run, dry_run, true)
SETTER(read_list, list, arg)
SETTER(read_explain, explain, true)
SETTER(read_registry, registry, arg)
SETTER(read_gazetteer, gazetteer, arg)
SETTER(read_site_rules, site_rules, arg)
SETTER(read_json, json, true)
SETTER(read_retry, retry, true)
SETTER(read_reason, reason, arg)
SETTER(read_from_archive, from_archive, true)

SETTER(read_config, config.file, arg)
SETTER(read_no_config, config.none, true)

/* A number from 0 to `most`. */
static int read_number(const struct row *row, const char *arg, double most,
		       const char *what, double *out, struct tc_error *err)
{
	char *end;

	*out = strtod(arg, &end);
	if (*arg && !*end && *out >= 0 && *out <= most)
		return 0;
	return tc_fail(err, TC_E_USAGE, "--%s=%s: not %s", row->name, arg,
		       _(what));
}

READER(read_lock_timeout)
{
	return read_number(row, arg, 1e9, N_("a number of seconds"),
			   &o->lock_timeout, err);
}

READER(read_missing)
{
	static const char *const modes[] = {
		[TC_MISSING_KEEP] = "keep", [TC_MISSING_MARK] = "mark",
		[TC_MISSING_DELETE] = "delete",
	};

	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
		if (strcmp(arg, modes[i]) == 0) {
			o->missing = (enum tc_missing_mode)i;
			return 0;
		}
	return tc_fail(err, TC_E_USAGE, "--%s=%s: keep, mark or delete",
		       row->name, arg);
}

READER(read_tolerance)
{
	return read_number(row, arg, 100, N_("a number from 0 to 100"),
			   &o->tolerance, err);
}

READER(read_keep)
{
	double n;

	if (read_number(row, arg, TC_GENERATION_MAX,
			N_("a number of generations"), &n, err) != 0)
		return -1;
	o->keep_generations = (unsigned)n;
	return 0;
}

READER(read_charset)
{
	(void)row;
	o->charset = tc_charset_by_name(tc_str0(arg));
	if (o->charset)
		return 0;
	return tc_fail(err, TC_E_USAGE,
		       "--charset=%s: not known; there are tcvn3, vni, viscii, "
		       "vps, windows-1258, viqr, utf-8 and others of "
		       "tracuu-import(1)", arg);
}

READER(read_json_keys)
{
	(void)row;
	return tc_json_keys_read(arg, &o->json_keys, err);
}

/* "no" speaks against a configuration file. */
READER(read_quiet)
{
	o->quiet = !arg || strcmp(arg, "yes") == 0;
	if (o->quiet || strcmp(arg, "no") == 0)
		return 0;
	return tc_fail(err, TC_E_USAGE, "--%s=%s: choose one of no, yes",
		       row->name, arg);
}

static int read_count(const struct row *row, const char *arg, uint32_t max,
		      uint32_t *out, struct tc_error *err)
{
	char *end;

	errno = 0;
	unsigned long n = strtoul(arg, &end, 10);
	if (*arg < '0' || *arg > '9' || *end || errno || n < 1 || n > max)
		return tc_fail(err, TC_E_USAGE,
			       "--%s=%s: give a number from 1 to %u",
			       row->name, arg, max);
	*out = (uint32_t)n;
	return 0;
}

READER(read_jobs)
{
	return read_count(row, arg, JOBS_MAX, &o->jobs, err);
}

READER(read_shards)
{
	return read_count(row, arg, TC_SHARDS_MAX, &o->shards, err);
}

READER(read_progress)
{
	static const char *const modes[] = { "auto", "none", "json" };

	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
		if (strcmp(arg, modes[i]) == 0) {
			o->progress = (enum import_progress_mode)i;
			return 0;
		}
	return tc_fail(err, TC_E_USAGE,
		       "--%s=%s: choose one of auto, none, json", row->name,
		       arg);
}

READER(read_page_timeout)
{
	return read_count(row, arg, 3600, &o->page_timeout, err);
}

READER(read_mode)
{
	for (size_t i = 0; i < import_mode_count; i++) {
		if (strcmp(import_modes[i].option, row->name) != 0)
			continue;
		if (o->mode && o->mode != &import_modes[i])
			return tc_fail(err, TC_E_USAGE,
				       "--%s and --%s do not go together",
				       o->mode->option, row->name);
		o->mode = &import_modes[i];
		o->argument = arg;
		return 0;
	}
	tc_bug(row->name);
}

static const struct row rows[] = {
	{ "db", N_("DIR"), read_db,
	  N_("the archive (else TRACUU_DB, else ./archive);\nmade when new") },
	{ "dry-run", NULL, read_dry_run,
	  N_("index nothing; print each article and its facts\nas JSON") },
	{ "explain", NULL, read_explain,
	  N_("with --dry-run: text instead of JSON, each fact\nwith its span and "
	     "rule") },
	{ "files0-from", N_("FILE"), read_list,
	  N_("read the paths from FILE (- for standard input),\neach ended by a "
	     "NUL byte") },
	{ "charset", N_("NAME"), read_charset,
	  N_("read every page in this encoding (tcvn3, vni,\nviscii, vps, "
	     "windows-1258, viqr, utf-8 ...)\ninstead of telling it by itself") },
	{ "json-keys", N_("LIST"), read_json_keys,
	  N_("keys of JSON Lines, as url=link,title=ten,body=text;\nalso date, "
	     "html, fetched") },
	{ "retry-rejected", NULL, read_retry,
	  N_("read just what was rejected once more") },
	{ "not-indexed", N_("FILE"), read_mode,
	  N_("of the files and addresses named in FILE (-),\na line each, say which "
	     "are absent, and why") },
	{ "raw", N_("ID"), read_mode,
	  N_("print the bytes that an article was read from,\nor those of a source") },
	{ "registry", N_("FILE"), read_registry,
	  N_("more known documents (see tracuu-import(1))") },
	{ "gazetteer", N_("FILE"), read_gazetteer,
	  N_("more places") },
	{ "site-rules", N_("FILE"), read_site_rules,
	  N_("where single sites have title, body and date") },
	{ "jobs", N_("N"), read_jobs,
	  N_("parsing processes; the machine's processors (1 to 64)") },
	{ "shards", N_("N"), read_shards,
	  N_("spread the articles over N databases (1 to 64); with\n--rebuild or "
	     "--restore, over another number") },
	{ "page-timeout", N_("SECONDS"), read_page_timeout,
	  N_("reject a page that takes longer (30)") },
	{ "progress", N_("MODE"), read_progress,
	  N_("auto (a line on a terminal), none, json (a line a\nsecond on "
	     "standard error)") },
	{ "lock-timeout", N_("SECONDS"), read_lock_timeout,
	  N_("wait so long for another import to be done") },
	{ "report", N_("NAME"), read_mode,
	  N_("print a report of the archive, import nothing:\nconflicts, furniture, missing, rejects") },
	{ "missing", N_("WHAT"), read_missing,
	  N_("keep (unless given), mark or delete the articles\nwhose captures are "
	     "not in PATH... any more") },
	{ "rebuild", NULL, read_mode,
	  N_("make the next generation from PATH... beside the\nlive one, check it, "
	     "and make it live") },
	{ "from-archive", NULL, read_from_archive,
	  N_("with --rebuild: from the stored articles, their\nfacts found anew") },
	{ "tolerance", N_("PERCENT"), read_tolerance,
	  N_("with --rebuild: so many articles fewer are no\nreason to stop (5)") },
	{ "keep-generations", N_("N"), read_keep,
	  N_("keep N old generations for a rollback (1)") },
	{ "rollback", N_("[N]"), read_mode,
	  N_("make the generation before the live one live\nagain, or "
	     "generation N") },
	{ "compact", NULL, read_mode,
	  N_("rewrite the tables into a smaller generation") },
	{ "verify", "[all]", read_mode,
	  N_("check the archive, and the captures of PATH...\nagainst it; say what "
	     "mends what is wrong") },
	{ "stats", NULL, read_mode,
	  N_("print what the archive holds") },
	{ "dump", N_("[FILE]"), read_mode,
	  N_("write the whole archive as text, to FILE or standard\noutput") },
	{ "restore", N_("FILE"), read_mode,
	  N_("make a generation of what --dump wrote, live") },
	{ "delete", NULL, read_mode,
	  N_("delete the articles with the ids that follow") },
	{ "takedown", NULL, read_mode,
	  N_("delete them for --reason, and keep them out;\nan address serves "
	     "for an id") },
	{ "reason", N_("TEXT"), read_reason,
	  N_("with --takedown: why") },
	{ "lift", NULL, read_mode,
	  N_("let them in again") },
	{ "json", NULL, read_json,
	  N_("print the counts as JSON") },
	{ "quiet", "[no]", read_quiet,
	  N_("print no counts") },
	{ "config", N_("FILE"), read_config,
	  N_("options from FILE, not from the configuration\ndirectories; see "
	     "tracuu.conf(5)") },
	{ "no-config", NULL, read_no_config,
	  N_("no configuration file is read") },
};
#define ROWS (sizeof rows / sizeof *rows)

/* ---- the help ---- */

#define HELP_COLUMN 23

static void put_row(const struct row *row)
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
	for (size_t i = 0; i < ROWS; i++)
		put_row(&rows[i]);
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

/* For the completion of shells: an option a line. */
static void put_names(void)
{
	for (size_t i = 0; i < ROWS; i++)
		printf("--%s%s\n", rows[i].name,
		       rows[i].argument && *rows[i].argument != '[' ? "=" : "");
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

enum { OPT_FIRST = 256, OPT_ENDING = OPT_FIRST + ROWS };

static int argument_kind(const struct row *row)
{
	if (!row->argument)
		return no_argument;
	return *row->argument == '[' ? optional_argument : required_argument;
}

static void fill(struct option out[ROWS + ENDINGS + 1])
{
	for (size_t i = 0; i < ROWS; i++)
		out[i] = (struct option){
			rows[i].name, argument_kind(&rows[i]),
			NULL, OPT_FIRST + (int)i
		};
	for (size_t i = 0; i < ENDINGS; i++)
		out[ROWS + i] = (struct option){ endings[i].name, no_argument,
						 NULL, OPT_ENDING + (int)i };
	out[ROWS + ENDINGS] = (struct option){ 0 };
}

/* What does not go together, and what is missing. */
static int check(const struct import_options *o, struct tc_error *err)
{
	if (!*o->db)
		return tc_fail(err, TC_E_USAGE,
			       "the name of the archive is empty; see --db");
	if (o->dry_run && o->mode)
		return tc_fail(err, TC_E_USAGE,
			       "--dry-run and --%s do not go together",
			       o->mode->option);
	if (o->missing && (o->mode || o->list || o->dry_run))
		return tc_fail(err, TC_E_USAGE,
			       "--missing goes with an import of PATH...");
	if (o->shards && (o->dry_run || (o->mode && !o->mode->makes)))
		return tc_fail(err, TC_E_USAGE,
			       "--shards goes with an import, --rebuild or "
			       "--restore");
	if (o->explain && !o->dry_run)
		return tc_fail(err, TC_E_USAGE,
			       "--explain goes with --dry-run");
	if (o->mode && !o->mode->takes_paths && o->path_count)
		return tc_fail(err, TC_E_USAGE,
			       "--%s imports nothing; leave out '%s'",
			       o->mode->option, o->paths[0]);
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

static int set_from_file(void *options, const char *key, const char *value,
			 bool first, struct tc_error *err)
{
	(void)first;
	for (size_t i = 0; i < ROWS; i++)
		if (strcmp(rows[i].name, key) == 0)
			return rows[i].read(&rows[i], value, options, err);
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
		/* an error on the way is to be said in it */
		if (c >= OPT_FIRST && c < OPT_ENDING &&
		    strcmp(rows[c - OPT_FIRST].name, "json") == 0)
			o->json = true;
		if (c < OPT_FIRST || c >= OPT_ENDING)
			continue;
		const char *name = rows[c - OPT_FIRST].name;
		if (strcmp(name, "config") == 0)
			o->config.file = optarg;
		else if (strcmp(name, "no-config") == 0)
			o->config.none = true;
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

	return n < 1 ? 1 : n > JOBS_MAX ? JOBS_MAX : (uint32_t)n;
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
		const struct row *row = &rows[c - OPT_FIRST];
		if (row->read(row, optarg, o, err) != 0)
			return -1;
	}
	o->paths = argv + optind;
	o->path_count = (size_t)(argc - optind);
	return 0;
}

int import_options_read(struct import_options *o, int argc, char **argv,
			struct tc_error *err)
{
	struct option options[ROWS + ENDINGS + 1];

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

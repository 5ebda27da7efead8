/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every option of the importer, with what reads its value. */
#include "config.h"

#include "tools/import-options.h"

#include "base/language.h"
#include "index/generation.h"
#include "index/shards.h"
#include "query/contract.h"
#include "tools/import-report.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* What an option is for. */
#define ON(name) (1u << IMPORT_ON_##name)
#define ALL UINT32_MAX
#define CAPTURES (ON(PATHS) | ON(DRY_RUN) | ON(RETRY) | ON(REBUILD))
#define REBUILDING (ON(REBUILD) | ON(FROM_ARCHIVE))
#define TABLES (CAPTURES | ON(FROM_ARCHIVE) | ON(RESTORE) | ON(VERIFY))
#define PUBLISHING (REBUILDING | ON(COMPACT) | ON(RESTORE))
#define WRITING \
	((CAPTURES & ~ON(DRY_RUN)) | PUBLISHING | ON(ROLLBACK) | \
	 ON(DELETE) | ON(TAKEDOWN) | ON(LIFT) | ON(DUMP))

/* What an option may be given, in the order of its enum. */
#define CHOICES(name, ...) \
	static const char *const name[] = { __VA_ARGS__, NULL }

CHOICES(missing_names, "keep", "mark", "delete");
CHOICES(progress_names, "auto", "none", "json");
CHOICES(verify_names, "all");
CHOICES(flag_names, "no", "yes");

static int choose(const struct import_option *row, const char *arg)
{
	int i = 0;

	while (row->choices[i] && strcmp(arg, row->choices[i]) != 0)
		i++;
	return row->choices[i] ? i : -1;
}

/* ---- readers, one an option ---- */

#define READER(name) \
	static int name(const struct import_option *row, const char *arg, \
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
SETTER(read_site_rules, site_rules, arg)
SETTER(read_json, json, true)
SETTER(read_retry, retry, true)
SETTER(read_reason, reason, arg)
SETTER(read_from_archive, from_archive, true)

SETTER(read_config, config.file, arg)
SETTER(read_no_config, config.none, true)

static int add_file(struct import_options *o, struct import_files *f,
		    const char *path)
{
	f->v = tc_arena_grow(&o->arena, f->v, f->n, &f->cap, sizeof *f->v);
	f->v[f->n++] = path;
	return 0;
}

READER(read_registry)
{
	(void)row, (void)err;
	return add_file(o, &o->registry, arg);
}

READER(read_gazetteer)
{
	(void)row, (void)err;
	return add_file(o, &o->gazetteer, arg);
}

/* A number from 0 to `most`. */
static int read_number(const struct import_option *row, const char *arg, double most,
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
	int i = choose(row, arg);

	o->missing = (enum tc_missing_mode)i;
	return i >= 0 ? 0 : tc_fail(err, TC_E_USAGE,
				    "--%s=%s: keep, mark or delete", row->name,
				    arg);
}

READER(read_tolerance)
{
	return read_number(row, arg, 100, N_("a number from 0 to 100"),
			   &o->tolerance, err);
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
	int i = arg ? choose(row, arg) : 1;

	o->quiet = i == 1;
	return i >= 0 ? 0 : tc_fail(err, TC_E_USAGE,
				    "--%s=%s: choose one of no, yes",
				    row->name, arg);
}

/* A whole number from `least`, 0 or 1, to `most`. */
static int read_whole(const struct import_option *row, const char *arg,
		      uint32_t least, uint32_t most, uint32_t *out,
		      struct tc_error *err)
{
	char *end;

	errno = 0;
	unsigned long n = strtoul(arg, &end, 10);
	if (*arg < '0' || *arg > '9' || *end || errno || n < least || n > most)
		return tc_fail(err, TC_E_USAGE,
			       least ? N_("--%s=%s: give a number from 1 to %u") :
				       N_("--%s=%s: give a number from 0 to %u"),
			       row->name, arg, most);
	*out = (uint32_t)n;
	return 0;
}

static int read_count(const struct import_option *row, const char *arg,
		      uint32_t max, uint32_t *out, struct tc_error *err)
{
	return read_whole(row, arg, 1, max, out, err);
}

READER(read_keep)
{
	return read_whole(row, arg, 0, TC_GENERATION_MAX,
			  &o->keep_generations, err);
}

READER(read_jobs)
{
	return read_count(row, arg, IMPORT_JOBS_MAX, &o->jobs, err);
}

READER(read_shards)
{
	return read_count(row, arg, TC_SHARDS_MAX, &o->shards, err);
}

READER(read_progress)
{
	int i = choose(row, arg);

	o->progress = (enum import_progress_mode)i;
	return i >= 0 ? 0 : tc_fail(err, TC_E_USAGE,
				    "--%s=%s: choose one of auto, none, json",
				    row->name, arg);
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

const struct import_option import_option_table[] = {
	{ "db", N_("DIR"), read_db,
	  N_("the archive (else TRACUU_DB, else ./archive);\nmade when new"),
	  ALL, NULL },
	{ "dry-run", NULL, read_dry_run,
	  N_("index nothing; print each article and its facts\nas JSON"),
	  ALL, NULL },
	{ "explain", NULL, read_explain,
	  N_("with --dry-run: text instead of JSON, each fact\nwith its span and "
	     "rule"),
	  ON(DRY_RUN), NULL },
	{ "files0-from", N_("FILE"), read_list,
	  N_("read the paths from FILE (- for standard input),\neach ended by a "
	     "NUL byte"),
	  ON(PATHS) | ON(DRY_RUN) | ON(REBUILD), NULL },
	{ "charset", N_("NAME"), read_charset,
	  N_("read every page in this encoding (tcvn3, vni,\nviscii, vps, "
	     "windows-1258, viqr, utf-8 ...)\ninstead of telling it by itself"),
	  CAPTURES, NULL },
	{ "json-keys", N_("LIST"), read_json_keys,
	  N_("keys of JSON Lines, as url=link,title=ten,body=text;\nalso date, "
	     "html, fetched"),
	  CAPTURES, NULL },
	{ "retry-rejected", NULL, read_retry,
	  N_("read just what was rejected once more"),
	  ALL, NULL },
	{ "not-indexed", N_("FILE"), read_mode,
	  N_("of the files and addresses named in FILE (-),\na line each, say which "
	     "are absent, and why"),
	  ALL, NULL },
	{ "raw", N_("ID"), read_mode,
	  N_("print the bytes that an article was read from,\nor those of a source"),
	  ALL, NULL },
	{ "registry", N_("FILE"), read_registry,
	  N_("more known documents (see tracuu-import(1)); may be\ngiven again"),
	  TABLES, NULL },
	{ "gazetteer", N_("FILE"), read_gazetteer,
	  N_("more places; may be given again"),
	  TABLES, NULL },
	{ "site-rules", N_("FILE"), read_site_rules,
	  N_("where single sites have title, body and date"),
	  TABLES, NULL },
	{ "jobs", N_("N"), read_jobs,
	  N_("parsing processes; the machine's processors (1 to 64)"),
	  CAPTURES | ON(FROM_ARCHIVE) | ON(RESTORE), NULL },
	{ "shards", N_("N"), read_shards,
	  N_("spread the articles over N databases (1 to 64); with\n--rebuild or "
	     "--restore, over another number"),
	  ON(PATHS) | ON(RETRY) | REBUILDING | ON(RESTORE), NULL },
	{ "page-timeout", N_("SECONDS"), read_page_timeout,
	  N_("reject a page that takes longer (30)"),
	  CAPTURES, NULL },
	{ "progress", N_("MODE"), read_progress,
	  N_("auto (a line on a terminal), none, json (a line a\nsecond on "
	     "standard error)"),
	  CAPTURES, progress_names },
	{ "lock-timeout", N_("SECONDS"), read_lock_timeout,
	  N_("wait so long for another import to be done"),
	  WRITING, NULL },
	{ "report", N_("NAME"), read_mode,
	  N_("print a report of the archive, import nothing:\nconflicts, furniture, missing, rejects"),
	  ALL, import_report_names },
	{ "missing", N_("WHAT"), read_missing,
	  N_("keep (unless given), mark or delete the articles\nwhose captures are "
	     "not in PATH... any more"),
	  ON(PATHS), missing_names },
	{ "rebuild", NULL, read_mode,
	  N_("make the next generation from PATH... beside the\nlive one, check it, "
	     "and make it live"),
	  ALL, NULL },
	{ "from-archive", NULL, read_from_archive,
	  N_("with --rebuild: from the stored articles, their\nfacts found anew"),
	  REBUILDING, NULL },
	{ "tolerance", N_("PERCENT"), read_tolerance,
	  N_("with --rebuild: so many articles fewer are no\nreason to stop (5)"),
	  ON(PATHS) | REBUILDING | ON(COMPACT), NULL },
	{ "keep-generations", N_("N"), read_keep,
	  N_("keep N old generations for a rollback (1)"),
	  PUBLISHING, NULL },
	{ "rollback", N_("[N]"), read_mode,
	  N_("make the generation before the live one live\nagain, or "
	     "generation N"),
	  ALL, NULL },
	{ "compact", NULL, read_mode,
	  N_("rewrite the tables into a smaller generation"),
	  ALL, NULL },
	{ "verify", "[all]", read_mode,
	  N_("check the archive, and the captures of PATH...\nagainst it; say what "
	     "mends what is wrong"),
	  ALL, verify_names },
	{ "stats", NULL, read_mode,
	  N_("print what the archive holds"),
	  ALL, NULL },
	{ "dump", N_("[FILE]"), read_mode,
	  N_("write the whole archive as text, to FILE or standard\noutput"),
	  ALL, NULL },
	{ "restore", N_("FILE"), read_mode,
	  N_("make a generation of what --dump wrote, live"),
	  ALL, NULL },
	{ "delete", NULL, read_mode,
	  N_("delete the articles with the ids that follow"),
	  ALL, NULL },
	{ "takedown", NULL, read_mode,
	  N_("delete them for --reason, and keep them out;\nan address serves "
	     "for an id"),
	  ALL, NULL },
	{ "reason", N_("TEXT"), read_reason,
	  N_("with --takedown: why"),
	  ON(TAKEDOWN), NULL },
	{ "lift", NULL, read_mode,
	  N_("let them in again"),
	  ALL, NULL },
	{ "json", NULL, read_json,
	  N_("print the counts as JSON"),
	  ALL, NULL },
	{ "print-schema", N_("[NAME]"), read_mode,
	  N_("print the JSON schema, of one output or of all"),
	  ALL, tc_contract_of_import },
	{ "quiet", "[no]", read_quiet,
	  N_("print no counts"),
	  ALL & ~ON(STATS), flag_names },
	{ "config", N_("FILE"), read_config,
	  N_("options from FILE, not from the configuration\ndirectories; see "
	     "tracuu.conf(5)"),
	  ALL, NULL },
	{ "no-config", NULL, read_no_config,
	  N_("no configuration file is read"),
	  ALL, NULL },
};
const size_t import_option_count =
	sizeof import_option_table / sizeof *import_option_table;

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The command line of the importer: one table of options, from which getopt,
 * the help and the readers of values take what they need.
 */
#ifndef TOOLS_IMPORT_OPTIONS_H
#define TOOLS_IMPORT_OPTIONS_H

#include "base/error.h"
#include "index/missing.h"
#include "import/json-keys.h"
#include "text/charset.h"
#include "tools/settings.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct import_options;

/* What the program does, in the order in which messages tell it. */
enum import_mode_name {
	IMPORT_ON_PATHS, IMPORT_ON_DRY_RUN, IMPORT_ON_RETRY,
	IMPORT_ON_NOT_INDEXED, IMPORT_ON_RAW, IMPORT_ON_REPORT,
	IMPORT_ON_REBUILD, IMPORT_ON_FROM_ARCHIVE, IMPORT_ON_ROLLBACK, IMPORT_ON_COMPACT,
	IMPORT_ON_VERIFY, IMPORT_ON_STATS, IMPORT_ON_DUMP, IMPORT_ON_RESTORE,
	IMPORT_ON_DELETE, IMPORT_ON_TAKEDOWN, IMPORT_ON_LIFT,
	IMPORT_ON_PRINT_SCHEMA,
	IMPORT_ON_COUNT
};

/* What the program does when it is not an import: one row a mode, in
 * tracuu-import.c.  The exit status, or -1 with an error. */
struct import_mode {
	enum import_mode_name name;
	const char *option;	/* without the dashes */
	bool takes_paths;	/* PATH... may follow */
	int (*run)(const struct import_options *o, struct tc_error *err);
};

#define IMPORT_JOBS_MAX 64

enum import_progress_mode {
	IMPORT_PROGRESS_AUTO, IMPORT_PROGRESS_NONE, IMPORT_PROGRESS_JSON
};

/* Files of one option that may be given more than once, in that order. */
struct import_files {
	const char **v;
	size_t n, cap;
};

struct import_options {
	const char *db;
	const struct import_mode *mode;	/* NULL: import */
	const char *argument;		/* of the mode; NULL when it has none */
	char *const *paths;
	size_t path_count;
	struct import_files registry, gazetteer;	/* the archivist's */
	const char *site_rules;
	const char *list;		/* a file with the paths */
	enum tc_charset charset;	/* of every page; or unknown */
	uint32_t jobs;			/* parsing children */
	uint32_t shards;		/* of a new generation; 0: as before */
	uint32_t page_timeout;		/* seconds for one page */
	enum import_progress_mode progress;
	double lock_timeout;		/* seconds to wait for a writer */
	struct tc_json_keys json_keys;	/* of JSON Lines */
	bool retry;			/* read what was rejected */
	const char *reason;		/* of a take-down */
	double tolerance;		/* per cent of the articles */
	uint32_t keep_generations;	/* beside the live one */
	enum tc_missing_mode missing;	/* what becomes of vanished captures */
	bool from_archive;
	bool dry_run, explain, json, quiet;
	uint64_t given;			/* on the command line; bits: 1 << row */
	struct settings_choice config;
	struct tc_arena arena;		/* what the configuration says */
};

struct import_option {
	const char *name;
	const char *argument;	/* its name in the help; NULL: takes none;
				   in brackets: may be left out */
	int (*read)(const struct import_option *row, const char *argument,
		    struct import_options *o, struct tc_error *err);
	const char *help;	/* '\n' breaks a line */
	uint32_t modes;		/* that it is for; 1 << import_mode_name */
	const char *const *choices;	/* what it takes, NULL-ended; or NULL */
};
extern const struct import_option import_option_table[];
extern const size_t import_option_count;

/* The modes that there are. */
extern const struct import_mode import_modes[];
extern const size_t import_mode_count;

/* Defaults, configuration files, the environment, then the arguments.  1: --help or --version was
 * printed; 0: go on; -1: err. */
int import_options_read(struct import_options *o, int argc, char **argv,
			struct tc_error *err);
void import_options_release(struct import_options *o);

#endif

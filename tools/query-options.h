/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The command line of the query program: one table of options, from which
 * getopt, the help and the readers of values take what they need.
 */
#ifndef TOOLS_QUERY_OPTIONS_H
#define TOOLS_QUERY_OPTIONS_H

#include "query/kwic.h"
#include "query/nested.h"
#include "query/period.h"
#include "query/search.h"
#include "tools/settings.h"
#include "tools/query-commands.h"

/* In the order of the names of --format. */
enum query_format {
	QUERY_TEXT, QUERY_JSON, QUERY_JSONL, QUERY_CSV, QUERY_TSV, QUERY_IDS,
	QUERY_HTML, QUERY_BIBTEX, QUERY_CSL, QUERY_RIS, QUERY_SVG, QUERY_DOT,
	QUERY_GRAPHML,
	QUERY_FORMAT_COUNT
};

struct query_options {
	const struct query_command *command;
	const char *dbs[TC_ARCHIVES_MAX];	/* searched as one */
	size_t db_count;
	bool db_over;		/* the next --db stands for all of these */
	struct settings_choice config;
	enum query_format format;
	bool color, hyperlinks, facts, stamp;
	bool explain_query;
	bool zero;		/* ids end in NUL */
	bool limited;		/* --limit was given */
	uint32_t kwic;		/* columns of each side; 0: no concordance */
	enum tc_kwic_sort kwic_sort;
	enum tc_period by;	/* of timelines */
	struct tc_nested nested[TC_NESTED_MAX];	/* facets inside facets */
	size_t nested_count;
	uint32_t sample;	/* 0: all */
	uint64_t seed;
	const char *schema;	/* of --print-schema, or NULL: all */
	const char *after;	/* a cursor, or NULL */
	struct tc_date accessed; /* of the pages, for citations */
	uint32_t timeout_ms;	/* 0: none */
	enum tc_remote_allowed remote;	/* shards on other machines */
	uint32_t memory_mb;	/* 0: what the system gives */
	uint32_t query_bytes;	/* the longest query taken */
	size_t columns;		/* of the terminal */
	uint64_t given;		/* on the command line; bits: 1 << row */
	struct tc_search_options search;
	struct tc_buf query;	/* the words, with a blank between them */
	struct tc_arena arena;	/* what the configuration says */
	const char **words;	/* each by itself */
	size_t word_count;
};

struct query_option {
	const char *name;
	const char *argument;	/* its name in the help; "[NAME]": may be left
				   out; NULL: takes none */
	int (*read)(const struct query_option *row, const char *argument,
		    struct query_options *o, struct tc_error *err);
	const char *help;	/* '\n' breaks a line */
	const char *const *choices;	/* what it takes, NULL-ended; or NULL */
	uint32_t commands;	/* that it is for; bits: 1 << query_commands[] */
};

/* A row without a reader ends the program well: the help, the version. */
extern const struct query_option query_option_table[];
extern const size_t query_option_count;

const char *query_format_name(enum query_format f);

/* Defaults, configuration files, the environment, then the arguments.  1: --help or --version was
 * printed; 0: go on; -1: err, and o->format is right already. */
int query_options_read(struct query_options *o, int argc, char **argv,
		       struct tc_error *err);
void query_options_release(struct query_options *o);

#endif

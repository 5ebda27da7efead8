/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The subcommands of the query program, one row each.  A file of their own
 * (tools/query-NAME.c) for those that are more than a call.
 */
#ifndef TOOLS_QUERY_COMMANDS_H
#define TOOLS_QUERY_COMMANDS_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct query_options;
struct tc_archive;
struct tc_output;

/* The exit status, or -1 with an error. */
typedef int query_command_fn(const struct query_options *o,
			     struct tc_archive *archive,
			     const struct tc_output *output,
			     struct tc_error *err);

struct query_command {
	const char *word;
	const char *arguments;	/* for the help; NULL: not shown there */
	bool needs_archive;	/* else run() gets NULL */
	uint32_t formats;	/* bits: 1 << enum query_format */
	query_command_fn *run;
};

/* In the order of the table. */
enum query_command_name {
	QUERY_ON_SEARCH, QUERY_ON_COUNT, QUERY_ON_TIMELINE, QUERY_ON_COMPARE,
	QUERY_ON_FACETS, QUERY_ON_CITES, QUERY_ON_SHOW, QUERY_ON_EXPLAIN,
	QUERY_ON_ANALYZE, QUERY_ON_COMPLETE
};

/* The first is what a query without a subcommand means. */
extern const struct query_command query_commands[];
extern const size_t query_command_count;

/* What --print-schema does. */
extern const struct query_command query_schema_command;

/* NULL when `word` is none. */
const struct query_command *query_command_find(const char *word);

/* Opens what it needs, and runs it. */
int query_command_run(const struct query_options *o,
		      const struct tc_output *output, struct tc_error *err);

#endif

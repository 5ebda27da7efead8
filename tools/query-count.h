/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Subcommands that count what a query finds instead of showing it. */
#ifndef TOOLS_QUERY_COUNT_H
#define TOOLS_QUERY_COUNT_H

#include "query/output.h"
#include "tools/query-options.h"

query_command_fn query_count, query_timeline, query_compare, query_facets,
	query_cites;

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* tracuu QUERY: a page of hits, or all of them as they are read. */
#ifndef TOOLS_QUERY_SEARCH_H
#define TOOLS_QUERY_SEARCH_H

#include "query/output.h"
#include "tools/query-options.h"

query_command_fn query_search;

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* tracuu QUERY: a page of hits, or all of them as they are read. */
#ifndef TOOLS_QUERY_SEARCH_H
#define TOOLS_QUERY_SEARCH_H

#include "query/output.h"
#include "tools/query-options.h"

int query_search(const struct query_options *o, struct tc_archive *archive,
		 const struct tc_output *output, struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* tracuu --explain-query: how a query is read, without an archive. */
#ifndef TOOLS_QUERY_UNDERSTAND_H
#define TOOLS_QUERY_UNDERSTAND_H

#include "query/output.h"
#include "tools/query-options.h"

/* The exit status, or -1 with an error. */
int query_understand(const struct query_options *o,
		     const struct tc_output *output, struct tc_error *err);

/* The query of the command line: behind the id that explain takes. */
struct tc_str query_understand_text(const struct query_options *o);

#endif

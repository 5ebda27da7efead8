/* SPDX-License-Identifier: GPL-2.0-or-later */
/* tracuu --kwic=N QUERY: a concordance. */
#ifndef TOOLS_QUERY_KWIC_H
#define TOOLS_QUERY_KWIC_H

#include "query/output.h"
#include "query/walk.h"
#include "tools/query-options.h"

/* Whether the format has one. */
int query_kwic_check(const struct query_options *o, struct tc_error *err);

/* Walks, and writes each place; the exit status, or -1. */
int query_kwic_run(const struct query_options *o, struct tc_walk *w,
		   const struct tc_output *output, struct tc_error *err);

#endif

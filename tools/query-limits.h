/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a run of the query program may take.  Time has three fences: the search
 * looks at the clock and ends with what it has (exit 3); where it does not get
 * to look, an alarm ends the program a little later, with an error object and
 * the same status; and the processor time is limited by the kernel.  What ends
 * it otherwise, a crash on damaged tables, is told as well.
 */
#ifndef TOOLS_QUERY_LIMITS_H
#define TOOLS_QUERY_LIMITS_H

#include "tools/query-options.h"

/* Sets limits of the process, and the deadline in o->search. */
void query_limits_set(struct query_options *o);

/* Prepares for a crash of Xapian; `drained` stays, and is set when a part of
 * the answer is written. */
void query_limits_crash(const struct query_options *o,
			const volatile bool *drained);

/* Ends the program, where it need not give back what it took; returns where
 * that is looked for. */
void query_limits_leave(int status);

/* TC_E_QUERY when the query is longer than was allowed. */
int query_limits_check(const struct query_options *o, struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is said on standard error. */
#ifndef TOOLS_QUERY_TELL_H
#define TOOLS_QUERY_TELL_H

#include "query/search.h"
#include "tools/query-options.h"

void query_tell(struct tc_str message);

/* The options beside the query that say which articles are found, and which of
 * them: "--from=2023 --as-of=2025"; appended. */
void query_tell_options(const struct query_options *o, struct tc_buf *out);

/* What an answer says beside its hits: notes on how the query was read, where
 * the format does not hold them, and with --stamp what it was drawn from. */
void query_tell_answer(const struct query_options *o,
		       const struct tc_answer *a);

/* The same of several; a note that they share is told once. */
void query_tell_answers(const struct query_options *o,
			const struct tc_answer *a, size_t count);

/* That the time was up, where `partial` says so and the format has no place
 * for it.  (Shards that did not answer are told by whoever asked them.) */
void query_tell_partial(const struct query_options *o,
			const struct tc_answer *a, bool partial);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/query-tell.h"

#include "base/language.h"
#include "query/output.h"
#include "query/terminal.h"

#include <stdio.h>

void query_tell(struct tc_str message)
{
	TC_SCOPED_BUF line = { 0 };

	tc_terminal_put(&line, message);
	fprintf(stderr, "tracuu: %s\n", tc_buf_cstr(&line));
}

void query_tell_answer(const struct query_options *o,
		       const struct tc_answer *a)
{
	bool held = o->format == QUERY_JSON || o->format == QUERY_JSONL;
	TC_SCOPED_BUF stamp = { 0 }, articles = { 0 };

	for (size_t i = 0; !held && i < a->plan.note_count; i++)
		query_tell(a->plan.notes[i]);
	if (!o->stamp)
		return;
	tc_output_articles(a, &articles);
	tc_buf_printf(&stamp, _("archive %.*s, %s, query: %.*s"),
		      TC_ARG(a->generation), tc_buf_cstr(&articles),
		      TC_ARG(a->understood));
	query_tell(tc_buf_str(&stamp));
}

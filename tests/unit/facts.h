/* SPDX-License-Identifier: GPL-2.0-or-later */
/* For tests of facts: a text through the door to a scan, and the mentions
 * of document numbers as one line. */
#ifndef TC_TESTS_FACTS_H
#define TC_TESTS_FACTS_H

#include "unit.h"

#include "fact/date.h"
#include "fact/docnum.h"
#include "text/normalize.h"

static inline void scan_make(struct tc_scan *scan, struct tc_arena *arena,
			     struct tc_str text)
{
	TC_SCOPED_BUF normal = { 0 };

	tc_normalize(text, &normal);
	*scan = (struct tc_scan){
		.text = tc_arena_str(arena, tc_buf_str(&normal)),
		.arena = arena,
	};
	tc_tokenize(scan->text, arena, &scan->tokens);
	tc_scan_mark(scan);
}

/* "02-DA/TU 2021-04-26; CT 5": each mention's canonical form and date. */
static inline void numbers_line(const struct tc_number_list *list,
				struct tc_buf *out)
{
	char date[TC_DATE_MAX];

	tc_buf_clear(out);
	for (size_t i = 0; i < list->n; i++) {
		const struct tc_number *n = &list->v[i];
		tc_buf_printf(out, "%s%.*s", i ? "; " : "",
			      TC_ARG(n->canonical));
		if (n->date.year || n->date.month)
			tc_buf_printf(out, " %s", tc_date_print(n->date, date));
	}
}

#endif

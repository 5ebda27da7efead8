/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the tests of dates share; included after unit.h. */
#ifndef TC_TESTS_UNIT_DATE_H
#define TC_TESTS_UNIT_DATE_H

#include "fact/date.h"
#include "text/utf8.h"

static inline void scan_init(struct tc_scan *scan, const char *text,
		      struct tc_arena *arena)
{
	*scan = (struct tc_scan){ .text = tc_str0(text), .arena = arena };
	tc_tokenize(scan->text, arena, &scan->tokens);
	tc_scan_mark(scan);
}

static inline void find_dates(const char *text, struct tc_arena *arena,
		       struct tc_date_list *out)
{
	const struct tc_number_list none = { 0 };
	struct tc_scan scan;

	scan_init(&scan, text, arena);
	*out = (struct tc_date_list){ 0 };
	tc_date_scan(&scan, &none, out);
}

/* Spans lie in the text, in order, on character boundaries. */
static inline void check_spans(struct tc_str text, const struct tc_date_list *dates)
{
	uint32_t last = 0;

	for (size_t i = 0; i < dates->n; i++) {
		const struct tc_date_mention *m = &dates->v[i];
		assert_true(last <= m->start && m->start < m->end);
		assert_true(m->end <= text.n);
		assert_true(tc_utf8_boundary(text, m->start));
		assert_true(tc_utf8_boundary(text, m->end));
		assert_true(tc_date_valid(m->from) && tc_date_valid(m->to));
		assert_non_null(m->rule);
		last = m->end;
	}
}

#endif

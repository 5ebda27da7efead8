/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One article, from its text to its dates; included after unit.h. */
#ifndef TC_TESTS_UNIT_TRIAL_H
#define TC_TESTS_UNIT_TRIAL_H

#include "date.h"

#include "fact/published.h"

struct trial {
	struct tc_arena arena;
	struct tc_article a;
	struct tc_scan scan;
	struct tc_date_list dates;
	struct tc_number_list numbers;
	struct tc_hint hints[8];
};

static inline void trial_hint(struct trial *t, enum tc_hint_kind kind,
		       const char *value)
{
	t->a.hints = t->hints;
	t->hints[t->a.hint_count++] = (struct tc_hint){ kind,
							tc_str0(value) };
}

/* As docnum.h would: the places of a symbol. */
static inline void trial_number(struct trial *t, const char *symbol)
{
	const struct tc_str needle = tc_str0(symbol);
	size_t at = 0;

	while ((at = tc_str_find(t->a.text, needle, at)) != SIZE_MAX) {
		struct tc_number_list *list = &t->numbers;
		list->v = tc_arena_grow(&t->arena, list->v, list->n,
					&list->cap, sizeof *list->v);
		list->v[list->n++] = (struct tc_number){
			.start = (uint32_t)at,
			.end = (uint32_t)(at + needle.n),
		};
		at += needle.n;
	}
}

static inline int by_start(const void *a, const void *b)
{
	const uint32_t x = ((const struct tc_number *)a)->start;
	const uint32_t y = ((const struct tc_number *)b)->start;

	return (x > y) - (x < y);
}

static inline void trial_run(struct trial *t)
{
	if (t->numbers.n)
		qsort(t->numbers.v, t->numbers.n, sizeof *t->numbers.v,
		      by_start);
	t->scan = (struct tc_scan){ .text = t->a.text,
				    .title_len = t->a.title_len,
				    .arena = &t->arena };
	tc_tokenize(t->scan.text, &t->arena, &t->scan.tokens);
	tc_scan_mark(&t->scan);
	tc_date_scan(&t->scan, &t->numbers, &t->dates);
	tc_published_resolve(&t->a, &t->scan, NULL, &t->numbers, &t->dates);
	check_spans(t->scan.text, &t->dates);
}

static inline void assert_published(const struct trial *t, const char *date,
			     enum tc_basis basis, const char *rule)
{
	char out[TC_DATE_MAX];

	assert_string_equal(date, tc_date_print(t->a.published.date, out));
	assert_string_equal(rule, t->a.published.rule);
	assert_int_equal(basis, t->a.published.basis);
}

static inline const struct tc_date_mention *dated(const struct trial *t,
					   const char *printed)
{
	for (size_t i = 0; i < t->dates.n; i++)
		if (tc_str_is(t->dates.v[i].printed, printed))
			return &t->dates.v[i];
	fail_msg("no date \"%s\"", printed);
	return NULL;
}

static inline void assert_date(const struct trial *t, const char *printed,
			const char *date, enum tc_role role)
{
	const struct tc_date_mention *m = dated(t, printed);
	char out[TC_DATE_MAX];

	assert_string_equal(date, tc_date_print(m->from, out));
	assert_string_equal(tc_role_name(role), tc_role_name(m->role));
}

#endif

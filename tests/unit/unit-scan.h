/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the tests of units share: the shipped places, and a scan of a text. */
#ifndef TC_TESTS_UNIT_SCAN_H
#define TC_TESTS_UNIT_SCAN_H

#include "fact/unit.h"
#include "text/normalize.h"
#include "text/utf8.h"

#include <stdio.h>

static struct tc_gazetteer *gazetteer;

static inline int load_gazetteer(void **state)
{
	char path[1024];
	const char *dir = getenv("TRACUU_DATADIR");

	(void)state;
	snprintf(path, sizeof path, "%s/gazetteer.tsv",
		 dir ? dir : "src/fact");
	gazetteer = tc_gazetteer_new();
	return tc_gazetteer_load(gazetteer, path, NULL, NULL, NULL);
}

static inline int free_gazetteer(void **state)
{
	(void)state;
	tc_gazetteer_free(gazetteer);
	return 0;
}

static inline void scan_text(struct tc_arena *arena, struct tc_str text,
			     uint32_t title_len, const char *site,
			     struct tc_unit_list *out)
{
	TC_SCOPED_BUF clean = { 0 };
	TC_SCOPED_BUF normal = { 0 };

	tc_utf8_scrub(text, &clean);
	tc_normalize(tc_buf_str(&clean), &normal);
	struct tc_scan scan = {
		.text = tc_arena_str(arena, tc_buf_str(&normal)),
		.title_len = title_len,
		.arena = arena,
	};
	tc_tokenize(scan.text, arena, &scan.tokens);
	tc_scan_mark(&scan);
	*out = (struct tc_unit_list){ 0 };
	const struct tc_place *place =
		tc_gazetteer_site(gazetteer, tc_str0(site));
	const struct tc_seat seat =
		tc_gazetteer_seat(gazetteer, tc_str0(site), &place);
	tc_unit_scan(&scan, gazetteer, place, seat, out);
}

/* The text's units are those of `expected`: "printed=canonical", '|' between. */
static inline void expect_units(const char *text, const char *expected)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF got = { 0 };
	struct tc_unit_list units;

	scan_text(&arena, tc_str0(text), 0, "", &units);
	for (size_t k = 0; k < units.n; k++)
		tc_buf_printf(&got, "%s%.*s=%.*s", k ? "|" : "",
			      TC_ARG(units.v[k].printed),
			      TC_ARG(units.v[k].canonical));
	assert_string_equal(expected, tc_buf_cstr(&got));
}

static inline const struct tc_unit *find_unit(const struct tc_unit_list *units,
				       const char *canonical)
{
	for (size_t i = 0; i < units->n; i++)
		if (tc_str_is(units->v[i].canonical, canonical))
			return &units->v[i];
	print_error("no '%s' among:\n", canonical);
	for (size_t i = 0; i < units->n; i++)
		print_error("  '%.*s'\n", TC_ARG(units->v[i].canonical));
	return NULL;
}

#endif

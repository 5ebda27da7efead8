/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "fact/citation.h"

static void a_citation_has_digits_a_mark_and_capitals(void **state)
{
	static const struct {
		const char *line;
		bool cites;
	} rows[] = {
		{ "Theo Nghị quyết 21-NQ/TW", true },
		{ "15 / 2020 / NĐ-CP", true },
		{ "Kế hoạch 12–KH/TU", true },
		{ "", false },
		{ "NQ/TW", false },
		{ "12 KH", false },
		{ "12-kh/tu", false },
		{ "12/5 Bà con", false },
		{ "ngày 12/5/2023", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (tc_citation_in(tc_str0(rows[i].line)) != rows[i].cites)
			fail_msg("%s", rows[i].line);
}

static void a_line_may_break_a_symbol(void **state)
{
	static const struct {
		const char *above, *below;
		bool broken;
	} rows[] = {
		{ "Kết luận số 127-", "/KL/TW", true },
		{ "Kế hoạch số 12/", "KH-UBND", true },
		{ "Kế hoạch số 12 –", "KH/TU", true },
		{ "", "KH-UBND", false },
		{ "-", "KH-UBND", false },
		{ "Kế hoạch số -", "KH-UBND", false },
		{ "Kế hoạch số 12/", "", false },
		{ "Kế hoạch số 12/", "KH", false },
		/* an item of a list, a day */
		{ "Tổng số 12/", "- Bàn giao", false },
		{ "Tổng số 12/", "-Bàn giao", false },
		{ "(20/10/1930 -", "20/10/2020)", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (tc_citation_broken(tc_str0(rows[i].above),
				       tc_str0(rows[i].below)) !=
		    rows[i].broken)
			fail_msg("%s|%s", rows[i].above, rows[i].below);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_citation_has_digits_a_mark_and_capitals),
		cmocka_unit_test(a_line_may_break_a_symbol),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "fact/date.h"

static void every_day_comes_back(void **state)
{
	(void)state;
	const struct tc_date first = { .year = 1850, .month = 1, .day = 1 };
	const int64_t start = tc_date_days(first);
	struct tc_date d = first, last = { 0 };

	for (int64_t day = start; d.year <= 2100; day++) {
		char printed[TC_DATE_MAX];
		struct tc_date again;
		d = tc_date_from_days(day);
		assert_true(tc_date_valid(d));
		assert_int_equal(day, tc_date_days(d));
		assert_true(tc_date_first(last) < tc_date_first(d));
		assert_true(tc_date_read(tc_str0(tc_date_print(d, printed)),
					 &again));
		assert_true(tc_date_same(d, again));
		last = d;
	}
	assert_int_equal(0, tc_date_days((struct tc_date){
				    .year = 1970, .month = 1, .day = 1 }));
}

static const struct form {
	const char *form;
	uint32_t first, last;
	enum tc_precision precision;
} forms[] = {
	{ "2021-09-01", 20210901, 20210901, TC_PRECISION_DAY },
	{ "2021-09", 20210901, 20210930, TC_PRECISION_MONTH },
	{ "2024-02", 20240201, 20240229, TC_PRECISION_MONTH },
	{ "2023-Q1", 20230101, 20230331, TC_PRECISION_QUARTER },
	{ "2023-Q4", 20231001, 20231231, TC_PRECISION_QUARTER },
	{ "2023", 20230101, 20231231, TC_PRECISION_YEAR },
	{ "--05-15", 0, 0, TC_PRECISION_DAY },
	{ "--02-29", 0, 0, TC_PRECISION_DAY },
	{ "--06", 0, 0, TC_PRECISION_MONTH },
	{ "--Q4", 0, 0, TC_PRECISION_QUARTER },
};

static void every_precision_comes_back(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		struct tc_date d;
		char out[TC_DATE_MAX];
		assert_true(tc_date_read(tc_str0(forms[i].form), &d));
		assert_string_equal(forms[i].form, tc_date_print(d, out));
		assert_int_equal(forms[i].first, tc_date_first(d));
		assert_int_equal(forms[i].last, tc_date_last(d));
		assert_int_equal(forms[i].precision, tc_date_precision(d));
	}
}

static void what_is_no_date_is_not_read(void **state)
{
	static const char *const bad[] = {
		"", "2", "202", "2021-", "2021-9", "2021-13", "2021-00",
		"2021-02-29", "2021-04-31", "2021-09-00", "2021-09-01x",
		"2021-Q5", "2021-Q1-01", "0000-01-01", "--", "-", "---05",
		"--05-", "2021/09/01", "--02-30", "--Q0",
	};
	struct tc_date d;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (tc_date_read(tc_str0(bad[i]), &d))
			fail_msg("\"%s\" is no date", bad[i]);
}

static const struct range_row {
	const char *query, *from, *to;
} range_rows[] = {
	{ "9/2021", "2021-09", "2021-09" },
	{ "5/2023", "2023-05", "2023-05" },
	{ "15/5/2024", "2024-05-15", "2024-05-15" },
	{ "15-5-2024", "2024-05-15", "2024-05-15" },
	{ "15.5.2024", "2024-05-15", "2024-05-15" },
	{ "2023-06-01", "2023-06-01", "2023-06-01" },
	{ "2023-06", "2023-06", "2023-06" },
	{ "5.2024", "2024-05", "2024-05" },
	{ "5-2024", "2024-05", "2024-05" },
	{ "2024-5", "2024-05", "2024-05" },
	{ "2024/5/3", "2024-05-03", "2024-05-03" },
	{ "6 tháng đầu năm 2023", "2023-01", "2023-06" },
	{ "3 thang cuoi nam 2023", "2023-10", "2023-12" },
	{ "2023", "2023", "2023" },
	{ "2023-Q4", "2023-Q4", "2023-Q4" },
	{ "quý I/2023", "2023-Q1", "2023-Q1" },
	{ "quý1/2023", "2023-Q1", "2023-Q1" },
	{ "quy1/2023", "2023-Q1", "2023-Q1" },
	{ "quy 1/2023", "2023-Q1", "2023-Q1" },
	{ "quýIV/2023", "2023-Q4", "2023-Q4" },
	{ "Q3/2023", "2023-Q3", "2023-Q3" },
	{ "2021..2023", "2021", "2023" },
	{ "1/2021..6/2022", "2021-01", "2022-06" },
	{ "15/5/2024 .. 2024-06-01", "2024-05-15", "2024-06-01" },
	{ "..2015", "", "2015" },
	{ "trước năm 2010", "", "2009-12-31" },
	{ "truoc 1/3/2012", "", "2012-02-29" },
	{ "Trước khóa XIII", "", "2021-01-31" },
	{ "sau 2015", "2016-01-01", "" },
	{ "sau tháng 5/2019", "2019-06-01", "" },
	{ "từ 2015 đến nay", "2015", "" },
	{ "tu khoa XII toi nay", "2016-01-28", "" },
	{ "2015..", "2015", "" },
	{ "2021-2023", "2021", "2023" },
	{ "năm 2023", "2023", "2023" },
	{ "tháng 5/2023", "2023-05", "2023-05" },
	{ "thang 5 nam 2023", "2023-05", "2023-05" },
	{ "tháng 5 đến tháng 8 năm 2022", "2022-05", "2022-08" },
	{ "ngày 06 tháng 02 năm 2017", "2017-02-06", "2017-02-06" },
	{ "5-6/3/2024", "2024-03-05", "2024-03-06" },
	{ "khóa XIII", "2021-02", "2026-01" },
	{ "khóaXIII", "2021-02", "2026-01" },
	{ "khoáXIII", "2021-02", "2026-01" },
	{ "khoaxiii", "2021-02", "2026-01" },
	{ "khoa 13", "2021-02", "2026-01" },
	{ "khóaXII", "2016-01-28", "2021-02-01" },
	{ "khóa XIV", "2026-01", "" },
	{ "nhiệmkỳ2020-2025", "2020", "2025" },
	{ "nhiemky2020-2025", "2020", "2025" },
	{ "nhiệm kỳ 2020 – 2025", "2020", "2025" },
	{ "Nhiệm kỳ 2020-2025", "2020", "2025" },
	{ "nhiệm kỳ XIII", "2021-02", "2026-01" },
	{ "nhiệmkỳXIII", "2021-02", "2026-01" },
	{ "nhiệm kỳ khóa XIII", "2021-02", "2026-01" },
	{ "từ 1/2021 đến 6/2022", "2021-01", "2022-06" },
	{ "Từ năm 2021 đến năm 2023", "2021", "2023" },
	{ "1/2021 den 6/2022", "2021-01", "2022-06" },
	{ "15/5/2024 tới 2/6/2024", "2024-05-15", "2024-06-02" },
	{ "từ 2021", "2021", "" },
	{ "đến tháng 6/2015", "", "2015-06" },
	{ "1/2021-6/2022", "2021-01", "2022-06" },
	{ "1/2021 – 6/2022", "2021-01", "2022-06" },
	{ "2021-05-06 - 2021-06-07", "2021-05-06", "2021-06-07" },
	{ "quý I/2023 - quý III/2023", "2023-Q1", "2023-Q3" },
	{ "quý một năm 2023", "2023-Q1", "2023-Q1" },
	{ "quý tư/2023", "2023-Q4", "2023-Q4" },
	{ "T5/2024", "2024-05", "2024-05" },
	{ "t5-2024", "2024-05", "2024-05" },
	{ "sáu tháng đầu năm 2023", "2023-01", "2023-06" },
	{ "chín tháng đầu năm 2023", "2023-01", "2023-09" },
	{ "nửa cuối năm 2023", "2023-07", "2023-12" },
};

static void every_range_of_a_query_is_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof range_rows / sizeof *range_rows; i++) {
		const struct range_row *row = &range_rows[i];
		struct tc_date from, to;
		const char *why;
		char out[TC_DATE_MAX];

		if (!tc_date_range(tc_str0(row->query), &from, &to, &why))
			fail_msg("\"%s\": %s", row->query, why);
		assert_string_equal(row->from, tc_date_print(from, out));
		assert_string_equal(row->to, tc_date_print(to, out));
	}
}

#define CUT_SHORT \
	"no whole date; one of several words goes in quotation marks"
#define NOT_A_DATE "not a date; write 2023, 6/2023, 15/6/2023 or quý 4/2023"

static const struct {
	const char *query, *why;
} bad_ranges[] = {
	{ "trước 31/2/2023", "no such day" },
	{ "sau khóa XIV", "not a date; write 2023, 6/2023, 15/6/2023 or quý "
			  "4/2023" },
	{ "sau", "not a date; write 2023, 6/2023, 15/6/2023 or quý 4/2023" },
	{ "đến nay", "not a date; write 2023, 6/2023, 15/6/2023 or quý 4/2023" },
	{ "31/2/2023", "no such day" },
	{ "32/1/2023", "no such day" },
	{ "2023-02-31", "no such day" },
	{ "13/2023", "no such month" },
	{ "5/13/2023", "no such month" },
	{ "2023-13", "no such month" },
	{ "quý 5/2023", "no such quarter" },
	{ "quý5/2023", "no such quarter" },
	{ "khóa XXX", "no such term" },
	{ "khóa", CUT_SHORT },
	{ "nhiệm", CUT_SHORT },
	{ "tháng", CUT_SHORT },
	{ "từ", NOT_A_DATE },
	{ "đến khóa XIV", NOT_A_DATE },
	{ "..khóa XIV", NOT_A_DATE },
	{ "từ 2023 đến 2021", "the range ends before it begins" },
	{ "từ 2021 đến Đảng", NOT_A_DATE },
	{ "từ 13/2023", "no such month" },
	{ "15/5", "a year of four digits is needed" },
	{ "15/5/23", "a year of four digits is needed" },
	{ "quý 1", "a year of four digits is needed" },
	{ "tháng 5", "a year of four digits is needed" },
	{ "2023..2021", "the range ends before it begins" },
	{ "2025-2020", "the range ends before it begins" },
	{ "6/2022..1/2022", "the range ends before it begins" },
	{ "..", NOT_A_DATE },
	{ "", NOT_A_DATE },
	{ "Đảng", NOT_A_DATE },
	{ "2021..Đảng", NOT_A_DATE },
	{ "2021...2023", NOT_A_DATE },
	{ "\xff", NOT_A_DATE },
};

static void a_bad_range_says_why(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof bad_ranges / sizeof *bad_ranges; i++) {
		struct tc_date from, to;
		const char *why = NULL;

		if (tc_date_range(tc_str0(bad_ranges[i].query), &from, &to,
				  &why))
			fail_msg("\"%s\" is read", bad_ranges[i].query);
		if (strcmp(bad_ranges[i].why, why) != 0)
			fail_msg("\"%s\": %s", bad_ranges[i].query, why);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_comes_back),
		cmocka_unit_test(every_precision_comes_back),
		cmocka_unit_test(what_is_no_date_is_not_read),
		cmocka_unit_test(every_range_of_a_query_is_read),
		cmocka_unit_test(a_bad_range_says_why),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

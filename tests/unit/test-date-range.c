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
	{ "Trước khóa XIII", "", "2021-02-01" },
	{ "sau 2015", "2016-01-01", "" },
	{ "sau tháng 5/2019", "2019-06-01", "" },
	{ "từ 2015 đến nay", "2015", "" },
	{ "tu khoa XII toi nay", "2016-01-29", "" },
	{ "2015..", "2015", "" },
	{ "2021-2023", "2021", "2023" },
	{ "năm 2023", "2023", "2023" },
	{ "tháng 5/2023", "2023-05", "2023-05" },
	{ "thang 5 nam 2023", "2023-05", "2023-05" },
	{ "tháng 5 đến tháng 8 năm 2022", "2022-05", "2022-08" },
	{ "ngày 06 tháng 02 năm 2017", "2017-02-06", "2017-02-06" },
	{ "5-6/3/2024", "2024-03-05", "2024-03-06" },
	{ "khóa XIII", "2021-02-02", "2026-01-23" },
	{ "khóaXIII", "2021-02-02", "2026-01-23" },
	{ "khoáXIII", "2021-02-02", "2026-01-23" },
	{ "khoaxiii", "2021-02-02", "2026-01-23" },
	{ "khoa 13", "2021-02-02", "2026-01-23" },
	{ "khóaXII", "2016-01-29", "2021-02-01" },
	{ "khóa XIV", "2026-01-24", "" },
	{ "nhiệmkỳ2020-2025", "2020", "2025" },
	{ "nhiemky2020-2025", "2020", "2025" },
	{ "nhiệm kỳ 2020 – 2025", "2020", "2025" },
	{ "Nhiệm kỳ 2020-2025", "2020", "2025" },
	{ "nhiệm kỳ XIII", "2021-02-02", "2026-01-23" },
	{ "nhiệmkỳXIII", "2021-02-02", "2026-01-23" },
	{ "nhiệm kỳ khóa XIII", "2021-02-02", "2026-01-23" },
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
	{ "khóa I", "1935-04-01", "1951-02-19" },
	/* a dash is "đến" */
	{ "từ 2021 - 2022", "2021", "2022" },
	{ "từ 2021-2025", "2021", "2025" },
	{ "từ 1/1/2020 - 30/6/2020", "2020-01-01", "2020-06-30" },
	{ "2021-nay", "2021", "" },
	{ "2023-05 - 2024", "2023-05", "2024" },
	{ "2023 - 5-2024", "2023", "2024-05" },
	{ "5/2021 – nay", "2021-05", "" },
	{ "giai đoạn 2021-2025", "2021", "2025" },
	{ "giai doan 2021 - 2025", "2021", "2025" },
	{ "giai đoạn từ 2021 đến 2025", "2021", "2025" },
	{ "trước nhiệm kỳ 2020-2025", "", "2019-12-31" },
	{ "sau giai đoạn 2021-2025", "2026-01-01", "" },
	/* what is left out is taken from the other side */
	{ "từ tháng 1 đến tháng 6/2020", "2020-01", "2020-06" },
	{ "tu thang 1 den thang 6 nam 2020", "2020-01", "2020-06" },
	{ "từ 1/5 đến 15/5/2024", "2024-05-01", "2024-05-15" },
	{ "từ ngày 1 đến ngày 15/5/2024", "2024-05-01", "2024-05-15" },
	{ "từ ngày 1 đến hết ngày 15/5/2024", "2024-05-01", "2024-05-15" },
	{ "từ ngày 28 tháng 2 đến ngày 1 tháng 3 năm 2024",
	  "2024-02-28", "2024-03-01" },
	{ "1-6/2020", "2020-01", "2020-06" },
	{ "quý I - quý III/2023", "2023-Q1", "2023-Q3" },
	{ "từ quý I đến III/2023", "2023-Q1", "2023-Q3" },
	{ "quý 1-2/2023", "2023-Q1", "2023-Q2" },
	/* but a month is one behind a date that has its year */
	{ "quý1/2022..3/2024", "2022-Q1", "2024-03" },
	{ "năm 2012..2016-Q3", "2012", "2016-Q3" },
	{ "quý I đến tháng 5/2023", "2023-Q1", "2023-05" },
	{ "tháng 5-8/2022", "2022-05", "2022-08" },
	{ "từ 15-20/5/2024", "2024-05-15", "2024-05-20" },
	{ "từ khóa XI đến XII", "2011-01-20", "2021-02-01" },
	{ "năm 2021 trở đi", "2021", "" },
	{ "từ 5/2021 trở đi", "2021-05", "" },
	{ "Từ năm 2021 trở lại đây", "2021", "" },
	{ "2015 trở về trước", "", "2015" },
	{ "kể từ 2020", "2020", "" },
	{ "từ 2021 đến hôm nay", "2021", "" },
	{ "2021..nay", "2021", "" },
	{ "từ đầu năm 2023 đến cuối tháng 6/2024", "2023", "2024-06" },
	{ "tu dau nam 2023 den nay", "2023", "" },
	{ "from 2021 to 2023", "2021", "2023" },
	{ "since May 2021", "2021-05", "" },
	{ "1 to 5 June 2023", "2023-06-01", "2023-06-05" },
	{ "before 2010", "", "2009-12-31" },
	{ "after June 2019", "2019-07-01", "" },
	{ "until 2015", "", "2015" },
	{ "2021 to now", "2021", "" },
	{ "2021 onwards", "2021", "" },
	{ "thứ Tư, ngày 15/5/2024", "2024-05-15", "2024-05-15" },
	{ "Thứ tư 15/5/2024", "2024-05-15", "2024-05-15" },
	{ "chu nhat, 1/1/1950", "1950-01-01", "1950-01-01" },
	{ "mùng 3 tháng 2 năm 1930", "1930-02-03", "1930-02-03" },
	{ "ngày mồng 3/2/1930", "1930-02-03", "1930-02-03" },
	{ "tháng 12, 2017", "2017-12", "2017-12" },
	{ "18 tháng 12, 2017", "2017-12-18", "2017-12-18" },
	{ "tháng năm năm 2023", "2023-05", "2023-05" },
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

#define NO_TODAY \
	"a query knows no today, so that it finds the same later, too; write " \
	"the date"
#define ONE_DATE \
	"behind trước and sau goes one date; write 2021..2025 for a range"

static const struct {
	const char *query, *why;
} bad_ranges[] = {
	{ "trước 31/2/2023", "no such day" },
	{ "trước 2021 - 2025", ONE_DATE },
	{ "sau 2021-2025", ONE_DATE },
	{ "từ 1/1/2020 - 31/2/2020", "no such day" },
	{ "2021 - 2022 - 2023", NOT_A_DATE },
	{ "2020-2021..2023", NOT_A_DATE },
	{ "từ 2021..2023", NOT_A_DATE },
	{ "1-13/2020", "no such month" },
	{ "từ tháng 11 đến tháng 2/2024",
	  "the range ends before it begins" },
	{ "từ tháng 5/2023 đến tháng 8",
	  "a year of four digits is needed" },
	{ "tháng năm 2023", "May or a year? write 5/2023, or năm 2023" },
	{ "thứ năm, 15/5/2024", "that day is another day of the week" },
	{ "thứ tư, tháng 5/2024", "that day is another day of the week" },
	{ "quý I và quý III năm 2023",
	  "one date or range is asked for, not a list" },
	{ "khóa XV", "no such term" },
	{ "mùng 5/2024", "no such day" },
	{ "quý 1-5/2023", "no such quarter" },
	{ "mùng khóa 5", "no such day" },
	{ "thứ năm khóa 5", "that day is another day of the week" },
	{ "515/5/2024", "no such day" },
	{ "1/257/2024", "no such month" },
	{ "2023-05-2024", "which dash is the range's? write .. there" },
	{ "2021-2022 trở đi", NOT_A_DATE },
	{ "đầu năm 2023", NOT_A_DATE },
	{ "hôm nay", NO_TODAY },
	{ "hômnay", NO_TODAY },
	{ "nam ngoai..2023", NO_TODAY },
	{ "this year", NO_TODAY },
	{ "từ nay", NO_TODAY },
	{ "mùng 11/5/2024", "no such day" },
	{ "I đến tháng 5/2024",
	  "not a date; write 2023, 6/2023, 15/6/2023 or quý 4/2023" },
	{ "sau khóa XIV", "not a date; write 2023, 6/2023, 15/6/2023 or quý "
			  "4/2023" },
	{ "sau", "not a date; write 2023, 6/2023, 15/6/2023 or quý 4/2023" },
	{ "đến nay", NO_TODAY },
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
		if (!why)
			fail_msg("\"%s\": no reason", bad_ranges[i].query);
		if (strcmp(bad_ranges[i].why, why) != 0)
			fail_msg("\"%s\": %s", bad_ranges[i].query, why);
	}
}

static const struct {
	const char *query, *spans;
} lists[] = {
	{ "quý I và quý III năm 2023", "2023-Q1 2023-Q3" },
	{ "tháng 5 và tháng 8 năm 2023", "2023-05 2023-08" },
	{ "tháng 5, tháng 8 năm 2023", "2023-05 2023-08" },
	{ "tháng 5, 6, 8 năm 2023", "2023-05 2023-06 2023-08" },
	{ "15 và 20/5/2024", "2024-05-15 2024-05-20" },
	{ "May 2023 and June 2023", "2023-05 2023-06" },
	{ "2015 or 2018", "2015 2018" },
	{ "ngày 30/4, 1/5 và 2/9/2024", "2024-04-30 2024-05-01 2024-09-02" },
	{ "khóa XI, XII", "2011-01-20..2016-01-28 2016-01-29..2021-02-01" },
	{ "quy i, ii va iv nam 2023", "2023-Q1 2023-Q2 2023-Q4" },
	{ "2021, 2023", "2021 2023" },
	{ "quý 1, 2 và 4/2023", "2023-Q1 2023-Q2 2023-Q4" },
	{ "quý 1/2023, 15/5/2024, tháng 2/2025",
	  "2023-Q1 2024-05-15 2025-02" },
	{ "tháng 5/2023, 6/7/2023", "2023-05 2023-07-06" },
	{ "khóa XI, 2016, 12/5/2024",
	  "2011-01-20..2016-01-28 2016 2024-05-12" },
	{ "năm 2021 hoặc 2023", "2021 2023" },
	{ "tháng 12, 2017, 2018", "2017-12 2018" },
	{ "từ tháng 1 đến tháng 3 và tháng 5 năm 2023",
	  "2023-01..2023-03 2023-05" },
	{ "2015; 2017-2019 & 2021..", "2015 2017..2019 2021.." },
	{ "thứ tư, 15/5/2024, thứ năm, 16/5/2024", "2024-05-15 2024-05-16" },
	/* the part that is not understood, and what is wrong with it */
	{ "2021, Đảng, 2023", "! Đảng" },
	{ "2021 và 31/2/2023", "! 31/2/2023" },
	{ "từ 2021 - 31/2/2023", "! 31/2/2023" },
	{ "từ 31/2/2022 đến 2023", "! 31/2/2022" },
	{ "tháng 5 và tháng 8", "! tháng 8" },
	{ "15/5, 2024", "! 15/5" },
	{ "tháng 5 và năm 2023", "! tháng 5" },
	{ "5 và khóa XI", "! 5" },
	{ "2021 và 2023..2022", "! 2023..2022" },
	{ "trước 2021 - 2025", "! 2021 - 2025" },
	{ "15/5/2024,", "! 15/5/2024," },
	{ "15/5/2024 và", "! 15/5/2024 và" },
	{ "2021,,2023", "! 2021,,2023" },
	{ "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,"
	  "1,2024", "! 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,"
	  "1,1,1,1,1,1,2024" },
};

static void print_span(const struct tc_span *s, struct tc_buf *out)
{
	char text[TC_DATE_MAX];

	tc_buf_puts(out, tc_date_print(s->from, text));
	if (tc_date_same(s->from, s->to))
		return;
	tc_buf_puts(out, "..");
	tc_buf_puts(out, tc_date_print(s->to, text));
}

static void no_part_of_a_list_is_passed_over(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		struct tc_span v[TC_SPANS_MAX];
		TC_SCOPED_BUF out = { 0 };
		struct tc_str where;
		const char *why;
		const size_t n = tc_date_spans(tc_str0(lists[i].query), v,
					       &where, &why);

		for (size_t k = 0; k < n; k++) {
			tc_buf_puts(&out, k ? " " : "");
			print_span(&v[k], &out);
		}
		if (!n)
			tc_buf_printf(&out, "! %.*s", TC_ARG(where));
		if (strcmp(lists[i].spans, tc_buf_cstr(&out)) != 0)
			fail_msg("\"%s\": %s", lists[i].query,
				 tc_buf_cstr(&out));
	}
}

/* Beside another date a whole one means what it means by itself. */
static void whole_dates_keep_their_meaning(void **state)
{
	static const char *const dates[] = {
		"2022", "năm 2022", "3/2022", "03/2022", "2022-03", "3.2022",
		"tháng 3/2022", "tháng 3 năm 2022", "T3/2022", "2022-Q3",
		"quý3/2022", "quý III/2022", "Q3/2022", "quý 3 năm 2022",
		"3/3/2022", "2022-03-03", "ngày 3/3/2022", "3.3.2022",
		"ngày 3 tháng 3 năm 2022", "khóa XII",
	};
	static const char *const links[] = {
		"..", " đến ", " - ", ", ", " và ",
	};
	const size_t n = sizeof dates / sizeof *dates;

	(void)state;
	for (size_t i = 0; i < n * n * 5; i++) {
		const char *a = dates[i / n % n], *b = dates[i % n];
		const size_t link = i / n / n;
		struct tc_span one, other, v[TC_SPANS_MAX];
		TC_SCOPED_BUF both = { 0 };
		struct tc_str where;
		const char *why;

		assert_true(tc_date_range(tc_str0(a), &one.from, &one.to,
					  &why));
		assert_true(tc_date_range(tc_str0(b), &other.from, &other.to,
					  &why));
		tc_buf_printf(&both, "%s%s%s", a, links[link], b);
		const size_t count = tc_date_spans(tc_buf_str(&both), v,
						   &where, &why);
		if (link < 3 && !count && strstr(why, "ends before"))
			continue;
		if (count != (link < 3 ? 1 : 2))
			fail_msg("\"%s\": %s", both.p, why);
		if (!tc_date_same(one.from, v[0].from) ||
		    !tc_date_same(other.to, v[count - 1].to))
			fail_msg("\"%s\" is another", both.p);
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
		cmocka_unit_test(no_part_of_a_list_is_passed_over),
		cmocka_unit_test(whole_dates_keep_their_meaning),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

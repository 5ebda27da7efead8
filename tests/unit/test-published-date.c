/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the day of publication makes of an article's dates: years and roles. */
#include "config.h"

#include "unit.h"

#include "trial.h"

#include "fact/published-year.h"

/* A page's day, a sentence, and its first date. */
static const struct {
	const char *page, *body, *date;
	enum tc_role role;
	const char *rule;
	bool conflict;
} sentences[] = {
	{ "2024-05-16", "Ngày 15.5, chi bộ họp.", "2024-05-15",
	  TC_ROLE_EVENT, "year-from-published", false },
	{ "2024-05-14", "Ngày 15.5, chi bộ họp.", "2024-05-15",
	  TC_ROLE_EVENT, "year-from-published", false },
	{ "2024-05-13", "Ngày 15.5, chi bộ họp.", "2023-05-15",
	  TC_ROLE_EVENT, "year-from-published", false },
	{ "2024-01-02", "Ngày 30-12, chi bộ họp.", "2023-12-30",
	  TC_ROLE_EVENT, "year-from-published", false },
	{ "2024-01-02", "từ ngày 30/12 đến 2/1, chi bộ họp.", "2023-12-30",
	  TC_ROLE_EVENT, "year-from-published", false },
	/* a Saturday in none of the three years */
	{ "2024-03-10", "Thứ Bảy, ngày 15/5, chi bộ họp.", "2023-05-15",
	  TC_ROLE_EVENT, "year-from-published", true },
	{ "2024-05-16", "Sáng thứ Tư, ngày 15/5, chi bộ họp.",
	  "2024-05-15", TC_ROLE_EVENT, "year-from-published", false },
	{ "2024-05-16", "Sáng thứ Hai, ngày 15/5, chi bộ họp.",
	  "2023-05-15", TC_ROLE_EVENT, "year-from-weekday", false },
	{ "2024-05-16", "Hoàn thành trước ngày 30/6, chi bộ họp.",
	  "2024-06-30", TC_ROLE_FUTURE, "year-from-published", false },
	{ "2023-06-06", "Sinh hoạt tháng 6 của chi bộ.", "2023-06",
	  TC_ROLE_EVENT, "year-from-published", false },
	{ "2023-08-19", "Xong việc này trong tháng 9 ở xã.", "2023-09",
	  TC_ROLE_FUTURE, "year-from-published", false },
	{ "2023-01-05", "Phát thẻ xong trong tháng 12 ở xã.", "2022-12",
	  TC_ROLE_EVENT, "year-from-published", false },
	{ "2023-03-02", "Từ tháng 6 đến nay đã có 318 lượt.", "2022-06",
	  TC_ROLE_EVENT, "year-from-published", false },
	{ "2024-11-14", "sẽ hoàn tất vào quý I năm sau ở xã.", "2025-Q1",
	  TC_ROLE_FUTURE, "year-from-published", false },
	{ "2012-09-14", "Học Nghị quyết Trung ương 4 khóa XI\n"
	  "Ngày 12/9/2012, chi bộ họp.", "2012-09-12", TC_ROLE_EVENT,
	  "opener", false },
	{ "2021-11-14", "vừa được Trung ương ban hành cuối tháng 10.",
	  "2021-10", TC_ROLE_CITED, "year-from-published", false },
	{ "2023-06-06", "Chi bộ họp vào ngày 5/3/2020 ở xã.", "2020-03-05",
	  TC_ROLE_HISTORIC, "past", false },
	{ "2023-06-06", "Chi bộ sẽ họp, ngày 5/9/2023 ở xã.", "2023-09-05",
	  TC_ROLE_FUTURE, "later", false },
	/* announced */
	{ "2023-06-10", "Hội sẽ mở vào tối 18/6 ở xã.", "2023-06-18",
	  TC_ROLE_FUTURE, "year-from-published", false },
	{ "2023-06-10", "dự kiến họp vào ngày 20/9 ở xã.", "2023-09-20",
	  TC_ROLE_FUTURE, "year-from-published", false },
	{ "2023-12-28", "Hội diễn ra ngày 12/1 tới đây.", "2024-01-12",
	  TC_ROLE_FUTURE, "year-from-published", false },
	{ "2023-06-10", "Nhận hồ sơ đến ngày 31/7.", "2023-07-31",
	  TC_ROLE_FUTURE, "year-from-published", false },
	{ "2023-02-10", "Đến ngày 31/12, xã đã có điện.", "2022-12-31",
	  TC_ROLE_EVENT, "year-from-published", false },
	{ "2023-06-10", "sẽ làm theo buổi họp ngày 3/5.", "2023-05-03",
	  TC_ROLE_EVENT, "year-from-published", false },
	{ "2023-01-10", "to meet in the second quarter of 2023.", "2023-Q2",
	  TC_ROLE_FUTURE, "later", false },
	{ "2023-06-10", "sẽ khai mạc ngày 20/6/2023.", "2023-06-20",
	  TC_ROLE_FUTURE, "announced", false },
	{ "2023-06-10", "Ngày 20/6/2023 tới đây, xã họp.", "2023-06-20",
	  TC_ROLE_FUTURE, "announced", false },
	{ "2023-06-10", "Từ ngày 1/7/2023, lương tăng.", "2023-07-01",
	  TC_ROLE_FUTURE, "announced", false },
	{ "2023-06-10", "phát lúc 20 giờ ngày 18/6 ở xã.", "2023-06-18",
	  TC_ROLE_FUTURE, "year-from-published", false },
	{ "2023-06-10", "Sáng mai 11/6, xã họp.", "2023-06-11",
	  TC_ROLE_FUTURE, "year-from-published", false },
	{ "2023-06-10", "nộp phiếu trước ngày 31/5 ở xã.", "2023-05-31",
	  TC_ROLE_EVENT, "year-from-published", false },
	{ "2023-06-10", "tổ chức ngày 25/6 đã bàn việc này.", "2022-06-25",
	  TC_ROLE_EVENT, "year-from-published", false },
	/* a misprint, and one that a night explains */
	{ "2023-06-10", "Sáng ngày 20/6/2023, xã họp.", "2023-06-20",
	  TC_ROLE_EVENT, "opener", true },
	{ "2023-06-10", "Sáng ngày 11/6/2023, xã họp.", "2023-06-11",
	  TC_ROLE_EVENT, "opener", false },
	{ "2023-06-10", "đến năm 2023 đã xong ba nhịp.", "2023",
	  TC_ROLE_EVENT, "plain", false },
	{ "2023-06-06", "được thành lập ngày 5/3/2023 ở xã", "2023-03-05",
	  TC_ROLE_EVENT, "plain", false },
	{ "2023-06-06", "sẽ làm trong tháng 7/2023 ở xã", "2023-07",
	  TC_ROLE_FUTURE, "later", false },
	{ "2023-06-06", "nghỉ hết tháng 6/2023 ở xã", "2023-06",
	  TC_ROLE_FUTURE, "deadline", false },
	{ "2023-06-06", "tính hết tháng 5/2023 ở xã", "2023-05",
	  TC_ROLE_EVENT, "plain", false },
	{ "2023-06-06", "Mục tiêu của năm 2024 là", "2024", TC_ROLE_FUTURE,
	  "later", false },
	{ "2023-06-06", "Kéo dài đến ngày 15/6/2023 ở xã", "2023-06-15",
	  TC_ROLE_FUTURE, "deadline", false },
	{ "2023-06-06", "Sáng ngày 5/5/2023, Chi bộ chào cờ tháng 6.",
	  "2023-05-05", TC_ROLE_EVENT, "opener", true },
	{ "2023-06-06", "Sáng ngày 5/5/2023, Chi bộ chào cờ tháng 5.",
	  "2023-05-05", TC_ROLE_EVENT, "opener", false },
	{ "2023-06-01", "Sáng ngày 30/5/2023, bàn nhiệm vụ tháng 6.",
	  "2023-05-30", TC_ROLE_EVENT, "opener", false },
	{ "2023-06-06", "Ngày 5/6/2025, Chi bộ họp.", "2025-06-05",
	  TC_ROLE_EVENT, "opener", true },
	{ "2023-06-06", "Ngày 5/6/2020, Chi bộ họp.", "2020-06-05",
	  TC_ROLE_EVENT, "opener", true },
};

static void publication_decides_years_and_roles(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
		struct trial t = { 0 };
		char out[TC_DATE_MAX];
		trial_hint(&t, TC_HINT_METADATA, sentences[i].page);
		tc_article_set_text(&t.a, &t.arena, TC_STR("Tin"),
				    tc_str0(sentences[i].body));
		trial_run(&t);
		const struct tc_date_mention *m = &t.dates.v[0];
		if (!t.dates.n ||
		    strcmp(sentences[i].date, tc_date_print(m->from, out)) ||
		    m->role != sentences[i].role ||
		    strcmp(m->rule, sentences[i].rule) != 0 ||
		    m->conflict != sentences[i].conflict)
			fail_msg("\"%s\": %s, %s by %s, conflict %d",
				 sentences[i].body, out,
				 tc_role_name(m->role), m->rule, m->conflict);
		assert_int_equal(strncmp(m->rule, "year-", 5) == 0,
				 m->inferred);
		tc_arena_release(&t.arena);
	}
}

static void a_month_of_no_year_is_let_go(void **state)
{
	struct trial t = { 0 };

	(void)state;
	tc_article_set_text(&t.a, &t.arena, TC_STR("Tin"),
			    TC_STR("Chào cờ tháng 6, họp ngày 15/5."));
	trial_run(&t);
	assert_int_equal(1, t.dates.n);
	assert_date(&t, "ngày 15/5", "--05-15", TC_ROLE_EVENT);
	assert_false(t.dates.v[0].inferred);
	tc_arena_release(&t.arena);
}

/* Without a day of the page: a text, one of its dates, and what that is. */
static const struct {
	const char *body, *printed, *date;
	enum tc_role role;
} undated[] = {
	/* long before what else is told */
	{ "Từ năm 2004 đến nay, quỹ lớn dần; tính đến tháng 6/2023 có mười "
	  "tỷ.", "năm 2004", "2004", TC_ROLE_HISTORIC },
	{ "Từ năm 2022 đến nay, quỹ lớn dần; tính đến tháng 6/2023 có mười "
	  "tỷ.", "năm 2022", "2022", TC_ROLE_EVENT },
	/* an account goes on */
	{ "Sau ngày 20/3/1930, dân kéo đi vào ngày 1/9, rất đông.",
	  "ngày 1/9", "1930-09-01", TC_ROLE_HISTORIC },
	{ "Sau ngày 20/3/1930, dân nghỉ.\nNgày 1/9, xã họp.", "Ngày 1/9",
	  "--09-01", TC_ROLE_EVENT },
	{ "Sau ngày 20/11/1930, dân kéo đi vào ngày 1/9, rất đông.",
	  "ngày 1/9", "1930-09-01", TC_ROLE_HISTORIC },
	{ "Sau ngày 20/11/1930, dân kéo đi vào ngày 1/2, rất đông.",
	  "ngày 1/2", "1931-02-01", TC_ROLE_HISTORIC },
	{ "Sau ngày 20/3/2020, dân kéo đi vào ngày 1/5, rất đông.",
	  "ngày 1/5", "2020-05-01", TC_ROLE_EVENT },
};

static void text_alone_tells_what_is_past(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof undated / sizeof *undated; i++) {
		struct trial t = { 0 };
		tc_article_set_text(&t.a, &t.arena, TC_STR("Tin"),
				    tc_str0(undated[i].body));
		trial_run(&t);
		assert_date(&t, undated[i].printed, undated[i].date,
			    undated[i].role);
		tc_arena_release(&t.arena);
	}
}

/* No date is before the article's own day: none is far before it either. */
static void what_is_to_come_is_not_past(void **state)
{
	struct trial t = { .a.capture.fetched_ns = 1654000000000000000 };

	(void)state;
	tc_article_set_text(&t.a, &t.arena, TC_STR("Tin"),
			    TC_STR("Hình ảnh của xã năm 2030, năm 2045."));
	trial_run(&t);
	assert_date(&t, "năm 2030", "2030", TC_ROLE_EVENT);
	assert_date(&t, "năm 2045", "2045", TC_ROLE_EVENT);
	tc_arena_release(&t.arena);
}

/* Bytes from a number of 16/6 to a day 16/6, and the year that it gets. */
static void year_of_a_document_is_near_its_number(void **state)
{
	static const struct {
		uint32_t apart;
		int year;
	} rows[] = { { 0, 2022 }, { 120, 2022 }, { 121, 0 } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct tc_number number = {
			.start = 0, .end = 8,
			.id = TC_STR("18-NQ/TW@2022-06-16"),
			.date = { .month = 6, .day = 16 },
		};
		struct tc_date_mention day = {
			.start = 8 + rows[i].apart,
			.from = number.date, .to = number.date,
			.role = TC_ROLE_CITED,
		};
		const struct tc_number_list numbers = { .v = &number, .n = 1 };
		struct tc_date_list dates = { .v = &day, .n = 1 };

		tc_years_from_documents(&numbers, &dates);
		assert_int_equal(rows[i].year, day.from.year);
		assert_int_equal(rows[i].year != 0, day.inferred);
	}
}

static void day_behind_its_issue_gets_the_year(void **state)
{
	static const struct {
		const char *text;
		int year;
	} rows[] = {
		{ "Kế hoạch số 31-KH/TU ban hành ngày 15/9 nêu rõ.", 2022 },
		{ "Kế hoạch số 31-KH/TU ban hành, ngày 16/9 họp dân.", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct trial t = { 0 };
		const struct tc_str text = tc_str0(rows[i].text);
		const size_t at = tc_str_find(text, TC_STR("31-"), 0);
		struct tc_number number = {
			.start = (uint32_t)at + sizeof "Tin\n\n" - 1,
			.end = (uint32_t)at + sizeof "Tin\n\n31-KH/TU" - 1,
			.issuer = TC_STR("TU"),
			.date = { .month = 9, .day = 15 },
		};
		trial_hint(&t, TC_HINT_LABELLED, "03/02/2023");
		tc_article_set_text(&t.a, &t.arena, TC_STR("Tin"), text);
		t.numbers = (struct tc_number_list){ .v = &number, .n = 1 };
		trial_run(&t);
		tc_years_to_documents(&t.scan, NULL, &t.numbers, &t.dates);
		assert_int_equal(rows[i].year, number.date.year);
		tc_arena_release(&t.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(publication_decides_years_and_roles),
		cmocka_unit_test(a_month_of_no_year_is_let_go),
		cmocka_unit_test(text_alone_tells_what_is_past),
		cmocka_unit_test(what_is_to_come_is_not_past),
		cmocka_unit_test(year_of_a_document_is_near_its_number),
		cmocka_unit_test(day_behind_its_issue_gets_the_year),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which evidence gives the day of publication. */
#include "config.h"

#include "unit.h"

#include "trial.h"

#include "base/file.h"

#include <glob.h>
#include <stdio.h>

/* Which evidence wins: each row lacks what the row before had. */
static void the_best_evidence_wins(void **state)
{
	static const struct {
		enum tc_hint_kind kind;
		const char *value, *date, *rule;
	} order[] = {
		{ TC_HINT_METADATA, "2023-06-01", "2023-06-01", "metadata" },
		{ TC_HINT_LABELLED, "Ngày đăng: 02/06/2023", "2023-06-02",
		  "labelled-line" },
		{ TC_HINT_LINE, "03-06-2023 21:21", "2023-06-03",
		  "line-by-title" },
		{ TC_HINT_UPDATED, "Cập nhật: 04/06/2023", "2023-06-04",
		  "updated-line" },
		{ TC_HINT_MODIFIED, "2023-06-05", "2023-06-05",
		  "modified-metadata" },
	};
	const size_t n = sizeof order / sizeof *order;

	(void)state;
	for (size_t best = 0; best <= n; best++) {
		struct trial t = { 0 };
		trial_hint(&t, TC_HINT_CLOCK, "30/11/2023");
		for (size_t i = n; i-- > best;)
			trial_hint(&t, order[i].kind, order[i].value);
		t.a.url = tc_str0("https://a.vn/2023/06/06/a");
		tc_article_set_text(&t.a, &t.arena, TC_STR("Tin"),
				    TC_STR("Ngày 7/6/2023, chi bộ họp."));
		trial_run(&t);
		if (best < n)
			assert_published(&t, order[best].date, TC_BASIS_PAGE,
					 order[best].rule);
		else
			assert_published(&t, "2023-06-06", TC_BASIS_URL,
					 "url-day");
		tc_arena_release(&t.arena);
	}
}

/* The page's clock is passed over, unless an event of the lead was just before
 * it. */
static void a_clock_just_behind_the_event_is_the_days(void **state)
{
	static const struct {
		const char *clock, *body, *date, *rule;
	} rows[] = {
		{ "Thứ Năm, 19/3/2015, 06:00", "Chiều 17-3, chi bộ họp.",
		  "2015-03-19", "clock-by-event" },
		{ "Thứ Năm, 01/01/2015, 06:00", "Chiều 31-12, chi bộ họp.",
		  "2015-01-01", "clock-by-event" },
		{ "Thứ Năm, 19/3/2015, 06:00", "Ngày 19/3/2015, chi bộ họp.",
		  "2015-03-19", "clock-by-event" },
		{ "Thứ Năm, 19/3/2015, 06:00", "Chiều 13-3, chi bộ họp.",
		  "2015-03-19", "clock-by-event" },
		{ "Thứ Năm, 19/3/2015, 06:00", "Chiều 11-3, chi bộ họp.",
		  "", "none" },
		/* behind what it cites */
		{ "Thứ Năm, 19/3/2015, 06:00",
		  "Học Kế hoạch số 15-KH/HU ngày 02/3/2015 của Huyện ủy.",
		  "2015-03-19", "clock-by-document" },
		{ "Thứ Năm, 19/3/2015, 06:00",
		  "Học Kế hoạch số 15-KH/HU ngày 02/01/2015 của Huyện ủy.",
		  "", "none" },
		/* behind a day that is told farther down, in that year or the
		 * one before */
		{ "Thứ Năm, 19/3/2015, 06:00",
		  "Theo Kế hoạch số 15-KH/HU ngày 02/8/2014, đến ngày 10/3, "
		  "các chi bộ đã họp xong.", "2015-03-19", "clock-by-event" },
		{ "Thứ Năm, 19/3/2015, 06:00",
		  "Theo Kế hoạch số 15-KH/HU ngày 02/8/2014, đến ngày 10/2, "
		  "các chi bộ đã họp xong.", "", "none" },
		{ "Thứ Năm, 19/3/2020, 06:00",
		  "Theo Kế hoạch số 15-KH/HU ngày 02/8/2014, đến ngày 10/3, "
		  "các chi bộ đã họp xong.", "", "none" },
		/* a document's own day */
		{ "Thứ Năm, 19/3/2020, 06:00",
		  "Số 15-KH/HU\nSơn Hạ, ngày 02 tháng 3 năm 2015\n"
		  "Từ ngày 10/3/2015, các chi bộ họp.",
		  "2015-03-02", "letterhead" },
		{ "Thứ Năm, 19/3/2015, 06:00", "Ngày 17/3/2014, chi bộ họp.",
		  "2014-03-17", "event-opener" },
		{ "Thứ Năm, 19/3/2015, 06:00", "Chiều 20-3, chi bộ họp.",
		  "", "none" },
		{ "Thứ Năm, 19/3/2015, 06:00",
		  "Làm theo quyết định, từ ngày 15 - 18/3, đoàn đã kiểm tra.",
		  "2015-03-19", "clock-by-event" },
		{ "Thứ Năm, 19/3/2015, 06:00", "Chi bộ sẽ họp ngày 18/3.",
		  "", "none" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct trial t = { 0 };
		trial_hint(&t, TC_HINT_CLOCK, rows[i].clock);
		tc_article_set_text(&t.a, &t.arena, TC_STR("Họp"),
				    tc_str0(rows[i].body));
		trial_number(&t, "15-KH/HU");
		trial_run(&t);
		assert_published(&t, rows[i].date,
				 *rows[i].date == '\0' ? TC_BASIS_NONE :
				 *rows[i].rule == 'c' ? TC_BASIS_PAGE :
							TC_BASIS_EVENT,
				 rows[i].rule);
		tc_arena_release(&t.arena);
	}
}

/* A month in an address is none before what the article tells of. */
static void a_number_in_an_address_is_no_month(void **state)
{
	static const struct {
		const char *body, *date, *rule;
		enum tc_basis basis;
	} rows[] = {
		{ "Sáng 21/01/2020, huyện viếng đền.", "2020-01-21",
		  "event-opener", TC_BASIS_EVENT },
		{ "Sáng 30/9/2016, huyện viếng đền.", "2016-09", "url-month",
		  TC_BASIS_URL },
		/* what is to come may lie far ahead */
		{ "Sáng 21/01/2020, huyện sẽ viếng đền.", "2016-09",
		  "url-month", TC_BASIS_URL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct trial t = { 0 };
		t.a.url = tc_str0("https://a.vn/tin/post/201609/vieng-den");
		tc_article_set_text(&t.a, &t.arena, TC_STR("Viếng đền"),
				    tc_str0(rows[i].body));
		trial_run(&t);
		assert_published(&t, rows[i].date, rows[i].basis,
				 rows[i].rule);
		tc_arena_release(&t.arena);
	}
}

/* A body alone, and what it says of its day. */
static const struct {
	const char *body, *date, *rule;
	bool inferred;
} bodies[] = {
	{ "Chiều ngày 01/9/2021, chi bộ họp.", "2021-09-01", "event-opener",
	  false },
	{ "Vừa qua, chi bộ họp. (BĐ) - Ngày 15.5, Khối sơ kết.", "", "none",
	  false },
	{ "Ngày 15.5, Đảng ủy sơ kết 3 năm thực hiện Kết luận ban hành ngày "
	  "18.5.2021 về học tập.", "2024-05-15", "year-from-span", true },
	{ "Ngày 15.5, Đảng ủy sơ kết ba năm thực hiện Kết luận ban hành ngày "
	  "18.5.2021 về học tập.", "2024-05-15", "year-from-span", true },
	/* half a year away, the span proves nothing */
	{ "Ngày 15.11, Đảng ủy sơ kết 3 năm thực hiện Kết luận ban hành ngày "
	  "18.5.2021 về học tập.", "", "none", false },
	{ "Quý I/2023 họp. Quý IV/2023 họp, năm 2023 tổng kết.", "2023-Q4",
	  "event-quarter", false },
	{ "Quý I/2023 họp, bàn nhiệm vụ quý II/2023.", "", "none", false },
	{ "Ông A nhận nhiệm vụ từ ngày 5/10/2023.", "", "none", false },
	{ "Đoàn sẽ dự hội thi vào tháng 10 năm 2013 đến.", "", "none", false },
	{ "Chọn người về dự hội thi vào tháng 10 năm 2013 đến./.", "", "none",
	  false },
	{ "Làm theo Kế hoạch liên tịch số 165, ngày 1/10/2014 với Đoàn.", "",
	  "none", false },
	{ "Từ tháng 6/2020 đến 3/2025, viện khám nhiều.", "", "none", false },
	{ "Chi bộ sinh hoạt tháng 9/2021 tại khối.", "2021-09",
	  "event-month", false },
	{ "Đến ngày 20/8/2020, cả tỉnh đã họp xong.", "", "none", false },
	{ "Chiều 6/11, huyện trả lời. Đoàn đã về hồi tháng 7/2018.", "",
	  "none", false },
	{ "Nghị quyết năm 2023 của chi bộ.", "", "none", false },
	/* planned before, or reported behind */
	{ "Đảng ủy bàn nhiệm vụ quý IV/2020.", "", "none", false },
	{ "Đảng ủy bàn nhiệm vụ tháng 9/2020.", "", "none", false },
	{ "Huyện xong việc trong quý II/2018.", "", "none", false },
	/* a full day near the one that opens the sentence tells its year */
	{ "Sáng 30/8, Tỉnh ủy trao quyết định. Ông A nhận việc từ ngày "
	  "01/9/2021.", "2021-08-30", "year-from-near", true },
	{ "Chiều 28/12, phường trao Huy hiệu. Lễ dịp 03/01/2026 có 84 "
	  "người.", "2025-12-28", "year-from-near", true },
	{ "Chiều 12/6, xã họp bàn việc tháng 6/2023.", "2023-06-12",
	  "year-from-near", true },
	/* so do the years that the text speaks of as its own */
	{ "Chiều 12/6, xã họp bàn việc của tháng 9/2023.", "2023-06-12",
	  "year-from-text", true },
	{ "Sáng 12/9, huyện mở lớp sơ cấp năm 2022.", "2022-09-12",
	  "year-from-text", true },
	{ "Theo kế hoạch đề ra, sáng 12/9, huyện mở lớp sơ cấp năm 2022.",
	  "2022-09-12", "year-from-text", true },
	{ "Vừa qua, ngày 12/9, huyện mở lớp sơ cấp năm 2022.", "2022-09-12",
	  "year-from-text", true },
	{ "Lời hứa từ năm 2015 nay đã tròn: đường thông xe hôm 1/5.", "",
	  "none", false },
	{ "Sáng 16/8, tỉnh họp. Từ tháng 7/2012, các nơi đã tự xem lại.",
	  "2012-08-16", "year-from-text", true },
	{ "Ngày 25/12, xã tổng kết năm 2020, bàn nhiệm vụ năm 2021.",
	  "2020-12-25", "year-from-text", true },
	{ "Ngày 8/1, xã tổng kết năm 2020, bàn nhiệm vụ năm 2021.",
	  "2021-01-08", "year-from-text", true },
	{ "Ngày 8/1, xã tổng kết năm 2020.", "", "none", false },
	{ "Ngày 25/12, xã bàn nhiệm vụ năm 2021.", "", "none", false },
	{ "Ngày 5/5, xã bàn việc đến năm 2030.", "", "none", false },
	{ "Ngày 5/5, xã học Quy định ban hành ngày 25/10/2021.", "", "none",
	  false },
	/* and the term that a congress begins */
	{ "Chiều 18-6, Đảng bộ Sở Y tế mở Đại hội đại biểu lần thứ VI, nhiệm "
	  "kỳ 2020 - 2025.", "2020-06-18", "year-from-term", true },
	{ "(BTN) Chiều 18-6, Chi bộ 4 tiến hành Đại hội nhiệm kỳ 2017-2020.",
	  "2017-06-18", "year-from-term", true },
	{ "Chiều 18-6, xã họp bàn Nghị quyết Đại hội nhiệm kỳ 2020-2025.", "",
	  "none", false },
	{ "Sáng 30/8, chi bộ họp. Đợt thăm ngày 01/3/2021 đã xong.",
	  "2021-03-01", "event-lead", false },
	{ "Chi bộ họp, như ngày 5/3/2023 đã nêu.", "2023-03-05",
	  "event-lead", false },
	{ "Ngày 3/2/1930, Đảng ra đời.", "", "none", false },
	/* an article cites no document of its future */
	{ "Ngày 5/3/2019, chi bộ họp. Quy định ban hành ngày 16/6/2022 nêu "
	  "rõ.", "", "none", false },
	{ "06-06-2023 21:21\nSáng 5/6, chi bộ họp.", "2023-06-06",
	  "line-in-text", false },
	/* what is to come tells only that the article is older */
	{ "Đại hội sẽ khai mạc ngày 20/6/2023.", "", "none", false },
	{ "Hạn nộp: 30/6/2023. Thể lệ công bố ngày 1/5/2023.", "2023-05-01",
	  "event-lead", false },
	/* of several days the month alone is known, of two the second */
	{ "Từ ngày 2/5/2023 đến ngày 5/5/2023.", "2023-05",
	  "event-opener", false },
	{ "Ngày 19 và 20/5/2023, chi bộ đã họp.", "2023-05-20",
	  "event-opener", false },
	/* a month or year of which it is told what will be done */
	{ "Trong tháng 4/2017, xã Bình Minh sẽ làm lễ.", "", "none", false },
	{ "Trong tháng 4/2017, xã Bình Minh đã bàn việc sẽ làm.", "2017-04",
	  "event-month", false },
	/* a plan is one where it is told without "sẽ" as well */
	{ "Ngày 25/5/2020 tiếp xúc cử tri.\nNgày 25/5/2020, đại biểu sẽ gặp "
	  "cử tri các xã.", "", "none", false },
};

/* Far below the lead stands the background. */
/* What stands before and what behind a hundred sentences. */
static void assert_far(const char *lead, const char *end, const char *date,
		       enum tc_basis basis, const char *rule)
{
	TC_SCOPED_BUF body = { 0 };
	struct trial t = { 0 };

	tc_buf_puts(&body, lead);
	for (int i = 0; i < 100; i++)
		tc_buf_puts(&body, "Chi bộ họp và bàn việc chung. ");
	tc_buf_puts(&body, end);
	tc_article_set_text(&t.a, &t.arena, TC_STR("Tin"),
			    tc_buf_str(&body));
	trial_run(&t);
	assert_published(&t, date, basis, rule);
	tc_arena_release(&t.arena);
}

static void background_gives_no_day(void **state)
{
	(void)state;
	assert_far("", "\nNgày 12/5/2016, đường được khởi công.", "",
		   TC_BASIS_NONE, "none");
}

static void a_look_back_goes_on_past_the_lead(void **state)
{
	(void)state;
	assert_far("Quý I/2023, chi bộ họp. ", "\nQuý IV/2023, cả khối họp.",
		   "2023-Q4", TC_BASIS_EVENT, "event-quarter");
	assert_far("", "\nQuý IV/2023, cả khối họp.", "", TC_BASIS_NONE,
		   "none");
	/* a task behind the lead tells of no turn */
	assert_far("Quý I/2023, chi bộ họp. ",
		   "\nChi bộ bàn nhiệm vụ quý II/2023.", "2023-Q1",
		   TC_BASIS_EVENT, "event-quarter");
	assert_far("Quý I/2023, chi bộ họp. Chi bộ bàn nhiệm vụ quý II/2023. ",
		   "", "", TC_BASIS_NONE, "none");
}

static void text_alone_may_give_the_day(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		struct trial t = { 0 };
		char out[TC_DATE_MAX];
		tc_article_set_text(&t.a, &t.arena, TC_STR("Tin"),
				    tc_str0(bodies[i].body));
		trial_run(&t);
		if (strcmp(bodies[i].date,
			   tc_date_print(t.a.published.date, out)) != 0 ||
		    strcmp(bodies[i].rule, t.a.published.rule) != 0 ||
		    bodies[i].inferred != t.a.published.inferred)
			fail_msg("\"%s\": %s by %s", bodies[i].body, out,
				 t.a.published.rule);
		tc_arena_release(&t.arena);
	}
}

static void no_page_is_younger_than_its_capture(void **state)
{
	struct trial t = { 0 };

	(void)state;
	/* 2023-06-10T00:00:00Z */
	t.a.capture.mtime_ns = (int64_t)1686355200 * 1000000000;
	trial_hint(&t, TC_HINT_METADATA, "2024-01-01");
	trial_hint(&t, TC_HINT_METADATA, "1996-12-31");
	trial_hint(&t, TC_HINT_LINE, "06-06-2023 21:21");
	tc_article_set_text(&t.a, &t.arena, TC_STR("Tin"), TC_STR("Bài"));
	trial_run(&t);
	assert_published(&t, "2023-06-06", TC_BASIS_PAGE, "line-by-title");
	tc_arena_release(&t.arena);
}

static void a_page_may_be_of_the_first_years(void **state)
{
	struct trial t = { 0 };

	(void)state;
	trial_hint(&t, TC_HINT_METADATA, "1999-11-30T00:00:00+07:00");
	trial_hint(&t, TC_HINT_METADATA, "1998-03-05T08:00:00+07:00");
	tc_article_set_text(&t.a, &t.arena, TC_STR("Tin"),
			    TC_STR("Ngày 4/3, chi bộ họp."));
	trial_run(&t);
	assert_published(&t, "1998-03-05", TC_BASIS_PAGE, "metadata");
	tc_arena_release(&t.arena);
}

static void a_weekday_between_bounds_gives_the_year(void **state)
{
	struct trial t = { 0 };

	(void)state;
	t.a.capture.mtime_ns = (int64_t)1686355200 * 1000000000;
	tc_article_set_text(&t.a, &t.arena, TC_STR("Tin"),
			    TC_STR("Sáng thứ Sáu, ngày 5/5, chi bộ học Quy "
				   "định ban hành ngày 16/6/2021."));
	trial_run(&t);
	assert_published(&t, "2023-05-05", TC_BASIS_EVENT,
			 "year-from-weekday");
	assert_true(t.a.published.inferred);
	tc_arena_release(&t.arena);
}

/*
 * The five articles, where they are at hand.
 */
/* False where the seeds are not: skip() prints "not ok", which automake
 * counts as a failure. */
static bool seed_open(struct trial *t, int i)
{
	const char *srcdir = getenv("srcdir");
	char pattern[4096];
	TC_SCOPED_BUF bytes = { 0 };
	glob_t found = { 0 };

	snprintf(pattern, sizeof pattern, "%s/../shared/seeds/%03d_*.txt",
		 srcdir ? srcdir : ".", i);
	const bool there = glob(pattern, 0, NULL, &found) == 0 &&
			   tc_file_read(found.gl_pathv[0], 1 << 20, &bytes,
					NULL) == 0;
	globfree(&found);
	if (!there) {
		print_message("# seed %d is not at hand\n", i);
		return false;
	}
	*t = (struct trial){ 0 };
	tc_article_set_text(&t->a, &t->arena, tc_str(NULL, 0),
			    tc_buf_str(&bytes));
	static const char *const symbols[] = {
		"02-ĐA/TU", "70-KH/CB2", "72-KH/CB2", "21-NQ/TW", "01-KL/TW",
		"05-CT/TW", "21-KL/TW", "12-NQ/TU",
	};
	for (size_t k = 0; k < sizeof symbols / sizeof *symbols; k++)
		trial_number(t, symbols[k]);
	trial_run(t);
	return true;
}

static void seed_0_has_its_own_line_and_a_wrong_month(void **state)
{
	struct trial t;

	(void)state;
	if (!seed_open(&t, 0))
		return;
	assert_published(&t, "2023-06-06", TC_BASIS_PAGE, "line-in-text");
	assert_date(&t, "15/6/1933", "1933-06-15", TC_ROLE_HISTORIC);
	assert_date(&t, "15/6/2023", "2023-06-15", TC_ROLE_HISTORIC);
	assert_date(&t, "ngày 5/5/2023", "2023-05-05", TC_ROLE_EVENT);
	assert_true(dated(&t, "ngày 5/5/2023")->conflict);
	assert_date(&t, "tháng 6", "2023-06", TC_ROLE_EVENT);
	tc_arena_release(&t.arena);
}

static void seed_1_is_dated_by_its_event(void **state)
{
	struct trial t;

	(void)state;
	if (!seed_open(&t, 1))
		return;
	assert_published(&t, "2021-09-01", TC_BASIS_EVENT, "event-opener");
	assert_date(&t, "ngày 26/4/2021", "2021-04-26", TC_ROLE_CITED);
	assert_date(&t, "ngày 27/8/2021", "2021-08-27", TC_ROLE_EVENT);
	assert_date(&t, "tháng 9/2021", "2021-09", TC_ROLE_EVENT);
	for (size_t i = 0; i < t.dates.n; i++)
		assert_false(tc_str_is(t.dates.v[i].printed, "02/9"));
	tc_arena_release(&t.arena);
}

static void seed_2_has_no_day(void **state)
{
	struct trial t;

	(void)state;
	if (!seed_open(&t, 2))
		return;
	assert_published(&t, "2023-Q4", TC_BASIS_EVENT, "event-quarter");
	assert_date(&t, "ngày 14/02/2023", "2023-02-14", TC_ROLE_CITED);
	assert_date(&t, "Quý I/2023", "2023-Q1", TC_ROLE_EVENT);
	tc_arena_release(&t.arena);
}

static void seed_3_is_dated_by_its_event(void **state)
{
	struct trial t;

	(void)state;
	if (!seed_open(&t, 3))
		return;
	assert_published(&t, "2023-09-21", TC_BASIS_EVENT, "event-opener");
	assert_date(&t, "ngày 16/6/2021", "2021-06-16", TC_ROLE_CITED);
	tc_arena_release(&t.arena);
}

static void seed_4_is_dated_by_a_span(void **state)
{
	struct trial t;

	(void)state;
	if (!seed_open(&t, 4))
		return;
	assert_published(&t, "2024-05-15", TC_BASIS_EVENT, "year-from-span");
	assert_true(t.a.published.inferred);
	assert_date(&t, "Ngày 15.5", "2024-05-15", TC_ROLE_EVENT);
	assert_date(&t, "ngày 18.5.2021", "2021-05-18", TC_ROLE_CITED);
	tc_arena_release(&t.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_best_evidence_wins),
		cmocka_unit_test(a_clock_just_behind_the_event_is_the_days),
		cmocka_unit_test(a_number_in_an_address_is_no_month),
		cmocka_unit_test(background_gives_no_day),
		cmocka_unit_test(a_look_back_goes_on_past_the_lead),
		cmocka_unit_test(text_alone_may_give_the_day),
		cmocka_unit_test(no_page_is_younger_than_its_capture),
		cmocka_unit_test(a_page_may_be_of_the_first_years),
		cmocka_unit_test(a_weekday_between_bounds_gives_the_year),
		cmocka_unit_test(seed_0_has_its_own_line_and_a_wrong_month),
		cmocka_unit_test(seed_1_is_dated_by_its_event),
		cmocka_unit_test(seed_2_has_no_day),
		cmocka_unit_test(seed_3_is_dated_by_its_event),
		cmocka_unit_test(seed_4_is_dated_by_a_span),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

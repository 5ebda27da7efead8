/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "date.h"

#include <time.h>

/* A sentence, the roles of its dates in order, and the rule of the first. */
static const struct role_row {
	const char *text;
	int count;
	enum tc_role role;
	const char *rule;
} role_rows[] = {
	{ "Ngày 15.5, Đảng ủy Khối tổ chức", 1, TC_ROLE_EVENT, "opener" },
	{ "Sáng 28/3, tại trụ sở", 1, TC_ROLE_EVENT, "opener" },
	{ "(BĐ) - Ngày 15.5.2024, Đảng ủy", 1, TC_ROLE_EVENT, "opener" },
	{ "KTĐT - Ngày 15/5/2024, Đảng ủy", 1, TC_ROLE_EVENT, "opener" },
	{ "(BVBNĐ-22/6/2017) Chi bộ", 1, TC_ROLE_PUBLISHED, "dateline" },
	{ "(Hà Nội, 22/6/2017) Các chi bộ của bản, của làng và của phố đều họp "
	  "trong tuần này để bàn việc đóng góp cho con đường mới mở qua đồi chè",
	  1, TC_ROLE_PUBLISHED, "dateline" },
	{ "(Số liệu 22/6/2017) Các chi bộ của bản, của làng và của phố đều "
	  "họp trong tuần này để bàn việc đóng góp cho con đường mới mở qua đồi",
	  1, TC_ROLE_EVENT, "plain" },
	{ "Trong hai ngày 24 và 25/6/2025, Chi bộ", 1, TC_ROLE_EVENT,
	  "opener" },
	{ "Sáng thứ Bảy, 15/3/2025, chi bộ", 1, TC_ROLE_EVENT, "opener" },
	{ "Trước đó, ngày 27/8/2021, chi bộ", 1, TC_ROLE_EVENT, "plain" },
	{ "(15/6/1933 - 15/6/2023)", 2, TC_ROLE_HISTORIC, "pair" },
	{ "(17/3/1913-17/3/2023)", 2, TC_ROLE_HISTORIC, "pair" },
	{ "(2-9-1945 – 2-9-2025)", 2, TC_ROLE_HISTORIC, "pair" },
	{ "(11-3-1948/11-3-2018)", 2, TC_ROLE_HISTORIC, "pair" },
	{ "(11-3-2018/11-3-1998)", 0, 0, "" },
	{ "(11-3-2018/11-3-2018)", 0, 0, "" },
	{ "80 năm đề cương văn hóa (1943 - 2023)", 2, TC_ROLE_HISTORIC,
	  "pair" },
	{ "Lịch sử Đảng bộ xã (1930 - 2010) và (1945 - 1975), sách 2080 trang "
	  "(1930 - 2010)", 0, 0, "" },
	{ "ngày truyền thống (11/1929 - 11/2019)", 2, TC_ROLE_HISTORIC,
	  "pair" },
	{ "(tháng 11/1929 – tháng 11/2019)", 2, TC_ROLE_HISTORIC, "pair" },
	{ "(10/1929 - 11/2019), (11/2019 - 11/1929)", 0, 0, "" },
	{ "tháng 11/2018 - tháng 11/2019", 1, TC_ROLE_EVENT, "opener" },
	{ "ngày 3/2/1930, Đảng ra đời", 1, TC_ROLE_HISTORIC, "past" },
	{ "Các mốc\n\nNgày 14.10.1930\n\nHội ra đời", 1, TC_ROLE_HISTORIC,
	  "past" },
	{ "ý nghĩa ngày 19/8 của 77 năm về trước", 0, 0, "" },
	{ "ý nghĩa ngày 19/8 của 77 năm trước", 0, 0, "" },
	{ "xong đề cương trước tháng 28/10/2019", 1, TC_ROLE_FUTURE,
	  "deadline" },
	{ "Đến hết tháng 6/2023, huyện có 12 quỹ", 1, TC_ROLE_EVENT, "plain" },
	{ "Đến hết tháng 6/2023, huyện phấn đấu có 12 quỹ", 1, TC_ROLE_FUTURE,
	  "deadline" },
	{ "kể từ ngày 1-8 đến tháng 10-1930, thợ mỏ", 2, TC_ROLE_HISTORIC,
	  "past" },
	{ "Đến nay (12/2022), xã có", 1, TC_ROLE_EVENT, "plain" },
	{ "Bản in (07/2022/KH) và (15/2022), (12/2022 xã)", 0, 0, "" },
	{ "được thành lập ngày 5/3/2001", 1, TC_ROLE_HISTORIC, "history" },
	{ "Ngày sinh: 5/3/1998", 1, TC_ROLE_HISTORIC, "history" },
	{ "phấn đấu đến năm 2030", 1, TC_ROLE_FUTURE, "deadline" },
	{ "nghỉ hết tháng 3/2020", 1, TC_ROLE_FUTURE, "deadline" },
	{ "Thời hạn nộp được ấn định là ngày 29/7/2020", 1,
	  TC_ROLE_FUTURE, "deadline" },
	{ "tầm nhìn năm 2045", 1, TC_ROLE_FUTURE, "deadline" },
	{ "hoàn thành trước ngày 30/6/2023", 1, TC_ROLE_FUTURE,
	  "deadline" },
	{ "chậm nhất là ngày 30/6/2023", 1, TC_ROLE_FUTURE, "deadline" },
	{ "Thực hiện Luật Đất đai, ngày 4/5/2023, xã họp", 1, TC_ROLE_EVENT,
	  "plain" },
	{ "Thực hiện Luật Đất đai ngày 29/11/2013, xã họp", 1,
	  TC_ROLE_CITED, "issued" },
	{ "Theo kế hoạch ngày 20/5/2023 xã họp", 1, TC_ROLE_EVENT, "plain" },
	{ "Theo kế hoạch ngày 20/5/2023 của Huyện ủy", 1, TC_ROLE_CITED,
	  "issued" },
	{ "tính đến ngày 30/6/2023", 1, TC_ROLE_EVENT, "plain" },
	{ "Nghị quyết ban hành ngày 16/6/2022", 1, TC_ROLE_CITED,
	  "issued" },
	{ "Quyết định ngày 16/6/2022 của Ban", 1, TC_ROLE_CITED, "issued" },
	{ "Ngày đăng : 12:25, 29/06/2025", 1, TC_ROLE_PUBLISHED, "label" },
	{ "Đăng lúc: 10:24:33 29/07/2022 (GMT+7)", 1, TC_ROLE_PUBLISHED,
	  "label" },
	{ "Ngày phát hành: 13/05/2022 Lượt xem 2026", 1,
	  TC_ROLE_PUBLISHED, "label" },
	{ "Cập nhật : 16:23 - 30/12/2021", 1, TC_ROLE_UPDATED, "label" },
	{ "Cập nhật lúc: 18:00 |22/05/2022", 1, TC_ROLE_UPDATED, "label" },
	{ "Cập nhật ngày: 19/05/2023 17:22", 1, TC_ROLE_UPDATED, "label" },
	{ "Thứ Tư, 08/04/2015, 08:11 [GMT+7]", 1, TC_ROLE_PUBLISHED,
	  "line" },
	{ "06-06-2023 21:21", 1, TC_ROLE_PUBLISHED, "line" },
	{ "15/11/2019 | 604", 1, TC_ROLE_PUBLISHED, "line" },
	{ "theo kết luận của Ban Bí thư ngày 10/6/2021 về tín dụng", 1,
	  TC_ROLE_CITED, "issued" },
	{ "đoàn của Huyện ủy ngày 10/6/2021 về thăm xã", 1, TC_ROLE_EVENT,
	  "plain" },
	{ "Ngày 14/10 ngày thành lập ngành, ngày 15/10, ngày truyền thống", 0,
	  0, "" },
	{ "họp bàn vào 20/6 và 8/7 ở xã", 2, TC_ROLE_EVENT, "plain" },
	{ "họp bàn vào 1/3, vào 20.6, vào 5-2", 0, 0, "" },
	{ "Tổng số đảng viên đến cuối năm 2017 là 29", 1, TC_ROLE_EVENT,
	  "plain" },
	{ "phấn đấu số đảng viên đến cuối năm 2017 là 29", 1, TC_ROLE_FUTURE,
	  "deadline" },
	{ "Ngày đăng bài: 22/05/2018", 1, TC_ROLE_PUBLISHED, "label" },
	{ "Thứ Bảy, ngày 23 tháng 11 năm 2024", 1, TC_ROLE_CLOCK, "clock" },
	{ "THỨ BẢY, NGÀY 23/11/2024\n- Bí thư: 7 giờ, dự lớp học", 1,
	  TC_ROLE_EVENT, "opener" },
	{ "08/08/2022 10:11 SA In trang", 1, TC_ROLE_PUBLISHED, "line" },
	{ "08:00 | 26/06/2025 Văn hóa đọc", 1, TC_ROLE_PUBLISHED, "line" },
	{ "Thứ Hai, 28/07/2025 | Bộ phận", 1, TC_ROLE_PUBLISHED, "line" },
	{ "Thứ Hai, 28/07/2025, chi bộ họp", 1, TC_ROLE_EVENT, "opener" },
	{ "28/07/2025 Bộ phận họp", 1, TC_ROLE_EVENT, "opener" },
	{ "Đảng: 23/11/2024 là ngày hội của toàn thể chi bộ", 1,
	  TC_ROLE_EVENT, "plain" },
	{ "Sáng18/5, chi bộ họp", 1, TC_ROLE_EVENT, "opener" },
	{ "Sang18/5, chi bo hop", 0, 0, "" },
	{ "HANOI, May 10 - The plenum closed", 1, TC_ROLE_PUBLISHED,
	  "dateline" },
	{ "HO CHI MINH CITY, June 3, 2024 (VNA) – The city opened", 1,
	  TC_ROLE_EVENT, "plain" },
	{ "Hanoi, June 3 (VNA) – The city opened", 1, TC_ROLE_PUBLISHED,
	  "dateline" },
	{ "They met in Hanoi, June 3 - a day of rain", 1, TC_ROLE_EVENT,
	  "plain" },
	{ "they met in May, and again last July.", 2, TC_ROLE_EVENT,
	  "plain" },
	{ "they met on the morning of May 18 there", 1, TC_ROLE_EVENT,
	  "plain" },
	{ "The fair, Sunday morning, May 18, was", 1, TC_ROLE_EVENT,
	  "plain" },
	{ "a fair Sunday (May 18)", 1, TC_ROLE_EVENT, "plain" },
	{ "the word of May 10 is fair", 0, 0, "" },
	{ "the National Day on September 2, and the Day (September 2)", 0, 0,
	  "" },
	{ "a day on September 2, the Day on September 3", 2, TC_ROLE_EVENT,
	  "plain" },
	{ "(September 1, 1930 - September 1, 2024)", 2, TC_ROLE_HISTORIC,
	  "pair" },
	{ "(September 1, 2030 - September 1, 2024)", 2, TC_ROLE_EVENT,
	  "opener" },
	{ "nộp sổ trước 7h00 sáng ngày 1/7/2025", 1, TC_ROLE_FUTURE,
	  "deadline" },
	{ "nộp sổ trước 17 giờ ngày 1/7/2025", 1, TC_ROLE_FUTURE,
	  "deadline" },
	{ "nộp sổ trước 17 người ngày 1/7/2025", 1, TC_ROLE_EVENT,
	  "plain" },
	{ "Hanoi, April 29th 2011\nThe Ministry", 1, TC_ROLE_CITED,
	  "issued" },
	{ "Hanoi, April 29th 2011 was fair\n", 1, TC_ROLE_EVENT, "plain" },
	{ "they met in Hanoi, April 29th 2011\n", 1, TC_ROLE_EVENT,
	  "plain" },
	{ "in May Day parades; this March Street; May it be", 0, 0, "" },
	{ "The Constitution of 2013 (Article 4)", 1, TC_ROLE_CITED,
	  "issued" },
	{ "The Law says that of 2013 people", 0, 0, "" },
	{ "to 2030, with a vision to 2045.", 2, TC_ROLE_FUTURE, "deadline" },
	{ "for 2030, vision towards 2045.", 2, TC_ROLE_FUTURE, "deadline" },
	{ "from the house to 2030 boats", 0, 0, "" },
	{ "in the first half of 2023 and at the end of 2023.", 2,
	  TC_ROLE_EVENT, "plain" },
	{ "taken during 2001 - 2010 by", 0, 0, "" },
	{ "của ngày 15/10, ngày truyền thống", 0, 0, "" },
	{ "ngày 15/10, ngày đầu tiên", 1, TC_ROLE_EVENT, "opener" },
	{ "Ngày 20/9/2011, Thủ tướng ban hành Kế hoạch thi đua", 1,
	  TC_ROLE_CITED, "issued" },
	{ "Ngày 20/9/2011, xã họp để ban hành Kế hoạch", 1, TC_ROLE_EVENT,
	  "opener" },
	{ "Ngày 20/9/2011, Hội đồng ban hành văn bản", 1, TC_ROLE_EVENT,
	  "opener" },
	{ "Từ ngày 20/9/2011, Đoàn ban hành Kế hoạch", 1, TC_ROLE_EVENT,
	  "opener" },
	{ "thay Luật năm 2015 bằng Luật năm 2020", 2, TC_ROLE_CITED,
	  "issued" },
	{ "thông qua 15 Luật năm 2020", 1, TC_ROLE_EVENT, "plain" },
	{ "Luật Đất đai (sửa đổi, bổ sung năm 1998, năm 2001 và năm 2003)",
	  3, TC_ROLE_CITED, "issued" },
	{ "Luật Đất đai, năm 2001, năm 2003", 2, TC_ROLE_EVENT, "plain" },
	{ "đã được ban hành trước ngày 1/7/2016", 1, TC_ROLE_EVENT,
	  "plain" },
	{ "phải được ban hành trước ngày 1/7/2016", 1, TC_ROLE_FUTURE,
	  "deadline" },
	{ "có hiệu lực từ ngày 01/7/2016; đến 01/7, xã", 2, TC_ROLE_EVENT,
	  "plain" },
	{ "có hiệu lực từ ngày 01/7/2016; đến 02/7, xã", 1, TC_ROLE_EVENT,
	  "plain" },
};

static void every_role_has_its_cue(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof role_rows / sizeof *role_rows; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		const struct role_row *row = &role_rows[i];
		struct tc_date_list dates;

		find_dates(row->text, &arena, &dates);
		if (!dates.n && !row->count)
			continue;
		if ((int)dates.n != row->count ||
		    dates.v[0].role != row->role ||
		    dates.v[dates.n - 1].role != row->role ||
		    strcmp(dates.v[0].rule, row->rule) != 0)
			fail_msg("\"%s\": %zu dates, %s by %s", row->text,
				 dates.n,
				 dates.n ? tc_role_name(dates.v[0].role) : "",
				 dates.n ? dates.v[0].rule : "");
	}
}

/* Text with a symbol in it, and what becomes of the date. */
static const struct cited_row {
	const char *text, *symbol;
	const char *bound;	/* the date that docnum found beside it */
	int count;
	enum tc_role role;
} cited_rows[] = {
	{ "Đề án số 02-ĐA/TU, ngày 26/4/2021 của Thành ủy", "02-ĐA/TU",
	  "2021-04-26", 1, TC_ROLE_CITED },
	{ "Kết luận số 01-KL/TW ngày 18.5.2021", "01-KL/TW", "", 1,
	  TC_ROLE_CITED },
	{ "Ngày 6.8.1949\n\nBan Bí thư đã ra Chỉ thị số 02-CT/TW",
	  "02-CT/TW", "1949-08-06", 1, TC_ROLE_CITED },
	{ "Ngày 6.8.1949\n\nBan Bí thư học Chỉ thị số 02-CT/TW",
	  "02-CT/TW", "", 1, TC_ROLE_HISTORIC },
	{ "Quyết định 29-QĐ/TW của Ban Chấp hành, ngày 25/7/2016",
	  "29-QĐ/TW", "2016-07-25", 1, TC_ROLE_CITED },
	{ "Chỉ thị số 35 năm 2019", "35 năm 2019", "2019", 1,
	  TC_ROLE_CITED },
	{ "Nghị quyết 15/10/2020 gì đó", "15/10/2020", "", 0, 0 },
	{ "Học tập 01-KL/TW, chiều ngày 5/3/2023 chi bộ", "01-KL/TW", "",
	  1, TC_ROLE_EVENT },
	{ "Số: 66-QĐ/TW, Hà Nội, ngày 06 tháng 02 năm 2017", "66-QĐ/TW",
	  "", 1, TC_ROLE_CITED },
	{ "Quy định số 47-QĐ/TWngày 01-11-2011", "47-QĐ/TW", "", 1,
	  TC_ROLE_CITED },
	{ "Sau khi ngày 14/6/2024 có Chỉ thị số 35-CT/TW, các huyện",
	  "35-CT/TW", "", 1, TC_ROLE_CITED },
	{ "Ngày 5/3/2023, Chi bộ học tập Chỉ thị số 05-CT/TW", "05-CT/TW",
	  "", 1, TC_ROLE_EVENT },
	{ "Ngày 5/3/2023, Chi bộ ban hành Kế hoạch số 70-KH/CB2 ngày "
	  "14/02/2023", "70-KH/CB2", "2023-02-14", 2, TC_ROLE_EVENT },
	{ "Ngày 15/5/2016, Bộ Chính trị đã ban hành Chỉ thị số 05-CT/TW",
	  "05-CT/TW", "", 1, TC_ROLE_CITED },
};

static void a_symbol_takes_the_date_beside_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cited_rows / sizeof *cited_rows; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		const struct cited_row *row = &cited_rows[i];
		struct tc_number number = { 0 };
		const struct tc_number_list numbers = { &number, 1, 1 };
		struct tc_date_list dates = { 0 };
		struct tc_scan scan;

		scan_init(&scan, row->text, &arena);
		number.start = (uint32_t)(strstr(row->text, row->symbol) -
					  row->text);
		number.end = number.start + (uint32_t)strlen(row->symbol);
		tc_date_read(tc_str0(row->bound), &number.date);
		tc_date_scan(&scan, &numbers, &dates);
		if ((int)dates.n != row->count ||
		    (dates.n && dates.v[0].role != row->role))
			fail_msg("\"%s\": %zu dates, %s", row->text, dates.n,
				 dates.n ? tc_role_name(dates.v[0].role) : "");
	}
}

static void a_labelled_date_unmasks_the_clock(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_date_list dates;

	(void)state;
	find_dates("Thứ Bảy, 23/11/2024 03:10 (GMT+7) Tin mới nhận\n"
		   "Ngày đăng: 11/06/2020", &arena, &dates);
	assert_int_equal(2, dates.n);
	assert_string_equal("clock", dates.v[0].rule);
	assert_int_equal(TC_ROLE_CLOCK, dates.v[0].role);
	assert_int_equal(TC_ROLE_PUBLISHED, dates.v[1].role);
}

static void a_wrong_weekday_is_flagged(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_date_list dates;

	(void)state;
	find_dates("Thứ Tư, 08/04/2015, 08:11", &arena, &dates);
	assert_false(dates.v[0].conflict);
	find_dates("Thứ Năm, 08/04/2015, 08:11", &arena, &dates);
	assert_true(dates.v[0].conflict);
	find_dates("kỳ họp thứ năm, ngày 08/04/2015", &arena, &dates);
	assert_false(dates.v[0].conflict);
}

/*
 * Long texts: the time must grow with the text and no faster, and the spans
 * must hold.
 */
static double seconds_for(const char *unit, size_t bytes)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF text = { 0 };
	const struct tc_number_list none = { 0 };
	struct tc_date_list dates = { 0 };
	struct timespec start, end;

	while (text.n < bytes)
		tc_buf_puts(&text, unit);
	struct tc_scan scan = { .text = tc_buf_str(&text), .arena = &arena };
	tc_tokenize(scan.text, &arena, &scan.tokens);
	tc_scan_mark(&scan);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
	tc_date_scan(&scan, &none, &dates);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
	check_spans(scan.text, &dates);
	return (double)(end.tv_sec - start.tv_sec) +
	       (double)(end.tv_nsec - start.tv_nsec) / 1e9;
}

/* What dates are made of, in any order: spans and dates must hold. */
static void pieces_in_any_order_keep_their_spans(void **state)
{
	static const char *const pieces[] = {
		"ngày ", "tháng ", "năm ", "quý ", "/", "-", ".", ", ", " và ",
		" đến ", "1", "12", "31", "2023", "15/6/1933", "(", ")", " - ",
		"\n", "thứ hai ", "Sáng ", "từ ", "đợt ", "mùng ", "IV",
		"October ", "4-11, ", "âm lịch", "Cập nhật: ", "21:21", "–",
		"Đ", "ban hành ", "%", "99999999999", "giờ",
	};
	const size_t n = sizeof pieces / sizeof *pieces;
	uint64_t seed = 1;
	size_t found = 0;

	(void)state;
	for (int i = 0; i < 5000; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		TC_SCOPED_BUF text = { 0 };
		struct tc_date_list dates;
		for (int k = 0; k < 24; k++) {
			seed = seed * 6364136223846793005u + 1442695040888963407u;
			tc_buf_puts(&text, pieces[(seed >> 33) % n]);
		}
		find_dates(tc_buf_cstr(&text), &arena, &dates);
		check_spans(tc_buf_str(&text), &dates);
		found += dates.n;
	}
	assert_true(found > 1000);
}

static void hostile_text_takes_linear_time(void **state)
{
	static const char *const units[] = {
		"0123456789", "1/", "1/2/", "1-2-", "ngày ", "ngày 1, 2, 3, ",
		"ngày 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,", "tháng 1, 2, 3, ",
		"năm 2021, 2022, 2023 ", "(15/6/1933 - ", "thứ hai ngày ",
		"Sáng ngày 5/5/2023 ", "Cập nhật : 12 12 12 ", "-", " ", "1\n",
		"đợt ngày mùng 3 tháng 2 ",
	};

	(void)state;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		const double small = seconds_for(units[i], 128 << 10);
		const double large = seconds_for(units[i], 1 << 20);
		/* eight times the text; quadratic would be 64 times */
		if (large > .2 && large > 24 * small)
			fail_msg("\"%s\": %.3f s, then %.3f s", units[i], small,
				 large);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_role_has_its_cue),
		cmocka_unit_test(a_symbol_takes_the_date_beside_it),
		cmocka_unit_test(a_labelled_date_unmasks_the_clock),
		cmocka_unit_test(a_wrong_weekday_is_flagged),
		cmocka_unit_test(pieces_in_any_order_keep_their_spans),
		cmocka_unit_test(hostile_text_takes_linear_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "date.h"

/* "2021-09-01" or "2024-03-05/2024-03-06" */
static const char *print_range(struct tc_date from, struct tc_date to,
			       char out[2 * TC_DATE_MAX])
{
	char part[TC_DATE_MAX];

	strcpy(out, tc_date_print(from, part));
	if (memcmp(&from, &to, sizeof from) != 0) {
		strcat(out, "/");
		strcat(out, tc_date_print(to, part));
	}
	return out;
}

/* A sentence, the first date in it as printed, and what it means. */
static const struct attested {
	const char *text, *printed, *date;
} attested[] = {
	/* A: d/m/yyyy */
	{ "Đề án số 02-ĐA/TU, ngày 26/4/2021 của", "ngày 26/4/2021",
	  "2021-04-26" },
	{ "Chiều ngày 01/9/2021, chi bộ", "ngày 01/9/2021", "2021-09-01" },
	{ "ban hành 14/02/2023.", "14/02/2023", "2023-02-14" },
	{ "(21/9/2023)", "21/9/2023", "2023-09-21" },
	{ "Sáng ngày 5/5/2023, Chi bộ", "ngày 5/5/2023", "2023-05-05" },
	{ "khai mạc 25/10/2021", "25/10/2021", "2021-10-25" },
	{ "(29/7/2024)", "29/7/2024", "2024-07-29" },
	/* A': blanks inside */
	{ "Thứ ba, 01/11/ 2011", "01/11/ 2011", "2011-11-01" },
	{ "Thứ 2, Ngày 21 / 02 / 2022", "Ngày 21 / 02 / 2022", "2022-02-21" },
	{ "từ 1.11. 2011", "1.11. 2011", "2011-11-01" },
	/* B: d-m-yyyy, any dash */
	{ "bầu cử 15-5-2016", "15-5-2016", "2016-05-15" },
	{ "ngày 7-4-2015,", "ngày 7-4-2015", "2015-04-07" },
	{ "18-01-2018", "18-01-2018", "2018-01-18" },
	{ "9-02-2018", "9-02-2018", "2018-02-09" },
	{ "06-06-2023 21:21", "06-06-2023", "2023-06-06" },
	{ "ngày 16–03–2020", "ngày 16–03–2020", "2020-03-16" },
	{ "ngày 16—3—2020", "ngày 16—3—2020", "2020-03-16" },
	/* C: d.m.yyyy, d.m, m.yyyy */
	{ "ngày 18.5.2021 của Bộ Chính trị", "ngày 18.5.2021", "2021-05-18" },
	{ "(BĐ) - Ngày 15.5, Đảng ủy", "Ngày 15.5", "--05-15" },
	{ "(BĐ) - 15.5, Đảng ủy", "15.5", "--05-15" },
	{ "Chiều 3.10, Đảng ủy", "3.10", "--10-03" },
	{ "tháng 5.2020", "tháng 5.2020", "2020-05" },
	/* D: words */
	{ "ngày 06 tháng 02 năm 2017", "ngày 06 tháng 02 năm 2017",
	  "2017-02-06" },
	{ "Hà Nội, ngày 09 tháng 01 năm 2026", "ngày 09 tháng 01 năm 2026",
	  "2026-01-09" },
	{ "ngày 11 tháng 9\nnăm 2025", "ngày 11 tháng 9\nnăm 2025",
	  "2025-09-11" },
	{ "15 tháng 12 năm 2016", "15 tháng 12 năm 2016", "2016-12-15" },
	{ "ngày 31 tháng 3, năm 2014", "ngày 31 tháng 3, năm 2014",
	  "2014-03-31" },
	{ "ngày 19 tháng Tám năm 1945", "ngày 19 tháng Tám năm 1945",
	  "1945-08-19" },
	{ "ngày 22 tháng mười hai năm 1944",
	  "ngày 22 tháng mười hai năm 1944", "1944-12-22" },
	{ "ngày 19 tháng năm năm 1890", "ngày 19 tháng năm năm 1890",
	  "1890-05-19" },
	{ "NGÀY 25 THÁNG 10 NĂM 2017", "NGÀY 25 THÁNG 10 NĂM 2017",
	  "2017-10-25" },
	{ "ngay 06 thang 02 nam 2017", "ngay 06 thang 02 nam 2017",
	  "2017-02-06" },
	/* E: weekday, date, time */
	{ "Thứ Tư, 08/04/2015, 08:11 [GMT+7]", "08/04/2015", "2015-04-08" },
	{ "Chủ Nhật, 13/02/2022, 07:49 [GMT+7]", "13/02/2022",
	  "2022-02-13" },
	{ "Thứ năm, 29/08/2024 - 08:00", "29/08/2024", "2024-08-29" },
	{ "THỨ BA, 04/10/2022 15:03:00", "04/10/2022", "2022-10-04" },
	{ "Thứ Bảy, 23/11/2024, 02:18 (GMT+7)", "23/11/2024", "2024-11-23" },
	{ "Thứ năm, 04 Tháng 11 2021 17:08", "04 Tháng 11 2021",
	  "2021-11-04" },
	{ "Thứ hai, 25 Tháng 3 2019 14:02", "25 Tháng 3 2019",
	  "2019-03-25" },
	{ "Thứ tư, 24 Tháng 7 2013 14:55", "24 Tháng 7 2013", "2013-07-24" },
	{ "Thứ Hai, 18 tháng 12, 2017", "18 tháng 12, 2017", "2017-12-18" },
	{ "Thứ Ba, 4 tháng 10, 2016", "4 tháng 10, 2016", "2016-10-04" },
	{ "Thứ Bảy, ngày 23 tháng 11 năm 2024", "ngày 23 tháng 11 năm 2024",
	  "2024-11-23" },
	/* F to I: with clock, label and counter */
	{ "08/08/2022 10:11 SA", "08/08/2022", "2022-08-08" },
	{ "Cập nhật : 16:23 - 30/12/2021", "30/12/2021", "2021-12-30" },
	{ "Cập nhật lúc: 18:00 |22/05/2022", "22/05/2022", "2022-05-22" },
	{ "Ngày đăng : 12:25, 29/06/2025", "29/06/2025", "2025-06-29" },
	{ "11:49 17/10/2020", "17/10/2020", "2020-10-17" },
	{ "08:21, ngày 16-04-2021", "ngày 16-04-2021", "2021-04-16" },
	{ "Đăng lúc: 10:24:33 29/07/2022 (GMT+7)", "29/07/2022",
	  "2022-07-29" },
	{ "15/11/2019 | 604", "15/11/2019", "2019-11-15" },
	{ "Ngày phát hành: 13/05/2022 Lượt xem 2026", "13/05/2022",
	  "2022-05-13" },
	/* J: no year */
	{ "Sáng 3/8, Hội Nhà báo", "3/8", "--08-03" },
	{ "Ngày 9/8, Tỉnh ủy", "Ngày 9/8", "--08-09" },
	{ "Ngày 21-4, tại", "Ngày 21-4", "--04-21" },
	{ "Chiều 10-10, Sở", "10-10", "--10-10" },
	{ "tối 2-11, tại", "2-11", "--11-02" },
	{ "Sáng nay 5/10, tại", "5/10", "--10-05" },
	{ "chiều nay (17/10), Hội", "17/10", "--10-17" },
	{ "Sáng thứ Bảy (15/3), chi bộ", "15/3", "--03-15" },
	{ "Chiều nay, 7/8, tại", "7/8", "--08-07" },
	{ "Chiều nay, 7/8 tại xã", "7/8", "--08-07" },
	{ "Sáng nay, 8/10 Đảng ủy xã", "8/10", "--10-08" },
	{ "Sáng 8/10 chi bộ họp", "8/10", "--10-08" },
	/* broken by a line */
	{ "ngày 05/10/\n2019 tại", "ngày 05/10/\n2019", "2019-10-05" },
	{ "ngày 05/\n10/2019 tại", "ngày 05/\n10/2019", "2019-10-05" },
	{ "tháng 10/\n2019 tại", "tháng 10/\n2019", "2019-10" },
	/* K: several days */
	{ "Ngày 24,25/9/2022", "Ngày 24,25/9/2022",
	  "2022-09-24/2022-09-25" },
	{ "ngày 19 và 20/5", "ngày 19 và 20/5", "--05-19/--05-20" },
	{ "Ngày 10 và 11-2, ", "Ngày 10 và 11-2", "--02-10/--02-11" },
	{ "từ ngày 5 - 6/3/2024", "ngày 5 - 6/3/2024",
	  "2024-03-05/2024-03-06" },
	{ "từ 5 - 6/3/2024", "5 - 6/3/2024", "2024-03-05/2024-03-06" },
	{ "từ ngày 04-10/3/2024", "ngày 04-10/3/2024",
	  "2024-03-04/2024-03-10" },
	{ "Trong hai ngày 24 và 25/6 năm 2025", "ngày 24 và 25/6 năm 2025",
	  "2025-06-24/2025-06-25" },
	{ "Từ ngày 11 đến ngày 13 tháng 7 năm 2016",
	  "ngày 11 đến ngày 13 tháng 7 năm 2016", "2016-07-11/2016-07-13" },
	{ "từ ngày 28/6/2022 đến hết ngày 14/7/2022",
	  "ngày 28/6/2022 đến hết ngày 14/7/2022", "2022-06-28/2022-07-14" },
	{ "chiều 23/9 và ngày 24/9/2025", "23/9", "2025-09-23" },
	{ "ngày 30/3, 1/4 và 2/4/2024", "ngày 30/3", "2024-03-30" },
	{ "Từ ngày 02/01/2025 đến ngày 03/01/2025",
	  "ngày 02/01/2025 đến ngày 03/01/2025", "2025-01-02/2025-01-03" },
	{ "from October 4-11, 2017", "October 4-11, 2017",
	  "2017-10-04/2017-10-11" },
	{ "từ ngày 28/12 đến 3/1/2024", "ngày 28/12 đến 3/1/2024",
	  "2023-12-28/2024-01-03" },
	{ "ngày 5-6 tháng 3 năm 2024", "ngày 5-6 tháng 3 năm 2024",
	  "2024-03-05/2024-03-06" },
	{ "on June 16, 2022", "June 16, 2022", "2022-06-16" },
	{ "dated 4th October 2017", "4th October 2017", "2017-10-04" },
	/* L: months */
	{ "sinh hoạt mẫu tháng 9/2021.", "tháng 9/2021", "2021-09" },
	{ "tháng 02/2025", "tháng 02/2025", "2025-02" },
	{ "tháng 12-2021", "tháng 12-2021", "2021-12" },
	{ "tháng 4 năm 2015", "tháng 4 năm 2015", "2015-04" },
	{ "cuối tháng 2/2026", "tháng 2/2026", "2026-02" },
	{ "Từ tháng 5 đến tháng 8 năm 2022", "tháng 5 đến tháng 8 năm 2022",
	  "2022-05/2022-08" },
	{ "các tháng 5, 6, 7/2022", "tháng 5, 6, 7/2022", "2022-05/2022-07" },
	{ "từ tháng 11/2023 đến tháng 2/2024",
	  "tháng 11/2023 đến tháng 2/2024", "2023-11/2024-02" },
	{ "Lễ chào cờ tháng 6 và", "tháng 6", "--06" },
	{ "vào tháng chín, chi bộ", "tháng chín", "--09" },
	{ "tháng Tám năm 1945", "tháng Tám năm 1945", "1945-08" },
	{ "tháng 3, 4 đồng chí", "tháng 3", "--03" },
	{ "từ 5/2020 đến nay", "5/2020", "2020-05" },
	/* M: quarters */
	{ "Quý I/2023, Chi bộ", "Quý I/2023", "2023-Q1" },
	{ "quý IV/2023", "quý IV/2023", "2023-Q4" },
	{ "quý 1/2026", "quý 1/2026", "2026-Q1" },
	{ "quý III năm 2024", "quý III năm 2024", "2024-Q3" },
	{ "Quý I và quý II/2023", "Quý I và quý II/2023",
	  "2023-Q1/2023-Q2" },
	/* years */
	{ "trong năm 2023.", "năm 2023", "2023" },
	{ "các năm 2021, 2022 và 2023", "năm 2021, 2022 và 2023",
	  "2021/2023" },
	{ "từ năm 2019 đến năm 2023", "năm 2019 đến năm 2023",
	  "2019/2023" },
	{ "từ năm 1931 - 1935", "năm 1931 - 1935", "1931/1935" },
	{ "năm 2023, 2000 đảng viên", "năm 2023", "2023" },
	/* the order of English, in Vietnamese */
	{ "Tháng Mười Hai 14, 2017 7:20 chiều", "Tháng Mười Hai 14, 2017",
	  "2017-12-14" },
	{ "tháng 12 14 đảng viên", "tháng 12", "--12" },
	/* English days of two months */
	{ "from November 29 to December 2, 2021.",
	  "November 29 to December 2, 2021", "2021-11-29/2021-12-02" },
	{ "from December 29, 2021 – January 2, 2022.",
	  "December 29, 2021 – January 2, 2022", "2021-12-29/2022-01-02" },
	{ "November 29 and December 2, 2021.", "November 29", "--11-29" },
	{ "November 29, 2021 - December 2, 2023.", "November 29, 2021",
	  "2021-11-29" },
	/* the first of an anniversary pair */
	{ "Lễ (tháng 11/1959 – tháng 11/2019)", "tháng 11/1959", "1959-11" },
	{ "(15/6/1933 - 15/6/2023)", "15/6/1933", "1933-06-15" },
	{ "(2-9-1945 – 2-9-2025)", "2-9-1945", "1945-09-02" },
	/* two digits of a year */
	{ "ngày 15/6/23,", "ngày 15/6/23", "2023-06-15" },
	/* the year first, and a period beside it */
	{ "lưu 2023-06-06 tại kho", "2023-06-06", "2023-06-06" },
	{ "khóa 2020-2025, lưu 2023-06-06", "2023-06-06", "2023-06-06" },
	/* where a date ends */
	{ "ngày 15/3/2023của", "ngày 15/3/2023", "2023-03-15" },
	{ "ngày28/3/2023", "ngày28/3/2023", "2023-03-28" },
	{ "47-QĐ/TWngày 01-11-2011", "ngày 01-11-2011", "2011-11-01" },
	{ "ngày 28/3/2023.", "ngày 28/3/2023", "2023-03-28" },
	{ "tháng 3\n- 5 đồng chí", "tháng 3", "--03" },
	{ "Sáng 28-8, Ngày 6-11", "28-8", "--08-28" },
	{ "chi bộ 2, ngày 21/2/2022", "ngày 21/2/2022", "2022-02-21" },
};

static void every_printed_form_is_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof attested / sizeof *attested; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		const struct attested *row = &attested[i];
		struct tc_date_list dates;
		char date[2 * TC_DATE_MAX];

		find_dates(row->text, &arena, &dates);
		if (!dates.n)
			fail_msg("no date in \"%s\"", row->text);
		const struct tc_date_mention *m = &dates.v[0];
		assert_str(row->printed, m->printed);
		assert_string_equal(row->date,
				    print_range(m->from, m->to, date));
	}
}

/* Days with a month of their own are dates of their own; the year of the
 * last is that of all. */
static void a_list_of_dates_is_several(void **state)
{
	static const char *const expected[] = { "2024-03-30", "2024-04-01",
						"2024-04-02" };
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_date_list dates;
	char out[TC_DATE_MAX];

	(void)state;
	find_dates("ngày 30/3, 1/4 và 2/4/2024", &arena, &dates);
	assert_int_equal(3, dates.n);
	for (size_t i = 0; i < dates.n; i++) {
		assert_string_equal(expected[i],
				    tc_date_print(dates.v[i].from, out));
		assert_false(dates.v[i].inferred);
	}
	find_dates("Sáng 30/3 và 1/4, chi bộ", &arena, &dates);
	assert_int_equal(2, dates.n);
	assert_str("1/4", dates.v[1].printed);
}

static void a_date_is_found_where_it_starts(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof attested / sizeof *attested; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_scan scan;
		struct tc_date_list dates;
		struct tc_date_mention m;

		find_dates(attested[i].text, &arena, &dates);
		scan_init(&scan, attested[i].text, &arena);
		assert_true(tc_date_at(&scan,
			tc_scan_token_at(&scan, dates.v[0].start), &m));
		assert_int_equal(dates.v[0].end, m.end);
		assert_true(tc_date_same(dates.v[0].to, m.to));
		assert_false(tc_date_at(&scan, scan.tokens.n, &m));
	}
}

static const char *const dateless[] = {
	"có 07/08 chi bộ", "19/23 đồng chí", "461/465 đại biểu",
	"đạt 08/10 chỉ tiêu", "Điều 3/9 của Quy định",
	"Nghị quyết 05/2025/NQ-HĐND", "tháng 05/2025/NQ-HĐND",
	"Thông tư 36/2017", "đạt 99,1%", "66,96 km2", "10.950 tỷ",
	"1.900 đại biểu", "công nghiệp 4.0", "bản 5.2", "hoạt động 24/7",
	"điện thoại 0912.345.678", "xe 51A-123.45", "12.3.2020.1",
	"Lượt xem 2026", "chi bộ khối 7+10", "trường mầm non 02/9",
	"đợt 19/5", "đợt 2-9", "đợt 2/9/2023", "đợt ngày 7-11",
	"dịp 19/5", "Quốc khánh 2/9", "lễ 30/4 và 1/5",
	"nhân dịp ngày 27/7", "Huy hiệu Đảng đợt 07/11/2023",
	"nhiệm kỳ 2020 - 2025", "nhiệm kỳ 2025–2030", "giai đoạn 2016-2020",
	"giai đoạn từ năm 2016 đến năm 2020", "(2020 - 2025)",
	"năm 2021-2025",
	"năm học 2026-2027", "mùng 3 tháng 2", "mồng 3 hằng tháng",
	"rằm tháng 7", "ngày 10 tháng 3 âm lịch", "ngày 22/4 năm Quý Mão", "có 5/\n2019 người", "ngày 5/\n10 người",
 "ngày 15/7 (âm lịch)",
	"tháng Giêng", "Cách mạng Tháng Tám", "Cách mạng tháng 8",
	"mỗi tháng sáu buổi", "một tháng hai lần", "ngày 31/2/2023",
	"ngày 32/1/2023", "ngày 5/13/2023", "tháng 13/2023", "quý V/2023",
	"ngày 15", "ngày 15 hằng tháng", "6 tháng đầu năm", "3 năm",
	"thắng 3-2", "từ 5-7 giờ", "tối 5-7 giờ", "16:23 - 30",
	"03 - 04 đồng chí", "năm 1500 đại biểu", "4 giờ trước", "hôm qua",
	"May 5 bộ áo dài", "Tổng công ty May 10 mở hội", "with May 10 in it",
	"ngày 99/99/9999", "99/99/9999", "ngày 0/0/0000", "ngày 24/10/0003",
	"ngày 00/00/2020", "chấm theo thang 10", "miền Nam 1975",
	"in 2025 cuốn sổ tay", "Hôm nay: 1/12 bài đã duyệt",
	"Chiều nay, 7/8 đồng chí", "Tối qua, 5/6 hộ đã nhận",
	"sáng nay, 8/10 xã họp", "sáng qua 5/5 thôn",
};

static void look_alikes_are_no_dates(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof dateless / sizeof *dateless; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_date_list dates;

		find_dates(dateless[i], &arena, &dates);
		if (dates.n)
			fail_msg("\"%.*s\" is no date in \"%s\"",
				 TC_ARG(dates.v[0].printed), dateless[i]);
	}
}

static void text_may_end_anywhere(void **state)
{
	const struct tc_number_list none = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof attested / sizeof *attested; i++) {
		const struct tc_str whole = tc_str0(attested[i].text);
		for (size_t n = 0; n <= whole.n; n++) {
			TC_SCOPED_ARENA arena = { 0 };
			struct tc_date_list dates = { 0 };
			if (!tc_utf8_boundary(whole, n))
				continue;
			/* just n bytes, so that reading on is noticed */
			char *copy = malloc(n ? n : 1);
			memcpy(copy, whole.p, n);
			struct tc_scan scan = { .text = tc_str(copy, n),
						.arena = &arena };
			tc_tokenize(scan.text, &arena, &scan.tokens);
			tc_scan_mark(&scan);
			tc_date_scan(&scan, &none, &dates);
			check_spans(scan.text, &dates);
			free(copy);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_printed_form_is_read),
		cmocka_unit_test(a_list_of_dates_is_several),
		cmocka_unit_test(a_date_is_found_where_it_starts),
		cmocka_unit_test(look_alikes_are_no_dates),
		cmocka_unit_test(text_may_end_anywhere),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Days out of metadata, date lines and addresses. */
#include "config.h"

#include "unit.h"

#include "fact/date.h"
#include "fact/published-read.h"
#include "fact/published.h"

static const struct {
	const char *value, *date;
} values[] = {
	/* ISO 8601, with zones: the local day in Vietnam */
	{ "2023-06-06", "2023-06-06" },
	{ "2023-06-06T21:21:00", "2023-06-06" },
	{ "2023-06-06T21:21:00+07:00", "2023-06-06" },
	{ "2023-06-06T16:59:59Z", "2023-06-06" },
	{ "2023-06-06T17:00:00Z", "2023-06-07" },
	{ "2023-06-06T17:00:00.000Z", "2023-06-07" },
	{ "2023-06-06T17:00:00+0000", "2023-06-07" },
	{ "2023-12-31T17:00:00+00:00", "2024-01-01" },
	{ "2023-06-06T00:30:00+09:00", "2023-06-05" },
	{ "2023-06-06T12:00:00-05:00", "2023-06-07" },
	{ "2023-06-06 21:21:00", "2023-06-06" },
	{ "2023/06/06 21:21", "2023-06-06" },
	{ "20230606", "2023-06-06" },
	{ "20230606T212100", "2023-06-06" },
	/* feeds */
	{ "Tue, 06 Jun 2023 21:21:00 +0700", "2023-06-06" },
	{ "Tue, 06 Jun 2023 17:00:00 GMT", "2023-06-07" },
	{ "Jun 6, 2023 9:21 PM", "2023-06-06" },
	/* lines as pages print them */
	{ "06-06-2023 21:21", "2023-06-06" },
	{ "Thứ Tư, 08/04/2015, 08:11 [GMT+7]", "2015-04-08" },
	{ "Chủ Nhật, 13/02/2022, 07:49 [GMT+7]", "2022-02-13" },
	{ "Thứ năm, 29/08/2024 - 08:00", "2024-08-29" },
	{ "THỨ BA, 04/10/2022 15:03:00", "2022-10-04" },
	{ "Thứ Bảy, 23/11/2024, 02:18 (GMT+7)", "2024-11-23" },
	{ "Thứ 2, 17/06/2024 | 18:48:56 (GMT +7)", "2024-06-17" },
	{ "Thứ 2, Ngày 21 / 02 / 2022", "2022-02-21" },
	{ "Thứ năm, 04 Tháng 11 2021 17:08", "2021-11-04" },
	{ "Thứ Hai, 18 tháng 12, 2017", "2017-12-18" },
	{ "10 Tháng Năm 2023", "2023-05-10" },
	{ "10 thg 5, 2023", "2023-05-10" },
	{ "10 Tháng Năm, 2023", "2023-05-10" },
	{ "Tháng Năm 10, 2023", "2023-05-10" },
	{ "Tháng Mười Hai 3, 2023", "2023-12-03" },
	{ "Tháng 5 10, 2023", "2023-05-10" },
	{ "10 Th5, 2023", "2023-05-10" }, { "10-Th12-2023", "2023-12-10" },
	{ "Th5 10, 2023", "2023-05-10" }, { "10 Th13, 2023", NULL },
	{ "08/08/2022 10:11 SA", "2022-08-08" },
	{ "08/08/2022 10:11 CH", "2022-08-08" },
	{ "3/16/2020 3:14:56 PM", "2020-03-16" },
	{ "12/31/2020 11:14:56 PM", "2020-12-31" },
	{ "13/16/2020 3:14:56 PM", NULL },
	{ "11/01/18 03:22:47", "2018-01-11" },
	{ "11/13/18 03:22:47", NULL },
	{ "11/01/18", NULL },
	{ "Cập nhật : 16:23 - 30/12/2021", "2021-12-30" },
	{ "Cập nhật lúc: 18:00 |22/05/2022", "2022-05-22" },
	{ "Ngày đăng : 12:25, 29/06/2025", "2025-06-29" },
	{ "08:21, ngày 16-04-2021", "2021-04-16" },
	{ "Đăng lúc: 10:24:33 29/07/2022 (GMT+7)", "2022-07-29" },
	{ "15/11/2019 | 604", "2019-11-15" },
	{ "Ngày phát hành: 13/05/2022 Lượt xem 2026", "2022-05-13" },
	{ "29/08/2024 17:30-12 lượt xem", "2024-08-29" },
	{ "\xc3 06-06-2023 21:21 \xf0", "2023-06-06" },
	/* nothing is guessed */
	{ "Cập nhật:  GMT+7", NULL }, { "", NULL }, { "hôm nay", NULL },
	{ "Ngày 15/5", NULL }, { "15/6/23", NULL }, { "tháng 5/2023", NULL },
	{ "31/02/2023", NULL }, { "2023-02-31", NULL }, { "1686061260", NULL },
	{ "4 giờ trước", NULL }, { "2023", NULL }, { "\xff\xfe", NULL },
};

static void hints_are_read_as_local_days(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		struct tc_date d;
		char out[TC_DATE_MAX];
		const bool read =
			tc_published_read(tc_str0(values[i].value), &d);
		const char *expected = values[i].date ? values[i].date : "";

		if (read != !!values[i].date ||
		    strcmp(expected, tc_date_print(d, out)) != 0)
			fail_msg("\"%s\": %s", values[i].value, out);
	}
}

static const struct {
	const char *url, *date;
} urls[] = {
	{ "https://dantri.com.vn/a-b-20260311100046896.htm", "2026-03-11" },
	{ "https://baotintuc.vn/c/a-20181107151139380.htm", "2018-11-07" },
	{ "https://thanhnien.vn/a-185260125153924312.htm", "2026-01-25" },
	{ "https://thanhnienviet.vn/a-209240828161603594.htm",
	  "2024-08-28" },
	{ "https://xaydungchinhsach.chinhphu.vn/a-119260430102336551.htm",
	  "2026-04-30" },
	{ "https://baoquangbinh.vn/chinh-tri/201504/a-1/", "2015-04" },
	{ "https://noichinh.vn/tin/202312/a-1/", "2023-12" },
	{ "https://www.quanlynhanuoc.vn/2019/06/06/a/", "2019-06-06" },
	{ "https://binhminhdatphu.com/2023/09/21/a", "2023-09-21" },
	{ "https://namhong.hatinh.gov.vn/namhong/pages/2021-04-02/a.aspx",
	  "2021-04-02" },
	{ "https://chiuychibo.blogspot.com/2017/12/a.html", "2017-12" },
	{ "https://a.vn/2017/12/", "2017-12" },
	{ "https://a.vn/2017/12", "2017-12" },
	/* a day is better than a month before it */
	{ "https://a.vn/202305/a-20230502151139380.htm", "2023-05-02" },
	/* numbers of articles, impossible days, queries, hosts */
	{ "https://a.vn/a-post812345.html", NULL },
	{ "https://a.vn/a-123456789012345678.htm", NULL },
	{ "https://a.vn/2023/13/", NULL }, { "https://a.vn/202313/", NULL },
	{ "https://a.vn/2023/02/31/a", "2023-02" },
	{ "https://a.vn/?d=/2019/06/06/", NULL },
	{ "https://2019/06/a", NULL }, { "", NULL }, { "https://a.vn", NULL },
	{ "https://a.vn/1998/06/06/a", NULL },
};

static void urls_give_day_or_month(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
		struct tc_date d = { 0 };
		char out[TC_DATE_MAX];
		const bool read = tc_published_url(tc_str0(urls[i].url), &d);

		if (read != !!urls[i].date ||
		    (read &&
		     strcmp(urls[i].date, tc_date_print(d, out)) != 0))
			fail_msg("%s: %s", urls[i].url, tc_date_print(d, out));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hints_are_read_as_local_days),
		cmocka_unit_test(urls_give_day_or_month),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

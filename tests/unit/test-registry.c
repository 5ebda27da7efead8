/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "facts.h"

#include "base/file.h"
#include "fact/registry-rows.h"

#include <stdio.h>
#include <unistd.h>

static struct tc_registry *registry;

static void count_warning(void *ctx, const char *message)
{
	(void)message;
	(*(int *)ctx)++;
}

static int load_ours(void **state)
{
	const char *dir = getenv("TRACUU_DATADIR");
	TC_SCOPED_BUF path = { 0 };
	int warnings = 0;
	struct tc_error err;

	(void)state;
	registry = tc_registry_new();
	tc_buf_printf(&path, "%s/registry.tsv", dir ? dir : "src/fact");
	if (tc_registry_load(registry, tc_buf_cstr(&path), count_warning,
			     &warnings, &err) < 0) {
		print_error("%s\n", err.message);
		return -1;
	}
	return warnings ? -1 : 0;
}

static int free_ours(void **state)
{
	(void)state;
	tc_registry_free(registry);
	return 0;
}

static void resolve(struct tc_scan *scan, struct tc_arena *arena,
		    const char *text, const char *published,
		    struct tc_number_list *list)
{
	struct tc_date d = { 0 };

	scan_make(scan, arena, tc_str0(text));
	tc_docnum_scan(scan, list);
	if (*published)
		assert_true(tc_date_read(tc_str0(published), &d));
	tc_registry_resolve(registry, scan, d, list);
}

struct row {
	const char *text, *published;
	const char *expected;	/* "canonical=id" of each; '!' a conflict */
};

static void find(const struct row *row, struct tc_buf *line)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_scan scan;
	struct tc_number_list list = { 0 };

	resolve(&scan, &arena, row->text, row->published, &list);
	for (size_t i = 0; i < list.n; i++)
		tc_buf_printf(line, "%s%.*s=%.*s%s", i ? "; " : "",
			      TC_ARG(list.v[i].canonical),
			      TC_ARG(list.v[i].id),
			      list.v[i].conflict ? "!" : "");
}

#include "rows.h"

static void printed_date_decides(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Kết luận số 01-KL/TW ngày 18.5.2021", "2026-02-01",
		  "01-KL/TW=01-KL/TW@2021-05-18" },
		{ "Nghị quyết số 18-NQ/TW, ngày 25/10/2017", "2026-09-01",
		  "18-NQ/TW=18-NQ/TW@2017-10-25" },
		{ "Chỉ thị số 35 năm 2019, Chỉ thị số 35 năm 2024", "",
		  "35-CT/TW=35-CT/TW@2019-05-30; "
		  "35-CT/TW=35-CT/TW@2024-06-14" },
		{ "Quy định 08 về nêu gương, 08-QĐ/TW, 08-QĐi/TW",
		  "2019-01-01", "08-QĐi/TW=08-QĐi/TW@2018-10-25; "
		  "08-QĐi/TW=08-QĐi/TW@2018-10-25; "
		  "08-QĐi/TW=08-QĐi/TW@2018-10-25" },
		{ "Nghi quyet 66 (ve phap luat), 68 (ve tu nhan) cua Bo Chinh tri",
		  "2025-08-01", "66-NQ/TW=66-NQ/TW@2025-04-30; "
		  "68-NQ/TW=68-NQ/TW@2025-05-04" },
		{ "Nghị quyết số 16-NQ/TW ngày 10/8/2012", "",
		  "16-NQ/TW=16-NQ/TW@2012" },
	};
	CHECK(rows);
}

static void contradicting_date_makes_no_new_document(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Nghị quyết số 21-NQ/TW ngày 16/6/2021 của BCH Trung ương "
		  "Đảng khóa XIII", "2023-09-21",
		  "21-NQ/TW=21-NQ/TW@2022-06-16!" },
		{ "Nghị quyết số 04-NQ/TW ngày 30/10/2006", "2020-01-01",
		  "04-NQ/TW=04-NQ/TW@2016-10-30!" },
		{ "Nghị quyết số 04-NQ/TW ngày 30/10/2006", "2010-01-01",
		  "04-NQ/TW=04-NQ/TW@2006-08-21!" },
		{ "Nghị quyết số 04-NQ/TW ngày 28/9/2006", "2020-01-01",
		  "04-NQ/TW=04-NQ/TW@2006-08-21!" },
		{ "Quy định 37-QĐ/TW ngày 25/10/2012", "2022-01-01",
		  "37-QĐ/TW=37-QĐ/TW@2021-10-25!" },
		/* the day of one in another year, the term of another; and of
		 * one that was not issued yet */
		{ "Chỉ thị 36-CT/TW ngày 30/5/2017", "2021-05-01",
		  "36-CT/TW=36-CT/TW@2014-05-30!" },
		{ "Nghị quyết 21-NQ/TW ngày 22/11/2016", "2017-06-01",
		  "21-NQ/TW=21-NQ/TW@2012-11-22!" },
		{ "Nghị quyết 21-NQ/TW ngày 16/6/2017 của Ban Chấp hành Trung "
		  "ương khóa XII", "2023-06-01",
		  "21-NQ/TW=21-NQ/TW@2017-10-25!" },
	};
	CHECK(rows);
}

static void other_term_is_another_document(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Nghị quyết số 20-NQ/TW ngày 18/3/2002", "2010-01-01",
		  "20-NQ/TW=20-NQ/TW@2002-03-18" },
		{ "Đề án số 02-ĐA/TU, ngày 26/4/2021", "2021-09-02",
		  "02-ĐA/TU=02-ĐA/TU@2021-04-26" },
		{ "Nghị quyết 12-NQ/TU của BCH Đảng bộ thành phố",
		  "2021-09-02", "12-NQ/TU=" },
	};
	CHECK(rows);
}

static void words_beside_decide(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Nghị quyết số 04-NQ/TW khóa XII", "2026-09-01",
		  "04-NQ/TW=04-NQ/TW@2016-10-30" },
		{ "Nghị quyết số 26-NQ/TW của Ban Chấp hành Trung ương về "
		  "nông nghiệp, nông dân, nông thôn", "2023-01-01",
		  "26-NQ/TW=26-NQ/TW@2008-08-05" },
		{ "Nghị quyết 18-NQ/TW về quản lý và sử dụng đất đai",
		  "2026-09-01", "18-NQ/TW=18-NQ/TW@2022-06-16" },
		{ "Nghị quyết 18-NQ/TW về sắp xếp tổ chức bộ máy",
		  "2023-09-01", "18-NQ/TW=18-NQ/TW@2017-10-25" },
		{ "Nghị quyết 18-NQ/TW khóa IX", "2023-09-01", "18-NQ/TW=" },
	};
	CHECK(rows);
}

static void the_years_behind_decide(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "huyện sơ kết 5 năm thực hiện Nghị quyết số 18-NQ/TW, xã "
		  "học lại Nghị quyết 18-NQ/TW", "2022-11-20",
		  "18-NQ/TW=18-NQ/TW@2017-10-25; "
		  "18-NQ/TW=18-NQ/TW@2017-10-25" },
		{ "mười năm triển khai thực hiện Nghị quyết số 29",
		  "2023-12-20", "29-NQ/TW=29-NQ/TW@2013-11-04" },
		{ "ngày 5 năm nay thực hiện Nghị quyết 29-NQ/TW",
		  "2023-12-20", "29-NQ/TW=29-NQ/TW@2022-11-17" },
		/* none is so old */
		{ "sau 4 năm thực hiện Nghị quyết 29-NQ/TW", "2023-12-20",
		  "29-NQ/TW=29-NQ/TW@2022-11-17" },
		{ "5 năm thực hiện Nghị quyết 18-NQ/TW về quản lý và sử dụng "
		  "đất đai", "2022-11-20", "18-NQ/TW=18-NQ/TW@2022-06-16" },
	};
	CHECK(rows);
}

static void the_whole_text_speaks_of_one(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Tỉnh tinh gọn hai sở. Làm theo Nghị quyết 18", "2025-03-01",
		  "18-NQ/TW=18-NQ/TW@2017-10-25" },
		{ "Trạm xá chăm sóc sức khỏe dân. Nghị quyết 20 của Trung ương",
		  "2025-03-01", "20-NQ/TW=20-NQ/TW@2017-10-25" },
		/* of both alike, or of neither */
		{ "Bộ máy nhà nước lo việc đất đai. Theo Nghị quyết 18",
		  "2025-03-01", "18-NQ/TW=18-NQ/TW@2022-06-16" },
		{ "Xã họp dân. Làm theo Nghị quyết 18", "2025-03-01",
		  "18-NQ/TW=18-NQ/TW@2022-06-16" },
		/* what is new */
		{ "Tỉnh tinh gọn hai sở. Làm theo Nghị quyết 18", "2023-03-01",
		  "18-NQ/TW=18-NQ/TW@2022-06-16" },
		/* another mention says which */
		{ "Tổng kết Nghị quyết 18. Nghị quyết số 18 ngày 25-10-2017",
		  "2025-03-01", "18-NQ/TW=18-NQ/TW@2017-10-25; "
		  "18-NQ/TW=18-NQ/TW@2017-10-25" },
		{ "Nghị quyết 18 về đất đai. Nghị quyết số 18 ngày 25-10-2017",
		  "2025-03-01", "18-NQ/TW=18-NQ/TW@2022-06-16; "
		  "18-NQ/TW=18-NQ/TW@2017-10-25" },
		/* whose it is */
		{ "Nghị quyết 10 của Đảng, Nghị quyết 14 của tỉnh",
		  "2025-03-01", "10-NQ/TW=10-NQ/TW@2017-06-03; NQ 14=" },
	};
	CHECK(rows);
}

static void two_of_one_symbol_are_none(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Học hai Nghị quyết số 04-NQ/TW cách nhau mười năm",
		  "2026-05-20", "04-NQ/TW=" },
		{ "Học hai Nghị quyết số 18-NQ/TW và 19-NQ/TW khóa XII",
		  "2020-05-20", "18-NQ/TW=18-NQ/TW@2017-10-25; "
		  "19-NQ/TW=19-NQ/TW@2017-10-25" },
		{ "Học hai Nghị quyết số 18-NQ/TW ngày 25/10/2017",
		  "2020-05-20", "18-NQ/TW=18-NQ/TW@2017-10-25" },
	};
	CHECK(rows);
}

static void subject_names_the_congress(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Chỉ thị 01-CT/TW về học tập, quán triệt Nghị quyết Đại hội "
		  "XII của Đảng", "2026-07-10", "01-CT/TW=01-CT/TW@2016-03-22; "
		  "DH12=DH12" },
		{ "Chỉ thị số 01-CT/TW về quán triệt Nghị quyết Đại hội đại "
		  "biểu toàn quốc lần thứ XIII", "2026-07-10",
		  "01-CT/TW=01-CT/TW@2021-03-09; DH13=DH13" },
		{ "Chỉ thị 01 về quán triệt Nghị quyết Đại hội XIV",
		  "2026-07-10", "01-CT/TW=01-CT/TW@2026-01; DH14=DH14" },
		/* none of those that are known */
		{ "Chỉ thị 01-CT/TW về quán triệt Nghị quyết Đại hội XI",
		  "2026-07-10", "01-CT/TW=; DH11=DH11" },
		{ "Chỉ thị 01-CT/TW ngày 22/3/2016, Chỉ thị 01-CT/TW về quán "
		  "triệt Nghị quyết Đại hội X", "2026-07-10",
		  "01-CT/TW=01-CT/TW@2016-03-22; 01-CT/TW=; DH10=DH10" },
		/* not the document's own */
		{ "Chỉ thị 01-CT/TW và Nghị quyết Đại hội XI", "2026-07-10",
		  "01-CT/TW=01-CT/TW@2026-01; DH11=DH11" },
	};
	CHECK(rows);
}

static void day_without_a_year_decides(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Nghị quyết 18-NQ/TW ngày 25/10/2017 và Nghị quyết 18-NQ/TW "
		  "ngày 16/6 được học", "2024-07-10",
		  "18-NQ/TW=18-NQ/TW@2017-10-25; "
		  "18-NQ/TW=18-NQ/TW@2022-06-16" },
		{ "Nghị quyết số 18-NQ/TW ngày 25 tháng 10", "2024-07-10",
		  "18-NQ/TW=18-NQ/TW@2017-10-25" },
		{ "Nghị quyết số 18-NQ/TW ngày 26/10", "2024-07-10",
		  "18-NQ/TW=18-NQ/TW@2022-06-16" },
	};
	CHECK(rows);
}

static void day_is_taken_from_another_mention(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Quyết định 612/QĐ-UBND năm 2020 về bến đò. Số: 612/QĐ-UBND, "
		  "ngày 05 tháng 3 năm 2020", "",
		  "612/QĐ-UBND=612/QĐ-UBND@2020-03-05; "
		  "612/QĐ-UBND=612/QĐ-UBND@2020-03-05" },
		/* the registry has that number of another congress alone */
		{ "Hướng dẫn 26-HD/BTCTW năm 2014 về nhân sự tiến tới Đại hội "
		  "lần thứ XII. Hướng dẫn số 26-HD/BTCTW ngày 18/8/2014", "",
		  "26-HD/BTCTW=26-HD/BTCTW@2014-08-18; "
		  "26-HD/BTCTW=26-HD/BTCTW@2014-08-18" },
		/* two documents */
		{ "Quyết định 612/QĐ-UBND năm 2020 về bến đò. Quyết định "
		  "612/QĐ-UBND ngày 05/3/2021", "",
		  "612/QĐ-UBND=612/QĐ-UBND@2020; "
		  "612/QĐ-UBND=612/QĐ-UBND@2021-03-05" },
	};
	CHECK(rows);
}

static void term_before_a_list_is_of_each(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Hội nghị giữa nhiệm kỳ (khóa XII): Nghị quyết số 18-NQ/TW "
		  "và Nghị quyết số 19-NQ/TW", "",
		  "18-NQ/TW=18-NQ/TW@2017-10-25; "
		  "19-NQ/TW=19-NQ/TW@2017-10-25" },
		{ "Hội nghị giữa nhiệm kỳ (khóa XII): Nghị quyết số 18-NQ/TW, "
		  "Nghị quyết số 19-NQ/TW, Nghị quyết số 20-NQ/TW", "",
		  "18-NQ/TW=18-NQ/TW@2017-10-25; "
		  "19-NQ/TW=19-NQ/TW@2017-10-25; "
		  "20-NQ/TW=20-NQ/TW@2017-10-25" },
		/* of another sentence */
		{ "Hội nghị giữa nhiệm kỳ (khóa XII): Nghị quyết số 18-NQ/TW. "
		  "Nghị quyết số 19-NQ/TW thì chưa học", "",
		  "18-NQ/TW=18-NQ/TW@2017-10-25; 19-NQ/TW=" },
	};
	CHECK(rows);
}

static void short_form_that_nobody_uses_wants_more(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "đoàn giám sát việc học theo Nghị quyết 51", "2023-05-05",
		  "NQ 51=" },
		{ "Nghị quyết 51 của Bộ Chính trị", "2023-05-05",
		  "51-NQ/TW=51-NQ/TW@2019-09-05" },
		{ "Nghị quyết 51 về chiến lược bảo vệ an ninh quốc gia",
		  "2023-05-05", "51-NQ/TW=51-NQ/TW@2019-09-05" },
		/* that of 2021 on families is not called so */
		{ "sơ kết việc học theo Chỉ thị 06", "2022-05-05",
		  "06-CT/TW=06-CT/TW@2006-11-07" },
		{ "Chỉ thị 06 về xây dựng gia đình", "2022-05-05",
		  "06-CT/TW=06-CT/TW@2021-06-24" },
		/* a term of the assembly's */
		{ "Chỉ thị 46 về bầu cử đại biểu Quốc hội khóa XVI",
		  "2026-03-05", "46-CT/TW=46-CT/TW@2025-05-16" },
		{ "Chỉ thị 46 về bầu cử đại biểu Hội đồng nhân dân khóa XX",
		  "2026-03-05", "46-CT/TW=46-CT/TW@2025-05-16" },
		/* the newspapers' own name for it */
		{ "học Nghị quyết 60 ngay tuần này", "2025-05-05",
		  "60-NQ/TW=60-NQ/TW@2025-04-12" },
		/* the issuer's, and another subject */
		{ "Nghị quyết 51 của Bộ Chính trị về các kho muối của vùng "
		  "ven biển", "2023-05-05", "NQ 51=" },
		{ "Nghị quyết 33 của Bộ Chính trị về các kho muối của vùng "
		  "ven biển", "2023-05-05", "NQ 33=" },
		/* of no day, and its subject told */
		{ "Chỉ thị số 48 của Bộ Chính trị về lãnh đạo công tác phòng, "
		  "chống tội phạm", "", "48-CT/TW=48-CT/TW@2010-10-22" },
		{ "Chỉ thị số 48 của Bộ Chính trị được đọc lại", "",
		  "48-CT/TW=48-CT/TW@2010-10-22" },
		{ "tổ học lại Nghị quyết 58", "", "NQ 58=" },
		{ "Nghị quyết 58 về xây dựng và phát triển tỉnh Thanh Hóa", "",
		  "58-NQ/TW=58-NQ/TW@2020-08-05" },
		{ "tổ học lại Nghị quyết 58-NQ/TW", "",
		  "58-NQ/TW=58-NQ/TW@2020-08-05" },
	};
	CHECK(rows);
}

static void number_of_another_term_wants_its_subject(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Quy định số 213-QĐ/TW về các kho muối ở vùng biển của cả "
		  "nước", "2023-02-05", "213-QĐ/TW=" },
		{ "Quy định số 213-QĐ/TW về việc giữ mối liên hệ với nơi cư "
		  "trú", "2023-02-05", "213-QĐ/TW=213-QĐ/TW@2020-01-02" },
		/* numbers are given once in a term */
		{ "Quy định số 213-QĐ/TW về các kho muối ở vùng biển của cả "
		  "nước", "2020-02-05", "213-QĐ/TW=213-QĐ/TW@2020-01-02" },
	};
	CHECK(rows);
}

static void sentence_around_tells_the_subject(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Công tác cựu chiến binh có nhiều nét mới qua 20 năm thực "
		  "hiện Nghị quyết số 09-NQ/TW", "",
		  "09-NQ/TW=09-NQ/TW@2002-01-08" },
		{ "Công tác của chi bộ có nhiều nét mới qua 20 năm thực hiện "
		  "Nghị quyết số 09-NQ/TW", "", "09-NQ/TW=" },
	};
	CHECK(rows);
}

static void plenum_named_again_means_the_same(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Nghị quyết Trung ương 6 khóa XII về công tác dân số; Nghị "
		  "quyết Trung ương 6 khóa XII đã đi vào nền nếp", "2019-05-05",
		  "21-NQ/TW=21-NQ/TW@2017-10-25; "
		  "21-NQ/TW=21-NQ/TW@2017-10-25" },
		{ "Nghị quyết Trung ương 6 khóa XII đã đi vào nền nếp",
		  "2019-05-05", "NQTW6/XII=" },
		/* with a subject of its own */
		{ "Nghị quyết Trung ương 6 khóa XII về công tác dân số; Nghị "
		  "quyết Trung ương 6 khóa XII về các kho muối của vùng ven "
		  "biển", "2019-05-05",
		  "21-NQ/TW=21-NQ/TW@2017-10-25; NQTW6/XII=" },
	};
	CHECK(rows);
}

static void second_of_a_symbol_has_another_subject(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Nghị quyết số 18-NQ/TW ngày 25/10/2017 về sắp xếp bộ máy và "
		  "Nghị quyết số 18-NQ/TW về đất đai", "2024-07-10",
		  "18-NQ/TW=18-NQ/TW@2017-10-25; "
		  "18-NQ/TW=18-NQ/TW@2022-06-16" },
		{ "Nghị quyết số 18-NQ/TW ngày 25/10/2017, rồi Nghị quyết 18 "
		  "về đất đai", "2024-07-10", "18-NQ/TW=18-NQ/TW@2017-10-25; "
		  "18-NQ/TW=18-NQ/TW@2022-06-16" },
		/* before there was one */
		{ "Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Nghị quyết số "
		  "18-NQ/TW về đất đai", "2019-07-10",
		  "18-NQ/TW=18-NQ/TW@2017-10-25; "
		  "18-NQ/TW=18-NQ/TW@2017-10-25" },
		/* words that many subjects have */
		{ "Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Nghị quyết số "
		  "18-NQ/TW về sử dụng cán bộ", "2024-07-10",
		  "18-NQ/TW=18-NQ/TW@2017-10-25; "
		  "18-NQ/TW=18-NQ/TW@2017-10-25" },
	};
	CHECK(rows);
}

static void calendar_decides_last(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Nghị quyết 18-NQ/TW", "2019-01-01",
		  "18-NQ/TW=18-NQ/TW@2017-10-25" },
		{ "Nghị quyết 18-NQ/TW", "2023-01-01",
		  "18-NQ/TW=18-NQ/TW@2022-06-16" },
		{ "Nghị quyết 18-NQ/TW", "", "18-NQ/TW=" },
		{ "Chỉ thị số 03-CT/TW", "", "03-CT/TW=03-CT/TW@2011-05-14" },
		{ "Nghị quyết 68-NQ/TW", "2020-01-01", "68-NQ/TW=" },
	};
	CHECK(rows);
}

static void short_forms_get_their_symbol(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Chỉ thị 05 của Bộ Chính trị", "2021-09-01",
		  "05-CT/TW=05-CT/TW@2016-05-15" },
		{ "Chỉ thị 10 của Ban Bí thư", "2012-01-01",
		  "10-CT/TW=10-CT/TW@2007-03-30" },
		{ "Nghị Quyết 08 HĐND tỉnh", "2021-01-01", "NQ 8=" },
		{ "Nghị quyết 18 của Tỉnh ủy", "2021-01-01", "NQ 18=" },
		{ "Kế hoạch số 70-KH/CB2 ngày 14/02/2023 (Kế hoạch số 70)",
		  "", "70-KH/CB2=70-KH/CB2@2023-02-14; "
		  "70-KH/CB2=70-KH/CB2@2023-02-14" },
		{ "Nghị quyết số 21-NQ/TW ngày 16/6/2022 (NQ21)", "",
		  "21-NQ/TW=21-NQ/TW@2022-06-16; "
		  "21-NQ/TW=21-NQ/TW@2022-06-16" },
		{ "Chỉ thị số 35 năm 2020", "2021-01-01", "CT 35=" },
		/* whose it is, said behind the date, the list and before */
		{ "Quyết định số 22 ngày 5/6/2023 của UBND xã, Nghị quyết 12 "
		  "năm 2022 của Tỉnh ủy", "2024-01-01", "QĐ 22=; NQ 12=" },
		{ "Nghị quyết 12, 15 và 21 của Tỉnh ủy", "2024-01-01",
		  "NQ 12=; NQ 15=; NQ 21=" },
		{ "Nghị quyết 12 và Nghị quyết 15 của Tỉnh ủy", "2024-01-01",
		  "NQ 12=; NQ 15=" },
		{ "Chỉ thị 05 do UBND tỉnh ban hành. Bộ Y tế ra Chỉ thị 05. "
		  "UBND xã có Quyết định số 22. Kết luận 21 (Đảng ủy xã)",
		  "2024-01-01", "CT 5=; CT 5=; QĐ 22=; KL 21=" },
		{ "Chỉ thị 05 và Chỉ thị số 35-CT/TW, ngày 30/5/2019",
		  "2020-01-01", "05-CT/TW=05-CT/TW@2016-05-15; "
		  "35-CT/TW=35-CT/TW@2019-05-30" },
		{ "Nghị quyết 18 về việc làng của UBND xã", "2024-01-01",
		  "NQ 18=" },
		{ "Nghị quyết 18 về đất đai của Đảng", "2024-01-01",
		  "18-NQ/TW=18-NQ/TW@2022-06-16" },
		{ "Thực hiện Chỉ thị 05, Tỉnh ủy đã mở lớp học", "2024-01-01",
		  "05-CT/TW=05-CT/TW@2016-05-15" },
		{ "Ban Thường vụ Tỉnh ủy đã kịp thời ban hành Chỉ thị số 05",
		  "2024-01-01", "CT 5=" },
		{ "Khi Tỉnh ủy họp, Bộ Chính trị vừa ban hành Nghị quyết 57. "
		  "Tỉnh ủy ban hành kế hoạch làm theo Nghị quyết 59",
		  "2025-08-01", "57-NQ/TW=57-NQ/TW@2024-12-22; "
		  "59-NQ/TW=59-NQ/TW@2025-01-24" },
	};
	CHECK(rows);
}

static void plenums_get_their_symbol_when_there_is_one(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Nghị quyết Trung ương 4 khóa XI, XII", "",
		  "12-NQ/TW=12-NQ/TW@2012-01-16; "
		  "04-NQ/TW=04-NQ/TW@2016-10-30" },
		{ "Nghị quyết Trung ương 6 (lần 2) khóa VIII", "",
		  "10-NQ/TW=10-NQ/TW@1999-02-02" },
		{ "Nghị quyết Trung ương 6 khóa XII", "", "NQTW6/XII=" },
		{ "Nghị quyết Trung ương 7 khóa XII về cải cách chính sách "
		  "tiền lương", "", "27-NQ/TW=27-NQ/TW@2018-05-21" },
		{ "học Nghị quyết Trung ương 7 khóa XII, phần nói về chính "
		  "sách tiền lương", "", "NQTW7/XII=" },
		{ "phổ biến Nghị quyết Trung ương 7 khóa XII tới cán bộ", "",
		  "NQTW7/XII=" },
		{ "Nghị quyết Trung ương 4 khóa XI với nhiều ưu điểm, nhưng về "
		  "cơ bản vẫn chưa đạt được mục tiêu, yêu cầu đề ra", "",
		  "12-NQ/TW=12-NQ/TW@2012-01-16" },
		{ "Nghị quyết Trung ương 4. Hội nghị Trung ương 4 (khóa XI)",
		  "2019-01-01", "12-NQ/TW=12-NQ/TW@2012-01-16" },
		{ "Nghị quyết Trung ương 4. Hội nghị Trung ương 4 (khóa XI), "
		  "Hội nghị Trung ương 4 khóa XII",
		  "2019-01-01", "04-NQ/TW=04-NQ/TW@2016-10-30" },
		{ "Nghị quyết Trung ương 4. Hội nghị Trung ương 5 (khóa XI)",
		  "2019-01-01", "04-NQ/TW=04-NQ/TW@2016-10-30" },
		{ "Nghị quyết Trung ương 4", "2019-01-01",
		  "04-NQ/TW=04-NQ/TW@2016-10-30" },
	};
	CHECK(rows);
}

static void named_documents_are_their_own_id(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Nghị quyết Đại hội XIII của Đảng", "", "DH13=DH13" },
		{ "quy định thi hành Điều lệ Đảng", "", "DL=DL" },
	};
	CHECK(rows);
}

static void names_without_figures_are_found(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Thực hiện Nghị quyết tam nông và Chỉ thị 05", "2020-01-01",
		  "26-NQ/TW=26-NQ/TW@2008-08-05; "
		  "05-CT/TW=05-CT/TW@2016-05-15" },
		{ "thực hiện nghị quyết tam nông", "2005-01-01", "" },
		{ "Khoán 10 ra đời", "1990-01-01", "" },
	};
	CHECK(rows);
}

static void second_mention_means_the_first(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Nghị quyết 18-NQ/TW ngày 25/10/2017. Thực hiện 18-NQ/TW",
		  "2023-01-01", "18-NQ/TW=18-NQ/TW@2017-10-25; "
		  "18-NQ/TW=18-NQ/TW@2017-10-25" },
		{ "Nghị quyết số 54/2017/QH14, NQ54 và Nghị quyết 54", "",
		  "54/2017/QH14=; 54/2017/QH14=; 54/2017/QH14=" },
		{ "Luật số 54/2017/QH14 và Nghị quyết 54", "",
		  "54/2017/QH14=; NQ 54=" },
	};
	CHECK(rows);
}

static void plenum_of_a_document(void **state)
{
	(void)state;
	assert_str("NQTW4/XII", tc_registry_plenum(
			registry, TC_STR("04-NQ/TW@2016-10-30")));
	assert_str("", tc_registry_plenum(registry,
					  TC_STR("05-CT/TW@2016-05-15")));
	assert_str("", tc_registry_plenum(registry, TC_STR("")));
}

/* A registry file of the test's own. */
static void write_table(char path[64], const char *text)
{
	snprintf(path, 64, "test-registry-%ld.tsv", (long)getpid());
	assert_int_equal(0, tc_file_replace(path, tc_str0(text), NULL));
}

struct warnings {
	int count;
	char last[512];
};

static void keep_warning(void *ctx, const char *message)
{
	struct warnings *w = ctx;

	w->count++;
	snprintf(w->last, sizeof w->last, "%s", message);
}

#define COLUMNS "symbol\tdate\tissuer\tterm\tsubject\tshort\tplenum\t" \
	"source\tconfirmed\n"

/* A registry of one row of the test's own, in place of ours. */
static struct tc_registry *registry_of(const char *row)
{
	TC_SCOPED_BUF text = { 0 };
	char path[64];
	struct tc_error err;
	struct tc_registry *ours = registry;

	registry = tc_registry_new();
	tc_buf_printf(&text, COLUMNS "%s\n", row);
	write_table(path, tc_buf_cstr(&text));
	assert_int_equal(0, tc_registry_load(registry, path, NULL, NULL, &err));
	unlink(path);
	return ours;
}

static void unconfirmed_row_lends_no_certainty(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_scan scan;
	struct tc_number_list list = { 0 }, dated = { 0 }, undated = { 0 };
	struct tc_registry *ours = registry_of(
		"213-QĐ/TW\t2020-01-02\tBCT\tXII\tnơi cư trú\t\t\t\tno\n"
		"48-CT/TW\t2010-10-22\tBCT\tX\tphòng, chống tội phạm\t"
		"Chỉ thị 48\t\t\tno");

	resolve(&scan, &arena, "Quy định số 213-QĐ/TW", "2021-01-02", &list);
	assert_str("213-QĐ/TW@2020-01-02", list.v[0].id);
	assert_true(list.v[0].confidence <= .5f);
	/* but takes none from a page that says the same */
	resolve(&scan, &arena, "Quy định 213-QĐ/TW ngày 02/01/2020", "",
		&dated);
	assert_str("213-QĐ/TW@2020-01-02", dated.v[0].id);
	assert_true(dated.v[0].confidence > .8f);
	/* nor is it meant for being the only one */
	resolve(&scan, &arena, "Chỉ thị số 48 của Bộ Chính trị được đọc lại",
		"", &undated);
	assert_str("", undated.v[0].id);
	tc_registry_free(registry);
	registry = ours;
}

static void bad_row_is_named_and_the_rest_loads(void **state)
{
	(void)state;
	static const char *const bad[][2] = {
		{ "Chỉ thị\t2020-01-01\t\t\t\t\t\t\t",
		  "column 'symbol': 'Chỉ thị' is not a document number such "
		  "as 21-NQ/TW; row left out" },
		{ "CT 7\t2020\t\t\t\t\t\t\t", "column 'symbol': 'CT 7' is" },
		{ "07-CT/TW\t2020-13-01\t\t\t\t\t\t\t",
		  "column 'date': '2020-13-01' is not a date such as "
		  "2022-06-16, 2022-06 or 2022, from 1900 to 2100; row left "
		  "out" },
		{ "07-CT/TW\t0003\t\t\t\t\t\t\t",
		  "column 'date': '0003' is not" },
		{ "07-CT/TW\t\t\t\t\t\t\t\t", "column 'date': '' is not" },
		{ "07-CT/TW", "1 cell, and not one for each of the 9 columns; "
		  "row left out" },
		{ "07-CT/TW\t2020", "2 cells, and not one" },
		{ "07-CT/TW\t2020\t\t\t\t\t\t\t\t\tx",
		  "11 cells, and not one" },
		{ "07-CT/TW\t2020\t\tMM\t\t\t\t\t",
		  "column 'term': 'MM' is not a term such as XIII; row" },
		{ "07-CT/TW\t2020\t\t\t\t\txyz\t\t",
		  "column 'plenum': 'xyz' is not a plenum's name such as "
		  "NQTW5/XIII; row left out" },
		{ "07-CT/TW\t2020\t\t\t\t\t\t\tmaybe",
		  "column 'confirmed': 'maybe' is not yes, no or nothing" },
		{ "07-CT/\xFF\t2020\t\t\t\t\t\t\t",
		  "not UTF-8 text; row left out" },
		{ "07-CT/TW\t2020\t\a\t\t\t\t\t\t",
		  "not UTF-8 text; row left out" },
	};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		char path[64];
		TC_SCOPED_BUF text = { 0 };
		struct warnings w = { 0 };
		struct tc_error err;
		struct tc_registry *r = tc_registry_new();

		tc_buf_printf(&text, "# ours\n" COLUMNS
			      "%s\n99-CT/TW\t2020\t\t\t\t\tNQTW9/XII\t\tyes\n",
			      bad[i][0]);
		write_table(path, tc_buf_cstr(&text));
		assert_int_equal(0, tc_registry_load(r, path, keep_warning,
						     &w, &err));
		if (w.count != 1 || !strstr(w.last, ".tsv:3: ") ||
		    !strstr(w.last, bad[i][1]))
			fail_msg("%s\n  expected %s\n  got %d, %s", bad[i][0],
				 bad[i][1], w.count, w.last);
		assert_str("NQTW9/XII", tc_registry_plenum(
				r, TC_STR("99-CT/TW@2020")));
		tc_registry_free(r);
		unlink(path);
	}
}

static void odd_columns_are_named(void **state)
{
	(void)state;
	char path[64];
	struct warnings w = { 0 };
	struct tc_error err;
	struct tc_registry *r = tc_registry_new();

	write_table(path, "symbol\tplenum\tdate\tngày ký\n"
			  "99-CT/TW\tNQTW9/XII\t2020\t1/2/2020\t\t\n");
	assert_int_equal(0, tc_registry_load(r, path, keep_warning, &w, &err));
	assert_int_equal(1, w.count);
	assert_non_null(strstr(w.last, ".tsv:1: column 4: 'ngày ký' is no "
			       "known column; it is not read"));
	assert_str("NQTW9/XII",
		   tc_registry_plenum(r, TC_STR("99-CT/TW@2020")));
	write_table(path, "symbol\tdate\tdate\n98-CT/TW\t2020\t2021\n");
	assert_int_equal(0, tc_registry_load(r, path, keep_warning, &w, &err));
	assert_int_equal(2, w.count);
	assert_non_null(strstr(w.last, ".tsv:1: column 3: 'date' once more; "
			       "the first one is read"));
	tc_registry_free(r);
	unlink(path);
}

static void doubled_rows_are_told(void **state)
{
	(void)state;
	char path[64];
	struct warnings w = { 0 };
	struct tc_error err;
	struct tc_registry *r = tc_registry_new();

	write_table(path, "symbol\tdate\tplenum\n"
			  "99-CT/TW\t2020\tNQTW9/XII\n"
			  "98-CT/TW\t2020\t\n"
			  "99 - CT/TƯ\t2020\tNQTW8/XII\n");
	assert_int_equal(0, tc_registry_load(r, path, keep_warning, &w, &err));
	assert_int_equal(1, w.count);
	assert_non_null(strstr(w.last, ".tsv:4: the same as line 2, which is "
			       "left out"));
	assert_str("NQTW8/XII",
		   tc_registry_plenum(r, TC_STR("99-CT/TW@2020")));
	tc_registry_free(r);
	unlink(path);
}

static void many_faults_are_counted(void **state)
{
	(void)state;
	char path[64];
	TC_SCOPED_BUF text = { 0 };
	struct warnings w = { 0 };
	struct tc_error err;
	struct tc_registry *r = tc_registry_new();

	tc_buf_puts(&text, "symbol\tdate\n");
	for (int i = 0; i < 1000; i++)
		tc_buf_puts(&text, "\x89PNG\t\x01\n");
	write_table(path, tc_buf_cstr(&text));
	assert_int_equal(0, tc_registry_load(r, path, keep_warning, &w, &err));
	assert_int_equal(21, w.count);
	assert_non_null(strstr(w.last, ".tsv: and 980 more faults"));
	tc_registry_free(r);
	unlink(path);
}

/* In the place of ours: it tells no day. */
static const char coarse[] = "symbol\tdate\tsubject\n"
	"16-NQ/HU\t1988-04\tkhoán trong nông nghiệp\n";

/* Loads ours, then theirs, and resolves one mention. */
static void expect_with(const char *table, const char *text, const char *id,
			bool conflict)
{
	TC_SCOPED_ARENA arena = { 0 };
	const char *dir = getenv("TRACUU_DATADIR");
	TC_SCOPED_BUF ours = { 0 };
	char path[64];
	struct tc_scan scan;
	struct tc_number_list list = { 0 };
	struct tc_registry *r = tc_registry_new();

	tc_buf_printf(&ours, "%s/registry.tsv", dir ? dir : "src/fact");
	assert_int_equal(0, tc_registry_load(r, tc_buf_cstr(&ours), NULL, NULL,
					     NULL));
	write_table(path, coarse);
	assert_int_equal(0, tc_registry_load(r, path, NULL, NULL, NULL));
	write_table(path, table);
	assert_int_equal(0, tc_registry_load(r, path, NULL, NULL, NULL));
	scan_make(&scan, &arena, tc_str0(text));
	tc_docnum_scan(&scan, &list);
	tc_registry_resolve(r, &scan, (struct tc_date){ .year = 2025 }, &list);
	assert_int_equal(1, list.n);
	assert_str(id, list.v[0].id);
	assert_int_equal(conflict, list.v[0].conflict);
	tc_registry_free(r);
	unlink(path);
}

static void finer_row_replaces_ours(void **state)
{
	(void)state;
	static const char finer[] =
		"symbol\tdate\tsubject\n16-NQ/HU\t1988-04-05\t\n";

	expect_with(finer, "Nghị quyết số 16-NQ/HU ngày 05/4/1988",
		    "16-NQ/HU@1988-04-05", false);
	expect_with(finer, "Nghị quyết số 16-NQ/HU năm 1988",
		    "16-NQ/HU@1988-04-05", false);
	expect_with(finer, "Nghị quyết số 16-NQ/HU ngày 06/4/1988",
		    "16-NQ/HU@1988-04-05", true);
	expect_with(finer, "Nghị quyết số 16-NQ/HU về khoán trong nông nghiệp",
		    "16-NQ/HU@1988-04-05", false);
	/* a date that tells less keeps that of ours */
	expect_with("symbol\tdate\tsubject\n16-NQ/HU\t1988\tkhoán hộ\n",
		    "Nghị quyết số 16-NQ/HU ngày 05/4/1988", "16-NQ/HU@1988-04",
		    false);
	/* another day is another document */
	expect_with("symbol\tdate\n16-NQ/HU\t1988-05-06\n",
		    "Nghị quyết số 16-NQ/HU ngày 06/5/1988",
		    "16-NQ/HU@1988-05-06", false);
}

static void row_that_fits_two_replaces_neither(void **state)
{
	static const char *const tables[] = {
		"symbol\tdate\n12-NQ/HU\t2020-01-05\n12-NQ/HU\t2020-03-06\n",
		"symbol\tdate\n12-NQ/HU\t2020\n",
	};
	struct tc_registry *r = tc_registry_new();
	char path[64];
	size_t n;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		write_table(path, tables[i]);
		assert_int_equal(0, tc_registry_load(r, path, NULL, NULL,
						     NULL));
		unlink(path);
	}
	tc_registry_rows(r, TC_BY_SYMBOL, TC_STR("12-NQ/HU"), &n);
	assert_int_equal(3, n);
	tc_registry_free(r);
}

static void issuer_chooses_between_centre_and_province(void **state)
{
	(void)state;
	static const char theirs[] =
		"symbol\tdate\tsubject\n"
		"05-CT/TU\t2022-02-02\tnêu gương\n"
		"27-NQ/TU\t2022-07\tdu lịch\n"
		"77-NQ/HU\t2022\tnuôi trâu\n";

	expect_with(theirs, "làm theo Chỉ thị 05 mỗi ngày",
		    "05-CT/TW@2016-05-15", false);
	expect_with(theirs, "làm theo Chỉ thị 05 của Bộ Chính trị",
		    "05-CT/TW@2016-05-15", false);
	expect_with(theirs, "làm theo Chỉ thị 05 của Tỉnh ủy",
		    "05-CT/TU@2022-02-02", false);
	expect_with(theirs, "học Nghị quyết 27 của Ban Thường vụ Tỉnh ủy",
		    "27-NQ/TU@2022-07", false);
	expect_with(theirs, "học Nghị quyết 77 rồi", "77-NQ/HU@2022", false);
	expect_with(theirs, "học Chỉ thị 05 của UBND huyện", "", false);
	expect_with("symbol\tdate\n05-CT/HU\t2022\n",
		    "học Chỉ thị 05 của Tỉnh ủy", "", false);
}

static void later_row_replaces_ours(void **state)
{
	(void)state;
	char path[64];
	struct tc_error err;
	struct tc_registry *r = tc_registry_new();
	char *before;

	for (int i = 1; i <= 3; i++) {
		TC_SCOPED_BUF text = { 0 };
		tc_buf_printf(&text, "date\tsymbol\tplenum\n"
			      "2016-10-30\t04-NQ/TW\tNQTW%d/XII\n", i);
		before = tc_strdup(tc_registry_version(r));
		write_table(path, tc_buf_cstr(&text));
		assert_int_equal(0, tc_registry_load(r, path, NULL, NULL,
						     &err));
		assert_false(tc_str_is(tc_registry_version(r), before));
		free(before);
	}
	assert_str("NQTW3/XII",
		   tc_registry_plenum(r, TC_STR("04-NQ/TW@2016-10-30")));
	tc_registry_free(r);
	unlink(path);
}

/* The archivist's: ours all begin with the type of a document. */
static void check_names(const char *names, const char *text,
			const char *first, const char *second)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF table = { 0 };
	char path[64];
	struct tc_error err;
	struct tc_scan scan;
	struct tc_number_list list = { 0 };
	struct tc_registry *r = tc_registry_new();

	tc_buf_printf(&table, "symbol\tdate\tshort\n"
		      "10-NQ/TW\t1988-04-05\t%s\n", names);
	write_table(path, tc_buf_cstr(&table));
	assert_int_equal(0, tc_registry_load(r, path, NULL, NULL, &err));
	scan_make(&scan, &arena, tc_str0(text));
	tc_registry_resolve(r, &scan, (struct tc_date){ 0 }, &list);
	assert_int_equal(2, list.n);
	assert_str(first, list.v[0].printed);
	assert_str(second, list.v[1].printed);
	assert_str("10-NQ/TW@1988-04-05", list.v[1].id);
	tc_registry_free(r);
	unlink(path);
}

static void name_may_begin_with_any_word(void **state)
{
	(void)state;
	check_names("Khoán hộ; Nghị quyết khoán",
		    "Nghị quyết khoán, tức khoan ho", "Nghị quyết khoán",
		    "khoan ho");
	/* as "Nghị quyết" does */
	check_names("Nghị trình khoán; Nghị quyết khoán",
		    "Nghị quyết khoán, tức nghị trình khoán",
		    "Nghị quyết khoán", "nghị trình khoán");
}

static void file_without_columns_is_refused(void **state)
{
	(void)state;
	char path[64];
	struct tc_error err;
	struct tc_registry *r = tc_registry_new();

	struct warnings w = { 0 };
	write_table(path, "01-KL/TW\t2021-05-18\n");
	assert_int_equal(-1, tc_registry_load(r, path, keep_warning, &w, &err));
	assert_non_null(strstr(err.message, "must name the columns"));
	assert_int_equal(0, w.count);
	write_table(path, "");
	assert_int_equal(0, tc_registry_load(r, path, keep_warning, &w, &err));
	assert_int_equal(0, w.count);
	assert_int_equal(-1, tc_registry_load(r, "no/such/file", NULL, NULL,
					      &err));
	tc_registry_free(r);
	unlink(path);
}

static void ten_thousand_mentions_are_resolved(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF text = { 0 };
	struct tc_scan scan;
	struct tc_number_list list = { 0 };

	for (int i = 0; i < 5000; i++)
		tc_buf_puts(&text, "Nghị quyết 18-NQ/TW về sắp xếp tổ chức "
				   "bộ máy, Nghị quyết 18 và đất đai. ");
	resolve(&scan, &arena, tc_buf_cstr(&text), "2023-01-01", &list);
	assert_int_equal(10000, list.n);
	assert_str("18-NQ/TW@2017-10-25", list.v[0].id);
	assert_str("18-NQ/TW@2017-10-25", list.v[9999].id);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(printed_date_decides),
		cmocka_unit_test(contradicting_date_makes_no_new_document),
		cmocka_unit_test(other_term_is_another_document),
		cmocka_unit_test(words_beside_decide),
		cmocka_unit_test(the_years_behind_decide),
		cmocka_unit_test(the_whole_text_speaks_of_one),
		cmocka_unit_test(two_of_one_symbol_are_none),
		cmocka_unit_test(subject_names_the_congress),
		cmocka_unit_test(day_is_taken_from_another_mention),
		cmocka_unit_test(term_before_a_list_is_of_each),
		cmocka_unit_test(short_form_that_nobody_uses_wants_more),
		cmocka_unit_test(number_of_another_term_wants_its_subject),
		cmocka_unit_test(sentence_around_tells_the_subject),
		cmocka_unit_test(plenum_named_again_means_the_same),
		cmocka_unit_test(second_of_a_symbol_has_another_subject),
		cmocka_unit_test(day_without_a_year_decides),
		cmocka_unit_test(calendar_decides_last),
		cmocka_unit_test(short_forms_get_their_symbol),
		cmocka_unit_test(plenums_get_their_symbol_when_there_is_one),
		cmocka_unit_test(named_documents_are_their_own_id),
		cmocka_unit_test(names_without_figures_are_found),
		cmocka_unit_test(second_mention_means_the_first),
		cmocka_unit_test(unconfirmed_row_lends_no_certainty),
		cmocka_unit_test(plenum_of_a_document),
		cmocka_unit_test(bad_row_is_named_and_the_rest_loads),
		cmocka_unit_test(odd_columns_are_named),
		cmocka_unit_test(many_faults_are_counted),
		cmocka_unit_test(doubled_rows_are_told),
		cmocka_unit_test(finer_row_replaces_ours),
		cmocka_unit_test(row_that_fits_two_replaces_neither),
		cmocka_unit_test(issuer_chooses_between_centre_and_province),
		cmocka_unit_test(name_may_begin_with_any_word),
		cmocka_unit_test(later_row_replaces_ours),
		cmocka_unit_test(file_without_columns_is_refused),
		cmocka_unit_test(ten_thousand_mentions_are_resolved),
	};
	return cmocka_run_group_tests(tests, load_ours, free_ours);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "facts.h"

#include "fact/date-owner.h"

static struct tc_registry *registry;

static void no_warning(void *ctx, const char *message)
{
	(void)ctx;
	fail_msg("%s", message);
}

static int load_ours(void **state)
{
	const char *dir = getenv("TRACUU_DATADIR");
	TC_SCOPED_BUF path = { 0 };
	struct tc_error err;

	(void)state;
	registry = tc_registry_new();
	tc_buf_printf(&path, "%s/registry.tsv", dir ? dir : "src/fact");
	return tc_registry_load(registry, tc_buf_cstr(&path), no_warning, NULL,
				&err);
}

static int free_ours(void **state)
{
	(void)state;
	tc_registry_free(registry);
	return 0;
}

/* A text, the day of its page, and its numbers with the dates that are left
 * them, then the roles of its dates. */
struct row {
	const char *text, *published, *expected;
};

static void check_row(const struct row *row, const struct tc_registry *known)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF line = { 0 };
	struct tc_number_list numbers = { 0 };
	struct tc_date_list dates = { 0 };
	struct tc_date day = { 0 };
	struct tc_scan scan;

	if (*row->published)
		assert_true(tc_date_read(tc_str0(row->published), &day));
	scan_make(&scan, &arena, tc_str0(row->text));
	tc_docnum_scan(&scan, &numbers);
	tc_date_scan(&scan, &numbers, &dates);
	tc_date_owners_settle(&scan, known, day, &numbers, &dates);
	numbers_line(&numbers, &line);
	for (size_t i = 0; i < dates.n; i++)
		tc_buf_printf(&line, "; %s", tc_role_name(dates.v[i].role));
	if (strcmp(row->expected, tc_buf_cstr(&line)) != 0)
		fail_msg("\"%s\": %s, expected %s", row->text,
			 tc_buf_cstr(&line), row->expected);
}

static void check_rows(const struct row *rows, size_t n,
		       const struct tc_registry *known)
{
	for (size_t i = 0; i < n; i++)
		check_row(&rows[i], known);
}
#define CHECK(rows, known) check_rows(rows, sizeof(rows) / sizeof *(rows), known)

static void an_event_keeps_its_day(void **state)
{
	static const struct row rows[] = {
		{ "Thực hiện Kế hoạch số 33-KH/HU, ngày 20/5/2023, xã họp.",
		  "2023-05-21", "33-KH/HU; event" },
		{ "Thực hiện Kế hoạch số 33-KH/HU, ngày 20/5/2023, xã họp.",
		  "", "33-KH/HU; event" },
		{ "Thực hiện Kế hoạch số 33-KH/HU,\nngày 20/5/2023, xã họp.",
		  "2023-05-21", "33-KH/HU; event" },
		{ "Theo Kế hoạch số 33-KH/HU của Huyện ủy, ngày 20/5/2023, xã "
		  "họp.", "2023-05-21", "33-KH/HU; event" },
		{ "(PLO) – Theo Kế hoạch số 33-KH/HU, ngày 20/5/2023 chi bộ "
		  "họp.", "2023-05-21", "33-KH/HU; event" },
		{ "Vừa qua, thực hiện Kế hoạch số 33-KH/HU, ngày 20/5/2023, "
		  "xã họp.", "2023-05-21", "33-KH/HU; event" },
		{ "Thuc hien Ke hoach so 33-KH/HU, ngay 20/5/2023, xa hop.",
		  "2023-05-21", "33-KH/HU; event" },
		{ "Kế hoạch số 33-KH/HU của Huyện ủy, sáng ngày 20/5/2023 xã "
		  "họp.", "2023-05-21", "33-KH/HU; event" },
		{ "Thực hiện Kế hoạch số 33-KH/HU, ngày 20/5, xã họp.",
		  "2023-05-21", "33-KH/HU; event" },
		{ "Kế hoạch số 33-KH/HU, ngày 19 và 20/5/2023, xã họp.",
		  "2023-05-21", "33-KH/HU; event" },
		{ "các Kế hoạch số 33, 34-KH/HU, ngày 20/5, xã họp.",
		  "2023-05-21", "33-KH/HU; 34-KH/HU; event" },
		{ "Chương trình số 12-CTr/ĐU quý I/2023 của Đảng ủy.",
		  "2023-05-21", "12-CTr/ĐU; event" },
		{ "Báo cáo thực hiện Kế hoạch số 33-KH/HU tháng 4.",
		  "2023-05-21", "33-KH/HU; event" },
		{ "Thực hiện Chỉ thị 7, năm 2022, xã có mười mô hình.",
		  "2023-05-21", "CT 7; event" },
		{ "Theo Nghị định số 178/2024/NĐ-CP, ngày 2/3/2025, xã họp.",
		  "2025-05-21", "178/2024/NĐ-CP; event" },
	};

	(void)state;
	CHECK(rows, NULL);
	CHECK(rows, registry);
}

static void a_document_keeps_its_day(void **state)
{
	static const struct row rows[] = {
		{ "Thực hiện Kế hoạch số 33-KH/HU ngày 20/5/2023, xã họp.",
		  "2023-05-21", "33-KH/HU 2023-05-20; cited" },
		{ "Thực hiện Kế hoạch số 33-KH/HU, ngày 20/5/2023, của Huyện "
		  "ủy, xã họp.", "2023-05-21",
		  "33-KH/HU 2023-05-20; cited" },
		{ "Thực hiện Kế hoạch số 33-KH/HU, ngày 20/5/2023 về nước "
		  "sạch, xã họp.", "2023-05-21",
		  "33-KH/HU 2023-05-20; cited" },
		{ "Thực hiện Kế hoạch số 33-KH/HU, ngày 20/5/2023 Huyện ủy.",
		  "2023-05-21", "33-KH/HU 2023-05-20; cited" },
		{ "Thực hiện Kế hoạch số 33-KH/HU (ngày 20/5/2023), xã họp.",
		  "2023-05-21", "33-KH/HU 2023-05-20; cited" },
		{ "Sau khi Kế hoạch số 33-KH/HU, ngày 20/5/2023, được ban "
		  "hành, xã họp.", "2023-05-21",
		  "33-KH/HU 2023-05-20; cited" },
		{ "Theo Quyết định số 99-QĐ/TU, ngày 20/5/2023, đồng chí Nam "
		  "giữ chức", "2023-05-21",
		  "99-QĐ/TU 2023-05-20; cited" },
		{ "xã bàn Kế hoạch số 33-KH/HU, ngày 20/5/2023, giao việc.",
		  "2023-05-21", "33-KH/HU 2023-05-20; cited" },
		{ "Thực hiện Kế hoạch số 33-KH/HU, ngày 20/3/2023, xã họp.",
		  "2023-05-21", "33-KH/HU 2023-03-20; cited" },
		{ "Thực hiện Kế hoạch số 33-KH/HU, ngày 15/5/2023, ngày "
		  "20/5/2023, xã họp.", "2023-05-21",
		  "33-KH/HU 2023-05-15; cited; event" },
		{ "Theo Quyết định số 9-QĐ/HU, ngày 4/5/2023 và Kế hoạch số "
		  "33-KH/HU, ngày 20/5/2023, xã họp.", "2023-05-21",
		  "09-QĐ/HU 2023-05-04; 33-KH/HU 2023-05-20; cited; cited" },
		{ "ban hành Công văn số 71-CV/TU, ngày 18/5, chỉ đạo các xã",
		  "2023-05-21", "71-CV/TU --05-18; cited" },
		{ "Nghị quyết số 04-NQ/ĐU tháng 3/2023 của Đảng ủy",
		  "2023-05-21", "04-NQ/ĐU 2023-03; cited" },
	};

	(void)state;
	CHECK(rows, NULL);
	CHECK(rows, registry);
}

static void the_registry_knows_better(void **state)
{
	static const struct row rows[] = {
		{ "Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016, xã họp.",
		  "2016-05-20", "05-CT/TW 2016-05-15; cited" },
		/* a misprint of its own */
		{ "Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2015, xã họp.",
		  "", "05-CT/TW 2015-05-15; cited" },
		{ "Thực hiện Chỉ thị 05, ngày 15/5/2016, xã họp.",
		  "2016-05-20", "CT 5 2016-05-15; cited" },
		{ "Thực hiện Kết luận số 01-KL/TW, ngày 20/5/2023, xã họp.",
		  "2023-11-21", "01-KL/TW; event" },
		{ "Hội nghị học Kết luận số 01-KL/TW, ngày 20/5/2023, tại xã.",
		  "2023-05-21", "01-KL/TW; event" },
		/* the topic of a year, and the year of the document */
		{ "Học chuyên đề Chỉ thị số 05-CT/TW năm 2020 tại xã.",
		  "2020-02-21", "05-CT/TW; event" },
		{ "Học lại Chỉ thị số 05-CT/TW năm 2016 tại xã.",
		  "2016-12-21", "05-CT/TW 2016; cited" },
		{ "Chỉ thị số 05-CT/TW năm 2020 về học tập tại xã.",
		  "2020-02-21", "05-CT/TW 2020; cited" },
		{ "Học lại Chỉ thị số 05-CT/TW năm 2010 tại xã.",
		  "2020-02-21", "05-CT/TW 2010; cited" },
		{ "Sơ kết Kết luận số 01-KL/TW tháng 4/2023 của xã.",
		  "2023-05-21", "01-KL/TW; event" },
		{ "Báo cáo thực hiện Chỉ thị số 05-CT/TW tháng 4/2023.",
		  "2023-05-21", "05-CT/TW; event" },
		/* of another term, perhaps */
		{ "thay Chỉ thị số 05-CT/TW tháng 4/2012.", "2023-05-21",
		  "05-CT/TW 2012-04; cited" },
		{ "đọc Chỉ thị số 05-CT/TW, tháng 5/2016, rồi góp ý.",
		  "2023-05-21", "05-CT/TW 2016-05; cited" },
		{ "Nghị quyết số 21-NQ/TW ngày 16/6/2021 của Trung ương",
		  "2023-05-21", "21-NQ/TW 2021-06-16; cited" },
	};

	(void)state;
	CHECK(rows, registry);
}

/* "..., ngày 12/7/2021, Huyện ủy ban hành Quyết định số": of the next one. */
static void the_next_document_takes_it(void **state)
{
	static const struct row rows[] = {
		{ "Theo Điều lệ Đảng, ngày 12/7/2021, Huyện ủy đã ban hành "
		  "Quyết định số 13-QĐ/HU về chi bộ mới.", "2021-07-14",
		  "DL; 13-QĐ/HU 2021-07-12; cited" },
	};

	(void)state;
	CHECK(rows, registry);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_event_keeps_its_day),
		cmocka_unit_test(a_document_keeps_its_day),
		cmocka_unit_test(the_registry_knows_better),
		cmocka_unit_test(the_next_document_takes_it),
	};

	return cmocka_run_group_tests(tests, load_ours, free_ours);
}

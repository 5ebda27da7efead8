/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "unit-scan.h"

#include "fact/extract.h"

struct row {
	const char *site, *text;
	const char *expected;	/* the issuer of each number, '-' for none */
};

static void find(const struct row *row, struct tc_buf *line)
{
	const struct tc_rules rules = { NULL, gazetteer };
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF text = { 0 };
	struct tc_tokens tokens;
	struct tc_hint day = { TC_HINT_METADATA, TC_STR("2022-09-03") };

	tc_buf_printf(&text, "Một buổi họp\n\n%s", row->text);
	struct tc_article a = {
		.text = tc_buf_str(&text), .site = tc_str0(row->site),
		.title_len = (uint32_t)strlen("Một buổi họp"),
		.hints = &day, .hint_count = 1,
	};
	tc_extract(&a, &rules, &arena, &tokens);
	for (size_t i = 0; i < a.number_count; i++) {
		const struct tc_str unit = a.numbers[i].issuer_unit;
		tc_buf_printf(line, "%s%.*s", i ? "; " : "",
			      unit.n ? (int)unit.n : 1, unit.n ? unit.p : "-");
	}
}

#include "rows.h"

static void article_tells(void **state)
{
	static const struct row rows[] = {
		{ "tin.example", "Thành ủy Lạng Sơn bàn Đề án số 02-ĐA/TU.",
		  "Đảng bộ thành phố Lạng Sơn" },
		{ "tin.example", "Đảng ủy xã Sơn Tân có Kế hoạch 11-KH/ĐU.",
		  "Đảng bộ xã Sơn Tân" },
		{ "tin.example", "Đảng ủy xã A Mú và Đảng ủy xã Tà Xi có "
		  "Kế hoạch 11-KH/ĐU; Nghị quyết 70-NQ/CB2.", "-; Chi bộ 2" },
		{ "tin.example", "Theo Kế hoạch 41/KH-UBND ngày 31/01/2021 của "
		  "UBND tỉnh, UBND xã Sơn Tân có Kế hoạch 7/KH-UBND.",
		  "-; UBND xã Sơn Tân" },
		{ "tin.example", "Nghị quyết 12-NQ/TU, Kế hoạch 5-KH/HU, "
		  "Hướng dẫn 6-HD/UBKTTU.", "-; -; -" },
	};

	(void)state;
	CHECK(rows);
}

static void site_tells(void **state)
{
	static const struct row rows[] = {
		{ "baolangson.vn", "Nghị quyết 12-NQ/TU, Hướng dẫn "
		  "6-HD/UBKTTU, Công văn 7-CV/VPTU.", "Đảng bộ tỉnh Lạng Sơn; "
		  "Ủy ban Kiểm tra Tỉnh ủy Lạng Sơn; "
		  "Văn phòng Tỉnh ủy Lạng Sơn" },
		{ "hanoi.gov.vn", "Chương trình 6-CTr/TU, Hướng dẫn 5-HD/BTCTU.",
		  "Đảng bộ thành phố Hà Nội; Ban Tổ chức Thành ủy Hà Nội" },
		{ "duclinh.binhthuan.gov.vn", "Kế hoạch 104-KH/HU, Hướng dẫn "
		  "3-HD/UBKTHU, Nghị quyết 12-NQ/TU.",
		  "Đảng bộ huyện Đức Linh; Ủy ban Kiểm tra Huyện ủy Đức Linh; "
		  "Đảng bộ tỉnh Bình Thuận" },
		{ "lagi.binhthuan.gov.vn", "Kế hoạch số 11-KH/ThU, 5-KH/HU.",
		  "Đảng bộ thị xã La Gi; -" },
		/* the city's or the province's */
		{ "phanthiet.binhthuan.gov.vn", "Nghị quyết 12-NQ/TU.", "-" },
		{ "baolangson.vn", "Kế hoạch 5-KH/HU.", "-" },
		/* a city since 2026 */
		{ "dongnai.gov.vn", "Nghị quyết 12-NQ/TU.",
		  "Đảng bộ tỉnh Đồng Nai" },
	};

	(void)state;
	CHECK(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(article_tells),
		cmocka_unit_test(site_tells),
	};

	return cmocka_run_group_tests(tests, load_gazetteer, free_gazetteer);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Document numbers as queries type them, and the parts that keys are made
 * of. */
#include "config.h"

#include "facts.h"

static void a_query_may_spell_as_it_likes(void **state)
{
	(void)state;
	static const struct {
		const char *text, *canonical, *at;
	} rows[] = {
		{ "01-KL/TW", "01-KL/TW", "" },
		{ "01 KL/TW", "01-KL/TW", "" },
		{ "1-kl/tw", "01-KL/TW", "" },
		{ "01–KL/TW", "01-KL/TW", "" },
		{ "01kl/tw", "01-KL/TW", "" },
		{ "01 kl tw", "01-KL/TW", "" },
		{ "Kết luận số 01-KL/TW", "01-KL/TW", "" },
		{ "số 01-KL/TW", "01-KL/TW", "" },
		{ "21/GP-TTĐT", "21/GP-TTĐT", "" },
		{ "ĐA 36", "ĐA 36", "" },
		{ "DA 36", "DA 36", "" },
		{ "Kết luận 01-KL/TW ngày 18/5/2021", "01-KL/TW",
		  "18/5/2021" },
		{ "02-DA/TU", "02-DA/TU", "" },
		{ "02-đa/tu", "02-ĐA/TU", "" },
		{ "100-kh/du", "100-KH/ĐU", "" },
		{ "15/2020/nđ-cp", "15/2020/NĐ-CP", "" },
		{ "45/2019/qh14", "45/2019/QH14", "" },
		{ "08-QĐi/TW", "08-QĐ/TW", "" },
		{ "chi thi 05", "CT 5", "" },
		{ "ct 05", "CT 5", "" },
		{ "CT05", "CT 5", "" },
		{ "nghị quyết trung ương 4 khóa 12", "NQTW4/XII", "" },
		{ "nqtw4/xii", "NQTW4/XII", "" },
		{ "18-NQ/TW@2017", "18-NQ/TW", "2017" },
		{ "18-nq/tw@khoaXII", "18-NQ/TW", "khoaXII" },
		{ "04-NQ/TW khóa XII", "04-NQ/TW", "khóa XII" },
		{ "chỉ thị số 35 năm 2019", "CT 35", "2019" },
		{ "DH13", "DH13", "" },
		{ "nghị quyết đại hội XIII", "DH13", "" },
		{ "nghị quyết đại hội đảng bộ tỉnh Lạng Sơn lần thứ XVII",
		  "DH17/Đảng bộ tỉnh Lạng Sơn", "" },
		{ "DH17/Đảng bộ tỉnh Lạng Sơn", "DH17/Đảng bộ tỉnh Lạng Sơn",
		  "" },
		{ "DL", "DL", "" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_number n;
		struct tc_str at;

		if (!tc_docnum_parse(tc_str0(rows[i].text), true, &arena, &n,
				     &at))
			fail_msg("not read: %s", rows[i].text);
		assert_str(rows[i].canonical, n.canonical);
		assert_str(rows[i].at, at);
	}
}

static void words_are_no_number(void **state)
{
	(void)state;
	static const char *const rows[] = {
		"", "@2016", "nghị quyết", "đảng viên", "05", "2021",
		"15/6/2021", "7+10", "01-KL/TW và", "sinh hoạt 01-KL/TW",
		"/", "-", "01-KL/", "TW",
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_number n;
		struct tc_str at;

		if (tc_docnum_parse(tc_str0(rows[i]), true, &arena, &n, &at))
			fail_msg("%s read as %.*s", rows[i],
				 TC_ARG(n.canonical));
	}
}

static void plain_d_has_two_readings(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_number n, other;
	struct tc_str at;

	assert_true(tc_docnum_parse(TC_STR("02-DA/TU"), true, &arena, &n, &at));
	assert_true(tc_docnum_alternative(&n, &arena, &other));
	assert_str("02-ĐA/TU", other.canonical);
	assert_true(tc_docnum_parse(TC_STR("66-QD/TW"), true, &arena, &n, &at));
	assert_str("66-QĐ/TW", n.canonical);
	assert_false(tc_docnum_alternative(&n, &arena, &other));
}

static void a_number_cut_off_is_a_short_one(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_number n, other;
	struct tc_str at;

	assert_true(tc_docnum_parse(TC_STR("05-CT"), true, &arena, &n, &at));
	assert_true(tc_docnum_alternative(&n, &arena, &other));
	assert_str("CT 5", other.canonical);
	assert_true(tc_docnum_parse(TC_STR("05/UBND"), true, &arena, &n, &at));
	assert_false(tc_docnum_alternative(&n, &arena, &other));
}

static void keys_are_the_parts(void **state)
{
	(void)state;
	static const char *const expected[TC_KEY_COUNT] = {
		[TC_KEY_CANONICAL] = "18-NQ/TW",
		[TC_KEY_DATED] = "18-NQ/TW@2017-10-25",
		[TC_KEY_MONTH] = "18-NQ/TW@2017-10",
		[TC_KEY_YEAR] = "18-NQ/TW@2017",
		[TC_KEY_TERM] = "18-NQ/TW@khoaXII",
		[TC_KEY_TYPE] = "NQ",
		[TC_KEY_NUMBER] = "18",
		[TC_KEY_ISSUER] = "TW",
		[TC_KEY_SHORT] = "NQ 18",
	};
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF key = { 0 };
	struct tc_number n;
	struct tc_str at;

	assert_true(tc_docnum_parse(TC_STR("18-NQ/TW"), false, &arena, &n,
				    &at));
	assert_false(tc_docnum_key(&n, TC_KEY_YEAR, &key));
	n.id = TC_STR("18-NQ/TW@2017-10-25");
	for (int k = 0; k < TC_KEY_COUNT; k++) {
		assert_true(tc_docnum_key(&n, (enum tc_docnum_key)k, &key));
		assert_str(expected[k], tc_buf_str(&key));
	}
}

static void a_month_has_the_term_of_the_registry(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF key = { 0 };
	struct tc_number n;
	struct tc_str at;

	assert_true(tc_docnum_parse(TC_STR("01-CT/TW"), false, &arena, &n,
				    &at));
	n.id = TC_STR("01-CT/TW@2026-01");
	assert_false(tc_docnum_key(&n, TC_KEY_DATED, &key));
	assert_true(tc_docnum_key(&n, TC_KEY_MONTH, &key));
	assert_str("01-CT/TW@2026-01", tc_buf_str(&key));
	/* two terms met in that month */
	assert_false(tc_docnum_key(&n, TC_KEY_TERM, &key));
	n.term = 14;
	assert_true(tc_docnum_key(&n, TC_KEY_TERM, &key));
	assert_str("01-CT/TW@khoaXIV", tc_buf_str(&key));
}

static void at_is_spelled_as_in_the_keys(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{ "2016", "2016" }, { "2016-10-30", "2016-10-30" },
		{ "10/2016", "2016-10" }, { "6.2022", "2022-06" },
		{ "30/10/2016", "2016-10-30" }, { "khoaXII", "khoaXII" },
		{ "khóa 12", "khoaXII" }, { "khoá xii", "khoaXII" },
	};
	TC_SCOPED_BUF out = { 0 };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_true(tc_docnum_at(tc_str0(rows[i][0]), &out));
		assert_str(rows[i][1], tc_buf_str(&out));
	}
	assert_false(tc_docnum_at(TC_STR("31/02/2016"), &out));
	assert_false(tc_docnum_at(TC_STR("khoa"), &out));
	assert_false(tc_docnum_at(TC_STR("khóa 99"), &out));
}

static void types_are_known_by_word_and_code(void **state)
{
	(void)state;
	assert_string_equal("NQ", tc_docnum_type(TC_STR("nghi quyet")));
	assert_string_equal("NQ", tc_docnum_type(TC_STR("nq")));
	assert_string_equal("CTr", tc_docnum_type(TC_STR("chuong trinh")));
	assert_null(tc_docnum_type(TC_STR("chi bo")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_query_may_spell_as_it_likes),
		cmocka_unit_test(words_are_no_number),
		cmocka_unit_test(plain_d_has_two_readings),
		cmocka_unit_test(a_number_cut_off_is_a_short_one),
		cmocka_unit_test(keys_are_the_parts),
		cmocka_unit_test(a_month_has_the_term_of_the_registry),
		cmocka_unit_test(at_is_spelled_as_in_the_keys),
		cmocka_unit_test(types_are_known_by_word_and_code),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

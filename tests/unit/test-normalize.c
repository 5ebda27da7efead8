/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "text/fold.h"
#include "text/normalize.h"
#include "text/utf8.h"

#define MEGABYTE 1000000

static void each_repair_does_what_the_header_says(void **state)
{
	static const struct {
		const char *in, *out;
	} rows[] = {
		{ "Đảng bộ tỉnh", "Đảng bộ tỉnh" },
		{ "", "" },
		/* NFC proper */
		{ "Nghi\xCC\xA3 quye\xCC\x82\xCC\x81t", "Nghị quyết" },
		{ "quy\xC3\xAA\xCC\x81t", "quyết" },
		{ "Vie\xCC\x82\xCC\xA3t", "Việt" },
		{ "Vie\xCC\xA3\xCC\x82t", "Việt" },
		{ "d\xC6\xB0\xCC\xA3", "dự" },
		{ "du\xCC\xA3\xCC\x9B", "dự" },
		{ "a\xCD\x80 a\xCD\x81", "à á" },
		/* a tone inside the circumflex or breve */
		{ "qu\x79\xC3\xA9\xCC\x82t", "quyết" },
		{ "quye\xCC\x81\xCC\x82t", "quyết" },
		{ "n\xC4\x83\xCC\x81m", "nắm" },
		{ "na\xCC\x81\xCC\x86m", "nắm" },
		{ "h\xC3\xB5\xCC\x82", "hỗ" },
		{ "T\xE1\xBB\x8F\xCC\x82ng", "Tổng" },
		{ "e\xCC\x81\xCC\x82\xCC\x81\xCC\x82", "ế\xCC\x81\xCC\x82" },
		/* a breve stands on no o */
		{ "\xC3\xB3\xCC\x86", "\xC3\xB3\xCC\x86" },
		/* eth and African d */
		{ "\xC3\x90\xE1\xBA\xA3ng \xC3\xB0\xC6\x89\xC9\x96", "Đảng đĐđ" },
		/* the invisible */
		{ "\xEF\xBB\xBF" "chi\xE2\x80\x8B b\xC2\xADộ\xE2\x81\xA0",
		  "chi bộ" },
		{ "e\xE2\x80\x8B\xCC\x82\xE2\x80\x8D\xCC\x81", "ế" },
		{ "a\x01\x02\x7F\xC2\x80" "b", "ab" },
		/* blanks */
		{ "a\xC2\xA0" "b\xE3\x80\x80" "c\xE2\x80\xAF" "d\xE2\x80\x83" "e",
		  "a b c d e" },
		/* the ends of lines */
		{ "a\r\nb\rc\xC2\x85" "d\xE2\x80\xA8" "e\xE2\x80\xA9" "f",
		  "a\nb\nc\nd\ne\nf" },
		{ "a\fb\vc\td\r\r\n\n", "a\nb\nc\td\n\n\n" },
		/* Roman numerals */
		{ "kho\xC3\xA1 \xE2\x85\xAB, \xE2\x85\xB3", "khoá XII, iv" },
		/* the spelling of words is left as printed */
		{ "hoà hòa uỷ ủy cuả", "hoà hòa uỷ ủy cuả" },
		{ "\xE2\x80\x9C" "01-KL/TW\xE2\x80\x9D \xE2\x80\x93",
		  "\xE2\x80\x9C" "01-KL/TW\xE2\x80\x9D \xE2\x80\x93" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF out = { 0 };
		tc_buf_puts(&out, "x");	/* appended to, never taken back */
		tc_normalize(tc_str0(rows[i].in), &out);
		assert_str(rows[i].out, tc_str_from(tc_buf_str(&out), 1));
	}
}

static void repairs_reach_into_long_clean_text(void **state)
{
	static const char *const dirty[][2] = {
		{ "\xC3\x90", "Đ" }, { "\xC3\xB0", "đ" },
		{ "\xC6\x89", "Đ" }, { "\xC9\x96", "đ" },
		{ "\r\n", "\n" }, { "\x7F", "" }, { "\x01", "" },
		{ "\xC2\xA0", " " }, { "\xE2\x80\x8B", "" },
		{ "e\xCC\x82\xCC\x81", "ế" }, { "\xE1\x9A\x80", " " },
		{ "\xEF\xBB\xBF", "" }, { "\xE2\x85\xA3", "IV" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof dirty / sizeof *dirty; i++)
		for (size_t at = 0; at < 40; at++) {
			TC_SCOPED_BUF in = { 0 }, out = { 0 }, want = { 0 };
			for (size_t k = 0; k < 80; k++) {
				const bool here = k == at || k == 60;
				const char *const c = k % 3 ? "ộ" : "x";
				tc_buf_puts(&in, here ? dirty[i][0] : c);
				tc_buf_puts(&want, here ? dirty[i][1] : c);
			}
			tc_normalize(tc_buf_str(&in), &out);
			assert_str(tc_buf_cstr(&want), tc_buf_str(&out));
		}
}

static void a_megabyte_of_marks_takes_linear_time(void **state)
{
	TC_SCOPED_BUF in = { 0 }, once = { 0 }, twice = { 0 };

	(void)state;
	/* classes 230 and 220 in turn: ordering by insertion would take
	 * minutes */
	tc_buf_puts(&in, "a");
	while (in.n < MEGABYTE)
		tc_buf_puts(&in, "\xCC\x81\xCC\xA3");
	tc_normalize(tc_buf_str(&in), &once);
	tc_normalize(tc_buf_str(&once), &twice);
	assert_true(tc_str_eq(tc_buf_str(&once), tc_buf_str(&twice)));
	/* the first dot below is composed, the acutes stay behind the rest */
	assert_int_equal(in.n, once.n);
	assert_memory_equal("\xE1\xBA\xA1\xCC\xA3", once.p, 5);
	assert_memory_equal("\xCC\x81\xCC\x81", once.p + once.n - 4, 4);
}

static void ill_formed_bytes_become_replacement_characters(void **state)
{
	static const struct {
		const char *in, *out;
		size_t replaced;
	} rows[] = {
		{ "Đảng", "Đảng", 0 },
		{ "a\xE1\xBA", "a\xEF\xBF\xBD", 1 },
		{ "\xE1\xBA" "b", "\xEF\xBF\xBD" "b", 1 },
		/* Unicode 3.9, table 3-8 */
		{ "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82" "A",
		  "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
		  "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" "A", 8 },
		{ "\xED\xA0\x80\xF4\x90\x80\x80",
		  "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
		  "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 7 },
		{ "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF" "A",
		  "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" "A", 4 },
		{ "\xF0\x9F\x98\x80\xFF", "\xF0\x9F\x98\x80\xEF\xBF\xBD", 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF out = { 0 };
		assert_int_equal(rows[i].replaced,
				 tc_utf8_scrub(tc_str0(rows[i].in), &out));
		assert_str(rows[i].out, tc_buf_str(&out));
	}
}

static void characters_are_read_forward_and_back(void **state)
{
	const struct tc_str s = TC_STR("aộ\xF0\x9F\x98\x80Đ");
	static const uint32_t expected[] = { 'a', 0x1ED9, 0x1F600, 0x110 };
	const char *p = s.p;

	(void)state;
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(expected[i], tc_utf8_next(&p, s.p + s.n));
	assert_ptr_equal(s.p + s.n, p);
	for (size_t i = 4; i-- > 0;)
		assert_int_equal(expected[i], tc_utf8_prev(&p, s.p));
	assert_ptr_equal(s.p, p);
	for (size_t off = 0; off <= s.n + 1; off++)
		assert_true(tc_utf8_boundary(s, tc_utf8_floor(s, off)));
	assert_int_equal(1, tc_utf8_floor(s, 3));
}

static void folding_takes_off_case_and_diacritics(void **state)
{
	static const struct {
		const char *in, *lower, *bare;
	} rows[] = {
		{ "ĐẢNG BỘ TỈNH", "đảng bộ tỉnh", "DANG BO TINH" },
		{ "Quyết định", "quyết định", "Quyet dinh" },
		{ "İ", "i\xCC\x87", "I" },
		{ "ΟΔΟΣ ΟΔΟΣ.", "οδος οδος.", "ΟΔΟΣ ΟΔΟΣ." },
		{ "漢字 한국", "漢字 한국", "漢字 한국" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF lower = { 0 }, bare = { 0 };
		tc_fold_lower(tc_str0(rows[i].in), &lower);
		tc_fold_bare(tc_str0(rows[i].in), &bare);
		assert_str(rows[i].lower, tc_buf_str(&lower));
		assert_str(rows[i].bare, tc_buf_str(&bare));
	}
	assert_int_equal('e', tc_char_bare(0x1EBF));
	assert_int_equal(0, tc_char_bare(0x301));
	assert_int_equal(0x111, tc_char_lower(0x110));
}

static void columns_are_those_of_a_terminal(void **state)
{
	static const struct {
		const char *text;
		size_t columns;
	} rows[] = {
		{ "Đảng bộ", 7 }, { "e\xCC\x82\xCC\x81", 1 }, { "漢字", 4 },
		{ "한국", 4 }, { "", 0 }, { "\xF0\x9F\x98\x80", 2 },
		{ "ｱ", 1 }, { "Ａ", 2 }, { "a\xE2\x80\x8B" "b", 2 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(rows[i].columns,
				 tc_text_columns(tc_str0(rows[i].text)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_repair_does_what_the_header_says),
		cmocka_unit_test(repairs_reach_into_long_clean_text),
		cmocka_unit_test(a_megabyte_of_marks_takes_linear_time),
		cmocka_unit_test(ill_formed_bytes_become_replacement_characters),
		cmocka_unit_test(characters_are_read_forward_and_back),
		cmocka_unit_test(folding_takes_off_case_and_diacritics),
		cmocka_unit_test(columns_are_those_of_a_terminal),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

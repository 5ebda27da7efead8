/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "encode.h"

#include "text/charset.h"
#include "text/normalize.h"
#include "text/utf8.h"

#include <iconv.h>
#include <stdio.h>

/* Written for this test; every tone and every letter is in it. */
static const char sample[] =
	"Chi bộ thôn họp thường kỳ vào tối thứ năm để nghe báo cáo về kết quả "
	"thực hiện nhiệm vụ của quý trước và bàn cách khắc phục những chỗ còn "
	"yếu. Đồng chí bí thư nêu rõ rằng mỗi đảng viên phải gương mẫu, giữ "
	"nghiêm kỷ luật, gần dân, hiểu dân, và đừng để nguội lạnh phong trào "
	"đã dày công gây dựng. Nhiều ý kiến thẳng thắn được nêu ra, nhất là về "
	"việc sửa đường ngõ, chăm sóc người già, và quỹ khuyến học cho các "
	"cháu. Cuối buổi, chi bộ biểu quyết nhất trí cả ba nội dung, rồi giao "
	"từng việc cho từng người, có hạn rõ ràng.\n";

/* The sample in a byte charset. */
static void encode(enum tc_charset charset, struct tc_buf *out)
{
	encode_learn(charset);
	assert_int_equal(0, encode_text(charset, tc_str0(sample), out));
}

/* Bytes as windows-1252 shows them, in UTF-8. */
static void show(struct tc_str bytes, struct tc_buf *out)
{
	tc_charset_decode(TC_CHARSET_CP1252, bytes, out, NULL);
}

static void expect_sample(enum tc_charset charset, struct tc_str bytes)
{
	TC_SCOPED_BUF text = { 0 }, normal = { 0 };
	const struct tc_charset_guess g = tc_charset_guess_bytes(bytes);

	if (g.charset != charset || !g.certain)
		fail_msg("%s guessed as %s, %.3f against %.3f",
			 tc_charset_name(charset), tc_charset_name(g.charset),
			 (double)g.share, (double)g.runner_up);
	assert_int_equal(0, tc_charset_decode(charset, bytes, &text, NULL));
	tc_normalize(tc_buf_str(&text), &normal);
	assert_str(sample, tc_buf_str(&normal));
}

static void each_charset_is_known_by_its_spelling(void **state)
{
	static const struct {
		enum tc_charset plain, inside;
	} rows[] = {
		{ TC_CHARSET_TCVN3, TC_CHARSET_TCVN3_IN_UTF8 },
		{ TC_CHARSET_VISCII, TC_CHARSET_VISCII_IN_UTF8 },
		{ TC_CHARSET_VPS, TC_CHARSET_VPS_IN_UTF8 },
		{ TC_CHARSET_VNI, TC_CHARSET_VNI_IN_UTF8 },
		{ TC_CHARSET_CP1258, TC_CHARSET_CP1258_IN_UTF8 },
		{ TC_CHARSET_VIQR, TC_CHARSET_UNKNOWN },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF bytes = { 0 }, shown = { 0 };
		encode(rows[i].plain, &bytes);
		expect_sample(rows[i].plain, tc_buf_str(&bytes));
		if (!rows[i].inside)
			continue;
		show(tc_buf_str(&bytes), &shown);
		expect_sample(rows[i].inside, tc_buf_str(&shown));
	}
}

static void utf8_is_known_once_and_twice(void **state)
{
	TC_SCOPED_BUF twice = { 0 };

	(void)state;
	expect_sample(TC_CHARSET_UTF8, tc_str0(sample));
	show(tc_str0(sample), &twice);
	expect_sample(TC_CHARSET_UTF8_TWICE, tc_buf_str(&twice));
}

static void utf16_is_known_by_its_mark(void **state)
{
	(void)state;
	for (int big = 0; big < 2; big++) {
		TC_SCOPED_BUF bytes = { 0 };
		tc_buf_add(&bytes, big ? "\xFE\xFF" : "\xFF\xFE", 2);
		for (const char *p = sample; *p;) {
			const uint32_t c =
				tc_utf8_next(&p, sample + sizeof sample);
			tc_buf_addc(&bytes, (char)(big ? c >> 8 : c));
			tc_buf_addc(&bytes, (char)(big ? c : c >> 8));
		}
		expect_sample(big ? TC_CHARSET_UTF16BE : TC_CHARSET_UTF16LE,
			      tc_buf_str(&bytes));
	}
}

static void markup_does_not_hide_the_charset(void **state)
{
	TC_SCOPED_BUF body = { 0 }, page = { 0 };

	(void)state;
	encode(TC_CHARSET_VNI, &body);
	tc_buf_puts(&page, "<!DOCTYPE html><html><head><style>p { color: red }"
			   "</style><script>var a = 1 < 2;</script></head>"
			   "<body class=\"x\"><p>");
	tc_buf_addstr(&page, tc_buf_str(&body));
	tc_buf_puts(&page, "</p><a href=\"/x\">Home</a></body></html>");
	const struct tc_charset_guess g =
		tc_charset_guess_bytes(tc_buf_str(&page));
	assert_int_equal(TC_CHARSET_VNI, g.charset);
	assert_true(g.certain);
}

static void what_spells_nothing_is_not_certain(void **state)
{
	static const struct {
		const char *text;
		enum tc_charset charset;
		bool certain;
	} rows[] = {
		{ "", TC_CHARSET_UTF8, true },
		{ "Only ASCII here. The end. Are you sure? Be so.",
		  TC_CHARSET_UTF8, true },
		{ "chi bo hop. dang uy. nghi quyet.", TC_CHARSET_UTF8, true },
		{ "un caf\xE9 \xE0 la carte, d\xE9j\xE0 vu, tr\xE8s bien, "
		  "\xE9t\xE9, h\xF4tel, fen\xEAtre, no\xEBl, \xE7" "a va",
		  TC_CHARSET_CP1252, false },
		{ "un café à la carte, déjà vu, très bien, été, hôtel, "
		  "fenêtre, noël, garçon", TC_CHARSET_UTF8, true },
		{ "\x80\x81\xFE\xFF\xC0", TC_CHARSET_CP1252, false },
		/* one bad byte does not make it another charset */
		{ "Đảng bộ tỉnh tổ chức hội nghị sơ kết một năm thực hiện "
		  "nghị quyết về xây dựng chỉnh đốn\xFF", TC_CHARSET_UTF8,
		  true },
		{ "Đảng bộ tỉnh\xE1\xBB", TC_CHARSET_UTF8, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct tc_charset_guess g =
			tc_charset_guess_bytes(tc_str0(rows[i].text));
		if (g.charset != rows[i].charset ||
		    g.certain != rows[i].certain)
			fail_msg("%s: %s", rows[i].text,
				 tc_charset_name(g.charset));
	}
}

static void known_mojibake_is_read(void **state)
{
	static const struct {
		enum tc_charset charset;
		const char *shown, *text;
	} rows[] = {
		{ TC_CHARSET_TCVN3_IN_UTF8, "NghÞ quyÕt cña §¶ng ñy",
		  "Nghị quyết của Đảng ủy" },
		{ TC_CHARSET_TCVN3_IN_UTF8, "Uû ban nh©n d©n",
		  "Uỷ ban nhân dân" },
		{ TC_CHARSET_VNI_IN_UTF8, "Nghò quyeát cuûa Ñaûng uûy",
		  "Nghị quyết của Đảng ủy" },
		{ TC_CHARSET_VNI_IN_UTF8, "ÑAÛNG UÛY ÔÛ NÖÔÙC",
		  "ĐẢNG ỦY Ở NƯỚC" },
		{ TC_CHARSET_VISCII_IN_UTF8, "Ngh¸ quyªt cüa Ðäng üy",
		  "Nghị quyết của Đảng ủy" },
		{ TC_CHARSET_VPS_IN_UTF8, "NghÎ quy‰t cûa ñäng ûy",
		  "Nghị quyết của Đảng ủy" },
		{ TC_CHARSET_CP1258_IN_UTF8, "Nghiò quyêìt cuÒa ÐaÒng uÒy",
		  "Nghị quyết của Đảng ủy" },
		{ TC_CHARSET_UTF8_TWICE, "Tiáº¿ng Viá»‡t Ä‘áº£ng á»§y",
		  "Tiếng Việt đảng ủy" },
		{ TC_CHARSET_VIQR, "Nghi. quye^'t cu?a DDa?ng u?y\\.",
		  "Nghị quyết của Đảng ủy." },
		/* Unicode in between stays */
		{ TC_CHARSET_TCVN3_IN_UTF8, "Đảng – NghÞ", "Đảng – Nghị" },
		{ TC_CHARSET_UTF8_TWICE, "Đảng Viá»‡t é", "Đảng Việt é" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF text = { 0 }, normal = { 0 };
		tc_charset_decode(rows[i].charset, tc_str0(rows[i].shown),
				  &text, NULL);
		tc_normalize(tc_buf_str(&text), &normal);
		assert_str(rows[i].text, tc_buf_str(&normal));
	}
}

static void tables_answer_as_iconv(void **state)
{
	static const struct {
		enum tc_charset charset;
		const char *name;
	} rows[] = {
		{ TC_CHARSET_TCVN5712, "TCVN5712-1" },
		{ TC_CHARSET_VISCII, "VISCII" },
		{ TC_CHARSET_CP1258, "WINDOWS-1258" },
		{ TC_CHARSET_CP1252, "WINDOWS-1252" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const iconv_t cd = iconv_open("UTF-8", rows[i].name);
		if (cd == (iconv_t)-1) {
			print_message("# no iconv %s\n", rows[i].name);
			continue;
		}
		for (unsigned b = 0; b < 256; b++) {
			TC_SCOPED_BUF ours = { 0 };
			/* a blank behind, for what may compose with it */
			char in[] = { (char)b, ' ' }, theirs[16];
			char *p = in, *q = theirs;
			size_t left = 2, room = sizeof theirs;
			iconv(cd, NULL, NULL, NULL, NULL);
			if (iconv(cd, &p, &left, &q, &room) == (size_t)-1)
				continue;
			tc_charset_decode(rows[i].charset, tc_str(in, 2),
					  &ours, NULL);
			const struct tc_str icv =
				tc_str(theirs, (size_t)(q - theirs));
			if (!tc_str_eq(tc_buf_str(&ours), icv))
				fail_msg("%s %02X", rows[i].name, b);
		}
		iconv_close(cd);
	}
}

static void any_bytes_decode_to_valid_utf8(void **state)
{
	uint32_t seed = 5;

	(void)state;
	for (unsigned i = 0; i < 3000; i++) {
		char bytes[64];
		for (size_t k = 0; k < sizeof bytes; k++) {
			seed = seed * 1664525u + 1013904223u;
			bytes[k] = (char)(seed >> 24);
		}
		const struct tc_str in = tc_str(bytes, i % sizeof bytes);
		for (int c = 1; c < TC_CHARSET_COUNT; c++) {
			TC_SCOPED_BUF out = { 0 };
			assert_int_equal(0, tc_charset_decode(
				(enum tc_charset)c, in, &out, NULL));
			assert_int_equal(out.n,
					 tc_utf8_valid(tc_buf_str(&out)));
		}
		tc_charset_guess_bytes(in);
	}
	assert_int_equal(-1, tc_charset_decode(TC_CHARSET_UNKNOWN,
					       TC_STR("a"), NULL, NULL));
}

static void names_are_those_of_pages(void **state)
{
	static const struct {
		const char *name;
		enum tc_charset charset;
	} rows[] = {
		{ "UTF-8", TC_CHARSET_UTF8 }, { "utf8", TC_CHARSET_UTF8 },
		{ "Windows-1258", TC_CHARSET_CP1258 },
		{ "ISO-8859-1", TC_CHARSET_CP1252 },
		{ " x-viet-vps ", TC_CHARSET_VPS },
		{ "x-viet-tcvn", TC_CHARSET_TCVN3 },
		{ "VISCII", TC_CHARSET_VISCII },
		{ "x-user-defined", TC_CHARSET_UNKNOWN },
		{ "", TC_CHARSET_UNKNOWN },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(rows[i].charset,
				 tc_charset_by_name(tc_str0(rows[i].name)));
	for (int c = 1; c < TC_CHARSET_COUNT; c++)
		assert_int_equal(c, tc_charset_by_name(tc_str0(
			tc_charset_name((enum tc_charset)c))));
}

static void lines_are_mended_one_by_one(void **state)
{
	TC_SCOPED_BUF bytes = { 0 }, page = { 0 }, out = { 0 }, expected = { 0 };

	(void)state;
	encode(TC_CHARSET_TCVN3, &bytes);
	tc_buf_puts(&page, "Trang chủ\n");
	show(tc_buf_str(&bytes), &page);
	tc_buf_puts(&page, "un café\nLiên hệ");
	tc_buf_puts(&expected, "Trang chủ\n");
	tc_buf_puts(&expected, sample);
	tc_buf_puts(&expected, "un café\nLiên hệ");
	assert_int_equal(1, tc_charset_mend(tc_buf_str(&page), &out));
	assert_str(tc_buf_cstr(&expected), tc_buf_str(&out));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_charset_is_known_by_its_spelling),
		cmocka_unit_test(utf8_is_known_once_and_twice),
		cmocka_unit_test(utf16_is_known_by_its_mark),
		cmocka_unit_test(markup_does_not_hide_the_charset),
		cmocka_unit_test(what_spells_nothing_is_not_certain),
		cmocka_unit_test(known_mojibake_is_read),
		cmocka_unit_test(tables_answer_as_iconv),
		cmocka_unit_test(any_bytes_decode_to_valid_utf8),
		cmocka_unit_test(names_are_those_of_pages),
		cmocka_unit_test(lines_are_mended_one_by_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

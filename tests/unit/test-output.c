/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Values in the forms of output, cursors and periods. */
#include "config.h"

#include "query/cursor.h"
#include "query/export.h"
#include "query/period.h"
#include "query/terminal.h"

#include "base/json.h"
#include "fact/date.h"
#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <cmocka.h>

struct value {
	const char *in, *out;
};

static void check(const struct value *rows, size_t n,
		  void (*put)(struct tc_buf *, struct tc_str))
{
	for (size_t i = 0; i < n; i++) {
		TC_SCOPED_BUF out = { 0 };
		put(&out, tc_str0(rows[i].in));
		assert_string_equal(tc_buf_cstr(&out), rows[i].out);
	}
}

#define CHECK(rows, put) check(rows, sizeof(rows) / sizeof *(rows), put)

static void test_csv(void **state)
{
	static const struct value rows[] = {
		{ "Chi bộ thôn Đông", "Chi bộ thôn Đông" },
		{ "một, hai", "\"một, hai\"" },
		{ "\"4 tốt\"", "\"\"\"4 tốt\"\"\"" },
		{ "hai\ndòng", "\"hai\ndòng\"" },
		{ "=1+1", "'=1+1" },
		{ "+84", "'+84" },
		{ "- Ngày 5/3", "'- Ngày 5/3" },
		{ "@SUM(A1)", "'@SUM(A1)" },
		{ "＝1", "'＝1" },
		{ "\t=1", "' =1" },
		{ "a\tb\rc", "a b c" },
		{ "a\u2028b\u2029=c", "a b =c" },
		{ "a\033[31mb\nc", "\"a\\x1B[31mb\nc\"" },
		{ "a\342\200\256b", "a\\u202Eb" },
		{ "a\330\234b", "a\\u061Cb" },
		{ "a\377,b", "\"a\\xFF,b\"" },
		{ "=\"a\",1", "\"'=\"\"a\"\",1\"" },
		{ "5-3", "5-3" },
		{ "", "" },
	};

	(void)state;
	CHECK(rows, tc_csv_put);
}

static void test_tsv(void **state)
{
	static const struct value rows[] = {
		{ "một\thai\nba\rbốn", "một hai ba bốn" },
		{ "a\033[31mb\177", "a\\x1B[31mb\\x7F" },
		{ "a\342\200\256b\330\234", "a\\u202Eb\\u061C" },
		{ "a\u2028b\u2029c", "a b c" },
		{ "=1", "'=1" },
		{ "\"x\", y", "\"x\", y" },
	};

	(void)state;
	CHECK(rows, tc_tsv_put);
}

static void test_terminal(void **state)
{
	static const struct value rows[] = {
		{ "Đảng ủy", "Đảng ủy" },
		{ "a\033[31mđỏ", "a\\x1B[31mđỏ" },
		{ "chuông\a", "chuông\\x07" },
		{ "\302\233m", "\\x9Bm" },		/* C1: CSI */
		{ "a\342\200\256b", "a\\u202Eb" },	/* RTL override */
		{ "a\342\201\246b", "a\\u2066b" },
		{ "hai\ndòng\r", "hai\ndòng\\x0D" },
		{ "hai\u2028dòng\u2029", "hai\\u2028dòng\\u2029" },
		{ "dở \341\273", "dở \\xE1\\xBB" },	/* no UTF-8 */
	};

	(void)state;
	CHECK(rows, tc_terminal_put);
}

/* The floor of JSON cannot ask terminal.h what acts: the two agree. */
static void test_json_escapes_the_same(void **state)
{
	(void)state;
	for (uint32_t c = 0x20; c < 0x3000; c++) {
		TC_SCOPED_BUF out = { 0 };
		char bytes[4];
		const struct tc_str s = tc_str(bytes, tc_utf8_put(bytes, c));
		struct tc_json *v = tc_json_string(s);
		tc_json_write(v, &out);
		tc_json_free(v);
		if (tc_terminal_unsafe(c) !=
		    (tc_str_find(tc_buf_str(&out), TC_STR("\\u"), 0) !=
		     SIZE_MAX))
			fail_msg("U+%04X: %s", c, tc_buf_cstr(&out));
	}
}

static void test_xml(void **state)
{
	static const struct value rows[] = {
		{ "<a href=\"x\">&'</a>",
		  "&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;" },
		{ "a\033b", "a\\x1Bb" },
		{ "hai\ndòng", "hai dòng" },
		{ "a\330\234b\377", "a\\u061Cb\\xFF" },
		{ "a\u2028b", "a b" },
		/* which XML does not have */
		{ "a\357\277\276b\357\277\277", "a\\uFFFEb\\uFFFF" },
		{ "\357\277\275", "\357\277\275" },
	};

	(void)state;
	CHECK(rows, tc_xml_put);
}

/* What a format of references makes of an article. */
static void refer(const struct tc_export *form, const struct tc_article *a,
		  struct tc_buf *out)
{
	const struct tc_answer answer = { .generation = TC_STR("0001:1") };
	const struct tc_walk walk = { .answer = &answer };
	struct tc_output o = { .out = out };
	struct tc_hit hit = { .record.article = *a };

	o.accessed = (struct tc_date){ .year = 2024, .month = 5, .day = 1 };
	form->hit(&o, &hit, &walk);
}

static void test_dates_of_references(void **state)
{
	static const struct {
		struct tc_date date;
		const char *bibtex, *csl, *ris;
	} rows[] = {
		{ { .year = 2023, .month = 6, .day = 9 },
		  "  year = {2023},\n  month = {6},\n  date = {2023-06-09},\n",
		  "\"issued\":{\"date-parts\":[[2023,6,9]]}",
		  "PY  - 2023\nDA  - 2023/06/09/\n" },
		{ { .year = 2023, .month = 6 },
		  "  year = {2023},\n  month = {6},\n  date = {2023-06},\n",
		  "\"issued\":{\"date-parts\":[[2023,6]]}",
		  "PY  - 2023\nDA  - 2023/06//\n" },
		{ { .year = 2023, .quarter = 4 },
		  "  year = {2023},\n  date = {2023-10/2023-12},\n",
		  "\"issued\":{\"date-parts\":[[2023,10],[2023,12]]}",
		  "PY  - 2023\nDA  - 2023///quý IV\n" },
		{ { .year = 2023, .quarter = 1 },
		  "  year = {2023},\n  date = {2023-01/2023-03},\n",
		  "\"issued\":{\"date-parts\":[[2023,1],[2023,3]]}",
		  "PY  - 2023\nDA  - 2023///quý I\n" },
		{ { .year = 2023 },
		  "  year = {2023},\n  date = {2023},\n",
		  "\"issued\":{\"date-parts\":[[2023]]}",
		  "PY  - 2023\nDA  - 2023///\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF bibtex = { 0 }, csl = { 0 }, ris = { 0 };
		const struct tc_article a = { .published.date = rows[i].date };
		refer(&tc_export_bibtex, &a, &bibtex);
		refer(&tc_export_csl, &a, &csl);
		refer(&tc_export_ris, &a, &ris);
		assert_non_null(strstr(tc_buf_cstr(&bibtex), rows[i].bibtex));
		assert_non_null(strstr(tc_buf_cstr(&bibtex),
				       "  urldate = {2024-05-01},\n"));
		assert_non_null(strstr(tc_buf_cstr(&csl), rows[i].csl));
		assert_non_null(strstr(tc_buf_cstr(&csl), "\"accessed\":"
				       "{\"date-parts\":[[2024,5,1]]}"));
		assert_non_null(strstr(tc_buf_cstr(&ris), rows[i].ris));
		assert_non_null(strstr(tc_buf_cstr(&ris),
				       "Y2  - 2024/05/01/\n"));
	}
}

/* A date that is not printed as the article's own is told from one that is. */
static void test_doubtful_dates(void **state)
{
	static const struct {
		struct tc_published published;
		const char *note, *ris;
	} rows[] = {
		{ { .date = { .year = 2023, .month = 6, .day = 9 },
		    .basis = TC_BASIS_PAGE },
		  ": a.html", "N1  - a.html\nDP  - " },
		{ { .date = { .year = 2023, .month = 6, .day = 9 },
		    .basis = TC_BASIS_EVENT },
		  ": a.html; date of the event",
		  "N1  - a.html\nN1  - date of the event\n" },
		{ { .date = { .year = 2023, .quarter = 4 },
		    .basis = TC_BASIS_EVENT },
		  ": a.html; date of the event",
		  "N1  - a.html\nN1  - date of the event\n" },
		{ { .date = { .year = 2023, .month = 6, .day = 9 },
		    .basis = TC_BASIS_EVENT, .inferred = true },
		  ": a.html; year inferred",
		  "N1  - a.html\nN1  - year inferred\n" },
		{ { .basis = TC_BASIS_NONE }, ": a.html", "N1  - a.html\nDP  - " },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF bibtex = { 0 }, csl = { 0 }, ris = { 0 };
		TC_SCOPED_BUF braced = { 0 }, quoted = { 0 };
		const struct tc_article a = {
			.published = rows[i].published,
			.capture.source = TC_STR("a.html"),
		};
		refer(&tc_export_bibtex, &a, &bibtex);
		refer(&tc_export_csl, &a, &csl);
		refer(&tc_export_ris, &a, &ris);
		tc_buf_printf(&braced, "%s}\n", rows[i].note);
		tc_buf_printf(&quoted, "%s\"", rows[i].note);
		assert_non_null(strstr(tc_buf_cstr(&bibtex),
				       tc_buf_cstr(&braced)));
		assert_non_null(strstr(tc_buf_cstr(&csl),
				       tc_buf_cstr(&quoted)));
		assert_non_null(strstr(tc_buf_cstr(&ris), rows[i].ris));
	}
}

/* An address is no text of TeX, and a byline no list of names. */
static void test_bibtex(void **state)
{
	static const struct {
		const char *url, *byline, *out;
	} rows[] = {
		{ "https://x.example/tin_tuc/b%C3%A0i?id=3&m=1#a~b", "",
		  "  url = {https://x.example/tin_tuc/b%C3%A0i?id=3&m=1#a~b},\n" },
		{ "https://x.example/{a}\\b^^5c \"làng\"", "",
		  "  url = {https://x.example/%7Ba%7D%5Cb%5E%5E5c"
		  "%20%22l%C3%A0ng%22},\n" },
		{ "", "Thu Hà, Minh Đức, K_Brèo and Nga",
		  "  author = {{Thu Hà, Minh Đức, K\\_Brèo and Nga}},\n" },
		{ "", "Văn } x @a{b",
		  "  author = {{Văn \\textbraceright{} x @a"
		  "\\textbraceleft{}b}},\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF out = { 0 };
		struct tc_article a = { .url = tc_str0(rows[i].url),
					.byline = tc_str0(rows[i].byline) };
		refer(&tc_export_bibtex, &a, &out);
		assert_non_null(strstr(tc_buf_cstr(&out), rows[i].out));
	}
}

static void test_link(void **state)
{
	TC_SCOPED_BUF out = { 0 };

	(void)state;
	assert_true(tc_terminal_link(&out, TC_STR("https://x/\033]8 đ")));
	assert_string_equal(tc_buf_cstr(&out),
			    "\033]8;;https://x/%1B]8%20%C4%91\033\\");
	tc_buf_clear(&out);
	assert_false(tc_terminal_link(&out, TC_STR("javascript:x")));
	assert_false(tc_terminal_link(&out, TC_STR("file:///etc/passwd")));
	assert_int_equal(out.n, 0);
}

static void test_cursor(void **state)
{
	const struct tc_search_options o = { .plan.from = { .year = 2021 } };
	const struct tc_search_options other = { .plan.from = { .year = 2022 } };
	const struct tc_str query = TC_STR("chi bộ");
	static const char *const broken[] = {
		"", "1", "1-", "1-2-3-4", "2-20-00000000-0001:4", "1-x-0-0",
		"1-4294967296-00000000-0001:4", "1-20-0000000g-0001:4",
	};
	struct tc_str generation;
	struct tc_error err;
	TC_SCOPED_BUF text = { 0 };
	uint32_t offset;

	(void)state;
	tc_cursor_print(query, &o, TC_STR("0001:42"), 20, &text);
	assert_int_equal(tc_cursor_read(tc_buf_str(&text), query, &o, &offset,
					&generation, &err), 0);
	assert_int_equal(offset, 20);
	assert_true(tc_str_is(generation, "0001:42"));
	assert_int_equal(tc_cursor_read(tc_buf_str(&text), query, &other,
					&offset, &generation, &err), -1);
	assert_int_equal(tc_cursor_read(tc_buf_str(&text), TC_STR("chi"), &o,
					&offset, &generation, &err), -1);
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
		assert_int_equal(tc_cursor_read(tc_str0(broken[i]), query, &o,
						&offset, &generation, &err),
				 -1);
}

static void test_period(void **state)
{
	static const struct {
		const char *slot, *year, *quarter, *month;
	} rows[] = {
		{ "20230606", "2023", "2023-Q2", "2023-06" },
		{ "20231231", "2023", "2023-Q4", "2023-12" },
		{ "20230300", "2023", "2023-Q1", "2023-03" },
		{ "20230300q", "2023", "2023-Q1", "" },
		{ "20230000", "2023", "", "" },
		{ "", "", "", "" },
		{ "x", "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *want[] = { rows[i].year, rows[i].quarter,
				       rows[i].month };
		struct tc_date d = tc_period_date(tc_str0(rows[i].slot));
		for (int by = TC_PERIOD_YEAR; by <= TC_PERIOD_MONTH; by++) {
			char text[TC_DATE_MAX] = "";
			int32_t n = tc_period_of(d, (enum tc_period)by);
			if (n >= 0)
				tc_date_print(tc_period_from(
					n, (enum tc_period)by), text);
			assert_string_equal(text, want[by]);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_csv),
		cmocka_unit_test(test_tsv),
		cmocka_unit_test(test_terminal),
		cmocka_unit_test(test_json_escapes_the_same),
		cmocka_unit_test(test_xml),
		cmocka_unit_test(test_dates_of_references),
		cmocka_unit_test(test_doubtful_dates),
		cmocka_unit_test(test_bibtex),
		cmocka_unit_test(test_link),
		cmocka_unit_test(test_cursor),
		cmocka_unit_test(test_period),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

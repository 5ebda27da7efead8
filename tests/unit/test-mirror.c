/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "import/mirror.h"
#include "import/shape.h"

static void address_is_in_the_path(void **state)
{
	static const struct {
		const char *path, *url;
	} rows[] = {
		{ "example.vn/a/b.html", "http://example.vn/a/b.html" },
		{ "mirror/www.angiang.gov.vn/tin.aspx",
		  "http://www.angiang.gov.vn/tin.aspx" },
		{ "https/example.vn/a", "https://example.vn/a" },
		{ "example.vn:8080/a", "http://example.vn:8080/a" },
		{ "example.vn+8080/a", "http://example.vn:8080/a" },
		{ "example.vn/a/index.html", "http://example.vn/a/" },
		{ "example.vn/index.html", "http://example.vn/" },
		{ "example.vn/x.php?id=5&p=2", "http://example.vn/x.php?id=5&p=2" },
		{ "example.vn/x.php?id=5.html", "http://example.vn/x.php?id=5" },
		{ "example.vn/Chi b\xE1\xBB\x99.html",
		  "http://example.vn/Chi%20b%E1%BB%99.html" },
		{ "example.vn/a%20b", "http://example.vn/a%20b" },
		{ "a.example.vn/b.example.com/c",
		  "http://a.example.vn/b.example.com/c" },
		/* no hosts */
		{ "example.vn", "" },		/* the file itself */
		{ "corpus/html/a.html", "" },
		{ "v1.backup/a.html", "" },
		{ "pages.d/a.html", "" },
		{ ".vn/a.html", "" },
		{ "a..vn/a.html", "" },
		{ "a_b.vn/a.html", "" },
		{ "example.vn:x/a.html", "" },
		{ "example.vn:123456/a.html", "" },
		{ "", "" },
		{ "/", "" },
	};
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF url = { 0 };
		tc_mirror_url(tc_str0(rows[i].path), &url);
		assert_string_equal(rows[i].url, tc_buf_cstr(&url));
	}
}

static void comment_of_httrack(void **state)
{
	static const struct {
		const char *page, *url;
		int64_t seconds;
	} rows[] = {
		{ "<html>\n<!-- Mirrored from www.example.vn/a.html?x=1 by "
		  "HTTrack Website Copier/3.x [XR&CO'2014], Mon, 01 Jan 2024 "
		  "03:04:05 GMT -->\n<head>",
		  "http://www.example.vn/a.html?x=1", 1704078245 },
		{ "<!-- Mirrored from https://example.vn/ by HTTrack Website "
		  "Copier/3.x [XR&CO'2014], yesterday -->",
		  "https://example.vn/", 0 },
		{ "<!-- Mirrored from example.vn/ by hand -->", "", 0 },
		{ "<!-- Mirrored from example.vn/ by HTTrack Website Copier/",
		  "", 0 },
		{ "<!-- Mirrored from  by HTTrack Website Copier/3 -->", "",
		  0 },
		{ "", "", 0 },
	};
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF url = { 0 };
		int64_t ns = 0;
		tc_mirror_comment(tc_str0(rows[i].page), &url, &ns);
		assert_string_equal(rows[i].url, tc_buf_cstr(&url));
		assert_int_equal(rows[i].seconds, ns / 1000000000);
	}
}

static void times_of_crawlers(void **state)
{
	static const struct {
		const char *text;
		int64_t seconds;
	} rows[] = {
		{ "2024-05-06T07:08:09Z", 1714979289 },
		{ "2024-05-06T07:08:09.123456Z", 1714979289 },
		{ "20240506070809", 1714979289 },
		{ "2024-05-06", 1714953600 },
		{ "2024-13-06", 0 },
		{ "2024", 0 },
		{ "00000000000000", 0 },
		{ "never", 0 },
		{ "", 0 },
	};
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(rows[i].seconds,
				 tc_fetch_time(tc_str0(rows[i].text)) /
					 1000000000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(address_is_in_the_path),
		cmocka_unit_test(comment_of_httrack),
		cmocka_unit_test(times_of_crawlers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

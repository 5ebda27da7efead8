/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "pack.h"

#include "import/coding.h"
#include "import/http.h"
#include "import/source.h"

#define PAGE "<html><body><p>Chi bộ thôn Đông họp thường kỳ tháng 3, bàn " \
	     "việc nạo vét kênh mương.</p></body></html>"

static const struct row {
	const char *name, *header;
	void (*pack)(struct tc_str s, struct tc_buf *out);
} rows[] = {
	{ "gzip", "Content-Encoding: gzip\r\n", pack_gzip },
	{ "x-gzip", "content-encoding:x-gzip\r\n", pack_gzip },
	{ "deflate, as the standard has it",
	  "Content-Encoding: deflate\r\n", pack_deflate },
	{ "deflate, bare", "Content-Encoding: deflate\r\n", pack_bare },
	{ "deflate, bare and stored", "Content-Encoding: deflate\r\n",
	  pack_stored },
	{ "brotli", "Content-Encoding: BR\r\n", pack_brotli },
	{ "zstd", "Content-Encoding: zstd\r\n", pack_zstd },
	{ "chunked", "Transfer-Encoding: chunked\r\n", pack_chunks },
	/* the name lies, the bytes do not */
	{ "gzip, said br", "Content-Encoding: br\r\n", pack_gzip },
	{ "zstd, said gzip", "Content-Encoding: gzip\r\n", pack_zstd },
	{ "gzip, said nothing", "", pack_gzip },
};

static void put_response(const char *header, struct tc_str body,
			 struct tc_buf *out)
{
	tc_buf_printf(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html; "
		      "charset=utf-8\r\n%s\r\n", header);
	tc_buf_addstr(out, body);
}

static void decode(const char *header, struct tc_str body, struct tc_buf *out)
{
	TC_SCOPED_BUF block = { 0 };
	struct tc_http http;

	put_response(header, body, &block);
	assert_true(tc_http_parse(tc_buf_str(&block), &http));
	assert_int_equal(200, http.status);
	assert_true(tc_http_body(&http, TC_CAPTURE_MAX, out));
}

static void add_noise(struct tc_buf *out, size_t n)
{
	uint32_t x = 1;

	for (size_t i = 0; i < n; i++) {
		x = x * 1664525 + 1013904223;
		tc_buf_addc(out, (char)(x >> 24));
	}
}

static void decoding_undoes_encoding(void **state)
{
	static const size_t sizes[] = { 0, 1, 1000, 65536, 70000, 300000 };
	(void)state;

	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
			TC_SCOPED_BUF page = { 0 }, body = { 0 }, got = { 0 };
			tc_buf_puts(&page, PAGE);
			add_noise(&page, sizes[i]);
			rows[r].pack(tc_buf_str(&page), &body);
			decode(rows[r].header, tc_buf_str(&body), &got);
			if (!tc_str_eq(tc_buf_str(&page), tc_buf_str(&got)))
				fail_msg("%s, %zu bytes", rows[r].name,
					 sizes[i]);
		}
	}
}

static void header_that_lies_leaves_the_body_as_it_is(void **state)
{
	static const char *const headers[] = {
		"", "Content-Encoding: gzip\r\n",
		"Content-Encoding: deflate\r\n", "Content-Encoding: br\r\n",
		"Content-Encoding: zstd\r\n", "Content-Encoding: gzip, br\r\n",
		"Content-Encoding: identity\r\n",
		"Content-Encoding: none-such\r\n",
		"Transfer-Encoding: chunked\r\n",
		"Transfer-Encoding: gzip, chunked\r\nContent-Encoding: br\r\n",
	};
	(void)state;

	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
		TC_SCOPED_BUF got = { 0 };
		decode(headers[i], TC_STR(PAGE), &got);
		assert_str(PAGE, tc_buf_str(&got));
	}
}

static void several_codings_come_off_from_the_last(void **state)
{
	TC_SCOPED_BUF gzip = { 0 }, brotli = { 0 }, chunks = { 0 },
		      got = { 0 };
	(void)state;

	pack_gzip(TC_STR(PAGE), &gzip);
	pack_brotli(tc_buf_str(&gzip), &brotli);
	pack_chunks(tc_buf_str(&brotli), &chunks);
	decode("Content-Encoding: gzip, br\r\nTransfer-Encoding: chunked\r\n",
	       tc_buf_str(&chunks), &got);
	assert_str(PAGE, tc_buf_str(&got));
}

/* Whatever is cut off, what comes is the beginning, or the bytes as sent. */
static void body_cut_anywhere_gives_its_beginning(void **state)
{
	(void)state;

	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		TC_SCOPED_BUF body = { 0 };
		rows[r].pack(TC_STR(PAGE), &body);
		for (size_t n = 0; n <= body.n; n++) {
			struct tc_str cut = tc_str(body.p, n);
			TC_SCOPED_BUF got = { 0 };
			decode(rows[r].header, cut, &got);
			if (!tc_str_starts(TC_STR(PAGE), tc_buf_str(&got)) &&
			    !tc_str_eq(cut, tc_buf_str(&got)))
				fail_msg("%s, cut at %zu", rows[r].name, n);
		}
	}
}

static void bomb_is_stopped(void **state)
{
	TC_SCOPED_BUF zeros = { 0 };
	(void)state;

	tc_buf_reserve(&zeros, 2 * TC_CAPTURE_MAX);
	memset(zeros.p, 0, 2 * TC_CAPTURE_MAX);
	zeros.n = 2 * TC_CAPTURE_MAX;
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		TC_SCOPED_BUF body = { 0 }, block = { 0 }, got = { 0 };
		struct tc_http http;
		rows[r].pack(tc_buf_str(&zeros), &body);
		put_response(rows[r].header, tc_buf_str(&body), &block);
		assert_true(tc_http_parse(tc_buf_str(&block), &http));
		assert_false(tc_http_body(&http, TC_CAPTURE_MAX, &got));
	}
}

static void status_line_and_headers(void **state)
{
	static const struct {
		const char *block;
		int status;		/* 0: none of ours */
		const char *type, *body;
	} cases[] = {
		{ "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nx", 200,
		  "text/html", "x" },
		{ "HTTP/1.0 404\nContent-type:text/html; charset=viscii\n\nx",
		  404, "text/html; charset=viscii", "x" },
		{ "HTTP/2 301 \r\n\r\n", 301, "", "" },
		{ "HTTP/1.1 200 OK\r\nfolded\r\n and more\r\n: a\r\n\r\nx",
		  200, "", "x" },
		{ "HTTP/1.1 200 OK\r\nContent-Type: a\r\nContent-Type: b\r\n"
		  "\r\nx", 200, "a", "x" },
		{ "HTTP/1.1 200 OK\r\nContent-Type: a", 200, "a", "" },
		{ "HTTP/1.1 200 OK", 200, "", "" },
		{ "HTTP/1.1 20", 0, "", "" },
		{ "HTTP/1.1 abc\r\n\r\n", 0, "", "" },
		{ "<html>", 0, "", "" },
		{ "", 0, "", "" },
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct tc_http h;
		bool is = tc_http_parse(tc_str0(cases[i].block), &h);
		assert_int_equal(cases[i].status != 0, is);
		if (!is)
			continue;
		assert_int_equal(cases[i].status, h.status);
		assert_str(cases[i].type, h.type);
		assert_str(cases[i].body, h.body);
	}
}

static void chunk_sizes_are_not_trusted(void **state)
{
	static const struct {
		const char *body;
		enum tc_coded how;
		const char *out;
	} cases[] = {
		{ "3\r\nabc\r\n0\r\n\r\n", TC_CODED_OK, "abc" },
		{ "3\nabc\n0\n\n", TC_CODED_OK, "abc" },
		{ "3 \r\nabc\r\n2\r\nde\r\n0\r\nTrailer: x\r\n\r\n",
		  TC_CODED_OK, "abcde" },
		{ "ffffff\r\nabc", TC_CODED_OK, "abc" },
		{ "FFFFFFFFFFFFFFFFFFFF\r\nabc", TC_CODED_NOT, "" },
		{ "3\r\nabc\r\nzz", TC_CODED_NOT, "" },
		{ "3abc", TC_CODED_NOT, "" },
		{ "\r\n", TC_CODED_NOT, "" },
		{ "", TC_CODED_NOT, "" },
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		TC_SCOPED_BUF out = { 0 };
		assert_int_equal(cases[i].how, tc_coding_dechunk(
			tc_str0(cases[i].body), &out));
		assert_str(cases[i].out, tc_buf_str(&out));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decoding_undoes_encoding),
		cmocka_unit_test(header_that_lies_leaves_the_body_as_it_is),
		cmocka_unit_test(several_codings_come_off_from_the_last),
		cmocka_unit_test(body_cut_anywhere_gives_its_beginning),
		cmocka_unit_test(bomb_is_stopped),
		cmocka_unit_test(status_line_and_headers),
		cmocka_unit_test(chunk_sizes_are_not_trusted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "pack.h"

#include "import/peel.h"
#include "import/record.h"

/* ---- a file in memory ---- */

static size_t memory_read(struct tc_stream *s, char *buf, size_t n)
{
	struct tc_str *rest = s->ctx;

	n = n < rest->n ? n : rest->n;
	/* little at a time, so that nothing arrives whole by chance */
	n = n < 61 ? n : 61;
	if (n)
		memcpy(buf, rest->p, n);
	*rest = tc_str_from(*rest, n);
	return n;
}

static void memory_close(struct tc_stream *s)
{
	(void)s;
}

/* What a reader makes of a file: "0 response; 120 broken; cut" */
static void read_all(struct tc_str file, bool arc, struct tc_buf *out)
{
	static const struct tc_stream_ops ops = {
		.read = memory_read, .close = memory_close,
	};
	static const char *const states[] = { "", " too-large", " broken" };
	struct tc_stream *s = tc_peel(tc_stream_new(&ops, &file, NULL));
	struct tc_records *w = tc_records_open(s, arc);
	struct tc_record r;
	struct tc_error err;
	int got;

	while ((got = tc_records_next(w, &r, &err)) > 0)
		tc_buf_printf(out, "%s%.*s %.*s%s", out->n ? "; " : "",
			      TC_ARG(r.place),
			      TC_ARG(r.field[TC_RECORD_TYPE]),
			      states[r.state]);
	if (got < 0)
		tc_buf_puts(out, "; cut");
	else if (s->state != TC_STREAM_END)
		tc_buf_puts(out, "; stopped");
	tc_records_close(w);
	tc_stream_close(s);
}

/* ---- records ---- */

static void put_record(struct tc_buf *out, const char *type, size_t said,
		       const char *content)
{
	tc_buf_printf(out, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: "
		      "http://a.vn/\r\nContent-Length: %zu\r\n\r\n%s\r\n\r\n",
		      type, said, content);
}

static void put_good(struct tc_buf *out, const char *type, const char *content)
{
	put_record(out, type, strlen(content), content);
}

/* Three records, at 0, 112 and 206. */
static void put_three(struct tc_buf *out)
{
	put_good(out, "response", "HTTP/1.1 200 OK\r\n\r\nmột");
	put_good(out, "metadata", "hai\r\n\r\n");
	put_good(out, "response", "HTTP/1.1 200 OK\r\n\r\nba");
}

static void expect(const char *wanted, struct tc_buf *file, bool arc)
{
	TC_SCOPED_BUF got = { 0 };

	read_all(tc_buf_str(file), arc, &got);
	assert_str(wanted, tc_buf_str(&got));
}

static void records_come_with_their_places(void **state)
{
	TC_SCOPED_BUF file = { 0 };
	(void)state;

	put_three(&file);
	expect("0 response; 112 metadata; 206 response", &file, false);
}

static void place_of_a_compressed_record_is_its_member(void **state)
{
	TC_SCOPED_BUF plain = { 0 }, each = { 0 }, whole = { 0 },
		      wanted = { 0 };
	(void)state;

	for (int i = 0; i < 3; i++) {
		tc_buf_clear(&plain);
		put_good(&plain, "resource", "một");
		tc_buf_printf(&wanted, "%s%zu resource", i ? "; " : "",
			      each.n);
		pack_gzip(tc_buf_str(&plain), &each);
	}
	expect(wanted.p, &each, false);
	tc_buf_clear(&plain);
	put_three(&plain);
	pack_gzip(tc_buf_str(&plain), &whole);
	expect("0 response; 0+112 metadata; 0+206 response", &whole, false);
	tc_buf_clear(&whole);
	pack_zstd(tc_buf_str(&plain), &whole);
	expect("0 response; 0+112 metadata; 0+206 response", &whole, false);
}

/* The records whose content stands before the cut, then "cut" unless it is
 * between records. */
static void plain_file_cut_anywhere(void **state)
{
	static const size_t starts[] = { 0, 112, 206 }, ends[] = { 108, 202,
								   311 };
	static const char *const names[] = {
		"0 response", "; 112 metadata", "; 206 response" };
	TC_SCOPED_BUF file = { 0 };
	(void)state;

	put_three(&file);
	for (size_t n = 0; n < file.n; n++) {
		TC_SCOPED_BUF wanted = { 0 }, got = { 0 };
		for (size_t i = 0; i < 3; i++)
			if (n >= ends[i])
				tc_buf_puts(&wanted, names[i]);
		for (size_t i = 0; i < 3; i++)
			if (n > starts[i] && n < ends[i])
				tc_buf_puts(&wanted, "; cut");
		read_all(tc_str(file.p, n), false, &got);
		assert_string_equal(tc_buf_cstr(&wanted), tc_buf_cstr(&got));
	}
}

/* A member each: those that are whole, then that it was cut. */
static void compressed_file_cut_anywhere(void **state)
{
	TC_SCOPED_BUF file = { 0 };
	size_t ends[3];
	(void)state;

	for (int i = 0; i < 3; i++) {
		TC_SCOPED_BUF plain = { 0 };
		put_good(&plain, "resource", "Chi bộ thôn Đông");
		pack_gzip(tc_buf_str(&plain), &file);
		ends[i] = file.n;
	}
	for (size_t n = 20; n < file.n; n++) {
		TC_SCOPED_BUF got = { 0 };
		size_t whole = 0, given = 0;
		while (whole < 3 && ends[whole] <= n)
			whole++;
		read_all(tc_str(file.p, n), false, &got);
		struct tc_str rest = tc_buf_str(&got);
		for (size_t at = tc_str_find(rest, TC_STR("resource"), 0);
		     at != SIZE_MAX;
		     at = tc_str_find(rest, TC_STR("resource"), at + 1))
			given++;
		/* its last bytes are a sum, so it may be whole without them */
		assert_in_range(given, whole, whole + 1);
		bool between = whole && n == ends[whole - 1];
		bool told = tc_str_ends(rest, TC_STR("; cut")) ||
			    tc_str_ends(rest, TC_STR("; stopped"));
		/* up to three bytes do not tell what they are the head of */
		if (!between && (!whole || n - ends[whole - 1] > 3))
			assert_true(told);
		if (between)
			assert_false(told);
		assert_int_equal(SIZE_MAX, tc_str_find(rest, TC_STR("broken"),
						       0));
	}
}

static void lengths_that_lie(void **state)
{
	static const struct {
		const char *content;
		size_t said;
		const char *wanted;
	} cases[] = {
		/* the first of three; the last two stand */
		{ "hello", 5, "0 resource; B resource; C resource" },
		{ "hello", 0, "0  broken; B resource; C resource" },
		{ "hello", 4, "0  broken; B resource; C resource" },
		{ "hello", 6, "0 resource; B resource; C resource" },
		{ "hello", 10, "0  broken; B resource; C resource" },
		{ "hello", 100, "0  broken; B resource; C resource" },
		{ "hello", 5000, "0  broken; B resource; C resource" },
		{ "hello", 3000000000, "0  broken; B resource; C resource" },
		{ "a\nWARC/1.0 is\r\nb", 16,
		  "0 resource; B resource; C resource" },
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		TC_SCOPED_BUF file = { 0 }, got = { 0 }, wanted = { 0 };
		size_t at[3];
		put_record(&file, "resource", cases[i].said,
			   cases[i].content);
		at[1] = file.n;
		put_good(&file, "resource", "b");
		at[2] = file.n;
		put_good(&file, "resource", "c");
		for (const char *p = cases[i].wanted; *p; p++)
			if (*p == 'B' || *p == 'C')
				tc_buf_printf(&wanted, "%zu", at[*p - 'A']);
			else
				tc_buf_addc(&wanted, *p);
		read_all(tc_buf_str(&file), false, &got);
		assert_string_equal(wanted.p, tc_buf_cstr(&got));
	}
}

static void what_stands_between_records(void **state)
{
	static const struct {
		const char *between, *wanted;
	} cases[] = {
		{ "", "0 resource; B resource" },
		{ "\r\n\r\n\r\n\n", "0 resource; B resource" },
		{ "junk", "0  broken; B resource" },
		{ "junk\njunk\n", "0  broken; B resource" },
		{ "WARC/1.0\r\n", "0  broken; B resource" },
	};
	(void)state;

	for (size_t i = 1; i < sizeof cases / sizeof *cases; i++) {
		TC_SCOPED_BUF file = { 0 }, got = { 0 };
		put_good(&file, "resource", "a");
		tc_buf_puts(&file, cases[i].between);
		if (i > 1)
			tc_buf_puts(&file, "\n");
		put_good(&file, "resource", "b");
		read_all(tc_buf_str(&file), false, &got);
		bool broken = tc_str_find(tc_buf_str(&got), TC_STR("broken"),
					  0) != SIZE_MAX;
		assert_int_equal(i > 1, broken);
		assert_true(tc_str_ends(tc_buf_str(&got),
					TC_STR(" resource")));
	}
}

static void missing_blank_lines_do_no_harm(void **state)
{
	TC_SCOPED_BUF file = { 0 };
	(void)state;

	for (int i = 0; i < 3; i++) {
		put_good(&file, "resource", "abc");
		file.n -= 4;
	}
	expect("0 resource; 86 resource; 172 resource", &file, false);
}

/* ---- damaged members ---- */

struct members {
	struct tc_buf file;
	size_t at[4];		/* where each of the three begins, the end */
};

static void put_members(struct members *m,
			void (*pack)(struct tc_str s, struct tc_buf *out))
{
	static const char *const texts[] = {
		"Đảng ủy xã họp phiên thứ nhất", "Chi bộ thôn Đông nạo vét",
		"Hội nghị sơ kết sáu tháng đầu năm" };

	for (int i = 0; i < 3; i++) {
		TC_SCOPED_BUF plain = { 0 };
		m->at[i] = m->file.n;
		put_good(&plain, "resource", texts[i]);
		pack(tc_buf_str(&plain), &m->file);
	}
	m->at[3] = m->file.n;
}

static void zstd_with_sum(struct tc_str s, struct tc_buf *out)
{
	ZSTD_CCtx *c = ZSTD_createCCtx();
	size_t bound = ZSTD_compressBound(s.n);

	ZSTD_CCtx_setParameter(c, ZSTD_c_checksumFlag, 1);
	tc_buf_reserve(out, bound);
	size_t n = ZSTD_compress2(c, out->p + out->n, bound, s.p, s.n);
	assert_false(ZSTD_isError(n));
	out->n += n;
	ZSTD_freeCCtx(c);
}

/* One byte of the middle member is another: the first comes, the last comes,
 * and the middle one is either told of as broken or is what it was. */
static void damaged_member_costs_itself_alone(void **state)
{
	static void (*const packs[])(struct tc_str, struct tc_buf *) = {
		pack_gzip, zstd_with_sum };
	(void)state;

	for (size_t p = 0; p < 2; p++) {
		struct members m = { 0 };
		put_members(&m, packs[p]);
		for (size_t i = m.at[1]; i < m.at[2]; i++) {
			TC_SCOPED_BUF got = { 0 }, last = { 0 };
			m.file.p[i] ^= 0x55;
			read_all(tc_buf_str(&m.file), false, &got);
			m.file.p[i] ^= 0x55;
			tc_buf_printf(&last, "; %zu resource", m.at[2]);
			if (!tc_str_starts(tc_buf_str(&got),
					   TC_STR("0 resource; ")) ||
			    !tc_str_ends(tc_buf_str(&got),
					 tc_buf_str(&last)))
				fail_msg("byte %zu: %s", i, got.p);
		}
		tc_buf_release(&m.file);
	}
}

static void record_goes_on_in_the_next_member(void **state)
{
	TC_SCOPED_BUF plain = { 0 }, file = { 0 }, got = { 0 };
	(void)state;

	put_three(&plain);
	/* members of 50 bytes, wherever records begin */
	for (size_t at = 0; at < plain.n; at += 50) {
		size_t n = plain.n - at < 50 ? plain.n - at : 50;
		pack_gzip(tc_str(plain.p + at, n), &file);
	}
	read_all(tc_buf_str(&file), false, &got);
	assert_int_equal(SIZE_MAX, tc_str_find(tc_buf_str(&got),
					       TC_STR("broken"), 0));
	assert_non_null(strstr(got.p, " response; "));
	assert_non_null(strstr(got.p, " metadata; "));
}

static void member_that_begins_a_record_ends_the_one_before(void **state)
{
	TC_SCOPED_BUF plain = { 0 }, file = { 0 }, wanted = { 0 };
	(void)state;

	put_record(&plain, "resource", 5000, "short");
	pack_gzip(tc_buf_str(&plain), &file);
	for (int i = 0; i < 100; i++) {
		tc_buf_clear(&plain);
		put_good(&plain, "resource", "abc");
		tc_buf_printf(&wanted, "; %zu resource", file.n);
		pack_gzip(tc_buf_str(&plain), &file);
	}
	TC_SCOPED_BUF all = { 0 };
	tc_buf_printf(&all, "0  broken%s", wanted.p);
	expect(all.p, &file, false);
}

static void zeros_behind_the_last_member_are_nothing(void **state)
{
	struct members m = { 0 };
	TC_SCOPED_BUF wanted = { 0 };
	(void)state;

	put_members(&m, pack_gzip);
	tc_buf_printf(&wanted, "0 resource; %zu resource; %zu resource",
		      m.at[1], m.at[2]);
	for (int i = 0; i < 1000; i++)
		tc_buf_addc(&m.file, '\0');
	expect(wanted.p, &m.file, false);
	tc_buf_puts(&m.file, "junk");
	TC_SCOPED_BUF got = { 0 };
	read_all(tc_buf_str(&m.file), false, &got);
	assert_true(tc_str_ends(tc_buf_str(&got), TC_STR(" broken")));
	tc_buf_release(&m.file);
}

/* ---- ARC ---- */

static void arc_records(void **state)
{
	TC_SCOPED_BUF file = { 0 };
	(void)state;

	tc_buf_puts(&file, "filedesc://a.arc 0.0.0.0 20050102030405 "
		    "text/plain 5\n1 0 x\n\n"
		    "http://a.vn/ 10.1.2.3 20050102030405 text/html 3\nabc\n"
		    "http://a.vn/b c 10.1.2.3 20050102030405 text/html 0\n\n"
		    "http://a.vn/d 10.1.2.3 20050102030405 text/html 200 - "
		    "- 77 a.arc 4\nefgh\n"
		    "http://a.vn/e 10.1.2.3 20050102030405 text/html 9\nabc\n"
		    "http://a.vn/f 10.1.2.3 20050102030405 text/html 3\nabc");
	expect("0 filedesc; 60 response; 113 response; 166 response; "
	       "238  broken; 292 response", &file, true);
}

static void arc_cut_anywhere_never_gives_too_much(void **state)
{
	TC_SCOPED_BUF file = { 0 };
	(void)state;

	for (int i = 0; i < 3; i++)
		tc_buf_puts(&file, "http://a.vn/ 10.1.2.3 20050102030405 "
			    "text/html 3\nabc\n");
	for (size_t n = 0; n <= file.n; n++) {
		TC_SCOPED_BUF got = { 0 };
		size_t records = 0;
		read_all(tc_str(file.p, n), true, &got);
		for (const char *p = tc_buf_cstr(&got); *p; p++)
			records += strncmp(p, "response", 8) == 0;
		/* 53 bytes each, the last of which is its line's end */
		assert_int_equal((n + 1) / 53, records);
		bool told = tc_str_ends(tc_buf_str(&got), TC_STR("cut"));
		assert_int_equal(n % 53 != 0 && n % 53 != 52, told);
	}
}

static void any_bytes_end(void **state)
{
	uint32_t x = 7;
	(void)state;

	for (int round = 0; round < 200; round++) {
		TC_SCOPED_BUF file = { 0 }, got = { 0 };
		put_three(&file);
		for (int i = 0; i < 8; i++) {
			x = x * 1664525 + 1013904223;
			file.p[(x >> 8) % file.n] = (char)(x >> 24);
		}
		read_all(tc_buf_str(&file), round & 1, &got);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(records_come_with_their_places),
		cmocka_unit_test(place_of_a_compressed_record_is_its_member),
		cmocka_unit_test(plain_file_cut_anywhere),
		cmocka_unit_test(compressed_file_cut_anywhere),
		cmocka_unit_test(lengths_that_lie),
		cmocka_unit_test(what_stands_between_records),
		cmocka_unit_test(missing_blank_lines_do_no_harm),
		cmocka_unit_test(damaged_member_costs_itself_alone),
		cmocka_unit_test(record_goes_on_in_the_next_member),
		cmocka_unit_test(
			member_that_begins_a_record_ends_the_one_before),
		cmocka_unit_test(zeros_behind_the_last_member_are_nothing),
		cmocka_unit_test(arc_records),
		cmocka_unit_test(arc_cut_anywhere_never_gives_too_much),
		cmocka_unit_test(any_bytes_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

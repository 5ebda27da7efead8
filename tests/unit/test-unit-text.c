/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"
#include "unit-scan.h"

#include "base/file.h"

#include <glob.h>
#include <time.h>

static void a_bare_word_means_the_last_full_name(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_unit_list units;

	(void)state;
	scan_text(&arena, TC_STR("Chi bộ thôn Tà Dô họp. Chi bộ đã bàn; "
				 "Chi bộ tốt; trong chi bộ; các Chi bộ."),
		  0, "", &units);
	assert_int_equal(2, units.n);
	assert_str("Chi bộ", units.v[1].printed);
	assert_str("Chi bộ thôn Tà Dô", units.v[1].canonical);
	assert_string_equal("anaphora", units.v[1].rule);
	scan_text(&arena, TC_STR("Chi bộ Trung tâm Phát triển quỹ đất tỉnh "
				 "họp. Bí thư Chi bộ Trung tâm phát biểu"),
		  0, "", &units);
	assert_int_equal(2, units.n);
	assert_str("Chi bộ Trung tâm", units.v[1].printed);
	assert_true(tc_str_eq(units.v[0].canonical, units.v[1].canonical));
}

static void two_cells_of_one_number(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_unit_list units;

	(void)state;
	scan_text(&arena, TC_STR("Chi bộ 2 thuộc Đảng bộ Sở Y tế; Chi bộ 2 "
				 "thuộc Đảng bộ Sở Nội vụ"), 0, "", &units);
	assert_int_equal(4, units.n);
	assert_str("Đảng bộ Sở Y tế", units.v[0].parents[0]);
	assert_str("Đảng bộ Sở Nội vụ", units.v[2].parents[0]);
}

static void a_headline_in_capitals_is_spelled_as_the_body(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_unit_list units;
	static const char title[] = "CHI BỘ TRƯỜNG THPT VÕ GIỮ HỌP";

	(void)state;
	scan_text(&arena, TC_STR("CHI BỘ TRUNG TÂM PHÁT TRIỂN QUỸ ĐẤT TỈNH VỀ "
				 "ĐÍCH\n\nChi bộ Trung tâm Phát triển quỹ đất "
				 "tỉnh họp"), sizeof title, "", &units);
	assert_int_equal(2, units.n);
	assert_str("Chi bộ Trung tâm Phát triển quỹ đất tỉnh",
		   units.v[0].canonical);
	assert_int_equal(TC_UNIT_SUBJECT, units.v[0].role);
}

/* --------------------------------------------------------- real articles */

static bool read_seed(struct tc_arena *arena, int which, struct tc_str *text)
{
	char pattern[1024];
	const char *dir = getenv("srcdir");
	TC_SCOPED_BUF bytes = { 0 };
	glob_t found = { 0 };
	bool ok = false;

	snprintf(pattern, sizeof pattern, "%s/../shared/seeds/%03d_*.txt",
		 dir ? dir : ".", which);
	if (glob(pattern, 0, NULL, &found) == 0)
		ok = tc_file_read(found.gl_pathv[0], 1 << 20, &bytes,
				  NULL) == 0;
	globfree(&found);
	if (ok)
		*text = tc_arena_str(arena, tc_buf_str(&bytes));
	return ok;
}

static bool names(const struct tc_unit *u, const char *part)
{
	if (tc_str_find(u->canonical, tc_str0(part), 0) != SIZE_MAX)
		return true;
	for (size_t i = 0; i < u->parent_count; i++)
		if (tc_str_find(u->parents[i], tc_str0(part), 0) != SIZE_MAX)
			return true;
	return false;
}

/* A line of capitals is read when all else of the text has been. */
static void what_comes_below_is_not_above(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_unit_list units;

	(void)state;
	scan_text(&arena, TC_STR("ỦY BAN KIỂM TRA\n*\nSố 5\n"
				 "Đảng ủy xã Chí Minh"), 0, "", &units);
	assert_int_equal(1, units.n);
	assert_str("Đảng ủy xã Chí Minh", units.v[0].printed);
}

static void each_article_has_its_units(void **state)
{
	static const struct {
		const char *title, *subject, *own;
	} rows[] = {
		{ "Chi bộ Tỉnh Đoàn tổ chức", "Chi bộ Tỉnh Đoàn Lạng Sơn",
		  "Tỉnh Đoàn" },
		{ "SINH HOẠT CHI BỘ MẪU", "Đảng bộ phường Đông Kinh",
		  "Đông Kinh" },
		{ "Những điểm mới", "Chi bộ 2", "Sở Công Thương" },
		{ "DIỄN ĐÀN", "Chi bộ Trung tâm Phát triển quỹ đất tỉnh",
		  "quỹ đất" },
		{ "THỰC HIỆN KẾT LUẬN", "Đảng bộ Khối các cơ quan tỉnh",
		  "Khối các cơ quan" },
	};
	const int count = sizeof rows / sizeof *rows;

	(void)state;
	for (int i = 0; i < count; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_unit_list units;
		struct tc_str text;

		if (!read_seed(&arena, i, &text)) {
			/* cmocka's own skip is a failure in TAP */
			print_message("# no articles to read\n");
			return;
		}
		size_t title = tc_str_find(text, tc_str0(rows[i].title), 0);
		text = tc_str_from(text, title);
		title = tc_str_find(text, TC_STR("\n"), 0);
		scan_text(&arena, text, (uint32_t)title, "", &units);
		for (size_t k = 0; k < units.n; k++)
			if (units.v[k].role == TC_UNIT_SUBJECT)
				assert_str(rows[i].subject,
					   units.v[k].canonical);
		for (int other = 0; other < count; other++) {
			bool found = false;
			for (size_t k = 0; k < units.n; k++)
				found |= names(&units.v[k], rows[other].own);
			assert_int_equal(i == other, found);
		}
	}
}

/* --------------------------------------------------------- hostile input */

static void check_invariants(const struct tc_unit_list *units,
			     struct tc_str text)
{
	size_t subjects = 0;
	uint32_t last = 0;

	for (size_t i = 0; i < units->n; i++) {
		const struct tc_unit *u = &units->v[i];
		assert_true(u->start >= last && u->start < u->end);
		assert_true(u->end <= text.n);
		assert_true(tc_utf8_boundary(text, u->start));
		assert_true(tc_utf8_boundary(text, u->end));
		assert_true(u->canonical.n > 0 && u->kind);
		assert_true(u->parent_count <= TC_UNIT_PARENTS_MAX);
		last = u->end;
		subjects += u->role == TC_UNIT_SUBJECT;
	}
	assert_true(subjects <= 1);
}

static double seconds_for(const char *unit, size_t count)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF text = { 0 };
	struct tc_unit_list units;
	struct timespec a, b;

	for (size_t i = 0; i < count; i++)
		tc_buf_puts(&text, unit);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
	scan_text(&arena, tc_buf_str(&text), 0, "langson.gov.vn", &units);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
	check_invariants(&units, tc_buf_str(&text));
	assert_true(units.n <= TC_UNIT_MENTIONS_MAX);
	return (double)(b.tv_sec - a.tv_sec) +
	       (double)(b.tv_nsec - a.tv_nsec) / 1e9;
}

static void time_grows_with_length_alone(void **state)
{
	static const char *const units[] = {
		"chi bộ ", "Chi bộ 2 ", "CHI BỘ ", "Chi bộ thuộc ",
		"Đảng bộ phường Đông Kinh, ", "Đảng ủy, HĐND, ",
		"Trung tâm Phát triển quỹ đất ", "phường Đông Kinh, ",
		"Ban Tổ chức (", "Chi bộ Hải Cường, Thuận Quý, ",
		"Sở Y tế, ", "tỉnh ", "Chi bộ Trung tâm họp. ",
		"Văn phòng Chi nhánh ", "xã A, huyện B, tỉnh C, ",
		"Chi bộ 1 thuộc Đảng bộ xã A. ", "Đảng ủy và ",
	};

	(void)state;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		size_t count = ((size_t)1 << 16) / strlen(units[i]);
		double one = seconds_for(units[i], count);
		double eight = seconds_for(units[i], 8 * count);
		/* eight times the text; a square would take 64 times */
		if (eight > 0.5 && eight > 24 * one)
			print_error("'%s': %f %f\n", units[i], one, eight);
		assert_true(eight <= 0.5 || eight <= 24 * one);
	}
}

static void a_name_without_end_is_cut(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF text = { 0 };
	struct tc_unit_list units;

	(void)state;
	tc_buf_puts(&text, "Trung tâm");
	for (int i = 0; i < 10000; i++)
		tc_buf_puts(&text, " Phát Triển");
	scan_text(&arena, tc_buf_str(&text), 0, "", &units);
	check_invariants(&units, tc_buf_str(&text));
	assert_int_equal(1, units.n);
	assert_true(units.v[0].printed.n < 200);
	tc_buf_clear(&text);
	for (int i = 0; i < 10000; i++)
		tc_buf_printf(&text, "Chi bộ %d trực thuộc ", i);
	tc_buf_puts(&text, "Đảng bộ xã Sơn Tân");
	scan_text(&arena, tc_buf_str(&text), 0, "", &units);
	check_invariants(&units, tc_buf_str(&text));
	assert_int_equal(10001, units.n);
}

/* Bytes of a small alphabet of heads, names and marks, in any order. */
static void random_mixtures_keep_the_invariants(void **state)
{
	static const char *const bits[] = {
		"Chi bộ", "đảng ủy", "ĐẢNG BỘ", "Tỉnh ủy", "tỉnh", "phường",
		"TP.", "Sở", "Y tế", "UBND", "Lạng", "Sơn", "7+10", "số",
		"thuộc", "và", ",", "(", ")", ".", "\n", " ", " ", " ", " ",
		"\xFF", "các", "Nguyễn", "Văn", "12", "-", "P.", "khối",
		"Trung tâm", "văn phòng", "X", "ủy ban kiểm tra", "thôn",
	};
	uint32_t seed = 12345;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		TC_SCOPED_ARENA arena = { 0 };
		TC_SCOPED_BUF text = { 0 };
		TC_SCOPED_BUF name = { 0 };
		TC_SCOPED_BUF clean = { 0 };
		struct tc_unit_list units;

		for (int i = 0; i < 40; i++) {
			seed = seed * 1664525 + 1013904223;
			tc_buf_puts(&text, bits[(seed >> 8) %
				    (sizeof bits / sizeof *bits)]);
			if (seed >> 31)
				tc_buf_addc(&text, ' ');
		}
		tc_utf8_scrub(tc_buf_str(&text), &clean);
		scan_text(&arena, tc_buf_str(&clean), seed % 60,
			  round % 2 ? "langson.gov.vn" : "", &units);
		check_invariants(&units, tc_buf_str(&clean));
		tc_unit_canonical(tc_buf_str(&clean), &name);
	}
}

/* ---- a query's value: a unit and those above it ---- */

static void join_names(struct tc_str typed, struct tc_buf *out)
{
	struct tc_str names[TC_UNIT_NAMES_MAX];
	TC_SCOPED_ARENA arena = { 0 };
	const size_t n = tc_unit_names(typed, &arena, names);

	for (size_t i = 0; i < n; i++)
		tc_buf_printf(out, "%s%.*s", i ? " | " : "",
			      TC_ARG(names[i]));
}

static void no_word_of_a_query_is_dropped(void **state)
{
	static const struct {
		const char *typed, *names;
	} rows[] = {
		{ "chi bộ to dân phố 5", "Chi bộ to dân phố 5" },
		{ "chi bo to dan pho so 5", "Chi bo to dan pho 5" },
		{ "Chi bộ Thon 3", "Chi bộ thon 3" },
		{ "Đảng uy xã Tan Lập", "Đảng bộ xã Tan Lập" },
		{ "dang uy phuong vinh tan", "Dang bo phuong vinh tan" },
		/* no quận, whatever the reader takes it for */
		{ "Cuc Chinh tri Quan khu 9", "Cuc Chinh tri quan khu 9" },
		{ "Dang bo Quan su tinh Bac Lieu",
		  "Dang bo quan su | tinh Bac Lieu" },
		{ "đảng bộ truong chinh trị tinh thanh hóa",
		  "Đảng bộ truong chinh trị tinh thanh hóa" },
		{ "đảng ủy xã Tân Lập, huyện Xyz Abc",
		  "Đảng bộ xã Tân Lập | huyện Xyz Abc" },
		{ "Chi bộ 5 (TP Lạng Sơn)",
		  "Chi bộ 5 | thành phố Lạng Sơn" },
		{ "Chi ủy Chi bộ 5 trực thuộc Đảng ủy xã Tân Lập",
		  "Chi bộ 5 | Đảng bộ xã Tân Lập" },
		{ "xã Tân Lập thuộc tỉnh Thái Bình",
		  "xã Tân Lập | tỉnh Thái Bình" },
		{ "dang uy xa tan lap thuoc thai binh",
		  "Dang bo xa tan lap | thai binh" },
		{ "xã Tân Lập thuộc", "xã Tân Lập thuộc" },
		{ "Chi bộ 5, Đông Kinh", "Chi bộ 5 | Đông Kinh" },
		{ "Đảng bộ phường Đông Kinh năm xưa ấy",
		  "Đảng bộ phường Đông Kinh năm xưa ấy" },
		{ "Đông Kinh", "Đông Kinh" },
		{ "a, b, c, d, e, f, g, h, i",
		  "a | b | c | d | e | f | g | h, i" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF names = { 0 };

		join_names(tc_str0(rows[i].typed), &names);
		assert_string_equal(rows[i].names, tc_buf_cstr(&names));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_bare_word_means_the_last_full_name),
		cmocka_unit_test(two_cells_of_one_number),
		cmocka_unit_test(a_headline_in_capitals_is_spelled_as_the_body),
		cmocka_unit_test(what_comes_below_is_not_above),
		cmocka_unit_test(each_article_has_its_units),
		cmocka_unit_test(time_grows_with_length_alone),
		cmocka_unit_test(a_name_without_end_is_cut),
		cmocka_unit_test(random_mixtures_keep_the_invariants),
		cmocka_unit_test(no_word_of_a_query_is_dropped),
	};
	return cmocka_run_group_tests(tests, load_gazetteer, free_gazetteer);
}

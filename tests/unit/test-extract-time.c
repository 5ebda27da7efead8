/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "unit-scan.h"

#include "fact/extract.h"
#include "text/utf8.h"

#include <time.h>

static struct tc_registry *registry;

static int load_tables(void **state)
{
	const char *dir = getenv("TRACUU_DATADIR");
	char path[1024];

	snprintf(path, sizeof path, "%s/registry.tsv", dir ? dir : "src/fact");
	registry = tc_registry_new();
	return tc_registry_load(registry, path, NULL, NULL, NULL) |
	       load_gazetteer(state);
}

static int free_tables(void **state)
{
	tc_registry_free(registry);
	return free_gazetteer(state);
}

/* The piece again and again, on one line below a headline, or half of it
 * in a headline that goes on so. */
static double seconds_for(const char *piece, size_t bytes, bool title)
{
	static const char *const headline = "Tin vắn trong tuần\n\n";
	const struct tc_rules rules = { registry, gazetteer };
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF text = { 0 };
	struct timespec start, end;
	struct tc_tokens tokens;

	tc_buf_puts(&text, headline);
	while (text.n < bytes)
		tc_buf_puts(&text, piece);
	struct tc_article a = {
		.text = tc_buf_str(&text),
		.title_len = (uint32_t)strlen(headline) - 2,
	};
	if (title)
		a.title_len = (uint32_t)tc_utf8_floor(a.text, a.text.n / 2);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
	tc_extract(&a, &rules, &arena, &tokens);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
	return (double)(end.tv_sec - start.tv_sec) +
	       (double)(end.tv_nsec - start.tv_nsec) / 1e9;
}

static void expect_linear(const char *piece, bool title)
{
	const double small = seconds_for(piece, 128 << 10, title);
	const double large = seconds_for(piece, 1 << 20, title);

	/* eight times the text; quadratic would be 64 times */
	if (large > .2 && large > 24 * small)
		fail_msg("\"%s\"%s: %.3f s, then %.3f s", piece,
			 title ? ", half in the headline" : "", small, large);
}

/* What looks around each mention looks no farther than a clause is long. */
static void thousands_of_facts_in_a_line_take_linear_time(void **state)
{
	static const char *const pieces[] = {
		"Đảng ủy xã Đông Hòa tổ chức và ", "(Chi bộ Tân Bình ",
		"Chi bộ Bình An (CBBA) ", "Đảng ủy xã Phú Sơn, ", "An Long, ",
		"Bí thư Đảng ủy xã An Long Lê Văn A, ",
		"phối hợp với Hội Nông dân xã Vân Đồn ", "chi bộ ",
		"các đảng bộ gồm: Sơn Tây; ", "Sở Nội vụ, Tài chính: ",
		"các Nghị quyết của Bộ Chính trị khóa X, ",
		"trực thuộc Đảng bộ xã Long Hải ", "ĐẢNG ỦY XÃ TÂN LẬP ",
		"Trường Tiểu học Bình An, Trường THCS Phú Sơn và ",
		"Ngày 2/9, Ban Thường vụ Tỉnh ủy đã ban hành kế hoạch ",
		"1/2/2024, ", "năm 2021, ", "quý I, ", "khóa XI, ", "tháng 6, ",
		"Nghị quyết số 12-NQ/TW ", "12-NQ/TW, ", "số 5, ", "1/",
		"các Nghị quyết số 18, 19, ", "của Ban Tổ chức Trung ương, ",
		"Nghị quyết Hội nghị Trung ương 4 khóa XI, ",
		"March 5, 2024 Resolution No. 12-NQ/TW dated ", "(", "- ", ": ",
		"(1943 - 2023) ", "cơ sở đảng gồm Đảng bộ xã Tân Lập, ",
		"Trong quý 2/2017, tỉnh ", "; March 5, ", "March 5, ",
		"và Resolution No. 5 ",
	};

	(void)state;
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
		for (int title = 0; title < 2; title++)
			expect_linear(pieces[i], title);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(thousands_of_facts_in_a_line_take_linear_time),
	};
	return cmocka_run_group_tests(tests, load_tables, free_tables);
}

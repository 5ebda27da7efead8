/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "base/directory.h"
#include "index/nicknames.h"
#include "query/query.h"

#include <stdlib.h>

/* What a query is understood as; "!N" where it is refused at column N. */
static const struct {
	const char *typed, *understood;
} rows[] = {
	{ "sinh hoạt", "sinh hoạt" },
	{ "  sinh   hoạt  ", "sinh hoạt" },
	{ "\"chi bộ mẫu\"", "\"chi bộ mẫu\"" },
	{ "“chi bộ mẫu”", "\"chi bộ mẫu\"" },
	{ "«chi bộ» mẫu", "\"chi bộ\" mẫu" },
	{ "« chi bộ »", "\"chi bộ\"" },
	{ "„chi bộ“ „mẫu” ‟kép”", "\"chi bộ\" \"mẫu\" \"kép\"" },
	{ "＂chi bộ＂ ″mẫu″", "\"chi bộ\" \"mẫu\"" },
	{ "“chi bộ\" ″mẫu”", "\"chi bộ\" \"mẫu\"" },
	{ "tieude:«chi bộ»,″mẫu″",
	  "tieude:\"chi bộ\" OR tieude:\"mẫu\"" },
	{ "so:«chỉ thị 05»@2016", "so:\"CT 5@2016\"" },
	{ "«mô hình “4 tốt”» mẫu", "\"mô hình 4 tốt\" mẫu" },
	{ "“trang » tin”", "\"trang tin\"" },
	{ "Trang chủ » Tin", "Trang chủ Tin" },
	{ "ống 5″ nước", "ống 5 nước" },
	{ "«chi bộ\"", "!1" },
	{ "ống ″5 nước", "!5" },
	{ "donvi:«Chi bộ “Thép mới”, xã Tân Lập» mẫu",
	  "donvi:\"Chi bộ Thép mới, xã Tân Lập\" mẫu" },
	{ "\"mẫu\"", "\"mẫu\"" },
	{ "mẫu -họp", "mẫu -họp" },
	{ "mẫu NOT họp", "mẫu -họp" },
	{ "mẫu KHÔNG họp", "mẫu -họp" },
	{ "+mẫu họp", "+mẫu họp" },
	{ "mẫu AND họp", "+mẫu +họp" },
	{ "mẫu VÀ họp", "+mẫu +họp" },
	{ "mẫu OR họp", "mẫu OR họp" },
	{ "a (b OR c) d", "a (b OR c) d" },
	{ "HỌC TẬP VÀ LÀM THEO", "HỌC TẬP và LÀM THEO" },
	{ "Covid-19", "Covid 19" },
	{ "đảng*", "đảng*" },
	{ "...", "" },
	{ "", "" },
	{ "so:01-KL/TW", "so:01-KL/TW" },
	{ "SỐ:01-kl/tw", "so:01-KL/TW" },
	{ "number:\"1 kl/tw\"", "so:01-KL/TW" },
	{ "01–KL/TW", "so:01-KL/TW" },
	{ "01 KL/TW", "so:01-KL/TW" },
	{ "so:04-NQ/TW@2016", "so:04-NQ/TW@2016" },
	{ "so:CT05@2016", "so:\"CT 5@2016\"" },
	{ "so:\"chỉ thị 05\"@2016,CT35", "so:\"CT 5@2016\" OR so:\"CT 35\"" },
	{ "so:\"CT 5@2016\"", "so:\"CT 5@2016\"" },
	{ "so:\"chỉ thị 05\"@x", "!4" },
	{ "donvi:\"x\"@y", "!10" },
	{ "so:NĐ30/2020", "so:\"NĐ 30/2020\"" },
	{ "so:30/2020/NĐ-CP@2020", "so:30/2020/NĐ-CP" },
	{ "so:30/2020/NĐ-CP@2021", "so:30/2020/NĐ-CP@2021" },
	{ "so:01-KL/TW,21-NQ/TW", "so:01-KL/TW OR so:21-NQ/TW" },
	{ "loai:nq", "loai:NQ" },
	{ "loai:DA,ĐA,hđ,\"đề án\"",
	  "loai:DA OR loai:ĐA OR loai:HĐ OR loai:ĐA" },
	{ "type:\"nghị quyết\"", "loai:NQ" },
	{ "ngay:9/2021", "ngay:2021-09" },
	{ "date:2021..2023", "ngay:2021..2023" },
	{ "ngay:..2015", "ngay:..2015" },
	{ "donvi:\"Đông Kinh\"", "donvi:\"Đông Kinh\"" },
	{ "donvi:\"dang uy phuong Dong Kinh\"",
	  "donvi:\"Dang bo phuong Dong Kinh\"" },
	{ "họp -donvi:\"Đảng ủy xã Tân Lập (H. Cao Lộc)\",x",
	  "họp -(donvi:\"Đảng bộ xã Tân Lập, huyện Cao Lộc\" OR donvi:\"x\")" },
	{ "họp Đơn vị:x", "họp donvi:\"x\"" },
	{ "-sự kiện:2024", "-su-kien:2024" },
	{ "tiêu đề:\"mẫu\" tiêu đề: mẫu", "tieude:\"mẫu\" tiêu đề mẫu" },
	{ "đơn  vị:x", "!6" },
	{ "\"đơn\" vị:x", "!7" },
	{ "đơn-vị:x", "donvi:\"x\"" },
	{ "tieude:mẫu", "tieude:\"mẫu\"" },
	{ "nguon:Langson.gov.vn", "nguon:langson.gov.vn" },
	{ "ngay:quý1/2023", "ngay:quý1/2023" },
	{ "ngay:khóaXIII", "ngay:2021-02-02..2026-01-23" },
	{ "ngay:nhiệmkỳ2020-2025", "ngay:2020..2025" },
	{ "ngày:\"quý II/2023\"", "ngay:quý2/2023" },
	{ "sự-kiện:15/5/2024,16/5/2024",
	  "su-kien:2024-05-15 OR su-kien:2024-05-16" },
	{ "-loai:NQ,CT", "-(loai:NQ OR loai:CT)" },
	{ "donvi:\"Đông Kinh\",\"Hà Giang\" họp",
	  "(donvi:\"Đông Kinh\" OR donvi:\"Hà Giang\") họp" },
	{ "so:*-NQ/TW", "so:*-NQ/TW" },
	{ "so:\"* - NQ/T.Ư\"", "so:*-NQ/TW" },
	{ "so:1-*", "so:01-*" },
	{ "so:21-*@2022", "so:21-*@2022" },
	{ "-so:21-*,22-*", "-(so:21-* OR so:22-*)" },
	{ "so:*", "!4" },
	{ "so:*-*", "!4" },
	{ "so:21-*@x", "!4" },
	{ "so:18-NQ/TW@\"khóa XIII\",57-NQ/TW",
	  "so:18-NQ/TW@khoaXIII OR so:57-NQ/TW" },
	{ "so:\"chỉ thị 05\"@“15/5/2016”", "so:\"CT 5@2016-05-15\"" },
	{ "so:21-*@\"khóa XIII\"", "so:21-*@khoaXIII" },
	{ "so:18-NQ/TW@\"x", "!13" },
	{ "so:18-NQ/TW@", "!4" },
	{ "so:\"18-NQ/TW\"@", "!4" },
	{ "chi NEAR/3 bộ", "chi NEAR/3 bộ" },
	{ "\"chi bộ\" NEAR mẫu*", "\"chi bộ\" NEAR/10 mẫu*" },
	{ "a NEAR/2 b NEAR/9 \"c d\" e", "a NEAR/2 b NEAR/9 \"c d\" e" },
	{ "Covid-19 NEAR/4 họp", "\"Covid 19\" NEAR/4 họp" },
	{ "-a NEAR/3 b", "-a NEAR/3 b" },
	{ "near xa", "near xa" },
	{ "a NEAR/0 b", "!3" },
	{ "a NEAR/x b", "!3" },
	{ "a NEAR/1000 b", "!3" },
	{ "a NEAR/99999999999999999999 b", "!3" },
	{ "a NEAR", "!7" },
	{ "NEAR/3 b", "!1" },
	{ "a NEAR/3 (b OR c)", "!10" },
	{ "a NEAR/3 so:01-KL/TW", "!10" },
	{ "*", "" },
	{ "a*", "a*" },
	{ "chi*, bộ (*)", "chi* bộ" },
	{ "NQ 21*", "NQ \"\" 21*" },
	{ "\"chi b*\"", "!7" },
	{ "\"chi * bộ\"", "!6" },
	{ "tieude:chi*", "!11" },
	{ "donvi:\"Đông K*\"", "!14" },
	{ "mẫu *xã", "!5" },
	{ "mẫu x*ã", "!6" },
	{ "21-*", "!4" },
	{ "Covid-1* NEAR x", "!8" },
	{ "mẫu -+xã", "!5" },
	{ "+-xã", "!1" },
	{ "--xã (+-) -+", "xã" },
	{ "\"VÀ\" x", "\"VÀ\" x" },
	{ "NQ ... 21 x", "NQ \"\" 21 x" },
	{ "\"NQ21\" x", "\"NQ21\" x" },
	{ "x,NQ21", "x \"NQ21\"" },
	{ "NĐ2–", "\"NĐ2\"" },
	{ "NOT NOT x", "-(-x)" },
	{ "\"chi bộ, mẫu!\"", "\"chi bộ mẫu\"" },
	{ "Chủ đề: họp", "Chủ đề họp" },
	{ "a\tb\r\nc", "a b c" },
	{ "a\033[31m", "!2" },
	{ "e\u0302\u0301\033", "!2" },
	{ "a\302\2031m", "!2" },
	{ "nguon:\"a b\"", "!7" },
	{ "nguon:\"\"", "!7" },
	{ "so:01-KL/TW,", "!13" },
	{ "so:,01-KL/TW", "!4" },
	{ "@ten", "!1" },
	{ "x (@ten)", "!4" },
	{ "\"@ten\"", "\"ten\"" },
	{ "khong:x", "!1" },
	{ "a so:", "!3" },
	{ "so: 01-KL/TW", "so:01-KL/TW" },
	{ "Nghị quyết số: 21-NQ/TW, x", "so:21-NQ/TW x" },
	{ "so: x", "!1" },
	{ "21-NQ/TW.", "so:21-NQ/TW" },
	{ "so:21-NQ/TW;", "so:21-NQ/TW" },
	{ "theo 'Chỉ thị 05', 06...", "theo Chỉ thị 05 06" },
	{ "‘Chỉ thị 05’? NQ21!", "Chỉ thị 05 NQ21" },
	{ "«Chỉ thị 05»? NQ21!", "\"Chỉ thị 05\" NQ21" },
	{ "nghị\n quyết  3", "nghị quyết 3" },
	{ "-nghị quyết 3, 4", "-nghị quyết 3 4" },
	{ "so:\"nghị quyết 3\"", "so:\"NQ 3\"" },
	{ "21= NQ/TW 18", "21 \"\" NQ/TW 18" },
	{ "21= NQ/TW, 18", "21 NQ \"\" TW 18" },
	{ "so:21-NQ", "so:\"NQ 21\"" },
	{ "so:37-qd", "so:\"QĐ 37\"" },
	{ "so:06-ĐA", "so:\"ĐA 6\"" },
	{ "so:30/2020/NĐ", "so:\"NĐ 30/2020\"" },
	{ "so:21-NQ@2022", "so:\"NQ 21@2022\"" },
	{ "so:21-XX", "!4" },
	{ "so:18-NQ/TW@6/2022", "so:18-NQ/TW@2022-06" },
	{ "so:18-NQ/TW@13/2022", "!4" },
	{ "Nghị quyết TW 6 (khóa XII) bộ máy", "Nghị quyết TW 6 (khóa XII) bộ máy" },
	{ "(Nghị quyết 21 (khóa XIII) OR bộ)", "so:\"NQ 21@khoaXIII\" OR bộ" },
	{ "so:\"Nghị quyết 21 (khóa XIII)\"", "so:\"NQ 21@khoaXIII\"" },
	{ "họp (khóa XII)", "họp (khóa AND XII)" },
	{ "Nghị quyết TW 6 (lần 2) khóa VIII bộ máy",
	  "Nghị quyết TW 6 (lần 2) khóa VIII bộ máy" },
	{ "(Nghị quyết TW 6 (lần 2), khóa VIII)",
	  "Nghị quyết TW 6 (lần 2), khóa VIII" },
	{ "họp (lần 2) khóa VIII", "họp (lần AND 2) khóa VIII" },
	{ "so:\"Chỉ thị 05 của Bộ Chính trị\"", "so:\"CT 5\"" },
	{ "so:\"Nghị quyết Đại hội XIII của Đảng\"", "so:DH13" },
	/* the congress was of that day; of another there was none */
	{ "so:DH13@2021", "so:DH13" },
	{ "so:DH13@1/2/2021", "so:DH13" },
	{ "so:DH13@khoaXIII", "so:DH13" },
	{ "so:DH13@2020", "so:DH13@2020" },
	{ "so:\"01-KL/TW ngày 18/5/2021 của Ban Bí thư\"",
	  "so:01-KL/TW@2021-05-18" },
	{ "so:\"Chỉ thị 05 của Tỉnh ủy\"", "!4" },
	{ "Nghị quyết số: 3 21", "Nghị quyết số: 3 21" },
	{ "nghị quyết 3@2021", "so:\"NQ 3@2021\"" },
	{ "+mẫu OR (họp OR +bộ)", "mẫu OR (họp OR bộ)" },
	{ "a \"b c", "!3" },
	{ "a (b c", "!3" },
	{ "a ) b", "!3" },
	{ "a OR", "!5" },
	{ "a AND", "!6" },
	{ "ngay:31/2/2023", "!6" },
	{ "ngay:2023..2021", "!6" },
	{ "ngay:\"quý I và quý III năm 2023\"",
	  "ngay:quý1/2023 OR ngay:quý3/2023" },
	{ "-ngay:\"15 và 20/5/2024\",2025",
	  "-(ngay:2024-05-15 OR ngay:2024-05-20 OR ngay:2025)" },
	{ "ngay:\"từ 2021 - 2022\"", "ngay:2021..2022" },
	{ "ngay:quý1/2022..T3/2024", "ngay:quý1/2022..2024-03" },
	{ "ngay:\"quý 4/2017, 5/2022\"", "ngay:quý4/2017 OR ngay:2022-05" },
	{ "ngay:\"ngày 5/5/2022..2024-Q2\"", "ngay:2022-05-05..quý2/2024" },
	{ "ngay:\"từ 2021 - 31/2/2023\"", "!17" },
	{ "ngay:2021-2025,2021-13", "!16" },
	{ "so:18-NQ/TW@khóaXX", "!4" },
	{ "loai:xyz", "!6" },
	{ "so:xyz", "!4" },
};

static void understand_tree(struct tc_str typed, struct tc_buf *out,
			    struct tc_buf *tree)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_error err;
	struct tc_node *root;
	unsigned column;

	if (tc_query_parse(typed, &arena, &root, &err) == 0) {
		if (root)
			tc_query_print(root, out);
		if (root && tree)
			tc_query_print_tree(root, tree);
		return;
	}
	assert_int_equal(TC_E_QUERY, err.code);
	if (sscanf(err.message, "column %u", &column) == 1)
		tc_buf_printf(out, "!%u", column);
	else
		tc_buf_puts(out, "!");
}

static void understand(struct tc_str typed, struct tc_buf *out)
{
	understand_tree(typed, out, NULL);
}

static void queries_are_understood(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF out = { 0 };
		understand(tc_str0(rows[i].typed), &out);
		if (strcmp(tc_buf_cstr(&out), rows[i].understood) != 0)
			print_message("'%s'\n", rows[i].typed);
		assert_string_equal(rows[i].understood, tc_buf_cstr(&out));
	}
}

static void what_is_printed_parses_to_the_same(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF out = { 0 }, again = { 0 };
		TC_SCOPED_BUF tree = { 0 }, other = { 0 };
		if (*rows[i].understood == '!')
			continue;
		understand_tree(tc_str0(rows[i].typed), &out, &tree);
		understand_tree(tc_buf_str(&out), &again, &other);
		assert_string_equal(rows[i].understood, tc_buf_cstr(&again));
		assert_string_equal(tc_buf_cstr(&tree), tc_buf_cstr(&other));
	}
}

/* Whatever is put together, what is printed parses to the same. */
static void any_query_printed_parses_to_the_same(void **state)
{
	static const char *const parts[] = {
		"a", "bộ", "NQ", "21", "05", "chỉ", "thị", "TW", "VÀ", "AND",
		"OR", "HOẶC", "NOT", "KHÔNG", "NEAR", "NEAR/3", "-", "+", "(",
		")", "\"", "\"chi bộ\"", "so:", "so:*-NQ/TW", "ngay:2023",
		"ngay:quý1/2023", "loai:NQ", "donvi:", "nguon:a.vn", "tieude:",
		",", "...", "@", "*", "x*", "Covid-19", "NQ,21", "01-KL/TW",
		"donvi:\"dang uy xa Tân Lập quan khu 9, chi bộ 5\"",
		"/", "18-NQ/TW@2017", ":", "\u201C", "\u0301", "Ư", "khóa",
		"XIII", "\u00AB", "\u00BB", "\u2033", "số", "Luật", "2020", "nghị", "quyết", "trung", "ương",
		"6", "\n", "lower", "QĐ", "đ", "NQ/TW,", "số:", "=",
	};
	uint64_t seed = 88172645463325252u;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		TC_SCOPED_BUF typed = { 0 }, once = { 0 }, twice = { 0 };
		TC_SCOPED_BUF tree = { 0 }, other = { 0 };
		for (unsigned n = 1 + seed % 9; n; n--) {
			seed ^= seed << 13, seed ^= seed >> 7;
			seed ^= seed << 17;
			tc_buf_puts(&typed, parts[(seed >> 8) %
						  (sizeof parts /
						   sizeof *parts)]);
			if (seed & 3)
				tc_buf_addc(&typed, ' ');
		}
		understand_tree(tc_buf_str(&typed), &once, &tree);
		if (once.n && once.p[0] == '!')
			continue;
		understand_tree(tc_buf_str(&once), &twice, &other);
		if (!tc_str_eq(tc_buf_str(&once), tc_buf_str(&twice)) ||
		    !tc_str_eq(tc_buf_str(&tree), tc_buf_str(&other)))
			print_message("'%s' is '%s', then '%s'\n",
				      tc_buf_cstr(&typed),
				      tc_buf_cstr(&once),
				      tc_buf_cstr(&twice));
		assert_string_equal(tc_buf_cstr(&tree), tc_buf_cstr(&other));
		assert_true(tc_str_eq(tc_buf_str(&once),
				      tc_buf_str(&twice)));
	}
}

/* Every two dates at the ends of a range. */
static void any_range_printed_parses_to_the_same(void **state)
{
	static const char *const dates[] = {
		"", "2012", "năm 2012", "5/2012", "tháng 5/2012", "2012-05",
		"quý2/2012", "2012-Q2", "5/5/2012", "ngày 5/5/2012",
		"2012-05-05", "khóa XI",
	};
	const size_t n = sizeof dates / sizeof *dates;

	(void)state;
	for (size_t i = 1; i < n * n; i++) {
		TC_SCOPED_BUF typed = { 0 }, once = { 0 }, twice = { 0 };
		tc_buf_printf(&typed, "ngay:\"%s..%s\"", dates[i / n],
			      dates[i % n]);
		understand(tc_buf_str(&typed), &once);
		if (once.p[0] == '!')
			continue;
		understand(tc_buf_str(&once), &twice);
		assert_string_equal(once.p, twice.p);
	}
}

static void long_and_deep_queries_are_refused(void **state)
{
	(void)state;
	TC_SCOPED_BUF typed = { 0 }, out = { 0 };

	for (int i = 0; i < 10000; i++)
		tc_buf_addc(&typed, '(');
	understand(tc_buf_str(&typed), &out);
	assert_int_equal('!', out.p[0]);
	tc_buf_clear(&typed);
	tc_buf_clear(&out);
	for (int i = 0; i < 1000000; i++)
		tc_buf_addc(&typed, 'a');
	understand(tc_buf_str(&typed), &out);
	assert_string_equal("!", out.p);
}

static void broken_utf8_is_refused(void **state)
{
	(void)state;
	TC_SCOPED_BUF out = { 0 };

	understand(TC_STR("a \xC3"), &out);
	assert_string_equal("!3", tc_buf_cstr(&out));
}

/* So many names that they do not all stand in the block that is read when a
 * database is opened, of documents of this year. */
static void name_documents(struct tc_xwriter *w, int year, struct tc_error *err)
{
	for (int i = 0; i < 26 * 26; i++) {
		TC_SCOPED_BUF key = { 0 }, value = { 0 };
		const char one = (char)('a' + i / 26), two = (char)('a' + i % 26);
		tc_buf_printf(&key, TC_META_NAMED "nghi quyet %c %c", one, two);
		tc_buf_printf(&value, "26-NQ/TW@%d-08-05\tnghị quyết %c %c",
			      year, one, two);
		assert_int_equal(0, tc_xwriter_set_metadata(
					    w, tc_buf_cstr(&key),
					    tc_buf_str(&value), err));
	}
	assert_int_equal(0, tc_xwriter_commit(w, err));
}

static void a_name_is_known_whatever_is_written(void **state)
{
	(void)state;
	char dir[] = "/tmp/tracuu-query-XXXXXX";
	assert_non_null(mkdtemp(dir));
	const char *path = dir;
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_query_names names = { 0 };
	struct tc_tokens name;
	struct tc_xwriter *w;
	struct tc_error err;
	struct tc_node *root;
	struct tc_str *ids;
	size_t n;

	assert_int_equal(0, tc_xwriter_open(&path, 1, true, &w, &err));
	name_documents(w, 2008, &err);
	assert_int_equal(0, tc_xdb_open(&path, 1, &names.db, &err));
	for (int year = 2009; year < 2013; year++)
		name_documents(w, year, &err);
	tc_tokenize(TC_STR("nghị quyết m n"), &arena, &name);
	/* what there is to bear */
	assert_int_equal(-1, tc_nicknames_find(names.db, &name, &arena, &ids,
					       &n, &err));
	assert_int_equal(TC_E_TEMPORARY, err.code);
	assert_int_equal(0, tc_query_parse_with(
				    &names, TC_STR("so:\"nghị quyết m n\""),
				    &arena, &root, &err));
	assert_int_equal(1, root->number_count);
	assert_str("2012-08-05", root->at);
	tc_xdb_close(names.db);
	tc_xwriter_close(w);
	tc_directory_remove(dir, &err);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(queries_are_understood),
		cmocka_unit_test(what_is_printed_parses_to_the_same),
		cmocka_unit_test(any_query_printed_parses_to_the_same),
		cmocka_unit_test(any_range_printed_parses_to_the_same),
		cmocka_unit_test(long_and_deep_queries_are_refused),
		cmocka_unit_test(broken_utf8_is_refused),
		cmocka_unit_test(a_name_is_known_whatever_is_written),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

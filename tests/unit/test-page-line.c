/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a line of a page is: a date line, furniture, a name. */
#include "config.h"

#include "unit.h"

#include "import/byline.h"
#include "import/furniture.h"
#include "import/stamp.h"

static void stamps_are_read(void **state)
{
	static const struct {
		const char *line;
		enum tc_hint_kind kind;
		const char *value;
	} rows[] = {
		{ "06-06-2023 21:21", TC_HINT_LINE, "06-06-2023 21:21" },
		{ "Thứ Tư, 08/04/2015, 08:11 [GMT+7]", TC_HINT_LINE,
		  "Thứ Tư, 08/04/2015, 08:11 [GMT+7]" },
		{ "Cập nhật lúc: 18:00 |22/05/2022", TC_HINT_UPDATED,
		  "18:00 |22/05/2022" },
		{ "Thứ năm, 04 Tháng 11 2021 17:08", TC_HINT_LINE,
		  "Thứ năm, 04 Tháng 11 2021 17:08" },
		{ "2 tháng mười một 2018 | Lượt xem: 131", TC_HINT_LINE,
		  "2 tháng mười một 2018" },
		{ "08/08/2022 10:11 SA", TC_HINT_LINE, "08/08/2022 10:11 SA" },
		{ "11/01/18 03:22:47 Lượt xem: 41", TC_HINT_LINE,
		  "11/01/18 03:22:47" },
		{ "Ngày đăng: 29/07/2025 17:46 Bản in", TC_HINT_LABELLED,
		  "29/07/2025 17:46" },
		{ "Ngày phát hành: 14/09/2012 Lượt xem: 2014",
		  TC_HINT_LABELLED, "14/09/2012" },
		{ "19/09/2008 08:00 | 604", TC_HINT_LINE, "19/09/2008 08:00" },
		{ "Đăng lúc: 10:24:33 30/08/2020 (GMT+7)", TC_HINT_LABELLED,
		  "10:24:33 30/08/2020 (GMT+7)" },
		{ "Thứ Hai, 18 tháng 12, 2017", TC_HINT_LINE,
		  "Thứ Hai, 18 tháng 12, 2017" },
		{ "14:20 12/12/2022     3367", TC_HINT_LINE,
		  "14:20 12/12/2022     3367" },
		{ "Ngày đăng bài: 22/05/2018 | Tác giả: Lý Thu Hà",
		  TC_HINT_LABELLED, "22/05/2018" },
		{ "+ Ngày trả lời: 17/07/2018 - 13:07", TC_HINT_LABELLED,
		  "17/07/2018 - 13:07" },
		{ "+ Ngày hỏi: 10/12/2017 - 20:12", TC_HINT_UPDATED,
		  "10/12/2017 - 20:12" },
		{ "Tác giả: Lý Thu Hà | Ngày đăng: 06/06/2023",
		  TC_HINT_LABELLED, "06/06/2023" },
		{ "Lượt xem: 2016 | Đăng ngày 02/12/2016", TC_HINT_LABELLED,
		  "02/12/2016" },
		{ "Friday, 12/05/2023, 14:20 [GMT+7]", TC_HINT_LINE,
		  "Friday, 12/05/2023, 14:20 [GMT+7]" },
		{ "Dòng thời sự - Ngày đăng : 18:12, 21/11/2023",
		  TC_HINT_LABELLED, "18:12, 21/11/2023" },
		{ "LÊ MINH AN (thực hiện) 12/07/2018 03:15", TC_HINT_LINE,
		  "12/07/2018 03:15" },
		{ "Chính trị 03-04-2023", TC_HINT_LINE, "03-04-2023" },
		{ "Tin cơ sở | 03/04/2023 | 418", TC_HINT_LINE, "03/04/2023" },
		{ "10/05/2023 | Huyện ủy Sơn Hạ | 155 lượt xem", TC_HINT_LINE,
		  "10/05/2023" },
		{ "10 Th5, 2023", TC_HINT_LINE, "10 Th5, 2023" },
		{ "Tháng Năm 10, 2023", TC_HINT_LINE, "Tháng Năm 10, 2023" },
		{ "by admin | Tháng 5 10, 2023", TC_HINT_LINE,
		  "Tháng 5 10, 2023" },
		{ "2023/05/10", TC_HINT_LINE, "2023/05/10" },
		{ "Ngày công bố: 10/05/2023", TC_HINT_LABELLED, "10/05/2023" },
		{ "Mã tin: 1234 - Ngày đăng: 10/05/2023", TC_HINT_LABELLED,
		  "10/05/2023" },
		{ "10 thg 5, 2023", TC_HINT_LINE, "10 thg 5, 2023" },
		{ "Lần cập nhật gần đây nhất: 10/05/2023", TC_HINT_UPDATED,
		  "10/05/2023" },
		{ "Publish date 18/03/2024 | 09:20 | View Count: 64",
		  TC_HINT_LABELLED, "18/03/2024 | 09:20" },
	};
	static const char *const none[] = {
		"Ngày 15.5", "Cập nhật: GMT+7", "tháng 9/2021",
		"Sáng ngày 5/5/2023, Chi bộ tổ chức Lễ chào cờ",
		"Kế hoạch số 70-KH/CB2 ngày 14/02/2023", "1 2 3 4",
		"(15/6/1933 - 15/6/2023)", "", "Kỷ niệm 02-9-2023",
		"TIN THỜI SỰ TUẦN THỨ 02 THÁNG 03/2024",
		"Ngày 12/8/2024, Ban Chấp hành",
		"Hà Nội, ngày 10 tháng 10 năm 2008",
		"Căn cứ Luật Tổ chức ngày 26 tháng 11 năm 2003",
		"Luật Tổ chức ngày 26 tháng 11 năm 2003;",
	};
	struct tc_stamp s;
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_true(tc_stamp_read(tc_str0(rows[i].line), &s));
		assert_int_equal(rows[i].kind, s.kind);
		assert_str(rows[i].value, s.value);
	}
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		if (tc_stamp_read(tc_str0(none[i]), &s))
			fail_msg("'%s' is no date line", none[i]);
}

static void furniture_is_known_glued_or_not(void **state)
{
	static const struct {
		const char *line;
		enum tc_furniture what;
	} rows[] = {
		{ "Chế độ ban đêm In trang Xuất PDF Đọc nội dung",
		  TC_FURNITURE_BAR },
		{ "-A A +A", TC_FURNITURE_BAR },
		{ "Xem với cỡ chữ", TC_FURNITURE_BAR },
		{ "In trang | Gửi cho bạn bè | Lượt xem: 1942",
		  TC_FURNITURE_BAR },
		{ "Lượt xem: 1687", TC_FURNITURE_COUNTER },
		{ "1 2 3 4", TC_FURNITURE_COUNTER },
		{ "Bình luậnMục lục", TC_FURNITURE_TAIL },
		{ "anh tin bai", TC_FURNITURE_INLINE },
		{ "Từ khóa: bệnh viện, bác sĩ", TC_FURNITURE_TAIL },
		{ "Từ khóa", TC_FURNITURE_TAIL },
		{ "Từ 13 khoa, phòng, bệnh viện sắp xếp còn 9",
		  TC_FURNITURE_NONE },
		{ "Từ khoa học đến đời sống", TC_FURNITURE_NONE },
		{ "Tin tức về Chi bộ 2", TC_FURNITURE_NONE },
		{ "In sâu lời Bác dạy", TC_FURNITURE_NONE },
		{ "Vui lòng đăng nhập để xem tiếp", TC_FURNITURE_BAR },
	};
	const char *glued = "hoàn thành tốt nhiệm vụ được giao.";
	struct tc_str line = TC_STR(
		"hoàn thành tốt nhiệm vụ được giao.Bình luậnMục lục");
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(rows[i].what,
				 tc_furniture_whole(tc_str0(rows[i].line)));
	assert_int_equal(strlen(glued), tc_furniture_glued(line));
	line = tc_str0(glued);
	assert_int_equal(line.n, tc_furniture_glued(line));
	line = TC_STR("II. NỘI DUNG");
	assert_int_equal(line.n, tc_furniture_glued(line));
}

static void names_are_told_from_captions(void **state)
{
	static const char *const names[] = {
		"HOÀI NHÂN", "VP Sở", "Nguyễn Phương Thảo", "K’Brèo",
		"Lê Anh, Trần Hà", "Tráng A Páo",
	};
	static const char *const others[] = {
		"Chi bộ Tỉnh đoàn tham dự Lễ chào cờ", "Liên kết web",
		"Đồng chí Nguyễn Văn An phát biểu", "Khối 11",
		"Hội nghị Trung ương", "", "III. TỔ CHỨC THỰC HIỆN",
	};
	(void)state;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!tc_byline_is_name(tc_str0(names[i])))
			fail_msg("'%s' is a name", names[i]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (tc_byline_is_name(tc_str0(others[i])))
			fail_msg("'%s' is no name", others[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stamps_are_read),
		cmocka_unit_test(furniture_is_known_glued_or_not),
		cmocka_unit_test(names_are_told_from_captions),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

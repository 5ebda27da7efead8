/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Documents that are printed in full. */
#include "config.h"

#include "page.h"

/* Neither who gets it nor in whose name it is signed. */
static void recipients_of_a_document_are_no_authors(void **state)
{
	struct page p;
	(void)state;

	assert_int_equal(1, read_page(&p, TC_STR(
		"Kế hoạch 54-KH/ĐU về sữa học đường\n" P1 P2
		"Nơi nhận:\n- Huyện ủy (b/c),\n- Lưu VP.\n"
		"T/M BAN CHẤP HÀNH\nBÍ THƯ\n")));
	assert_true(!p.a.byline.n);
	assert_true(tc_str_ends(p.a.text, TC_STR("- Lưu VP.")));
	tc_arena_release(&p.arena);
}

static void number_of_a_document_stays(void **state)
{
	struct page p;
	(void)state;

	assert_int_equal(1, read_page(&p, TC_STR(
		TITLE "Lượt xem: 78\nSố 69 – HD/ĐU\n"
		"Số: 30/QĐ-UBND | Bình Minh, ngày 9 tháng 10 năm 2018 |\n"
		"I. MỤC ĐÍCH, YÊU CẦU CHUNG\n" P1 P2)));
	assert_str("Chi bộ thôn Bình Minh họp bàn làm đường",
		   tc_article_title(&p.a));
	assert_true(tc_str_find(p.a.text, TC_STR("69 – HD/ĐU"), 0) !=
		    SIZE_MAX);
	assert_true(tc_str_find(p.a.text, TC_STR("30/QĐ-UBND"), 0) !=
		    SIZE_MAX);
	tc_arena_release(&p.arena);
}

static void head_of_a_document_is_kept(void **state)
{
	static const struct {
		const char *head, *title, *body;
	} rows[] = {
		{ "Kế hoạch 54/KH-UBND năm 2020 về sữa học đường\n\n"
		  "ỦY BAN NHÂN DÂN\nTỈNH SƠN HẠ\n-------\n\n"
		  "Số: 54/KH-UBND\n\nSơn Hạ, ngày 27 tháng 3 năm 2020\n\n",
		  "Kế hoạch 54/KH-UBND năm 2020 về sữa học đường",
		  "ỦY BAN NHÂN DÂN\nTỈNH SƠN HẠ\n"
		  "Số: 54/KH-UBND\nSơn Hạ, ngày 27 tháng 3 năm 2020\n"
		  "Chiều 5/8" },
		/* broken lines */
		{ "Kế hoạch 54/KH-UBND năm 2020 về sữa học đường\n"
		  "Số:\n54/KH-UBND\n|\nSơn Hạ, ngày 27\ntháng 3 năm 2020\n"
		  "|\nKẾ HOẠCH\n",
		  "Kế hoạch 54/KH-UBND năm 2020 về sữa học đường",
		  "Số: 54/KH-UBND\nSơn Hạ, ngày 27 tháng 3 năm 2020\n" },
		/* what a letter is about */
		{ "Công văn 54/SNV-TCCB năm 2020 về đi lại\n"
		  "Số: 54/SNV-TCCB\nV/v đi lại ngày Tết\n"
		  "Sơn Hạ, ngày 27 tháng 3 năm 2020\n",
		  "Công văn 54/SNV-TCCB năm 2020 về đi lại",
		  "Số: 54/SNV-TCCB\nV/v đi lại ngày Tết\n"
		  "Sơn Hạ, ngày 27 tháng 3 năm 2020\n" },
		{ "Số: 54 -\nHD/BTC\n|\nSơn Hạ, ngày\n27 tháng 3 năm 2020\n"
		  "|\nHƯỚNG DẪN\nKIỂM ĐIỂM HẰNG NĂM ĐỐI VỚI CÁN BỘ\n",
		  "HƯỚNG DẪN KIỂM ĐIỂM HẰNG NĂM ĐỐI VỚI CÁN BỘ",
		  "Số: 54 - HD/BTC\nSơn Hạ, ngày 27 tháng 3 năm 2020\n" },
		/* the head begins the page */
		{ "ỦY BAN NHÂN DÂN\nSố: 54/KH-UBND\n"
		  "Sơn Hạ, ngày 27 tháng 3 năm 2020\n"
		  "KẾ HOẠCH\nVỀ CHƯƠNG TRÌNH SỮA HỌC ĐƯỜNG\n",
		  "KẾ HOẠCH VỀ CHƯƠNG TRÌNH SỮA HỌC ĐƯỜNG",
		  "ỦY BAN NHÂN DÂN\nSố: 54/KH-UBND\n"
		  "Sơn Hạ, ngày 27 tháng 3 năm 2020\nChiều 5/8" },
		/* who issued it; a place with its number */
		{ "Kế hoạch 54-KH/ĐU về sữa học đường\n"
		  "ĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG BỘ HUYỆN SƠN HẠ\n"
		  "ĐẢNG ỦY XÃ SƠN HẠ 1\nSố 54-KH/ĐU\n"
		  "Sơn Hạ 1, ngày 27 tháng 3 năm 2020\nKẾ HOẠCH\n",
		  "Kế hoạch 54-KH/ĐU về sữa học đường",
		  "ĐẢNG BỘ HUYỆN SƠN HẠ\nĐẢNG ỦY XÃ SƠN HẠ 1\nSố 54-KH/ĐU\n"
		  "Sơn Hạ 1, ngày 27 tháng 3 năm 2020\n" },
		/* a table of its number and days above */
		{ "Kế hoạch về sữa học đường\nĐang tải văn bản...\n"
		  "Số hiệu: 54/KH-UBND Loại văn bản: Kế hoạch\n"
		  "Nơi ban hành: Tỉnh Sơn Hạ\nNgày ban hành: 27/03/2020\n"
		  "Trích yếu: Sữa học đường năm nay\n",
		  "Kế hoạch về sữa học đường",
		  "Số hiệu: 54/KH-UBND Loại văn bản: Kế hoạch\n"
		  "Nơi ban hành: Tỉnh Sơn Hạ\nNgày ban hành: 27/03/2020\n"
		  "Trích yếu: Sữa học đường năm nay\nChiều 5/8" },
		/* rules between its lines, two columns; no motto is a title */
		{ "ĐẢNG BỘ HUYỆN SƠN HẠ\nĐẢNG ỦY XÃ SƠN HẠ\n*\n"
		  "Số 54-KH/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
		  "Sơn Hạ, ngày 27 tháng 3 năm 2020\nKẾ HOẠCH\n"
		  "về sữa học đường\n-----\n",
		  "KẾ HOẠCH về sữa học đường",
		  "ĐẢNG BỘ HUYỆN SƠN HẠ\nĐẢNG ỦY XÃ SƠN HẠ\nSố 54-KH/ĐU\n"
		  "Sơn Hạ, ngày 27 tháng 3 năm 2020\nChiều 5/8" },
		{ "HUYỆN ỦY SƠN HẠ ĐẢNG CỘNG SẢN VIỆT NAM\n"
		  "ĐẢNG ỦY XÃ SƠN HẠ Sơn Hạ, ngày 27 tháng 3 năm 2020\n"
		  "*\nSố 54-KH/ĐU\nKẾ HOẠCH SỮA\nHỌC ĐƯỜNG\n",
		  "KẾ HOẠCH SỮA HỌC ĐƯỜNG",
		  "HUYỆN ỦY SƠN HẠ\n"
		  "ĐẢNG ỦY XÃ SƠN HẠ Sơn Hạ, ngày 27 tháng 3 năm 2020\n"
		  "Số 54-KH/ĐU\nChiều 5/8" },
		{ "ĐẢNG CỘNG SẢN VIỆT NAM\nSơn Hạ, ngày 27 tháng 3 năm 2020\n"
		  "KẾ HOẠCH\n",
		  "KẾ HOẠCH", "Sơn Hạ, ngày 27 tháng 3 năm 2020\nChiều 5/8" },
		/* broken inside the place and before the year */
		{ "Số: 54-KH/TU\n|\nSơn\nHạ, ngày 27 tháng 3\nnăm 2020\n|\n"
		  "KẾ HOẠCH\nvề sữa học đường\n",
		  "KẾ HOẠCH về sữa học đường",
		  "Số: 54-KH/TU\nSơn Hạ, ngày 27 tháng 3 năm 2020\nChiều 5/8" },
		/* said again in capitals */
		{ "Kế hoạch sữa học đường của xã\n\nKẾ HOẠCH SỮA HỌC ĐƯỜNG\n\n"
		  "CỦA ĐẢNG ỦY XÃ SƠN HẠ\n\n",
		  "Kế hoạch sữa học đường của xã",
		  "KẾ HOẠCH SỮA HỌC ĐƯỜNG\n" },
		/* its title on the page, or the name of a section */
		{ "Kế hoạch về sữa học đường của xã\n"
		  "Thứ tư, 29/04/2020 07:30\n"
		  "ĐẢNG ỦY XÃ SƠN HẠ\nSố 54-KH/ĐU\nKẾ HOẠCH\n",
		  "Kế hoạch về sữa học đường của xã",
		  "ĐẢNG ỦY XÃ SƠN HẠ\nSố 54-KH/ĐU\nKẾ HOẠCH\nChiều 5/8" },
		{ "Văn bản chỉ đạo\n29/04/2020\nSố 54-KH/ĐU\nKẾ HOẠCH\n"
		  "về sữa học đường\n",
		  "KẾ HOẠCH về sữa học đường", "Số 54-KH/ĐU\nChiều 5/8" },
		{ "Số: 54/SNV-TCCB\nVề việc đi lại ngày Tết\n"
		  "Sơn Hạ, ngày 27 tháng 3 năm 2020\n"
		  "Kính gửi: Các phòng, ban\n",
		  "Về việc đi lại ngày Tết",
		  "Số: 54/SNV-TCCB\nSơn Hạ, ngày 27 tháng 3 năm 2020\n"
		  "Kính gửi: Các phòng, ban\nChiều 5/8" },
		/* named first, and a list of what it cites */
		{ "Hướng dẫn 30-HD/BTG năm 2021 về ngày lễ lớn\n"
		  "- 1 Chỉ thị 07-CT/TW về công tác thương binh liệt sĩ\n"
		  "VỀ TUYÊN TRUYỀN NGÀY LỄ LỚN\n",
		  "Hướng dẫn 30-HD/BTG năm 2021 về ngày lễ lớn",
		  "- 1 Chỉ thị 07-CT/TW về công tác thương binh liệt sĩ\n"
		  "VỀ TUYÊN TRUYỀN NGÀY LỄ LỚN\nChiều 5/8" },
		{ "Hướng dẫn về tuyên truyền ngày lễ lớn\n"
		  "Căn cứ Điều lệ Đảng khóa XI;\n",
		  "Hướng dẫn về tuyên truyền ngày lễ lớn",
		  "Căn cứ Điều lệ Đảng khóa XI;\nChiều 5/8" },
		/* its reasons are short lines, and no title */
		{ "Số:\n885-QĐ/UBKT\n|\nSơn Hạ, ngày 29 tháng 12 năm 2022\n|\n"
		  "QUYẾT ĐỊNH\nBAN HÀNH MẪU BÁO CÁO THỐNG KÊ\n"
		  "- Căn cứ Quy định số 22-QĐ/TW,\nngày 28/7/2021 của "
		  "Trung ương\n- 26 biểu mẫu thống kê\n",
		  "QUYẾT ĐỊNH BAN HÀNH MẪU BÁO CÁO THỐNG KÊ",
		  "Số: 885-QĐ/UBKT\nSơn Hạ, ngày 29 tháng 12 năm 2022\n"
		  "- Căn cứ Quy định số 22-QĐ/TW,\nngày 28/7/2021" },
		{ "No.\n56/2011/TT-BTC\n|\nHanoi, April\n29th 2011\n|\nCIRCULAR\n"
		  "PROVIDING GUIDANCE ON PUBLIC DEBTS\n"
		  "Pursuant to the Law on Public Debts\n"
		  "dated June 17th 2009;\n",
		  "PROVIDING GUIDANCE ON PUBLIC DEBTS",
		  "No. 56/2011/TT-BTC\nHanoi, April 29th 2011\n"
		  "Pursuant to the Law on Public Debts\n"
		  "dated June 17th 2009;\n" },
		{ "Số: 12/QĐ-UBND\nCăn cứ địa Việt Bắc đón khách\n",
		  "Căn cứ địa Việt Bắc đón khách",
		  "Số: 12/QĐ-UBND\nChiều 5/8" },
		/* a symbol with blanks about its slash is no menu */
		{ "Trang chủ / Xây dựng Đảng\n"
		  "Xã Sơn Hạ học tập Chỉ thị số 05-CT / TW\n18 / 02 / 2020\n"
		  "Thực hiện Kế hoạch số 15-KH / HU của Huyện ủy:\n",
		  "Xã Sơn Hạ học tập Chỉ thị số 05-CT / TW",
		  "Thực hiện Kế hoạch số 15-KH / HU của Huyện ủy:\n"
		  "Chiều 5/8" },
		/* nor who put it there a headline */
		{ "Dấu ấn của đại hội đảng các cấp\nĐăng bởi Ban Biên tập\n"
		  "Ngày 10/05/2023\n",
		  "Dấu ấn của đại hội đảng các cấp", "Chiều 5/8" },
		/* a clock is no head */
		{ "Thứ Sáu, ngày 23 tháng 08 năm 2019, 09:25:27\n\n"
		  "Dấu ấn của đại hội đảng các cấp\n\nPV - 10:56, "
		  "18/12/2020\n",
		  "Dấu ấn của đại hội đảng các cấp", "Chiều 5/8" },
		/* a title that goes on */
		{ "THÔNG TƯ\n\nHướng dẫn thực hiện Nghị định của Chính phủ\n"
		  "\nvề chế độ công chức dự bị\n\n",
		  "Hướng dẫn thực hiện Nghị định của Chính phủ về chế độ "
		  "công chức dự bị", "Chiều 5/8" },
		{ "Quy định chi tiết một số điều của Nghị định ngày\n"
		  "12/4/2010 của Chính phủ về kiểm tra\n\n",
		  "Quy định chi tiết một số điều của Nghị định ngày "
		  "12/4/2010 của Chính phủ về kiểm tra", "Chiều 5/8" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct page p;
		TC_SCOPED_BUF page = { 0 };
		tc_buf_printf(&page, "%s" P1 P2, rows[i].head);
		assert_int_equal(1, read_page(&p, tc_buf_str(&page)));
		if (!tc_str_is(tc_article_title(&p.a), rows[i].title))
			fail_msg("%zu: %.*s", i,
				 TC_ARG(tc_article_title(&p.a)));
		if (!tc_str_starts(body_of(&p.a), tc_str0(rows[i].body)))
			fail_msg("%zu: %.*s", i, TC_ARG(body_of(&p.a)));
		tc_arena_release(&p.arena);
	}
}

/* The name of a section, the page's date, its headline, and the document. */
static void headline_below_the_date_is_the_title(void **state)
{
	struct page p;
	(void)state;

	assert_int_equal(1, read_page(&p, TC_STR(
		"Văn bản chỉ đạo, điều hành\n\n"
		"Ngày đăng: 21/04/2014 - Lượt xem: 86\n\n"
		"Kế hoạch tổng kết công tác kiểm tra của Huyện ủy Bình Minh\n\n"
		"ĐẢNG BỘ TỈNH HÀ NAM\n\nHUYỆN ỦY BÌNH MINH\n\n"
		"Số 112-KH/HU\n\nBình Minh, ngày 14 tháng 4 năm 2014\n\n"
		"KẾ HOẠCH\n\ntổng kết công tác kiểm tra\n\n" P1 P2)));
	assert_str("Kế hoạch tổng kết công tác kiểm tra của Huyện ủy Bình Minh",
		   tc_article_title(&p.a));
	assert_true(tc_str_find(p.a.text, TC_STR("HUYỆN ỦY BÌNH MINH"), 0) !=
		    SIZE_MAX);
	tc_arena_release(&p.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(recipients_of_a_document_are_no_authors),
		cmocka_unit_test(number_of_a_document_stays),
		cmocka_unit_test(head_of_a_document_is_kept),
		cmocka_unit_test(headline_below_the_date_is_the_title),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "page.h"

#include "base/file.h"

#include <stdio.h>
#include <time.h>

/* Lines behind P1, and what is kept of them. */
static void numbers_are_kept_with_their_lines(void **state)
{
	static const struct {
		const char *lines, *kept;
	} rows[] = {
		{ P2 "Số: 12-KH/HU\n", P2 "Số: 12-KH/HU" },
		{ P2 "Kết luận 127-\n/KL/TW\n", P2 "Kết luận 127-\n/KL/TW" },
		{ P2 "Kế hoạch số 12/\nKH-UBND\n",
		  P2 "Kế hoạch số 12/\nKH-UBND" },
		/* neither a counter nor a name */
		{ P2 "số\n12/\nKH-UBND\n" P2, P2 "số\n12/\nKH-UBND\n" P2 },
		/* menus are not */
		{ P2 "Trang chủ | Tin tức\nXem thêm tin\n", P2 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct page p;
		TC_SCOPED_BUF page = { 0 }, kept = { 0 };
		tc_buf_printf(&page, "Chi bộ thôn Bình Minh học văn bản mới\n"
			      "06-06-2023\n" P1 "%s", rows[i].lines);
		tc_buf_printf(&kept, P1 "%s", rows[i].kept);
		assert_int_equal(1, read_page(&p, tc_buf_str(&page)));
		assert_true(tc_str_eq(tc_str_trim(tc_buf_str(&kept)),
				      body_of(&p.a)));
		tc_arena_release(&p.arena);
	}
}

static void anniversary_below_the_title_is_kept(void **state)
{
	struct page p;

	(void)state;
	assert_int_equal(1, read_page(&p, TC_STR(
		"Chi bộ thôn Bình Minh kể chuyện ngày hội làng\n"
		"(19/5/1890 - 19/5/2020)\n" P1 P2)));
	assert_true(tc_str_starts(p.a.text, TC_STR("Chi bộ thôn")));
	assert_true(tc_str_starts(body_of(&p.a),
				  TC_STR("(19/5/1890 - 19/5/2020)\n")));
	tc_arena_release(&p.arena);
}

static void line_before_the_text_may_end_in_a_figure(void **state)
{
	struct page p;

	(void)state;
	assert_int_equal(1, read_page(&p, TC_STR(
		"Chi bộ thôn Bình Minh học văn bản mới\n06-06-2023\n"
		"Bài viết theo đúng Kế hoạch số 15/\ncủa xã\n" P1 P2)));
	assert_true(tc_str_starts(body_of(&p.a), TC_STR(
		"Bài viết theo đúng Kế hoạch số 15/\n")));
	tc_arena_release(&p.arena);
}

static void title_is_found_in_the_head(void **state)
{
	static const struct {
		const char *page, *title, *section;
	} rows[] = {
		{ "Chi bộ thôn Bình Minh họp bàn làm đường\n" P1 P2,
		  "Chi bộ thôn Bình Minh họp bàn làm đường", "" },
		{ "Tin hoạt động cơ sở\n\nChi bộ thôn Bình Minh họp bàn\n\n"
		  "06-06-2023 21:21\n\n" P1 P2,
		  "Chi bộ thôn Bình Minh họp bàn", "Tin hoạt động cơ sở" },
		{ "THỰC HIỆN KẾT LUẬN SỐ 01-KL/TW Ở XÃ TÂN AN:\n"
		  "Từ việc nhỏ đến việc lớn\n" P1 P2,
		  "THỰC HIỆN KẾT LUẬN SỐ 01-KL/TW Ở XÃ TÂN AN: "
		  "Từ việc nhỏ đến việc lớn", "" },
		{ "Nhảy đến nội dung\nQuyết tâm thực hiện thắng lợi Nghị quyết"
		  "\nChế độ ban đêm In trang Xuất PDF Đọc nội dung\n-A A +A\n\n"
		  "CHI BỘ MẪU TẠI PHƯỜNG ĐÔNG AN\n" P1 P2,
		  "CHI BỘ MẪU TẠI PHƯỜNG ĐÔNG AN", "" },
		{ "UBND XÃ TÂN AN - CỔNG THÔNG TIN ĐIỆN TỬ\n"
		  "CHI BỘ MẪU TẠI PHƯỜNG ĐÔNG AN\n"
		  "Ngày đăng: 09/10/2023 14:05\n" P1 P2,
		  "CHI BỘ MẪU TẠI PHƯỜNG ĐÔNG AN",
		  "UBND XÃ TÂN AN - CỔNG THÔNG TIN ĐIỆN TỬ" },
		/* not the section above its date, who wrote it, nor a tool */
		{ "Hoạt động của lãnh đạo\n06-06-2023\n"
		  "Chi bộ thôn Bình Minh họp bàn làm đường\n" P1 P2,
		  "Chi bộ thôn Bình Minh họp bàn làm đường", "" },
		{ "Chi bộ thôn Bình Minh họp bàn\nLý Thị Hoa - Trần Văn An\n"
		  P1 P2, "Chi bộ thôn Bình Minh họp bàn", "" },
		{ "Chi bộ thôn Bình Minh họp bàn\nLý Thị Hoa\n" P1 P2,
		  "Chi bộ thôn Bình Minh họp bàn", "" },
		{ "Chi bộ thôn Bình Minh họp bàn\nBài, ảnh: Lý Hoa\n"
		  "Font size : A- A A+\n" P1 P2,
		  "Chi bộ thôn Bình Minh họp bàn", "" },
		{ "Chi bộ thôn Bình Minh họp bàn\nTin tức\n06-06-2023\n" P1 P2,
		  "Chi bộ thôn Bình Minh họp bàn", "" },
		{ "Tin tức\nÁnh sáng từ chi bộ thôn Bình Minh\n" P1 P2,
		  "Ánh sáng từ chi bộ thôn Bình Minh", "" },
		{ "Trang chủ > Tin tức > Xây dựng Đảng\n"
		  "Đảng bộ xã Tân An học tập\nnghị quyết mới của Trung ương\n"
		  "Ngày đăng: 09/10/2023 14:05\n" P1 P2,
		  "Đảng bộ xã Tân An học tập nghị quyết mới của Trung ương",
		  "" },
	};
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct page p;
		assert_int_equal(1, read_page(&p, tc_str0(rows[i].page)));
		assert_str(rows[i].title, tc_article_title(&p.a));
		assert_str(P1 "Các đảng viên thống nhất giao mỗi người phụ "
			   "trách ba hộ dân, mỗi tháng báo cáo chi ủy một lần "
			   "bằng văn bản.", body_of(&p.a));
		if (*rows[i].section)
			assert_str(rows[i].section, p.a.section);
		tc_arena_release(&p.arena);
	}
}

/* It stands between the title and the text, which keeps it. */
static void caption_is_no_title(void **state)
{
	static const char *const captions[] = {
		"Quang cảnh buổi họp. Ảnh: Lý Hoa", "Toàn cảnh buổi họp",
		"Đảng viên trẻ phát biểu ý kiến (Ảnh: Lý Hoa)",
	};

	(void)state;
	for (size_t i = 0; i < sizeof captions / sizeof *captions; i++) {
		TC_SCOPED_BUF text = { 0 };
		struct page p;
		tc_buf_printf(&text, "Chi bộ thôn Bình Minh họp bàn\n%s\n%s",
			      captions[i], P1 P2);
		assert_int_equal(1, read_page(&p, tc_buf_str(&text)));
		assert_str("Chi bộ thôn Bình Minh họp bàn",
			   tc_article_title(&p.a));
		tc_arena_release(&p.arena);
	}
}

static void what_follows_the_article_goes(void **state)
{
	static const char *const tails[] = {
		"Tin liên quan\n Khai mạc giải bóng chuyền xã\n",
		"VP Sở\nTin khác\n1 2 3 4\nThống kê truy cập\n"
		"  • Đang truy cập: 1\nĐăng nhập\n\n"
		"ipv6 ready Chung nhan Tin Nhiem Mang\n",
		"Lý Thị Hoa\nXe máy bị mất cắp đã tìm thấy chủ\n"
		"Xem tiếp trang 2\n",
		"anh tin bai\nThư viện điện tử\nLiên kết website\n",
		"Tags: chuyển đổi số, đảng viên, Bến Tre\n"
		"Bạn cần đăng nhập để bình luận\n",
		"Bài trước: Đại hội Chi bộ thôn Thượng\n"
		"Bài tiếp: Huyện đoàn ra quân trồng cây\n",
		"© 2015 Trang thông tin điện tử Đảng bộ huyện Sơn Hạ\n",
		"http://sonha.example.vn/tin/123\nTác giả: Lý Thị Hoa\n",
		"Lịch công tác\nTuần 20 (từ 15/5 đến 21/5/2023)\n",
		"Tháng 6/2024\nT2 T3 T4 T5 T6 T7 CN\n1 2 3 4 5 6 7\n",
		"Các tin khác\nChi bộ thôn Thượng họp bàn\n12/05/2023\n"
		"Chi bộ thôn Hạ họp bàn\n11/05/2023\n"
		"Chi bộ thôn Đông họp bàn\n10/05/2023\n",
		"Cơ quan chủ quản: Huyện ủy Sơn Hạ\n",
	};
	(void)state;

	for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
		TC_SCOPED_BUF text = { 0 };
		struct page p;
		tc_buf_puts(&text, "Chi bộ thôn Bình Minh họp bàn\n" P1 P2);
		tc_buf_puts(&text, tails[i]);
		assert_int_equal(1, read_page(&p, tc_buf_str(&text)));
		assert_true(tc_str_ends(p.a.text, TC_STR("bằng văn bản.")));
		tc_arena_release(&p.arena);
	}
}

static void box_inside_the_article_goes_alone(void **state)
{
	struct page p;
	(void)state;

	assert_int_equal(1, read_page(&p, TC_STR(
		"Chi bộ thôn Bình Minh họp bàn\n" P1
		"Tin liên quan\nKhai mạc giải bóng chuyền xã\n" P2
		">> Xem thêm: Khai mạc giải bóng chuyền xã\n"
		"Current Time 0:00\nDuration 2:15\nz123_abc.jpg\n"
		"Theo dõi Báo Sơn Hạ trên Google News\n" P2)));
	assert_str(P1 P2 "Các đảng viên thống nhất giao mỗi người phụ trách "
		   "ba hộ dân, mỗi tháng báo cáo chi ủy một lần bằng văn bản.",
		   body_of(&p.a));
	tc_arena_release(&p.arena);
}

static void byline_and_credit_leave_the_text(void **state)
{
	struct page p;
	(void)state;

	assert_int_equal(1, read_page(&p, TC_STR(
		"Chi bộ thôn Bình Minh họp bàn\n" P1 "Nguồn: BTV\n" P2
		"Quang cảnh buổi sinh hoạt chuyên đề của chi bộ\n"
		"Nguyễn Phương Thảo, Chi bộ Tỉnh Đoàn\n")));
	assert_str("BTV", p.a.credit);
	assert_str("Nguyễn Phương Thảo, Chi bộ Tỉnh Đoàn", p.a.byline);
	assert_true(tc_str_ends(p.a.text, TC_STR("chuyên đề của chi bộ")));
	assert_true(tc_str_find(p.a.text, TC_STR("BTV"), 0) == SIZE_MAX);
	tc_arena_release(&p.arena);
}

/* Above the title the page's clock and the article's date look alike. */
static void date_above_the_title_may_be_its_own(void **state)
{
	static const struct {
		const char *page, *value;
		enum tc_hint_kind kind;
	} rows[] = {
		{ "18/03/2021 00:00\nXem với cỡ chữ\n" TITLE P1 P2,
		  "18/03/2021 00:00", TC_HINT_LINE },
		{ "Thứ tư, ngày 10 tháng 4 năm 2024\n"
		  "Thứ ba, ngày 9 tháng 1 năm 2024 | 10:31\n" TITLE P1 P2,
		  "Thứ ba, ngày 9 tháng 1 năm 2024 | 10:31", TC_HINT_LINE },
		{ "Trang chủ\nThứ hai, 19 Tháng 3 2018 15:25\n"
		  "1048 Lượt xem\n" TITLE P1 P2,
		  "Thứ hai, 19 Tháng 3 2018 15:25", TC_HINT_LINE },
		{ "Thứ bảy, 20/04/2024, 02:18\nTrang chủ\n" TITLE P1 P2,
		  "Thứ bảy, 20/04/2024, 02:18", TC_HINT_CLOCK },
		{ "Thứ bảy, 20/04/2024, 02:18 (GMT+7)\n" TITLE P1 P2,
		  "Thứ bảy, 20/04/2024, 02:18 (GMT+7)", TC_HINT_CLOCK },
		{ "Thứ bảy - 20/04/2024 02:18\nTrang chủ\n" TITLE P1 P2,
		  "Thứ bảy - 20/04/2024 02:18", TC_HINT_LINE },
		{ "Thứ Ba, 4 tháng 10, 2022\n" TITLE P1 P2,
		  "Thứ Ba, 4 tháng 10, 2022", TC_HINT_LINE },
		{ "20/04/2024 02:18\n" TITLE "09/01/2024 10:31\n" P1 P2,
		  "20/04/2024 02:18", TC_HINT_CLOCK },
		{ "Cập nhật lúc: 22:50, 29/08/2023\n" TITLE P1 P2,
		  "22:50, 29/08/2023", TC_HINT_UPDATED },
		/* a column's */
		{ "Chính trị Thứ bảy 20/04/2024, 02:18\n" TITLE P1 P2,
		  "Thứ bảy 20/04/2024, 02:18", TC_HINT_LINE },
		/* and below it */
		{ TITLE "Thứ sáu, ngày 01/3/2024\nThứ Hai 19/09/2022 17:07\n"
		  "Xem với cỡ chữ\n" P1 P2,
		  "Thứ sáu, ngày 01/3/2024", TC_HINT_CLOCK },
		{ TITLE "Thứ Hai 19/09/2022 17:07\nXem với cỡ chữ\n" P1 P2,
		  "Thứ Hai 19/09/2022 17:07", TC_HINT_LINE },
		{ "Báo điện tử | Thứ ba, ngày 09 tháng 01 năm 2024\n"
		  TITLE "09/01/2024 | 17:02\n" P1 P2,
		  "Thứ ba, ngày 09 tháng 01 năm 2024", TC_HINT_CLOCK },
		/* no headline */
		{ "Lượt xem: 356\nThứ Hai, 09/12/2019, 08:30 [GMT+7]\n" P1 P2 P2,
		  "Thứ Hai, 09/12/2019, 08:30 [GMT+7]", TC_HINT_LINE },
		/* below the author's initials */
		{ TITLE "Lượt xem: 6783\n" P1 P2 "T.H (bt)\n10/05/2023\n",
		  "10/05/2023", TC_HINT_LINE },
		/* above the head of a document */
		{ "Văn bản\n16/05/2022 08:12 SA | Lượt xem: 402\n"
		  "ĐẢNG CỘNG SẢN VIỆT NAM\nHUYỆN ỦY SƠN HẠ\n"
		  "ĐẢNG ỦY XÃ SƠN HẠ\n*\nSố 54-KH/ĐU\n"
		  "Sơn Hạ, ngày 14 tháng 5 năm 2022\nKẾ HOẠCH\n" P1 P2,
		  "16/05/2022 08:12 SA", TC_HINT_LINE },
		{ "Kế hoạch 54-KH/ĐU về đường làng\n"
		  "Cập nhật: 08:30 21/03/2022\nĐẢNG ỦY XÃ SƠN HẠ\n"
		  "Số 54-KH/ĐU\nSơn Hạ, ngày 14 tháng 3 năm 2022\n" P1 P2,
		  "08:30 21/03/2022", TC_HINT_UPDATED },
	};
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct page p;
		bool found = false;
		assert_int_equal(1, read_page(&p, tc_str0(rows[i].page)));
		for (size_t h = 0; h < p.a.hint_count; h++)
			if (tc_str_is(p.a.hints[h].value, rows[i].value)) {
				found = true;
				assert_int_equal(rows[i].kind,
						 p.a.hints[h].kind);
			}
		if (!found)
			fail_msg("%zu: %zu hints", i, p.a.hint_count);
		tc_arena_release(&p.arena);
	}
}

static void institution_of_the_author_is_no_title(void **state)
{
	struct page p;

	(void)state;
	assert_int_equal(1, read_page(&p, TC_STR(
		"Một số điểm mới về công tác kiểm tra của Đảng\n\n"
		"PHẠM THÀNH NAM\nHọc viện Chính trị khu vực I\n\n"
		P1 P2)));
	assert_str("Một số điểm mới về công tác kiểm tra của Đảng",
		   tc_article_title(&p.a));
	tc_arena_release(&p.arena);
	/* a headline with a document below a name is one */
	assert_int_equal(1, read_page(&p, TC_STR(
		"Trang tin của chúng ta\nPhạm Thành Nam\n"
		"Học viện học tập Kết luận số 01-KL/TW\n\n" P1 P2)));
	assert_str("Học viện học tập Kết luận số 01-KL/TW",
		   tc_article_title(&p.a));
	tc_arena_release(&p.arena);
}

/* Lines of a wrapped page above its date line, and whether the line stands
 * alone there. */
/* A journal's page: crumbs that end in the headline, the scholar who signs
 * below it, and where he works. */
static void scholar_leaves_the_text(void **state)
{
	static const struct {
		const char *lines, *byline;
	} rows[] = {
		{ "TS ĐẶNG MINH CHÍ\n\nViện Xây dựng Đảng,\n\n"
		  "Học viện Chính trị quốc gia Hồ Chí Minh\n\n",
		  "TS ĐẶNG MINH CHÍ, Viện Xây dựng Đảng, "
		  "Học viện Chính trị quốc gia Hồ Chí Minh" },
		{ "TS ĐẶNG MINH CHÍ\nTrường Chính trị tỉnh Hà Nam\n",
		  "TS ĐẶNG MINH CHÍ, Trường Chính trị tỉnh Hà Nam" },
		{ "TS ĐẶNG MINH CHÍ\n", "TS ĐẶNG MINH CHÍ" },
		{ "ThS. Đặng Minh Chí - Phó Trưởng khoa Dân vận\n",
		  "ThS. Đặng Minh Chí - Phó Trưởng khoa Dân vận" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct page p;
		TC_SCOPED_BUF page = { 0 };
		tc_buf_printf(&page, "Trang chủ    Thực tiễn    Tổ chức đảng "
			      "trong cơ quan và mấy việc nên bàn\n"
			      "Thứ tư, 13 Tháng 12 2023 09:21\n"
			      "4827 Lượt xem\n\n"
			      "Tổ chức đảng trong cơ quan và mấy việc nên bàn"
			      "\n\n%s" P1 P2, rows[i].lines);
		assert_int_equal(1, read_page(&p, tc_buf_str(&page)));
		assert_str("Tổ chức đảng trong cơ quan và mấy việc nên bàn",
			   tc_article_title(&p.a));
		assert_str(rows[i].byline, p.a.byline);
		assert_true(tc_str_starts(body_of(&p.a), TC_STR("Chiều 5/8")));
		tc_arena_release(&p.arena);
	}
}

/* A date line below the text: who wrote it, or nothing else stands there. */
static void date_below_the_text_may_be_its_own(void **state)
{
	static const struct {
		const char *tail;
		bool own;
	} rows[] = {
		{ "Lý Thị Hoa - 06/06/2023\n", true },
		{ "Đăng bởi Lý Thị Hoa lúc 08:15 06/06/2023\nTin khác\n", true },
		{ "06/06/2023 08:15\n", true },
		{ "06/06/2023 08:15\nKhai mạc giải bóng chuyền xã\n", false },
		{ "Lý Thị Hoa\nBài hay lắm\n06/06/2023 08:15\n", false },
		{ "Sơn Hạ 06/06/2023 28°C\n", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct page p;
		TC_SCOPED_BUF page = { 0 };
		tc_buf_printf(&page, "Chi bộ thôn Bình Minh họp bàn\n%s%s",
			      P1 P2, rows[i].tail);
		assert_int_equal(1, read_page(&p, tc_buf_str(&page)));
		assert_int_equal(rows[i].own, p.a.hint_count);
		tc_arena_release(&p.arena);
	}
}

static void date_line_stands_in_the_head_only(void **state)
{
	static const char wrapped[] =
		"Chiều mùng năm tháng tám, chi bộ tổ chức buổi\n"
		"sinh hoạt chuyên đề về xây dựng nông thôn mới,\n"
		"có ba mươi đảng viên và mười lăm quần chúng\n"
		"tham dự, nghe báo cáo về kết quả nửa năm qua,\n"
		"rồi cùng nhau bàn về việc làm đường trong thôn\n"
		"mà lâu nay chưa làm được đến nơi đến chốn và\n"
		"vì sao năm nay phải làm cho kịp trước mùa mưa\n"
		"để các cháu nhỏ đi học qua suối được bình yên.\n";
	static const struct {
		const char *above;
		bool alone;
	} rows[] = {
		{ "một dòng ở trên và\nhai dòng ở trên và\n"
		  "ba dòng ở trên và\nbốn dòng ở trên và\n", true },
		{ "một dòng ở trên và\nhai dòng ở trên và\n"
		  "ba dòng ở trên và\nbốn dòng ở trên và\n"
		  "năm dòng ở trên và\n", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct page p;
		TC_SCOPED_BUF page = { 0 };
		tc_buf_printf(&page, "Chi bộ thôn Bình Minh họp bàn\n%s"
			      "16/08/2019\n%s", rows[i].above, wrapped);
		assert_int_equal(1, read_page(&p, tc_buf_str(&page)));
		const bool inside = tc_str_find(p.a.text,
			TC_STR("16/08/2019 Chiều"), 0) != SIZE_MAX;
		assert_int_equal(rows[i].alone, !inside);
		tc_arena_release(&p.arena);
	}
}

/* Each ends where the next word had no room, be it in upper case. */
static void lines_that_a_program_broke_are_joined(void **state)
{
	static const char title[] =
		"MTTQ huyện Sơn Hạ giám sát việc hỗ trợ người dân";
	static const char text[] =
		"Từ ngày 22 đến 26/11/2021, Ủy ban MTTQ huyện Sơn Hạ giám sát việc thực\n"
		"hiện Nghị quyết số 68/NQ-CP, Nghị quyết số 126/NQ-CP của Chính phủ và\n"
		"Quyết định số 23/2021/QĐ-TTg của Thủ tướng Chính phủ tại 4 xã.\n"
		"Đoàn làm việc với UBND xã Tân An, UBND xã Hòa Bình, UBND xã Đông Sơn và\n"
		"Ban Công tác Mặt trận các thôn, gặp 40 hộ dân.\n"
		"Hoàng Oanh\n";
	struct page p;
	TC_SCOPED_BUF page = { 0 };

	(void)state;
	tc_buf_printf(&page, "%s\n30/11/2021 08:15\n%s", title, text);
	assert_int_equal(1, read_page(&p, tc_buf_str(&page)));
	assert_str(title, tc_article_title(&p.a));
	assert_str("Hoàng Oanh", p.a.byline);
	const struct tc_str body = body_of(&p.a);
	size_t breaks = 0;
	for (size_t i = 0; i < body.n; i++)
		breaks += body.p[i] == '\n';
	assert_int_equal(1, breaks);
	assert_true(tc_str_ends(body, TC_STR("gặp 40 hộ dân.")));
	tc_arena_release(&p.arena);
}

static void wrapped_lines_are_joined(void **state)
{
	struct page p;
	(void)state;

	assert_int_equal(1, read_page(&p, TC_STR(
		"Chi bộ thôn Bình Minh họp bàn\n"
		"16/08/2019\nLượt xem: 73\n"
		"Chiều mùng năm tháng tám, chi bộ tổ chức buổi\n"
		"sinh hoạt chuyên đề về xây dựng nông thôn mới,\n"
		"có ba mươi đảng viên và mười lăm quần chúng\n"
		"tham dự, nghe báo cáo về kết quả nửa năm qua.\n\n"
		"Các đảng viên thống nhất giao mỗi người phụ\n"
		"trách ba hộ dân, mỗi tháng báo cáo chi ủy một\n"
		"lần bằng văn bản, và mỗi quý họp một buổi với\n"
		"toàn thể bà con trong thôn để nghe góp ý, cùng\n"
		"nhau tìm cách tháo gỡ những việc còn vướng mắc\n"
		"mà lâu nay chưa làm được đến nơi đến chốn.\n")));
	assert_str("Chi bộ thôn Bình Minh họp bàn", tc_article_title(&p.a));
	struct tc_str body = body_of(&p.a);
	size_t breaks = 0;
	for (size_t i = 0; i < body.n; i++)
		breaks += body.p[i] == '\n';
	assert_int_equal(1, breaks);
	assert_true(tc_str_starts(body, TC_STR("Chiều mùng")));
	tc_arena_release(&p.arena);
	/* half a sentence is no date line, figures are no page number */
	assert_int_equal(1, read_page(&p, TC_STR(
		"Hội Phụ nữ xã Tân An họp mặt\n\n"
		"Chiều ngày 18/10/2022, Hội Phụ nữ\n"
		"xã Tân An tổ chức họp mặt kỷ niệm ngày thành lập\n"
		"(20/10/1930 -20/10/2022).\n"
		"Trong không khí tràn đầy niềm vui, các chị đã cùng\n"
		"nhau ôn lại truyền thống của phụ nữ và kể cho nhau\n"
		"nghe những việc làm hay của các chi hội ở các thôn\n"
		"trong xã, rồi bàn cách giúp các gia đình hội viên\n"
		"còn khó khăn, nhất là những chị nuôi con một mình\n"
		"mà không có việc làm ổn định quanh năm.\n")));
	body = body_of(&p.a);
	assert_true(tc_str_starts(body, TC_STR("Chiều ngày 18/10/2022, Hội "
					       "Phụ nữ xã Tân An")));
	assert_true(tc_str_find(body, TC_STR("-20/10/2022)"), 0) < body.n);
	tc_arena_release(&p.arena);
	/* a third of the lines goes on in lower case */
	assert_int_equal(1, read_page(&p, TC_STR(
		"Xã Tân An học tập kết luận mới\n\n"
		"Ngày 12/8/2024, Ban Chấp hành\n"
		"Đảng bộ xã Tân An mở hội nghị học tập, có bà\n"
		"Lê Thị Hạnh, ông Trần Văn Bình và ông Phan Đức\n"
		"An cùng dự, và toàn thể đảng viên của Chi bộ\n"
		"Hòa Bình, Chi bộ Tân Lập, Chi bộ Đông Sơn.\n"
		"Hội nghị nghe báo cáo viên của Ban Tuyên giáo\n"
		"Huyện ủy trình bày nội dung chính của kết luận,\n"
		"rồi các chi bộ thảo luận về cách làm ở thôn và\n"
		"ghi phiếu thu hoạch, mỗi người một bản viết tay\n"
		"nộp cho chi ủy vào cuối buổi.\n")));
	body = body_of(&p.a);
	assert_true(tc_str_starts(body, TC_STR("Ngày 12/8/2024, Ban Chấp hành "
					       "Đảng bộ")));
	tc_arena_release(&p.arena);
}

static void pages_without_an_article_are_rejected(void **state)
{
	static const struct {
		const char *page;
		enum tc_reject_reason reason;
	} rows[] = {
		{ "", TC_REJECT_EMPTY },
		{ "  \r\n\t", TC_REJECT_EMPTY },
		{ "%PDF-1.5 ...", TC_REJECT_UNSUPPORTED_TYPE },
		{ "Thi\xD5t", TC_REJECT_CHARSET },
		{ "Trang chủ\nLiên hệ\n", TC_REJECT_NO_ARTICLE },
		{ "Một câu ngắn thôi, chưa đủ thành một tin.",
		  TC_REJECT_NO_ARTICLE },
		{ "Chi bộ bản Nà Pàn trồng thêm hai ha\n12/11/2022 08:10\n"
		  "Huyện ủy tập huấn nghiệp vụ công tác\n10/11/2022 15:32\n"
		  "Kết nạp hai đảng viên là trưởng bản\n09/11/2022 07:00\n"
		  "Ra mắt mô hình chi bộ bốn tốt\n08/11/2022 07:00\n",
		  TC_REJECT_LIST_PAGE },
	};
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct page p;
		assert_int_equal(0, read_page(&p, tc_str0(rows[i].page)));
		assert_string_equal(tc_reject_name(rows[i].reason),
				    tc_reject_name(p.r.reason));
		tc_arena_release(&p.arena);
	}
}

static void broken_bytes_do_no_harm(void **state)
{
	uint32_t seed = 1;
	(void)state;

	for (int round = 0; round < 200; round++) {
		char bytes[2000];
		struct page p;
		for (size_t i = 0; i < sizeof bytes; i++) {
			seed = seed * 1664525 + 1013904223;
			bytes[i] = (char)(round % 2 ? ' ' + (seed >> 24) % 96 :
					  seed >> 24);
			if ((seed >> 8) % 40 == 0)
				bytes[i] = '\n';
		}
		read_page(&p, tc_str(bytes, sizeof bytes));
		tc_arena_release(&p.arena);
	}
}

/* What the five articles must give; their text is not kept here. */
static void seeds_are_read(void **state)
{
	static const struct {
		const char *file, *title_starts, *byline;
	} rows[] = {
		{ "000_8e16a4fdfc367aa1.txt", "Chi bộ Tỉnh Đoàn tổ chức",
		  "Nguyễn Phương Thảo, Chi bộ Tỉnh Đoàn" },
		{ "001_9e332e4fa43bbb3b.txt", "SINH HOẠT CHI BỘ MẪU", "" },
		{ "002_fd29df4cf512d846.txt", "Những điểm mới", "VP Sở" },
		{ "003_c9fe62c7f0ace972.txt", "DIỄN ĐÀN SINH HOẠT", "" },
		{ "004_852d480e45eae4e5.txt", "THỰC HIỆN KẾT LUẬN SỐ 01-KL/TW",
		  "HOÀI NHÂN" },
	};
	static const char *const absent[] = {
		"Thống kê truy cập", "Tin liên quan", "Chế độ ban đêm",
		"Lượt xem", "Bình luận", "Mục lục", "anh tin bai",
		"Nhảy đến", "06-06-2023",
	};
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF text = { 0 };
		char path[1024];
		struct page p;
		snprintf(path, sizeof path, "%s/../shared/seeds/%s",
			 getenv("srcdir"), rows[i].file);
		/* skip() prints "not ok", which automake counts as failed */
		if (!tc_file_exists(path))
			return;
		assert_int_equal(0, tc_file_read(path, 1 << 20, &text, NULL));
		assert_int_equal(1, read_page(&p, tc_buf_str(&text)));
		assert_true(tc_str_starts(tc_article_title(&p.a),
					  tc_str0(rows[i].title_starts)));
		assert_str(rows[i].byline, p.a.byline);
		assert_str("vi", p.a.language);
		for (size_t k = 0; k < sizeof absent / sizeof *absent; k++)
			if (tc_str_find(p.a.text, tc_str0(absent[k]), 0) !=
			    SIZE_MAX)
				fail_msg("%s: '%s'", path, absent[k]);
		tc_arena_release(&p.arena);
	}
}

#define TRIES 5

/* The lines again and again between a headline and the text, or first of all. */
static double seconds_for(const char *lines, size_t bytes, bool headed)
{
	TC_SCOPED_BUF page = { 0 };
	struct timespec start, end;
	struct page p;

	if (headed)
		tc_buf_puts(&page, "Chi bộ thôn Bình Minh học văn bản mới\n");
	while (page.n < bytes)
		tc_buf_puts(&page, lines);
	tc_buf_puts(&page, P1 P2);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
	read_page(&p, tc_buf_str(&page));
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
	tc_arena_release(&p.arena);
	return (double)(end.tv_sec - start.tv_sec) +
	       (double)(end.tv_nsec - start.tv_nsec) / 1e9;
}

static void thousands_of_lines_take_linear_time(void **state)
{
	static const char *const lines[] = {
		"15/6/2020 10:20\n- Tin tức mới\n", "15/6/2020 10:20\n",
		"Thứ hai, 15/6/2020\n", "Trường A\n", "Khoa\n",
		"Nguyễn Văn An\n", "ThS Lê Văn An\nKhoa\n",
		"Trường Đại học X\nThS Lê Văn An\n", "KẾ HOẠCH\n",
		"TIN MỚI TRONG TUẦN\n", "Tin vắn về\n", "Số 12-KH/TU\n",
		"Căn cứ Luật Tổ chức;\n", "-----\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		for (int headed = 0; headed < 2; headed++) {
			double small, large;
			int tries = 0;
			/* eight times the text; quadratic: 64 times, however
			 * busy the machine is */
			do {
				small = seconds_for(lines[i], 32 << 10, headed);
				large = seconds_for(lines[i], 256 << 10,
						    headed);
			} while (large > .5 && large > 24 * small &&
				 ++tries < TRIES);
			if (tries == TRIES)
				fail_msg("\"%s\": %.3f s, then %.3f s",
					 lines[i], small, large);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(title_is_found_in_the_head),
		cmocka_unit_test(numbers_are_kept_with_their_lines),
		cmocka_unit_test(anniversary_below_the_title_is_kept),
		cmocka_unit_test(line_before_the_text_may_end_in_a_figure),
		cmocka_unit_test(caption_is_no_title),
		cmocka_unit_test(what_follows_the_article_goes),
		cmocka_unit_test(box_inside_the_article_goes_alone),
		cmocka_unit_test(byline_and_credit_leave_the_text),
		cmocka_unit_test(date_above_the_title_may_be_its_own),
		cmocka_unit_test(institution_of_the_author_is_no_title),
		cmocka_unit_test(scholar_leaves_the_text),
		cmocka_unit_test(date_below_the_text_may_be_its_own),
		cmocka_unit_test(date_line_stands_in_the_head_only),
		cmocka_unit_test(lines_that_a_program_broke_are_joined),
		cmocka_unit_test(wrapped_lines_are_joined),
		cmocka_unit_test(pages_without_an_article_are_rejected),
		cmocka_unit_test(broken_bytes_do_no_harm),
		cmocka_unit_test(seeds_are_read),
		cmocka_unit_test(thousands_of_lines_take_linear_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

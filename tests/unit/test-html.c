/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "import/compose.h"
#include "import/import.h"
#include "import/tag.h"
#include "import/url.h"

#include <stdio.h>

#define S1 "Chiều 5/8, Chi bộ thôn Bình Minh tổ chức sinh hoạt chuyên đề về " \
	   "xây dựng nông thôn mới theo Nghị quyết số 12-NQ/TU."
#define S2 "Các đảng viên thống nhất giao mỗi người phụ trách ba hộ dân, " \
	   "mỗi tháng báo cáo chi ủy một lần bằng văn bản."
#define P1 "<p>" S1 "</p>"
#define P2 "<p>" S2 "</p>"
#define H1 "<h1>Chi bộ thôn Bình Minh họp bàn</h1>"

struct page {
	struct tc_arena arena;
	struct tc_article a;
	struct tc_reject r;
};

static int read_bytes(struct page *p, struct tc_str bytes, const char *url)
{
	struct tc_capture c = { .source = TC_STR("x.html"),
				.url = tc_str0(url) };

	memset(p, 0, sizeof *p);
	return tc_import_read(&c, bytes, &p->arena, &p->a, &p->r);
}

static void must_read(struct page *p, const char *html)
{
	if (!read_bytes(p, tc_str0(html), NULL))
		fail_msg("rejected as %s: %s", tc_reject_name(p->r.reason),
			 p->r.detail.p);
}

static struct tc_str body_of(const struct tc_article *a)
{
	return tc_str_from(a->text, a->title_len + 2);
}

/* Text in, text out: what inline and block elements do to a line. */
static void markup_becomes_lines(void **state)
{
	static const struct {
		const char *html, *body;
	} rows[] = {
		{ P1 P2, S1 "\n" S2 },
		{ S1 "<br><br>" S2, S1 "\n" S2 },
		{ "<p>Nghị quyết <b>21</b>-NQ/<i>TW</i>&nbsp;&amp; " S1
		  "</p>" P2, "Nghị quyết 21-NQ/TW & " S1 "\n" S2 },
		{ P1 "<script>var a = \"<p>x</p>\";</script>"
		  "<style>p{}</style><p style=\"display: none\">ẩn</p>" P2,
		  S1 "\n" S2 },
		{ P1 "<table><tr><td>Số chi bộ</td><td>12</td></tr>"
		  "<tr><td>Đảng viên</td><td>310</td></tr></table>" P2,
		  S1 "\nSố chi bộ | 12\nĐảng viên | 310\n" S2 },
		/* cells of a layout are lines, in cells of data blocks are not */
		{ "<table><tr><td>" S1 "<tr><td>" S2 "</table>", S1 "\n" S2 },
		{ P1 "<table><tr><td><p>Ngày</p><td><p>Nơi<br>họp</p><tr><td>"
		  "<p>7/4</p><td><p>Xã An Lạc</p></table>" P2,
		  S1 "\nNgày | Nơi họp\n7/4 | Xã An Lạc\n" S2 },
		/* names of units in a table are no authors */
		{ P1 P2 "<table><tr><td>Chi bộ Y Tế<tr><td>Chi bộ Thôn Hạ"
		  "<tr><td>Chi bộ Quân Sự</table><table><tr><td>Chi bộ Thôn "
		  "Đông<td><td>Đảng bộ xã Hòa Sơn</table>",
		  S1 "\n" S2 "\nChi bộ Y Tế\nChi bộ Thôn Hạ\nChi bộ Quân Sự"
		  "\nChi bộ Thôn Đông | Đảng bộ xã Hòa Sơn" },
		/* declarations are none of the text */
		{ "<![if !supportLists]>" P1 "<![endif]>" P2, S1 "\n" S2 },
		{ "<pre>\n" S1 "\n  \n" S2 "\n</pre>", S1 "\n" S2 },
		{ "<pre>\n" S1 " " S2 "\n" S1 "\n" S2 "</pre>",
		  S1 " " S2 "\n" S1 "\n" S2 },
		{ "<text-block>" S1 "</text-block><share-bar>Tải về máy "
		  "</share-bar><text-block>" S2 "</text-block>",
		  S1 "\n" S2 },
		{ P1 "<p class=\"d-none\">ẩn</p>" P2, S1 "\n" S2 },
		{ P1 "<figure><img alt=\"anh tin bai\"><figcaption>Quang cảnh "
		  "buổi sinh hoạt</figcaption></figure>" P2,
		  S1 "\nQuang cảnh buổi sinh hoạt\n" S2 },
		{ "<div class=\"sapo\"><strong>" S2 "</strong></div>"
		  "<div>" P1 P1 "</div>", S2 "\n" S1 "\n" S1 },
		{ P1 "<div class=\"related\"><a href=\"/1\">Khai mạc giải "
		  "bóng chuyền xã</a></div>" P2, S1 "\n" S2 },
		{ "<p>" S1 "<p>" S2, S1 "\n" S2 },
		{ "<div class=\"print-content\">" P1 P2 "</div>"
		  "<ul><li>Tin trong tỉnh<li>Tin trong nước<li>Thế giới</ul>",
		  S1 "\n" S2 },
	};
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char html[4096];
		struct page p;
		snprintf(html, sizeof html, "<html><body>" H1
			 "<div id=\"noi-dung\">%s</div></body></html>",
			 rows[i].html);
		must_read(&p, html);
		assert_str("Chi bộ thôn Bình Minh họp bàn",
			   tc_article_title(&p.a));
		assert_str(rows[i].body, body_of(&p.a));
		tc_arena_release(&p.arena);
	}
}

/* A document printed in full carries its number and day above its title. */
static void letterhead_is_kept_below_the_title(void **state)
{
	struct page p;

	(void)state;
	must_read(&p, "<html><body><div><p>Số: 54-KH/TU</p><p>Sơn Hạ, ngày 27 "
		  "tháng 3 năm 2020</p>" H1 P1 P2 "</div></body></html>");
	assert_str("Chi bộ thôn Bình Minh họp bàn", tc_article_title(&p.a));
	assert_str("Số: 54-KH/TU\nSơn Hạ, ngày 27 tháng 3 năm 2020\n"
		   S1 "\n" S2, body_of(&p.a));
	tc_arena_release(&p.arena);
}

static void title_is_not_the_name_of_the_site(void **state)
{
	static const char site[] = "Cổng thông tin điện tử xã Tân An";
	static const struct {
		const char *head, *body, *title;
	} rows[] = {
		{ "<title>Chi bộ thôn Bình Minh họp bàn - Cổng thông tin điện "
		  "tử xã Tân An</title>",
		  "<h1>Cổng thông tin điện tử xã Tân An</h1>"
		  "<h3>Chi bộ thôn Bình Minh họp bàn</h3>",
		  "Chi bộ thôn Bình Minh họp bàn" },
		{ "<title>Trang tin | Chi bộ thôn Bình Minh họp bàn</title>",
		  "<span class=\"tieude\">Chi bộ thôn Bình Minh họp bàn</span>"
		  "<br>", "Chi bộ thôn Bình Minh họp bàn" },
		{ "<meta property=\"og:title\" content=\"Chi bộ thôn Bình "
		  "Minh họp b&#x00E0;n v&#224; l&agrave;m\">", "",
		  "Chi bộ thôn Bình Minh họp bàn và làm" },
		{ "<meta property=\"og:title\" content=\"Thực hiện Kết luận "
		  "01-KL/TW: Từ việc nhỏ\">",
		  "<h1><span>Thực hiện Kết luận 01-KL/TW:</span><br/>Từ việc "
		  "nhỏ</h1>", "Thực hiện Kết luận 01-KL/TW: Từ việc nhỏ" },
		{ "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\""
		  ":\"NewsArticle\",\"headline\":\"Chi bộ thôn Bình Minh\n "
		  "họp bàn\"}]}</script>",
		  "<h2>Chi bộ thôn Bình Minh họp bàn</h2>",
		  "Chi bộ thôn Bình Minh họp bàn" },
		/* nor the head of a document */
		{ "", "<p><b>HUYỆN ỦY SƠN HẠ ĐẢNG CỘNG SẢN VIỆT NAM</b></p>"
		  "<p>Số 31-KH/HU Sơn Hạ, ngày 05 tháng 9 năm 2023</p>"
		  "<p><b>Kế hoạch học tập chuyên đề</b></p>"
		  "<p>Kính gửi: Các chi bộ trong toàn xã</p>",
		  "Kế hoạch học tập chuyên đề" },
	};
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char html[4096];
		struct page p;
		snprintf(html, sizeof html, "<html><head>%s</head><body>"
			 "<div class=\"banner\">%s</div>%s<div>" P1 P2
			 "</div></body></html>", rows[i].head, site,
			 rows[i].body);
		must_read(&p, html);
		assert_str(rows[i].title, tc_article_title(&p.a));
		tc_arena_release(&p.arena);
	}
}

static const struct tc_hint *find_hint(const struct tc_article *a,
				       enum tc_hint_kind kind)
{
	for (size_t i = 0; i < a->hint_count; i++)
		if (a->hints[i].kind == kind)
			return &a->hints[i];
	return NULL;
}

static void dates_become_hints(void **state)
{
	static const struct {
		const char *head, *above, *below;
		enum tc_hint_kind kind;
		const char *value;
	} rows[] = {
		{ "<meta property=\"article:published_time\" "
		  "content=\"2023-06-06T21:21:00+07:00\">", "", "",
		  TC_HINT_METADATA, "2023-06-06T21:21:00+07:00" },
		{ "<script type=\"application/ld+json\">{\"@type\":"
		  "\"NewsArticle\",\"datePublished\":\"2023-06-06\","
		  "\"dateModified\":\"2023-06-07\"}</script>", "", "",
		  TC_HINT_MODIFIED, "2023-06-07" },
		{ "", "", "<time datetime=\"2023-06-06\">hôm qua</time>",
		  TC_HINT_METADATA, "2023-06-06" },
		{ "", "", "<span class=\"ngay\">06-06-2023 21:21</span>",
		  TC_HINT_LINE, "06-06-2023 21:21" },
		{ "", "", "<p>Ngày đăng: 06/06/2023</p>", TC_HINT_LABELLED,
		  "06/06/2023" },
		{ "", "<div>Thứ Bảy, ngày 23 tháng 11 năm 2024</div>"
		  "<div>Trang chủ</div>", "", TC_HINT_CLOCK,
		  "Thứ Bảy, ngày 23 tháng 11 năm 2024" },
	};
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char html[4096];
		struct page p;
		snprintf(html, sizeof html, "<html><head>%s</head><body>%s" H1
			 "%s<div>" P1 P2 "</div></body></html>", rows[i].head,
			 rows[i].above, rows[i].below);
		must_read(&p, html);
		const struct tc_hint *hint = find_hint(&p.a, rows[i].kind);
		assert_non_null(hint);
		assert_str(rows[i].value, hint->value);
		assert_str(S1 "\n" S2, body_of(&p.a));
		tc_arena_release(&p.arena);
	}
}

/* Right below the body's element, with who wrote it or by its class. */
static void date_below_the_body_may_be_its_own(void **state)
{
	static const struct {
		const char *below;
		bool own;
	} rows[] = {
		{ "<div>Lý Thị Hoa - 10/05/2023</div>", true },
		{ "<div class=\"time\">10/05/2023 08:15</div>", true },
		{ "<div>10/05/2023 08:15</div>", false },
		{ "<ul><li><span class=\"date\">10/05/2023</span> <a "
		  "href=\"/1\">Khai mạc giải bóng chuyền xã</a></ul>", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char html[4096];
		struct page p;
		snprintf(html, sizeof html, "<html><body>" H1 "<div>" P1 P2
			 "</div>%s</body></html>", rows[i].below);
		must_read(&p, html);
		assert_int_equal(rows[i].own, p.a.hint_count);
		tc_arena_release(&p.arena);
	}
}

/* In the element of title and body. */
static void date_above_a_title_in_the_body_is_read(void **state)
{
	struct page p;

	(void)state;
	must_read(&p, "<html><body><div><p>Chính trị</p>"
		      "<p>06-06-2023 - 21:21</p>" H1 P1 P2 "</div></body></html>");
	const struct tc_hint *hint = find_hint(&p.a, TC_HINT_LINE);
	assert_non_null(hint);
	assert_str("06-06-2023 - 21:21", hint->value);
	assert_str(S1 "\n" S2, body_of(&p.a));
	tc_arena_release(&p.arena);
}

static void address_is_what_the_page_calls_canonical(void **state)
{
	static const struct {
		const char *link, *url, *canonical, *site;
	} rows[] = {
		{ "https://Bao.Example/Tin/1.html#top", "",
		  "https://bao.example/Tin/1.html", "bao.example" },
		{ "/tin/1.html", "http://bao.example:8080/tin/1?x=2",
		  "http://bao.example:8080/tin/1.html", "bao.example" },
		{ "https://bao.example/", "https://bao.example/tin/1",
		  "https://bao.example/tin/1", "bao.example" },
		{ "https://khac.example/tin/1", "https://bao.example/tin/1",
		  "https://bao.example/tin/1", "bao.example" },
		{ "javascript:alert(1)", "", "", "" },
		/* hosts, and what is none */
		{ "https://báo-mới.example/1", "", "https://báo-mới.example/1",
		  "báo-mới.example" },
		{ "http://[::1]:80/1", "", "http://[::1]:80/1", "[::1]" },
		{ "https://tinhuy$(id>pwned).vn/a", "", "", "" },
		{ "https://a`id`.vn/a", "", "", "" },
		{ "https://\u202Evil.vn/a", "", "", "" },
		{ "http://[::1/1", "", "", "" },
		{ "http://a'b.vn/1", "http://bao.example/1",
		  "http://bao.example/1", "bao.example" },
	};
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char html[4096];
		struct page p;
		snprintf(html, sizeof html, "<html><head><link rel=canonical "
			 "href=\"%s\"></head><body>" H1 P1 P2, rows[i].link);
		assert_int_equal(1, read_bytes(&p, tc_str0(html),
					       rows[i].url));
		assert_str(rows[i].canonical, p.a.url);
		assert_str(rows[i].site, p.a.site);
		tc_arena_release(&p.arena);
	}
}

static void byline_credit_and_section_are_found(void **state)
{
	struct page p;
	(void)state;

	must_read(&p, "<html lang=vi><body><ul class=\"breadcrumb\"><li><a "
		  "href=/>Trang chủ</a></li><li><a href=/x>Xây dựng Đảng</a>"
		  "</li></ul>" H1 "<div class=\"content\">" P1 P2
		  "<p align=right><b>Tổ tuyên giáo xã</b></p>"
		  "<p>Nguồn: Báo Tân An</p></div></body></html>");
	assert_str("Xây dựng Đảng", p.a.section);
	assert_str("Tổ tuyên giáo xã", p.a.byline);
	assert_str("Báo Tân An", p.a.credit);
	assert_str("vi", p.a.language);
	assert_str(S1 "\n" S2, body_of(&p.a));
	tc_arena_release(&p.arena);
}

static void what_stands_beside_the_article_stays_out(void **state)
{
	struct page p;
	(void)state;

	must_read(&p, "<html><body><nav><a href=/1>Giới thiệu</a></nav>"
		  "<div id=\"main\">" H1
		  "<div class=\"tools\"><a>In trang</a></div><div>" P1 P2
		  "</div><div class=\"comment\"><p>Tôi rất đồng tình với bài "
		  "viết này của tòa soạn, mong có thêm nhiều bài.</p></div>"
		  "<h3>Tin khác</h3><ul><li><a href=/2>Khai mạc giải bóng "
		  "chuyền</a> (12/5/2023)</li></ul></div><aside><p>Mời bạn "
		  "đọc gửi bài về hộp thư của tòa soạn trước ngày 20 hằng "
		  "tháng.</p></aside><footer><p>Chịu trách nhiệm chính: Trưởng "
		  "Ban biên tập, giấy phép số 12.</p></footer></body></html>");
	assert_str(S1 "\n" S2, body_of(&p.a));
	tc_arena_release(&p.arena);
}

static void lists_and_first_pages_are_rejected(void **state)
{
	static const char entries[] =
		"<h2><a href=/1>Chi bộ xóm Bến Đò bàn chuyện giữ nghề</a></h2>"
		"<p>12/11/2022</p><p>Cây mắc ca đã cho thu hoạch vụ đầu tiên "
		"sau ba năm bén rễ.</p>"
		"<h2><a href=/2>Huyện ủy Mường Chà tập huấn nghiệp vụ</a></h2>"
		"<p>11/11/2022</p><p>Một trăm bí thư chi bộ được hướng dẫn "
		"cách ghi sổ nghị quyết.</p>"
		"<h2><a href=/3>Kết nạp hai đảng viên là trưởng bản</a></h2>"
		"<p>10/11/2022</p><p>Hai trưởng bản đã vận động được năm mươi "
		"hộ hiến đất làm đường.</p>"
		"<h2><a href=/4>Ra mắt đội tuyên truyền lưu động</a></h2>"
		"<p>09/11/2022</p><p>Đội đi bằng xe ba bánh, mang loa đến tận "
		"từng ngõ xóm xa xôi nhất.</p>";
	static const struct {
		const char *head, *body;
		enum tc_reject_reason reason;
	} rows[] = {
		{ "", entries, TC_REJECT_LIST_PAGE },
		{ "<link rel=canonical href=\"http://a.example/\">", entries,
		  TC_REJECT_HOME_PAGE },
		{ "<title>Xã Tân An - Trang chủ</title>", entries,
		  TC_REJECT_HOME_PAGE },
		{ "", "<p>Trang không tồn tại.</p>", TC_REJECT_NO_ARTICLE },
	};
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char html[4096];
		struct page p;
		snprintf(html, sizeof html, "<html><head>%s</head><body><div>"
			 "%s</div></body></html>", rows[i].head, rows[i].body);
		assert_int_equal(0, read_bytes(&p, tc_str0(html), NULL));
		assert_string_equal(tc_reject_name(rows[i].reason),
				    tc_reject_name(p.r.reason));
		tc_arena_release(&p.arena);
	}
}

static void charset_is_declared_or_guessed(void **state)
{
	/* windows-1258: "Đảng ủy xã Tân An ..." */
	static const char words[] =
		"\xD0\x61\xD2ng u\xD2y xa\xDE T\xE2n An \xF0\x61\xDE ho\xF2p. ";
	static const char *const metas[] = {
		"<meta charset=windows-1258>",
		"",
	};
	(void)state;

	for (size_t i = 0; i < sizeof metas / sizeof *metas; i++) {
		TC_SCOPED_BUF html = { 0 };
		struct page p;
		tc_buf_printf(&html, "<html><head>%s</head><body><h1>T\xE2n An"
			      " \xF0\x61\xDE ho\xF2p</h1><p>", metas[i]);
		for (int k = 0; k < 10; k++)
			tc_buf_puts(&html, words);
		assert_int_equal(1, read_bytes(&p, tc_buf_str(&html), NULL));
		assert_str("Tân An đã họp", tc_article_title(&p.a));
		assert_true(tc_str_starts(body_of(&p.a), TC_STR(
			"Đảng ủy xã Tân An đã họp. Đảng")));
		tc_arena_release(&p.arena);
	}
}

static void classes_are_read_by_their_words(void **state)
{
	static const struct {
		const char *names;
		uint32_t hints;
	} rows[] = {
		{ "article__title cms-title",
		  TC_CLASS_BODY | TC_CLASS_TITLE },
		{ "titleDetail", TC_CLASS_TITLE | TC_CLASS_BODY },
		{ "noi-dung", TC_CLASS_BODY },
		{ "newsdetail", TC_CLASS_BODY },
		{ "col-md-12 text-right", 0 },
		{ "menuTop", TC_CLASS_ASIDE },
		{ "", 0 },
	};
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(rows[i].hints,
				 tc_class_hints(tc_str0(rows[i].names)));
	assert_int_equal(TC_TAG_BLOCK, tc_tag_flags("p"));
	assert_int_equal(TC_TAG_SKIP, tc_tag_flags("script"));
	assert_int_equal(0, tc_tag_flags("b"));
	assert_int_equal(0, tc_tag_flags("nosuchtag"));
}

static void repeat(struct tc_buf *b, const char *s, size_t times)
{
	while (times--)
		tc_buf_puts(b, s);
}

/* None of these may crash or take long; what they give is second to it. */
static void hostile_pages_do_no_harm(void **state)
{
	static const struct {
		const char *head, *unit;
		size_t times;
		const char *tail;
	} rows[] = {
		{ "<html><body>", "<div>", 100000, P1 P2 },
		{ "<html><body>", "<b><i>", 50000, P1 P2 },
		{ "<html><body>" P1 "<p title=\"", "x", 1 << 20, "\">" P2 },
		{ "<html><body>", "<a ", 100000, P1 },
		{ "<html><body>", "<table><tr><td>", 30000, P1 },
		{ "<html><body>", "</div>", 100000, P1 P2 },
		{ "<html><body><p>", "&amp;&lt;&nosuch;&#x110000;", 20000, "" },
		{ "<!DOCTYPE html [<!ENTITY c \"", "x", 1 << 20, "\"" P1 },
		{ "<html><body>", "<!x", 100000, P1 P2 },
		{ "", "<!doctype[>", 100000, P1 P2 },
		{ "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
		  "\"&a;&a;&a;&a;\">]><html><body>", "&b;", 10000, P1 P2 },
		{ "<html><body class=\"", "a-b_c ", 100000, "\">" P1 P2 },
		{ "<html><body><div class=\"", "aB", 100000, "\">" P1 P2 },
		{ "<html><script type=\"application/ld+json\">", "[", 100000,
		  "</script><body>" P1 P2 },
		{ "<html><body>", "<p>a.b|c > d<br>", 50000, "" },
		{ "<html><!--", "-", 100000, P1 P2 },
	};
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF html = { 0 };
		struct page p;
		tc_buf_puts(&html, rows[i].head);
		repeat(&html, rows[i].unit, rows[i].times);
		tc_buf_puts(&html, rows[i].tail);
		read_bytes(&p, tc_buf_str(&html), "http://a.example/b");
		tc_arena_release(&p.arena);
	}
}

static void reasons_are_a_closed_list(void **state)
{
	(void)state;

	for (int r = TC_REJECT_NONE + 1; r < TC_REJECT_COUNT; r++)
		assert_true(tc_reject_is_name(tc_str0(
			tc_reject_name((enum tc_reject_reason)r))));
	assert_false(tc_reject_is_name(TC_STR("none")));
	assert_false(tc_reject_is_name(TC_STR("because")));
	assert_false(tc_reject_is_name(TC_STR("")));
}

static void truncated_pages_do_no_harm(void **state)
{
	static const char html[] =
		"<!DOCTYPE html><html lang=\"vi\"><head><title>Họp</title>"
		"<meta property=\"og:title\" content=\"Họp chi bộ\"></head>"
		"<body><h1 class=\"t\">Họp chi bộ</h1><!-- x --><table><tr>"
		"<td>" S1 "<br>" S2 "</td></tr></table>&nbsp;&#273;</body>";
	(void)state;

	for (size_t n = 0; n < sizeof html; n++) {
		struct page p;
		read_bytes(&p, tc_str(html, n), NULL);
		tc_arena_release(&p.arena);
	}
}

static void too_deep_is_malformed_not_cut(void **state)
{
	TC_SCOPED_BUF html = { 0 };
	struct page p;
	(void)state;

	tc_buf_puts(&html, "<html><body>" H1 P1 P2);
	repeat(&html, "<div>", 1000);
	tc_buf_puts(&html, P1);
	assert_int_equal(0, read_bytes(&p, tc_buf_str(&html), NULL));
	assert_int_equal(TC_REJECT_MALFORMED, p.r.reason);
	tc_arena_release(&p.arena);
}

/* The parser's time grows with the square of an element's attributes; words
 * of scripts are none. */
static void attributes_are_bounded(void **state)
{
	TC_SCOPED_BUF html = { 0 };
	struct page p;
	(void)state;

	tc_buf_puts(&html, "<html><body>" H1 "<script>if (a <b)");
	repeat(&html, " x y", 10000);
	tc_buf_puts(&html, "</script><!-- <p");
	repeat(&html, " x y", 10000);
	tc_buf_puts(&html, "-->" P1 P2 "<p");
	repeat(&html, " a='b'", 1000);
	tc_buf_puts(&html, "></p>");
	assert_int_equal(1, read_bytes(&p, tc_buf_str(&html), NULL));
	tc_arena_release(&p.arena);
	tc_buf_puts(&html, "<p");
	repeat(&html, "\"a\"", 100000);
	tc_buf_puts(&html, "></p>");
	assert_int_equal(0, read_bytes(&p, tc_buf_str(&html), NULL));
	assert_int_equal(TC_REJECT_MALFORMED, p.r.reason);
	tc_arena_release(&p.arena);
}

static int last_of_composed(struct tc_str page)
{
	enum tc_piece piece = TC_PIECE_NONE;
	struct tc_str text;
	int more;

	while ((more = tc_compose_next(&page, &piece, &text)) > 0)
		;
	return more;
}

/* The same page, with a comment that makes the parser read it. */
static void must_read_as_parsed(const char *page)
{
	struct page own, parsed;
	TC_SCOPED_BUF commented = { 0 };

	tc_buf_printf(&commented, "%s<!-- -->", page);
	assert_int_equal(-1, last_of_composed(tc_buf_str(&commented)));
	must_read(&parsed, commented.p);
	must_read(&own, page);
	assert_true(tc_str_eq(parsed.a.text, own.a.text));
	assert_int_equal(parsed.a.title_len, own.a.title_len);
	assert_int_equal(parsed.a.hint_count, own.a.hint_count);
	for (size_t i = 0; i < own.a.hint_count; i++)
		assert_true(tc_str_eq(parsed.a.hints[i].value,
				      own.a.hints[i].value));
	tc_arena_release(&own.arena);
	tc_arena_release(&parsed.arena);
}

static void composed_pages_read_as_parsed_ones(void **state)
{
	static const struct {
		const char *title, *date, *text;
		bool plain;	/* no parser is asked */
	} rows[] = {
		{ "Chi bộ thôn Bình Minh họp bàn", "2023-06-06", S1 "\n" S2,
		  true },
		{ "", "2023", S1 "\n\n  \n" S2 "\n" S1 "\n" S2, true },
		{ "Chi bộ \"Ba tốt\" họp bàn", "", S1 "\n\"a\" < b & c > d. "
		  S2, true },
		{ "Đảng bộ &amp; chi bộ họp", "\"2023\"", S1 "\n" S2, true },
		{ "Chi bộ A&B họp bàn việc", "", S1 "\n" S2, false },
		{ "Chi bộ họp &#273; bàn", "", S1 "\n" S2, false },
		{ " Chi bộ họp bàn", "", S1 "\n" S2, false },
		{ "Chi bộ\nhọp bàn", "", S1 "\n" S2, false },
		{ "Chi bộ họp bàn", "", "x\t" S1 "\n" S2, false },
		{ "Chi bộ họp bàn", "", "\xEF\xBF\xBE" S1 "\n" S2, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF page = { 0 };
		tc_compose_page(&(struct tc_parts){
					.title = tc_str0(rows[i].title),
					.date = tc_str0(rows[i].date),
					.text = tc_str0(rows[i].text),
				}, &page);
		assert_int_equal(rows[i].plain ? 0 : -1,
				 last_of_composed(tc_buf_str(&page)));
		must_read_as_parsed(page.p);
	}
}

/* Torn, doubled or in another order it is nobody's but the parser's. */
static void other_pages_are_not_taken_for_composed_ones(void **state)
{
	TC_SCOPED_BUF page = { 0 };

	(void)state;
	tc_compose_page(&(struct tc_parts){ .title = TC_STR("Chi bộ họp"),
					    .date = TC_STR("2023"),
					    .text = TC_STR(S1 "\n" S2) },
			&page);
	for (size_t n = 0; n < page.n; n++)
		assert_int_equal(-1, last_of_composed(tc_str(page.p, n)));
	static const char *const rows[] = {
		"<title>a</title>\n<title>b</title>\n</head><body><article>\n",
		"<p>a</p>\n</head><body><article>\n",
		"</head><body><article>\n</head><body><article>\n",
		"</head><body><article>\n<p>a</p>\n<h1>b</h1>\n",
		"</head><body><article>\n<p>a<b>c</b></p>\n",
		"</head><body><article>\n<p></p>\n",
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF other = { 0 };
		tc_buf_printf(&other, "<!DOCTYPE html>\n<html><head><meta "
			      "charset=\"utf-8\">\n%s\n</article></body>"
			      "</html>\n", rows[i]);
		assert_int_equal(-1, last_of_composed(tc_buf_str(&other)));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markup_becomes_lines),
		cmocka_unit_test(letterhead_is_kept_below_the_title),
		cmocka_unit_test(title_is_not_the_name_of_the_site),
		cmocka_unit_test(dates_become_hints),
		cmocka_unit_test(date_below_the_body_may_be_its_own),
		cmocka_unit_test(date_above_a_title_in_the_body_is_read),
		cmocka_unit_test(address_is_what_the_page_calls_canonical),
		cmocka_unit_test(byline_credit_and_section_are_found),
		cmocka_unit_test(what_stands_beside_the_article_stays_out),
		cmocka_unit_test(lists_and_first_pages_are_rejected),
		cmocka_unit_test(charset_is_declared_or_guessed),
		cmocka_unit_test(classes_are_read_by_their_words),
		cmocka_unit_test(hostile_pages_do_no_harm),
		cmocka_unit_test(reasons_are_a_closed_list),
		cmocka_unit_test(truncated_pages_do_no_harm),
		cmocka_unit_test(too_deep_is_malformed_not_cut),
		cmocka_unit_test(attributes_are_bounded),
		cmocka_unit_test(composed_pages_read_as_parsed_ones),
		cmocka_unit_test(other_pages_are_not_taken_for_composed_ones),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

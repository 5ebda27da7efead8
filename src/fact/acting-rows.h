/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What stands behind a unit that does something, and what else tells of deeds:
 * included by unit-verb.c, and by gen-words.c, which lists for each word
 * those that it begins.
 */
#ifndef TC_FACT_ACTING_ROWS_H
#define TC_FACT_ACTING_ROWS_H

enum {
	ACTS = 1,
	HELD = 2,		/* as a meeting is */
	MANNER = 4,		/* how it does: "long trọng tổ chức" */
	TERM = 8,		/* what may stand between the two: "HĐND tỉnh
				   khóa XIX, nhiệm kỳ 2021 - 2026" */
	PUNISHES = 16,		/* of a headline */
	COMES = 32,		/* before "dự": "Cùng tham dự có" */
	PLACES = 64,		/* a person, of a headline */
	UNHELD = 128,		/* though its first word is: "trao đổi" */
};

static const struct {
	char words[24];
	unsigned char what;
} acting_rows[] = {
	{ "tổ chức", ACTS | HELD }, { "khai mạc", ACTS | HELD },
	{ "họp", ACTS | HELD }, { "phát động", ACTS | HELD },
	{ "ra mắt", ACTS | HELD }, { "tổng kết", ACTS | HELD },
	{ "sơ kết", ACTS | HELD }, { "kết nạp", ACTS | HELD },
	{ "đón nhận", ACTS | HELD }, { "kỷ niệm", ACTS | HELD },
	{ "sinh hoạt", ACTS | HELD }, { "tiến hành", ACTS | HELD },
	{ "triển khai", ACTS | HELD }, { "quán triệt", ACTS | HELD },
	{ "học tập", ACTS | HELD }, { "gặp mặt", ACTS | HELD },
	{ "khai giảng", ACTS | HELD }, { "bế giảng", ACTS | HELD },
	{ "tập huấn", ACTS | HELD }, { "mở", ACTS | HELD },
	{ "đối thoại", ACTS | HELD }, { "trao", ACTS | HELD },
	{ "công bố", ACTS | HELD },
	{ "đã", ACTS }, { "đang", ACTS }, { "sẽ", ACTS }, { "vừa", ACTS },
	{ "cũng", ACTS }, { "luôn", ACTS }, { "hiện", ACTS }, { "có", ACTS | COMES },
	{ "được", ACTS }, { "ban hành", ACTS }, { "thực hiện", ACTS },
	{ "lãnh đạo", ACTS }, { "chỉ đạo", ACTS }, { "phối hợp", ACTS },
	{ "tham dự", ACTS }, { "tham gia", ACTS }, { "tham quan", ACTS },
	{ "hưởng ứng", ACTS },
	{ "xây dựng", ACTS }, { "đẩy mạnh", ACTS }, { "tăng cường", ACTS },
	{ "nâng cao", ACTS }, { "khen thưởng", ACTS }, { "đổi mới", ACTS },
	{ "kiểm tra", ACTS }, { "bầu", ACTS }, { "thăm", ACTS },
	{ "tặng", ACTS }, { "chúc", ACTS }, { "quyết tâm", ACTS },
	{ "phấn đấu", ACTS }, { "đề nghị", ACTS }, { "quyết định", ACTS },
	{ "thông báo", ACTS }, { "thông qua", ACTS }, { "kết luận", ACTS },
	{ "xem xét", ACTS | HELD }, { "yêu cầu", ACTS }, { "thành lập", ACTS },
	{ "biểu dương", ACTS }, { "tuyên dương", ACTS }, { "giao", ACTS },
	{ "làm việc", ACTS }, { "cho biết", ACTS }, { "chọn", ACTS },
	{ "lựa chọn", ACTS }, { "tập trung", ACTS }, { "chuẩn bị", ACTS },
	{ "đánh giá", ACTS }, { "ra nghị quyết", ACTS },
	{ "ra quyết định", ACTS }, { "ôn lại", ACTS }, { "vinh dự", ACTS },
	{ "báo cáo", ACTS }, { "hoàn thành", ACTS }, { "giám sát", ACTS },
	{ "kiểm điểm", ACTS }, { "kỷ luật", ACTS | PUNISHES }, { "khai trừ", ACTS | PUNISHES },
	{ "tiếp xúc", ACTS | HELD }, { "ghi nhận", ACTS }, { "nhận", ACTS },
	{ "truy tặng", ACTS }, { "phân công", ACTS | PLACES }, { "điều động", ACTS | PLACES },
	{ "thí điểm", ACTS }, { "đồng ý", ACTS }, { "thẩm tra", ACTS },
	{ "xét duyệt", ACTS }, { "đều", ACTS }, { "cần", ACTS },
	{ "phải", ACTS }, { "đạt", ACTS }, { "ký", ACTS | HELD },
	{ "phê bình", ACTS }, { "chú trọng", ACTS }, { "khẩn trương", ACTS },
	{ "rà soát", ACTS }, { "phổ biến", ACTS }, { "đến thăm", ACTS },
	{ "hỗ trợ", ACTS }, { "vận động", ACTS }, { "tuyên truyền", ACTS },
	{ "bàn giao", ACTS | HELD }, { "khảo sát", ACTS }, { "đăng ký", ACTS },
	{ "luyện tập", ACTS },
	{ "thảo luận", ACTS | HELD }, { "nghe", ACTS | HELD }, { "cho ý kiến", ACTS | HELD },
	{ "thống nhất", ACTS }, { "nhất trí", ACTS }, { "đề ra", ACTS },
	{ "khởi công", ACTS | HELD }, { "khánh thành", ACTS | HELD }, { "phát hành", ACTS },
	{ "trưng bày", ACTS }, { "ra quân", ACTS | HELD }, { "dâng hương", ACTS | HELD },
	{ "viếng", ACTS }, { "kiện toàn", ACTS }, { "bồi dưỡng", ACTS },
	{ "chỉ định", ACTS | PLACES }, { "bổ nhiệm", ACTS | PLACES }, { "miễn nhiệm", ACTS },
	{ "ủng hộ", ACTS }, { "xác định", ACTS }, { "phản biện", ACTS | HELD },
	{ "khẳng định", ACTS }, { "phát huy", ACTS }, { "bế mạc", ACTS | HELD },
	{ "quan tâm", ACTS }, { "huấn luyện", ACTS }, { "diễn tập", ACTS },
	{ "góp ý", ACTS }, { "lấy ý kiến", ACTS }, { "chủ trì", ACTS },
	{ "hướng tới", ACTS },
	{ "tiếp", ACTS }, { "đón", ACTS },
	{ "gặp gỡ", ACTS | HELD },
	{ "thẩm định", ACTS }, { "xử lý", ACTS }, { "giải quyết", ACTS },
	{ "đề xuất", ACTS }, { "kiến nghị", ACTS }, { "tham mưu", ACTS },
	{ "củng cố", ACTS }, { "tạo điều kiện", ACTS }, { "giúp", ACTS },
	{ "chăm lo", ACTS }, { "huy động", ACTS },
	{ "khai trương", ACTS }, { "khởi động", ACTS },
	{ "bình chọn", ACTS }, { "bình xét", ACTS },
	{ "hiệp thương", ACTS }, { "lấy phiếu", ACTS },
	{ "thi đua", ACTS }, { "nỗ lực", ACTS },
	{ "khắc phục", ACTS }, { "đi đầu", ACTS }, { "dẫn đầu", ACTS },
	{ "trở thành", ACTS }, { "là", ACTS },
	{ "chào mừng", ACTS }, { "bám sát", ACTS },
	{ "vận dụng", ACTS }, { "cụ thể hóa", ACTS }, { "lồng ghép", ACTS },
	{ "duy trì", ACTS }, { "sắp xếp", ACTS }, { "giải trình", ACTS },
	{ "tọa đàm", ACTS | HELD }, { "tri ân", ACTS },
	{ "tưởng niệm", ACTS }, { "thắp hương", ACTS }, { "dâng hoa", ACTS },
	{ "báo công", ACTS }, { "hành quân", ACTS }, { "về nguồn", ACTS },
	{ "quyên góp", ACTS }, { "kêu gọi", ACTS }, { "đồng hành", ACTS },
	{ "đỡ đầu", ACTS }, { "tháo gỡ", ACTS }, { "làm theo", ACTS },
	{ "làm tốt", ACTS }, { "coi trọng", ACTS }, { "nhân rộng", ACTS },
	{ "bố trí", ACTS }, { "ra thông báo", ACTS },
	{ "bảo đảm", ACTS }, { "đảm bảo", ACTS }, { "cam kết", ACTS },
	{ "truyền đạt", ACTS }, { "giữ vững", ACTS }, { "vượt", ACTS },
	{ "dành", ACTS }, { "áp dụng", ACTS }, { "đưa", ACTS },
	{ "lập", ACTS }, { "phát triển", ACTS },
	{ "vào cuộc", ACTS }, { "lắng nghe", ACTS }, { "hướng dẫn", ACTS },
	{ "đặt ra", ACTS }, { "đặt chỉ tiêu", ACTS }, { "đề cao", ACTS },
	{ "nhận định", ACTS }, { "chấn chỉnh", ACTS }, { "siết chặt", ACTS },
	{ "giới thiệu", ACTS }, { "trích", ACTS }, { "gửi", ACTS },
	{ "biên soạn", ACTS }, { "soạn", ACTS }, { "quy định", ACTS },
	{ "khởi xướng", ACTS }, { "nêu gương", ACTS }, { "giành", ACTS },
	{ "tôn vinh", ACTS | HELD }, { "vinh danh", ACTS | HELD },
	{ "sáp nhập", ACTS }, { "hợp nhất", ACTS }, { "giải thể", ACTS },
	{ "giữ", ACTS }, { "gắn", ACTS }, { "coi", ACTS }, { "đoạt", ACTS },
	{ "thường xuyên", MANNER }, { "kịp thời", MANNER },
	{ "nghiêm túc", MANNER }, { "trực tiếp", MANNER },
	{ "chính thức", MANNER }, { "từng bước", MANNER },
	{ "không ngừng", MANNER }, { "liên tục", MANNER },
	{ "long trọng", MANNER }, { "trang trọng", MANNER },
	{ "trọng thể", MANNER }, { "tưng bừng", MANNER },
	{ "tích cực", MANNER }, { "chủ động", MANNER },
	{ "mỗi năm", MANNER }, { "hằng năm", MANNER }, { "hàng năm", MANNER },
	{ "năm nay", MANNER }, { "gắn biển", ACTS | HELD },
	{ "đồng loạt", MANNER }, { "trang nghiêm", MANNER },
	{ "khóa", TERM }, { "khoá", TERM }, { "lần thứ", TERM },
	{ "nhiệm kỳ", TERM }, { "kỳ họp thứ", TERM },
	{ "cách chức", PUNISHES }, { "cảnh cáo", PUNISHES },
	{ "khiển trách", PUNISHES }, { "vi phạm", PUNISHES },
	{ "sai phạm", PUNISHES }, { "bị bắt", PUNISHES },
	{ "đình chỉ", ACTS | PUNISHES }, { "khởi tố", ACTS | PUNISHES },
	{ "luân chuyển", PLACES }, { "công tác cán bộ", PLACES },
	{ "giao ban", ACTS | HELD },
	{ "trao đổi", ACTS | UNHELD }, { "mở đầu", ACTS | UNHELD },
	{ "mở rộng", ACTS | UNHELD }, { "học tập kinh", ACTS | UNHELD },
	{ "cùng", COMES }, { "về", COMES }, { "đến", COMES }, { "tới", COMES },
	{ "tham", COMES }, { "đồng", COMES },
};

#endif

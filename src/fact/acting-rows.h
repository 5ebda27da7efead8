/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What stands behind a unit that does something: included by unit-clause.c,
 * and by gen-words.c, for a flag of each first word of these.
 */
#ifndef TC_FACT_ACTING_ROWS_H
#define TC_FACT_ACTING_ROWS_H

static const char *const acting_words[] = {
	"đã", "đang", "sẽ", "vừa", "cũng", "luôn", "hiện", "có", "họp",
	"được", "tổ chức", "triển khai", "ban hành", "thực hiện", "tiến hành",
	"lãnh đạo", "chỉ đạo", "phối hợp", "tham dự", "tham gia", "tham quan",
	"quán triệt", "phát động", "kết nạp", "công bố", "khai mạc",
	"tiếp tục", "tiếp nhận", "hưởng ứng", "sinh hoạt", "ra mắt", "học tập",
	"xây dựng", "đẩy mạnh", "tăng cường", "nâng cao", "kỷ niệm",
	"khen thưởng", "trao", "đón nhận", "đổi mới", "kiểm tra", "tổng kết",
	"sơ kết", "bầu", "thăm", "tặng", "chúc", "quyết tâm", "phấn đấu",
	"đề nghị", "quyết định", "thông báo", "thông qua", "kết luận",
	"xem xét", "yêu cầu", "thành lập", "biểu dương", "tuyên dương",
	"khai giảng", "bế giảng", "tập huấn", "giao", "mở", "làm việc",
	"cho biết", "chọn", "lựa chọn", "tập trung", "chuẩn bị", "đánh giá",
	"đối thoại", "ra nghị quyết", "ra quyết định", "ôn lại", "vinh dự",
	"báo cáo", "hoàn thành", "giám sát", "kiểm điểm", "kỷ luật",
	"khai trừ", "tiếp xúc", "ghi nhận", "nhận", "truy tặng", "phân công",
	"điều động", "thí điểm", "đồng ý", "thẩm tra", "xét duyệt", "đều",
	"cần", "phải", "đạt", "ký", "phê bình", "chú trọng", "khẩn trương",
	"rà soát", "phổ biến", "đến thăm", "gặp mặt", "hỗ trợ", "vận động",
	"tuyên truyền", "bàn giao", "khảo sát", "đăng ký", "luyện tập",
	"thảo luận", "nghe", "cho ý kiến", "thống nhất", "nhất trí", "đề ra",
	"khởi công", "khánh thành", "phát hành", "trưng bày", "ra quân",
	"dâng hương", "viếng", "kiện toàn", "bồi dưỡng",
	"chỉ định", "bổ nhiệm", "miễn nhiệm", "ủng hộ", "xác định",
	"nhận định", "khẳng định", "phát huy", "bế mạc", "quan tâm",
	"huấn luyện", "diễn tập", "góp ý", "lấy ý kiến", "hướng tới",
};

/* "long trọng tổ chức": how it does. */
static const char *const manners[] = {
	"long trọng", "trang trọng", "trọng thể", "tưng bừng", "tích cực",
	"chủ động", "đồng loạt", "trang nghiêm",
};

/* What may stand between the two: "HĐND tỉnh khóa XIX, nhiệm kỳ 2021 - 2026". */
static const char *const term_words[] = {
	"khóa", "khoá", "lần thứ", "nhiệm kỳ", "kỳ họp thứ",
};

#endif

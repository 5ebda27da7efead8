/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers behind names: which body it is, or how many things. */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"

#define AREA_NAME_MAX 3 /* "Bắc Trà My" */

/* What is given or counted: "suất", "em". */
static bool names_things(const struct tc_unit_namer *n, size_t i)
{
	static const char *const things[] = {
		"ao", "ban ngành", "bao gạo", "buổi", "bà", "bài", "bàn",
		"bác", "bánh", "bé", "bình", "bí thư", "bò", "bản làng",
		"bản tin", "bậc", "bệnh binh", "bệnh nhân", "bộ", "bức", "bữa",
		"ca bệnh", "ca mắc", "ca mổ", "chai", "chi bộ", "chi hội",
		"chi nhánh", "chi đoàn", "chiếc", "chiến sĩ", "chiến sỹ",
		"chuyên mục", "chuyên đề", "chuyến", "cháu", "chùa", "chăn",
		"chỉ thị", "chỉ tiêu", "chốt", "con", "cuốn", "cuộc",
		"cá nhân", "cái", "cân", "cây", "công an", "công chức",
		"công dân", "công nhân", "công trình", "công ty", "công đoàn",
		"công đất", "căn", "cơ quan", "cơ sở", "cầu thủ", "cặp", "cụ",
		"doanh nghiệp", "doanh nhân", "dân quân", "dê", "dự án", "em",
		"gia đình", "giáo dân", "giáo viên", "giường", "giải", "giống",
		"giờ", "gà", "gói", "gốc", "ha", "hec ta", "hiện vật",
		"huy chương", "huy hiệu", "hàng", "héc ta", "hòm", "hạng",
		"học bổng", "học sinh", "học viên", "hồ sơ", "hộ", "hội thi",
		"hội trường", "hội viên", "hộp", "kg", "khoản", "khu dân cư",
		"khu nhà", "khu phố", "khu vực", "khối phố", "khối thi đua",
		"ki lô", "km", "km2", "kí lô", "kỳ", "lao động", "liệt sĩ",
		"liệt sỹ", "loại", "lính", "lít", "lô", "lượt", "lớp", "lợn",
		"m2", "m3", "miền", "máy", "mâm", "mét", "món", "mô hình",
		"môn", "mẹ", "mục tiêu", "nghìn", "nghị quyết", "ngàn",
		"ngành", "ngôi", "người", "nhà", "nhóm", "nơi", "nước",
		"nạn nhân", "nội dung", "nữ", "phiếu", "phó bí thư",
		"phó chủ tịch", "phó giám đốc", "phút", "phần", "phụ nữ",
		"quyển", "quà", "quân nhân", "sinh viên", "suất", "sào", "sĩ",
		"sản phẩm", "sỹ", "tham luận", "thanh niên",
		"thanh thiếu niên", "thí sinh", "thùng", "thương binh", "thẻ",
		"thế hệ", "thủ tục", "thửa", "tin bài", "tivi", "tiêu chí",
		"tiết mục", "tiểu ban", "tiểu đội", "trang", "triệu",
		"trung tâm", "trâu", "trăm", "trường học", "trường hợp",
		"trạm", "trẻ", "tuyến", "tuần", "tuổi", "tàu", "tác giả",
		"tác phẩm", "túi", "tạ", "tấm", "tấn", "tầng", "tập sách",
		"tập thể", "tỉ", "tổ dân phố", "tổ hợp tác", "tổ liên gia",
		"tổ đảng", "tờ", "tỷ", "viên thuốc", "việc làm", "vùng",
		"văn bản", "vạn", "vấn đề", "vịt", "vụ", "xe", "yến", "áo",
		"ông", "ý", "điều kiện", "điểm cầu", "điểm trường",
		"đoàn công tác", "đoàn viên", "đàn", "đôi", "đơn vị",
		"đại biểu", "đại diện", "đảng bộ", "đảng viên", "đầu sách",
		"đầu việc", "đề tài", "đề án", "địa bàn", "địa chỉ",
		"địa phương", "đối tượng", "đồng", "đội thi", "đội viên",
		"đợt", "ủy viên",
	};

	return TC_UNIT_ANY_AT(n->scan, i, things);
}

/* "20 suat": a number of things, not of the body; but not "PK02". */
static bool counts(const struct tc_unit_namer *n, size_t k)
{
	return !(tc_namer_token(n, k)->flags & TC_TOKEN_UPPER) &&
	       tc_namer_case_tells(n) && tc_namer_joined(n, k + 1) &&
	       !tc_namer_upper(n, k + 1) && !tc_namer_digit(n, k + 1) &&
	       !tc_namer_stops(n, k + 1) &&
	       !tc_namer_area(n, k + 1) && names_things(n, k + 1);
}

/* "Quân y 175 không tổ chức", but not "mô hình 5 không" */
static bool denies(const struct tc_unit_namer *n, size_t k)
{
	return tc_str_is(tc_namer_token(n, k)->exact, "không") &&
	       tc_namer_joined(n, k + 1) && tc_namer_stops(n, k + 1);
}

/* The same, or "35 năm"; but not "Điện 1 lần thứ hai". */
bool tc_namer_counts(const struct tc_unit_namer *n, size_t k)
{
	size_t after, end;

	if (k + 1 < n->limit && denies(n, k + 1))
		return false;
	return counts(n, k) ||
	       (tc_namer_case_tells(n) && tc_namer_joined(n, k + 1) &&
		tc_namer_word(n, k + 1, TC_UNIT_COUNTED, &after) &&
		!(tc_namer_word(n, k + 1, TC_UNIT_STOP, &end) && end > after));
}

bool tc_namer_counts_areas(const struct tc_unit_namer *n, size_t k,
			   const char *kind)
{
	size_t after;

	if (TC_LIKELY(!tc_namer_word(n, k + 1, TC_UNIT_AREA, &after)) ||
	    !tc_namer_joined(n, k + 1) || !tc_namer_case_tells(n) ||
	    tc_namer_upper(n, k + 1) || tc_namer_upper(n, k))
		return false;
	if (tc_scan_is_sign(n->scan, after, ":"))
		return true;
	const size_t end = after + tc_namer_proper_run(n, after, AREA_NAME_MAX);
	const size_t next = end + (tc_namer_joined(n, end) &&
		tc_str_is(tc_namer_token(n, end)->exact, "và"));
	return end > after && next < n->limit && tc_namer_upper(n, next) &&
	       !tc_namer_word(n, next, TC_UNIT_HEADS, &after) &&
	       (next > end || tc_scan_gap(n->scan, end) == TC_GAP_COMMA) &&
	       (kind && (tc_unit_kind_is(kind, "organ") ||
			 tc_unit_kind_is(kind, "trung-tam") ||
			 tc_unit_kind_is(kind, "benh-vien")));
}

bool tc_namer_several_areas(const struct tc_unit_namer *n, size_t k)
{
	size_t after, end;

	return n->caps && tc_namer_word(n, k, TC_UNIT_PLURAL, &after) &&
	       tc_namer_joined(n, after) &&
	       tc_namer_word(n, after, TC_UNIT_AREA, &end);
}

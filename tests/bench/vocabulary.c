/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "vocabulary.h"

#include "base/mem.h"
#include "text/syllable.h"

#include <math.h>

#define COMPOUNDS 30000
#define SYLLABLES 2400
#define FOLLOWERS 12

#define COUNT_OF(a) (sizeof(a) / sizeof *(a))

/* Each commonest first. */
static const char *const function_words[] = {
	"và", "của", "các", "trong", "được", "với", "cho", "những", "đã", "có",
	"là", "về", "tại", "đến", "một", "theo", "không", "để", "từ", "trên",
	"này", "như", "khi", "phải", "cũng", "nhiều", "vào", "đó", "ra", "hai",
	"cần", "lại", "còn", "sau", "nhất", "mỗi", "bằng", "đang", "sẽ", "do",
	"hơn", "qua", "trước", "mọi", "từng", "cùng", "đều", "nhưng", "vì", "bị",
};

static const char *const common[] = {
	"đảng", "cán bộ", "thực hiện", "công tác", "đảng viên", "chi bộ",
	"tổ chức", "xây dựng", "lãnh đạo", "nhân dân", "chỉ đạo", "đảng bộ",
	"phát triển", "nâng cao", "chất lượng", "đồng chí", "năm", "cấp ủy",
	"kinh tế", "xã hội", "nhiệm vụ", "sinh hoạt", "kiểm tra", "giám sát",
	"tăng cường", "nghị quyết", "chính trị", "tư tưởng", "đạo đức",
	"học tập", "hội nghị", "địa phương", "đơn vị", "cơ quan", "triển khai",
	"kết quả", "đẩy mạnh", "tuyên truyền", "vận động", "đoàn thể",
	"quần chúng", "cơ sở", "ban hành", "quán triệt", "kế hoạch",
	"chương trình", "mô hình", "nông thôn mới", "đất đai", "môi trường",
	"giáo dục", "văn hóa", "y tế", "quốc phòng", "an ninh", "cải cách",
	"hành chính", "chuyển đổi số", "doanh nghiệp", "hợp tác xã",
	"thanh niên", "phụ nữ", "cựu chiến binh", "nông dân", "mặt trận",
	"đại hội", "nhiệm kỳ", "bí thư", "phó bí thư", "ủy viên", "thường vụ",
	"chấp hành", "kỷ luật", "phòng chống", "tham nhũng", "lãng phí",
	"tiêu cực", "khen thưởng", "thi đua", "gương mẫu", "trách nhiệm",
	"đoàn kết", "thống nhất", "dân chủ", "tập trung", "giải pháp",
	"hiệu quả", "thời gian", "tiếp tục", "quan tâm", "phát huy", "bảo vệ",
};

/* What compounds are made of; syllables of the table follow, as rare ones. */
static const char *const syllables[] = {
	"công", "hành", "dân", "sinh", "chính", "nhân", "quan", "thành", "phát",
	"quản", "lý", "hoạt", "động", "phương", "trung", "thông", "tin", "người",
	"quốc", "gia", "định", "hướng", "dẫn", "tổng", "kết", "đánh", "giá",
	"trình", "độ", "chuyên", "môn", "nghiệp", "vụ", "bồi", "dưỡng", "đào",
	"tạo", "quy", "hoạch", "luân", "chuyển", "bổ", "nhiệm", "tiêu", "chuẩn",
	"điều", "kiện", "nguyên", "tắc", "đấu", "tranh", "phê", "bình", "tự",
	"nội", "dung", "hình", "thức", "yêu", "cầu", "mục", "đích", "ý", "nghĩa",
	"giữ", "gìn", "truyền", "thống", "lịch", "sử", "cách", "mạng", "kháng",
	"chiến", "anh", "hùng", "liệt", "sĩ", "thương", "bệnh", "gia đình",
	"chính sách", "hỗ", "trợ", "giảm", "nghèo", "bền", "vững", "thu", "nhập",
	"lao", "việc", "làm", "sản", "xuất", "kinh", "doanh", "đầu", "tư", "vốn",
	"ngân", "sách", "tài", "nguồn", "lực", "khoa", "học", "công nghệ", "kỹ",
	"thuật", "sáng", "kiến", "đổi", "mới", "hội", "nhập", "giao", "thương",
	"xuất", "khẩu", "thị", "trường", "hàng", "hóa", "dịch", "du", "lịch",
	"nông", "lâm", "ngư", "thủy", "lợi", "chăn", "nuôi", "trồng", "trọt",
	"rừng", "biển", "đảo", "biên", "giới", "cửa", "khẩu", "tuần", "tra",
	"trật", "tự", "an", "toàn", "giao thông", "tội", "phạm", "ma", "túy",
	"pháp", "luật", "tòa", "án", "kiểm", "sát", "điều tra", "xử", "phạt",
	"khiếu", "nại", "tố", "cáo", "tiếp", "nhận", "giải", "quyết", "hồ", "sơ",
	"thủ", "tục", "đăng", "ký", "cấp", "phép", "chứng", "thực", "hộ", "tịch",
	"trường", "lớp", "thầy", "cô", "giáo", "viên", "học sinh", "thi", "tuyển",
	"bác", "sĩ", "khám", "chữa", "thuốc", "vắc", "xin", "dịch", "bệnh", "bảo",
	"hiểm", "trẻ", "em", "già", "cao", "tuổi", "khuyết", "tật", "cộng", "đồng",
	"tôn", "tín", "ngưỡng", "lễ", "di", "tích", "bảo tàng", "thư", "viện",
	"báo", "chí", "đài", "hình", "mạng", "xuất", "bản", "nhà", "văn", "nghệ",
	"thể", "dục", "thao", "vui", "chơi", "giải", "trí", "âm", "nhạc", "múa",
	"đường", "cầu", "cống", "điện", "nước", "sạch", "rác", "thải", "khí",
	"hậu", "bão", "lũ", "hạn", "hán", "sạt", "lở", "cứu", "nạn", "khẩn",
	"thôn", "bản", "xóm", "ấp", "khu", "phố", "phường", "quận", "huyện",
	"tỉnh", "miền", "núi", "vùng", "sâu", "xa", "dân tộc", "thiểu", "số",
	"ruộng", "vườn", "lúa", "ngô", "khoai", "sắn", "cà", "phê", "chè", "tiêu",
	"điều", "mía", "bông", "đay", "trâu", "bò", "lợn", "gà", "vịt", "cá",
	"tôm", "mật", "ong", "gỗ", "tre", "nứa", "than", "đá", "cát", "sỏi",
	"vàng", "bạc", "đồng", "sắt", "thép", "xi", "măng", "gạch", "ngói", "kính",
	"máy", "móc", "xe", "tàu", "thuyền", "bay", "ga", "bến", "cảng", "kho",
	"hợp", "tác", "liên", "minh", "phối", "ngành", "lĩnh", "vực", "khối",
	"ban", "tổ", "phòng", "sở", "bộ", "cục", "chi", "trạm", "trại", "đội",
	"đoàn", "thanh", "thiếu", "nhi", "phụ", "lão", "cựu", "binh", "quân",
	"tướng", "tá", "úy", "lính", "súng", "đạn", "thành", "tích", "huân",
	"chương", "huy", "hiệu", "bằng", "khen", "giấy", "danh", "dự", "vinh",
	"niềm", "lòng", "tâm", "trí", "tuệ", "sức", "khỏe", "tinh", "thần",
	"khó", "khăn", "thuận", "lợi", "hạn", "chế", "nhược", "điểm", "ưu",
	"khuyết", "sai", "lầm", "suy", "thoái", "biến", "chất", "diễn", "hòa",
	"bình", "thù", "địch", "xuyên", "tạc", "phản", "bác", "luận", "điệu",
	"quan", "liêu", "cửa", "quyền", "hách", "dịch", "nhũng", "nhiễu", "hối",
	"lộ", "tham", "ô", "mất", "đoàn", "kết", "cục", "bộ", "bè", "phái",
	"lắng", "nghe", "tiếng", "nói", "nguyện", "vọng", "đối", "thoại", "góp",
	"gần", "gũi", "sâu", "sát", "cụ", "thể", "thiết", "yếu", "quan trọng",
	"mạnh", "dạn", "quyết", "liệt", "đồng", "bộ", "kịp", "thời", "thường",
	"xuyên", "nghiêm", "túc", "chặt", "chẽ", "rõ", "ràng", "minh", "bạch",
};

static const char *const formulas[] = {
	"trong sạch, vững mạnh tiêu biểu", "phát huy vai trò nêu gương",
	"học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
	"hoàn thành tốt nhiệm vụ được giao", "phát biểu chỉ đạo hội nghị",
	"năng lực lãnh đạo và sức chiến đấu", "xây dựng Đảng và hệ thống chính trị",
	"nâng cao chất lượng sinh hoạt chi bộ", "phát triển kinh tế - xã hội",
	"giữ vững quốc phòng, an ninh", "công tác kiểm tra, giám sát",
	"đời sống vật chất và tinh thần", "trên cơ sở đó", "bên cạnh đó",
	"trong thời gian tới", "dưới sự lãnh đạo của Đảng",
	"tạo sự đồng thuận trong nhân dân", "cấp ủy, tổ chức đảng các cấp",
	"cán bộ, đảng viên và quần chúng", "góp phần quan trọng vào việc",
	"được các cấp ghi nhận", "đạt được nhiều kết quả quan trọng",
	"suy thoái về tư tưởng chính trị, đạo đức, lối sống",
	"phòng, chống tham nhũng, lãng phí, tiêu cực",
	"nghiêm túc tự phê bình và phê bình", "tính tiên phong, gương mẫu",
	"mặt trận và các đoàn thể", "gắn với nhiệm vụ chính trị của đơn vị",
	"quán triệt và tổ chức thực hiện", "tại buổi sinh hoạt",
	"thay mặt ban thường vụ", "kế hoạch đã đề ra", "công tác dân vận khéo",
	"đúng quy trình, quy định", "một số tồn tại, hạn chế",
	"đề nghị các đồng chí", "khối đại đoàn kết toàn dân tộc",
	"nâng cao nhận thức và trách nhiệm", "trao tặng huy hiệu đảng",
	"sơ kết, tổng kết rút kinh nghiệm", "đổi mới nội dung, phương thức",
};

static const char *const surnames[] = {
	"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Phan", "Đặng", "Bùi",
	"Đỗ", "Ngô", "Dương", "Lý", "Nông", "Hà", "Đinh", "Vi", "Lương",
};
static const char *const middle_names[] = {
	"Văn", "Thị", "Đức", "Minh", "Quang", "Thanh", "Ngọc", "Hữu", "Xuân",
};
static const char *const given_names[] = {
	"Hùng", "Lan", "Dũng", "Hương", "Tuấn", "Hoa", "Thắng", "Mai", "Bình",
	"Thủy", "Sơn", "Hạnh", "Cường", "Nga", "Long", "Yến", "Khánh", "Tâm",
};

/* Word i comes up as often as 1 / (i + shift)^exponent. */
struct zipf {
	uint32_t *steps;	/* cumulative frequency, of 2^32 */
	size_t n;
};

static const char *compounds[COMPOUNDS];
static struct zipf compound_law, syllable_law, function_law, formula_law;

uint64_t draw(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	return z ^ z >> 31;
}

uint32_t below(uint64_t *state, uint32_t n)
{
	return (uint32_t)(draw(state) % n);
}

static void zipf_init(struct zipf *z, size_t n, double exponent, double shift)
{
	double sum = 0, at = 0;

	z->n = n;
	z->steps = tc_zalloc(n * sizeof *z->steps);
	for (size_t i = 0; i < n; i++)
		sum += 1 / pow((double)i + shift, exponent);
	for (size_t i = 0; i < n; i++) {
		at += 1 / pow((double)i + shift, exponent) / sum;
		z->steps[i] = (uint32_t)fmin(at * 4294967296.0, 4294967295.0);
	}
}

static size_t zipf_draw(const struct zipf *z, uint64_t *state)
{
	uint32_t wanted = (uint32_t)draw(state);
	size_t low = 0, high = z->n - 1;

	while (low < high) {
		size_t mid = (low + high) / 2;
		if (z->steps[mid] < wanted)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* One that the table spells. */
static const char *table_syllable(uint64_t *state)
{
	char out[TC_SYLLABLE_MAX];

	for (;;) {
		struct tc_syllable s = {
			.onset = (unsigned char)below(state, 24),
			.rime = (unsigned char)below(state, 160),
			.tone = (unsigned char)below(state, 6),
		};
		size_t n = tc_syllable_spell(s, out);
		if (n)
			return tc_strdup((struct tc_str){ out, n });
	}
}

void vocabulary_init(void)
{
	static const char *all[SYLLABLES];
	uint64_t state = 1;

	zipf_init(&compound_law, COMPOUNDS, 1.0, 8);
	zipf_init(&syllable_law, SYLLABLES, 1.0, 60);
	zipf_init(&function_law, COUNT_OF(function_words), .9, 2);
	zipf_init(&formula_law, COUNT_OF(formulas), .8, 3);
	for (size_t i = 0; i < SYLLABLES; i++)
		all[i] = i < COUNT_OF(syllables) ? syllables[i]
						 : table_syllable(&state);
	for (size_t i = 0; i < COMPOUNDS; i++) {
		TC_SCOPED_BUF word = { 0 };
		uint32_t kind = below(&state, 24);
		int more = (kind > 4) + (kind > 20);
		/* one in 24 grows together: a foreign name, a misprint */
		const char *join = kind == 5 ? "" : " ";
		tc_buf_puts(&word, all[zipf_draw(&syllable_law, &state)]);
		while (more--)
			tc_buf_printf(&word, "%s%s", join,
				      all[zipf_draw(&syllable_law, &state)]);
		compounds[i] = i < COUNT_OF(common)
				       ? common[i]
				       : tc_strdup(tc_buf_str(&word));
	}
}

size_t draw_compound(uint64_t *state)
{
	return zipf_draw(&compound_law, state);
}

size_t draw_follower(uint64_t *state, size_t compound)
{
	uint64_t follower = compound * FOLLOWERS + below(state, FOLLOWERS);

	return draw_compound(&follower);
}

const char *compound(size_t i)
{
	return compounds[i];
}

const char *draw_function_word(uint64_t *state)
{
	return function_words[zipf_draw(&function_law, state)];
}

const char *draw_formula(uint64_t *state)
{
	return formulas[zipf_draw(&formula_law, state)];
}

void draw_name(uint64_t *state, struct tc_buf *out)
{
	tc_buf_puts(out, surnames[below(state, COUNT_OF(surnames))]);
	tc_buf_printf(out, " %s",
		      middle_names[below(state, COUNT_OF(middle_names))]);
	tc_buf_printf(out, " %s",
		      given_names[below(state, COUNT_OF(given_names))]);
}

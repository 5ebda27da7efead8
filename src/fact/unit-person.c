/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Persons behind the names of places, "phường Đông Kinh Vi Thị Mai", and of the
 * bodies that they lead: "Giám đốc Học viện Hậu cần Lê Văn Bình". */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"

#define PERSON_MAX 4 /* syllables: "Trần Thị Thu Hà" */

/* "EVN", "VRG" */
static bool is_acronym(const struct tc_unit_namer *n, size_t i)
{
	const uint32_t both = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE;

	return (tc_namer_token(n, i)->flags & both) == TC_TOKEN_CAPS;
}

/* Places that bear a person's name of three syllables. */
static const char *const namesakes[] = {
	"bùi thị xuân", "cao bá quát", "cao xuân huy", "dương minh châu",
	"hoàng su phì", "hoàng văn thái", "hoàng văn thụ", "hà huy tập",
	"hồ thị kỷ", "lê hồng phong", "lê minh xuân", "lê thanh nghị",
	"lê đại hành", "lý thường kiệt", "lý tự trọng", "lương văn tri",
	"nguyễn bỉnh khiêm", "nguyễn cư trinh", "nguyễn thái bình",
	"nguyễn thái học", "nguyễn thị minh khai", "nguyễn tri phương",
	"nguyễn viết xuân", "nguyễn việt khái", "nguyễn văn cừ",
	"nguyễn văn thảnh", "nguyễn đình chiểu", "phan bội châu",
	"phan chu trinh", "phan đình giót", "phan đình phùng", "phạm ngũ lão",
	"phạm văn cội", "phạm văn hai", "trương quang trọng", "trần hưng đạo",
	"trần quang khải", "trần quốc toản", "trần văn giàu", "trần văn thời",
	"tạ an khương", "võ thị sáu", "đinh công tráng", "đinh tiên hoàng",
};

static bool is_namesake(const struct tc_unit_namer *n, size_t i, size_t run)
{
	for (size_t k = 0; k < sizeof namesakes / sizeof *namesakes; k++) {
		if (*namesakes[k] != *tc_namer_token(n, i)->exact.p)
			continue;
		struct tc_str rest = tc_str0(namesakes[k]), word;
		size_t same = 0;
		while (same < run && tc_str_split(&rest, ' ', &word) &&
		       tc_str_eq(tc_namer_token(n, i + same)->exact, word))
			same++;
		if (same == run && !rest.n)
			return true;
	}
	return false;
}

/* "Y Mung", "H'Đa": a man's and a woman's name in the highlands. */
static bool begins_highlander(const struct tc_unit_namer *n, size_t i)
{
	const struct tc_token *const t = tc_namer_token(n, i);

	return TC_UNLIKELY(t->len == 1) && tc_namer_upper(n, i) &&
	       (tc_str_is(t->exact, "y") ||
		(tc_str_is(t->exact, "h") &&
		 tc_scan_gap(n->scan, i + 1) == TC_GAP_TIGHT));
}

/* "H'leo" of "Ea H'leo", "Y" of "Cư Y": behind "river", "hill" and the like no
 * person's name begins. */
static bool behind_water(const struct tc_unit_namer *n, size_t i)
{
	static const char *const words[] = {
		"chư", "cư", "dak", "ea", "ia", "kon", "krông", "plei", "ya",
		"yang", "đăk", "đắk",
	};

	return i && TC_AMONG(tc_namer_token(n, i - 1)->exact, words);
}

/* "Tôn Nữ Mai Chi", "Tôn Thất Bình" */
static bool is_royal(const struct tc_unit_namer *n, size_t i)
{
	static const char *const second[] = { "nữ", "thất" };

	return TC_UNLIKELY(tc_str_is(tc_namer_token(n, i)->exact, "tôn")) &&
	       tc_namer_upper(n, i + 1) &&
	       TC_AMONG(tc_namer_token(n, i + 1)->exact, second);
}

/* "A Phương", "Y Hằng"; but A Lưới is a district, A Dơi and Y Tý are communes. */
static bool is_highlander(const struct tc_unit_namer *n, size_t i)
{
	static const char *const places[] = {
		"bung", "can", "dơi", "lù", "lưới", "ngo", "nông", "rooih",
		"roàng", "ting", "tiêng", "túc", "tý", "vao", "vương", "xan",
	};
	const struct tc_token *const t = tc_namer_token(n, i);

	return TC_UNLIKELY(t->len == 1) && tc_namer_upper(n, i) &&
	       (tc_str_is(t->exact, "a") || tc_str_is(t->exact, "y")) &&
	       tc_namer_proper_run(n, i, 8) == 2 &&
	       !TC_AMONG(tc_namer_token(n, i + 1)->exact, places);
}

/* "Ma Thị Mận", "Lồ Văn Páo": what a family name is before. */
bool tc_namer_middle(const struct tc_unit_namer *n, size_t i)
{
	const struct tc_str name = tc_namer_token(n, i)->exact;

	return tc_str_is(name, "thị") || tc_str_is(name, "văn");
}

/* A family name that few bear, or that is a syllable of places' as well. */
static bool is_rare(const struct tc_unit_namer *n, size_t i)
{
	static const char *const names[] = {
		"alăng", "arất", "bhling", "bríu", "bàn", "bạch", "chamalé", "cháng",
		"chảo", "chẩu", "cil", "coor", "cầm", "cứ", "danh", "giáp",
		"hạng", "hầu", "hờ", "katơr", "khoàng", "kim", "kiều", "kpuih",
		"kpă", "kră", "ksor", "liêng", "ly", "lã", "lù", "lại", "lầu",
		"lồ", "lục", "lỳ", "ma", "mã", "mùa", "mạc", "nay", "nhâm",
		"nhữ", "ninh", "phàn", "phí", "pinăng", "puih", "pơloong",
		"pờ", "rahlan", "rcom", "rmah", "rơ", "siu", "sình", "sính",
		"thàng", "thân", "thò", "thạch", "tráng", "tôn", "tăng", "tẩn",
		"từ", "và", "vàng", "vì", "vương", "zơrâm", "điêu", "đậu",
		"đới",
	};

	return TC_AMONG(tc_namer_token(n, i)->exact, names);
}

/* The person's name may begin at token k of the run at i. */
static bool begins_person(const struct tc_unit_namer *n, size_t i, size_t k,
			  size_t run)
{
	const bool middle = run >= k + 3 && tc_namer_middle(n, i + k + 1);

	/* "Đảng ủy VRG Hà Khương" */
	if (k == 1 && is_acronym(n, i) && tc_namer_office(n))
		return tc_scan_surname(n->scan, i + k);
	/* "thành phố Vinh Phạm Hùng" */
	if (k == 1 && tc_str_is(tc_namer_token(n, i)->exact, "vinh") &&
	    tc_namer_office(n))
		return tc_scan_surname(n->scan, i + k);
	/* "Ia Dom Siu Phương" */
	if (k >= 2 && tc_namer_case_tells(n) && is_rare(n, i + k) &&
	    tc_namer_office(n))
		return true;
	/* "Thạch Hà Bùi Thị Mai": most places have two syllables */
	if (k < 2 && (run < k + 3 ||
		      (!middle && (tc_scan_surname(n->scan, i + k + 1) ||
				   is_rare(n, i + k + 1)))))
		return false;
	return tc_scan_surname(n->scan, i + k);
}

/* Lê Chân, Trần Đề: places that a family name begins. */
static bool is_seat(const struct tc_unit_namer *n, size_t i)
{
	static const char *const names[] = {
		"bí", "chân", "huân", "huệ", "hồ", "lãnh", "lợi", "nhai", "phích",
		"quyền", "thiết", "trãi", "trấn", "xá", "úy", "đề",
	};

	return tc_scan_surname(n->scan, i) &&
	       TC_AMONG(tc_namer_token(n, i + 1)->exact, names);
}

/* A family name with which few places begin. */
static bool is_family(const struct tc_unit_namer *n, size_t i)
{
	static const char *const families[] = {
		"bùi", "bế", "doãn", "huỳnh", "hứa", "khuất", "khổng", "lê",
		"lò", "nghiêm", "nguyễn", "ngô", "phùng", "phạm", "quách",
		"sùng", "thào", "trương", "trần", "trịnh", "tạ", "uông", "vi",
		"võ", "đinh", "đào", "đặng", "đỗ",
	};

	return TC_AMONG(tc_namer_token(n, i)->exact, families);
}

/* "Hà Nội Lê Quân": a province of two syllables, and a person of two; "Châu Đức
 * Nguyễn Việt": a district that begins like a family. */
static bool before_two(const struct tc_unit_namer *n, size_t i, size_t run)
{
	const struct tc_place *province;

	if (run != 4)
		return false;
	/* "Đồng Văn Lý Hùng" */
	if (tc_namer_middle(n, i + 1) && !tc_scan_surname(n->scan, i) &&
	    (tc_scan_surname(n->scan, i + 2) || is_rare(n, i + 2)))
		return true;
	if (tc_scan_surname(n->scan, i) && !tc_namer_middle(n, i + 1) &&
	    (is_family(n, i + 2) || is_rare(n, i + 2)))
		return true;
	return tc_scan_surname(n->scan, i + 2) &&
	       tc_namer_province_at(n, i, NULL, &province) == 2;
}

/* "Vàng A Páo", "Sùng Seo Lử": in the highlands a family name that few bear
 * has one of these behind it. */
static bool before_highlander(const struct tc_unit_namer *n, size_t k)
{
	static const char *const middles[] = { "a", "bá", "mí", "seo" };

	return k + 2 < n->limit && is_rare(n, k) && tc_namer_upper(n, k + 2) &&
	       TC_AMONG(tc_namer_token(n, k + 1)->exact, middles);
}

/* Where a person's name begins inside the run ("phuong Dong Kinh Vi Thi
 * Mai"): the run's length when there is none. */
size_t tc_namer_person_at(const struct tc_unit_namer *n, size_t i, size_t run)
{
	if (n->query || run < 3 || is_namesake(n, i, run))
		return run;
	/* a place's and a person's, as is "Văn Quan Hoàng Văn Bảy" */
	if (run >= 5 && is_namesake(n, i, 3) &&
	    (tc_namer_office(n) ||
	     (run == 6 && tc_scan_surname(n->scan, i + 3))))
		return 3;
	if (run >= 4 && tc_namer_office(n) &&
	    (is_seat(n, i) || before_two(n, i, run)))
		return 2;
	if ((tc_scan_surname(n->scan, i) || tc_namer_middle(n, i + 1)) &&
	    !(run >= 5 &&	/* "Đồng Văn Vàng Mí Sính" */
	      (tc_scan_surname(n->scan, i + 2) || is_rare(n, i + 2)) &&
	      !(tc_namer_middle(n, i + 1) && tc_scan_surname(n->scan, i))) &&
	    tc_namer_office(n))
		return 0;
	if (is_royal(n, i) && tc_namer_office(n))
		return 0;
	/* "Hồng Thái Bàn Thị Xuân": the middle name tells where it is */
	for (size_t k = 3; k + 1 < run && tc_namer_case_tells(n); k++)
		if (tc_namer_middle(n, i + k))
			return k - 1;
	for (size_t k = 1; k + 2 <= run; k++) {
		if (((begins_highlander(n, i + k) && !behind_water(n, i + k)) ||
		     (k > 1 && is_highlander(n, i + k))) &&
		    tc_namer_office(n))
			return k;
		if (begins_person(n, i, k, run))
			return k;
	}
	return run;
}

bool tc_namer_names_head(const struct tc_unit_namer *n, size_t i)
{
	return tc_namer_case_tells(n) && tc_namer_office(n) && i < n->limit &&
	       ((is_family(n, i) &&
		 tc_namer_proper_run(n, i, 8) == 2 && !is_seat(n, i)) ||
		is_highlander(n, i) ||
		/* "H'Bliak Niê" */
		(begins_highlander(n, i) &&
		 tc_scan_gap(n->scan, i + 1) == TC_GAP_TIGHT));
}

/* How many syllables the name has that begins at token k behind an office; 0
 * when none does. */
static size_t person_run(const struct tc_unit_namer *n, size_t k)
{
	const struct tc_place *province;

	if (!tc_namer_case_tells(n) || k >= n->limit ||
	    !tc_scan_surname(n->scan, k) || !tc_namer_office(n))
		return 0;
	const size_t run = tc_namer_proper_run(n, k, PERSON_MAX + 1);
	return run >= 2 && run <= PERSON_MAX && /* "Hà Nam Lê Tú" */
	       tc_namer_province_at(n, k, NULL, &province) != 2 ? run : 0;
}

/* "Tổng Giám đốc Tập đoàn TKV Trần Văn Bình": behind an acronym */
static bool behind_acronym(const struct tc_unit_namer *n, size_t k)
{
	return is_acronym(n, k - 1) && tc_namer_case_tells(n) &&
	       tc_namer_office(n) && tc_namer_proper_run(n, k, 5) >= 3;
}

/* Behind a province's one syllable, or the country: "Bí thư Đảng ủy Đại học Huế
 * Lê Anh Khoa", "Chủ tịch Công đoàn Cao su VN Phan Mạnh" */
static bool behind_country(const struct tc_unit_namer *n, size_t k)
{
	const struct tc_place *province;
	const size_t run = person_run(n, k);
	const bool country = (k > 1 && tc_namer_country(n, k - 2)) ||
			     tc_str_is(tc_namer_token(n, k - 1)->exact, "vn");

	return run && (country ||
		       (run > 2 && tc_namer_province_at(n, k - 1, NULL,
							&province) == 1));
}

bool tc_namer_person_behind_number(const struct tc_unit_namer *n, size_t k)
{
	return tc_namer_joined(n, k) &&
	       (tc_namer_token(n, k - 1)->flags & TC_TOKEN_DIGIT ||
		tc_namer_roman(n, k - 1)) &&
	       person_run(n, k) > 2;
}

/* "Trưởng phòng Đào tạo Lê Văn Bình", "Tập đoàn Vingroup Lê Văn Bình": behind a
 * word whose last syllable is in lower case, or a foreign one, no proper name
 * goes on, nor from "Vinh" to "Lê Văn".  But a vocational school may have a
 * person's name; and a place has two syllables, "xe cơ giới Mai Sơn". */
static bool behind_word(const struct tc_unit_namer *n, size_t first, size_t k,
			const char *kind)
{
	static const char *const schools[] = { "trung cấp", "nghề" };
	const struct tc_token *const before = tc_namer_token(n, k - 1);

	if (person_run(n, k) < 3 ||
	    (tc_unit_kind_is(kind, "truong") &&
	     TC_UNIT_ANY_BEFORE(n->scan, first, schools)))
		return false;
	return !tc_namer_upper(n, k - 1) || tc_namer_middle(n, k + 1) ||
	       before->len == 1 || !(before->flags & TC_TOKEN_SYLLABLE);
}

/* "Bệnh viện Đa khoa X BSCKII Lê Văn A" */
static bool begins_doctor(const struct tc_unit_namer *n, size_t k)
{
	return tc_namer_degree(n, k) && tc_namer_case_tells(n) &&
	       tc_namer_upper(n, k) && k + 1 < n->limit &&
	       (tc_scan_surname(n->scan, k + 1) || tc_namer_degree(n, k + 1));
}

bool tc_namer_person_ends(const struct tc_unit_namer *n, size_t first,
			  size_t k, const char *kind)
{
	size_t after;

	if (k > first && begins_doctor(n, k))
		return true;
	/* "Trường THCS Tân Lập H'Yim Niê" */
	if (k > first + 1 && tc_namer_upper(n, k) &&
	    tc_scan_gap(n->scan, k + 1) == TC_GAP_TIGHT &&
	    begins_highlander(n, k) && !behind_water(n, k) &&
	    tc_namer_office(n))
		return true;
	if (tc_namer_work(n, k))
		return false;	/* "Dịch Vụ Nông Nghiệp" */
	/* "Nam Đàn Cầm Minh Bình", but not "Quảng Ninh Lê Thị Nga" */
	if (k > first + 1 && is_rare(n, k) && tc_namer_case_tells(n) &&
	    k + 1 < n->limit && !tc_scan_surname(n->scan, k + 1) &&
	    tc_namer_upper(n, k) && tc_namer_upper(n, k - 1) &&
	    tc_namer_office(n)) {
		const size_t left = tc_namer_proper_run(n, k, PERSON_MAX + 1);
		if (left == 3 || left == 4)
			return true;
	}
	/* "Hoa Ban Cầm Thị Hương": a family name that few bear */
	if (!tc_scan_surname(n->scan, k) &&
	    !(k > first + 1 && tc_namer_office(n) &&
	      (tc_namer_middle(n, k + 1) || before_highlander(n, k))))
		return false;
	if (k > first && (behind_country(n, k) ||
			  tc_namer_person_behind_number(n, k) ||
			  behind_word(n, first, k, kind)))
		return true;
	if (k == first + 1)
		return behind_acronym(n, k);
	if (k < first + 2)
		return false;
	/* "TRUYỀN THÔNG - VĂN HÓA" */
	if (n->caps && tc_scan_gap(n->scan, k) == TC_GAP_DASH &&
	    tc_namer_word(n, k, TC_UNIT_TASK, &after) && after > k + 1)
		return false;
	const size_t run = tc_namer_proper_run(n, k - 2, 8);
	const struct tc_place *province;
	/* "Công nghiệp Dệt May Hà Nội" */
	if (run == 4 && tc_namer_province_at(n, k, NULL, &province) == 2)
		return false;
	/* "Trường THPT Lê Lợi Phạm Thị Hoa", but not yet at "Châu" of "Phan Bội
	 * Châu Phạm Thị Hoa" */
	if (run >= 5 && k == first + 2 && tc_unit_kind_is(kind, "truong") &&
	    tc_scan_surname(n->scan, first) && tc_namer_office(n))
		return !(tc_scan_surname(n->scan, k + 1) &&
			 tc_namer_middle(n, k + 2));
	/* "Trường THPT Thái Phiên Ngô Đức", two persons' */
	if (run == 4 && k == first + 2 && tc_unit_kind_is(kind, "truong") &&
	    tc_scan_surname(n->scan, first) &&
	    !tc_namer_middle(n, first + 1) && tc_namer_case_tells(n) &&
	    tc_namer_office(n))
		return true;
	/* "Đại học Hà Nội Hứa Thanh Hoa" */
	return tc_namer_person_at(n, k - 2, run) == 2 ||
	       (run >= 4 && tc_namer_office(n) &&
		tc_namer_province_at(n, k - 2, NULL, &province) == 2);
}

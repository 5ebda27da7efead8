/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Persons behind the names of the bodies that they lead: "Giám đốc Học viện
 * Hậu cần Lê Văn Bình". */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"

#define PERSON_MAX 4 /* syllables: "Trần Thị Thu Hà" */

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
	const uint32_t both = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE;

	return (tc_namer_token(n, k - 1)->flags & both) == TC_TOKEN_CAPS &&
	       tc_namer_case_tells(n) && tc_namer_office(n) &&
	       tc_namer_proper_run(n, k, 5) >= 3;
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

bool tc_namer_person_ends(const struct tc_unit_namer *n, size_t first,
			  size_t k, const char *kind)
{
	/* "Hoa Ban Cầm Thị Hương": a family name that few bear */
	if (tc_namer_work(n, k))
		return false;	/* "Dịch Vụ Nông Nghiệp" */
	if (!tc_scan_surname(n->scan, k) &&
	    !(k > first + 1 && tc_namer_middle(n, k + 1) && tc_namer_office(n)))
		return false;
	if (k > first && (behind_country(n, k) ||
			  tc_namer_person_behind_number(n, k) ||
			  behind_word(n, first, k, kind)))
		return true;
	if (k == first + 1)
		return behind_acronym(n, k);
	if (k < first + 2)
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
	/* "Đại học Hà Nội Hứa Thanh Hoa" */
	return tc_namer_person_at(n, k - 2, run) == 2 ||
	       (run >= 4 && tc_namer_office(n) &&
		tc_namer_province_at(n, k - 2, NULL, &province) == 2);
}

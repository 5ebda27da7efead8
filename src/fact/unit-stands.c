/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether words that head units' names do so where they stand. */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"

/* "Lê Trường Lưu": the second syllable of a person's name. */
static bool inside_person(const struct tc_unit_namer *n, size_t i)
{
	return i > 0 && tc_namer_case_tells(n) && tc_namer_upper(n, i) &&
	       tc_scan_gap(n->scan, i) == TC_GAP_BLANK &&
	       tc_namer_upper(n, i - 1) && tc_scan_surname(n->scan, i - 1) &&
	       tc_namer_joined(n, i + 1) && tc_namer_upper(n, i + 1);
}

/* "công an các huyện A, B": past the word. */
static size_t past_each(const struct tc_unit_namer *n, size_t i)
{
	return i + tc_str_is(tc_namer_token(n, i)->exact, "các");
}

/* "trụ sở Công an xã", "Đại hội Nông dân xã", "văn phòng UBND tỉnh": the head
 * is the second half of a word. */
static bool is_half_word(const struct tc_unit_namer *n, size_t i)
{
	static const char *const words[][2] = {
		{ "trụ", "sở" }, { "cơ", "sở" }, { "đại", "hội" },
		{ "văn", "phòng" }, { "giao", "ban" }, { "công", "đoàn" },
		{ "chi", "đoàn" }, { "thông", "báo" }, { "cảnh", "báo" },
		{ "bí", "thư" },	/* "Bí thư Viện" */
	};
	const struct tc_str word = tc_namer_token(n, i)->exact;

	if (!i || !tc_namer_joined(n, i) ||
	    (tc_namer_upper(n, i) && !n->caps))
		return false;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (tc_str_is(word, words[k][1]) &&
		    tc_str_is(tc_namer_token(n, i - 1)->exact, words[k][0]))
			return true;
	return false;
}

/* "Bộ Công an, Công an tỉnh X": the first of them is not the province's. */
static bool in_ministry(const struct tc_unit_namer *n, size_t i,
			const struct tc_unit_word *w)
{
	return i && tc_namer_joined(n, i) &&
	       tc_unit_kind_is(w->kind, "cong-an") &&
	       tc_namer_upper(n, i - 1) &&
	       tc_str_is(tc_namer_token(n, i - 1)->exact, "bộ");
}

/* "Vùng 3 Hải quân", but "Vùng 3: đất cao" */
static bool names_fleet(const struct tc_unit_namer *n, size_t i)
{
	return tc_namer_digit(n, i + 1) && tc_namer_joined(n, i + 2) &&
	       tc_str_is(tc_namer_token(n, i + 2)->exact, "hải") &&
	       tc_namer_joined(n, i + 3) &&
	       tc_str_is(tc_namer_token(n, i + 3)->exact, "quân");
}

/* "CĐ Công ty X", but "CĐ Y tế X" is a college. */
static bool names_union(const struct tc_unit_namer *n, size_t after)
{
	const unsigned int bodies = TC_UNIT_BODY | TC_UNIT_DEPT | TC_UNIT_STATE;
	size_t end;

	return tc_scan_gap(n->scan, after) == TC_GAP_BLANK &&
	       tc_namer_upper(n, after) &&
	       tc_namer_word(n, after, bodies, &end);
}

/* "Đoàn 338" of the army, but not "Đoàn 30 cán bộ". */
static bool names_group(const struct tc_unit_namer *n, size_t i, size_t after)
{
	return tc_namer_upper(n, i) && tc_namer_joined(n, after) &&
	       tc_namer_digit(n, after) &&
	       tc_namer_token(n, after)->len == 3 &&
	       !tc_namer_counts(n, after);
}

/* "THPT Kim Liên", a school without the word, but not "THPT Quốc gia", "THPT
 * Hà Nội", which tell of schools. */
static bool names_school(const struct tc_unit_namer *n, size_t after)
{
	const struct tc_place *place;
	const size_t run = tc_namer_proper_run(n, after, 5);

	return tc_namer_case_tells(n) && tc_namer_joined(n, after) &&
	       run >= 2 && run <= 4 &&
	       tc_namer_province_at(n, after, NULL, &place) != run;
}

/* "Chi nhánh Xăng dầu X", but "Chi nhánh tỉnh Y" is one of whom? */
static bool names_branch(const struct tc_unit_namer *n, size_t after)
{
	const unsigned int known = TC_UNIT_HEADS | TC_UNIT_HOST |
		TC_UNIT_TASK | TC_UNIT_FIELD | TC_UNIT_NOUN;
	const uint32_t both = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE;
	size_t end;

	if (!tc_namer_joined(n, after) || !tc_namer_case_tells(n))
		return true;
	return tc_namer_word(n, after, known, &end) ||
	       tc_namer_common(n, after) ||
	       (tc_namer_token(n, after)->flags & both) == TC_TOKEN_CAPS;
}

/* "CDC Hà Nam", "CDC tỉnh": communes have none. */
static bool of_province(const struct tc_unit_namer *n, size_t after)
{
	const struct tc_place *place;
	size_t end;

	if (!tc_namer_joined(n, after))
		return false;
	const struct tc_unit_word *const w =
		tc_namer_word(n, after, TC_UNIT_AREA | TC_UNIT_CITY, &end);

	return w ? w->area <= TC_AREA_THANH_PHO :
		   tc_namer_province_at(n, after, NULL, &place) > 0;
}

/* Of heads that mean another thing elsewhere, whether they do not here. */
static bool means_body(const struct tc_unit_namer *n, size_t i, size_t after,
		       const struct tc_unit_word *w)
{
	const struct tc_place *place;

	if (tc_unit_word_is(w, "vùng"))
		return names_fleet(n, i);
	if (tc_unit_word_is(w, "cđ"))
		return names_union(n, after);
	if (tc_unit_word_is(w, "chi nhánh"))
		return names_branch(n, after);
	if (tc_unit_word_is(w, "đoàn"))
		return names_group(n, i, after);
	/* the firm, the paper of a province */
	if (tc_unit_word_is(w, "viễn thông") || tc_unit_word_is(w, "báo") ||
	    tc_unit_word_is(w, "bảo việt") || tc_unit_word_is(w, "pc"))
		return tc_namer_upper(n, i) && tc_namer_joined(n, after) &&
		       tc_namer_province_at(n, after, NULL, &place);
	if (tc_unit_word_is(w, "cdc"))
		return of_province(n, after);
	/* what courts want, and what is not the state's */
	if (tc_unit_word_is(w, "thi hành án dân sự") ||
	    tc_unit_word_is(w, "doanh nghiệp tư nhân"))
		return tc_namer_upper(n, i);
	if (tc_unit_kind_is(w->kind, "truong") && *w->words == 't' &&
	    w->words[1] == 'h')
		return names_school(n, after);
	/* "ĐH Đảng các cấp": they meet */
	if (tc_unit_word_is(w, "đh") && tc_unit_words_at(n->scan, after, "đảng"))
		return false;
	/* only in a Party organisation's name */
	return !tc_unit_word_is(w, "bộ") && !tc_unit_word_is(w, "bộ môn");
}

/* "Đoàn thành phố X": behind an office, else those who came from there. */
static bool means_league(const struct tc_unit_namer *n, size_t i, size_t after,
			 const struct tc_unit_word *w)
{
	if (w->cls == TC_UNIT_LEVEL)
		return tc_namer_league(n, w, after);
	if (tc_unit_word_is(w, "đoàn công an"))
		return tc_namer_upper(n, i) ||
		       (tc_namer_office(n) &&	/* "Trưởng đoàn Công an" */
			!tc_unit_words_before(n->scan, i, "trưởng"));
	return w->area == TC_AREA_NONE || w->area >= TC_AREA_XA ||
	       tc_namer_office(n);
}

/* "công đoàn cơ quan Hội X", "chi đoàn trường X", "chi đoàn trường mầm non X" */
static bool names_office(const struct tc_unit_namer *n, size_t after)
{
	size_t end = after + 1;

	if (tc_str_is(tc_namer_token(n, after)->exact, "trường")) {
		tc_namer_word(n, after, TC_UNIT_BODY, &end);
		return tc_namer_joined(n, end) && tc_namer_upper(n, end);
	}
	const struct tc_unit_word *const b =
		tc_namer_word(n, after, TC_UNIT_BLOCK, &end);

	return b && tc_unit_word_is(b, "cơ quan") && tc_namer_joined(n, end) &&
	       tc_namer_upper(n, end);
}

/* "sư phạm Huế" behind "trường cao đẳng", "nông nghiệp Bình Minh" behind "hợp
 * tác xã" */
static bool names_field(const struct tc_unit_namer *n, size_t i,
			const struct tc_unit_word *w)
{
	size_t after;

	if (!(tc_unit_kind_is(w->kind, "truong") ||
	      tc_unit_word_is(w, "hợp tác xã")) ||
	    tc_namer_upper(n, i) ||
	    tc_scan_gap(n->scan, i) != TC_GAP_BLANK)
		return false;
	const size_t end = tc_namer_fields_end(n, i);
	return end > i && tc_namer_joined(n, end) && tc_namer_upper(n, end) &&
	       !tc_namer_word(n, end, TC_UNIT_HEADS, &after);
}

/* "bộ đội biên phòng (BĐBP) tỉnh X" */
static bool area_behind_bracket(struct tc_unit_namer *n, size_t i)
{
	struct tc_area area;
	size_t at = i + 1;

	return tc_scan_gap(n->scan, i) == TC_GAP_OPEN && at < n->limit &&
	       tc_namer_token(n, i)->flags & TC_TOKEN_CAPS &&
	       tc_scan_gap(n->scan, at) == TC_GAP_CLOSE &&
	       tc_unit_area_read(n, &at, false, &area) && area.name.n;
}

/* "chi hội phụ nữ thôn Đoài", "chi đoàn khu phố 3" */
static bool names_hood(const struct tc_unit_namer *n, size_t i)
{
	size_t after;

	return tc_namer_word(n, i, TC_UNIT_HOOD, &after) &&
	       tc_namer_joined(n, after) &&
	       (tc_namer_upper(n, after) || tc_namer_digit(n, after));
}

/* "ĐU xã X", "HU Y": committees in letters, before the place that they are of;
 * but no syllable "đu", no "12-QĐ/ĐU". */
static bool in_letters(const struct tc_unit_namer *n, size_t i, size_t after,
		       const struct tc_unit_word *w)
{
	return !n->caps && tc_namer_token(n, i)->flags & TC_TOKEN_CAPS &&
	       tc_scan_gap(n->scan, i) != TC_GAP_TIGHT &&
	       tc_namer_joined(n, after) &&
	       (tc_unit_word_is(w, "đu") ?
			tc_namer_area(n, after) :
			tc_namer_upper(n, after) &&
				!tc_namer_word(n, after, TC_UNIT_HEADS, &after));
}

/* "Ủy viên Trung ương Đảng", "Trụ sở T.Ư Đảng": what a person is, a house, and no
 * committee. */
static bool names_member(const struct tc_unit_namer *n, size_t i,
			 const struct tc_unit_word *w)
{
	static const char *const centre[] = {
		"trung ương đảng", "t.ư đảng", "tw đảng", "tư đảng",
	};
	static const char *const before[] = { "ủy viên", "bí thư", "trụ sở" };

	return tc_unit_kind_is(w->kind, "trung-uong") &&
	       TC_UNIT_ANY_BEFORE(n->scan, i, before) &&
	       TC_AMONG(tc_str0(w->words), centre);
}

/* A head of one everyday word needs its capital. */
bool tc_namer_head_stands(struct tc_unit_namer *n, size_t i, size_t after,
			  const struct tc_unit_word *w)
{
	const unsigned int everyday =
		TC_UNIT_DEPT | TC_UNIT_BODY | TC_UNIT_STATE | TC_UNIT_FIXED;
	const unsigned int weak = TC_UNIT_DEPT | TC_UNIT_BODY;

	if (n->query)
		return true;
	if (w->words_n <= 3 && w->cls & (TC_UNIT_PARTY | TC_UNIT_LEVEL) &&
	    (tc_unit_word_is(w, "đu") || tc_unit_word_is(w, "hu")) &&
	    !in_letters(n, i, after, w))
		return false;
	if (w->cls & weak && (!means_body(n, i, after, w) ||
			      (after == i + 1 && inside_person(n, i))))
		return false;
	if (w->cls & (TC_UNIT_LEVEL | TC_UNIT_STATE) &&
	    tc_unit_kind_is(w->kind, "doan-the") &&
	    !means_league(n, i, after, w))
		return false;
	if (w->cls == TC_UNIT_FIXED && after == i + 1 &&
	    tc_scan_gap(n->scan, i) == TC_GAP_TIGHT)
		return false; /* "02-HD/UBKTTW" */
	if (w->cls == TC_UNIT_FIXED && tc_unit_kind_is(w->kind, "trung-uong") &&
	    tc_namer_joined(n, after) && tc_namer_upper(n, after) &&
	    tc_str_is(tc_namer_token(n, after)->exact, "hội"))
		return false; /* "Ban Chấp hành Trung ương Hội" */
	if (w->cls == TC_UNIT_FIXED && names_member(n, i, w))
		return false;
	if (w->cls & everyday && (is_half_word(n, i) || in_ministry(n, i, w)))
		return false;
	/* "Phó Bí thư Thường trực Huyện ủy", "cơ quan thường trực Ban Chỉ đạo" */
	if (w->cls & (TC_UNIT_ORGAN | TC_UNIT_STATE) &&
	    (tc_unit_word_is(w, "thường trực") ||
	     tc_unit_word_is(w, "thường trực hđnd")) &&
	    (tc_namer_office(n) || tc_unit_words_before(n->scan, i, "cơ quan")))
		return false;
	if (n->caps)
		return !(w->cls & weak) || after - i > 1 ||
		       tc_namer_stands_in_caps(n, i, after, w);
	if (!(w->cls & everyday) || tc_namer_upper(n, i))
		return !(w->cls & weak && tc_unit_word_is(w, "khoa"));
	if (w->cls == TC_UNIT_FIXED)
		return after - i > 2; /* "bộ chính trị" */
	if (w->cls == TC_UNIT_DEPT)
		return true;
	if (w->cls == TC_UNIT_STATE && after - i > 2 &&
	    TC_UNLIKELY(area_behind_bracket(n, after)))
		return true;
	return after - i > 1 && tc_namer_joined(n, after) &&
	       (tc_namer_upper(n, after) || tc_namer_digit(n, after) ||
		names_field(n, after, w) ||
		(w->cls == TC_UNIT_BODY &&
		 tc_namer_past_lower(n, after, w->kind) > after) ||
		(tc_unit_kind_is(w->kind, "doan-the") &&
		 (names_office(n, after) || names_hood(n, after))) ||
		(tc_unit_kind_is(w->kind, "mat-tran") &&
		 names_hood(n, after)) ||
		(tc_namer_upper(n, i + 1) && tc_namer_area(n, after) &&
		 (tc_unit_kind_is(w->kind, "truong") ||
		  tc_unit_kind_is(w->kind, "quan-doi"))) ||
		(tc_unit_kind_is(w->kind, "phong") && tc_namer_area(n, after) &&
		 tc_unit_words_before(n->scan, i, "chánh")) ||
		((w->cls == TC_UNIT_STATE || after - i > 2 ||
		  tc_namer_upper(n, i + 1)) &&
		 tc_namer_names_area(n, past_each(n, after))));
}

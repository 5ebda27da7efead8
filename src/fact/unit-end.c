/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What ends the words of a body's name: "và", a larger body, a verb, a person. */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"

/* "VHTT và TT huyện X": a centre's fields in letters, and no township. */
static bool joins_letters(const struct tc_unit_namer *n, size_t i,
			  const char *kind)
{
	const uint32_t both = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE;

	return tc_unit_kind_is(kind, "trung-tam") && i + 1 < n->limit &&
	       tc_str_is(tc_namer_token(n, i + 1)->exact, "tt") &&
	       (tc_namer_token(n, i - 1)->flags & both) == TC_TOKEN_CAPS;
}

/* "Phòng chống lụt bão", "Viễn thông": heads elsewhere, here fields of work. */
static bool names_field(const struct tc_unit_namer *n, size_t i)
{
	size_t head, field;

	if (tc_namer_joined(n, i + 1) &&
	    tc_str_is(tc_namer_token(n, i)->exact, "phòng"))
		return !tc_namer_upper(n, i + 1);
	return tc_namer_word(n, i, TC_UNIT_BODY, &head) &&
	       tc_namer_word(n, i, TC_UNIT_TASK, &field) && field == head;
}

/* How far "va" goes on inside a body's name. */
static bool and_goes_on(const struct tc_unit_namer *n, size_t i,
			const char *kind)
{
	size_t after;

	if (joins_letters(n, i, kind))
		return true;
	if (tc_unit_kind_named(kind) && !tc_namer_common(n, i + 1) &&
	    !(tc_namer_field_before(n, i) && tc_namer_work(n, i + 1)))
		return false;	/* "Trường Kim Đồng và Trần Phú" are two */
	/* "Đại đội Trinh sát và kho" */
	if (tc_unit_kind_is(kind, "quan-doi") && tc_namer_case_tells(n) &&
	    !tc_namer_upper(n, i + 1) && tc_namer_fields_end(n, i + 1) == i + 1)
		return false;
	return tc_namer_joined(n, i + 1) && !tc_namer_verb(n, i + 1) &&
	       (!tc_namer_word(n, i + 1, TC_UNIT_HEADS | TC_UNIT_PLURAL |
			       TC_UNIT_OFFICE, &after) ||
		names_field(n, i + 1)) &&
	       (!tc_scan_surname(n->scan, i + 1) || tc_namer_work(n, i + 1));
}

/* "Quận" of "Tứ Quận": with its capital behind another, and no name behind. */
static bool ends_place(const struct tc_unit_namer *n, size_t first, size_t k)
{
	return k > first && tc_namer_case_tells(n) && tc_namer_upper(n, k) &&
	       tc_namer_upper(n, k - 1) &&
	       tc_namer_token(n, k)->flags & TC_TOKEN_SYLLABLE &&
	       !(tc_namer_joined(n, k + 1) &&
		 (tc_namer_upper(n, k + 1) || tc_namer_digit(n, k + 1)));
}

/* "Sở Giáo dục và Đào tạo" behind "Phòng Kế hoạch Tài chính" */
static bool begins_department(const struct tc_unit_namer *n, size_t k)
{
	size_t after, end;

	return tc_namer_upper(n, k) &&
	       tc_namer_word(n, k, TC_UNIT_DEPT, &after) &&
	       tc_namer_joined(n, after) && tc_namer_upper(n, after) &&
	       tc_namer_word(n, after, TC_UNIT_FIELD, &end);
}

bool tc_namer_begins_organ(const struct tc_unit_namer *n, size_t k)
{
	size_t after, end;
	const struct tc_unit_word *const w =
		tc_namer_word(n, k, TC_UNIT_ORGAN, &after);

	if (!w || !tc_namer_joined(n, after) ||
	    !tc_unit_kind_is(w->kind, "organ"))
		return false;
	const struct tc_unit_word *const owner = tc_namer_word(
		n, after, TC_UNIT_LEVEL | TC_UNIT_PARTY, &end);
	return owner && (owner->cls == TC_UNIT_PARTY ||
			 tc_unit_word_committee(owner));
}

/* "Chi nhánh Hà Nam" behind a bank's name */
static bool begins_branch(const struct tc_unit_namer *n, size_t k)
{
	size_t after;
	const struct tc_unit_word *const w =
		tc_namer_upper(n, k) ? tc_namer_word(n, k, TC_UNIT_BODY, &after)
				     : NULL;

	return w && tc_unit_word_is(w, "chi nhánh");
}

bool tc_namer_begins_larger(const struct tc_unit_namer *n, size_t k,
			    const char *kind)
{
	size_t after;

	if (TC_LIKELY(!(tc_scan_units(n->scan, k) & TC_UNIT_BODY)) ||
	    !tc_namer_case_tells(n) || !tc_namer_upper(n, k) ||
	    tc_unit_kind_is(kind, "doan-the"))
		return false;
	const struct tc_unit_word *const w =
		tc_namer_word(n, k, TC_UNIT_BODY, &after);
	return w && after > k + 2 && tc_namer_joined(n, after) &&
	       (tc_namer_upper(n, after) || tc_namer_area(n, after)) &&
	       (tc_unit_kind_is(w->kind, "truong") ||
		tc_unit_kind_is(w->kind, "quan-doi") ||
		tc_unit_kind_is(w->kind, "benh-vien"));
}

/* "Đoàn Công ty X Đại hội điểm": what it holds, with a capital */
static bool begins_congress(const struct tc_unit_namer *n, size_t k)
{
	size_t after;
	const struct tc_unit_word *const w =
		tc_namer_word(n, k, TC_UNIT_STOP, &after);

	return w && tc_unit_word_is(w, "đại hội");
}

/* "Trường THCS Tà Dô Kết nạp": what it does, with a capital behind its name. */
static bool begins_deed(const struct tc_unit_namer *n, size_t first, size_t k,
			const char *kind)
{
	const unsigned int others = TC_UNIT_TASK | TC_UNIT_FIELD | TC_UNIT_NOUN;
	size_t after, end;

	/* "Trường THPT Bãi Màu 2 Tổng kết" */
	if (!(k > first && tc_namer_digit(n, k - 1)) &&
	    !(k >= first + 2 && tc_namer_upper(n, k - 1) &&
	      tc_namer_upper(n, k - 2)))
		return false;
	return tc_namer_case_tells(n) && tc_namer_upper(n, k) &&
	       (tc_unit_kind_named(kind) || tc_unit_kind_armed(kind) ||
		tc_unit_kind_is(kind, "doanh-nghiep")) &&
	       tc_namer_word(n, k, TC_UNIT_STOP, &after) && after > k + 1 &&
	       (!tc_namer_upper(n, k + 1) || after > k + 3) &&
	       !tc_namer_word(n, k, others, &end);
}

/* "VIỆC LÀM"; "QUÝ" of "LÊ QUÝ ĐÔN", "CẦN THƠ": no verb, as it seems to be. */
static bool goes_on_in_caps(const struct tc_unit_namer *n, size_t k)
{
	const struct tc_place *province;

	return !tc_namer_verb(n, k) || tc_namer_nameable(n, k) ||
	       tc_namer_province_at(n, k, NULL, &province) > 1;
}

bool tc_namer_ends_words(const struct tc_unit_namer *n, size_t first, size_t k,
			 const char *kind)
{
	const unsigned int party = TC_UNIT_CELL | TC_UNIT_PARTY | TC_UNIT_LEVEL;
	const unsigned int heads = party | TC_UNIT_STATE;
	size_t after;

	if (tc_namer_word(n, k, party, &after) ||
	    (tc_namer_area(n, k) && !ends_place(n, first, k)))
		return true;
	/* but "Mường Và" */
	if (tc_str_is(tc_namer_token(n, k)->exact, "và") &&
	    !(tc_namer_case_tells(n) && tc_namer_upper(n, k)))
		return !n->query && !and_goes_on(n, k, kind);
	if (tc_namer_stops(n, k) &&
	    !(k > first && (tc_namer_word(n, k, TC_UNIT_NOUN, &after) ||
			    (n->caps && goes_on_in_caps(n, k)))))
		return true;
	if (k > first && (tc_namer_word(n, k, heads, &after) ||
			  begins_department(n, k) || tc_namer_begins_organ(n, k) ||
			  begins_branch(n, k) || begins_congress(n, k) ||
			  tc_namer_begins_larger(n, k, kind) ||
			  begins_deed(n, first, k, kind)))
		return true; /* at first: a host in a host */
	return tc_namer_person_ends(n, first, k, kind);
}

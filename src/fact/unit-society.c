/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The country's societies: "Trung ương Hội Nông dân Việt Nam". */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"

#define SOCIETY_TOKENS_MAX 8	/* "Di sản Văn hóa Việt" */

/* "Hội Khuyến học Việt Nam": the country's */
bool tc_namer_country(const struct tc_unit_namer *n, size_t i)
{
	return tc_str_is(tc_namer_token(n, i)->exact, "việt") &&
	       tc_namer_joined(n, i + 1) &&
	       tc_str_is(tc_namer_token(n, i + 1)->exact, "nam");
}

/* "Việt Nam - Hàn Quốc", whose first stands before token k; but not "Tổng công
 * ty X Việt Nam - Nguyễn Văn A". */
static bool joins_country(const struct tc_unit_namer *n, size_t k)
{
	static const char *const countries[] = {
		"hàn quốc", "lào", "cu ba", "cuba", "thụy điển", "singapore",
		"nhật bản", "đức", "ba lan", "hungary", "canada", "campuchia",
		"liên bang nga", "ấn độ", "hà lan", "đan mạch",
	};

	return k >= 2 && tc_namer_country(n, k - 2) &&
	       TC_UNIT_ANY_AT(n->scan, k, countries);
}

bool tc_namer_two_countries(const struct tc_unit_namer *n, size_t k)
{
	/* behind which a place may stand */
	static const char *const brief[] = {
		"đức", "hàn", "nhật", "hung", "xô", "pháp", "úc", "séc",
	};

	size_t after;

	if (k >= n->limit || tc_scan_gap(n->scan, k) != TC_GAP_DASH ||
	    tc_namer_word(n, k, TC_UNIT_HEADS, &after) ||
	    !tc_namer_upper(n, k) || !tc_namer_upper(n, k - 1))
		return false;
	return joins_country(n, k) ||
	       (tc_str_is(tc_namer_token(n, k - 1)->exact, "việt") &&
		(TC_AMONG(tc_namer_token(n, k)->exact, brief) ||
		 !(tc_namer_joined(n, k + 1) && tc_namer_upper(n, k + 1))));
}

bool tc_unit_head_society(const struct tc_unit_word *w)
{
	return tc_str_is(tc_unit_word_print(w), "Trung ương Hội");
}

/* Past "Việt Nam", "VN" at token i; i when it does not stand there. */
static size_t past_country(const struct tc_unit_namer *n, size_t i)
{
	if (i >= n->limit || (!tc_namer_joined(n, i) &&
			      tc_scan_gap(n->scan, i) != TC_GAP_CLOSE))
		return i;
	if (tc_str_is(tc_namer_token(n, i)->exact, "vn"))
		return i + 1;
	return tc_namer_country(n, i) ? i + 2 : i;
}

/* Where the name of a society that no row knows ends in "Việt Nam"; `i`: it
 * does not. */
static size_t society_end(const struct tc_unit_namer *n, size_t i)
{
	for (size_t k = i; k < i + SOCIETY_TOKENS_MAX && tc_namer_joined(n, k) &&
			   !tc_namer_stops(n, k); k++)
		if (k > i && tc_namer_country(n, k))
			return k + 2;
	return i;
}

/* "Trung ương Hội CCB Việt Nam": the society's centre; of "Trung ương Hội"
 * alone it is not said which. */
bool tc_part_society(struct tc_unit_parts *p)
{
	const struct tc_unit_namer *const n = p->n;
	size_t after = p->at;
	const struct tc_unit_word *const s = tc_unit_word_at(
		n->scan, p->at - 1, TC_UNIT_STATE, false, &after);

	p->name->central = true;
	if (!s || !tc_unit_kind_is(s->kind, "doan-the")) {
		const size_t end = society_end(n, p->at);
		if (end == p->at)
			return false;
		tc_part_run(p, end);
		return p->name->proper = true;
	}
	p->text.n = 0;
	tc_part_add(p, TC_STR("Trung ương"));
	tc_part_add(p, tc_unit_word_print(s));
	p->at = after;
	tc_part_skip_short_form(p);
	const struct tc_str said = tc_str(s->words, s->words_n);
	const bool country = past_country(n, p->at) != p->at;
	p->at = past_country(n, p->at);
	if (country || (tc_str_ends(said, TC_STR("việt nam")) &&
			!tc_str_ends(tc_unit_word_print(s),
				     TC_STR("Việt Nam"))))
		tc_part_add(p, TC_STR("Việt Nam"));
	return p->name->proper = true;
}

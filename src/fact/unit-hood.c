/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-part.h"

/* "khoi Van phong": the word with its capital, and nothing behind it. */
static bool read_desk(struct tc_unit_parts *p)
{
	size_t after;
	const struct tc_unit_word *w = tc_part_word(p, TC_UNIT_ORGAN, &after);

	if (!w || !tc_unit_word_is(w, "văn phòng") ||
	    (tc_namer_case_tells(p->n) && !tc_namer_upper(p->n, p->at)))
		return false;
	tc_part_add(p, tc_unit_word_print(w));
	p->at = after;
	p->name->proper = true;
	return true;
}

/* "thôn Trung tâm": the one name of which often one syllable alone has its
 * capital. */
static bool read_middle(struct tc_unit_parts *p)
{
	const struct tc_unit_namer *n = p->n;
	size_t after;
	const struct tc_unit_word *const w =
		tc_part_word(p, TC_UNIT_BODY, &after);

	if (!w || !tc_unit_word_is(w, "trung tâm") ||
	    !tc_namer_upper(n, p->at) ||
	    (tc_namer_joined(n, after) && tc_namer_upper(n, after)))
		return false;
	tc_part_run(p, after);
	p->name->proper = true;
	return true;
}

/* "thôn Tân tiến" */
static bool read_half(struct tc_unit_parts *p)
{
	if (!tc_part_goes_on(p) || !tc_namer_half_in_lower(p->n, p->at))
		return false;
	tc_part_run(p, p->at + 2);
	return p->name->proper = true;
}

/* "Bai Mau", "Bai Mau 2" */
static bool read_place(struct tc_unit_parts *p)
{
	if (!read_middle(p) && !read_half(p) && !tc_part_place(p))
		return false;
	if (tc_namer_numbers(p->n, p->at) ||
	    (tc_namer_joined(p->n, p->at) && tc_namer_says_which(p->n, p->at)))
		tc_part_number(p);
	return true;
}

/* "khối Ngoại - Sản", "khối Dược - Cận lâm sàng": of a hospital */
static bool read_branches(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	const size_t at = p->at + 1;
	size_t after;

	return tc_unit_word_is(w, "khối") &&
	       (tc_namer_dash_inside(p->n, at, "chi-bo") ||
		(tc_scan_gap(p->n->scan, at) == TC_GAP_DASH &&
		 tc_namer_upper(p->n, at) &&
		 tc_namer_word(p->n, at, TC_UNIT_TASK, &after))) &&
	       tc_part_place(p) && tc_part_branches(p);
}

/* "liên thôn Đông - Đoài": those that it is of. */
static void add_twins(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	if (!tc_str_starts(tc_unit_word_print(w), TC_STR("liên ")))
		return;
	while (p->at < p->n->limit && tc_namer_case_tells(p->n) &&
	       tc_scan_gap(p->n->scan, p->at) == TC_GAP_DASH) {
		const size_t run = tc_namer_proper_run(p->n, p->at, 4);
		if (!run && !tc_namer_digit(p->n, p->at))
			break;
		tc_part_add(p, TC_STR("-"));
		tc_part_run(p, p->at + (run ? run : 1));
	}
}

/* "thon Bai Mau", "to dan pho so 5", "khoi 7+10", "KP. 7". */
static bool read_hood(struct tc_unit_parts *p, const struct tc_unit_word *w,
		      size_t after)
{
	const struct tc_unit_namer *const n = p->n;

	p->at = after;
	if (after < n->limit && tc_scan_gap(n->scan, after) == TC_GAP_DOT &&
	    tc_namer_token(n, after - 1)->flags & TC_TOKEN_CAPS &&
	    tc_namer_token(n, after - 1)->len > 1 && tc_namer_digit(n, after))
		p->closed = after;
	tc_part_add(p, tc_unit_word_print(w));
	if (!(tc_part_number(p) || read_desk(p) || read_branches(p, w) ||
	      read_place(p)))
		return false;
	add_twins(p, w);
	return true;
}

/* "Doi Thuy loi Bai Mau": a body at work, called as a hood is. */
static bool read_team(struct tc_unit_parts *p, size_t after)
{
	if (!tc_namer_work(p->n, after))
		return false;
	tc_part_run(p, after);
	return tc_part_words(p, "organ");
}

bool tc_part_hood(struct tc_unit_parts *p)
{
	const size_t start = p->at, length = p->text.n;
	size_t after, end;
	const struct tc_unit_word *w = tc_part_word(p, TC_UNIT_HOOD, &after);

	/* "Đội Quản lý trật tự đô thị" is no "đội" */
	const struct tc_unit_word *const b =
		w ? tc_part_word(p, TC_UNIT_BODY, &end) : NULL;
	if (b && end > after && tc_part_body(p, b, end))
		return true;
	/* "Đội Phòng, chống ma túy": named by its work alone */
	if (b && end > after + 1 &&
	    (!tc_namer_joined(p->n, end) || tc_namer_verb(p->n, end)))
		return tc_part_give_back(p, start, length);
	if (w && tc_unit_word_is(w, "thôn bản") &&
	    !tc_namer_upper(p->n, start) && tc_namer_upper(p->n, start + 1)) {
		tc_part_run(p, start + 1);	/* "thôn Bản Mới" */
		return read_place(p) || tc_part_give_back(p, start, length);
	}
	return w && (read_team(p, after) || tc_part_give_back(p, start, length) ||
		     read_hood(p, w, after) || tc_part_give_back(p, start, length));
}

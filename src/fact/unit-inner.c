/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A body in the name of another: whose it is, where its people work. */
#include "config.h"

#include "fact/unit-part.h"

bool tc_part_body(struct tc_unit_parts *p, const struct tc_unit_word *w,
		  size_t after)
{
	struct tc_unit_parts body = {
		.n = p->n, .name = p->name, .at = after, .nested = p->nested,
	};
	const char *const kind = p->name->kind;

	tc_part_begin(&body);
	const bool named = tc_unit_head_read(&body, w);
	p->name->kind = kind;
	if (named) {
		tc_part_add(p, tc_buf_str(&body.text));
		p->at = body.at;
	}
	tc_part_end(&body);
	return named;
}

/* "Hội Cựu chiến binh Khối Doanh nghiệp tỉnh X" */
static bool add_block(struct tc_unit_parts *p)
{
	size_t after;
	const struct tc_unit_word *const b =
		tc_part_word(p, TC_UNIT_BLOCK, &after);

	if (!b || after < p->at + 2 || !tc_namer_area(p->n, after) ||
	    !tc_str_starts(tc_unit_word_print(b), TC_STR("Khối ")))
		return false;
	p->at = after;
	tc_part_add(p, tc_unit_word_print(b));
	return tc_part_area(p, true);
}

/* "Công đoàn Huyện ủy X", "Đoàn Thanh niên Huyện ủy X" */
static bool joins_committee(const struct tc_unit_parts *p)
{
	const struct tc_str print = tc_unit_word_print(p->name->head);

	return tc_str_is(print, "Công đoàn") ||
	       tc_str_is(print, "Đoàn Thanh niên");
}

/* "Chi đoàn cơ quan xã X", "Công đoàn cơ quan Huyện ủy X"; but "Chi đoàn Cơ
 * quan", as the province's league has one, is a name. */
static bool add_office(struct tc_unit_parts *p)
{
	const size_t at = p->at, length = p->text.n;
	size_t after;
	const struct tc_unit_word *const b =
		tc_part_word(p, TC_UNIT_BLOCK, &after);

	if (!b || !tc_unit_word_is(b, "cơ quan"))
		return false;
	const bool name = tc_namer_upper(p->n, at) && !joins_committee(p);
	p->at = after;
	tc_part_add(p, TC_STR("cơ quan"));
	const struct tc_unit_word *const w =
		tc_part_word(p, TC_UNIT_LEVEL, &after);
	if (w && tc_unit_word_committee(w) && tc_part_level(p, w, after))
		return p->name->proper = true;
	if (!(name && w) &&
	    ((!name && tc_part_area(p, true)) || tc_part_place_of_work(p)))
		return true;
	return tc_part_give_back(p, at, length);
}

/* "trường Kim Đồng", "công ty Sao Mai": a capital follows the head. */
static bool is_named_in_lower(const struct tc_unit_parts *p,
			      const struct tc_unit_word *w, size_t after)
{
	return tc_unit_kind_is(w->kind, "truong") ||
	       (tc_unit_kind_is(w->kind, "doanh-nghiep") &&
		tc_namer_joined(p->n, after) && tc_namer_upper(p->n, after));
}

/* "Chi đoàn trường Lý Tự Trọng" */
static bool begins_school(const struct tc_unit_parts *p,
			  const struct tc_unit_word *w, size_t after)
{
	return tc_unit_word_is(w, "trường") && tc_namer_joined(p->n, after) &&
	       tc_namer_proper_run(p->n, after, 3) >= 2;
}

/* "Liên đội THCS X", "Chi đoàn MN X": a school without the word */
static bool add_school(struct tc_unit_parts *p)
{
	size_t after;
	const struct tc_unit_word *const w =
		tc_part_word(p, TC_UNIT_HOST, &after);

	return w && tc_unit_kind_is(w->kind, "truong") &&
	       tc_namer_upper(p->n, p->at) && tc_namer_joined(p->n, after) &&
	       tc_namer_upper(p->n, after) && tc_part_body(p, w, after);
}

/* "Công đoàn VNPT": such a word alone is the firm's name. */
static bool is_brand(const struct tc_unit_word *w)
{
	static const char *const brands[] = {
		"agribank", "bidv", "vietcombank", "vietinbank", "vnpt",
		"viettel", "mobifone", "vinaphone", "sacombank", "shb",
		"techcombank", "vpbank", "hdbank", "lpbank", "mbbank",
	};

	return tc_unit_kind_is(w->kind, "doanh-nghiep") &&
	       TC_AMONG(tc_str(w->words, w->words_n), brands);
}

/* "Chi đoàn Báo Nhân Dân": the words are the whole name. */
static bool add_whole(struct tc_unit_parts *p, const struct tc_unit_word *w,
		      size_t after)
{
	if (!tc_unit_kind_is(w->kind, "organ") &&
	    !tc_unit_kind_is(w->kind, "truong") &&
	    !tc_unit_kind_is(w->kind, "phong"))
		return false;
	p->at = after;
	tc_part_add(p, tc_unit_word_print(w));
	return p->name->proper = true;
}

/* "Đoàn Thanh niên Công ty X", "Chi đoàn Tỉnh Đoàn" */
bool tc_part_place_of_work(struct tc_unit_parts *p)
{
	const size_t at = p->at;
	size_t after;
	const struct tc_unit_word *w =
		tc_part_word(p, TC_UNIT_BODY | TC_UNIT_DEPT | TC_UNIT_STATE |
				TC_UNIT_ORGAN | TC_UNIT_LEVEL | TC_UNIT_FIXED,
			     &after);

	if (w && w->cls == TC_UNIT_FIXED)
		return add_whole(p, w, after);
	if (!w)
		return tc_part_alias_owner(p) || add_block(p) ||
		       add_office(p) || add_school(p);
	if (tc_unit_word_committee(w))
		return p->name->proper = joins_committee(p) &&
					 tc_part_level(p, w, after);
	/* "Chi đoàn công an xã X", "Đoàn thanh niên bệnh viện đa khoa tỉnh Y" */
	const bool placed = tc_namer_upper(p->n, p->name->first) &&
			    w->cls & (TC_UNIT_STATE | TC_UNIT_BODY) &&
			    after > at + 1 && tc_namer_names_area(p->n, after);
	if (tc_namer_case_tells(p->n) && !tc_namer_upper(p->n, at) &&
	    w->cls != TC_UNIT_LEVEL && !placed &&
	    !((after > at + 1 || begins_school(p, w, after)) &&
	      is_named_in_lower(p, w, after)))
		return false;
	if (tc_part_body(p, w, after))
		return true;
	if (!is_brand(w))
		return false;
	tc_part_add(p, tc_unit_word_print(w));
	p->at = after;
	return p->name->proper = true;
}

bool tc_part_works_nowhere(const struct tc_unit_parts *p)
{
	size_t after;
	const struct tc_unit_word *const w =
		tc_part_word(p, TC_UNIT_BODY, &after);

	if (!w || !tc_namer_case_tells(p->n) ||
	    (tc_namer_joined(p->n, after) &&
	     (tc_namer_upper(p->n, after) || tc_namer_digit(p->n, after) ||
	      tc_namer_says_which(p->n, after) ||
	      tc_namer_area(p->n, after) ||
	      (tc_namer_fields_end(p->n, after) > after &&
	       !tc_namer_verb(p->n, after)) ||
	      tc_namer_past_trade(p->n, after, w->kind) > after)))
		return false;
	return (tc_unit_kind_is(w->kind, "benh-vien") ||
		tc_unit_kind_is(w->kind, "truong") ||
		tc_unit_kind_is(w->kind, "doanh-nghiep") ||
		tc_unit_kind_is(w->kind, "trung-tam")) &&
	       !tc_unit_head_whole(w) && !is_brand(w);
}

/* The women of the police and the army are no part of the union ("Hội Phụ nữ
 * Công an tỉnh X"). */
bool tc_part_workplace(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	const bool women = tc_unit_word_is(w, "hội phụ nữ");

	if (women) {
		p->text.n = 0;
		tc_part_add(p, TC_STR("Hội Phụ nữ"));
	}
	if (tc_part_place_of_work(p))
		return true;
	if (women) {
		p->text.n = 0;
		tc_part_add(p, tc_unit_word_print(w));
	}
	return false;
}

/* The token behind "(Vietcombank)" at token i; 0: no such word stands there. */
static size_t past_brand(const struct tc_unit_namer *n, size_t i)
{
	const struct tc_scan *const s = n->scan;

	if (TC_LIKELY(tc_scan_gap(s, i) != TC_GAP_OPEN) || i + 1 >= n->limit)
		return 0;
	return s->text.p[tc_token_end(&s->tokens.v[i])] == ')' ? i + 1 : 0;
}

/* "Tổng Công ty X - CTCP": the form of the firm behind its name. */
static bool add_form(struct tc_unit_parts *p)
{
	const struct tc_unit_namer *const n = p->n;
	size_t after;
	const struct tc_unit_word *const w =
		p->at < n->limit &&
		tc_scan_gap(n->scan, p->at) == TC_GAP_DASH ?
			tc_namer_word(n, p->at, TC_UNIT_BODY, &after) : NULL;

	if (!w || !tc_str_starts(tc_unit_word_print(w), TC_STR("Công ty ")) ||
	    !tc_namer_case_tells(n) ||
	    (tc_namer_joined(n, after) && tc_namer_upper(n, after)))
		return false;
	tc_part_add(p, TC_STR("-"));
	tc_part_add(p, tc_unit_word_print(w));
	p->at = after;
	return true;
}

/* "Ngân hàng X - Chi nhánh Y", "Ngân hàng X (Z), chi nhánh Y": without the
 * mark, as it is printed as well. */
bool tc_part_branch(struct tc_unit_parts *p)
{
	const struct tc_unit_namer *const n = p->n;
	const size_t at = p->at, behind = past_brand(n, at);
	const size_t i = behind ? behind : at;
	const bool comma = tc_scan_gap(n->scan, i) == TC_GAP_COMMA ||
			   (behind && tc_scan_gap(n->scan, i) == TC_GAP_HARD);
	size_t after, end;

	if (add_form(p))
		return true;
	if (!behind && !tc_part_goes_on(p) && !comma &&
	    tc_scan_gap(n->scan, i) != TC_GAP_DASH)
		return false;
	const struct tc_unit_word *const w =
		tc_namer_word(n, i, TC_UNIT_BODY, &after);
	/* "Công ty X, Chi nhánh Xăng dầu Y" are two */
	if (!w || !tc_unit_word_is(w, "chi nhánh") ||
	    (comma && (tc_namer_word(n, after, TC_UNIT_HEADS, &end) ||
		       tc_namer_common(n, after))))
		return false;
	p->at = i;
	if (tc_part_body(p, w, after)) {
		if (behind)
			p->name->brief = at;
		return true;
	}
	p->at = at;
	return false;
}

/* "Chi nhánh Văn phòng Đăng ký đất đai X" */
bool tc_part_branch_of(struct tc_unit_parts *p)
{
	size_t after;
	const struct tc_unit_word *const w =
		tc_part_word(p, TC_UNIT_BODY, &after);

	return w && after > p->at + 1 && tc_part_body(p, w, after);
}

/* "Bệnh viện Trường Đại học X", "Trường Trung cấp nghề Hội Nông dân Việt Nam":
 * whose it is, and no name besides. */
bool tc_part_whose(struct tc_unit_parts *p, const char *kind)
{
	const bool hospital = tc_unit_kind_is(kind, "benh-vien");
	const size_t at = p->at;
	size_t after;

	if (!hospital && !tc_unit_kind_is(kind, "truong"))
		return false;
	const struct tc_unit_word *const w =
		tc_part_word(p, TC_UNIT_BODY | TC_UNIT_STATE, &after);
	const bool armed = w && hospital && tc_unit_kind_armed(w->kind);
	if (!w || after < at + 2 ||
	    !(tc_unit_kind_is(w->kind, hospital ? "truong" : "doan-the") ||
	      armed || (!hospital && tc_unit_word_is(w, "quân khu"))) ||
	    (tc_namer_case_tells(p->n) && !tc_namer_upper(p->n, at)))
		return false;
	if (tc_part_body(p, w, after))
		return true;
	if (armed) {	/* "Bệnh xá Công an" */
		tc_part_add(p, tc_unit_word_print(w));
		p->at = after;
		return p->name->proper = true;
	}
	if (!tc_str_ends(tc_str(w->words, w->words_n), TC_STR("việt nam")))
		return false;
	tc_part_add(p, tc_namer_run_text(p->n, at, after));
	p->at = after;
	return p->name->proper = true;
}

/* "Phòng Tổng hợp Ban Tuyên giáo Thành ủy", "Văn phòng Ủy ban Kiểm tra Thành
 * ủy": the organ that it is in. */
bool tc_part_organ(struct tc_unit_parts *p)
{
	size_t after;
	const struct tc_unit_word *const w =
		tc_part_word(p, TC_UNIT_ORGAN, &after);

	return w && after > p->at + 1 && tc_unit_kind_is(w->kind, "organ") &&
	       (!tc_namer_case_tells(p->n) || tc_namer_upper(p->n, p->at)) &&
	       tc_part_body(p, w, after);
}

/* "Văn phòng Công ty X"; in a Party name "Văn phòng Tổng Công ty" as well */
bool tc_part_firm_office(struct tc_unit_parts *p)
{
	const unsigned int party = TC_UNIT_CELL | TC_UNIT_PARTY;
	const size_t at = p->at;
	size_t after;
	const struct tc_unit_word *const w =
		tc_part_word(p, TC_UNIT_BODY, &after);

	if (!w || after < at + 2 || !tc_unit_kind_is(w->kind, "doanh-nghiep") ||
	    (tc_namer_case_tells(p->n) && !tc_namer_upper(p->n, at)))
		return false;
	if (tc_part_body(p, w, after))
		return true;
	tc_part_add(p, tc_unit_word_print(w));
	p->at = after;
	return p->name->head->cls & party;
}

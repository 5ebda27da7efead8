/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-name.h"

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

/* A head of one everyday word needs its capital. */
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

static bool head_stands(struct tc_unit_namer *n, size_t i, size_t after,
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
	if (w->cls == TC_UNIT_FIXED && tc_unit_word_is(w, "trung ương đảng") &&
	    (tc_unit_words_before(n->scan, i, "ủy viên") ||
	     tc_unit_words_before(n->scan, i, "bí thư")))
		return false; /* what a person is: no committee is named */
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

/* A word of prose stands there, or nothing that is joined: no part of a name
 * would be found behind a cell, a Party organisation, a body or a department.
 * All that they read begins with a capital, a digit or one of these. */
static bool nothing_behind(const struct tc_unit_parts *p,
			   const struct tc_unit_word *w)
{
	const bool fields = tc_unit_school(w) ||
			    tc_unit_kind_is(w->kind, "quan-doi") ||
			    tc_unit_kind_is(w->kind, "benh-vien") ||
			    tc_unit_kind_is(w->kind, "trung-tam");
	const unsigned int parts = TC_UNIT_HEADS | TC_UNIT_HOST |
		TC_UNIT_BLOCK | TC_UNIT_HOOD |
		TC_UNIT_FIELD | TC_UNIT_AREA | TC_UNIT_CITY |
		(fields ? TC_UNIT_TASK | TC_UNIT_NOUN : 0);
	const struct tc_unit_namer *n = p->n;

	if (!tc_namer_case_tells(n))
		return false;
	if (!tc_part_goes_on(p))	/* "(CDC) tỉnh" */
		return tc_scan_gap(n->scan, p->at) != TC_GAP_OPEN &&
		       !(tc_unit_kind_is(w->kind, "truong") &&
			 tc_namer_quoted_letter(n, p->at));
	const struct tc_token *const t = tc_namer_token(n, p->at);
	return !(t->flags & (TC_TOKEN_UPPER | TC_TOKEN_DIGIT)) &&
	       !(tc_scan_units(n->scan, p->at) & parts) &&
	       !(w->cls == TC_UNIT_DEPT &&
		 tc_namer_past_lower_field(n, p->at) > p->at) &&
	       !(tc_unit_kind_is(w->kind, "organ") && w->cls == TC_UNIT_BODY &&
		 tc_namer_past_works(n, p->at) > p->at) &&
	       !(w->cls == TC_UNIT_BODY &&
		 tc_namer_past_lower(p->n, p->at, w->kind) > p->at) &&
	       /* "chi bộ số 5", but not "sổ" */
	       !(n->scan->marks[p->at].row && tc_str_is(t->bare, "so"));
}

/* "Bí thư Chi bộ, Trưởng thôn X", "Bí thư Chi bộ kiêm trưởng bản Y": who leads
 * the cell heads its place as well.  Moves p to the place. */
static void skip_to_hood(struct tc_unit_parts *p)
{
	struct tc_unit_namer *n = p->n;
	size_t at = p->at, after;

	if (n->query || !tc_namer_office(n))
		return;
	/* "Bí thư chi bộ ấp - Trưởng ấp X" */
	if (tc_namer_joined(n, at) &&
	    tc_namer_word(n, at, TC_UNIT_HOOD, &after) &&
	    !tc_namer_joined(n, after))
		at = after;
	if (at < n->limit && tc_str_is(tc_namer_token(n, at)->exact, "kiêm"))
		at++;
	if (at + 1 < n->limit &&
	    tc_str_is(tc_namer_token(n, at)->exact, "trưởng") &&
	    tc_namer_joined(n, at + 1) &&
	    tc_namer_word(n, at + 1, TC_UNIT_HOOD, &after))
		p->at = at + 1;
}

static bool read_name(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	return w->cls == TC_UNIT_CELL || w->cls == TC_UNIT_PARTY ?
		       tc_unit_party_head_read(p, w) : tc_unit_head_read(p, w);
}

/* Heads that may stand alone: for what was named before, or for the list
 * whose tail names the place. */
static bool may_be_bare(const struct tc_unit_word *w)
{
	return w->cls & (TC_UNIT_CELL | TC_UNIT_PARTY | TC_UNIT_STATE) ||
	       tc_unit_word_committee(w) ||
	       (w->cls == TC_UNIT_ORGAN && (tc_unit_kind_is(w->kind, "organ") ||
					    tc_unit_kind_is(w->kind, "trung-tam")));
}

/* "các", "13" stands before token i. */
static bool counted(const struct tc_unit_namer *n, size_t i)
{
	return i && tc_scan_gap(n->scan, i) == TC_GAP_BLANK &&
	       (tc_scan_flags(n->scan, i - 1) & TC_WORD_SEVERAL ||
		tc_namer_token(n, i - 1)->flags & TC_TOKEN_DIGIT);
}

/* "UBND xa", "tinh doan": a level that nothing completes; but "xã Đoàn", and of
 * "Công an tỉnh", "Hội Nông dân huyện" the function is a name of one. */
static bool level_alone(const struct tc_unit_namer *n,
			const struct tc_unit_name *name, size_t after)
{
	const unsigned int cls = name->head->cls;

	if (n->query || name->proper)
		return false;
	if (cls == TC_UNIT_LEVEL)
		return !tc_namer_upper(n, name->first) &&
		       !tc_namer_upper(n, after - 1);
	return cls == TC_UNIT_STATE && !name->host.n &&
	       (tc_unit_kind_authority(name->kind) ||
		tc_unit_kind_is(name->kind, "mat-tran") ||
		counted(n, name->first));
}

/* "Công an tỉnh", whose place nothing tells */
static bool lacks_place(const struct tc_unit_name *name)
{
	return name->head->cls == TC_UNIT_STATE && !name->host.n &&
	       name->own.word != TC_AREA_NONE && !name->own.name.n;
}

/* "Đảng ủy xã", "Tỉnh ủy", "UBND tỉnh", completed by the context. */
static bool level_only(const struct tc_unit_parts *p, size_t after)
{
	const unsigned int levels =
		TC_UNIT_LEVEL | TC_UNIT_PARTY | TC_UNIT_STATE |
		(tc_unit_kind_is(p->name->kind, "doan-the") ? TC_UNIT_BODY : 0);
	size_t end = after;

	if (p->name->head->cls == TC_UNIT_ORGAN && p->name->open)
		return true;	/* "Ban Thường vụ Đảng ủy Khối" */
	if (!(p->name->completed || lacks_place(p->name)) ||
	    !(p->name->head->cls & levels))
		return false;
	if (p->closed > after)
		after = p->closed;	/* "UBND (...) tỉnh" */
	return p->at == after || (tc_unit_word_at(p->n->scan, after,
						  TC_UNIT_AREA, false, &end) &&
				  p->at == end);
}

void tc_unit_namer_release(struct tc_unit_namer *n)
{
	while (n->spares)
		tc_buf_release(&n->spare[--n->spares]);
}

void tc_unit_name_init(struct tc_unit_name *name, const struct tc_unit_word *w)
{
	const struct tc_str none = { 0 };
	const struct tc_area nowhere = { 0 };

	name->head = w;
	name->kind = w->kind;
	name->first = name->end = name->link = 0;
	/* not a = b = none: b would be read as a whole, which waits for the
	 * stores of its members, half of the time of a name's reading */
	name->canonical = none;
	name->host = none;
	name->owner = none;
	name->free_name = none;
	name->own = nowhere;
	name->owner_area = nowhere;
	name->up_count = name->free_at = name->brief = 0;
	name->host_kind = name->owner_kind = NULL;
	name->bare = name->open = name->function = name->level = false;
	name->proper = name->free = name->central = name->completed = false;
	name->caps = false;
}

bool tc_unit_name_read(struct tc_unit_namer *n, size_t i,
		       struct tc_unit_name *out)
{
	size_t after;
	const struct tc_unit_word *w = tc_unit_word_at(n->scan, i,
						       TC_UNIT_HEADS, n->bare,
						       &after);

	return w && tc_unit_name_read_behind(n, i, w, after, out);
}

static size_t limit_from(const struct tc_unit_namer *n, size_t i)
{
	const size_t all = n->scan->tokens.n;

	return all - i < TC_UNIT_TOKENS_MAX ? all : i + TC_UNIT_TOKENS_MAX;
}

/* "Chi bộ đã": of these heads nothing is read, where nothing can be. */
static bool stands_alone(const struct tc_unit_parts *p,
			 const struct tc_unit_word *w)
{
	const unsigned int wanting = TC_UNIT_CELL | TC_UNIT_PARTY |
				     TC_UNIT_BODY | TC_UNIT_DEPT;

	/* a firm's trade stands in lower case before its name */
	return w->cls & wanting && !tc_unit_kind_is(w->kind, "doanh-nghiep") &&
	       nothing_behind(p, w) && !tc_unit_head_whole(w);
}

static bool take_alone(struct tc_unit_namer *n, const struct tc_unit_word *w,
		       size_t after, struct tc_unit_name *out)
{
	out->bare = true;
	out->end = out->link = after;
	out->canonical = tc_unit_word_print(w);
	n->limit = limit_from(n, after);
	return may_be_bare(w);
}

/* "Bộ Chính trị": of real texts' names the half, and no part of them is to be
 * read. */
static bool take_fixed(struct tc_unit_namer *n, const struct tc_unit_word *w,
		       size_t after, struct tc_unit_name *out)
{
	out->central = !tc_unit_kind_is(w->kind, "phong");
	out->canonical = tc_unit_word_print(w);
	/* a longer name than a row holds */
	if (TC_UNLIKELY(tc_str_ends(out->canonical, TC_STR("tham nhũng"))) &&
	    tc_scan_gap(n->scan, after) == TC_GAP_COMMA &&
	    tc_unit_words_at(n->scan, after, "tiêu cực")) {
		out->canonical = TC_STR("Ban Chỉ đạo Trung ương về phòng, "
					"chống tham nhũng, tiêu cực");
		after += 2;
	}
	out->end = out->link = after;
	n->limit = limit_from(n, after);
	out->up_count = tc_unit_up_read(n, &out->link, &out->own, out->up);
	return true;
}

/* "Ban Chấp hành Trung ương Hội Nông dân Việt Nam": the society's own, as its
 * centre is; else w. */
static const struct tc_unit_word *
central_society(const struct tc_unit_namer *n, size_t i,
		const struct tc_unit_word *w, size_t *after)
{
	const bool committee = w->cls & (TC_UNIT_ORGAN | TC_UNIT_FIXED) &&
		(tc_str_starts(tc_unit_word_print(w), TC_STR("Ban Chấp hành")) ||
		 tc_str_is(tc_unit_word_print(w), "Ban Thường vụ"));
	size_t end;

	if (TC_LIKELY(!committee))
		return w;
	const bool brief = tc_namer_token(n, i)->flags & TC_TOKEN_CAPS &&
			   tc_namer_token(n, i)->bare.n == 3;
	const struct tc_unit_word *const s =
		tc_unit_word_at(n->scan, i + (brief ? 1 : 3), TC_UNIT_FIXED,
				false, &end);

	if (!s || !tc_unit_kind_is(s->kind, "doan-the"))
		return w;
	*after = end;
	return s;
}

bool tc_unit_name_read_behind(struct tc_unit_namer *n, size_t i,
			      const struct tc_unit_word *w, size_t after,
			      struct tc_unit_name *out)
{
	w = central_society(n, i, w, &after);

	struct tc_unit_parts p = { .n = n, .name = out, .at = after };

	n->limit = limit_from(n, i);
	if (after > n->limit)
		return false;
	n->caps = TC_LIKELY(!n->query) && tc_namer_in_caps(n, i, after);
	if (!head_stands(n, i, after, w))
		return false;
	tc_unit_name_init(out, w);
	out->first = i;
	out->caps = n->caps;
	if (w->cls == TC_UNIT_CELL) {
		/* of "Chi ủy Chi bộ 2" the cell is the name */
		if (!n->query && tc_unit_word_is(w, "chi ủy chi bộ"))
			out->first = i + 2;
		skip_to_hood(&p);
	}
	if (stands_alone(&p, w))
		return take_alone(n, w, after, out);
	if (w->cls == TC_UNIT_FIXED && TC_LIKELY(!tc_unit_head_society(w)))
		return take_fixed(n, w, after, out);
	tc_part_begin(&p);
	bool named = read_name(&p, w);
	if (named && level_alone(n, out, after))
		named = false;
	out->bare = !named;
	out->level = named && level_only(&p, after);
	out->end = named ? p.at : after;
	out->canonical = tc_arena_str(n->scan->arena, tc_buf_str(&p.text));
	tc_part_end(&p);
	if (out->bare)
		out->own.name = tc_str(NULL, 0);
	out->link = out->end;
	n->limit = limit_from(n, out->end);
	if (named)
		out->up_count =
			tc_unit_up_read(n, &out->link, &out->own, out->up);
	return named || may_be_bare(w);
}

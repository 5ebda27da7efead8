/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-part.h"

/* A district's hospital is printed with and without the area word. */
static bool add_hospital_area(struct tc_unit_parts *p)
{
	size_t at = p->at;
	struct tc_area area;

	if (tc_part_goes_on(p) && tc_unit_area_read(p->n, &at, false, &area) &&
	    tc_area_rank(p->n->gazetteer, &area) == 3) {
		p->at = at;
		p->name->own = area;
		p->name->proper = true;
		if (*area.name.p <= '9')
			tc_part_add_area(p, &area);	/* "quận 2" */
		else
			tc_part_add(p, area.name);
		return true;
	}
	return tc_part_area(p, true);
}

/* "Trường Sơn", "Trường Sa", "Trường Lộc": of one syllable, a place's name, but
 * for what is taught. */
static bool names_a_place(const struct tc_unit_parts *p, size_t i)
{
	const struct tc_str name = tc_namer_token(p->n, i)->exact;

	return tc_namer_token(p->n, i - 1)->bare.n == strlen("truong") &&
	       (tc_str_is(name, "sơn") || tc_str_is(name, "sa") ||
		(tc_namer_upper(p->n, i - 1) &&
		 tc_namer_token(p->n, i)->flags & TC_TOKEN_SYLLABLE &&
		 tc_namer_upper(p->n, i) && !tc_str_is(name, "đảng") &&
		 !tc_str_is(name, "đoàn") &&
		 tc_namer_fields_end(p->n, i) == i));
}

/* "Đảng ủy Trường Chính trị Lê Duẩn": its word has its capital. */
static bool of_school(const struct tc_unit_parts *p)
{
	for (size_t i = p->at; i-- > p->name->first;)
		if (tc_str_is(tc_namer_token(p->n, i)->exact, "trường"))
			return tc_namer_upper(p->n, i);
	return false;
}

/* "Giám đốc bệnh viện Lâm Hoàng Nhã": who directs it, not its name. */
static bool names_director(const struct tc_unit_parts *p, const char *kind)
{
	const struct tc_unit_namer *n = p->n;

	if (!tc_namer_case_tells(n) || !tc_part_goes_on(p) ||
	    tc_namer_upper(n, p->at - 1) ||
	    !tc_scan_surname(n->scan, p->at) || !tc_namer_office(n))
		return false;
	/* but "Hiệu trưởng Trường Tiểu học Trần Quý Cáp" */
	if (tc_unit_kind_is(kind, "truong") &&
	    tc_namer_upper(n, p->name->first) &&
	    (p->name->kind == kind || of_school(p)))
		return false;
	const struct tc_place *province;
	const size_t run = tc_namer_proper_run(n, p->at, 8);
	/* but "Thuế tỉnh Hà Nam", "Đại học Thái Nguyên Lê Quân" */
	const size_t area = tc_namer_province_at(n, p->at, NULL, &province);
	return run >= 2 && run <= 4 && area != run &&
	       !(area == 2 && tc_namer_person_at(n, p->at, run) == 2);
}

/* The area, behind "(CDC)" also a province's name alone. */
bool tc_part_area_behind(struct tc_unit_parts *p)
{
	const size_t at = p->at;

	tc_part_skip_short_form(p);
	if (tc_part_area(p, true) || (p->at != at && tc_part_province(p)))
		return true;
	p->at = at;
	return false;
}

/* "Hà Nội" of "Trường Đại học Nông Lâm (ĐHNL) Hà Nội" */
static void add_province_behind(struct tc_unit_parts *p)
{
	const size_t at = p->at;

	tc_part_skip_short_form(p);
	if (p->at != at && !tc_part_province(p))
		p->at = at;
}

/* "Quân khu Một": its number in words. */
static bool add_number_word(struct tc_unit_parts *p)
{
	static const char *const numbers[] = {
		"một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "chín",
	};

	if (!tc_unit_word_is(p->name->head, "quân khu") ||
	    !tc_part_goes_on(p) || !tc_namer_upper(p->n, p->at) ||
	    !TC_AMONG(tc_namer_token(p->n, p->at)->exact, numbers))
		return false;
	tc_part_run(p, p->at + 1);
	return p->name->proper = true;
}

static bool begins_hood(const struct tc_unit_parts *p)
{
	size_t after;

	return tc_part_word(p, TC_UNIT_HOOD, &after) != NULL;
}

/* "Công đoàn Ban", "Chi đoàn Viện": of one that was named before. */
static bool names_no_body(const struct tc_unit_parts *p)
{
	static const char *const words[] = {
		"ban", "viện", "cục", "sở", "bộ", "vụ", "khoa", "phòng",
	};
	const struct tc_unit_namer *const n = p->n;
	const size_t next = p->at + 1;
	size_t after;

	if (!tc_part_goes_on(p) || !tc_namer_case_tells(n) ||
	    TC_LIKELY(!TC_AMONG(tc_namer_token(n, p->at)->exact, words)))
		return false;
	if (!tc_namer_joined(n, next))
		return true;
	if (tc_namer_word(n, p->at, TC_UNIT_HEADS, &after) && after > next)
		return false;	/* "Ban quản lý", "Viện kiểm sát" */
	return tc_namer_verb(n, next) ||
	       (tc_str_is(tc_namer_token(n, p->at)->exact, "ban") &&
		!tc_namer_upper(n, next));
}

/* "Ngân hàng X 50 triệu đồng": what they gave */
static bool gives_sum(const struct tc_unit_parts *p, const char *kind)
{
	return tc_unit_kind_is(kind, "doanh-nghiep") && tc_part_goes_on(p) &&
	       tc_namer_digit(p->n, p->at) && tc_namer_counts(p->n, p->at);
}

static bool read_body(struct tc_unit_parts *p, const char *kind)
{
	const size_t start = p->at;
	const bool people = tc_unit_kind_is(kind, "doan-the") ||
			    tc_unit_kind_is(kind, "mat-tran");

	if (tc_part_alias_body(p) || add_number_word(p))
		return true;
	tc_part_skip_short_form(p);
	tc_part_quoted_letter(p);
	if (people && names_no_body(p))
		return false;
	const bool number = (!people || tc_namer_numbers(p->n, p->at) ||
			     /* "Chi hội Phụ nữ số 2" */
			     (tc_part_goes_on(p) &&
			      tc_namer_says_which(p->n, p->at))) &&
			    !gives_sum(p, kind) && tc_part_number(p);
	const size_t first = p->at;

	if (number && tc_namer_person_behind_number(p->n, p->at))
		return true;
	if (names_director(p, kind))
		return number;	/* "Phó Chính ủy Quân khu 9 Đoàn Xuân" */
	if (tc_part_whose(p, kind))
		return true;
	if (people && tc_part_works_nowhere(p))
		return tc_part_alias_owner(p);
	if (people && (tc_part_place_of_work(p) || tc_part_hood(p)))
		return true;
	/* "Ban Công tác Mặt trận Khu phố và nhân dân" */
	if (tc_unit_kind_is(kind, "mat-tran") && begins_hood(p))
		return false;
	const bool words = tc_part_region(p) ||
			   tc_part_words(p, tc_unit_school(p->name->head) ?
						"truong" : kind) ||
			   tc_part_builds(p, kind) ||
			   (tc_unit_kind_is(kind, "benh-vien") &&
			    tc_part_specialty(p));
	if (words && p->name->head->cls == TC_UNIT_BODY)
		tc_part_line(p);
	bool any = number || words;
	if (p->at == first + 1 && names_a_place(p, first))
		return false;
	if (!any && tc_unit_kind_is(kind, "benh-vien"))
		return add_hospital_area(p);
	/* "tại Trung tâm thành phố X": a part of a place */
	if (!any && tc_unit_word_is(p->name->head, "trung tâm"))
		return false;
	/* of "Trường Dạy nghề tỉnh X" it is the name */
	if (!tc_unit_kind_is(kind, "truong") || !words ||
	    tc_namer_fields_end(p->n, first) == p->at)
		any |= tc_part_area_behind(p);
	else
		add_province_behind(p);
	if (!any)
		p->at = start;
	if (tc_unit_kind_is(kind, "doanh-nghiep") ||
	    tc_unit_kind_is(kind, "organ"))
		any |= tc_part_branch(p);
	return any;
}

bool tc_unit_head_whole(const struct tc_unit_word *w)
{
#define HEAD(words) { words, sizeof words - 1 }
	static const struct tc_str heads[] = {
		HEAD("Ngân hàng "), HEAD("Chi cục "), HEAD("Cục "),
		HEAD("Trung tâm Phục vụ "), HEAD("Trung tâm Trợ giúp pháp lý "),
		HEAD("Trung tâm Bảo vệ"), HEAD("Đài Phát thanh "),
		HEAD("Công đoàn Khu Kinh tế"), HEAD("Đội Cảnh sát "),
		HEAD("Đội Quản lý hành chính"),
		HEAD("Ban Quản lý các "), HEAD("Ban Dân tộc"),
		HEAD("Trường Đại học Y - Dược"),
		HEAD("Trường Đại học Kinh tế - Luật"),
	};
#undef HEAD
	const struct tc_str print = tc_unit_word_print(w);
	bool whole = false;

	for (size_t i = 0; !whole && i < sizeof heads / sizeof *heads; i++)
		whole = print.n && *print.p == *heads[i].p &&
			tc_str_starts(print, heads[i]);
	return whole && !tc_unit_kind_is(w->kind, "quan-doi") &&
	       !tc_str_ends(tc_str(w->words, w->words_n), TC_STR("khu vực"));
}

/* "Ban Xây dựng Đảng xã X", "Ban Xây dựng Đảng, Đảng ủy xã X": the organ of a
 * commune's committee. */
static bool add_commune(struct tc_unit_parts *p)
{
	const struct tc_unit_namer *const n = p->n;
	size_t after;

	if (tc_scan_gap(n->scan, p->at) == TC_GAP_COMMA &&
	    tc_namer_word(n, p->at, TC_UNIT_PARTY, &after))
		p->closed = p->at;	/* tc_part_owner() reads on */
	if (!tc_part_area(p, false))
		return false;
	p->name->owner_area = p->name->own;
	return true;
}

/* "Ban Pháp chế, HĐND huyện X", "Ban Dân chủ - Pháp luật, Ủy ban MTTQ tỉnh":
 * of the council and of the Front, whose name follows the comma. */
static void open_comma(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	static const struct {
		const char *head, *kind;
	} rows[] = {
		{ "ban pháp chế", "hdnd" }, { "ban kinh tế - ", "hdnd" },
		{ "ban văn hóa", "hdnd" }, { "ban phong trào", "mat-tran" },
		{ "ban dân chủ", "mat-tran" },
		{ "ban tuyên giáo và công tác xã hội", "mat-tran" },
	};
	const struct tc_unit_namer *const n = p->n;
	size_t after;

	if (tc_scan_gap(n->scan, p->at) != TC_GAP_COMMA)
		return;
	const struct tc_unit_word *const owner =
		tc_namer_word(n, p->at, TC_UNIT_STATE, &after);
	for (size_t i = 0; owner && i < sizeof rows / sizeof *rows; i++)
		if (tc_str_starts(tc_str(w->words, w->words_n),
				  tc_str0(rows[i].head)) &&
		    strcmp(owner->kind, rows[i].kind) == 0)
			p->closed = p->at;	/* tc_part_owner() reads on */
}

static bool read_organ(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	bool office = tc_unit_word_is(w, "văn phòng");

	tc_part_skip_short_form(p);
	if (tc_str_is(tc_unit_word_print(w), "Ban Xây dựng Đảng") &&
	    add_commune(p))
		return true;
	open_comma(p, w);
	if (tc_part_owner(p))
		return true;
	if (!tc_unit_kind_is(w->kind, "organ"))
		return read_body(p, w->kind);
	if (tc_unit_word_is(w, "ban chỉ đạo 35") ||
	    tc_str_ends(tc_str(w->words, w->words_n),
			TC_STR("chăm sóc sức khỏe cán bộ")))
		return tc_part_area(p, true);
	if (!office)
		return false;
	size_t after;
	const struct tc_unit_word *d = tc_part_word(p, TC_UNIT_DEPT, &after);
	p->name->kind = "phong";
	if (tc_part_dash(p))
		return true;
	const struct tc_unit_word *const b =
		tc_part_word(p, TC_UNIT_BODY, &after);
	if (b && tc_str_starts(tc_unit_word_print(b), TC_STR("Ban Quản lý ")))
		return tc_part_body(p, b, after);
	return d ? tc_part_office_of(p, d, after) :
		   tc_part_firm_office(p) || tc_part_organ(p) ||
			   read_body(p, "phong");
}

/* "Cong an Ha Noi": a province without its area word. */
bool tc_part_province(struct tc_unit_parts *p)
{
	const struct tc_place *place = NULL;

	if (!tc_part_goes_on(p))
		return false;
	size_t run = tc_namer_province_at(p->n, p->at, NULL, &place);
	if (!run)
		return false;
	p->at += run;
	tc_part_add(p, place->name);
	p->name->proper = true;
	return true;
}

/* "Đoàn Thanh niên EVN HANOI", "Đoàn Thanh niên VNPT Hà Nam" */
static bool add_firm(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	const uint32_t digits = TC_TOKEN_CAPS | TC_TOKEN_DIGIT;
	size_t end = p->at;

	if (!tc_str_is(tc_unit_word_print(w), "Đoàn Thanh niên") ||
	    !tc_part_goes_on(p) || !tc_namer_case_tells(p->n) ||
	    tc_namer_token(p->n, end)->flags & TC_TOKEN_SYLLABLE)
		return false;
	while (tc_namer_joined(p->n, end) &&
	       (tc_namer_token(p->n, end)->flags & digits) == TC_TOKEN_CAPS)
		end++;
	if (end == p->at || tc_namer_token(p->n, p->at)->len < 3)
		return false;
	tc_part_add(p, tc_namer_run_text(p->n, p->at, end));
	p->at = end;
	p->name->proper = true;
	tc_part_province(p);
	return true;
}

/* Adds the name as that of an area of these or a smaller word, which the text
 * named before, or as it stands. */
static void add_known_place(struct tc_unit_parts *p, struct tc_str name,
			    enum tc_area_word largest)
{
	const struct tc_unit_context *const c = p->n->context;

	p->name->proper = true;
	for (int word = largest; c && word < TC_AREA_COUNT; word++)
		if (tc_str_eq(c->last[word], name)) {
			p->name->own = (struct tc_area){ word, name };
			tc_part_add_area(p, &p->name->own);
			return;
		}
	tc_part_add(p, name);
}

/* "Chi bộ Quân sự Khuất Xá", "Chi bộ doanh nghiệp An Kim": the commune that
 * was named before, or a name of its own. */
static bool add_named_place(struct tc_unit_parts *p)
{
	size_t end = p->at;

	if (!tc_part_goes_on(p) || !tc_namer_case_tells(p->n))
		return false;
	const struct tc_str name = tc_unit_place_read(p->n, &end);
	if (end < p->at + 2)
		return false;
	p->at = end;
	add_known_place(p, name, TC_AREA_XA);
	return true;
}

/* "Đảng bộ Hội Nhà văn Việt Nam", also where the row has the country's name
 * and drops it. */
static bool add_country(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	const unsigned int party = TC_UNIT_CELL | TC_UNIT_PARTY;
	const bool said = tc_str_ends(tc_str(w->words, w->words_n),
				      TC_STR("việt nam"));

	if (!(p->name->head->cls & party) ||
	    (!said && !(tc_part_goes_on(p) && tc_namer_country(p->n, p->at))))
		return false;
	tc_part_add(p, TC_STR("Việt Nam"));
	p->at += said ? 0 : 2;
	return p->name->proper = p->name->central = true;
}

/* "Hàm Thuận Bắc": a part of a place, and no person. */
static bool is_part_of_place(const struct tc_unit_namer *n, size_t i)
{
	static const char *const parts[] = {
		"bắc", "nam", "đông", "tây", "trung", "thượng", "hạ",
	};

	return TC_AMONG(tc_namer_token(n, i + 2)->exact, parts) &&
	       !tc_scan_surname(n->scan, i);
}

/* "Hội Nông dân Lục Yên": a place of two syllables without its word, and no
 * field of work. */
bool tc_part_members_place(struct tc_unit_parts *p)
{
	struct tc_unit_namer *const n = p->n;
	size_t end = p->at, after;

	if (!tc_part_goes_on(p) || !tc_namer_case_tells(n))
		return false;
	const size_t run = tc_namer_proper_run(n, end, 4);
	if ((run != 2 && !(run == 3 && is_part_of_place(n, end))) ||
	    tc_namer_country(n, end) ||
	    (tc_scan_surname(n->scan, end) && tc_namer_office(n)) ||
	    tc_namer_word(n, end, TC_UNIT_TASK | TC_UNIT_FIELD | TC_UNIT_NOUN |
				  TC_UNIT_OFFICE, &after))
		return false;
	const struct tc_str name = tc_unit_place_read(n, &end);
	if (end != p->at + run)
		return false;
	p->at = end;
	add_known_place(p, name, TC_AREA_HUYEN);
	return true;
}

/* "BCHQS huyện": Ban Chỉ huy, where a province has a Bộ Chỉ huy. */
static void spell_staff(struct tc_unit_parts *p)
{
	struct tc_area area;
	size_t at = p->at;

	if (!tc_part_goes_on(p) || !tc_unit_area_read(p->n, &at, true, &area) ||
	    tc_area_rank(p->n->gazetteer, &area) < 3)
		return;
	p->text.n = 0;
	tc_part_add(p, TC_STR("Ban Chỉ huy Quân sự"));
}

/* "Viện Kiểm sát nhân dân (VKSND) tối cao" */
static bool add_supreme(struct tc_unit_parts *p)
{
	const size_t at = p->at;

	if (!tc_part_goes_on(p) || !tc_namer_joined(p->n, at + 1) ||
	    !tc_str_is(tc_namer_token(p->n, at)->exact, "tối") ||
	    !tc_str_is(tc_namer_token(p->n, at + 1)->exact, "cao"))
		return false;
	tc_part_add(p, TC_STR("tối cao"));
	p->at = at + 2;
	return p->name->proper = p->name->central = true;
}

/* "Viện Kiểm sát nhân dân (VKSND) khu vực 4 - Hữu Lũng" */
static bool add_region(struct tc_unit_parts *p)
{
	if (TC_LIKELY(p->closed != p->at) || !tc_part_region(p))
		return false;
	tc_part_seat(p);
	return true;
}

/* "Tàu CSB 8004" */
static bool add_hull(struct tc_unit_parts *p)
{
	const struct tc_unit_namer *const n = p->n;
	const size_t at = p->at;

	if (!tc_part_goes_on(p) || !tc_namer_case_tells(n) ||
	    !(tc_namer_token(n, at)->flags & TC_TOKEN_CAPS) ||
	    !tc_namer_joined(n, at + 1) || !tc_namer_digit(n, at + 1))
		return false;
	tc_part_run(p, at + 2);
	return true;
}

static bool read_state(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	tc_part_skip_short_form(p);
	if (tc_unit_kind_is(w->kind, "organ") &&
	    (add_supreme(p) || add_region(p)))
		return true;
	if (tc_unit_word_is(w, "bchqs"))
		spell_staff(p);
	if (w->area != TC_AREA_NONE) {
		const struct tc_str name = tc_part_level_name(p, w);
		p->name->own = (struct tc_area){ w->area, name };
		if (name.n)
			tc_part_add(p, name);
		p->name->proper = name.n > 0;
		return name.n > 0;
	}
	if (tc_unit_word_is(w, "tàu") && (tc_part_number(p) || add_hull(p)))
		return p->name->proper = true;	/* "Chi bộ Tàu 182" */
	/* "Chi bộ Đại sứ quán Việt Nam tại Lào" */
	if (w->cls == TC_UNIT_HOST && tc_str_ends(tc_unit_word_print(w),
						  TC_STR(" tại")))
		return tc_part_words(p, w->kind);
	if (tc_unit_word_is(w, "mặt trận"))
		return tc_part_area(p, true); /* but "Mặt trận Quảng Trị" */
	return tc_part_area(p, true) || tc_part_province(p) ||
	       (w->cls == TC_UNIT_HOST && add_named_place(p)) ||
	       /* "CHI BỘ MN HOA SEN": as behind "TRƯỜNG" */
	       (w->cls == TC_UNIT_HOST && p->n->caps &&
		tc_unit_kind_is(w->kind, "truong") &&
		tc_part_words(p, w->kind)) ||
	       (tc_unit_kind_is(w->kind, "organ") && tc_part_members_place(p)) ||
	       (tc_unit_kind_is(w->kind, "doan-the") &&
		!tc_part_works_nowhere(p) &&
		(tc_part_workplace(p, w) || add_firm(p, w) ||
		 add_country(p, w) ||
		 tc_part_members_place(p)));
}

/* "Trường Chinh", "Trường Sa", "Trường Sơn": a person and places, whose names
 * begin like a school's. */
static bool is_no_school(const struct tc_unit_parts *p,
			 const struct tc_unit_word *w)
{
	static const char *const names[] = { "chinh", "sa", "sơn" };

	return tc_unit_word_is(w, "trường") && tc_part_goes_on(p) &&
	       TC_AMONG(tc_namer_token(p->n, p->at)->exact, names);
}

/* What stands behind any head but a Party one.  False: the head alone. */
bool tc_unit_head_read(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	tc_part_add(p, tc_unit_word_print(w));
	switch (w->cls) {
	case TC_UNIT_LEVEL:
		tc_unit_level_read(p, w);
		return p->name->proper || !tc_unit_word_committee(w);
	case TC_UNIT_ORGAN:
		return read_organ(p, w);
	case TC_UNIT_STATE:
	case TC_UNIT_HOST:
		return read_state(p, w);
	case TC_UNIT_DEPT:
		return tc_part_department(p, w);
	case TC_UNIT_BODY:
		if (tc_unit_word_is(w, "chi nhánh") &&
		    (tc_part_at(p) || tc_part_branch_of(p))) {
			tc_part_at(p);
			return true;
		}
		if (tc_part_city_letters(p, w))
			return true;
		if ((tc_unit_word_is(w, "tt") && !tc_namer_work(p->n, p->at)) ||
		    is_no_school(p, w))
			return false;	/* a township, a person */
		if (tc_unit_word_is(w, "báo"))
			return tc_part_province(p); /* "Bà Rịa - Vũng Tàu" */
		if (!read_body(p, w->kind)) {
			p->name->central = tc_str_is(tc_unit_word_print(w),
						     "Ngân hàng Nhà nước");
			return tc_unit_head_whole(w);
		}
		if (tc_str_ends(tc_unit_word_print(w), TC_STR("khu vực")) ||
		    tc_str_ends(tc_unit_word_print(w), TC_STR("liên huyện")))
			tc_part_seat(p);
		tc_part_campus(p, w);
		return true;
	default:
		if (tc_unit_head_society(w))
			return tc_part_society(p);
		p->name->central = !tc_unit_kind_is(w->kind, "phong");
		return true;
	}
}

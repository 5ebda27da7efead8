/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands behind "Đảng bộ", "Đảng ủy", "Chi bộ". */
#include "config.h"

#include "fact/unit-part.h"

/* "Đảng ủy Công an các huyện", but not "Chi bộ Trạm Y tế những năm qua" */
static bool of_several(const struct tc_unit_parts *p)
{
	static const char *const others[] = {
		"cấp", "cơ", "nơi", "đơn", "địa",
	};
	const unsigned int owners = TC_UNIT_HEADS | TC_UNIT_AREA |
				    TC_UNIT_HOOD;
	size_t after, end;

	return (tc_part_word(p, TC_UNIT_PLURAL, &after) &&
		tc_namer_joined(p->n, after) &&
		(tc_namer_word(p->n, after, owners, &end) ||
		 TC_AMONG(tc_namer_token(p->n, after)->exact, others))) ||
	       (tc_part_goes_on(p) &&
		tc_str_is(tc_namer_token(p->n, p->at)->exact, "cấp"));
}

/* "Ban Quản lý di tích", "Trạm Kiểm dịch thực vật": what it is for; but of "Bệnh
 * viện Đa khoa khu vực", "Ban Quản lý cửa khẩu" there are many. */
static bool says_task(const struct tc_unit_word *w)
{
	static const char *const kinds[] = {
		"Ban ", "Bệnh viện ", "Cơ sở ", "Hạt ", "Trung tâm ", "Trạm ",
		"Đài ",
	};
	static const char *const many[] = {
		"khu vực", "phía Bắc", "phía Nam", "cửa khẩu", "quốc tế",
		"liên huyện", "Hữu nghị", "Hữu nghị Đa khoa", "tư nhân",
		"Cao su", "Quân đội", "Quản lý",
	};
	const struct tc_str print = tc_unit_word_print(w);
	bool any = false;

	if (w->cls != TC_UNIT_BODY ||
	    !(tc_unit_kind_is(w->kind, "organ") ||
	      tc_unit_kind_is(w->kind, "trung-tam") ||
	      tc_unit_kind_is(w->kind, "benh-vien")))
		return false;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		any |= tc_str_starts(print, tc_str0(kinds[i]));
	for (size_t i = 0; i < sizeof many / sizeof *many; i++)
		any &= !tc_str_ends(print, tc_str0(many[i]));
	return any;
}

/* "Chi bộ Văn phòng", "Đảng bộ Trung tâm Y tế", "Chi bộ Tòa án": of each kind
 * a place has one, so that it needs no further name. */
static bool says_function(const struct tc_unit_parts *p,
			  const struct tc_unit_word *w)
{
	static const char *const sole[] = {
		"agribank", "ban chính trị", "bidv", "bưu điện", "bảo hiểm xã hội",
		"chi nhánh điện", "cơ quan kiểm tra - thanh tra",
		"cơ quan tổ chức - nội vụ",
		"cơ quan ubkt - thanh tra",
		"cơ quan ủy ban kiểm tra - thanh tra", "cục chính trị",
		"cục hậu cần", "nhà thiếu nhi", "thanh tra",
		"thi hành án dân sự", "trường chính trị",
		"trường phổ thông dân tộc nội trú", "trường ptdtnt", "ttyt",
		"vietcombank", "vietinbank", "viettel", "viễn thông",
		"văn phòng đăng ký đất đai", "điện lực", "đoàn ca múa nhạc",
		"đoàn nghệ thuật", "đại sứ quán", "đại sứ quán việt nam",
		"tổng lãnh sự quán", "tổng lãnh sự quán việt nam",
	};

	for (size_t i = 0; i < sizeof sole / sizeof *sole; i++)
		if (tc_unit_word_is(w, sole[i]))
			return true;
	return w->cls == TC_UNIT_STATE || says_task(w) ||
	       (w->cls == TC_UNIT_ORGAN && p->name->head->cls == TC_UNIT_CELL) ||
	       (w->cls == TC_UNIT_BODY &&
		(tc_str_starts(tc_unit_word_print(w), TC_STR("Đội ")) ||
		 tc_str_starts(tc_unit_word_print(w), TC_STR("Khoa "))));
}

/* "Khoa học - Xã hội", no faculty */
static bool says_science(const struct tc_unit_parts *p,
			 const struct tc_unit_word *w)
{
	return tc_unit_word_is(w, "khoa") && tc_namer_joined(p->n, p->at + 1) &&
	       !tc_namer_upper(p->n, p->at + 1) &&
	       tc_str_is(tc_namer_token(p->n, p->at + 1)->exact, "học");
}

/* "Ca 1" of a factory, no police */
static bool is_shift(const struct tc_unit_parts *p,
		     const struct tc_unit_word *w)
{
	return tc_unit_word_is(w, "ca") && tc_namer_case_tells(p->n) &&
	       !(tc_namer_token(p->n, p->at)->flags & TC_TOKEN_CAPS);
}

/* "Đoàn Thị Mận": who is its secretary */
static bool names_person(const struct tc_unit_namer *n, size_t i)
{
	return tc_namer_case_tells(n) && tc_scan_surname(n->scan, i) &&
	       tc_namer_upper(n, i) && tc_namer_joined(n, i + 2) &&
	       tc_namer_middle(n, i + 1) && tc_namer_upper(n, i + 1) &&
	       tc_namer_upper(n, i + 2);
}

/* The body that a Party organisation is in: "Chi bo Tinh Doan". */
static bool add_host(struct tc_unit_parts *p)
{
	const unsigned int mask =
		TC_UNIT_BODY | TC_UNIT_DEPT | (p->nested ? 0 : TC_UNIT_ORGAN) |
		TC_UNIT_STATE | TC_UNIT_HOST | TC_UNIT_LEVEL | TC_UNIT_FIXED;
	struct tc_unit_parts host = { .n = p->n, .name = p->name };
	size_t after;
	const struct tc_unit_word *w = tc_part_word(p, mask, &after);

	if (!w)
		return tc_part_alias_host(p);
	if (tc_unit_word_committee(w) || says_science(p, w) ||
	    is_shift(p, w) ||
	    (after == p->at + 1 && names_person(p->n, p->at)))
		return false;
	/* of "văn phòng UBND" the end has it */
	bool capital = !tc_namer_case_tells(p->n) ||
		       tc_namer_upper(p->n, p->at) ||
		       (w->cls == TC_UNIT_STATE &&
			tc_namer_upper(p->n, after - 1));
	const char *kind = p->name->kind;
	host.at = after;
	tc_part_begin(&host);
	bool named = tc_unit_head_read(&host, w);
	/* "Đảng ủy BVĐK": the hospital that the text calls so */
	if (!named && after == p->at + 1 && tc_part_alias_host(p)) {
		p->name->kind = kind;
		tc_part_end(&host);
		return true;
	}
	const bool several = !named && of_several(&host);
	p->name->kind = kind;
	if ((w->cls == TC_UNIT_HOST && tc_unit_kind_is(w->kind, "quan-doi")) ||
	    tc_unit_kind_is(w->kind, "cong-an"))
		/* "Chi bo Quan su": by its function */
		named |= capital && !several;
	p->name->function = !named && !several && says_function(p, w);
	/* "Đảng ủy Sở": the one named before */
	if (!named && !several &&
	    !(w->cls & (TC_UNIT_BODY | TC_UNIT_HOST) && p->name->function) &&
	    (!capital || w->cls == TC_UNIT_HOST)) {
		tc_part_end(&host);
		return false;
	}
	p->name->open = !named;
	tc_part_add(p, tc_buf_str(&host.text));
	p->name->host = tc_arena_str(p->n->scan->arena, tc_buf_str(&host.text));
	p->name->host_kind = w->kind;
	p->name->proper |= named;
	p->at = host.at;
	tc_part_end(&host);
	return true;
}

/* "Đảng bộ cơ quan Huyện ủy X", "Chi bộ cơ quan Sở Nội vụ" */
static bool add_office(struct tc_unit_parts *p)
{
	size_t after;
	const struct tc_unit_word *w = tc_part_word(p, TC_UNIT_LEVEL, &after);

	if (w && tc_unit_word_committee(w))
		return tc_part_level(p, w, after);
	return add_host(p);
}

/* "Bí thư Đảng ủy-Chủ tịch HĐQT" */
static bool office_behind(const struct tc_unit_parts *p)
{
	size_t after;

	return tc_part_word(p, TC_UNIT_OFFICE, &after) != NULL;
}

static bool is_generic(const struct tc_unit_parts *p)
{
	size_t after;

	if (p->n->query || p->at >= p->n->limit || !tc_part_goes_on(p))
		return false;
	if (tc_namer_word(p->n, p->at, TC_UNIT_GENERIC, &after))
		/* but "Chi bộ Đông Hòa" */
		return !(tc_namer_case_tells(p->n) && after == p->at + 1 &&
			 tc_namer_proper_run(p->n, p->at, 3) == 2);
	/* "chi bộ bốn tốt" */
	return tc_namer_word(p->n, p->at, TC_UNIT_PLURAL, &after) &&
	       tc_namer_joined(p->n, after) &&
	       tc_namer_word(p->n, after, TC_UNIT_COUNTED, &after);
}

/* "chi bo 4 tot", "chi bo 30 dang vien" */
static bool is_count(const struct tc_unit_parts *p)
{
	size_t after;

	return !p->n->query && tc_part_word(p, TC_UNIT_COUNTED, &after) != NULL;
}

static bool party_alone(const struct tc_unit_parts *p)
{
	return tc_part_goes_on(p) &&
	       tc_str_is(tc_namer_token(p->n, p->at)->exact, "đảng");
}

/* "Địa bàn", whose second syllable alone is a verb. */
static bool begins_noun(const struct tc_unit_namer *n, size_t i)
{
	size_t after;

	return tc_namer_word(n, i, TC_UNIT_NOUN, &after) && after > i + 1 &&
	       !tc_namer_upper(n, i + 1);
}

static bool is_acronym(const struct tc_unit_namer *n, size_t i)
{
	const uint32_t both = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE;

	return (tc_namer_token(n, i)->flags & both) == TC_TOKEN_CAPS;
}

/* "Đảng bộ Y tế huyện" */
static bool read_trade(struct tc_unit_parts *p)
{
	const bool cell = tc_unit_kind_is(p->name->kind, "chi-bo");

	if (!tc_part_words(p, cell ? "chi-bo" : "organ"))
		return false;
	tc_part_area(p, true);
	return true;
}

/* A name straight after the head: a place, or the words of a body that no
 * row knows ("Chi bo Phan xuong Duc"). */
static bool read_free(struct tc_unit_parts *p)
{
	static const char *const stores[] = { "kho", "xưởng" };
	struct tc_unit_namer *n = p->n;
	size_t next = p->at + 1, after;
	const struct tc_unit_word *const h =
		tc_part_word(p, TC_UNIT_HOST, &after);

	if ((h && tc_unit_kind_is(h->kind, "truong")) ||
	    tc_namer_several_areas(n, p->at))
		return false;	/* "Chi bộ Tiểu học": of which school? */
	if (tc_namer_case_tells(n) && tc_part_goes_on(p) &&
	    tc_namer_upper(n, p->at) && tc_namer_joined(n, next) &&
	    (tc_namer_work(n, next) || begins_noun(n, p->at) ||
	     (!tc_namer_upper(n, next) && !tc_namer_digit(n, next) &&
	      !tc_namer_stops(n, next))))
		return read_trade(p);
	size_t first = p->at;
	p->name->free = tc_part_place(p);
	p->name->free_at = first;
	/* "Chi bộ Ngoại - Sản", "Chi bộ Dược - Vật tư" */
	if (p->name->free && p->at == first + 1 &&
	    p->name->head->cls == TC_UNIT_CELL && tc_part_branches(p)) {
		p->name->free = false;
		return true;
	}
	/* "Chi bộ Kho 286" */
	if (p->name->free && p->at == first + 1 &&
	    TC_AMONG(tc_namer_token(n, first)->exact, stores) &&
	    tc_part_goes_on(p) && tc_namer_digit(n, p->at) &&
	    !tc_namer_counts(n, p->at)) {
		p->name->free = false;
		return tc_part_number(p);
	}
	if (p->name->free && tc_namer_numbers(n, p->at) &&
	    tc_scan_gap(n->scan, p->at + 1) != TC_GAP_TIGHT &&
	    (is_acronym(n, p->at - 1) ||
	     (p->name->head->cls == TC_UNIT_CELL && !n->query)))
		tc_part_number(p);	/* "PTA 1", "Chi bộ Bãi Màu 2" */
	if (p->name->free)
		p->name->free_name = tc_namer_run_text(n, first, p->at);
	return p->name->free;
}

/* A name, or a head of one, stands there. */
static bool begins_host(struct tc_unit_namer *n, size_t i)
{
	const unsigned int hosts = TC_UNIT_BODY | TC_UNIT_DEPT | TC_UNIT_ORGAN |
				   TC_UNIT_STATE | TC_UNIT_HOST |
				   TC_UNIT_FIXED | TC_UNIT_BLOCK;
	struct tc_area area;
	size_t after = i;

	if (tc_unit_area_read(n, &after, false, &area))
		return true;
	if (tc_namer_case_tells(n) && tc_namer_upper(n, i))
		return true;
	if (!tc_namer_word(n, i, hosts, &after))
		return false;
	/* "Chi bộ cơ sở trường THPT Bãi Màu" */
	while (tc_namer_case_tells(n) && i <= after && !tc_namer_upper(n, i))
		i++;
	return i <= after;
}

/* The word stands at token i, and belongs to what is before it. */
static bool goes_on_with(const struct tc_unit_namer *n, size_t i,
			 const char *word)
{
	return i < n->limit && tc_namer_joined(n, i) &&
	       tc_str_is(tc_namer_token(n, i)->exact, word);
}

/* Past those words, where all of them stand behind token i; i when not. */
static size_t past_all(const struct tc_unit_namer *n, size_t i,
		       const char *const *words, size_t count)
{
	for (size_t k = 0; k < count; k++)
		if (!goes_on_with(n, i + k, words[k]))
			return i;
	return i + count;
}

/* Past "Đảng", "Đảng Cộng sản" behind "Chi bộ": of the Party, and no part of
 * the name; i when nothing of that kind stands there. */
static size_t past_party(const struct tc_unit_namer *n, size_t i)
{
	static const char *const communist[] = { "cộng", "sản" };
	static const char *const workers[] = { "lao", "động" };
	static const char *const country[] = { "việt", "nam" };
	size_t after;

	if (!goes_on_with(n, i, "đảng") ||
	    tc_namer_word(n, i, TC_UNIT_PARTY, &after))
		return i;
	i = past_all(n, i + 1, communist, 2);
	i = past_all(n, i, workers, 2);
	return past_all(n, i, country, 2);
}

/* "Chi bộ cơ sở Trung tâm Y tế", "Chi bộ cơ sở Đảng của Công ty X", "Chi bộ
 * Đảng thôn Y": a grade, and no part of the name. */
static void skip_grade(struct tc_unit_parts *p)
{
	static const char *const grade[] = { "cơ", "sở" };
	static const char *const early[] = { "lâm", "thời" };
	struct tc_unit_namer *n = p->n;
	struct tc_area area;

	if (!tc_part_goes_on(p))
		return;
	size_t at = past_all(n, p->at, grade, 2), after = at;
	if (at != p->at && tc_unit_area_read(n, &after, false, &area) &&
	    area.word < TC_AREA_XA)
		return;	/* "đảng bộ cơ sở huyện X": those of its communes */
	if (at == p->at)	/* "Đảng bộ lâm thời xã Bãi Màu" */
		at = past_all(n, at, early, 2);
	const size_t party = past_party(n, at);
	const bool of_party = party != at;
	if (of_party)
		at = party + goes_on_with(n, party, "của");
	if (at != p->at && at < n->limit && tc_namer_joined(n, at) &&
	    (begins_host(n, at) ||
	     (of_party && tc_namer_word(n, at, TC_UNIT_HOOD, &after))))
		p->at = at;
}

/* "Chi bộ sinh viên số 2": by its number, whom it has not in one place. */
static bool read_members(struct tc_unit_parts *p, const struct tc_unit_word *w,
			 size_t after)
{
	const size_t start = p->at, length = p->text.n;

	p->at = after;
	tc_part_add(p, tc_unit_word_print(w));
	return tc_part_number(p) || tc_part_give_back(p, start, length);
}

/* The block that stands there, but of "Cơ quan Ủy ban Kiểm tra - Thanh tra" the
 * body is longer. */
static const struct tc_unit_word *block_at(const struct tc_unit_parts *p,
					   size_t *after)
{
	size_t end;
	const struct tc_unit_word *const b =
		tc_part_word(p, TC_UNIT_BLOCK, after);

	return b && tc_unit_word_is(b, "cơ quan") &&
			       tc_part_word(p, TC_UNIT_BODY, &end) &&
			       end > *after ? NULL : b;
}

static bool read_cell(struct tc_unit_parts *p)
{
	if (tc_part_number(p))
		return !is_count(p);
	size_t after;
	const struct tc_unit_word *b = block_at(p, &after);
	if (b && !*b->kind) {
		if (read_members(p, b, after))
			return true;
	} else if (b) {
		p->at = after;
		tc_part_add(p, tc_unit_word_print(b));
		if (tc_unit_word_is(b, "cơ quan"))
			return tc_part_area(p, true) || add_office(p) ||
			       tc_part_words(p, "organ");
		tc_part_area(p, true);
		return true;
	}
	if (tc_part_hood(p))
		return true;
	/* "Bí thư Chi bộ Tổ dân phố giỏi" */
	if (tc_part_word(p, TC_UNIT_HOOD, &after) && after > p->at + 1)
		return false;
	if (is_generic(p) || party_alone(p) || office_behind(p))
		return false;
	if (tc_part_area(p, true) || add_host(p))
		return true;
	return read_free(p);
}

static const char *party_host_kind(const struct tc_unit_parts *p,
				   const struct tc_unit_word *w)
{
	int rank = tc_area_rank(p->n->gazetteer, &p->name->own);

	if (tc_unit_kind_is(w->kind, "ubnd") && rank <= 3)
		return "dang-bo-khoi";
	if (tc_unit_kind_armed(w->kind))
		return w->kind;
	return p->name->kind;
}

/* A smaller place of that name was spoken of: the city in the province. */
static bool names_smaller(const struct tc_unit_namer *n, struct tc_str name)
{
	if (!n->context)
		return true;
	for (int word = TC_AREA_THANH_PHO; word < TC_AREA_COUNT; word++)
		if (tc_str_eq(n->context->last[word], name))
			return true;
	return false;
}

/* "Đảng bộ Hà Nội", "Đảng bộ Nghệ An": a province without its word. */
static bool add_own_province(struct tc_unit_parts *p)
{
	const struct tc_place *place = NULL;

	if (!tc_part_goes_on(p) || !tc_namer_case_tells(p->n))
		return false;
	const size_t run = tc_namer_province_at(p->n, p->at, NULL, &place);
	const enum tc_area_word word = run ? tc_place_word(place) :
					     TC_AREA_NONE;
	if (!run || run < tc_namer_proper_run(p->n, p->at, 8) ||
	    (word == TC_AREA_TINH && names_smaller(p->n, place->name)))
		return false;
	p->at += run;
	p->name->own = (struct tc_area){
		word, tc_arena_str(p->n->scan->arena, place->name),
	};
	tc_part_add_area(p, &p->name->own);
	p->name->kind = tc_part_area_kind(p);
	p->name->proper = true;
	return true;
}

/* Whose block it is: "Khối các cơ quan tỉnh", "Khối doanh nghiệp Nghệ An".
 * Some are none of their own: "Khối cơ sở Bộ Xây dựng", "các cơ quan tỉnh". */
static bool add_block_owner(struct tc_unit_parts *p,
			    const struct tc_unit_word *block)
{
	if (tc_part_area(p, true))
		return true;
	if (tc_unit_word_is(block, "các cơ quan"))
		return false;
	if (tc_unit_word_is(block, "cơ quan") ||
	    tc_unit_word_is(block, "khối cơ sở"))
		return add_office(p);
	add_own_province(p);
	return true;
}

static bool read_block(struct tc_unit_parts *p)
{
	size_t after;
	const struct tc_unit_word *const b = block_at(p, &after);
	const size_t start = p->at, length = p->text.n;

	if (!b)
		return false;
	p->at = after;
	tc_part_add(p, tc_unit_word_print(b));
	/* one of many: "04 đảng bộ cơ quan" */
	if (!add_block_owner(p, b))
		return tc_part_give_back(p, start, length);
	p->name->kind = b->kind;
	p->name->proper = true;
	if (p->name->own.word == TC_AREA_NONE)
		return true;
	if (tc_area_rank(p->n->gazetteer, &p->name->own) == 4)
		p->name->kind = "dang-bo-co-so";
	return true;
}

bool tc_unit_party_read(struct tc_unit_parts *p)
{
	size_t after;

	if (tc_unit_kind_is(p->name->kind, "dang-bo-bo-phan"))
		return read_cell(p);
	if (read_block(p))
		return true;
	if (is_generic(p) || party_alone(p) || office_behind(p))
		return false;
	if (tc_part_goes_on(p) &&
	    tc_str_is(tc_namer_token(p->n, p->at)->exact, "khối")) {
		p->at++;
		tc_part_add(p, TC_STR("Khối"));
		p->name->open = true;
		return true;
	}
	if (tc_part_area(p, true)) {
		p->name->kind = tc_part_area_kind(p);
		return p->name->own.name.n > 0;
	}
	if (add_own_province(p))
		return true;
	const struct tc_unit_word *w =
		tc_part_word(p, TC_UNIT_HEADS | TC_UNIT_HOST, &after);
	if (add_host(p)) {
		if (w && *w->kind)
			p->name->kind = party_host_kind(p, w);
		return true;
	}
	return read_free(p);
}

bool tc_unit_party_head_read(struct tc_unit_parts *p,
			     const struct tc_unit_word *w)
{
	tc_part_add(p, tc_unit_word_print(w));
	skip_grade(p);
	/* "Đảng ủy-UBND xã X" are two */
	if (p->at < p->n->limit &&
	    TC_UNLIKELY(tc_scan_gap(p->n->scan, p->at) == TC_GAP_TIGHT))
		return false;
	return w->cls == TC_UNIT_CELL ? read_cell(p) : tc_unit_party_read(p);
}

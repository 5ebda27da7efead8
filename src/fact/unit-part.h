/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The parts of a unit's name, each read where the last one ended and spelled
 * behind it: unit-place.c, unit-area.c and unit-hood.c know places, unit-part.c
 * the parts, unit-party.c, unit-level.c, unit-owner.c and unit-head.c what each
 * head wants, unit-name.c puts a name together.
 *
 *   Chi bộ | trường mầm non | 02/9 | Đảng bộ ...
 *   head     host             number ^at
 */
#ifndef TC_FACT_UNIT_PART_H
#define TC_FACT_UNIT_PART_H

#include "fact/unit-name.h"

struct tc_unit_parts {
	struct tc_unit_namer *n;
	struct tc_unit_name *name;
	struct tc_buf text;	/* the canonical name so far */
	size_t at;
	size_t closed;		/* a bracket was skipped before this token */
	bool nested;		/* the owner of an organ: no organ in it */
};

/* A part's text is one of the namer's buffers, given back at its end. */
void tc_part_begin(struct tc_unit_parts *p);
void tc_part_end(struct tc_unit_parts *p);

/* Tokens, never past the namer's limit. */
static inline const struct tc_token *
tc_namer_token(const struct tc_unit_namer *n, size_t i)
{
	return &n->scan->tokens.v[i];
}

/* "Đảng ủy-UBND xã X": behind the hyphen another of that place's begins. */
bool tc_namer_beside(const struct tc_unit_namer *n, size_t i);

/* Token i belongs to the same run as the one before it. */
static inline bool tc_namer_joined(const struct tc_unit_namer *n, size_t i)
{
	if (TC_UNLIKELY(i >= n->limit))
		return false;
	const enum tc_gap gap = tc_scan_gap(n->scan, i);
	return gap == TC_GAP_BLANK ||
	       (gap == TC_GAP_TIGHT && TC_LIKELY(!tc_namer_beside(n, i)));
}

static inline const struct tc_unit_word *
tc_namer_word(const struct tc_unit_namer *n, size_t i, unsigned int mask,
	      size_t *after)
{
	if (i >= n->limit)
		return NULL;
	const struct tc_unit_word *w =
		tc_unit_word_at(n->scan, i, mask, n->bare, after);
	return w && *after <= n->limit ? w : NULL;
}

static inline bool tc_namer_upper(const struct tc_unit_namer *n, size_t i)
{
	return TC_LIKELY(i < n->limit) &&
	       tc_namer_token(n, i)->flags & TC_TOKEN_UPPER;
}

/* A field of work with its capital begins here, where another body has a
 * place's name: "Thuy nong" of "Tram Thuy nong Suoi Tre". */
bool tc_namer_work(const struct tc_unit_namer *n, size_t i);
/* Past the fields of work that stand from token i on, also behind "và". */
size_t tc_namer_fields_end(const struct tc_unit_namer *n, size_t i);
/* Past "khu vực 1", "khu vực Sông Mã", the tail of a body's name; `k` else. */
size_t tc_namer_past_region(const struct tc_unit_namer *n, size_t k);
/* It ends a name, and begins no field of work: "dạy", but not "dạy nghề". */
bool tc_namer_verb(const struct tc_unit_namer *n, size_t i);
/* "Văn hóa", of two syllables, stands before token k. */
bool tc_namer_field_before(const struct tc_unit_namer *n, size_t k);
/* "Bệnh phổi", "Nhân văn": a word of two syllables, no person's or place's. */
bool tc_namer_common(const struct tc_unit_namer *n, size_t i);
/* The dash before token k is inside a name: "Kỹ thuật - Mỹ nghệ Việt Nam". */
bool tc_namer_dash_joins(const struct tc_unit_namer *n, size_t k);
/* Likewise, whatever it names: "Y - Dược", "Ngoại - HSCC". */
bool tc_namer_dash_inside(const struct tc_unit_namer *n, size_t k,
			  const char *kind);
/* Before token `first` stands "Trường Cao đẳng" or the like. */
bool tc_namer_college(const struct tc_unit_namer *n, size_t first);
/* Where a firm's name begins behind its trade in lower case; `first` else. */
size_t tc_namer_past_trade(const struct tc_unit_namer *n, size_t first,
			   const char *kind);
/* Past a list of fields in lower case with "và" before its last; `k` else. */
size_t tc_namer_past_fields(const struct tc_unit_namer *n, size_t k);
/* Past "sức khỏe sinh sản", in lower case behind the first word of a name and
 * before its area; `k` where none is. */
size_t tc_namer_past_lower_to_area(struct tc_unit_namer *n, size_t k,
				   const char *kind);
/* "ĐHQG-HCM", "ĐHQG HCM". */
bool tc_part_city_letters(struct tc_unit_parts *p, const struct tc_unit_word *w);
/* "khu vực 5 - Anh Sơn", "khu vực 3 - TPHCM": which of them, and where it is. */
void tc_part_seat(struct tc_unit_parts *p);
/* The city of a university, the place of its campus. */
void tc_part_campus(struct tc_unit_parts *p, const struct tc_unit_word *w);
/* "tại Ninh Thuận". */
bool tc_part_at(struct tc_unit_parts *p);
/* Past "thủy lợi" of "Chi cục thủy lợi tỉnh X", words in lower case behind a
 * head and before its area; i when there are none. */
size_t tc_namer_past_lower(struct tc_unit_namer *n, size_t i, const char *kind);
/* Past "và" and the fields behind it, of a centre; `k` where none are. */
size_t tc_namer_past_and_fields(const struct tc_unit_namer *n, size_t k,
				const char *kind);
/* The comma before token k is inside a name: "Xúc tiến đầu tư, Thương mại và
 * Du lịch". */
bool tc_namer_comma_joins(const struct tc_unit_namer *n, size_t k);
/* Called by a name, not by its fields of work. */
static inline bool tc_unit_kind_named(const char *kind)
{
	return tc_unit_kind_is(kind, "truong") ||
	       tc_unit_kind_is(kind, "benh-vien");
}

/* The words of a body's name that begins at token `first` end before token k. */
bool tc_namer_ends_words(const struct tc_unit_namer *n, size_t first, size_t k,
			 const char *kind);
/* "Trường Đại học Y" behind "Khoa Luật", "Đồn Biên phòng Z": the larger body that
 * it is in, whose head alone is a name's half. */
bool tc_namer_begins_larger(const struct tc_unit_namer *n, size_t k,
			    const char *kind);
/* "Ban Tuyên giáo Thành ủy" behind "Phòng Tổng hợp" */
bool tc_namer_begins_organ(const struct tc_unit_namer *n, size_t k);
/* Behind "trưởng phòng" at token i, past a field in lower case before whose
 * organ a mark stands: "khoa giáo, Ban Tuyên giáo Tỉnh ủy"; `i` else. */
size_t tc_namer_past_lower_field(const struct tc_unit_namer *n, size_t i);
/* "“A”" of "Trường Tiểu học “A” Vĩnh Mỹ" is token i; read, if it is there. */
bool tc_namer_quoted_letter(const struct tc_unit_namer *n, size_t i);
void tc_part_quoted_letter(struct tc_unit_parts *p);
/* Past "và các khu công nghiệp" behind a board's own zone; `k` else. */
size_t tc_namer_past_zones(const struct tc_unit_namer *n, size_t k,
			   const char *kind);
/* In lower case, token k goes on the name: a noun or one more field. */
bool tc_namer_field_goes_on(const struct tc_unit_namer *n, size_t k,
			    size_t *after);

static inline bool tc_namer_digit(const struct tc_unit_namer *n, size_t i)
{
	return TC_LIKELY(i < n->limit) &&
	       TC_UNLIKELY(tc_namer_token(n, i)->flags & TC_TOKEN_DIGIT);
}

/* "ấp Hòa Hưng 2", "xã Tam Mỹ 1", but not "ấp Hòa Hưng 2 đồng chí": a number
 * that ends a place's name stands there. */
bool tc_namer_numbers(const struct tc_unit_namer *n, size_t i);
/* "II" */
bool tc_namer_roman(const struct tc_unit_namer *n, size_t i);
/* "số 3" of "Đội Thuế số 3" */
bool tc_namer_says_which(const struct tc_unit_namer *n, size_t k);
/* The number at token i counts what stands behind it: "20 suất", "35 năm". */
bool tc_namer_counts(const struct tc_unit_namer *n, size_t i);
/* "2 huyện" of "Chi cục Thuế 2 huyện X và Y", "3 xã:" behind any name: no number
 * of the body's, as "2" of "Trường Tiểu học 2 xã X" is. */
bool tc_namer_counts_areas(const struct tc_unit_namer *n, size_t i,
			   const char *kind);
/* "HAI XÃ" behind a head in capitals: of several places, and no name. */
bool tc_namer_several_areas(const struct tc_unit_namer *n, size_t k);

/* Neither a line in capitals nor a query. */
static inline bool tc_namer_case_tells(const struct tc_unit_namer *n)
{
	return TC_LIKELY(!n->caps && !n->query);
}

/* An office stands before the name being read: a person may stand behind it. */
bool tc_namer_office(const struct tc_unit_namer *n);
/* Its token; the head's where there is none. */
size_t tc_namer_office_at(const struct tc_unit_namer *n);
/* "Thị", "Văn", which stand behind a person's family name, is token i. */
bool tc_namer_middle(const struct tc_unit_namer *n, size_t i);
/* A line in capitals, told by the head, [i, after), or, where that is one token,
 * by its neighbours. */
bool tc_namer_in_caps(const struct tc_unit_namer *n, size_t i, size_t after);
/* Whether the words of row w, tokens [i, after), head a unit's name there: one
 * everyday word needs its capital, others stand in longer words. */
bool tc_namer_head_stands(struct tc_unit_namer *n, size_t i, size_t after,
			  const struct tc_unit_word *w);
/* "SỞ NỘI VỤ", "AGRIBANK HÀ NAM": a head of one word in a line of capitals, with
 * its field of work, or foreign. */
bool tc_namer_stands_in_caps(const struct tc_unit_namer *n, size_t i,
			     size_t after, const struct tc_unit_word *w);
/* Token k, a number behind a body's number or name, is what it gave: "Trung
 * đoàn 762 20 triệu đồng". */
bool tc_namer_gives_sum(const struct tc_unit_namer *n, size_t k);
/* A verb or the like, which ends a name. */
bool tc_namer_stops(const struct tc_unit_namer *n, size_t i);
/* "PGS.TS", "BS Nguyễn" */
bool tc_namer_degree(const struct tc_unit_namer *n, size_t i);
/* Token i may be a syllable of a proper name. */
bool tc_namer_nameable(const struct tc_unit_namer *n, size_t i);
/* How many tokens from i look like one proper name. */
size_t tc_namer_proper_run(const struct tc_unit_namer *n, size_t i,
			   size_t max);
/* Where a person's name begins inside a run ("phuong Dong Kinh Vi Thi
 * Mai"); the run's length when there is none. */
size_t tc_namer_person_at(const struct tc_unit_namer *n, size_t i,
			  size_t run);
/* The longest province name at i, of that kind unless NULL; the number of
 * its tokens. */
size_t tc_namer_province_at(const struct tc_unit_namer *n, size_t i,
			    const char *kind, const struct tc_place **place);
/* The dash before token k is a province's: "Bà Rịa - Vũng Tàu". */
bool tc_namer_inside_province(const struct tc_unit_namer *n, size_t k);
/* "Bí thư Huyện ủy Lê Hùng": behind an office, of the places few begin with a
 * family name and have one syllable more. */
bool tc_namer_names_head(const struct tc_unit_namer *n, size_t i);
/* A person's name begins at token k, behind a number that ends a body's:
 * "Trung đoàn 762 Lê Văn A". */
bool tc_namer_person_behind_number(const struct tc_unit_namer *n, size_t k);
/* A person's name begins at token k, and the body's, of that kind, whose words
 * begin at `first`, ends there. */
bool tc_namer_person_ends(const struct tc_unit_namer *n, size_t first,
			  size_t k, const char *kind);
struct tc_str tc_namer_run_text(struct tc_unit_namer *n, size_t i, size_t end);
/* A name for the area word: a province by the gazetteer, a number ("phuong
 * 5"), or a place; empty when there is none.  Moves *i. */
struct tc_str tc_namer_area_name(struct tc_unit_namer *n,
				 enum tc_area_word word, size_t *i);
/* An area word stands at i ("xã", but not "xã hội"). */
bool tc_namer_area(const struct tc_unit_namer *n, size_t i);
/* "xã Long Thuận" behind "công an". */
bool tc_namer_names_area(struct tc_unit_namer *n, size_t i);
void tc_namer_remember(struct tc_unit_namer *n, const struct tc_area *area);
/* "tinh" alone: the site's province, or the only one that the text names;
 * "huyen" alone: the last one named.  Empty when unknown. */
struct tc_str tc_namer_area_known(const struct tc_unit_namer *n,
				  enum tc_area_word word);

void tc_part_add(struct tc_unit_parts *p, struct tc_str text);
/* The tokens up to `end`, as they are printed. */
void tc_part_run(struct tc_unit_parts *p, size_t end);
/* What was read since the name was so long is none of it; false. */
static inline bool tc_part_give_back(struct tc_unit_parts *p, size_t at,
				     size_t length)
{
	p->at = at;
	p->text.n = length;
	return false;
}
/* "phường Đông Kinh" */
void tc_part_add_area(struct tc_unit_parts *p, const struct tc_area *area);
/* The next token is joined to the name by a blank. */
static inline bool tc_part_goes_on(const struct tc_unit_parts *p)
{
	return tc_namer_joined(p->n, p->at) ||
	       (p->closed && p->at == p->closed && p->at < p->n->limit);
}
static inline const struct tc_unit_word *
tc_part_word(const struct tc_unit_parts *p, unsigned int mask, size_t *after)
{
	const struct tc_unit_namer *n = p->n;

	/* the word first: few are such ones */
	if (p->at >= n->limit ||
	    !(n->bare || tc_scan_units(n->scan, p->at) & mask))
		return NULL;
	return tc_part_goes_on(p) ? tc_namer_word(n, p->at, mask, after)
				  : NULL;
}

/* A short form that the article gave stands there: of the body that a Party
 * organisation is in, of whom an organ serves, of a body ("trường ĐHNL"). */
bool tc_part_alias_host(struct tc_unit_parts *p);
bool tc_part_alias_owner(struct tc_unit_parts *p);
bool tc_part_alias_body(struct tc_unit_parts *p);

/* Each reads its part if it is there. */
bool tc_part_number(struct tc_unit_parts *p);
bool tc_part_area(struct tc_unit_parts *p, bool bare);
bool tc_part_place(struct tc_unit_parts *p);
bool tc_part_hood(struct tc_unit_parts *p);
bool tc_part_words(struct tc_unit_parts *p, const char *kind);
/* Goes on to the end of the line, which the name fills. */
void tc_part_line(struct tc_unit_parts *p);
/* "(UBKT)" between an organ and its committee, "(GD&ĐT)". */
void tc_part_skip_short_form(struct tc_unit_parts *p);
/* "- Thanh tra" behind "Văn phòng". */
bool tc_part_dash(struct tc_unit_parts *p);
/* "- Sản", "- Vật tư" behind "Ngoại", "Dược". */
bool tc_part_branches(struct tc_unit_parts *p);

/* A body inside the name (unit-inner.c): the one whose head `w` ends before
 * token `after`; where people work, also behind the head `w`; a bank's branch,
 * also behind a mark; "Văn phòng Đăng ký đất đai X" behind "Chi nhánh"; whose
 * hospital or school; the firm or the organ whose office it is. */
bool tc_part_body(struct tc_unit_parts *p, const struct tc_unit_word *w,
		  size_t after);
bool tc_part_place_of_work(struct tc_unit_parts *p);
/* "Công đoàn Bệnh viện": the hospital is the one named before. */
bool tc_part_works_nowhere(const struct tc_unit_parts *p);
bool tc_part_workplace(struct tc_unit_parts *p, const struct tc_unit_word *w);
bool tc_part_branch(struct tc_unit_parts *p);
bool tc_part_branch_of(struct tc_unit_parts *p);
bool tc_part_whose(struct tc_unit_parts *p, const char *kind);
bool tc_part_firm_office(struct tc_unit_parts *p);
bool tc_part_organ(struct tc_unit_parts *p);

/* Reads what stands behind any head but a Party one, the head's own words
 * included.  False: the head alone. */
bool tc_unit_head_read(struct tc_unit_parts *p, const struct tc_unit_word *w);
/* "Ngân hàng Chính sách xã hội", "Chi cục Kiểm lâm": a place has one, so that
 * nothing need stand behind this head. */
bool tc_unit_head_whole(const struct tc_unit_word *w);
/* What stands behind "Phòng", "Sở" (unit-dept.c); whose office it is, the
 * department's word `dept` ending before token `after`. */
bool tc_part_department(struct tc_unit_parts *p, const struct tc_unit_word *w);
bool tc_part_office_of(struct tc_unit_parts *p, const struct tc_unit_word *dept,
		       size_t after);
/* A hospital's specialty in lower case, and the name behind it: "phụ sản". */
bool tc_part_specialty(struct tc_unit_parts *p);
/* The area, also behind "(CDC)"; a province without its word; a place of two
 * syllables without it. */
bool tc_part_area_behind(struct tc_unit_parts *p);
/* Past "các công trình dân dụng và công nghiệp" at token i; i: none. */
size_t tc_namer_past_works(const struct tc_unit_namer *n, size_t i);
/* What a "Ban Quản lý dự án đầu tư xây dựng" builds. */
bool tc_part_builds(struct tc_unit_parts *p, const char *kind);
/* "khu vực Thanh Sơn" of "Trung tâm Nước sạch khu vực Thanh Sơn" */
bool tc_part_region(struct tc_unit_parts *p);
bool tc_part_province(struct tc_unit_parts *p);
bool tc_part_members_place(struct tc_unit_parts *p);
/* "Trung ương Hội", of a society that is named behind it (unit-society.c); its
 * name. */
bool tc_unit_head_society(const struct tc_unit_word *w);
bool tc_part_society(struct tc_unit_parts *p);
/* "Tân hòa" behind "xã": the second syllable in lower case, before a verb or a
 * mark, and none itself; few places have one syllable. */
bool tc_namer_half_in_lower(const struct tc_unit_namer *n, size_t i);
/* "Việt Nam" stands at token i. */
bool tc_namer_country(const struct tc_unit_namer *n, size_t i);
/* The dash before token k joins it to another: "Việt - Đức", "Việt Nam - Lào". */
bool tc_namer_two_countries(const struct tc_unit_namer *n, size_t k);
/* Behind a LEVEL head: the place alone, the area said once more, what stands
 * behind it, or what the context knows. */
struct tc_str tc_part_level_name(struct tc_unit_parts *p,
				 const struct tc_unit_word *w);
/* What stands behind a LEVEL head. */
void tc_unit_level_read(struct tc_unit_parts *p, const struct tc_unit_word *w);
/* Behind such words of the Youth Union up to token `after`: they are its, and
 * no part of a place's name or verb. */
bool tc_namer_league(const struct tc_unit_namer *n,
		     const struct tc_unit_word *w, size_t after);
/* What a LEVEL head alone tells, up to token `after`: "Lạng Sơn" behind "Tỉnh
 * ủy". */
struct tc_str tc_namer_level_name(struct tc_unit_namer *n,
				  const struct tc_unit_word *w, size_t after);
/* The committee or the like that the name belongs to: "Huyện ủy Yên Thành"
 * behind "Ban Tổ chức". */
bool tc_part_level(struct tc_unit_parts *p, const struct tc_unit_word *w,
		   size_t after);
/* The organ's owner: a committee, a Party organisation, the centre, an
 * authority, or a mass organisation. */
bool tc_part_owner(struct tc_unit_parts *p);
/* What stands behind "Dang bo", "Dang uy". */
bool tc_unit_party_read(struct tc_unit_parts *p);
/* The same for these heads and those of cells, the head's words included. */
bool tc_unit_party_head_read(struct tc_unit_parts *p,
			     const struct tc_unit_word *w);
/* "Tinh uy" ... "Thi uy", but not "Tinh Doan". */
static inline bool tc_unit_word_committee(const struct tc_unit_word *w)
{
	return w->cls == TC_UNIT_LEVEL && tc_unit_kind_committee(w->kind);
}

/* A school, or what the youth of one is in ("Đoàn Trường Đại học"). */
static inline bool tc_unit_school(const struct tc_unit_word *w)
{
	return tc_unit_kind_is(w->kind, "truong") ||
	       (tc_unit_kind_is(w->kind, "doan-the") && w->cls == TC_UNIT_BODY &&
		tc_str_starts(tc_unit_word_print(w), TC_STR("Đoàn Trường ")));
}
/* The kind of an area's Party organisation. */
const char *tc_part_area_kind(const struct tc_unit_parts *p);

#endif

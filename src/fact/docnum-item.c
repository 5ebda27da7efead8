/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One member of a list of numbers: a full symbol or a bare number, and what
 * tells it from a count.
 */
#include "config.h"

#include "fact/docnum-part.h"

#define NOUN_BYTES 12	/* of a noun that is counted, a NUL included */
#define PREFIX_MAX 8		/* bytes glued before a number: "so31" */

static size_t digits_at(struct tc_str s, size_t off)
{
	size_t n = off;

	while (n < s.n && tc_docnum_digit(s.p[n]))
		n++;
	return n - off;
}

static bool glued_prefix(struct tc_str bare)
{
	return tc_str_is(bare, "so") || tc_str_is(bare, "no") ||
	       tc_type_code_find(bare);
}

/* Where in token i a number may start: at its first byte, or behind "so" or
 * a code that is glued to it.  SIZE_MAX: nowhere. */
size_t tc_docnum_number_offset(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);
	size_t n = 0, m = 0;

	if (!t || !(t->flags & TC_TOKEN_DIGIT))
		return SIZE_MAX;
	struct tc_str text = tc_str(r->scan->text.p + t->off, t->len);
	if (TC_LIKELY(tc_docnum_digit(text.p[0])) ||
	    strchr("OolI", text.p[0]))
		return t->off;
	while (n < text.n && n < PREFIX_MAX && !tc_docnum_digit(text.p[n]))
		n++;
	while (m < t->bare.n && !tc_docnum_digit(t->bare.p[m]))
		m++;
	if (n == text.n || n == PREFIX_MAX ||
	    !glued_prefix(tc_str(t->bare.p, m)))
		return SIZE_MAX;
	return t->off + n;
}

bool tc_docnum_item_full(const struct tc_docnum_reader *r, size_t off,
		      unsigned flags, const char *word, struct tc_docnum_item *it)
{
	if (r->loose)
		flags |= TC_SYMBOL_LOOSE;
	if (!tc_symbol_read(r->scan->text, off, flags, word, &it->symbol))
		return false;
	it->full = true;
	it->start = off;
	it->end = it->symbol.end;
	/* a few tokens on */
	for (it->next = it->from; it->next < r->scan->tokens.n &&
				  r->scan->tokens.v[it->next].off < it->end;)
		it->next++;
	return true;
}

/* "30/2020": number and year, nothing joined on behind. */
static void read_short_year(const struct tc_docnum_reader *r,
			    struct tc_docnum_item *it)
{
	struct tc_str text = r->scan->text;

	if (it->end >= text.n || text.p[it->end] != '/' ||
	    digits_at(text, it->end + 1) != 4)
		return;
	int year = tc_docnum_figures(tc_str(text.p + it->end + 1, 4));
	size_t behind = it->end + 5;
	if (year < 1945 || year > 2100)
		return;
	if (behind < text.n && (text.p[behind] == '/' ||
				text.p[behind] == '-'))
		return;
	it->year = year;
	it->end = behind;
	it->next = tc_scan_token_at(r->scan, (uint32_t)behind);
}

/* What makes the digits a part of something else: 1.900, 18,4%, 07/08,
 * 7+10, 2021-2026, 8:30. */
static bool runs_on(struct tc_str text, size_t end)
{
	if (end >= text.n)
		return false;
	char c = text.p[end];
	bool digit = end + 1 < text.n && tc_docnum_digit(text.p[end + 1]);
	if (c == '/' || c == '%' || c == '+' || c == '&' || c == '\\')
		return true;
	if (c == ',' && digit) {
		size_t more = end + 1 + digits_at(text, end + 1);
		return more < text.n && text.p[more] == '%';
	}
	return (c == '-' || c == '.' || c == ':') && digit;
}

/* "Kết luận số 61về": the blank was lost. */
static bool is_glued_word(struct tc_str rest)
{
	return tc_str_is(rest, "về") || tc_str_is(rest, "của") ||
	       tc_str_is(rest, "ngày");
}

bool tc_docnum_item_bare(const struct tc_docnum_reader *r, size_t off,
		      struct tc_docnum_item *it)
{
	const struct tc_token *t = tc_docnum_token(r, it->from);
	struct tc_str text = r->scan->text;
	size_t n = tc_symbol_number(text, off, it->number);

	if (!n || (off + n != tc_token_end(t) &&
		   !is_glued_word(tc_str(text.p + off + n,
					 tc_token_end(t) - off - n))))
		return false;
	it->full = false;
	it->type = NULL;
	it->start = off;
	it->end = off + n;
	it->digits = digits_at(text, off);
	it->next = it->from + 1;
	it->year = 0;
	read_short_year(r, it);
	return !runs_on(text, it->end);
}

/* The code that token i is, joined on behind a number and with nothing joined
 * on behind it; NULL: it is none. */
static const struct tc_type_code *code_at_end(const struct tc_docnum_reader *r,
					      size_t i)
{
	const struct tc_str text = r->scan->text;
	const struct tc_token *const t = tc_docnum_token(r, i);
	const enum tc_gap gap = tc_scan_gap(r->scan, i);

	if (!t || !(t->flags & TC_TOKEN_CAPS) ||
	    (gap != TC_GAP_TIGHT && gap != TC_GAP_DASH) ||
	    (tc_token_end(t) < text.n &&
	     strchr("-/&\\", text.p[tc_token_end(t)])))
		return NULL;
	return tc_type_code_find(t->bare);
}

bool tc_docnum_item_cut_off(const struct tc_docnum_reader *r, size_t off,
			    const struct tc_type_word *word,
			    struct tc_docnum_item *it)
{
	const struct tc_type_code *const code = code_at_end(r, it->from + 1);
	const struct tc_docnum_item read = *it;
	const char *other;

	if (!code || word->flags & TC_TYPE_ALONE ||
	    !tc_docnum_item_bare(r, off, it)) {
		*it = read;
		return false;
	}
	other = tc_type_code_other(tc_str0(code->code));
	it->type = other && !strcmp(other, word->code) ? other : code->code;
	/* "35/CT" of a plan is a letter of that body's */
	if (code->flags & TC_CODE_BODY && strcmp(it->type, word->code)) {
		*it = read;
		return false;
	}
	it->end = tc_docnum_end(r, it->from + 1);
	it->next = it->from + 2;
	return true;
}

/* Whether token i begins a range of years, "2021-2025", "2021 – 2025". */
static bool spans_years(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *from = tc_docnum_token(r, i),
			      *to = tc_docnum_token(r, i + 1);

	if (!to || from->len != 4 || to->len != 4 ||
	    !(to->flags & TC_TOKEN_DIGIT))
		return false;
	return tc_scan_is_dash(tc_str_trim(tc_docnum_gap(r, i + 1)));
}

/* "Nghị quyết 26 cấp huyện": where it was reviewed. */
static bool is_level(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const levels[] = { "tỉnh", "huyện", "xã", "cơ" };

	return tc_docnum_token(r, i) &&
	       TC_AMONG(tc_docnum_token(r, i)->exact, levels);
}

/* Nouns that numbers count in this kind of text: "5 nam", "19 dieu". */
bool tc_docnum_counts(const struct tc_docnum_reader *r, size_t i)
{
	static const char nouns[][NOUN_BYTES] = {
		"anh", "ấp", "bà", "bài", "ban", "bản", "bộ", "bon", "bước",
		"buổi", "buôn", "cá", "cái", "cán", "căn", "cấp", "câu",
		"cây", "cháu", "chi", "chỉ", "chị", "chiếc", "chính", "chủ",
		"chức", "chuyên", "cơ", "con", "công", "cụ", "cụm", "cuộc",
		"cuốn", "dự", "đại", "đảng", "đề", "địa", "điểm", "điều",
		"đoàn", "đơn", "đồng", "đợt", "em", "gia", "giải", "giáo",
		"giờ", "ha", "hành", "hình", "hộ", "học", "hội", "huyện",
		"kg", "khâu", "khó", "khoản", "khối", "khu", "km", "kỳ",
		"lần", "làng", "lãnh", "lĩnh", "lít", "loại", "lớp", "lượt",
		"m", "m2", "mô", "mục", "mức", "năm", "ngàn", "ngày", "nghị",
		"nghìn", "ngôi", "người", "nhiệm", "nhóm", "nội", "ông",
		"phần", "phiếu", "phòng", "phụ", "phường", "phút", "quần",
		"quyển", "quyết", "sóc", "sự", "suất", "tạ", "tấn", "tập",
		"tháng", "thanh", "thành", "thôn", "thủ", "tỉ", "tiết",
		"tiêu", "tỉnh", "tổ", "tờ", "trang", "triệu", "trọng",
		"trường", "tuần", "tuổi", "tỷ", "văn", "vấn", "vị", "viên",
		"vụ", "vườn", "xã", "xóm", "ý", "yêu",
		"years", "year", "months",
		"days", "people", "members",
	};
	const struct tc_token *t = tc_docnum_token(r, i);

	if (!t || !tc_docnum_gap_blank(r, i) ||
	    (t->flags & TC_TOKEN_UPPER && !(t->flags & TC_TOKEN_CAPS)))
		return false;
	const struct tc_token *next = tc_docnum_token(r, i + 1);
	bool digits = next && next->flags & TC_TOKEN_DIGIT;
	if (digits && (tc_str_is(t->bare, "ngay") ||
		       (tc_str_is(t->bare, "nam") && next->len == 4 &&
			!spans_years(r, i + 1))))
		return false;
	if (tc_str_is(t->exact, "cấp") && is_level(r, i + 1))
		return false;
	for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
		if (nouns[k][0] == t->exact.p[0] &&
		    tc_str_is(t->exact, nouns[k]))
			return true;
	return false;
}

bool tc_docnum_item_like_year(const struct tc_docnum_item *it)
{
	int n = tc_docnum_figures(tc_str0(it->number));

	return it->digits == 4 && n >= 1900 && n <= 2100;
}

/* "NQ 13 HDQT": a company's. */
bool tc_docnum_code_behind(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);

	return t && t->flags & TC_TOKEN_CAPS && tc_docnum_gap_blank(r, i) &&
	       !(t->flags & TC_TOKEN_SYLLABLE);
}

size_t tc_docnum_skip_number_word(const struct tc_docnum_reader *r, size_t i)
{
	if (tc_docnum_is(r, i, TC_SAYS_SO) || tc_docnum_is(r, i, TC_SAYS_NO) ||
	    tc_docnum_is(r, i, TC_SAYS_NOS))
		return i + 1;
	return i;
}

/* Between the type word and its number: blanks, and in slugs a hyphen. */
bool tc_docnum_gap_joins(const struct tc_docnum_reader *r, size_t i, bool numbered)
{
	struct tc_str gap = tc_docnum_gap(r, i);

	if (tc_str_is(gap, " "))
		return true;
	gap = tc_str_trim(gap);
	if (!gap.n)
		return true;
	if (gap.n > 1)
		return false;
	return *gap.p == '-' || *gap.p == '_' ||
	       (numbered && (*gap.p == ':' || *gap.p == '.'));
}


/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The fields of work and trades in a body's name, which are printed in lower
 * case as often as not. */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"

#define LOWER_FIELD_MAX 12 /* "giáo dục lý luận chính trị và lịch sử Đảng" */

#define FIELDS (TC_UNIT_TASK | TC_UNIT_FIELD | TC_UNIT_NOUN)
#define LOWER_TAIL_MAX 6 /* "tệ nạn xã hội", and the area's word */
#define NAME_TOKENS_MAX 4	/* of a place, behind a specialty */
#define TRADE_MAX 8	/* tokens in lower case, and the first that is not */

size_t tc_namer_fields_end(const struct tc_unit_namer *n, size_t i)
{
	size_t end = i, after;

	for (size_t k = i; k == i || tc_namer_joined(n, k); k = end) {
		const bool and = k > i && tc_namer_joined(n, k + 1) &&
			tc_str_is(tc_namer_token(n, k)->exact, "và");
		if (!tc_namer_word(n, k + and, FIELDS, &after))
			break;
		end = after;
	}
	return end;
}

size_t tc_namer_past_region(const struct tc_unit_namer *n, size_t k)
{
	if (!tc_str_is(tc_namer_token(n, k)->exact, "khu") ||
	    !tc_namer_joined(n, k + 2) ||
	    !tc_str_is(tc_namer_token(n, k + 1)->exact, "vực"))
		return k;
	if (tc_namer_digit(n, k + 2) || tc_namer_roman(n, k + 2))
		return k + 3;
	const size_t run = tc_namer_case_tells(n) && !tc_namer_upper(n, k) ?
		tc_namer_person_at(n, k + 2,
				   tc_namer_proper_run(n, k + 2, 8)) : 0;
	return run == 2 || run == 3 ? k + 2 + run : k;
}

bool tc_namer_verb(const struct tc_unit_namer *n, size_t i)
{
	size_t verb, field;

	if (!tc_namer_stops(n, i))
		return false;
	return !tc_namer_word(n, i, TC_UNIT_STOP, &verb) ||
	       !tc_namer_word(n, i, FIELDS, &field) || field <= verb;
}

bool tc_namer_field_before(const struct tc_unit_namer *n, size_t k)
{
	return k >= 2 && tc_namer_fields_end(n, k - 2) >= k;
}

/* "Bệnh phổi", "Nhân văn": a word of two syllables, and no person's or
 * place's name. */
bool tc_namer_common(const struct tc_unit_namer *n, size_t i)
{
	return tc_namer_case_tells(n) && tc_namer_upper(n, i) &&
	       tc_namer_joined(n, i + 1) && !tc_namer_upper(n, i + 1) &&
	       !tc_namer_digit(n, i + 1) && !tc_namer_stops(n, i + 1);
}

/* "Kỹ thuật - Mỹ nghệ Việt Nam": two words of which one is a field of work, and
 * no sentence behind them ("Kỹ thuật - Niềm tự hào của"). */
bool tc_namer_dash_joins(const struct tc_unit_namer *n, size_t k)
{
	const unsigned int others = TC_UNIT_HEADS | TC_UNIT_OFFICE;
	size_t after;

	return k >= 2 && k < n->limit &&
	       tc_scan_gap(n->scan, k) == TC_GAP_DASH &&
	       tc_namer_common(n, k) &&
	       (tc_namer_common(n, k - 2) || tc_namer_college(n, k - 1)) &&
	       (tc_namer_field_before(n, k) || tc_namer_field_before(n, k + 2)) &&
	       !tc_namer_word(n, k, others, &after) &&
	       (!tc_namer_joined(n, k + 2) || tc_namer_upper(n, k + 2));
}

/* "Y - Dược", "Nội - Nhi", "Toán - Lý": branches of a syllable each. */
static bool joins_branches(const struct tc_unit_namer *n, size_t k)
{
	static const char *const branches[] = {
		"y", "dược", "nông", "lâm", "ngư", "nội", "ngoại", "sản", "nhi",
		"nhiễm", "lao", "phổi", "mắt", "tai", "mũi", "họng", "răng",
		"hàm", "mặt", "toán", "lý", "hóa", "sinh", "tin", "văn", "sử",
		"địa", "thể", "mỹ", "nhạc",
	};

	return k && tc_namer_upper(n, k) && tc_namer_upper(n, k - 1) &&
	       TC_AMONG(tc_namer_token(n, k)->exact, branches) &&
	       TC_AMONG(tc_namer_token(n, k - 1)->exact, branches);
}

/* "Ngoại - HSCC", "Kinh tế - ĐHQGHN": letters, and no other's head or degree
 * ("TS Nguyễn Văn A"). */
static bool joins_letters(const struct tc_unit_namer *n, size_t k)
{
	const unsigned int others = TC_UNIT_HEADS | TC_UNIT_HOST |
				    TC_UNIT_AREA | TC_UNIT_CITY |
				    TC_UNIT_OFFICE;
	const uint32_t all = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE | TC_TOKEN_DIGIT;
	size_t after;

	/* "GDQP - AN": letters behind letters, whatever they spell */
	const bool behind = k &&
		(tc_namer_token(n, k - 1)->flags & all) == TC_TOKEN_CAPS;

	return (behind ? tc_namer_token(n, k)->flags & TC_TOKEN_CAPS :
			 (tc_namer_token(n, k)->flags & all) == TC_TOKEN_CAPS &&
			 tc_namer_token(n, k)->bare.n > 2) &&
	       !tc_namer_word(n, k, others, &after) &&
	       tc_scan_gap(n->scan, k + 1) != TC_GAP_DOT &&
	       !(tc_namer_joined(n, k + 1) && tc_namer_upper(n, k + 1));
}

/* "Phong Nha - Kẻ Bàng", "Đồng Đăng - Lạng Sơn": one place */
static bool joins_twins(const struct tc_unit_namer *n, size_t k)
{
	static const char *const twins[][2] = {
		{ "nha", "kẻ bàng" }, { "long", "cát bà" },
		{ "sơn", "kiếp bạc" }, { "đăng", "lạng sơn" },
		{ "trang", "khánh hòa" }, { "an", "tam cốc" },
	};

	for (size_t i = 0; k && i < sizeof twins / sizeof *twins; i++)
		if (tc_str_is(tc_namer_token(n, k - 1)->exact, twins[i][0]) &&
		    tc_unit_words_at(n->scan, k, twins[i][1]))
			return true;
	return false;
}

/* "Dệt - Nhuộm Sông Đào", "Bia Hà Nội - Hải Phòng", "Than Hà Tu - Vinacomin": a
 * firm's name goes on in up to three capitals, no person's, up to a mark or a
 * verb. */
static bool joins_firm(const struct tc_unit_namer *n, size_t k)
{
	const unsigned int others = TC_UNIT_HEADS | TC_UNIT_HOST |
		TC_UNIT_AREA | TC_UNIT_CITY | TC_UNIT_HOOD | TC_UNIT_OFFICE |
		TC_UNIT_PLURAL;
	const struct tc_place *province;
	const size_t run = tc_namer_proper_run(n, k, 4);
	size_t after;

	return run && run < 4 && !tc_namer_word(n, k, others, &after) &&
	       !(run > 1 && tc_scan_surname(n->scan, k) &&
		 tc_namer_province_at(n, k, NULL, &province) != run) &&
	       (tc_namer_joined(n, k + run) ? tc_namer_stops(n, k + run) :
		!tc_scan_is_sign(n->scan, k + run, ":"));
}

/* The dash before token k stands inside a name. */
bool tc_namer_dash_inside(const struct tc_unit_namer *n, size_t k,
			  const char *kind)
{
	return k < n->limit && tc_scan_gap(n->scan, k) == TC_GAP_DASH &&
	       !n->query &&
	       (joins_branches(n, k) || joins_twins(n, k) ||
		(tc_namer_case_tells(n) &&
		 (joins_letters(n, k) ||
		  (tc_unit_kind_is(kind, "doanh-nghiep") &&
		   joins_firm(n, k)))));
}

/* Before token `first` stands "Trường Cao đẳng" or the like. */
bool tc_namer_college(const struct tc_unit_namer *n, size_t first)
{
	static const char *const colleges[] = {
		"đại học", "cao đẳng", "trung cấp", "học viện", "nghề",
	};

	return TC_UNIT_ANY_BEFORE(n->scan, first, colleges);
}

/* Behind "Công ty TNHH", "Công ty cổ phần", not "công ty", which does things:
 * "Công ty xây dựng Nhà văn hóa". */
static bool says_form(const struct tc_unit_namer *n, size_t first)
{
	static const char *const forms[] = {
		"tnhh", "mtv", "cp", "phần", "hạn", "viên",
	};

	return tc_unit_words_before(n->scan, first, "tổng công ty") ||
	       (first &&
		TC_AMONG(tc_namer_token(n, first - 1)->exact, forms));
}

/* "TP Vinh", "thành phố Vinh", but not "tỉnh" */
static bool named_area(const struct tc_unit_namer *n, size_t k)
{
	size_t after;

	return tc_namer_joined(n, k) &&
	       tc_namer_word(n, k, TC_UNIT_AREA | TC_UNIT_CITY, &after) &&
	       (tc_namer_upper(n, k) || tc_namer_upper(n, after));
}

/* Of the fields of work from token k on, those in lower case */
static size_t lower_fields_end(const struct tc_unit_namer *n, size_t k)
{
	const size_t end = tc_namer_fields_end(n, k);

	while (k < end && !tc_namer_upper(n, k))
		k++;
	return k;
}

/* "xổ số kiến thiết" of "Công ty xổ số kiến thiết Kon Tum": in lower case up
 * to the name of a firm, or to its area. */
size_t tc_namer_past_trade(const struct tc_unit_namer *n, size_t first,
			   const char *kind)
{
	const unsigned int others = TC_UNIT_CELL | TC_UNIT_PARTY |
				    TC_UNIT_LEVEL | TC_UNIT_STATE |
				    TC_UNIT_AREA | TC_UNIT_GENERIC;
	size_t after;

	if (!(tc_unit_kind_is(kind, "doanh-nghiep") ||
	      tc_unit_words_before(n->scan, first, "công ty")) ||
	    !tc_namer_case_tells(n))
		return first;
	const bool form = says_form(n, first) ||
			  tc_unit_words_before(n->scan, first, "xí nghiệp");
	for (size_t k = first; k < first + TRADE_MAX; k++) {
		/* "xây dựng": a verb elsewhere, and "tổ chức" here as well */
		if (form && tc_namer_joined(n, k) && !tc_namer_upper(n, k) &&
		    !tc_str_is(tc_namer_token(n, k)->exact, "tổ"))
			k = lower_fields_end(n, k);
		if (form && k > first && named_area(n, k))
			return k;
		if (!tc_namer_joined(n, k) || tc_namer_stops(n, k) ||
		    tc_namer_word(n, k, others, &after))
			return first;
		if (tc_namer_digit(n, k))
			return tc_namer_counts(n, k) ? first : k;
		if (tc_namer_upper(n, k))
			return tc_scan_surname(n->scan, k) &&
			       tc_namer_proper_run(n, k, 3) == 3 ? first : k;
	}
	return first;
}

/* "phát triển nhà và đô thị" behind "Đầu tư": fields of work in lower case, the
 * last of them behind "và"; `k` when there is no such list. */
size_t tc_namer_past_fields(const struct tc_unit_namer *n, size_t k)
{
	size_t i = k, after, count = 0;
	bool and = false;

	if (!tc_namer_case_tells(n))
		return k;
	while (!and && tc_namer_joined(n, i)) {
		and = count && tc_str_is(tc_namer_token(n, i)->exact, "và");
		if (and && !tc_namer_joined(n, i + 1))
			return k;
		if (tc_namer_upper(n, i + and) ||
		    !tc_namer_word(n, i + and, FIELDS, &after))
			return k;
		i = after;
		count++;
	}
	return and ? i : k;
}

/* "và hỗ trợ việc làm" behind "Trung tâm Dạy nghề"; `k` when there is no such. */
size_t tc_namer_past_and_fields(const struct tc_unit_namer *n, size_t k,
				const char *kind)
{
	if (!(tc_unit_kind_is(kind, "trung-tam") ||
	      tc_unit_kind_is(kind, "chi-bo")) || !tc_namer_case_tells(n) ||
	    !tc_str_is(tc_namer_token(n, k)->exact, "và") ||
	    !tc_namer_joined(n, k + 1) || tc_namer_upper(n, k + 1) ||
	    !tc_namer_field_before(n, k))
		return k;
	const size_t end = tc_namer_fields_end(n, k + 1);
	/* "Trung tâm Dạy nghề và tổ chức": a verb alone */
	return end > k + 3 || (end > k + 1 && !tc_namer_verb(n, k + 1)) ? end
									: k;
}

/* "Chăm sóc sức khỏe sinh sản tỉnh X", "Quy hoạch xây dựng tỉnh X": a verb, but
 * for the last word, begins a sentence. */
size_t tc_namer_past_lower_to_area(struct tc_unit_namer *n, size_t k,
				   const char *kind)
{
	size_t after;

	if (!(tc_unit_kind_is(kind, "trung-tam") ||
	      tc_unit_kind_is(kind, "organ")) ||
	    !tc_namer_case_tells(n) || !tc_namer_common(n, k - 2))
		return k;
	for (size_t i = k; i < k + LOWER_TAIL_MAX && tc_namer_joined(n, i); i++) {
		if (tc_namer_upper(n, i) || tc_namer_digit(n, i))
			return k;
		if (i > k && tc_namer_names_area(n, i))
			return i;
		if (tc_namer_stops(n, i))
			return tc_namer_word(n, i, FIELDS, &after) &&
				       after > i + 1 &&
				       tc_namer_names_area(n, after) ? after : k;
	}
	return k;
}

/* "khám bệnh" behind "Bệnh xá Quân dân y Pha Long": it is what they do. */
static bool is_done_by(const struct tc_unit_namer *n, size_t k)
{
	return (tc_namer_stops(n, k) ||
		tc_unit_words_at(n->scan, k, "sản xuất")) &&
	       tc_namer_upper(n, k - 1) && k > 1 &&
	       tc_namer_upper(n, k - 2) && tc_namer_case_tells(n);
}

/* A noun, or a field of work behind another ("Quan trắc tài nguyên"). */
bool tc_namer_field_goes_on(const struct tc_unit_namer *n, size_t k,
			    size_t *after)
{
	/* "Bệnh viện Nhi Trung ương đào tạo": they do */
	if (tc_str_is(tc_namer_token(n, k - 1)->exact, "ương"))
		return false;
	return (tc_namer_word(n, k, TC_UNIT_NOUN, after) &&
		!is_done_by(n, k)) ||
	       (tc_namer_word(n, k, TC_UNIT_TASK | TC_UNIT_FIELD, after) &&
		*after > k + 1 && tc_namer_field_before(n, k));
}

/* ", thương mại và du lịch", as it is printed as well */
static bool lists_fields(const struct tc_unit_namer *n, size_t k)
{
	size_t after, end;

	return tc_namer_word(n, k, FIELDS, &after) && !tc_namer_verb(n, k) &&
	       tc_namer_joined(n, after) && tc_namer_joined(n, after + 1) &&
	       tc_str_is(tc_namer_token(n, after)->exact, "và") &&
	       tc_namer_word(n, after + 1, FIELDS, &end) &&
	       !tc_namer_verb(n, after + 1);
}

/* ", Tư vấn và Xúc tiến đầu tư": a centre's fields of work, the last of them
 * behind "và". */
bool tc_namer_comma_joins(const struct tc_unit_namer *n, size_t k)
{
	size_t after;

	if (k >= n->limit || tc_scan_gap(n->scan, k) != TC_GAP_COMMA ||
	    n->query)
		return false;
	if (n->caps || !tc_namer_upper(n, k))
		return tc_namer_field_before(n, k) && lists_fields(n, k);
	/* "Thông tin và Truyền thông" is one row */
	const struct tc_unit_word *const w =
		tc_namer_word(n, k, TC_UNIT_TASK | TC_UNIT_FIELD, &after);
	if (!w || strstr(w->words, " và "))
		return w != NULL;
	if (tc_scan_is_sign(n->scan, after, "&"))
		return tc_namer_upper(n, after);
	return tc_namer_joined(n, after) &&
	       tc_str_is(tc_namer_token(n, after)->exact, "và") &&
	       (tc_namer_upper(n, after + 1) ||
		tc_namer_fields_end(n, after + 1) > after + 2);
}

/* "và các khu công nghiệp" behind "Ban Quản lý Khu kinh tế X": of one board; k
 * when it is another. */
size_t tc_namer_past_zones(const struct tc_unit_namer *n, size_t k,
			   const char *kind)
{
	size_t after;

	if (TC_LIKELY(!tc_str_is(tc_namer_token(n, k)->exact, "và")) ||
	    !tc_unit_kind_is(kind, "organ"))
		return k;
	const struct tc_unit_word *const w =
		tc_namer_word(n, k + 1, TC_UNIT_BLOCK, &after);
	return w && tc_str_is(tc_unit_word_print(w), "các khu công nghiệp") ?
		       after : k;
}

size_t tc_namer_past_lower_field(const struct tc_unit_namer *n, size_t i)
{
	const unsigned int heads = TC_UNIT_HEADS | TC_UNIT_OFFICE;
	size_t after;

	if (i < 2 || i >= n->limit || tc_namer_upper(n, i) ||
	    !tc_str_is(tc_namer_token(n, i - 2)->exact, "trưởng"))
		return i;
	for (size_t k = i + 1; k < i + LOWER_FIELD_MAX && k < n->limit; k++) {
		const enum tc_gap gap = tc_scan_gap(n->scan, k);
		if (gap == TC_GAP_COMMA || gap == TC_GAP_DASH)
			return tc_namer_begins_organ(n, k) ? k : i;
		/* "bộ" of "cán bộ" is no head */
		if (!tc_namer_joined(n, k) ||
		    (tc_namer_word(n, k, heads, &after) && after > k + 1))
			return i;
	}
	return i;
}

bool tc_namer_quoted_letter(const struct tc_unit_namer *n, size_t i)
{
	static const char *const marks[] = { "“", "”", "\"" };

	return i && i + 1 < n->limit && tc_namer_token(n, i)->len == 1 &&
	       tc_namer_upper(n, i) &&
	       TC_AMONG(tc_scan_sign(n->scan, i), marks) &&
	       TC_AMONG(tc_scan_sign(n->scan, i + 1), marks);
}

void tc_part_quoted_letter(struct tc_unit_parts *p)
{
	const struct tc_scan *const s = p->n->scan;

	if (TC_LIKELY(tc_scan_gap(s, p->at) != TC_GAP_HARD) ||
	    !tc_namer_quoted_letter(p->n, p->at))
		return;
	const struct tc_str parts[] = {
		tc_scan_sign(s, p->at),
		tc_namer_run_text(p->n, p->at, p->at + 1),
		tc_scan_sign(s, p->at + 1),
	};
	tc_part_add(p, tc_arena_join(s->arena, parts, 3));
	p->closed = ++p->at;
}

bool tc_namer_gives_sum(const struct tc_unit_namer *n, size_t k)
{
	static const char *const things[] = {
		"triệu", "tỷ", "tỉ", "nghìn", "ngàn", "suất", "phần", "đồng",
	};

	return (tc_namer_digit(n, k - 1) || tc_namer_upper(n, k - 1)) &&
	       tc_namer_joined(n, k + 1) &&
	       TC_AMONG(tc_namer_token(n, k + 1)->exact, things);
}

/* "phụ sản" of "Bệnh viện phụ sản": behind the head's capital, or before a
 * name. */
bool tc_part_specialty(struct tc_unit_parts *p)
{
	static const struct {
		const char *words, *print;
	} all[] = {
		{ "phụ sản", "Phụ sản" }, { "tim mạch", "Tim mạch" },
		{ "nội tiết", "Nội tiết" }, { "da liễu", "Da liễu" },
		{ "tâm thần", "Tâm thần" }, { "ung bướu", "Ung bướu" },
		{ "y học cổ truyền", "Y học cổ truyền" },
		{ "phục hồi chức năng", "Phục hồi chức năng" },
		{ "bệnh nhiệt đới", "Bệnh nhiệt đới" },
		{ "truyền nhiễm", "Truyền nhiễm" }, { "dã chiến", NULL },
	};
	const struct tc_unit_namer *const n = p->n;
	size_t end = 0;

	if (!tc_part_goes_on(p) || !tc_namer_case_tells(n) ||
	    tc_namer_upper(n, p->at))
		return false;
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		end = tc_unit_words_past(n->scan, p->at, all[i].words);
		if (!end)
			continue;
		const size_t run = tc_namer_joined(n, end) ?
			tc_namer_proper_run(n, end, NAME_TOKENS_MAX) : 0;
		if (!run && !(all[i].print && tc_namer_upper(n, p->at - 2)))
			return false;
		tc_part_add(p, tc_str0(all[i].print ? all[i].print
						    : all[i].words));
		p->at = end;
		if (run)
			tc_part_run(p, end + run);
		return p->name->proper = true;
	}
	return false;
}

size_t tc_namer_past_works(const struct tc_unit_namer *n, size_t i)
{
	/* of "Ban Quản lý dự án đầu tư xây dựng" */
	const size_t land = tc_unit_words_past(n->scan, i,
					       "và phát triển quỹ đất");
	size_t k = tc_unit_words_past(n->scan, i, "các công trình");

	if (land)
		return land;
	if (!k)
		k = tc_unit_words_past(n->scan, i, "công trình");
	const size_t end = k ? tc_namer_fields_end(n, k) : i;
	return end > k ? end : i;
}

/* The name's own words go on to token `end`; false where none do. */
static bool runs_to(struct tc_unit_parts *p, size_t end)
{
	if (end == p->at)
		return false;
	tc_part_run(p, end);
	return p->name->proper = true;
}

bool tc_part_region(struct tc_unit_parts *p)
{
	if (!tc_part_goes_on(p))
		return false;
	return runs_to(p, tc_namer_past_region(p->n, p->at));
}

bool tc_part_builds(struct tc_unit_parts *p, const char *kind)
{
	if (TC_LIKELY(!tc_unit_kind_is(kind, "organ")) || !tc_part_goes_on(p))
		return false;
	return runs_to(p, tc_namer_past_works(p->n, p->at));
}

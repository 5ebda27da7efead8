/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Full symbols, bare numbers behind a type word, and lists of either.
 */
#include "config.h"

#include "fact/docnum-part.h"

#define LIST_MAX 32		/* members of one list */
#define GLOSS_MAX 240		/* bytes of "(ve phap luat)" between them */
#define RECALL_MAX 64		/* mentions that a short form may repeat */
#define PREFIX_MAX 8		/* bytes glued before a number: "so31" */

/* A member of a list. */
struct item {
	size_t start, end;	/* bytes */
	size_t from, next;	/* tokens */
	bool full;
	struct tc_symbol symbol;
	char number[TC_SYMBOL_NUMBER_MAX];
	size_t digits;		/* as printed, leading zeros included */
	int year;
};

static bool ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t digits_at(struct tc_str s, size_t off)
{
	size_t n = off;

	while (n < s.n && ascii_digit(s.p[n]))
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
static size_t number_offset(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);
	size_t n = 0, m = 0;

	if (!t || !(t->flags & TC_TOKEN_DIGIT))
		return SIZE_MAX;
	struct tc_str text = tc_str(r->scan->text.p + t->off, t->len);
	if (ascii_digit(text.p[0]) || strchr("OolI", text.p[0]))
		return t->off;
	while (n < text.n && n < PREFIX_MAX && !ascii_digit(text.p[n]))
		n++;
	while (m < t->bare.n && !ascii_digit(t->bare.p[m]))
		m++;
	if (n == text.n || n == PREFIX_MAX ||
	    !glued_prefix(tc_str(t->bare.p, m)))
		return SIZE_MAX;
	return t->off + n;
}

static bool read_full(const struct tc_docnum_reader *r, size_t off,
		      unsigned flags, const char *word, struct item *it)
{
	if (r->loose)
		flags |= TC_SYMBOL_LOOSE;
	if (!tc_symbol_read(r->scan->text, off, flags, word, &it->symbol))
		return false;
	it->full = true;
	it->start = off;
	it->end = it->symbol.end;
	it->next = tc_scan_token_at(r->scan, (uint32_t)it->end);
	return true;
}

/* "30/2020": number and year, nothing joined on behind. */
static void read_short_year(const struct tc_docnum_reader *r, struct item *it)
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
	bool digit = end + 1 < text.n && ascii_digit(text.p[end + 1]);
	if (c == '/' || c == '%' || c == '+')
		return true;
	if (c == ',' && digit) {
		size_t more = end + 1 + digits_at(text, end + 1);
		return more < text.n && text.p[more] == '%';
	}
	return (c == '-' || c == '.' || c == ':') && digit;
}

static bool read_bare(const struct tc_docnum_reader *r, size_t off,
		      struct item *it)
{
	const struct tc_token *t = tc_docnum_token(r, it->from);
	struct tc_str text = r->scan->text;
	size_t n = tc_symbol_number(text, off, it->number);

	if (!n || off + n != (size_t)t->off + t->len)
		return false;
	it->full = false;
	it->start = off;
	it->end = off + n;
	it->digits = digits_at(text, off);
	it->next = it->from + 1;
	it->year = 0;
	read_short_year(r, it);
	return !runs_on(text, it->end);
}

static bool read_item(const struct tc_docnum_reader *r, size_t i,
		      const struct tc_type_word *word, struct item *it)
{
	size_t off = number_offset(r, i);

	it->from = i;
	if (off == SIZE_MAX)
		return false;
	return read_full(r, off, TC_SYMBOL_WORD, word ? word->code : NULL, it) ||
	       read_bare(r, off, it);
}

/* Nouns that numbers count in this kind of text: "5 nam", "19 dieu". */
static bool counts(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const nouns[] = {
		"bài", "ban", "bộ", "bước", "buổi", "bản", "cá", "cán", "cái",
		"cấp", "câu", "chi", "chỉ", "chính", "chủ", "chuyên", "chức",
		"công", "cơ", "cuộc", "cụm", "đại", "đảng", "địa", "điểm",
		"điều", "đoàn", "đồng", "đợt", "đơn", "dự", "đề", "gia",
		"giải", "giờ", "ha", "hành", "hình", "hộ", "học", "hội",
		"huyện", "khâu", "khoản", "khó", "khối", "khu", "kỳ", "km",
		"lãnh", "lần", "loại", "lĩnh", "lớp", "lượt", "m", "m2", "mô",
		"mức", "mục", "năm", "ngày", "ngàn", "nghìn", "nghị", "người",
		"nhiệm", "nhóm", "nội", "phần", "phòng", "phút", "phường",
		"quyết", "sự", "tập", "tấn", "tháng", "thành", "thủ", "tiêu",
		"tiết", "tỉnh", "tổ", "tờ", "trang", "triệu", "trường",
		"trọng", "tuần", "tuổi", "tỷ", "tỉ", "văn", "vấn", "vị",
		"viên", "vụ", "xã", "ý", "yêu", "years", "year", "months",
		"days", "people", "members",
	};
	const struct tc_token *t = tc_docnum_token(r, i);

	if (!t || !tc_docnum_gap_blank(r, i) ||
	    (t->flags & TC_TOKEN_UPPER && !(t->flags & TC_TOKEN_CAPS)))
		return false;
	const struct tc_token *next = tc_docnum_token(r, i + 1);
	bool digits = next && next->flags & TC_TOKEN_DIGIT;
	if (digits && (tc_str_is(t->bare, "ngay") ||
		       (tc_str_is(t->bare, "nam") && next->len == 4)))
		return false;
	for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
		if (tc_str_is(t->exact, nouns[k]))
			return true;
	return false;
}

/* A word behind the number that only a document's number takes. */
static bool has_sign(const struct tc_docnum_reader *r, size_t i)
{
	return tc_docnum_is(r, i, "của", "cua") ||
	       tc_docnum_is(r, i, "về", "ve") ||
	       tc_docnum_is(r, i, "ngày", "ngay") ||
	       tc_docnum_is(r, i, "năm", "nam") ||
	       tc_docnum_is(r, i, "khóa", "khoa") ||
	       tc_docnum_is(r, i, "of", "of") ||
	       tc_docnum_is(r, i, "do", "do");
}

/* The phrase that announces a list. */
struct lead {
	size_t from, count;	/* tokens of the type word */
	const struct tc_type_word *word;
	bool numbered;		/* "so" stands between */
	bool code;		/* "QD 217", not "Quyet dinh 217" */
};

static bool plausible_year(const struct item *it)
{
	int n = tc_docnum_figures(tc_str0(it->number));

	return it->digits == 4 && n >= 1900 && n <= 2100;
}

/* "NQ 13 HDQT": a company's. */
static bool code_behind(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);

	return t && t->flags & TC_TOKEN_CAPS && tc_docnum_gap_blank(r, i) &&
	       !(t->flags & TC_TOKEN_SYLLABLE);
}

/* "so 18 2020 qd ttg": a slug, its signs lost. */
static bool digits_behind(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);

	return t && t->flags & TC_TOKEN_DIGIT && tc_docnum_gap_blank(r, i) &&
	       tc_docnum_gap(r, i).n;
}

/* "(goi tat la Ke hoach 45)", or a full symbol of that type and number has
 * just been named. */
static bool is_defined(const struct tc_docnum_reader *r, const struct lead *l,
		       const struct item *it)
{
	size_t n = r->out->n, first = r->first;

	if (l->from > 1 && tc_docnum_is(r, l->from - 1, "là", "la") &&
	    (tc_docnum_is(r, l->from - 2, "tắt", "tat") ||
	     tc_docnum_is(r, l->from - 2, "gọi", "goi")))
		return true;
	if (n > first + RECALL_MAX)
		first = n - RECALL_MAX;
	while (n-- > first) {
		const struct tc_number *m = &r->out->v[n];
		if (m->issuer.n && tc_str_is(m->number, it->number) &&
		    tc_str_is(m->type, l->word->code))
			return true;
	}
	return false;
}

/* Whether a bare number is a document's. */
static bool short_ok(const struct tc_docnum_reader *r, const struct lead *l,
		     const struct item *it, bool first)
{
	unsigned flags = l->word->flags;
	const struct tc_token *t = tc_docnum_token(r, l->from);

	if (!l->word->code[0])
		return false;
	if (r->loose)
		return true;
	if (digits_behind(r, it->next))
		return false;
	if (first && (l->numbered || is_defined(r, l, it)))
		return true;
	if (counts(r, it->next) || (!it->year && plausible_year(it)))
		return false;
	if (l->code && code_behind(r, it->next))
		return false;
	bool sign = has_sign(r, it->next);
	if (it->year)
		return it->digits > 1 || sign;
	if (it->digits < 2 || it->digits > 4)
		return sign && it->digits <= 4;
	if (flags & TC_TYPE_SIGN)
		return sign || l->numbered || (t->flags & TC_TOKEN_UPPER &&
		       r->scan->text.p[it->start] == '0');
	if (flags & TC_TYPE_VERB && !(t->flags & TC_TOKEN_UPPER))
		return sign || l->numbered;
	return true;
}

/* Behind "(...)" when token i is the first inside; i otherwise. */
static size_t skip_gloss(const struct tc_docnum_reader *r, size_t i)
{
	struct tc_str text = r->scan->text, gap = tc_docnum_gap(r, i);
	size_t open = tc_str_find(gap, TC_STR("("), 0);

	if (open == SIZE_MAX || tc_str_trim(tc_str(gap.p, open)).n)
		return i;
	size_t from = (size_t)(gap.p - text.p) + open;
	size_t room = text.n - from < GLOSS_MAX ? text.n - from : GLOSS_MAX;
	const char *close = memchr(text.p + from, ')', room);
	if (!close || memchr(text.p + from, '\n', (size_t)(close - text.p) - from))
		return i;
	return tc_scan_token_at(r->scan, (uint32_t)(close - text.p));
}

static size_t skip_number_word(const struct tc_docnum_reader *r, size_t i)
{
	if (tc_docnum_is(r, i, "số", "so") || tc_docnum_is(r, i, "no", "no") ||
	    tc_docnum_is(r, i, "nos", "nos"))
		return i + 1;
	return i;
}

/* The next member behind a separator, glosses and "so" skipped; SIZE_MAX
 * when there is none. */
static size_t next_member(const struct tc_docnum_reader *r, size_t i)
{
	size_t k = skip_gloss(r, i);
	size_t next = tc_docnum_separator(r, k, k != i);

	return next == SIZE_MAX ? next : skip_number_word(r, next);
}

static size_t collect(const struct tc_docnum_reader *r, size_t i,
		      const struct tc_type_word *word, struct item *items)
{
	size_t n = 0;

	while (n < LIST_MAX && i != SIZE_MAX &&
	       read_item(r, i, word, &items[n])) {
		i = next_member(r, items[n].next);
		n++;
	}
	return n;
}

static struct tc_cite cite_of(const struct lead *l, const struct item *it,
			      bool first)
{
	return (struct tc_cite){
		.lead = first ? l->from : it->from,
		.from = it->from,
		.to = it->next,
		.joined = !first,
	};
}

/* 18 in "18, 19-NQ/TW" borrows what it lacks. */
static void emit_borrowed(struct tc_docnum_reader *r, const struct item *it,
			  const struct tc_symbol *from, struct tc_cite cite)
{
	struct tc_symbol s = *from;

	memcpy(s.number, it->number, sizeof s.number);
	s.year = it->year ? it->year : from->year;
	s.confidence = .9f;
	tc_docnum_add_symbol(r, &s, it->start, it->end, cite);
}

/* Members up to the last full symbol; how many were taken. */
static size_t emit_full(struct tc_docnum_reader *r, const struct lead *l,
			const struct item *items, size_t n)
{
	size_t last = n;

	while (last && !items[last - 1].full)
		last--;
	for (size_t i = 0; i < last; i++) {
		struct tc_cite cite = cite_of(l, &items[i], i == 0);
		size_t full = i;
		while (!items[full].full)
			full++;
		if (full == i)
			tc_docnum_add_symbol(r, &items[i].symbol, items[i].start,
					     items[i].end, cite);
		else
			emit_borrowed(r, &items[i], &items[full].symbol, cite);
	}
	return last;
}

static size_t emit_short(struct tc_docnum_reader *r, const struct lead *l,
			 const struct item *items, size_t n)
{
	size_t i;

	for (i = 0; i < n && short_ok(r, l, &items[i], i == 0); i++) {
		const struct item *it = &items[i];
		const struct tc_token *t = tc_docnum_token(r, l->from);
		tc_docnum_add_short(r, l->word->code, it->number, it->year,
				    i == 0 ? t->off : it->start, it->end,
				    cite_of(l, it, i == 0));
	}
	return i;
}

/* "4 Nghi quyet (66, 68, 57, 59)". */
static size_t read_bracketed(struct tc_docnum_reader *r, const struct lead *l)
{
	struct item items[LIST_MAX];
	size_t i = l->from + l->count;
	struct tc_str gap = tc_docnum_gap(r, i);

	if (!tc_str_is(tc_str_trim(gap), "("))
		return l->from;
	size_t n = collect(r, i, l->word, items);
	if (n < 2 || !(l->word->flags & TC_TYPE_SHORT))
		return l->from;
	for (size_t k = 0; k < n; k++)
		if (items[k].full || items[k].digits < 2 || items[k].year)
			return l->from;
	size_t end = items[n - 1].end;
	if (end >= r->scan->text.n || r->scan->text.p[end] != ')')
		return l->from;
	for (size_t k = 0; k < n; k++)
		tc_docnum_add_short(r, l->word->code, items[k].number, 0,
				    items[k].start, items[k].end,
				    cite_of(l, &items[k], k == 0));
	return items[n - 1].next;
}

/* Between the type word and its number: blanks, and in slugs a hyphen. */
static bool gap_joins(const struct tc_docnum_reader *r, size_t i, bool numbered)
{
	struct tc_str gap = tc_str_trim(tc_docnum_gap(r, i));

	if (!gap.n)
		return true;
	if (gap.n > 1)
		return false;
	return *gap.p == '-' || *gap.p == '_' ||
	       (numbered && (*gap.p == ':' || *gap.p == '.'));
}

static size_t read_members(struct tc_docnum_reader *r, const struct lead *l,
			   size_t i)
{
	struct item items[LIST_MAX];
	size_t n = collect(r, i, l->word, items);
	size_t taken = emit_full(r, l, items, n);

	if (!taken)
		taken = emit_short(r, l, items, n);
	return taken ? items[taken - 1].next : l->from;
}

/* What follows a type word or code at l->from. */
static size_t read_led(struct tc_docnum_reader *r, struct lead *l)
{
	size_t i = l->from + l->count, end;

	/* what nearly every type word of a text is turned away by */
	if (i >= r->scan->tokens.n ||
	    !(r->scan->tokens.v[i].flags & TC_TOKEN_DIGIT ||
	      tc_scan_word(r->scan, i)->flags & TC_WORD_AFTER_TYPE))
		return l->from;
	end = tc_docnum_read_plenum(r, l->from, i, l->word->code);
	if (end != i)
		return end;
	if (!strcmp(l->word->code, "NQ")) {
		end = tc_docnum_read_congress(r, l->from, i);
		if (end != i)
			return end;
	}
	end = read_bracketed(r, l);
	if (end != l->from)
		return end;
	size_t k = skip_number_word(r, i);
	l->numbered = k != i;
	if ((k != i && !gap_joins(r, i, false)) ||
	    !gap_joins(r, k, l->numbered))
		return l->from;
	const struct tc_token *t = tc_docnum_token(r, k);
	if (t && t->bare.n > 2 && tc_str_starts(t->bare, TC_STR("so")))
		l->numbered = true;
	return read_members(r, l, k);
}

size_t tc_docnum_read_list(struct tc_docnum_reader *r, size_t i)
{
	struct lead l = { .from = i };

	l.word = tc_type_word_at(r->scan, i, &l.count);
	return l.word ? read_led(r, &l) : i;
}

/* The letters and the figures of "NQ21" or "NQTW4". */
static size_t letters_of(const struct tc_token *t)
{
	size_t n = 0;

	while (n < t->bare.n && !ascii_digit(t->bare.p[n]))
		n++;
	return n;
}

static bool caps_code(const struct tc_docnum_reader *r,
		      const struct tc_token *t, size_t letters)
{
	const char *p = r->scan->text.p + t->off;

	if (r->loose)
		return true;
	for (size_t i = 0; i < letters && i < t->len; i++)
		if (p[i] >= 'a' && p[i] <= 'z')
			return false;
	return letters >= 2;
}

/* "NQ21", "TT36/2017": code and number in one token. */
static size_t read_glued(struct tc_docnum_reader *r, size_t i,
			 const struct tc_type_code *code)
{
	const struct tc_token *t = tc_docnum_token(r, i);
	const struct tc_type_word *word = tc_type_word_of(tc_str0(code->code));
	struct item it = { .from = i };
	size_t off = number_offset(r, i);

	if (off == SIZE_MAX || !word || !read_bare(r, off, &it))
		return i;
	bool common = code->flags & TC_CODE_SHORT;
	if (!r->loose && !it.year && (!common || it.digits < 2 ||
				      plausible_year(&it)))
		return i;
	if (!r->loose && (counts(r, it.next) || code_behind(r, it.next)))
		return i;
	tc_docnum_add_short(r, code->code, it.number, it.year, t->off, it.end,
			    (struct tc_cite){ .lead = i, .from = i,
					      .to = it.next });
	return it.next;
}

/* "NQTW 6", "NQTW4": the plenum right behind the code. */
static size_t read_code_plenum(struct tc_docnum_reader *r, size_t i,
			       size_t letters)
{
	const struct tc_token *t = tc_docnum_token(r, i);
	struct tc_str head = tc_str(t->bare.p, letters);
	const struct tc_type_code *code;

	if (letters < 4)
		return i;
	bool tw = tc_str_ends(head, TC_STR("tw")) ||
		  (tc_str_ends(head, TC_STR("tu")) &&
		   tc_str_find(t->exact, TC_STR("tư"), 0) != SIZE_MAX);
	head.n -= 2;
	code = tw ? tc_type_code_find(head) : NULL;
	return code ? tc_docnum_read_plenum(r, i, i, code->code) : i;
}

/* "ĐA 36" is a đề án, "DA 36" a dự án. */
static struct tc_str code_as_typed(const struct tc_type_code *code,
				   const struct tc_token *t)
{
	const char *other = NULL;

	if (code->flags & TC_CODE_PLAIN_D &&
	    tc_str_find(t->exact, TC_STR("đ"), 0) != SIZE_MAX)
		other = tc_type_code_other(tc_str0(code->code));
	return tc_str0(other ? other : code->code);
}

size_t tc_docnum_read_code(struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);
	size_t letters = letters_of(t);

	if (letters < 2 || letters > 6 || !caps_code(r, t, letters))
		return i;
	size_t end = read_code_plenum(r, i, letters);
	if (end != i)
		return end;
	const struct tc_type_code *code =
		tc_type_code_find(tc_str(t->bare.p, letters));
	if (!code)
		return i;
	if (letters < t->bare.n) {
		end = tc_docnum_read_bare_symbol(r, i);
		return end != i ? end : read_glued(r, i, code);
	}
	if (!r->loose && !(code->flags & TC_CODE_SHORT))
		return i;
	struct lead l = {
		.from = i, .count = 1, .code = true,
		.word = tc_type_word_of(code_as_typed(code, t)),
	};
	return l.word ? read_led(r, &l) : i;
}

/* "So" that opens a line: a letterhead. */
static bool opens_line(const struct tc_docnum_reader *r, size_t i)
{
	struct tc_str gap = tc_docnum_gap(r, i);

	return i == 0 || tc_str_find(gap, TC_STR("\n"), 0) != SIZE_MAX;
}

static bool all_digits(struct tc_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!ascii_digit(s.p[i]))
			return false;
	return true;
}

/* What most numbers of a text are turned away by: digits alone with blanks
 * and no capital behind them, or with a sign that joins nothing. */
static bool may_go_on(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i), *next = t + 1;
	const size_t end = tc_docnum_end(r, i);

	if (r->loose || !all_digits(t->exact))
		return true;
	if (i + 1 == r->scan->tokens.n)
		return false;
	if (tc_scan_gap(r->scan, i + 1) == TC_GAP_BLANK)
		return next->flags & TC_TOKEN_UPPER;
	return !memchr(",.;:()%", r->scan->text.p[end], 7);
}

size_t tc_docnum_read_bare_symbol(struct tc_docnum_reader *r, size_t i)
{
	struct item it = { .from = i };
	size_t off = may_go_on(r, i) ? number_offset(r, i) : SIZE_MAX;
	size_t lead = i;
	unsigned flags = 0;

	if (off == SIZE_MAX)
		return i;
	if (off != tc_docnum_token(r, i)->off ||
	    (i && skip_number_word(r, i - 1) == i && gap_joins(r, i, true))) {
		flags = TC_SYMBOL_WORD;
		lead = off == tc_docnum_token(r, i)->off ? i - 1 : i;
	}
	if (!read_full(r, off, flags, NULL, &it))
		return i;
	struct tc_cite cite = { .lead = lead, .from = i, .to = it.next };
	cite.letterhead = flags && opens_line(r, lead);
	tc_docnum_add_symbol(r, &it.symbol, it.start, it.end, cite);
	return it.next;
}

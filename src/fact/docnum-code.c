/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Numbers that no type word announces: "NQ21", "QĐ 217", and full symbols by
 * themselves.
 */
#include "config.h"

#include "fact/docnum-part.h"

#define CODE_LETTERS_MAX 6
#define PLENUM_LETTERS 4	/* "NQTW", at least */

/* The letters and the figures of "NQ21" or "NQTW4". */
static size_t letters_of(const struct tc_token *t)
{
	size_t n = 0;

	while (n < t->bare.n && !tc_docnum_digit(t->bare.p[n]))
		n++;
	return n;
}

static bool caps_code(const struct tc_docnum_reader *r,
		      const struct tc_token *t, size_t letters)
{
	const char *p = r->scan->text.p + t->off;

	if (r->loose)
		return true;
	/* "nq21", which no word begins with */
	if (letters == 2 && t->flags & TC_TOKEN_DIGIT &&
	    tc_str_starts(t->exact, TC_STR("nq")))
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
	struct tc_docnum_item it;
	size_t off = tc_docnum_number_offset(r, i);

	it.from = i;
	if (off == SIZE_MAX || !word || !tc_docnum_item_bare(r, off, &it))
		return i;
	bool common = code->flags & TC_CODE_SHORT;
	if (!r->loose && !it.year && (!common || it.digits < 2 ||
				      tc_docnum_item_like_year(&it)))
		return i;
	if (!r->loose && (tc_docnum_counts(r, it.next) ||
			  tc_docnum_code_behind(r, it.next)))
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

	if (letters < PLENUM_LETTERS)
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

/* Of "NQ", "NQ21"; NULL for what no type has. */
static const struct tc_type_code *code_of(const struct tc_docnum_reader *r,
					  size_t i, size_t letters)
{
	const struct tc_token *t = tc_docnum_token(r, i);

	return letters == t->bare.n && !(t->flags & TC_TOKEN_MARKED) ?
		       tc_type_code_of(tc_scan_word(r->scan, i)) :
		       tc_type_code_find(tc_str(t->bare.p, letters));
}

/* "tòa CT1", "phòng HD12", "tuyến HD-09": what bears such a name. */
static bool is_named_thing(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const things[] = {
		"phòng", "tuyến", "vé", "lô", "tòa", "toà", "nhà", "xe",
		"tàu", "mã", "khu", "đường", "cầu", "lớp", "cư", "hiệu",
		"biển", "block", "bàn", "kho", "cổng",
	};

	return !r->loose && i && tc_docnum_gap_blank(r, i) &&
	       TC_AMONG(tc_docnum_token(r, i - 1)->exact, things);
}

size_t tc_docnum_read_code(struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);
	const size_t letters = t->flags & TC_TOKEN_DIGIT ? letters_of(t)
							 : t->bare.n;

	/* "L 12" only where nothing else is asked for */
	if (letters < (r->loose ? 1 : 2) || letters > CODE_LETTERS_MAX)
		return i;
	const struct tc_type_code *code = code_of(r, i, letters);
	if ((!code && letters < PLENUM_LETTERS) || !caps_code(r, t, letters) ||
	    is_named_thing(r, i))
		return i;
	size_t end = read_code_plenum(r, i, letters);
	if (end != i)
		return end;
	if (!code)
		return i;
	if (letters < t->bare.n) {
		end = tc_docnum_read_bare_symbol(r, i);
		return end != i ? end : read_glued(r, i, code);
	}
	if (!r->loose && !(code->flags & TC_CODE_SHORT))
		return i;
	struct tc_docnum_lead l = {
		.from = i, .count = 1, .code = true,
		.word = tc_type_word_of(code_as_typed(code, t)),
	};
	return l.word ? tc_docnum_read_led(r, &l) : i;
}

/* "So" that opens a line: a letterhead. */
static bool opens_line(const struct tc_docnum_reader *r, size_t i)
{
	struct tc_str gap = tc_docnum_gap(r, i);

	return i == 0 || tc_str_find(gap, TC_STR("\n"), 0) != SIZE_MAX;
}

size_t tc_docnum_read_bare_symbol(struct tc_docnum_reader *r, size_t i)
{
	struct tc_docnum_item it;
	size_t off = tc_docnum_number_offset(r, i);
	size_t lead = i;
	unsigned flags = 0;

	if (off == SIZE_MAX)
		return i;
	it.from = i;
	if (off != tc_docnum_token(r, i)->off ||
	    (i && tc_docnum_skip_number_word(r, i - 1) == i &&
	     tc_docnum_gap_joins(r, i, true))) {
		flags = TC_SYMBOL_WORD;
		lead = off == tc_docnum_token(r, i)->off ? i - 1 : i;
	}
	if (!tc_docnum_item_full(r, off, flags, NULL, &it))
		return i;
	struct tc_cite cite = { .lead = lead, .from = i, .to = it.next };
	cite.letterhead = flags && opens_line(r, lead);
	tc_docnum_add_symbol(r, &it.symbol, it.start, it.end, cite);
	return it.next;
}

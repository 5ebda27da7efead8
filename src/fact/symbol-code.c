/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/symbol-code.h"

#include "text/fold.h"
#include "text/utf8.h"

#define JOINT_BLANKS_MAX 4
#define JOINT_LETTERS_MIN 3	/* of a body behind a committee's */
#define FUSED_MIN 3		/* letters of "NQTW", less one */
#define U_HORN 0x1AFu
#define O_HORN 0x1A0u

static bool is_dash(uint32_t c)
{
	return c == '-' || c == '_' || (c >= 0x2010 && c <= 0x2015) ||
	       c == 0x2212 || c == 0xFE58 || c == 0xFF0D;
}

static bool is_slash(uint32_t c)
{
	return c == '/' || c == '\\' || c == 0x2044 || c == 0x2215 ||
	       c == 0xFF0F;
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == 0xA0;
}

/* At most JOINT_BLANKS_MAX blanks with one line break among them. */
static bool skip_blanks(struct tc_cursor *c)
{
	size_t next;
	int count = 0, breaks = 0;

	for (uint32_t ch; is_blank(ch = tc_symbol_peek(c, &next));
	     c->at = next) {
		breaks += ch == '\n';
		if (++count > JOINT_BLANKS_MAX || breaks > 1)
			break;
	}
	return count > 0;
}

/* A slash that some titles still carry as an entity. */
static bool skip_entity_slash(struct tc_cursor *c)
{
	static const char *const forms[] = {"&#x2F;", "&#x2f;", "&#x002F;",
					    "&#x002f;", "&#47;", "&sol;"};
	struct tc_str rest = tc_str_from(c->text, c->at);

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		if (tc_str_starts(rest, tc_str0(forms[i]))) {
			c->at += strlen(forms[i]);
			return true;
		}
	}
	return false;
}

/* Of ASCII, and no blank. */
static bool is_printed(char c)
{
	return c > ' ' && c < 0x7F;
}

enum tc_joint tc_symbol_joint(struct tc_cursor *c)
{
	const char *const p = c->text.p + c->at;

	/* "127-/KL/TW": the second is one too many */
	if (TC_UNLIKELY(tc_str_starts(tc_str_from(c->text, c->at),
				      TC_STR("-/")))) {
		c->at += 2;
		return JOINT_DASH;
	}
	/* mostly a sign without blanks, or none */
	if (c->text.n - c->at > 1 && is_printed(p[0]) && is_printed(p[1])) {
		c->at += *p == '-' || *p == '/' || *p == '_';
		if (*p != '&' && *p != '\\')
			return *p == '/' ? JOINT_SLASH :
			       *p == '-' || *p == '_' ? JOINT_DASH : JOINT_NONE;
	}
	bool blank = skip_blanks(c);
	enum tc_joint j = blank ? JOINT_BLANK : JOINT_NONE;
	size_t next;
	uint32_t ch = tc_symbol_peek(c, &next);

	if (is_dash(ch) || is_slash(ch)) {
		j = is_dash(ch) ? JOINT_DASH : JOINT_SLASH;
		c->at = next;
		skip_blanks(c);
	} else if (ch == '&' && skip_entity_slash(c)) {
		j = JOINT_SLASH;
		skip_blanks(c);
	}
	return j;
}

static uint32_t code_char(uint32_t c)
{
	if (c == 0xD0 || c == 0xF0 || c == 0x189 || c == 0x256)
		return is_upper(c) ? D_STROKE : D_STROKE + 1;
	return c;
}

/* Codes hold Latin letters without marks but for the letters D with stroke,
 * U and O with horn, and those of A, E, O with a hat or a breve; tone marks
 * are never in them. */
static bool fits_code(uint32_t c)
{
	uint32_t lower = tc_char_lower(c);

	if (is_ascii_digit(c) || (lower >= 'a' && lower <= 'z'))
		return true;
	return lower == D_STROKE + 1 || lower == U_HORN + 1 ||
	       lower == O_HORN + 1 || lower == 0xE2 || lower == 0xEA ||
	       lower == 0xF4 || lower == 0x103;
}

/* The letter or digit by which a character is looked up, '?' for none. */
static char key_char(const struct tc_code_run *r, uint32_t c, bool coded)
{
	const uint32_t lower = c < 0x80 ? c | 0x20 : tc_char_lower(c);

	/* TU with horn is TW; the bare form would be the province's TU. */
	if (lower == U_HORN + 1 && r->n && r->key[r->n - 1] == 't')
		return 'w';
	if (!coded)
		return '?';
	return (char)(c < 0x80 ? lower : tc_char_bare(lower));
}

/* `c` is a letter or a digit. */
static void run_add(struct tc_code_run *r, uint32_t c, size_t end)
{
	const bool coded = (c < 0x80 || fits_code(c)) && r->coded == r->n;
	const char key = key_char(r, c, coded);

	r->c[r->n] = c;
	r->end[r->n] = end;
	r->key[r->n] = key;
	r->n++;
	r->coded += coded;
	r->key[r->n] = '\0';
}

/* Skips the full stop of "T.U", with horn or without, of "Th.U" and "T.W";
 * no word begins behind it. */
static bool skip_stop(struct tc_cursor *c, const struct tc_code_run *r)
{
	size_t next, after;
	struct tc_cursor behind;

	if (!r->n || tc_symbol_peek(c, &next) != '.')
		return false;
	const bool th = r->n > 1 && r->key[r->n - 1] == 'h' &&
			r->key[r->n - 2] == 't';
	if (!th && r->key[r->n - 1] != 't')
		return false;
	behind = (struct tc_cursor){c->text, next};
	uint32_t ch = tc_char_lower(tc_symbol_peek(&behind, &after));
	if (ch == 'u') {
		behind.at = after;
		if (tc_char_is_letter(tc_symbol_peek(&behind, &after)))
			return false;
	} else if (th || (ch != U_HORN + 1 && ch != 'w')) {
		return false;
	}
	c->at = next;
	return true;
}

static bool is_letter(uint32_t c)
{
	return c < 0x80 ? (c | 0x20) - 'a' < 26 : tc_char_is_letter(c);
}

/* Reads letters and digits; the first must be a letter.  False when there
 * is none or they are too many for a code. */
bool tc_symbol_run(struct tc_cursor *c, struct tc_code_run *r)
{
	size_t next;

	r->n = r->coded = 0;
	r->key[0] = '\0';
	for (;;) {
		uint32_t ch = code_char(tc_symbol_peek(c, &next));
		if (TC_UNLIKELY(r->n && ch == '.') && skip_stop(c, r))
			continue;
		if (!is_letter(ch) && !(r->n && is_ascii_digit(ch)))
			return r->n > 0;
		if (r->n == TC_SYMBOL_CODE_MAX)
			return false;
		run_add(r, ch, next);
		c->at = next;
	}
}

/* How many characters stand before the first lower-case one. */
size_t tc_symbol_upper(const struct tc_code_run *r)
{
	size_t n = 0;

	while (n < r->n &&
	       (is_upper(r->c[n]) || is_ascii_digit(r->c[n])))
		n++;
	return n;
}

bool tc_symbol_has_stroke(const struct tc_code_run *r)
{
	bool stroke = false;

	for (size_t i = 0; i < r->n; i++)
		stroke |= tc_char_lower(r->c[i]) == D_STROKE + 1;
	return stroke;
}

bool tc_symbol_like_type(const struct tc_code_run *r)
{
	return r->n >= 2 && r->n <= 5 && r->coded == r->n &&
	       tc_symbol_upper(r) == r->n && r->key[r->n - 1] > '9';
}

/* Words that pages print right behind a symbol with no blank. */
static size_t glued_word(const struct tc_code_run *r)
{
	static const struct {
		uint32_t letters[5];
		size_t n;
	} words[] = {
		{ U"ngày", 4 }, { U"của", 3 }, { U"về", 2 }, { U"khóa", 4 },
		{ U"khoá", 4 }, { U"năm", 3 }, { U"ngay", 4 }, { U"cua", 3 },
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const size_t n = words[i].n;
		size_t left = n;
		if (n >= r->n)
			continue;
		while (left && tc_char_lower(r->c[r->n - n + left - 1]) ==
				       words[i].letters[left - 1])
			left--;
		if (!left)
			return n;
	}
	return 0;
}

/* "26-NQ/TW7 khoa X", "12-NQ/TU1" with a footnote's mark: the figures are not
 * the committee's.  Its letters; 0 when it is none with figures. */
static size_t committee_length(const struct tc_code_run *r)
{
	size_t n = 0, own;

	while (n < r->n && !is_ascii_digit(r->c[n]))
		n++;
	const struct tc_body *const b =
		n == 2 && n < r->n ? tc_body_find(run_key(r, n), &own) : NULL;
	return b && b->flags & TC_BODY_ALONE ? n : 0;
}

/* "bkt": in lower case a code is told from a word by its want of vowels. */
static bool is_lower_code(const struct tc_code_run *r)
{
	return r->n > 1 && r->coded == r->n && run_lower(r) &&
	       !strpbrk(r->key, "aeiouy");
}

/* "GDTrH", "CTrTT": one small letter between capitals that go on to the end,
 * as departments of education are written. */
static bool is_mixed_code(const struct tc_code_run *r, size_t upper)
{
	if (!upper || upper + 1 >= r->n || r->coded != r->n ||
	    r->c[upper] > 'z')
		return false;
	for (size_t i = upper + 1; i < r->n; i++)
		if (!is_upper(r->c[i]))
			return false;
	return true;
}

/*
 * How much of the run is the body: greedy against the known codes first,
 * because words follow with no blank ("TWcua BCH").  0: none of it.
 */
static size_t body_length(const struct tc_code_run *r,
			  const struct tc_body **row)
{
	const size_t upper = tc_symbol_upper(r), whole = r->n - glued_word(r);
	size_t own;

	if (r->coded >= whole &&
	    (*row = tc_body_find(run_key(r, whole), &own)) &&
	    (own == whole || upper >= whole || run_lower(r)))
		return whole;
	*row = NULL;
	if (is_mixed_code(r, upper))
		return r->n;
	const size_t committee = committee_length(r);
	if (committee) {
		*row = tc_body_find(run_key(r, committee), &own);
		return committee;
	}
	if (is_lower_code(r))
		return r->n;
	/* CBc is a code of its own, not CB and a c. */
	if (r->coded == r->n && upper > 1 && r->n - upper == 1)
		return r->n;
	/* "BCTNgay", but not the BCT of "BCTĐ" */
	const size_t least = upper < r->n ? upper - 1 : upper;
	for (size_t n = upper; n && n >= least; n--)
		if (n <= r->coded && (*row = tc_body_find(run_key(r, n), &own)))
			return n;
	return upper <= r->coded ? upper : 0;
}

/* Of the lower-case letters that fits_code() lets through. */
static uint32_t upper_of(uint32_t c)
{
	return c < 0x100 ? c - 0x20 : c - 1;
}

/* Writes the body as it stands, D and TW mended; false when it is too long. */
bool tc_symbol_put(const struct tc_code_run *r, size_t n,
		   const struct tc_body *row, char *out, size_t room)
{
	char text[TC_BODY_CODE_MAX + 4 * TC_SYMBOL_CODE_MAX];
	size_t i = 0, used = 0;

	if (row) {
		used = strlen(row->code);
		memcpy(text, row->code, used);
		tc_body_find(run_key(r, n), &i);
	}
	bool fold = run_lower(r);
	for (; i < n; i++) {
		uint32_t c = r->key[i] == 'w' ? 'W' : r->c[i];
		if (fold && c >= 'a' && c <= 'z')
			c -= 'a' - 'A';
		if (c > 0x7F && (fold || c == D_STROKE + 1) &&
		    !is_upper(c))
			c = upper_of(c);
		used += tc_utf8_put(text + used, c);
	}
	if (used >= room)
		return false;
	memcpy(out, text, used);
	out[used] = '\0';
	return true;
}

/* "UBND.TC", "UBND.VX": the desk of an office, two or three capitals behind the
 * full stop at the cursor. */
static bool is_desk(const struct tc_cursor *c, const struct tc_code_body *b)
{
	struct tc_cursor try = { c->text, c->at + 1 };
	struct tc_code_run r;
	size_t own;

	return (!strcmp(b->code, "UBND") || !strcmp(b->code, "HĐND")) &&
	       tc_symbol_run(&try, &r) && r.n <= 3 && r.n == r.coded &&
	       tc_symbol_upper(&r) == r.n && !tc_body_find(run_key(&r, r.n), &own);
}

/* What may join one more body: a hyphen or the sign of "CCHC&PC" with a
 * capital right behind it, or the full stop of TT.HDND. */
static bool joins_on(struct tc_cursor *c, const struct tc_code_body *b,
		     char *sign)
{
	size_t next, after;
	uint32_t ch = tc_symbol_peek(c, &next);

	if (!is_dash(ch) && ch != '&' &&
	    !(ch == '.' && (!strcmp(b->code, "TT") || is_desk(c, b))))
		return false;
	struct tc_cursor behind = {c->text, next};
	uint32_t follow = tc_symbol_peek(&behind, &after);
	if (!is_upper(follow) &&
	    !(b->lower && tc_char_is_letter(follow)))
		return false;
	*sign = is_dash(ch) ? '-' : (char)ch;
	c->at = next;
	return true;
}

/* "QCPH/TU-BTVHĐND": what a committee issued together with a body that is
 * known; else nothing is joined on to its code. */
static bool may_join(const struct tc_code_body *b, const struct tc_code_run *r,
		     size_t n, const struct tc_body *row)
{
	return !b->first || !(b->first->flags & TC_BODY_ALONE) ||
	       (row && n == r->n && n >= JOINT_LETTERS_MIN);
}

static bool append_part(struct tc_code_body *b, char sign,
			const struct tc_code_run *r, size_t n,
			const struct tc_body *row)
{
	size_t at = strlen(b->code);

	if (at + 2 >= sizeof b->code)
		return false;
	b->code[at] = sign;
	return tc_symbol_put(r, n, row, b->code + at + 1,
			     sizeof b->code - at - 1);
}

#define TERM_FIRST 8
#define TERM_LAST 16

/* The length of " 14" at the cursor, a term of the National Assembly; 0 when
 * it is none. */
static size_t term_length(const struct tc_cursor *c)
{
	const char *const p = c->text.p + c->at;
	size_t n = 1;
	int term = 0;

	if (c->at >= c->text.n || *p != ' ')
		return 0;
	while (n <= 3 && c->at + n < c->text.n && p[n] >= '0' && p[n] <= '9')
		term = term * 10 + (p[n++] - '0');
	return term >= TERM_FIRST && term <= TERM_LAST ? n : 0;
}

/* "NQ-UBTVQH 14": the term of the National Assembly apart from its code. */
static void take_term(struct tc_cursor *c, struct tc_code_body *b)
{
	const size_t used = strlen(b->code);

	if (!b->first || !(b->first->flags & TC_BODY_TERM) ||
	    strcmp(b->code, b->first->code) != 0)
		return;
	const size_t n = term_length(c);
	if (!n || used + n > sizeof b->code)
		return;
	memcpy(b->code + used, c->text.p + c->at + 1, n - 1);
	b->code[used + n - 1] = '\0';
	c->at += n;
}

/* "45/2019/QH 14": no code of the Assembly's without its term. */
static void join_term(struct tc_cursor *c, struct tc_code_run *r)
{
	const bool assembly = r->n == 2 && !memcmp(r->key, "qh", 2) &&
			      tc_symbol_upper(r) == 2;
	const size_t n = assembly ? term_length(c) : 0;

	for (size_t i = 1; i < n; i++) {
		c->at += i == 1 ? 2 : 1;
		run_add(r, (uint32_t)c->text.p[c->at - 1], c->at);
	}
}

size_t tc_symbol_committee(struct tc_str organ, struct tc_str rest)
{
	static const char *const organs[] = {
		"btc", "btg", "btgdv", "bdv", "bnc", "bkt", "ubkt", "vp",
	};
	static const char *const committees[] = {
		" TW", " TƯ", " TU", " HU", " QU", " ĐU",
	};

	if (rest.n < 3 || *rest.p != ' ' || !TC_AMONG(organ, organs))
		return 0;
	for (size_t i = 0; i < sizeof committees / sizeof *committees; i++) {
		const size_t n = strlen(committees[i]);
		const struct tc_cursor behind = { rest, n };
		size_t next;
		if (!tc_str_starts(rest, tc_str0(committees[i])))
			continue;
		const uint32_t c = tc_symbol_peek(&behind, &next);
		return tc_char_is_letter(c) || tc_char_is_digit(c) ? 0 : n;
	}
	return 0;
}

/* "12-HD/BTC TW": the organ's code apart from its committee's. */
static void join_committee(struct tc_cursor *c, struct tc_code_run *r)
{
	const struct tc_str rest = tc_str_from(c->text, c->at);
	const size_t n = tc_symbol_upper(r) == r->n ?
		tc_symbol_committee(run_key(r, r->n), rest) : 0;
	const size_t end = c->at + n;
	size_t next;

	if (n)
		c->at++;	/* the blank */
	while (c->at < end && r->n < TC_SYMBOL_CODE_MAX) {
		const uint32_t ch = code_char(tc_symbol_peek(c, &next));
		run_add(r, ch, next);
		c->at = next;
	}
}

bool tc_symbol_is_organ(struct tc_str code)
{
	return code.n >= 4 && (tc_str_ends(code, TC_STR("TU")) ||
			       tc_str_ends(code, TC_STR("HU"))) &&
	       !memchr(code.p, '-', code.n);
}

bool tc_symbol_stop(struct tc_cursor *c)
{
	const struct tc_str rest = tc_str_from(c->text, c->at);
	struct tc_cursor try = { c->text, c->at + 1 };
	struct tc_code_run r;
	size_t own;

	if (!tc_str_starts(rest, TC_STR(".")) || !tc_symbol_run(&try, &r) ||
	    tc_symbol_upper(&r) < r.n || !tc_body_find(run_key(&r, r.n), &own) ||
	    own < r.n)
		return false;
	c->at++;
	return true;
}

const struct tc_body *tc_symbol_fused(const struct tc_code_run *r,
				      const char *word)
{
	const size_t n = r->n > FUSED_MIN ? r->n - 2 : 0;
	size_t own;

	if (!n || r->coded < r->n || tc_symbol_upper(r) < r->n)
		return NULL;
	const struct tc_type_code *const type =
		tc_type_code_find(run_key(r, n));
	const struct tc_body *const b =
		tc_body_find(tc_str(r->key + n, 2), &own);
	return type && !strcmp(type->code, word) && b && own == 2 &&
			       b->flags & TC_BODY_ALONE ? b : NULL;
}

/* "CV/VPTW/nb": for the Party alone to read, and no part of the symbol. */
static void skip_circle(struct tc_cursor *c)
{
	const struct tc_str rest = tc_str_from(c->text, c->at);
	const struct tc_cursor behind = { rest, 3 };
	size_t next;

	if (!tc_str_starts(rest, TC_STR("/nb")) &&
	    !tc_str_starts(rest, TC_STR("/NB")))
		return;
	const uint32_t ch = tc_symbol_peek(&behind, &next);
	if (!tc_char_is_letter(ch) && !tc_char_is_digit(ch))
		c->at += 3;
}

bool tc_symbol_body(struct tc_cursor *c, struct tc_code_body *b)
{
	struct tc_code_run r;
	const struct tc_body *row;
	char sign;

	if (!tc_symbol_run(c, &r))
		return false;
	join_term(c, &r);
	join_committee(c, &r);
	size_t n = body_length(&r, &row);
	if (!n || !tc_symbol_put(&r, n, row, b->code, sizeof b->code))
		return false;
	b->first = row;
	b->letters = n;
	b->lower = run_lower(&r);
	b->whole = n == r.n;
	c->at = r.end[n - 1];
	take_term(c, b);
	for (int parts = 1; parts < TC_SYMBOL_PARTS_MAX; parts++) {
		struct tc_cursor more = *c;
		if (!joins_on(&more, b, &sign) || !tc_symbol_run(&more, &r))
			break;
		n = body_length(&r, &row);
		if (!n || !may_join(b, &r, n, row) ||
		    !append_part(b, sign, &r, n, row))
			break;
		c->at = r.end[n - 1];
		if (!b->first && sign == '.')
			b->first = row;
	}
	skip_circle(c);
	return true;
}

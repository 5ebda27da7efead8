/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/symbol.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <stdio.h>

#define NUMBER_DIGITS_MAX 5
#define JOINT_BLANKS_MAX 4
#define D_STROKE 0x110u		/* capital D with stroke */
#define U_HORN 0x1AFu
#define O_HORN 0x1A0u

enum joint { JOINT_NONE, JOINT_BLANK, JOINT_DASH, JOINT_SLASH };

struct cursor {
	struct tc_str text;
	size_t at;
};

/* Letters and digits of one code, and the key they are looked up by. */
struct run {
	uint32_t c[TC_SYMBOL_CODE_MAX];
	size_t end[TC_SYMBOL_CODE_MAX];	/* offset behind each */
	char key[TC_SYMBOL_CODE_MAX + 1];
	size_t n;
	size_t coded;		/* how many, from the first, fit a code */
};

/* The character at the cursor, 0 at the end; *next is behind it. */
static uint32_t peek(const struct cursor *c, size_t *next)
{
	*next = c->at;
	if (c->at >= c->text.n)
		return 0;
	const char *p = c->text.p + c->at;
	uint32_t ch = tc_utf8_next(&p, c->text.p + c->text.n);
	*next = (size_t)(p - c->text.p);
	return ch;
}

static bool is_ascii_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool is_dash(uint32_t c)
{
	return c == '-' || c == '_' || (c >= 0x2010 && c <= 0x2015) ||
	       c == 0x2212 || c == 0xFE58 || c == 0xFF0D;
}

static bool is_slash(uint32_t c)
{
	return c == '/' || c == 0x2044 || c == 0x2215 || c == 0xFF0F;
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == 0xA0;
}

/* At most JOINT_BLANKS_MAX blanks with one line break among them. */
static bool skip_blanks(struct cursor *c)
{
	size_t next;
	int count = 0, breaks = 0;

	for (uint32_t ch; is_blank(ch = peek(c, &next)); c->at = next) {
		breaks += ch == '\n';
		if (++count > JOINT_BLANKS_MAX || breaks > 1)
			break;
	}
	return count > 0;
}

/* A slash that some titles still carry as an entity. */
static bool skip_entity_slash(struct cursor *c)
{
	static const char *const forms[] = { "&#x2F;", "&#x002F;", "&#47;" };
	struct tc_str rest = tc_str_from(c->text, c->at);

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		if (tc_str_starts(rest, tc_str0(forms[i]))) {
			c->at += strlen(forms[i]);
			return true;
		}
	}
	return false;
}

static enum joint read_joint(struct cursor *c)
{
	bool blank = skip_blanks(c);
	enum joint j = blank ? JOINT_BLANK : JOINT_NONE;
	size_t next;
	uint32_t ch = peek(c, &next);

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

static bool is_sign(enum joint j)
{
	return j == JOINT_DASH || j == JOINT_SLASH;
}

/* Inside a symbol scanned pages have O for 0 and l or I for 1. */
static char digit_of(uint32_t c)
{
	if (is_ascii_digit(c))
		return (char)c;
	if (c == 'O' || c == 'o')
		return '0';
	return c == 'l' || c == 'I' ? '1' : '\0';
}

static void strip_zeros(char *number)
{
	size_t zeros = strspn(number, "0");

	if (!number[zeros] && zeros)
		zeros--;
	memmove(number, number + zeros, strlen(number + zeros) + 1);
}

/* Digits, at least one of them printed as a digit. */
static bool read_number(struct cursor *c, char number[TC_SYMBOL_NUMBER_MAX])
{
	size_t n = 0, next;
	bool real = false;

	for (char d; (d = digit_of(peek(c, &next))); c->at = next) {
		if (n == NUMBER_DIGITS_MAX)
			return false;
		real |= is_ascii_digit(peek(c, &next));
		number[n++] = d;
	}
	number[n] = '\0';
	strip_zeros(number);
	return real && strcmp(number, "0");
}

/* The letter of 30a or 205B: what follows it is no letter. */
static bool read_letter(struct cursor *c, char *number)
{
	size_t next;
	uint32_t ch = peek(c, &next);
	struct cursor behind = { c->text, next };
	size_t after;

	if (ch >= 'a' && ch <= 'h')
		ch -= 'a' - 'A';
	if (ch < 'A' || ch > 'H')
		return false;
	uint32_t follow = peek(&behind, &after);
	if (tc_char_is_letter(follow) || tc_char_is_digit(follow))
		return false;
	size_t n = strlen(number);
	/* Lower case as in 30a; capital as in 205B. */
	number[n] = c->text.p[c->at];
	number[n + 1] = '\0';
	c->at = next;
	return true;
}

size_t tc_symbol_number(struct tc_str text, size_t off,
			char number[TC_SYMBOL_NUMBER_MAX])
{
	struct cursor c = { text, off };
	size_t next;
	size_t n = 0;

	for (uint32_t ch; is_ascii_digit(ch = peek(&c, &next)); c.at = next) {
		if (n == NUMBER_DIGITS_MAX)
			return 0;
		number[n++] = (char)ch;
	}
	number[n] = '\0';
	strip_zeros(number);
	if (!n || !strcmp(number, "0"))
		return 0;
	read_letter(&c, number);
	return c.at - off;
}

static uint32_t code_char(uint32_t c)
{
	if (c == 0xD0 || c == 0xF0 || c == 0x189 || c == 0x256)
		return tc_char_is_upper(c) ? D_STROKE : D_STROKE + 1;
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

static void run_add(struct run *r, uint32_t c, size_t end)
{
	bool coded = fits_code(c) && r->coded == r->n;
	char key = coded ? (char)tc_char_bare(tc_char_lower(c)) : '?';

	/* TU with horn is TW; the bare form would be the province's TU. */
	if (tc_char_lower(c) == U_HORN + 1 && r->n && r->key[r->n - 1] == 't')
		key = 'w';
	r->c[r->n] = c;
	r->end[r->n] = end;
	r->key[r->n] = key;
	r->n++;
	r->coded += coded;
	r->key[r->n] = '\0';
}

/* Skips the full stop of "T.U" with horn and of "T.W". */
static bool skip_stop(struct cursor *c, const struct run *r)
{
	size_t next, after;
	struct cursor behind;

	if (!r->n || r->key[r->n - 1] != 't' || peek(c, &next) != '.')
		return false;
	behind = (struct cursor){ c->text, next };
	uint32_t ch = tc_char_lower(peek(&behind, &after));
	if (ch != U_HORN + 1 && ch != 'w')
		return false;
	c->at = next;
	return true;
}

/* Reads letters and digits; the first must be a letter.  False when there
 * is none or they are too many for a code. */
static bool read_run(struct cursor *c, struct run *r)
{
	size_t next;

	r->n = r->coded = 0;
	r->key[0] = '\0';
	for (;;) {
		uint32_t ch = code_char(peek(c, &next));
		if (r->n && ch == '.' && skip_stop(c, r))
			continue;
		if (!tc_char_is_letter(ch) && !(r->n && is_ascii_digit(ch)))
			return r->n > 0;
		if (r->n == TC_SYMBOL_CODE_MAX)
			return false;
		run_add(r, ch, next);
		c->at = next;
	}
}

static struct tc_str run_key(const struct run *r, size_t n)
{
	return tc_str(r->key, n);
}

static bool run_lower(const struct run *r)
{
	return !tc_char_is_upper(r->c[0]);
}

/* How many characters stand before the first lower-case one. */
static size_t upper_part(const struct run *r)
{
	size_t n = 0;

	while (n < r->n && (tc_char_is_upper(r->c[n]) ||
			    is_ascii_digit(r->c[n])))
		n++;
	return n;
}

/* Words that pages print right behind a symbol with no blank. */
static size_t glued_word(const struct run *r)
{
	static const char *const words[] = {
		"ngày", "của", "về", "khóa", "khoá", "năm", "ngay", "cua",
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const char *p = words[i], *end = p + strlen(p);
		size_t n = 0;
		for (const char *q = p; q < end; n++)
			tc_utf8_next(&q, end);
		if (n >= r->n)
			continue;
		size_t at = r->n - n;
		while (p < end && tc_char_lower(r->c[at]) ==
				  tc_utf8_next(&p, end))
			at++;
		if (at == r->n)
			return n;
	}
	return 0;
}

/*
 * How much of the run is the body: greedy against the known codes first,
 * because words follow with no blank ("TWcua BCH").  0: none of it.
 */
static size_t body_length(const struct run *r, const struct tc_body **row)
{
	size_t own, glue = glued_word(r), upper = upper_part(r);

	if (r->coded == r->n && !glue &&
	    (*row = tc_body_find(run_key(r, r->n), &own)) &&
	    (own == r->n || upper == r->n || run_lower(r)))
		return r->n;
	if (glue && r->coded >= r->n - glue &&
	    (*row = tc_body_find(run_key(r, r->n - glue), &own)))
		return r->n - glue;
	*row = NULL;
	/* CBc is a code of its own, not CB and a c. */
	if (r->coded == r->n && upper > 1 && r->n - upper == 1)
		return r->n;
	for (size_t n = upper; n && n + 1 >= upper; n--)
		if (n <= r->coded &&
		    (*row = tc_body_find(run_key(r, n), &own)))
			return n;
	return upper <= r->coded ? upper : 0;
}

/* Of the lower-case letters that fits_code() lets through. */
static uint32_t upper_of(uint32_t c)
{
	return c < 0x100 ? c - 0x20 : c - 1;
}

/* Writes the body as it stands, D and TW mended; false when it is too long. */
static bool put_body(const struct run *r, size_t n, const struct tc_body *row,
		     char *out, size_t room)
{
	TC_SCOPED_BUF b = { 0 };
	size_t i = 0;

	if (row) {
		tc_buf_puts(&b, row->code);
		tc_body_find(run_key(r, n), &i);
	}
	bool fold = run_lower(r);
	for (; i < n; i++) {
		char utf8[4];
		uint32_t c = r->key[i] == 'w' ? 'W' : r->c[i];
		if (fold && c >= 'a' && c <= 'z')
			c -= 'a' - 'A';
		if (c > 0x7F && (fold || c == D_STROKE + 1) &&
		    !tc_char_is_upper(c))
			c = upper_of(c);
		tc_buf_add(&b, utf8, tc_utf8_put(utf8, c));
	}
	if (b.n >= room)
		return false;
	memcpy(out, tc_buf_cstr(&b), b.n + 1);
	return true;
}

struct body {
	char code[TC_SYMBOL_ISSUER_MAX];
	const struct tc_body *first;	/* NULL: not a known one */
	size_t letters;			/* of the first part */
	bool lower, whole;
};

/* What may join one more body: a hyphen with a capital right behind it, or
 * the full stop of TT.HDND. */
static bool joins_on(struct cursor *c, const struct body *b, char *sign)
{
	size_t next, after;
	uint32_t ch = peek(c, &next);

	if (!is_dash(ch) && !(ch == '.' && !strcmp(b->code, "TT")))
		return false;
	if (b->first && b->first->flags & TC_BODY_ALONE)
		return false;
	struct cursor behind = { c->text, next };
	uint32_t follow = peek(&behind, &after);
	if (!tc_char_is_upper(follow) && !(b->lower && tc_char_is_letter(follow)))
		return false;
	*sign = ch == '.' ? '.' : '-';
	c->at = next;
	return true;
}

static bool append_part(struct body *b, char sign, const struct run *r,
			size_t n, const struct tc_body *row)
{
	size_t at = strlen(b->code);

	if (at + 2 >= sizeof b->code)
		return false;
	b->code[at] = sign;
	return put_body(r, n, row, b->code + at + 1,
			sizeof b->code - at - 1);
}

static bool read_body(struct cursor *c, struct body *b)
{
	struct run r;
	const struct tc_body *row;
	char sign;

	if (!read_run(c, &r))
		return false;
	size_t n = body_length(&r, &row);
	if (!n || !put_body(&r, n, row, b->code, sizeof b->code))
		return false;
	b->first = row;
	b->letters = n;
	b->lower = run_lower(&r);
	b->whole = n == r.n;
	c->at = r.end[n - 1];
	for (int parts = 1; parts < TC_SYMBOL_PARTS_MAX; parts++) {
		struct cursor more = *c;
		if (!joins_on(&more, b, &sign) || !read_run(&more, &r))
			break;
		n = body_length(&r, &row);
		if (!n || !append_part(b, sign, &r, n, row))
			break;
		c->at = r.end[n - 1];
		if (!b->first && sign == '.')
			b->first = row;
	}
	return true;
}

static bool read_year(struct cursor *c, int *year)
{
	struct cursor try = *c;
	size_t next;
	int y = 0, n = 0;

	if (!is_sign(read_joint(&try)))
		return false;
	for (uint32_t ch; is_ascii_digit(ch = peek(&try, &next)) && n < 5; n++) {
		y = 10 * y + (int)(ch - '0');
		try.at = next;
	}
	if (n != 4 || y < 1945 || y > 2100)
		return false;
	*year = y;
	*c = try;
	return true;
}

/* The type that a code means: where D may be either letter, the stroke or
 * the word in front decides. */
static const char *type_of(const struct run *r, const struct tc_type_code *row,
			   const char *word)
{
	bool stroke = false;

	for (size_t i = 0; i < r->n; i++)
		stroke |= tc_char_lower(r->c[i]) == D_STROKE + 1;
	if (!(row->flags & TC_CODE_PLAIN_D))
		return row->code;
	if (!strcmp(row->code, "DA"))
		return stroke || (word && !strcmp(word, "ĐA")) ? "ĐA" : "DA";
	return stroke && !(word && !strcmp(word, "HD")) ? "HĐ" : "HD";
}

/* Unknown codes pass as types only inside a Party symbol in full form. */
static bool looks_like_type(const struct run *r)
{
	return r->n >= 2 && r->n <= 5 && r->coded == r->n &&
	       upper_part(r) == r->n && r->key[r->n - 1] > '9';
}

static bool state_form(enum joint first, enum joint second)
{
	return first == JOINT_SLASH && second == JOINT_DASH;
}

struct parts {
	enum joint j1, j2;
	struct run type;
	const struct tc_type_code *row;
	struct body body;
};

/* Lower case in running text: only known bodies, the commonest where no type
 * word stands in front, and both signs. */
static bool prose_ok(const struct parts *p, unsigned flags)
{
	const struct tc_body *b = p->body.first;

	return p->row && is_sign(p->j1) && is_sign(p->j2) && b &&
	       (b->flags & TC_BODY_PROSE || flags & TC_SYMBOL_WORD) &&
	       p->body.whole &&
	       (p->j1 == JOINT_SLASH || p->j2 == JOINT_SLASH);
}

/* A known type and an unknown body. */
static float open_body(const struct parts *p, unsigned flags)
{
	bool word = flags & TC_SYMBOL_WORD;

	if (!is_sign(p->j1) || !is_sign(p->j2) || p->body.lower)
		return 0;
	if (p->body.letters < 2)
		return 0;
	if (p->j1 == p->j2 && !word)
		return 0;
	return word ? .9f : .75f;
}

/* How sure it is that the parts make a symbol; 0: they do not. */
static float trust(const struct parts *p, unsigned flags)
{
	const struct tc_body *b = p->body.first;
	bool word = flags & TC_SYMBOL_WORD;

	if (p->j2 == JOINT_NONE)
		return 0;
	if (flags & TC_SYMBOL_LOOSE && p->row)
		return b ? .95f : is_sign(p->j1) && is_sign(p->j2) ? .8f : 0;
	if (p->body.lower)
		return prose_ok(p, flags) ? .85f : 0;
	if (!is_sign(p->j2))
		return 0;
	if (!p->row)
		return b && b->system == TC_SYSTEM_PARTY && looks_like_type(&p->type) &&
		       p->j1 == JOINT_DASH && p->j2 == JOINT_SLASH ? .7f : 0;
	if (!b)
		return open_body(p, flags);
	if (run_lower(&p->type) && !is_sign(p->j1))
		return 0;
	return is_sign(p->j1) || word ? .98f : .9f;
}

/* 21036/CT-CBc: the first code is a body when the second is no known one
 * and no word calls it a directive. */
static bool is_letter_form(const struct parts *p, const char *word)
{
	if (!state_form(p->j1, p->j2) || !p->row)
		return false;
	if (!(p->row->flags & TC_CODE_BODY) || p->body.first)
		return false;
	return !word || strcmp(word, p->row->code) != 0;
}

static enum tc_system system_of(const struct parts *p)
{
	if (p->body.first)
		return p->body.first->system;
	return state_form(p->j1, p->j2) ? TC_SYSTEM_OTHER : TC_SYSTEM_PARTY;
}

static void take_issuer(struct tc_symbol *s, const struct body *b)
{
	memcpy(s->issuer, b->code, sizeof s->issuer);
	s->issuer_name = b->first && tc_str_is(tc_str0(b->code), b->first->code)
			 ? b->first->name : NULL;
}

/* TYPE JOINT BODY at the cursor. */
static bool read_typed(struct cursor *c, enum joint j1, unsigned flags,
		       const char *word, struct tc_symbol *s)
{
	struct parts p = { .j1 = j1 };

	if (!read_run(c, &p.type))
		return false;
	p.row = p.type.coded == p.type.n
		? tc_type_code_find(run_key(&p.type, p.type.n)) : NULL;
	p.j2 = read_joint(c);
	if (p.j2 == JOINT_NONE || !read_body(c, &p.body))
		return false;
	if (is_letter_form(&p, word))
		return false;
	s->confidence = trust(&p, flags);
	if (s->confidence <= 0)
		return false;
	if (p.row)
		snprintf(s->type, sizeof s->type, "%s",
			 type_of(&p.type, p.row, word));
	else if (!put_body(&p.type, p.type.n, NULL, s->type, sizeof s->type))
		return false;
	s->system = system_of(&p);
	take_issuer(s, &p.body);
	return true;
}

/* QHn or UBTVQHn after number and year. */
static bool read_term_body(struct cursor *c, struct tc_symbol *s)
{
	struct body b;

	if (!read_body(c, &b) || !b.first || !(b.first->flags & TC_BODY_TERM))
		return false;
	s->system = TC_SYSTEM_STATE;
	s->confidence = .98f;
	take_issuer(s, &b);
	s->issuer_name = b.first->name;
	return true;
}

/* NUM/BODY[-UNIT]: a letter, or an old decision without a type code. */
static bool read_untyped(struct cursor *c, enum joint j1, unsigned flags,
			 struct tc_symbol *s)
{
	struct body b;
	bool word = flags & TC_SYMBOL_WORD;

	if (j1 != JOINT_SLASH && !(j1 == JOINT_DASH && word))
		return false;
	if (!read_body(c, &b) || (b.lower && !(flags & TC_SYMBOL_LOOSE)))
		return false;
	bool united = strchr(b.code, '-') != NULL;
	bool known = b.first && b.first->system != TC_SYSTEM_PARTY;
	if (b.first && !known)
		return false;
	if (!known && (!word || b.letters < 2 || j1 != JOINT_SLASH))
		return false;
	if (known && !united && !word && !(flags & TC_SYMBOL_LOOSE))
		return false;
	s->letter = true;
	s->system = known || !b.first ? TC_SYSTEM_STATE : b.first->system;
	s->confidence = !known ? .6f : word ? .85f : .7f;
	take_issuer(s, &b);
	return true;
}

/* The form after the number: each try starts at the same place. */
static bool read_forms(struct cursor *c, unsigned flags, const char *word,
		       struct tc_symbol *s)
{
	struct cursor at = *c;
	enum joint j1 = read_joint(&at);
	struct cursor try = at;

	if (s->year && j1 != JOINT_NONE && read_term_body(&try, s)) {
		*c = try;
		return true;
	}
	try = at;
	if (read_typed(&try, j1, flags, word, s)) {
		*c = try;
		return true;
	}
	try = at;
	s->type[0] = '\0';
	if (!s->year && read_untyped(&try, j1, flags, s)) {
		*c = try;
		return true;
	}
	return false;
}

/* 1.193-QD/TU or 7/11-QD/TU: the digits are a part of something else. */
static bool starts_clean(struct tc_str text, size_t off)
{
	if (off == 0)
		return true;
	char before = text.p[off - 1];
	if (before != '.' && before != '/' && before != '+')
		return true;
	return off < 2 || !is_ascii_digit((unsigned char)text.p[off - 2]);
}

bool tc_symbol_read(struct tc_str text, size_t off, unsigned flags,
		    const char *word, struct tc_symbol *out)
{
	*out = (struct tc_symbol){ .start = off };
	struct cursor number = { text, off };

	if (!starts_clean(text, off) || !read_number(&number, out->number))
		return false;
	struct cursor c = number;
	bool lettered = read_letter(&c, out->number);
	read_year(&c, &out->year);
	bool ok = read_forms(&c, flags, word, out);
	if (!ok && lettered) {
		/* 37L/CTN: the letter was the type. */
		out->number[strlen(out->number) - 1] = '\0';
		c = number;
		ok = read_forms(&c, flags, word, out);
	}
	out->end = c.at;
	if (out->system == TC_SYSTEM_PARTY && out->year && ok)
		out->confidence = .8f;
	return ok;
}

void tc_symbol_print(const struct tc_symbol *s, struct tc_buf *out)
{
	if (strlen(s->number) == 1 ||
	    (strlen(s->number) == 2 && s->number[1] > '9'))
		tc_buf_addc(out, '0');
	tc_buf_puts(out, s->number);
	if (s->system == TC_SYSTEM_PARTY) {
		tc_buf_printf(out, "-%s/%s", s->type, s->issuer);
		return;
	}
	if (s->year)
		tc_buf_printf(out, "/%d", s->year);
	if (s->type[0])
		tc_buf_printf(out, "/%s-%s", s->type, s->issuer);
	else
		tc_buf_printf(out, "/%s", s->issuer);
}

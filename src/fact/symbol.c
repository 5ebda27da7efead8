/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/symbol.h"

#include "base/error.h"
#include "fact/date.h"
#include "fact/symbol-code.h"

#define NUMBER_DIGITS_MAX 5
#define KNOWN .98f		/* confidence in two known codes */

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
	size_t zeros = 0;

	while (number[zeros] == '0')
		zeros++;
	if (!number[zeros] && zeros)
		zeros--;
	if (!zeros)
		return;
	memmove(number, number + zeros, strlen(number + zeros) + 1);
}

/* Digits, at least one of them printed as a digit. */
static bool read_number(struct tc_cursor *c, char number[TC_SYMBOL_NUMBER_MAX])
{
	size_t n = 0, next;
	bool real = false;

	for (uint32_t ch; digit_of(ch = tc_symbol_peek(c, &next));
	     c->at = next) {
		if (n == NUMBER_DIGITS_MAX)
			return false;
		real |= is_ascii_digit(ch);
		number[n++] = digit_of(ch);
	}
	number[n] = '\0';
	strip_zeros(number);
	return real && strcmp(number, "0");
}

/* The letter of 30a or 205B: what follows it is no letter. */
static bool read_letter(struct tc_cursor *c, char *number)
{
	size_t next;
	uint32_t ch = tc_symbol_peek(c, &next);
	struct tc_cursor behind = {c->text, next};
	size_t after;

	if (ch >= 'a' && ch <= 'h')
		ch -= 'a' - 'A';
	if (ch < 'A' || ch > 'H')
		return false;
	uint32_t follow = tc_symbol_peek(&behind, &after);
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
	struct tc_cursor c = {text, off};
	size_t next;
	size_t n = 0;

	for (uint32_t ch; is_ascii_digit(ch = tc_symbol_peek(&c, &next));
	     c.at = next) {
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

static bool read_year(struct tc_cursor *c, int *year)
{
	struct tc_cursor try = *c;
	size_t next;
	int y = 0, n = 0;

	if (!is_sign(tc_symbol_joint(&try)))
		return false;
	for (uint32_t ch;
	     is_ascii_digit(ch = tc_symbol_peek(&try, &next)) && n < 5; n++) {
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
static const char *type_of(bool stroke, const struct tc_type_code *row,
			   const char *word)
{
	if (!(row->flags & TC_CODE_PLAIN_D))
		return row->code;
	if (!strcmp(row->code, "DA"))
		return stroke || (word && !strcmp(word, "ĐA")) ? "ĐA" : "DA";
	return stroke && !(word && !strcmp(word, "HD")) ? "HĐ" : "HD";
}

static bool state_form(enum tc_joint first, enum tc_joint second)
{
	return first == JOINT_SLASH && second == JOINT_DASH;
}

struct parts {
	enum tc_joint j1, j2;
	struct tc_code_run type;
	const struct tc_type_code *row;
	struct tc_code_body body;
};

/* Lower case in running text: only known bodies, the commonest where no type
 * word stands in front, and both signs.  The first may be lost where the code
 * is that of the word: "chỉ thị số 05 ct/tw". */
static bool prose_ok(const struct parts *p, unsigned flags, const char *word)
{
	const struct tc_body *b = p->body.first;

	if (!p->row || !is_sign(p->j2) || !b || !p->body.whole)
		return false;
	if (!is_sign(p->j1))
		return word && !strcmp(type_of(tc_symbol_has_stroke(&p->type), p->row,
					       word), word) &&
		       p->j2 == JOINT_SLASH;
	return (b->flags & TC_BODY_PROSE || flags & TC_SYMBOL_WORD) &&
	       (p->j1 == JOINT_SLASH || p->j2 == JOINT_SLASH);
}

/* A known type and an unknown body; "Hướng dẫn số 11 HD/TTVH", where the word
 * says the same type. */
static float open_body(const struct parts *p, unsigned flags, const char *type)
{
	bool word = flags & TC_SYMBOL_WORD;
	const bool said = type && !strcmp(type, p->row->code) &&
			  !run_lower(&p->type) && p->j2 == JOINT_SLASH;

	if (!(is_sign(p->j1) || said) || !is_sign(p->j2) || p->body.lower)
		return 0;
	if (p->body.letters < 2)
		return 0;
	if (p->j1 == p->j2 && !word)
		return 0;
	return word ? .9f : .75f;
}

/* "32/kl TW", "18-NQ TW", "37 QĐ TW" of a quy định: a blank for the slash
 * before a committee's code in capitals. */
static bool lost_slash(const struct parts *p, const char *word)
{
	const struct tc_body *const b = p->body.first;

	return p->j2 == JOINT_BLANK && p->row && b && p->body.whole &&
	       !p->body.lower &&
	       (b->flags & TC_BODY_ALONE || !strcmp(p->body.code, "ĐU")) &&
	       (is_sign(p->j1) ||
		(word && !strcmp(type_of(tc_symbol_has_stroke(&p->type), p->row, word),
				 word)));
}

/* How sure it is that the parts make a symbol; 0: they do not. */
static float trust(const struct parts *p, unsigned flags, const char *type)
{
	const struct tc_body *b = p->body.first;
	bool word = flags & TC_SYMBOL_WORD;

	if (p->j2 == JOINT_NONE)
		return 0;
	if (flags & TC_SYMBOL_LOOSE && p->row)
		return b ? .95f : is_sign(p->j1) && is_sign(p->j2) ? .8f : 0;
	if (p->body.lower)
		return prose_ok(p, flags, type) ? .85f : 0;
	if (lost_slash(p, type))
		return .85f;
	if (!is_sign(p->j2))
		return 0;
	if (!p->row)
		return b && b->system == TC_SYSTEM_PARTY &&
				       tc_symbol_like_type(&p->type) &&
				       p->j1 == JOINT_DASH &&
				       p->j2 == JOINT_SLASH
			       ? .7f
			       : 0;
	if (!b)
		return open_body(p, flags, type);
	if (run_lower(&p->type) && !is_sign(p->j1))
		return 0;
	return is_sign(p->j1) || word ? KNOWN : .9f;
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

/* 09-NQ/ĐH is a congress's of the Party, 09/QĐ-ĐH a university's; 35-CT/BCT
 * is Bộ Chính trị's, 35/QĐ-BCT that of a ministry; 08-HD/BTC is a Ban Tổ
 * chức's, 08-TT/BTC the ministry's. */
static enum tc_system system_of_body(const struct tc_body *b, const char *type,
				     enum tc_joint j1, enum tc_joint j2)
{
	if (b->flags & TC_BODY_PRINT && state_form(j1, j2))
		return TC_SYSTEM_OTHER;
	if (j1 == JOINT_DASH && j2 == JOINT_SLASH &&
	    (strcmp(b->code, "ĐH") == 0 || strcmp(b->code, "BCT") == 0 ||
	     (strcmp(b->code, "BTC") == 0 && strncmp(type, "TT", 2) != 0)))
		return TC_SYSTEM_PARTY;
	return b->system;
}

static enum tc_system system_of(const struct parts *p)
{
	if (p->body.first)
		return system_of_body(p->body.first,
				      p->row ? p->row->code : "", p->j1, p->j2);
	if (tc_symbol_is_organ(tc_str0(p->body.code)))
		return TC_SYSTEM_PARTY;
	return state_form(p->j1, p->j2) ? TC_SYSTEM_OTHER : TC_SYSTEM_PARTY;
}

static void take_issuer(struct tc_symbol *s, const struct tc_code_body *b)
{
	memcpy(s->issuer, b->code, sizeof s->issuer);
	s->issuer_name =
		b->first && (b->first->flags & TC_BODY_TERM ||
			     tc_str_is(tc_str0(b->code), b->first->code))
			? b->first->name
			: NULL;
}

/* The name of a code's ministry is not that of the Party's body. */
static void drop_ministry(struct tc_symbol *s)
{
	if (s->system == TC_SYSTEM_PARTY && strcmp(s->issuer, "BCT") == 0)
		s->issuer_name = "Bộ Chính trị";
	if (s->system == TC_SYSTEM_PARTY && strcmp(s->issuer, "BTC") == 0)
		s->issuer_name = NULL;
}

static void put_type(struct tc_symbol *s, const char *type)
{
	const size_t n = strlen(type);

	tc_assert(n < sizeof s->type);
	memcpy(s->type, type, n + 1);
}

/* Whether "TW", "TU", "HU", "ĐU" may stand at the cursor, as lost_slash()
 * would find. */
static bool may_lose_slash(const struct tc_cursor *c)
{
	const struct tc_str rest = tc_str_from(c->text, c->at);

	return rest.n && (strchr("THQ", *rest.p) ||
			  tc_str_starts(rest, TC_STR("Đ")));
}

/* "Nghị quyết số 18-NQTW" */
static bool read_fused(const struct tc_body *b, const char *word,
		       struct tc_symbol *s)
{
	put_type(s, word);
	memcpy(s->issuer, b->code, strlen(b->code) + 1);
	s->issuer_name = b->name;
	s->system = b->system;
	s->confidence = .85f;
	return true;
}

/* TYPE JOINT BODY at the cursor. */
static bool read_typed(struct tc_cursor *c, enum tc_joint j1, unsigned flags,
		       const char *word, struct tc_symbol *s)
{
	struct parts p;

	p.j1 = j1;
	if (!tc_symbol_run(c, &p.type))
		return false;
	p.row = p.type.coded == p.type.n
			? tc_type_code_find(run_key(&p.type, p.type.n))
			: NULL;
	const struct tc_body *const fused =
		!p.row && word && *word ? tc_symbol_fused(&p.type, word) : NULL;
	if (fused)
		return read_fused(fused, word, s);
	/* "02/NQLT/2002/BNN-TƯĐTN", as joint documents once had it */
	if (p.row && !s->year && j1 == JOINT_SLASH)
		read_year(c, &s->year);
	p.j2 = tc_symbol_joint(c);
	/* "12/CT.UBND", "05/CV.ĐU" */
	if (p.j2 == JOINT_NONE && p.row && tc_symbol_stop(c))
		p.j2 = j1 == JOINT_SLASH ? JOINT_DASH : JOINT_SLASH;
	/* as trust() would find */
	if (!is_sign(p.j2) && !(flags & TC_SYMBOL_LOOSE) &&
	    !(p.row && p.j2 == JOINT_BLANK && may_lose_slash(c)))
		return false;
	if (p.j2 == JOINT_NONE || !tc_symbol_body(c, &p.body))
		return false;
	if (is_letter_form(&p, word))
		return false;
	s->confidence = trust(&p, flags, word);
	if (s->confidence <= 0)
		return false;
	if (p.row)
		put_type(s, type_of(tc_symbol_has_stroke(&p.type), p.row, word));
	else if (!tc_symbol_put(&p.type, p.type.n, NULL, s->type,
				sizeof s->type))
		return false;
	s->system = system_of(&p);
	/* the Party's never hold a year */
	if (s->year && !p.body.first)
		s->system = TC_SYSTEM_STATE;
	take_issuer(s, &p.body);
	drop_ministry(s);
	return true;
}

/* QHn or UBTVQHn after number and year. */
static bool read_term_body(struct tc_cursor *c, struct tc_symbol *s)
{
	struct tc_code_body b;

	if (!tc_symbol_body(c, &b) || !b.first ||
	    !(b.first->flags & TC_BODY_TERM))
		return false;
	s->system = TC_SYSTEM_STATE;
	s->confidence = .98f;
	take_issuer(s, &b);
	return true;
}

/* NUM/BODY[-UNIT]: a letter, or an old decision without a type code.  Of the
 * Party's, "Nghị quyết số 05/TU", the word in front has the type. */
static bool read_untyped(struct tc_cursor *c, enum tc_joint j1, unsigned flags,
			 const char *type, struct tc_symbol *s)
{
	struct tc_code_body b;
	bool word = flags & TC_SYMBOL_WORD;
	const bool slash = j1 == JOINT_SLASH;

	if (!slash && !(j1 == JOINT_DASH && word))
		return false;
	if (!tc_symbol_body(c, &b) || (b.lower && !(flags & TC_SYMBOL_LOOSE)))
		return false;
	bool united = strchr(b.code, '-') != NULL;
	bool known = b.first && b.first->system != TC_SYSTEM_PARTY;
	if (b.first && !known && !(slash && type))
		return false;
	/* "Sắc lệnh số 20-SL" */
	const bool typed = slash || (type && strcmp(b.code, type) == 0);
	if (!known && !b.first && (!word || b.letters < 2 || !typed))
		return false;
	if (known && !united && !word && !(flags & TC_SYMBOL_LOOSE))
		return false;
	/* "Công văn số 77/MTTQ-BTT": as the state writes its letters */
	known |= b.first && b.first->flags & TC_BODY_PRINT && united &&
		 !strcmp(type, "CV");
	if (b.first && !known) {
		put_type(s, type);
		s->system = b.first->system;
		s->confidence = .85f;
		take_issuer(s, &b);
		return true;
	}
	s->letter = true;
	s->system = known || !b.first ? TC_SYSTEM_STATE : b.first->system;
	s->confidence = !known ? .6f : word ? .85f : .7f;
	take_issuer(s, &b);
	return true;
}

/* The letters of a code, of ASCII but for D with stroke and U with horn. */
struct plain_code {
	char key[TC_BODY_CODE_MAX];
	size_t n;
	bool stroke;
};

/* The code at *p, which moves behind it: a capital and letters, then one of
 * `behind`.  False when it is none, or not as plain as that. */
static bool take_plain(const char **p, const char *end, const char *behind,
		       struct plain_code *c)
{
	const char *at = *p;

	c->n = 0;
	c->stroke = false;
	if (at < end && *at >= 'a')
		return false;
	for (; at < end && c->n < sizeof c->key; c->n++) {
		const char lower = (char)(*at | 0x20);
		if (lower >= 'a' && lower <= 'z') {
			c->key[c->n] = lower;
			at++;
			continue;
		}
		if (end - at < 2)
			break;
		if (memcmp(at, "Đ", 2) == 0) {
			c->key[c->n] = 'd';
			c->stroke = true;
		} else if (memcmp(at, "Ư", 2) == 0) {
			c->key[c->n] = c->n && c->key[c->n - 1] == 't' ? 'w'
								       : 'u';
		} else {
			break;
		}
		at += 2;
	}
	*p = at;
	return c->n && (at == end || (*at && strchr(behind, *at)));
}

/* What most symbols are, "-CT/TW" and "/NĐ-CP" with known codes and nothing
 * else about them: read at once, as the forms below would read it.  False
 * where they take it. */
static bool read_plain(struct tc_cursor *c, const char *word,
		       struct tc_symbol *s)
{
	const char *const end = tc_str_end(c->text), *p = c->text.p + c->at;
	struct plain_code type, body;
	size_t own;

	if (end - p < 2 || (*p != '-' && *p != '/'))
		return false;
	const enum tc_joint j1 = *p++ == '-' ? JOINT_DASH : JOINT_SLASH;
	if (!take_plain(&p, end, "-/", &type) || p == end)
		return false;
	const enum tc_joint j2 = *p++ == '-' ? JOINT_DASH : JOINT_SLASH;
	if (!take_plain(&p, end, " ,;:)(\n", &body))
		return false;
	const struct tc_type_code *const row =
		tc_type_code_find(tc_str(type.key, type.n));
	const struct tc_body *const b =
		tc_body_find(tc_str(body.key, body.n), &own);
	if (!row || !b || own != body.n || b->flags & TC_BODY_TERM ||
	    tc_symbol_committee(tc_str(body.key, body.n),
				tc_str(p, (size_t)(end - p))))
		return false;
	put_type(s, type_of(type.stroke, row, word));
	s->confidence = KNOWN;
	s->system = system_of_body(b, row->code, j1, j2);
	memcpy(s->issuer, b->code, strlen(b->code) + 1);
	s->issuer_name = b->name;
	drop_ministry(s);
	c->at = (size_t)(p - c->text.p);
	return true;
}

/* Whether a type may stand behind the joint: without a sign before it, it
 * begins with a capital or a word tells it.  As trust() would find, for what
 * most digits have behind them. */
static bool type_may_follow(const struct tc_cursor *c, enum tc_joint j1,
			    unsigned flags, const char *word)
{
	size_t next;

	return is_sign(j1) || flags & TC_SYMBOL_LOOSE || (word && *word) ||
	       is_upper(tc_symbol_peek(c, &next));
}

/* The form after the number: each try starts at the same place. */
static bool read_forms(struct tc_cursor *c, unsigned flags, const char *word,
		       struct tc_symbol *s)
{
	if (!(flags & TC_SYMBOL_LOOSE) && read_plain(c, word, s))
		return true;
	struct tc_cursor at = *c;
	enum tc_joint j1 = tc_symbol_joint(&at);
	struct tc_cursor try = at;
	if (s->year && j1 != JOINT_NONE && read_term_body(&try, s)) {
		*c = try;
		return true;
	}
	try = at;
	if (type_may_follow(&at, j1, flags, word) &&
	    read_typed(&try, j1, flags, word, s)) {
		*c = try;
		return true;
	}
	try = at;
	s->type[0] = '\0';
	const char *const type = word && *word ? word : NULL;
	if (!s->year && read_untyped(&try, j1, flags, type, s)) {
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

/* Whether codes may follow at byte `at`, behind number and year: not in
 * "15/5", "2020-2025", "15, 16".  False is certain. */
static bool may_go_on(struct tc_str text, size_t at)
{
	if (at + 1 >= text.n)
		return at < text.n;
	switch (text.p[at]) {
	case ' ':
	case '-':
	case '/':
		return !is_ascii_digit((unsigned char)text.p[at + 1]);
	case ',':
	case '.':
	case ';':
	case ':':
	case ')':
	case '%':
	case '+':
		return false;
	default:
		return true;
	}
}

/* Not the whole of it, which costs more than to turn most digits away. */
static void begin(struct tc_symbol *s, size_t off)
{
	s->start = off;
	s->end = off;
	s->number[0] = s->type[0] = s->issuer[0] = '\0';
	s->year = 0;
	s->issuer_name = NULL;
	s->system = TC_SYSTEM_PARTY;
	s->letter = false;
	s->confidence = 0;
}

bool tc_symbol_read(struct tc_str text, size_t off, unsigned flags,
		    const char *word, struct tc_symbol *out)
{
	struct tc_cursor number = {text, off};

	begin(out, off);
	if (!starts_clean(text, off) || !read_number(&number, out->number))
		return false;
	struct tc_cursor c = number;
	bool lettered = read_letter(&c, out->number);
	read_year(&c, &out->year);
	bool ok = may_go_on(text, c.at) && read_forms(&c, flags, word, out);
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

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the reader of symbols: the joints and codes that it is made of.
 * Nobody else includes this. */
#ifndef TC_FACT_SYMBOL_CODE_H
#define TC_FACT_SYMBOL_CODE_H

#include "fact/symbol.h"

#include "text/fold.h"
#include "text/utf8.h"

enum tc_joint { JOINT_NONE, JOINT_BLANK, JOINT_DASH, JOINT_SLASH };

struct tc_cursor {
	struct tc_str text;
	size_t at;
};

/* Letters and digits of one code, and the key they are looked up by. */
struct tc_code_run {
	uint32_t c[TC_SYMBOL_CODE_MAX];
	size_t end[TC_SYMBOL_CODE_MAX]; /* offset behind each */
	char key[TC_SYMBOL_CODE_MAX + 1];
	size_t n;
	size_t coded; /* how many, from the first, fit a code */
};

struct tc_code_body {
	char code[TC_SYMBOL_ISSUER_MAX];
	const struct tc_body *first; /* NULL: not a known one */
	size_t letters;		     /* of the first part */
	bool lower, whole;
};

/* The character at the cursor, 0 at the end; *next is behind it. */
static inline uint32_t tc_symbol_peek(const struct tc_cursor *c, size_t *next)
{
	*next = c->at;
	if (TC_UNLIKELY(c->at >= c->text.n))
		return 0;
	const char *p = c->text.p + c->at;
	uint32_t ch = tc_utf8_next(&p, c->text.p + c->text.n);
	*next = (size_t)(p - c->text.p);
	return ch;
}

/* What joins two parts; blanks about it are skipped. */
enum tc_joint tc_symbol_joint(struct tc_cursor *c);

/* Reads letters and digits; the first must be a letter.  False when there
 * is none or they are too many for a code. */
bool tc_symbol_run(struct tc_cursor *c, struct tc_code_run *r);

/* Whether a letter of it is a D with stroke. */
bool tc_symbol_has_stroke(const struct tc_code_run *r);

/* Unknown codes pass as types only inside a Party symbol in full form. */
bool tc_symbol_like_type(const struct tc_code_run *r);

/* Reads a body with what is joined on to it. */
bool tc_symbol_body(struct tc_cursor *c, struct tc_code_body *b);

/* "DVTU", "BNCHU": what the table lacks of the organs of a committee. */
bool tc_symbol_is_organ(struct tc_str code);

/* Moves over a full stop with a known body in capitals right behind it. */
bool tc_symbol_stop(struct tc_cursor *c);

/* The committee at the end of "NQTW", "CTTU", which is glued to the type that
 * the word in front tells; NULL where it is none. */
const struct tc_body *tc_symbol_fused(const struct tc_code_run *r,
				      const char *word);

/* How long " TW" or " HU" is behind an organ's code, in lower case; else 0. */
size_t tc_symbol_committee(struct tc_str organ, struct tc_str rest);

/* Writes n letters of a run, D and TW mended, a known body by its code;
 * false when they are too long. */
bool tc_symbol_put(const struct tc_code_run *r, size_t n,
		   const struct tc_body *row, char *out, size_t room);

/* How many characters stand before the first lower-case one. */
size_t tc_symbol_upper(const struct tc_code_run *r);

static inline bool is_ascii_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static inline bool is_upper(uint32_t c)
{
	return c < 0x80 ? c - 'A' < 26 : tc_char_is_upper(c);
}

static inline bool is_sign(enum tc_joint j)
{
	return j == JOINT_DASH || j == JOINT_SLASH;
}

#define D_STROKE 0x110u /* capital D with stroke */

static inline struct tc_str run_key(const struct tc_code_run *r, size_t n)
{
	return tc_str(r->key, n);
}

static inline bool run_lower(const struct tc_code_run *r)
{
	return !is_upper(r->c[0]);
}

#endif

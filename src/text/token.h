/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Tokens.  A token is a maximal run of letters, marks and digits (Unicode
 * general categories L, M, Nd); a Han, Kana or Hangul character is one by
 * itself, with its marks.  Everything else separates, marks with no letter or
 * digit before them too.  So "01-KL/TW" is three tokens, 01 kl
 * tw, and "cb2" is one.
 *
 *   text     "Đảng uỷ  khối 7+10"
 *   tokens   Đảng  -> exact "đảng", bare "dang"   MARKED UPPER SYLLABLE
 *            uỷ    -> exact "ủy",   bare "uy"     MARKED SYLLABLE
 *            khối  -> exact "khối", bare "khoi"   MARKED SYLLABLE
 *            7     -> exact "7",    bare "7"      DIGIT
 *            10    -> exact "10",   bare "10"     DIGIT
 *
 * The same function makes the tokens of articles and of queries.
 */
#ifndef TC_TEXT_TOKEN_H
#define TC_TEXT_TOKEN_H

#include "base/mem.h"
#include "base/str.h"

#include <stdint.h>

/* A longer key is cut at a character boundary (Xapian's limit for a term is
 * 245 bytes, a prefix included). */
#define TC_TOKEN_MAX 64

enum {
	TC_TOKEN_MARKED = 1,	/* has a diacritic or d with stroke */
	TC_TOKEN_DIGIT = 2,	/* has a digit */
	TC_TOKEN_UPPER = 1 << 15, /* begins with an upper-case letter; beside
				     `place`, so that both are read as one */
	TC_TOKEN_CAPS = 8,	/* two letters or more, none lower-case */
	TC_TOKEN_SYLLABLE = 16,	/* a Vietnamese syllable (syllable.h) */
	TC_TOKEN_FUNCTION = 32,	/* a function word (stopword.h) */
};

#define TC_TOKEN_SYLLABLES 8192	/* place >> 3 is below */
/* Of tones that there are not: digits alone, up to seven, and all others. */
#define TC_TOKEN_FIGURES 6
#define TC_TOKEN_NO_PLACE 7

struct tc_token {
	uint32_t off, len;	/* bytes, in the text given */
	uint16_t flags;
	uint16_t place;		/* of a syllable, in the table of them, and
				   its tone (wordrow.h), or one of those */
	uint32_t hash;		/* tc_token_hash(exact), for tables of words */
	struct tc_str exact;	/* lower case, canonical spelling */
	struct tc_str bare;	/* exact without diacritics; where nothing
				   comes off, the very same bytes */
};

static inline uint32_t tc_token_end(const struct tc_token *t)
{
	return t->off + t->len;
}

struct tc_tokens {
	struct tc_token *v;
	size_t n;
};

/* `text` is valid UTF-8, normalised (normalize.h) for full effect, under
 * 4 GiB.  Array and keys live in the arena. */
void tc_tokenize(struct tc_str text, struct tc_arena *arena,
		 struct tc_tokens *out);

/* Whether a blank or the end of a line stands before a token that is not the
 * first: what is printed without one, as "12-NQ/TW", stays whole. */
bool tc_token_stands_apart(struct tc_str text, const struct tc_token *t);

/* Of the letters (of a long key: its last ten) and the tones. */
uint32_t tc_token_hash(struct tc_str exact);

#endif

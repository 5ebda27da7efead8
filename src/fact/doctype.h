/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The vocabulary of document numbers: type codes, the words that announce a
 * type, and the bodies that issue.  Three constant tables, each row with its
 * source.  The set of bodies is open: what the table lacks is trusted only
 * by context (symbol.h).
 */
#ifndef TC_FACT_DOCTYPE_H
#define TC_FACT_DOCTYPE_H

#include "fact/scan.h"

/* The rows hold arrays: pointers would be made good at each start of a
 * program, on a copy of each page of the tables (unit-words.h). */

/* A code as it stands inside a symbol: "NQ", "qd", "CTr". */
struct tc_type_code {
	char key[8];		/* bare lower case */
	char code[8];		/* canonical spelling */
	uint8_t flags;
	uint8_t source;
};
enum {
	/* Short forms by code are in use: "NQ21", "CT37", "QD 217". */
	TC_CODE_SHORT = 1,
	/* Also a body: 21036/CT-CBc is a letter of that body's. */
	TC_CODE_BODY = 2,
	/* Spelled with a plain D, it may stand for one with stroke. */
	TC_CODE_PLAIN_D = 4,
};

/* The row of a key; NULL when there is none. */
const struct tc_type_code *tc_type_code_find(struct tc_str key);
const struct tc_type_code *tc_type_code_of(const struct tc_word_row *word);

/* The other reading of a code typed without stroke ("DA": du an, but also
 * de an); NULL when there is none. */
const char *tc_type_code_other(struct tc_str code);

/* A word in front of a number: "nghi quyet", "resolution". */
struct tc_type_word {
	char bare[24];		/* syllables with one space between */
	char exact[32];		/* canonical spelling, lower case */
	char code[8];		/* "" when the word tells no type */
	uint8_t flags;
	uint8_t source;
};
enum {
	/* "Chi thi 05": a number right behind the word is a document's. */
	TC_TYPE_SHORT = 1,
	/* Only with a sign: "so" between, or "cua", "ve", a date behind. */
	TC_TYPE_SIGN = 2,
	/* Also a verb: in lower case it needs a sign as well. */
	TC_TYPE_VERB = 4,
	TC_TYPE_ENGLISH = 8,
	/* Only one issues them, and no symbol says who: "20-SL". */
	TC_TYPE_ALONE = 16,
};

/* The longest type word that starts at token i, and how many tokens it
 * takes.  Words printed without marks count, those with other marks do not.
 * NULL when there is none. */
const struct tc_type_word *tc_type_word_search(const struct tc_scan *s,
					       size_t i, size_t *count);
/* What nearly every token is turned away by. */
static inline bool tc_type_word_may(const struct tc_scan *s, size_t i)
{
	return tc_word_follows(tc_word_seconds[s->marks[i].row].type,
			       s->marks[i + 1].row);
}
static inline const struct tc_type_word *
tc_type_word_at(const struct tc_scan *s, size_t i, size_t *count)
{
	return tc_type_word_may(s, i) ? tc_type_word_search(s, i, count) : NULL;
}
const struct tc_type_word *tc_type_word_find(struct tc_str bare);
/* The one that ends right before token i; *first is its first token. */
const struct tc_type_word *tc_type_word_before(const struct tc_scan *s,
					       size_t i, size_t *first);
/* The first Vietnamese word of a canonical code. */
const struct tc_type_word *tc_type_word_of(struct tc_str code);

#define TC_BODY_CODE_MAX 32	/* bytes of a code below */
struct tc_body {
	char key[12];		/* bare lower case, TU-horn written tw */
	char code[12];
	enum tc_system system;
	unsigned flags;
	char name[56];		/* whose it is; "" where many share it */
	uint8_t source;
};
enum {
	TC_BODY_STEM = 1,	/* letters may follow: DUBVPSN, TWDTN-VP */
	TC_BODY_DIGITS = 2,	/* digits must follow: QH15 */
	TC_BODY_NUMBERED = 4,	/* digits may follow: CB2 */
	TC_BODY_PROSE = 8,	/* also in lower-case text: 06-ct/tw */
	TC_BODY_TERM = 16,	/* follows number and year with no type */
	TC_BODY_ALONE = 32,	/* nothing is joined on behind a hyphen */
	TC_BODY_PRINT = 64,	/* writes as the Party does, or as the state */
};

/* The row that covers the whole key, the longest first; *n is how many bytes
 * of the key are the row's own.  NULL when there is none. */
const struct tc_body *tc_body_find(struct tc_str key, size_t *n);
/* The first row of the body with that name ("Ban Tổ chức Trung ương"); NULL
 * when there is none. */
const struct tc_body *tc_body_named(struct tc_str name);

#endif

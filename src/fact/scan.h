/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What every scanner of facts reads: the text and its tokens, made once.
 * Scanners add to growing lists in the arena, in the order of the text.
 * Each is linear in the text.
 */
#ifndef TC_FACT_SCAN_H
#define TC_FACT_SCAN_H

#include "base/likely.h"
#include "fact/article.h"
#include "fact/word.h"
#include "text/token.h"

/* What stands between token i and the one before it. */
enum tc_gap {
	TC_GAP_HARD,		/* a sentence, a line, anything else */
	TC_GAP_NONE,		/* nothing (letters against Han) */
	TC_GAP_BLANK,		/* blanks only */
	TC_GAP_TIGHT,		/* - / + ' without blanks */
	TC_GAP_COMMA,		/* ", " */
	TC_GAP_DOT,		/* "." and perhaps a blank: TP. HCM, P.5 */
	TC_GAP_DASH,		/* a dash or hyphen with blanks */
	TC_GAP_OPEN,		/* " (" */
	TC_GAP_CLOSE,		/* ") " */
	TC_GAP_KINDS = 15,
	/* and of any of these: one blank and nothing else; a line's end, or a
	 * full stop that more than the token stands behind */
	TC_GAP_PLAIN = 16, TC_GAP_STOP = 32,
};

/* Tokens, in order, at which a scanner looks. */
struct tc_places {
	uint32_t *v;
	size_t n;
};

struct tc_scan {
	struct tc_str text;
	uint32_t title_len;
	struct tc_tokens tokens;
	struct tc_arena *arena;
	struct tc_str byline;	/* of the article */
	struct tc_str day;	/* of publication, once that is known: as the
				   gazetteer's are, "2023-06-06" */
	/* filled by tc_scan_mark() */
	struct tc_mark *marks;	/* of each token, and one of no word */
	uint8_t *gaps;		/* enum tc_gap, before each token */
	/* where one may begin, as far as two words tell */
	struct tc_places numbers, dates, units;
};

/* Looks every token up, once for all scanners; text, tokens and arena are
 * set.  In the arena. */
void tc_scan_mark(struct tc_scan *s);

static inline const struct tc_word_row *tc_scan_word(const struct tc_scan *s,
						     size_t i)
{
	return &tc_word_rows[s->marks[i].row];
}

static inline unsigned tc_scan_flags(const struct tc_scan *s, size_t i)
{
	return tc_word_flags[s->marks[i].row];
}

/* The classes of the unit rows that begin with the word. */
static inline uint32_t tc_scan_units(const struct tc_scan *s, size_t i)
{
	return tc_word_units[s->marks[i].row];
}

/* False past the end. */
static inline bool tc_scan_says(const struct tc_scan *s, size_t i,
				enum tc_word_said word)
{
	return TC_LIKELY(i < s->tokens.n) && tc_word_says(s->marks[i], word);
}

/* "P. Dong Kinh" */
static inline bool tc_scan_is_letter(const struct tc_token *t)
{
	return ((t->flags & TC_TOKEN_UPPER) != 0) & (t->exact.n <= 2);
}

/* A family name: a person may begin here. */
static inline bool tc_scan_surname(const struct tc_scan *s, size_t i)
{
	return tc_scan_flags(s, i) & TC_WORD_SURNAME;
}

/* What stands between token i and the one before it, with what else is known of
 * it; past either end: TC_GAP_HARD. */
static inline unsigned tc_scan_gap_bits(const struct tc_scan *s, size_t i)
{
	/* nothing stands before the first token, if there is one */
	return s->gaps[TC_LIKELY(i < s->tokens.n) ? i : 0];
}

static inline enum tc_gap tc_scan_gap(const struct tc_scan *s, size_t i)
{
	return tc_scan_gap_bits(s, i) & TC_GAP_KINDS;
}

/* Nothing but one blank, as before most tokens. */
static inline bool tc_scan_is_blank(const struct tc_scan *s, size_t i)
{
	return tc_scan_gap_bits(s, i) & TC_GAP_PLAIN;
}

struct tc_number_list {
	struct tc_number *v;
	size_t n, cap;
};
struct tc_date_list {
	struct tc_date_mention *v;
	size_t n, cap;
};
struct tc_unit_list {
	struct tc_unit *v;
	size_t n, cap;
};

/* What stands between token i and the one before it, without blanks about
 * it; 0 < i < tokens.n. */
struct tc_str tc_scan_sign(const struct tc_scan *s, size_t i);
/* The same is `sign`, none of those that make a gap of another kind than hard:
 * ";", ":", "&". */
static inline bool tc_scan_is_sign(const struct tc_scan *s, size_t i,
				   const char *sign)
{
	return tc_scan_gap(s, i) == TC_GAP_HARD && i && i < s->tokens.n &&
	       tc_str_is(tc_scan_sign(s, i), sign);
}
/* A line's end stands between token i and the one before it, or nothing does;
 * i < tokens.n. */
static inline bool tc_scan_begins_line(const struct tc_scan *s, size_t i)
{
	const uint32_t from = i ? s->tokens.v[i - 1].off : 0;

	return !i || (TC_UNLIKELY(s->gaps[i] & TC_GAP_STOP) &&
		      memchr(s->text.p + from, '\n', s->tokens.v[i].off - from));
}
/* Hyphen-minus, U+2011, en or em dash, and nothing else. */
bool tc_scan_is_dash(struct tc_str mark);

/* The token that starts at or after byte `off` (binary search); tokens.n
 * when there is none. */
size_t tc_scan_token_at(const struct tc_scan *s, uint32_t off);
/* The same, which is token i or stands not far behind it. */
static inline size_t tc_scan_token_from(const struct tc_scan *s, size_t i,
					uint32_t off)
{
	while (i < s->tokens.n && s->tokens.v[i].off < off)
		i++;
	return i;
}

#endif

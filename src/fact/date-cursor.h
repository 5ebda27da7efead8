/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A place in the text, and what can be taken there.  Each tc_cursor_take
 * function either takes the whole of what it is named for and moves behind
 * it, or returns false and leaves the cursor where it was; so a cursor is
 * copied only to look ahead by several pieces.
 */
#ifndef TC_FACT_DATE_CURSOR_H
#define TC_FACT_DATE_CURSOR_H

#include "fact/date-lex.h"

/* The pieces read of a text, each once, though forms try them again and
 * again: piece `at` is kept in slot at % TC_PIECES. */
#define TC_PIECES 32
struct tc_pieces {
	struct tc_str text;
	uint32_t at[TC_PIECES];
	struct tc_lex v[TC_PIECES];
};

struct tc_cursor {
	struct tc_pieces *pieces;	/* shared by copies */
	uint32_t at;
};

static inline struct tc_cursor tc_cursor_start(struct tc_pieces *pieces,
					       struct tc_str text, uint32_t at)
{
	pieces->text = text;
	memset(pieces->at, 0xFF, sizeof pieces->at);
	return (struct tc_cursor){ pieces, at };
}

/* The piece at byte `at`, be it the cursor's place or not. */
static inline struct tc_lex tc_cursor_piece(const struct tc_cursor *c,
					    uint32_t at)
{
	struct tc_pieces *const pieces = c->pieces;
	const uint32_t slot = at % TC_PIECES;

	if (pieces->at[slot] != at) {
		pieces->at[slot] = at;
		tc_date_lex(pieces->text, at, &pieces->v[slot]);
	}
	return pieces->v[slot];
}

static inline struct tc_lex tc_cursor_peek(const struct tc_cursor *c)
{
	return tc_cursor_piece(c, c->at);
}

bool tc_cursor_take(struct tc_cursor *c, enum tc_lex_kind kind);
bool tc_cursor_take_word(struct tc_cursor *c, enum tc_lex_word word);
/* A number of one or two digits from 1 to max. */
bool tc_cursor_take_small(struct tc_cursor *c, uint32_t max, uint8_t *value);
/* Four digits within TC_DATE_YEAR_MIN and _MAX (date-match.h). */
bool tc_cursor_take_year(struct tc_cursor *c, int16_t *year);
/* A slash, dash or dot on the same line as what it joins: a dash on a line
 * of its own begins an item of a list. */
bool tc_cursor_take_separator(struct tc_cursor *c, enum tc_lex_kind *kind);
/* A slash at the end of a line, glued to what stands before it, where a number
 * begins the next: the line was broken inside the date. */
bool tc_cursor_take_broken(struct tc_cursor *c);
/* "năm 2017", ", năm 2017". */
bool tc_cursor_take_year_words(struct tc_cursor *c, int16_t *year);
/* These, and " 2017", ", 2017", "/2017" behind a month or quarter. */
bool tc_cursor_take_year_tail(struct tc_cursor *c, int16_t *year);
/* "hai", "mười hai" behind "tháng"; "năm" is May only before another. */
bool tc_cursor_take_month_name(struct tc_cursor *c, uint8_t *month);

/* What stands between two parts of a list or range. */
struct tc_date_link {
	bool range;		/* a dash or "đến", and not a list */
	bool dash;
	bool spoken;		/* the word "ngày" is repeated */
};
bool tc_cursor_take_link(struct tc_cursor *c, struct tc_date_link *link);

#endif

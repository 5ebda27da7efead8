/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A text beside its row of words (wordrow.h): what the row does not tell of
 * it, so that the two give it back byte for byte and no word is stored twice.
 *
 *   rest    := length(varint) gap op*		length of the text
 *   gap     := length(varint) bytes		before the first word
 *   op      := 0nnnnnnn			n + 1 words in lower case, a
 *						blank behind each
 *	      | 1llggggg [word] [gap]		one word, and what follows it
 *   word    := length(varint) bytes
 *
 *   ll      0 lower case, 1 with a capital, 2 in capitals, 3 `word` follows:
 *           it is no syllable, or spelled otherwise than the row says
 *   ggggg   place in a list of what often stands between words; 31 `gap`
 *           follows
 */
#ifndef TC_TEXT_WORDTEXT_H
#define TC_TEXT_WORDTEXT_H

#include "text/codeset.h"

/* Appends what the row, as tc_wordrow_put() has made it of the same text and
 * tokens, does not tell. */
void tc_wordtext_put(struct tc_str text, const struct tc_tokens *tokens,
		     struct tc_str row, struct tc_buf *out);

/* The length of the text, by which memory is made ready; false where `rest` is
 * none, or says more than the two can hold. */
bool tc_wordtext_length(struct tc_str row, struct tc_str rest, size_t *length);

/* Writes the text, `length` bytes, to `out`.  False where row and rest do not
 * belong together: damage. */
bool tc_wordtext_read(struct tc_str row, struct tc_str rest, char *out,
		      size_t length);
/* The same, and the tokens of the text as tc_tokenize() makes them of it, in a
 * quarter of its time.  They point into the text and the arena. */
bool tc_wordtext_tokens(struct tc_str row, struct tc_str rest, char *out,
			size_t length, struct tc_arena *arena,
			struct tc_tokens *tokens);

/* A text that is written as far as it is asked for. */
struct tc_wordtext {
	struct tc_str row, rest;
	char *text;		/* room for all of it; NULL: it is written */
	size_t length;
};

/* What is asked of a text: the tokens of some codes; and where `every`, all
 * others too, without their strings. */
struct tc_wanted {
	struct tc_codeset codes;
	bool every;
};

struct tc_outline {
	struct tc_tokens tokens;	/* those that were asked for */
	uint32_t *at;		/* which token of the text each is; NULL: they
				   are all */
	size_t count;		/* tokens of the text */
	size_t before;		/* that begin before a place of it */
	uint32_t last;		/* where the last one begins */
	struct tc_wordtext unwritten;
	struct tc_arena *arena;		/* of all this */
};

/* Goes over the text without writing it.  False as above, and for a row that
 * was cut, whose codes do not tell all tokens. */
bool tc_wordtext_outline(const struct tc_wordtext *t,
			 const struct tc_wanted *wanted, size_t place,
			 struct tc_arena *arena, struct tc_outline *out);
/* Writes the tokens from `first` on, `count` of them or as many as there are,
 * with what stands between and behind them, of a text whose outline was made;
 * where they stand. */
struct tc_tokens tc_wordtext_part(const struct tc_wordtext *t, size_t first,
				  size_t count, struct tc_arena *arena);

#endif

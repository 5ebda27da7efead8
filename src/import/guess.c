/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/guess.h"

#include "text/normalize.h"
#include "text/token.h"
#include "text/utf8.h"

/* A sample is enough, and keeps the cost of each candidate the same. */
#define SAMPLE ((size_t)128 * 1024)
#define WORDS_MIN 20

double tc_guess_score(struct tc_str utf8)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF normal = { 0 };
	struct tc_tokens tokens;
	size_t marked = 0, syllables = 0;

	if (utf8.n > SAMPLE)
		utf8.n = tc_utf8_floor(utf8, SAMPLE);
	tc_normalize(utf8, &normal);
	tc_tokenize(tc_buf_str(&normal), &arena, &tokens);
	for (size_t i = 0; i < tokens.n; i++) {
		uint32_t flags = tokens.v[i].flags;
		marked += (flags & TC_TOKEN_MARKED) != 0;
		syllables += (flags & TC_TOKEN_MARKED) &&
			     (flags & TC_TOKEN_SYLLABLE);
	}
	return marked < WORDS_MIN ? 0 : (double)syllables / (double)marked;
}

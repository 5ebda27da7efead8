/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/word.h"

#include "text/fold.h"
#include "text/utf8.h"

enum class { OTHER, LETTER, DIGIT };

static enum class class_of(uint32_t c)
{
	if (tc_char_is_letter(c) || (c >= 0x80 && tc_char_is_mark(c)))
		return LETTER;
	return tc_char_is_digit(c) ? DIGIT : OTHER;
}

static void add_bare(struct tc_word *word, size_t *n, uint32_t c)
{
	char utf8[4];
	size_t more;

	if (c < 0x80) {		/* a letter or a digit */
		if (*n + 1 < sizeof word->bare)
			word->bare[(*n)++] = (char)(c | 32);
		return;
	}
	more = tc_utf8_put(utf8, tc_char_bare(tc_char_lower(c)));
	if (*n + more < sizeof word->bare) {
		memcpy(word->bare + *n, utf8, more);
		*n += more;
	}
}

bool tc_word_next(struct tc_str line, size_t *off, struct tc_word *word)
{
	enum class kind = OTHER;
	size_t n = 0;

	memset(word, 0, sizeof *word);
	if (*off >= line.n)
		return false;
	const char *p = line.p + *off, *end = tc_str_end(line);
	while (p < end) {
		const char *here = p;
		uint32_t c = tc_utf8_next(&p, end);
		enum class now = class_of(c);
		if (kind == OTHER && now != OTHER) {
			kind = now;
			word->start = (size_t)(here - line.p);
			word->digits = now == DIGIT;
			word->upper = tc_char_is_upper(c);
		} else if (now != kind) {
			p = here;
			break;
		}
		if (kind != OTHER)
			add_bare(word, &n, c);
	}
	*off = word->end = (size_t)(p - line.p);
	return kind != OTHER;
}

size_t tc_word_label(struct tc_str line, const char *label)
{
	struct tc_str rest = tc_str0(label), part;
	struct tc_word word;
	size_t off = 0;

	while (tc_str_split(&rest, ' ', &part))
		if (!tc_word_next(line, &off, &word) ||
		    !tc_str_is(part, word.bare))
			return 0;
	return off;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/gen-marks.h"

#include "base/mem.h"
#include "fact/word.h"
#include "text/token.h"

#include <stdio.h>

static unsigned form_of(unsigned flags)
{
	const bool digit = flags & TC_TOKEN_DIGIT;
	const bool upper = flags & TC_WORD_FORM_UPPER;
	const bool syllable = flags & TC_TOKEN_SYLLABLE;
	const bool marked = flags & TC_TOKEN_MARKED;
	const bool code = upper && !syllable && (flags & TC_TOKEN_CAPS ||
						 marked);

	return (digit || code ? TC_BEGINS_NUMBER | TC_BEGINS_ANY_NUMBER : 0u) |
	       (digit ? TC_BEGINS_DATE : 0u) | (upper ? TC_BEGINS_MONTH : 0u);
}

/* What is known of a syllable, by its tone. */
struct syllable {
	bool any;
	unsigned rows[8], begins[8];
	bool brief[8];		/* two bytes at most */
};
static struct syllable syllables[TC_TOKEN_SYLLABLES];

void tc_marks_add(unsigned place, unsigned row, unsigned begins)
{
	struct syllable *s = &syllables[place >> 3];

	s->rows[place & 7] = row;
	s->begins[place & 7] = begins;
	s->any = true;
}

/* A month's name begins a date with its capital only, a short word a unit
 * likewise. */
static void put_mark(const struct syllable *s, unsigned tone, bool upper)
{
	const unsigned begins = s->begins[tone];
	const bool month = upper && begins & TC_BEGINS_MONTH;
	const bool unit = upper && s->brief[tone];

	printf("\t{ %u, %u, %u },\n", s->rows[tone], begins,
	       (begins & ~(unsigned)TC_BEGINS_WORD) |
		       (month ? TC_BEGINS_DATE : 0u) |
		       (unit ? TC_BEGINS_UNIT | TC_BEGINS_ANY_UNIT : 0u));
}

static void put_marks(const struct syllable *s, unsigned figures)
{
	for (unsigned tone = 0; tone < TC_TOKEN_FIGURES; tone++) {
		put_mark(s, tone, false);
		put_mark(s, tone, true);
	}
	for (int upper = 0; upper < 2; upper++)
		printf("\t{ %u, 0, %u },\n", figures,
		       form_of(TC_TOKEN_DIGIT));
	for (int upper = 0; upper < 2; upper++)
		printf("\t{ 0, 0, %d },\n", TC_BEGINS_UNKNOWN);
}

/* The key of a token of two bytes at most, if it is a syllable. */
static void add_brief(const char *text)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_tokens t;

	tc_tokenize(tc_str0(text), &arena, &t);
	if (t.n != 1 || !(t.v[0].flags & TC_TOKEN_SYLLABLE) ||
	    t.v[0].exact.n > 2)
		return;
	struct syllable *s = &syllables[t.v[0].place >> 3];
	s->any = s->brief[t.v[0].place & 7] = true;
}

/* All that two bytes may spell: two letters, or one that has a mark. */
static void add_briefs(void)
{
	char text[3] = "";

	for (text[0] = 'a'; text[0] <= 'z'; text[0]++) {
		text[1] = '\0';
		add_brief(text);
		for (text[1] = 'a'; text[1] <= 'z'; text[1]++)
			add_brief(text);
	}
	for (unsigned c = 0x80; c < 0x800; c++) {
		text[0] = (char)(0xC0 | c >> 6);
		text[1] = (char)(0x80 | (c & 0x3F));
		add_brief(text);
	}
}

static void put_forms(void)
{
	printf("\nconst uint8_t tc_word_forms[] = {\n");
	for (unsigned flags = 0; flags < TC_WORD_FORMS; flags++)
		printf("\t%u,\n", form_of(flags));
	printf("};\n");
}

void tc_marks_put(unsigned figures)
{
	unsigned n = 0;

	add_briefs();
	printf("\nconst uint16_t tc_word_syllables[] = {\n");
	for (size_t i = 0; i < TC_TOKEN_SYLLABLES; i++)
		printf("\t%u,\n", syllables[i].any ? 16 * ++n : 0);
	printf("};\n\nconst struct tc_mark tc_word_marks[] = {\n");
	put_marks(&(const struct syllable){ 0 }, figures);
	for (size_t i = 0; i < TC_TOKEN_SYLLABLES; i++)
		if (syllables[i].any)
			put_marks(&syllables[i], figures);
	printf("};\n");
	put_forms();
}

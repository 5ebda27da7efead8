/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/furniture.h"

#include "base/error.h"
#include "import/furniture-table.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <stdint.h>

/* Longer lines are text. */
#define KEY_MAX 240
/* Most lines are told from furniture by so many letters. */
#define OPENING 6

#define PHRASE_COUNT (sizeof phrases / sizeof *phrases)

/* A line's letters, without case and diacritics; and how many of them stand
 * before the first digit and the first colon: "Tu 13 khoa" is not "Tu khoa:".
 */
struct key {
	char p[KEY_MAX + 1];
	size_t n, digit, colon;
};

/* Phrases by their first letter, in the order of the table. */
static struct {
	uint16_t begin[26 + 1], phrase[PHRASE_COUNT];
	bool made;
} by_letter;

static void make_by_letter(void)
{
	size_t n = 0;

	for (size_t letter = 0; letter < 26; letter++) {
		by_letter.begin[letter] = (uint16_t)n;
		for (size_t f = 0; f < PHRASE_COUNT; f++)
			if (*phrases[f].key == (char)('a' + letter))
				by_letter.phrase[n++] = (uint16_t)f;
	}
	by_letter.begin[26] = (uint16_t)n;
	tc_assert(n == PHRASE_COUNT);
	by_letter.made = true;
}

/* Whether a phrase could begin with the letters so far, or end in them. */
static bool may_open(const struct key *key)
{
	const unsigned letter = (unsigned char)*key->p - 'a';

	if (letter >= 26)
		return false;
	for (size_t f = by_letter.begin[letter];
	     f < by_letter.begin[letter + 1]; f++) {
		const char *k = phrases[by_letter.phrase[f]].key;
		size_t n = 1;
		while (n < key->n && k[n] == key->p[n])
			n++;
		if (n == key->n || !k[n] || k[n] == '*' || k[n] == ':')
			return true;
	}
	return false;
}

/* False when the line is too long for furniture, opens as none does, or holds
 * a letter of another script. */
static bool make_key(struct tc_str line, struct key *key)
{
	const char *p = line.p, *end = tc_str_end(line);

	key->n = 0;
	key->digit = key->colon = SIZE_MAX;
	if (!by_letter.made)
		make_by_letter();
	while (p < end) {
		uint32_t c = tc_utf8_next(&p, end);
		if (tc_char_is_digit(c) && key->digit == SIZE_MAX)
			key->digit = key->n;
		if (c == ':' && key->colon == SIZE_MAX)
			key->colon = key->n;
		if (!tc_char_is_letter(c))
			continue;
		c = tc_char_bare(tc_char_lower(c));
		if (c >= 0x80 || key->n == KEY_MAX)
			return false;
		key->p[key->n++] = (char)c;
		if (key->n == OPENING && !may_open(key))
			return false;
	}
	key->p[key->n] = '\0';
	return true;
}

/* How many letters from `at` on the phrase takes up; 0 when it does not
 * stand there. */
static size_t taken_by(const struct phrase *f, const struct key *key,
		       size_t at)
{
	const char *k = f->key;
	size_t n = 0;

	while (at + n < key->n && k[n] == key->p[at + n])
		n++;
	if (k[n] == '\0')
		return n;
	if (k[n] == '*' && at == 0 && key->digit >= n)
		return key->n;
	if (k[n] == ':' && at == 0 && key->colon == n && key->digit >= n)
		return key->n;
	return (k[n] == '*' || k[n] == ':') && at + n == key->n ? n : 0;
}

/* Lays phrases end to end over the key: first[i] is the phrase that a
 * cover of the letters before i begins with.  Most lines end the search at
 * their first letters. */
static const struct phrase *cover(const struct key *key)
{
	const struct phrase *first[KEY_MAX + 1];

	memset(first, 0, (key->n + 1) * sizeof *first);
	for (size_t i = 0; i < key->n; i++) {
		if (i && !first[i])
			continue;
		const unsigned letter = (unsigned char)key->p[i] - 'a';
		if (letter >= 26)
			continue;
		for (size_t f = by_letter.begin[letter];
		     f < by_letter.begin[letter + 1]; f++) {
			const struct phrase *at =
				&phrases[by_letter.phrase[f]];
			size_t t = taken_by(at, key, i);
			if (t && !first[i + t])
				first[i + t] = i ? first[i] : at;
		}
	}
	return first[key->n];
}

/* "(19/05/1890 – 19/05/2020)": an anniversary, below the headline that tells
 * of it, and no counter. */
static bool is_anniversary(struct tc_str line)
{
	size_t years = 0, digits = 0;

	if (!tc_str_starts(line, TC_STR("(")) ||
	    !tc_str_ends(line, TC_STR(")")))
		return false;
	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] >= '0' && line.p[i] <= '9') {
			digits++;
			continue;
		}
		years += digits == 4;
		digits = 0;
	}
	return years == 2;
}

/* "http://sonha.gov.vn/tin/123", "z123_abc.jpg" */
static bool is_address(struct tc_str line)
{
	static const char *const heads[] = { "http://", "https://", "www." };
	static const char *const tails[] = {
		".jpg", ".jpeg", ".png", ".JPG", ".gif", ".webp",
	};

	if (!line.n || memchr(line.p, ' ', line.n))
		return false;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (tc_str_starts(line, tc_str0(heads[i])))
			return true;
	for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
		if (tc_str_ends(line, tc_str0(tails[i])))
			return true;
	return false;
}

/* "Theo dõi Báo Sơn Hạ trên Google News" */
static bool is_to_follow(struct tc_str line)
{
	return line.n <= KEY_MAX && tc_str_starts(line, TC_STR("Theo dõi ")) &&
	       (tc_str_ends(line, TC_STR("Google News")) ||
		tc_str_ends(line, TC_STR("Zalo")) ||
		tc_str_ends(line, TC_STR("Facebook")));
}

enum tc_furniture tc_furniture_whole(struct tc_str line)
{
	struct key key;

	if (is_address(line))
		return TC_FURNITURE_INLINE;
	if (is_to_follow(line))
		return TC_FURNITURE_BAR;
	if (tc_str_starts(line, TC_STR("©")) && line.n <= KEY_MAX)
		return TC_FURNITURE_FOOT;
	if (!make_key(line, &key))
		return TC_FURNITURE_NONE;
	if (!key.n)
		return is_anniversary(line) ? TC_FURNITURE_NONE :
					      TC_FURNITURE_COUNTER;
	const struct phrase *first = cover(&key);
	return first ? first->what : TC_FURNITURE_NONE;
}

static bool ends_sentence(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/* On to what may be the mark at a sentence's end. */
static const char *skip_to_mark(const char *p, const char *end)
{
	while (p < end && *p != '.' && *p != '!' && *p != '?' && *p != '\xE2')
		p++;
	return p;
}

/* Bytes: "II. Nội dung" is a heading. */
#define SENTENCE_MIN 8

size_t tc_furniture_glued(struct tc_str line)
{
	size_t at = line.n < KEY_MAX * 2 ? 0 :
		    tc_utf8_floor(line, line.n - KEY_MAX * 2);
	const char *p = line.p + at, *end = tc_str_end(line);
	uint32_t before = 0;

	for (;;) {
		if (!ends_sentence(before))
			p = skip_to_mark(p, end);
		if (p >= end)
			return line.n;
		const char *here = p;
		uint32_t c = tc_utf8_next(&p, end);
		if (ends_sentence(before) && tc_char_is_letter(c) &&
		    here - line.p >= SENTENCE_MIN &&
		    tc_furniture_whole(tc_str(here, (size_t)(end - here))))
			return (size_t)(here - line.p);
		if (c != ' ' && c != '"' && c != 0x201D && c != ')' &&
		    c != '/')
			before = c;
	}
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/page.h"
#include "import/word.h"
#include "text/fold.h"
#include "text/utf8.h"

/* The language is plain after so many words; and before, when one in ten of
 * so many has a letter that only Vietnamese has. */
#define WORDS_READ 2000
#define MARKED_ENOUGH (WORDS_READ / 10)
#define LISTED_MAX 5	/* letters of the words below */

struct count {
	size_t words, english, vietnamese;
};

static const char *const english[] = {
	"the", "of", "and", "in", "to", "for", "on", "with", "is", "was",
	"that", "at", "by", "from", "has", "have", "been", "its", "which",
};
/* Bare function words that English lacks: for text without diacritics. */
static const char *const vietnamese[] = {
	"cua", "va", "trong", "nhung", "duoc", "cac", "cho", "voi", "nguoi",
	"khong", "mot", "da", "tai", "dang", "nam", "ngay", "bo", "chi",
};

static bool is_among(const char *word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (*word == *list[i] && strcmp(word, list[i]) == 0)
			return true;
	return false;
}

/* Letters of Vietnamese: its own, or with more marks than Latin-1 has. */
static bool has_vietnamese_letter(struct tc_str word)
{
	const char *p = word.p, *end = p + word.n;

	while (p < end) {
		uint32_t c = tc_utf8_next(&p, end);
		if (c < 0x80)
			continue;
		c = tc_char_lower(c);
		if (c == 0x103 || c == 0x111 || c == 0x1A1 || c == 0x1B0 ||
		    (c >= 0x1EA0 && c <= 0x1EF9))
			return true;
	}
	return false;
}

/* Whether one word in ten has such a letter, which is all that is asked of
 * most articles. */
static bool is_marked(struct tc_str text)
{
	struct tc_word w;
	size_t off = 0, words = 0, marked = 0;

	while (words < WORDS_READ && marked <= MARKED_ENOUGH &&
	       tc_word_next(text, &off, &w)) {
		if (w.digits)
			continue;
		words++;
		marked += has_vietnamese_letter(
			tc_str(text.p + w.start, w.end - w.start));
	}
	return marked * 10 > words;
}

static void count_words(struct tc_str text, struct count *n)
{
	struct tc_word w;
	size_t off = 0;

	while (n->words < WORDS_READ && tc_word_next(text, &off, &w)) {
		if (w.digits)
			continue;
		n->words++;
		if (strlen(w.bare) > LISTED_MAX)
			continue;
		n->english += is_among(w.bare, english,
				       sizeof english / sizeof *english);
		n->vietnamese += is_among(w.bare, vietnamese,
				sizeof vietnamese / sizeof *vietnamese);
	}
}

struct tc_str tc_language_of(struct tc_str text, struct tc_str declared)
{
	struct count n = { 0 };

	if (is_marked(text))
		return TC_STR("vi");
	count_words(text, &n);
	if (n.vietnamese > 2 * n.english)
		return TC_STR("vi");
	if (n.english * 10 > n.words)
		return TC_STR("en");
	return tc_str_starts(declared, TC_STR("en")) ? TC_STR("en") :
						       TC_STR("vi");
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which charset spells Vietnamese.  The figures are in charset.h. */
#include "config.h"

#include "text/charset.h"

#include "text/charset-table.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/syllable-word.h"
#include "text/syllable-table.h"
#include "text/utf8.h"

#define SHARE_MIN 0.90f
#define MARGIN 0.10f
/* Fewer words with a diacritic say nothing; nor when they are less than one
 * in so many of all: a sentence's end is a dot below in VIQR. */
#define WORDS_MIN 8
#define RARITY 5
/* The lowest of windows-1252 beyond Latin-1; it has none from U+1E00 to
 * U+1FFF. */
#define CP1252_FIRST 0x152u
/* Longer pieces are no words. */
#define WORD_MAX 64

struct tally {
	size_t words, marked, right;
	struct tc_buf normal, lower;	/* of one word */
};

/* Decodings that differ in capitals and signs only. */
static bool are_kin(enum tc_charset a, enum tc_charset b)
{
	return a == b ||
	       (a == TC_CHARSET_TCVN3 && b == TC_CHARSET_TCVN5712) ||
	       (b == TC_CHARSET_TCVN3 && a == TC_CHARSET_TCVN5712);
}

static bool is_ascii_alnum(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z');
}

/* A sign that no right decoding has inside a word makes the word wrong, and
 * so separates nothing. */
static bool separates(uint32_t c)
{
	if (c < 0x80)
		return !is_ascii_alnum(c);
	return c <= 0xA0 || c == 0xAB || c == 0xBB ||
	       (c >= 0x2000 && c <= 0x206F);
}

/* Capitals alone, few of them. */
static bool is_abbreviation(struct tc_str word)
{
	size_t n = 0;

	for (const char *p = word.p, *end = tc_str_end(word); p < end; n++)
		if (!tc_char_is_upper(tc_utf8_next(&p, end)))
			return false;
	return n <= 6;
}

static void see_word(struct tally *t, struct tc_str word)
{
	struct tc_word w;
	bool ascii = true;

	if (!word.n)
		return;
	t->words++;
	for (size_t i = 0; i < word.n; i++)
		ascii &= (unsigned char)word.p[i] < 0x80;
	if (ascii)
		return;
	if (word.n > WORD_MAX) {
		t->marked++;
		return;
	}
	tc_buf_clear(&t->normal);
	tc_buf_clear(&t->lower);
	tc_normalize(word, &t->normal);
	tc_fold_lower(tc_buf_str(&t->normal), &t->lower);
	const bool right = tc_word_read(tc_buf_str(&t->lower), &w) &&
			   tc_word_find(&w) != TC_SLOTS;
	/* QĐ, HĐND: neither for nor against */
	if (!right && is_abbreviation(tc_buf_str(&t->normal)))
		return;
	t->marked++;
	t->right += right;
}

/* The share of right words in valid UTF-8. */
static float share_of(struct tc_str text)
{
	const char *p = text.p, *const end = tc_str_end(text);
	const char *start = p;
	struct tally t = { 0 };

	while (p < end) {
		const char *const before = p;
		if (!separates(tc_utf8_next(&p, end)))
			continue;
		see_word(&t, tc_str(start, (size_t)(before - start)));
		start = p;
	}
	see_word(&t, tc_str(start, (size_t)(p - start)));
	tc_buf_release(&t.normal);
	tc_buf_release(&t.lower);
	if (t.marked < WORDS_MIN || t.marked * RARITY < t.words)
		return 0;
	return (float)t.right / (float)t.marked;
}

static float share_as(enum tc_charset charset, struct tc_str bytes)
{
	TC_SCOPED_BUF text = { 0 };

	tc_charset_decode(charset, bytes, &text, NULL);
	return share_of(tc_buf_str(&text));
}

static struct tc_charset_guess
best_of(const enum tc_charset *v, size_t n, struct tc_str bytes)
{
	struct tc_charset_guess g = { .charset = TC_CHARSET_UNKNOWN };
	float shares[TC_CHARSET_COUNT];

	for (size_t i = 0; i < n; i++) {
		shares[i] = share_as(v[i], bytes);
		if (i == 0 || shares[i] > g.share) {
			g.charset = v[i];
			g.share = shares[i];
		}
	}
	for (size_t i = 0; i < n; i++)
		if (!are_kin(v[i], g.charset) && shares[i] > g.runner_up)
			g.runner_up = shares[i];
	g.certain = g.share >= SHARE_MIN && g.share - g.runner_up >= MARGIN;
	return g;
}

static bool is_ascii(struct tc_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

/* Whether nearly all characters beyond ASCII could be bytes that
 * windows-1252 shows: those of real Vietnamese could not, and soon so many
 * have been seen that what follows, of two bytes each, makes no difference. */
static bool may_be_reencoded(struct tc_str text)
{
	const size_t most = text.n / 2;
	size_t beyond = 0, other = 0;

	for (const char *p = text.p; p < tc_str_end(text);) {
		if ((unsigned char)*p < 0x80) {
			p++;
			continue;
		}
		const uint32_t c = tc_utf8_next(&p, tc_str_end(text));
		bool shown = c < 0x100;
		/* nearly all of Vietnamese */
		const bool other_block = (c >= 0x100 && c < CP1252_FIRST) ||
					 (c >= 0x1E00 && c < 0x2000);
		for (unsigned b = 0; b < 0x20 && !shown && !other_block; b++)
			shown = tc_charset_high[TC_HIGH_CP1252][b] == c;
		beyond++;
		other += !shown;
		if (other * 20 > most)
			return false;
	}
	return beyond && other * 20 <= beyond;
}

/* Valid UTF-8: what else it may be. */
static struct tc_charset_guess guess_utf8(struct tc_str text)
{
	static const enum tc_charset inside[] = {
		TC_CHARSET_UTF8, TC_CHARSET_UTF8_TWICE,
		TC_CHARSET_TCVN3_IN_UTF8, TC_CHARSET_VISCII_IN_UTF8,
		TC_CHARSET_VPS_IN_UTF8, TC_CHARSET_VNI_IN_UTF8,
		TC_CHARSET_CP1258_IN_UTF8,
	};
	static const enum tc_charset ascii[] = {
		TC_CHARSET_UTF8, TC_CHARSET_VIQR,
	};
	struct tc_charset_guess g = { TC_CHARSET_UTF8, 0, 0, true };

	if (is_ascii(text))
		g = best_of(ascii, 2, text);
	else if (may_be_reencoded(text))
		g = best_of(inside, sizeof inside / sizeof *inside, text);
	/* else no other reading is possible, and nothing is spelled */
	if (g.certain)
		return g;
	/* two readings that spell: a tie, reported as one */
	const bool tie = g.share >= SHARE_MIN && g.charset != TC_CHARSET_UTF8;
	return (struct tc_charset_guess){
		TC_CHARSET_UTF8, share_of(text),
		tie ? g.share : g.runner_up, !tie
	};
}

/* Too little to score, but characters of several bytes among few ill-formed
 * ones: no other charset looks so. */
static bool is_mostly_utf8(struct tc_str bytes)
{
	TC_SCOPED_BUF text = { 0 };
	const size_t replaced = tc_utf8_scrub(bytes, &text);
	size_t beyond = 0;

	for (const char *p = text.p; p < text.p + text.n;)
		beyond += tc_utf8_next(&p, text.p + text.n) >= 0x80;
	return beyond - replaced >= 4 * replaced;
}

static struct tc_charset_guess guess_bytes(struct tc_str bytes)
{
	static const enum tc_charset all[] = {
		TC_CHARSET_TCVN3, TC_CHARSET_VISCII, TC_CHARSET_VPS,
		TC_CHARSET_VNI, TC_CHARSET_CP1258, TC_CHARSET_TCVN5712,
		TC_CHARSET_UTF8, TC_CHARSET_CP1252,
	};
	struct tc_charset_guess g =
		best_of(all, sizeof all / sizeof *all, bytes);

	if (g.share < SHARE_MIN)
		g = (struct tc_charset_guess){
			is_mostly_utf8(bytes) ? TC_CHARSET_UTF8 :
						TC_CHARSET_CP1252,
			0, g.share, false
		};
	return g;
}

static bool is_tag(struct tc_str at, struct tc_str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (i >= at.n || (at.p[i] | 0x20) != name.p[i])
			return false;
	return true;
}

/* The bytes of a tag that starts at s, with what it holds for those whose
 * content is no text; 0 when it is none. */
static size_t tag_length(struct tc_str s)
{
	static const struct tc_str silent[] = {
		{ "<script", 7 }, { "<style", 6 }
	};
	static const struct tc_str ends[] = {
		{ "</script", 8 }, { "</style", 7 }
	};
	size_t n = 1;

	if (s.n < 2 || !(is_ascii_alnum((unsigned char)s.p[1]) ||
			 s.p[1] == '/' || s.p[1] == '!' || s.p[1] == '?'))
		return 0;
	for (size_t k = 0; k < 2; k++)
		if (is_tag(s, silent[k]))
			while (n < s.n && !(s.p[n] == '<' &&
					    is_tag(tc_str_from(s, n),
						   ends[k])))
				n++;
	while (n < s.n && s.p[n] != '>')
		n++;
	return n < s.n ? n + 1 : n;
}

/* Text for the eye: a blank for each tag. */
static void strip_markup(struct tc_str s, struct tc_buf *out)
{
	while (s.n) {
		const char *const lt = memchr(s.p, '<', s.n);
		const size_t before = lt ? (size_t)(lt - s.p) : s.n;
		tc_buf_add(out, s.p, before);
		s = tc_str_from(s, before);
		const size_t tag = s.n ? tag_length(s) : 0;
		if (s.n)
			tc_buf_addc(out, tag ? ' ' : '<');
		s = tc_str_from(s, tag ? tag : s.n > 0);
	}
}

static enum tc_charset byte_order_mark(struct tc_str bytes)
{
	if (tc_str_starts(bytes, TC_STR("\xEF\xBB\xBF")))
		return TC_CHARSET_UTF8;
	if (tc_str_starts(bytes, TC_STR("\xFF\xFE")))
		return TC_CHARSET_UTF16LE;
	if (tc_str_starts(bytes, TC_STR("\xFE\xFF")))
		return TC_CHARSET_UTF16BE;
	return TC_CHARSET_UNKNOWN;
}

/* Valid but for a character that the sample cuts. */
static bool is_valid(struct tc_str sample, bool cut)
{
	const size_t good = tc_utf8_valid(sample);

	return good == sample.n || (cut && sample.n - good < 4);
}

struct tc_charset_guess tc_charset_guess_bytes(struct tc_str bytes)
{
	const enum tc_charset mark = byte_order_mark(bytes);
	const bool cut = bytes.n > TC_CHARSET_SAMPLE;
	TC_SCOPED_BUF text = { 0 };

	if (cut)
		bytes.n = TC_CHARSET_SAMPLE;
	if (mark == TC_CHARSET_UTF16LE || mark == TC_CHARSET_UTF16BE)
		return (struct tc_charset_guess){ mark, share_as(mark, bytes),
						  0, true };
	strip_markup(bytes, &text);
	if (!is_valid(bytes, cut))
		return guess_bytes(tc_buf_str(&text));
	if (cut)
		text.n = tc_utf8_valid(tc_buf_str(&text));
	return guess_utf8(tc_buf_str(&text));
}

size_t tc_charset_mend(struct tc_str text, struct tc_buf *out)
{
	struct tc_str rest = text, line;
	size_t mended = 0;

	while (tc_str_split(&rest, '\n', &line)) {
		const struct tc_charset_guess g = may_be_reencoded(line) ?
			guess_utf8(line) :
			(struct tc_charset_guess){ .certain = false };
		if (g.certain && g.charset != TC_CHARSET_UTF8) {
			tc_charset_decode(g.charset, line, out, NULL);
			mended++;
		} else {
			tc_buf_addstr(out, line);
		}
		if (rest.p)
			tc_buf_addc(out, '\n');
	}
	return mended;
}

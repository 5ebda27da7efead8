/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The keys of a word are played one by one on a row of letters.  What a key
 * does can be open (thuow is thuơ, tuowng tương): the word is played in
 * several ways, the usual first, until one gives a syllable of the table.
 */
#include "config.h"

#include "text/keystroke.h"

#include "text/syllable-table.h"
#include "text/syllable-word.h"
#include "text/unicode.h"
#include "text/utf8.h"

enum { A = 1, D = 4, E = 5, O = 15, Q = 17, U = 21, W = 23 };

enum action { PLAIN, TONE, CLEAR, HAT, BREVE, HORN, HORN_OR_BREVE, STROKE };

struct key {
	char c;
	unsigned char action;		/* enum action */
	unsigned char arg;		/* the tone, or the letter of a HAT */
};

static const struct key telex[] = {
	{ 's', TONE, TC_SAC }, { 'f', TONE, TC_HUYEN }, { 'r', TONE, TC_HOI },
	{ 'x', TONE, TC_NGA }, { 'j', TONE, TC_NANG }, { 'z', CLEAR, 0 },
	{ 'a', HAT, A }, { 'e', HAT, E }, { 'o', HAT, O },
	{ 'w', HORN_OR_BREVE, 0 }, { 'd', STROKE, 0 }, { 0, PLAIN, 0 },
};

static const struct key vni[] = {
	{ '1', TONE, TC_SAC }, { '2', TONE, TC_HUYEN }, { '3', TONE, TC_HOI },
	{ '4', TONE, TC_NGA }, { '5', TONE, TC_NANG }, { '0', CLEAR, 0 },
	{ '6', HAT, 0 }, { '7', HORN, 0 }, { '8', BREVE, 0 },
	{ '9', STROKE, 0 }, { 0, PLAIN, 0 },
};

static const struct key viqr[] = {
	{ '\'', TONE, TC_SAC }, { '`', TONE, TC_HUYEN }, { '?', TONE, TC_HOI },
	{ '~', TONE, TC_NGA }, { '.', TONE, TC_NANG }, { '^', HAT, 0 },
	{ '+', HORN, 0 }, { '(', BREVE, 0 }, { 'd', STROKE, 0 },
	{ 0, PLAIN, 0 },
};

static const struct key *const schemes[] = {
	[TC_KEYSTROKE_TELEX] = telex, [TC_KEYSTROKE_VNI] = vni,
	[TC_KEYSTROKE_VIQR] = viqr,
};

/* Ways of playing a word, tried in this order. */
enum { TOGETHER = 1, FAR = 2 };
static const unsigned ways[] = {
	TOGETHER | FAR,		/* uo gets both horns; aa need not touch */
	FAR,			/* one horn a key: thuow, duong77 */
	TOGETHER,		/* a hat on the letter before only: ngoeo */
	0,
};

struct play {
	unsigned char v[TC_KEYSTROKE_MAX];	/* letter codes */
	bool upper[TC_KEYSTROKE_MAX];
	unsigned n;
	unsigned tone;
	unsigned way;
	bool changed;
};

static bool is_vowel(unsigned l)
{
	return l == A || l == E || l == TC_LETTER_I || l == O || l == U ||
	       l == TC_LETTER_Y ||
	       (l >= TC_LETTER_A_BREVE && l < TC_LETTER_ZERO &&
		l != TC_LETTER_D_BAR);
}

static bool set(struct play *s, unsigned at, unsigned letter)
{
	s->v[at] = (unsigned char)letter;
	s->changed = true;
	return true;
}

static bool set_tone(struct play *s, unsigned tone)
{
	for (unsigned i = 0; i < s->n; i++) {
		if (!is_vowel(s->v[i]))
			continue;
		const bool again = s->tone == tone;
		s->tone = again ? 0 : tone;
		s->changed = true;
		return !again;
	}
	return false;
}

/* The last letter that is `plain` or becomes so when the key comes a second
 * time (aaa is aa); 0 for any of a, e, o. */
static bool set_hat(struct play *s, unsigned plain)
{
	static const unsigned char pairs[][2] = {
		{ A, TC_LETTER_A_HAT }, { E, TC_LETTER_E_HAT },
		{ O, TC_LETTER_O_HAT },
	};
	const unsigned down = plain && !(s->way & FAR) && s->n ? s->n - 1 : 0;

	for (unsigned i = s->n; i-- > down;)
		for (unsigned k = 0; k < 3; k++) {
			if (plain && pairs[k][0] != plain)
				continue;
			if (s->v[i] == pairs[k][0])
				return set(s, i, pairs[k][1]);
			if (s->v[i] == pairs[k][1]) {
				set(s, i, pairs[k][0]);
				return false;
			}
		}
	return false;
}

static bool set_breve(struct play *s)
{
	for (unsigned i = s->n; i-- > 0;)
		if (s->v[i] == A)
			return set(s, i, TC_LETTER_A_BREVE);
	return false;
}

/* uo, uu and (for w) ua, where the horn is not only the last one's. */
static bool set_pair(struct play *s, bool breve_too)
{
	for (unsigned i = 0; i + 1 < s->n; i++) {
		const unsigned a = s->v[i], b = s->v[i + 1];
		if ((a == U && (b == O || b == TC_LETTER_O_HORN)) ||
		    (a == TC_LETTER_U_HORN && b == O)) {
			set(s, i, TC_LETTER_U_HORN);
			return set(s, i + 1, TC_LETTER_O_HORN);
		}
		if (a == U && (b == U || (b == A && breve_too)) &&
		    (i == 0 || s->v[i - 1] != Q))
			return set(s, i, TC_LETTER_U_HORN);
	}
	return false;
}

static bool set_horn(struct play *s, bool breve_too)
{
	if (s->way & TOGETHER && set_pair(s, breve_too))
		return true;
	for (unsigned i = s->n; i-- > 0;) {
		if (s->v[i] == O)
			return set(s, i, TC_LETTER_O_HORN);
		if (s->v[i] == A && breve_too)
			return set(s, i, TC_LETTER_A_BREVE);
	}
	for (unsigned i = 0; i < s->n; i++)
		if (s->v[i] == U && (i == 0 || s->v[i - 1] != Q))
			return set(s, i, TC_LETTER_U_HORN);
	return false;
}

static bool set_stroke(struct play *s)
{
	return s->n && s->v[0] == D && set(s, 0, TC_LETTER_D_BAR);
}

static bool act(struct play *s, const struct key *k)
{
	switch ((enum action)k->action) {
	case TONE:
		return set_tone(s, k->arg);
	case CLEAR:
		return s->tone && set_tone(s, s->tone) == false;
	case HAT:
		return set_hat(s, k->arg);
	case BREVE:
		return set_breve(s);
	case HORN:
		return set_horn(s, false);
	case HORN_OR_BREVE:
		return set_horn(s, true);
	case STROKE:
		return set_stroke(s);
	case PLAIN:
		break;
	}
	return false;
}

/* Telex: w where nothing takes a horn, and the brackets. */
static unsigned letter_key(char c, enum tc_keystroke scheme)
{
	if (scheme != TC_KEYSTROKE_TELEX)
		return 0;
	return c == 'w' || c == ']' ? TC_LETTER_U_HORN :
	       c == '[' ? TC_LETTER_O_HORN : 0;
}

static bool press(struct play *s, char typed, enum tc_keystroke scheme)
{
	const bool upper = typed >= 'A' && typed <= 'Z';
	const char c = upper ? (char)(typed - 'A' + 'a') : typed;
	const struct key *k = schemes[scheme];

	while (k->c && k->c != c)
		k++;
	if (k->c && act(s, k))
		return true;
	unsigned letter = letter_key(c, scheme);
	if (letter)
		s->changed = true;
	else if (c >= 'a' && c <= 'z')
		letter = (unsigned)(c - 'a') + A;
	if (!letter || s->n == TC_KEYSTROKE_MAX)
		return false;
	s->upper[s->n] = upper;
	s->v[s->n++] = (unsigned char)letter;
	return true;
}

/* The slot of the syllable that was played, TC_SLOTS for none. */
static unsigned find(const struct play *s)
{
	struct tc_word w = { .tone = (unsigned char)s->tone,
			     .n = (unsigned char)s->n };

	if (!s->changed || !s->n || s->n > TC_SLOT_LETTERS)
		return TC_SLOTS;
	for (unsigned i = 0; i < s->n; i++)
		w.key = w.key << TC_LETTER_BITS | s->v[i];
	return tc_word_find(&w);
}

static void put(const struct play *s, unsigned at, struct tc_buf *out)
{
	char spelled[TC_SYLLABLE_MAX], bytes[4];
	const size_t n = tc_slot_spell(at, s->tone, spelled);
	const char *p = spelled;

	/* letter by letter: a syllable has as many as were typed */
	for (unsigned i = 0; p < spelled + n; i++) {
		uint32_t c = tc_utf8_next(&p, spelled + n);
		/* Latin-1 and ASCII: 32 apart; the others: neighbours */
		if (s->upper[i])
			c -= c < 0x100 ? 0x20 : 1;
		tc_buf_add(out, bytes, tc_utf8_put(bytes, c));
	}
}

/* No lower-case letter: an abbreviation, not raw typing. */
static bool is_in_capitals(struct tc_str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] >= 'a' && word.p[i] <= 'z')
			return false;
	return true;
}

bool tc_keystroke_decode(struct tc_str word, enum tc_keystroke scheme,
			 struct tc_buf *out)
{
	if (scheme == TC_KEYSTROKE_NONE || word.n > TC_KEYSTROKE_MAX ||
	    is_in_capitals(word))
		return false;
	for (size_t k = 0; k < sizeof ways / sizeof *ways; k++) {
		struct play s = { .way = ways[k] };
		size_t i = 0;
		while (i < word.n && press(&s, word.p[i], scheme))
			i++;
		const unsigned at = i == word.n ? find(&s) : TC_SLOTS;
		if (at == TC_SLOTS)
			continue;
		put(&s, at, out);
		return true;
	}
	return false;
}

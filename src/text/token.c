/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Most words are made of the letters that have a code (unicode.h): for these
 * the keys, the flags and the place in the table of syllables come out of
 * one loop.  The others take the slow way through fold.h.
 */
#include "config.h"

#include "text/token.h"

#include "text/fold.h"
#include "text/normalize.h"
#include "text/stopword.h"
#include "text/syllable-table.h"
#include "text/syllable-word.h"
#include "text/unicode.h"
#include "text/utf8.h"

/* Letters of the longest word that goes the fast way: of at most 3 bytes
 * each, so that its keys need not be cut. */
#define FAST_MAX (TC_TOKEN_MAX / 3)
/* How much of a longer one its keys are made from. */
#define SLOW_MAX (4 * TC_TOKEN_MAX)
/* Room for the two keys of one token, and for those of many. */
#define KEYS_MAX (2 * (TC_TOKEN_MAX + 4))
#define ROOM_MAX 16384
/* The first guess at how many tokens there are stays below this. */
#define GUESS_MAX 4096

struct tokenizer {
	const char *start, *end;
	struct tc_arena *arena;
	struct tc_token *v;
	size_t n, cap;
	char *room;			/* for keys */
	size_t left;
	struct tc_buf lower, exact, bare;	/* for the slow way */
};

/* A word of letters with a code. */
struct scan {
	struct tc_word word;
	unsigned digits, uppers, tones;
	bool marked;
	size_t exact_n;
	char bare[FAST_MAX];
};

static unsigned flags_at(const char *p, const char *end)
{
	return tc_char_record(tc_utf8_next(&p, end))->flags;
}

static bool is_word_char(unsigned flags)
{
	return flags & (TC_CHAR_LETTER | TC_CHAR_MARK | TC_CHAR_DIGIT) &&
	       !(flags & TC_CHAR_ALONE);
}

/* Where the next token starts: marks alone make none. */
static const char *find_start(const char *p, const char *end)
{
	while (p < end) {
		if ((unsigned char)*p >= 0x80) {
			if (flags_at(p, end) &
			    (TC_CHAR_LETTER | TC_CHAR_DIGIT))
				break;
			tc_utf8_next(&p, end);
		} else if (tc_letter_low[(unsigned char)*p]) {
			break;
		} else {
			p++;
		}
	}
	return p;
}

/* Makes sure of room for the keys of one token. */
static void make_room(struct tokenizer *t)
{
	if (t->left >= KEYS_MAX)
		return;
	const size_t want = (size_t)(t->end - t->start);
	t->left = want < KEYS_MAX ? KEYS_MAX :
		  want > ROOM_MAX ? ROOM_MAX : want;
	t->room = tc_arena_alloc(t->arena, t->left);
}

static struct tc_token *add(struct tokenizer *t, const char *p,
			    const char *end)
{
	t->v = tc_arena_grow(t->arena, t->v, t->n, &t->cap, sizeof *t->v);
	struct tc_token *const token = &t->v[t->n++];
	token->off = (uint32_t)(p - t->start);
	token->len = (uint32_t)(end - p);
	return token;
}

static struct tc_str use_room(struct tokenizer *t, size_t n)
{
	const struct tc_str used = tc_str(t->room, n);

	t->room += n;
	t->left -= n;
	return used;
}

static struct tc_str keep(struct tokenizer *t, const char *p, size_t n)
{
	memcpy(t->room, p, n);
	return use_room(t, n);
}

/* Reads letters with a code into `s` and the lower-case key into room. */
static const char *scan_letters(struct scan *s, const char *p,
				const char *end, char *room)
{
	uint64_t key = 0;
	size_t at = 0;
	unsigned n = 0;

	while (p < end && n < FAST_MAX) {
		const char *next = p;
		const unsigned info = tc_letter_info(tc_utf8_next(&next, end));
		if (!info)
			break;
		const unsigned letter = TC_LETTER(info);
		const unsigned tone = TC_LETTER_TONE(info);
		const struct tc_letter_bytes *const b =
			&tc_letter_bytes[letter][tone];
		memcpy(room + at, b, 4);	/* the length falls away */
		at += b->n;
		s->bare[n] = tc_letter_bare[letter];
		key = key << TC_LETTER_BITS | letter;
		s->marked |= b->n > 1;
		s->digits += letter >= TC_LETTER_ZERO;
		s->uppers += (info & TC_LETTER_UPPER) != 0;
		if (tone) {
			s->tones++;
			s->word.tone = (unsigned char)tone;
			s->word.position = (unsigned char)n;
		}
		n++;
		p = next;
	}
	s->word.key = key;
	s->word.n = (unsigned char)n;
	s->exact_n = at;
	return p;
}

/* Looks the word up; puts its canonical spelling in place of another. */
static unsigned find_syllable(struct scan *s, char *room)
{
	if (s->word.n > TC_SLOT_LETTERS || s->digits || s->tones > 1)
		return 0;
	const unsigned at = tc_word_find(&s->word);
	if (at == TC_SLOTS)
		return 0;
	const uint64_t slot = tc_syllable_slots[at];
	if ((slot & TC_SLOT_KEY) != s->word.key ||
	    (s->tones && s->word.position != tc_slot_position(slot)))
		s->exact_n = tc_slot_spell(at, s->word.tone, room);
	return tc_syllable_function[at] >> s->word.tone & 1 ?
	       TC_TOKEN_SYLLABLE | TC_TOKEN_FUNCTION : TC_TOKEN_SYLLABLE;
}

static unsigned case_flags(bool first_upper, size_t letters, size_t uppers,
			   size_t lowers)
{
	return (first_upper ? TC_TOKEN_UPPER : 0u) |
	       (letters > 1 && uppers && !lowers ? TC_TOKEN_CAPS : 0u);
}

static void take_fast(struct tokenizer *t, struct scan *s, const char *p,
		      const char *end)
{
	const unsigned first = tc_letter_info(tc_utf8_next(&(const char *){ p },
							   end));
	const size_t letters = s->word.n - s->digits;
	struct tc_token *const token = add(t, p, end);

	token->flags = find_syllable(s, t->room) |
		       case_flags(first & TC_LETTER_UPPER, letters, s->uppers,
				  letters - s->uppers) |
		       (s->digits ? TC_TOKEN_DIGIT : 0u) |
		       (s->marked ? TC_TOKEN_MARKED : 0u);
	token->exact = use_room(t, s->exact_n);
	token->bare = s->marked ? keep(t, s->bare, s->word.n) : token->exact;
}

static unsigned slow_flags(const char *p, const char *end)
{
	const unsigned first = flags_at(p, end);
	size_t letters = 0, uppers = 0, lowers = 0;
	bool digit = false;

	while (p < end) {
		const unsigned f =
			tc_char_record(tc_utf8_next(&p, end))->flags;
		letters += (f & TC_CHAR_LETTER) != 0;
		uppers += (f & TC_CHAR_UPPER) != 0;
		lowers += (f & TC_CHAR_LOWER) != 0;
		digit |= (f & TC_CHAR_DIGIT) != 0;
	}
	return case_flags(first & TC_CHAR_UPPER, letters, uppers, lowers) |
	       (digit ? TC_TOKEN_DIGIT : 0u);
}

static void cut(struct tc_buf *key)
{
	key->n = tc_utf8_floor(tc_buf_str(key), TC_TOKEN_MAX);
}

/* Any word: what is not in the table of letters, or is too long for it.
 * Lower-casing can leave NFC (J U+030C), hence once more. */
static void take_slow(struct tokenizer *t, const char *p, const char *end)
{
	struct tc_str word = tc_str(p, (size_t)(end - p));
	struct tc_token *const token = add(t, p, end);
	char spelled[TC_SYLLABLE_MAX];
	size_t n;

	word.n = tc_utf8_floor(word, SLOW_MAX);
	tc_buf_clear(&t->lower);
	tc_buf_clear(&t->exact);
	tc_buf_clear(&t->bare);
	tc_fold_lower(word, &t->lower);
	tc_normalize(tc_buf_str(&t->lower), &t->exact);
	if (tc_syllable_canonical(tc_buf_str(&t->exact), spelled, &n)) {
		tc_buf_clear(&t->exact);
		tc_buf_add(&t->exact, spelled, n);
	}
	cut(&t->exact);
	tc_fold_bare(tc_buf_str(&t->exact), &t->bare);
	cut(&t->bare);
	token->flags = slow_flags(p, end);
	token->exact = keep(t, t->exact.p, t->exact.n);
	token->bare = token->exact;
	if (!tc_str_eq(token->exact, tc_buf_str(&t->bare))) {
		token->flags |= TC_TOKEN_MARKED;
		token->bare = keep(t, t->bare.p, t->bare.n);
	}
	struct tc_syllable s;
	if (tc_syllable_parse(token->exact, &s))
		token->flags |= TC_TOKEN_SYLLABLE;
	if (tc_stopword_is(token->exact))
		token->flags |= TC_TOKEN_FUNCTION;
}

/* The end of the run of letters, marks and digits; of one character and its
 * marks when that stands alone. */
static const char *find_end(const char *p, const char *end)
{
	const bool alone = flags_at(p, end) & TC_CHAR_ALONE;

	tc_utf8_next(&p, end);
	while (p < end) {
		const unsigned f = flags_at(p, end);
		if (alone ? !(f & TC_CHAR_MARK) : !is_word_char(f))
			break;
		tc_utf8_next(&p, end);
	}
	return p;
}

static const char *take(struct tokenizer *t, const char *p)
{
	struct scan s = { .marked = false };

	make_room(t);
	const char *end = scan_letters(&s, p, t->end, t->room);
	if (end > p && (end == t->end || !is_word_char(flags_at(end, t->end)))) {
		take_fast(t, &s, p, end);
	} else {
		end = find_end(p, t->end);
		take_slow(t, p, end);
	}
	return end;
}

void tc_tokenize(struct tc_str text, struct tc_arena *arena,
		 struct tc_tokens *out)
{
	struct tokenizer t = { text.p, text.p + text.n, arena, NULL, 0, 0,
			       NULL, 0, { 0 }, { 0 }, { 0 } };
	const size_t guess = text.n / 5 + 1;

	t.cap = guess < GUESS_MAX ? guess : GUESS_MAX;
	t.v = tc_arena_alloc(arena, t.cap * sizeof *t.v);
	for (const char *p = text.p; (p = find_start(p, t.end)) < t.end;)
		p = take(&t, p);
	out->v = t.v;
	out->n = t.n;
	tc_buf_release(&t.lower);
	tc_buf_release(&t.exact);
	tc_buf_release(&t.bare);
}

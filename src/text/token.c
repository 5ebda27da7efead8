/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Most words are made of the letters that have a code (unicode.h): for these
 * the keys, the flags and the place in the table of syllables come out of
 * one loop.  The others take the slow way through fold.h.
 *
 * What differs from word to word (is it marked, has it a tone, a capital) is
 * computed without branches on the fast way: a branch that cannot be
 * foretold costs as much as four letters.
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
#define BARE_MAX 24			/* as many bytes, and easy to copy */
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

/* A word of letters with a code.  Small, for the compiler to keep it in
 * registers. */
struct scan {
	uint64_t key;			/* letters without the tones */
	unsigned n;			/* letters and digits */
	unsigned tally;			/* of capitals, digits, tones */
	unsigned tone, position;	/* the only one, if it is */
	unsigned capitals;		/* as bits, the last letter lowest */
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
		} else if (tc_letters[(unsigned char)*p].info) {
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

/* Makes a key of the next n bytes of room.  Member by member: a copy of the
 * whole struct would wait for its halves to be stored. */
static void use_room(struct tokenizer *t, struct tc_str *key, size_t n)
{
	key->p = t->room;
	key->n = n;
	t->room += n;
	t->left -= n;
}

static void keep(struct tokenizer *t, struct tc_str *key, struct tc_str bytes)
{
	memcpy(t->room, bytes.p, bytes.n);
	use_room(t, key, bytes.n);
}

static inline void take_letter(struct scan *s, const struct tc_letter *l,
			       char *lower, char *bare)
{
	const unsigned letter = TC_LETTER(l->info);
	const unsigned tone = TC_LETTER_TONE(l->info);

	/* the length that is copied along is written over */
	memcpy(lower, &l->lower, sizeof l->lower);
	bare[s->n] = tc_letter_bare[letter];
	s->key = s->key << TC_LETTER_BITS | letter;
	s->tally += l->info >> TC_LETTER_TALLY;
	s->tone |= tone;
	s->position = tone ? s->n : s->position;
	s->capitals = s->capitals << 1 | (l->info / TC_LETTER_UPPER & 1);
	s->n++;
}

/* Reads letters with a code: their lower case, which has as many bytes, and
 * their bare form.  No branch depends on a letter, but for the end. */
static inline const char *scan_letters(struct scan *s, const char *start,
				       const char *end, char *lower,
				       char *bare)
{
	const char *p = start;
	unsigned n;

	for (; end - p >= TC_WINDOW_READ; p += TC_WINDOW) {
		uint64_t starts = tc_window(p);
		for (; starts; starts &= starts - 1) {
			const char *const at = p + tc_window_off(starts);
			const struct tc_letter *const l = tc_letter_at(at, &n);
			if (!l->info || s->n == FAST_MAX)
				return at;
			take_letter(s, l, lower + (at - start), bare);
		}
	}
	p = tc_window_align(p, end);
	while (p < end && s->n < FAST_MAX) {
		const char *next = p;
		const struct tc_letter *const l =
			tc_letter_of(tc_utf8_next(&next, end));
		if (!l->info)
			break;
		take_letter(s, l, lower + (p - start), bare);
		p = next;
	}
	return p;
}

/* Fibonacci hashing (Knuth, 6.4): the upper half of the product. */
static inline uint32_t hash_of(uint64_t key, unsigned tones)
{
	return (uint32_t)((key << 3 ^ tones) * UINT64_C(0x9E3779B97F4A7C15) >>
			  32);
}

uint32_t tc_token_hash(struct tc_str exact)
{
	const char *p = exact.p, *const end = tc_str_end(exact);
	uint64_t key = 0;
	unsigned tones = 0;

	while (p < end) {
		const unsigned info = tc_letter_info(tc_utf8_next(&p, end));
		key = key << TC_LETTER_BITS | TC_LETTER(info);
		tones |= TC_LETTER_TONE(info);
	}
	return hash_of(key, tones);
}

/* Looks the word up; puts its canonical spelling in place of another, and
 * the key of that. */
static inline unsigned find_syllable(struct scan s, char *lower, size_t *n,
				     uint64_t *key)
{
	const unsigned tones = TC_TALLY_TONES(s.tally);
	const struct tc_word w = { .key = s.key,
				   .tone = (unsigned char)s.tone };

	*key = s.key;
	if (s.n > TC_SLOT_LETTERS || TC_TALLY_DIGITS(s.tally) || tones > 1)
		return 0;
	const unsigned at = tc_word_find(&w);
	if (at == TC_SLOTS)
		return 0;
	const uint64_t slot = tc_syllable_slots[at];
	const bool moved = (tones != 0) &
			   (s.position != tc_slot_position(slot));
	if (((slot & TC_SLOT_KEY) != s.key) | moved)
		*n = tc_slot_spell(at, s.tone, lower);
	*key = slot & TC_SLOT_KEY;
	return TC_TOKEN_SYLLABLE |
	       (tc_syllable_function[at] >> s.tone & 1) * TC_TOKEN_FUNCTION;
}

static unsigned case_flags(bool first_upper, size_t letters, size_t uppers,
			   size_t lowers)
{
	return first_upper * TC_TOKEN_UPPER |
	       ((letters > 1) & (uppers > 0) & (lowers == 0)) * TC_TOKEN_CAPS;
}

static inline void take_fast(struct tokenizer *t, struct scan s,
			     const char *p, const char *end, const char *bare)
{
	const size_t uppers = TC_TALLY_UPPERS(s.tally);
	const size_t digits = TC_TALLY_DIGITS(s.tally);
	const size_t letters = s.n - digits;
	size_t n = (size_t)(end - p);
	/* a letter with a diacritic is the only one of more bytes */
	const bool marked = n != s.n;
	struct tc_token *const token = add(t, p, end);
	uint64_t key;

	token->flags = find_syllable(s, t->room, &n, &key) |
		       case_flags(s.capitals >> (s.n - 1) & 1, letters, uppers,
				  letters - uppers) |
		       (digits > 0) * TC_TOKEN_DIGIT |
		       marked * TC_TOKEN_MARKED;
	token->hash = hash_of(key, s.tone);
	use_room(t, &token->exact, n);
	/* of a fixed size, which is faster; room is enough */
	memcpy(t->room, bare, BARE_MAX);
	token->bare.p = token->exact.p + n * marked;
	token->bare.n = s.n;
	t->room += s.n * marked;
	t->left -= s.n * marked;
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
	token->hash = tc_token_hash(tc_buf_str(&t->exact));
	keep(t, &token->exact, tc_buf_str(&t->exact));
	token->bare = token->exact;
	if (!tc_str_eq(token->exact, tc_buf_str(&t->bare))) {
		token->flags |= TC_TOKEN_MARKED;
		keep(t, &token->bare, tc_buf_str(&t->bare));
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

/* Whether a run of letters with a code is the whole word: ASCII that has no
 * code separates. */
static bool ends_word(const char *p, const char *end)
{
	if (p == end)
		return true;
	if ((unsigned char)*p < 0x80)
		return !tc_letters[(unsigned char)*p].info;
	return !is_word_char(flags_at(p, end));
}

static inline const char *take(struct tokenizer *t, const char *p)
{
	struct scan s = { 0 };
	char bare[BARE_MAX] = { 0 };

	make_room(t);
	const char *end = scan_letters(&s, p, t->end, t->room, bare);
	if (s.n && ends_word(end, t->end)) {
		take_fast(t, s, p, end, bare);
	} else {
		end = find_end(p, t->end);
		take_slow(t, p, end);
	}
	return end;
}

void tc_tokenize(struct tc_str text, struct tc_arena *arena,
		 struct tc_tokens *out)
{
	struct tokenizer t = { text.p, tc_str_end(text), arena, NULL, 0, 0,
			       NULL, 0, { 0 }, { 0 }, { 0 } };
	const size_t guess = text.n / 5 + 1;

	t.cap = guess < GUESS_MAX ? guess : GUESS_MAX;
	t.v = tc_arena_room(arena, t.cap * sizeof *t.v);
	for (const char *p = text.p; (p = find_start(p, t.end)) < t.end;)
		p = take(&t, p);
	out->v = t.v;
	out->n = t.n;
	tc_buf_release(&t.lower);
	tc_buf_release(&t.exact);
	tc_buf_release(&t.bare);
}

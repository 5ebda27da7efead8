/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Most words are made of the letters that have a code (unicode.h).  These are
 * read a chunk of text at a time (chunk.h); their keys are slices of what
 * that leaves, and a word of up to seven letters is looked up as one number.
 * The others take the slow way through fold.h.
 *
 * What differs from word to word (its length, is it marked, has it a tone,
 * a capital) is computed without branches on the fast way: a branch that
 * cannot be foretold costs as much as four letters.
 */
#include "config.h"

#include "text/token.h"

#include "base/likely.h"
#include "text/chunk.h"
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
/* The first guess at how many tokens there are stays below this. */
#define GUESS_MAX 4096

struct tokenizer {
	const char *start, *end;
	struct tc_arena *arena;
	struct tc_token *v;
	size_t n, cap;
	char *lower_keys, *bare_keys;	/* for the words of chunks */
	struct tc_buf lower, exact, bare;	/* for the slow way */
};

/* A word of up to seven letters with a code. */
struct word {
	uint64_t codes, marks;		/* a byte each, the first lowest */
	unsigned n;			/* letters and digits */
};

#define BYTES(b) (UINT64_C(0x0101010101010101) * (b))

/* The upper bit of each byte that is at least `low`; all are below 64. */
static inline uint64_t at_least(uint64_t bytes, unsigned low)
{
	return (bytes + BYTES(0x80 - low)) & BYTES(0x80);
}

static inline uint64_t load(const unsigned char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof w);
	return le64toh(w);
}

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

/* As many as there will be if the text goes on as so far, but never so many at
 * once that a text which begins in another way than it goes on would be given
 * much more than it needs. */
static void make_room(struct tokenizer *t, const char *p)
{
	const double share = (double)(t->end - t->start) /
			     (double)(p - t->start + 1);
	const double likely = 1.05 * share * (double)t->n;
	const size_t least = t->n + t->n / 2 + 1, most = 8 * t->n;

	t->cap = likely < (double)least ? least :
		 likely > (double)most ? most : (size_t)likely;
	struct tc_token *const more =
		tc_arena_room(t->arena, t->cap * sizeof *more);
	memcpy(more, t->v, t->n * sizeof *more);
	t->v = more;
}

static struct tc_token *add(struct tokenizer *t, const char *p,
			    const char *end)
{
	if (TC_UNLIKELY(t->n == t->cap))
		make_room(t, p);
	struct tc_token *const token = &t->v[t->n++];
	token->off = (uint32_t)(p - t->start);
	token->len = (uint32_t)(end - p);
	token->place = TC_TOKEN_NO_PLACE;
	return token;
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
	return tc_word_hash(key, tones);
}

/* Six bits of each letter, the last one lowest. */
static inline uint64_t key_of(const struct word *w)
{
	/* two shifts: one of 64 is undefined, and there is a letter */
	uint64_t k = __builtin_bswap64(w->codes) >> 8 >> (56 - 8 * w->n);

	k = (k & UINT64_C(0x00FF00FF00FF00FF)) |
	    (k & UINT64_C(0xFF00FF00FF00FF00)) >> 2;
	k = (k & UINT64_C(0x0000FFFF0000FFFF)) |
	    (k & UINT64_C(0xFFFF0000FFFF0000)) >> 4;
	return (k & UINT64_C(0xFFFFFFFF)) | k >> 32 << 24;
}

/* Looks the word up; puts its canonical spelling in place of another, and
 * the key of that. */
static inline unsigned find_syllable(struct tokenizer *t,
				     struct tc_token *token, uint64_t *key,
				     uint64_t tones, struct tc_str *exact)
{
	/* a tone of 0 at any position */
	const unsigned at_tone =
		(unsigned)__builtin_ctzll(tones | UINT64_C(1) << 63) / 8;
	const unsigned tone = (unsigned)(tones >> 8 * at_tone) & 7;
	const struct tc_word w = { .key = *key, .tone = (unsigned char)tone };
	const unsigned at = tc_word_find(&w);

	if (at == TC_SLOTS)
		return 0;
	const uint64_t slot = tc_syllable_slots[at];
	const bool moved = (tone != 0) & (at_tone != tc_slot_position(slot));
	if (((slot & TC_SLOT_KEY) != *key) | moved) {
		char *const spelled = tc_arena_alloc(t->arena,
						     TC_SYLLABLE_MAX);
		*exact = tc_str(spelled, tc_slot_spell(at, tone, spelled));
		*key = slot & TC_SLOT_KEY;
	}
	token->place = (uint16_t)(at << 3 | tone);
	return TC_TOKEN_SYLLABLE |
	       (tc_syllable_function[at] >> tone & 1) * TC_TOKEN_FUNCTION;
}

static inline unsigned all_tones(uint64_t tones)
{
	tones |= tones >> 32;
	tones |= tones >> 16;
	return (unsigned)(tones | tones >> 8) & 7;
}

static void set_keys(struct tc_token *token, struct tc_str exact,
		     const char *bare, size_t n)
{
	/* a letter with a diacritic is the only one of more bytes */
	const bool marked = token->len != n;

	token->flags |= (uint16_t)(marked * TC_TOKEN_MARKED);
	token->exact = exact;
	token->bare.p = marked ? bare : exact.p;
	token->bare.n = n;
}

/* A word of a chunk, of up to seven letters, by its place there. */
static inline void take_word(struct tokenizer *t, const struct word *w,
			     const char *p, const char *end, const char *lower,
			     const char *bare)
{
	const uint64_t digits = at_least(w->codes, TC_LETTER_ZERO);
	const uint64_t letters = at_least(w->codes, 1) ^ digits;
	const uint64_t uppers = w->marks << 4 & BYTES(0x80);
	const uint64_t tones = w->marks & BYTES(7);
	const uint64_t toned = at_least(tones, 1);
	const bool caps = (uppers == letters) &
			  ((letters & (letters - 1)) != 0);
	struct tc_str exact = tc_str(lower, (size_t)(end - p));
	struct tc_token *const token = add(t, p, end);
	uint64_t key = key_of(w);

	unsigned flags = (unsigned)(uppers >> 7 & 1) * TC_TOKEN_UPPER |
			 caps * TC_TOKEN_CAPS |
			 (digits != 0) * TC_TOKEN_DIGIT;
	if (!digits && !(toned & (toned - 1)))
		flags |= find_syllable(t, token, &key, tones, &exact);
	else if (!letters)
		token->place = TC_TOKEN_FIGURES;
	token->flags = (uint16_t)flags;
	token->hash = tc_word_hash(key, all_tones(tones));
	set_keys(token, exact, bare, w->n);
}

static unsigned case_flags(bool first_upper, size_t letters, size_t uppers,
			   size_t lowers)
{
	return first_upper * TC_TOKEN_UPPER |
	       ((letters > 1) & (uppers > 0) & (lowers == 0)) * TC_TOKEN_CAPS;
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
	token->flags = (uint16_t)slow_flags(p, end);
	token->hash = tc_token_hash(tc_buf_str(&t->exact));
	token->exact = tc_arena_str(t->arena, tc_buf_str(&t->exact));
	token->bare = token->exact;
	if (!tc_str_eq(token->exact, tc_buf_str(&t->bare))) {
		token->flags |= TC_TOKEN_MARKED;
		token->bare = tc_arena_str(t->arena, tc_buf_str(&t->bare));
	}
	struct tc_word w;
	if (tc_word_read(token->exact, &w)) {
		const unsigned at = tc_word_find(&w);
		if (at != TC_SLOTS) {
			token->flags |= TC_TOKEN_SYLLABLE;
			token->place = (uint16_t)(at << 3 | w.tone);
		}
	}
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

/* The words of some text, each the slow way; `end` separates. */
static const char *take_slowly(struct tokenizer *t, const char *p,
			       const char *end)
{
	while ((p = find_start(p, t->end)) < end) {
		const char *const start = p;
		p = find_end(p, t->end);
		take_slow(t, start, p);
	}
	return p;
}

/* A longer word: no syllable. */
static void take_long(struct tokenizer *t, const struct tc_chunk *c, size_t i,
		      size_t n, const char *p, const char *lower,
		      const char *bare)
{
	const char *const end = p + (c->off[i + n] - c->off[i]);
	size_t digits = 0, uppers = 0;
	bool other = n > FAST_MAX;

	for (size_t k = i; k < i + n; k++) {
		other |= c->code[k] == TC_CHUNK_OTHER;
		digits += c->code[k] >= TC_LETTER_ZERO;
		uppers += (c->mark[k] & TC_CHUNK_UPPER) != 0;
	}
	if (other) {
		take_slowly(t, p, end);
		return;
	}
	struct tc_token *const token = add(t, p, end);
	token->flags = (uint16_t)(case_flags(c->mark[i] & TC_CHUNK_UPPER,
					     n - digits, uppers,
					     n - digits - uppers) |
				  (digits > 0) * TC_TOKEN_DIGIT);
	set_keys(token, tc_str(lower, token->len), bare, n);
	token->hash = tc_token_hash(token->exact);
}

/* The letters from i on up to one without a code. */
static size_t count_letters(const struct tc_chunk *c, size_t i)
{
	size_t n = 0;

	while (c->code[i + n])
		n++;
	return n;
}

static inline unsigned first_byte(uint64_t bits)
{
	return (unsigned)__builtin_ctzll(bits) / 8;
}

static void take_chunk(struct tokenizer *t, const struct tc_chunk *c,
		       const char *text, const char *lower, const char *bare)
{
	for (size_t i = 0; i < c->n;) {
		struct word w = { load(c->code + i), load(c->mark + i), 0 };
		const uint64_t word = at_least(w.codes, 1);
		const uint64_t gap = word ^ BYTES(0x80);
		const char *const p = text + c->off[i];
		if (!(word & 0x80)) {
			i += word ? first_byte(word) : sizeof word;
			continue;
		}
		w.n = gap ? first_byte(gap) : 8;
		const uint64_t mask = (UINT64_C(1) << 8 * (w.n & 7)) - 1;
		w.codes &= mask;
		w.marks &= mask;
		size_t n = w.n;
		if (w.n == 8 || at_least(w.codes, TC_CHUNK_OTHER)) {
			n = count_letters(c, i);
			take_long(t, c, i, n, p, lower + c->off[i], bare + i);
		} else {
			take_word(t, &w, p, text + c->off[i + n],
				  lower + c->off[i], bare + i);
		}
		i += n;
	}
}

void tc_tokenize(struct tc_str text, struct tc_arena *arena,
		 struct tc_tokens *out)
{
	struct tokenizer t = { .start = text.p, .end = tc_str_end(text),
			       .arena = arena };
	const size_t guess = text.n / 5 + 1;
	struct tc_chunk c;

	t.cap = guess < GUESS_MAX ? guess : GUESS_MAX;
	t.v = tc_arena_room(arena, t.cap * sizeof *t.v);
	t.lower_keys = tc_arena_room(arena, text.n + TC_CHUNK_SLACK);
	t.bare_keys = tc_arena_room(arena, text.n + TC_CHUNK_SLACK);
	for (const char *p = text.p; p < t.end;) {
		const struct tc_str rest = tc_str(p, (size_t)(t.end - p));
		const size_t n = tc_chunk_length(rest);
		if (!n) {
			p = take_slowly(&t, p, p + TC_CHUNK);
			continue;
		}
		char *const lower = t.lower_keys + (p - text.p);
		char *const bare = t.bare_keys + (p - text.p);
		tc_chunk_read(&c, tc_str(p, n), lower, bare);
		take_chunk(&t, &c, p, lower, bare);
		p += n;
	}
	out->v = t.v;
	out->n = t.n;
	tc_buf_release(&t.lower);
	tc_buf_release(&t.exact);
	tc_buf_release(&t.bare);
}

bool tc_token_stands_apart(struct tc_str text, const struct tc_token *t)
{
	for (uint32_t at = tc_token_end(&t[-1]); at < t->off; at++)
		if (text.p[at] == ' ' || text.p[at] == '\n' ||
		    text.p[at] == '\t')
			return true;
	return false;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "text/wordrow.h"

#include "text/syllable-word.h"

enum {
	BARE = 0xfff0, FORM = 0x000f,
	OTHER = TC_FORMS	/* a spelling that has no code of its own */
};
_Static_assert(TC_FORMS == FORM, "a form is four bits");

/* Numbers behind those of the syllables; never 0, so that no word is a
 * break. */
static uint16_t hashed(struct tc_str bare)
{
	const uint32_t first = tc_syllable_bare_count + 1;
	const uint64_t h = tc_str_hash(bare, 0);

	return (uint16_t)((first + ((h * (4096 - first)) >> 32)) << 4);
}

static uint16_t numbered(unsigned number)
{
	return (uint16_t)((number + 1) << 4);
}

struct tc_wordcode tc_wordcode_bare(struct tc_str bare)
{
	unsigned number;

	return (struct tc_wordcode){
		tc_syllable_bare_number(bare, &number) ? numbered(number) :
							 hashed(bare),
		BARE
	};
}

static uint16_t code_of_form(unsigned slot, unsigned tone)
{
	return (uint16_t)(numbered(tc_syllable_numbers[slot]) |
			  tc_syllable_form[slot][tone]);
}

/* Of a word that is no syllable, though it may be one without its marks. */
static uint16_t code_of_other(struct tc_str exact, struct tc_str bare)
{
	const uint32_t h = tc_str_hash(exact, 0);
	unsigned number;

	/* as "ça", which must not have the code of a syllable in "ca" */
	if (tc_syllable_bare_number(bare, &number))
		return numbered(number) | OTHER;
	return (uint16_t)(hashed(bare) | ((h >> 8 ^ h >> 14) & FORM));
}

static uint16_t code_of(struct tc_str exact, struct tc_str bare)
{
	struct tc_word w;
	const unsigned slot = tc_word_read(exact, &w) ? tc_word_find(&w) :
							TC_SLOTS;

	return slot == TC_SLOTS ? code_of_other(exact, bare) :
				  code_of_form(slot, w.tone);
}

uint16_t tc_wordcode_of_token(const struct tc_token *t)
{
	return t->flags & TC_TOKEN_SYLLABLE ?
		       code_of_form(t->place >> 3, t->place & 7) :
		       code_of_other(t->exact, t->bare);
}

/* ---- keys ---- */

static bool key_of(unsigned slot, unsigned tone, char out[TC_SYLLABLE_MAX],
		   size_t *n)
{
	const unsigned form = tc_syllable_form[slot][tone];

	if (form == OTHER)
		return false;
	*n = tc_key_spell_bare(tc_syllable_slots[slot] & TC_SLOT_KEY, out);
	out[(*n)++] = (char)('A' + form);
	return true;
}

bool tc_wordcode_token_key(const struct tc_token *t,
			   char out[TC_SYLLABLE_MAX], size_t *n)
{
	const unsigned both = TC_TOKEN_MARKED | TC_TOKEN_SYLLABLE;
	const unsigned form = tc_syllable_form[t->place >> 3][t->place & 7];

	if ((t->flags & both) != both || form == OTHER)
		return false;
	memcpy(out, t->bare.p, t->bare.n);
	out[t->bare.n] = (char)('A' + form);
	*n = t->bare.n + 1;
	return true;
}

/* A letter without any is one byte. */
static bool has_mark(struct tc_str exact)
{
	size_t i = 0;

	while (i < exact.n && (unsigned char)exact.p[i] < 0x80)
		i++;
	return i < exact.n;
}

bool tc_wordcode_key(struct tc_str exact, char out[TC_SYLLABLE_MAX],
		     size_t *n)
{
	struct tc_word w;

	if (!has_mark(exact) || !tc_word_read(exact, &w))
		return false;
	const unsigned slot = tc_word_find(&w);
	return slot != TC_SLOTS && key_of(slot, w.tone, out, n);
}

bool tc_wordcode_unkey(struct tc_str key, char out[TC_SYLLABLE_MAX],
		       size_t *n)
{
	unsigned number, form;

	if (key.n < 2)
		return false;
	form = (unsigned)(unsigned char)key.p[key.n - 1] - 'A';
	if (form >= TC_FORMS ||
	    !tc_syllable_bare_number(tc_str(key.p, key.n - 1), &number))
		return false;
	*n = tc_wordcode_spell((uint16_t)(numbered(number) | form), out);
	return *n > 0;
}

struct tc_wordcode tc_wordcode_of(struct tc_str exact, struct tc_str bare)
{
	return (struct tc_wordcode){ code_of(exact, bare), BARE | FORM };
}

int tc_wordcode_place(uint16_t code)
{
	const int form = tc_code_form(code);

	return form < 0 ? -1 : tc_syllable_forms[form];
}

bool tc_wordcode_is_spelled(uint16_t code)
{
	return tc_wordcode_place(code) >= 0;
}

bool tc_wordcode_is_sure(struct tc_wordcode w)
{
	return w.mask & FORM ? tc_wordcode_is_spelled(w.code) :
			       (w.code >> 4) - 1u < tc_syllable_bare_count;
}

size_t tc_wordcode_spell(uint16_t code, char out[TC_SYLLABLE_MAX])
{
	const int place = tc_wordcode_place(code);

	if (place < 0)
		return 0;
	return tc_slot_spell((unsigned)place >> 3, (unsigned)place & 7, out);
}

static void put(struct tc_buf *out, uint16_t code)
{
	const char bytes[2] = { (char)(code & 0xff), (char)(code >> 8) };

	tc_buf_add(out, bytes, 2);
}

static uint16_t check_of(struct tc_str row)
{
	return (uint16_t)(tc_str_sum(row) >> 48);
}

void tc_wordrow_put(struct tc_str text, const struct tc_tokens *tokens,
		    struct tc_buf *out)
{
	size_t end = 0, n = 0, start = out->n;

	for (size_t i = 0; i < tokens->n && n < TC_WORDROW_MAX; i++) {
		const struct tc_token *t = &tokens->v[i];
		if (i && memchr(text.p + end, '\n', t->off - end)) {
			put(out, TC_WORD_BREAK);
			n++;
		}
		put(out, tc_wordcode_of_token(t));
		n++;
		end = tc_token_end(t);
	}
	put(out, check_of(tc_str_from(tc_buf_str(out), start)));
}

bool tc_wordrow_open(struct tc_str stored, struct tc_str *row)
{
	if (stored.n < 2 || stored.n % 2)
		return false;
	*row = tc_wordrow_codes(stored);
	return tc_wordrow_at(stored, tc_wordrow_len(*row)) == check_of(*row);
}

static bool rest_is(struct tc_str row, size_t at, const struct tc_wordcode *v,
		    size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!tc_wordcode_is(v[i], tc_wordrow_at(row, at + i)))
			return false;
	return true;
}

/* Two codes at once, as they lie in the row. */
static uint32_t two(uint16_t a, uint16_t b)
{
	const unsigned char bytes[4] = {
		(unsigned char)(a & 0xff), (unsigned char)(a >> 8),
		(unsigned char)(b & 0xff), (unsigned char)(b >> 8)
	};
	uint32_t both;

	memcpy(&both, bytes, sizeof both);
	return both;
}

bool tc_wordrow_has(struct tc_str row, const struct tc_wordcode *v, size_t n)
{
	size_t len = tc_wordrow_len(row);
	const struct tc_wordcode any = { 0, 0 };
	const struct tc_wordcode next = n > 1 ? v[1] : any;

	if (len >= TC_WORDROW_MAX || !n)
		return true;
	/* most of a search for a phrase is this loop */
	const uint32_t want = two(v[0].code, next.code);
	const uint32_t mask = two(v[0].mask, next.mask);
	for (size_t at = 0; at + (n > 1 ? n : 2) <= len; at++) {
		uint32_t here;
		memcpy(&here, row.p + 2 * at, sizeof here);
		if ((here & mask) == want && rest_is(row, at, v, n))
			return true;
	}
	return n == 1 && len && tc_wordcode_is(v[0], tc_wordrow_at(row, len - 1));
}

/* Whether each was last seen among the `within` words up to `now`. */
static bool all_since(const size_t *last, size_t n, size_t now, size_t within)
{
	for (size_t k = 0; k < n; k++)
		if (!last[k] || now - last[k] >= within)
			return false;
	return true;
}

bool tc_wordrow_near(struct tc_str row, const struct tc_wordcode *v, size_t n,
		     size_t within)
{
	const size_t len = tc_wordrow_len(row);
	size_t last[TC_WORDROW_NEAR_MAX] = { 0 };

	if (len >= TC_WORDROW_MAX || n > TC_WORDROW_NEAR_MAX)
		return true;
	for (size_t at = 0; at < len; at++) {
		const uint16_t code = tc_wordrow_at(row, at);
		bool seen = false;
		if (code == TC_WORD_BREAK)
			memset(last, 0, sizeof last);
		for (size_t k = 0; k < n; k++)
			if (tc_wordcode_is(v[k], code)) {
				last[k] = at + 1;
				seen = true;
			}
		if (seen && all_since(last, n, at + 1, within))
			return true;
	}
	return !n;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "text/syllable.h"

#include "text/syllable-table.h"
#include "text/syllable-word.h"
#include "text/unicode.h"
#include "text/utf8.h"

bool tc_word_read(struct tc_str s, struct tc_word *w)
{
	const char *p = s.p, *const end = tc_str_end(s);

	*w = (struct tc_word){ 0 };
	while (p < end) {
		const unsigned info = tc_letter_info(tc_utf8_next(&p, end));
		if (!info || info & TC_LETTER_UPPER ||
		    TC_LETTER(info) >= TC_LETTER_ZERO ||
		    w->n == TC_SLOT_LETTERS)
			return false;
		w->key = w->key << TC_LETTER_BITS | TC_LETTER(info);
		if (TC_LETTER_TONE(info)) {
			if (w->tone)
				return false;
			w->tone = (unsigned char)TC_LETTER_TONE(info);
			w->position = w->n;
		}
		w->n++;
	}
	return w->n > 0;
}

size_t tc_key_spell_bare(uint64_t key, char out[TC_SLOT_LETTERS])
{
	const unsigned letters = tc_key_letters(key);

	for (unsigned i = letters; i--; key >>= TC_LETTER_BITS)
		out[i] = tc_letter_bare[key & 63];
	return letters;
}

size_t tc_slot_spell(unsigned at, unsigned tone, char out[TC_SYLLABLE_MAX])
{
	const uint64_t slot = tc_syllable_slots[at];
	const uint64_t key = slot & TC_SLOT_KEY;
	const unsigned position = tc_slot_position(slot);
	const unsigned letters = tc_key_letters(key);
	size_t n = 0;

	for (unsigned i = 0; i < letters; i++) {
		const unsigned shift = (letters - 1 - i) * TC_LETTER_BITS;
		const struct tc_letter_bytes *const b =
			&tc_letter_bytes[key >> shift & 63]
					[i == position ? tone : 0];
		/* one that is too many costs less than a length that is not
		 * known; there is room for seven times three, and one */
		memcpy(out + n, b, sizeof *b);
		n += b->n;
	}
	out[n] = '\0';
	return n;
}

bool tc_syllable_parse(struct tc_str word, struct tc_syllable *s)
{
	struct tc_word w;

	if (!tc_word_read(word, &w))
		return false;
	const unsigned at = tc_word_find(&w);
	if (at == TC_SLOTS || (tc_syllable_slots[at] & TC_SLOT_KEY) != w.key)
		return false;
	s->onset = (unsigned char)tc_slot_onset(tc_syllable_slots[at]);
	s->rime = (unsigned char)tc_slot_rime(tc_syllable_slots[at]);
	s->tone = w.tone;
	return true;
}

size_t tc_syllable_spell(struct tc_syllable s, char out[TC_SYLLABLE_MAX])
{
	const unsigned at = s.onset < TC_ONSETS && s.rime < TC_RIMES ?
		tc_syllable_places[s.onset][s.rime] : TC_SLOTS;

	out[0] = '\0';
	if (at == TC_SLOTS || s.tone > TC_NANG ||
	    !tc_slot_takes(tc_syllable_slots[at], s.tone))
		return 0;
	return tc_slot_spell(at, s.tone, out);
}

bool tc_syllable_canonical(struct tc_str word, char out[TC_SYLLABLE_MAX],
			   size_t *n)
{
	struct tc_word w;

	if (!tc_word_read(word, &w))
		return false;
	const unsigned at = tc_word_find(&w);
	if (at == TC_SLOTS)
		return false;
	*n = tc_slot_spell(at, w.tone, out);
	return !tc_str_eq(word, tc_str(out, *n));
}

/* What stands before an i or y that may be either. */
static const struct {
	const char *onset;
	bool toned;			/* only under a tone mark */
} loose_onsets[] = {
	{ "k", false }, { "qu", false }, { "h", false },
	{ "l", true }, { "m", true }, { "s", true }, { "t", true },
};

static bool is_loose(struct tc_str onset, unsigned tone)
{
	for (size_t i = 0; i < sizeof loose_onsets / sizeof *loose_onsets; i++)
		if (tc_str_is(onset, loose_onsets[i].onset))
			return tone || !loose_onsets[i].toned;
	return false;
}

/* Writes `exact` with `letter` for its last one, which is i or y. */
static bool spell_with(struct tc_str exact, unsigned letter,
		       char out[TC_SYLLABLE_MAX], size_t *n)
{
	struct tc_word w;

	if (!tc_word_read(exact, &w))
		return false;
	/* the onset is ASCII: a letter, a byte */
	if (!is_loose(tc_str(exact.p, w.n - 1u), w.tone))
		return false;
	w.key = w.key >> TC_LETTER_BITS << TC_LETTER_BITS | letter;
	const unsigned at = tc_word_find(&w);
	if (at == TC_SLOTS)
		return false;
	*n = tc_slot_spell(at, w.tone, out);
	return true;
}

/* TC_LETTER_I or TC_LETTER_Y when the word ends so, else 0. */
static unsigned last_of(struct tc_str exact)
{
	struct tc_word w;

	if (!tc_word_read(exact, &w))
		return 0;
	const unsigned last = w.key & 63;
	return last == TC_LETTER_I || last == TC_LETTER_Y ? last : 0;
}

bool tc_syllable_other(struct tc_str exact, char out[TC_SYLLABLE_MAX],
		       size_t *n)
{
	const unsigned last = last_of(exact);

	return last && spell_with(exact, last == TC_LETTER_I ? TC_LETTER_Y :
						TC_LETTER_I, out, n);
}

bool tc_syllable_moved(struct tc_str start, struct tc_buf *out)
{
	/* by the old placement and the new one */
	static const char *const ends[][2] = {
		{ "òa", "oà" }, { "ỏa", "oả" }, { "õa", "oã" },
		{ "óa", "oá" }, { "ọa", "oạ" }, { "òe", "oè" },
		{ "ỏe", "oẻ" }, { "õe", "oẽ" }, { "óe", "oé" },
		{ "ọe", "oẹ" }, { "ùy", "uỳ" }, { "ủy", "uỷ" },
		{ "ũy", "uỹ" }, { "úy", "uý" }, { "ụy", "uỵ" },
	};

	for (size_t i = 0; i < 2 * sizeof ends / sizeof *ends; i++) {
		const struct tc_str end = tc_str0(ends[i / 2][i % 2]);
		if (!tc_str_ends(start, end))
			continue;
		tc_buf_add(out, start.p, start.n - end.n);
		tc_buf_puts(out, ends[i / 2][!(i % 2)]);
		return true;
	}
	return false;
}

bool tc_syllable_bare_number(struct tc_str bare, unsigned *number)
{
	struct tc_word w;
	unsigned low = 0, high = tc_syllable_bare_count;

	if (!tc_word_read(bare, &w) || w.tone)
		return false;
	while (low < high) {
		const unsigned mid = (low + high) / 2;
		if (tc_syllable_bare[mid] < w.key)
			low = mid + 1;
		else
			high = mid;
	}
	*number = low;
	return low < tc_syllable_bare_count && tc_syllable_bare[low] == w.key;
}

bool tc_syllable_is_bare(struct tc_str bare)
{
	unsigned number;

	return tc_syllable_bare_number(bare, &number);
}

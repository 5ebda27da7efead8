/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "text/wordrow.h"

enum { BARE = 0xfff0, FORM = 0x000f };

/* The bare part is never 0, so that no word is a break. */
static uint16_t bare_bits(struct tc_str bare)
{
	uint32_t h = tc_str_hash(bare, 0);

	h = (h >> 8 ^ h >> 20) & 0xfff;
	return (uint16_t)((h ? h : 1) << 4);
}

struct tc_wordcode tc_wordcode_bare(struct tc_str bare)
{
	return (struct tc_wordcode){ bare_bits(bare), BARE };
}

struct tc_wordcode tc_wordcode_of(struct tc_str exact, struct tc_str bare)
{
	uint32_t h = tc_str_hash(exact, 0);

	return (struct tc_wordcode){
		(uint16_t)(bare_bits(bare) | ((h >> 8 ^ h >> 14) & FORM)),
		BARE | FORM
	};
}

static void put(struct tc_buf *out, uint16_t code)
{
	const char bytes[2] = { (char)(code & 0xff), (char)(code >> 8) };

	tc_buf_add(out, bytes, 2);
}

void tc_wordrow_put(struct tc_str text, const struct tc_tokens *tokens,
		    struct tc_buf *out)
{
	size_t end = 0, n = 0;

	for (size_t i = 0; i < tokens->n && n < TC_WORDROW_MAX; i++) {
		const struct tc_token *t = &tokens->v[i];
		if (i && memchr(text.p + end, '\n', t->off - end)) {
			put(out, TC_WORD_BREAK);
			n++;
		}
		put(out, tc_wordcode_of(t->exact, t->bare).code);
		n++;
		end = t->off + t->len;
	}
}

/* Four codes at a time (each lane is zero where its code may be the word). */
struct lanes {
	uint64_t code, mask;
};

static struct lanes lanes_of(struct tc_wordcode w)
{
	const unsigned char code[2] = { (unsigned char)(w.code & 0xff),
					(unsigned char)(w.code >> 8) };
	const unsigned char mask[2] = { (unsigned char)(w.mask & 0xff),
					(unsigned char)(w.mask >> 8) };
	unsigned char codes[8], masks[8];
	struct lanes l;

	for (size_t i = 0; i < 8; i++) {
		codes[i] = code[i % 2];
		masks[i] = mask[i % 2];
	}
	memcpy(&l.code, codes, 8);
	memcpy(&l.mask, masks, 8);
	return l;
}

/* The first place from `at` on whose four codes may hold the word. */
static size_t skip_others(struct tc_str row, struct lanes l, size_t at,
			  size_t len)
{
	const uint64_t ones = UINT64_C(0x0001000100010001);

	for (; at + 4 <= len; at += 4) {
		uint64_t four;
		memcpy(&four, row.p + 2 * at, 8);
		four = (four ^ l.code) & l.mask;
		if ((four - ones) & ~four & (ones << 15))
			break;
	}
	return at;
}

bool tc_wordrow_has(struct tc_str row, const struct tc_wordcode *v, size_t n)
{
	size_t len = tc_wordrow_len(row);
	const struct lanes first = lanes_of(*v);

	if (len >= TC_WORDROW_MAX)
		return true;
	for (size_t at = 0; at + n <= len; at++) {
		if (at % 4 == 0)
			at = skip_others(row, first, at, len);
		size_t i = 0;
		while (i < n && at + n <= len &&
		       tc_wordcode_is(v[i], tc_wordrow_at(row, at + i)))
			i++;
		if (i == n)
			return true;
	}
	return false;
}

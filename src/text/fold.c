/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "text/fold.h"

#include "base/likely.h"
#include "text/block.h"
#include "text/token.h"
#include "text/unicode.h"
#include "text/utf8.h"

#define DOTTED_I 0x130u
#define SIGMA 0x3A3u
#define FINAL_SIGMA 0x3C2u

static uint32_t lower_of(uint32_t c)
{
	return c + (uint32_t)tc_char_record(c)->lower;
}

uint32_t tc_char_lower_wide(uint32_t c)
{
	return lower_of(c);
}

uint32_t tc_char_bare_wide(uint32_t c)
{
	const int32_t bare = tc_char_record(c)->bare;

	if (bare == TC_BARE_GONE)
		return 0;
	if (bare >= TC_BARE_POOL)
		return tc_char_pool[bare - TC_BARE_POOL + 1];
	return c + (uint32_t)bare;
}

bool tc_char_is_upper_wide(uint32_t c)
{
	return tc_char_record(c)->flags & TC_CHAR_UPPER;
}

bool tc_char_is_letter_wide(uint32_t c)
{
	return tc_char_record(c)->flags & TC_CHAR_LETTER;
}

bool tc_char_is_digit_wide(uint32_t c)
{
	return tc_char_record(c)->flags & TC_CHAR_DIGIT;
}

bool tc_char_is_mark(uint32_t c)
{
	return tc_char_record(c)->flags & TC_CHAR_MARK;
}

static void put(struct tc_buf *out, uint32_t c)
{
	char bytes[4];

	tc_buf_add(out, bytes, tc_utf8_put(bytes, c));
}

/* Unicode 3.13, Final_Sigma: a cased letter before it and none behind,
 * case-ignorable characters not counted. */
static bool cased_before(const char *p, const char *start)
{
	while (p > start) {
		const unsigned f =
			tc_char_record(tc_utf8_prev(&p, start))->flags;
		if (!(f & TC_CHAR_IGNORABLE))
			return f & TC_CHAR_CASED;
	}
	return false;
}

static bool cased_behind(const char *p, const char *end)
{
	while (p < end) {
		const unsigned f =
			tc_char_record(tc_utf8_next(&p, end))->flags;
		if (!(f & TC_CHAR_IGNORABLE))
			return f & TC_CHAR_CASED;
	}
	return false;
}

static void lower_special(struct tc_str in, const char *before,
			  const char *behind, uint32_t c, struct tc_buf *out)
{
	if (c == DOTTED_I)
		tc_buf_puts(out, "i\xCC\x87");
	else if (cased_before(before, in.p) &&
		 !cased_behind(behind, tc_str_end(in)))
		put(out, FINAL_SIGMA);
	else
		put(out, lower_of(c));
}

/* Room for what is left of the text, and for bytes copied beyond it. */
#define SLACK 4

static void end_at(struct tc_buf *out, char *o)
{
	*o = '\0';
	out->n = (size_t)(o - out->p);
}

/* Appends the lower case of what stands at p in a text, up to its last bytes
 * or the first character that tc_block_lower() does not know. */
static const char *lower_blocks(const char *p, struct tc_str in,
				struct tc_buf *out)
{
	const char *const start = p, *const end = tc_str_end(in);

	tc_buf_reserve(out, (size_t)(end - p));
	char *const o = out->p + out->n;
	while (p - in.p >= TC_BLOCK_BEFORE && end - p >= TC_BLOCK &&
	       tc_block_lower(p, o + (p - start)))
		p += TC_BLOCK;
	if (p > start && p < end)
		p = tc_block_align(p, in.p);
	end_at(out, o + (p - start));
	return p;
}

static const char *bare_plain(const char *p, const char *end,
			      struct tc_buf *out)
{
	tc_buf_reserve(out, (size_t)(end - p) + SLACK);
	char *o = out->p + out->n;
	unsigned n;

	for (; end - p >= TC_WINDOW_READ; p += TC_WINDOW) {
		uint64_t starts = tc_window(p);
		for (; starts; starts &= starts - 1) {
			const char *const at = p + tc_window_off(starts);
			const struct tc_letter *const l = tc_letter_at(at, &n);
			if (!l->lower.n) {
				end_at(out, o);
				return at;
			}
			const char bare = tc_letter_bare[TC_LETTER(l->info)];
			const int upper = l->info & TC_LETTER_UPPER ? 0x20 : 0;
			/* what is ASCII is bare */
			*o++ = (char)(n == 1 ? *at : bare - upper);
		}
	}
	end_at(out, o);
	return tc_window_align(p, end);
}

static const char *lower_one(struct tc_str in, const char *p,
			     struct tc_buf *out)
{
	const char *const before = p;
	const uint32_t c = tc_utf8_next(&p, tc_str_end(in));
	const struct tc_char_record *const r = tc_char_record(c);

	if (r->flags & TC_CHAR_SPECIAL)
		lower_special(in, before, p, c, out);
	else if (r->lower)
		put(out, c + (uint32_t)r->lower);
	else
		tc_buf_add(out, before, (size_t)(p - before));
	return p;
}

void tc_fold_lower(struct tc_str in, struct tc_buf *out)
{
	const char *p = in.p, *const end = tc_str_end(in);

	while (p < end) {
		p = lower_blocks(p, in, out);
		/* the unknown one, and its neighbours on the way */
		const char *const stop = p + TC_BLOCK;
		while (p < end && p < stop)
			p = lower_one(in, p, out);
	}
}

static void put_pooled(struct tc_buf *out, const uint32_t *string)
{
	for (uint32_t i = 1; i <= string[0]; i++)
		put(out, string[i]);
}

void tc_fold_bare(struct tc_str in, struct tc_buf *out)
{
	const char *p = in.p, *const end = tc_str_end(in);

	while ((p = bare_plain(p, end, out)) < end) {
		const char *const before = p;
		const uint32_t c = tc_utf8_next(&p, end);
		const int32_t bare = tc_char_record(c)->bare;
		if (bare == 0)
			tc_buf_add(out, before, (size_t)(p - before));
		else if (bare >= TC_BARE_POOL && bare != TC_BARE_GONE)
			put_pooled(out, tc_char_pool + (bare - TC_BARE_POOL));
		else if (bare != TC_BARE_GONE)
			put(out, c + (uint32_t)bare);
	}
}

int tc_char_columns(uint32_t c)
{
	const unsigned f = tc_char_record(c)->flags;

	return f & TC_CHAR_ZERO ? 0 : f & TC_CHAR_WIDE ? 2 : 1;
}

size_t tc_text_columns(struct tc_str s)
{
	size_t n = 0;

	for (const char *p = s.p; p < tc_str_end(s);)
		n += (size_t)tc_char_columns(tc_utf8_next(&p, tc_str_end(s)));
	return n;
}

void tc_text_pad(struct tc_buf *out, struct tc_str s, size_t columns)
{
	tc_buf_addstr(out, s);
	for (size_t width = tc_text_columns(s); width < columns; width++)
		tc_buf_addc(out, ' ');
}

/* A character at the end of a name: four bytes are read where there are not
 * so many. */
static const struct tc_chunk_code *last_code(const char *p, const char *end)
{
	char last[4] = { 0 };

	memcpy(last, p, (size_t)(end - p));
	return tc_chunk_code_at(last);
}

static inline const struct tc_chunk_code *wide_code(const char *p,
						    const char *end)
{
	return TC_LIKELY(end - p >= 4) ? tc_chunk_code_at(p)
				       : last_code(p, end);
}

size_t tc_fold_bare_words(struct tc_str name, char *out)
{
	const char *p = name.p, *const end = tc_str_end(name);
	char *to = out;

	while (p < end) {
		/* behind a blank that is set when a letter follows */
		char *const word = to + (to > out), *at = word;
		const struct tc_chunk_code *l = tc_codes;
		while (p < end) {
			const unsigned char first = (unsigned char)*p;
			if (first < 0x80) {
				l = &tc_codes[first];
				p++;
			} else {
				l = wide_code(p, end);
				p += first < 0xE0 ? 2 : 3;
			}
			if (!l->code)
				break;
			*at++ = l->bare;
		}
		/* longer words are cut to keys */
		if (TC_UNLIKELY(at - word > TC_TOKEN_MAX / 3 || l->other))
			return SIZE_MAX;
		if (at == word)
			continue;
		if (to > out)
			*to = ' ';
		to = at;
	}
	return (size_t)(to - out);
}

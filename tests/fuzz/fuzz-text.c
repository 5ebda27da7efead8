/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The text floor on any bytes.  Whatever they are: normalising twice is
 * normalising once; tokens stand in order, inside the text, on character
 * boundaries; a key is the key of itself, and its bare form is the one that
 * folding gives; a text is its row of words and the rest; every charset decodes to valid UTF-8; keystrokes decode to
 * syllables, or not at all.
 */
#include "config.h"

#include "text/charset.h"
#include "text/fold.h"
#include "text/keystroke.h"
#include "text/normalize.h"
#include "text/stopword.h"
#include "text/syllable.h"
#include "text/token.h"
#include "text/utf8.h"
#include "text/wordtext.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void fail(const char *what, struct tc_str where)
{
	fprintf(stderr, "fuzz-text: %s: '%.*s'\n", what, TC_ARG(where));
	abort();
}

static void must_be_valid(struct tc_str s, const char *what)
{
	if (tc_utf8_valid(s) != s.n)
		fail(what, s);
}

static void check_normal(struct tc_str normal)
{
	TC_SCOPED_BUF again = { 0 }, lower = { 0 }, lowest = { 0 };
	TC_SCOPED_BUF bare = { 0 };

	must_be_valid(normal, "normalised to no UTF-8");
	tc_normalize(normal, &again);
	if (!tc_str_eq(normal, tc_buf_str(&again)))
		fail("normalised twice is not once", normal);
	tc_fold_lower(normal, &lower);
	must_be_valid(tc_buf_str(&lower), "lower case is no UTF-8");
	tc_fold_lower(tc_buf_str(&lower), &lowest);
	if (!tc_str_eq(tc_buf_str(&lower), tc_buf_str(&lowest)))
		fail("lower case has a lower one", normal);
	tc_fold_bare(normal, &bare);
	must_be_valid(tc_buf_str(&bare), "the bare form is no UTF-8");
	if (tc_text_columns(normal) > 2 * normal.n)
		fail("too wide", normal);
}

/* How a word is read does not depend on where it stands. */
static void check_alone(const struct tc_token *t, struct tc_str word)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_tokens alone;

	tc_tokenize(word, &arena, &alone);
	if (alone.n != 1 || !tc_str_eq(alone.v[0].exact, t->exact) ||
	    !tc_str_eq(alone.v[0].bare, t->bare) ||
	    alone.v[0].flags != t->flags || alone.v[0].hash != t->hash)
		fail("a word alone is another", word);
	tc_tokenize(t->exact, &arena, &alone);
	if (alone.n != 1 || !tc_str_eq(alone.v[0].exact, t->exact))
		fail("the key of a key is another", t->exact);
}

static void check_keys(const struct tc_token *t)
{
	TC_SCOPED_BUF bare = { 0 };
	char out[TC_SYLLABLE_MAX], other[TC_SYLLABLE_MAX];
	struct tc_syllable s;
	size_t n;

	if (!t->exact.n || t->exact.n > TC_TOKEN_MAX || !t->bare.n ||
	    t->bare.n > TC_TOKEN_MAX)
		fail("a key of no length, or too long", t->exact);
	must_be_valid(t->exact, "a key is no UTF-8");
	tc_fold_bare(t->exact, &bare);
	bare.n = tc_utf8_floor(tc_buf_str(&bare), TC_TOKEN_MAX);
	if (!tc_str_eq(t->bare, tc_buf_str(&bare)))
		fail("the bare key is not that of the exact one", t->exact);
	if (!(t->flags & TC_TOKEN_MARKED) != (t->exact.p == t->bare.p))
		fail("marked, and the same bytes", t->exact);
	if (tc_token_hash(t->exact) != t->hash)
		fail("the hash is of another key", t->exact);
	if (tc_syllable_canonical(t->exact, out, &n))
		fail("a key is not canonical", t->exact);
	if (!(t->flags & TC_TOKEN_SYLLABLE) == tc_syllable_parse(t->exact, &s))
		fail("a syllable, and not", t->exact);
	if (!(t->flags & TC_TOKEN_FUNCTION) == tc_stopword_is(t->exact))
		fail("a function word, and not", t->exact);
	if (t->flags & TC_TOKEN_SYLLABLE &&
	    !tc_str_eq(t->exact, tc_str(out, tc_syllable_spell(s, out))))
		fail("a syllable is spelled otherwise", t->exact);
	if (tc_syllable_other(t->exact, other, &n) &&
	    (!tc_syllable_other(tc_str(other, n), out, &n) ||
	     !tc_str_eq(t->exact, tc_str(out, n))))
		fail("the other spelling's other is another", t->exact);
}

/* The row of words and what it leaves are the text. */
static void check_row(struct tc_str text, const struct tc_tokens *tokens)
{
	TC_SCOPED_BUF row = { 0 }, rest = { 0 };
	struct tc_str codes;
	size_t n;

	tc_wordrow_put(text, tokens, &row);
	if (!tc_wordrow_open(tc_buf_str(&row), &codes))
		fail("a row is damaged as it is made", text);
	tc_wordtext_put(text, tokens, codes, &rest);
	if (!tc_wordtext_length(codes, tc_buf_str(&rest), &n) || n != text.n)
		fail("a text of another length", text);
	TC_SCOPED_FREE char *back = tc_alloc(n + 1);
	if (!tc_wordtext_read(codes, tc_buf_str(&rest), back, n) ||
	    !tc_str_eq(text, tc_str(back, n)))
		fail("a text comes back as another", text);
}

/* Any bytes, as a row and as a rest: never a crash. */
static void check_damage(struct tc_str bytes)
{
	const size_t half = bytes.n / 4 * 2;
	const struct tc_str row = tc_str(bytes.p, half);
	const struct tc_str rest = tc_str_from(bytes, half);
	size_t n;

	if (!tc_wordtext_length(row, rest, &n))
		return;
	TC_SCOPED_FREE char *back = tc_alloc(n + 1);
	tc_wordtext_read(row, rest, back, n);
	TC_SCOPED_ARENA arena = { 0 };
	const struct tc_wordtext t = { row, rest, back, n };
	struct tc_wanted wanted = { .every = n & 1 };
	struct tc_outline outline;
	for (size_t i = 0; i < tc_wordrow_len(row); i += 2)
		tc_codeset_add(&wanted.codes, tc_wordrow_at(row, i));
	if (tc_wordtext_outline(&t, &wanted, n / 2, &arena, &outline))
		tc_wordtext_part(&t, n / 9, n, &arena);
}

static void check_tokens(struct tc_str text)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_tokens t;
	size_t last = 0;

	tc_tokenize(text, &arena, &t);
	check_row(text, &t);
	for (size_t i = 0; i < t.n; i++) {
		const struct tc_token *const k = &t.v[i];
		if (k->off < last || !k->len || k->off + k->len > text.n)
			fail("spans out of order", text);
		last = (size_t)k->off + k->len;
		const struct tc_str word = tc_str(text.p + k->off, k->len);
		if (!tc_utf8_boundary(text, k->off) ||
		    !tc_utf8_boundary(text, last))
			fail("a span cuts a character", word);
		check_keys(k);
		if (i < 64)
			check_alone(k, word);
	}
}

static void check_keystrokes(struct tc_str text)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_tokens t;
	struct tc_str rest = text, word;

	tc_keystroke_guess(text);
	while (tc_str_split(&rest, ' ', &word))
		for (int scheme = TC_KEYSTROKE_TELEX;
		     scheme <= TC_KEYSTROKE_VIQR; scheme++) {
			TC_SCOPED_BUF out = { 0 };
			if (!tc_keystroke_decode(word,
						 (enum tc_keystroke)scheme,
						 &out)) {
				if (out.n)
					fail("keys that make none", word);
				continue;
			}
			tc_arena_clear(&arena);
			tc_tokenize(tc_buf_str(&out), &arena, &t);
			if (t.n != 1 || !(t.v[0].flags & TC_TOKEN_SYLLABLE))
				fail("keys make no syllable", word);
		}
}

static void check_charsets(struct tc_str bytes)
{
	const struct tc_charset_guess g = tc_charset_guess_bytes(bytes);

	if (g.charset <= TC_CHARSET_UNKNOWN || g.charset >= TC_CHARSET_COUNT)
		fail("no charset", bytes);
	if (!(g.share >= 0 && g.share <= 1))
		fail("a share of more than all", bytes);
	for (int c = TC_CHARSET_UNKNOWN + 1; c < TC_CHARSET_COUNT; c++) {
		TC_SCOPED_BUF out = { 0 };
		if (tc_charset_decode((enum tc_charset)c, bytes, &out,
				      NULL) != 0)
			fail(tc_charset_name((enum tc_charset)c), bytes);
		must_be_valid(tc_buf_str(&out), "decoded to no UTF-8");
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct tc_str bytes = tc_str((const char *)data, size);
	TC_SCOPED_BUF valid = { 0 }, normal = { 0 }, mended = { 0 };

	tc_utf8_scrub(bytes, &valid);
	must_be_valid(tc_buf_str(&valid), "scrubbed to no UTF-8");
	tc_normalize(tc_buf_str(&valid), &normal);
	check_normal(tc_buf_str(&normal));
	check_tokens(tc_buf_str(&normal));
	check_tokens(tc_buf_str(&valid));
	check_keystrokes(tc_buf_str(&valid));
	check_charsets(bytes);
	check_damage(bytes);
	tc_charset_mend(tc_buf_str(&valid), &mended);
	must_be_valid(tc_buf_str(&mended), "mended to no UTF-8");
	return 0;
}

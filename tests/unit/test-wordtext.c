/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "text/wordtext.h"

/* Texts of so many words are not written word by word. */
#define LONG 2000

struct stored {
	struct tc_str row, rest;
	bool damaged;		/* it may have other words, or none */
};

static struct stored store(struct tc_str text, struct tc_arena *arena)
{
	TC_SCOPED_BUF row = { 0 }, rest = { 0 };
	struct tc_tokens tokens;
	struct tc_str codes;

	tc_tokenize(text, arena, &tokens);
	tc_wordrow_put(text, &tokens, &row);
	assert_true(tc_wordrow_open(tc_buf_str(&row), &codes));
	tc_wordtext_put(text, &tokens, codes, &rest);
	return (struct stored){ tc_arena_str(arena, codes),
				tc_arena_str(arena, tc_buf_str(&rest)), false };
}

static void same_tokens(const struct tc_tokens *a, const struct tc_tokens *b)
{
	assert_int_equal(a->n, b->n);
	for (size_t i = 0; i < a->n; i++) {
		const struct tc_token *x = &a->v[i], *y = &b->v[i];
		assert_int_equal(x->off, y->off);
		assert_int_equal(x->len, y->len);
		assert_int_equal(x->flags, y->flags);
		assert_int_equal(x->place, y->place);
		assert_int_equal(x->hash, y->hash);
		assert_true(tc_str_eq(x->exact, y->exact));
		assert_true(tc_str_eq(x->bare, y->bare));
	}
}

static void same_places(const struct tc_outline *o,
			const struct tc_tokens *tokens)
{
	for (size_t i = 0; i < o->tokens.n; i++) {
		const struct tc_token *x = &o->tokens.v[i];
		const struct tc_token *y = &tokens->v[o->at[i]];
		assert_int_equal(x->off, y->off);
		assert_int_equal(x->len, y->len);
		assert_true(!x->exact.n || tc_str_eq(x->exact, y->exact));
	}
}

/* What an outline says of a text is so, and each part of it can be written by
 * itself. */
static void check_outline(struct stored s, const struct tc_tokens *tokens,
			  struct tc_str text, struct tc_arena *arena)
{
	struct tc_wordtext t = { s.row, s.rest,
				 tc_arena_alloc(arena, text.n + 1), text.n };
	struct tc_wanted all = { .every = false }, one = { .every = true };
	struct tc_outline o;

	memset(&all.codes, 0xFF, sizeof all.codes);
	assert_true(tc_wordtext_outline(&t, &all, text.n / 2, arena, &o));
	if (!s.damaged)
		same_tokens(&o.tokens, tokens);
	assert_int_equal(o.count, tokens->n);
	for (size_t i = 0; i < tokens->n; i++)
		assert_int_equal(tokens->v[i].off < text.n / 2, i < o.before);
	if (tokens->n)
		assert_int_equal(o.last, tokens->v[tokens->n - 1].off);
	if (tc_wordrow_len(s.row))
		tc_codeset_add(&one.codes, tc_wordrow_at(s.row, 0));
	assert_true(tc_wordtext_outline(&t, &one, 0, arena, &o));
	assert_int_equal(o.tokens.n, tokens->n);
	same_places(&o, tokens);
	one.every = false;
	assert_true(tc_wordtext_outline(&t, &one, 0, arena, &o));
	same_places(&o, tokens);
	for (size_t i = 0; i < tokens->n; i++) {
		const struct tc_token *y = &tokens->v[i];
		memset(t.text, '?', text.n);
		const struct tc_tokens part = tc_wordtext_part(&t, i, 1, arena);
		assert_int_equal(part.n, 1);
		assert_int_equal(part.v[0].off, y->off);
		assert_int_equal(part.v[0].len, y->len);
		assert_memory_equal(t.text + y->off, text.p + y->off, y->len);
	}
	assert_int_equal(tc_wordtext_part(&t, 0, SIZE_MAX, arena).n, tokens->n);
	assert_memory_equal(t.text, text.p, text.n);
}

/* The text, and tokens that are those of the text. */
static bool load(struct stored s, struct tc_arena *arena, struct tc_str *text)
{
	struct tc_tokens tokens, again;
	size_t n;

	if (!tc_wordtext_length(s.row, s.rest, &n))
		return false;
	char *const out = tc_arena_alloc(arena, n + 1);
	*text = tc_str(out, n);
	if (!tc_wordtext_tokens(s.row, s.rest, out, n, arena, &tokens))
		return tc_wordtext_read(s.row, s.rest, out, n);
	char *const alone = tc_arena_alloc(arena, n + 1);
	assert_true(tc_wordtext_read(s.row, s.rest, alone, n));
	assert_memory_equal(alone, out, n);
	if (!s.damaged) {
		tc_tokenize(*text, arena, &again);
		same_tokens(&tokens, &again);
	}
	if (tokens.n < LONG)
		check_outline(s, &tokens, *text, arena);
	return true;
}

static void a_text_comes_back_byte_for_byte(void **state)
{
	static const char *const rows[] = {
		"", " ", "\n\n", "...", "a", "Ở", "đảng", "Đảng", "ĐẢNG",
		" Đảng  uỷ xã, họp.\n\nChi bộ \xE2\x80\x9CĐông\xE2\x80\x9D ",
		"hoà hòa HOÀ Hòa hOà", "ÂU ẤU ỲNH ưỡn ƯỠN Ưỡn ĩ Ĩ Ũ ỹ Ỹ",
		"01-KL/TW, 21 - NQ/TW ngày 16/6/2022; 7+10=17%",
		"English words, and Straße, naïve, \xE6\xBC\xA2\xE5\xAD\x97",
		"bat tieu hoc khong dau", "dâñg a\xCC\x81\xCC\x80 e\xCC\x89",
		"mot\xC2\xA0hai\xE2\x80\x89" "ba\xE3\x80\x80" "bon\r\nnam",
	};
	TC_SCOPED_ARENA arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct tc_str text;
		assert_true(load(store(tc_str0(rows[i]), &arena), &arena,
				 &text));
		assert_str(rows[i], text);
	}
}

/* Runs of every length up to two full ones, and more words than a row has. */
static void long_texts_come_back(void **state)
{
	static const int lengths[] = { 127, 128, 129, 256, 257,
				       TC_WORDROW_MAX, TC_WORDROW_MAX + 9 };
	(void)state;

	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		TC_SCOPED_BUF in = { 0 };
		struct tc_str text;
		for (int k = 0; k < lengths[i]; k++)
			tc_buf_puts(&in, k % 1000 == 999 ? "Bộ\n" : "bộ ");
		assert_true(load(store(tc_buf_str(&in), &arena), &arena,
				 &text));
		assert_true(tc_str_eq(tc_buf_str(&in), text));
	}
}

/* What this is for: a word in the row costs the rest nothing. */
static void plain_words_are_not_stored_twice(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_str text = TC_STR("đảng bộ tổ chức quán triệt nghị quyết, "
				    "đang đăng dâng dáng đẳng đằng dạng");

	(void)state;
	assert_true(store(text, &arena).rest.n < 8);
}

/* A code tells its spelling, and the spelling has that code. */
static void codes_spell_their_words(void **state)
{
	char out[TC_SYLLABLE_MAX];
	unsigned spelled = 0;

	(void)state;
	for (unsigned code = 0; code <= UINT16_MAX; code++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_tokens t;
		size_t n = tc_wordcode_spell((uint16_t)code, out);
		if (!n)
			continue;
		tc_tokenize(tc_str(out, n), &arena, &t);
		assert_int_equal(t.n, 1);
		assert_int_equal(code, tc_wordcode_of(t.v[0].exact,
						      t.v[0].bare).code);
		spelled++;
	}
	assert_true(spelled > 16000);
}

/* Damage is refused, or gives some text of the length it says; bytes that the
 * row has lost are never made up. */
static void damage_never_leaves_the_text(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct stored s = store(TC_STR("\"Chi bộ\" thôn Đông, NQ 21: họp."),
				&arena);
	struct tc_str text;

	(void)state;
	for (size_t i = 0; i < s.rest.n; i++) {
		struct stored bad = s;
		bad.damaged = true;
		bad.rest.n = i;
		assert_false(load(bad, &arena, &text));
		for (int bit = 0; bit < 8; bit++) {
			char *const p = tc_arena_alloc(&arena, s.rest.n);
			memcpy(p, s.rest.p, s.rest.n);
			p[i] ^= (char)(1 << bit);
			bad.rest = tc_str(p, s.rest.n);
			load(bad, &arena, &text);
		}
	}
	for (size_t i = 0; i < s.row.n; i += 2) {
		struct stored bad = s;
		bad.damaged = true;
		bad.row.n = i;
		assert_false(load(bad, &arena, &text));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_comes_back_byte_for_byte),
		cmocka_unit_test(long_texts_come_back),
		cmocka_unit_test(plain_words_are_not_stored_twice),
		cmocka_unit_test(codes_spell_their_words),
		cmocka_unit_test(damage_never_leaves_the_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

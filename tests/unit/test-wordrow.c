/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "text/wordrow.h"

static struct tc_str row_of(const char *text, struct tc_arena *arena)
{
	TC_SCOPED_BUF row = { 0 };
	struct tc_tokens tokens;

	struct tc_str codes;

	tc_tokenize(tc_str0(text), arena, &tokens);
	tc_wordrow_put(tc_str0(text), &tokens, &row);
	assert_true(tc_wordrow_open(tc_buf_str(&row), &codes));
	return tc_arena_str(arena, codes);
}

/* Whether a phrase, its marked words held to their marks, is in the row; with
 * `within`, whether its words are among so many. */
static bool has_within(struct tc_str row, const char *phrase, size_t within,
		       struct tc_arena *arena)
{
	struct tc_tokens t;
	struct tc_wordcode v[16];

	tc_tokenize(tc_str0(phrase), arena, &t);
	assert_true(t.n <= 16);
	for (size_t i = 0; i < t.n; i++)
		v[i] = t.v[i].flags & TC_TOKEN_MARKED ?
			       tc_wordcode_of(t.v[i].exact, t.v[i].bare) :
			       tc_wordcode_bare(t.v[i].bare);
	return within ? tc_wordrow_near(row, v, t.n, within) :
			tc_wordrow_has(row, v, t.n);
}

static bool has(struct tc_str row, const char *phrase, struct tc_arena *arena)
{
	return has_within(row, phrase, 0, arena);
}

static void a_phrase_is_words_side_by_side(void **state)
{
	static const struct {
		const char *phrase;
		bool there;
	} rows[] = {
		{ "chi bộ", true },		{ "chi bo", true },
		{ "Đảng ủy xã Đông", true },	{ "dang uy xa dong", true },
		{ "bộ chi", false },		{ "chi xã", false },
		{ "đang uỷ", false },
		/* over the end of a line */
		{ "họp Đảng", false },
		{ "01 KL TW", true },		{ "TW 01", false },
		{ "họp", true },		{ "hộp", false },
	};
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_str row = row_of("Chi bộ họp.\nĐảng uỷ xã Đông: 01-KL/TW",
				   &arena);

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (has(row, rows[i].phrase, &arena) != rows[i].there)
			fail_msg("'%s'", rows[i].phrase);
}

static void near_words_stand_in_one_line(void **state)
{
	static const struct {
		const char *words;
		size_t within;
		bool there;
	} rows[] = {
		{ "chi họp", 3, true },	 { "họp chi", 3, true },
		{ "chi họp", 2, false }, { "Đảng đông", 4, true },
		{ "Đảng đông", 3, false }, { "xã ủy đông", 3, true },
		{ "đang đông", 9, false },
		{ "họp Đảng", 9, false },	/* over the end of a line */
		{ "chi tỉnh", 9, false },
		/* the second time they are nearer */
		{ "một hai", 2, true },	 { "hai một", 2, true },
	};
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_str row = row_of("Chi bộ họp.\nĐảng uỷ xã Đông\n"
				   "Một ba bốn, hai năm một", &arena);
	struct tc_str again = row_of("Một ba hai bốn\nba một hai", &arena);

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if ((has_within(row, rows[i].words, rows[i].within, &arena) ||
		     has_within(again, rows[i].words, rows[i].within,
				&arena)) != rows[i].there)
			fail_msg("'%s' within %zu", rows[i].words,
				 rows[i].within);
}

static void a_row_has_a_code_a_word_and_a_break_a_line(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_str row = row_of("Chi bộ\n\nhọp\n", &arena);

	(void)state;
	assert_int_equal(tc_wordrow_len(row), 4);
	assert_int_equal(tc_wordrow_at(row, 2), TC_WORD_BREAK);
	assert_int_equal(row_of("", &arena).n, 0);
}

/* A break is no word, whatever it is held to. */
static void no_word_is_a_break(void **state)
{
	(void)state;
	for (int i = 0; i < 100000; i++) {
		char word[16];
		snprintf(word, sizeof word, "w%d", i);
		struct tc_wordcode bare = tc_wordcode_bare(tc_str0(word));
		assert_int_not_equal(bare.code, TC_WORD_BREAK);
		assert_false(tc_wordcode_is(bare, TC_WORD_BREAK));
		assert_true(tc_wordcode_is(
			bare, tc_wordcode_of(tc_str0("xyz"),
					     tc_str0(word)).code));
	}
}

/* What lies behind the cut is not known to be absent. */
static void a_long_text_is_cut(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF text = { 0 };

	(void)state;
	for (int i = 0; i < TC_WORDROW_MAX + 10; i++)
		tc_buf_puts(&text, "bộ ");
	struct tc_str row = row_of(tc_buf_cstr(&text), &arena);
	assert_int_equal(tc_wordrow_len(row), TC_WORDROW_MAX);
	assert_true(has(row, "chi đoàn", &arena));
}

/* Any byte changed, and any end cut off. */
static void damage_is_told(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF row = { 0 };
	struct tc_tokens tokens;
	struct tc_str text = TC_STR("Chi bộ thôn Đông họp bàn 7 việc");
	struct tc_str codes;

	(void)state;
	tc_tokenize(text, &arena, &tokens);
	tc_wordrow_put(text, &tokens, &row);
	for (size_t i = 0; i < row.n; i++) {
		row.p[i] ^= 0x10;
		assert_false(tc_wordrow_open(tc_buf_str(&row), &codes));
		row.p[i] ^= 0x10;
		assert_false(tc_wordrow_open(tc_str(row.p, i), &codes));
	}
	assert_true(tc_wordrow_open(tc_buf_str(&row), &codes));
}

/* The key of a word is its bare form and a capital, and has one word. */
static void keys_are_the_bare_form_and_a_letter(void **state)
{
	static const char *const themselves[] = {
		"bo", "dang", "17", "straße", "a\u0301\u0300", "đ", "漢", "Dang",
	};
	static const char *const words[] = { "bộ", "đảng", "Đảng", "ở" };
	char key[TC_SYLLABLE_MAX], word[TC_SYLLABLE_MAX];
	size_t n;

	(void)state;
	for (size_t i = 0; i < sizeof themselves / sizeof *themselves; i++)
		assert_false(tc_wordcode_key(tc_str0(themselves[i]), key,
					     &n));
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_tokens t;
		tc_tokenize(tc_str0(words[i]), &arena, &t);
		assert_true(tc_wordcode_key(t.v[0].exact, key, &n));
		assert_int_equal(n, t.v[0].bare.n + 1);
		assert_memory_equal(key, t.v[0].bare.p, n - 1);
		assert_in_range(key[n - 1], 'A', 'O');
		assert_true(tc_wordcode_unkey(tc_str(key, n), word, &n));
		assert_str(word, t.v[0].exact);
		assert_true(tc_wordcode_token_key(&t.v[0], word, &n));
		assert_memory_equal(key, word, n);
	}
	assert_false(tc_wordcode_unkey(TC_STR("dang"), word, &n));
	assert_false(tc_wordcode_unkey(TC_STR("dangZ"), word, &n));
	assert_false(tc_wordcode_unkey(TC_STR("xyzA"), word, &n));
	assert_false(tc_wordcode_unkey(TC_STR("A"), word, &n));
}

static struct tc_wordcode code_of(const char *word)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_tokens t;

	tc_tokenize(tc_str0(word), &arena, &t);
	assert_int_equal(t.n, 1);
	return t.v[0].flags & TC_TOKEN_MARKED ?
		       tc_wordcode_of(t.v[0].exact, t.v[0].bare) :
		       tc_wordcode_bare(t.v[0].bare);
}

/* What a row tells of these needs no text; of the others it does: "ça" without
 * its mark is a syllable, and a hash may be that of another word. */
static void only_syllables_have_a_code_alone(void **state)
{
	static const char *const sure[] = { "chi", "bộ", "Đảng", "dang", "uỷ",
					    "nghiêng", "a" };
	static const char *const not[] = { "ça", "bố̈", "xyzzy", "2023", "KL",
					   "naïve", "bôk" };

	(void)state;
	for (size_t i = 0; i < sizeof sure / sizeof *sure; i++)
		if (!tc_wordcode_is_sure(code_of(sure[i])))
			fail_msg("'%s'", sure[i]);
	for (size_t i = 0; i < sizeof not / sizeof *not; i++)
		if (tc_wordcode_is_sure(code_of(not[i])))
			fail_msg("'%s'", not[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_phrase_is_words_side_by_side),
		cmocka_unit_test(near_words_stand_in_one_line),
		cmocka_unit_test(a_row_has_a_code_a_word_and_a_break_a_line),
		cmocka_unit_test(no_word_is_a_break),
		cmocka_unit_test(a_long_text_is_cut),
		cmocka_unit_test(damage_is_told),
		cmocka_unit_test(only_syllables_have_a_code_alone),
		cmocka_unit_test(keys_are_the_bare_form_and_a_letter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

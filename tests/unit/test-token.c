/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "base/file.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/stopword.h"
#include "text/syllable.h"
#include "text/token.h"
#include "text/utf8.h"

#include <dirent.h>
#include <stdio.h>

#define LONG_TOKEN 10000000
#define MANY_MARKS 1000000

static void tokens_are_runs_with_two_keys(void **state)
{
	enum { M = TC_TOKEN_MARKED, D = TC_TOKEN_DIGIT, U = TC_TOKEN_UPPER,
	       C = TC_TOKEN_CAPS, S = TC_TOKEN_SYLLABLE,
	       F = TC_TOKEN_FUNCTION };
	static const struct {
		const char *text;
		struct {
			const char *as, *exact, *bare;
			unsigned flags;
		} tokens[5];
	} rows[] = {
		{ "Đảng uỷ  khối 7+10",
		  { { "Đảng", "đảng", "dang", M | U | S },
		    { "uỷ", "ủy", "uy", M | S },
		    { "khối", "khối", "khoi", M | S },
		    { "7", "7", "7", D }, { "10", "10", "10", D } } },
		{ "01-KL/TW", { { "01", "01", "01", D },
				{ "KL", "kl", "kl", U | C },
				{ "TW", "tw", "tw", U | C } } },
		{ "cb2 X ĐẢNG", { { "cb2", "cb2", "cb2", D },
				  { "X", "x", "x", U },
				  { "ĐẢNG", "đảng", "dang", M | U | C | S } } },
		{ "của các CỦA", { { "của", "của", "cua", M | S | F },
				   { "các", "các", "cac", M | S | F },
				   { "CỦA", "của", "cua",
				     M | U | C | S | F } } },
		{ "nguời HOÀ đuợc", { { "nguời", "người", "nguoi", M | S },
				      { "HOÀ", "hòa", "hoa", M | U | C | S },
				      { "đuợc", "được", "duoc", M | S | F } } },
		{ "Đắk Lắk", { { "Đắk", "đắk", "dak", M | U },
			       { "Lắk", "lắk", "lak", M | U } } },
		{ "漢字a한", { { "漢", "漢", "漢", 0 }, { "字", "字", "字", 0 },
			      { "a", "a", "a", S },
			      { "한", "한", "한", 0 } } },
		{ "José Straße", { { "José", "josé", "jose", M | U },
				   { "Straße", "straße", "straße", U } } },
		{ "قال 😀\xEF\xB8\x8F ❤\xEF\xB8\x8F.",
		  { { "قال", "قال", "قال", 0 } } },
		/* text that was not normalised finds the same keys */
		{ "ho\x61\xCC\x80", { { "ho\x61\xCC\x80", "hòa", "hoa",
					M | S } } },
		{ "\xCC\x81\xCC\x81 - /", { { NULL, NULL, NULL, 0 } } },
		{ "", { { NULL, NULL, NULL, 0 } } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		const struct tc_str text = tc_str0(rows[i].text);
		struct tc_tokens t;
		size_t n = 0;
		tc_tokenize(text, &arena, &t);
		for (; n < 5 && rows[i].tokens[n].as; n++) {
			assert_true(n < t.n);
			assert_str(rows[i].tokens[n].as,
				   tc_str(text.p + t.v[n].off, t.v[n].len));
			assert_str(rows[i].tokens[n].exact, t.v[n].exact);
			assert_str(rows[i].tokens[n].bare, t.v[n].bare);
			assert_int_equal(rows[i].tokens[n].flags,
					 t.v[n].flags);
		}
		assert_int_equal(n, t.n);
	}
}

/* Made of the text at once, they are those of its tokens. */
static void expect_bare_words(struct tc_str text, const struct tc_tokens *t)
{
	TC_SCOPED_BUF words = { 0 }, bare = { 0 };

	for (size_t i = 0; i < t->n; i++) {
		if (i)
			tc_buf_addc(&words, ' ');
		tc_buf_addstr(&words, t->v[i].bare);
	}
	tc_buf_reserve(&bare, text.n);
	bare.n = tc_fold_bare_words(text, bare.p);
	if (bare.n != SIZE_MAX)
		assert_str(tc_buf_cstr(&words), tc_buf_str(&bare));
}

/* What holds for the tokens of any text. */
static void expect_invariants(struct tc_str text, const struct tc_tokens *t)
{
	size_t end = 0;

	for (size_t i = 0; i < t->n; i++) {
		const struct tc_token *const k = &t->v[i];
		TC_SCOPED_BUF bare = { 0 };
		char out[TC_SYLLABLE_MAX];
		struct tc_syllable s;
		size_t n;
		assert_true(k->len > 0 && k->off >= end);
		end = (size_t)k->off + k->len;
		assert_true(end <= text.n);
		assert_true(tc_utf8_boundary(text, k->off));
		assert_true(tc_utf8_boundary(text, end));
		assert_in_range(k->exact.n, 1, TC_TOKEN_MAX);
		assert_in_range(k->bare.n, 1, TC_TOKEN_MAX);
		assert_int_equal(k->exact.n, tc_utf8_valid(k->exact));
		tc_fold_bare(k->exact, &bare);
		bare.n = tc_utf8_floor(tc_buf_str(&bare), TC_TOKEN_MAX);
		assert_true(tc_str_eq(tc_buf_str(&bare), k->bare));
		assert_int_equal(!tc_str_eq(k->exact, k->bare),
				 !!(k->flags & TC_TOKEN_MARKED));
		assert_int_equal(tc_token_hash(k->exact), k->hash);
		assert_false(tc_syllable_canonical(k->exact, out, &n));
		assert_int_equal(tc_syllable_parse(k->exact, &s),
				 !!(k->flags & TC_TOKEN_SYLLABLE));
		assert_int_equal(tc_stopword_is(k->exact),
				 !!(k->flags & TC_TOKEN_FUNCTION));
	}
	expect_bare_words(text, t);
}

static void bare_words_of_a_name(void **state)
{
	static const char *const names[][2] = {
		{ "Đảng bộ phường Đông Kinh", "dang bo phuong dong kinh" },
		{ "Chi bộ khối 7+10", "chi bo khoi 7 10" },
		{ " Hà Nội, ", "ha noi" }, { "ấ", "a" }, { "", "" },
		{ "Ê-đê", "e de" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char out[64];
		const size_t n = tc_fold_bare_words(tc_str0(names[i][0]), out);
		assert_true(n != SIZE_MAX);
		assert_str(names[i][1], tc_str(out, n));
	}
	assert_true(tc_fold_bare_words(TC_STR("漢"), (char[8]){ 0 }) ==
		    SIZE_MAX);
}

static uint32_t seed;

static uint32_t random_below(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (uint32_t)((uint64_t)n * (seed >> 8) >> 24);
}

static void add_random_text(struct tc_buf *raw)
{
	static const char *const pieces[] = {
		"Đảng", "ủy", " ", "nguời", "tòa", "n", "7", "-", "\xCC\x81",
		"\xCC\xA3", "ẫ", "漢", "한", "か", "Σ", "İ", "ﬁ", "\n", "😀",
		"\xE2\x80\x8B", "QUỐC", "x", "e\xCC\x82", "ữ", "đ", "Ự",
		"ﷺ", "क्षि", "\xFF", "\xE1\xBA", "gi", "qu", "ươ", "ng",
	};
	const uint32_t n = random_below(60);

	for (uint32_t i = 0; i < n; i++)
		tc_buf_puts(raw, pieces[random_below(
			sizeof pieces / sizeof *pieces)]);
}

static void spans_are_in_order_and_on_boundaries(void **state)
{
	(void)state;
	seed = 3;
	for (unsigned i = 0; i < 20000; i++) {
		TC_SCOPED_BUF raw = { 0 }, valid = { 0 }, normal = { 0 };
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_tokens t;
		add_random_text(&raw);
		tc_utf8_scrub(tc_buf_str(&raw), &valid);
		tc_tokenize(tc_buf_str(&valid), &arena, &t);
		expect_invariants(tc_buf_str(&valid), &t);
		tc_normalize(tc_buf_str(&valid), &normal);
		tc_tokenize(tc_buf_str(&normal), &arena, &t);
		expect_invariants(tc_buf_str(&normal), &t);
	}
}

static void a_key_is_the_key_of_itself(void **state)
{
	(void)state;
	seed = 4;
	for (unsigned i = 0; i < 5000; i++) {
		TC_SCOPED_BUF raw = { 0 }, valid = { 0 }, normal = { 0 };
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_tokens t, again;
		add_random_text(&raw);
		tc_utf8_scrub(tc_buf_str(&raw), &valid);
		tc_normalize(tc_buf_str(&valid), &normal);
		tc_tokenize(tc_buf_str(&normal), &arena, &t);
		for (size_t k = 0; k < t.n; k++) {
			tc_tokenize(t.v[k].exact, &arena, &again);
			assert_int_equal(1, again.n);
			assert_true(tc_str_eq(t.v[k].exact,
					      again.v[0].exact));
		}
	}
}

static void huge_tokens_are_cut(void **state)
{
	static const struct {
		const char *first, *more;
		size_t size;
	} rows[] = {
		{ "", "a", LONG_TOKEN }, { "", "ữ", LONG_TOKEN },
		{ "", "é", LONG_TOKEN }, { "a", "\xCC\x81", MANY_MARKS },
		{ "o", "\xCC\xA3\xCC\x81", MANY_MARKS },
		{ "漢", "\xCC\x81", MANY_MARKS }, { "", "İ", MANY_MARKS },
		{ "", "Σ", MANY_MARKS },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF text = { 0 };
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_tokens t;
		tc_buf_puts(&text, rows[i].first);
		while (text.n < rows[i].size)
			tc_buf_puts(&text, rows[i].more);
		tc_tokenize(tc_buf_str(&text), &arena, &t);
		assert_int_equal(1, t.n);
		assert_int_equal(text.n, t.v[0].len);
		expect_invariants(tc_buf_str(&text), &t);
	}
}

/* The seeds are not part of the source: without them there is nothing to
 * see here. */
static void nearly_all_words_of_the_seeds_are_syllables(void **state)
{
	const char *const top = getenv("srcdir");
	char folder[4096], path[4400];
	size_t words = 0, syllables = 0;

	(void)state;
	snprintf(folder, sizeof folder, "%s/../shared/seeds", top ? top : ".");
	DIR *const dir = opendir(folder);
	if (!dir) {
		print_message("# no seeds in %s\n", folder);
		return;
	}
	for (struct dirent *e; (e = readdir(dir));) {
		TC_SCOPED_BUF raw = { 0 }, valid = { 0 }, normal = { 0 };
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_tokens t;
		snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
		if (e->d_name[0] == '.' ||
		    tc_file_read(path, 1 << 20, &raw, NULL) < 0)
			continue;
		tc_utf8_scrub(tc_buf_str(&raw), &valid);
		tc_normalize(tc_buf_str(&valid), &normal);
		tc_tokenize(tc_buf_str(&normal), &arena, &t);
		expect_invariants(tc_buf_str(&normal), &t);
		for (size_t i = 0; i < t.n; i++) {
			words += !(t.v[i].flags & TC_TOKEN_DIGIT);
			syllables += !!(t.v[i].flags & TC_TOKEN_SYLLABLE);
		}
	}
	closedir(dir);
	/* 98 of 100, the rest abbreviations and foreign words */
	assert_true(syllables * 100 >= words * 97);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tokens_are_runs_with_two_keys),
		cmocka_unit_test(spans_are_in_order_and_on_boundaries),
		cmocka_unit_test(bare_words_of_a_name),
		cmocka_unit_test(a_key_is_the_key_of_itself),
		cmocka_unit_test(huge_tokens_are_cut),
		cmocka_unit_test(nearly_all_words_of_the_seeds_are_syllables),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

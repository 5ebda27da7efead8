/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "text/fold.h"
#include "text/normalize.h"
#include "text/stopword.h"
#include "text/stopword-list.h"
#include "text/syllable-table.h"
#include "text/syllable.h"
#include "text/utf8.h"

/* Published counts of the generator (the facts of orthography). */
#define SYLLABLES 17590
#define TONELESS 3843
#define BARE 2455

/* Calls `see` with every syllable of the table; returns how many. */
static unsigned each_syllable(void (*see)(struct tc_syllable, struct tc_str))
{
	char out[TC_SYLLABLE_MAX];
	unsigned count = 0;

	for (unsigned o = 0; o < TC_ONSETS; o++)
		for (unsigned r = 0; r < TC_RIMES; r++)
			for (unsigned t = 0; t < 6; t++) {
				const struct tc_syllable s = {
					(unsigned char)o, (unsigned char)r,
					(unsigned char)t
				};
				const size_t n = tc_syllable_spell(s, out);
				if (!n)
					continue;
				count++;
				see(s, tc_str(out, n));
			}
	return count;
}

static void expect_itself(struct tc_syllable s, struct tc_str spelled)
{
	struct tc_syllable again;
	char out[TC_SYLLABLE_MAX];
	size_t n;

	assert_true(tc_syllable_parse(spelled, &again));
	assert_memory_equal(&s, &again, sizeof s);
	assert_false(tc_syllable_canonical(spelled, out, &n));
}

static void the_table_holds_what_the_rules_make(void **state)
{
	unsigned toneless = 0;

	(void)state;
	assert_int_equal(SYLLABLES, each_syllable(expect_itself));
	for (unsigned i = 0; i < TC_SLOTS; i++)
		toneless += tc_syllable_slots[i] &&
			    !(tc_syllable_slots[i] & TC_SLOT_ALIAS);
	assert_int_equal(TONELESS, toneless);
	assert_int_equal(BARE, tc_syllable_bare_count);
}

static unsigned moved;

/* Puts the tone on each other vowel in turn: all these spellings come back
 * to this syllable and to no other one, so that nothing differs in the
 * place of the mark alone. */
static void expect_mark_anywhere(struct tc_syllable s, struct tc_str spelled)
{
	const uint64_t slot =
		tc_syllable_slots[tc_syllable_places[s.onset][s.rime]];
	unsigned letters = 0;

	while (letters < TC_SLOT_LETTERS &&
	       (slot & TC_SLOT_KEY) >> letters * TC_LETTER_BITS)
		letters++;
	for (unsigned at = 0; s.tone && at < letters; at++) {
		char word[32], out[TC_SYLLABLE_MAX];
		size_t len = 0, n;
		bool is_vowel = false;
		for (unsigned i = 0; i < letters; i++) {
			const unsigned letter = slot >> (letters - 1 - i) *
				TC_LETTER_BITS & 63;
			const struct tc_letter_bytes *const b =
				&tc_letter_bytes[letter][i == at ? s.tone : 0];
			is_vowel |= i == at && b->n;
			memcpy(word + len, b->p, b->n);
			len += b->n;
		}
		if (!is_vowel)
			continue;
		const struct tc_str w = tc_str(word, len);
		if (tc_str_eq(w, spelled))
			continue;
		assert_true(tc_syllable_canonical(w, out, &n));
		assert_true(tc_str_eq(spelled, tc_str(out, n)));
		moved++;
	}
}

static void no_two_differ_in_the_place_of_the_mark(void **state)
{
	(void)state;
	moved = 0;
	each_syllable(expect_mark_anywhere);
	assert_true(moved > SYLLABLES / 2);
}

static void expect_bare(struct tc_syllable s, struct tc_str spelled)
{
	TC_SCOPED_BUF bare = { 0 };

	(void)s;
	tc_fold_bare(spelled, &bare);
	assert_true(tc_syllable_is_bare(tc_buf_str(&bare)));
}

static void every_syllable_is_known_bare(void **state)
{
	static const char *const none[] = {
		"", "krong", "tw", "covid", "đa", "bọ", "nguow", "x"
	};

	(void)state;
	each_syllable(expect_bare);
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_false(tc_syllable_is_bare(tc_str0(none[i])));
}

static void expect_moved(struct tc_syllable s, struct tc_str spelled)
{
	TC_SCOPED_BUF other = { 0 }, again = { 0 };
	char out[TC_SYLLABLE_MAX];
	size_t n;

	(void)s;
	if (!tc_syllable_moved(spelled, &other))
		return;
	assert_true(tc_syllable_canonical(tc_buf_str(&other), out, &n));
	assert_true(tc_str_eq(spelled, tc_str(out, n)));
	assert_true(tc_syllable_moved(tc_buf_str(&other), &again));
	assert_true(tc_str_eq(spelled, tc_buf_str(&again)));
	moved++;
}

/* "hoà" begins "hoàng", "hòa" does not. */
static void beginnings_have_their_mark_on_either_vowel(void **state)
{
	TC_SCOPED_BUF out = { 0 };

	(void)state;
	moved = 0;
	each_syllable(expect_moved);
	/* oa, oe and uy, in five tones, behind most onsets */
	assert_true(moved > 3 * 5 * 10);
	assert_true(tc_syllable_moved(TC_STR("hoà"), &out));
	assert_string_equal("hòa", out.p);
	assert_false(tc_syllable_moved(TC_STR("hoàn"), &out));
	assert_false(tc_syllable_moved(TC_STR("ho"), &out));
}

static void words_get_their_canonical_spelling(void **state)
{
	static const struct {
		const char *word, *canonical;	/* NULL: stays as it is */
	} rows[] = {
		/* the old placement */
		{ "hoà", "hòa" }, { "khoẻ", "khỏe" }, { "uỷ", "ủy" },
		{ "thuỷ", "thủy" }, { "khoá", "khóa" }, { "hòa", NULL },
		{ "quý", NULL }, { "quả", NULL }, { "thuở", NULL },
		{ "hoàn", NULL }, { "huỳnh", NULL }, { "khuỷu", NULL },
		{ "ngoài", NULL }, { "già", NULL }, { "giữ", NULL },
		{ "gì", NULL }, { "giếng", NULL }, { "yếu", NULL },
		{ "quyết", NULL }, { "quốc", NULL }, { "nghị", NULL },
		{ "việc", NULL }, { "được", NULL }, { "mùa", NULL },
		/* misplaced marks */
		{ "tòan", "toàn" }, { "thỏai", "thoải" }, { "khóan", "khoán" },
		{ "muà", "mùa" }, { "cuả", "của" }, { "gía", "giá" },
		{ "qúy", "quý" }, { "qúa", "quá" }, { "đaị", "đại" },
		{ "gìơ", "giờ" }, { "quỉ", NULL },
		/* a horn left out */
		{ "nguời", "người" }, { "đuờng", "đường" },
		{ "luợng", "lượng" }, { "đưòng", "đường" },
		{ "trưòng", "trường" }, { "thuở", NULL }, { "duong", NULL },
		/* two marks, other faults and names: left alone */
		{ "tìền", NULL }, { "ngịch", NULL }, { "đắk", NULL },
		{ "lắk", NULL }, { "krông", NULL }, { "kạn", NULL },
		{ "kông", NULL }, { "moóc", NULL }, { "các", NULL },
		{ "cac", NULL }, { "càc", NULL }, { "tw", NULL },
		{ "", NULL }, { "Hoà", NULL }, { "hoà1", NULL },
		{ "nghiêngg", NULL }, { "naïve", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char out[TC_SYLLABLE_MAX];
		size_t n;
		const bool changed = tc_syllable_canonical(
			tc_str0(rows[i].word), out, &n);
		if (changed != (rows[i].canonical != NULL))
			fail_msg("%s", rows[i].word);
		if (changed)
			assert_str(rows[i].canonical, tc_str(out, n));
	}
}

static void a_stop_takes_only_two_tones(void **state)
{
	static const struct {
		const char *word;
		bool is;
	} rows[] = {
		{ "các", true }, { "cạch", true }, { "cac", false },
		{ "càc", false }, { "hoạt", true }, { "hoát", true },
		{ "hoảt", false }, { "ca", true }, { "nghành", false },
		{ "gành", true }, { "kà", false }, { "ce", false },
		{ "qa", false }, { "ngành", true }, { "nge", false },
	};
	struct tc_syllable s;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (tc_syllable_parse(tc_str0(rows[i].word), &s) != rows[i].is)
			fail_msg("%s", rows[i].word);
}

static void i_and_y_share_a_loose_key(void **state)
{
	static const struct {
		const char *word, *other;
	} rows[] = {
		{ "kỷ", "kỉ" }, { "kỉ", "kỷ" },
		{ "kĩ", "kỹ" }, { "lí", "lý" },
		{ "lý", "lí" }, { "mĩ", "mỹ" },
		{ "quí", "quý" }, { "quy", "qui" },
		{ "qui", "quy" }, { "kì", "kỳ" },
		{ "tỉ", "tỷ" }, { "sỹ", "sĩ" },
		{ "hi", "hy" }, { "hy", "hi" },
		/* other words */
		{ "vy", NULL }, { "vi", NULL },
		{ "vĩ", NULL }, { "thy", NULL },
		{ "thi", NULL }, { "ni", NULL },
		{ "ly", NULL }, { "li", NULL },
		{ "my", NULL }, { "ty", NULL },
		{ "chỉ", NULL }, { "ý", NULL },
		{ "kim", NULL }, { "túy", NULL },
		{ "hai", NULL }, { "đi", NULL },
		{ "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct tc_str word = tc_str0(rows[i].word);
		char back[TC_SYLLABLE_MAX], other[TC_SYLLABLE_MAX];
		size_t n, m;
		if (tc_syllable_other(word, other, &n) != !!rows[i].other)
			fail_msg("%s", rows[i].word);
		if (!rows[i].other)
			continue;
		assert_str(rows[i].other, tc_str(other, n));
		/* and back */
		assert_true(tc_syllable_other(tc_str(other, n), back, &m));
		assert_str(rows[i].word, tc_str(back, m));
	}
}

static void function_words_are_listed(void **state)
{
	static const struct {
		const char *word;
		bool exact, bare;
	} rows[] = {
		{ "của", true, false }, { "cua", false, true },
		{ "và", true, false }, { "va", false, true },
		{ "những", true, false }, { "nhung", false, true },
		{ "tại", true, false }, { "tai", false, false },
		{ "là", true, false }, { "la", false, false },
		{ "đang", true, false }, { "đảng", false, false },
		{ "dang", false, false }, { "bộ", false, false },
		{ "nước", false, false }, { "ngày", false, false },
		{ "số", false, false }, { "việc", false, false },
		{ "trong", true, false }, { "theo", true, true },
		{ "nhau", true, true }, { "", false, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct tc_str word = tc_str0(rows[i].word);
		if (tc_stopword_is(word) != rows[i].exact ||
		    tc_stopword_is_bare(word) != rows[i].bare)
			fail_msg("%s", rows[i].word);
	}
}

static void function_words_are_sorted_and_canonical(void **state)
{
	const size_t count = sizeof tc_stopwords / sizeof *tc_stopwords;

	(void)state;
	for (size_t i = 0; i < count; i++) {
		const struct tc_str word = tc_str0(tc_stopwords[i].exact);
		struct tc_syllable s;
		expect_itself((tc_syllable_parse(word, &s), s), word);
		assert_true(tc_stopword_is(word));
		if (i)
			assert_true(tc_str_cmp(
				tc_str0(tc_stopwords[i - 1].exact), word) < 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_holds_what_the_rules_make),
		cmocka_unit_test(no_two_differ_in_the_place_of_the_mark),
		cmocka_unit_test(every_syllable_is_known_bare),
		cmocka_unit_test(beginnings_have_their_mark_on_either_vowel),
		cmocka_unit_test(words_get_their_canonical_spelling),
		cmocka_unit_test(a_stop_takes_only_two_tones),
		cmocka_unit_test(i_and_y_share_a_loose_key),
		cmocka_unit_test(function_words_are_listed),
		cmocka_unit_test(function_words_are_sorted_and_canonical),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

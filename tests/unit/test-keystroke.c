/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "text/fold.h"
#include "text/keystroke.h"
#include "text/syllable-table.h"
#include "text/syllable.h"

#define T TC_KEYSTROKE_TELEX
#define N TC_KEYSTROKE_VNI
#define Q TC_KEYSTROKE_VIQR
#define NONE TC_KEYSTROKE_NONE

static void keys_make_letters(void **state)
{
	static const struct {
		const char *typed;
		enum tc_keystroke scheme;
		const char *word;	/* NULL: nothing to decode */
	} rows[] = {
		{ "Nghij", T, "Nghị" }, { "quyeets", T, "quyết" },
		{ "quyeest", T, "quyết" }, { "quyetes", T, "quyết" },
		{ "DDangr", T, "Đảng" }, { "ddangr", T, "đảng" },
		{ "dinhd", T, "đinh" }, { "ddaf", T, "đà" },
		{ "nguowif", T, "người" }, { "nguwowif", T, "người" },
		{ "nguwoif", T, "người" }, { "nguoiwf", T, "người" },
		{ "ddoongf", T, "đồng" }, { "thuowr", T, "thuở" },
		{ "huow", T, "huơ" }, { "quow", T, "quơ" },
		{ "muaw", T, "mưa" }, { "quawng", T, "quăng" },
		{ "luuw", T, "lưu" }, { "hoawcj", T, "hoặc" },
		{ "ruwowuj", T, "rượu" }, { "ngoeof", T, "ngoèo" },
		{ "xooong", T, "xoong" }, { "chir", T, "chỉ" },
		{ "khoas", T, "khóa" }, { "uyr", T, "ủy" }, { "tw", T, "tư" },
		{ "t]", T, "tư" }, { "t][ngf", T, "tường" },
		{ "toanfs", T, "toán" }, { "gif", T, "gì" },
		{ "quys", T, "quý" }, { "yeeu", T, "yêu" },
		{ "TW", T, NULL }, { "NQ", T, NULL }, { "chi", T, NULL },
		{ "as s", T, NULL }, { "ass", T, NULL }, { "khoi7", T, NULL },
		{ "", T, NULL }, { "windows", T, NULL },
		{ "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", T, NULL },
		{ "\xC4\x91i", T, NULL },
		{ "duong9772", N, "đường" }, { "d9uong72", N, "đường" },
		{ "d9u7o7ng2", N, "đường" }, { "toan21", N, "toán" },
		{ "Nghi5", N, "Nghị" }, { "quye61t", N, "quyết" },
		{ "quyet61", N, "quyết" }, { "D9ang3", N, "Đảng" },
		{ "na8m", N, "năm" }, { "cb2", N, NULL }, { "hcm2", N, NULL },
		{ "lop9", N, NULL }, { "chi", N, NULL },
		{ "Nghi.", Q, "Nghị" }, { "quye^'t", Q, "quyết" },
		{ "DDa?ng", Q, "Đảng" }, { "d+o+i", Q, NULL },
		{ "ngu+o+`i", Q, "người" }, { "na(m", Q, "năm" },
		{ "quye^t'", Q, "quyết" }, { "a\\.", Q, NULL },
		{ "chi", NONE, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF out = { 0 };
		const bool made = tc_keystroke_decode(
			tc_str0(rows[i].typed), rows[i].scheme, &out);
		if (made != (rows[i].word != NULL))
			fail_msg("%s", rows[i].typed);
		assert_str(rows[i].word ? rows[i].word : "",
			   tc_buf_str(&out));
	}
}

/* What turns a plain letter into one with a code above z. */
static char mark_key(unsigned letter, enum tc_keystroke scheme)
{
	return (scheme == T ? "wadeoww" : "8696677")
		[letter - TC_LETTER_A_BREVE];
}

enum order { EACH, TONE_LAST, ALL_LAST, ORDERS };

/* Types the syllable in a slot: the marks each behind its letter, or all of
 * them or the tone at the end. */
static void type(uint64_t slot, unsigned tone, enum tc_keystroke scheme,
		 enum order order, struct tc_buf *out)
{
	const char tone_key = (scheme == T ? "\0frxsj" : "\00" "23415")[tone];
	TC_SCOPED_BUF end = { 0 };
	unsigned before = 0, at = 0;

	for (int i = TC_SLOT_LETTERS - 1; i >= 0; i--) {
		const unsigned letter = slot >> i * TC_LETTER_BITS & 63;
		if (!letter)
			continue;
		tc_buf_addc(out, tc_letter_bare[letter]);
		/* oo, which is no ô: the third o takes the hat off again */
		if (scheme == T && letter == before &&
		    tc_letter_bare[letter] == 'o')
			tc_buf_addc(out, 'o');
		if (letter >= TC_LETTER_A_BREVE)
			tc_buf_addc(order == ALL_LAST ? &end : out,
				    mark_key(letter, scheme));
		if (tone)
			tc_buf_addc(order != EACH ? &end : out, tone_key);
		if (tone && at++ != tc_slot_position(slot))
			(order != EACH ? &end : out)->n--;
		before = letter;
	}
	tc_buf_addstr(out, tc_buf_str(&end));
}

struct typed {
	char keys[TC_KEYSTROKE_MAX + 1];
};

static int typed_cmp(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* Types every syllable in every order and expects it back; returns how many
 * different strings the first and the last order make. */
static size_t type_all(enum tc_keystroke scheme, struct typed *v)
{
	size_t count = 0, different = 0;

	for (unsigned i = 0; i < TC_ONSETS * TC_RIMES * 6 * ORDERS; i++) {
		const enum order order = i % ORDERS;
		const unsigned k = i / ORDERS;
		const struct tc_syllable s = {
			(unsigned char)(k / 6 / TC_RIMES),
			(unsigned char)(k / 6 % TC_RIMES),
			(unsigned char)(k % 6) };
		TC_SCOPED_BUF typed = { 0 }, out = { 0 };
		char spelled[TC_SYLLABLE_MAX];
		if (!tc_syllable_spell(s, spelled))
			continue;
		type(tc_syllable_slots[tc_syllable_places[s.onset][s.rime]],
		     s.tone, scheme, order, &typed);
		if (order != TONE_LAST)
			strcpy(v[count++].keys, tc_buf_cstr(&typed));
		if (!tc_keystroke_decode(tc_buf_str(&typed), scheme, &out))
			assert_string_equal(spelled, tc_buf_cstr(&typed));
		else
			assert_string_equal(spelled, tc_buf_cstr(&out));
	}
	qsort(v, count, sizeof *v, typed_cmp);
	for (size_t i = 0; i < count; i++)
		different += i == 0 || strcmp(v[i].keys, v[i - 1].keys) != 0;
	return different;
}

/* The strings of each letter's marks behind it and of all marks last,
 * the same number in both schemes: they differ in the keys alone. */
#define STRINGS 32583

static void every_syllable_typed_comes_back(void **state)
{
	struct typed *const v = tc_zalloc(2 * 17590 * sizeof *v);

	(void)state;
	assert_int_equal(STRINGS, type_all(T, v));
	assert_int_equal(STRINGS, type_all(N, v));
	free(v);
}

static void the_scheme_of_a_query_is_found(void **state)
{
	static const struct {
		const char *text;
		enum tc_keystroke scheme;
	} rows[] = {
		{ "Nghij quyeets", T }, { "chir thij 05", T },
		{ "khoas XIII", T }, { "hocj taapj vaf lamf theo Bacs", T },
		{ "01-KL/TW ddangr vieen", T }, { "nghij quyeets ddaij hooij", T },
		{ "Ddangr", T }, { "ddaij hooij", T },
		{ "nghi quyet dai hoi dang", NONE }, { "chi bo", NONE },
		{ "this is", NONE }, { "of", NONE }, { "how if", NONE },
		{ "NQ TW", NONE }, { "01-KL/TW", NONE }, { "covid", NONE },
		{ "windows server", NONE },
		{ "the quick brown fox jumps over the lazy dog", NONE },
		{ "if this is how it must be then so it is", NONE },
		{ "nghị quyeets", NONE }, { "", NONE }, { "   ", NONE },
		{ "khoi7", NONE }, { "cb2", NONE }, { "hcm2", NONE },
		{ "khoi7 lop9", NONE }, { "chi bo khoi7", NONE },
		{ "nghi5 quye61t", N }, { "d9ang3 bo65", N },
		{ "chi3 thi5 05", N }, { "duong9772", N },
		{ "hoc5 tap65 va2 lam2 theo Bac1", N },
		{ "Nghi. quye^'t DDa?ng", Q }, { "ngu+o+`i", Q },
		{ "chi bo.", NONE }, { "chi bo? chi bo.", NONE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (tc_keystroke_guess(tc_str0(rows[i].text)) !=
		    rows[i].scheme)
			fail_msg("%s", rows[i].text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_make_letters),
		cmocka_unit_test(every_syllable_typed_comes_back),
		cmocka_unit_test(the_scheme_of_a_query_is_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

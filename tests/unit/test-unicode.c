/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The generated tables answer as ICU does: over all characters and over
 * random mixtures with a fixed seed.  What normalize.h mends beyond NFC is
 * left out here (test-normalize.c has it).
 */
#include "config.h"

#include "unit.h"

#include "text/fold.h"
#include "text/normalize.h"
#include "text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/ucasemap.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#define MIXTURES 60000
#define TEXT_MAX 64
#define BYTES_MAX 2048

static const UNormalizer2 *nfc, *nfd;
static UCaseMap *root;

static int open_icu(void **state)
{
	UErrorCode e = U_ZERO_ERROR;

	(void)state;
	nfc = unorm2_getNFCInstance(&e);
	nfd = unorm2_getNFDInstance(&e);
	root = ucasemap_open("", 0, &e);
	return U_FAILURE(e);
}

static int close_icu(void **state)
{
	(void)state;
	ucasemap_close(root);
	return 0;
}

static bool is_scalar(uint32_t c)
{
	return c < 0x110000 && (c < 0xD800 || c > 0xDFFF);
}

static bool is_blank_kind(uint32_t c)
{
	return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
	       c == 0x202F || c == 0x205F || c == 0x3000;
}

/* What the repairs touch, written down a second time on purpose. */
static bool is_repaired(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n') ||
	       (c >= 0x7F && c <= 0x9F) || is_blank_kind(c) || c == 0xAD ||
	       c == 0xD0 || c == 0xF0 || c == 0x189 || c == 0x256 ||
	       (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
	       (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) ||
	       (c >= 0x2160 && c <= 0x217F) || c == 0xFEFF;
}

static struct tc_str encode(const uint32_t *v, size_t n, char *out)
{
	size_t at = 0;

	for (size_t i = 0; i < n; i++)
		at += tc_utf8_put(out + at, v[i]);
	return tc_str(out, at);
}

static struct tc_str icu_normal(const UNormalizer2 *how, struct tc_str s,
				char *out)
{
	UChar a[BYTES_MAX], b[BYTES_MAX];
	UErrorCode e = U_ZERO_ERROR;
	int32_t an, bn, n;

	u_strFromUTF8(a, BYTES_MAX, &an, s.p, (int32_t)s.n, &e);
	bn = unorm2_normalize(how, a, an, b, BYTES_MAX, &e);
	u_strToUTF8(out, BYTES_MAX, &n, b, bn, &e);
	assert_true(U_SUCCESS(e));
	return tc_str(out, (size_t)n);
}

static struct tc_str icu_lower(struct tc_str s, char *out)
{
	UErrorCode e = U_ZERO_ERROR;
	const int32_t n = ucasemap_utf8ToLower(root, out, BYTES_MAX, s.p,
					       (int32_t)s.n, &e);

	assert_true(U_SUCCESS(e));
	return tc_str(out, (size_t)n);
}

/* NFD without nonspacing marks, d for d with stroke. */
static struct tc_str icu_bare(struct tc_str s, char *out)
{
	char d[BYTES_MAX];
	const struct tc_str apart = icu_normal(nfd, s, d);
	size_t n = 0;

	for (const char *p = apart.p; p < apart.p + apart.n;) {
		const uint32_t c = tc_utf8_next(&p, apart.p + apart.n);
		if (c == 0x110 || c == 0x111)
			out[n++] = c == 0x110 ? 'D' : 'd';
		else if (u_charType((UChar32)c) != U_NON_SPACING_MARK)
			n += tc_utf8_put(out + n, c);
	}
	return tc_str(out, n);
}

static void fail_with(const char *what, struct tc_str in)
{
	print_error("%s: in", what);
	for (const char *p = in.p; p < in.p + in.n;)
		print_error(" U+%04X", tc_utf8_next(&p, in.p + in.n));
	fail_msg(" differs from ICU");
}

static void expect_nfc(struct tc_str in)
{
	TC_SCOPED_BUF ours = { 0 };
	char theirs[BYTES_MAX];

	tc_normalize(in, &ours);
	if (!tc_str_eq(tc_buf_str(&ours), icu_normal(nfc, in, theirs)))
		fail_with("NFC", in);
}

/* `in` is NFC.  A bare form is NFC, and ICU's is not: compare both in NFD. */
static void expect_folds(struct tc_str in)
{
	TC_SCOPED_BUF lower = { 0 }, bare = { 0 };
	char theirs[BYTES_MAX], apart[BYTES_MAX];

	tc_fold_lower(in, &lower);
	if (!tc_str_eq(tc_buf_str(&lower), icu_lower(in, theirs)))
		fail_with("lower case", in);
	tc_fold_bare(in, &bare);
	if (!tc_str_eq(icu_normal(nfd, tc_buf_str(&bare), apart),
		       icu_bare(in, theirs)))
		fail_with("bare", in);
}

/* A tone before a circumflex or breve is put right, which NFC does not. */
static bool has_wrong_order(struct tc_str nfc_text)
{
	for (const char *p = nfc_text.p; p < nfc_text.p + nfc_text.n;) {
		const uint32_t c = tc_utf8_next(&p, nfc_text.p + nfc_text.n);
		if (c == 0x302 || c == 0x306)
			return true;
	}
	return false;
}

static void expect_all(const uint32_t *v, size_t n)
{
	char bytes[4 * TEXT_MAX], composed[BYTES_MAX];
	const struct tc_str in = encode(v, n, bytes);
	const struct tc_str normal = icu_normal(nfc, in, composed);

	if (!has_wrong_order(normal))
		expect_nfc(in);
	expect_folds(normal);
}

/* Of a million characters most are unassigned, private or ideographs, and
 * nothing composes with these: two contexts will do. */
static bool is_dull(uint32_t c)
{
	const int8_t type = u_charType((UChar32)c);

	return type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR ||
	       u_hasBinaryProperty((UChar32)c, UCHAR_UNIFIED_IDEOGRAPH);
}

static void every_character_alone_and_beside_others(void **state)
{
	static const uint32_t around[][2] = {
		{ 0, 0 }, { 'a', 0 }, { 0x1A1, 0 }, { 'y', 0 }, { 0x1100, 0 },
		{ 0xAC00, 0 }, { 0x9C7, 0 }, { 0, 0x301 }, { 0, 0x323 },
		{ 0, 0x31B }, { 0, 0x338 }, { 0, 0x1161 }, { 0, 0x11A8 },
		{ 0x301, 0x323 }, { 0x3A3, 'a' },
	};
	const size_t all = sizeof around / sizeof *around;

	(void)state;
	for (uint32_t c = 0; c < 0x110000; c++) {
		if (!is_scalar(c) || is_repaired(c))
			continue;
		const size_t contexts = is_dull(c) ? 2 : all;
		for (size_t i = 0; i < contexts; i++) {
			uint32_t v[3];
			size_t n = 0;
			if (around[i][0])
				v[n++] = around[i][0];
			v[n++] = c;
			if (around[i][1])
				v[n++] = around[i][1];
			expect_all(v, n);
		}
	}
}

/* Clean text is looked at in blocks: each character at each place of one
 * (those of up to three bytes that a block knows), with enough around it. */
static void every_character_in_the_midst_of_words(void **state)
{
	static const char words[] = "Đảng bộ xã Quế Ổ, ngày nghỉ ở Đắk Lắk.";
	const char *const end = words + sizeof words - 1;

	(void)state;
	for (uint32_t c = 1; c < 0x30000; c++) {
		if (!is_scalar(c) || is_repaired(c) || is_dull(c))
			continue;
		const uint32_t places = c < 0x2200 ? 16 : 1;
		for (uint32_t at = 0; at < places; at++) {
			uint32_t v[TEXT_MAX];
			size_t n = 0;
			for (const char *p = words; p < end;) {
				if (n == 4 + (c + at) % 16)
					v[n++] = c;
				v[n++] = tc_utf8_next(&p, end);
			}
			expect_all(v, n);
		}
	}
}

static uint32_t seed;

static uint32_t random_below(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (uint32_t)((uint64_t)n * (seed >> 8) >> 24);
}

static uint32_t random_char(void)
{
	static const uint32_t ranges[][2] = {
		{ 0x20, 0x7E }, { 0xC0, 0x1B0 }, { 0x1EA0, 0x1EFF },
		{ 0x300, 0x36F }, { 0x300, 0x36F }, { 0x340, 0x345 },
		{ 0x391, 0x3C9 }, { 0x5B0, 0x5C7 }, { 0x9BE, 0x9D7 },
		{ 0xF71, 0xF84 }, { 0x1100, 0x11C2 }, { 0xAC00, 0xD7A3 },
		{ 0x1F00, 0x1FFF }, { 0xF900, 0xFAFF }, { 0x1D15E, 0x1D1C0 },
		{ 0x11099, 0x110BA }, { 0, 0x10FFFF },
	};

	for (;;) {
		const uint32_t r = random_below(sizeof ranges / sizeof *ranges);
		const uint32_t c = ranges[r][0] + random_below(
			ranges[r][1] - ranges[r][0] + 1);
		if (is_scalar(c) && !is_repaired(c))
			return c;
	}
}

static void random_mixtures_answer_as_icu(void **state)
{
	uint32_t v[TEXT_MAX];

	(void)state;
	seed = 1;
	for (unsigned i = 0; i < MIXTURES; i++) {
		const size_t n = 1 + random_below(i % 100 ? 12 : TEXT_MAX);
		for (size_t k = 0; k < n; k++)
			v[k] = random_char();
		expect_all(v, n);
	}
}

static void normalising_twice_is_once(void **state)
{
	TC_SCOPED_BUF valid = { 0 }, once = { 0 }, twice = { 0 };
	char bytes[256];

	(void)state;
	seed = 2;
	for (unsigned i = 0; i < MIXTURES; i++) {
		const size_t n = random_below(i % 2 ? sizeof bytes : 16);
		for (size_t k = 0; k < n; k++)
			bytes[k] = (char)random_below(256);
		for (size_t k = 0; k + 4 < n; k += 4)
			tc_utf8_put(bytes + k, i % 3 ? random_char() : 0x302);
		tc_buf_clear(&valid);
		tc_buf_clear(&once);
		tc_buf_clear(&twice);
		tc_utf8_scrub(tc_str(bytes, n), &valid);
		assert_int_equal(valid.n, tc_utf8_valid(tc_buf_str(&valid)));
		tc_normalize(tc_buf_str(&valid), &once);
		assert_int_equal(once.n, tc_utf8_valid(tc_buf_str(&once)));
		tc_normalize(tc_buf_str(&once), &twice);
		if (!tc_str_eq(tc_buf_str(&once), tc_buf_str(&twice)))
			fail_with("normalising again", tc_buf_str(&valid));
	}
}

/* As table 3-7 of Unicode 3.9 has it, character by character. */
static size_t valid_by_icu(const char *bytes, size_t n)
{
	int32_t at = 0, good = 0;
	UChar32 c;

	while (at < (int32_t)n) {
		U8_NEXT(bytes, at, (int32_t)n, c);
		if (c < 0)
			break;
		good = at;
	}
	return (size_t)good;
}

/* Whatever breaks a text, and wherever: the text before it is right. */
static void validity_ends_where_icu_says(void **state)
{
	static const char text[] =
		"Đại hội Đảng bộ xã lần thứ XIII ngày 15.5.2020 \xF0\x9F\x98\x80, "
		"nghị quyết số 21-NQ/TW \xE0\xA6\xBE và \xED\x95\x9C được thông qua";
	char bytes[sizeof text];

	(void)state;
	seed = 4;
	for (size_t n = 0; n < sizeof text; n++)
		assert_int_equal(valid_by_icu(text, n),
				 tc_utf8_valid(tc_str(text, n)));
	for (size_t at = 0; at < sizeof text - 1; at++) {
		for (unsigned c = 0; c < 256; c++) {
			memcpy(bytes, text, sizeof text);
			bytes[at] = (char)c;
			size_t from = random_below(8);
			assert_int_equal(
				valid_by_icu(bytes + from, sizeof text - from),
				tc_utf8_valid(tc_str(bytes + from,
						     sizeof text - from)));
		}
	}
}

static void categories_answer_as_icu(void **state)
{
	(void)state;
	for (uint32_t c = 0; c < 0x110000; c++) {
		if (!is_scalar(c))
			continue;
		const uint32_t mask = U_GET_GC_MASK((UChar32)c);
		assert_int_equal(!!(mask & U_GC_L_MASK), tc_char_is_letter(c));
		assert_int_equal(!!(mask & U_GC_M_MASK), tc_char_is_mark(c));
		assert_int_equal(!!(mask & U_GC_ND_MASK), tc_char_is_digit(c));
		assert_int_equal(!!(mask & (U_GC_LU_MASK | U_GC_LT_MASK)),
				 tc_char_is_upper(c));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_alone_and_beside_others),
		cmocka_unit_test(every_character_in_the_midst_of_words),
		cmocka_unit_test(random_mixtures_answer_as_icu),
		cmocka_unit_test(normalising_twice_is_once),
		cmocka_unit_test(validity_ends_where_icu_says),
		cmocka_unit_test(categories_answer_as_icu),
	};
	return cmocka_run_group_tests(tests, open_icu, close_icu);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Writes the tables of unicode.h to stdout.  Run by the build; the only
 * program that needs ICU besides the tests that compare with it.
 */
#include "config.h"

#include "text/normalize-map.h"
#include "text/syllable.h"
#include "text/unicode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#define CHARS 0x110000
#define BLOCKS (CHARS / TC_CHAR_BLOCK)
#define POOL_MAX 65536
#define TEXT_MAX 64

static const UNormalizer2 *nfc, *nfd;
static uint32_t pool[POOL_MAX] = { 0 };
static unsigned pool_count = 1;		/* place 0 means none */
static struct tc_char_record records[CHARS];
static unsigned record_count;
static uint16_t char_index[CHARS];
static uint16_t blocks[BLOCKS];
static unsigned block_count;

static void must(bool ok, const char *what)
{
	if (!ok) {
		fprintf(stderr, "gen-unicode: %s\n", what);
		exit(1);
	}
}

static unsigned pool_add(const UChar32 *s, unsigned n)
{
	const unsigned at = pool_count;

	must(at + n < POOL_MAX, "the pool is full");
	pool[pool_count++] = n;
	for (unsigned i = 0; i < n; i++)
		pool[pool_count++] = (uint32_t)s[i];
	return at;
}

/* c normalised by `how`, as code points. */
static unsigned normalized(const UNormalizer2 *how, const UChar32 *in,
			   unsigned n, UChar32 out[TEXT_MAX])
{
	UChar a[TEXT_MAX], b[TEXT_MAX];
	UErrorCode e = U_ZERO_ERROR;
	int32_t an = 0, bn, cn = 0;

	u_strFromUTF32(a, TEXT_MAX, &an, in, (int32_t)n, &e);
	bn = unorm2_normalize(how, a, an, b, TEXT_MAX, &e);
	u_strToUTF32(out, TEXT_MAX, &cn, b, bn, &e);
	must(U_SUCCESS(e), u_errorName(e));
	return (unsigned)cn;
}

static bool is_hangul_syllable(UChar32 c)
{
	return c >= 0xAC00 && c < 0xAC00 + 11172;
}

static unsigned category_flags(UChar32 c)
{
	const uint32_t mask = U_GET_GC_MASK(c);

	return (mask & U_GC_L_MASK ? TC_CHAR_LETTER : 0u) |
	       (mask & U_GC_M_MASK ? TC_CHAR_MARK : 0u) |
	       (mask & U_GC_ND_MASK ? TC_CHAR_DIGIT : 0u) |
	       (mask & (U_GC_LU_MASK | U_GC_LT_MASK) ? TC_CHAR_UPPER : 0u) |
	       (mask & U_GC_LL_MASK ? TC_CHAR_LOWER : 0u);
}

static bool stands_alone(UChar32 c)
{
	UErrorCode e = U_ZERO_ERROR;
	const UScriptCode s = uscript_getScript(c, &e);

	if (c == 0x30FC || c == 0xFF70)	/* the long mark of Katakana */
		return true;
	return s == USCRIPT_HAN || s == USCRIPT_HIRAGANA ||
	       s == USCRIPT_KATAKANA || s == USCRIPT_HANGUL ||
	       s == USCRIPT_BOPOMOFO;
}

static unsigned width_flags(UChar32 c)
{
	const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
	const uint32_t mask = U_GET_GC_MASK(c);
	/* vowels and finals of Hangul join the initial before them */
	const int hangul = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);

	if (mask & (U_GC_MN_MASK | U_GC_ME_MASK) ||
	    (mask & U_GC_CF_MASK && c != 0xAD) ||
	    hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO)
		return TC_CHAR_ZERO;
	if (width == U_EA_WIDE || width == U_EA_FULLWIDTH)
		return TC_CHAR_WIDE;
	return 0;
}

static unsigned flags_of(UChar32 c)
{
	unsigned f = category_flags(c) | width_flags(c);

	if (f & TC_CHAR_LETTER && stands_alone(c))
		f |= TC_CHAR_ALONE;
	if (u_hasBinaryProperty(c, UCHAR_CASED))
		f |= TC_CHAR_CASED;
	if (u_hasBinaryProperty(c, UCHAR_CASE_IGNORABLE))
		f |= TC_CHAR_IGNORABLE;
	if (is_hangul_syllable(c))
		f |= TC_CHAR_HANGUL;
	if (c == 0x130 || c == 0x3A3)
		f |= TC_CHAR_SPECIAL;
	if (u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK) == UNORM_YES &&
	    u_getCombiningClass(c) == 0 && !tc_remap_find((uint32_t)c))
		f |= TC_CHAR_CLEAN;
	return f;
}

/* The decomposition without marks, recomposed, so that a Hangul syllable is
 * its own bare form. */
static int32_t bare_of(UChar32 c)
{
	UChar32 d[TEXT_MAX], out[TEXT_MAX];
	unsigned n = 0;

	if (c == 0x110 || c == 0x111)
		return (c == 0x110 ? 'D' : 'd') - c;
	const unsigned dn = normalized(nfd, &c, 1, d);
	for (unsigned i = 0; i < dn; i++)
		if (u_charType(d[i]) != U_NON_SPACING_MARK)
			d[n++] = d[i];
	if (n == dn)
		return 0;
	n = normalized(nfc, d, n, out);
	if (n == 0)
		return TC_BARE_GONE;
	if (n == 1)
		return out[0] - c;
	return TC_BARE_POOL + (int32_t)pool_add(out, n);
}

static struct tc_char_record record_of(UChar32 c)
{
	struct tc_char_record r;
	UChar32 d[TEXT_MAX];

	memset(&r, 0, sizeof r);
	r.lower = u_tolower(c) - c;
	r.bare = bare_of(c);
	r.flags = (uint16_t)flags_of(c);
	r.class = u_getCombiningClass(c);
	const unsigned n = normalized(nfd, &c, 1, d);
	if (!is_hangul_syllable(c) && (n != 1 || d[0] != c))
		r.decomposed = (uint16_t)pool_add(d, n);
	return r;
}

static unsigned record_add(const struct tc_char_record *r)
{
	static unsigned last;		/* neighbours are alike */

	if (record_count && memcmp(&records[last], r, sizeof *r) == 0)
		return last;
	for (last = record_count; last-- > 0;)
		if (memcmp(&records[last], r, sizeof *r) == 0)
			return last;
	records[record_count] = *r;
	return last = record_count++;
}

static void block_add(unsigned b)
{
	uint16_t block[TC_CHAR_BLOCK];

	for (unsigned i = 0; i < TC_CHAR_BLOCK; i++) {
		const UChar32 c = (UChar32)(b * TC_CHAR_BLOCK + i);
		struct tc_char_record r;
		memset(&r, 0, sizeof r);
		if (!U_IS_SURROGATE(c))
			r = record_of(c);
		block[i] = (uint16_t)record_add(&r);
	}
	unsigned at = 0;
	while (at < block_count &&
	       memcmp(char_index + at * TC_CHAR_BLOCK, block, sizeof block))
		at++;
	if (at == block_count) {
		memcpy(char_index + at * TC_CHAR_BLOCK, block, sizeof block);
		block_count++;
	}
	blocks[b] = (uint16_t)at;
}

static void print_u16(const char *name, const uint16_t *v, unsigned n)
{
	printf("const uint16_t %s[%u] = {", name, n);
	for (unsigned i = 0; i < n; i++)
		printf("%s%u,", i % 12 ? "" : "\n\t", v[i]);
	printf("\n};\n\n");
}

static void print_records(void)
{
	printf("const struct tc_char_record tc_char_records[%u] = {\n",
	       record_count);
	for (unsigned i = 0; i < record_count; i++)
		printf("\t{%d,%d,%u,%u,%u},\n", records[i].lower,
		       records[i].bare, records[i].decomposed,
		       records[i].flags, records[i].class);
	printf("};\n\nconst uint32_t tc_char_pool[%u] = {", pool_count);
	for (unsigned i = 0; i < pool_count; i++)
		printf("%s%u,", i % 12 ? "" : "\n\t", pool[i]);
	printf("\n};\n\n");
}

static int pair_cmp(const void *a, const void *b)
{
	const struct tc_char_pair *x = a, *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return x->second < y->second ? -1 : x->second > y->second;
}

static void print_pairs(void)
{
	static struct tc_char_pair v[4096];
	unsigned n = 0;

	for (UChar32 c = 0; c < CHARS; c++) {
		UChar raw[TEXT_MAX];
		UErrorCode e = U_ZERO_ERROR;
		if (U_IS_SURROGATE(c) || is_hangul_syllable(c))
			continue;
		const int32_t len = unorm2_getRawDecomposition(nfc, c, raw,
							       TEXT_MAX, &e);
		if (len <= 0)
			continue;
		UChar32 a, b;
		int32_t i = 0;
		U16_NEXT(raw, i, len, a);
		if (i == len)
			continue;
		U16_NEXT(raw, i, len, b);
		if (unorm2_composePair(nfc, a, b) != c)
			continue;
		must(n < sizeof v / sizeof *v, "too many pairs");
		v[n++] = (struct tc_char_pair){ (uint32_t)a, (uint32_t)b,
						(uint32_t)c };
	}
	qsort(v, n, sizeof *v, pair_cmp);
	printf("const unsigned tc_char_pair_count = %u;\n"
	       "const struct tc_char_pair tc_char_pairs[%u] = {\n", n, n);
	for (unsigned i = 0; i < n; i++)
		printf("\t{%u,%u,%u},\n", v[i].first, v[i].second,
		       v[i].composite);
	printf("};\n\n");
}

/* The letters that have a code, by code; 'a' to 'z' come first. */
static UChar32 letter_char(unsigned code)
{
	static const UChar32 own[] = {
		0x103, 0xE2, 0x111, 0xEA, 0xF4, 0x1A1, 0x1B0
	};

	if (code < TC_LETTER_A_BREVE)
		return code ? 'a' + (UChar32)code - 1 : 0;
	if (code < TC_LETTER_ZERO)
		return own[code - TC_LETTER_A_BREVE];
	return '0' + (UChar32)(code - TC_LETTER_ZERO);
}

static UChar32 with_tone(UChar32 c, unsigned tone)
{
	static const UChar32 marks[] = {
		[TC_NGANG] = 0, [TC_HUYEN] = 0x300, [TC_HOI] = 0x309,
		[TC_NGA] = 0x303, [TC_SAC] = 0x301, [TC_NANG] = 0x323,
	};
	static const UChar32 vowels[] = {
		'a', 0x103, 0xE2, 'e', 0xEA, 'i', 'o', 0xF4, 0x1A1, 'u',
		0x1B0, 'y'
	};

	if (!tone)
		return c;
	for (unsigned i = 0; i < sizeof vowels / sizeof *vowels; i++)
		if (vowels[i] == c)
			return unorm2_composePair(nfc, c, marks[tone]);
	return 0;
}

/* e + circumflex + dot below composes through e with dot below. */
static UChar32 composed(UChar32 c, unsigned tone)
{
	static const UChar32 dotted[][2] = {
		{ 0xE2, 0x1EAD }, { 0x103, 0x1EB7 }, { 0xEA, 0x1EC7 },
		{ 0xF4, 0x1ED9 },
	};

	if (tone == TC_NANG)
		for (unsigned i = 0; i < 4; i++)
			if (dotted[i][0] == c)
				return dotted[i][1];
	return with_tone(c, tone);
}

/* Where a character is in tc_letters. */
static unsigned letter_place(UChar32 c)
{
	if (c < 0x80)
		return TC_LETTER_LOW + (unsigned)c;
	if (c >= 0xC0 && c < 0x1C0)
		return TC_LETTER_LATIN + (unsigned)c - 0xC0;
	must(c >= 0x1E00 && c < 0x1F00, "letter out of range");
	return TC_LETTER_HIGH + (unsigned)c - 0x1E00;
}

static unsigned letter_info(unsigned code, unsigned tone, bool upper)
{
	const unsigned tally = upper | (code >= TC_LETTER_ZERO) << 5 |
			       (tone != 0) << 10;

	return code | tone << 6 | (upper ? TC_LETTER_UPPER : 0) |
	       tally << TC_LETTER_TALLY;
}

static struct tc_letter_bytes letter_bytes(UChar32 c)
{
	struct tc_letter_bytes b = { { 0 }, 0 };
	uint8_t s[U8_MAX_LENGTH];
	int32_t n = 0;

	U8_APPEND_UNSAFE(s, n, c);
	must(n <= 3, "letter too long");
	memcpy(b.p, s, (size_t)n);
	b.n = (unsigned char)n;
	return b;
}

static void print_bytes(struct tc_letter_bytes b)
{
	printf("{{%d,%d,%d},%d}", b.p[0], b.p[1], b.p[2], b.n);
}

static struct tc_letter letters[TC_LETTER_NONE + 1];

static void set_letter(unsigned code, unsigned tone)
{
	const UChar32 c = composed(letter_char(code), tone);
	const UChar32 upper = u_toupper(c);

	if (!c)
		return;
	const struct tc_letter_bytes b = letter_bytes(c);
	letters[letter_place(c)] =
		(struct tc_letter){ letter_info(code, tone, false), b };
	if (upper == c)
		return;
	must(letter_bytes(upper).n == b.n, "cases differ in length");
	letters[letter_place(upper)] =
		(struct tc_letter){ letter_info(code, tone, true), b };
}

static void print_letters(void)
{
	for (UChar32 c = 0; c < 0x80; c++)
		letters[letter_place(c)].lower = letter_bytes(c);
	printf("const struct tc_letter_bytes "
	       "tc_letter_bytes[TC_LETTER_COUNT][6] = {\n");
	for (unsigned code = 0; code < TC_LETTER_COUNT; code++) {
		printf("\t{");
		for (unsigned tone = 0; tone < 6; tone++) {
			set_letter(code, tone);
			const UChar32 c = composed(letter_char(code), tone);
			print_bytes(c ? letter_bytes(c) :
					(struct tc_letter_bytes){ { 0 }, 0 });
			printf(",");
		}
		printf("},\n");
	}
	printf("};\n\nconst char tc_letter_bare[TC_LETTER_COUNT] = {");
	for (unsigned code = 0; code < TC_LETTER_COUNT; code++) {
		const UChar32 c = letter_char(code);
		printf("%d,", c ? (int)(c + bare_of(c)) : 0);
	}
	printf("};\n\n"
	       "const struct tc_letter tc_letters[TC_LETTER_NONE + 1] = {\n");
	for (unsigned i = 0; i <= TC_LETTER_NONE; i++) {
		printf("\t{%uu,", letters[i].info);
		print_bytes(letters[i].lower);
		printf("},\n");
	}
	printf("};\n\n");
}

static struct tc_lead lead_of(unsigned byte)
{
	struct tc_lead l = { .base = TC_LETTER_NONE, .n = 1 };

	if (byte < 0x80) {
		l.base = (uint16_t)byte;
	} else if (byte >= 0xC3 && byte <= 0xC6) {
		l.base = (uint16_t)(TC_LETTER_LATIN + (byte - 0xC3) * 64);
		l.mask2 = 63;
		l.n = 2;
	} else if (byte == 0xE1) {
		/* E1 B8 to E1 BB: U+1E00 to U+1EFF */
		l.base = TC_LETTER_HIGH;
		l.want = 0xB8;
		l.care = 0xFC;
		l.mask2 = 3;
		l.shift = 6;
		l.mask3 = 63;
		l.n = 3;
	}
	return l;
}

static void print_leads(void)
{
	printf("const struct tc_lead tc_leads[256] = {\n");
	for (unsigned i = 0; i < 256; i++) {
		const struct tc_lead l = lead_of(i);
		printf("\t{%u,%u,%u,%u,%u,%u,%u},\n", l.base, l.mask2, l.shift,
		       l.mask3, l.want, l.care, l.n);
	}
	printf("};\n");
}

static struct tc_code_lead code_lead_of(unsigned byte)
{
	/* the continuation bytes count from 0x80 */
	if (byte < 0x80)
		return (struct tc_code_lead){ 0, (int16_t)byte, 0 };
	if (byte >= 0xC3 && byte <= 0xC6)
		return (struct tc_code_lead){
			0xFF00, (int16_t)(TC_CODE_LATIN + (byte - 0xC3) * 64 -
					  0x80), 0
		};
	if (byte == 0xE1)
		return (struct tc_code_lead){
			0xFFFF00, TC_CODE_HIGH - (0x80 << 6) - 0x80, 6
		};
	return (struct tc_code_lead){ 0, TC_CODE_NONE, 0 };
}

static struct tc_chunk_code code_of(const struct tc_letter *l, unsigned i)
{
	const unsigned code = TC_LETTER(l->info);

	return (struct tc_chunk_code){
		.code = (unsigned char)code,
		.mark = (unsigned char)(l->info >> 6 & 15),
		.bare = (char)(code ? letter_char(code) +
				      bare_of(letter_char(code)) : 0),
		.other = !code && i >= TC_CODE_LATIN,
	};
}

static void print_codes(void)
{
	/* U+1E00 to U+1EFF are E1 B8 to E1 BB */
	const unsigned high = TC_CODE_HIGH + (0xB8 - 0x80) * 64;

	printf("const struct tc_chunk_code tc_codes[TC_CODE_COUNT] = {\n");
	for (unsigned i = 0; i < TC_CODE_COUNT; i++) {
		const unsigned at = i < TC_CODE_HIGH ? i :
				    i - high < 256 ?
				    TC_LETTER_HIGH + i - high :
				    TC_LETTER_NONE;
		const struct tc_chunk_code c = code_of(&letters[at], i);
		printf("\t{%u,%u,%d,%u},\n", c.code, c.mark, c.bare, c.other);
	}
	printf("};\n\nconst struct tc_code_lead tc_code_leads[256] = {\n");
	for (unsigned i = 0; i < 256; i++) {
		const struct tc_code_lead l = code_lead_of(i);
		printf("\t{%uu,%d,%u},\n", l.mask, l.base, l.shift);
	}
	printf("};\n\n");
}

static void print_bit_places(void)
{
	printf("const uint16_t tc_bit_places[256][8] = {\n");
	for (unsigned byte = 0; byte < 256; byte++) {
		printf("\t{");
		for (unsigned bit = 0; bit < 8; bit++)
			if (byte >> bit & 1)
				printf("%u,", bit);
		printf("},\n");
	}
	printf("};\n");
}

int main(void)
{
	UErrorCode e = U_ZERO_ERROR;

	nfc = unorm2_getNFCInstance(&e);
	nfd = unorm2_getNFDInstance(&e);
	must(U_SUCCESS(e), u_errorName(e));
	for (unsigned b = 0; b < BLOCKS; b++)
		block_add(b);
	must(record_count < 65536 && block_count < 65536, "too many records");
	printf("/* Made by gen-unicode.c from ICU %s, Unicode %s. */\n"
	       "#include \"config.h\"\n#include \"text/unicode.h\"\n\n",
	       U_ICU_VERSION, U_UNICODE_VERSION);
	print_u16("tc_char_blocks", blocks, BLOCKS);
	print_u16("tc_char_index", char_index, block_count * TC_CHAR_BLOCK);
	print_records();
	print_pairs();
	print_letters();
	print_leads();
	print_codes();
	print_bit_places();
	return ferror(stdout) || fflush(stdout) ? 1 : 0;
}

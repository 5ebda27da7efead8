/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "text/charset.h"

#include "text/charset-table.h"
#include "text/utf8.h"

#include <stdint.h>

#define REPLACEMENT 0xFFFDu

struct charset;
typedef void decoder(const struct charset *c, struct tc_str in,
		     struct tc_buf *out);

struct charset {
	const char *name;
	decoder *decode;
	/* decode_bytes: the upper half; decode_inside: the charset inside */
	unsigned char table;
};

static void put(struct tc_buf *out, uint32_t c)
{
	char bytes[4];

	tc_buf_add(out, bytes, tc_utf8_put(bytes, c));
}

/* Capitals that have the places of controls. */
static uint32_t low_byte(unsigned table, unsigned char b)
{
	static const uint16_t tcvn[32] = {
		[0x01] = 0x00DA, [0x02] = 0x1EE4, [0x04] = 0x1EEA,
		[0x05] = 0x1EEC, [0x06] = 0x1EEE, [0x11] = 0x1EE8,
		[0x12] = 0x1EF0, [0x13] = 0x1EF2, [0x14] = 0x1EF6,
		[0x15] = 0x1EF8, [0x16] = 0x00DD, [0x17] = 0x1EF4,
	};
	static const uint16_t viscii[32] = {
		[0x02] = 0x1EB2, [0x05] = 0x1EB4, [0x06] = 0x1EAA,
		[0x14] = 0x1EF6, [0x19] = 0x1EF8, [0x1E] = 0x1EF4,
	};

	/* TCVN3 fonts leave these codes empty: whoever wrote one meant it */
	if (b < 32 && tcvn[b] &&
	    (table == TC_HIGH_TCVN5712 || table == TC_HIGH_TCVN3))
		return tcvn[b];
	if (b < 32 && table == TC_HIGH_VISCII && viscii[b])
		return viscii[b];
	return b;
}

static void decode_bytes(const struct charset *c, struct tc_str in,
			 struct tc_buf *out)
{
	const uint16_t *const high = tc_charset_high[c->table];

	for (size_t i = 0; i < in.n; i++) {
		const unsigned char b = (unsigned char)in.p[i];
		put(out, b < 0x80 ? low_byte(c->table, b) : high[b - 0x80]);
	}
}

static void decode_utf8(const struct charset *c, struct tc_str in,
			struct tc_buf *out)
{
	(void)c;
	if (tc_str_starts(in, TC_STR("\xEF\xBB\xBF")))
		in = tc_str_from(in, 3);
	tc_utf8_scrub(in, out);
}

static uint32_t unit16(const char *p, bool big)
{
	const unsigned char *const u = (const unsigned char *)p;

	return big ? (uint32_t)u[0] << 8 | u[1] : (uint32_t)u[1] << 8 | u[0];
}

/* `table` says whether the high byte comes first. */
static void decode_utf16(const struct charset *c, struct tc_str in,
			 struct tc_buf *out)
{
	const bool big = c->table;
	size_t i = 0;

	if (in.n >= 2 && unit16(in.p, big) == 0xFEFF)
		i = 2;
	while (i + 2 <= in.n) {
		const uint32_t u = unit16(in.p + i, big);
		uint32_t low = 0;
		i += 2;
		if (u - 0xD800 < 0x400 && i + 2 <= in.n)
			low = unit16(in.p + i, big);
		if (low - 0xDC00 < 0x400) {
			put(out, 0x10000 + ((u - 0xD800) << 10) +
				 (low - 0xDC00));
			i += 2;
		} else {
			put(out, u - 0xD800 < 0x800 ? REPLACEMENT : u);
		}
	}
	if (i < in.n)
		put(out, REPLACEMENT);
}

/* VNI: what stands alone, in lower case; capitals are 20 hexadecimal less. */
static const struct {
	unsigned char byte;
	uint16_t lower, upper;
} vni_letters[] = {
	{ 0xF1, 0x111, 0x110 }, { 0xF4, 0x1A1, 0x1A0 },
	{ 0xF6, 0x1B0, 0x1AF }, { 0xED, 0xED, 0xCD }, { 0xEC, 0xEC, 0xCC },
	{ 0xE6, 0x1EC9, 0x1EC8 }, { 0xF3, 0x129, 0x128 },
	{ 0xF2, 0x1ECB, 0x1ECA }, { 0xEE, 0x1EF5, 0x1EF4 },
};

/* And what stands behind a letter: which letters, and one or two marks. */
static const struct {
	unsigned char byte;
	const char *after;
	uint16_t first, second;
} vni_marks[] = {
	{ 0xF9, "aeouy\xF4\xF6", 0x301, 0 },
	{ 0xF8, "aeouy\xF4\xF6", 0x300, 0 },
	{ 0xFB, "aeouy\xF4\xF6", 0x309, 0 },
	{ 0xF5, "aeouy\xF4\xF6", 0x303, 0 },
	{ 0xEF, "aeouy\xF4\xF6", 0x323, 0 },
	{ 0xE2, "aeo", 0x302, 0 },
	{ 0xE1, "aeo", 0x302, 0x301 }, { 0xE0, "aeo", 0x302, 0x300 },
	{ 0xE5, "aeo", 0x302, 0x309 }, { 0xE3, "aeo", 0x302, 0x303 },
	{ 0xE4, "aeo", 0x302, 0x323 },
	{ 0xEA, "a", 0x306, 0 },
	{ 0xE9, "a", 0x306, 0x301 }, { 0xE8, "a", 0x306, 0x300 },
	{ 0xFA, "a", 0x306, 0x309 }, { 0xFC, "a", 0x306, 0x303 },
	{ 0xEB, "a", 0x306, 0x323 },
};

static bool put_vni_mark(unsigned char before, unsigned char b,
			 struct tc_buf *out)
{
	for (size_t i = 0; i < sizeof vni_marks / sizeof *vni_marks; i++) {
		if (vni_marks[i].byte != (b | 0x20) || !before ||
		    !strchr(vni_marks[i].after, (char)(before | 0x20)))
			continue;
		put(out, vni_marks[i].first);
		if (vni_marks[i].second)
			put(out, vni_marks[i].second);
		return true;
	}
	return false;
}

static uint32_t vni_letter(unsigned char b)
{
	for (size_t i = 0; i < sizeof vni_letters / sizeof *vni_letters; i++)
		if (vni_letters[i].byte == (b | 0x20))
			return b & 0x20 ? vni_letters[i].lower :
					  vni_letters[i].upper;
	return tc_charset_high[TC_HIGH_CP1252][b - 0x80];
}

static void decode_vni(const struct charset *c, struct tc_str in,
		       struct tc_buf *out)
{
	unsigned char before = 0;

	(void)c;
	for (size_t i = 0; i < in.n; i++) {
		const unsigned char b = (unsigned char)in.p[i];
		if (b < 0x80 || (b < 0xC0) || !put_vni_mark(before, b, out)) {
			put(out, b < 0x80 ? b : vni_letter(b));
			before = b;
		} else {
			before = 0;
		}
	}
}

/* VIQR (RFC 1456): the sign behind a letter, and the marks. */
static const struct {
	char sign;
	const char *after;
	uint16_t mark;
} viqr_signs[] = {
	{ '^', "aeoAEO", 0x302 }, { '(', "aA", 0x306 },
	{ '+', "ouOU", 0x31B }, { '*', "ouOU", 0x31B },
	{ '\'', "aeiouyAEIOUY", 0x301 }, { '`', "aeiouyAEIOUY", 0x300 },
	{ '?', "aeiouyAEIOUY", 0x309 }, { '~', "aeiouyAEIOUY", 0x303 },
	{ '.', "aeiouyAEIOUY", 0x323 },
};
#define VIQR_SHAPES 4		/* the first rows */
#define VIQR_SIGNS (sizeof viqr_signs / sizeof *viqr_signs)

/* Takes the sign at *i if it is a row of [from, to) and fits the letter. */
static void take_viqr_sign(struct tc_str in, size_t *i, char letter,
			   size_t from, size_t to, struct tc_buf *out)
{
	for (size_t k = from; k < to && *i < in.n; k++)
		if (viqr_signs[k].sign == in.p[*i] && letter &&
		    strchr(viqr_signs[k].after, letter)) {
			put(out, viqr_signs[k].mark);
			++*i;
			return;
		}
}

static void decode_viqr(const struct charset *c, struct tc_str in,
			struct tc_buf *out)
{
	(void)c;
	for (size_t i = 0; i < in.n;) {
		const char letter = in.p[i++];
		const char next = i < in.n ? in.p[i] : '\0';
		if (letter == '\\' && next) {
			put(out, (unsigned char)next < 0x80 ?
				 (unsigned char)next : REPLACEMENT);
			i++;
		} else if ((letter == 'd' || letter == 'D') &&
			   (next == 'd' || next == 'D')) {
			put(out, letter == 'd' ? 0x111 : 0x110);
			i++;
		} else {
			put(out, (unsigned char)letter < 0x80 ?
				 (unsigned char)letter : REPLACEMENT);
			take_viqr_sign(in, &i, letter, 0, VIQR_SHAPES, out);
			take_viqr_sign(in, &i, letter, VIQR_SHAPES,
				       VIQR_SIGNS, out);
		}
	}
}

/* The byte that windows-1252 shows as c; -1 for none. */
static int byte_shown_as(uint32_t c)
{
	if (c < 0x80 || (c >= 0xA0 && c < 0x100))
		return (int)c;
	for (unsigned b = 0; b < 0x20; b++)
		if (tc_charset_high[TC_HIGH_CP1252][b] == c)
			return (int)(0x80 + b);
	/* where windows-1252 defines nothing the byte was passed on */
	return c < 0xA0 ? (int)c : -1;
}

/* Cuts off the longest run of characters, of at least one, that all are
 * bytes shown or all are none; `bytes` is empty then. */
static struct tc_str take_run(struct tc_str *rest, bool ascii_too,
			      struct tc_buf *bytes)
{
	const char *p = rest->p, *const end = rest->p + rest->n;
	const char *const start = p;
	bool first = true, shown = false;

	tc_buf_clear(bytes);
	while (p < end) {
		const char *next = p;
		const uint32_t c = tc_utf8_next(&next, end);
		const int b = c < 0x80 && !ascii_too ? -1 : byte_shown_as(c);
		if (first)
			shown = b >= 0;
		if ((b >= 0) != shown)
			break;
		if (shown)
			tc_buf_addc(bytes, (char)b);
		first = false;
		p = next;
	}
	*rest = tc_str_from(*rest, (size_t)(p - start));
	return tc_str(start, (size_t)(p - start));
}

static void decode_twice(const struct charset *c, struct tc_str in,
			 struct tc_buf *out)
{
	TC_SCOPED_BUF text = { 0 }, bytes = { 0 };

	decode_utf8(c, in, &text);
	for (struct tc_str rest = tc_buf_str(&text); rest.n;) {
		const struct tc_str run = take_run(&rest, false, &bytes);
		const struct tc_str b = tc_buf_str(&bytes);
		tc_buf_addstr(out, b.n && tc_utf8_valid(b) == b.n ? b : run);
	}
}

static decoder decode_inside;

static const struct charset charsets[TC_CHARSET_COUNT] = {
	[TC_CHARSET_UNKNOWN] = { "unknown", NULL, 0 },
	[TC_CHARSET_UTF8] = { "utf-8", decode_utf8, 0 },
	[TC_CHARSET_UTF16LE] = { "utf-16le", decode_utf16, 0 },
	[TC_CHARSET_UTF16BE] = { "utf-16be", decode_utf16, 1 },
	[TC_CHARSET_CP1252] = { "windows-1252", decode_bytes, TC_HIGH_CP1252 },
	[TC_CHARSET_TCVN3] = { "tcvn3", decode_bytes, TC_HIGH_TCVN3 },
	[TC_CHARSET_TCVN5712] = { "tcvn5712-1", decode_bytes,
				  TC_HIGH_TCVN5712 },
	[TC_CHARSET_VISCII] = { "viscii", decode_bytes, TC_HIGH_VISCII },
	[TC_CHARSET_VPS] = { "vps", decode_bytes, TC_HIGH_VPS },
	[TC_CHARSET_VNI] = { "vni", decode_vni, 0 },
	[TC_CHARSET_CP1258] = { "windows-1258", decode_bytes,
				TC_HIGH_CP1258 },
	[TC_CHARSET_VIQR] = { "viqr", decode_viqr, 0 },
	[TC_CHARSET_UTF8_TWICE] = { "utf-8-twice", decode_twice, 0 },
	[TC_CHARSET_TCVN3_IN_UTF8] = { "tcvn3-in-utf8", decode_inside,
				       TC_CHARSET_TCVN3 },
	[TC_CHARSET_VISCII_IN_UTF8] = { "viscii-in-utf8", decode_inside,
					TC_CHARSET_VISCII },
	[TC_CHARSET_VPS_IN_UTF8] = { "vps-in-utf8", decode_inside,
				     TC_CHARSET_VPS },
	[TC_CHARSET_VNI_IN_UTF8] = { "vni-in-utf8", decode_inside,
				     TC_CHARSET_VNI },
	[TC_CHARSET_CP1258_IN_UTF8] = { "windows-1258-in-utf8", decode_inside,
					TC_CHARSET_CP1258 },
};

static void decode_inside(const struct charset *c, struct tc_str in,
			  struct tc_buf *out)
{
	const struct charset *const inside = &charsets[c->table];
	TC_SCOPED_BUF text = { 0 }, bytes = { 0 };

	decode_utf8(c, in, &text);
	for (struct tc_str rest = tc_buf_str(&text); rest.n;) {
		const struct tc_str run = take_run(&rest, true, &bytes);
		if (bytes.n)
			inside->decode(inside, tc_buf_str(&bytes), out);
		else
			tc_buf_addstr(out, run);
	}
}

int tc_charset_decode(enum tc_charset charset, struct tc_str bytes,
		      struct tc_buf *out, struct tc_error *err)
{
	if (charset <= TC_CHARSET_UNKNOWN || charset >= TC_CHARSET_COUNT)
		return tc_fail(err, TC_E_INPUT, "unknown charset");
	charsets[charset].decode(&charsets[charset], bytes, out);
	return 0;
}

const char *tc_charset_name(enum tc_charset charset)
{
	return charset < TC_CHARSET_COUNT ? charsets[charset].name :
					    charsets[0].name;
}

static const struct {
	const char *name;
	enum tc_charset charset;
} aliases[] = {
	{ "utf8", TC_CHARSET_UTF8 }, { "unicode-1-1-utf-8", TC_CHARSET_UTF8 },
	{ "utf-16", TC_CHARSET_UTF16LE }, { "unicode", TC_CHARSET_UTF16LE },
	{ "us-ascii", TC_CHARSET_CP1252 }, { "ascii", TC_CHARSET_CP1252 },
	{ "cp1252", TC_CHARSET_CP1252 }, { "iso-8859-1", TC_CHARSET_CP1252 },
	{ "iso8859-1", TC_CHARSET_CP1252 }, { "latin1", TC_CHARSET_CP1252 },
	{ "latin-1", TC_CHARSET_CP1252 }, { "abc", TC_CHARSET_TCVN3 },
	{ "x-viet-tcvn", TC_CHARSET_TCVN3 },
	{ "x-viet-tcvn3", TC_CHARSET_TCVN3 }, { "tcvn", TC_CHARSET_TCVN5712 },
	{ "tcvn-5712", TC_CHARSET_TCVN5712 },
	{ "tcvn5712", TC_CHARSET_TCVN5712 },
	{ "x-viet-tcvn5712", TC_CHARSET_TCVN5712 },
	{ "csviscii", TC_CHARSET_VISCII },
	{ "x-viet-viscii", TC_CHARSET_VISCII },
	{ "x-viet-vps", TC_CHARSET_VPS }, { "x-viet-vni", TC_CHARSET_VNI },
	{ "vni-windows", TC_CHARSET_VNI }, { "vni-win", TC_CHARSET_VNI },
	{ "cp1258", TC_CHARSET_CP1258 }, { "cp-1258", TC_CHARSET_CP1258 },
	{ "x-viet-viqr", TC_CHARSET_VIQR }, { "csviqr", TC_CHARSET_VIQR },
};

/* ASCII, without regard to case; `b` is lower case. */
static bool is_name(struct tc_str a, const char *b)
{
	if (a.n != strlen(b))
		return false;
	for (size_t i = 0; i < a.n; i++) {
		const char c = a.p[i];
		if ((c >= 'A' && c <= 'Z' ? c | 0x20 : c) != b[i])
			return false;
	}
	return true;
}

enum tc_charset tc_charset_by_name(struct tc_str name)
{
	name = tc_str_trim(name);
	for (int c = TC_CHARSET_UNKNOWN + 1; c < TC_CHARSET_COUNT; c++)
		if (is_name(name, charsets[c].name))
			return (enum tc_charset)c;
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (is_name(name, aliases[i].name))
			return aliases[i].charset;
	return TC_CHARSET_UNKNOWN;
}

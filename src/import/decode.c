/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/decode.h"

#include "text/charset.h"
#include "text/utf8.h"

#include <stdint.h>
#include <strings.h>

/* Where a meta element must stand: browsers look at 1024 bytes, old Front
 * Page heads are longer. */
#define META_WITHIN 4096
/* Torn pages have a broken character or two, not one in a hundred. */
#define BROKEN_PER_MILLE 2

static bool is_name_byte(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	       (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.' ||
	       c == ':';
}

/* The value behind "charset=" in s; UNKNOWN when there is none. */
static enum tc_charset find_charset(struct tc_str s)
{
	static const char key[] = "charset";

	for (size_t i = 0; i + sizeof key < s.n; i++) {
		if (strncasecmp(s.p + i, key, sizeof key - 1) != 0)
			continue;
		size_t at = i + sizeof key - 1, n = 0;
		while (at < s.n && (s.p[at] == ' ' || s.p[at] == '=' ||
				    s.p[at] == '"' || s.p[at] == '\''))
			at++;
		while (at + n < s.n && is_name_byte(s.p[at + n]))
			n++;
		if (n)
			return tc_charset_by_name(tc_str(s.p + at, n));
	}
	return TC_CHARSET_UNKNOWN;
}

static enum tc_charset declared_by(struct tc_str bytes, struct tc_str type)
{
	enum tc_charset charset = find_charset(type);

	if (charset == TC_CHARSET_UNKNOWN)
		charset = find_charset(tc_str(bytes.p, bytes.n < META_WITHIN ?
					      bytes.n : META_WITHIN));
	return charset;
}

/* Without NULs and byte order mark. */
static void add_clean(struct tc_buf *out, struct tc_str s)
{
	if (tc_str_starts(s, TC_STR("\xEF\xBB\xBF")))
		s = tc_str_from(s, 3);
	tc_buf_reserve(out, s.n);
	while (s.n) {
		const char *nul = memchr(s.p, '\0', s.n);
		size_t n = nul ? (size_t)(nul - s.p) : s.n;
		tc_buf_add(out, s.p, n);
		s = tc_str_from(s, nul ? n + 1 : n);
	}
}

/* Characters that the decoder could not give. */
static size_t count_broken(struct tc_str s)
{
	struct tc_str mark = TC_STR("\xEF\xBF\xBD");
	size_t n = 0;

	for (size_t at = tc_str_find(s, mark, 0); at != SIZE_MAX;
	     at = tc_str_find(s, mark, at + mark.n))
		n++;
	return n;
}

static bool decode_as(enum tc_charset charset, struct tc_str bytes,
		      struct tc_buf *out)
{
	TC_SCOPED_BUF text = { 0 }, mended = { 0 };

	if (charset == TC_CHARSET_UTF8)
		tc_utf8_scrub(bytes, &text);
	else if (tc_charset_decode(charset, bytes, &text, NULL) != 0)
		return false;
	if (count_broken(tc_buf_str(&text)) * 1000 >
	    text.n * BROKEN_PER_MILLE)
		return false;
	tc_charset_mend(tc_buf_str(&text), &mended);
	add_clean(out, tc_buf_str(&mended));
	return true;
}

bool tc_decode(struct tc_str bytes, struct tc_str type, struct tc_buf *out)
{
	struct tc_charset_guess guess = tc_charset_guess_bytes(bytes);
	enum tc_charset declared = declared_by(bytes, type);

	if (guess.certain)
		return decode_as(guess.charset, bytes, out);
	if (tc_utf8_valid(bytes) == bytes.n)
		return decode_as(TC_CHARSET_UTF8, bytes, out);
	/* UTF-16 without a mark would have been binary */
	if (declared != TC_CHARSET_UNKNOWN &&
	    declared != TC_CHARSET_UTF16LE && declared != TC_CHARSET_UTF16BE &&
	    decode_as(declared, bytes, out))
		return true;
	return decode_as(TC_CHARSET_UTF8, bytes, out);
}

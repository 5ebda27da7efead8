/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/decode.h"

#include "base/mem.h"
#include "import/guess.h"
#include "import/import.h"
#include "text/utf8.h"

#include <libxml/encoding.h>
#include <stdint.h>
#include <strings.h>

/* Where a meta element must stand: browsers look at 1024 bytes, old Front
 * Page heads are longer. */
#define META_WITHIN 4096
#define NAME_MAX_BYTES 40
/* Torn pages have a broken character or two, not one in a hundred. */
#define BROKEN_PER_MILLE 2

/* Names that libxml2 and iconv lack, and the names that browsers read as
 * windows-1252 (WHATWG Encoding, 4.2). */
static const struct {
	const char *name, *real;
} aliases[] = {
	{ "iso-8859-1", "windows-1252" },
	{ "latin1", "windows-1252" },
	{ "ascii", "windows-1252" },
	{ "us-ascii", "windows-1252" },
	{ "x-cp1258", "windows-1258" },
	{ "cp1258", "windows-1258" },
	{ "x-viet-tcvn5712", "TCVN5712-1" },
	{ "x-viet-tcvn", "TCVN5712-1" },
	{ "tcvn", "TCVN5712-1" },
	{ "tcvn3", "TCVN5712-1" },
	{ "viscii1.1", "VISCII" },
	{ "unicode", "UTF-16LE" },
};

static bool is_name_byte(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	       (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.' ||
	       c == ':';
}

/* The value behind "charset=" in s; false when there is none. */
static bool find_charset(struct tc_str s, char name[NAME_MAX_BYTES])
{
	static const char key[] = "charset";

	for (size_t i = 0; i + sizeof key < s.n; i++) {
		if (strncasecmp(s.p + i, key, sizeof key - 1) != 0)
			continue;
		size_t at = i + sizeof key - 1;
		while (at < s.n && strchr(" =\"'", s.p[at]) && s.p[at])
			at++;
		size_t n = 0;
		while (at + n < s.n && n < NAME_MAX_BYTES - 1 &&
		       is_name_byte(s.p[at + n])) {
			name[n] = s.p[at + n];
			n++;
		}
		name[n] = '\0';
		if (n)
			return true;
	}
	return false;
}

static const char *real_name(const char *name)
{
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (strcasecmp(name, aliases[i].name) == 0)
			return aliases[i].real;
	return name;
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

/* libxml2 prints what it cannot convert, unless told otherwise. */
static void ignore_error(void *data, xmlErrorPtr error)
{
	(void)data;
	(void)error;
}

static bool convert(struct tc_str bytes, const char *name,
		    struct tc_buf *out)
{
	xmlCharEncodingHandlerPtr handler = xmlFindCharEncodingHandler(name);
	xmlBufferPtr from, to;
	bool good = false;

	if (!handler)
		return false;
	xmlSetStructuredErrorFunc(NULL, ignore_error);
	from = xmlBufferCreate();
	to = xmlBufferCreate();
	if (!from || !to)
		tc_out_of_memory();
	if (xmlBufferAdd(from, (const xmlChar *)bytes.p, (int)bytes.n) == 0) {
		int got = 1;
		while (xmlBufferLength(from) && got > 0)
			got = xmlCharEncInFunc(handler, to, from);
		struct tc_str text = tc_str((const char *)xmlBufferContent(to),
					    (size_t)xmlBufferLength(to));
		/* the last character may be cut */
		good = xmlBufferLength(from) < 4 && text.n &&
		       tc_utf8_valid(text) == text.n;
		if (good)
			add_clean(out, text);
	}
	xmlBufferFree(from);
	xmlBufferFree(to);
	xmlCharEncCloseFunc(handler);
	return good;
}

static bool scrub(struct tc_str bytes, struct tc_buf *out)
{
	TC_SCOPED_BUF text = { 0 };
	size_t broken = tc_utf8_scrub(bytes, &text);

	if (broken * 1000 > bytes.n * BROKEN_PER_MILLE)
		return false;
	add_clean(out, tc_buf_str(&text));
	return true;
}

/* Undeclared: the charset in which the words are Vietnamese syllables. */
static bool guess(struct tc_str bytes, struct tc_buf *out)
{
	static const char *const candidates[] = {
		"WINDOWS-1258", "TCVN5712-1", "VISCII",
	};
	double best = 0;

	for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
		TC_SCOPED_BUF text = { 0 };
		if (!convert(bytes, candidates[i], &text))
			continue;
		double score = tc_guess_score(tc_buf_str(&text));
		if (score < TC_GUESS_ENOUGH || score <= best)
			continue;
		best = score;
		tc_buf_clear(out);
		tc_buf_addstr(out, tc_buf_str(&text));
	}
	return best > 0;
}

bool tc_decode(struct tc_str bytes, struct tc_str type, struct tc_buf *out)
{
	char name[NAME_MAX_BYTES];
	struct tc_str head = tc_str(bytes.p, bytes.n < META_WITHIN ? bytes.n :
				    META_WITHIN);

	if (bytes.n > TC_CAPTURE_MAX)
		return false;
	if (tc_str_starts(bytes, TC_STR("\xFF\xFE")))
		return convert(tc_str_from(bytes, 2), "UTF-16LE", out);
	if (tc_str_starts(bytes, TC_STR("\xFE\xFF")))
		return convert(tc_str_from(bytes, 2), "UTF-16BE", out);
	if (tc_utf8_valid(bytes) == bytes.n) {
		add_clean(out, bytes);
		return true;
	}
	if ((find_charset(type, name) || find_charset(head, name)) &&
	    strcasecmp(name, "utf-8") != 0 && strcasecmp(name, "utf8") != 0)
		return convert(bytes, real_name(name), out);
	return guess(bytes, out) || scrub(bytes, out);
}

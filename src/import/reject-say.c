/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/import.h"

#include "base/language.h"

#include <ctype.h>

#define PIECES_MAX 3

/* What details say: formats, those that others end in behind them.  A detail
 * is kept in English, with what was put into it; so it is told apart again. */
static const char *const formats[] = {
	N_("no bytes"), N_("no text"), N_("nothing but blanks"),
	N_("no running text"), N_("too little running text"),
	N_("headlines and teasers"), N_("the first page of a site"),
	N_("control characters"), N_("not UTF-8, and no charset that fits"),
	N_("not %s, which --charset names"),
	N_("elements nested too deep, or one too large"), N_("no document"),
	N_("an element with too many attributes"), N_("no element"),
	N_("too many elements"),
	N_("%zu bytes"), N_("more than %zu bytes"),
	N_("its body decodes to more than %zu bytes"),
	N_("neither a file nor a directory"),
	N_("this directory was walked before"),
	N_("a link inside an archive"), N_("a password protects it"),
	N_("compressed again and again"),
	N_("an archive in an archive in an archive"),
	N_("too many revisits in the input"),
	N_("the record that has its page is not in the input"),
	N_("a response without HTTP"), N_("a response without HTTP: %s"),
	N_("a segment of a record in several"),
	N_("its length is a lie"), N_("its bytes are damaged"),
	N_("its header is damaged"), N_("its header does not end"),
	N_("its header gives no length"), N_("no record but other bytes"),
	N_("no record follows where its length ends"), N_("it has no body"),
	N_("line %zu: %s"), N_("line %zu"), N_("byte %zu: %s"),
	N_("out of processor time"), N_("more than %zu MB of memory"),
	N_("no answer after %u seconds"), N_("signal %d (%s)"),
	N_("exit status %d"), N_("column %d: %s"),
	N_("the file ends too early"),
	/* libarchive's words */
	N_("bzip decompression failed"), N_("truncated bzip2 input"),
	N_("Lzma library error: Corrupted input data"),
	N_("Lzma library error:  No progress is possible"),
	N_("ZIP decompression failed (%s)"),
	N_("Truncated ZIP file header"), N_("Truncated ZIP file body"),
	N_("Truncated ZIP file data"),
	N_("Truncated tar archive"), N_("Damaged tar archive"),
	N_("Truncated input file (needed %s bytes, only %s available)"),
	N_("Unrecognized archive format"),
	N_("Unsupported ZIP compression method (%s)"),
	N_("ZIP bad CRC: %s should be %s"),
	N_("ZIP compressed data is wrong size (read %s, expected %s)"),
	N_("ZIP uncompressed data is wrong size (read %s, expected %s)"),
	/* base/json-read.c */
	N_("not UTF-8"), N_("it ends too early"),
	N_("something follows the value"), N_("the number is too large"),
	N_("a key holds a NUL"), N_("nested too deeply"), N_("not JSON"),
	N_("%s: '%s'"),
};

/* Over a conversion, to what stands behind it; *digits: it is a number. */
static const char *behind(const char *format, bool *digits)
{
	while (!isalpha((unsigned char)*format) || strchr("zl", *format))
		format++;
	*digits = *format != 's';
	return format + 1;
}

static size_t length_of(struct tc_str s, bool digits, const char *next)
{
	const size_t literal = strcspn(next, "%");
	size_t n = 0;

	if (digits)
		while (n < s.n && isdigit((unsigned char)s.p[n]))
			n++;
	else if (!literal)
		n = s.n;
	else
		while (n < s.n && !tc_str_starts(tc_str_from(s, n),
						 tc_str(next, literal)))
			n++;
	return n;
}

/* Whether the format made the text, and what was put into it. */
static bool fits(struct tc_str s, const char *format,
		 struct tc_str pieces[PIECES_MAX])
{
	size_t count = 0;

	while (*format) {
		const size_t literal = strcspn(format, "%");
		bool digits;
		if (!tc_str_starts(s, tc_str(format, literal)))
			return false;
		s = tc_str_from(s, literal);
		format += literal;
		if (!*format)
			break;
		format = behind(format, &digits);
		const size_t n = length_of(s, digits, format);
		if (!n || count == PIECES_MAX)
			return false;
		pieces[count++] = tc_str(s.p, n);
		s = tc_str_from(s, n);
	}
	return !s.n;
}

static void put(const char *format, const struct tc_str pieces[PIECES_MAX],
		struct tc_buf *out)
{
	for (size_t i = 0; *format; i++) {
		const size_t literal = strcspn(format, "%");
		bool digits;
		tc_buf_add(out, format, literal);
		format += literal;
		if (!*format)
			return;
		format = behind(format, &digits);
		if (digits)
			tc_buf_addstr(out, pieces[i]);
		else
			tc_reject_say(pieces[i], out);
	}
}

void tc_reject_say(struct tc_str detail, struct tc_buf *out)
{
	struct tc_str pieces[PIECES_MAX] = { 0 };

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (fits(detail, formats[i], pieces)) {
			put(_(formats[i]), pieces, out);
			return;
		}
	/* why a file cannot be read is in the catalogue, too */
	TC_SCOPED_FREE char *whole = tc_strdup(detail);
	tc_buf_puts(out, _(whole));
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How often the encoding of a document is told right:
 *
 *	charset [--floor] DOCUMENTS FILE...
 *
 * The files are clean text.  Of their sentences DOCUMENTS documents are put
 * together for each encoding and each length from 50 words up, encoded, and
 * guessed.  Right is what is certain and decodes to the document; a tie is
 * what is not certain, and would be rejected; wrong is what is certain and
 * decodes to something else.  With --floor: exit 1 when less than 99 of 100
 * are right, or any is wrong.
 */
#include "config.h"

#include "base/file.h"
#include "base/mem.h"
#include "tests/unit/encode.h"

#include <stdio.h>
#include <stdlib.h>

#define FILE_MAX ((size_t)1 << 20)
#define SENTENCES_MAX 20000

static const unsigned lengths[] = { 50, 100, 300, 1000 };
#define LENGTHS (sizeof lengths / sizeof *lengths)

static const struct {
	const char *name;
	enum tc_charset charset;
	bool twice;		/* UTF-8 encoded once more */
	bool capitals;		/* a font that shows small letters as capitals */
} rows[] = {
	{ "TCVN3", TC_CHARSET_TCVN3, false, false },
	{ "TCVN3, capital font", TC_CHARSET_TCVN3, false, true },
	{ "VNI", TC_CHARSET_VNI, false, false },
	{ "VISCII", TC_CHARSET_VISCII, false, false },
	{ "VPS", TC_CHARSET_VPS, false, false },
	{ "windows-1258", TC_CHARSET_CP1258, false, false },
	{ "VIQR", TC_CHARSET_VIQR, false, false },
	{ "UTF-8 twice", TC_CHARSET_UTF8, true, false },
	{ "UTF-8", TC_CHARSET_UTF8, false, false },
};

static struct tc_str sentences[SENTENCES_MAX];
static size_t sentence_count;
static struct tc_arena arena;

static void add_sentences(struct tc_str text)
{
	size_t from = 0;

	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] != '.' && text.p[i] != '\n')
			continue;
		struct tc_str s = tc_str_trim(
			tc_str(text.p + from, i + 1 - from));
		from = i + 1;
		if (s.n > 40 && sentence_count < SENTENCES_MAX)
			sentences[sentence_count++] = tc_arena_str(&arena, s);
	}
}

static size_t count_words(struct tc_str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == ' ';
	return n + 1;
}

static uint32_t draw(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static void make_document(uint32_t *state, unsigned words, struct tc_buf *out)
{
	size_t n = 0;

	while (n < words) {
		struct tc_str s = sentences[draw(state) % sentence_count];
		tc_buf_addstr(out, s);
		tc_buf_addc(out, '\n');
		n += count_words(s);
	}
}

static void encode(size_t row, struct tc_str text, struct tc_buf *out)
{
	if (rows[row].twice)
		tc_charset_decode(TC_CHARSET_CP1252, text, out, NULL);
	else if (rows[row].charset == TC_CHARSET_UTF8)
		tc_buf_addstr(out, text);
	else
		encode_text(rows[row].charset, text, out);
}

/* What can be encoded of a document, all small where the font makes the
 * capitals. */
static void prepare(size_t row, struct tc_buf *text)
{
	TC_SCOPED_BUF normal = { 0 }, kept = { 0 };

	tc_normalize(tc_buf_str(text), &normal);
	for (const char *p = normal.p, *end = p + normal.n; p < end;) {
		const char *from = p;
		uint32_t c = tc_utf8_next(&p, end);
		bool plain = rows[row].charset == TC_CHARSET_UTF8;
		if (plain || (c < 0x2000 && codes[c].n))
			tc_buf_add(&kept, from, (size_t)(p - from));
	}
	tc_buf_clear(text);
	if (rows[row].capitals)
		tc_fold_lower(tc_buf_str(&kept), text);
	else
		tc_buf_addstr(text, tc_buf_str(&kept));
}

enum verdict { RIGHT, TIE, WRONG };

static enum verdict judge(struct tc_str bytes, struct tc_str text)
{
	TC_SCOPED_BUF decoded = { 0 }, normal = { 0 }, want = { 0 };
	struct tc_charset_guess g = tc_charset_guess_bytes(bytes);

	if (!g.certain)
		return TIE;
	tc_charset_decode(g.charset, bytes, &decoded, NULL);
	tc_normalize(tc_buf_str(&decoded), &normal);
	tc_normalize(text, &want);
	return tc_str_eq(tc_buf_str(&normal), tc_buf_str(&want)) ? RIGHT :
								   WRONG;
}

static bool measure(size_t row, unsigned documents)
{
	unsigned total[3] = { 0 };
	uint32_t state = 1;

	if (rows[row].charset != TC_CHARSET_UTF8)
		encode_learn(rows[row].charset);
	printf("%-22s", rows[row].name);
	for (size_t l = 0; l < LENGTHS; l++) {
		unsigned n[3] = { 0 };
		for (unsigned i = 0; i < documents; i++) {
			TC_SCOPED_BUF text = { 0 }, bytes = { 0 };
			make_document(&state, lengths[l], &text);
			prepare(row, &text);
			encode(row, tc_buf_str(&text), &bytes);
			n[judge(tc_buf_str(&bytes), tc_buf_str(&text))]++;
		}
		for (int v = 0; v < 3; v++)
			total[v] += n[v];
		printf("  %6.2f", 100.0 * n[RIGHT] / documents);
	}
	printf("  %5u  %5u\n", total[TIE], total[WRONG]);
	return !total[WRONG] &&
	       total[RIGHT] * 100 >= (total[RIGHT] + total[TIE]) * 99;
}

int main(int argc, char **argv)
{
	bool floor = argc > 1 && strcmp(argv[1], "--floor") == 0, good = true;
	char **arg = argv + 1 + floor;
	struct tc_error err;

	if (argc < 3 + floor || atoi(*arg) < 1) {
		fputs("usage: charset [--floor] DOCUMENTS FILE...\n", stderr);
		return 2;
	}
	unsigned documents = (unsigned)atoi(*arg++);
	for (; *arg; arg++) {
		TC_SCOPED_BUF text = { 0 };
		if (tc_file_read(*arg, FILE_MAX, &text, &err) != 0) {
			fprintf(stderr, "charset: %s\n", err.message);
			return 1;
		}
		if (tc_utf8_valid(tc_buf_str(&text)) == text.n)
			add_sentences(tc_buf_str(&text));
	}
	if (!sentence_count) {
		fputs("charset: no sentences\n", stderr);
		return 1;
	}
	printf("right, in %%, by words:   50     100     300    1000    ties"
	       "  wrong\n");
	for (size_t row = 0; row < sizeof rows / sizeof *rows; row++)
		good &= measure(row, documents);
	tc_arena_release(&arena);
	return floor && !good;
}

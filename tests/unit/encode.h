/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Text in a legacy encoding, by what its decoder says of all codes: the
 * reverse of the tables, which the program itself never needs.
 */
#ifndef TESTS_UNIT_ENCODE_H
#define TESTS_UNIT_ENCODE_H

#include "text/charset.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/utf8.h"

struct code {
	char bytes[4];
	size_t n;
};

static struct code codes[0x2000];

static void learn(enum tc_charset charset, const char *bytes, size_t n)
{
	TC_SCOPED_BUF text = { 0 }, normal = { 0 };

	tc_charset_decode(charset, tc_str(bytes, n), &text, NULL);
	tc_normalize(tc_buf_str(&text), &normal);
	const char *p = normal.p;
	if (!normal.n)
		return;
	const uint32_t c = tc_utf8_next(&p, normal.p + normal.n);
	if (p != normal.p + normal.n || c >= 0x2000 || codes[c].n)
		return;
	memcpy(codes[c].bytes, bytes, n);
	codes[c].n = n;
}

static void learn_singles(enum tc_charset charset)
{
	for (unsigned a = 0x20; a < 256; a++)
		learn(charset, (char[]){ (char)a }, 1);
}

static void learn_pairs(enum tc_charset charset)
{
	for (unsigned a = 'A'; a < 256; a++)
		for (unsigned b = 0x80; b < 256; b++)
			learn(charset, (char[]){ (char)a, (char)b }, 2);
}

static void learn_viqr(void)
{
	static const char shapes[] = "^(+", tones[] = "'`?~.";

	learn(TC_CHARSET_VIQR, "dd", 2);
	learn(TC_CHARSET_VIQR, "DD", 2);
	for (unsigned a = 0x20; a < 127; a++) {
		learn(TC_CHARSET_VIQR, (char[]){ (char)a }, 1);
		for (unsigned t = 0; t < 5; t++)
			learn(TC_CHARSET_VIQR,
			      (char[]){ (char)a, tones[t] }, 2);
		for (unsigned s = 0; s < 3; s++) {
			learn(TC_CHARSET_VIQR,
			      (char[]){ (char)a, shapes[s] }, 2);
			for (unsigned t = 0; t < 5; t++)
				learn(TC_CHARSET_VIQR,
				      (char[]){ (char)a, shapes[s],
						tones[t] }, 3);
		}
	}
}

/* Learns the codes of one charset, before encode_text(). */
static void encode_learn(enum tc_charset charset)
{
	memset(codes, 0, sizeof codes);
	codes['\n'] = (struct code){ "\n", 1 };
	if (charset == TC_CHARSET_VIQR) {
		learn_viqr();
		return;
	}
	/* VNI writes a letter and its marks; its decoder passes a single byte
	 * on that no encoder writes */
	if (charset == TC_CHARSET_VNI)
		learn_pairs(charset);
	learn_singles(charset);
	learn_pairs(charset);
}

/* Appends; how many characters it has no code for, which are left out. */
static size_t encode_text(enum tc_charset charset, struct tc_str text,
			  struct tc_buf *out)
{
	size_t missing = 0;

	for (const char *p = text.p, *end = text.p + text.n; p < end;) {
		const uint32_t c = tc_utf8_next(&p, end);
		if (c >= 0x2000 || !codes[c].n) {
			missing++;
			continue;
		}
		/* or it would be a mark */
		if (charset == TC_CHARSET_VIQR && c < 128 &&
		    strchr("'`?~.^(+", (int)c))
			tc_buf_addc(out, '\\');
		tc_buf_add(out, codes[c].bytes, codes[c].n);
	}
	return missing;
}

#endif

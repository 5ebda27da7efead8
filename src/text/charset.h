/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The encodings in which old Vietnamese pages come, by tables of our own,
 * and which of them some bytes are in: the one whose decoding spells
 * syllables.
 *
 *   share     of the words with a diacritic, those in the table of syllables
 *   measured  right decodings .99, the best wrong one .75, from 50 words
 *   certain   share at least .90 and .10 above the best other decoding
 *
 * Font encodings also come inside UTF-8, each byte shown as the character
 * of windows-1252 and encoded once more ("NghÞ quyÕt"): these are charsets
 * of their own here, NAME-in-utf8.
 */
#ifndef TC_TEXT_CHARSET_H
#define TC_TEXT_CHARSET_H

#include "base/error.h"
#include "base/str.h"

enum tc_charset {
	TC_CHARSET_UNKNOWN,
	TC_CHARSET_UTF8,
	TC_CHARSET_UTF16LE,
	TC_CHARSET_UTF16BE,
	TC_CHARSET_CP1252,	/* ISO 8859-1 too, as browsers have it */
	TC_CHARSET_TCVN3,	/* ABC: capitals with a tone are another font,
				   so that headlines come out lower-case */
	TC_CHARSET_TCVN5712,	/* VN1: these capitals in 80-9F and controls */
	TC_CHARSET_VISCII,
	TC_CHARSET_VPS,
	TC_CHARSET_VNI,		/* a letter and a byte for its marks */
	TC_CHARSET_CP1258,
	TC_CHARSET_VIQR,
	TC_CHARSET_UTF8_TWICE,	/* decoded as windows-1252 in between */
	TC_CHARSET_TCVN3_IN_UTF8,
	TC_CHARSET_VISCII_IN_UTF8,
	TC_CHARSET_VPS_IN_UTF8,
	TC_CHARSET_VNI_IN_UTF8,
	TC_CHARSET_CP1258_IN_UTF8,
	TC_CHARSET_COUNT
};

struct tc_charset_guess {
	enum tc_charset charset;
	float share;		/* of this decoding; 0 where no other one is
				   possible */
	float runner_up;	/* of the best other one */
	bool certain;
};

/* By the names that pages and iconv use, in any case; UNKNOWN for others. */
enum tc_charset tc_charset_by_name(struct tc_str name);
const char *tc_charset_name(enum tc_charset charset);

/* Appends valid UTF-8, not yet normalised; without a byte order mark.  What
 * the charset does not define becomes U+FFFD.  Fails (TC_E_INPUT) only for
 * a charset that is unknown. */
int tc_charset_decode(enum tc_charset charset, struct tc_str bytes,
		      struct tc_buf *out, struct tc_error *err);

/* Any bytes, HTML or plain text; the first TC_CHARSET_SAMPLE are looked at.
 * A byte order mark decides; else valid UTF-8 is UTF-8 unless another
 * reading is certain.  Not certain: the best guess, which may be a tie, and
 * windows-1252 where no decoding spells Vietnamese. */
#define TC_CHARSET_SAMPLE ((size_t)64 << 10)
struct tc_charset_guess tc_charset_guess_bytes(struct tc_str bytes);

/* Appends `text`, valid UTF-8, with each line that is certainly in a charset
 * "in UTF-8" or encoded twice decoded; returns how many lines were. */
size_t tc_charset_mend(struct tc_str text, struct tc_buf *out);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The normal form in which text is stored and shown: done once, at the
 * door.  NFC (Unicode Annex 15), then what NFC does not mend:
 *
 *   - a tone written before the circumflex or breve (e U+0301 U+0302, or
 *     e-acute U+0302): both marks have class 230, so that NFC keeps the
 *     wrong order; they are swapped and composed
 *   - eth and African d (U+00D0 U+00F0 U+0189 U+0256) become D/d with stroke
 *   - invisible characters go: U+00AD U+200B-200F U+202A-202E U+2060-2064
 *     U+2066-2069 U+FEFF, and control characters but for tab and line feed
 *   - every kind of blank becomes a space (U+00A0 U+1680 U+2000-200A U+202F
 *     U+205F U+3000); CR LF, CR, VT, FF, U+0085, U+2028, U+2029 become a
 *     line feed
 *   - Roman numeral characters (U+2160-217F) become letters
 *
 * Words keep the spelling that the page printed (hoa with either tone
 * placement stays as it is): spellings are made equal in the keys of tokens
 * (token.h), never in the text.
 */
#ifndef TC_TEXT_NORMALIZE_H
#define TC_TEXT_NORMALIZE_H

#include "base/str.h"

/* Appends the normal form of `in`, which is valid UTF-8.  Idempotent:
 * normalising again changes nothing.  Linear in time for any text, a run of
 * marks included. */
void tc_normalize(struct tc_str in, struct tc_buf *out);

#endif

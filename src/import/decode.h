/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Bytes to UTF-8. */
#ifndef TC_IMPORT_DECODE_H
#define TC_IMPORT_DECODE_H

#include "base/str.h"

/*
 * Appends `bytes` as valid UTF-8 without byte order mark and NULs.  The
 * order of belief: byte order mark, and what the spelling says for certain
 * (text/charset.h); bytes that are UTF-8; the charset that `type` (a media
 * type, may be empty) or a meta element declares; UTF-8 with a few broken
 * places, which become U+FFFD.  Lines of font-encoded text inside UTF-8 are
 * mended.  False when none fits.
 */
bool tc_decode(struct tc_str bytes, struct tc_str type, struct tc_buf *out);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The other side of bench-text: ICU straight from UTF-8 to UTF-8, which its
 * C interface does not offer for normalisation. */
#include "config.h"

#include "bench-text-icu.h"

#include <stdint.h>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucasemap.h>
#include <unicode/utf8.h>

static size_t normalize(const icu::Normalizer2 *how, const char *p, size_t n,
			char *out, size_t cap)
{
	UErrorCode e = U_ZERO_ERROR;
	icu::CheckedArrayByteSink sink(out, (int32_t)cap);

	how->normalizeUTF8(0, icu::StringPiece(p, (int32_t)n), sink, nullptr,
			   e);
	return (size_t)sink.NumberOfBytesAppended();
}

extern "C" size_t icu_normalize(const char *p, size_t n, char *out,
				size_t cap) noexcept
{
	static UErrorCode e = U_ZERO_ERROR;
	static const icu::Normalizer2 *const nfc =
		icu::Normalizer2::getNFCInstance(e);

	return normalize(nfc, p, n, out, cap);
}

extern "C" size_t icu_lower(const char *p, size_t n, char *out,
			    size_t cap) noexcept
{
	static UErrorCode e = U_ZERO_ERROR;
	static UCaseMap *const root = ucasemap_open("", 0, &e);

	return (size_t)ucasemap_utf8ToLower(root, out, (int32_t)cap, p,
					    (int32_t)n, &e);
}

extern "C" size_t icu_bare(const char *p, size_t n, char *out,
			   size_t cap) noexcept
{
	static UErrorCode e = U_ZERO_ERROR;
	static const icu::Normalizer2 *const nfd =
		icu::Normalizer2::getNFDInstance(e);
	const size_t apart = normalize(nfd, p, n, out, cap);
	size_t to = 0;

	for (size_t i = 0; i < apart;) {
		UChar32 c;
		U8_NEXT_UNSAFE((const uint8_t *)out, i, c);
		if (c == 0x110 || c == 0x111)
			c = c == 0x110 ? 'D' : 'd';
		if (c < 0x300 || u_charType(c) != U_NON_SPACING_MARK)
			U8_APPEND_UNSAFE((uint8_t *)out, to, c);
	}
	return to;
}

extern "C" size_t icu_tokens(const char *p, size_t n) noexcept
{
	size_t tokens = 0;
	bool inside = false;

	for (size_t i = 0; i < n;) {
		UChar32 c;
		U8_NEXT_UNSAFE((const uint8_t *)p, i, c);
		const bool word = (U_GET_GC_MASK(c) &
				   (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) != 0;
		tokens += word && !inside;
		inside = word;
	}
	return tokens;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#ifndef TC_BENCH_TEXT_ICU_H
#define TC_BENCH_TEXT_ICU_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#define TC_NOEXCEPT noexcept
#else
#define TC_NOEXCEPT
#endif

/* NFC and root lower case, from UTF-8 to UTF-8; the length. */
size_t icu_normalize(const char *p, size_t n, char *out, size_t cap)
	TC_NOEXCEPT;
size_t icu_lower(const char *p, size_t n, char *out, size_t cap) TC_NOEXCEPT;
/* What the tokeniser does, by ICU: the decomposition without marks, and where
 * the runs of letters, marks and digits are; how many. */
size_t icu_bare(const char *p, size_t n, char *out, size_t cap) TC_NOEXCEPT;
size_t icu_tokens(const char *p, size_t n) TC_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Bytes with a length: views, which nobody frees, and buffers, which their
 * owner releases.  What the bytes promise (UTF-8, NFC, lower case) is said
 * where they are declared.
 */
#ifndef TC_BASE_STR_H
#define TC_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct tc_str {
	const char *p;		/* not ended by NUL; NULL only when n is 0 */
	size_t n;
};

#define TC_STR(literal) ((struct tc_str){ "" literal, sizeof(literal) - 1 })
/* For printf: printf("%.*s", TC_ARG(str)) */
#define TC_ARG(s) (int)(s).n, (s).p ? (s).p : ""

static inline struct tc_str tc_str(const char *p, size_t n)
{
	return (struct tc_str){ p, n };
}

static inline struct tc_str tc_str0(const char *s)
{
	return (struct tc_str){ s, s ? strlen(s) : 0 };
}

static inline bool tc_str_eq(struct tc_str a, struct tc_str b)
{
	return a.n == b.n && (!a.n || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool tc_str_is(struct tc_str a, const char *s)
{
	/* words of a table are mostly told apart by their first byte */
	if (!__builtin_constant_p(*s) && a.n && *a.p != *s)
		return false;
	return tc_str_eq(a, tc_str0(s));
}

/* Whether it is one of the n words. */
static inline bool tc_str_among(struct tc_str a, const char *const *words,
				size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (tc_str_is(a, words[i]))
			return true;
	return false;
}
/* Of an array. */
#define TC_AMONG(a, words) \
	tc_str_among(a, words, sizeof(words) / sizeof *(words))

static inline bool tc_str_starts(struct tc_str a, struct tc_str head)
{
	return a.n >= head.n && (!head.n || memcmp(a.p, head.p, head.n) == 0);
}

static inline bool tc_str_ends(struct tc_str a, struct tc_str tail)
{
	return a.n >= tail.n &&
	       (!tail.n || memcmp(a.p + a.n - tail.n, tail.p, tail.n) == 0);
}

/* Behind the last byte; NULL + 0 is undefined in C. */
static inline const char *tc_str_end(struct tc_str a)
{
	return a.n ? a.p + a.n : a.p;
}

static inline struct tc_str tc_str_from(struct tc_str a, size_t off)
{
	return (struct tc_str){ off ? a.p + off : a.p, a.n - off };
}

/* A number in digits, what printf takes ten times as long for. */
#define TC_DECIMAL_MAX 12
struct tc_str tc_decimal(int n, char out[TC_DECIMAL_MAX]);

/* As memcmp() by bytes, the shorter first. */
int tc_str_cmp(struct tc_str a, struct tc_str b);

/* For tables in memory (FNV-1a, 32 bits); `seed` keeps kinds of keys apart. */
uint32_t tc_str_hash(struct tc_str a, uint32_t seed);

/* For what is stored, to see whether it is what was stored: 8 bytes at a time,
 * and no change within 8 bytes leaves it as it was. */
uint64_t tc_str_sum(struct tc_str a);
/* A step of it, one to one in both. */
static inline uint64_t tc_sum_add(uint64_t sum, uint64_t word)
{
	sum = (sum ^ word) * UINT64_C(0x9E3779B97F4A7C15);
	return sum ^ sum >> 29;
}

/* Without ASCII blanks (space, tab, CR, LF, FF, VT) at both ends. */
struct tc_str tc_str_trim(struct tc_str a);

/* The first place of `needle` at or after `from`; SIZE_MAX when absent. */
size_t tc_str_find(struct tc_str hay, struct tc_str needle, size_t from);

/* Cuts the part of *rest before the next `sep` and moves *rest behind it;
 * false when *rest is used up (its p is NULL then). */
bool tc_str_split(struct tc_str *rest, char sep, struct tc_str *part);

/* A growable buffer.  `{0}` is a valid empty one; p is ended by a NUL that
 * n does not count, or NULL while nothing was ever added. */
struct tc_buf {
	char *p;
	size_t n;
	size_t cap;
};

void tc_buf_free(struct tc_buf *b);
/* Many were never added to. */
static inline void tc_buf_release(struct tc_buf *b)
{
	if (b->p)
		tc_buf_free(b);
}
void tc_buf_clear(struct tc_buf *b);		/* empty, memory kept */
void tc_buf_reserve(struct tc_buf *b, size_t more);
void tc_buf_add(struct tc_buf *b, const void *p, size_t n);
static inline void tc_buf_addstr(struct tc_buf *b, struct tc_str s)
{
	tc_buf_add(b, s.p, s.n);
}
static inline void tc_buf_puts(struct tc_buf *b, const char *s)
{
	tc_buf_add(b, s, strlen(s));
}
static inline void tc_buf_addc(struct tc_buf *b, char c)
{
	if (b->cap - b->n < 2)
		tc_buf_reserve(b, 1);
	b->p[b->n++] = c;
	b->p[b->n] = '\0';
}
void tc_buf_printf(struct tc_buf *b, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* The buffer's NUL-ended bytes, "" when empty. */
const char *tc_buf_cstr(struct tc_buf *b);

static inline struct tc_str tc_buf_str(const struct tc_buf *b)
{
	return (struct tc_str){ b->p, b->n };
}

#define TC_SCOPED_BUF __attribute__((cleanup(tc_buf_release))) struct tc_buf

#endif

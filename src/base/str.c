/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "base/str.h"

#include "base/error.h"
#include "base/likely.h"
#include "base/mem.h"

#include <endian.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int tc_str_cmp(struct tc_str a, struct tc_str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;

	return order ? order : (a.n > b.n) - (a.n < b.n);
}

struct tc_str tc_decimal(int n, char out[TC_DECIMAL_MAX])
{
	char *const end = out + TC_DECIMAL_MAX, *p = end;
	unsigned rest = n < 0 ? -(unsigned)n : (unsigned)n;

	do
		*--p = (char)('0' + rest % 10);
	while (rest /= 10);
	if (n < 0)
		*--p = '-';
	return tc_str(p, (size_t)(end - p));
}

uint32_t tc_str_hash(struct tc_str a, uint32_t seed)
{
	uint32_t h = 2166136261u ^ seed;

	for (size_t i = 0; i < a.n; i++)
		h = (h ^ (unsigned char)a.p[i]) * 16777619u;
	return h;
}

uint64_t tc_str_sum(struct tc_str a)
{
	uint64_t sum = a.n, word;
	size_t i = 0;

	for (; i + sizeof word <= a.n; i += sizeof word) {
		memcpy(&word, a.p + i, sizeof word);
		sum = tc_sum_add(sum, le64toh(word));
	}
	for (; i < a.n; i++)
		sum = tc_sum_add(sum, (unsigned char)a.p[i]);
	return sum;
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct tc_str tc_str_trim(struct tc_str a)
{
	while (a.n && is_blank(a.p[a.n - 1]))
		a.n--;
	while (a.n && is_blank(*a.p)) {
		a.p++;
		a.n--;
	}
	return a;
}

size_t tc_str_find(struct tc_str hay, struct tc_str needle, size_t from)
{
	if (from > hay.n || needle.n > hay.n - from)
		return SIZE_MAX;
	if (!needle.n)
		return from;
	/* memmem() asks memchr() after thinking about it */
	const char *at = needle.n == 1 ?
		memchr(hay.p + from, *needle.p, hay.n - from) :
		memmem(hay.p + from, hay.n - from, needle.p, needle.n);
	return at ? (size_t)(at - hay.p) : SIZE_MAX;
}

bool tc_str_split(struct tc_str *rest, char sep, struct tc_str *part)
{
	if (!rest->p)
		return false;
	const char *at = rest->n ? memchr(rest->p, sep, rest->n) : NULL;
	if (!at) {
		*part = *rest;
		*rest = (struct tc_str){ NULL, 0 };
		return true;
	}
	*part = tc_str(rest->p, (size_t)(at - rest->p));
	*rest = tc_str_from(*rest, part->n + 1);
	return true;
}

void tc_buf_free(struct tc_buf *b)
{
	free(b->p);
	*b = (struct tc_buf){ 0 };
}

void tc_buf_clear(struct tc_buf *b)
{
	b->n = 0;
	if (b->p)
		b->p[0] = '\0';
}

void tc_buf_reserve(struct tc_buf *b, size_t more)
{
	if (more >= SIZE_MAX / 2 - b->n)
		tc_out_of_memory();
	size_t need = b->n + more + 1;
	if (need <= b->cap)
		return;
	size_t cap = b->cap ? b->cap : 64;
	while (cap < need)
		cap += cap / 2;
	b->p = tc_realloc(b->p, cap);
	b->cap = cap;
}

void tc_buf_add(struct tc_buf *b, const void *p, size_t n)
{
	/* n + 1 more, without a sum that might overflow */
	if (b->cap - b->n <= n)
		tc_buf_reserve(b, n);
	if (TC_LIKELY(n))
		memcpy(b->p + b->n, p, n);
	b->n += n;
	b->p[b->n] = '\0';
}

void tc_buf_printf(struct tc_buf *b, const char *fmt, ...)
{
	va_list ap, again;

	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	tc_assert(n >= 0);
	tc_buf_reserve(b, (size_t)n);
	vsnprintf(b->p + b->n, (size_t)n + 1, fmt, again);
	va_end(again);
	b->n += (size_t)n;
}

const char *tc_buf_cstr(struct tc_buf *b)
{
	tc_buf_reserve(b, 0);
	b->p[b->n] = '\0';
	return b->p;
}

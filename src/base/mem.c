/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "base/mem.h"

#include "base/error.h"
#include "base/language.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define BLOCK_SIZE ((size_t)64 * 1024)

struct tc_arena_block {
	struct tc_arena_block *next;
	size_t size;
	_Alignas(max_align_t) char bytes[];
};
_Static_assert(TC_ARENA_ALIGN % _Alignof(max_align_t) == 0,
	       "room for any type");

static struct {
	int fd;
	const char *words;
} last = { STDERR_FILENO, "out of memory\n" };

void tc_last_words(int fd, const char *words)
{
	last.fd = fd;
	last.words = words;
}

void tc_out_of_memory(void)
{
	const char *line = _(last.words);
	ssize_t ignored = write(last.fd, line, strlen(line));

	(void)ignored;
	_exit(tc_code_exit(TC_E_MEMORY));
}

void *tc_alloc(size_t n)
{
	void *p = malloc(n ? n : 1);

	if (!p)
		tc_out_of_memory();
	return p;
}

void *tc_zalloc(size_t n)
{
	void *p = calloc(1, n ? n : 1);

	if (!p)
		tc_out_of_memory();
	return p;
}

void *tc_realloc(void *p, size_t n)
{
	p = realloc(p, n ? n : 1);
	if (!p)
		tc_out_of_memory();
	return p;
}

char *tc_strdup(struct tc_str s)
{
	char *copy = tc_alloc(s.n + 1);

	if (s.n)
		memcpy(copy, s.p, s.n);
	copy[s.n] = '\0';
	return copy;
}

static size_t grown(size_t count, size_t cap, size_t size)
{
	size_t want = cap ? cap * 2 : 8, bytes;

	if (want <= count || __builtin_mul_overflow(want, 2 * size, &bytes))
		tc_out_of_memory();
	return want;
}

void *tc_grow(void *v, size_t count, size_t *cap, size_t size)
{
	if (count < *cap)
		return v;
	*cap = grown(count, *cap, size);
	return tc_realloc(v, *cap * size);
}

void *tc_arena_grow(struct tc_arena *a, void *v, size_t count, size_t *cap,
		    size_t size)
{
	if (count < *cap)
		return v;
	*cap = grown(count, *cap, size);
	char *const bigger = tc_arena_room(a, *cap * size);
	if (count)
		memcpy(bigger, v, count * size);
	memset(bigger + count * size, 0, (*cap - count) * size);
	return bigger;
}

static void free_blocks(struct tc_arena_block *b)
{
	while (b) {
		struct tc_arena_block *next = b->next;
		free(b);
		b = next;
	}
}

void tc_arena_release(struct tc_arena *a)
{
	free_blocks(a->blocks);
	*a = (struct tc_arena){ 0 };
}

void tc_arena_clear(struct tc_arena *a)
{
	struct tc_arena_block *keep = a->blocks;

	if (!keep || keep->size > BLOCK_SIZE) {
		tc_arena_release(a);
		return;
	}
	free_blocks(keep->next);
	keep->next = NULL;
	a->at = keep->bytes;
	a->left = keep->size;
}

void *tc_arena_more(struct tc_arena *a, size_t n)
{
	if (n > SIZE_MAX / 2)
		tc_out_of_memory();
	n = (n + TC_ARENA_ALIGN - 1) & ~(TC_ARENA_ALIGN - 1);
	const size_t size = n > BLOCK_SIZE ? n : BLOCK_SIZE;
	struct tc_arena_block *const b = tc_alloc(sizeof *b + size);
	*b = (struct tc_arena_block){ .next = a->blocks, .size = size };
	a->blocks = b;
	a->at = b->bytes + n;
	a->left = size - n;
	return b->bytes;
}

void *tc_arena_alloc(struct tc_arena *a, size_t n)
{
	return memset(tc_arena_room(a, n), 0, n);
}

struct tc_str tc_arena_str(struct tc_arena *a, struct tc_str s)
{
	char *copy = tc_arena_room(a, s.n + 1);

	if (TC_LIKELY(s.n))
		memcpy(copy, s.p, s.n);
	copy[s.n] = '\0';
	return tc_str(copy, s.n);
}

struct tc_str tc_arena_join(struct tc_arena *a, const struct tc_str *parts,
			    size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		n += parts[i].n;
	char *const copy = tc_arena_room(a, n + 1), *p = copy;
	for (size_t i = 0; i < count; i++) {
		if (TC_LIKELY(parts[i].n))
			memcpy(p, parts[i].p, parts[i].n);
		p += parts[i].n;
	}
	*p = '\0';
	return tc_str(copy, n);
}

struct tc_str tc_arena_printf(struct tc_arena *a, const char *fmt, ...)
{
	va_list ap, again;

	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	tc_assert(n >= 0);
	char *p = tc_arena_room(a, (size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return tc_str(p, (size_t)n);
}

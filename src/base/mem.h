/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Memory.  Allocation does not return NULL: it returns, or the program ends
 * with 71 after one line on stderr.  In exchange every size that comes from
 * outside meets a named limit before it gets here.
 *
 * An arena holds what lives as long as one article or one query:
 *
 *   arena -> [block: used ....... free][block: full][block: full]
 *
 * Allocation bumps a pointer; everything goes at once with _clear (which
 * keeps the newest block for the next article) or _release.
 */
#ifndef TC_BASE_MEM_H
#define TC_BASE_MEM_H

#include "base/likely.h"
#include "base/str.h"

/* Says so, and ends the program. */
void tc_out_of_memory(void) __attribute__((noreturn));
/* What it says, and to whom: marked, not translated (base/language.h); they
 * live as long as the program. */
void tc_last_words(int fd, const char *words);

void *tc_alloc(size_t n) __attribute__((malloc, returns_nonnull));
void *tc_zalloc(size_t n) __attribute__((malloc, returns_nonnull));
void *tc_realloc(void *p, size_t n) __attribute__((returns_nonnull));
char *tc_strdup(struct tc_str s) __attribute__((malloc, returns_nonnull));

/* Room for one more in a growing array: `v` of `count` elements with room
 * for *cap becomes an array with room for at least count + 1. */
void *tc_grow(void *v, size_t count, size_t *cap, size_t size);

#define TC_ARENA_ALIGN ((size_t)16)
struct tc_arena_block;
struct tc_arena {
	struct tc_arena_block *blocks;	/* newest first */
	char *at;		/* in the newest: what is free */
	size_t left;
};

void tc_arena_release(struct tc_arena *a);
void tc_arena_clear(struct tc_arena *a);
/* Zeroed, aligned for any type.  n may be 0. */
void *tc_arena_alloc(struct tc_arena *a, size_t n)
	__attribute__((returns_nonnull));
/* Where the newest block is too short for n. */
void *tc_arena_more(struct tc_arena *a, size_t n)
	__attribute__((malloc, returns_nonnull));
/* As tc_arena_alloc(), not cleared: for what is written at once. */
static inline void *tc_arena_room(struct tc_arena *a, size_t n)
{
	char *const p = a->at;

	/* even for nothing there is a place */
	if (TC_UNLIKELY(a->left <= n))
		return tc_arena_more(a, n);
	/* what is left is a multiple of it */
	n = (n + TC_ARENA_ALIGN - 1) & ~(TC_ARENA_ALIGN - 1);
	a->at += n;
	a->left -= n;
	return p;
}
/* A copy with a NUL behind it. */
struct tc_str tc_arena_str(struct tc_arena *a, struct tc_str s);
/* One behind the other: what printf would spend most of its time on. */
struct tc_str tc_arena_join(struct tc_arena *a, const struct tc_str *parts,
			    size_t count);
struct tc_str tc_arena_printf(struct tc_arena *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* As tc_grow(), in the arena: the old array stays behind until it goes. */
void *tc_arena_grow(struct tc_arena *a, void *v, size_t count, size_t *cap,
		    size_t size);

#define TC_SCOPED_ARENA \
	__attribute__((cleanup(tc_arena_release))) struct tc_arena

static inline void tc_free_p(void *pp)
{
	extern void free(void *);
	free(*(void **)pp);
}
#define TC_SCOPED_FREE __attribute__((cleanup(tc_free_p)))

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What Xapian allocates begins with zeroes.  Xapian 1.4 never sets some weights
 * of what stands on the right of an AND_NOT (only recalc_maxweight() does,
 * which goes down the left side): by what the heap held there an OR became an
 * AND, and some of what was to be left out came along.  Zeroes ask for
 * nothing.  Weights stand in what is small: blocks of tables are left alone.
 */
#include "config.h"

#include <cstdlib>
#include <cstring>
#include <new>

/* 512 weights, of as many words. */
#define SMALL 4096

void *operator new(size_t n)
{
	/* calloc() is slower: it takes none of the blocks at hand */
	void *p = malloc(n ? n : 1);

	if (!p)
		throw std::bad_alloc();
	return n <= SMALL ? memset(p, 0, n) : p;
}

void operator delete(void *p) noexcept
{
	free(p);
}

void operator delete(void *p, size_t) noexcept
{
	free(p);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A set of words that turns away nearly all that are not in it, for the price
 * of one look at three bytes and the length: what every token of a text is
 * asked before a table is searched.  It may say yes to a word that is not in
 * it, never no to one that is.
 */
#ifndef TC_FACT_WORDSET_H
#define TC_FACT_WORDSET_H

#include "base/str.h"

#include <stdatomic.h>
#include <stdint.h>
#include <threads.h>

#define TC_WORDSET_BITS 8192u

struct tc_wordset {
	uint64_t bits[TC_WORDSET_BITS / 64];
};

/* Of a word that is not empty. */
static inline unsigned int tc_wordset_bit(struct tc_str word)
{
	unsigned int a = (unsigned char)word.p[0];
	unsigned int b = (unsigned char)word.p[word.n / 2];
	unsigned int c = (unsigned char)word.p[word.n - 1];

	return (a * 37 + b * 389 + c * 1021 + (unsigned int)word.n * 4099) %
	       TC_WORDSET_BITS;
}

static inline void tc_wordset_add(struct tc_wordset *s, struct tc_str word)
{
	unsigned int bit = tc_wordset_bit(word);

	s->bits[bit / 64] |= UINT64_C(1) << bit % 64;
}

static inline bool tc_wordset_may(const struct tc_wordset *s,
				  struct tc_str word)
{
	unsigned int bit = word.n ? tc_wordset_bit(word) : 0;

	return word.n && (s->bits[bit / 64] >> bit % 64 & 1);
}

/* One that a constant table fills at its first use, by whichever thread. */
struct tc_once {
	once_flag flag;
	atomic_bool made;
};
#define TC_ONCE_INIT { .flag = ONCE_FLAG_INIT }

static inline void tc_once(struct tc_once *o, void (*make)(void))
{
	if (atomic_load_explicit(&o->made, memory_order_acquire))
		return;
	call_once(&o->flag, make);
	atomic_store_explicit(&o->made, true, memory_order_release);
}

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "base/slots.h"

#include "base/mem.h"

#include <stdlib.h>

void tc_slots_init(struct tc_slots *s, size_t keys)
{
	size_t n = 16;

	while (n < 2 * keys)
		n *= 2;
	free(s->v);
	s->v = tc_zalloc(n * sizeof *s->v);
	s->mask = n - 1;
}

void tc_slots_release(struct tc_slots *s)
{
	free(s->v);
	*s = (struct tc_slots){ 0 };
}

void tc_slots_add(struct tc_slots *s, uint32_t hash, uint32_t entry)
{
	size_t at = hash;

	while (s->v[at & s->mask].entry)
		at++;
	s->v[at & s->mask] = (struct tc_slot){ hash, entry + 1 };
}

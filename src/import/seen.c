/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/seen.h"

#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>

#define SEEN_FIRST_CAP 64	/* a power of two, as all that follow */

void tc_seen_release(struct tc_seen *s)
{
	free(s->v);
	*s = (struct tc_seen){ 0 };
}

static size_t slot_of(const struct tc_seen *s, dev_t dev, ino_t ino)
{
	uint64_t h = ((uint64_t)dev * 0x9E3779B97F4A7C15u) ^ (uint64_t)ino;

	h *= 0x9E3779B97F4A7C15u;
	size_t i = (size_t)(h >> 32) & (s->cap - 1);
	while (s->v[i].used && (s->v[i].dev != dev || s->v[i].ino != ino))
		i = (i + 1) & (s->cap - 1);
	return i;
}

static void widen(struct tc_seen *s)
{
	struct tc_seen old = *s;

	s->cap = old.cap ? old.cap * 2 : SEEN_FIRST_CAP;
	s->v = tc_zalloc(s->cap * sizeof *s->v);
	for (size_t i = 0; i < old.cap; i++) {
		const struct tc_seen_entry *e = &old.v[i];
		if (e->used)
			s->v[slot_of(s, e->dev, e->ino)] = *e;
	}
	free(old.v);
}

bool tc_seen_add(struct tc_seen *s, dev_t dev, ino_t ino)
{
	if (s->n * 2 >= s->cap)
		widen(s);
	struct tc_seen_entry *e = &s->v[slot_of(s, dev, ino)];
	if (e->used)
		return false;
	*e = (struct tc_seen_entry){ .dev = dev, .ino = ino, .used = true };
	s->n++;
	return true;
}

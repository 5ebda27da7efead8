/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/hashes.h"

#include "base/mem.h"

#include <stdlib.h>

#define CAP_MIN 1024
/* Full to three quarters. */
#define ROOM(cap) ((cap) / 4 * 3)

static uint64_t hash_of(uint32_t kind, struct tc_str text)
{
	uint64_t high = tc_str_hash(text, kind);
	uint64_t low = tc_str_hash(text, kind ^ 0x9e3779b9u);

	return (high << 32 | low) | 1;	/* never 0 */
}

static uint64_t *place(const struct tc_hashes *s, uint64_t hash)
{
	size_t at = (hash >> 1) & (s->cap - 1);

	while (s->v[at] && s->v[at] != hash)
		at = (at + 1) & (s->cap - 1);
	return &s->v[at];
}

static void grow(struct tc_hashes *s)
{
	struct tc_hashes more = { .n = s->n,
				.cap = s->cap ? s->cap * 2 : CAP_MIN };

	more.v = tc_zalloc(more.cap * sizeof *more.v);
	for (size_t i = 0; i < s->cap; i++)
		if (s->v[i])
			*place(&more, s->v[i]) = s->v[i];
	free(s->v);
	*s = more;
}

bool tc_hashes_add(struct tc_hashes *s, uint32_t kind, struct tc_str text)
{
	uint64_t hash = hash_of(kind, text);

	if (s->n >= ROOM(s->cap))
		grow(s);
	uint64_t *at = place(s, hash);
	if (*at)
		return true;
	*at = hash;
	s->n++;
	return false;
}

bool tc_hashes_has(const struct tc_hashes *s, uint32_t kind, struct tc_str text)
{
	return s->cap && *place(s, hash_of(kind, text));
}

void tc_hashes_release(struct tc_hashes *s)
{
	free(s->v);
	*s = (struct tc_hashes){ 0 };
}

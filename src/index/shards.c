/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/shards.h"

#include "base/directory.h"

#include <stdio.h>

#define PREFIX "shard-"

/* ---- on disk ---- */

static void note_shard(void *ctx, const char *name)
{
	unsigned *most = ctx, number;
	int end = 0;

	if (sscanf(name, PREFIX "%2u%n", &number, &end) == 1 && !name[end] &&
	    number > *most)
		*most = number;
}

unsigned tc_shards_count(const char *generation)
{
	unsigned most = 0;

	tc_directory_each(generation, note_shard, &most, NULL);
	return most ? most : 1;
}

void tc_shards_name(unsigned number, struct tc_buf *out)
{
	tc_buf_printf(out, PREFIX "%02u", number);
}

void tc_shards_list(struct tc_shards *s, const char *generation,
		    unsigned count)
{
	*s = (struct tc_shards){ .n = count };
	s->paths = tc_arena_alloc(&s->arena, count * sizeof *s->paths);
	for (unsigned i = 0; i < count; i++) {
		TC_SCOPED_BUF path = { 0 };

		tc_buf_puts(&path, generation);
		if (count > 1) {
			tc_buf_addc(&path, '/');
			tc_shards_name(i + 1, &path);
		}
		s->paths[i] = tc_arena_str(&s->arena, tc_buf_str(&path)).p;
	}
}

void tc_shards_release(struct tc_shards *s)
{
	tc_arena_release(&s->arena);
	*s = (struct tc_shards){ 0 };
}

/* ---- which ---- */

static unsigned digit(char c)
{
	return c >= '0' && c <= '9' ? (unsigned)(c - '0') :
	       c >= 'a' && c <= 'f' ? (unsigned)(c - 'a' + 10) : 0;
}

/* An id is digits of a digest already. */
unsigned tc_shards_of(struct tc_str id, unsigned count)
{
	uint64_t n = 0;

	if (count <= 1)
		return 0;
	for (size_t i = 0; i < id.n && i < 16; i++)
		n = n << 4 | digit(id.p[i]);
	return (unsigned)(n % count);
}

void tc_shards_mark(unsigned number, unsigned count, struct tc_buf *out)
{
	tc_buf_printf(out, "%u/%u", number, count);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/filter.h"

#include "base/mem.h"
#include "index/hashes.h"

#include <stdlib.h>

#define LINE 8			/* words of 64 bits: a cache line */
#define LINES_FIRST ((size_t)8192)
#define STRINGS_PER_LINE 32	/* 16 bits each */
#define BITS 8			/* set for each string */

static size_t lines_of(size_t part)
{
	return LINES_FIRST << part;
}

/* The bits of a string in its line of a part; *line is that line. */
static void bits_of(uint64_t hash, size_t part, size_t *line,
		    uint64_t bits[LINE])
{
	*line = (size_t)(hash >> 20) & (lines_of(part) - 1);
	memset(bits, 0, LINE * sizeof *bits);
	/* 9 bits of a place at a time, out of a hash of the hash */
	for (unsigned i = 0; i < BITS; i++) {
		hash = (hash ^ hash >> 29) * UINT64_C(0x9E3779B97F4A7C15);
		bits[hash >> 61] |= UINT64_C(1) << (hash >> 40 & 63);
	}
}

static bool part_has(const struct tc_filter *f, size_t part, uint64_t hash)
{
	uint64_t bits[LINE], missing = 0;
	size_t line;

	bits_of(hash, part, &line, bits);
	for (size_t i = 0; i < LINE; i++)
		missing |= bits[i] & ~f->parts[part][line * LINE + i];
	return !missing;
}

static void part_add(struct tc_filter *f, size_t part, uint64_t hash)
{
	uint64_t bits[LINE];
	size_t line;

	bits_of(hash, part, &line, bits);
	for (size_t i = 0; i < LINE; i++)
		f->parts[part][line * LINE + i] |= bits[i];
	f->n++;
}

/* Room for one more in the last part. */
static void make_room(struct tc_filter *f)
{
	bool full = !f->count ||
		    f->n >= lines_of(f->count - 1) * STRINGS_PER_LINE;

	if (!full || f->count == TC_FILTER_PARTS)
		return;
	f->parts[f->count] = tc_zalloc(lines_of(f->count) * LINE *
				       sizeof *f->parts[0]);
	f->count++;
	f->n = 0;
}

static bool has(const struct tc_filter *f, uint64_t hash)
{
	for (size_t i = 0; i < f->count; i++)
		if (part_has(f, i, hash))
			return true;
	return false;
}

bool tc_filter_add(struct tc_filter *f, uint32_t kind, struct tc_str text)
{
	uint64_t hash = tc_hash_of(kind, text);

	if (has(f, hash))
		return true;
	make_room(f);
	part_add(f, f->count - 1, hash);
	return false;
}

bool tc_filter_has(const struct tc_filter *f, uint32_t kind,
		   struct tc_str text)
{
	return has(f, tc_hash_of(kind, text));
}

void tc_filter_release(struct tc_filter *f)
{
	for (size_t i = 0; i < f->count; i++)
		free(f->parts[i]);
	*f = (struct tc_filter){ 0 };
}

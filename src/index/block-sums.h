/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sums of the blocks of a database's tables, so that a bit that rots on the
 * disk is found for certain: Xapian's own check looks at the structure of
 * blocks and not at what they hold.
 *
 *   DATABASE/tables.sum
 *     "tracuu block sums 2\n"
 *     "revision 12\n"             of the database when they were taken
 *     "postlist.glass 5301\n"     and 5301 sums, 4 bytes each, the lowest first
 *     ...
 *     "end\n"                     and the sum of all before it
 *
 * A block begins with the revision that wrote it, and one that stays is never
 * written again (Xapian's tables are copied on write).  So a block of that
 * revision or an older one must be what was summed, and what commits since
 * have written is passed over.
 */
#ifndef TC_INDEX_BLOCK_SUMS_H
#define TC_INDEX_BLOCK_SUMS_H

#include "base/error.h"
#include "base/str.h"

#define TC_BLOCK_SUMS_FILE "tables.sum"
#define TC_BLOCK_SUMS_MAGIC "tracuu block sums 2"
/* Of a glass database, unless another size is asked for; nobody does. */
#define TC_BLOCK_SIZE ((size_t)8192)
#define TC_BLOCK_SUM_SIZE 4

enum { TC_BLOCK_TABLES = 6 };
extern const char *const tc_block_tables[TC_BLOCK_TABLES];

uint32_t tc_block_revision(const void *block);
uint32_t tc_block_sum(const void *block);

uint32_t tc_block_sum_get(const char *p);
void tc_block_sum_put(struct tc_buf *out, uint32_t sum);

/* Takes "WORD NUMBER", a line, off the text. */
bool tc_block_line(struct tc_str *rest, struct tc_str *word, uint64_t *number);

struct tc_block_sums {
	struct tc_buf path, text;
	uint64_t revision;
	struct tc_str of[TC_BLOCK_TABLES];	/* TC_BLOCK_SUM_SIZE a block */
};
void tc_block_sums_release(struct tc_block_sums *s);
#define TC_SCOPED_BLOCK_SUMS \
	__attribute__((cleanup(tc_block_sums_release))) struct tc_block_sums

/* 1; 0 where there are none, or they are written as they once were;
 * TC_E_INPUT where they are not what was written. */
int tc_block_sums_read(struct tc_block_sums *s, const char *database,
		       struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sums of the blocks of a database's tables, so that a bit that rots on the
 * disk is found for certain: Xapian's own check looks at the structure of
 * blocks and not at what they hold.
 *
 *   DATABASE/tables.sum
 *     "tracuu block sums 1\n"
 *     "revision 12\n"             of the database when they were taken
 *     "postlist.glass 5301\n"     and 5301 sums, 8 bytes each, the lowest first
 *     ...
 *     "end\n"                     and the sum of all before it
 *
 * A block begins with the revision that wrote it, and one that stays is never
 * written again (Xapian's tables are copied on write).  So a block of that
 * revision or an older one must be what was summed, and what commits since
 * have written is passed over.  They are taken at the end of a first import, a
 * rebuild, a compaction, a restored dump, and of an import some commits later;
 * sums of blocks that stayed are not taken again, so that what has rotted is
 * not taken for good.
 */
#ifndef TC_INDEX_BLOCKS_H
#define TC_INDEX_BLOCKS_H

#include "index/archive.h"

/* Takes the sums of what is committed, of all databases of the generation,
 * where there are none or many commits have been since. */
int tc_blocks_note(struct tc_archive *a, struct tc_error *err);

struct tc_blocks_counts {
	uint64_t summed;	/* blocks that are as they were written */
	uint64_t newer;		/* written since */
};

/* TC_E_DAMAGED says which blocks are others, TC_E_INPUT that it is the sums.
 * Where none were taken there is nothing to compare. */
int tc_blocks_check(struct tc_archive *a, struct tc_blocks_counts *counts,
		    struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The sums of blocks (block-sums.h) are taken at the end of a first import, a
 * rebuild, a compaction, a restored dump, and of each import behind;
 * sums of blocks that stayed are not taken again, so that what has rotted is
 * not taken for good.
 */
#ifndef TC_INDEX_BLOCKS_H
#define TC_INDEX_BLOCKS_H

#include "index/archive.h"

/* Takes the sums of what is committed, of all databases of the generation,
 * where there are none or commits have been since. */
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

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Captures whose page stands in another record.  They are gathered while the
 * input is read; if there are any it is read once more, and each record asked
 * whether it is what one of them waits for.  So memory holds the waiting
 * ones, not every record of the input.
 */
#ifndef TC_IMPORT_REVISIT_H
#define TC_IMPORT_REVISIT_H

#include "base/mem.h"
#include "import/shape.h"
#include "import/source.h"

/* Further ones stay unresolved: each takes some hundred bytes. */
#define TC_REVISITS_MAX 500000

struct tc_revisit {
	struct tc_capture capture;
	struct tc_str keys[TC_ITEM_KEYS];
	bool done;
};

struct tc_revisit_key {
	uint64_t hash;
	size_t revisit, done;
	struct tc_str text;
};

/* `{0}` is a valid empty one. */
struct tc_revisits {
	struct tc_arena arena;
	struct tc_revisit *v;
	size_t n, cap, left;
	struct tc_revisit_key *keys;	/* sorted by tc_revisits_seal() */
	size_t key_count, key_cap;
};

void tc_revisits_release(struct tc_revisits *r);
/* False when there are too many. */
bool tc_revisits_add(struct tc_revisits *r, const struct tc_capture *c,
		     const struct tc_item *item);
/* Before the first _match, after the last _add. */
void tc_revisits_seal(struct tc_revisits *r);
/* A revisit that waits for this record, and waits no longer; NULL when there
 * is none. */
const struct tc_revisit *tc_revisits_match(struct tc_revisits *r,
					   const struct tc_item *item);
/* One that still waits, likewise. */
const struct tc_revisit *tc_revisits_left(struct tc_revisits *r);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Captures that vanished: an import that has walked a whole argument knows
 * which sources of that name it did not meet.
 *
 *   argument /srv/crawl   source crawl/a.html   name crawl
 *
 * Only names that something was met under count: a directory that is empty
 * because nothing is mounted there makes nothing vanish.
 */
#ifndef TC_INDEX_MISSING_H
#define TC_INDEX_MISSING_H

#include "index/archive.h"

enum tc_missing_mode {
	TC_MISSING_KEEP,	/* as if nothing had happened */
	TC_MISSING_MARK,	/* noted as metadata, with the day */
	TC_MISSING_DELETE,	/* the last capture takes its article along */
};

/* Metadata under the source's key: {"source":..,"id":..,"since":..} */
#define TC_META_MISSING "tracuu-missing:"

struct tc_missing {
	struct tc_arena arena;
	uint64_t *seen;		/* hashes of sources */
	size_t n, cap;
	struct tc_str *names;
	size_t name_count, name_cap;
};

void tc_missing_see(struct tc_missing *m, struct tc_str source);
void tc_missing_release(struct tc_missing *m);
/* After all captures, before the last commit.  When more than `percent` of
 * the captures of these names vanished, something else is wrong: TC_E_INPUT,
 * and nothing is changed.  *vanished counts them. */
int tc_missing_settle(struct tc_missing *m, struct tc_archive *a,
		      enum tc_missing_mode mode, double percent,
		      uint64_t *vanished, struct tc_error *err);

#endif

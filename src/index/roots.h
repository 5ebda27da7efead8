/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where imports were read from: the directories that sources are named from,
 * kept in the archive so that a capture can be found again.
 *
 *   argument  /srv/crawl/bao-tinh      source  bao-tinh/a.warc.gz#1234
 *   root      /srv/crawl               file    /srv/crawl/bao-tinh/a.warc.gz
 */
#ifndef TC_INDEX_ROOTS_H
#define TC_INDEX_ROOTS_H

#include "base/mem.h"
#include "index/archive.h"

/* Key of the metadata that holds them. */
#define TC_META_ROOTS "tracuu-roots"

/* Further ones are not kept. */
#define TC_ROOTS_MAX 1000

struct tc_roots {
	char **v;		/* absolute, in the order in which they came */
	size_t n, cap;
};

/* Into the arena. */
int tc_roots_read(struct tc_xdb *db, struct tc_arena *arena,
		  struct tc_roots *out, struct tc_error *err);
/* Keeps one more, unless it is there. */
int tc_roots_add(struct tc_archive *a, const char *root,
		 struct tc_error *err);

#endif

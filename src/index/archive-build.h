/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Between archive.c and archive-build.c; others use archive.h. */
#ifndef TC_INDEX_ARCHIVE_BUILD_H
#define TC_INDEX_ARCHIVE_BUILD_H

#include "index/archive.h"

/* ---- archive.c ---- */

/* Which generation is meant from here on. */
void tc_archive_set_number(struct tc_archive *a, unsigned number,
			   bool building);
int tc_archive_open_writer(struct tc_archive *a, struct tc_error *err);

/* ---- archive-build.c ---- */

/* Begins the first generation.  `shards` 0: what was cut off says it, else
 * one. */
int tc_archive_begin_first(struct tc_archive *a, unsigned shards,
			   struct tc_error *err);
/* It is live from here on. */
int tc_archive_publish_first(struct tc_archive *a, struct tc_error *err);
/* What runs that were cut off have built beside the live generation, which is
 * open for writing: a rebuild begins anew, and what was to be put into an
 * archive without articles is put there. */
int tc_archive_take_up(struct tc_archive *a, struct tc_error *err);
/* What was built for what is building. */
int tc_archive_remove_build(const struct tc_archive *a, struct tc_error *err);

#endif

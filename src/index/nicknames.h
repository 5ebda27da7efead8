/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The documents that people call by a name without figures ("Nghị quyết tam
 * nông"), as the registry of the last import had them: metadata of the
 * database, a key for each name, so that a query reads the one that it asks
 * for and no table.
 *
 *   tracuu-named:nghi quyet tam nong
 *           26-NQ/TW@2008-08-05 TAB nghị quyết tam nông LF ...
 *   tracuu-named:                                   the registry's version
 */
#ifndef TC_INDEX_NICKNAMES_H
#define TC_INDEX_NICKNAMES_H

#include "fact/registry.h"
#include "index/archive.h"

#define TC_META_NAMED "tracuu-named:"

/* Those of the registry, in the place of all that were there; nothing is
 * written where they are there. */
int tc_nicknames_set(struct tc_archive *a, const struct tc_registry *r,
		     struct tc_error *err);

/* The ids of the documents of that name, into the arena: of several archives
 * those that each knows, one archive's oldest first.  A word that is typed with
 * marks has these in the name.  *n is 0 where there are none, and in an archive
 * of an earlier version. */
int tc_nicknames_find(struct tc_xdb *db, const struct tc_tokens *name,
		      struct tc_arena *arena, struct tc_str **ids, size_t *n,
		      struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Another generation of the archive, made live:
 *
 *   rebuild   from captures, or from the stored articles
 *   compact   the same articles in smaller tables
 *   rollback  the one before
 *
 * Each gives the exit status, or -1 with an error.
 */
#ifndef TOOLS_IMPORT_GENERATION_H
#define TOOLS_IMPORT_GENERATION_H

#include "index/archive.h"
#include "tools/import-options.h"

int import_rebuild(const struct import_options *o, struct tc_error *err);
int import_compact(const struct import_options *o, struct tc_error *err);
int import_rollback(const struct import_options *o, struct tc_error *err);

/* The last steps of a new one: `a` is sealed and has passed its checks.  It
 * becomes live in the place of generation `before`; then rejects.jsonl is
 * written anew and old generations go. */
int import_publish(const struct import_options *o, struct tc_archive *a,
		   unsigned before, struct tc_error *err);
/* Whether there is room for one more like generation `number`. */
int import_check_room(const char *archive, unsigned number,
		      struct tc_error *err);
/* "generation 0002 is live: 70 articles", where counts are printed, or the
 * same as JSON. */
int import_say_live(const struct import_options *o, unsigned number,
		    uint32_t documents, struct tc_error *err);
/* Begins a generation of so many shards and says what a rebuild that died has
 * left. */
int import_begin(struct tc_archive *a, unsigned shards, struct tc_error *err);

#endif

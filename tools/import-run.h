/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The import: captures in, an archive out.
 *
 *   source -> (known? unchanged) -> read -> extract -> index -> settle
 *                                     `-> reject
 */
#ifndef TOOLS_IMPORT_RUN_H
#define TOOLS_IMPORT_RUN_H

#include "index/archive.h"
#include "tools/import-options.h"
#include "tools/import-print.h"

/* The pipeline alone, up to the last commit: into an archive that the caller
 * opened for writing, be it live or a generation that is building.  NULL with
 * --dry-run. */
int import_into(const struct import_options *o, struct tc_archive *archive,
		struct import_counts *counts, struct tc_error *err);

/* Imports, or with --dry-run prints, what the options name.  The exit status,
 * or -1 with an error. */
int import_run(const struct import_options *o, struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The import: captures in, an archive out.
 *
 *   source -> (known? unchanged) -> read -> extract -> index -> settle
 *                                     `-> reject
 */
#ifndef TOOLS_IMPORT_RUN_H
#define TOOLS_IMPORT_RUN_H

#include "tools/import-options.h"

/* Imports, or with --dry-run prints, what the options name.  The exit status,
 * or -1 with an error. */
int import_run(const struct import_options *o, struct tc_error *err);

#endif

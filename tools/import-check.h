/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a new generation must pass before it becomes live. */
#ifndef TOOLS_IMPORT_CHECK_H
#define TOOLS_IMPORT_CHECK_H

#include "index/archive.h"
#include "tools/import-options.h"

/* Xapian's check; as many articles as the live one has, within the tolerance;
 * the archive's own golden queries (ARCHIVE/golden.tsv).  Both are open for
 * reading.  An error says what did not pass. */
int import_check_generation(const struct import_options *o,
			    struct tc_archive *live, struct tc_archive *next,
			    struct tc_error *err);

/* Xapian's check alone. */
int import_check_structure(struct tc_archive *a, struct tc_error *err);
/* The golden queries alone. */
int import_check_golden(struct tc_archive *a, struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* --verify and --stats: what an archive is, and whether it is whole.  Each
 * gives the exit status, or -1 with an error. */
#ifndef TOOLS_IMPORT_VERIFY_H
#define TOOLS_IMPORT_VERIFY_H

#include "base/language.h"
#include "tools/import-options.h"

/* What brings back an archive that is damaged. */
#define IMPORT_PUT_BACK \
	N_("tracuu-import --rollback, or --restore=DUMP, or --rebuild PATH...")

int import_verify(const struct import_options *o, struct tc_error *err);
int import_stats(const struct import_options *o, struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* --verify and --stats: what an archive is, and whether it is whole.  Each
 * gives the exit status, or -1 with an error. */
#ifndef TOOLS_IMPORT_VERIFY_H
#define TOOLS_IMPORT_VERIFY_H

#include "tools/import-options.h"

int import_verify(const struct import_options *o, struct tc_error *err);
int import_stats(const struct import_options *o, struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which of the files and addresses that one has named are not in the archive,
 * and why (--not-indexed). */
#ifndef TOOLS_IMPORT_ABSENT_H
#define TOOLS_IMPORT_ABSENT_H

#include "tools/import-options.h"

/* Reads the names from the file o->argument, "-" for standard input, a line
 * each; prints a line for each that is absent. */
int import_absent(const struct import_options *o, struct tc_error *err);

#endif

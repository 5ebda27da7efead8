/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A whole archive as text (tracuu-archive(5)), which depends neither on
 * Xapian's version nor on the schema:
 *
 *   {"type":"header","format":1,..}
 *   {"type":"article",..}...
 *   {"type":"reject",..}...
 *   {"type":"takedown",..}...
 *   {"type":"end","articles":..,..,"sha256":".."}   of all lines before
 *
 * Each gives the exit status, or -1 with an error.
 */
#ifndef TOOLS_IMPORT_DUMP_H
#define TOOLS_IMPORT_DUMP_H

#include "tools/import-options.h"

#define DUMP_FORMAT 1

int import_dump(const struct import_options *o, struct tc_error *err);
int import_restore(const struct import_options *o, struct tc_error *err);

#endif

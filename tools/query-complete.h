/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * `tracuu complete -- WORD...`: what the last word may become, a candidate a
 * line, for the completion of shells.  WORD... is the command line as far as
 * the cursor, without the program's name.
 *
 * Options, commands and fields come from the tables that the program itself
 * reads; numbers, types, units and sites from the archive, as far as they are
 * found within a bounded number of steps.  An archive that cannot be read
 * only means fewer candidates: nothing is said, the exit status is 0.
 */
#ifndef TOOLS_QUERY_COMPLETE_H
#define TOOLS_QUERY_COMPLETE_H

#include "tools/query-options.h"

query_command_fn query_complete;

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the rule tables that come with the program are. */
#ifndef TC_TOOLS_TABLE_H
#define TC_TOOLS_TABLE_H

#include "base/str.h"

/* Appends the path of the table of that name: in TRACUU_DATADIR, where it was
 * installed, or beside the sources when the program runs where it was
 * built. */
void tc_find_table(const char *name, struct tc_buf *out);

#endif

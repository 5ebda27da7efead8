/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A line on standard error.  It may quote what was typed, or an article: what
 * could act on a terminal is escaped. */
#ifndef TOOLS_QUERY_TELL_H
#define TOOLS_QUERY_TELL_H

#include "base/str.h"

void query_tell(struct tc_str message);

#endif

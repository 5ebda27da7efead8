/* SPDX-License-Identifier: GPL-2.0-or-later */
/* tracuu show ID...: whole articles. */
#ifndef TOOLS_QUERY_SHOW_H
#define TOOLS_QUERY_SHOW_H

#include "query/output.h"
#include "tools/query-options.h"

query_command_fn query_show;

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/query-tell.h"

#include "query/terminal.h"

#include <stdio.h>

void query_tell(struct tc_str message)
{
	TC_SCOPED_BUF line = { 0 };

	tc_terminal_put(&line, message);
	fprintf(stderr, "tracuu: %s\n", tc_buf_cstr(&line));
}

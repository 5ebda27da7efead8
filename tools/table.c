/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/table.h"

#include "base/file.h"

#include <stdlib.h>

void tc_find_table(const char *name, struct tc_buf *out)
{
	const char *dir = getenv("TRACUU_DATADIR");
	TC_SCOPED_BUF beside = { 0 }, in_tree = { 0 };

	if (dir && *dir) {
		tc_buf_printf(out, "%s/%s", dir, name);
		return;
	}
	tc_buf_printf(out, "%s/%s", TC_PKGDATADIR, name);
	if (tc_file_exists(out->p))
		return;
	tc_buf_printf(&in_tree, "src/fact/%s", name);
	if (tc_file_beside(tc_buf_cstr(&in_tree), &beside)) {
		tc_buf_clear(out);
		tc_buf_addstr(out, tc_buf_str(&beside));
	}
}

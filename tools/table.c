/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/table.h"

#include "base/file.h"

#include <stdlib.h>
#include <unistd.h>

void tc_find_table(const char *name, struct tc_buf *out)
{
	const char *dir = getenv("TRACUU_DATADIR");
	char self[4096];

	if (dir && *dir) {
		tc_buf_printf(out, "%s/%s", dir, name);
		return;
	}
	tc_buf_printf(out, "%s/%s", TC_PKGDATADIR, name);
	if (tc_file_exists(out->p))
		return;
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	if (n <= 0)
		return;
	self[n] = '\0';
	char *slash = strrchr(self, '/');
	if (!slash)
		return;
	*slash = '\0';
	TC_SCOPED_BUF beside = { 0 };
	tc_buf_printf(&beside, "%s/src/fact/%s", self, name);
	if (tc_file_exists(beside.p)) {
		tc_buf_clear(out);
		tc_buf_addstr(out, tc_buf_str(&beside));
	}
}

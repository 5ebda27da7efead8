/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What was rejected, by reason and site (--report=rejects). */
#ifndef TOOLS_IMPORT_REJECTS_H
#define TOOLS_IMPORT_REJECTS_H

#include "index/archive.h"
#include "tools/import-options.h"

int import_report_rejects(const struct import_options *o,
			  struct tc_archive *archive, struct tc_error *err);

#endif

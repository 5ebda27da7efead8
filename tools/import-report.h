/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reports of the archive (--report=NAME): one row a report in the .c file. */
#ifndef TOOLS_IMPORT_REPORT_H
#define TOOLS_IMPORT_REPORT_H

#include "tools/import-options.h"

/* Prints the report that o->argument names. */
extern const char *const import_report_names[];	/* NULL-ended */
int import_report(const struct import_options *o, struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The bytes that an article was read from (--raw). */
#ifndef TOOLS_IMPORT_RAW_H
#define TOOLS_IMPORT_RAW_H

#include "tools/import-options.h"

/* Prints the capture of the article or source that o->argument names. */
int import_raw(const struct import_options *o, struct tc_error *err);

#endif

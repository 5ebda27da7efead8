/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Articles out of the archive by id, once or for good.  Each gives the exit
 * status, or -1 with an error. */
#ifndef TOOLS_IMPORT_DELETE_H
#define TOOLS_IMPORT_DELETE_H

#include "tools/import-options.h"

int import_delete(const struct import_options *o, struct tc_error *err);
int import_takedown(const struct import_options *o, struct tc_error *err);
int import_lift(const struct import_options *o, struct tc_error *err);

#endif

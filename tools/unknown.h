/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is wrong with an argument that getopt_long() refuses. */
#ifndef TC_TOOLS_UNKNOWN_H
#define TC_TOOLS_UNKNOWN_H

#include "base/error.h"

#include <getopt.h>

/* Always -1, with TC_E_USAGE: the value that is missing or too much, the
 * options that it may be short for, or the one that is spelt most like it. */
int unknown_option(const char *program, const char *arg,
		   const struct option *longs, struct tc_error *err);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Named queries: a text file, a query a line, that "@name" in a query stands
 * for.
 *
 *   # a comment
 *   ba-khoan = so:05-CT/TW,01-KL/TW
 *   gan-day  = @ba-khoan ngay:2024..
 *
 * Names are compared as typed, in any case and normal form.
 */
#ifndef TC_QUERY_NAMES_H
#define TC_QUERY_NAMES_H

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

/* The file is read when the first name is asked for.  `path` NULL: there is
 * no file.  TC_E_QUERY when there is no such name, or two, or the file cannot
 * be read. */
int tc_names_find(const char *path, struct tc_str name,
		  struct tc_arena *arena, struct tc_str *query,
		  struct tc_error *err);

/* Calls `each` with every name until it returns false; of a file that cannot
 * be read, with none.  Lines with something wrong are passed over. */
typedef bool tc_names_fn(void *ctx, struct tc_str name);
void tc_names_each(const char *path, tc_names_fn *each, void *ctx);

#endif

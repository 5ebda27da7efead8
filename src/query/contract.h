/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The JSON schema of what the query program prints (doc/tracuu.schema.json),
 * which is part of the program: a caller asks the very program that it calls.
 */
#ifndef TC_QUERY_CONTRACT_H
#define TC_QUERY_CONTRACT_H

#include "base/error.h"
#include "base/str.h"

/* Appends the schema of all outputs, or that of one by its name.  TC_E_USAGE,
 * with the names, when there is none of that name. */
int tc_contract_print(const char *name, struct tc_buf *out,
		      struct tc_error *err);

/* The file as it is, made by the build. */
extern const char tc_contract_text[];

#endif

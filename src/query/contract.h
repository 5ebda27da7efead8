/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The JSON schema of what the programs print (doc/tracuu.schema.json), which is
 * part of them: a caller asks the very program that it calls.
 */
#ifndef TC_QUERY_CONTRACT_H
#define TC_QUERY_CONTRACT_H

#include "base/error.h"
#include "base/str.h"

enum tc_contract { TC_CONTRACT_TRACUU, TC_CONTRACT_IMPORT };

/* Outputs that a caller may ask the schema of, NULL-ended. */
extern const char *const tc_contract_of_tracuu[], *const tc_contract_of_import[];

/* Appends the schema of all outputs, or that of one of the program's by its
 * name.  TC_E_USAGE, with the names, when there is none of that name. */
int tc_contract_print(enum tc_contract of, const char *name,
		      struct tc_buf *out, struct tc_error *err);

/* The file as it is, made by the build. */
extern const char tc_contract_text[];

#endif

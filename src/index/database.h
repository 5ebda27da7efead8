/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One database or several, opened for reading: the directories that a stub
 * (stub.h) or a generation names.  Xapian would take a file in their place, or
 * the file XAPIANDB in one, for a list of databases anywhere, other machines
 * and programs to be started among them; here a directory holds tables, or it
 * is a copy as xapian-replicate keeps it, whose list names one directory in it
 * that does.
 */
#ifndef TC_INDEX_DATABASE_H
#define TC_INDEX_DATABASE_H

#include "index/xap.h"

int tc_database_open(const char *const *paths, size_t count,
		     struct tc_xdb **out, struct tc_error *err);

#endif
